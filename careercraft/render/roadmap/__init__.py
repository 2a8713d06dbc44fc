"""A plan as people, spreadsheets, calendars and programs read it: one module a format, imported when asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from careercraft.errors import UsageError

if TYPE_CHECKING:
    from careercraft.model.plan import Roadmap
    from careercraft.model.progress import Progress, Status

FORMATS = ("terminal", "markdown", "html", "json", "csv", "ics")


def render_roadmap(
    roadmap: Roadmap,
    progress: Progress | None,
    format: str,
    *,
    number: int | None = None,
    today: str = "",
    full: bool = False,
    width: int | None = None,
    color: bool = False,
    encoding: str = "utf-8",
    at: str = "18:00",
    zone: str = "",
    past_days: Mapping[str, int] | None = None,
) -> str:
    """The plan as text that ends with a line break; CSV and ICS have CRLF, and are to be written as they are.

    `number` is that of the history, `today` (YYYY-MM-DD) marks the week it falls into. `full`, `width`, `color` and
    `encoding` matter to the terminal only, as in `careercraft.render.render`. `at` (HH:MM), `zone` (a name of the tz
    database, empty for floating times) and `past_days` matter to ICS only: each day of an earlier revision that had a
    session, with the last revision that had it (`Roadmaps.past_days`). Raises UsageError for an unknown format.
    """
    if format == "json":
        from careercraft.render.roadmap.json import encode

        return encode(roadmap, progress, number).decode()
    if format == "ics":
        from careercraft.render.roadmap.ics import render as render_ics

        return render_ics(roadmap, progress, at=at, zone=zone, past_days=past_days or {})
    from careercraft.render.roadmap.build import build

    view = build(roadmap, progress, number, today)
    if format == "terminal":
        from careercraft.render.terminal.roadmap import render as render_terminal

        return render_terminal(view, width=width, color=color, encoding=encoding, full=full)
    if format == "markdown":
        from careercraft.render.roadmap.markdown import render as render_markdown

        return render_markdown(view)
    if format == "html":
        from careercraft.render.roadmap.html import render as render_html

        return render_html(view)
    if format == "csv":
        from careercraft.render.roadmap.csv import render as render_csv

        return render_csv(view)
    raise UsageError(f"unknown format: {format}", f"one of {', '.join(FORMATS)}")


def render_status(
    roadmap: Roadmap,
    progress: Progress,
    status: Status,
    *,
    number: int | None = None,
    full: bool = False,
    width: int | None = None,
    color: bool = False,
    encoding: str = "utf-8",
) -> str:
    """How the plan is going, for a terminal; `full` with every week of the burndown."""
    from careercraft.render.roadmap.status import build_status
    from careercraft.render.terminal.status import render

    view = build_status(roadmap, progress, status, whole=full)
    name = f"roadmap {number}" if number else ""
    return render(view, name=name, width=width, color=color, encoding=encoding, full=full)
