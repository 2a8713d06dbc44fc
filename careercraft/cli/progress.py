"""What a person sees on standard error while an analysis runs: one line that tells the stage and what is known."""

from __future__ import annotations

import shutil
import sys
from types import TracebackType
from typing import TYPE_CHECKING

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
        facts = ", ".join(
            f"{name} {_short(value)}" for name, value in stage.facts.items() if value is not None
        )
        self._write(f"{stage.name}: {facts}")

    def _write(self, line: str) -> None:
        if self._shown:
            width = shutil.get_terminal_size().columns - 1
            sys.stderr.write("\r\x1b[K" + printable(line)[:width])
            sys.stderr.flush()


def _short(value: object) -> str:
    return f"{value:.1f}" if isinstance(value, float) else str(value)
