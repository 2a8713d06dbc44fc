"""What has to be learned: the gaps that learning closes, and what comes before them and isn't there yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from careercraft.errors import ConfigError
from careercraft.match.again import worth
from careercraft.match.credit import MATCHED
from careercraft.model.analysis import Analysis
from careercraft.model.job import Importance
from careercraft.model.match import Shown, SkillEntry, SkillMatch
from careercraft.model.plan import Meets
from careercraft.model.resume import PROFICIENCY_ORDER, Proficiency
from careercraft.model.skill import Skill
from careercraft.plan.hours import LEAST, level_at, quarters, to_level
from careercraft.score.edits import NAMED_TIERS
from careercraft.score.gaps import OpenEntry, learning_steps
from careercraft.score.steps import Scene, Step
from careercraft.taxonomy import Taxonomy

_LISTED = Shown(listed=True)
_BUILT = Shown(listed=True, entries=1, recent=True)
_IMPORTANCES: tuple[Importance, ...] = ("must", "preferred", "nice")
_CERTIFICATION = "certification"


class Need(NamedTuple):
    """One skill to be learned."""

    skill: Skill
    level: Proficiency
    level_from: Proficiency | None
    hours: float
    """From where the person stands, in quarters."""
    weak: bool
    """The resume shows a part of it."""
    points: float = 0.0
    """Of readiness, by itself."""
    importance: Importance | None = None
    """None for a prerequisite that the posting doesn't ask for."""
    meets: tuple[Meets, ...] = ()

    @property
    def is_gap(self) -> bool:
        return self.importance is not None


def gap_needs(scene: Scene, items: Sequence[OpenEntry], taxonomy: Taxonomy) -> list[Need]:
    """One a skill that learning brings nearer, whichever number of requirements asks for it; most points first."""
    places = {id(entry): place for place, entry in enumerate(scene.skills.required())}
    levels: dict[str, Proficiency] = {}
    for item in items:
        if item.step is not None and item.entry.id is not None:
            levels[item.entry.id] = _higher(levels.get(item.entry.id), item.level)
    found = []
    for step in learning_steps(scene, items):
        skill = taxonomy.skills.get(step.id or "")
        if skill is not None and step.hours is not None:
            found.append(_gap(step, skill, levels[skill.id], places))
    return found


def _gap(step: Step, skill: Skill, level: Proficiency, places: Mapping[int, int]) -> Need:
    entries = [entry for entry, _ in step.met]
    hours = quarters(max(step.hours or 0.0, LEAST))
    stated = [entry.found_level for entry in entries if isinstance(entry.found_level, str)]
    known = to_level(skill.hours, level) - hours
    return Need(
        skill=skill,
        level=level,
        level_from=min(stated, key=PROFICIENCY_ORDER.index) if stated else level_at(skill, known),
        hours=hours,
        weak=any(entry.strength > 0 for entry in entries),
        points=step.points,
        importance=min((entry.importance or "nice" for entry in entries), key=_IMPORTANCES.index),
        meets=tuple(_meets(places[id(entry)], entry, met.strength) for entry, met in step.met),
    )


def _meets(place: int, entry: SkillEntry, proof: float) -> Meets:
    """A certificate is had or not: studying for it earns nothing yet."""
    if entry.kind == _CERTIFICATION:
        return Meets(entry=place, core=entry.strength, applied=entry.strength, proof=proof)
    core, applied = (min(proof, _earned(entry, shown)) for shown in (_LISTED, _BUILT))
    return Meets(entry=place, core=core, applied=max(core, applied), proof=proof)


def _earned(entry: SkillEntry, shown: Shown) -> float:
    level = entry.required_level if isinstance(entry.required_level, str) else None
    return max(entry.strength, worth(entry, shown, entry.found_years or None, level))


def _higher(one: Proficiency | None, other: Proficiency) -> Proficiency:
    return max((one or other, other), key=PROFICIENCY_ORDER.index)


def held_skills(analysis: Analysis, taxonomy: Taxonomy) -> frozenset[str]:
    """Ids of what the resume shows, whether it is asked for or not, of all that comes with it, and of what comes before
    it: whoever uses Docker at work knows the command line, written down or not."""
    held: set[str] = set()
    waiting = sorted(set(_shown(analysis.skills)))
    while waiting:
        skill_id = waiting.pop()
        if skill_id not in held:
            held.add(skill_id)
            skill = taxonomy.skills.get(skill_id)
            waiting += [*taxonomy.implied(skill_id), *(skill.prerequisites if skill is not None else ())]
    return frozenset(held)


def _shown(skills: SkillMatch) -> Iterator[str]:
    for entry in skills.required():
        named = entry.strength > 0 and entry.tier in NAMED_TIERS
        if entry.id is not None and (entry.strength >= MATCHED or named):
            yield entry.id
    yield from (entry.id for entry in skills.extra if entry.id is not None)


class Needs(NamedTuple):
    """All that the plan may hold, and how it hangs together."""

    by_id: dict[str, Need]
    """Gaps first, most points first; then what they need before."""
    before: dict[str, tuple[str, ...]]
    """Id to the ids of `by_id` that come first, of every need."""

    def bundle(self, skill_id: str) -> list[str]:
        """The skill and all that comes before it, first things first."""
        found: dict[str, None] = {}
        self._collect(skill_id, found)
        return list(found)

    def _collect(self, skill_id: str, found: dict[str, None]) -> None:
        if skill_id not in found:
            for other in self.before[skill_id]:
                self._collect(other, found)
            found[skill_id] = None


def with_prerequisites(gaps: Iterable[Need], held: frozenset[str], taxonomy: Taxonomy) -> Needs:
    """Raises ConfigError where prerequisites run in a circle, which a merged taxonomy may bring about."""
    by_id = {need.skill.id: need for need in gaps}
    needs = Needs(by_id, {})
    for need in list(by_id.values()):
        _add_before(need, needs, held, taxonomy, (need.skill.id,))
    return needs


def _add_before(
    need: Need, needs: Needs, held: frozenset[str], taxonomy: Taxonomy, path: tuple[str, ...]
) -> None:
    if need.skill.id in needs.before:
        return
    first = []
    for other in need.skill.prerequisites:
        if other in path:
            circle = " -> ".join((*path[path.index(other) :], other))
            raise ConfigError(
                f"the prerequisites of the taxonomy run in a circle: {circle}", "`careercraft taxonomy check`"
            )
        if other not in needs.by_id:  # a gap comes first even where the resume names it
            if other in held or other not in taxonomy.skills:
                continue
            needs.by_id[other] = _prerequisite(taxonomy.skills[other], need, held, taxonomy)
        _add_before(needs.by_id[other], needs, held, taxonomy, (*path, other))
        first.append(other)
    needs.before[need.skill.id] = tuple(first)


def _prerequisite(skill: Skill, need: Need, held: frozenset[str], taxonomy: Taxonomy) -> Need:
    """As deep as what builds on it asks: the level under it. What the person knows of its kind is taken off."""
    place = PROFICIENCY_ORDER.index(need.level) - 1
    level = PROFICIENCY_ORDER[max(0, place)] if need.is_gap else "beginner"
    whole = to_level(skill.hours, level)
    share = max(
        (taxonomy.skills[one].related.get(skill.id, 0.0) for one in sorted(held & taxonomy.skills.keys())),
        default=0.0,
    )
    hours = quarters(max(whole * (1 - share), LEAST))
    return Need(skill, level, level_at(skill, whole - hours), hours, weak=share > 0)
