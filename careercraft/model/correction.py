"""What a person put in place of what was read in a resume file."""

from __future__ import annotations

from msgspec import Struct


class Correction(Struct, frozen=True, kw_only=True):
    hash: str
    """Of the file that it corrects, as `Document.hash`: sha256 in hex."""
    name: str
    """The file's name at that time."""
    created: str
    """UTC, ISO 8601. Nothing that is computed may depend on it."""
    resume: str
    """The JSON Resume, character for character as the person left it."""
