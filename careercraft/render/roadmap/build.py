"""`Roadmap` -> `RoadmapView`: what a plan says, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from careercraft.model.plan import LeftOut, PhaseSum, PlannedSkill, PlanSettings, Roadmap
from careercraft.model.progress import Progress, TaskStatus
from careercraft.render import wording
from careercraft.render.build_skills import format_points
from careercraft.render.roadmap import view
from careercraft.render.roadmap.build_weeks import build_tasks, build_weeks, next_block
from careercraft.render.wording import clean, hours

PHASE_TITLES = {
    "foundation": "Foundation",
    "core": "Core",
    "applied": "Applied",
    "proof": "Proof",
    "application": "Application",
}


def build(
    roadmap: Roadmap, progress: Progress | None = None, number: int | None = None, today: str = ""
) -> view.RoadmapView:
    """`today` (YYYY-MM-DD) marks the week that it falls into, and what comes next; without it nothing is marked."""
    tasks = build_tasks(roadmap, progress)
    weeks = build_weeks(roadmap, tasks, PHASE_TITLES, today)
    forecast, settings = roadmap.forecast, roadmap.settings
    return view.RoadmapView(
        number=number,
        revision=roadmap.revision,
        title=clean(roadmap.target.title),
        target=clean(roadmap.target.name),
        label=roadmap.verdict,
        readiness=wording.score(roadmap.readiness),
        points=roadmap.readiness,
        after=wording.score(forecast.readiness),
        after_points=forecast.readiness,
        threshold=wording.number(roadmap.threshold),
        need=roadmap.threshold,
        flip=_flip(roadmap),
        flips=bool(forecast.fit_week),
        fit_day=(forecast.fit_day or "") if forecast.fit_week else "",
        earliest=_earliest(roadmap),
        outlook=_outlook(roadmap),
        asked=tuple(_asked(settings, roadmap)),
        start=settings.start,
        finish=forecast.finish,
        deadline=settings.deadline or "",
        holidays=tuple((period.first, period.last) for period in settings.holidays),
        today=today,
        counts=_counts(progress),
        phases=tuple(map(_phase, roadmap.phases)),
        skills=_skills(roadmap, tasks.values()),
        strong=tuple(map(clean, roadmap.strong)),
        tasks=tuple(tasks.values()),
        weeks=weeks,
        before=tuple(task for task in tasks.values() if not task.weeks and task.ended),
        unplanned=tuple(task for task in tasks.values() if not task.weeks and not task.ended),
        next=next_block(weeks, today),
        left_out=tuple(map(_left_out, roadmap.left_out)),
        notes=tuple(map(clean, roadmap.notes)),
        engine=f"careercraft {clean(roadmap.engine.version)}, taxonomy {clean(roadmap.engine.taxonomy)[:12]}",
    )


def _left_out(item: LeftOut) -> view.LeftOutView:
    return view.LeftOutView(
        name=clean(item.name),
        reason=clean(item.reason),
        points=format_points(item.points) if item.points else "",
        hours=hours(item.hours) if item.hours else "",
    )


def _flip(roadmap: Roadmap) -> str:
    forecast = roadmap.forecast
    if forecast.fit_week:
        day = f" ({forecast.fit_day})" if forecast.fit_day else ""
        return f"FIT in week {forecast.fit_week} of {forecast.weeks}{day}"
    if forecast.fit_week == 0:
        return "FIT already"
    if forecast.readiness >= roadmap.threshold:
        return "UNFIT to the end: a mandatory requirement stays unmet"
    return f"UNFIT to the end: FIT needs {wording.number(roadmap.threshold)}"


def _earliest(roadmap: Roadmap) -> str:
    """Only where it tells something new: another week than that of this plan."""
    forecast = roadmap.forecast
    if not forecast.earliest_fit or forecast.fit_week == 0:
        return ""
    if not forecast.fit_week:
        way = "Without a deadline and with" if roadmap.settings.deadline else "With"
        return f"{way} the shortest way first, FIT is possible by {forecast.earliest_fit}."
    first = next((week.first for week in roadmap.weeks if week.number == forecast.fit_week), "")
    if forecast.earliest_fit < first:
        return f"With the shortest way first, FIT is possible by {forecast.earliest_fit}."
    return ""


def _outlook(roadmap: Roadmap) -> str:
    forecast = roadmap.forecast
    before, after = wording.score(roadmap.readiness), wording.score(forecast.readiness)
    moves = f"readiness {before} → {after}" if before != after else f"readiness {after}"
    return (
        f"{hours(forecast.hours)} in {wording.counted(forecast.weeks, 'week')}, to {forecast.finish}; {moves}"
    )


def _asked(settings: PlanSettings, roadmap: Roadmap) -> Iterable[str]:
    names = {skill.id: clean(skill.name) for skill in roadmap.skills}
    yield f"{hours(settings.hours_per_week)} a week"
    yield "every day" if len(settings.weekdays) == 7 else ", ".join(day.title() for day in settings.weekdays)
    yield f"from {settings.start}"
    if settings.deadline:
        yield f"to {settings.deadline} at the latest"
    for period in settings.holidays:
        same = period.first == period.last
        yield f"off on {period.first}" if same else f"off from {period.first} to {period.last}"
    if settings.focus != ("all",):
        words = {"must": "must-haves only", "fit": "only what makes it FIT", "all": "all gaps"}
        yield ", ".join(words.get(item) or names.get(item, clean(item)) for item in settings.focus)
    if settings.budget == "free":
        yield "free resources"
    if settings.style == "breadth":
        yield "in breadth"
    if settings.pace != 1.0:
        yield f"at your pace ({wording.number(settings.pace, 2)} h for an hour of the estimates)"


def _counts(progress: Progress | None) -> str:
    states = [state.status for state in progress.tasks.values()] if progress else []
    if all(status == "todo" for status in states):
        return ""
    words: dict[TaskStatus, str] = {"started": "begun", "skipped": "skipped"}
    more = [f"{states.count(status)} {word}" for status, word in words.items() if status in states]
    return ", ".join([f"{states.count('done')} of {wording.counted(len(states), 'task')} done", *more])


def _phase(item: PhaseSum) -> view.PhaseView:
    return view.PhaseView(
        key=item.phase,
        title=PHASE_TITLES[item.phase],
        hours=hours(item.hours),
        weeks=_span(item.first_week, item.last_week),
        first=item.first_week,
        last=item.last_week,
    )


def _span(first: int, last: int) -> str:
    return f"week {first}" if first == last else f"weeks {first}–{last}"


def _skills(roadmap: Roadmap, tasks: Iterable[view.TaskView]) -> tuple[view.PlannedSkillView, ...]:
    of_id = {task.id: task.skill for task in roadmap.tasks}
    own: dict[str, list[view.TaskView]] = {skill.id: [] for skill in roadmap.skills}
    for task in tasks:
        own.get(of_id[task.id] or "", []).append(task)
    names = {skill.id: clean(skill.name) for skill in roadmap.skills}
    return tuple(_skill(skill, own[skill.id], names) for skill in roadmap.skills)


def _skill(
    skill: PlannedSkill, tasks: Sequence[view.TaskView], names: dict[str, str]
) -> view.PlannedSkillView:
    weeks = [week for task in tasks for week in task.weeks]
    helper = skill.shares_with or ""
    needed = [names[id] for id in skill.needed_for if id in names]
    why = skill.importance or (f"needed for {wording.listed(needed)}" if needed else "")
    return view.PlannedSkillView(
        id=skill.id,
        name=names[skill.id],
        state=skill.state,
        why=why,
        gap=skill.why == "gap",
        level=skill.level,
        levels=f"{skill.level_from} → {skill.level}" if skill.level_from else skill.level,
        hours=hours(skill.hours),
        shares=f"{hours(skill.hours_alone)} without {names[helper]}" if helper in names else "",
        points=format_points(skill.points) if skill.points else "",
        after=tuple(id for id in skill.after if id in names),
        shares_with=helper if helper in names else "",
        tasks=tuple(tasks),
        weeks=_span(min(weeks), max(weeks)) if weeks else "",
        first=min(weeks, default=0),
        last=max(weeks, default=0),
        status=_together([task.status for task in tasks]),
    )


def _together(states: Sequence[TaskStatus]) -> TaskStatus:
    """Of several tasks: over where each is, begun where one is."""
    if not states or all(status == "todo" for status in states):
        return "todo"
    if all(status == "skipped" for status in states):
        return "skipped"
    return "done" if all(status in ("done", "skipped") for status in states) else "started"
