"""Years asked for: "5+ years", "two (2) to four years", "18 months", "mindestens 3 Jahre"."""

from __future__ import annotations

import re
from typing import NamedTuple

_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "ein": 1, "eine": 1, "einem": 1,
    "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4,
    "cinq": 5, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "dois": 2, "três": 3, "quatro": 4, "due": 2,
    "tre": 3, "quattro": 4, "cinque": 5, "twee": 2, "drie": 3, "vijf": 5,
}  # fmt: skip
_A_YEAR = r"(?:an?|further)(?=\syear['’]?s?\s(?:of\s|(?:\w+\s)?experience|in\s|as\s|working))"
_NUMBER = rf"\d{{1,2}}(?:[.,]\d)?|{_A_YEAR}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True))
_PATTERN = re.compile(
    rf"""
    (?<![\w$€£.,-])
    (?P<bound>(?:up\sto|(?:no\s|not\s)more\sthan|at\smost|(?<!no\s)(?<!not\s)less\sthan|under|maximum(?:\sof)?|bis\szu)\s)?
    (?P<low>{_NUMBER})
    (?:\s?\(\s?(?P<digits>\d{{1,2}})\s?\+?\s?\))?                 # three (3)
    \s?(?:\+|plus\b|or\smore|ou\splus|o\smás)?\s?                 # 5+ | 5 or more
    (?:(?:[-–—]|to|or|bis|à|a|y)\s?(?P<high>\d{{1,2}}|{_NUMBER})\s?(?:\(\d{{1,2}}\))?\s?\+?\s?)?  # 2-4, two to four
    (?:[-–\s]?\s?(?:full\s|consistent\s|solid\s|relevant\s|successful\s|additional\s|proven\s|or\smore\s|consecutive\s|calendar\s
        |expert\s|professional\s|direct\s|total\s|combined\s|cumulative\s|progressive\s|related\s)?)
    (?P<unit>years?|yrs?\.?|months?|jahren?|monaten?|ann?ées?|ans?|mois|años?|meses|anos?|anni|anno|mesi
    |jaar|jaren|maanden)
    (?!\w)['’]?s?
    (?:\s?\(s\))?(?:\sor\smore|\splus\b|\+)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MONTH = ("mo", "mes", "maand")
_NOT_ASKED = re.compile(
    r"""[\s-]*(?:old\b|of\sage|(?:or|and|&)\s(?:older|over|above|up)\b|in\s(?:a\srow|(?:business|operation)\b(?!\s[a-z]{4,}))|ago\b|plan\b|warranty|history\sof\s|contract\b
      |(?:project|engagement|rotation)\b(?!\s\w*\s?experience)|term\b|assignment|from\s(?:now|date)
      |(?:accredited|college|university|undergraduate|degree|program|course)\b|experience\scredit|[- ](?:accredited
      |college|university|degree))""",
    re.VERBOSE | re.IGNORECASE,
)
_PAST = re.compile(
    r"(?:\b(?:last|past|next|within|every|each|first|over the|for the last"
    r"|during the)\s+(?:\w+\s+)?)$"
    # "minimum age of 21 years", "2 moving violations in 3 years"
    r"|\bage[sd]?\s?:?\s(?:(?:of|is|at|least|limit|requirement)\s){0,3}$|\b(?:violations?|accidents?|convictions?|tickets?|incidents?|points?|dui\w*"
    r"|dwi\w*|offen[cs]es?|claims|infractions?|suspensions?|jobs"
    r"|(?:driving|clean|safety|mvr)\srecord)\b[^.;]{0,25}\b(?:in|within|over|for)\s(?:an?\s|the\s)?$",
    re.IGNORECASE,
)
_HINT = re.compile(
    r"year|yrs?\b|month|jahr|monat|\bann|\bans?\b|mois|año|\banos?\b|mesi|meses|jaar|maand", re.IGNORECASE
)


class Years(NamedTuple):
    """A stated length of experience and where it stands."""

    start: int
    end: int
    least: float
    most: float | None


def find_years(text: str) -> list[Years]:
    """Lengths in years, in reading order; lengths that can't be asked experience (ages, courses) are left out."""
    if not _HINT.search(text):
        return []
    return [years for match in _PATTERN.finditer(text) if (years := _read(text, match)) is not None]


def _read(text: str, match: re.Match[str]) -> Years | None:
    if _NOT_ASKED.match(text, match.end()) or _PAST.search(text[max(0, match.start() - 60) : match.start()]):
        return None
    low = float(match["digits"]) if match["digits"] else _number(match["low"])
    high = _number(match["high"]) if match["high"] else None
    if match["unit"].lower().startswith(_MONTH):
        low, high = round(low / 12, 2), round(high / 12, 2) if high is not None else None
    if match["bound"]:
        low, high = 0.0, low
    if high is not None and high < low:
        high = None
    return Years(match.start(), match.end(), low, high) if low <= 40 else None


def _number(words: str) -> float:
    if words[0].isdigit():
        return float(words.replace(",", "."))
    return float(_NUMBERS.get(words.lower(), 1))
