"""What a group of an RTF file inherits, and the control words that change it."""

from __future__ import annotations

from msgspec import Struct

from careercraft.read.rtf_tables import RUN_WORDS, Tables, run_with
from careercraft.read.word_lines import RunStyle

_PARAGRAPH = frozenset(("pard", "s", "outlinelevel", "intbl", "ls", "ilvl", "cbpat"))
_CHARACTER = frozenset(("plain", "f", "uc", "deleted", *RUN_WORDS))
_DEFAULT = RunStyle(size=12.0)


class State(Struct):
    """Changed in place; a group works on a copy."""

    skipped: bool = False
    table: str = ""
    """`fonttbl`, `colortbl` or `stylesheet` inside those."""
    in_mark: bool = False
    """In the text of a bullet or list number."""
    in_field: bool = False
    """In the instruction of a field."""
    link: str = ""
    """Where a field leads."""
    font: int = 0
    substitutes: int = 1
    """How many characters follow a \\u for readers that don't know it."""
    run: RunStyle = _DEFAULT
    deleted: bool = False
    """By a tracked change."""
    shade: int | None = None
    """Background of the paragraph."""
    in_table: bool = False
    listed: bool = False
    level: int = 0
    style: int = 0
    heading: int = 0


def apply(state: State, word: str, number: int | None, tables: Tables) -> None:
    """Words that set no property are left alone."""
    if word in _CHARACTER:
        _apply_character(state, word, number, tables)
    elif word in _PARAGRAPH:
        _apply_paragraph(state, word, number, tables)


def _apply_character(state: State, word: str, number: int | None, tables: Tables) -> None:
    if word in RUN_WORDS:
        state.run = run_with(state.run, word, number, tables)
    elif word == "plain":
        state.run, state.deleted = tables.style(state.style).run, False
    elif word == "f":
        state.font = number or 0
    elif word == "uc":
        state.substitutes = min(8, max(0, number or 0))
    else:
        state.deleted = number != 0


def _apply_paragraph(state: State, word: str, number: int | None, tables: Tables) -> None:
    if word == "pard":
        state.shade, state.in_table, state.listed, state.level = None, False, False, 0
        state.style, state.heading = 0, 0
    elif word == "s":
        state.style = number or 0
        state.run, state.heading = tables.style(state.style)
    elif word == "outlinelevel":
        state.heading = number + 1 if number is not None and 0 <= number < 9 else state.heading
    elif word == "intbl":
        state.in_table = True
    elif word == "ls":
        state.listed = bool(number)
    elif word == "ilvl":
        state.level = min(9, max(0, number or 0))
    else:
        state.shade = tables.color(number)
