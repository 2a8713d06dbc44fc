"""Degrees asked for: level, fields, and whether experience will do instead."""

from __future__ import annotations

import re

from careercraft.model.job import EducationAsk, Statement
from careercraft.model.resume import DEGREE_ORDER
from careercraft.parse.degrees import OR_EQUIVALENT, Degree, fields_of_study, find_degrees

_LEADING = re.compile(
    r"^(?:(?:preferably|ideally|either|e\.g|such as|and|or|in|a|an|the|minimum|der|des"
    r"|die|das|la|le|el|en|de|di|em)\b[\s.,]*)+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"[\s,]+(?:and|or|y|o|und|et|requires?|required)$|(?:\s(?:relevant|related"
    r"|work))*\sexperience$",
    re.IGNORECASE,
)
_HIGHER = re.compile(
    r"['’]?s?(?:\s(?:degree|level))?\s\(?(?:or|and|/)\s(?:higher|above|better|advanced"
    r"|greater)\)?(?:\s(?:degree|level))?",
    re.IGNORECASE,
)
_VERB = re.compile(r"master\s(?!in\b|of\b|degree|level|['’])")
_NO_FIELD = re.compile(
    r"(?:degrees?|required|preferred|desired|equivalent|from|with|plus|must|and|or|is"
    r"|are|years?|requires?|experience|e\.?g\.?|higher|above|needed|vergleichbar\w*"
    r"|gleichwertig\w*|équivalent\w*|equivalente\w*|similar\w*|vergelijkbar\w*)\b",
    re.IGNORECASE,
)
_OTHER_PERSON = re.compile(
    r"\b(?:we|our (?:team|company)|team of|led by|alongside|colleagues)\b", re.IGNORECASE
)
_SUBSTITUTE = re.compile(
    r"experience\s(?:\w+\s){0,3}(?:may|can|could|will)\s(?:be\s)?(?:\w+\s)?substitut|in\slieu\sof"
    r"|substitut\w+\sfor|or\s(?:\w+\s){0,3}(?:work\s)?experience|equivalent\s(?:\w+\s){0,3}experience",
    re.IGNORECASE,
)


_LONGEST_FIELDS = 250


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
    levels = [DEGREE_ORDER.index(degree.level) for degree in find_degrees(statement.text.value)]
    return min(levels) if levels else None


def read_education(statements: tuple[Statement, ...]) -> tuple[EducationAsk, ...]:
    """One ask for each statement that names degrees; of alternatives the lowest level is asked."""
    asks = [ask for statement in statements if statement.kind == "requirement" and (ask := _ask(statement))]
    return tuple(ask for index, ask in enumerate(asks) if ask not in asks[:index])


def _ask(statement: Statement) -> EducationAsk | None:
    text = statement.text.value
    degrees = [degree for degree in find_degrees(text) if not _VERB.match(text, degree.start)]
    if not degrees or (_OTHER_PERSON.search(text, 0, degrees[0].start) and statement.label is None):
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
        or_equivalent=bool(OR_EQUIVALENT.search(text) or _SUBSTITUTE.search(text)),
        importance=statement.importance,
        text=statement.text,
    )


def _fields(text: str, degrees: list[Degree]) -> tuple[str, ...]:
    """The fields behind any of the degrees, each once."""
    found: dict[str, None] = {}
    for degree in degrees:
        higher = _HIGHER.match(text, degree.end)
        named = degree._replace(end=higher.end() if higher else degree.end)
        for field in fields_of_study(text[: named.end + _LONGEST_FIELDS], named):
            for part in re.split(r"\s(?:o|e|y|und|et|of)\s(?=[A-ZÀ-Þ])", field):
                words = _TRAILING.sub("", _LEADING.sub("", part))
                if len(words) > 2 and not find_degrees(words) and not _NO_FIELD.match(words):
                    found.setdefault(words, None)
    return tuple(found)
