"""What a requirement of a finished comparison would be met to by something else: the same credit, asked again."""

from __future__ import annotations

from msgspec import UNSET, structs

from careercraft.match import credit
from careercraft.model.match import Requirement, Shown, SkillEntry, SkillUse
from careercraft.model.resume import Proficiency


def asked_of(entry: SkillEntry) -> Requirement:
    """The requirement behind an entry, as far as credit depends on it."""
    return Requirement(
        name=entry.name,
        kind=entry.kind,
        importance=entry.importance or "nice",
        options=(entry.id,) if entry.id else (),
        mention=entry.mention or "",
        spans=(),
        years=entry.required_years or None,
        level=entry.required_level or None,
        hard=entry.hard,
    )


def worth(
    entry: SkillEntry, shown: Shown, years: float | None = None, level: Proficiency | None = None
) -> float:
    """Of a resume that names what is asked and shows it so."""
    use = SkillUse(skill_id=entry.id or "", mentions=(), shown=shown, years=years, level=level)
    return credit.direct(use, asked_of(entry))


def names(entry: SkillEntry, skill_id: str | None, name: str) -> bool:
    """The skill is what the entry asks for, or one of those of which one is enough; without an id, its very words."""
    if skill_id is None:
        return entry.id is None and name.casefold() in {entry.name.casefold(), str(entry.mention).casefold()}
    return entry.id == skill_id or name in (entry.alternatives or ())


def emptied(entry: SkillEntry) -> SkillEntry:
    """The requirement as a resume shows it that has nothing of it."""
    return structs.replace(
        entry,
        strength=0.0,
        found_years=UNSET,
        found_level=UNSET,
        tier=UNSET,
        shown=UNSET,
        via=UNSET,
        source="document",
        statement=UNSET,
        resume_evidence=(),
    )


def same_requirement(one: SkillEntry, other: SkillEntry) -> bool:
    """Of one posting, whatever the resume shows of it."""
    return (one.mention, one.job_evidence, one.importance) == (
        other.mention,
        other.job_evidence,
        other.importance,
    )
