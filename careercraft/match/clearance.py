"""Security clearances: which one a posting asks for, which one a resume states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from careercraft.parse.job_cue import Lazy

# By system the grades from the lowest to the highest, each with its words.
_SYSTEMS: dict[str, tuple[tuple[str, str], ...]] = {
    "US": (
        ("public trust", r"\bpublic[- ]trust\b"),
        (
            "secret",
            r"(?<!top )(?<!top-)\bsecret\b(?=\W+(?:\w+\W+){0,3}?clearance|\W*$|[,;/)])"
            r"|\bclearance\W+(?:level\W+)?secret\b",
        ),
        (
            "top secret",
            r"\btop[- ]secret\b(?!\s?(?:/|with|and)?\s?\(?sci\b)"
            r"|(?<![\w/])TS(?!\W{1,3}SCI\b)(?=[\s/,;.)]|$)(?=.{0,40}(?:clearance|poly))",
        ),
        (
            "ts/sci",
            r"\bts[ /-]+sci\b|\btop[- ]secret\s?(?:/|with|and)?\s?\(?sci\b|\bsci\seligib\w+"
            r"|\bsensitive compartmented",
        ),
    ),
    "UK": (
        ("BPSS", r"\bBPSS\b"),
        ("CTC", r"\bCTC\b"),
        ("SC", r"\bSC[- ](?:clear\w*|level|vetted)\b|\bsecurity check\b"),
        ("DV", r"\bDV[- ](?:clear\w*|level|vetted)\b|\bdeveloped vetting\b"),
    ),
    "DBS": (
        ("basic DBS", r"(?<!nhanced\s)\bDBS\b"),
        ("enhanced DBS", r"\b[Ee]nhanced\sDBS\b"),
    ),
}  # fmt: skip
_GRADES = {
    system: tuple(Lazy(words, re.IGNORECASE if system == "US" else 0) for _, words in grades)
    for system, grades in _SYSTEMS.items()
}  # the British short names stand in capitals
_WORD = Lazy(
    r"\bclear(?:ance|ed)\b|\bDBS\b|\bvetted\b|\bvetting\b|\bBPSS\b|\bpublic trust\b|\bTS/SCI\b", re.IGNORECASE
)
_LATER = Lazy(
    r"\b(?:abilit\w+|able|eligib\w+|willing\w*|can|must)\s(?:\w+\s){0,3}?(?:obtain|get|acquire|pass|undergo|secure)\b"
    r"|\bobtainable\b|\bclearable\b|\bsubject to\b|\beligible for\b",
    re.IGNORECASE,
)
_OR_LATER = Lazy(r"\bor\b\W+(?:\w+\W+){0,3}?(?:abilit|able|eligib|willing)", re.IGNORECASE)
_NOW = Lazy(r"\b(?:active|current(?:ly)?|existing|possess\w*|hold\w*|already)\b", re.IGNORECASE)
_PAST = Lazy(
    r"\b(?:expired|inactive|former(?:ly)?|previous(?:ly)?|lapsed|until|eligible|ability|able to obtain|pending)\b",
    re.IGNORECASE,
)
_NONE = Lazy(
    r"\b(?:no|without(?:\sa)?|never\sheld\sa)\s(?:(?:current|active|security|government)\s)*clearance\b|\bnot\s(?:\w+\s)?cleared\b"
    r"|\bclearance\s?:\s?(?:none|no)\b",
    re.IGNORECASE,
)


_OF_OTHERS = Lazy(
    r"\b(?:applications?|requests?|process(?:ed|ing)|investigat\w+|adjudicat\w+|sponsor\w*|customers?|customs)\b",
    re.IGNORECASE,
)
"""Of those who handle clearances."""


class Grade(NamedTuple):
    system: str
    rank: int
    """Within its system."""


class Held(NamedTuple):
    """What a line of a resume states; no grade where it denies any."""

    grade: Grade | None
    start: int
    end: int


def asked(text: str) -> Grade | None:
    """The lowest grade that will do; None where none is named, or where it is enough to get one later."""
    if _LATER.search(text) and (_OR_LATER.search(text) or not _NOW.search(text)):
        return None
    grades = _grades(text)
    return min(grades, key=lambda grade: grade.rank) if grades else None


def held(line: str) -> Iterator[Held]:
    """What one line states."""
    word = _WORD.search(line)
    if word is None or _PAST.search(line) or _OF_OTHERS.search(line):
        return
    if _NONE.search(line):
        yield Held(None, *word.span())
        return
    grades = _grades(line)
    if grades:
        yield Held(max(grades, key=lambda grade: grade.rank), *word.span())


def is_met(ask: Grade | None, has: list[Grade | None]) -> bool | None:
    """A higher grade of the same system will do; another system says nothing."""
    if ask is None or not has:
        return None
    same = [grade.rank for grade in has if grade is not None and grade.system == ask.system]
    if same:
        return max(same) >= ask.rank
    return False if None in has else None


def _grades(text: str) -> list[Grade]:
    return [
        Grade(system, rank)
        for system, patterns in _GRADES.items()
        for rank, pattern in enumerate(patterns)
        if pattern.search(text)
    ]
