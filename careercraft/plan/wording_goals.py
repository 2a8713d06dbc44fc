"""What a week is for, in one line."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from msgspec import UNSET

from careercraft.model.plan import Task

_CLAUSES, _NAMES = 3, 2
"""Most clauses of a goal, and most names in one."""
_DETAILED = 2
"""Skills of a week up to which it is said what of them."""
_LATER = {"practice": "practice {}", "build": "put {} to use", "prove": "prove {}"}
"""By kind of task, where the skill was begun before."""

_ON_THE_WAY = {
    "learn": "A page of notes on {} in your own words",
    "practice": "{}: what you practiced, with a note on what went wrong",
    "build": "{}: the work so far, shown to somebody",
    "prove": "{}: what shows it so far, in one place",
    "apply": "Your application so far, in one folder",
}
"""By kind of task, where none of a week leaves anything by itself."""


def week_goal(
    tasks: Sequence[Task], names: Mapping[str, str], ends: Collection[str], begun: Collection[str] = ()
) -> str:
    """From the tasks worked on, in order: `names` by id of skill, `ends` the ids of those that end in the week, and
    `begun` of those of earlier weeks."""
    if not tasks:
        return "Week off (holidays)"
    by_skill: dict[str, list[Task]] = {}
    for task in tasks:
        by_skill.setdefault("" if task.skill is UNSET else task.skill, []).append(task)
    by_verb: dict[str, list[str]] = {}
    for skill, group in by_skill.items():
        by_verb.setdefault(_verb(group, ends, begun), []).append(skill)
    clauses = []
    for verb, skills in by_verb.items():
        detailed = len(skills) == 1 and len(by_skill) <= _DETAILED
        topic = _topic(by_skill[skills[0]], names, ends) if detailed else ""
        clauses.append(_clause(verb, [names.get(skill, skill) for skill in skills], topic))
    if len(clauses) > _CLAUSES:
        left = sum(len(skills) for skills in list(by_verb.values())[_CLAUSES - 1 :])
        clauses[_CLAUSES - 1 :] = [f"work on {left} more"]
    line = "; ".join(clauses)
    return line[0].upper() + line[1:]


def week_milestone(tasks: Sequence[Task], names: Mapping[str, str], ends: Collection[str]) -> str | None:
    """What there is to show at the end of a week: what a task that ends in it leaves, else what the last one leaves on
    the way; None for a week off."""
    if not tasks:
        return None
    shown = [task.milestone for task in tasks if task.id in ends and task.milestone is not UNSET]
    if shown:
        return shown[-1]
    last = tasks[-1]
    return _ON_THE_WAY[last.kind].format(names.get(last.skill or "", last.title))


def _verb(group: Sequence[Task], ends: Collection[str], begun: Collection[str]) -> str:
    """What is done with a skill in the week, by how far it comes; an order as it stands for the application."""
    begins, last = _is_first(group[0]) and group[0].id not in begun, group[-1]
    if last.kind == "apply":
        return last.title[0].lower() + last.title[1:] if len(group) == 1 else "work on your application"
    if last.kind == "prove" and last.milestone is not UNSET and last.id in ends:
        return "learn and prove {}" if begins else "finish {}"
    if begins:
        return "begin {}" if last.kind == "learn" else "begin and practice {}"
    return _LATER.get(last.kind, "learn {}")


def _is_first(task: Task) -> bool:
    return task.kind == "learn" and task.id.endswith(("-learn", "-learn-1"))


def _topic(group: Sequence[Task], names: Mapping[str, str], ends: Collection[str]) -> str:
    """What of the skill, as a title ends: of the last kind of work in the week, what is finished of it, if anything."""
    kind = group[-1].kind
    last = next((task for task in reversed(group) if task.kind == kind and task.id in ends), group[-1])
    if kind not in {"learn", "practice"} or last.skill is UNSET:
        return ""
    rest = last.title.partition(names.get(last.skill, last.skill))[2]
    return "".join(re.split(r"[:,] ", rest, maxsplit=1)[1:])


def _clause(verb: str, names: Sequence[str], topic: str) -> str:
    """ "begin A", "begin A: the everyday tasks", "begin A and B", "begin A, B and 2 more"."""
    shown, left = names[:_NAMES], len(names) - _NAMES
    listed = f"{', '.join(shown)} and {left} more" if left > 0 else " and ".join(shown)
    before, slot, after = verb.partition("{}")
    clause = f"{before}{listed}{after}" if slot else verb
    return f"{clause}: {topic}" if topic else clause
