"""What a guard gives."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from careercraft.model.analysis import GuardKind
from careercraft.model.document import Document


class Suspect(Struct, frozen=True, kw_only=True):
    """A passage that counts for nothing."""

    kind: GuardKind
    start: int
    """In `Document.text`."""
    end: int
    reason: str
    """One sentence for people, without its full stop."""


def page_of(document: Document, at: int) -> int | None:
    """The page of what stands at `at`."""
    return next((line.span.page for line in document.lines if at < line.span.end), None)


def merged(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """In order, without overlaps."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
