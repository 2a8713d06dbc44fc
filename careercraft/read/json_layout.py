"""The fixed text layout of a JSON Resume: the headings and the order in which a person would write it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from msgspec import Struct


class Part(NamedTuple):
    """A value with its path (`work[0].position`), or a separator with an empty path."""

    text: str
    path: str = ""


class LayoutRow(Struct):
    parts: list[Part]
    gap: bool = False
    heading: int = 0
    bullet: bool = False


Item = dict[str, Any]
_ENTRY_SECTIONS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("work", "Work Experience", ("position", "name", "location")),
    ("volunteer", "Volunteering", ("position", "organization", "location")),
    ("education", "Education", ("studyType", "area", "institution")),
    ("projects", "Projects", ("name", "entity", "type")),
    ("certificates", "Certifications", ("name", "issuer")),
    ("awards", "Awards", ("title", "awarder")),
    ("publications", "Publications", ("name", "publisher")),
)
_LIST_SECTIONS = (("skills", "Skills"), ("languages", "Languages"), ("interests", "Interests"))
_PROSE = ("summary", "description")
_BULLETS = ("highlights", "courses")
_DATES = ("startDate", "endDate", "date", "releaseDate")
_EXTRAS = ("score", "url")
_KNOWN = frozenset(
    ["position", "name", "location", "organization", "studyType", "area", "institution", "entity", "type",
     "issuer", "title", "awarder", "publisher", *_PROSE, *_BULLETS, *_DATES, *_EXTRAS]
)  # fmt: skip


def resume_rows(payload: Item) -> Iterator[LayoutRow]:
    """Every string and number of the resume's own sections stands in exactly one row."""
    basics = payload.get("basics")
    if isinstance(basics, dict):
        yield from _basics(basics)
    for key, title, head in _ENTRY_SECTIONS[:3]:
        yield from _section(payload, key, title, lambda item, path, head=head: _entry(item, path, head))
    for key, title in _LIST_SECTIONS[:1]:
        yield from _section(payload, key, title, _group)
    for key, title, head in _ENTRY_SECTIONS[3:]:
        yield from _section(payload, key, title, lambda item, path, head=head: _entry(item, path, head))
    for key, title in _LIST_SECTIONS[1:]:
        yield from _section(payload, key, title, _group)
    yield from _section(payload, "references", "References", _group)


def _section(payload: Item, key: str, title: str, rows: Any) -> Iterator[LayoutRow]:
    items = payload.get(key)
    if not isinstance(items, list) or not items:
        return
    yield LayoutRow([Part(title)], gap=True, heading=2)
    for index, item in enumerate(items):
        path = f"{key}[{index}]"
        if isinstance(item, dict):
            yield from rows(item, path)
        elif _is_value(item):
            yield LayoutRow([Part("• "), Part(str(item), path)], bullet=True)


def _basics(basics: Item) -> Iterator[LayoutRow]:
    if _is_value(basics.get("name")):
        yield LayoutRow([Part(str(basics["name"]), "basics.name")], heading=1)
    yield from _row(basics, "basics", ("label",))
    contact = [*_parts(basics, "basics", ("email", "phone", "url")), *_location(basics)]
    if contact:
        yield LayoutRow(_joined(contact, " | "))
    for path, profile in _items(basics, "basics", "profiles"):
        parts = _parts(profile, path, ("network", "username", "url"))
        if parts:
            yield LayoutRow(_joined(parts, ": "))
    shown = {"name", "label", "email", "phone", "url", "location", "profiles", "image", "summary"}
    yield from _rest(basics, "basics", shown)
    if _is_value(basics.get("summary")):
        yield LayoutRow([Part("Summary")], gap=True, heading=2)
        yield LayoutRow([Part(str(basics["summary"]), "basics.summary")])


def _location(basics: Item) -> list[Part]:
    location = basics.get("location")
    if not isinstance(location, dict):
        return [Part(str(location), "basics.location")] if _is_value(location) else []
    return _parts(location, "basics.location", ("address", "postalCode", "city", "region", "countryCode"))


