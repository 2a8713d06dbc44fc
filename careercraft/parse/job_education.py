"""Degrees asked for: level, fields, and whether experience will do instead."""

from __future__ import annotations

import re

from msgspec import structs

from careercraft.model.job import EducationAsk, Importance, Statement
from careercraft.model.resume import DEGREE_ORDER, DegreeLevel
from careercraft.parse.degrees import Degree, fields_of_study
from careercraft.parse.job_cue import Lazy
from careercraft.parse.job_degrees import asked_degrees, takes_equivalent

_LEADING = re.compile(
    r"^(?:(?:preferably|ideally|either|e\.g|such as|and|or|in|a|an|the|minimum|der|des"
    r"|die|das|la|le|el|en|de|di|em)\b[\s.,]*)+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"[\s,]+(?:and|or|y|o|und|et|requires?|required)$|\sand\s(?:\d|one|two|three|four|five|six|seven|eight|ten).*$"
    r"|(?:\s(?:relevant|related"
    r"|work))*\sexperience$",
    re.IGNORECASE,
)
_HIGHER = re.compile(
    r"['’]?s?(?:\s(?:degree|level))?\s\(?(?:or|and|/)\s(?:higher|above|better|advanced"
    r"|greater)\)?(?:\s(?:degree|level))?",
    re.IGNORECASE,
)
_VERB = re.compile(r"[Mm]aster\s(?!in\b|of\b|and\b|or\b|degree|level|student|program|['’])[a-z]")
_NO_FIELD = re.compile(
    r"(?:degrees?|required|preferred|desired|equivalent|from|with|plus|must|and|or|is"
    r"|are|years?|requires?|experience|e\.?g\.?|higher|above|needed|vergleichbar\w*"
    r"|gleichwertig\w*|équivalent\w*|equivalente\w*|similar\w*|vergelijkbar\w*|experi\w+|expéri\w+|áreas)\b",
    re.IGNORECASE,
)
_OTHER_PERSON = re.compile(
    r"\b(?:we(?!['’]re (?:looking|seeking|searching)| are (?:looking|seeking|searching)| seek| need| require| look)"
    r"|our (?:team|company)|team of|led by|alongside|colleagues)\b",
    re.IGNORECASE,
)
_EDUCATION = re.compile(r"\beducation\b|\bdegree", re.IGNORECASE)
_INSTEAD = Lazy(r"\bequivalent|in (?:lieu|place) of|\bsubstitut", re.IGNORECASE)
_FIELD_JOINT = re.compile(
    r"\s(?:o|e|y|und|et|of)\s(?=[A-ZÀ-Þ])|\s(?:o|ou|oder|of)\s(?=(?:experi|équiv|equiv|vergleich|gleichwert|similar"
    r"|áreas|vergelijk))"
)
_LONGEST_FIELDS = 250
_CLAUSE_END = re.compile(r"[,;.](?:\s|$)")
_PREFERRED = Lazy(
    r"[^,;]{0,30}\b(?:preferred|desired|desirable|a plus|an asset|a bonus|advantage\w*|is nice)\b",
    re.IGNORECASE,
)
_DEGREE_IN = re.compile(r"(?<!phd )\bdegree(?=\sin\s(?!an?\s(?:related|relevant|similar))\w)", re.IGNORECASE)
_FIELD_DEGREE = re.compile(
    r"(?<![\w'’-])(?P<field>[A-Z][A-Za-z&-]+(?:\s(?:and\s|&\s)?[A-Z][A-Za-z-]+){0,2}|[a-z]{5,})\sdegrees?\b"
    r"(?!\s(?:of|program\w*|feedback|view|angle|celsius|fahrenheit|level|requirements?|candidates?|holders?"
    r"|students?|turns?)\b)"
)
# "A high degree of accuracy", "a relevant degree": nothing before the word is a field.
_NO_DEGREE = Lazy(
    r"(?:\w+\s)?(?:higher|high|highest|great|greater|greatest|large|certain|considerable|relevant|related|similar"
    r"|equivalent"
    r"|accredited|completed|recognized|appropriate|suitable|another|other|their|your|first|third|second|minimum"
    r"|formal"
    r"|current|under|these|those|prior|preferred|required|strong|valid|least|some|any|no|the|an?|four-year|two-year"
    r"|advanced|completion|year|years|bs|ba|ms|hold|holds|holding|obtain|earned|earn|require|requires|without|finish"
    r"|school|graduate|undergrad\w*|postgrad\w*|specific|phd|significant|varying|extreme|utmost|three|joint|double"
    r"|multiple|academic|specialist|specialized)$",
    re.IGNORECASE,
)


