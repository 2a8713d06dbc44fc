"""The errors that careercraft raises on purpose. Anything else that escapes is a bug.

Each carries one line that says what is wrong and a hint with the next step. The class fixes the
error's `code`, the word that stands in a batch line; `cli.console` maps it to the process exit code.
"""

from __future__ import annotations


class CareerCraftError(Exception):
    """Base of all expected failures."""

    code = "error"

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[type[CareerCraftError], tuple[str, str]]:
        # Exceptions with extra arguments don't survive the trip between batch processes by default.
        return (type(self), (self.message, self.hint))


class UsageError(CareerCraftError):
    """The call itself is wrong: unknown role, conflicting options (exit 2)."""

    code = "usage"


class InputError(CareerCraftError):
    """A resume or posting can't be read (exit 3)."""

    code = "input"


class ProviderError(CareerCraftError):
    """The model provider failed (exit 4)."""

    code = "provider"


class StorageError(CareerCraftError):
    """The database or the disk failed (exit 5)."""

    code = "storage"


class ConfigError(CareerCraftError):
    """The configuration, taxonomy, roles or encoder can't be used (exit 6)."""

    code = "config"
