"""`careercraft roadmap replan`: what is left goes onto new days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from careercraft.cli import console
from careercraft.cli.options import Full, Output, Quiet, Today, settings_from
from careercraft.cli.roadmap_flags import (
    At,
    Format,
    HoursPerWeek,
    Key,
    Style,
    Weekdays,
    Which,
    Zone,
    which,
)
from careercraft.cli.roadmap_output import write_plan, written

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from careercraft.model.plan import Period, Roadmap
    from careercraft.store.roadmap_values import KeptRoadmap

_NONE = "none"


def replan(
    key: Key = None,
    hours_per_week: HoursPerWeek = None,
    weekdays: Weekdays = None,
    holidays: Annotated[
        list[str] | None,
        typer.Option(
            metavar="DATE..DATE",
            help="More days off, or a single DATE; `none` drops those that the plan knows. Repeatable.",
            show_default=False,
        ),
    ] = None,
    deadline: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The last day of study; `none` for none.", show_default=False),
    ] = None,
    start: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="The day to go on; else today, or tomorrow when you worked today.",
            show_default=False,
        ),
    ] = None,
    slip: Annotated[
        str | None,
        typer.Option(metavar="TIME", help="Go on that much later: 3d, 1w.", show_default=False),
    ] = None,
    style: Style = None,
    format: Format = None,
    output: Output = None,
    full: Full = False,
    at: At = None,
    zone: Zone = None,
    today: Today = None,
    quiet: Quiet = False,
    roadmap: Which = None,
) -> None:
    """Move what is left of a plan onto the days from today on, at your pace; what is done stays."""
    from careercraft import clock
    from careercraft.cli import roadmap_values as values
    from careercraft.plan.replan import Changes
    from careercraft.plan.replan import replan as replanned
    from careercraft.store import open_roadmaps

    settings = settings_from(today=today)
    day = clock.today(settings.today)
    how = written(settings, format, output, full, at, zone)
    with open_roadmaps(settings.history_file) as opened:
        before = opened.get(which(key, roadmap))
        changes = Changes(
            hours_per_week=hours_per_week,
            weekdays=values.weekdays(weekdays) if weekdays is not None else None,
            holidays=_holidays(before.roadmap, holidays, day) if holidays else None,
            deadline=_deadline(deadline, day),
            style=style.value if style else None,
            start=values.day(start, "--start", day) if start is not None else None,
            slip=values.slip(slip) if slip is not None else 0,
        )
        created = clock.now()
        plan = replanned(before.roadmap, before.progress, day, changes, created)
        opened.add_revision(
            before.number, plan, expected=before.roadmap.revision, day=day.isoformat(), at=created
        )
        after = opened.get(str(before.number))
        past_days = opened.past_days(before.number)
    write_plan(
        after.roadmap, after.progress, how, number=after.number, today=day.isoformat(), past_days=past_days
    )
    if not quiet:
        _say(before, after)


def _holidays(roadmap: Roadmap, texts: Sequence[str], today: date) -> tuple[Period, ...]:
    from careercraft.cli import roadmap_values

    known = () if _NONE in texts else roadmap.settings.holidays
    return (*known, *roadmap_values.periods([text for text in texts if text != _NONE], today))


def _deadline(text: str | None, today: date) -> str | None:
    from careercraft.cli import roadmap_values

    if text is None:
        return None
    return "" if text == _NONE else roadmap_values.day(text, "--deadline", today)


def _say(before: KeptRoadmap, after: KeptRoadmap) -> None:
    old, new = before.roadmap.forecast.finish, after.roadmap.forecast.finish
    moved = f"it ends on {new}, as before" if old == new else f"it ends on {new} in place of {old}"
    console.say(
        f"roadmap {after.number} is planned anew (revision {after.roadmap.revision}): {moved};"
        " `careercraft roadmap show -o plan.ics` brings your calendar up to date"
    )
