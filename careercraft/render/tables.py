"""Plain columns and fact sheets for the small commands; no color, no markup, safe for pipes."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

_GAP = 2
_WIDEST = 48
_SHEET = 88


def columns(rows: Sequence[Sequence[str]]) -> str:
    """Left-aligned columns; all but the last are cut at 48 characters."""
    if not rows:
        return ""
    clean = [[_clean(cell) for cell in row] for row in rows]
    widths = [min(_WIDEST, max(len(row[i]) for row in clean)) for i in range(len(clean[0]) - 1)]
    return "".join(_row(row, widths) for row in clean)


def _row(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = [_cut(cell, width).ljust(width) for cell, width in zip(row, widths, strict=False)]
    return (" " * _GAP).join([*cells, row[-1]]).rstrip() + "\n"


def described(title: str, fields: Sequence[tuple[str, str]]) -> str:
    """A title, then one field a line; empty ones are left out, long ones wrapped."""
    shown = [(name, _clean(value)) for name, value in fields if value]
    width = max((len(name) for name, _ in shown), default=0)
    lines = [_clean(title), ""]
    for name, value in shown:
        lines += textwrap.wrap(
            value,
            _SHEET,
            initial_indent=f"  {name.ljust(width)}  ",
            subsequent_indent=" " * (width + 4),
            break_long_words=False,
            break_on_hyphens=False,
        )
    return "\n".join(lines) + "\n"


def _clean(text: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