def _entry(item: Item, path: str, head: tuple[str, ...]) -> Iterator[LayoutRow]:
    """Head line, dates, prose, bullets, then whatever else the entry holds."""
    title = _parts(item, path, head)
    if title:
        yield LayoutRow(_joined(title, ", "), gap=True)
    dates = _dates(item, path)
    if dates:
        yield LayoutRow(dates)
    for key in _PROSE:
        yield from _row(item, path, (key,))
    for key in _BULLETS:
        yield from _bullets(item, path, key)
    for key in _EXTRAS:
        if _is_value(item.get(key)):
            yield LayoutRow(
                [Part(f"{'Grade' if key == 'score' else 'URL'}: "), Part(str(item[key]), f"{path}.{key}")]
            )
    for key in ("keywords", "roles"):
        parts = _values(item.get(key), f"{path}.{key}")
        if parts:
            yield LayoutRow([Part(f"{key.capitalize()}: "), *_joined(parts, ", ")])
    yield from _rest(item, path, _KNOWN | {"keywords", "roles"})


def _dates(item: Item, path: str) -> list[Part]:
    single = _parts(item, path, ("date", "releaseDate"))
    start, end = _parts(item, path, ("startDate",)), _parts(item, path, ("endDate",))
    if start:
        return [*start, Part(" – "), *(end or [Part("present")])]
    return _joined([*end, *single], ", ")


def _group(item: Item, path: str) -> Iterator[LayoutRow]:
    """`Name (level): keyword, keyword` of skills, languages, interests and references."""
    name = _parts(item, path, ("name", "language"))
    level = _parts(item, path, ("level", "fluency"))
    keywords = _values(item.get("keywords"), f"{path}.keywords")
    reference = _parts(item, path, ("reference",))
    parts = list(name)
    if level:
        parts += [Part(" ("), *level, Part(")")] if name else level
    following = _joined([*keywords, *reference], ", ")
    if following:
        parts += [Part(": "), *following] if parts else following
    if parts:
        yield LayoutRow(parts)
    yield from _rest(item, path, {"name", "language", "level", "fluency", "keywords", "reference"})


def _bullets(item: Item, path: str, key: str) -> Iterator[LayoutRow]:
    for part in _values(item.get(key), f"{path}.{key}"):
        yield LayoutRow([Part("• "), part], bullet=True)


def _row(item: Item, path: str, keys: tuple[str, ...]) -> Iterator[LayoutRow]:
    parts = _parts(item, path, keys)
    if parts:
        yield LayoutRow(_joined(parts, ", "))


def _rest(item: Item, path: str, shown: Iterable[str]) -> Iterator[LayoutRow]:
    """Values under keys that the schema doesn't know, so that nothing a person wrote is lost."""
    for key in (key for key in item if key not in set(shown)):
        parts = _values(item[key], f"{path}.{key}")
        if parts:
            yield LayoutRow([Part(f"{key}: "), *_joined(parts, ", ")])


def _items(item: Item, path: str, key: str) -> Iterator[tuple[str, Item]]:
    value = item.get(key)
    for index, child in enumerate(value if isinstance(value, list) else ()):
        if isinstance(child, dict):
            yield f"{path}.{key}[{index}]", child


def _parts(item: Item, path: str, keys: tuple[str, ...]) -> list[Part]:
    return [Part(str(item[key]), f"{path}.{key}") for key in keys if _is_value(item.get(key))]


def _values(value: Any, path: str) -> list[Part]:
    """A value, or the values of a list or object of values."""
    if _is_value(value):
        return [Part(str(value), path)]
    if isinstance(value, list):
        return [Part(str(child), f"{path}[{index}]") for index, child in enumerate(value) if _is_value(child)]
    if isinstance(value, dict):
        return [Part(str(child), f"{path}.{key}") for key, child in value.items() if _is_value(child)]
    return []


def _joined(parts: list[Part], separator: str) -> list[Part]:
    return [
        item for index, part in enumerate(parts) for item in ([Part(separator), part] if index else [part])
    ]


def _is_value(value: Any) -> bool:
    return (isinstance(value, str) and bool(value.strip())) or (
        isinstance(value, int | float) and not isinstance(value, bool)
    )
