"""The history in SQLite: every analysis kept whole. Importing this package loads no database library."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careercraft.store.history import History


def open_history(file: str | Path = "") -> History:
    """The history in this file, or in the user's data directory; made and migrated as needed.

    Raises StorageError. Close it, or use it as a context manager.
    """
    from careercraft import paths
    from careercraft.store.history import History

    return History(Path(file).expanduser() if file else paths.history_file())
