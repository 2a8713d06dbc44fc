"""Years that a quote states: their number with its unit, of that skill, done and not planned."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from careercraft.read.clean import BULLETS

_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twelve": 12, "fifteen": 15, "twenty": 20,
}  # fmt: skip
_YEARS = re.compile(
    rf"(?<![\w.,])(\d{{1,2}}(?:[.,]\d+)?|{'|'.join(_NUMBERS)})(?:\s*\(\d{{1,2}}\))?\s*\+?\s*"
    r"(?:(?:-|–|to|or)\s*\d{1,2}\s*\+?\s*)?(?:(?:or\s+more|full|plus|whole)\s+)?"
    r"(?:years?|yrs?|y\b|jahre?n?|ans\b|années?|años?|anni)",
    re.IGNORECASE,
)
_NOT_SPENT = re.compile(
    r"\s*['’]?\s*(?:ago\b|old\b|older\b|of age\b|younger\b|alt\b|warrant\w+|guarantee\w*|contracts?\b|plans?\b"
    r"|anniversary|after\b|from now|degree|program)",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"(?<!\w)(?:aged?|next|coming|within|another|last used|in|every|until|by|under|below|less than|fewer than"
    r"|nearly|almost|future)\s+(?:the\s+)?(?:next\s+|coming\s+)?$|(?:^|[\s(])[-–−]$",
    re.IGNORECASE,
)
_PARTS = re.compile(rf"[.!?;|{BULLETS}](?:\s|$)|[()\[\]]|\n\s*\n|\n\s*[-–—*{BULLETS}]\s")
"""What a number of years doesn't reach over, forwards."""
_PARTS_BACK = re.compile(rf"[.!?;|{BULLETS}](?:\s|$)|[)\]]|\n\s*\n|\n\s*[-–—*{BULLETS}]\s")
"""... and backwards: "SQL (5 years)" has its number in brackets."""
_JOINT = re.compile(r"\s*(?:,|/|&|and|or|,\s*and|,\s*or)\s*", re.IGNORECASE)
_LEADS = re.compile(
    r"\s*['’]?\s*(?:of|in|with|using|on|as|at|doing|experience|practice|professional|hands-on|working)\b",
    re.I,
)
_BOUND = re.compile(r"[\s:=(,–—-]*$")
_FARTHEST = 90

Place = tuple[int, int]


def years_in(quote: str, years: float) -> Place | None:
    """Where the quote states so many years that somebody spent."""
    return next(_stated(quote, 0, len(quote), years), None)


def years_of(text: str, quote: Place, skill: Place, years: float, others: Sequence[Place]) -> Place | None:
    """Where the quote states so many years of the skill that stands at this place. `others` are the places of other
    skills: "ten years of SQL, set up Grafana" tells none of Grafana, "ten years of SQL and Grafana" of both."""
    for place in _stated(text, *quote, years):
        ahead = place[1] <= skill[0] and _leads_to(text, place, skill, others)
        if ahead or (skill[1] <= place[0] and _follows(text, place, skill, others)):
            return place
    return None


def _stated(text: str, start: int, end: int, years: float) -> Iterator[Place]:
    for found in _YEARS.finditer(text, start, end):
        word = found[1].lower().replace(",", ".")
        number = float(_NUMBERS[word]) if word in _NUMBERS else float(word)
        before = text[max(0, found.start() - 24) : found.start()]
        if number == years and not (_NOT_SPENT.match(text, found.end()) or _NOT_YET.search(before)):
            yield found.span()


def _leads_to(text: str, number: Place, skill: Place, others: Sequence[Place]) -> bool:
    """ "Five years of SQL": nothing between them that ends what the number tells of."""
    between = text[number[1] : skill[0]]
    if len(between) > _FARTHEST or _PARTS.search(between) or _YEARS.search(between):
        return False
    left = [last for _, last in others if last <= number[0]]
    if not _LEADS.match(between) and any(_BOUND.fullmatch(text, last, number[0]) for last in left):
        return False  # "SQL: 10 years, Kafka"
    inside = sorted(place for place in others if number[1] <= place[0] and place[1] <= skill[0])
    ends = [*(first for first, _ in inside[1:]), skill[0]]
    return all(_JOINT.fullmatch(text, place[1], end) for place, end in zip(inside, ends, strict=False))


def _follows(text: str, number: Place, skill: Place, others: Sequence[Place]) -> bool:
    """ "SQL (5 years)": no other skill between them, nor behind a number that has one of its own."""
    between = text[skill[1] : number[0]]
    if len(between) > _FARTHEST or _PARTS_BACK.search(between) or _YEARS.search(between):
        return False
    if any(skill[1] <= first and last <= number[0] for first, last in others):
        return False
    right = range(number[1], number[1] + _FARTHEST)
    return not (_LEADS.match(text, number[1]) and any(first in right for first, _ in others))
