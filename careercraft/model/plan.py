"""The JSON contract `careercraft.roadmap/1`: a dated plan from the gaps of one analysis.

A plan is a value: building it again from the same analysis, taxonomy and settings gives the same. What the person did
since stands apart (`model/progress.py`). Hours are multiples of a quarter, so that their sums are exact.
"""

from __future__ import annotations

from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from careercraft.model.facts import Facts
from careercraft.model.job import Importance
from careercraft.model.match import SkillMatch
from careercraft.model.resume import Proficiency
from careercraft.model.skill import ResourceKind

SCHEMA = "careercraft.roadmap/1"

Phase = Literal["foundation", "core", "applied", "proof", "application"]
PHASES: tuple[Phase, ...] = ("foundation", "core", "applied", "proof", "application")
TaskKind = Literal["learn", "practice", "build", "prove", "apply"]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Style = Literal["depth", "breadth"]
Budget = Literal["any", "free"]
Label = Literal["FIT", "UNFIT"]
LeftOutWhy = Literal["years", "unknown", "focus", "deadline", "nothing_to_learn"]


class Period(Struct, frozen=True, order=True):
    """Days off, both ends included, YYYY-MM-DD."""

    first: str
    last: str


class PlanSettings(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the person asked of the plan."""

    hours_per_week: float
    start: str
    """YYYY-MM-DD: the first day of week 1. Weeks of a plan are seven days from here on."""
    weekdays: tuple[Weekday, ...]
    """Days of study, Monday first; never empty."""
    deadline: str | UnsetType = UNSET
    """The last day of study, YYYY-MM-DD."""
    holidays: tuple[Period, ...] = ()
    focus: tuple[str, ...] = ("all",)
    """`all`, `must`, `fit` (the smallest set of gaps that makes the verdict FIT), or ids of skills."""
    budget: Budget = "any"
    style: Style = "depth"
    pace: float = 1.0
    """Hours that an hour of the estimates takes, learned from logged hours; it stretches what is left."""


class Target(Struct, frozen=True, kw_only=True):
    """What the plan leads to."""

    key: str
    """The same for the same posting or role, whatever the resume: what `analyze` knows an unfinished plan by."""
    name: str
    """The posting's file name, or `role data-engineer`."""
    title: str
    """The job's title; the name where it has none."""


class PlanResource(Struct, frozen=True, kw_only=True):
    title: str
    url: str
    kind: ResourceKind
    free: bool


class Meets(Struct, frozen=True, kw_only=True):
    """One requirement and how far it is met as the skill's phases end."""

    entry: int
    """Position in `Basis.skills.required()`."""
    core: float
    """Strength 0..1 once it is learned: the resume can name it."""
    applied: float
    """Once something was done with it: a project shows it."""
    proof: float
    """At the end: what learning can bring at all."""


class PlannedSkill(Struct, frozen=True, kw_only=True, omit_defaults=True):
    id: str
    name: str
    kind: str
    """technical | soft | domain | language | certification."""
    family: str = ""
    """The taxonomy's folder: it decides what proves a skill."""
    why: Literal["gap", "prerequisite"]
    state: Literal["missing", "weak"]
    """Weak: the resume shows a part of it."""
    importance: Importance | UnsetType = UNSET
    """Absent for a prerequisite that the posting doesn't name."""
    level_from: Proficiency | UnsetType = UNSET
    """Where the person stands; absent for nothing."""
    level: Proficiency
    hours: float
    """As planned: from where the person stands, less what a related skill of the plan brings."""
    hours_alone: float
    """Without any other skill of the plan."""
    shares_with: str | UnsetType = UNSET
    """Id of the earlier skill of the plan that saves the difference."""
    points: float
    """Of readiness, by itself."""
    after: tuple[str, ...] = ()
    """Ids of its prerequisites in the plan."""
    needed_for: tuple[str, ...] = ()
    """Of a prerequisite: ids of the skills that need it."""
    meets: tuple[Meets, ...] = ()


class Task(Struct, frozen=True, kw_only=True, omit_defaults=True):
    id: str
    """Lasts through every replan: `docker-learn-1`."""
    number: int
    """From 1, for the command line; lasts too."""
    phase: Phase
    kind: TaskKind
    title: str
    """An order in a few words: "Learn Docker, part 1 of 2: images and containers"."""
    hours: float
    """The estimate; it never changes. A plan's sessions may hold more or fewer (`PlanSettings.pace`, logged hours)."""
    skill: str | UnsetType = UNSET
    """Id of a planned skill; absent in the phase of application."""
    level: Proficiency | UnsetType = UNSET
    resource: PlanResource | UnsetType = UNSET
    check: str
    """ "You can …": how the person knows that it is done."""
    milestone: str | UnsetType = UNSET
    """A thing to show once it is done: a repository, a certificate, a supervised shift."""
    after: tuple[str, ...] = ()
    """Ids of tasks that come first."""


class Session(Struct, frozen=True, kw_only=True):
    """One stretch of work on one task. Several may share a day; together they fill one block."""

    day: str
    task: str
    hours: float


class Week(Struct, frozen=True, kw_only=True, omit_defaults=True):
    number: int
    """From 1. A week without a session (holidays) has a number too."""
    first: str
    last: str
    phase: Phase | UnsetType = UNSET
    """That takes most of its hours; absent for a week off."""
    goal: str
    hours: float
    sessions: tuple[Session, ...] = ()
    """By day, then in the order of work."""
    finishes: tuple[str, ...] = ()
    """Ids of the tasks that end in it, in order."""
    milestone: str | UnsetType = UNSET
    readiness: float
    """Predicted for its end, to one decimal, by the scorer."""
    verdict: Label
    """At its end."""


class LeftOut(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A gap that the plan doesn't close."""

    name: str
    id: str | UnsetType = UNSET
    why: LeftOutWhy
    reason: str
    """One sentence without its full stop."""
    points: float
    hours: float | UnsetType = UNSET


class PhaseSum(Struct, frozen=True, kw_only=True):
    phase: Phase
    hours: float
    """Of the sessions."""
    first_week: int
    last_week: int


class Forecast(Struct, frozen=True, kw_only=True, omit_defaults=True):
    hours: float
    """Of all sessions."""
    weeks: int
    finish: str
    """Day of the last session; the start of a plan without any."""
    readiness: float
    verdict: Label
    fit_week: int | UnsetType = UNSET
    """In which the verdict turns FIT; absent where it never does, and 0 where it is already."""
    fit_day: str | UnsetType = UNSET
    """The last day of that week's sessions that it takes."""
    earliest_fit: str | UnsetType = UNSET
    """The earliest day of FIT without a deadline, with the shortest way first; absent where learning alone doesn't
    do it."""


class Basis(Struct, frozen=True, kw_only=True):
    """What the scorer needs to predict: requirements and facts without quotes and without the names of positions:
    a plan outlives its analysis."""

    skills: SkillMatch
    facts: Facts
    weights: dict[str, float]
    threshold: float


class PlanEngine(Struct, frozen=True, kw_only=True):
    version: str
    """Of the program that made the analysis."""
    taxonomy: str
    """Hash of the taxonomy that the plan was made with."""


class Roadmap(Struct, frozen=True, kw_only=True, omit_defaults=True):
    schema: str
    id: str
    """Content hash of the analysis' id, the settings and the engine: the first 32 hex digits."""
    created: str
    """UTC, ISO 8601; nothing else depends on it."""
    revision: int = 1
    """Counts replans."""
    analysis: str
    """Id of the analysis; it may be purged meanwhile."""
    person: str
    """The same for the same person's resumes: a hash of the email address, else of the name, else of the file."""
    target: Target
    settings: PlanSettings
    readiness: float
    """Before the first week."""
    verdict: Label
    threshold: float
    skills: tuple[PlannedSkill, ...]
    """In the order of learning."""
    strong: tuple[str, ...] = ()
    """Names of the requirements that are met already."""
    tasks: tuple[Task, ...]
    """All of them, also those done; in the order of work."""
    weeks: tuple[Week, ...]
    """From `settings.start` on. After a replan they hold only what was left then."""
    phases: tuple[PhaseSum, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    forecast: Forecast
    notes: tuple[str, ...] = ()
    """What the person should know of the plan: a start on a holiday, a week without hours. Whole sentences."""
    basis: Basis
    engine: PlanEngine
