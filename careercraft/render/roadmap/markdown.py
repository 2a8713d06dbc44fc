"""A plan as Markdown for a code forge: task lists that can be ticked there, weeks as headings, tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from careercraft.render.markdown_text import bullets, code, escape, section, table
from careercraft.render.roadmap.view import RoadmapView, TaskView, WeekView
from careercraft.render.view import ResourceView


def render(view: RoadmapView) -> str:
    """CommonMark with tables and task lists; ends with a line break."""
    blocks = [
        *_head(view),
        *section("Weeks", [_overview(view)]),
        *section("Skills", [_skills(view)]),
        *section("Phases", [_phases(view)]),
        *section("Before this revision", [_tasks(view.before, None)]),
        *(block for week in view.weeks for block in _week(week)),
        *section("Left out", [_left_out(view), _tasks(view.unplanned, None)]),
        *section("Strong already", [bullets(map(escape, view.strong))]),
        *section("Notes", [bullets(map(escape, view.notes))]),
        f"---\n\n<sub>{escape(view.engine)}</sub>",
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _head(view: RoadmapView) -> Iterator[str]:
    yield f"# Roadmap to {escape(view.title)}"
    which = [f"roadmap {view.number}"] if view.number else []
    which += [f"revision {view.revision}"] if view.revision > 1 else []
    yield " · ".join([escape(view.target), *which]) if which or view.target != view.title else ""
    yield f"**{view.label} now, readiness {view.readiness}. {view.flip}.**"
    yield " ".join(filter(None, (f"{view.outlook}.", view.earliest)))
    yield bullets(map(escape, view.asked))
    yield f"{view.counts}." if view.counts else ""


def _overview(view: RoadmapView) -> str:
    head = ["Week", "From", "To", "Phase", "Hours", "Goal", "Readiness", "Verdict", ""]
    rows = (
        [
            str(week.number), week.first, week.last, week.phase, week.hours if week.days else "–", escape(week.goal),
            week.readiness, f"**{week.verdict}**" if week.flips else week.verdict,
            ", ".join(_signs(week)),
        ]
        for week in view.weeks
    )  # fmt: skip
    return table(head, {0, 4, 6}, rows)


def _signs(week: WeekView) -> Iterator[str]:
    if week.now:
        yield "now"
    if week.deadline:
        yield "deadline"


def _skills(view: RoadmapView) -> str:
    head = ["Skill", "State", "Level", "Why", "Hours", "Shared", "Points", "When", "Done"]
    rows = (
        [
            escape(skill.name), skill.state, skill.levels, escape(skill.why), skill.hours, escape(skill.shares),
            skill.points, skill.weeks, {"done": "✅", "skipped": "skipped"}.get(skill.status, ""),
        ]
        for skill in view.skills
    )  # fmt: skip
    return table(head, {4, 6}, rows)


def _phases(view: RoadmapView) -> str:
    rows = ([phase.title, phase.hours, phase.weeks] for phase in view.phases)
    return table(["Phase", "Hours", "When"], {1}, rows)


def _week(week: WeekView) -> Iterator[str]:
    yield f"## Week {week.number}: {escape(week.goal)}"
    facts = [f"{week.first} to {week.last}", week.phase, week.hours if week.days else ""]
    verdict = f"**{week.verdict} from here on**" if week.flips else ""
    facts += [*_signs(week), f"readiness {week.readiness} at its end", verdict]
    yield " · ".join(filter(None, facts))
    yield _tasks(week.tasks, week)
    if week.milestone and week.milestone not in {task.milestone for task in week.tasks}:
        yield f"To show: {escape(week.milestone)}"
    days = (
        [
            f"{day.weekday} {day.day}",
            day.hours,
            "<br>".join(f"{escape(s.title)}, {s.hours}" for s in day.sessions),
        ]
        for day in week.days
    )
    yield table(["Day", "Hours", "Sessions"], {1}, days)


def _tasks(tasks: Iterable[TaskView], week: WeekView | None) -> str:
    return "\n".join(line for task in tasks for line in _task(task, week))


def _task(task: TaskView, week: WeekView | None) -> Iterator[str]:
    """The box is ticked for what is done; the words of a task stand in the first of its weeks."""
    box = "x" if task.status == "done" else " "
    title = f"~~{escape(task.title)}~~" if task.status == "skipped" else escape(task.title)
    goes_on = week is not None and week.number != task.weeks[0]
    yield f"- [{box}] **{task.number}.** {title} ({task.hours}{', goes on' if goes_on else ''})"
    if goes_on:
        return
    yield f"  - {escape(task.check)}"
    if task.resource:
        yield f"  - {_resource(task.resource)}"
    if task.milestone:
        yield f"  - To show: {escape(task.milestone)}"
    if task.after:
        yield f"  - After {', '.join(map(str, task.after))}"
    if task.said:
        yield f"  - {': '.join(escape(text) for text in (task.said, task.evidence) if text)}"


def _resource(resource: ResourceView) -> str:
    title = escape(resource.title)
    # An address of another kind (javascript:, a path) stands as text, never as a link.
    shown = f"[{title}](<{resource.url}>)" if resource.link else f"{title} {code(resource.url)}"
    kind = ", ".join(part for part in (escape(resource.kind), "free" if resource.free else "") if part)
    return f"{shown} ({kind})" if kind else shown


def _left_out(view: RoadmapView) -> str:
    rows = ([escape(item.name), escape(item.reason), item.points, item.hours] for item in view.left_out)
    return table(["Gap", "Why", "Points", "Hours"], {2, 3}, rows)
