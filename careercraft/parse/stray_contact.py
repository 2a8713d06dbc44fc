"""The address lines of a sidebar without a heading, which reading puts behind another section."""

from __future__ import annotations

from collections.abc import Sequence

from careercraft.model.document import Document, Line
from careercraft.parse.emails import EMAIL, holds_address
from careercraft.parse.piece import line_piece
from careercraft.parse.places import find_places
from careercraft.parse.sections import Part

_SHORT = 60
_MOST = 6
_ELSEWHERE = frozenset({"header", "references", "summary"})


def gather_contact(document: Document, parts: Sequence[Part]) -> list[Part]:
    """The parts with such lines moved to a header of their own, where the header itself has no email address."""
    if "@" not in document.text or any(
        part.kind == "header" and any(EMAIL.search(_text(document, line)) for line in part.lines)
        for part in parts
    ):
        return list(parts)
    gathered: list[Part] = []
    for part in parts:
        low, high = _stray(document, part)
        if low == high:
            gathered.append(part)
            continue
        gathered.append(part._replace(lines=part.lines[:low] + part.lines[high:]))
        section = part.section
        gathered.append(Part(type(section)(kind="header", span=part.lines[low].span), part.lines[low:high]))
    return gathered


def _stray(document: Document, part: Part) -> tuple[int, int]:
    """The stretch of address lines around an email address in `part`; an empty one where there is none."""
    if part.kind in _ELSEWHERE:
        return 0, 0
    at = next(
        (index for index, line in enumerate(part.lines) if _is_address(document, line, email=True)), None
    )
    if at is None:
        return 0, 0
    low = high = at
    while low and at - low < _MOST and _is_address(document, part.lines[low - 1]):
        low -= 1
    while high + 1 < len(part.lines) and high - at < _MOST and _is_address(document, part.lines[high + 1]):
        high += 1
    return low, high + 1


def _is_address(document: Document, line: Line, *, email: bool = False) -> bool:
    text = _text(document, line).strip()
    if len(text) > _SHORT or line.bullet:
        return False
    if email:
        return bool(EMAIL.search(text)) and len(text.split()) <= _MOST
    if holds_address(text) or text.startswith(("http", "www.")):
        return True
    places = find_places(text)
    return bool(places) and places[0].start == 0 and len(text.split()) <= _MOST


def _text(document: Document, line: Line) -> str:
    return line_piece(document, line).text
