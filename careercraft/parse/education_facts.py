"""One row of an education section: the degree with its field, the school, dates, grade, and what is neither."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from careercraft.model.resume import DateRange, DegreeLevel
from careercraft.parse.dates import DURATION
from careercraft.parse.degrees import Degree, field_after, find_studies
from careercraft.parse.evidence import employer_evidence, school_evidence
from careercraft.parse.piece import Piece, on_one_line, unwrapped, words
from careercraft.parse.places import find_places
from careercraft.parse.row_kinds import is_sentence
from careercraft.parse.rows import Row, joins_on, without_dates
from careercraft.parse.school_words import GENERIC_WORDS, SCHOOL_WORDS
from careercraft.parse.study_fields import (
    FIELD_LABEL,
    LINKS,
    SEVERAL,
    field_between,
    field_end,
    grown,
    is_enumeration,
    is_field_list,
    is_field_name,
    labeled_field,
    subjects,
    with_brackets,
)
from careercraft.parse.study_grades import GRADE, GRADE_LABEL, find_grade

_SEPARATOR = re.compile(r"\s*[|•·∙－;]\s*|\s+[–—-]\s+|[^\S\n]{2,}|\t|,\s+")
_SCHOOL_KIND = re.compile(
    r"(?:(?:senior|junior|vocational|technical)\s+)?(?:high|secondary|middle|grammar)[\s-]+school",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"[A-ZÀ-Þ][\w.'’-]*\s+$")
_SCHOOL_GOES_ON = re.compile(
    r"\s+(?:School|College|Academy|Institute)\b(?!\s+(?:Certificate|Diploma|Exam|Leaving|Graduate|Education))"
)
_LABELED = re.compile(
    r"^(?:degree|institution|university|school|college|course|qualification|abschluss|einrichtung|hochschule|schule"
    r"|diplôme|établissement|titulación|título|centro|titolo|istituto|opleiding|instelling|curso|instituição)\s*:\s*",
    re.IGNORECASE,
)
_FROM = re.compile(r"^(?:from|at|à|an der|an|bei)\s+", re.IGNORECASE)
_AT = re.compile(r"\s+(?:at|@)\s+(?:the\s+)?(?=[A-ZÀ-Þ])")
_TOWN_AFTER = re.compile(r",\s([A-ZÀ-Þ][\w'’.-]+(?:\s[A-ZÀ-Þ][\w'’.-]+)?)(?=\s*(?:$|[,(|•·–—]))")
_NAMED_BY_TOWN = 3
_JOINED = re.compile(r"\w[-–]\n?\Z")
"""What stands before a town that is part of a name: "University of Wisconsin–Milwaukee"."""
_CELL = re.compile(r"[^\S\n]{2,}|\t")


class Facts(Struct, kw_only=True):
    """What one row says."""

    degrees: list[Piece]
    levels: list[DegreeLevel]
    area: Piece | None = None
    institution: Piece | None = None
    dates: DateRange | None = None
    grade: Piece | None = None
    loose: list[Piece]


def fields_first(rows: Sequence[Row]) -> bool:
    """Does the section write the field before the degree ("Rail Transport, NVQ Level 4, Severnside College")?

    Told from the rows whose last part is surely a school.
    """
    return any(_leads_with_field(row) for row in rows)


def _leads_with_field(row: Row) -> bool:
    text = row.text
    first = next(iter(find_studies(text)), None)
    if first is None or first.start == 0 or "," not in text[first.end :]:
        return False
    before, after = text[: first.start].strip(" ,|"), text[first.end :]
    return is_field_name(before) and text[: first.start].rstrip().endswith(",") and _is_school(after)


def read_facts(row: Row, field_first: bool = False) -> Facts:
    """`field_first` is what `fields_first` says of the section."""
    facts = Facts(degrees=[], levels=[], loose=[])
    facts.dates = next((date for date in row.dates if date.start), row.dates[-1] if row.dates else None)
    for piece in map(on_one_line, unwrapped(row.pieces)):
        facts.grade = facts.grade or find_grade(piece)
        dates = [date for date in row.dates if piece.between(date.span.start, date.span.end).text.strip()]
        parts = without_dates(piece, dates) if dates else [piece.trim()]
        for part in (cell for whole in parts for cell in whole.split(_CELL)):
            part = _without_grade(facts, part)
            for index, half in enumerate(_around_at(part)):
                if index and facts.institution is None:
                    facts.institution = _named(half.trim())
                else:
                    _read_part(facts, half.trim(), field_first)
    return facts


def _without_grade(facts: Facts, part: Piece) -> Piece:
    """The part without the grade that a label sets at its end ("MSc - Biotechnology GPA: 8.6/10")."""
    match = GRADE_LABEL.search(part.text)
    if match is None:
        return part
    facts.grade = facts.grade or part.cut(match.end()).trim()
    return part.cut(0, match.start())


def _around_at(part: Piece) -> list[Piece]:
    """ "BSc Physics at Lund University" in two, but not "University of Texas at Austin"."""
    halves = part.split_outside(_AT)
    if len(halves) != 2:
        return [part]
    before = _SEPARATOR.split(halves[0].text)[-1]
    return [part] if _is_school(before) and not find_studies(before) else halves


def _read_part(facts: Facts, part: Piece, field_first: bool) -> None:
    """One stretch of text between dates: the degree with its field, the school, and what is neither."""
    if label := _LABELED.match(part.text):
        part = part.cut(label.end())
    degrees = [degree for degree in find_studies(part.text) if not _in_school_name(part.text, degree)]
    if not degrees:
        _read_rest(facts, part, None)
        return
    degrees = with_brackets(part.text, [grown(part.text, degree) for degree in degrees])
    first, last = degrees[0], degrees[-1]
    facts.levels += [degree.level for degree in degrees]
    before = part.cut(0, first.start).trim()
    degree_piece = part.cut(first.start, first.end)
    field = field_after(part.text, last) or field_between(part.text, first, last) or subjects(part.text, last)
    end = last.end
    if field is not None:
        if label := FIELD_LABEL.match(part.text, field.start):
            field = labeled_field(part.text, label.end())
        lead = part.text[last.end : field.start]
        apart = bool(re.search(r"[,–—-]|\s{2}", lead))
        several = last.level == "high_school" or bool(SEVERAL.search(degree_piece.text))
        stop = field_end(field.text, apart, stated=bool(lead.strip()), several=several)
        candidate = part.cut(field.start, field.start + stop).trim()
        inside = candidate.end - part.start <= last.start
        named = candidate.text.lower() not in LINKS and not GRADE.match(part.text, field.start)
        named = named and bool(candidate.text)
        small = candidate.text.islower() and not lead.strip()
        if named and (apart or small) and _field_before(facts, before, field_first):
            named = False  # "Farmacja apteczna, Magister farmacji, Uniwersytet Medyczny"
            if small:
                degree_piece, end = part.between(degree_piece.start, candidate.end), field.start + stop
        if named and not _is_school(candidate.text) and not find_places(candidate.text):
            facts.area = facts.area or candidate
            end = end if inside else field.start + stop
    facts.degrees.append(degree_piece.trim())
    if facts.area != before:
        _read_rest(facts, before, last)
    _read_rest(facts, part.cut(end).trim(), last)


def _field_before(facts: Facts, before: Piece, field_first: bool) -> bool:
    """Takes what stands before the degree as its field, where the section writes it so or a list tells it."""
    listed = is_field_list(before.text)
    if facts.area is not None or not (listed or field_first) or not is_field_name(before.text):
        return False
    facts.area = before
    return True


def _in_school_name(text: str, degree: Degree) -> bool:
    """The "High School" of "Roosevelt High School" is the school's name, not the degree."""
    if degree.level != "high_school" or not _NAME_BEFORE.search(text[: degree.start]):
        return False
    if _SCHOOL_KIND.fullmatch(text[degree.start : degree.end]):
        return bool(re.match(r"\s*(?:$|[,(|•·–—-]|in\b)", text[degree.end :]))
    return bool(_SCHOOL_GOES_ON.match(text, degree.end))


