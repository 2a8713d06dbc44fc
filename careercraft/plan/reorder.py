"""The tasks of a plan in the other style: one skill to its end, or side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from careercraft.model.plan import Basis, PlannedSkill, Style, Task
from careercraft.plan.application import with_application
from careercraft.plan.forecast import Predictor
from careercraft.plan.tasks import Draft, in_breadth, in_depth


def reordered(
    skills: Sequence[PlannedSkill], tasks: Sequence[Task], basis: Basis, style: Style
) -> tuple[Task, ...]:
    """As the plan would have been made in this style; ids, numbers and hours stay."""
    drafts = [_drafts([task for task in tasks if task.skill == skill.id]) for skill in skills]
    ordered = in_depth(drafts) if style == "depth" else in_breadth(drafts)
    applying = [task for task in tasks if not task.skill]
    return tuple(with_application(ordered, applying, skills, Predictor(basis, skills, ordered)))


def _drafts(tasks: Sequence[Task]) -> list[Draft]:
    """Stages are counted over the kinds of task that the skill has."""
    stages = list(dict.fromkeys(task.kind for task in tasks))
    parts: Counter[str] = Counter()
    found = []
    for task in tasks:
        parts[task.kind] += 1
        found.append(Draft(task, stages.index(task.kind), parts[task.kind]))
    return found
