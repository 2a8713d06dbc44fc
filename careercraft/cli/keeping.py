"""What a run keeps: its analyses in the history, unless the person wants none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from careercraft.cli import console

if TYPE_CHECKING:
    from careercraft.model.analysis import Analysis
    from careercraft.model.correction import Correction
    from careercraft.settings import Settings


@contextmanager
def history(wanted: bool, file: str) -> Iterator[Callable[[Analysis], object]]:
    """Opened before the work, so that a database that can't be used is no surprise after the report."""
    if not wanted:
        yield lambda analysis: None
        return
    from careercraft.store import open_history

    with open_history(file) as kept:
        yield kept.add


def tolerant_corrections(settings: Settings) -> Mapping[str, Correction]:
    """Who keeps no history needs no database that works; that no correction could be looked up is said."""
    from careercraft.api import Workbench
    from careercraft.errors import StorageError

    try:
        return Workbench(settings).corrections
    except StorageError as error:
        console.say(f"note: no corrections were looked up, since {error.message}")
        return {}
