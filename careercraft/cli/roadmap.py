"""`careercraft roadmap`: a plan of weeks, followed until the gap is closed."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperGroup

from careercraft.cli import roadmap_build, roadmap_kept, roadmap_replan, roadmap_status, roadmap_track

_UNASKED = "build"
"""The command where none is named: `careercraft roadmap --hours-per-week 6`."""
_HELP = {"-h", "--help"}


class _Group(TyperGroup):
    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # contexts differ between versions of typer
        unnamed = not args or (args[0].startswith("-") and args[0] not in _HELP)
        return list(super().parse_args(ctx, [_UNASKED, *args] if unnamed else args))


app = typer.Typer(
    cls=_Group,
    help="Plan the way from the gap, week by week, and follow it; `roadmap` alone is `roadmap build`.",
)
app.command("build")(roadmap_build.build)
app.command("list")(roadmap_kept.list_roadmaps)
app.command("show")(roadmap_kept.show)
app.command("start")(roadmap_track.start)
app.command("begin")(roadmap_track.begin)
app.command("done")(roadmap_track.done)
app.command("skip")(roadmap_track.skip)
app.command("log", cls=roadmap_track.LogCommand)(roadmap_track.log)
app.command("reopen")(roadmap_track.reopen)
app.command("status")(roadmap_status.status)
app.command("replan")(roadmap_replan.replan)
app.command("reset")(roadmap_track.reset)
app.command("delete")(roadmap_kept.delete)
