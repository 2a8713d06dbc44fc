"""Where things are: the user's directories and the data that ships with the package."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from careercraft.errors import ConfigError

_PACKAGE = Path(__file__).resolve().parent


def home() -> Path | None:
    """The one directory that CAREERCRAFT_HOME puts everything in, when set."""
    value = os.environ.get("CAREERCRAFT_HOME", "")
    return Path(value).expanduser() if value else None


def _user_dir(kind: str) -> Path:
    base = home()
    if base is not None:
        return base / kind
    import platformdirs

    directory = {
        "config": platformdirs.user_config_path,
        "data": platformdirs.user_data_path,
        "cache": platformdirs.user_cache_path,
    }[kind]
    return directory("careercraft", appauthor=False)


def config_file() -> Path:
    return _user_dir("config") / "config.yaml"


def history_file() -> Path:
    return _user_dir("data") / "history.db"


def taxonomies_dir() -> Path:
    """Imported taxonomies."""
    return _user_dir("data") / "taxonomies"


def taxonomy_in_use() -> Path:
    """Holds the names that `careercraft taxonomy use` chose."""
    return taxonomies_dir() / "in-use"


def cache_dir() -> Path:
    return _user_dir("cache")


@cache
def _data_root() -> Path:
    """A wheel carries the data in `careercraft/_data`; in a checkout it stands beside the package."""
    for root in (_PACKAGE / "_data", _PACKAGE.parent):
        if (root / "skills_taxonomy").is_dir():
            return root
    raise ConfigError("the skills taxonomy is missing from this installation", "reinstall careercraft")


def taxonomy_dir() -> Path:
    return _data_root() / "skills_taxonomy"


def roles_dir() -> Path:
    return _data_root() / "roles"


def templates_dir() -> Path:
    return _data_root() / "templates"


def generated_dir() -> Path:
    """Files that `tools/` builds from the data: the compiled taxonomy, the skill vectors, the word list."""
    return _PACKAGE / "generated"


def replace_file(path: Path, data: bytes, *, prefix: str = ".new-", sync: bool = False) -> None:
    """Write it in one step, for the user alone (mode 0600): a reader sees the old file or the new one, whole.

    Makes the folder where there is none. `prefix` begins the name of what a killed process leaves; `sync` waits until
    the disk has it. Raises OSError.
    """
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=prefix)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if sync:
                file.flush()
                os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
