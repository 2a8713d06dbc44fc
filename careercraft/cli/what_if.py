"""`analyze --what-if`: what more or less would make of the verdict. No file is touched and nothing is kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from careercraft.api import Workbench
    from careercraft.model.analysis import Analysis
    from careercraft.model.change import Change, ChangeWishes
    from careercraft.model.proposed import Proposal
    from careercraft.pipeline import JobSide, ResumeSide

WhatIf = Annotated[
    list[str] | None,
    typer.Option(
        "--what-if",
        metavar="CHANGE",
        help="What this would make of it: +Kubernetes:intermediate, +Docker:2y, -Python, +degree:master, -degree, +5y, "
        "+location:Berlin, -remote. Repeatable: all together. Keeps nothing.",
        show_default=False,
    ),
]
_SWITCHES = ("remote", "relocate")
_WISHES = ("location", "salary", *_SWITCHES)


def check_what_if(texts: Sequence[str] | None, compared: Sequence[str]) -> None:
    """Before any work is done. Raises UsageError."""
    from careercraft.errors import UsageError

    if texts and compared:
        raise UsageError("--what-if and --compare exclude each other", "try changes on one posting at a time")
    if texts and not all(text.strip() for text in texts):
        raise UsageError("an empty --what-if says nothing", 'as --what-if "+Kubernetes:intermediate"')


def with_what_if(
    bench: Workbench, resume: ResumeSide, job: JobSide, analysis: Analysis, texts: Sequence[str]
) -> Analysis:
    """The analysis with what these changes would make of it. Raises UsageError, ConfigError."""
    from msgspec import structs

    from careercraft.match.changes import parse_changes
    from careercraft.match.guards.guarded import without_pasted
    from careercraft.match.removal import Held
    from careercraft.match.resume_skills import skill_uses
    from careercraft.score.identity import counted_proposals
    from careercraft.score.steps import Scene
    from careercraft.score.what_if import tried

    wishes = {text: wish for text in texts if (wish := _wish(text))}
    counted, _ = without_pasted(resume, job, bench.linker)
    held = Held(skill_uses(counted.resume, counted.mentions, bench.today), counted.document)
    others = [text for text in texts if text not in wishes]
    changes: list[Change] = list(
        parse_changes(others, bench.linker, analysis.skills, analysis.facts.education.asked_fields, held)
    )
    if wishes:
        changes.append(_wishing(bench, resume, job, wishes, counted_proposals(analysis)))
    engine = analysis.engine
    scene = Scene(analysis.skills, analysis.facts, engine.weights, engine.threshold)
    return structs.replace(analysis, what_if=tried(scene, changes))


def _wish(text: str) -> dict[str, Any]:
    """The setting that the change is about: "+location:Berlin", "-remote", "-salary"; empty for any other."""
    from careercraft.errors import UsageError

    sign = text.strip()[:1]
    name, _, value = (part.strip() for part in text.strip()[1:].partition(":"))
    name = name.lower()
    if sign not in {"+", "-"} or name not in _WISHES:
        return {}
    if name in _SWITCHES:
        if value:
            raise UsageError(f"{text!r}: {name} takes no value", f"as +{name} or -{name}")
        return {name: sign == "+"}
    if (sign == "+") != bool(value):
        raise UsageError(f"{text!r} says no {name}", f"as +{name}:VALUE, or -{name} for none")
    return {name: value}


def _wishing(
    bench: Workbench,
    resume: ResumeSide,
    job: JobSide,
    wishes: dict[str, dict[str, Any]],
    proposals: Sequence[Proposal],
) -> ChangeWishes:
    """All wishes at once, by the whole comparison with other settings: place, pay and permits need both sides. What a
    model proposed counts there too, where it counts here."""
    from msgspec import structs

    from careercraft.api import Workbench
    from careercraft.errors import ConfigError, UsageError
    from careercraft.model.change import ChangeWishes

    values = {name: value for wish in wishes.values() for name, value in wish.items()}
    settings = structs.replace(bench.settings, wishes=structs.replace(bench.settings.wishes, **values))
    other = Workbench(settings, bench.today, {})
    other.__dict__ |= {"linker": bench.linker, "encoder": bench.encoder, "taxonomy": bench.taxonomy}
    try:
        facts = other.analyze(resume, job, proposals=proposals).facts
    except ConfigError as error:  # the words are the person's, not the configuration's
        raise UsageError(f"--what-if: {error.message}", error.hint) from error
    return ChangeWishes(text=" ".join(wishes), facts=facts)
