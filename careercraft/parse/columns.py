"""The row of column names above a table of jobs ("Organization  Designation  Period")."""

from __future__ import annotations

from collections.abc import Sequence

from careercraft.parse.anchors import LABELS
from careercraft.parse.rows import Row
from careercraft.parse.tables import phrases

_ALSO = dict.fromkeys(
    phrases(
        """
        responsibilities|duties|key responsibilities|department|remarks|s.no|s. no|sr. no|no|from|to|von|bis|aufgaben
        abteilung|de|à|département|desde|hasta|departamento|funciones"""
    ),
    "",
)
_SURE = 3.0


def without_column_names(rows: Sequence[Row]) -> tuple[list[Row], float]:
    """(the rows that aren't column names, the order of title and employer that the columns have).

    The order is positive where the title's column comes first, negative where the employer's does, 0 where no row
    names both.
    """
    kept: list[Row] = []
    order = 0.0
    for row in rows:
        fields = _column_names(row)
        if not fields:
            kept.append(row)
        elif "title" in fields and "employer" in fields:
            order = order or (_SURE if fields.index("title") < fields.index("employer") else -_SURE)
    return kept, order


def _column_names(row: Row) -> list[str]:
    """What each cell of the row names; empty where one of them is no name of a column."""
    if row.bullet or row.dates or len(row.text) > 120:
        return []
    cells = row.cells()
    if len(cells) < 2:
        return []
    fields = [_field(cell.text) for cell in cells]
    named = [field for field in fields if field is not None]
    return named if len(named) == len(fields) and ("title" in named or "employer" in named) else []


def _field(text: str) -> str | None:
    name = text.strip(" :*").lower()
    return LABELS.get(name, _ALSO.get(name))
