"""The verdict, what it rests on, and what would turn it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec import UNSET

from careercraft.chat.scene import Desk, Item, Said, md
from careercraft.chat.sources import Citations
from careercraft.model.advice import Counterfactual
from careercraft.model.score import HardRequirement
from careercraft.render import build_ways
from careercraft.render.build_skills import format_points
from careercraft.render.wording import SCORE_NAMES, number, score, sentence

_MOST_WAYS = 3
_MET = {"yes": "met", "no": "not met", "unknown": "not known: the resume says nothing on it"}


def opening(desk: Desk) -> str:
    """The verdict in one line."""
    verdict = desk.analysis.verdict
    at = f" at {desk.company}" if desk.company else ""
    near = ", borderline" if verdict.borderline else ""
    return (
        f"**{verdict.label}**{near} for {desk.title}{at}: readiness {score(verdict.readiness)}; "
        f"FIT needs {number(verdict.threshold)}."
    )


def verdict(desk: Desk, cite: Citations) -> Said:
    """The label with the figures beside it and the shortest way on."""
    found = desk.analysis.verdict
    low, high = found.interval
    lines = [
        opening(desk),
        f"With what isn't known either way it would lie between {score(low)} and {score(high)}. "
        f"Confidence: {score(found.confidence)} of 100.",
        *_way_line(desk),
    ]
    return Said(lines=tuple(lines), data=_verdict_data(desk))


def why(desk: Desk, cite: Citations) -> Said:
    """The verdict's reasons, the must-haves that are missing with the posting's words, and hard requirements."""
    analysis = desk.analysis
    missing = [entry for entry in analysis.skills.missing if entry.importance == "must"]
    lines = [opening(desk), *(f"- {sentence(md(reason))}" for reason in analysis.verdict.reasons)]
    if missing:
        lines.append("The must-haves that the resume doesn't show, as the posting asks for them:")
        lines += [f"- {md(entry.name)}{cite.cite(entry.job_evidence)}" for entry in missing]
    unmet = [item for item in analysis.verdict.hard_requirements if item.met != "yes"]
    lines += ["What the posting calls mandatory, and the resume doesn't plainly meet:"] if unmet else []
    lines += [line for item in unmet for line in _hard(item, cite)]
    if analysis.verdict.label == "FIT" and analysis.strengths:
        lines.append("What carries it most:")
        lines += [f"- {md(item.text)}{cite.cite(item.evidence)}" for item in analysis.strengths[:_MOST_WAYS]]
    lines += _way_line(desk)
    items = tuple(Item(kind="skill", key=entry.name) for entry in missing)
    return Said(lines=tuple(lines), data=_verdict_data(desk), items=items)


def make_fit(desk: Desk, cite: Citations) -> Said:
    """The smallest changes that make it FIT; for a FIT, how much it bears."""
    analysis = desk.analysis
    if analysis.verdict.label == "FIT":
        return margin(desk, cite)
    ways = analysis.counterfactuals[:_MOST_WAYS]
    lines = [opening(desk)]
    if ways:
        lines += [
            "Any one of these makes it FIT:" if len(ways) > 1 else "This makes it FIT:",
            *map(_way, ways),
        ]
        lines += [
            f"The posting asks for it here:{found}" for found in [_gap_sources(desk, ways[0], cite)] if found
        ]
    else:
        lines.append("No small set of gaps and edits makes it FIT by itself.")
        lines += [
            line
            for item in analysis.verdict.hard_requirements
            if item.met == "no"
            for line in _hard(item, cite)
        ]
        if analysis.gaps:
            lines.append("What would bring the most:")
            lines += [
                f"- {md(gap.name)}: {format_points(gap.points)} points{cite.cite(gap.evidence)}"
                for gap in sorted(analysis.gaps, key=lambda gap: (-gap.points, gap.priority))[:_MOST_WAYS]
            ]
    names = dict.fromkeys(change.name for way in ways for change in way.changes)
    items = tuple(Item(kind="skill", key=name) for name in names)
    data = {"ways": [_way_data(way) for way in ways], "label": analysis.verdict.label}
    return Said(lines=tuple(lines), data=data, items=items)


def margin(desk: Desk, cite: Citations) -> Said:
    """How much a FIT bears; for an UNFIT, that there is nothing to lose yet."""
    found = desk.analysis.margin
    if found is UNSET:
        lines = [opening(desk), "There is no margin yet: it is not FIT.", *_way_line(desk)]
        return Said(lines=tuple(lines), data={"margin": None})
    lines = [
        opening(desk),
        f"That is {number(found.points)} points over what FIT needs. {md(build_ways.margin(found))}",
    ]
    by_name = {entry.name: entry for _, entry in desk.entries()}
    for name in found.falls_without:
        if name in by_name:
            lines.append(f"- {md(name)}{cite.cite(by_name[name].resume_evidence)}")
    items = tuple(Item(kind="skill", key=name) for name in found.falls_without)
    return Said(lines=tuple(lines), data={"margin": msgspec.to_builtins(found)}, items=items)


def confidence(desk: Desk, cite: Citations) -> Said:
    """How sure the verdict is, row by row, and what isn't known."""
    found, verdict = desk.score("confidence"), desk.analysis.verdict
    low, high = verdict.interval
    lines = [f"Confidence {score(found.value)} of 100. {md(sentence(found.summary))}"]
    lines += [f"- {md(row.label)}: {number(row.points, 2)} of {number(row.of, 2)}" for row in found.rows]
    lines.append(
        f"Readiness {score(verdict.readiness)} could be {score(low)} to {score(high)}, by what isn't known."
    )
    unknown = [SCORE_NAMES[part.key].lower() for part in desk.analysis.scores if part.status == "not_stated"]
    if unknown:
        lines.append(f"Not known: {', '.join(unknown)}.")
    if verdict.borderline:
        lines.append("The verdict is borderline: what isn't known could turn it.")
    return Said(lines=tuple(lines), data=_verdict_data(desk))


