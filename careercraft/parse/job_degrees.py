"""Degrees as postings write them, put into the spelling that `degrees` knows, letter for letter."""

from __future__ import annotations

import re
from functools import lru_cache

from careercraft.model.resume import DegreeLevel
from careercraft.parse.degrees import OR_EQUIVALENT, Degree, find_degrees
from careercraft.parse.job_cue import Lazy

_HINT = re.compile(r"ph\.?\s?d|/|\bB\.\s[AS]\.|\bM\.\s[AS]\.", re.IGNORECASE)
_PHD = Lazy(r"\bph(?P<mark>\.?\s?)d(?!\w)", re.IGNORECASE)
_SLASH = Lazy(r"\b(?P<low>[MB]\.?[SA]\.?|[MB]\.?Sc\.?|(?:Master|Bachelor)['’]?s?)/(?=[PMBD][\w.]|Ph)")
_SPACED = Lazy(r"\b(?P<kind>[BM])\.\s(?P<of>[AS])\.(?=\W)")
_LEVELS: tuple[DegreeLevel, ...] = ("master", "bachelor", "associate", "certificate")
# What only postings say: the least level that will do, by the years of study or the kind of school.
_NATIONAL = Lazy(
    r"""\b(?:(?P<master>bac\s?\+\s?5|wo[- ](?:niveau|diploma|opleiding))
      |(?P<bachelor>bac\s?\+\s?[34]|undergrad\s(?:degree|diploma)
        |hbo(?=-?\s?(?:of|en|/)\s?wo\b)|hbo[- ](?:niveau|diploma|opleiding|werk)\w*
        |(?:ensino\s)?superior\scompleto|ensino\ssuperior
        |formação\ssuperior|curso\ssuperior
        |(?:titulación|título|estudios|formación|grado)\suniversitari[oa]s?|diploma\sdi\slaurea
        |(?:abgeschlossenes\s)?(?:hochschul|universitäts)?studium(?=\s(?:der|des|im|in|mit|oder)\b))
      |(?P<associate>bac\s?\+\s?2)
      |(?P<certificate>mbo(?:[- ](?:\d|niveau|diploma|opleiding)\w*|(?=-?\s?(?:of|en|/)\s?hbo\b))
        |efz\b|cfc\b|ciclo\sformativo|ensino\stécnico
        |ausbildung\s(?:im|in)\b
        |(?:kaufmännische|technische|handwerkliche|medizinische)\s(?:berufs)?ausbildung))""",
    re.VERBOSE | re.IGNORECASE,
)
_STEMS = (
    "bac", "undergrad ", "wo-", "wo ", "hbo", "superior", "universit", "laurea", "studium", "mbo", "efz", "cfc",
    "formativo", "técnico", "ausbildung",
)  # fmt: skip
# "Computer science or a similar field" widens the fields, not what stands for a degree.
_OF_FIELD = Lazy(
    r"(?:[^.;,]{0,25}?\b(?:fields?|disciplines?|areas?|subjects?|majors?|studies|domains?|programs?|degrees?"
    r"|curriculum|topics?"
    r"|fachrichtung|studiengang|domaine|área|campo|settore|richting)\b)",
    re.IGNORECASE,
)
_ALIKE = Lazy(r"\b(?:similar|comparable|related)$", re.IGNORECASE)
_SUBSTITUTE = Lazy(
    r"experience\s(?:\w+\s){0,3}(?:may|can|could|will)\s(?:be\s)?(?:\w+\s)?(?:substitut|considered)|in\slieu\sof"
    r"|substitut\w+\sfor|or\s(?:(?:an?|at|least|minimum|of|additional|equivalent|>|over)\s?){0,3}(?:\d{1,2}|two"
    r"|three|four|five|six|eight|ten)\+?\s(?:\w+\s){0,2}(?:years|yrs)"
    r"(?![^.;,]{0,50}\b(?:degree|ph\.?d|master|m\.?s)\b)"
    r"|or\s(?:\w+\s){0,3}(?:work\s)?experience|equivalent\s(?:\w+\s){0,3}experience",
    re.IGNORECASE,
)


def asked_degrees(text: str) -> list[Degree]:
    """As `find_degrees`, with "MS/PhD", "phd", "B. A.", "Bac+5" and their like too, in reading order."""
    return list(_asked(text))


@lru_cache(maxsize=512)
def _asked(text: str) -> tuple[Degree, ...]:
    """Several readers ask the same of one statement."""
    if _HINT.search(text):
        text = _PHD.sub(lambda match: f"Ph{match['mark']}D", text)
        # The space moves behind the abbreviation: "B. A." and "B.A. " are as long.
        text = _SPACED.sub(r"\g<kind>.\g<of>. ", _SLASH.sub(r"\g<low>,", text))
    found = find_degrees(text)
    low = text.lower()
    if any(stem in low for stem in _STEMS) and (match := _NATIONAL.search(text)):
        place = (match.start(), match.end())
        if not any(degree.start < place[1] and place[0] < degree.end for degree in found):
            level = next(level for level in _LEVELS if match[level])
            found = sorted([*found, Degree(*place, level)], key=lambda degree: degree.start)
    return tuple(found)


def takes_equivalent(text: str) -> bool:
    """Whether experience will do in place of the degree."""
    if _SUBSTITUTE.search(text):
        return True
    return any(not _widens_fields(text, match) for match in OR_EQUIVALENT.finditer(text))


def _widens_fields(text: str, match: re.Match[str]) -> bool:
    """ "…, or a similar technical field", "statistics, or similar and 2 years": more fields, no other way."""
    if "experience" in match[0].lower():
        return False
    return bool(_OF_FIELD.match(text, match.end())) or (
        bool(_ALIKE.search(match[0])) and text[: match.start()].rstrip().endswith(",")
    )
