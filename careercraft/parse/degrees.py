"""Degrees in running text: the level, the words that name it, the field of study, "or equivalent".

Used for resumes ("BSc in Physics") and for postings ("bachelor's degree in a related field or equivalent").
"""

from __future__ import annotations

import re
from typing import NamedTuple

from careercraft.model.resume import DEGREE_ORDER, DegreeLevel
from careercraft.parse.degree_words import FULL_NAMES, SHORT_NAMES, SUBJECT
from careercraft.parse.study_names import STUDY_NAMES
from careercraft.parse.study_phrases import find_phrases

OR_EQUIVALENT = re.compile(
    r"""
    \b(?:or|and/or)\s+(?:an?\s+|its\s+|the\s+)?(?:foreign\s+|relevant\s+|combined\s+|other\s+)?
        (?:equivalent|comparable|similar|related\s+(?:work\s+)?experience|(?:relevant\s+)?(?:work\s+)?experience\b)
    | \bequivalent\s+(?:combination|(?:\w+\s+){0,2}experience)
    | \(or\s+equiv | \bor\s+equiv\b
    | \boder\s+(?:eine?\s+)?(?:vergleichbare?|gleichwertige?)
    | \bou\s+(?:expérience\s+)?(?:équivalente?|similaire)
    | \bo\s+(?:experiencia\s+)?(?:equivalente|similar)
    | \bou\s+(?:experiência\s+)?equivalente
    | \bof\s+(?:een\s+)?(?:vergelijkbare?|gelijkwaardige?)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Says that experience or another title will do in place of the degree."""

_FIELD_STOP = re.compile(
    r"""
      \s[-–—|•]\s | \s{2,} | [;()\[\]\n|•·] | \.(?:\s|$) | :
    | ,?\s+(?:from|at|with|and\s+at\s+least|plus|required|preferred|is|are|was|de\s+l['’]|who|minimum|including)\b
    | ,?\s+(?:or|and)\s+(?:an?\s+|the\s+)?(?:equivalent|comparable|similar|\w+\s+experience|experience|work\s)
    | [,\s]+\d
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FIELD_START = re.compile(
    r"(?:\s+(?:degrees?|diplomas?|studies|title|grad))?\s*(?:\([^)]{1,12}\))?\s*"
    r"(?:\s(?:in|of|en|de|em|im|in\s+the\s+field\s+of|fach|der|des|di|du|i|inom|innen|på|na|w\s+zakresie|na\s+kierunku|kierunek|v\s+oboru|obor|with\s+(?:a\s+)?(?:major|concentration|specialization)\s+in)\s|[:–—]\s|,\s|\s-\s|\s)\s*",
    re.IGNORECASE,
)
_FIELD_SPLIT = re.compile(r"\s*(?:,\s*(?:or|and)\s|[,/;]|\s(?:or|and/or|ou|oder)\s)\s*", re.IGNORECASE)
_NO_FIELD = re.compile(r"(?:or|and|oder|ou|o)\s", re.IGNORECASE)
_FILLER = re.compile(
    r"^(?:(?:an?|any|the|other|another|relevant|related|similar|closely|technical|field|fields|discipline|area|subject|of|study|in|its?"
    r"|degree|major|preferably|equivalent)\b[\s.]*)+$",
    re.IGNORECASE,
)


class Degree(NamedTuple):
    """A degree named in a text; `start` and `end` cover its name alone, without the field of study."""

    start: int
    end: int
    level: DegreeLevel


class Field(NamedTuple):
    """A field of study as it stands in the text."""

    start: int
    end: int
    text: str


def find_degrees(text: str) -> list[Degree]:
    """Every degree named in `text`, in reading order, without overlaps; the longer name wins."""
    found = [
        Degree(match.start(), _with_subject(text, match.end()), level)
        for pattern in (_full(), _short())
        for match in pattern.finditer(text)
        if (level := _level(match)) is not None
    ]
    kept: list[Degree] = []
    for degree in sorted(found, key=lambda d: (d.start, -d.end)):
        if not kept or degree.start >= kept[-1].end:
            kept.append(degree)
    return kept


def find_studies(text: str) -> list[Degree]:
    """As `find_degrees`, with the names that mean schooling only where a section of education holds them.

    In a text without small letters the names count in any case ("MSC BIOTECHNOLOGY").
    """
    capitals = text.isupper()
    patterns = (_study(any_case=True), _short(any_case=True)) if capitals else (_study(),)
    extra = [
        Degree(match.start(), match.end(), level)
        for pattern in patterns
        for match in pattern.finditer(text)
        if (level := _level(match)) is not None
    ]
    extra += [Degree(*phrase) for phrase in find_phrases(text)]
    kept: list[Degree] = []
    for degree in sorted([*find_degrees(text), *extra], key=lambda d: (d.start, -d.end)):
        if not kept or degree.start >= kept[-1].end:
            kept.append(degree)
    return kept


def highest(levels: list[DegreeLevel]) -> DegreeLevel | None:
    """The highest of `levels` in the order of `DEGREE_ORDER`; None of an empty list."""
    return max(levels, key=DEGREE_ORDER.index, default=None)


def field_after(text: str, degree: Degree) -> Field | None:
    """What follows the degree's name as its field: "Physics" of "BSc in Physics, MIT" gives "Physics, MIT".

    Where a comma ends the field can't be told from the words alone; the caller cuts at what it knows.
    """
    match = _FIELD_START.match(text, degree.end)
    if match is None:
        return None
    stop = _FIELD_STOP.search(text, match.end())
    start, end = match.end(), stop.start() if stop else len(text)
    while end > start and text[end - 1] in " ,.-–—":
        end -= 1
    if end <= start or not text[start].isalpha() or _NO_FIELD.match(text, start, end):
        return None
    return Field(start, end, text[start:end])


def fields_of_study(text: str, degree: Degree) -> tuple[str, ...]:
    """The fields a posting names: ("Computer Science", "Statistics") of "BS in Computer Science, Statistics or a
    related field". Fillers such as "related field" are left out."""
    field = field_after(text, degree)
    if field is None:
        return ()
    parts = (
        re.sub(r"^(?:an?|the|in|or|and)\s+", "", part.strip(" .")) for part in _FIELD_SPLIT.split(field.text)
    )
    return tuple(part for part in parts if part and len(part.split()) <= 5 and not _FILLER.match(part))


def _with_subject(text: str, end: int) -> int:
    """The end of "Bachelor of Science" for one that was found as "Bachelor"."""
    match = _subject().match(text, end)
    return match.end() if match else end


def _level(match: re.Match[str]) -> DegreeLevel | None:
    for level in DEGREE_ORDER:
        if match.groupdict().get(level):
            return level
    return None


_cache: dict[str, re.Pattern[str]] = {}


def _subject() -> re.Pattern[str]:
    if "subject" not in _cache:
        _cache["subject"] = re.compile(rf"{SUBJECT}(?:\s+degree)?(?!\w)", re.IGNORECASE)
    return _cache["subject"]


def _full() -> re.Pattern[str]:
    """Names written out, in any case."""
    return _compiled("full", FULL_NAMES, re.IGNORECASE)


def _short(*, any_case: bool = False) -> re.Pattern[str]:
    """Abbreviations, whose case tells BA from ba and AS from as."""
    return _compiled("short", SHORT_NAMES, re.IGNORECASE if any_case else re.NOFLAG)


def _study(*, any_case: bool = False) -> re.Pattern[str]:
    """Compiled on its first use: few documents need it beside the others."""
    return _compiled("study", STUDY_NAMES, re.IGNORECASE if any_case else re.NOFLAG)


def _compiled(name: str, table: dict[DegreeLevel, str], flags: re.RegexFlag) -> re.Pattern[str]:
    key = f"{name} {flags!r}"
    if key not in _cache:
        body = "|".join(f"(?P<{level}>{table[level]})" for level in reversed(DEGREE_ORDER) if level in table)
        _cache[key] = re.compile(rf"(?<![\w.])(?:{body})(?!\w)", flags | re.VERBOSE)
    return _cache[key]
