"""The history in SQLite: every analysis kept whole, and the corrections of resume files.

Importing this package loads no database library.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from careercraft.errors import StorageError

if TYPE_CHECKING:
    from careercraft.model.correction import Correction
    from careercraft.store.corrections import Corrections
    from careercraft.store.history import History


def open_history(file: str | Path = "") -> History:
    """The history in this file, or in the user's data directory; made and migrated as needed.

    Raises StorageError. Close it, or use it as a context manager.
    """
    from careercraft.store.history import History

    return History(_path(file))


def open_corrections(file: str | Path = "") -> Corrections:
    """The corrections in the same file, made and migrated as needed. Raises StorageError."""
    from careercraft.store.corrections import Corrections

    return Corrections(_path(file))


def load_corrections(file: str | Path = "") -> dict[str, Correction]:
    """All of them by the hash of the file they are for. Makes no file where there is none. Raises StorageError."""
    path = _path(file)
    hint = "--no-corrections goes on without it; the setting history_file names another"
    try:
        if not path.exists():
            return {}
        with open_corrections(path) as kept:
            return kept.all()
    except StorageError as error:
        raise StorageError(error.message, hint) from error
    except OSError as error:
        raise StorageError(f"the history {path} can't be used: {error.strerror}", hint) from error


def _path(file: str | Path) -> Path:
    from careercraft import paths

    return Path(file).expanduser() if file else paths.history_file()
