"""What a person keeps of themselves: a JSON Resume of their own, version by version, and how it is told in short."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

DEFAULT = "default"
"""The name of the profile that is meant where none is named."""
ProfileSection = Literal["experience", "education", "projects", "certifications", "skills"]
PROFILE_SECTIONS: tuple[ProfileSection, ...] = (
    "experience", "education", "projects", "certifications", "skills",
)  # fmt: skip


class Profile(Struct, frozen=True, kw_only=True):
    """One version of a profile."""

    name: str
    version: int
    """The store's number of this version; never given twice, so that nobody writes over what they haven't seen."""
    revision: int
    """Counts the changes of this profile from 1; taking one back counts down."""
    created: str
    """UTC, ISO 8601: when this version was made. Nothing that is computed may depend on it."""
    change: str
    """What was done, in a few words."""
    text: str
    """The JSON Resume, character for character as it came, or as written after a change."""


class ProfileLine(Struct, frozen=True, kw_only=True):
    """One entry of a section, as lists show it."""

    number: int
    """From 1: what `edit` and `remove` take."""
    title: str
    detail: str
    """What stands beside it: dates, a level, where it was shown. May be empty."""
    lines: tuple[str, ...] = ()
    """Its bullets."""


class ProfileSummary(Struct, frozen=True, kw_only=True):
    """A profile in the order in which it is shown."""

    name: str
    """Of the profile."""
    person: str
    """Empty where it says none."""
    head: tuple[tuple[str, str], ...]
    """(what, value): headline, contact, languages ...; only what is there."""
    sections: tuple[tuple[ProfileSection, tuple[ProfileLine, ...]], ...]
    """All five, also those without an entry."""
    wishes: tuple[tuple[str, str], ...]
    revision: int
