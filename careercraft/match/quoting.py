"""Evidence: the words around a hit that let a person judge it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import UNSET

from careercraft.model.document import Document, Span
from careercraft.model.match import Evidence, Side
from careercraft.read.clean import BULLETS

_BULLETS = f"{BULLETS}*-–—"
_LONGEST = 140
"""Code points in a quote."""
MOST = 6
"""Pieces of evidence kept for one entry."""


class Quoter:
    """Makes evidence of one document."""

    def __init__(self, side: Side, document: Document) -> None:
        self._side = side
        self._document = document

    def exact(self, span: Span) -> Evidence:
        """The span itself."""
        return Evidence(
            document=self._side,
            quote=self._document.quote(span),
            start=span.start,
            end=span.end,
            page=UNSET if span.page is None else span.page,
        )

    def around(self, span: Span) -> Evidence:
        """The line that the span stands in, cut to whole words around it when it is long."""
        text = self._document.text
        start = text.rfind("\n", 0, span.start) + 1
        end = text.find("\n", span.end)
        end = len(text) if end < 0 else end
        if end - start > _LONGEST:
            start, end = _cut(text, start, end, span)
        start, end = _trim(text, start, end, span)
        return self.exact(Span(start, end, span.page))

    def all_around(self, spans: Iterable[Span]) -> tuple[Evidence, ...]:
        """Without doubles, at most MOST."""
        found = dict.fromkeys(self.around(span) for span in spans)
        return tuple(found)[:MOST]


def _cut(text: str, start: int, end: int, span: Span) -> tuple[int, int]:
    room = max(0, _LONGEST - (span.end - span.start)) // 2
    first, last = max(start, span.start - room), min(end, span.end + room)
    while first > start and first < span.start and not text[first - 1].isspace():
        first += 1
    while last < end and last > span.end and not text[last].isspace():
        last -= 1
    return first, last


def _trim(text: str, start: int, end: int, span: Span) -> tuple[int, int]:
    """Bullets and spaces go, unless they are part of the hit."""
    while start < min(end, span.start) and (text[start].isspace() or text[start] in _BULLETS):
        start += 1
    while end > max(start, span.end) and text[end - 1].isspace():
        end -= 1
    return start, end