def _read_rest(facts: Facts, part: Piece, degree: Degree | None) -> None:
    if match := _FROM.match(part.text):
        part = part.cut(match.end())
    if GRADE.fullmatch(part.text):
        return  # whose comma parts nothing: "Second Class, Division One"
    listed = is_field_list(part.text) or is_enumeration(part.text)
    listed = listed and not _is_school(part.text) and not find_places(part.text)
    for piece in [part] if listed else _without_places(part):
        piece = piece.trim()
        if not piece.text or GRADE.fullmatch(piece.text) or DURATION.fullmatch(piece.text):
            continue
        if match := FIELD_LABEL.match(piece.text):
            facts.area = facts.area or piece.cut(match.end()).trim()
        elif facts.institution is None and _is_school(piece.text):
            facts.institution = _with_own_town(part, piece) or _without_place(piece)
        elif facts.institution is not None and _is_school(piece.text) and len(piece.text.split()) <= 6:
            facts.institution = _longer(part, facts.institution, piece)
        elif (
            not find_places(piece.text)
            and not is_sentence(piece.text)
            and any(char.isalpha() for char in piece.text)
        ):
            facts.loose.append(piece)


def _without_places(part: Piece) -> list[Piece]:
    """The pieces of a part, those of a "City, State" left out before its comma parts them."""
    pieces: list[Piece] = []
    at = 0
    for place in find_places(part.text):
        if place.city and place.end - place.start > len(place.city) and not _is_school(place.city):
            pieces += part.cut(at, place.start).split(_SEPARATOR)
            at = place.end
    return pieces + part.cut(at).split(_SEPARATOR)


