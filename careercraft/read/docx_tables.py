"""Rows and cells of a Word table, wherever content controls and tracked changes put them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from careercraft.read.docx_styles import qualified


def rows_of(table: Any) -> Iterator[Any]:
    for row in table.iter(qualified("tr")):
        if _owner(row, "tbl") is table and row.find(f"{qualified('trPr')}/{qualified('del')}") is None:
            yield row


def cells_of(row: Any) -> Iterator[Any]:
    for cell in row.iter(qualified("tc")):
        if _owner(cell, "tr") is row:
            yield cell


def _owner(element: Any, tag: str) -> Any:
    """The nearest ancestor with this tag: rows may stand inside content controls, tables inside cells."""
    return next(element.iterancestors(qualified(tag)), None)
