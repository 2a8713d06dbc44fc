"""What the readiness will be once this or that of a plan is done, by the scorer's own arithmetic.

A skill counts in steps. Learned and practiced, the resume can name it; built with, it can show it in a project; proved,
it earns all that learning can bring. What comes with a skill or is near to it isn't counted, so a forecast is careful.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import UNSET

from careercraft.model.plan import Basis, Label, Meets, PlannedSkill, Task
from careercraft.plan.basis import scene_of
from careercraft.score.gauge import Gauge

_STAGES = ("core", "applied", "proof")
_STAGE_OF = {"learn": 0, "practice": 0, "build": 1, "prove": 2}


class Prediction(NamedTuple):
    readiness: float
    """To one decimal."""
    verdict: Label


class Forecaster:
    """Readiness and verdict by how far the requirements are met."""

    def __init__(self, basis: Basis) -> None:
        self._gauge = Gauge(scene_of(basis))
        self._strengths = [entry.strength for entry in basis.skills.required()]
        self._known: dict[tuple[tuple[int, float], ...], Prediction] = {}

    def predict(self, strengths: Mapping[int, float]) -> Prediction:
        """By position of the requirement; one that is met further already stays so."""
        key = tuple(sorted(strengths.items()))
        if key not in self._known:  # a course, its weeks and its day of FIT ask for the same states
            met = {place: max(value, self._strengths[place]) for place, value in key}
            readiness = self._gauge.readiness(met)
            fit = self._gauge.is_fit(readiness, met)
            self._known[key] = Prediction(readiness, "FIT" if fit else "UNFIT")
        return self._known[key]


class Predictor:
    """Of one plan."""

    def __init__(
        self,
        basis: Basis,
        skills: Sequence[PlannedSkill],
        tasks: Sequence[Task],
        forecaster: Forecaster | None = None,
    ) -> None:
        """`forecaster` is that of the same basis, where there is one."""
        self._forecaster = forecaster or Forecaster(basis)
        self._meets = {skill.id: skill.meets for skill in skills if skill.meets}
        self._stages = {
            task.id: (task.skill, _STAGE_OF[task.kind])
            for task in tasks
            if task.skill is not UNSET and task.skill in self._meets
        }

    def after(self, done: Collection[str]) -> Prediction:
        """With the tasks of these ids done."""
        return next(self.along((), done))

    def along(self, order: Iterable[str], done: Iterable[str] = ()) -> Iterator[Prediction]:
        """Before the first of these tasks, then after each; `done` was done before."""
        left = Counter(self._stages.values())
        all_ = Counter(left)
        left.subtract(self._stages[task] for task in set(done) if task in self._stages)
        reached = {skill_id: _reached(skill_id, left, all_) for skill_id in self._meets}
        strengths: dict[int, float] = {}
        for skill_id, stage in reached.items():
            raise_to(strengths, _strengths(self._meets[skill_id], stage))
        now = self._forecaster.predict(strengths)
        yield now
        for task in order:
            if task in self._stages:
                skill_id = self._stages[task][0]
                left[self._stages[task]] -= 1
                stage = _reached(skill_id, left, all_)
                if stage != reached[skill_id]:
                    reached[skill_id] = stage
                    raise_to(strengths, _strengths(self._meets[skill_id], stage))
                    now = self._forecaster.predict(strengths)
            yield now


def raise_to(strengths: dict[int, float], more: Mapping[int, float]) -> None:
    """Two skills may meet the same requirement ("A or B"): the better one counts."""
    for place, value in more.items():
        strengths[place] = max(value, strengths.get(place, 0.0))


def full(meets: Sequence[Meets]) -> dict[int, float]:
    """Strengths at the end of a skill."""
    return _strengths(meets, len(_STAGES))


def _strengths(meets: Sequence[Meets], stage: int) -> dict[int, float]:
    return {meet.entry: float(getattr(meet, _STAGES[stage - 1])) for meet in meets} if stage else {}


def _reached(skill_id: str, left: Mapping[tuple[str, int], int], all_: Mapping[tuple[str, int], int]) -> int:
    """The last stage that is through with all before it, from 1; a stage without tasks brings nothing of its own."""
    reached = 0
    for stage in range(len(_STAGES)):
        key = (skill_id, stage)
        if left[key] > 0:
            return reached
        if all_[key]:
            reached = stage + 1
    return reached
