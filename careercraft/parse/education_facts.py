"""One row of an education section: the degree with its field, the school, dates, grade, and what is neither."""

from __future__ import annotations

import re

from msgspec import Struct

from careercraft.model.resume import DateRange, DegreeLevel
from careercraft.parse.degrees import Degree, Field, field_after, find_studies
from careercraft.parse.evidence import school_evidence
from careercraft.parse.piece import Piece, on_one_line, unwrapped
from careercraft.parse.places import find_places
from careercraft.parse.row_kinds import is_sentence
from careercraft.parse.rows import Row, without_dates
from careercraft.parse.school_words import SCHOOL_WORDS

_SEPARATOR = re.compile(r"\s*[|•·∙－;]\s*|\s+[–—-]\s+|[^\S\n]{2,}|\t|,\s+")
_SCHOOL_KIND = re.compile(r"(?:senior\s+)?(?:high|secondary|middle|grammar)[\s-]+school", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"[A-ZÀ-Þ][\w.'’-]*\s+$")
_SCHOOL_GOES_ON = re.compile(
    r"\s+(?:School|College|Academy|Institute)\b(?!\s+(?:Certificate|Diploma|Exam|Leaving|Graduate|Education))"
)
_LABELED = re.compile(
    r"^(?:degree|institution|university|school|college|major|minor|field of study|course|qualification)\s*:\s*",
    re.IGNORECASE,
)
_FROM = re.compile(r"^(?:from|at|à|an der|an|bei)\s+", re.IGNORECASE)
_AT = re.compile(r"\s+(?:at|@)\s+(?:the\s+)?(?=[A-ZÀ-Þ])")
_HONORS = re.compile(r"\s*\(hon(?:ou?r)?s?\.?\)", re.IGNORECASE)
_OR_RELATED = re.compile(
    r"\s+(?:(?:or|and)\s+)?(?:an?\s+)?(?:related|similar|equivalent|comparable)\b.*", re.IGNORECASE
)
_LIST = re.compile(
    r"(?:[^\W\d_][\w'’& -]{1,28},\s+){1,4}[^\W\d_][\w'’ -]{1,28}?\s+(?:and|&|und|et|e|y|en)\s+"
    r"[^\W\d_][\w'’ -]{1,28}(?=\s*(?:[,|(–—]|$))"
)
_SEVERAL = re.compile(r"levels|Levels|GCSEs|Highers")
_SUBJECT_WORDS = 3
_JOINED = re.compile(r"\w[-–]\n?\Z")
"""What stands before a town that is part of a name: "University of Wisconsin–Milwaukee"."""
_GRADE = re.compile(
    r"""
    (?:(?:cumulative|overall|major|final)\s+)?
    (?:c?gpa|g\.p\.a\.?|grade(?:\s+point\s+average)?|note|abschlussnote|gesamtnote|mention
      |nota(?:\s+media)?|media|voto|votazione|cijfer|percentage|cwa|aggregate)
    \s*(?:of|:|=|-|–)?\s*
    (?P<value>\d{1,3}(?:[.,]\d{1,3})?\s*%?(?:\s*(?:/|out\s+of|of|su)\s*\d{1,3}(?:[.,]\d+)?)?
      |[A-F][+-]?|(?:très\s+)?bien|assez\s+bien|sehr\s+gut|gut)(?!\w)
    | (?P<plain>\d{2,3}\s*/\s*(?:100|110|60)(?!\d)(?:\s+(?:e|con|cum)\s+lode)?
      |\d[.,]\d{1,2}\s*(?:/\s*\d(?:[.,]\d+)?\s*)?(?:c?gpa|g\.p\.a\.?))
    | (?P<honors>(?:summa|magna)\s+cum\s+laude|\bcum\s+laude|first[- ]class\s+honou?rs
      |upper\s+second[- ]class(?:\s+honou?rs)?|2[:.][12](?!\d)
      |(?:with\s+)?(?:highest\s+|high\s+)?(?:distinction|honou?rs)(?!\s+(?:society|college|program)))
    """,
    re.VERBOSE | re.IGNORECASE,
)
FIELD_LABEL = re.compile(
    r"(?:major(?:ed)?|minor|field of study|concentration|emphasis|speciali[sz]ation|area of study)"
    r"\s*(?:in|:|-)?\s+",
    re.IGNORECASE,
)
_SCHOOL_AT = re.compile(
    rf"\b(?:{'|'.join(sorted(word for word in SCHOOL_WORDS if len(word) > 4))})\b", re.IGNORECASE
)


