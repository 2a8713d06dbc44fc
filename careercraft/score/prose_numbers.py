"""Numbers in a sentence, with their units and what they belong to, against those of the analysis."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import UNSET

from careercraft.model.match import SkillEntry
from careercraft.parse.tables import word_set
from careercraft.score.prose_counts import count_holds, share_holds
from careercraft.score.prose_facts import Known
from careercraft.score.prose_figures import Figure, figures
from careercraft.score.prose_said import ASKS, SUPPOSED, Said

__all__ = ["figures", "unfounded"]

_TIMES = re.compile(
    r"\b(?:twice|thrice|doubl\w+|tripl\w+|quadrupl\w+|halv\w+|half|third of|quarter of|dozens?|hundreds?"
    r"|thousands?"
    r"|millions?|billions?|tenfold)\b",
    re.IGNORECASE,
)
"""Amounts without a figure: they must stand in the documents."""
_OVERALL = re.compile(
    r"\b(?:relevant|overall|in all|in total|total|altogether|professional|of work|work experience|career)\b",
    re.IGNORECASE,
)
_SCALE = re.compile(
    r"\b(?:readiness|scor\w+|threshold|match\w*|points?|fit|unfit|confiden\w+|knowledge|skills?|interval"
    r"|range|weights?"
    r"|requirements?|gaps?|strength|share|missing|partial\w*)\b",
    re.IGNORECASE,
)
"""What a number of the analysis itself stands with."""
_BEHIND = word_set(
    """and or of to is are in on for which with short needed required at while but that this would from by the as if
    when so than before after now then out over under above below because since missing matched partial it
    you your they we
    met partly shown not"""
)
"""Words that a bare number may stand before; any other is what it counts."""
_ADVICE = word_set(
    """and or to of is are things thing steps step areas area points ways way lines line bullets bullet sentences
    sentence words examples example reasons times parts part sections options sides kinds more most main key other
    others
    that which who"""
)
"""What a small number in words may count without saying anything that could be made up."""
_SMALL = 5
_YEARS_TOLD = re.compile(r"\byears?\b", re.IGNORECASE)
_SCORE_BEFORE = re.compile(
    r"\b(?:readiness|score|match|threshold|confidence|knowledge|skills|fit)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
_OWN = re.compile(r"\byou(?:r|['’]ve)?\b", re.IGNORECASE)
_HAVE = re.compile(
    r"\byou(?:['’]ve)?\s+(?:\w+\s+)?(?:have|show|bring|worked|spent|offer)\b|\byour\b", re.IGNORECASE
)
_ALREADY = re.compile(r"\b(?:would|could|might|if|may|should|write|add|tell|say|mention)\b", re.IGNORECASE)
_DISTANCE = re.compile(
    r"(\d+(?:\.\d+)?)(?:\s+(?:readiness\s+)?(?:points?|pts))?\s+"
    r"(?:short\b|shy\b|below\b|under\b|away\b|from (?:a )?(?:FIT|the threshold)|above\b|over\b|beyond\b"
    r"|ahead\b)",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"(?P<first>\d+(?:,\d{3})*(?:\.\d+)?)\s*(?:[^\W\d_]+\s+|%\s*){0,2}(?:to|and|–"
    r"|-)\s*\D?(?P<second>\d+(?:,\d{3})*(?:\.\d+)?)"
)
_EXPERIENCE_GAP = re.compile(
    r"\b(?:experience|years?)\s+(?:gap|requirement)\b|\bgap\s+(?:in|of)\s+experience\b", re.IGNORECASE
)
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_FROM_TO = re.compile(r"\bfrom\s+\d+\s+(?:\w+\s+)?to\s+$", re.IGNORECASE)
_OF_YEARS = re.compile(r"\s+(?:out\s+)?of\s+(?:the\s+)?\d+\+?\s+years?\b", re.IGNORECASE)
_TO_FORWARD = re.compile(
    r"^[\s+-]*(?:[a-z]+\s+)?(?:years?|hours?|points?)(?:['’]|\s+(?:of|in|with|on|using|for"
    r"|from))?\s+(?:[\w'’-]+\s+){0,3}$",
    re.IGNORECASE,
)
_TO_BACK = re.compile(
    r"^[\s(:=–-]*(?:\b(?:for|with|at|has|have|is|by|about|of|over|shows?|takes?|adds?|worth|around"
    r"|roughly|another|only|just"
    r"|some|would|take|add|brings?|stands?|your|experience|skills?|gap|alone)\b[\s(:]*){0,5}$",
    re.IGNORECASE,
)


def unfounded(said: Said) -> str | None:
    """The first number that stands nowhere, or with something else; None when all hold."""
    known = said.known
    for found in _DISTANCE.finditer(said.masked):
        if not _is_one_of(float(found[1]), _distances(said)) and not known.stands_beside(
            said.left, found.start()
        ):
            return found[0]
    pairs = {
        place
        for found in _PAIR.finditer(said.masked)
        if known.has_pair(found["first"], found["second"])
        for place in (found.start("first"), found.start("second"))
    }
    for figure in figures(said.masked, said.spelled):
        if figure.start not in pairs and not _holds(figure, said):
            return said.left[figure.start : figure.start + 24]
    for amount in _TIMES.finditer(said.masked):
        if not (amount[0].lower() in known.letters or share_holds(said, amount)):
            return amount[0]
    return None


def _distances(said: Said) -> frozenset[float]:
    """Of readiness from the threshold, also of what a way out would make of it."""
    verdict = said.known.analysis.verdict
    found = [verdict.readiness, *said.readiness_then]
    return frozenset(abs(round(verdict.threshold - value, 1)) for value in found)


def _holds(figure: Figure, said: Said) -> bool:
    known, entries = said.known, said.entries
    own = _is_own(said, figure.start)
    if figure.unit in {"years", "months"}:
        scale = 12 if figure.unit == "months" else 1
        beside = not known.times_named(said.left) and (
            not _bound(figure, said) if figure.unit == "months" else own and not entries
        )
        return _is_one_of(figure.value / scale, _years(figure, said)) or (
            beside and known.stands_beside(said.left, figure.start, own)
        )
    if figure.unit == "hours":
        gaps = _of_gaps(known, _bound(figure, said) or entries, "hours")
        return _is_one_of(figure.value, gaps) or (
            not entries and known.stands_beside(said.left, figure.start, own)
        )
    if figure.unit == "count":
        if _OF_YEARS.match(said.left, figure.end):
            return _is_one_of(figure.value, _years(figure, said))
        return count_holds(figure, said) or known.stands_beside(said.left, figure.start, own)
    if figure.unit == "money":
        return _money(figure, known)
    if known.stands_beside(said.left, figure.start, own):
        return True
    if known.stands_behind(said.left, figure.start, figure.text, own):
        return True
    if figure.spelled and figure.value <= _SMALL and figure.unit == "plain":
        if _FROM.search(said.left[: figure.start]) or _FROM_TO.search(said.left[: figure.start]):
            return False
        if not figure.next or figure.next.lower() in _ADVICE or _is_bare(figure, said.masked):
            return True
    told = entries or _SCALE.search(said.left) or _YEARS_TOLD.search(said.left)
    if not told or not _is_bare(figure, said.masked):
        return False  # "45 %" and "12 engineers" are a resume's own figures, and not in this one
    return _on_the_scale(figure, said)


def _on_the_scale(figure: Figure, said: Said) -> bool:
    known, entries = said.known, said.entries
    if figure.unit == "percent":
        return _is_one_of(figure.value, known.percents)
    bound = _bound(figure, said) or entries
    found = _of_gaps(known, bound, "points") | known.points_of_scores if entries else known.points
    if not entries and figure.unit == "points" and _EXPERIENCE_GAP.search(said.left):
        found = frozenset(gap.points for gap in known.analysis.gaps if gap.id is UNSET)
    if figure.unit == "plain":
        if _SCALE.search(said.left) and count_holds(figure, said):
            return True
        found |= _years(figure, said) if _YEARS_TOLD.search(said.left) else frozenset()
    return _is_one_of(figure.value, found)


def _is_own(said: Said, position: int) -> bool:
    """Whether the clause speaks of what the person has or did, so that only the resume bears it out."""
    clause = said.clause(position)
    return bool(_OWN.search(clause)) and not ASKS.search(said.left) and not _ALREADY.search(clause)


def _is_bare(figure: Figure, sentence: str) -> bool:
    if figure.unit != "plain" or not figure.next or figure.next.lower() in _BEHIND:
        return True
    if not figure.value.is_integer():
        return True  # "76.8 depending on": nobody counts things in tenths
    return bool(_SCORE_BEFORE.search(sentence[: figure.start]))


def _bound(figure: Figure, said: Said) -> list[SkillEntry]:
    """Those that this very number is told of: "4.7 years of SQL", "SQL (4.7 years)"; none where that isn't plain."""
    places = sorted(said.places)
    after = next((start for start, _ in places if start >= figure.end), None)
    if after is not None and _TO_FORWARD.match(said.left[figure.end : after]):
        return [entry for place, entry in said.named if place == after]
    before = max(((end, start) for start, end in places if end <= figure.start), default=None)
    if before is not None and _TO_BACK.match(said.left[before[0] : figure.start]):
        return [entry for place, entry in said.named if place == before[1]]
    return []


