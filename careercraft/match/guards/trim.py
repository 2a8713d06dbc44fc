"""A document without some of its passages, as if they had never been written; and with its hidden words put back."""

from __future__ import annotations

import copy
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec import structs

from careercraft.match.guards.suspects import merged
from careercraft.model.document import Document, Line, Link, Span
from careercraft.read.assemble import Source
from careercraft.read.json_resume import payload_document
from careercraft.read.language import detect_language
from careercraft.read.limits import Limits

Place = tuple[int, int]
_SEPARATORS = " \t,;|·•/–—-"
_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_GONE = object()


def trimmed(document: Document, places: Iterable[Place]) -> Document:
    """Without these ranges of its text. Lines that hold nothing else go; all spans are those of what is left."""
    cuts = merged(places)
    if not cuts:
        return document
    if document.format in ("json_resume", "linkedin") and document.payload is not None:
        return _of_payload(document, cuts)
    text, lines, moved = _without(document, cuts)
    return structs.replace(
        document,
        text=text,
        lines=tuple(lines),
        language=detect_language(text),
        links=tuple(_links(document.links, moved)),
    )


class _Moved:
    """Where the kept pieces of the old text stand in the new one."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._pieces: list[tuple[int, int, int]] = []

    def add(self, start: int, end: int, at: int) -> None:
        self._starts.append(start)
        self._pieces.append((start, end, at))

    def of(self, span: Span) -> Span | None:
        index = bisect_right(self._starts, span.start) - 1
        if index < 0:
            return None
        start, end, at = self._pieces[index]
        return Span(span.start - start + at, span.end - start + at, span.page) if span.end <= end else None


def _without(document: Document, cuts: Sequence[Place]) -> tuple[str, list[Line], _Moved]:
    parts: list[str] = []
    lines: list[Line] = []
    moved = _Moved()
    length, before = 0, 0
    for line in document.lines:
        kept = list(_kept(document.text, line, cuts))
        if not _says(document.text, line, kept):
            continue
        if lines:
            between = "\n\n" if "\n\n" in document.text[before : line.span.start] else "\n"
            parts.append(between)
            length += len(between)
        first = length
        for number, (start, end) in enumerate(kept):
            glue = ", " if number else ""
            moved.add(start, end, length + len(glue))
            parts += (glue, document.text[start:end])
            length += len(glue) + end - start
        lines.append(structs.replace(line, span=Span(first, length, line.span.page)))
        before = line.span.end
    return "".join(parts), lines, moved


def _says(text: str, line: Line, kept: Sequence[Place]) -> bool:
    """Whether something is left of a line; of one that was cut, more than its number or its signs."""
    whole = kept == [(line.span.start, line.span.end)]
    return whole or any(char.isalpha() for start, end in kept for char in text[start:end])


def _kept(text: str, line: Line, cuts: Sequence[Place]) -> Iterator[Place]:
    """The rest of a line, without separators that stand beside a cut."""
    at, end = line.span.start, line.span.end
    for start, stop in [*(cut for cut in cuts if cut[0] < end and at < cut[1]), (end, end)]:
        first = at + (
            len(text[at:start]) - len(text[at:start].lstrip(_SEPARATORS)) if at > line.span.start else 0
        )
        last = start if start == end else at + len(text[at:start].rstrip(_SEPARATORS + ":"))
        if first < last:
            yield first, last
        at = max(at, stop)
        if at >= end:
            return


def _links(links: Sequence[Link], moved: _Moved) -> Iterator[Link]:
    for link in links:
        span = moved.of(link.span)
        if span is not None:
            yield structs.replace(link, span=span)


def _of_payload(document: Document, cuts: Sequence[Place]) -> Document:
    """A JSON Resume is written anew, so that its paths and its text agree."""
    payload: dict[str, Any] = copy.deepcopy(document.payload or {})
    for path, span in document.fields.items():
        inside = [cut for cut in cuts if cut[0] < span.end and span.start < cut[1]]
        if inside:
            _put(payload, path, _value(document.text, span, inside))
    source = Source(name=document.name, hash=document.hash, limits=Limits(max_chars=len(document.text) + 1))
    fresh = payload_document(_pruned(payload) or {}, source, document.format)
    return structs.replace(
        fresh, hidden=document.hidden, problems=document.problems, correction=document.correction
    )


def _value(text: str, span: Span, cuts: Sequence[Place]) -> str:
    parts, at = [], span.start
    for start, end in [*cuts, (span.end, span.end)]:
        parts.append(text[at : max(at, start)].strip(_SEPARATORS))
        at = max(at, end)
    return ", ".join(part for part in parts if any(char.isalnum() for char in part))


def _put(payload: Any, path: str, value: str) -> None:
    """The value at a path such as `work[0].highlights[2]`; an empty one is marked to go."""
    steps = [int(index) if index else name for name, index in _STEP.findall(path)]
    try:
        for step in steps[:-1]:
            payload = payload[step]
        payload[steps[-1]] = value or _GONE
    except (KeyError, IndexError, TypeError):  # a key with a dot in it: its value stays
        return


def _pruned(value: Any) -> Any:
    """Without what is marked, and without the groups whose list it emptied: a bare name would be an item itself."""
    if isinstance(value, list):
        items = [one for item in value if (one := _pruned(item)) is not _GONE]
        return items if items or not value else _GONE
    if isinstance(value, dict):
        found = {key: _pruned(item) for key, item in value.items()}
        emptied = any(one is _GONE and isinstance(value[key], list) for key, one in found.items())
        kept = {key: one for key, one in found.items() if one is not _GONE}
        only_named = emptied and set(kept) <= {"name", "level"}
        return _GONE if only_named or (found and not kept) else kept
    return value


def with_hidden(document: Document) -> Document:
    """The hidden words as further lines at the end."""
    text, lines = document.text, list(document.lines)
    block = max((line.block for line in lines), default=0)
    for hidden in document.hidden:
        block += 1
        start = len(text) + 2
        text += f"\n\n{hidden.text}"
        lines.append(Line(span=Span(start, len(text), hidden.page or None), block=block))
    return structs.replace(document, text=text, lines=tuple(lines))
