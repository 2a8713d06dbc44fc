"""Rows of an education section made ready: names that were broken over lines joined, heads of tables known."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from careercraft.parse.degrees import find_studies
from careercraft.parse.evidence import school_evidence
from careercraft.parse.piece import Piece, unwrapped, words
from careercraft.parse.row_kinds import is_place
from careercraft.parse.rows import Row, bridged, joins_on, without_dates
from careercraft.parse.tables import word_set

_LONE_ENDS = frozenset(("School", "University", "College"))
"""Alone on a line these are the end of a name that was broken around its dates."""
_LARGER = 1.05
_FEW = 3
_FULL_LINE = 55
_BROKEN_DATE = re.compile(r"\d{4}-\d\d-$")
_DAY = re.compile(r"0[1-9]|[12]\d|3[01]")
_COLUMNS = word_set("""
    degree field institution year years school dates date qualification subject grade from to university course major
    level result location place of study abschluss fach einrichtung jahr note zeitraum diplôme établissement année
    domaine título centro año titulación especialidad curso instituição ano titolo istituto anno
    diploma instelling jaar""")


def only_dated(row: Row) -> bool:
    """A list item that holds an entry's dates: then the others hold its school and degree."""
    return bool(row.dates) and not any(without_dates(piece, row.dates) for piece in row.pieces)


def is_bulleted_head(first: Row, row: Row) -> bool:
    """A sign stands before each entry's first line, not before its details: all are dated and set alike."""
    dated = first.bullet and row.bullet and first.dates and row.dates
    return bool(dated) and _alike(first, row) and school_evidence(first.text) == school_evidence(row.text)


def without_table_head(rows: Sequence[Row]) -> list[Row]:
    """Without the columns' names ("Degree    Field    Institution    Year"), also one that broke off from them."""
    heads = [row for row in rows if _names_columns(row) and len(list(words(row.text))) > 1]
    return [row for row in rows if not (_names_columns(row) and any(_alike(head, row) for head in heads))]


def _names_columns(row: Row) -> bool:
    named = list(words(row.text))
    return bool(named) and not row.dates and all(word in _COLUMNS for word in named)


