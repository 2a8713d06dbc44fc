"""Is a JSON Resume that a person has written fit to stand for a resume? The first mistake, with its line and column."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from careercraft.errors import InputError
from careercraft.model.document import Document
from careercraft.model.resume import DateRange, Resume
from careercraft.parse.json_places import Place, place_of, value_offsets
from careercraft.parse.json_resume import from_json_resume

SECTIONS = (
    "basics", "work", "volunteer", "education", "awards", "certificates", "publications", "skills", "languages",
    "interests", "references", "projects",
)  # fmt: skip
_BESIDE = frozenset({"meta", "$schema"})
_TEXTS = frozenset(
    ["name", "label", "image", "email", "phone", "url", "summary", "position", "organization", "institution", "area",
     "studyType", "score", "entity", "type", "issuer", "title", "awarder", "publisher", "description", "startDate",
     "endDate", "date", "releaseDate", "level", "fluency", "language", "reference", "address",
     "postalCode", "city", "region", "countryCode", "username", "network"]
)  # fmt: skip
_LISTS = frozenset({"highlights", "courses", "keywords", "roles", "profiles", "other"})
_DATES = ("startDate", "endDate", "date", "releaseDate")
_NO_DATE = "is no date: write it as 2019-03-01, 2019-03 or 2019, and leave endDate out for the present"
_HINT = "see jsonresume.org/schema for the fields"


class Mistake(NamedTuple):
    path: str
    reason: str
    unknown: bool = False
    """Under a name that the schema doesn't know."""


def check_syntax(text: str, name: str, *, kept_whole: bool = False) -> tuple[str, ...]:
    """The names at the top level that are no sections, whose words nothing reads.

    Raises InputError for broken JSON and for values of the wrong kind, with line and column. What is `kept_whole`
    may hold anything under names that the schema doesn't know, and little or nothing else.
    """
    try:
        payload = json.loads(text)
    except json.JSONDecodeError as error:
        raise _refused(name, f"not valid JSON: {error.msg}", Place(error.lineno, error.colno)) from None
    except RecursionError:
        raise InputError(f"{name}: nested too deeply to be a JSON Resume", _HINT) from None
    except ValueError as error:  # a number of thousands of digits
        raise InputError(f"{name}: not valid JSON: {error}", _HINT) from None
    mistakes = _mistakes(payload, text, kept_whole)
    raise_first((one for one in mistakes if not (kept_whole and one.unknown)), text, name)
    return tuple(key for key in payload if key not in SECTIONS and key not in _BESIDE)


def check_resume(document: Document, text: str) -> None:
    """Raises InputError for what makes it no resume, or for the first date that can't be understood.

    `document` is what `text` was read as.
    """
    payload, resume = document.payload or {}, from_json_resume(document)
    raise_first(_dates(payload, resume), text, document.name)
    for problem in resume.problems:
        if problem.severity == "error":
            raise InputError(f"{document.name}: {problem.message}", "give the whole resume")


def raise_first(mistakes: Iterator[Mistake], text: str, name: str) -> None:
    """Raises InputError with line and column, where there is a mistake in this JSON text."""
    first = next(mistakes, None)
    if first is None:
        return
    # Of a name that stands twice the last one counts, for Python's reader as for the mistake.
    offset = dict(value_offsets(text)).get(first.path, 0)
    raise _refused(name, f"{first.path} {first.reason}".strip(), place_of(text, offset))


def _refused(name: str, reason: str, place: Place) -> InputError:
    return InputError(f"{name}: {reason} (line {place.line}, column {place.column})", _HINT)


def _mistakes(payload: Any, text: str, kept_whole: bool) -> Iterator[Mistake]:
    if not isinstance(payload, dict):
        yield Mistake("", 'a JSON Resume is an object: { "basics": ... }')
        return
    yield from _doubled(text)
    if not any(key in payload if kept_whole else payload.get(key) for key in SECTIONS):
        yield Mistake("", f"it has no {', '.join(SECTIONS[:4])} or other section of a JSON Resume")
    for key in SECTIONS:
        value = payload.get(key)
        if key == "basics":
            yield from _basics(value)
        elif isinstance(value, list):
            for index, entry in enumerate(value):
                yield from _entry(entry, f"{key}[{index}]")
        elif value is not None:
            yield Mistake(key, f"must be a list of entries, not {_kind(value)}")


def _doubled(text: str) -> Iterator[Mistake]:
    """JSON readers silently keep the last of two equal names."""
    seen: set[str] = set()
    for path, _ in value_offsets(text):
        if path in seen:
            yield Mistake(path, "stands twice: only the second one would be read")
        seen.add(path)


def _basics(value: Any) -> Iterator[Mistake]:
    if not isinstance(value, dict | None):
        yield Mistake("basics", f"must be an object, not {_kind(value)}")
    elif value:
        location = value.get("location")
        if isinstance(location, dict):
            yield from _entry(location, "basics.location")
        yield from _entry({key: part for key, part in value.items() if key != "location"}, "basics")


def _entry(entry: Any, path: str) -> Iterator[Mistake]:
    if not isinstance(entry, dict):
        if not _is_text(entry):
            yield Mistake(path, f"must be an object, not {_kind(entry)}")
        return
    for key, value in entry.items():
        if key == "profiles" and isinstance(value, list):
            for index, profile in enumerate(value):
                yield from _entry(profile, f"{path}.{key}[{index}]")
        elif key in _TEXTS:
            if not _is_text(value):
                yield Mistake(f"{path}.{key}", f"must be a text, not {_kind(value)}")
        else:
            yield from _listed(value, f"{path}.{key}", key)


def _listed(value: Any, path: str, key: str) -> Iterator[Mistake]:
    """A list of texts; of a field that the schema doesn't know also an object of texts, which is read as they are."""
    if isinstance(value, dict) and key in _LISTS:
        yield Mistake(path, "must be a list of texts, not an object")
        return
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, part in parts:
        if not _is_text(part):
            where = f"{path}.{name}" if isinstance(value, dict) else f"{path}[{name}]"
            yield Mistake(where, f"must be a text, not {_kind(part)}", key not in _LISTS)


def _is_text(value: Any) -> bool:
    """Numbers are read as they are written: a grade, a year."""
    return value is None or isinstance(value, str | int | float)


def _kind(value: Any) -> str:
    return "a list" if isinstance(value, list) else "an object" if isinstance(value, dict) else "a text"


def _dates(payload: dict[str, Any], resume: Resume) -> Iterator[Mistake]:
    """A date that is given and not understood would silently cost years."""
    sections: tuple[tuple[str, list[DateRange | None]], ...] = (
        ("work", [entry.dates for entry in resume.work]),
        ("volunteer", [entry.dates for entry in resume.volunteer]),
        ("education", [entry.dates for entry in resume.education]),
        ("projects", [entry.dates for entry in resume.projects]),
    )
    for key, periods in sections:
        for index, (entry, dates) in enumerate(zip(payload.get(key) or (), periods, strict=True)):
            given = [
                name for name in _DATES if isinstance(entry, dict) and str(entry.get(name) or "").strip()
            ]
            for name in given:
                start = name == "startDate"
                if dates is None or (dates.start is None if start else not (dates.end or dates.current)):
                    yield Mistake(f"{key}[{index}].{name}", f"{_NO_DATE}")
