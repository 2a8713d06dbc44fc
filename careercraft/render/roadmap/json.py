"""The JSON contract `careercraft.roadmap/1`: a plan with its number in the history and what was done of it."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from careercraft.model.plan import Roadmap
from careercraft.model.progress import Progress


class RoadmapReport(Roadmap, frozen=True, kw_only=True, omit_defaults=True):
    """What `careercraft roadmap show --format json` writes: the plan, and beside it what the history knows."""

    number: int | UnsetType = UNSET
    """In the history, from 1; absent where it isn't kept."""
    progress: Progress | UnsetType = UNSET
    """Absent where nothing is known of it."""


def encode(roadmap: Roadmap, progress: Progress | None = None, number: int | None = None) -> bytes:
    """The whole plan over several lines, two spaces deep, keys in the order they are declared."""
    report = RoadmapReport(
        **{name: getattr(roadmap, name) for name in Roadmap.__struct_fields__},
        number=UNSET if number is None else number,
        progress=UNSET if progress is None else progress,
    )
    return msgspec.json.format(msgspec.json.encode(report), indent=2) + b"\n"
