"""A profile in short: its sections line by line, with the numbers that commands take."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from careercraft.model.profile import (
    PROFILE_SECTIONS,
    Profile,
    ProfileLine,
    ProfileSection,
    ProfileSummary,
)
from careercraft.parse.profile_entries import KINDS, entries, periods
from careercraft.parse.profile_skills import listed_skills, place_name, shown_of
from careercraft.parse.profile_text import Item

_BASICS = ("label", "email", "phone", "url")
_LISTED = (("languages", "language", "fluency"), ("awards", "title", "awarder"), ("publications", "name", "publisher"),
           ("volunteer", "position", "organization"), ("interests", "name", ""))  # fmt: skip


def profile_summary(profile: Profile, payload: Item, wishes: tuple[tuple[str, str], ...]) -> ProfileSummary:
    basics = _dict(payload.get("basics"))
    return ProfileSummary(
        name=profile.name,
        person=_words(basics.get("name")),
        head=tuple(_head(payload, basics)),
        sections=tuple((section, section_lines(payload, section)) for section in PROFILE_SECTIONS),
        wishes=wishes,
        revision=profile.revision,
    )


def section_lines(payload: Item, section: ProfileSection) -> tuple[ProfileLine, ...]:
    if section == "skills":
        return tuple(_skills(payload))
    kind = KINDS[section]
    found = enumerate(entries(payload, kind.key), start=1)
    return tuple(
        _line(number, section, entry if isinstance(entry, dict) else {kind.name: entry})
        for number, entry in found
    )


def _head(payload: Item, basics: Item) -> Iterator[tuple[str, str]]:
    for key in _BASICS:
        if words := _words(basics.get(key)):
            yield {"label": "headline"}.get(key, key), words
    if place := _place(basics.get("location")):
        yield "place", place
    if summary := _words(basics.get("summary")):
        yield "summary", summary
    for key, name, beside in _LISTED:
        texts = [_named(entry, name, beside) for entry in entries(payload, key)]
        if any(texts):
            yield key, "; ".join(filter(None, texts))
    if other := [_words(one) for one in entries(basics, "other")]:
        yield "unsorted", "; ".join(filter(None, other))


def _named(entry: Any, name: str, beside: str) -> str:
    if not isinstance(entry, dict):
        return _words(entry)
    first, second = _words(entry.get(name)), _words(entry.get(beside))
    return f"{first} ({second})" if first and second else first or second


def _skills(payload: Item) -> Iterator[ProfileLine]:
    for number, one in enumerate(listed_skills(payload), start=1):
        years = f"{one.years} {'year' if one.years == '1' else 'years'}" if one.years else ""
        where = shown_of(payload, one.name)
        shown = f"shown as {', '.join(where)}" if where else ""
        yield ProfileLine(
            number=number, title=one.name, detail="; ".join(filter(None, (one.level, years, shown)))
        )


def _line(number: int, section: ProfileSection, entry: Item) -> ProfileLine:
    titles = {
        "experience": place_name(entry),
        "education": ", ".join(
            filter(None, (_words(entry.get(key)) for key in ("studyType", "area", "institution")))
        ),
        "projects": _words(entry.get("name")),
        "certifications": ", ".join(filter(None, (_words(entry.get(key)) for key in ("name", "issuer")))),
    }
    details = [
        *periods(entry),
        *(_words(entry.get(key)) for key in ("location", "score", "description", "summary")),
    ]
    used = [_words(word) for word in entries(entry, "keywords")]
    details += [f"with {', '.join(used)}"] if used else []
    return ProfileLine(
        number=number,
        title=titles[section] or "(without a name)",
        detail="; ".join(filter(None, details)),
        lines=tuple(filter(None, (_words(one) for one in entries(entry, "highlights")))),
    )


def _place(value: Any) -> str:
    if not isinstance(value, dict):
        return _words(value)
    return ", ".join(
        filter(None, (_words(value.get(key)) for key in ("address", "city", "region", "countryCode")))
    )


def _dict(value: Any) -> Item:
    return value if isinstance(value, dict) else {}


def _words(value: Any) -> str:
    return " ".join(str(value).split()) if isinstance(value, str | int | float) and value is not True else ""
