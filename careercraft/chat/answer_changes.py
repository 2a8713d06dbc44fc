"""What if: what more or less would make of the verdict."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from careercraft.chat.scene import Desk, Item, Said, md
from careercraft.chat.sources import Citations
from careercraft.errors import UsageError
from careercraft.match.changes import parse_changes
from careercraft.match.removal import Held
from careercraft.model.change import AddSkill, RequirementMove, WhatIf
from careercraft.model.document import Document
from careercraft.render.build_ways import build_what_if
from careercraft.render.wording import listed, number, score
from careercraft.score.what_if import tried

MOST_CHANGES = 20
_WISHES = re.compile(r"^[+-]\s*(?:location|salary|remote|relocate)\b", re.IGNORECASE)
_STATES = {"missing": "not shown", "partial": "shown in part", "matched": "shown"}
_PLAIN_LESS = re.compile(r"^-\s*(?:degree|education|\d)", re.IGNORECASE)


def what_if(desk: Desk, cite: Citations, changes: Sequence[str]) -> Said:
    """All changes together, each as `--what-if` takes it ("+Kubernetes", "-degree", "+2y"). Raises UsageError."""
    texts = [" ".join(text.split()) for text in changes if text.strip()]
    if not texts:
        raise UsageError("nothing is named that could be different", "as: what if I learn Kubernetes?")
    if len(texts) > MOST_CHANGES:
        raise UsageError(f"{len(texts)} changes at once are too many", f"{MOST_CHANGES} at the most")
    found = _tried(desk, texts)
    view = build_what_if(found, desk.analysis.verdict)
    together = ", together" if len(view.changes) > 1 else ""
    now, then = desk.analysis.verdict, found.verdict
    lines = [
        f"{md(f'With {listed(list(view.changes))}{together}')}: **{then.label}**, readiness {score(then.readiness)}. "
        f"Now it is {now.label}, readiness {score(now.readiness)}; FIT needs {number(now.threshold)}."
    ]
    lines += [
        f"- {md(move.name)}: {move.before} to {move.after}"
        for move in view.scores
        if move.name != "Readiness"
    ]
    lines += dict.fromkeys(_requirement(desk, move, cite) for move in found.requirements)
    if not view.scores and not view.requirements:
        lines.append(f"Nothing would move: {_still(found)}.")
    lines += _other_figure(desk, found)
    lines.append("Nothing of this is kept, and it counts only once it is true.")
    names = [change.name for change in found.changes if isinstance(change, AddSkill)]
    return Said(
        lines=tuple(lines),
        data=_data(desk, found),
        items=tuple(Item(kind="skill", key=name) for name in dict.fromkeys(names)),
    )


def _requirement(desk: Desk, move: RequirementMove, cite: Citations) -> str:
    """One that is asked for twice is told once, with both places."""
    asked = [item for _, entry in desk.entries() if entry.name == move.name for item in entry.job_evidence]
    before, after = (
        _STATES.get(state, state) + (f" ({number(strength, 2)} of 1)" if strength else "")
        for state, strength in ((move.before, move.strength_before), (move.after, move.strength_after))
    )
    return (
        f"- {md(move.name)}, which the posting asks for{cite.cite(asked, most=2)}: {before} now, then {after}"
    )


def _other_figure(desk: Desk, found: WhatIf) -> Iterator[str]:
    """The way to FIT may name the same skills with a readiness a little off: it counts each as met in full."""
    names = {change.name for change in found.changes if isinstance(change, AddSkill)}
    then = score(found.verdict.readiness)
    for way in desk.analysis.counterfactuals:
        same = len(names) == len(found.changes) and names == {change.name for change in way.changes}
        if same and score(way.readiness) != then:
            yield (
                f"The way to FIT says {score(way.readiness)} of the same: it counts what is asked as met in full; "
                f"{then} is what a recent position and a list would show."
            )


def _still(found: WhatIf) -> str:
    if all(change.text.startswith("-") for change in found.changes):
        return "it earns nothing here, or the resume doesn't show it"
    return "the posting doesn't ask for it, or the resume has it already"


def _tried(desk: Desk, texts: Sequence[str]) -> WhatIf:
    """What takes something away, and other wishes, need the files; all else stands in the analysis."""
    needing = [text for text in texts if _needs_files(text)]
    if needing:
        if desk.from_files is None:
            raise UsageError(
                f"{needing[0]!r} can't be tried here: it takes the resume and the posting, not just their analysis",
                f'careercraft analyze RESUME JOB --what-if "{needing[0]}"',
            )
        return desk.from_files(texts)
    nothing = Held({}, Document(text="", lines=(), name="-", hash="", format="text"))
    skills, facts = desk.analysis.skills, desk.analysis.facts
    return tried(
        desk.scene, parse_changes(texts, desk.linker(), skills, facts.education.asked_fields, nothing)
    )


def is_wish(text: str) -> bool:
    """Of another place, pay or way of working."""
    return bool(_WISHES.match(text))


def _needs_files(text: str) -> bool:
    return is_wish(text) or (text.startswith("-") and not _PLAIN_LESS.match(text))


def _data(desk: Desk, found: WhatIf) -> dict[str, object]:
    now, then = desk.analysis.verdict, found.verdict
    return {
        "changes": [change.text for change in found.changes],
        "before": {"label": now.label, "readiness": now.readiness},
        "after": {"label": then.label, "readiness": then.readiness, "interval": list(then.interval)},
        "scores": [{"key": move.key, "before": move.before, "after": move.after} for move in found.scores],
        "requirements": [
            {"name": move.name, "before": move.before, "after": move.after} for move in found.requirements
        ],
    }
