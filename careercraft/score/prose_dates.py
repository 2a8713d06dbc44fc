"""Dates in a sentence against the documents, and against the times of the position or school that it names."""

from __future__ import annotations

import re

from careercraft.parse.dates import find_dates
from careercraft.score.prose_said import Said
from careercraft.score.prose_texts import Time

_YEAR = re.compile(r"(?<![\d.,$€£])(?:19|20)\d\d(?![\d,]|\.\d)")
_SHORT_YEAR = re.compile(r"(?<!\w)['’]\d\d(?!\w)")
_DECADE = re.compile(
    r"\b(?:nineties|eighties|seventies|sixties|noughties|(?:19|20)?\d0['’]?s)\b|\blast century\b|\bsince childhood\b",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\bsince\s+(?:[A-Z]\w+\s+)?((?:19|20)\d\d)\b", re.IGNORECASE)
_STILL = re.compile(
    r"\b(?:you|your|employs?|works?|working)\b.{0,30}\b(?:still|currently|nowadays)\b|\b(?:still|currently|nowadays)\b.{0,30}"
    r"\b(?:you|your|employs?|works?|working)\b",
    re.IGNORECASE,
)
_LEFT = re.compile(r"\byou\s+left\b", re.IGNORECASE)
_BEGAN = re.compile(r"\b(?:join\w*|start\w*|beg[au]n\w*|since|entered|hired|moved to)\b", re.IGNORECASE)
_ENDED = re.compile(
    r"\b(?:left|leave|until|till|ended|finish\w*|graduat\w*|quit|resign\w*|complet\w*)\b", re.IGNORECASE
)


def dates_hold(said: Said) -> bool:
    known, sentence = said.known, said.masked
    years = [int(year) for year in _YEAR.findall(sentence)]
    if any(year not in known.years for year in years):
        return False
    for loose in (*_DECADE.finditer(sentence), *_SHORT_YEAR.finditer(sentence)):
        if loose[0].casefold() not in known.letters:
            return False
    dates = [date for period in find_dates(sentence) for date in (period.start, period.end)]
    return all((date.year, date.month) in known.months for date in dates if date is not None and date.month)


def times_hold(said: Said) -> bool:
    """A year that stands with an employer or a school is one of the time there; where it says since when or until
    when, the first or the last one."""
    if not all(int(found[1]) in _starts(said) for found in _SINCE.finditer(said.left)):
        return False
    for clause in re.split(r"[;]|\b(?:but|while|before that|after that|then|where)\b", said.left):
        times = said.known.times_named(clause)
        if len({time.name for time in times}) != 1:
            continue
        years = [int(year) for year in _YEAR.findall(clause)]
        if _STILL.search(clause) and all(time.end is not None for time in times):
            return False
        if _LEFT.search(clause) and not years and all(time.end is None for time in times):
            return False
        if years and not any(_within(time, years, clause) for time in times):
            return False
    return True


def _starts(said: Said) -> set[int]:
    """Years since which something may be so: of positions, and whatever a document says since when."""
    found = {time.start for time in said.known.times if time.start and time.kind != "education"}
    return found | {int(one[1]) for text in said.known.texts for one in _SINCE.finditer(text)}


def _within(time: Time, years: list[int], clause: str) -> bool:
    if time.start is None:
        return True
    if len(years) == 1 and _ENDED.search(clause):
        return time.end == years[0] or (time.kind == "education" and time.end is None)
    if len(years) == 1 and _BEGAN.search(clause):
        return time.start == years[0]
    last = time.end or max(max(years), time.start)
    if time.kind == "education" and len(years) == 1:
        return years[0] in {time.start, last}
    return all(time.start <= year <= last for year in years)
