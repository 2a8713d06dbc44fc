"""What the store of roadmaps gives: a roadmap with its state, a line of the list, the outcome of a note."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from careercraft.model.plan import Roadmap
from careercraft.model.progress import Event, PlanState, Progress
from careercraft.plan.progress import ledger, plan_state, progress_of


class KeptRoadmap(Struct, frozen=True, kw_only=True):
    """One roadmap with all that was noted of it."""

    number: int
    """Counts roadmaps; never reused."""
    roadmap: Roadmap
    """Its latest revision."""
    events: tuple[Event, ...]
    progress: Progress
    state: PlanState
    replaced: bool
    """Another plan was made since for the same person and target."""

    @property
    def open(self) -> bool:
        """Is it the one to go on with?"""
        return self.state != "finished" and not self.replaced


def kept_roadmap(number: int, replaced: bool, roadmap: Roadmap, events: Iterable[Event]) -> KeptRoadmap:
    """With the state that the events come to."""
    noted = tuple(events)
    progress = progress_of(roadmap, noted)
    state = plan_state(roadmap, progress)
    return KeptRoadmap(
        number=number, roadmap=roadmap, events=noted, progress=progress, state=state, replaced=replaced
    )


class RoadmapRow(Struct, frozen=True, kw_only=True):
    """A line of the list."""

    number: int
    id: str
    created: str
    revision: int
    target: str
    """Its key."""
    name: str
    title: str
    state: str
    """planned | active | finished | replaced, and `unreadable` for one that today's program can't read."""
    tasks: int
    done: int
    """Tasks done or skipped."""
    hours: float
    """Of all tasks."""
    left: float
    finish: str
    """As planned, YYYY-MM-DD."""


class Noted(Struct, frozen=True, kw_only=True):
    """What came of telling something."""

    event: Event | None
    """None where it was so already: nothing was written."""
    said: str
    """What the person should know of it; mostly empty."""


def row_of(columns: dict[str, Any], kept: KeptRoadmap | None) -> RoadmapRow:
    """`columns`: the first seven fields. Without `kept`: unreadable."""
    if kept is None:
        return RoadmapRow(**columns, state="unreadable", tasks=0, done=0, hours=0.0, left=0.0, finish="")
    states = kept.progress.tasks.values()
    sums = ledger(kept.roadmap, kept.progress)
    return RoadmapRow(
        **columns, state="replaced" if kept.replaced and kept.state != "finished" else kept.state,
        tasks=len(states), done=sum(state.over for state in states),
        hours=sums.planned, left=sums.left, finish=kept.roadmap.forecast.finish,
    )  # fmt: skip
