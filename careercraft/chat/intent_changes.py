"""From "what if I had two more years" to "+2y": the changes of a question, as `--what-if` takes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
NUMBER = rf"(\d{{1,3}}(?:[.,]\d+)?|{'|'.join(_NUMBERS)})"
"""A group of a pattern: digits or a word."""
PLACE = re.compile(
    r"\b(?:move|moved|relocate|relocated|lived?|were|was)\s+(?:to|in)\s+"
    r"([A-Z][\w .'-]{1,40}?)(?=[?.!,]|$| and | would)"
)
"""A move, and where to."""
_YEARS = re.compile(
    rf"\b{NUMBER}\s+(more |extra |additional |fewer |less )?(?:more )?years?\b", re.IGNORECASE
)
_DEGREE = re.compile(
    r"\b(bachelor|master|phd|ph\.d|doctorate|mba|associate|bsc|msc)s?\b(?!ed)", re.IGNORECASE
)
_NO_DEGREE = re.compile(
    r"\b(?:without|no|didn.?t have|hadn.?t|not have)\s+(?:a |my |any )?degree\b", re.IGNORECASE
)
_LESS = re.compile(
    r"\b(?:without|lose|lost|drop|dropped|forget|remove|take away|no longer|had no|"
    r"(?:didn.?t|did not|do not|don.?t) (?:have|know)|hadn.?t|had not)\b",
    re.IGNORECASE,
)
_LEVEL = re.compile(r"\b(beginner|intermediate|advanced|expert)\b", re.IGNORECASE)
_REMOTE = re.compile(r"\b(?:remotely|remote|from home)\b", re.IGNORECASE)
_LEVELS = {"phd": "doctorate", "ph.d": "doctorate", "mba": "master", "bsc": "bachelor", "msc": "master"}


def number(text: str) -> float:
    """Of what NUMBER found."""
    return float(_NUMBERS.get(text.lower()) or text.replace(",", "."))


def find_changes(question: str, skills: Sequence[str]) -> tuple[str, ...]:
    """`skills` are those that the question names; empty where it says no change."""
    return tuple(dict.fromkeys((*_circumstances(question, bool(skills)), *_of_skills(question, skills))))


def _circumstances(question: str, has_skills: bool) -> Iterator[str]:
    """Degree, place, way of working and years of work."""
    if _NO_DEGREE.search(question):
        yield "-degree"
    elif degree := _DEGREE.search(question):
        yield f"+degree:{_LEVELS.get(degree[1].lower(), degree[1].lower())}"
    if _REMOTE.search(question):
        yield "+remote"
    if place := PLACE.search(question):
        yield f"+location:{place[1].strip()}"
    years = _YEARS.search(question)
    if years and not has_skills:
        less = (years[2] or "").strip().lower() in ("fewer", "less") or _LESS.search(question)
        yield f"{'-' if less else '+'}{number(years[1]):g}y"


def _of_skills(question: str, skills: Sequence[str]) -> Iterator[str]:
    years, level = _YEARS.search(question), _LEVEL.search(question)
    detail = f":{number(years[1]):g}y" if years else f":{level[1].lower()}" if level else ""
    for name in skills:
        yield f"-{name}" if _LESS.search(question) else f"+{name}{detail}"