def with_dates_above(rows: Sequence[Row], parts: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Dates alone at the end of an entry that has its own are those of the next, which else has none."""
    kept = list(parts)
    for at in range(len(kept) - 1):
        (low, high), (start, end) = kept[at], kept[at + 1]
        above, below = (
            any(row.dates for row in rows[low : high - 1]),
            any(row.dates for row in rows[start:end]),
        )
        if above and not below and only_dated(rows[high - 1]):
            kept[at], kept[at + 1] = (low, high - 1), (high - 1, end)
    return kept


def with_wrapped_names(rows: Sequence[Row]) -> list[Row]:
    """In a narrow column a school's name breaks before its last word ("Western Washington / University")."""
    joined: list[Row] = []
    tight = _dates_mark_the_edge(rows)
    for row in rows:
        last = joined[-1] if joined else None
        if last is not None and (day := _spilled_day(last, row)):
            joined[-1] = day
            continue
        if last is not None and (_broken(last, row) or (tight and _runs_to_dates(last, row))):
            joined[-1] = bridged(last, row)
            continue
        lone = len(row.text.split()) == 1 and school_evidence(row.text) and not row.gap and not row.bullet
        lone = lone or (last is not None and _goes_on(last, row))
        ends = row.text.split(",")[0] in _LONE_ENDS and not row.gap
        stray = last is not None and ends and (bool(last.dates) or row.start == last.pieces[-1].end + 1)
        if last and ends and _before_dates(last).text.strip() and row.start == last.pieces[-1].end + 1:
            joined[-1] = bridged(last, row)
            continue
        if last and (stray or (lone and not last.dates and not find_studies(last.text))):
            joined[-1] = replace(last, pieces=(*last.pieces, *row.pieces))
        else:
            joined.append(row)
    return joined


def _spilled_day(last: Row, row: Row) -> Row | None:
    """The row with the last day of its period, which the narrow cell broke off ("… - 2010-03- / 31")."""
    date, whole = (last.dates[-1] if last.dates else None), last.pieces[-1]
    if date is None or date.end is None or date.end.day is not None or not _BROKEN_DATE.search(whole.text):
        return None
    if row.start != whole.end + 1 or not _DAY.fullmatch(row.text):
        return None
    span = type(date.span)(date.span.start, row.pieces[-1].end, date.span.page)
    ended = replace(date, end=replace(date.end, day=int(row.text)), span=span)
    pieces = unwrapped((*last.pieces, *row.pieces))
    return replace(last, pieces=tuple(pieces), dates=(*last.dates[:-1], ended))


def _before_dates(row: Row) -> Piece:
    """The text up to the dates at the end of the row; empty where none stand there."""
    whole = row.pieces[-1]
    if not row.dates or row.dates[-1].span.end < whole.end or len(row.pieces) > 1:
        return whole.cut(0, 0)
    return whole.between(whole.start, row.dates[0].span.start)


def _follows(last: Row, row: Row) -> bool:
    """A few words set like the line above them, directly below it."""
    close = row.start == last.pieces[-1].end + 1 and len(row.text.split()) <= _FEW
    return close and not (row.dates or row.bullet or row.gap) and _alike(last, row)


def _dates_mark_the_edge(rows: Sequence[Row]) -> bool:
    """Dates stand at the right edge, apart from what is before them, and no short line follows such a row."""
    apart = [at for at, row in enumerate(rows) if _before_dates(row).text.endswith("  ")]
    return bool(apart) and not any(at + 1 < len(rows) and _follows(rows[at], rows[at + 1]) for at in apart)


def _runs_to_dates(last: Row, row: Row) -> bool:
    """A name fills its line up to the dates and goes on below ("IES Cosme 2002 - 2004 / García")."""
    before = _before_dates(last).text
    full = before.endswith(" ") and not before.endswith("  ")
    named = school_evidence(before) and not find_studies(row.text) and not is_place(row)
    return full and _follows(last, row) and (named or school_evidence(row.text))


def _broken_at_comma(last: Row, row: Row) -> bool:
    """The town of a school on the line below its comma ("Government Secondary School, / Nsukka")."""
    open_end = not last.dates and last.text.endswith(",") and school_evidence(last.text)
    return open_end and _follows(last, row) and not find_studies(row.text) and not school_evidence(row.text)


def _broken_at_edge(last: Row, row: Row) -> bool:
    """The last part of a full line of several is a school's name that goes on ("…, Accademia di Belle / Arti")."""
    text = last.text
    if last.dates or row.line.block != last.line.block or row.line.size != last.line.size:
        return False
    parts = text.split(", ")
    full = len(text) >= _FULL_LINE and len(parts) > 2 and bool(find_studies(text))
    plain = not (row.dates or row.bullet or row.gap or find_studies(row.text) or is_place(row))
    short = len(row.text.split()) <= _FEW and row.start == last.pieces[-1].end + 1
    return full and plain and short and school_evidence(parts[-1])


def _broken(last: Row, row: Row) -> bool:
    return _broken_at_dates(last, row) or _broken_at_edge(last, row) or _broken_at_comma(last, row)


def _broken_at_dates(last: Row, row: Row) -> bool:
    """A name ran on below because its dates stand beside it ("Royal College of Surgeons in  2013 / Ireland")."""
    if not last.dates or row.dates or row.bullet or row.gap or len(row.text.split()) > _FEW:
        return False
    before = last.pieces[-1].between(last.pieces[-1].start, last.dates[0].span.start)
    return joins_on(before.text.rstrip()) and row.start == last.pieces[-1].end + 1


def _goes_on(last: Row, row: Row) -> bool:
    """The second line of a school's name that is set apart ("Berufliches Schulzentrum / Pirna")."""
    alike = _alike(last, row) and row.line.size > _LARGER
    close = row.start == last.pieces[-1].end + 1 and len(row.text.split()) <= _FEW
    plain = not (
        row.dates or row.bullet or school_evidence(row.text) or find_studies(row.text) or is_place(row)
    )
    return alike and close and plain and school_evidence(last.text)


def _alike(first: Row, second: Row) -> bool:
    return (first.line.bold, first.line.size) == (second.line.bold, second.line.size)