class Facts(Struct, kw_only=True):
    """What one row says."""

    degrees: list[Piece]
    levels: list[DegreeLevel]
    area: Piece | None = None
    institution: Piece | None = None
    dates: DateRange | None = None
    grade: Piece | None = None
    loose: list[Piece]


def read_facts(row: Row) -> Facts:
    facts = Facts(degrees=[], levels=[], loose=[])
    facts.dates = next((date for date in row.dates if date.start), row.dates[-1] if row.dates else None)
    for piece in map(on_one_line, unwrapped(row.pieces)):
        facts.grade = facts.grade or find_grade(piece)
        for part in without_dates(piece, row.dates) if row.dates else [piece.trim()]:
            for index, half in enumerate(_around_at(part)):
                if index and facts.institution is None:
                    facts.institution = _without_place(half.trim())
                else:
                    _read_part(facts, half.trim())
    return facts


def _around_at(part: Piece) -> list[Piece]:
    """ "BSc Physics at Lund University" in two, but not "University of Texas at Austin"."""
    halves = part.split_outside(_AT)
    if len(halves) != 2:
        return [part]
    before = _SEPARATOR.split(halves[0].text)[-1]
    return [part] if _is_school(before) and not find_studies(before) else halves


def _read_part(facts: Facts, part: Piece) -> None:
    """One stretch of text between dates: the degree with its field, the school, and what is neither."""
    degrees = [degree for degree in find_studies(part.text) if not _in_school_name(part.text, degree)]
    if not degrees:
        _read_rest(facts, part, None)
        return
    first, last = degrees[0], degrees[-1]
    facts.levels += [degree.level for degree in degrees]
    before = part.cut(0, first.start).trim()
    honors = _HONORS.match(part.text, first.end)
    degree_piece = part.cut(first.start, honors.end() if honors else first.end)
    field = field_after(part.text, last) or _field_between(part.text, first, last)
    end = last.end
    if field is not None:
        if label := FIELD_LABEL.match(part.text, field.start):
            field = _labeled_field(part.text, label.end())
        lead = part.text[last.end : field.start]
        apart = bool(re.search(r"[,–—-]|\s{2}", lead))
        several = bool(_SEVERAL.search(degree_piece.text))
        stop = _field_end(field.text, apart, stated=bool(lead.strip()), several=several)
        candidate = part.cut(field.start, field.start + stop).trim()
        inside = candidate.end - part.start <= last.start
        named = candidate.text and not _GRADE.match(part.text, field.start)
        if named and not _is_school(candidate.text) and not find_places(candidate.text):
            facts.area = facts.area or candidate
            end = end if inside else field.start + stop
    facts.degrees.append(degree_piece.trim())
    _read_rest(facts, before, last)
    _read_rest(facts, part.cut(end).trim(), last)


def _labeled_field(text: str, start: int) -> Field:
    """What a label in the degree's line names: "BBA, Concentration: Accounting"."""
    return Field(start, len(text), text[start:])


def _in_school_name(text: str, degree: Degree) -> bool:
    """The "High School" of "Roosevelt High School" is the school's name, not the degree."""
    if degree.level != "high_school" or not _NAME_BEFORE.search(text[: degree.start]):
        return False
    if _SCHOOL_KIND.fullmatch(text[degree.start : degree.end]):
        return bool(re.match(r"\s*(?:$|[,(|•·–—-]|in\b)", text[degree.end :]))
    return bool(_SCHOOL_GOES_ON.match(text, degree.end))


