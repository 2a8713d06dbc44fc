"""A requirement statement cut into parts that ask for one thing each: named skills, list items, or its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from careercraft.match.groups import group_alternatives
from careercraft.match.other_asks import OtherAsks, is_person
from careercraft.match.unnamed import unnamed_places
from careercraft.match.wording import examples_start, list_items, shortest_words
from careercraft.model.document import Span
from careercraft.model.job import Statement
from careercraft.model.match import Mention
from careercraft.parse.job_cue import Lazy

_LISTED_SHARE = 0.5
"""Share of a labelled statement's words that must be skills for it to be a list under a heading."""
_LABEL_SHARE = 0.4
"""Share of a label that skills must cover to be what it asks for."""
_ANNOUNCES = Lazy(
    r"\b(?:tools?|technolog(?:y|ies)|languages?|software|frameworks?|platforms?|systems?|libraries|databases?|following)$",
    re.IGNORECASE,
)
"""Ends of a label that names a kind of things, of which a list follows."""


class Part(Struct, frozen=True):
    """A piece of a statement that asks for one thing."""

    start: int
    end: int
    mentions: tuple[Mention, ...]
    """Alternatives; empty when no name was found."""


class PartReader:
    """Reads the parts of the statements of one posting, whose whole text is `text`."""

    def __init__(self, text: str, others: OtherAsks) -> None:
        self._text = text
        self._others = others

    def read(self, statement: Statement, named: list[Mention]) -> Iterator[Part]:
        """`named` are the hits inside the statement."""
        span = statement.text.span
        hits = self._others.without(statement, named)
        if statement.label and not self._is_list(statement, hits):
            yield from self._label(statement, statement.label.span, hits)
            return
        # Of "Formats: Avro, Parquet" only what follows the label is the list.
        body = Span(statement.label.span.end, span.end) if statement.label else span
        items = list_items(self._text[body.start : body.end])
        if items and not self._others.cover(statement):
            yield from self._items(body, items, hits)
        elif hits:
            yield from self._groups(span, hits)
            if not self._others.cover(statement):
                places = unnamed_places(self._text, body.start, body.end, hits)
                yield from (self._cut(start, end) for start, end in places)
        elif not self._others.cover(statement):
            yield self._cut(span.start, span.end)

    def _label(self, statement: Statement, label: Span, hits: Sequence[Mention]) -> Iterator[Part]:
        named = tuple(hit for hit in hits if hit.span.start < label.end)
        if self._covers(named, label):
            yield from self._groups(label, named)
        elif not self._others.cover(statement):  # "Network Architect: at least 4 years"
            yield self._cut(label.start, label.end)

    def _groups(self, span: Span, hits: Sequence[Mention]) -> Iterator[Part]:
        for group in group_alternatives(self._text, span.start, hits):
            yield Part(group[0].span.start, group[-1].span.end, tuple(group))

    def _items(self, span: Span, items: list[tuple[int, int]], hits: Sequence[Mention]) -> Iterator[Part]:
        """A plain list: every item asks for something, named or not. Of examples one is enough."""
        yield from self._groups(span, hits)
        places = [(span.start + start, span.start + end) for start, end in items]
        unnamed = [
            (start, end)
            for start, end in places
            if not any(hit.span.start < end and hit.span.end > start for hit in hits)
            and not is_person(self._text[start:end])
        ]
        first_example = span.start + examples_start(self._text[span.start : span.end])
        parts = [self._cut(start, end) for start, end in unnamed]
        listed = [part for part in parts if part.start < first_example]
        shown = [part for part in parts if part.start >= first_example]
        yield from listed
        if shown and not hits and not listed:
            yield Part(shown[0].start, shown[-1].end, ())

    def _cut(self, start: int, end: int) -> Part:
        first, last = shortest_words(self._text[start:end])
        return Part(start + first, start + last, ())

    def _is_list(self, statement: Statement, hits: Sequence[Mention]) -> bool:
        """ "Databases: PostgreSQL, MySQL" asks for what it lists, "SQL: writes queries" for its label."""
        assert statement.label is not None
        label, end = statement.label.span, statement.text.span.end
        rest = self._text[label.end : end]
        after = [hit for hit in hits if hit.span.start >= label.end]
        if after and (
            _ANNOUNCES.search(self._text[label.start : label.end]) or list_items(rest.lstrip(" :"))
        ):
            return True
        letters = sum(char.isalnum() for char in rest)
        named = sum(hit.span.end - hit.span.start for hit in after)
        return len(after) > 1 and named >= _LISTED_SHARE * letters

    @staticmethod
    def _covers(hits: Sequence[Mention], label: Span) -> bool:
        return sum(hit.span.end - hit.span.start for hit in hits) >= _LABEL_SHARE * (label.end - label.start)
