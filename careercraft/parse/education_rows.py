"""Rows of an education section made ready: names that were broken over lines joined, heads of tables known."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from careercraft.parse.degrees import find_studies
from careercraft.parse.evidence import school_evidence
from careercraft.parse.piece import words
from careercraft.parse.row_kinds import is_place
from careercraft.parse.rows import Row, bridged, joins_on, without_dates
from careercraft.parse.tables import word_set

_LONE_ENDS = frozenset(("School", "University", "College"))
"""Alone on a line these are the end of a name that was broken around its dates."""
_LARGER = 1.05
_FEW = 3
_COLUMNS = word_set("""
    degree field institution year years school dates date qualification subject grade from to university course major
    level result location place of study abschluss fach einrichtung jahr note zeitraum diplôme établissement année
    domaine título centro año titulación especialidad curso instituição ano titolo istituto anno
    diploma instelling jaar""")


def only_dated(row: Row) -> bool:
    """A list item that holds an entry's dates: then the others hold its school and degree."""
    return bool(row.dates) and not any(without_dates(piece, row.dates) for piece in row.pieces)


def is_table_head(row: Row) -> bool:
    """ "Degree    Field    Institution    Year": the columns' names."""
    named = list(words(row.text))
    return len(named) > 1 and not row.dates and all(word in _COLUMNS for word in named)


def with_wrapped_names(rows: Sequence[Row]) -> list[Row]:
    """In a narrow column a school's name breaks before its last word ("Western Washington / University")."""
    joined: list[Row] = []
    for row in rows:
        last = joined[-1] if joined else None
        if last is not None and _broken_at_dates(last, row):
            joined[-1] = bridged(last, row)
            continue
        lone = len(row.text.split()) == 1 and school_evidence(row.text) and not row.gap and not row.bullet
        lone = lone or (last is not None and _goes_on(last, row))
        ends = row.text in _LONE_ENDS and not row.gap
        stray = last is not None and ends and (bool(last.dates) or row.start == last.pieces[-1].end + 1)
        if last and (stray or (lone and not last.dates and not find_studies(last.text))):
            joined[-1] = replace(last, pieces=(*last.pieces, *row.pieces))
        else:
            joined.append(row)
    return joined


def _broken_at_dates(last: Row, row: Row) -> bool:
    """A name ran on below because its dates stand beside it ("Royal College of Surgeons in  2013 / Ireland")."""
    if not last.dates or row.dates or row.bullet or row.gap or len(row.text.split()) > _FEW:
        return False
    before = last.pieces[-1].between(last.pieces[-1].start, last.dates[0].span.start)
    return joins_on(before.text.rstrip()) and row.start == last.pieces[-1].end + 1


def _goes_on(last: Row, row: Row) -> bool:
    """The second line of a school's name that is set apart ("Berufliches Schulzentrum / Pirna")."""
    alike = (last.line.bold, last.line.size) == (row.line.bold, row.line.size) and row.line.size > _LARGER
    close = row.start == last.pieces[-1].end + 1 and len(row.text.split()) <= _FEW
    plain = not (
        row.dates or row.bullet or school_evidence(row.text) or find_studies(row.text) or is_place(row)
    )
    return alike and close and plain and school_evidence(last.text)
