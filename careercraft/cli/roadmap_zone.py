"""The time zone that a calendar's blocks stand in: as asked, else the setting, else the machine's."""

from __future__ import annotations

import os
import re
from pathlib import Path

from careercraft.errors import ConfigError, UsageError

_LOCALTIME = Path("/etc/localtime")
_TIMEZONE = Path("/etc/timezone")
_AT = re.compile(r"([01]?\d|2[0-3])(?::([0-5]\d))?")


def zone(asked: str | None, setting: str) -> str:
    """A name that the zone data know, `Europe/Berlin`; empty where the machine tells none: times without a zone.

    Raises UsageError for one asked that there is not, ConfigError where the setting names it.
    """
    hint = "write it as Europe/Berlin or America/New_York"
    if asked is not None:
        if not _known(asked):
            raise UsageError(f"there is no time zone {asked!r}", hint)
        return asked
    if setting:
        if not _known(setting):
            raise ConfigError(f"plan.time_zone: there is no time zone {setting!r}", hint)
        return setting
    return machine_zone(os.environ.get("TZ", ""))


def machine_zone(variable: str, localtime: Path = _LOCALTIME, timezone: Path = _TIMEZONE) -> str:
    """From TZ, else from where /etc/localtime points to, else from /etc/timezone; empty for none that is known."""
    if variable:
        named = _after_zoneinfo(variable.removeprefix(":"))
        return named if _known(named) else ""
    for found in (_link(localtime), _text(timezone)):
        if found and _known(found):
            return found
    return ""


def at(asked: str | None, setting: str) -> str:
    """`18:00`, `7:30`, `18` as HH:MM. Raises UsageError, and ConfigError where the setting is wrong."""
    text = setting if asked is None else asked
    match = _AT.fullmatch(text.strip())
    if match is not None:
        return f"{int(match[1]):02d}:{match[2] or '00'}"
    if asked is None:
        raise ConfigError(f"plan.at: {text!r} is no time of the day", "write it as 18:00")
    raise UsageError(f"--at {text!r} is no time of the day", "write it as 18:00")


def _known(name: str) -> bool:
    from zoneinfo import ZoneInfo

    try:
        return bool(ZoneInfo(name).key)
    except (ValueError, OSError, LookupError):  # a path, a folder, no such zone
        return False


def _link(path: Path) -> str:
    try:
        return _after_zoneinfo(str(path.resolve(strict=True)))
    except (OSError, RuntimeError):
        return ""


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _after_zoneinfo(path: str) -> str:
    return path.rpartition("zoneinfo/")[2].removeprefix("posix/").removeprefix("right/")
