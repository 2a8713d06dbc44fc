"""Schools with their dates side by side, several entries to a line, as floating boxes without degrees print them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from careercraft.model.resume import DateRange
from careercraft.parse.degrees import find_studies
from careercraft.parse.evidence import school_evidence
from careercraft.parse.piece import Piece
from careercraft.parse.rows import Row, bridged

_TAIL = 3
"""Most words of a name's end that stands below its dates."""

_Entry = tuple[list[Piece], DateRange, Row]


def without_floats(rows: Sequence[Row]) -> list[Row] | None:
    """One row an entry where a line holds the end of one and the start of the next ("2010 - 2012  North School").

    None where that isn't so: it is told from names and dates that take turns through the section,
    from a line that begins with its dates though the first doesn't, and from there being no degrees.
    """
    if not rows or not any(_begins_with_dates(row) for row in rows) or _begins_with_dates(rows[0]):
        return None
    if any(row.bullet or _has_degree(row) for row in rows):
        return None
    entries, rest = _in_turns(rows)
    known = sum(any(school_evidence(piece.text) for piece in names) for names, _, _ in entries)
    if len(entries) < 2 or known * 2 < len(entries) or not all(names for names, _, _ in entries):
        return None
    parted = [_row(*entry) for entry in entries]
    if rest is None:
        return parted
    if len(rest.text.split()) > _TAIL or rest.start != rows[-2].pieces[-1].end + 1:
        return None
    return [*parted[:-1], bridged(parted[-1], rest)]


def _begins_with_dates(row: Row) -> bool:
    date = row.dates[0] if row.dates else None
    return date is not None and date.span.start == row.start and date.span.end < row.pieces[0].end


def _has_degree(row: Row) -> bool:
    return any(not school_evidence(row.text) for _ in find_studies(row.text))


def _in_turns(rows: Sequence[Row]) -> tuple[list[_Entry], Row | None]:
    """The entries in reading order, and a last row without dates that is left over."""
    entries: list[_Entry] = []
    names: list[Piece] = []
    for row in rows:
        at = row.start
        for date in row.dates:
            names += _between(row, at, date.span.start)
            entries.append((names, date, row))
            names, at = [], date.span.end
        names += _between(row, at, row.pieces[-1].end)
    left = rows[-1] if names and not rows[-1].dates and len(names) == len(rows[-1].pieces) else None
    return ([], None) if names and left is None else (entries, left)


def _between(row: Row, start: int, end: int) -> list[Piece]:
    parts = [
        piece.between(start, end).trim() for piece in row.pieces if piece.start < end and start < piece.end
    ]
    return [part for part in parts if part.text]


def _row(names: list[Piece], date: DateRange, row: Row) -> Row:
    """The entry as a row; the dates keep their place in the text."""
    first = names[0]
    dates = next(
        (
            piece.between(date.span.start, date.span.end)
            for piece in row.pieces
            if piece.start <= date.span.start < piece.end
        ),
        first.cut(0, 0),
    )
    return replace(row, pieces=(*names, dates), dates=(date,), gap=True)
