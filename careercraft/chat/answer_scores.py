"""One score, row by row, and the facts behind the scores that are no skills."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import UNSET

from careercraft.chat.scene import Desk, Item, Said, md
from careercraft.chat.sources import Citations
from careercraft.match.money import PERIODS_A_YEAR
from careercraft.model.match import Evidence
from careercraft.model.score import Score, ScoreKey
from careercraft.render.explain import explain as explained
from careercraft.render.wording import SCORE_NAMES, number, score

_MOST_ROWS = 12
_FLAG = re.compile(r"\s*\(--[a-z-]+\)")
"""What to write on a command line, which nobody writes here."""


def overview(desk: Desk, cite: Citations) -> Said:
    """All eleven scores in a line each."""
    found = desk.analysis.scores
    lines = ["All the scores, of 100:", *(f"- {_line(item)}" for item in found)]
    return Said(
        lines=tuple(lines),
        data={"scores": {item.key: item.value for item in found}},
        items=tuple(Item(kind="score", key=item.key) for item in found),
    )


def explain(desk: Desk, cite: Citations, keys: Sequence[ScoreKey], full: bool = False) -> Said:
    """Each score with its formula, its rows and what they rest on; `full` leaves no row out."""
    lines: list[str] = []
    for item in explained(desk.analysis, keys):
        own = desk.score(item.key)
        shown = item.shown if own.value is not None else "not stated"
        lines.append(f"**{item.name} {shown}**: {md(_FLAG.sub('', item.summary))}")
        lines += [md(text) for text in (item.weight, item.formula) if text]
        rows = own.rows if full else own.rows[:_MOST_ROWS]
        for row, view in zip(rows, item.rows, strict=False):
            worth = f" ({md(view.how)})" if view.how else ""
            points = f"{number(row.points, 2)} of {number(row.of, 2)} points"
            lines.append(f"- {md(row.label)}: {points}{worth}{cite.cite(row.evidence)}")
        if len(own.rows) > len(rows):
            lines.append("There are more rows: ask for “more”.")
    return Said(
        lines=tuple(lines),
        data={"scores": [_data(desk.score(key)) for key in keys]},
        items=tuple(Item(kind="score", key=key) for key in keys),
    )


def salary(desk: Desk, cite: Citations) -> Said:
    """What the posting pays, and how it meets the wish."""
    facts = desk.analysis.facts.salary
    lines = [f"{_line(desk.score('salary_match'))}"]
    amounts = [f"{amount:,.0f}" for amount in (facts.minimum, facts.maximum) if amount is not None]
    currency = md(facts.currency or "")
    if amounts:
        span = " to ".join(dict.fromkeys(amounts))
        lines.append(
            f"The posting states {span} {currency} a year{_reckoned(desk)}.{cite.cite(facts.evidence)}"
        )
    else:
        lines.append("The posting states no pay that could be compared.")
    if facts.reference:
        known = facts.reference
        lines.append(
            f"In general, {md(known.title)} pays {known.amount:,.0f} {md(known.currency)} a year "
            f"({md(known.measure)}; {md(known.source)})."
        )
    if facts.wish is None:
        lines.append(
            "Your own wish isn't known: name it with `careercraft analyze ... --salary AMOUNT`, or keep it with "
            "`careercraft profile wishes set`."
        )
    else:
        lines.append(
            f"Your wish: {facts.wish:,.0f} {md(facts.wish_currency or facts.currency or '')} a year."
        )
    return _facts(desk, "salary_match", lines, {"minimum": facts.minimum, "maximum": facts.maximum})


def _reckoned(desk: Desk) -> str:
    """How pay by the hour or month became a year's."""
    job = desk.analysis.job
    pay = job.salary if job is not UNSET else None
    if pay is None or pay.period == "year" or desk.analysis.facts.salary.hours is not None:
        return ""
    return f", reckoned from pay by the {pay.period}: {PERIODS_A_YEAR[pay.period]:,.0f} in a year of full-time work"