def hard(desk: Desk, cite: Citations) -> Said:
    """License, clearance, permit to work, and whatever else is mandatory."""
    found = desk.analysis.verdict.hard_requirements
    if not found:
        none = (
            "The posting calls nothing mandatory in so many words: no license, clearance or permit to work."
        )
        return Said(lines=(none,), data={"hard": []})
    lines = ("What the posting calls mandatory:", *(line for item in found for line in _hard(item, cite)))
    return Said(lines=lines, data={"hard": [{"text": item.text, "met": item.met} for item in found]})


def apply(desk: Desk, cite: Citations) -> Said:
    """Whether to send it: the facts for a decision that is the person's."""
    found = desk.analysis.verdict
    said = why(desk, cite)
    close = {
        "FIT": "By the posting's own words the resume meets it, so there is nothing here against applying.",
        "UNFIT": "It would be a stretch as the resume stands. Postings are often wishes: the decision is yours.",
    }
    lines = (
        *said.lines,
        close[found.label],
        "I can't tell your chances: nothing here knows who else applies.",
    )
    return Said(lines=lines, data=said.data, items=said.items)


def _hard(item: HardRequirement, cite: Citations) -> Iterator[str]:
    yield f"- {md(item.text).rstrip('.')}: {_MET[item.met]}{cite.cite(item.evidence)}"


def _way_line(desk: Desk) -> Iterator[str]:
    ways = desk.analysis.counterfactuals
    if ways:
        yield f"The shortest way to FIT: {md(build_ways.way_out(ways[0]))}"


def _way(way: Counterfactual) -> str:
    edits = [change.edit for change in way.changes if isinstance(change.edit, str)]
    return f"- {md(' '.join([build_ways.way_out(way), *(sentence(edit) for edit in edits)]))}"


def _gap_sources(desk: Desk, way: Counterfactual, cite: Citations) -> str:
    names = {change.name for change in way.changes}
    wanted = [entry for _, entry in desk.entries() if entry.name in names]
    return "".join(dict.fromkeys(cite.cite(entry.job_evidence) for entry in wanted))


def _way_data(way: Counterfactual) -> dict[str, object]:
    changes = [
        {"name": change.name, "points": change.points, **({"edit": change.edit} if change.edit else {})}
        for change in way.changes
    ]
    hours = {} if way.hours is UNSET else {"hours": way.hours}
    return {"changes": changes, "points": way.points, "readiness": way.readiness, **hours}


def _verdict_data(desk: Desk) -> dict[str, object]:
    found = desk.analysis.verdict
    return {
        "label": found.label,
        "readiness": found.readiness,
        "threshold": found.threshold,
        "confidence": found.confidence,
        "interval": list(found.interval),
        "borderline": found.borderline,
        "reasons": list(found.reasons),
        "hard": [{"text": item.text, "met": item.met} for item in found.hard_requirements],
        "ways": [_way_data(way) for way in desk.analysis.counterfactuals[:_MOST_WAYS]],
    }
