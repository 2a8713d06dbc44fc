"""Numbers in a sentence with their units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

Unit = Literal["percent", "points", "years", "months", "hours", "money", "count", "plain"]
_UNITS: tuple[tuple[Unit, str], ...] = (
    ("percent", r"%|per ?cents?\b|percentage"),
    ("points", r"(?:[a-z]+\s+){0,1}points?\b|pts\b|/\s?100|out of (?:100|a hundred)|of 100\b"),
    ("years", r"(?:(?:more|full|relevant|extra|additional|further|total|good|solid"
     r"|whole)\s+){0,2}-?(?:years?|yrs?)\b"),
    ("months", r"-?months?\b"),
    ("hours", r"(?:(?:more|learning|study|extra)\s+)?-?(?:hours?|hrs?|h)\b(?!\s+(?:a|per|each"
     r"|every)\s+(?:day|week|month|year)\b)"),
    ("count", r"(?:[a-z-]+\s+){0,2}(?:requirements?|skills?|gaps?|strengths?|positions?|jobs?|roles?"
     r"|items?|musts?|"
              r"must-haves?|scores?|degrees?|languages?|certificates?|certifications?|matche[sd]"
              r"|changes?|ways?|demands?)\b|of (?:the |its |these |your )?\d+"),
)  # fmt: skip
_UNIT = re.compile(r"\s*\+?\s*(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _UNITS) + ")", re.I)
_NUMBER = re.compile(
    r"(?P<sign>[$€£¥]\s?)?(?<![\w.,])(?P<digits>\d+(?:,\d{3})*(?:\.\d+)?)(?P<thousand>\s?[kKmM](?!\w))?"
    r"(?P<scale>\s(?:thousand|million|billion)\b)?"
    r"(?P<currency>\s?(?:EUR|USD|GBP|CHF|dollars?|euros?|pounds?)\b)?(?P<nth>(?:st|nd|rd|th)\b)?"
)
_ONLY = re.compile(r"\b(?:only|just|exactly|merely)\s+$", re.IGNORECASE)
_ONE = re.compile(r"(?<![\w-])one(?![\w-])", re.IGNORECASE)
_DECADE = re.compile(
    r"(?<!\w)(?:(?P<number>\d+)|a|one|two|three|over|more than|nearly|almost|about)\s+(?:a\s+)?"
    r"(?P<what>decades?|century|centuries)\b",
    re.IGNORECASE,
)
_FACTORS = {"k": 1e3, "m": 1e6, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_CALENDAR = (1900, 2100)
_NEXT_WORD = re.compile(r"\s*\+?[\s-]*([^\W\d_]+|%)")
_RANK = 10
"""Ordinals up to which "1st" and "2nd" say nothing that could be made up."""


class Figure(NamedTuple):
    """One number as it stands."""

    text: str
    value: float
    unit: Unit
    next: str
    """The word behind it, or %; empty at the end."""
    start: int
    spelled: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def figures(sentence: str, spelled: frozenset[int] = frozenset()) -> Iterator[Figure]:
    """All but years of the calendar, which are dates, and "1st". `spelled`: where a number was a word."""
    for found in _NUMBER.finditer(sentence):
        value = float(found["digits"].replace(",", ""))
        if found["nth"] and value <= _RANK:
            continue
        behind = _UNIT.match(sentence, found.end())
        unit: Unit = _named(behind)
        if found["sign"] or found["currency"]:
            unit = "money"
        factor = (found["thousand"] or found["scale"] or "").strip().lower()
        value *= _FACTORS.get(factor, 1)
        if unit in {"plain", "count"} and not value.is_integer():
            unit = "plain"
        elif unit in {"plain", "count"} and not factor and _CALENDAR[0] <= value < _CALENDAR[1]:
            continue
        start = found.start("digits")
        yield Figure(found["digits"], value, unit, _word_at(sentence, found.end()), start, start in spelled)
    for found in _ONE.finditer(sentence):
        behind = _UNIT.match(sentence, found.end())
        if behind and (_named(behind) != "count" or _ONLY.search(sentence[: found.start()])):
            yield Figure("one", 1.0, _named(behind), _word_at(sentence, found.end()), found.start(), True)
    for found in _DECADE.finditer(sentence):
        number = float(found["number"] or {"two": 2, "three": 3}.get(found[0].split()[0].lower(), 1))
        years = number * (10 if found["what"].lower().startswith("decade") else 100)
        yield Figure(found[0], years, "years", "years", found.start(), True)


def _named(found: re.Match[str] | None) -> Unit:
    if found is None:
        return "plain"
    return next(name for name, _ in _UNITS if found[name])


def _word_at(sentence: str, position: int) -> str:
    found = _NEXT_WORD.match(sentence, position)
    return found[1] if found else ""