def location(desk: Desk, cite: Citations) -> Said:
    """Where the work is, where the person is, and how the work is done."""
    facts = desk.analysis.facts.location
    lines = [
        f"{_line(desk.score('location_match'))}",
        _fact("The job is in", facts.job_place, "The posting names no place", cite.cite(facts.evidence)),
        _fact("You are in", facts.resume_place, "The resume names no place", cite.cite(facts.found_evidence)),
        _fact(
            "Way of working:",
            facts.mode,
            "The posting doesn't say remote, hybrid or on site",
            _modes(desk, cite),
        ),
    ]
    if facts.office_days is not None:
        lines.append(f"On site: {number(facts.office_days)} days a week.")
    return _facts(desk, "location_match", lines, {"job": facts.job_place, "resume": facts.resume_place})


def education(desk: Desk, cite: Citations) -> Said:
    """The degree asked and the degree found."""
    facts = desk.analysis.facts.education
    asked, found = (
        level.replace("_", " ") if level else None for level in (facts.asked_level, facts.found_level)
    )
    wanted, shown = _with_fields(asked, facts.asked_fields), _with_fields(found, facts.found_fields)
    lines = [
        f"{_line(desk.score('education_match'))}",
        _fact("Asked:", wanted, "The posting asks for no degree", cite.cite(facts.evidence)),
        _fact("Found:", shown, "The resume names no degree", cite.cite(facts.found_evidence)),
    ]
    if facts.or_equivalent:
        lines.append("The posting takes equivalent experience in place of it.")
    return _facts(desk, "education_match", lines, {"asked": asked, "found": found})


def experience(desk: Desk, cite: Citations) -> Said:
    """Years asked and found, and which positions count."""
    facts = desk.analysis.facts.experience
    lines = [f"{_line(desk.score('experience_match'))}"]
    if not facts.asked:
        lines.append("The posting asks for no number of years.")
    for item in facts.asked:
        found = "the resume gives no dates for it" if item.found is None else f"found {number(item.found)}"
        sources = f"{cite.cite(item.evidence)}{cite.cite(item.found_evidence)}"
        lines.append(f"- {md(item.label)}: asked {number(item.years)} years, {found}{sources}")
    if facts.work:
        lines.append("The positions, and how near each is to this kind of work (1 is the same):")
    for work in facts.work:
        years = f"{number(work.years)} years, nearness {number(work.relevance, 2)}"
        lines.append(f"- {md(work.label)}: {years}{cite.cite(work.evidence)}")
    return _facts(
        desk, "experience_match", lines, {"total": facts.total_years, "relevant": facts.relevant_years}
    )


def culture(desk: Desk, cite: Citations) -> Said:
    """The values that the posting states, and whether the resume shows them."""
    values = desk.analysis.facts.culture
    lines = [f"{_line(desk.score('culture_fit'))}"]
    lines += [
        f"- {md(item.label)}: {'shown' if item.shown else 'nothing said on it'}"
        f"{cite.cite(item.evidence)}{cite.cite(item.found_evidence)}"
        for item in values
    ]
    return _facts(desk, "culture_fit", lines, {"values": [item.label for item in values]})


def _facts(desk: Desk, key: ScoreKey, lines: Sequence[str], data: dict[str, object]) -> Said:
    known = {"score": _data(desk.score(key)), **data}
    return Said(lines=tuple(lines), data=known, items=(Item(kind="score", key=key),))


def _line(item: Score) -> str:
    shown = "not stated" if item.value is None else score(item.value)
    return f"{SCORE_NAMES[item.key]}: {shown} ({md(_FLAG.sub('', item.summary))})"


def _data(item: Score) -> dict[str, object]:
    rows = [{"label": row.label, "points": row.points, "of": row.of} for row in item.rows]
    return {
        "key": item.key,
        "value": item.value,
        "weight": item.weight,
        "summary": item.summary,
        "rows": rows,
    }


def _fact(before: str, value: str | None, none: str, sources: str) -> str:
    return f"- {before} {md(value)}{sources}" if value else f"- {none}"


def _with_fields(level: str | None, fields: Iterable[str]) -> str | None:
    names = ", ".join(fields)
    return f"{level} in {names}" if level and names else level


def _modes(desk: Desk, cite: Citations) -> str:
    found: tuple[Evidence, ...] = desk.analysis.facts.location.mode_evidence
    return cite.cite(found, most=2)