def _years(figure: Figure, said: Said) -> frozenset[float]:
    """Years of a skill are that skill's alone, those asked are none that are there, and those at one employer are
    those of that position."""
    known = said.known
    clause = said.clause(figure.start)
    bound = _bound(figure, said) or said.entries
    named = known.times_named(clause)
    if bound:
        own = known.years_of(bound) | known.years_asked_in(said.left)
        if _OVERALL.search(said.left):
            own |= known.work_years
        return own | (known.years_at(named) if named else frozenset())
    asked_behind = ASKS.search(_up_to_next(said.left, figure, end=said.borders(figure.start)[1]))
    if named:
        return known.asked_years if asked_behind else known.years_at(named)
    if ASKS.search(clause) and not _HAVE.search(clause):
        return known.asked_years
    if _HAVE.search(clause) and not ASKS.search(clause) and not SUPPOSED.search(clause):
        return known.had_years | known.years_had_of(known.entries)
    return known.work_years | known.years_of(known.entries)


def _up_to_next(sentence: str, figure: Figure, end: int) -> str:
    """The words behind a number up to the next one."""
    rest = sentence[figure.end : end]
    found = re.search(r"\d", rest)
    return rest[: found.start()] if found else rest


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
    return bool(re.search(rf"(?<![\d.,]){re.escape(figure.text)}(?![\d]|[.,]\d)", " ".join(known.texts)))


def _is_one_of(value: float, facts: Iterable[float]) -> bool:
    """As it is, or rounded to a whole number."""
    whole = value.is_integer()
    return any(abs(fact - value) < 0.05 or (whole and _rounds_to(fact, value)) for fact in facts)


def _rounds_to(fact: float, value: float) -> bool:
    return -0.5 < fact - value <= 0.5
