"""What a conversation has at hand: an analysis of the history, the taxonomy, the plan that is followed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from careercraft.chat.scene import Desk
    from careercraft.cli.chat_files import Files
    from careercraft.model.analysis import Analysis
    from careercraft.model.plan import Roadmap
    from careercraft.model.progress import Status
    from careercraft.settings import Settings
    from careercraft.store.history import Run
    from careercraft.store.roadmap_values import KeptRoadmap


def desk_for(settings: Settings, key: str) -> Desk:
    """About this run of the history. Neither taxonomy nor encoder is loaded before a question needs them.

    Raises UsageError where there is no such run, StorageError.
    """
    from datetime import date
    from functools import cache

    from careercraft import clock
    from careercraft.api import Workbench
    from careercraft.chat.scene import Desk

    today = clock.today(settings.today)
    run, analysis = _analysis(settings, key)

    @cache
    def files() -> Files:
        from careercraft.cli.chat_files import Files

        return Files(bench(), analysis)

    @cache
    def bench() -> Workbench:
        """Of the analysis' day: what is tried is to differ in nothing else."""
        return Workbench(settings, date.fromisoformat(analysis.engine.today))

    return Desk(
        analysis=analysis,
        linker=lambda: bench().linker,
        today=today,
        now=clock.now(),
        hours_per_week=settings.plan.hours_per_week,
        run=run,
        runs=lambda: _runs(settings),
        kept=lambda key: _kept(settings, key),
        followed=lambda: _followed(settings, analysis),
        status=lambda: _status(settings, analysis, today),
        from_files=lambda texts: files().what_if(texts),
        from_posting=lambda name: files().posting(name),
        from_roles=lambda: files().roles(),
    )


def _analysis(settings: Settings, key: str) -> tuple[int, Analysis]:
    """Raises UsageError, StorageError."""
    from careercraft.errors import UsageError
    from careercraft.store import open_history

    with open_history(settings.history_file) as history:
        if key == "latest" and not history.runs(1):
            raise UsageError(
                "there is no analysis to talk about yet",
                "make one with `careercraft analyze resume.pdf job.txt`",
            )
        return history.get(key)


def _kept(settings: Settings, key: str) -> tuple[int, Analysis]:
    from careercraft.store import open_history

    with open_history(settings.history_file) as history:
        return history.get(key)


def _runs(settings: Settings) -> Sequence[Run]:
    from careercraft.store import open_history

    with open_history(settings.history_file) as history:
        return history.runs()


def _plan(settings: Settings, analysis: Analysis) -> KeptRoadmap | None:
    """The one that the person follows towards this posting."""
    from careercraft.plan.identity import person_of, target_of
    from careercraft.store import open_roadmaps

    with open_roadmaps(settings.history_file) as kept:
        return kept.unfinished_for(person_of(analysis), target_of(analysis).key)


def _followed(settings: Settings, analysis: Analysis) -> Roadmap | None:
    found = _plan(settings, analysis)
    return found.roadmap if found else None


def _status(settings: Settings, analysis: Analysis, today: date) -> Status | None:
    from careercraft.plan.status import status_of

    found = _plan(settings, analysis)
    return status_of(found.roadmap, found.events, today) if found else None
