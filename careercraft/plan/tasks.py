"""A skill's hours as tasks: learn, practice, build, prove; and what an application takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush
from math import ceil
from typing import NamedTuple

from msgspec import UNSET, structs

from careercraft.model.plan import Budget, Phase, Task, TaskKind
from careercraft.plan.hours import QUARTER, quarters
from careercraft.plan.needs import Need
from careercraft.plan.order import Placed
from careercraft.plan.resources import choose_resource
from careercraft.plan.wording import application_tasks, task_text
from careercraft.taxonomy import Taxonomy

Shares = tuple[tuple[TaskKind, float], ...]
_USUAL: Shares = (("learn", 0.4), ("practice", 0.25), ("build", 0.25), ("prove", 0.1))
_BY_KIND: dict[str, Shares] = {
    "certification": (("learn", 0.6), ("practice", 0.3), ("prove", 0.1)),
    "language": (("learn", 0.4), ("practice", 0.4), ("build", 0.1), ("prove", 0.1)),
    "soft": (("learn", 0.2), ("practice", 0.4), ("build", 0.3), ("prove", 0.1)),
}
_SMALL: Shares = (("learn", 0.5), ("build", 0.35), ("prove", 0.15))
_TINY: Shares = (("learn", 0.6), ("prove", 0.4))
_BEFORE: Shares = (("learn", 0.6), ("practice", 0.4))
"""Of a prerequisite: nobody asks for its proof."""
_FEW, _VERY_FEW = 8.0, 2.0
"""Hours under which a skill has fewer kinds of tasks."""
_PART, _LONG_PART, _SHORT_PARTS, _MOST_PARTS = 8.0, 24.0, 12, 20
"""Hours that one task holds at most; after so many parts the hours beyond make as many more as longer ones would. Of
thousands of hours the parts get longer still: nobody ticks off fifty parts of the same."""
_PROOF = 6.0
"""Hours that a proof takes at most, however long the skill; the rest of its share goes into the work before it."""
_PHASES: dict[TaskKind, Phase] = {
    "learn": "core",
    "practice": "core",
    "build": "applied",
    "prove": "proof",
    "apply": "application",
}


class Draft(NamedTuple):
    """A task before it has its number."""

    task: Task
    stage: int
    """0 learn, 1 practice, 2 build, 3 prove."""
    part: int


def skill_tasks(placed: Placed, budget: Budget, family: str, first: Sequence[str] = ()) -> list[Draft]:
    """One after another; the hours add up to those of the skill. `first` are ids of tasks that come before."""
    need = placed.need
    drafts: list[Draft] = []
    after = tuple(first)
    for stage, (kind, hours) in enumerate(_split(placed.hours, _shares(placed))):
        sizes = _parts(hours)
        for part, size in enumerate(sizes, 1):
            task = structs.replace(
                _task(need, kind, part, len(sizes), budget, family), hours=size, after=after
            )
            drafts.append(Draft(task, stage, part))
            after = (task.id,)
    return drafts


def _shares(placed: Placed) -> Shares:
    need, hours = placed.need, placed.hours
    if not need.is_gap:
        return _BEFORE if hours >= _VERY_FEW else (("learn", 1.0),)
    if need.skill.kind == "certification":
        return _BY_KIND["certification"] if hours >= _VERY_FEW else _TINY
    if hours < _VERY_FEW:
        return _TINY
    return _SMALL if hours < _FEW else _BY_KIND.get(need.skill.kind, _USUAL)


def _split(hours: float, shares: Shares) -> Iterator[tuple[TaskKind, float]]:
    """In quarters that add up; the last kind has what is left. A quarter of an hour is one task only."""
    shares = shares[: max(1, int(hours / QUARTER))]
    left = hours
    for place, (kind, share) in enumerate(shares):
        rest = QUARTER * (len(shares) - place - 1)
        more = _over_proof(hours, shares) if place == len(shares) - 2 else 0.0
        size = left if not rest else min(quarters(hours * share + more), left - rest)
        yield kind, size
        left -= size


def _over_proof(hours: float, shares: Shares) -> float:
    kind, share = shares[-1]
    return max(0.0, hours * share - _PROOF) if kind == "prove" else 0.0


def _parts(hours: float) -> list[float]:
    """About equal parts in quarters that add up, the longer ones first."""
    count = ceil(min(hours, _SHORT_PARTS * _PART) / _PART) + ceil(
        max(0.0, hours - _SHORT_PARTS * _PART) / _LONG_PART
    )
    whole, more = divmod(round(hours / QUARTER), min(count, _MOST_PARTS))
    return [(whole + (part < more)) * QUARTER for part in range(min(count, _MOST_PARTS))]


def _task(need: Need, kind: TaskKind, part: int, parts: int, budget: Budget, family: str) -> Task:
    skill = need.skill
    resource = choose_resource(skill, kind, part, budget)
    text = task_text(skill, kind, need.level_from, need.level, part, parts, resource, family)
    return Task(
        id=f"{skill.id}-{kind}" + (f"-{part}" if parts > 1 else ""),
        number=0,
        phase=_PHASES[kind] if need.is_gap else "foundation",
        kind=kind,
        title=text.title,
        hours=0.0,
        skill=skill.id,
        level=need.level,
        resource=resource or UNSET,
        check=text.check,
        milestone=text.milestone or UNSET,
    )


def applying(title: str, skills: Sequence[str], family: str) -> list[Task]:
    """The phase of application, one task after another."""
    found: list[Task] = []
    for text in application_tasks(title, skills, family):
        task = Task(
            id=f"apply-{text.slug}",
            number=0,
            phase="application",
            kind="apply",
            title=text.title,
            hours=quarters(text.hours),
            check=text.check,
            milestone=text.milestone or UNSET,
            after=(found[-1].id,) if found else (),
        )
        found.append(task)
    return found


def family_of(ids: Iterable[str | None], taxonomy: Taxonomy) -> str:
    """The field that most of these skills belong to, soft skills and languages aside; empty where none is known."""
    skills = (taxonomy.skills.get(one or "") for one in ids)
    counts = Counter(
        skill.family for skill in skills if skill is not None and skill.kind not in {"soft", "language"}
    )
    return min(counts, key=lambda family: (-counts[family], family)) if counts else ""


def in_depth(skills: Sequence[Sequence[Draft]]) -> list[Task]:
    """One skill to its end, then the next."""
    return [draft.task for drafts in skills for draft in drafts]


def in_breadth(skills: Sequence[Sequence[Draft]]) -> list[Task]:
    """Side by side: something of every skill that may begin before more of one, and all of one kind of work before the
    next. Nothing comes before what it needs."""
    done: set[str] = set()
    found: list[Task] = []
    ready: list[tuple[int, int, int, int]] = []
    blocked = [(place, 0) for place, drafts in enumerate(skills) if drafts]
    while blocked or ready:
        blocked = _freed(skills, blocked, done, ready)
        _, _, place, turn = heappop(ready)
        task = skills[place][turn].task
        done.add(task.id)
        found.append(task)
        if turn + 1 < len(skills[place]):
            blocked.append((place, turn + 1))
    return found


def _freed(
    skills: Sequence[Sequence[Draft]],
    blocked: list[tuple[int, int]],
    done: set[str],
    ready: list[tuple[int, int, int, int]],
) -> list[tuple[int, int]]:
    """Moves what may begin now onto `ready`, by stage, part and place; gives what has to wait on."""
    left = []
    for place, turn in blocked:
        draft = skills[place][turn]
        if done.issuperset(draft.task.after):
            heappush(ready, (draft.stage, draft.part, place, turn))
        else:
            left.append((place, turn))
    return left
