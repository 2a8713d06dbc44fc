"""Where entries begin, told by their indent: heads hang out to the left of lists that have no signs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from careercraft.parse.row_kinds import is_sentence
from careercraft.parse.rows import Row

STEP = 0.5
"""Least depth of a list, in sizes of the text."""
_MOST_LEAD = 3


def margins(rows: Sequence[Row], at: Sequence[int]) -> dict[int | None, float]:
    """The left edge of the given rows on each page, since every page has an edge of its own."""
    edges: dict[int | None, float] = {}
    for index in at:
        page, indent = rows[index].line.span.page, rows[index].line.indent
        edges[page] = min(indent, edges.get(page, indent))
    return edges


def set_in(row: Row, edges: dict[int | None, float], least: float = STEP) -> bool:
    """The row begins further to the right than the heads of its page."""
    edge = edges.get(row.line.span.page)
    return edge is not None and row.line.indent > edge + least


def hanging_openers(rows: Sequence[Row], anchors: Sequence[int]) -> list[int] | None:
    """Indices of the rows that open an entry, or None where no list without signs is set in under the heads.

    How many rows stand in the head before its dates (`anchors`) is that of the section's first entry. A head with
    fewer or more begins behind the list of the entry before.
    """
    if not anchors or anchors[0] > _MOST_LEAD or any(row.bullet for row in rows):
        return None
    edges = margins(rows, anchors)
    inner = [set_in(row, edges) for row in rows]
    lead = anchors[0]
    if any(inner[: lead + 1]) or not any(inner):
        return None
    listed = sum(inner[anchor + 1 : following].count(True) > 0 for anchor, following in _pairs(anchors, rows))
    if 2 * listed < len(anchors) or not _one_depth(rows, inner, edges):
        return None
    starts = [0]
    for before, anchor in pairwise(anchors):
        start = _start(rows, inner, before, anchor, lead)
        if start <= before:
            return None
        starts.append(start)
    return starts


def set_as_list(rows: Sequence[Row], anchors: Sequence[int]) -> bool:
    """The first head is set in the type of the lists under the heads, so that only the indent tells them apart."""
    edges = margins(rows, anchors)
    styles = Counter(_style(row) for row in rows if set_in(row, edges))
    return bool(rows and styles) and _style(rows[0]) == max(styles, key=lambda style: (styles[style], style))


def _pairs(anchors: Sequence[int], rows: Sequence[Row]) -> list[tuple[int, int]]:
    return list(zip(anchors, [*anchors[1:], len(rows)], strict=True))


def _one_depth(rows: Sequence[Row], inner: Sequence[bool], edges: dict[int | None, float]) -> bool:
    """Most rows that are set in have the same depth, unlike those of centered heads."""
    depths = sorted(
        row.line.indent - edges[row.line.span.page] for row, deep in zip(rows, inner, strict=True) if deep
    )
    middle = depths[len(depths) // 2]
    return 2 * sum(abs(depth - middle) < STEP for depth in depths) > len(depths)


def _start(rows: Sequence[Row], inner: Sequence[bool], before: int, anchor: int, lead: int) -> int:
    """The first row of the head whose dates stand in row `anchor`; `before` is the dated row of the last entry."""
    first = anchor
    while first - 1 > before and not inner[first - 1]:
        first -= 1
    usual = anchor - lead
    if first >= usual or first == before + 1:
        return max(first, usual)
    behind_list = anchor - first <= _MOST_LEAD and not is_sentence(rows[first].text)
    return first if behind_list and _style(rows[first]) == _style(rows[0]) else usual


def _style(row: Row) -> tuple[float, bool]:
    return round(row.line.size, 1), row.line.bold
