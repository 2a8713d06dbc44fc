"""What a conversation is about: one analysis, and what it takes to answer questions on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from msgspec import UNSET, Struct

from careercraft.model.analysis import Analysis
from careercraft.model.change import WhatIf
from careercraft.model.match import SkillEntry
from careercraft.model.plan import PlanSettings, Roadmap
from careercraft.model.progress import Status
from careercraft.model.role_match import RoleMatch
from careercraft.model.score import Score
from careercraft.plan.build import build_roadmap
from careercraft.plan.calendar import usual_weekdays
from careercraft.plan.settings import checked
from careercraft.render.markdown_text import escape
from careercraft.render.wording import clean
from careercraft.score.steps import Scene
from careercraft.taxonomy.surface import fold

if TYPE_CHECKING:
    from careercraft.match.linker import Linker
    from careercraft.store.history import Run
    from careercraft.taxonomy import Taxonomy

ItemKind = Literal["skill", "score", "run", "intent"]


class Item(Struct, frozen=True, kw_only=True):
    """Something that an answer lists, so that "the second one" can mean it."""

    kind: ItemKind
    key: str
    """Name of the skill, key of the score, number of the run; of a question that may be meant its intent."""


class Said(Struct, frozen=True, kw_only=True):
    """What is said on a question, before it is put on a page."""

    lines: tuple[str, ...]
    """Markdown: a paragraph each, or a list item ("- ...")."""
    data: dict[str, Any]
    """The same for programs; plain values."""
    items: tuple[Item, ...] = ()
    """What is listed, in order."""


def _no_runs() -> Sequence[Run]:
    return ()


def _no_plan() -> Roadmap | None:
    return None


def _no_status() -> Status | None:
    return None


@dataclass(frozen=True, kw_only=True)
class Desk:
    """An analysis on the table, with the taxonomy, the day and the history in reach."""

    analysis: Analysis
    linker: Callable[[], Linker]
    """Called when a question first needs it."""
    today: date
    now: str
    """UTC, ISO 8601: the stamp of a plan that is made; nothing else depends on it."""
    hours_per_week: float = 8.0
    """Of a plan where the question names no others."""
    run: int | None = None
    """Number of the analysis in the history; None where it isn't kept."""
    runs: Callable[[], Sequence[Run]] = _no_runs
    """The history, newest first."""
    kept: Callable[[str], tuple[int, Analysis]] | None = None
    """A run of the history by its number. Raises UsageError."""
    followed: Callable[[], Roadmap | None] = _no_plan
    """The plan that the person follows towards this posting, where there is one."""
    from_files: Callable[[Sequence[str]], WhatIf] | None = None
    """What changes would do, with the files at hand: what is taken away, another place, another pay. Raises
    UsageError, InputError."""
    from_posting: Callable[[str], Analysis] | None = None
    """The same resume against the posting in a file. Raises UsageError, InputError."""
    from_roles: Callable[[], RoleMatch] | None = None
    """The roles that the resume meets best; takes some seconds. Raises UsageError, InputError."""
    status: Callable[[], Status | None] = _no_status
    """How the plan that is followed goes."""
    _plans: dict[float, Roadmap] = field(default_factory=dict)

    @property
    def taxonomy(self) -> Taxonomy:
        return self.linker().taxonomy

    @property
    def scene(self) -> Scene:
        """What the scorer needs to try something."""
        found = self.analysis
        return Scene(found.skills, found.facts, found.engine.weights, found.engine.threshold)

    def plan(self, hours_per_week: float | None = None) -> Roadmap:
        """All gaps in their order from today on, with so many hours a week. Raises UsageError."""
        hours = self.hours_per_week if hours_per_week is None else hours_per_week
        if hours not in self._plans:
            wanted = PlanSettings(
                hours_per_week=hours, start=self.today.isoformat(), weekdays=usual_weekdays(hours)
            )
            settings, notes = checked(wanted, self.today)
            self._plans[hours] = build_roadmap(self.analysis, self.taxonomy, settings, self.now, notes)
        return self._plans[hours]

    def score(self, key: str) -> Score:
        return next(score for score in self.analysis.scores if score.key == key)

    def entries(self) -> Iterator[tuple[str, SkillEntry]]:
        """Each requirement and each other skill of the resume with its outcome: matched | partial | missing | extra."""
        skills = self.analysis.skills
        for outcome in ("matched", "partial", "missing", "extra"):
            yield from ((outcome, entry) for entry in getattr(skills, outcome))

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Of all requirements and skills, by the folded name; of what the taxonomy doesn't know also by the posting's
        own words."""
        found: dict[str, str] = {}
        for _, entry in self.entries():
            found.setdefault(fold(entry.name), entry.name)
            if entry.id is None and isinstance(entry.mention, str):
                found.setdefault(fold(entry.mention), entry.name)
        return found

    @property
    def title(self) -> str:
        """Of the job, escaped for Markdown; "this job" where the posting names none."""
        job = self.analysis.job
        found = job.title if job is not UNSET else None
        return md(found.value) if found and clean(found.value) else "this job"

    @property
    def company(self) -> str:
        job = self.analysis.job
        found = job.company if job is not UNSET else None
        return md(found.value) if found else ""


def md(text: str) -> str:
    """Words of a document or of the taxonomy on one line, so that Markdown shows them as they are."""
    return escape(clean(text))
