"""How a plan is written: where to, in which format, and for calendars in which time zone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from careercraft.cli import console
from careercraft.cli.output import chosen, screen, write_text
from careercraft.cli.roadmap_flags import RoadmapFormat

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careercraft.model.plan import Roadmap
    from careercraft.model.progress import Progress
    from careercraft.settings import Settings

_ENDINGS = {
    ".md": RoadmapFormat.markdown, ".markdown": RoadmapFormat.markdown, ".html": RoadmapFormat.html,
    ".htm": RoadmapFormat.html, ".json": RoadmapFormat.json, ".txt": RoadmapFormat.terminal,
    ".csv": RoadmapFormat.csv, ".ics": RoadmapFormat.ics,
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Written:
    """What the flags say of the output, checked before any work is done."""

    format: RoadmapFormat
    output: Path | None
    full: bool
    at: str
    """HH:MM."""
    zone: str
    """Empty for times without a zone."""


def written(
    settings: Settings,
    format: RoadmapFormat | None,
    output: Path | None,
    full: bool,
    at: str | None,
    zone: str | None,
) -> Written:
    """Raises UsageError for an ending that tells no format and for what is no time or zone, ConfigError where a
    setting is wrong, StorageError for a file that can't be written."""
    from careercraft.cli import roadmap_zone

    found = chosen(format, output, _ENDINGS, RoadmapFormat.terminal)
    if found is not RoadmapFormat.ics:
        return Written(format=found, output=output, full=full, at="18:00", zone="")
    return Written(
        format=found,
        output=output,
        full=full,
        at=roadmap_zone.at(at, settings.plan.at),
        zone=roadmap_zone.zone(zone, settings.plan.time_zone),
    )


def write_plan(
    roadmap: Roadmap,
    progress: Progress | None,
    how: Written,
    *,
    number: int | None,
    today: str,
    past_days: Mapping[str, int],
) -> None:
    """A file gets every list whole."""
    from careercraft.render.roadmap import render_roadmap

    shown = {"full": True} if how.output is not None else {"full": how.full, **screen()}
    text = render_roadmap(
        roadmap, progress, how.format.value, number=number, today=today, at=how.at, zone=how.zone,
        past_days=past_days, **shown,
    )  # fmt: skip
    write_text(text, how.output)
    if how.format is RoadmapFormat.ics and not how.zone:
        console.say("note: the blocks have no time zone, since the machine names none; --time-zone gives one")
