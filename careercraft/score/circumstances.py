"""salary_match, culture_fit: what both sides must state before it counts."""

from __future__ import annotations

from collections.abc import Iterator

from careercraft.model.facts import CultureValue, SalaryFacts
from careercraft.model.score import Score
from careercraft.score.rows import Part, scored

LOWEST_PAY = 0.7
"""Share of the wish at and under which the pay earns nothing."""
REFERENCE_WEIGHT = 0.5
"""Of the part's weight, where only a reference says what such work pays."""
FULL_CULTURE = 4
"""Stated values from which on the part weighs by how many of them the person speaks of; of fewer, these."""


def salary_score(facts: SalaryFacts, weight: float) -> Score:
    best = _best(facts)
    parts = []
    summary = ""
    if best is not None and facts.wish:
        share = min(1.0, max(0.0, (best * (facts.rate or 1.0) / facts.wish - LOWEST_PAY) / (1 - LOWEST_PAY)))
        summary = " ".join(", ".join(_pay_words(facts, best)).split())
        parts = [Part(summary, round(share, 3), 1.0, facts.evidence)]
        if facts.reference:
            weight = round(weight * REFERENCE_WEIGHT, 6)
    return scored("salary_match", parts, weight, summary, _silence(facts, best))


def _best(facts: SalaryFacts) -> float | None:
    if facts.reference:
        return facts.reference.amount
    return facts.maximum if facts.maximum is not None else facts.minimum


def _pay_words(facts: SalaryFacts, best: float) -> Iterator[str]:
    reference = facts.reference
    if reference:
        yield f"reference, not this posting: {reference.title}"
        yield f"{reference.measure} {best:,.0f} {reference.currency} a year"
        yield f"{reference.source}{f' ({reference.soc})' if reference.soc else ''}"
    else:
        words = "up to" if facts.maximum is not None else "from"
        yield f"{words} {best:,.0f} {facts.currency or ''} a year"
    if facts.hours is not None:
        yield f"{facts.hours:g} hours a week"
    if facts.on_target:
        yield "with commission at target"
    if facts.rate is not None:
        yield f"{best * facts.rate:,.0f} {facts.wish_currency or ''} at your rate of {facts.rate:g}"
    yield f"wished {facts.wish or 0.0:,.0f}"


def _silence(facts: SalaryFacts, best: float | None) -> str:
    if best is None:
        return "the posting names no pay"
    if facts.wish_currency and facts.currency:
        return f"pay in {facts.currency}, wish in {facts.wish_currency}: give the rate, --rate {facts.currency}=…"
    return f"no wish{f' in {facts.currency}' if facts.currency else ''} given (--salary)"


def culture_score(values: tuple[CultureValue, ...], weight: float) -> Score:
    """Only over the values that the person speaks of, for or against; its weight grows with how many these are, so
    that a value shown never lowers the readiness."""
    spoken = [value for value in values if value.shown or value.opposed]
    shown = sum(1 for value in spoken if not value.opposed)
    parts = [
        Part(
            _value_words(value),
            0.0 if value.opposed else 1.0,
            1.0,
            (*value.found_evidence, *value.evidence),
        )
        for value in spoken
    ]
    weight = round(weight * len(spoken) / max(FULL_CULTURE, len(values)), 6) if spoken else weight
    silent = "the resume says nothing on the values stated" if values else "the posting states no values"
    return scored("culture_fit", parts, weight, f"{shown} of {len(values)} stated values shown", silent)


def _value_words(value: CultureValue) -> str:
    if value.opposed:
        return f"{value.label}: you don't want it"
    return f"{value.label}: among your values" if value.wished and not value.found_evidence else value.label
