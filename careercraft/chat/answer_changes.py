"""What if: what more or less would make of the verdict."""

from __future__ import annotations

import re
from collections.abc import Sequence

from careercraft.chat.scene import Desk, Item, Said, md
from careercraft.chat.sources import Citations
from careercraft.errors import UsageError
from careercraft.match.changes import parse_changes
from careercraft.match.removal import Held
from careercraft.model.change import AddSkill, WhatIf
from careercraft.model.document import Document
from careercraft.render.build_ways import build_what_if
from careercraft.render.wording import listed, number, score
from careercraft.score.what_if import tried

MOST_CHANGES = 20
_WISHES = re.compile(r"^[+-]\s*(?:location|salary|remote|relocate)\b", re.IGNORECASE)
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
    lines += [
        f"- Requirement {md(move.name)}: {md(move.before)} to {md(move.after)}" for move in view.requirements
    ]
    if not view.scores and not view.requirements:
        lines.append("Nothing would move: the posting doesn't ask for it, or the resume has it already.")
    lines.append("Nothing of this is kept, and it counts only once it is true.")
    names = [change.name for change in found.changes if isinstance(change, AddSkill)]
    return Said(
        lines=tuple(lines),
        data=_data(desk, found),
        items=tuple(Item(kind="skill", key=name) for name in dict.fromkeys(names)),
    )


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


def _needs_files(text: str) -> bool:
    return bool(_WISHES.match(text)) or (text.startswith("-") and not _PLAIN_LESS.match(text))


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
