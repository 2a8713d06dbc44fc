"""Education sections to entries: school, degree and its level, field of study, dates, grade."""

from __future__ import annotations

import re
from collections.abc import Sequence

from careercraft.model.document import Document, Span, Text
from careercraft.model.resume import Education
from careercraft.parse.degrees import find_studies, highest
from careercraft.parse.education_drafts import Draft, schools_first, take_schools_beside, with_town
from careercraft.parse.education_facts import (
    Facts,
    fields_first,
    first_part,
    is_company,
    read_facts,
    school_level,
)
from careercraft.parse.education_floats import without_floats
from careercraft.parse.education_rows import (
    is_bulleted_head,
    only_dated,
    with_dates_above,
    with_wrapped_names,
    without_table_head,
)
from careercraft.parse.openers import openers, segments
from careercraft.parse.piece import Piece, merged_text
from careercraft.parse.rows import Row, make_rows, without_dates
from careercraft.parse.sections import Part
from careercraft.parse.study_fields import FIELD_LABEL
from careercraft.parse.study_grades import find_grade

_DETAIL = re.compile(
    r"^(?:thesis|advisor|relevant|course|coursework|activities|honors?|awards?|dean|member|gpa|grade|minor|dissertation|supervisor|focus|graduated|scholarship|president|relevante)\b",
    re.IGNORECASE,
)


def parse_education(document: Document, part: Part) -> tuple[list[Education], list[Text]]:
    """(entries in the document's order, lines that are details of no field)."""
    return education_of(make_rows(document, part.lines, part.lead))


def education_of(rows: Sequence[Row]) -> tuple[list[Education], list[Text]]:
    """The same from rows that stand elsewhere, as degrees under "Certifications" do."""
    drafts: list[Draft] = []
    texts: list[Text] = []
    rows = without_table_head(rows)
    listed = all(row.bullet for row in rows) or any(row.bullet and only_dated(row) for row in rows)
    whole = without_floats(rows)
    rows = with_wrapped_names(whole or rows)
    field_first = fields_first(rows)
    for low, high in _entries(rows) if whole is None else segments(range(len(rows)), len(rows)):
        by_school = _school_first(rows[low:high])
        own: list[Draft] = []
        for row in rows[low:high]:
            _place_row(own, row, listed or is_bulleted_head(rows[low], row), by_school, field_first)
        drafts += _one_entry(own) if (low, high) != (0, len(rows)) else own
    kept = [draft for draft in drafts if draft.degree or draft.institution or (draft.dates and draft.loose)]
    texts += [merged_text(row.pieces) for draft in drafts if draft not in kept for row in draft.rows]
    first = schools_first(kept)
    told = any(draft.area or (draft.institution and draft.degree and len(draft.loose) > 1) for draft in kept)
    take_schools_beside(kept)
    entries = [_finish(draft, first, told) for draft in kept]
    texts += [
        text for draft in kept for text in (*draft.details, *(piece.to_text() for piece in draft.loose))
    ]
    return entries, texts


