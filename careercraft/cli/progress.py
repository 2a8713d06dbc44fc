"""What a person sees on standard error while an analysis runs: one line that tells the stage and what is known."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Any

from careercraft.cli.console import is_terminal, printable

if TYPE_CHECKING:
    from careercraft.pipeline import Stage


class StageLine:
    """A listener for the pipeline. Silent unless standard error is a terminal."""

    def __init__(self, quiet: bool = False) -> None:
        self._shown = not quiet and is_terminal("stderr")

    def __enter__(self) -> StageLine:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._write("")

    def __call__(self, stage: Stage) -> None:
        self._write(_WORDS[stage.name](stage.facts))

    def say(self, words: str) -> None:
        """Something else than a stage."""
        self._write(words)

    def _write(self, line: str) -> None:
        if self._shown:
            width = shutil.get_terminal_size().columns - 1
            sys.stderr.write("\r\x1b[K" + printable(line)[:width])
            sys.stderr.flush()


def _parsed(facts: dict[str, Any]) -> str:
    if facts["side"] == "job":
        return f"the posting says {facts['statements']} things"
    return f"the resume has {facts['positions']} positions and {facts['education']} schools"


def _linked(facts: dict[str, Any]) -> str:
    if facts["side"] == "job":
        return f"the posting asks for {facts['requirements']} things"
    return f"the resume names {facts['skills']} skills"


_WORDS: dict[str, Callable[[dict[str, Any]], str]] = {
    "read": lambda facts: f"read {facts['file']}",
    "parse": _parsed,
    "link": _linked,
    "match": lambda facts: (
        f"{facts['matched']} matched, {facts['partial']} in part, {facts['missing']} missing"
    ),
    "score": lambda facts: f"readiness {facts['readiness']:.1f}, confidence {facts['confidence']:.1f}",
    "advise": lambda facts: f"{facts['gaps']} gaps",
}
