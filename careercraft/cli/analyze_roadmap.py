"""`analyze --roadmap`: what becomes of a plan that isn't finished when its target is analyzed again."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from careercraft.cli import console

if TYPE_CHECKING:
    from careercraft.api import Workbench
    from careercraft.model.analysis import Analysis
    from careercraft.model.plan import Roadmap
    from careercraft.store.roadmap_values import KeptRoadmap
    from careercraft.store.roadmaps import Roadmaps


class RoadmapChoice(StrEnum):
    """What becomes of it."""

    keep = "keep"
    update = "update"
    new = "new"


RoadmapFlag = Annotated[
    RoadmapChoice | None,
    typer.Option(
        "--roadmap",
        help="What becomes of your unfinished roadmap to the same target: keep it as it is, update it from this "
        "analysis (what is done stays), or begin a new one. Else you are asked, where there is a terminal.",
        show_default=False,
    ),
]
_ASKED = {"k": RoadmapChoice.keep, "u": RoadmapChoice.update, "n": RoadmapChoice.new}


def check_roadmap(choice: RoadmapChoice | None, kept: bool, compared: bool) -> None:
    """Before any work is done. Raises UsageError."""
    from careercraft.errors import UsageError

    if choice is None:
        return
    if compared:
        raise UsageError(
            "--roadmap and --compare exclude each other", "analyze the one that the plan leads to"
        )
    if not kept:
        raise UsageError(
            "--roadmap needs the history, and this analysis isn't kept",
            "leave --what-if and --no-history out",
        )


def follow_up(bench: Workbench, analysis: Analysis, choice: RoadmapChoice | None, quiet: bool) -> None:
    """Once the analysis is kept. Says on standard error what there is and what was done with it."""
    from careercraft.plan.identity import person_of, target_of
    from careercraft.store import open_history, open_roadmaps

    file, person, target = bench.settings.history_file, person_of(analysis), target_of(analysis).key
    with open_history(file) as history:
        known = history.has_roadmap(person, target)
    if not known:
        _say_there_is_none(choice, quiet)
        return
    with open_roadmaps(file) as roadmaps:
        kept = roadmaps.unfinished_for(person, target)
        if kept is None:
            _say_there_is_none(choice, quiet)
            return
        chosen = choice or _asked(kept, quiet)
        if chosen is RoadmapChoice.update:
            _update(bench, analysis, roadmaps, kept, quiet)
        elif chosen is RoadmapChoice.new:
            _begin_anew(bench, analysis, roadmaps, kept, quiet)
        elif choice is not None and not quiet:
            console.say(f"roadmap {kept.number} stays as it is")


def _say_there_is_none(choice: RoadmapChoice | None, quiet: bool) -> None:
    if choice is not None and not quiet:
        console.say("note: no unfinished roadmap leads there; `careercraft roadmap` makes one")


def _asked(kept: KeptRoadmap, quiet: bool) -> RoadmapChoice:
    """Says what there is; where nobody can answer, it stays."""
    from careercraft.plan.progress import ledger

    if quiet:
        return RoadmapChoice.keep
    states = kept.progress.tasks.values()
    ended = sum(state.over for state in states)
    left = ledger(kept.roadmap, kept.progress).left
    console.say(
        f"roadmap {kept.number} leads there: {ended} of {len(states)} tasks done, {left:g} h left"
        f" (careercraft roadmap status {kept.number})"
    )
    if not (console.is_terminal("stdin") and console.is_terminal("stderr")):
        console.say(
            "it stays as it is; --roadmap update fits it to this analysis, --roadmap new begins another"
        )
        return RoadmapChoice.keep
    try:
        return _answered()
    except typer.Abort:  # the analysis is there: only the question is broken off
        console.say("\nit stays as it is")
        return RoadmapChoice.keep


def _answered() -> RoadmapChoice:
    """Asks until it is understood."""
    while True:
        answer = typer.prompt("[k]eep it, [u]pdate it, or begin a [n]ew one?", default="k", err=True)
        word = answer.strip().lower()
        found = [choice for letter, choice in _ASKED.items() if word in (letter, choice.value)]
        if found:
            return found[0]
        console.say("please answer k, u or n")


def _update(bench: Workbench, analysis: Analysis, roadmaps: Roadmaps, kept: KeptRoadmap, quiet: bool) -> None:
    from careercraft import clock
    from careercraft.plan.update import updated

    plan = updated(kept.roadmap, kept.events, analysis, bench.taxonomy, bench.today, clock.now())
    day = bench.today.isoformat()
    plan = roadmaps.add_revision(kept.number, plan, expected=kept.roadmap.revision, day=day, at=clock.now())
    if not quiet:
        console.say(f"roadmap {kept.number} is updated: {_moved(kept.roadmap, plan)}")


def _moved(before: Roadmap, after: Roadmap) -> str:
    """What came and went, and when it would be FIT."""
    old, new = ({skill.id: skill.name for skill in plan.skills if skill.meets} for plan in (before, after))
    gone = [name for skill_id, name in old.items() if skill_id not in new]
    come = [name for skill_id, name in new.items() if skill_id not in old]
    parts = [
        *([f"no gap any more: {', '.join(gone)}"] if gone else []),
        *([f"new: {', '.join(come)}"] if come else []),
        f"{after.forecast.hours:g} h of study to {after.forecast.finish}",
        *([f"FIT on {after.forecast.fit_day}"] if after.forecast.fit_day else []),
    ]
    return "; ".join(parts)


def _begin_anew(
    bench: Workbench, analysis: Analysis, roadmaps: Roadmaps, kept: KeptRoadmap, quiet: bool
) -> None:
    from careercraft import clock
    from careercraft.plan.build import build_roadmap
    from careercraft.plan.update import from_today

    settings, notes = from_today(kept.roadmap.settings, bench.today)
    number = roadmaps.add(build_roadmap(analysis, bench.taxonomy, settings, clock.now(), notes))
    if number == kept.number and not quiet:
        console.say(
            f"note: it would be the same plan as roadmap {number}, which stays as it is;"
            f" `careercraft roadmap reset {number}` forgets what you did with it"
        )
    elif not quiet:
        console.say(
            f"roadmap {number} begins anew with the same hours and days; {kept.number} stays to be read"
            f" (careercraft roadmap show {number})"
        )
