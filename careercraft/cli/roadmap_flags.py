"""Options that the roadmap commands share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class RoadmapFormat(StrEnum):
    """How a plan is written."""

    terminal = "terminal"
    markdown = "markdown"
    html = "html"
    json = "json"
    csv = "csv"
    ics = "ics"


class BudgetChoice(StrEnum):
    any = "any"
    free = "free"


class StyleChoice(StrEnum):
    depth = "depth"
    breadth = "breadth"


HoursPerWeek = Annotated[
    float | None,
    typer.Option(help="Hours of study in a week; else the setting plan.hours_per_week.", show_default=False),
]
Start = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="The first day of week 1; else today.", show_default=False),
]
Deadline = Annotated[
    str | None, typer.Option(metavar="DATE", help="The last day of study.", show_default=False)
]
Weekdays = Annotated[
    str | None,
    typer.Option(
        metavar="DAYS", help="Days of study: mon,wed,sat or mon-fri or weekend.", show_default=False
    ),
]
Holidays = Annotated[
    list[str] | None,
    typer.Option(metavar="DATE..DATE", help="Days off, or a single DATE. Repeatable.", show_default=False),
]
Style = Annotated[
    StyleChoice | None,
    typer.Option(
        help="depth: one skill after the other (what a plan does unasked); breadth: all skills side by side.",
        show_default=False,
    ),
]
Format = Annotated[
    RoadmapFormat | None,
    typer.Option("--format", "-f", help="How to write it; else by the ending of -o.", show_default=False),
]
At = Annotated[
    str | None,
    typer.Option(
        metavar="HH:MM", help="In a calendar file: when a block begins; else plan.at.", show_default=False
    ),
]
Zone = Annotated[
    str | None,
    typer.Option(
        "--time-zone",
        metavar="ZONE",
        help="In a calendar file: as Europe/Berlin; else plan.time_zone, else the machine's.",
        show_default=False,
    ),
]
Which = Annotated[
    str | None,
    typer.Option(
        "--roadmap",
        metavar="N",
        help="A roadmap's number, or its id or the beginning of it; else the newest that isn't finished.",
        show_default=False,
    ),
]
Key = Annotated[
    str | None,
    typer.Argument(
        metavar="ROADMAP",
        help="Its number, or its id or the beginning of it; else the newest that isn't finished.",
        show_default=False,
    ),
]
Words = Annotated[
    list[str],
    typer.Argument(metavar="TASK...", help="A task's number, id, or words of its title.", show_default=False),
]
On = Annotated[
    str | None,
    typer.Option(
        "--on",
        metavar="DATE",
        help="The day it counts for: a date or yesterday; else today.",
        show_default=False,
    ),
]


def which(key: str | None, flag: str | None) -> str:
    """The roadmap that is meant. Raises UsageError where it is named twice."""
    from careercraft.errors import UsageError

    if key is not None and flag is not None and key != flag:
        raise UsageError(f"is it roadmap {key} or {flag}?", "name one")
    return key or flag or "latest"
