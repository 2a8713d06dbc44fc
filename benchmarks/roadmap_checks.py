"""What must hold of every plan, looked up in the plan itself and in the taxonomy. Each check gives its faults in words,
none when all is well."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from benchmarks.roadmap_moves import holds
from careercraft.model.analysis import Analysis
from careercraft.model.plan import WEEKDAYS, Roadmap, Session
from careercraft.model.resume import Proficiency
from careercraft.taxonomy.index import Taxonomy


class Case(NamedTuple):
    plan: Roadmap
    analysis: Analysis
    taxonomy: Taxonomy
    held: Mapping[str, Proficiency] = MappingProxyType({})
    """What the resume holds, as who wrote it knows."""


Check = Callable[[Case], Iterator[str]]


def faults(case: Case) -> dict[str, list[str]]:
    """By the name of the check."""
    return {name: list(check(case)) for name, check in CHECKS.items()}


def pairs(case: Case) -> Iterator[tuple[str, str, bool]]:
    """Prerequisite and dependent, as the taxonomy relates them, of which the plan holds both; and whether the last
    session of the first comes before the first one of the second."""
    turns: dict[str, list[int]] = defaultdict(list)
    of_skill = {task.id: task.skill for task in case.plan.tasks if isinstance(task.skill, str)}
    for turn, session in enumerate(_sessions(case.plan)):
        if session.task in of_skill:
            turns[of_skill[session.task]].append(turn)
    for after in sorted(turns):
        for before in case.taxonomy.skills[after].prerequisites:
            if before in turns:
                yield before, after, max(turns[before]) < min(turns[after])


def order(case: Case) -> Iterator[str]:
    """Prerequisites first, and what a task names as its own."""
    for before, after, right in pairs(case):
        if not right:
            yield f"{after} begins before {before} is done"
    turns: dict[str, list[int]] = defaultdict(list)
    for turn, session in enumerate(_sessions(case.plan)):
        turns[session.task].append(turn)
    for task in case.plan.tasks:
        for before in task.after:
            if turns[task.id] and turns[before] and min(turns[task.id]) < max(turns[before]):
                yield f"task {task.id} begins before its task {before} is done"


def prerequisites(case: Case) -> Iterator[str]:
    """Of what is learned from nothing each prerequisite is planned, or held: at some level, or because something that
    is held needs it too. A skill of which the person has a part stands on something already."""
    planned = {skill.id for skill in case.plan.skills}
    known = _known(case)
    for skill in case.plan.skills:
        for before in case.taxonomy.skills[skill.id].prerequisites if skill.state == "missing" else ():
            if before not in planned | known:
                yield f"{skill.id} is planned without {before}"


def _known(case: Case) -> set[str]:
    """What the resume shows, with all that it brings along or builds on."""
    entries = (*case.analysis.skills.required(), *case.analysis.skills.extra)
    known: set[str] = set()
    front = {entry.id for entry in entries if entry.strength and entry.id} | set(case.held)
    while front:
        known |= front
        shown = (case.taxonomy.skills[one] for one in front if one in case.taxonomy.skills)
        front = {up for one in shown for up in (*one.implies, *one.broader, *one.prerequisites)} - known
    return known


def resources(case: Case) -> Iterator[str]:
    """Every one stands in the taxonomy at the skill, as it is there; a free plan has no other."""
    for task in case.plan.tasks:
        used = task.resource
        if not isinstance(used, str) and used:
            known = case.taxonomy.skills[str(task.skill)].resources if isinstance(task.skill, str) else ()
            if not any(
                (item.title, item.url, item.kind, item.free) == (used.title, used.url, used.kind, used.free)
                for item in known
            ):
                yield f"{task.id}: unknown resource {used.title} ({used.url})"
            if case.plan.settings.budget == "free" and not used.free:
                yield f"{task.id}: {used.title} costs money"


def duplicates(case: Case) -> Iterator[str]:
    for name in ("id", "number", "title"):
        found = Counter(getattr(task, name) for task in case.plan.tasks)
        yield from (f"{count} tasks with the {name} {value!r}" for value, count in found.items() if count > 1)
    found = Counter(skill.id for skill in case.plan.skills)
    yield from (f"{count} times the skill {value}" for value, count in found.items() if count > 1)


def held(case: Case) -> Iterator[str]:
    for skill in case.plan.skills:
        mine = holds(case.held, skill.id, skill.level, case.taxonomy)
        if mine:
            through = f" through {mine}" if mine != skill.id else ""
            yield f"{skill.id} ({skill.level}) is planned, and held{through} ({case.held[mine]})"


def gaps(case: Case) -> Iterator[str]:
    """Each is planned or named as left out, and never both."""
    planned = {skill.id for skill in case.plan.skills}
    left = {item.id if isinstance(item.id, str) else item.name for item in case.plan.left_out}
    for gap in case.analysis.gaps:
        key = gap.id if isinstance(gap.id, str) else gap.name
        if key not in planned | left:
            yield f"{gap.name} is neither planned nor left out"
    yield from (f"{key} is planned and left out" for key in sorted(planned & left))


def weeks(case: Case) -> Iterator[str]:
    """Days of study alone, no day off, none after the deadline, no week over its hours, and each task's hours in full
    where nothing stretches them."""
    plan, spent = case.plan, Counter[str]()
    settings = plan.settings
    for week in plan.weeks:
        hours = sum(session.hours for session in week.sessions)
        if hours > settings.hours_per_week or hours != week.hours:
            yield f"week {week.number} holds {hours} h and says {week.hours}, of {settings.hours_per_week}"
        for session in week.sessions:
            spent[session.task] += session.hours  # type: ignore[assignment]
            yield from (
                f"{session.day}: {told}" for told in _day_faults(plan, session, week.first, week.last)
            )
    for task in plan.tasks:
        if settings.pace == 1 and spent[task.id] != task.hours:
            yield f"{task.id} has {spent[task.id]} of {task.hours} h"
    if sum(spent.values()) != plan.forecast.hours:
        yield f"sessions hold {sum(spent.values())} h, the forecast {plan.forecast.hours}"


def _day_faults(plan: Roadmap, session: Session, first: str, last: str) -> Iterator[str]:
    settings, day = plan.settings, session.day
    if not first <= day <= last or day < settings.start:
        yield "out of its week"
    if WEEKDAYS[date.fromisoformat(day).weekday()] not in settings.weekdays:
        yield "no day of study"
    if any(off.first <= day <= off.last for off in settings.holidays):
        yield "a day off"
    if isinstance(settings.deadline, str) and day > settings.deadline:
        yield "after the deadline"
    if session.hours <= 0 or session.hours * 4 % 1:
        yield f"{session.hours} h are no quarters"


def readiness(case: Case) -> Iterator[str]:
    """Never falls, ends where the forecast says, and the verdict turns once, in the week that is named; no plan is FIT
    before the earliest day of FIT."""
    plan = case.plan
    course = [plan.readiness, *(week.readiness for week in plan.weeks)]
    for number, (before, after) in enumerate(pairwise(course), 1):
        if after < before:
            yield f"week {number} falls from {before} to {after}"
    if (plan.readiness, plan.verdict) != (case.analysis.verdict.readiness, case.analysis.verdict.label):
        yield f"it begins at {plan.readiness}, the analysis says {case.analysis.verdict.readiness}"
    if course[-1] != plan.forecast.readiness:
        yield f"the last week ends at {course[-1]}, the forecast at {plan.forecast.readiness}"
    fit = [week.number for week in plan.weeks if week.verdict == "FIT"]
    turns = 0 if plan.verdict == "FIT" else fit[0] if fit else None
    if (plan.forecast.fit_week if isinstance(plan.forecast.fit_week, int) else None) != turns:
        yield f"FIT from week {turns}, the forecast says {plan.forecast.fit_week}"
    if fit and len(fit) != len(plan.weeks) - fit[0] + 1:
        yield "FIT is lost again"
    earliest, day = plan.forecast.earliest_fit, plan.forecast.fit_day
    if isinstance(day, str) and isinstance(earliest, str) and day < earliest:
        yield f"FIT on {day}, the earliest day is said to be {earliest}"


def serial(case: Case) -> Iterator[str]:
    """No skill takes more than by itself."""
    for skill in case.plan.skills:
        if skill.hours > skill.hours_alone:
            yield f"{skill.id} takes {skill.hours} h, alone {skill.hours_alone}"


def _sessions(plan: Roadmap) -> Iterator[Session]:
    return (session for week in plan.weeks for session in week.sessions)


CHECKS: dict[str, Check] = {
    "order": order,
    "prerequisites": prerequisites,
    "resources": resources,
    "duplicates": duplicates,
    "held": held,
    "gaps": gaps,
    "weeks": weeks,
    "readiness": readiness,
    "serial": serial,
}
