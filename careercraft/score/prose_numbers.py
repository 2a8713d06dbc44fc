"""Numbers in a sentence, with their units, against those of the analysis."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from msgspec import UNSET

from careercraft.model.match import SkillEntry
from careercraft.parse.tables import word_set
from careercraft.score.prose_facts import Known

Unit = Literal["percent", "points", "years", "months", "hours", "money", "count", "plain"]
_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "hundred": 100,
}  # fmt: skip
_UNITS: tuple[tuple[Unit, str], ...] = (
    ("percent", r"%|per ?cents?\b|percentage"),
    ("points", r"(?:[a-z]+\s+){0,1}points?\b|pts\b|/\s?100|out of (?:100|a hundred)|of 100\b"),
    ("years", r"(?:(?:more|full|relevant|extra|additional|further|total|good|solid|whole)\s+){0,2}-?(?:years?|yrs?)\b"),
    ("months", r"-?months?\b"),
    ("hours", r"(?:(?:more|learning|study|extra)\s+)?-?(?:hours?|hrs?|h)\b"),
    ("count", r"(?:[a-z-]+\s+){0,2}(?:requirements?|skills?|gaps?|strengths?|positions?|jobs?|roles?|items?|musts?|"
              r"matche[sd]|changes?|ways?|demands?)\b|of (?:the )?\d+"),
)  # fmt: skip
_UNIT = re.compile(r"\s*\+?\s*(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _UNITS) + ")", re.I)
_NUMBER = re.compile(
    r"(?P<sign>[$€£¥]\s?)?(?<![\w.,])(?P<digits>\d+(?:,\d{3})*(?:\.\d+)?)(?P<thousand>\s?[kKmM](?!\w))?"
    r"(?P<currency>\s?(?:EUR|USD|GBP|CHF|dollars?|euros?|pounds?)\b)?(?P<nth>(?:st|nd|rd|th)\b)?"
)
_SPELLED = re.compile(rf"(?<![\w-])(?:a\s+)?({'|'.join(_WORDS)})(?![\w-])", re.IGNORECASE)
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SPELLED_TENS = re.compile(
    rf"\b({'|'.join(_TENS)})(?:-(one|two|three|four|five|six|seven|eight|nine))?\b", re.IGNORECASE
)
_TIMES = re.compile(
    r"\b(?:twice|thrice|doubl\w+|tripl\w+|quadrupl\w+|halv\w+|half|third of|quarter of|dozens?|hundreds?|thousands?"
    r"|millions?|billions?)\b",
    re.IGNORECASE,
)
"""Amounts without a figure: they must stand in the documents."""
_DECADE = re.compile(
    r"(?<!\w)(?:a|one|two|three|over|more than)\s+(?:a\s+)?(?:decades?|century)\b", re.IGNORECASE
)
_OVERALL = re.compile(
    r"\b(?:relevant|overall|in all|in total|total|altogether|professional|of work|work experience|career)\b",
    re.IGNORECASE,
)
_SCALE = re.compile(
    r"\b(?:readiness|scor\w+|threshold|match\w*|points?|fit|unfit|confiden\w+|knowledge|skills?|interval|range|weights?"
    r"|requirements?|gaps?|strength|share|missing|partial\w*)\b",
    re.IGNORECASE,
)
"""What a number of the analysis itself stands with."""
_BEHIND = word_set(
    """and or of to is are in on for which with short needed required at while but that this would from by the as if
    when so than before after now then out over under above below because since missing matched partial it you your"""
)
"""Words that a bare number may stand before; any other is what it counts."""
_YEARS_TOLD = re.compile(r"\byears?\b", re.IGNORECASE)
_SCORE_BEFORE = re.compile(
    r"\b(?:readiness|score|match|threshold|confidence|knowledge|skills|fit)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
_CALENDAR = (1900, 2100)
_NEXT_WORD = re.compile(r"\s*\+?\s*([^\W\d_]+|%)")
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


def figures(sentence: str) -> Iterator[Figure]:
    """All but years of the calendar, which are dates, and "1st"."""
    for found in _NUMBER.finditer(sentence):
        value = float(found["digits"].replace(",", ""))
        if found["nth"] and value <= _RANK:
            continue
        behind = _UNIT.match(sentence, found.end())
        unit: Unit = _named(behind)
        if found["sign"] or found["currency"]:
            unit = "money"
        thousand = (found["thousand"] or "").strip().lower()
        value *= {"k": 1_000, "m": 1_000_000}.get(thousand, 1)
        if unit == "plain" and not thousand and value.is_integer() and _CALENDAR[0] <= value < _CALENDAR[1]:
            continue
        yield Figure(found["digits"], value, unit, _word_at(sentence, found.end()), found.start())
    for spelled in _SPELLED.finditer(sentence):
        behind = _UNIT.match(sentence, spelled.end())
        if behind and not (spelled[1].lower() == "one" and _named(behind) == "count"):
            value = float(_WORDS[spelled[1].lower()])
            yield Figure(
                f"{value:g}", value, _named(behind), _word_at(sentence, spelled.end()), spelled.start()
            )
    for decade in _DECADE.finditer(sentence):
        yield Figure("10", 10.0, "years", "years", decade.start())


def _named(found: re.Match[str] | None) -> Unit:
    if found is None:
        return "plain"
    return next(name for name, _ in _UNITS if found[name])


def _word_at(sentence: str, position: int) -> str:
    found = _NEXT_WORD.match(sentence, position)
    return found[1] if found else ""


def with_digits(sentence: str) -> str:
    """ "sixty-six" as 66: from twenty on, words are numbers wherever they stand."""

    def digits(found: re.Match[str]) -> str:
        return str(_TENS[found[1].lower()] + (_WORDS[found[2].lower()] if found[2] else 0))

    return _SPELLED_TENS.sub(digits, sentence)


def unfounded(sentence: str, known: Known, entries: Sequence[SkillEntry], whole: str = "") -> str | None:
    """The first number that stands nowhere, or with something else; None when all hold. `entries` are those of the
    skills that the sentence names; `whole` is it with their names, where they are blanked out in `sentence`."""
    for figure in figures(sentence):
        if not _holds(figure, sentence, known, entries, whole or sentence):
            return sentence[figure.start : figure.start + 24]
    for amount in _TIMES.finditer(sentence):
        if not any(amount[0].lower() in text.lower() for text in known.texts):
            return amount[0]
    return None


def _holds(figure: Figure, sentence: str, known: Known, entries: Sequence[SkillEntry], whole: str) -> bool:
    if figure.unit in {"years", "months"}:
        scale = 12 if figure.unit == "months" else 1
        return _is_one_of(figure.value / scale, _years(whole, known, entries))
    if figure.unit == "hours":
        return _is_one_of(figure.value, _of_gaps(known, entries, "hours"))
    if figure.unit == "count":
        return figure.value in known.counts or known.stands_beside(whole, figure.start)
    if figure.unit == "money":
        return _money(figure, known)
    if known.stands_beside(whole, figure.start):
        return True
    if not (entries or _SCALE.search(sentence)) or not _is_bare(figure, sentence):
        return False  # "45 %" and "12 engineers" are a resume's own figures, and not in this one
    if figure.unit == "percent":
        return _is_one_of(figure.value, known.percents)
    found = _of_gaps(known, entries, "points") | known.points_of_scores if entries else known.points
    if figure.unit == "plain":
        found |= known.counts if _SCALE.search(sentence) else frozenset()
        found |= _years(whole, known, entries) if _YEARS_TOLD.search(sentence) else frozenset()
    return _is_one_of(figure.value, found)


def _is_bare(figure: Figure, sentence: str) -> bool:
    if figure.unit != "plain" or not figure.next or figure.next.lower() in _BEHIND:
        return True
    if not figure.value.is_integer():
        return True  # "76.8 depending on": nobody counts things in tenths
    return bool(_SCORE_BEFORE.search(sentence[: figure.start]))


def _years(sentence: str, known: Known, entries: Sequence[SkillEntry]) -> frozenset[float]:
    """Years of a skill are that skill's alone: four years of Python are no four years of Java."""
    if not entries:
        return known.work_years | known.years_of(known.entries)
    own = known.years_of(entries) | known.years_asked_in(sentence)
    return own | known.work_years if _OVERALL.search(sentence) else own


