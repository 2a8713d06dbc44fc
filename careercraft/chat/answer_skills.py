"""Skills: what is asked, what is there, what is missing, and what a question could have meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import UNSET

from careercraft.chat.scene import Desk, Item, Said, md
from careercraft.chat.sources import Citations
from careercraft.match.lookup import search_skills
from careercraft.model.advice import Gap
from careercraft.model.match import SkillEntry
from careercraft.render.build_skills import format_hours, format_points, found_how
from careercraft.render.markdown_text import code
from careercraft.render.wording import clean, counted, listed, number

MOST = 6
"""Lines of a list before "more"."""
_MOST_SEARCHED = 5
_MORE = "There are more: ask for “more”."
_OUTCOMES = {
    "matched": "the posting asks for it, and the resume shows it",
    "partial": "the posting asks for it, and the resume shows a part of it",
    "missing": "the posting asks for it, and the resume doesn't show it",
    "extra": "the resume shows it; the posting doesn't ask for it",
}


def gaps(desk: Desk, cite: Citations, full: bool = False) -> Said:
    """What is missing, the most urgent first."""
    found = desk.analysis.gaps
    if not found:
        none = "Nothing is missing: the resume shows all that the posting asks for."
        return Said(lines=(none,), data={"gaps": []})
    shown = found if full else found[:MOST]
    lines = ["What is missing, the most urgent first:", *(f"- {gap_line(gap, cite)}" for gap in shown)]
    if len(found) > len(shown):
        lines.append(_MORE)
    data = {"gaps": [gap_data(gap) for gap in found]}
    return Said(lines=tuple(lines), data=data, items=_items(gap.name for gap in shown))


def gap_line(gap: Gap, cite: Citations) -> str:
    worth = ", ".join(
        part for part in (f"{format_points(gap.points)} points", format_hours(gap.hours)) if part
    )
    return f"{md(gap.name)}: {worth}; {md(gap.reason)}{cite.cite(gap.evidence)}"


def gap_data(gap: Gap) -> dict[str, object]:
    hours = {} if gap.hours is UNSET else {"hours": gap.hours}
    return {
        "name": gap.name,
        "severity": gap.severity,
        "priority": gap.priority,
        "points": gap.points,
        "reason": gap.reason,
        **hours,
    }


def strengths(desk: Desk, cite: Citations, full: bool = False) -> Said:
    """What earns the most points."""
    found = desk.analysis.strengths
    if not found:
        none = "The analysis found no strength for this posting: nothing that it asks for is shown well."
        return Said(lines=(none,), data={"strengths": []})
    shown = found if full else found[:MOST]
    lines = ["What earns the most points of readiness:"]
    lines += [f"- {md(item.text)} ({format_points(item.points)}){cite.cite(item.evidence)}" for item in shown]
    if len(found) > len(shown):
        lines.append(_MORE)
    names = [item.text.split(":")[0].split(" (")[0] for item in shown]
    data = {"strengths": [{"text": item.text, "points": item.points} for item in found]}
    return Said(lines=tuple(lines), data=data, items=_items(names))


def skill(desk: Desk, cite: Citations, names: Sequence[str]) -> Said:
    """Of each skill: whether it is asked, whether the resume shows it and how, and what it would bring."""
    lines: list[str] = []
    data: list[dict[str, object]] = []
    for name in names:
        found = [(outcome, entry) for outcome, entry in desk.entries() if is_about(entry, name, desk)]
        lines.append(f"**{md(name)}**" if len(names) > 1 else "")
        if not found:
            lines.append(f"The posting doesn't ask for {md(name)}, and the resume doesn't show it.")
            data.append({"name": name, "outcome": "absent"})
        for outcome, entry in found:
            lines += _entry(desk, outcome, entry, cite)
            data.append(_entry_data(outcome, entry))
    return Said(lines=tuple(line for line in lines if line), data={"skills": data}, items=_items(names))


def is_about(entry: SkillEntry, name: str, desk: Desk) -> bool:
    """The entry is this skill, or takes it as one of several."""
    wanted = name.casefold()
    names = (entry.name, entry.mention or "", *(entry.alternatives or ()))
    named = {other.casefold() for other in names}
    if wanted in named:
        return True
    known = desk.taxonomy.find(name)
    return known is not None and (known.id == entry.id or known.name.casefold() in named)


def _entry(desk: Desk, outcome: str, entry: SkillEntry, cite: Citations) -> Iterator[str]:
    asked = (
        f" ({entry.importance}{', mandatory' if entry.hard else ''})"
        if isinstance(entry.importance, str)
        else ""
    )
    yield f"{md(entry.name)}{asked}: {_OUTCOMES[outcome]}.{cite.cite(entry.job_evidence)}"
    if how := found_how(entry):
        yield f"- How: {md(how)}{cite.cite(entry.resume_evidence, most=2)}"
    if outcome in ("matched", "partial"):
        yield f"- It earns {number(entry.strength, 2)} of 1."
    if isinstance(entry.found_years, float):
        yield f"- Found: {counted(entry.found_years, 'year')}"
    if isinstance(entry.required_years, float):
        yield f"- Asked: {counted(entry.required_years, 'year')}"
    if isinstance(entry.required_level, str):
        found = f"; found {entry.found_level}" if isinstance(entry.found_level, str) else ""
        yield f"- Level asked: {entry.required_level}{found}"
    if isinstance(entry.statement, str):
        yield f"- You say: “{md(entry.statement)}”. It stands in no document."
    if outcome == "missing":
        own = clean(entry.name).replace('"', "'")
        command = f'careercraft reanalyze --add "{own}: ..."'
        yield f"- If you have it, say so: {code(command)}"
    for gap in desk.analysis.gaps:
        if outcome != "matched" and gap.name == entry.name and gap.evidence == entry.job_evidence:
            yield f"- Closing it: {gap_line(gap, cite)}"


def _entry_data(outcome: str, entry: SkillEntry) -> dict[str, object]:
    return {
        "name": entry.name,
        "outcome": outcome,
        "strength": entry.strength,
        "importance": entry.importance or None,
        "how": found_how(entry),
    }


def requirements(desk: Desk, cite: Citations, full: bool = False) -> Said:
    """What the posting asks for, the must-haves first."""
    found = sorted(
        ((outcome, entry) for outcome, entry in desk.entries() if outcome != "extra"),
        key=lambda pair: ("must", "preferred", "nice").index(pair[1].importance or "nice"),
    )
    if not found:
        return Said(lines=("No requirement was found in the posting.",), data={"requirements": []})
    shown = found if full else found[: 2 * MOST]
    words = {"matched": "shown", "partial": "shown in part", "missing": "not shown"}
    lines = [f"What {desk.title} asks for:"]
    lines += [
        f"- {md(entry.name)} ({entry.importance or 'nice'}): {words[outcome]}{cite.cite(entry.job_evidence)}"
        for outcome, entry in shown
    ]
    if len(found) > len(shown):
        lines.append(_MORE)
    data = {"requirements": [_entry_data(outcome, entry) for outcome, entry in found]}
    return Said(lines=tuple(lines), data=data, items=_items(entry.name for _, entry in shown))


def extra(desk: Desk, cite: Citations, full: bool = False) -> Said:
    """What the resume shows, first what the posting asks for."""
    skills = desk.analysis.skills
    asked = [entry.name for entry in (*skills.matched, *skills.partial)]
    others = [entry.name for entry in skills.extra]
    if not asked and not others:
        return Said(lines=("No skill was found in the resume.",), data={"asked": [], "others": []})
    shown = others if full else others[: 3 * MOST]
    lines = [
        f"Asked for and shown: {md(listed(asked))}."
        if asked
        else "Of what is asked, the resume shows nothing."
    ]
    lines += [f"Shown beside that: {md(listed(shown))}."] if shown else []
    lines += [_MORE] if len(others) > len(shown) else []
    return Said(lines=tuple(lines), data={"asked": asked, "others": others}, items=_items([*asked, *shown]))


def search(desk: Desk, cite: Citations, words: str) -> Said:
    """Skills of the taxonomy for a person's words."""
    found = search_skills(words, desk.linker(), _MOST_SEARCHED)
    if not found:
        return Said(lines=(f"The taxonomy has no skill like “{md(words[:80])}”.",), data={"skills": []})
    lines = [f"Skills like “{md(words[:80])}”:"]
    for item, _ in found:
        about = f": {md(item.description)}" if item.description else ""
        lines.append(f"- {md(item.name)} ({item.kind}; {_standing(desk, item.id)}){about}")
    data = {"skills": [{"id": item.id, "name": item.name, "kind": item.kind} for item, _ in found]}
    return Said(lines=tuple(lines), data=data, items=_items(item.name for item, _ in found))


def _standing(desk: Desk, skill_id: str) -> str:
    outcomes = {outcome for outcome, entry in desk.entries() if entry.id == skill_id}
    words = {"matched": "asked and shown", "partial": "asked, shown in part", "missing": "asked, not shown"}
    known = [words[outcome] for outcome in words if outcome in outcomes]
    return known[0] if known else "shown, not asked" if outcomes else "neither asked nor shown"


def improve(desk: Desk, cite: Citations) -> Said:
    """What to write into the resume, if it is true."""
    found = desk.analysis.recommendations
    if not found:
        none = "The analysis found no edit of the resume that would bring points. What is left is learning."
        return Said(lines=(none,), data={"edits": []})
    lines = ["What would help in the resume, as far as it is true:"]
    for item in found:
        points = f" ({format_points(item.points)} points)" if isinstance(item.points, float) else ""
        lines.append(f"- {md(item.text)}{points}{cite.cite(item.evidence)}")
    return Said(lines=tuple(lines), data={"edits": [{"text": item.text} for item in found]})


def _items(names: Iterable[str]) -> tuple[Item, ...]:
    return tuple(Item(kind="skill", key=name) for name in dict.fromkeys(names))
