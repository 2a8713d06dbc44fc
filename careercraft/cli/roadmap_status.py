"""`careercraft roadmap status`: what is left, the pace, and when it will be done."""

from __future__ import annotations

from careercraft.cli import console
from careercraft.cli.options import Full, ListFormat, Listing, Today, settings_from
from careercraft.cli.output import screen, write_json
from careercraft.cli.roadmap_flags import Key, Which, which


def status(
    key: Key = None,
    format: Listing = ListFormat.terminal,
    full: Full = False,
    today: Today = None,
    roadmap: Which = None,
) -> None:
    """Show how a plan goes: hours left week by week, pace, streak, forecast, and what comes next."""
    from careercraft import clock
    from careercraft.plan.status import status_of
    from careercraft.store import open_roadmaps

    settings = settings_from(today=today)
    day = clock.today(settings.today)
    with open_roadmaps(settings.history_file) as opened:
        kept = opened.get(which(key, roadmap))
    found = status_of(kept.roadmap, kept.events, day)
    if format is ListFormat.json:
        import msgspec

        write_json({"roadmap": kept.number, **msgspec.to_builtins(found)})
        return
    from careercraft.render.roadmap import render_status

    console.out(render_status(kept.roadmap, kept.progress, found, number=kept.number, full=full, **screen()))
