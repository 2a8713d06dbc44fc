"""What a person put in place of what was read in a resume file, and what they say beside it."""

from __future__ import annotations

from msgspec import Struct


class Addition(Struct, frozen=True, kw_only=True):
    """A statement of the person's own, in their words."""

    text: str
    note: str
    """Empty where none was given."""
    created: str
    """UTC, ISO 8601. Nothing that is computed may depend on it."""


class Correction(Struct, frozen=True, kw_only=True):
    hash: str
    """Of the file that it belongs to, as `Document.hash`: sha256 in hex."""
    name: str
    """The file's name at that time."""
    created: str
    """UTC, ISO 8601. Nothing that is computed may depend on it."""
    resume: str
    """The JSON Resume, character for character as the person left it; empty where the file stands as it is."""
    additions: tuple[Addition, ...] = ()
    """In the order in which they were made."""
