"""The entries of a profile: positions, education, projects and certificates, added, changed and removed.

What a flag says stands in the field that JSON Resume has for it; everything else of an entry stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from careercraft.errors import UsageError
from careercraft.model.profile import ProfileSection
from careercraft.parse.profile_dates import PRESENT, earlier, read_date, typed_date
from careercraft.parse.profile_text import Item

Values = Mapping[str, str | Sequence[str] | None]
"""By the flag's name; None where it was not given, empty to take the field out."""


class Kind(NamedTuple):
    """A section: where it stands, what one entry is called, the fields of its flags, and of which one must be given."""

    key: str
    noun: str
    fields: Mapping[str, str]
    needs: tuple[str, ...]
    name: str
    """The field that a plain text in place of an entry stands for."""


KINDS: Mapping[ProfileSection, Kind] = {
    "experience": Kind(
        "work",
        "position",
        {"title": "position", "employer": "name", "location": "location", "start": "startDate", "end": "endDate",
         "summary": "summary", "url": "url", "bullet": "highlights"},
        ("title", "employer"),
        "position",
    ),
    "education": Kind(
        "education",
        "education entry",
        {"institution": "institution", "degree": "studyType", "field": "area", "start": "startDate", "end": "endDate",
         "grade": "score", "url": "url", "course": "courses"},
        ("institution", "degree", "field"),
        "institution",
    ),
    "projects": Kind(
        "projects",
        "project",
        {"name": "name", "description": "description", "start": "startDate", "end": "endDate", "url": "url",
         "skill": "keywords", "bullet": "highlights"},
        ("name",),
        "name",
    ),
    "certifications": Kind(
        "certificates",
        "certificate",
        {"name": "name", "issuer": "issuer", "date": "date", "expires": "endDate", "url": "url"},
        ("name",),
        "name",
    ),
}  # fmt: skip
_DATES = frozenset({"start", "end", "date", "expires"})


def entries(payload: Item, key: str) -> list[Any]:
    found = payload.get(key)
    return found if isinstance(found, list) else []


def added(payload: Item, section: ProfileSection, values: Values) -> Item:
    """With a new last entry. Raises UsageError."""
    kind = KINDS[section]
    return {**payload, kind.key: [*entries(payload, kind.key), _filled({}, kind, values)]}


def edited(payload: Item, section: ProfileSection, number: int, values: Values) -> Item:
    """With these fields of the entry in place of what they were. Raises UsageError."""
    kind = KINDS[section]
    if all(value is None for value in values.values()):
        raise UsageError("nothing is said that should change", f"as in --{next(iter(kind.fields))} TEXT")
    found = list(entries(payload, kind.key))
    index = position(number, len(found), kind.noun)
    old = found[index] if isinstance(found[index], dict) else {kind.name: found[index]}
    found[index] = _filled(old, kind, values)
    return {**payload, kind.key: found}


def removed(payload: Item, section: ProfileSection, number: int) -> Item:
    """Without this entry. Raises UsageError."""
    kind = KINDS[section]
    found = list(entries(payload, kind.key))
    del found[position(number, len(found), kind.noun)]
    return {**payload, kind.key: found}


def position(number: int, count: int, noun: str) -> int:
    """Of an entry in its list. Raises UsageError for a number that none has."""
    if 1 <= number <= count:
        return number - 1
    there = "has none" if not count else "has one, number 1" if count == 1 else f"has 1 to {count}"
    raise UsageError(
        f"there is no {noun} {number}: the profile {there}", "`list` shows them with their numbers"
    )


def _filled(old: Item, kind: Kind, values: Values) -> Item:
    entry = dict(old)
    for flag, field in kind.fields.items():
        value = values.get(flag)
        if value is None:
            continue
        new = _value(flag, value)
        if new:
            entry[field] = new
        else:
            entry.pop(field, None)
    more = [words for words in map(_line, values.get("add_bullet") or ()) if words]
    if more:
        before = entry.get("highlights")
        entry["highlights"] = [*(before if isinstance(before, list) else []), *more]
    if kind.key == "certificates":
        _dated(entry, forgotten=values.get("date") == "")
    if not any(str(entry.get(kind.fields[flag]) or "").strip() for flag in kind.needs):
        raise UsageError(
            f"the {kind.noun} has no name to know it by",
            f"give {' or '.join(f'--{flag}' for flag in kind.needs)}",
        )
    _check_order(entry)
    return entry


def _value(flag: str, value: str | Sequence[str]) -> str | list[str]:
    if not isinstance(value, str):
        return [words for words in map(_line, value) if words]
    words = _line(value)
    if flag not in _DATES or not words:
        return words
    if flag == "end" and words.lower() in PRESENT:
        return ""
    return typed_date(f"--{flag}", words)


def _line(text: str) -> str:
    return " ".join(text.split())


def _dated(entry: Item, forgotten: bool) -> None:
    """A certificate that is valid for a time has both ends, as `parse.json_resume` reads them; `date` is the
    standard's."""
    if forgotten:
        entry.pop("startDate", None)
    if "endDate" in entry and entry.get("date"):
        entry["startDate"] = entry["date"]
    elif "endDate" not in entry:
        entry.pop("startDate", None)


def _check_order(entry: Item) -> None:
    start, end = (read_date(str(entry.get(name) or "")) for name in ("startDate", "endDate"))
    if start and end and earlier(end, start):
        raise UsageError(
            f"it ends ({entry['endDate']}) before it starts ({entry['startDate']})", "check both dates"
        )


def periods(entry: Item) -> Iterator[str]:
    """(start, end) in words, each as it stands; "present" for one that goes on."""
    start, end = (str(entry.get(name) or "").strip() for name in ("startDate", "endDate"))
    single = str(entry.get("date") or "").strip()
    if start:
        yield f"{start} to {end or 'present'}"
    elif end or single:
        yield end or single