def _entries(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """The stretches of rows that typography sets apart as entries; all rows as one where it doesn't tell."""
    dated = [index for index, row in enumerate(rows) if row.dates and not row.bullet]
    starts = openers(rows, dated)
    if starts is None or starts[0] != 0 or len(starts) < 2:
        return [(0, len(rows))]
    return with_dates_above(rows, segments(starts, len(rows)))


def _one_entry(drafts: list[Draft]) -> list[Draft]:
    """What typography calls one entry is one, unless it holds several degrees with dates of their own."""
    if sum(bool(draft.degree and draft.dates) for draft in drafts) > 1 or len(drafts) < 2:
        return drafts
    first = drafts[0]
    for draft in drafts[1:]:
        first.rows += draft.rows
        first.levels += draft.levels
        first.degree, first.area = first.degree or draft.degree, first.area or draft.area
        first.institution = first.institution or draft.institution
        first.dates, first.grade = first.dates or draft.dates, first.grade or draft.grade
        first.loose += draft.loose
        first.details += draft.details
    return [first]


def _place_row(
    drafts: list[Draft], row: Row, listed: bool, by_school: bool, field_first: bool = False
) -> None:
    current = drafts[-1] if drafts else None
    if current is not None and _is_detail(row, listed):
        _add_detail(current, row)
        return
    facts = read_facts(row, field_first)
    if current is None or _opens(current, facts, row) or (by_school and _next_school(current, facts)):
        school = current.institution if by_school and current and facts.institution is None else None
        current = Draft(rows=[], levels=[], loose=[], details=[], institution=school)
        drafts.append(current)
    _merge(current, facts, row)


def _school_first(rows: Sequence[Row]) -> bool:
    """Does the section name the school above its degrees? Then further degrees under it are of the same school."""
    first = read_facts(rows[0]) if rows else None
    return first is not None and first.institution is not None and not first.degrees


def _next_school(draft: Draft, facts: Facts) -> bool:
    return facts.institution is not None and not facts.degrees and draft.degree is not None


def _is_detail(row: Row, listed: bool) -> bool:
    text = row.text
    if row.bullet and not listed:
        return not (find_studies(text) and len(text.split()) <= 16)
    return bool(_DETAIL.match(text)) or (len(text.split()) > 24 and not find_studies(text))


def _add_detail(draft: Draft, row: Row) -> None:
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


def _opens(draft: Draft, facts: Facts, row: Row) -> bool:
    """A second degree, school or period opens the next entry; so does a paragraph of its own."""
    if facts.degrees and draft.degree:
        return not _same_degree(draft, facts, row)
    if facts.institution and draft.institution:
        return True
    if facts.dates and draft.dates:
        return not (facts.dates.start is None and not facts.degrees and not facts.institution)
    if not row.gap or draft.degree is None or _names_field(draft, facts, row):
        return False
    if facts.institution and draft.institution is None and not facts.degrees and _beside_degree(draft):
        return False  # the school of the degree above it
    whole = (
        draft.dates is not None and not facts.dates and (facts.institution is not None or bool(facts.loose))
    )
    return whole or (draft.institution is not None and bool(facts.loose))


def _beside_degree(draft: Draft) -> bool:
    """All that is still unclear stands in the degree's own row, so that it is hardly the school."""
    at = draft.degree.start if draft.degree else -1
    low, high = next(
        ((row.start, row.pieces[-1].end) for row in draft.rows if row.start <= at < row.pieces[-1].end),
        (0, 0),
    )
    return all(low <= piece.start < high for piece in draft.loose)


def _names_field(draft: Draft, facts: Facts, row: Row) -> bool:
    """The field of study on a line of its own, set like the degree above it and unlike what opens the entry."""
    last, first = draft.rows[-1].line, draft.rows[0].line
    alike = (row.line.bold, row.line.size) == (last.bold, last.size) != (first.bold, first.size)
    named = bool(find_studies(draft.rows[-1].text)) and len(facts.loose) == 1 and not facts.institution
    return alike and named and draft.area is None


def _same_degree(draft: Draft, facts: Facts, row: Row) -> bool:
    """ "Doctor of Philosophy" on one line and "(PhD)" on the next; otherwise two degrees are two entries."""
    return (
        not row.gap
        and not facts.institution
        and not facts.dates
        and facts.levels == draft.levels
        and row.text.startswith("(")
    )


def _merge(draft: Draft, facts: Facts, row: Row) -> None:
    draft.rows.append(row)
    if facts.degrees:
        draft.degree = draft.degree or facts.degrees[0]
        draft.levels += facts.levels
    draft.area = draft.area or facts.area
    draft.institution = draft.institution or facts.institution
    draft.dates = draft.dates or facts.dates
    draft.grade = draft.grade or facts.grade
    draft.loose += facts.loose


def _finish(draft: Draft, by_school: bool, fields_told: bool) -> Education:
    """`by_school` says that the section writes the school above the degree; it decides where the words don't."""
    institution, area = with_town(draft, fields_told), draft.area
    loose = draft.loose  # what names the school or the field is taken out; the rest is kept by the caller
    degree = draft.degree
    if institution is None and len(loose) > 1 and degree is None:
        first, second = loose.pop(0), loose.pop(0)
        institution, degree = (first, second) if by_school else (second, first)
    elif institution is None and loose:
        institution = loose.pop(0 if area is not None or by_school or len(loose) == 1 else -1)
    elif degree is None and len(loose) > 1:
        degree = loose.pop(0)
    if (
        area is None
        and loose
        and not loose[0].text[:1].islower()
        and (degree or len(loose[0].text.split()) <= 4)
    ):
        area = loose.pop(0)
    if (
        institution is None
        and area is not None
        and draft.levels == ["certificate"]
        and is_company(area.text, degree)
    ):
        institution, area = area, None  # "Ausbildung zur Bankkauffrau, Sparkasse Köln"
    start = min(row.start for row in draft.rows)
    end = max(row.pieces[-1].end for row in draft.rows)
    return Education(
        institution=_text(institution),
        degree=_text(degree),
        level=highest(draft.levels) or school_level(institution),
        area=_text(area),
        dates=draft.dates,
        grade=_text(draft.grade),
        span=Span(start, end, draft.rows[0].line.span.page),
    )


def _text(piece: Piece | None) -> Text | None:
    piece = piece.without_stop() if piece is not None else None
    return piece.to_text() if piece is not None and piece.text.strip() else None
