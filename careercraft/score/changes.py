"""Changes applied to what was matched and to the facts: the one way in which "what if" is computed.

A change never touches what it wasn't given: the years, degrees and values of a report stay as they are unless a change
names them. Adding never takes anything away, removing never gives anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import UNSET, structs

from careercraft.match import credit
from careercraft.match.again import asked_of, names, same_requirement, worth
from careercraft.model.change import (
    AddSkill,
    Change,
    ChangeDegree,
    ChangeWishes,
    ChangeYears,
    RemoveSkill,
)
from careercraft.model.facts import EducationFacts, ExperienceFacts, Facts, YearsAsked
from careercraft.model.match import Shown, SkillEntry, SkillMatch, SkillUse
from careercraft.model.resume import DEGREE_ORDER, PROFICIENCY_ORDER, Proficiency

LISTED = Shown(listed=True)
USED = Shown(listed=True, entries=1, recent=True)
"""How a skill of `--what-if` is shown: by a recent position and by the list of skills."""
_LISTS = ("matched", "partial", "missing")


def apply(skills: SkillMatch, facts: Facts, changes: Iterable[Change]) -> tuple[SkillMatch, Facts]:
    """What is left is taken away before anything is added; in other things the changes go in their order."""
    changes = sorted(changes, key=lambda change: not isinstance(change, RemoveSkill))
    for change in changes:
        if isinstance(change, AddSkill):
            skills = added(skills, change)
        elif isinstance(change, RemoveSkill):
            skills = _removed(skills, change)
        else:
            facts = _other_facts(facts, change)
    return skills, facts


def replaced(skills: SkillMatch, entries: Mapping[int, SkillEntry]) -> SkillMatch:
    """With these requirements in place of those with the same `id()`, each in the list of its strength."""
    lists: dict[str, list[SkillEntry]] = {name: [] for name in _LISTS}
    moved: list[tuple[str, SkillEntry]] = []
    for name in _LISTS:
        for entry in getattr(skills, name):
            new = entries.get(id(entry), entry)
            target = name if new is entry else credit.outcome(new.strength)
            if target == name:
                lists[name].append(new)
            else:
                moved.append((target, new))
    for target, new in moved:
        later = (i for i, entry in enumerate(lists[target]) if _place(entry) > _place(new))
        lists[target].insert(next(later, len(lists[target])), new)
    return structs.replace(skills, **{name: tuple(entries) for name, entries in lists.items()})


def _place(entry: SkillEntry) -> int:
    return entry.job_evidence[0].start if entry.job_evidence else 0


def added(skills: SkillMatch, change: AddSkill) -> SkillMatch:
    """With the skill, and what comes with it or is near to it, wherever that earns more than there was."""
    stronger = {id(entry): new for entry in skills.required() if (new := _stronger(entry, change))}
    skills = replaced(skills, stronger)
    if _is_asked(skills, change) or any(entry.id == change.id for entry in skills.extra):
        return skills
    extra = sorted([*skills.extra, _extra(change)], key=lambda entry: (entry.name.lower(), entry.id or ""))
    return structs.replace(skills, extra=tuple(extra))


def _is_asked(skills: SkillMatch, change: AddSkill) -> bool:
    return change.id is None or any(names(entry, change.id, change.name) for entry in skills.required())


def _stronger(entry: SkillEntry, change: AddSkill) -> SkillEntry | None:
    """The entry with what the skill is worth for it; None when it is worth no more than what is there."""
    found = [*_directly(entry, change), *_through(entry, change)]
    best = max(found, key=lambda item: item.strength, default=None)
    return best if best is not None and best.strength > entry.strength else None


def _directly(entry: SkillEntry, change: AddSkill) -> list[SkillEntry]:
    if not names(entry, change.id, change.name):
        return []
    shown = LISTED if change.own else USED
    years, level = change.years or None, change.level or None
    if not change.own and entry.id == change.id:  # the resume may show more than the person thought of
        years = max(years or 0.0, entry.found_years or 0.0) or None
        level = _higher(level, entry.found_level or None)
    return [_shown(entry, change, change.id, change.name, worth(entry, shown, years, level), years, level)]


def _higher(one: Proficiency | None, other: Proficiency | None) -> Proficiency | None:
    levels = [level for level in (one, other) if level is not None]
    return max(levels, key=PROFICIENCY_ORDER.index, default=None)


def _through(entry: SkillEntry, change: AddSkill) -> list[SkillEntry]:
    use = SkillUse(
        skill_id=change.id or "",
        mentions=(),
        shown=LISTED if change.own else USED,
        years=change.years or None,
    )
    found = []
    for other in change.brings:
        if names(entry, other.id, other.name):
            strength = (
                credit.implied(other.steps, use, asked_of(entry))
                if other.steps
                else credit.related(other.share)
            )
            if strength >= credit.PARTIAL:
                new = _shown(entry, change, other.id, other.name, strength)
                tier = "implied" if other.steps else "related"
                found.append(structs.replace(new, tier=tier, via=change.name))
    return found


def _shown(
    entry: SkillEntry,
    change: AddSkill,
    skill_id: str | None,
    name: str,
    strength: float,
    years: float | None = None,
    level: Proficiency | None = None,
) -> SkillEntry:
    """The requirement as the change shows it. What the resume shows of the same skill stays beside it."""
    same = entry.id == skill_id and entry.via is UNSET
    others = tuple(other for other in (entry.name, *(entry.alternatives or ())) if other != name)
    return structs.replace(
        entry,
        id=skill_id,
        name=name if skill_id else entry.name,
        alternatives=others if entry.alternatives else entry.alternatives,
        strength=strength,
        found_years=entry.found_years if years is None and same else years or UNSET,
        found_level=entry.found_level if level is None and same else level or UNSET,
        tier="stated",
        via=UNSET,
        shown=entry.shown if same else UNSET,
        source="self",
        statement=change.text,
        resume_evidence=entry.resume_evidence if same else (),
    )


def _extra(change: AddSkill) -> SkillEntry:
    return SkillEntry(
        id=change.id,
        name=change.name,
        kind=change.skill_kind,
        strength=credit.evidence(LISTED if change.own else USED, change.skill_kind),
        found_years=change.years,
        found_level=change.level,
        tier="stated",
        source="self",
        statement=change.text,
        job_evidence=(),
        resume_evidence=(),
    )


def _removed(skills: SkillMatch, change: RemoveSkill) -> SkillMatch:
    gone = {
        id(entry): left
        for left in change.leaves
        for entry in skills.required()
        if same_requirement(entry, left) and left.strength <= entry.strength
    }
    extra = tuple(entry for entry in skills.extra if entry.id != change.id)
    return structs.replace(replaced(skills, gone), extra=extra)


def _other_facts(facts: Facts, change: ChangeDegree | ChangeYears | ChangeWishes) -> Facts:
    if isinstance(change, ChangeDegree):
        return structs.replace(facts, education=_degree(facts.education, change))
    if isinstance(change, ChangeYears):
        return _years(facts, change.years)
    return structs.replace(
        facts, location=change.facts.location, salary=change.facts.salary, hard=change.facts.hard
    )


def _degree(facts: EducationFacts, change: ChangeDegree) -> EducationFacts:
    if change.level is None:
        # Taken away, it is known to be missing: the field that was there counts as not met.
        field = 0.0 if facts.field_match is not None else None
        return structs.replace(
            facts, found_level=None, found_none=True, field_match=field, found_known=True, found_evidence=()
        )
    level = max(facts.found_level or change.level, change.level, key=DEGREE_ORDER.index)
    field = facts.field_match
    if change.field_match is not UNSET:
        field = max(field or 0.0, change.field_match)
    return structs.replace(facts, found_level=level, found_none=False, field_match=field, found_known=True)


def _years(facts: Facts, more: float) -> Facts:
    """Years of relevant work, more or fewer; they count for every demand, in this or that kind of work."""

    def moved(years: float | None) -> float | None:
        if years is None:
            return more if more > 0 else None
        return round(max(0.0, years + more), 1)

    old = facts.experience
    experience: ExperienceFacts = structs.replace(
        old,
        total_years=moved(old.total_years),
        relevant_years=moved(old.relevant_years),
        asked=tuple(_asked(ask, moved(ask.found)) for ask in old.asked),
    )
    education = structs.replace(facts.education, experience_years=moved(facts.education.experience_years))
    return structs.replace(facts, experience=experience, education=education)


def _asked(ask: YearsAsked, found: float | None) -> YearsAsked:
    return structs.replace(ask, found=found)
