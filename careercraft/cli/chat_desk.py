"""What a conversation has at hand: an analysis of the history, the taxonomy, the plan that is followed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careercraft.chat.scene import Desk
    from careercraft.model.analysis import Analysis
    from careercraft.model.plan import Roadmap
    from careercraft.settings import Settings
    from careercraft.store.history import Run


def desk_for(settings: Settings, key: str) -> Desk:
    """About this run of the history. Neither taxonomy nor encoder is loaded before a question needs them.

    Raises UsageError where there is no such run, StorageError.
    """
    from functools import cache

    from careercraft import clock
    from careercraft.api import Workbench
    from careercraft.chat.scene import Desk
    from careercraft.errors import UsageError
    from careercraft.store import open_history

    today = clock.today(settings.today)

    @cache
    def bench() -> Workbench:
        return Workbench(settings, today)

    with open_history(settings.history_file) as history:
        if key == "latest" and not history.runs(1):
            raise UsageError(
                "there is no analysis to talk about yet",
                "make one with `careercraft analyze resume.pdf job.txt`",
            )
        run, analysis = history.get(key)

    def runs() -> Sequence[Run]:
        with open_history(settings.history_file) as history:
            return history.runs()

    def kept(key: str) -> tuple[int, Analysis]:
        with open_history(settings.history_file) as history:
            return history.get(key)

    return Desk(
        analysis=analysis,
        linker=lambda: bench().linker,
        today=today,
        now=clock.now(),
        hours_per_week=settings.plan.hours_per_week,
        run=run,
        runs=runs,
        kept=kept,
        followed=lambda: _followed(settings, analysis),
    )


def _followed(settings: Settings, analysis: Analysis) -> Roadmap | None:
    from careercraft.plan.identity import person_of, target_of
    from careercraft.store import open_roadmaps

    with open_roadmaps(settings.history_file) as kept:
        found = kept.unfinished_for(person_of(analysis), target_of(analysis).key)
    return found.roadmap if found else None
