"""What to do first, how long it takes, from what to learn, and a plan week by week."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import UNSET

from careercraft.chat.answer_skills import gap_data, gap_line
from careercraft.chat.scene import Desk, Item, Said, md
from careercraft.chat.sources import Citations
from careercraft.model.plan import Roadmap
from careercraft.render.build_ways import way_out
from careercraft.render.markdown_text import code
from careercraft.render.wording import clean, counted, listed, number, score, sentence

_NOTHING = "There is nothing to learn that a plan could hold."
_MOST_WEEKS = 4
_MOST_RESOURCES = 8


def first(desk: Desk, cite: Citations) -> Said:
    """The next step, and the gaps in the order in which closing them pays."""
    analysis = desk.analysis
    lines = []
    if analysis.next_steps:
        lines += [
            "What to do next:",
            *(f"- {_step(item.text, item.command)}" for item in analysis.next_steps),
        ]
    gaps = analysis.gaps[:3]
    if gaps:
        lines += ["The most urgent gaps:", *(f"- {gap_line(gap, cite)}" for gap in gaps)]
    if not lines:
        lines = ["The analysis has no next step: nothing that is asked is missing."]
    items = tuple(Item(kind="skill", key=name) for name in dict.fromkeys(gap.name for gap in gaps))
    data = {"next": [item.text for item in analysis.next_steps], "gaps": [gap_data(gap) for gap in gaps]}
    return Said(lines=tuple(lines), data=data, items=items)


def _step(text: str, command: object) -> str:
    said = sentence(md(text))
    return f"{said} {code(clean(command))}" if isinstance(command, str) else said


def how_long(desk: Desk, cite: Citations, hours: float | None = None, names: Sequence[str] = ()) -> Said:
    """Hours and weeks until FIT and until all gaps are closed; of named skills their own hours. Raises UsageError."""
    if names:
        return _how_long_each(desk, cite, names)
    ways = desk.analysis.counterfactuals
    lines = [f"The shortest way to FIT: {md(way_out(ways[0]))}"] if ways else []
    plan = desk.plan(hours)
    if not plan.skills:
        lines.append(_NOTHING)
        return Said(lines=tuple(lines), data=_plan_data(plan))
    lines += [_all_of_it(plan), *_when_fit(plan)]
    return Said(lines=tuple(lines), data=_plan_data(plan), items=_skills(plan))


def _how_long_each(desk: Desk, cite: Citations, names: Sequence[str]) -> Said:
    lines, data = [], []
    for name in names:
        known = desk.taxonomy.find(name)
        found = [gap for gap in desk.analysis.gaps if gap.name == name or (known and gap.id == known.id)]
        if found:
            lines += [f"- {gap_line(gap, cite)}" for gap in found]
            data += [gap_data(gap) for gap in found]
        else:
            lines.append(f"- {md(name)} is no gap of this analysis, so it plans no hours for it.")
    return Said(
        lines=tuple(lines), data={"gaps": data}, items=tuple(Item(kind="skill", key=name) for name in names)
    )


def roadmap(desk: Desk, cite: Citations, hours: float | None = None, full: bool = False) -> Said:
    """The plan week by week. Raises UsageError."""
    followed = desk.followed() if hours is None else None
    plan = followed or desk.plan(hours)
    if not plan.skills:
        return Said(lines=(_NOTHING,), data=_plan_data(plan))
    weeks = plan.weeks if full else plan.weeks[:_MOST_WEEKS]
    lines = [
        "The plan that you follow:" if followed else "A plan from today on:",
        _all_of_it(plan),
        *_when_fit(plan),
    ]
    lines += [
        f"- Week {week.number} ({week.first} to {week.last}), {number(week.hours)} h: {md(week.goal)}; "
        f"readiness at its end {score(week.readiness)}, {week.verdict}"
        for week in weeks
    ]
    if len(plan.weeks) > len(weeks):
        lines.append("There are more weeks: ask for “more”.")
    lines += [] if followed else ["To keep and follow it: `careercraft roadmap`."]
    return Said(lines=tuple(lines), data=_plan_data(plan), items=_skills(plan))


def _all_of_it(plan: Roadmap) -> str:
    found = plan.forecast
    return (
        f"All of it, {md(listed([skill.name for skill in plan.skills]))}: {number(found.hours, 2)} h, at "
        f"{number(plan.settings.hours_per_week, 2)} h a week {counted(found.weeks, 'week')}, until {found.finish}. "
        f"The readiness would then be {score(found.readiness)}: {found.verdict}."
    )


def _when_fit(plan: Roadmap) -> Sequence[str]:
    found = plan.forecast
    if plan.verdict == "FIT":
        return ("It is FIT already; the rest makes it surer.",)
    if found.fit_week is UNSET:
        return ("Learning alone doesn't make it FIT.",)
    return (f"It turns FIT in week {found.fit_week} of the plan.",)


def _plan_data(plan: Roadmap) -> dict[str, object]:
    found = plan.forecast
    return {
        "hours_per_week": plan.settings.hours_per_week,
        "hours": found.hours,
        "weeks": found.weeks,
        "finish": found.finish,
        "readiness": found.readiness,
        "verdict": found.verdict,
        "fit_week": None if found.fit_week is UNSET else found.fit_week,
        "skills": [
            {"name": skill.name, "hours": skill.hours, "points": skill.points} for skill in plan.skills
        ],
        "each_week": [{"week": week.number, "goal": week.goal, "hours": week.hours} for week in plan.weeks],
    }


def _skills(plan: Roadmap) -> tuple[Item, ...]:
    return tuple(Item(kind="skill", key=skill.name) for skill in plan.skills)


def resources(
    desk: Desk, cite: Citations, names: Sequence[str] = (), full: bool = False, free: bool = False
) -> Said:
    """What to learn from: of named skills all that the taxonomy has, else what the analysis chose for the gaps."""
    lines: list[str] = []
    rows: list[tuple[str, str, str, str, bool]] = []
    for name in names:
        known = desk.taxonomy.find(name)
        own = (
            [(known.name, one.title, one.url, one.kind, one.free) for one in known.resources] if known else []
        )
        rows += own
        if not own:
            lines.append(f"The taxonomy has no resource for {md(name)}.")
    if not names:
        rows = [
            (one.name, one.title, one.url, one.kind, one.free) for one in desk.analysis.learning_resources
        ]
        if not rows:
            lines.append("The analysis lists no resources: it has no gap that they would close.")
    if free and rows:
        rows = [row for row in rows if row[4]]
        lines += [] if rows else ["None of the resources for it is free."]
    shown = rows if full else rows[:_MOST_RESOURCES]
    if shown:
        lines += [
            "To learn from (the taxonomy's list; nothing was looked up on the web):",
            *map(_resource, shown),
        ]
    if len(rows) > len(shown):
        lines.append("There are more: ask for “more”.")
    data = {
        "resources": [dict(zip(("skill", "title", "url", "kind", "free"), row, strict=True)) for row in rows]
    }
    items = tuple(Item(kind="skill", key=name) for name in dict.fromkeys(row[0] for row in shown))
    return Said(lines=tuple(lines), data=data, items=items)


def _resource(row: tuple[str, str, str, str, bool]) -> str:
    name, title, url, kind, free = row
    plain = clean(url)
    safe = plain.startswith(("https://", "http://")) and not set(plain) & set(" <>\"'`\\")
    address = f"<{plain}>" if safe else md(plain)
    return f"- {md(name)}: {md(title)} ({kind}, {'free' if free else 'not free'}) {address}"
