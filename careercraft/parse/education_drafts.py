"""Entries of an education section while they are read: what is clear of them, what isn't yet, and what tells it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from careercraft.model.document import Text
from careercraft.model.resume import DateRange, DegreeLevel
from careercraft.parse.piece import Piece, on_one_line, unwrapped
from careercraft.parse.rows import Row

_FEW = 3


class Draft(Struct, kw_only=True):
    rows: list[Row]
    institution: Piece | None = None
    degree: Piece | None = None
    levels: list[DegreeLevel]
    area: Piece | None = None
    dates: DateRange | None = None
    grade: Piece | None = None
    loose: list[Piece]
    details: list[Text]


def schools_first(drafts: Sequence[Draft]) -> bool:
    both = [
        (draft.institution.start, draft.degree.start)
        for draft in drafts
        if draft.institution and draft.degree
    ]
    return sum(school < degree for school, degree in both) * 2 > len(both)


def _row_of(draft: Draft, piece: Piece) -> Row | None:
    return next((row for row in draft.rows if row.start <= piece.start < row.pieces[-1].end), None)


def _side_of(draft: Draft, school: Piece | None = None) -> int:
    """-1 where the school stands before the degree on its row, 1 behind it, 0 on another row."""
    school, degree = school or draft.institution, draft.degree
    if school is None or degree is None or _row_of(draft, school) is not _row_of(draft, degree):
        return 0
    return -1 if school.start < degree.start else 1


def take_schools_beside(drafts: Sequence[Draft]) -> None:
    """The schools that stand where the section's others do."""
    sides = {_side_of(draft) for draft in drafts if draft.institution and draft.degree}
    for draft in drafts:
        _take_school_beside(draft, sides)


def _take_school_beside(draft: Draft, sides: set[int]) -> None:
    """No word tells the school, but the section's other schools all stand on one side of their degrees."""
    if draft.institution or draft.area or not draft.degree or len(draft.loose) < 2 or len(sides) != 1:
        return
    (side,) = sides
    beside = [piece for piece in draft.loose if side and _side_of(draft, piece) == side]
    if len(beside) == 1:
        draft.institution = beside[0]
        draft.loose.remove(beside[0])


def with_town(draft: Draft, fields_told: bool) -> Piece | None:
    """The school with the town behind its comma ("University of Nigeria, Nsukka"), which isn't a field.

    So it is where the field is told elsewhere, or where the section's other fields stand beside their degrees.
    """
    school, loose = draft.institution, draft.loose
    after = next((piece for piece in loose if school and 0 < piece.start - school.end <= len(", ")), None)
    told = draft.area or fields_told or len(loose) > 1
    if school is None or after is None or not told or len(after.text.split()) > _FEW:
        return school
    row = _row_of(draft, school)
    field = draft.area is not None or any(piece.start < school.start for piece in loose)
    if row is None or _row_of(draft, after) is not row:
        return school
    if not field and draft.degree and row.start <= draft.degree.start < row.pieces[-1].end:
        return school
    loose.remove(after)
    whole = next(piece for piece in unwrapped(row.pieces) if piece.start <= school.start < piece.end)
    return on_one_line(whole).between(school.start, after.end)
