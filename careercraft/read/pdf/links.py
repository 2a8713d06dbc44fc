"""Which words of which row a link lies on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from careercraft.read.clean import clean_line
from careercraft.read.pdf.runs import LinkBox, Run
from careercraft.read.pdf.segment import segment_text

_NEAR = 2.0
"""Farthest that an icon's middle stands above or below the line that it belongs to, in font sizes."""


class Placed(Protocol):
    """A row, as far as an icon beside it needs to know it."""

    @property
    def x0(self) -> float: ...
    @property
    def x1(self) -> float: ...
    @property
    def baseline(self) -> float: ...
    @property
    def size(self) -> float: ...
    @property
    def links(self) -> list[tuple[str, str]]: ...


def linked_words(runs: list[Run], links: list[LinkBox]) -> list[tuple[str, str]]:
    """Words of a row and their links' targets, from left to right."""
    found: list[tuple[str, str]] = []
    for link in sorted(links):
        words = [run for run in runs if _covers(link, run)]
        if words:
            found.append((clean_line(segment_text(words)).strip(), link.target))
    return found


def add_icons(links: list[LinkBox], rows: Sequence[Placed]) -> None:
    """Gives links without words, those of icons and pictures, to the rows that they stand beside."""
    known = {target for row in rows for _, target in row.links}
    for link in sorted(links):
        index = _nearest(link, rows) if link.target not in known else None
        if index is not None:
            known.add(link.target)
            rows[index].links.append(("", link.target))


def _nearest(link: LinkBox, rows: Sequence[Placed]) -> int | None:
    x, y = (link.x0 + link.x1) / 2, (link.y0 + link.y1) / 2
    best = min(range(len(rows)), key=lambda index: (_distance(rows[index], x, y), index), default=None)
    if best is None or abs(rows[best].baseline - 0.3 * rows[best].size - y) > _NEAR * rows[best].size:
        return None
    return best


def _distance(row: Placed, x: float, y: float) -> float:
    across = max(row.x0 - x, x - row.x1, 0.0)
    return across + 4 * abs(row.baseline - 0.3 * row.size - y)


def _covers(link: LinkBox, run: Run) -> bool:
    y = run.baseline - 0.3 * run.size
    return link.x0 <= (run.x0 + run.x1) / 2 <= link.x1 and link.y0 <= y <= link.y1
