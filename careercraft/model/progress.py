"""What a person did with a plan. Events are only ever added; the state is what they come to."""

from __future__ import annotations

from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from careercraft.model.resume import Proficiency

EventKind = Literal["start", "begin", "done", "skip", "log", "reopen", "reset", "replan"]
TaskStatus = Literal["todo", "started", "done", "skipped"]
PlanState = Literal["planned", "active", "finished"]
"""Planned: not begun; finished: every task is done or skipped."""


class Event(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """`start` begins the plan, `begin` a task; `reset` makes all events before it count for nothing; `replan` marks a
    new revision."""

    seq: int
    """The store's; events count in this order."""
    at: str
    """UTC, ISO 8601: when it was said."""
    day: str
    """YYYY-MM-DD, local: the day that it counts for."""
    kind: EventKind
    task: str = ""
    """Id; empty where the whole plan is meant."""
    hours: float = 0.0
    """Of `log`, and of `done` where they are told with it."""
    evidence: str = ""
    """Of `done`: an address, a file, a sentence; of `skip`: why. Text of the person's own."""


class TaskState(Struct, frozen=True, kw_only=True):
    status: TaskStatus = "todo"
    logged: float = 0.0
    """Hours told."""
    ended: str | UnsetType = UNSET
    """The day on which it was done or skipped."""
    evidence: str = ""
    """Of the task done; empty again once it is open."""
    why: str = ""
    """Of the task skipped, where it was told."""

    @property
    def over(self) -> bool:
        """Is it done or skipped?"""
        return self.status in ("done", "skipped")


class Progress(Struct, frozen=True, kw_only=True):
    """The state of one plan, by events alone."""

    started: str | UnsetType = UNSET
    """The day of `start`, or of the first thing done."""
    tasks: dict[str, TaskState]
    """Of every task of the plan, in its order."""
    days: tuple[str, ...] = ()
    """On which something was done or logged, sorted, each once."""


class Ledger(Struct, frozen=True, kw_only=True):
    """Where the hours of the estimates stand. Exact: planned = done + skipped + credited + left."""

    planned: float
    done: float
    skipped: float
    credited: float
    """Of open tasks: told with `log` and taken off what is left."""
    left: float


class BurnPoint(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Hours of the estimates that are left when a week ends."""

    week: int
    """0 for the start of the plan's latest revision."""
    day: str
    """The last of the week."""
    planned: float
    left: float | UnsetType = UNSET
    """Really; of the present week as of today, absent for weeks to come."""


class Status(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How it goes, on one day. Weeks and planned hours are those of the plan's latest revision."""

    today: str
    state: PlanState
    week: int
    """Of the plan, from 1; 0 before its first day. It goes on counting after the last."""
    weeks: int
    started: str | UnsetType = UNSET
    ledger: Ledger
    dayless: float = 0.0
    """Hours of what is left that the latest revision has no day for: what it left out."""
    tasks: int
    done: int
    skipped: int
    logged: float
    """Hours told, of all tasks."""
    burndown: tuple[BurnPoint, ...]
    pace: float
    """Hours that an hour of the estimates takes, from the tasks done with hours logged; near 1 while few are."""
    pace_hours: float
    """Hours of estimates that the pace was learned from."""
    speed: float
    """Hours of the estimates done a week since it was started."""
    asked: float
    """Hours a week that the plan holds."""
    streak_days: int
    """Days of work in a row, with no planned day missed between them."""
    streak_weeks: int
    """Weeks in a row (from Monday) with something done; a week off breaks nothing."""
    ahead_hours: float
    """Of the plan's hours up to yesterday; below 0 is behind."""
    ahead_days: int
    """Of the plan's days of study."""
    week_left: float
    """Hours of the plan that are left until the present week ends."""
    drift: float
    """Hours that an hour of the plan takes at the present pace of work, days missed among them; near 1 while little
    is known."""
    finish_planned: str
    finish: str | UnsetType = UNSET
    """Forecast at the present pace of work; absent when all is done."""
    past_deadline: bool = False
    """The forecast finish lies after it."""
    readiness: float
    """Predicted for what is done."""
    verdict: Literal["FIT", "UNFIT"]
    fit_day: str | UnsetType = UNSET
    """Forecast; absent where it is FIT already, or never will be by this plan."""
    next: str | UnsetType = UNSET
    """Id of the task to work on: begun already, or the first that waits for no other."""


class Learned(Struct, frozen=True, kw_only=True):
    """A skill whose tasks are all done, with evidence: it counts in the next analyses of the same person, labelled as
    their own statement."""

    id: str
    name: str
    level: Proficiency
    evidence: str
    roadmap: int
    """Number of the roadmap."""
    day: str