def _of_gaps(
    known: Known, entries: Sequence[SkillEntry], field: Literal["hours", "points"]
) -> frozenset[float]:
    """Of the gaps that are named, and of the ways out of which one of them is a part; of all where none is named."""
    analysis = known.analysis
    names = {entry.name for entry in entries}
    gaps = [gap for gap in analysis.gaps if not names or gap.name in names]
    found = [getattr(gap, field) for gap in gaps]
    for way in analysis.counterfactuals:
        if not names or any(change.name in names for change in way.changes):
            found += [getattr(way, field), *(getattr(change, field) for change in way.changes)]
            found += [way.readiness] if field == "points" else []
    told = [(item.text, getattr(item, field)) for item in analysis.priority_improvements]
    told += [(item.text, getattr(item, field, UNSET)) for item in analysis.strengths]
    found += [value for text, value in told if not names or any(name in text for name in names)]
    if field == "points":
        found += [row.points for score in analysis.scores for row in score.rows if row.label in names]
    return frozenset(value for value in found if value is not UNSET)


def _money(figure: Figure, known: Known) -> bool:
    facts = known.analysis.facts.salary
    found = [facts.minimum, facts.maximum, facts.wish, facts.reference.amount if facts.reference else None]
    if any(value is not None and abs(value - figure.value) < 1 for value in found):
        return True
    return any(figure.text in text for text in known.texts)


def _is_one_of(value: float, facts: Iterable[float]) -> bool:
    """As it is, or rounded to a whole number."""
    whole = value.is_integer()
    return any(abs(fact - value) < 0.05 or (whole and _rounds_to(fact, value)) for fact in facts)


def _rounds_to(fact: float, value: float) -> bool:
    return -0.5 < fact - value <= 0.5
