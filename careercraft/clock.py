"""The day and the time of a run. The engine gets them as arguments; only the command line and the library look here."""

from __future__ import annotations

from datetime import UTC, date, datetime

from careercraft.errors import ConfigError


def now() -> str:
    """UTC, ISO 8601, to the second: for what is kept, never for what is computed."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def today(setting: str = "") -> date:
    """The day of the setting `today`; where it is empty, the machine's. Raises ConfigError for what is no day."""
    if not setting:
        return datetime.now().astimezone().date()
    try:
        return date.fromisoformat(setting)
    except ValueError:
        raise ConfigError(f"{setting!r} is no day", "write it as 2026-12-01") from None
