"""location_match, salary_match, culture_fit: what both sides must state before it counts."""

from __future__ import annotations

from collections.abc import Iterator

from careercraft.model.facts import CultureValue, LocationFacts, SalaryFacts
from careercraft.model.score import Score
from careercraft.score.rows import Part, scored

_PLACE, _MODE = 70.0, 30.0
_LOWEST_PAY = 0.7
"""Share of the wish at and under which the pay earns nothing."""
_NEARNESS_WORDS = ((1.0, "same city"), (0.7, "same region"), (0.4, "same country"), (0.0, "another country"))


def location_score(facts: LocationFacts, weight: float) -> Score:
    parts = list(_location_parts(facts))
    summary = "; ".join(part.label for part in parts)
    return scored("location_match", parts, weight, summary, _location_silence(facts))


def _location_parts(facts: LocationFacts) -> Iterator[Part]:
    evidence = (*facts.found_evidence, *facts.evidence)
    if facts.mode == "remote":
        yield Part("remote", 1.0, _PLACE, evidence)
    elif facts.nearness is not None:
        yield Part(_nearness_words(facts.nearness), facts.nearness, _PLACE, evidence)
    if facts.wants_remote is not None and facts.mode is not None:
        share = {"remote": 1.0, "hybrid": 0.5, "onsite": 0.0}[facts.mode] if facts.wants_remote else 1.0
        wish = "remote wished" if facts.wants_remote else "no wish for remote"
        yield Part(f"{facts.mode}, {wish}", share, _MODE, facts.evidence)


def _nearness_words(nearness: float) -> str:
    return next(words for least, words in _NEARNESS_WORDS if nearness >= least)


def _location_silence(facts: LocationFacts) -> str:
    if facts.job_place is None and facts.mode is None:
        return "the posting names no place"
    return "the resume names no place" if facts.resume_place is None else "the places can't be compared"


def salary_score(facts: SalaryFacts, weight: float) -> Score:
    best = facts.maximum if facts.maximum is not None else facts.minimum
    parts = []
    summary = ""
    if best is not None and facts.wish:
        share = min(1.0, max(0.0, (best / facts.wish - _LOWEST_PAY) / (1 - _LOWEST_PAY)))
        summary = f"up to {best:,.0f} {facts.currency or ''} a year, wished {facts.wish:,.0f}".replace(
            "  ", " "
        )
        parts = [Part(summary, round(share, 3), 1.0, facts.evidence)]
    silent = (
        "the posting names no pay" if best is None else f"no wish{_in(facts)} given (setting wishes.salary)"
    )
    return scored("salary_match", parts, weight, summary, silent)


def _in(facts: SalaryFacts) -> str:
    return f" in {facts.currency}" if facts.currency else ""


def culture_score(values: tuple[CultureValue, ...], weight: float) -> Score:
    """Only where the resume shows at least one of the stated values: silence is not a bad fit."""
    shown = sum(1 for value in values if value.shown)
    parts = (
        [Part(value.label, value.shown, 1.0, value.found_evidence or value.evidence) for value in values]
        if shown
        else []
    )
    silent = "the resume says nothing on the values stated" if values else "the posting states no values"
    return scored("culture_fit", parts, weight, f"{shown} of {len(values)} stated values shown", silent)
