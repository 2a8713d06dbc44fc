"""`careercraft roadmap list|show|delete`: the plans kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from careercraft.cli import console
from careercraft.cli.options import Full, ListFormat, Listing, Output, Today, settings_from
from careercraft.cli.output import write_lines
from careercraft.cli.roadmap_flags import At, Format, Key, Which, Zone, which
from careercraft.cli.roadmap_output import write_plan, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careercraft.store.roadmap_values import RoadmapRow


def list_roadmaps(format: Listing = ListFormat.terminal) -> None:
    """List the plans, newest first."""
    from careercraft.render.tables import columns
    from careercraft.store import open_roadmaps

    with open_roadmaps(settings_from().history_file) as kept:
        rows = kept.rows()
    if format is ListFormat.json:
        write_lines(rows)
        return
    lines = [
        (
            str(row.number),
            row.state,
            f"{row.done} of {row.tasks} tasks",
            f"{row.left:g} of {row.hours:g} h left",
            f"to {row.finish}" if row.finish else "",
            row.title or row.name,
        )
        for row in rows
    ]
    console.out(columns(lines))
    if not rows:
        console.say("there is no roadmap yet; `careercraft roadmap` makes one from your latest analysis")


def show(
    key: Key = None,
    format: Format = None,
    output: Output = None,
    full: Full = False,
    at: At = None,
    zone: Zone = None,
    today: Today = None,
    roadmap: Which = None,
) -> None:
    """Show a plan with what is done, or write it anew: `roadmap show -o plan.ics` updates a calendar."""
    from careercraft import clock
    from careercraft.store import open_roadmaps

    settings = settings_from(today=today)
    day = clock.today(settings.today).isoformat()
    how = written(settings, format, output, full, at, zone)
    with open_roadmaps(settings.history_file) as opened:
        kept = opened.get(which(key, roadmap))
        past_days = opened.past_days(kept.number)
    write_plan(kept.roadmap, kept.progress, how, number=kept.number, today=day, past_days=past_days)


def delete(
    keys: Annotated[
        list[str],
        typer.Argument(metavar="ROADMAP...", help="Plans to delete: numbers, ids or beginnings of them."),
    ],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't ask.")] = False,
) -> None:
    """Delete plans and what was done with them, for good."""
    from careercraft.store import open_roadmaps

    with open_roadmaps(settings_from().history_file) as kept:
        rows = kept.rows()
        numbers = list(dict.fromkeys(_number(key, rows) for key in keys))
        what = f"roadmap {', '.join(map(str, numbers))} and what you did with it"
        console.confirm(yes, f"delete removes {what}", f"Delete {what}?")
        for number in numbers:
            kept.delete(number)
            console.say(f"deleted roadmap {number}")


def _number(key: str, rows: Sequence[RoadmapRow]) -> int:
    """Also of one that can't be read. Raises UsageError."""
    from careercraft.errors import UsageError

    for row in rows:
        if key == str(row.number) or (len(key) >= 4 and row.id.startswith(key)):
            return row.number
    raise UsageError(f"there is no roadmap {key!r}", "`careercraft roadmap list` shows what there is")
