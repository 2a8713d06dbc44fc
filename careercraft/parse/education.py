"""Education sections to entries: school, degree and its level, field of study, dates, grade."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from careercraft.model.document import Document, Span, Text
from careercraft.model.resume import DateRange, DegreeLevel, Education
from careercraft.parse.degrees import find_degrees, highest
from careercraft.parse.education_facts import FIELD_LABEL, Facts, find_grade, first_part, read_facts
from careercraft.parse.evidence import school_evidence
from careercraft.parse.piece import Piece, merged_text
from careercraft.parse.rows import Row, make_rows, without_dates
from careercraft.parse.sections import Part

_DETAIL = re.compile(
    r"^(?:thesis|advisor|relevant|course|coursework|activities|honors?|awards?|dean|member|gpa|grade|minor|dissertation|supervisor|focus|graduated|scholarship|president|relevante)\b",
    re.IGNORECASE,
)


class _Draft(Struct, kw_only=True):
    rows: list[Row]
    institution: Piece | None = None
    degree: Piece | None = None
    levels: list[DegreeLevel]
    area: Piece | None = None
    dates: DateRange | None = None
    grade: Piece | None = None
    loose: list[Piece]
    details: list[Text]


def parse_education(document: Document, part: Part) -> tuple[list[Education], list[Text]]:
    """(entries in the document's order, lines that are details of no field)."""
    return education_of(make_rows(document, part.lines, part.lead))


def education_of(rows: Sequence[Row]) -> tuple[list[Education], list[Text]]:
    """The same from rows that stand elsewhere, as degrees under "Certifications" do."""
    drafts: list[_Draft] = []
    texts: list[Text] = []
    listed = all(row.bullet for row in rows)
    rows = _with_wrapped_names(rows)
    by_school = _school_first(rows)
    for row in rows:
        _place_row(drafts, row, listed, by_school)
    kept = [draft for draft in drafts if draft.degree or draft.institution or (draft.dates and draft.loose)]
    texts += [merged_text(row.pieces) for draft in drafts if draft not in kept for row in draft.rows]
    entries = [_finish(draft) for draft in kept]
    texts += [
        text for draft in kept for text in (*draft.details, *(piece.to_text() for piece in draft.loose))
    ]
    return entries, texts


def _with_wrapped_names(rows: Sequence[Row]) -> list[Row]:
    """In a narrow column a school's name breaks before its last word ("Western Washington / University")."""
    joined: list[Row] = []
    for row in rows:
        last = joined[-1] if joined else None
        lone = len(row.text.split()) == 1 and school_evidence(row.text) and not row.gap and not row.bullet
        if lone and last and not last.dates and not find_degrees(last.text):
            joined[-1] = replace(last, pieces=(*last.pieces, *row.pieces))
        else:
            joined.append(row)
    return joined


def _place_row(drafts: list[_Draft], row: Row, listed: bool, by_school: bool) -> None:
    current = drafts[-1] if drafts else None
    if current is not None and _is_detail(row, listed):
        _add_detail(current, row)
        return
    facts = read_facts(row)
    if current is None or _opens(current, facts, row) or (by_school and _next_school(current, facts)):
        school = current.institution if by_school and current and facts.institution is None else None
        current = _Draft(rows=[], levels=[], loose=[], details=[], institution=school)
        drafts.append(current)
    _merge(current, facts, row)


def _school_first(rows: Sequence[Row]) -> bool:
    """Does the section name the school above its degrees? Then further degrees under it are of the same school."""
    first = read_facts(rows[0]) if rows else None
    return first is not None and first.institution is not None and not first.degrees


def _next_school(draft: _Draft, facts: Facts) -> bool:
    return facts.institution is not None and not facts.degrees and draft.degree is not None


def _is_detail(row: Row, listed: bool) -> bool:
    text = row.text
    if row.bullet and not listed:
        return not (find_degrees(text) and len(text.split()) <= 16)
    return bool(_DETAIL.match(text)) or (len(text.split()) > 24 and not find_degrees(text))


def _add_detail(draft: _Draft, row: Row) -> None:
    for piece in row.pieces:
        draft.grade = draft.grade or find_grade(piece)
        if draft.dates is None and row.dates:
            draft.dates = row.dates[0]
        if draft.area is None and (match := FIELD_LABEL.match(piece.text)):
            draft.area = first_part(piece.cut(match.end()))
    parts = [
        part for piece in row.pieces for part in (without_dates(piece, row.dates) if row.dates else [piece])
    ]
    draft.rows.append(row)
    draft.details += [part.to_text() for part in parts if part.text.strip()]


def _opens(draft: _Draft, facts: Facts, row: Row) -> bool:
    """A second degree, school or period opens the next entry; so does a paragraph of its own."""
    if facts.degrees and draft.degree:
        return not _same_degree(draft, facts, row)
    if facts.institution and draft.institution:
        return True
    if facts.dates and draft.dates:
        return not (facts.dates.start is None and not facts.degrees and not facts.institution)
    return row.gap and draft.degree is not None and draft.institution is not None and bool(facts.loose)


def _same_degree(draft: _Draft, facts: Facts, row: Row) -> bool:
    """ "Doctor of Philosophy" on one line and "(PhD)" on the next; otherwise two degrees are two entries."""
    return (
        not row.gap
        and not facts.institution
        and not facts.dates
        and facts.levels == draft.levels
        and row.text.startswith("(")
    )


def _merge(draft: _Draft, facts: Facts, row: Row) -> None:
    draft.rows.append(row)
    if facts.degrees:
        draft.degree = draft.degree or facts.degrees[0]
        draft.levels += facts.levels
    draft.area = draft.area or facts.area
    draft.institution = draft.institution or facts.institution
    draft.dates = draft.dates or facts.dates
    draft.grade = draft.grade or facts.grade
    draft.loose += facts.loose


def _finish(draft: _Draft) -> Education:
    institution, area = draft.institution, draft.area
    loose = draft.loose  # what names the school or the field is taken out; the rest is kept by the caller
    if institution is None and loose:
        institution = loose.pop(0) if draft.degree or len(loose) == 1 else None
    if (
        area is None
        and loose
        and loose[0].text[:1].isupper()
        and (draft.degree or len(loose[0].text.split()) <= 4)
    ):
        area = loose.pop(0)
    start = min(row.start for row in draft.rows)
    end = max(row.pieces[-1].end for row in draft.rows)
    return Education(
        institution=_text(institution),
        degree=_text(draft.degree),
        level=highest(draft.levels) or _school_level(institution),
        area=_text(area),
        dates=draft.dates,
        grade=_text(draft.grade),
        span=Span(start, end, draft.rows[0].line.span.page),
    )


def _school_level(institution: Piece | None) -> DegreeLevel | None:
    return (
        "high_school"
        if institution
        and re.search(r"\bhigh school\b|\blycée\b|\bgymnasium\b", institution.text, re.IGNORECASE)
        else None
    )


def _text(piece: Piece | None) -> Text | None:
    return piece.to_text() if piece is not None and piece.text.strip() else None