def _longer(part: Piece, first: Piece, second: Piece) -> Piece:
    """ "School of Engineering, Boston University" is one institution where both stand in one part."""
    inside = part.start <= first.start and second.end <= part.end
    return part.between(first.start, second.end) if inside and second.start - first.end <= 3 else first


def _is_school(text: str) -> bool:
    return school_evidence(text)


def _without_place(piece: Piece) -> Piece:
    found = find_places(piece.text)
    places = [place for place in found if place.start > 0 and not _belongs(piece.text[: place.start])]
    return (
        piece.cut(0, places[-1].start).trim()
        if places and places[-1].end >= len(piece.text.rstrip(" .)"))
        else piece
    )


def _named(school: Piece) -> Piece:
    """The school that stands behind "at", without its town."""
    return _with_own_town(school, school.split(_SEPARATOR)[0].trim()) or _without_place(school)


def _with_own_town(part: Piece, school: Piece) -> Piece | None:
    """A name of kinds alone has its town with it: "Institute of Management and Technology, Enugu"."""
    named = list(words(school.text))
    if len(named) < _NAMED_BY_TOWN or any(word not in GENERIC_WORDS | SCHOOL_WORDS for word in named):
        return None
    town = _TOWN_AFTER.match(part.text, school.end - part.start)
    if town is None or find_studies(town[1]) or is_enumeration(town[1]):
        return None
    places = find_places(town[1], towns=True)
    own = any(place.city and place.start == 0 and place.end == len(town[1]) for place in places)
    return part.between(school.start, part.start + town.end(1)) if own else None


def _belongs(before: str) -> bool:
    """A place behind it is part of the name: "University of Wisconsin–", "College of Surgeons in"."""
    return bool(_JOINED.search(before)) or joins_on(before.rstrip())


def first_part(piece: Piece) -> Piece | None:
    parts = piece.split(_SEPARATOR)
    return parts[0].trim() if parts else None


def is_company(text: str, degree: Piece | None) -> bool:
    """Named like a company, behind training whose own name says its field."""
    trained = degree is not None and len(degree.text.split()) > 1
    return employer_evidence(text) >= 0.7 and trained


def school_level(institution: Piece | None) -> DegreeLevel | None:
    return (
        "high_school"
        if institution
        and re.search(r"\bhigh school\b|\blycée\b|\bgymnasium\b", institution.text, re.IGNORECASE)
        else None
    )
