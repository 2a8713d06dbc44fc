"""The history in SQLite: every analysis kept whole, the corrections of resume files, the profiles,
the roadmaps and the conversations.

Importing this package loads no database library.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from careercraft.errors import StorageError

if TYPE_CHECKING:
    from careercraft.model.correction import Addition, Correction
    from careercraft.model.profile import Profile
    from careercraft.store.chats import Chats
    from careercraft.store.corrections import Corrections
    from careercraft.store.history import History
    from careercraft.store.profiles import Profiles
    from careercraft.store.roadmaps import Roadmaps


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
    """All of them by the hash of the file they are for; and what was learned with roadmaps, which is for all resumes of
    a person, by the person (`plan.identity.person_of`). Makes no file where there is none. Raises StorageError."""
    path = _path(file)
    hint = "--no-corrections goes on without it; the setting history_file names another"
    try:
        if not path.exists():
            return {}
        with open_corrections(path) as kept:
            found = kept.all()
            if not kept.has_learned():
                return found
        with open_roadmaps(path) as roadmaps:
            return found | {person: _said(person, items) for person, items in roadmaps.learned().items()}
    except StorageError as error:
        raise StorageError(error.message, hint) from error
    except OSError as error:
        raise StorageError(f"the history {path} can't be used: {error.strerror}", hint) from error


def _said(person: str, additions: tuple[Addition, ...]) -> Correction:
    from careercraft.model.correction import Correction

    created = max(item.created for item in additions)
    return Correction(hash=person, name="", created=created, resume="", additions=additions)


def open_profiles(file: str | Path = "") -> Profiles:
    """The profiles in the same file, made and migrated as needed. Raises StorageError."""
    from careercraft.store.profiles import Profiles

    return Profiles(_path(file))


def open_roadmaps(file: str | Path = "") -> Roadmaps:
    """The roadmaps in the same file, made and migrated as needed. Raises StorageError."""
    from careercraft.store.roadmaps import Roadmaps

    return Roadmaps(_path(file))


def open_chats(file: str | Path = "") -> Chats:
    """The conversations in the same file, made and migrated as needed. Raises StorageError."""
    from careercraft.store.chats import Chats

    return Chats(_path(file))


def load_profile(file: str | Path, name: str) -> Profile:
    """The latest version of it. Makes no file where there is none. Raises UsageError where there is no such profile,
    StorageError."""
    path = _path(file)
    if not _exists(path):
        from careercraft.store.profiles import no_profile

        raise no_profile(name, [])
    with open_profiles(path) as kept:
        return kept.get(name)


def profile_names(file: str | Path = "") -> list[str]:
    """Sorted. Makes no file where there is none. Raises StorageError."""
    path = _path(file)
    if not _exists(path):
        return []
    with open_profiles(path) as kept:
        return kept.names()


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as error:
        raise StorageError(
            f"{path} can't be used: {error.strerror}", "the setting history_file names another"
        ) from error


def _path(file: str | Path) -> Path:
    from careercraft import paths

    return Path(file).expanduser() if file else paths.history_file()
