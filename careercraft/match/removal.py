"""What is left of the requirements when a resume has a skill no more."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from msgspec import UNSET, structs

from careercraft.match import credit
from careercraft.match.again import asked_of, emptied, names
from careercraft.match.linker import Linker
from careercraft.match.quoting import Quoter
from careercraft.model.change import RemoveSkill
from careercraft.model.document import Document
from careercraft.model.match import SkillEntry, SkillMatch, SkillUse, Tier


class Held(NamedTuple):
    """All that the resume names, by id, and where."""

    uses: Mapping[str, SkillUse]
    document: Document


def left_without(
    change: RemoveSkill, removed: Collection[str | None], skills: SkillMatch, held: Held, linker: Linker
) -> tuple[SkillEntry, ...]:
    """The requirements that rested on the skill, as the others show them (`removed`: all that go). Whoever takes a
    skill away takes it whatever else would have it along; what came only through it goes with it."""
    rest = {skill_id: use for skill_id, use in held.uses.items() if skill_id not in removed}
    return tuple(
        _left(entry, removed, rest, held.document, linker)
        for entry in skills.required()
        if entry.strength and _rests_on(entry, change)
    )


def _rests_on(entry: SkillEntry, change: RemoveSkill) -> bool:
    if entry.tier in {"implied", "related"}:
        return entry.via == change.name or entry.id == change.id
    return entry.id == change.id if change.id else names(entry, None, change.name)


def _left(
    entry: SkillEntry,
    removed: Collection[str | None],
    rest: Mapping[str, SkillUse],
    document: Document,
    linker: Linker,
) -> SkillEntry:
    by_name = {skill.name: skill.id for skill in linker.taxonomy.entries} if entry.alternatives else {}
    options = {entry.id: entry.name, **{by_name.get(name): name for name in entry.alternatives or ()}}
    found = [
        way
        for option, name in options.items()
        if option and option not in removed
        for way in _ways(entry, option, name, rest, document, linker)
    ]
    best = max(found, key=lambda way: way.strength, default=None)
    return best if best is not None and best.strength <= entry.strength else emptied(entry)


def _ways(
    entry: SkillEntry,
    option: str,
    name: str,
    rest: Mapping[str, SkillUse],
    document: Document,
    linker: Linker,
) -> Iterator[SkillEntry]:
    asked = asked_of(entry)

    def shown(skill_id: str, strength: float, tier: Tier) -> SkillEntry:
        use, through = rest[skill_id], skill_id != option
        others = (entry.name, *(entry.alternatives or ()))
        return structs.replace(
            emptied(entry),
            id=option,
            name=name,
            alternatives=tuple(other for other in others if other != name) or UNSET,
            strength=strength,
            tier=tier,
            shown=UNSET if through else use.shown.ways(),
            via=linker.taxonomy.skills[skill_id].name if through else UNSET,
            resume_evidence=Quoter("resume", document).all_around(hit.span for hit in use.mentions),
        )

    if option in rest:
        yield shown(option, credit.direct(rest[option], asked), rest[option].mentions[0].tier)
    for skill_id in sorted(rest):
        steps = linker.taxonomy.implied(skill_id).get(option)
        share = linker.taxonomy.skills[skill_id].related.get(option, 0.0)
        if steps:
            yield shown(skill_id, credit.implied(steps, rest[skill_id], asked), "implied")
        if credit.related(share) >= credit.PARTIAL:
            yield shown(skill_id, credit.related(share), "related")
