"""The part of `analyze` that is about a model: its flags, whether one is asked, its prose on a terminal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from careercraft.cli import console
from careercraft.cli.adviser import Adviser, Say

if TYPE_CHECKING:
    from careercraft.model.setting_groups import Llm

__all__ = ["Adviser", "Column", "LlmEvidence", "adviser_for", "check_llm"]

LlmEvidence = Annotated[
    str | None,
    typer.Option(
        "--llm-evidence",
        metavar="off|show|use",
        help="Skills that only the model found: off, show what they would change (the default), or use them, marked.",
        show_default=False,
    ),
]


def check_llm(settings: Llm, given: dict[str, Any]) -> bool:
    """Whether a model is named, by whichever way. `given` are the flags on models. Raises UsageError where one of them
    needs a model and there is none."""
    from careercraft.errors import UsageError

    if settings.model.strip():
        return True
    for name, flag in (("llm.evidence", "--llm-evidence"), ("llm.base_url", "--llm-base-url")):
        if given.get(name):
            raise UsageError(f"{flag} needs a model", "name one, as --llm ollama/llama3.2")
    return False


def adviser_for(
    settings: Llm, given: dict[str, Any], *, yes: bool, compared: Sequence[str], quiet: bool
) -> Adviser | None:
    """None where no model is named, and where postings are compared: a table has no room for what it would say, and
    its numbers are those of the rules. Raises UsageError."""
    if not check_llm(settings, given):
        return None
    if not compared:
        return Adviser(settings, yes)
    if not quiet:
        console.say(
            f"note: --compare asks no model, and its numbers are those without one; analyze one posting"
            f" to ask {settings.model.strip()}"
        )
    return None


_HEADING = re.compile(r"^\s*#{1,6}\s+")


class Column:
    """Words as they come, in lines of a width; of Markdown's headings the words alone."""

    def __init__(self, write: Say, width: int) -> None:
        self._write = write
        self._width = width
        self._at = 0
        self._gap = False

    def __call__(self, words: str) -> None:
        pieces = console.printable(words).split("\n")
        for index, piece in enumerate(pieces):
            if index:
                self._write("\n")
                self._at, self._gap = 0, False
            self._line(piece if self._at else _HEADING.sub("", piece))

    def _line(self, piece: str) -> None:
        self._gap = self._gap or piece[:1].isspace()
        for word in piece.split():
            space = 1 if self._at and self._gap else 0
            if self._at + space + len(word) > self._width and self._at:
                self._write("\n")
                self._at, space = 0, 0
            self._write(" " * space + word)
            self._at += space + len(word)
            self._gap = True
        self._gap = piece[-1:].isspace()

    def end(self) -> None:
        if self._at:
            self._write("\n")
            self._at = 0