def _field_between(text: str, first: Degree, last: Degree) -> Field | None:
    """The field of "Bachelor of Science in Nursing (BSN)", which stands before the abbreviation."""
    return field_after(text[: last.start], first) if last.start > first.end else None


def _list_end(text: str, several: bool) -> int:
    """Where the first comma ends the field, which those of "French, German and Spanish" don't.

    `several` says that the degree has many subjects ("A-levels: Mathematics, Physics").
    """
    listed = _LIST.match(text)
    if listed and not (_is_school(listed[0]) or find_studies(listed[0]) or find_places(listed[0])):
        return listed.end()
    parts = text.split(",")
    end = len(parts[0])
    for part in parts[1:] if several else ():
        if _is_school(part) or find_places(part.strip()) or len(part.split()) > _SUBJECT_WORDS:
            break
        end += 1 + len(part)
    return end


def _field_end(text: str, apart: bool, stated: bool, several: bool) -> int:
    """How much of the words after a degree is the field: up to a comma, a school or a place.

    `apart` says that a comma or dash stood between ("High School Diploma, Lincoln High School"): then a
    part that names a school is one from its first word. `stated` says that a word such as "in" led to it,
    so that at least one word is the field ("BSc in Physics Lund University", but "PhD Princeton University").
    """
    related = _OR_RELATED.search(text)
    stops = [related.start() if related else len(text)]
    comma = _list_end(text, several)
    stops.append(comma)
    text = text[:comma]
    if apart and _is_school(text):
        return 0
    if match := _SCHOOL_AT.search(text):
        stops.append(_school_start(text, match.start(), stated))
    stops += [place.start for place in find_places(text)]
    return min(stops)


def _school_start(text: str, at: int, stated: bool) -> int:
    """Where the school's name begins, whose telling word stands at `at` ("Computer Science Boston University")."""
    if at == 0 or re.match(
        r"(?:university|college|school|institute|université|universidad|universität)\s+(?:of|de|d)",
        text[at:],
        re.IGNORECASE,
    ):
        return at
    before = list(re.finditer(r"\S+", text[:at]))
    upper = [match for match in before if match[0].isupper() and len(match[0]) > 3]
    if upper and len(upper) < len(before):
        return upper[0].start()
    start = before[-min(2, max(1, len(before) - 1))].start() if before else at
    return start or (at if stated else 0)


def _read_rest(facts: Facts, part: Piece, degree: Degree | None) -> None:
    if match := _LABELED.match(part.text) or _FROM.match(part.text):
        part = part.cut(match.end())
    listed = _LIST.fullmatch(part.text) and not _is_school(part.text) and not find_places(part.text)
    for piece in [part] if listed else _without_places(part):
        piece = piece.trim()
        if not piece.text or _GRADE.fullmatch(piece.text):
            continue
        if match := FIELD_LABEL.match(piece.text):
            facts.area = facts.area or piece.cut(match.end()).trim()
        elif facts.institution is None and _is_school(piece.text):
            facts.institution = _without_place(piece)
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
        if place.city and place.end - place.start > len(place.city):
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
    places = [place for place in found if place.start > 0 and not _JOINED.search(piece.text, 0, place.start)]
    return (
        piece.cut(0, places[-1].start).trim()
        if places and places[-1].end >= len(piece.text.rstrip(" .)"))
        else piece
    )


def find_grade(piece: Piece) -> Piece | None:
    match = _GRADE.search(piece.text)
    if match is None:
        return None
    group = next(name for name in ("value", "plain", "honors") if match[name])
    return piece.cut(match.start(group), match.end(group)).strip()


def first_part(piece: Piece) -> Piece | None:
    parts = piece.split(_SEPARATOR)
    return parts[0].trim() if parts else None