def without_ladder(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Of "bachelor's and 4 years", "master's and 2 years", "PhD and 1 year" only the rung of the lowest degree.

    Each line would otherwise be a requirement of its own, and the doctorate one that nobody asked for.
    """
    rungs = [(index, level) for index, one in enumerate(statements) if (level := _rung(one)) is not None]
    lowest = min((level for _, level in rungs), default=0)
    dropped = {index for index, level in rungs if level > lowest}
    return tuple(one for index, one in enumerate(statements) if index not in dropped)


def _rung(statement: Statement) -> int | None:
    """The lowest degree of a must that joins degrees with years, as its place in `DEGREE_ORDER`."""
    if statement.kind != "requirement" or statement.importance != "must" or statement.years is None:
        return None
    levels = [DEGREE_ORDER.index(degree.level) for degree in asked_degrees(statement.text.value)]
    return min(levels) if levels else None


def read_education(statements: tuple[Statement, ...]) -> tuple[EducationAsk, ...]:
    """One ask for each statement that names degrees; of alternatives the lowest level is asked."""
    asks = [ask for statement in statements if statement.kind == "requirement" and (ask := _ask(statement))]
    if any(_equals_education(statement) for statement in statements):
        asks = [structs.replace(ask, or_equivalent=True) for ask in asks]
    return tuple(ask for index, ask in enumerate(asks) if ask not in asks[:index])


def _equals_education(statement: Statement) -> bool:
    """A sentence of its own: "An equivalent combination of education and experience may be considered"."""
    text = statement.text.value
    return (
        statement.kind in ("requirement", "about", "meta")
        and bool(_EDUCATION.search(text) and _INSTEAD.search(text) and takes_equivalent(text))
        and not asked_degrees(text)
    )


def _ask(statement: Statement) -> EducationAsk | None:
    text = statement.text.value
    degrees = [degree for degree in asked_degrees(text) if not _VERB.match(text, degree.start)]
    if not degrees:
        return _of_no_level(statement, text)
    if _OTHER_PERSON.search(text, 0, degrees[0].start) and statement.label is None:
        return None
    lowest = min(degrees, key=lambda degree: DEGREE_ORDER.index(degree.level))
    if (
        lowest.level == "certificate"
        and statement.label is None
        and not re.search(r"diploma|ausbildung|apprentice", text, re.IGNORECASE)
    ):
        # A professional certificate is a skill or a licence, asked as such.
        return None
    return EducationAsk(
        level=lowest.level,
        fields=_fields(text, degrees),
        or_equivalent=takes_equivalent(text),
        importance=_importance(statement, text, lowest),
        text=statement.text,
    )


def _of_no_level(statement: Statement, text: str) -> EducationAsk | None:
    """ "Degree in physics" is a bachelor's, as most take it; a "culinary degree" may be less than that."""
    level: DegreeLevel
    if match := _DEGREE_IN.search(text):
        level, fields = "bachelor", _fields(text, [Degree(match.start(), match.end(), "bachelor")])
    elif (match := _FIELD_DEGREE.search(text)) and not _NO_DEGREE.match(match["field"]):
        level, fields = "certificate", (match["field"],)
    else:
        return None
    if not fields or _OTHER_PERSON.search(text, 0, match.start()):
        return None
    return EducationAsk(
        level=level,
        fields=fields,
        or_equivalent=takes_equivalent(text),
        importance=statement.importance,
        text=statement.text,
    )


def _importance(statement: Statement, text: str, degree: Degree) -> Importance:
    """Of "CPA required, MBA preferred" the degree is preferred: the words beside it say so."""
    if statement.importance != "must":
        return statement.importance
    start = max(text.rfind(mark, 0, degree.start) for mark in ",;") + 1
    clause = _CLAUSE_END.split(text[start:], maxsplit=1)[0]
    return "preferred" if start and _PREFERRED.match(text[degree.end : start + len(clause)]) else "must"


def _fields(text: str, degrees: list[Degree]) -> tuple[str, ...]:
    """The fields behind any of the degrees, each once."""
    found: dict[str, None] = {}
    for degree in degrees:
        higher = _HIGHER.match(text, degree.end)
        named = degree._replace(end=higher.end() if higher else degree.end)
        for field in fields_of_study(text[: named.end + _LONGEST_FIELDS], named):
            for part in _FIELD_JOINT.split(field):
                words = _TRAILING.sub("", _LEADING.sub("", part))
                if len(words) > 2 and not (
                    asked_degrees(words) or _NO_FIELD.match(words) or "experience" in words
                ):
                    found.setdefault(words, None)
    return tuple(found)
