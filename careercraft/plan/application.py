"""When to apply."""

from __future__ import annotations

from collections.abc import Sequence

from careercraft.model.plan import PlannedSkill, Task
from careercraft.plan.forecast import Predictor


def with_application(
    learning: Sequence[Task], applying: Sequence[Task], skills: Sequence[PlannedSkill], predictor: Predictor
) -> list[Task]:
    place = application_place(learning, skills, predictor)
    return [*learning[:place], *applying, *learning[place:]]


def application_place(learning: Sequence[Task], skills: Sequence[PlannedSkill], predictor: Predictor) -> int:
    """How many tasks come before. As soon as it is FIT: a posting doesn't wait for the last nice-to-have. Where
    learning alone never makes it FIT, once the must-haves are there."""
    along = predictor.along(task.id for task in learning)
    place = next((count for count, then in enumerate(along) if then.verdict == "FIT"), None)
    if place is None:
        musts = {skill.id for skill in skills if skill.importance == "must"}
        ends = [count for count, task in enumerate(learning, 1) if task.skill in musts]
        place = ends[-1] if ends else len(learning)
    return place
