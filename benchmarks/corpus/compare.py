"""A parse held against the truth, value by value. Both have the shape that `benchmarks.corpus.truth` tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from rapidfuzz.fuzz import ratio

from benchmarks.corpus.assignment import assign
from benchmarks.corpus.outcome import Outcome, plain
from benchmarks.corpus.truth import Facts, bare

Same = Callable[[str, str], bool]
_YEARS_TOLERANCE = 0.2
_LEAST_ENTRY, _LEAST_TEXT = 0.3, 0.55
_JOINING = frozenset(
    ("in", "of", "and", "the", "für", "der", "und", "de", "du", "des", "en", "et", "la", "le", "y", "e", "di")
)
"""Words that only join a degree and its field of study."""
_EMPLOYMENT = re.compile(r"\s*\((?:part-time|teilzeit|volunteer)\)$", re.IGNORECASE)
_ENTRIES: dict[str, tuple[str, ...]] = {
    "work": ("title", "employer", "dates", "location"),
    "education": ("institution", "degree", "area", "dates"),
    "volunteer": ("title", "employer", "dates"),
    "projects": ("name", "dates"),
    "certifications": ("name", "issuer", "dates"),
    "languages": ("name", "fluency"),
}


def compare(truth: Facts, facts: Facts, fields: frozenset[str] | None = None) -> list[Outcome]:
    """All outcomes of a document; `fields` are the keys of the truth to look at, where it doesn't know all."""
    return list(_all(truth, facts, fields or frozenset(truth)))


def _all(truth: Facts, facts: Facts, fields: frozenset[str]) -> Iterator[Outcome]:
    for field, same in _SINGLE.items():
        if field in fields:
            yield from _single(field, truth[field], facts[field], same)
    if "location" in fields:
        yield from _single("location", truth["location"], facts["location"], _place(truth))
    for section in _ENTRIES:
        if section in fields:
            yield from _entries(section, truth[section], facts[section])
    for field, alike in _LISTS.items():
        if field in fields:
            yield from _list(field, truth[field], facts[field], alike)
    if "links" in fields:
        yield from _links(truth, facts["links"])
    for field in ("references", "total_years"):
        if field in fields:
            yield from _number(field, truth[field], facts[field])


def _single(field: str, wanted: str | None, got: str | None, same: Same) -> Iterator[Outcome]:
    if wanted or got:
        yield Outcome(field, wanted, got, bool(wanted and got and same(wanted, got)))


def _entries(section: str, wanted: Sequence[Facts], found: Sequence[Facts]) -> Iterator[Outcome]:
    names = _ENTRIES[section]
    pairs = assign(wanted, found, lambda one, other: _entry_likeness(one, other, names), _LEAST_ENTRY)
    rows: list[tuple[Facts, Facts]] = [(wanted[row], found[column]) for row, column in pairs]
    rows += [(entry, {}) for row, entry in enumerate(wanted) if row not in {pair[0] for pair in pairs}]
    rows += [({}, entry) for column, entry in enumerate(found) if column not in {pair[1] for pair in pairs}]
    for one, other in rows:
        for name in names:
            yield from _single(f"{section}.{name}", one.get(name), other.get(name), _SAME.get(name, _equal))


def _entry_likeness(one: Facts, other: Facts, names: tuple[str, ...]) -> float:
    """Mean likeness of the fields that either has, the first two counted double."""
    weights = [
        (2 if place < 2 else 1, _likeness(one.get(name), other.get(name)))
        for place, name in enumerate(names)
        if one.get(name) or other.get(name)
    ]
    total = sum(weight for weight, _ in weights)
    return sum(weight * alike for weight, alike in weights) / total if total else 0.0


def _likeness(one: str | None, other: str | None) -> float:
    return ratio(plain(one), plain(other)) / 100 if one and other else 0.0


def _list(
    field: str, wanted: Sequence[str], found: Sequence[str], alike: Callable[[str, str], float]
) -> Iterator[Outcome]:
    """Values that are alike but not the same are told as one outcome, wanted and got together."""
    pairs = assign(wanted, found, alike, _LEAST_TEXT)
    for row, column in pairs:
        yield Outcome(field, wanted[row], found[column], alike(wanted[row], found[column]) == 1)
    for row, text in enumerate(wanted):
        if row not in {pair[0] for pair in pairs}:
            yield Outcome(field, text, None, False)
    for column, text in enumerate(found):
        if column not in {pair[1] for pair in pairs}:
            yield Outcome(field, None, text, False)


def _links(truth: Facts, found: Sequence[str]) -> Iterator[Outcome]:
    """A user name counts as its address; addresses of employers and projects may be listed but need not."""
    wanted = [bare(link) for link in truth["links"]]
    also = {bare(link).casefold() for link in truth["links_also"]} - {link.casefold() for link in wanted}
    rest = [link for link in map(bare, found) if link.casefold().lstrip("@") not in also]
    yield from _list("links", wanted, rest, _text_likeness)


def _number(field: str, wanted: float | None, got: float | None) -> Iterator[Outcome]:
    if wanted or got:
        tolerance = _YEARS_TOLERANCE + 1e-9 if field == "total_years" else 0
        right = wanted is not None and got is not None and abs(wanted - got) <= tolerance
        yield Outcome(
            field, None if wanted is None else str(wanted), None if got is None else str(got), right
        )


def _equal(wanted: str, got: str) -> bool:
    return plain(wanted) == plain(got)


def _same_phone(wanted: str, got: str) -> bool:
    return re.sub(r"\D", "", wanted.replace("(0)", "")) == re.sub(r"\D", "", got.replace("(0)", ""))


def _same_title(wanted: str, got: str) -> bool:
    """With or without the kind of employment behind it, which the model keeps in a field of its own."""
    return _equal(wanted, got) or _equal(_EMPLOYMENT.sub("", wanted), got)


def _same_degree(wanted: str, got: str) -> bool:
    """The same words, in whatever order and however kind and field of study are joined."""
    return _content(wanted) == _content(got)


def _content(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", plain(text))) - _JOINING


def _same_place(wanted: str, got: str) -> bool:
    return re.findall(r"\w+", plain(wanted)) == re.findall(r"\w+", plain(got))


def _place(truth: Facts) -> Same:
    """The town is in it, and nothing that doesn't stand in the address."""
    address = frozenset(re.findall(r"\w+", plain(truth.get("location_words") or truth["location"] or "")))

    def same(wanted: str, got: str) -> bool:
        words = frozenset(re.findall(r"\w+", plain(got)))
        return frozenset(re.findall(r"\w+", plain(wanted))) <= words <= address

    return same


def _text_likeness(wanted: str, got: str) -> float:
    """1 for the same text, less than 1 for any other."""
    return 1.0 if _equal(wanted, got) else min(0.99, _likeness(wanted, got))


def _within(wanted: str, got: str) -> float:
    """1 where the title stands in a text that holds more: the publisher, the year."""
    return 1.0 if plain(wanted) in plain(got) else min(0.99, _likeness(wanted, got))


_SAME: dict[str, Same] = {"title": _same_title, "degree": _same_degree, "location": _same_place}
_SINGLE: dict[str, Same] = {"name": _equal, "email": _equal, "phone": _same_phone, "headline": _equal}
_LISTS: dict[str, Callable[[Any, Any], float]] = {
    "skills": _text_likeness,
    "awards": _within,
    "publications": _within,
}
