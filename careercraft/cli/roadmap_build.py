"""`careercraft roadmap build`: a dated plan from an analysis that is kept, or from one made now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from careercraft.cli import console
from careercraft.cli.options import Full, Output, Quiet, Taxonomy, Today, settings_from
from careercraft.cli.profile_used import UsedName, UseProfile, profile_used
from careercraft.cli.roadmap_flags import (
    At,
    BudgetChoice,
    Deadline,
    Format,
    Holidays,
    HoursPerWeek,
    Start,
    Style,
    Weekdays,
    Zone,
)
from careercraft.cli.roadmap_output import write_plan, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careercraft.api import Workbench
    from careercraft.model.analysis import Analysis
    from careercraft.model.plan import PlanSettings, Roadmap
    from careercraft.settings import Settings
    from careercraft.store.roadmap_values import KeptRoadmap


def build(
    analysis: Annotated[
        str | None,
        typer.Option(
            metavar="RUN",
            help="Plan from this one of the history: a run's number, an analysis' id or its beginning; else the "
            "latest.",
            show_default=False,
        ),
    ] = None,
    resume: Annotated[
        str | None, typer.Option(metavar="FILE", help="Analyze this resume first.", show_default=False)
    ] = None,
    job: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="With --resume or --profile: the posting.", show_default=False),
    ] = None,
    role: Annotated[
        str | None,
        typer.Option(help="With --resume or --profile: a role of the catalogue.", show_default=False),
    ] = None,
    describe: Annotated[
        str | None,
        typer.Option(
            help="With --resume or --profile: what you dream of doing, in a sentence.", show_default=False
        ),
    ] = None,
    profile: UseProfile = False,
    profile_name: UsedName = None,
    hours_per_week: HoursPerWeek = None,
    start: Start = None,
    deadline: Deadline = None,
    weekdays: Weekdays = None,
    holidays: Holidays = None,
    focus: Annotated[
        list[str] | None,
        typer.Option(
            metavar="must|all|fit|SKILL",
            help="Which gaps: the must-haves, all (what is planned unasked), the fewest that make it FIT, or skills "
            "by name. Repeatable, or joined by commas.",
            show_default=False,
        ),
    ] = None,
    budget: Annotated[
        BudgetChoice, typer.Option(help="free: only resources that cost nothing.")
    ] = BudgetChoice.any,
    style: Style = None,
    format: Format = None,
    output: Output = None,
    full: Full = False,
    at: At = None,
    zone: Zone = None,
    no_save: Annotated[
        bool, typer.Option("--no-save", help="Keep nothing: no plan to follow, no analysis.")
    ] = False,
    taxonomy: Taxonomy = None,
    today: Today = None,
    quiet: Quiet = False,
) -> None:
    """Make a plan, week by week, and keep it to be followed. It is what `careercraft roadmap` does by itself."""
    from careercraft import clock
    from careercraft.cli.roadmap_asked import asked
    from careercraft.cli.roadmap_source import Source

    own = profile_used(profile, profile_name)
    settings = settings_from(today=today, taxonomy=taxonomy, profile=own)
    day = clock.today(settings.today)
    source = Source(key=analysis, resume=resume, job=job, role=role, describe=describe, profile=own)
    source.check()
    how = written(settings, format, output, full, at, zone)
    wanted, notes = asked(
        day,
        hours_per_week=settings.plan.hours_per_week if hours_per_week is None else hours_per_week,
        start=start,
        deadline=deadline,
        weekdays=weekdays,
        holidays=holidays or (),
        budget=budget.value,
        style=style.value if style else "depth",
    )
    keep = settings.history and not no_save
    bench, found = source.find(settings, keep=keep, quiet=quiet)
    roadmap = _built(bench, found, wanted, focus or ("all",), notes)
    if not keep:
        write_plan(roadmap, None, how, number=None, today=day.isoformat(), past_days={})
        return
    kept = _keep(settings, roadmap)
    plan, number = kept.roadmap, kept.roadmap.number
    write_plan(
        plan.roadmap, plan.progress, how, number=number, today=day.isoformat(), past_days=kept.past_days
    )
    if not quiet:
        _say(kept)


def _built(
    bench: Workbench, analysis: Analysis, wanted: PlanSettings, focus: Sequence[str], notes: Sequence[str]
) -> Roadmap:
    from msgspec import structs

    from careercraft import clock
    from careercraft.cli import roadmap_values
    from careercraft.cli.roadmap_focus import focus_ids
    from careercraft.plan.build import build_roadmap

    ids, more = focus_ids(roadmap_values.words(focus), analysis, bench.taxonomy)
    settings = structs.replace(wanted, focus=ids)
    return build_roadmap(analysis, bench.taxonomy, settings, clock.now(), (*notes, *more))


class _Kept(NamedTuple):
    roadmap: KeptRoadmap
    past_days: dict[str, int]
    """Of its earlier revisions."""
    new: bool
    """The same plan was not there before."""
    older: KeptRoadmap | None
    """That it replaces."""


def _keep(settings: Settings, roadmap: Roadmap) -> _Kept:
    from careercraft.store import open_roadmaps

    with open_roadmaps(settings.history_file) as kept:
        known = {row.number for row in kept.rows()}
        older = kept.unfinished_for(roadmap.person, roadmap.target.key)
        number = kept.add(roadmap)
        other = older if older is not None and older.number != number else None
        return _Kept(kept.get(str(number)), kept.past_days(number), number not in known, other)


def _say(kept: _Kept) -> None:
    number, older = kept.roadmap.number, kept.older
    if older is not None:
        console.say(
            f"roadmap {older.number} for the same target is replaced (careercraft roadmap show {older.number})"
        )
        if older.events:
            console.say(
                f"note: what you did stays with roadmap {older.number} and isn't in this one; "
                f"`careercraft roadmap replan {older.number}` goes on with it"
            )
    if kept.new:
        console.say(
            f"kept as roadmap {number}; `careercraft roadmap start` begins it, `roadmap done 1` ticks task 1"
        )
    else:
        console.say(f"it is roadmap {number}, which you have already, with what you did with it")
