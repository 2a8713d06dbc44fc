"""What an interview for this posting may turn on: what is claimed, what is missing, what nobody knows."""

from __future__ import annotations

from collections.abc import Iterator

from careercraft.chat.scene import Desk, Item, Said, md
from careercraft.chat.sources import Citations
from careercraft.model.match import SkillEntry
from careercraft.render.wording import number

_MOST = 5


def interview(desk: Desk, cite: Citations, full: bool = False) -> Said:
    """Topics, each with the words that make it one."""
    skills = desk.analysis.skills
    shown = _musts_first(skills.matched)[: None if full else _MOST]
    short = _musts_first((*skills.partial, *skills.missing))[: None if full else _MOST]
    lines = [f"What an interview for {desk.title} is likely to turn on, from the two documents:"]
    lines += (
        ["Be ready to tell of what you name and they ask for, best with one story each:"] if shown else []
    )
    lines += [f"- {_claimed(entry, cite)}" for entry in shown]
    lines += (
        ["Have an honest answer on (they ask for it, the resume shows little or nothing):"] if short else []
    )
    lines += [f"- {md(entry.name)}{cite.cite(entry.job_evidence)}" for entry in short]
    others = [*_others(desk, cite)]
    lines += ["And on:", *others] if others else []
    if not shown and not short and not others:
        lines = ["The posting states no requirement that a topic could come from."]
    items = tuple(
        Item(kind="skill", key=name) for name in dict.fromkeys(entry.name for entry in (*shown, *short))
    )
    data = {"shown": [entry.name for entry in shown], "missing": [entry.name for entry in short]}
    return Said(lines=tuple(lines), data=data, items=items)


def _musts_first(entries: tuple[SkillEntry, ...]) -> list[SkillEntry]:
    """A skill that is asked for twice once; a document's order within an importance."""
    ranked = sorted(
        entries, key=lambda entry: ("must", "preferred", "nice").index(entry.importance or "nice")
    )
    by_name: dict[str, SkillEntry] = {}
    for entry in ranked:
        by_name.setdefault(entry.name, entry)
    return list(by_name.values())


def _claimed(entry: SkillEntry, cite: Citations) -> str:
    where = cite.cite(entry.resume_evidence)
    asked = cite.cite(entry.job_evidence)
    return f"{md(entry.name)}: your words{where}, theirs{asked}"


def _others(desk: Desk, cite: Citations) -> Iterator[str]:
    facts = desk.analysis.facts
    for asked in facts.experience.asked:
        if asked.found is not None and asked.found < asked.years:
            years = f"{number(asked.found)} years of the {number(asked.years)} asked"
            yield f"- {md(asked.label)}: {years}{cite.cite(asked.evidence)}"
    for item in desk.analysis.verdict.hard_requirements:
        if item.met != "yes":
            yield f"- Mandatory: {md(item.text)}{cite.cite(item.evidence)}"
    for value in facts.culture:
        yield f"- What they value: {md(value.label)}{cite.cite(value.evidence)}"
