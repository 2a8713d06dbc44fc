"""Steps that raise the readiness: a gap closed, or an edit of the resume; and what sets of them come to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from msgspec import structs

from careercraft.model.facts import EducationFacts, ExperienceFacts, Facts
from careercraft.model.match import Evidence, SkillEntry, SkillMatch
from careercraft.model.score import Scorecard
from careercraft.score.card import readiness, scorecard
from careercraft.score.changes import replaced
from careercraft.score.gauge import Gauge


class Scene(NamedTuple):
    """All that a score is made from."""

    skills: SkillMatch
    facts: Facts
    weights: Mapping[str, float]
    threshold: float

    def card(self) -> Scorecard:
        return scorecard(self.skills, self.facts, self.weights, self.threshold)

    def readiness(self) -> float:
        """To one decimal."""
        return readiness(self.skills, self.facts, self.weights)


class Step(NamedTuple):
    """Requirements become met, or a part of the facts becomes another."""

    name: str
    id: str | None = None
    """Of the skill."""
    met: tuple[tuple[SkillEntry, SkillEntry], ...] = ()
    """Each requirement with what it becomes. A skill asked for twice is learned once."""
    experience: ExperienceFacts | None = None
    education: EducationFacts | None = None
    points: float = 0.0
    """Of readiness, to one decimal, as scoring again says."""
    exact: float = 0.0
    """The same before it is rounded."""
    hours: float | None = 0.0
    """Of learning; None where the taxonomy doesn't know them."""
    edit: str = ""
    """What to write into the resume; empty for a gap."""
    evidence: tuple[Evidence, ...] = ()

    def touched(self) -> frozenset[object]:
        """What it changes: two steps that change the same thing exclude each other."""
        parts = {"experience": self.experience, "education": self.education}
        return frozenset(id(entry) for entry, _ in self.met) | {name for name, part in parts.items() if part}


def taken(scene: Scene, steps: Iterable[Step]) -> Scene:
    """The scene after these steps, of which no two touch the same thing."""
    steps = list(steps)
    facts = scene.facts
    for step in steps:
        if step.experience is not None:
            facts = structs.replace(facts, experience=step.experience)
        if step.education is not None:
            facts = structs.replace(facts, education=step.education)
    met = {id(entry): new for step in steps for entry, new in step.met}
    return scene._replace(skills=replaced(scene.skills, met), facts=facts)


def weighed(scene: Scene, steps: Iterable[Step]) -> list[Step]:
    """Each with the points that it wins by itself."""
    gauge = Gauge(scene)
    places = {id(entry): place for place, entry in enumerate(scene.skills.required())}
    now, exact = gauge.readiness({}), gauge.exact({})
    found = []
    for step in steps:
        then, met = gauge, {places[id(entry)]: new.strength for entry, new in step.met}
        if step.experience is not None or step.education is not None:
            then, met = Gauge(taken(scene, [step])), {}
        points = round(then.readiness(met) - now, 1)
        found.append(step._replace(points=points, exact=then.exact(met) - exact))
    return found
