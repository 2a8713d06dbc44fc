"""What a plan says in every format that people read: words and figures, made once, in no layout.

No figure is computed here; those that also serve for drawing stand beside their words. All text is cleaned of control
characters, on one line, and still to be escaped by the format that shows it. Dates are YYYY-MM-DD.
"""

from __future__ import annotations

from msgspec import Struct

from careercraft.model.plan import Label, Phase
from careercraft.model.progress import TaskStatus
from careercraft.render.view import ResourceView

_MARKS = {"todo": "[ ]", "started": "[~]", "done": "[x]", "skipped": "[-]"}


class TaskView(Struct, frozen=True, kw_only=True):
    number: int
    id: str
    title: str
    phase: Phase
    hours: str
    """The estimate, "6 h"."""
    status: TaskStatus
    skill: str
    """Its name; empty in the phase of application."""
    level: str
    resource: ResourceView | None
    check: str
    milestone: str
    after: tuple[int, ...]
    """Numbers of the tasks that come first."""
    evidence: str
    said: str
    """What was told of it: "done on 2026-12-05, 7 h logged"; empty while there is nothing."""
    weeks: tuple[int, ...]
    """In which it has sessions; none where it ended before this revision of the plan, or is left out of it."""

    @property
    def ended(self) -> bool:
        return self.status in ("done", "skipped")

    @property
    def mark(self) -> str:
        """A box of plain text."""
        return _MARKS[self.status]


class SessionView(Struct, frozen=True, kw_only=True):
    task: TaskView
    part: int
    """From 1, of `parts`: which of the task's sessions it is."""
    parts: int
    hours: str
    value: float

    @property
    def title(self) -> str:
        """ "Learn Docker (2 of 3)"; the bare title where there is one session."""
        return f"{self.task.title} ({self.part} of {self.parts})" if self.parts > 1 else self.task.title


class DayView(Struct, frozen=True, kw_only=True):
    """The sessions of one day: a block of study."""

    day: str
    weekday: str
    """ "Mon"."""
    sessions: tuple[SessionView, ...]
    hours: str
    """Of the block: all its sessions together."""
    value: float


class WeekView(Struct, frozen=True, kw_only=True):
    number: int
    first: str
    last: str
    phase: str
    """Its title, "Foundation"; empty for a week off."""
    phase_key: Phase | None
    goal: str
    hours: str
    days: tuple[DayView, ...]
    tasks: tuple[TaskView, ...]
    """Those with a session in it, in order, each once."""
    finishes: tuple[int, ...]
    """Numbers of the tasks that end in it."""
    milestone: str
    readiness: str
    """At its end."""
    points: float
    """The same, for drawing."""
    verdict: Label
    flips: bool
    """It is the week in which the verdict turns FIT."""
    deadline: bool
    """The deadline falls into it."""
    now: bool
    """Today falls into it."""


class PhaseView(Struct, frozen=True, kw_only=True):
    key: Phase
    title: str
    hours: str
    weeks: str
    """ "weeks 2–6", "week 1"."""
    first: int
    last: int


class PlannedSkillView(Struct, frozen=True, kw_only=True):
    id: str
    name: str
    state: str
    """ "missing" or "weak"."""
    why: str
    """ "must", "preferred", "nice"; "needed for Kubernetes" for a prerequisite that the job doesn't name."""
    gap: bool
    level: str
    """To be reached."""
    levels: str
    """ "beginner → intermediate", or the level alone."""
    hours: str
    shares: str
    """ "24 h without Docker"; empty where nothing is shared."""
    points: str
    """ "+6.2"; empty where it is worth nothing by itself."""
    after: tuple[str, ...]
    """Ids of skills of the plan that come first."""
    shares_with: str
    """Id of the skill that saves hours; empty for none."""
    tasks: tuple[TaskView, ...]
    weeks: str
    """ "weeks 2–6"; empty where all of it is over."""
    first: int
    last: int
    """Of those weeks; 0 for none."""
    status: TaskStatus
    """Of its tasks together; skipped where all are."""


class LeftOutView(Struct, frozen=True, kw_only=True):
    name: str
    reason: str
    points: str
    hours: str


class RoadmapView(Struct, frozen=True, kw_only=True):
    number: int | None
    """In the history, from 1; None where it isn't kept."""
    revision: int
    title: str
    """Of the job."""
    target: str
    """The posting's file, or the role."""
    label: Label
    """Before the first week."""
    readiness: str
    points: float
    """The same, for drawing."""
    after: str
    """Readiness at the end of the plan."""
    after_points: float
    """The same, for drawing."""
    threshold: str
    need: float
    """The same, for drawing."""
    flip: str
    """What becomes of the verdict, in a sentence without its full stop: "FIT in week 6 of 7 (2027-01-09)"."""
    flips: bool
    """Whether the plan makes it FIT."""
    fit_day: str
    """The day on which it turns FIT; empty where it is already or never does."""
    earliest: str
    """A sentence on the earliest day of FIT, where the plan doesn't reach it, or reaches it later; may be empty."""
    outlook: str
    """ "46 h in 7 weeks, to 2027-01-18; readiness 61.4 → 71.7"."""
    asked: tuple[str, ...]
    """The settings in words: "8 h a week", "Mon, Wed, Sat", "from 2026-12-01", ..."""
    start: str
    finish: str
    deadline: str
    """Empty for none."""
    holidays: tuple[tuple[str, str], ...]
    """First and last days."""
    today: str
    """Empty where no day was given."""
    counts: str
    """ "2 of 11 tasks done, 1 begun, 1 skipped"; empty while nothing is."""
    phases: tuple[PhaseView, ...]
    skills: tuple[PlannedSkillView, ...]
    """In the order of learning."""
    strong: tuple[str, ...]
    tasks: tuple[TaskView, ...]
    weeks: tuple[WeekView, ...]
    before: tuple[TaskView, ...]
    """Tasks without a session in this revision, since they ended before it."""
    unplanned: tuple[TaskView, ...]
    """Those without one that are still open: the deadline holds them no more."""
    next: DayView | None
    """The first block with something left to do, as far as that."""
    left_out: tuple[LeftOutView, ...]
    notes: tuple[str, ...]
    engine: str
    """ "careercraft 1.0.0, taxonomy 0123…"."""
