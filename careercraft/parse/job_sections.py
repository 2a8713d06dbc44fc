"""Units -> passages: each knows the section it stands in, and how strongly that section asks.

Headings and fact lines ("Location: Berlin") are taken out on the way; facts are kept by their kind.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from careercraft.model.document import Document, Span, Text
from careercraft.model.job import Importance
from careercraft.parse.job_cue import Lazy
from careercraft.parse.job_degrees import asked_degrees
from careercraft.parse.job_headings import (
    KNOWN,
    Heading,
    exact_heading,
    fact_label,
    loose_heading,
    normalize,
    opening_heading,
)
from careercraft.parse.job_runs import split_units
from careercraft.parse.job_units import Unit, flatten, read_units, trim
from careercraft.parse.job_years import find_years


class Passage(NamedTuple):
    """A paragraph or list item in its section."""

    unit: Unit
    section: str | None
    """As `Heading.kind`; None before the first heading that tells."""
    importance: Importance | None
    listed: bool
    """One of a list, with bullets or without."""


class Fact(NamedTuple):
    """A labelled value: "Location: Berlin"."""

    kind: str
    start: int
    end: int
    page: int | None
    label: str


class Outline(NamedTuple):
    flat: str
    """`Document.text` with plain spaces, at the same offsets."""
    units: tuple[Unit, ...]
    passages: tuple[Passage, ...]
    facts: tuple[Fact, ...]
    headings: tuple[tuple[Unit, Heading | None], ...]

    def text(self, start: int, end: int, page: int | None) -> Text:
        """A piece of the posting with single spaces, and its place."""
        return Text(" ".join(self.flat[start:end].replace("**", "").split()), Span(start, end, page))


_COLON = re.compile(r"[^:]{2,45}?\s?(?:[:;]\**|\s[–-](?=\s))")
_DIGIT = Lazy(r"\d")
_SENTENCE = re.compile(r"[.!?](?:\s|$)")
_BULLETED = frozenset({"responsibilities", "requirements", "qualifications", "benefits"})
_TRAIT = re.compile(
    r"^(?:interpersonal|analytical|computer|management|leadership|communication|language|business"
    r"|organi[sz]ational|software|data|academic|behaviou?ral)\b",
    re.IGNORECASE,
)
_MARKDOWN = re.compile(r"^\s*(?:[*_]{1,3}.{2,80}[*_]{1,3}:?|#{1,6}\s.{2,80})\s*$")


class _Walk:
    """The state of one pass over the units."""

    def __init__(self, flat: str, units: list[Unit]) -> None:
        self.flat = flat
        self.units = units
        self.section: Heading | None = None
        self.pending: tuple[str, str] | None = None
        self.passages: list[Passage] = []
        self.facts: list[Fact] = []
        self.headings: list[tuple[Unit, Heading | None]] = []

    def run(self) -> None:
        for index, unit in enumerate(self.units):
            text = self.flat[unit.start : unit.end]
            if self._take_pending(unit, text) or self._take_fact(unit, text):
                continue
            if self._take_heading(index, unit, text):
                continue
            kind, importance = self.section or (None, None)
            self.passages.append(Passage(unit, kind, importance, unit.bullet or self._is_listed(index)))

    def _take_pending(self, unit: Unit, text: str) -> bool:
        """The line under a label that stands alone."""
        pending, self.pending = self.pending, None
        if pending is None or unit.heading or len(text) > 120 or exact_heading(text) or fact_label(text):
            return False
        start = _skip_marks(self.flat, unit.start, unit.end)
        self.facts.append(Fact(pending[0], start, unit.end, unit.page, pending[1]))
        return start < unit.end

    def _take_fact(self, unit: Unit, text: str) -> bool:
        if match := _COLON.match(text):
            name = match[0].rstrip(" :;–-*")
            kind = fact_label(name)
            if kind is None or (kind != "other" and exact_heading(name) and unit.heading):
                return False
            # "Compensation: $95K" is a fact; with words behind it, a heading of what is offered.
            if kind == "salary" and exact_heading(name) and not _DIGIT.search(text, match.end()):
                return False
            start, end = trim(self.flat, unit.start + match.end(), unit.end)
            start = _skip_marks(self.flat, start, end)
            if start < end:
                return self._add_fact(kind, start, end, unit, name)
            self.pending = (kind, name)
            return True
        return self._label_alone(unit, text)

    def _add_fact(self, kind: str, start: int, end: int, unit: Unit, name: str) -> bool:
        # A paragraph behind "Position:" or "Role:" is prose, not a value.
        if end - start > 120 and kind != "location":
            return False
        self.facts.append(Fact(kind, start, end, unit.page, name))
        return True

    def _label_alone(self, unit: Unit, text: str) -> bool:
        kind = fact_label(text) if len(text) < 40 and not unit.bullet else None
        if kind is None or (exact_heading(text) and kind in ("other", "company", "salary")):
            return False
        self.pending = (kind, text)
        if unit.heading:
            self.section = None
        return True

    def _take_heading(self, index: int, unit: Unit, text: str) -> bool:
        found, looks = self._heading(index, unit, text)
        if not found and not looks:
            return False
        asks = _asks_itself(text)
        if asks and (found is None or found.kind != "requirement"):
            # "3+ years in business applications using the following:": whatever its words say, it asks.
            asking = self.section is not None and self.section.kind == "requirement"
            found = self.section if asking else Heading("requirement", "must")
        self.headings.append((unit, found))
        if found or unit.heading:
            self.section = found
        if asks and found:
            self.passages.append(Passage(unit, *found, listed=False))
        return True

    def _heading(self, index: int, unit: Unit, text: str) -> tuple[Heading | None, bool]:
        """What a line opens, and whether it is a heading at all."""
        if len(text) > 100 or len(text.split()) > 12:
            return (loose_heading(text), True) if _is_lead_in(text) else (None, False)
        if unit.heading or (_MARKDOWN.match(text) and (len(text.split()) < 6 or text.startswith("#"))):
            return loose_heading(text), True
        if unit.bullet and not text.endswith(":"):
            return (exact_heading(text), False) if _is_bulleted_heading(text) else (None, False)
        if _TRAIT.match(text) and self._is_listed(index) and not text.endswith(":"):
            return None, False
        if found := exact_heading(text) or self._opening(text):
            return found, True
        return self._by_looks(index, unit, text)

    def _opening(self, text: str) -> Heading | None:
        return None if _SENTENCE.search(text.rstrip("!? ")) else opening_heading(text)

    def _by_looks(self, index: int, unit: Unit, text: str) -> tuple[Heading | None, bool]:
        if text.endswith((":", ";")) and not (text.endswith(";") and self._is_listed(index)):
            return (loose_heading(text), True) if len(text.split()) <= 12 else (None, False)
        loud = unit.strong or (text.isupper() and len(text) > 6)
        if loud and not _SENTENCE.search(text) and index + 1 < len(self.units):
            found = loose_heading(text)
            return found, found is not None
        return None, False

    def _is_listed(self, index: int) -> bool:
        """Whether a line without a bullet has neighbors that look like items of one list."""
        unit = self.units[index]
        if unit.end - unit.start > 200:
            return False
        after = self.units[index + 1] if index + 1 < len(self.units) else None
        near = [self.units[index - 1]] if index and not unit.gap else []
        near += [after] if after and not after.gap else []
        return any(not other.heading and other.end - other.start <= 200 for other in near)


def _skip_marks(flat: str, start: int, end: int) -> int:
    while start < end and flat[start] in "*_ :":
        start += 1
    return start


def _is_bulleted_heading(text: str) -> bool:
    """A heading that a list sign precedes. "Communication Skills" is an item."""
    words = normalize(text)
    return text[:1].isupper() and words in KNOWN and (" " in words or words in _BULLETED)


def _is_lead_in(text: str) -> bool:
    """A sentence that ends in a colon and announces a list: "Candidates should have the following:"."""
    return text.endswith(":") and len(text) < 240 and not _SENTENCE.search(text)


def _asks_itself(text: str) -> bool:
    """A lead-in that asks for years or a degree: "3+ years in business applications using the following:"."""
    return text.endswith(":") and len(text.split()) > 3 and bool(find_years(text) or asked_degrees(text))


def read_outline(document: Document) -> Outline:
    """Units, passages in their sections, labelled facts and headings of a posting."""
    flat = flatten(document.text)
    units = split_units(flat, read_units(document))
    walk = _Walk(flat, units)
    walk.run()
    return Outline(flat, tuple(units), tuple(walk.passages), tuple(walk.facts), tuple(walk.headings))
