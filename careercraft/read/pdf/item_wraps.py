"""Items of a list in a narrow column that go on in a second line, told by the distances of the lines alone."""

from __future__ import annotations

import re
from itertools import groupby, pairwise

from careercraft.read.pdf.layout import Row

_WIDER = 1.2
"""How much wider the distance of two items is than that of the lines of one."""
_EVEN = 1.1
"""How much the distances of the lines of one item differ at most."""
_NARROW = 24
"""Width of the column at most, in font sizes."""
_SHARE = 0.4
"""Of the lines, those that go on; where there are more, they are entries of several lines."""
_WORDS = 4
_OTHER = re.compile(r"[\d@:;]|,\Z|  |\w\.\w")


def wrapped_items(rows: list[Row]) -> set[int]:
    """The `id` of each row that goes on with the one before.

    Most items have one line, which tells them from entries of several; only where the next word had no room.
    """
    found: set[int] = set()
    for _, group in groupby(rows, key=lambda row: (row.page, row.region)):
        styles: dict[tuple[object, ...], list[tuple[Row, Row]]] = {}
        for before, row in pairwise(group):
            if _style(before) == _style(row) and row.baseline > before.bottom:
                styles.setdefault(_style(row), []).append((before, row))
        for pairs in styles.values():
            found |= {id(row) for row in _wrapped(pairs)}
    return found


def _style(row: Row) -> tuple[object, ...]:
    return round(row.x0), round(row.size, 1), row.fonts, row.bold


def _wrapped(pairs: list[tuple[Row, Row]]) -> list[Row]:
    """`pairs` are the neighbors in one type and at one edge."""
    steps = [row.baseline - before.bottom for before, row in pairs]
    close = [step for step in steps if step <= _EVEN * min(steps)]
    if len(close) >= _SHARE * len(steps) or any(
        step < _WIDER * max(close) for step in steps if step > _EVEN * min(steps)
    ):
        return []
    return [
        row
        for (before, row), step in zip(pairs, steps, strict=True)
        if step <= max(close) and _goes_on(before, row)
    ]


def _goes_on(before: Row, row: Row) -> bool:
    width = row.right - row.left
    if width > _NARROW * row.size or row.bullet or before.bullet:
        return False
    if max(len(before.text.split()), len(row.text.split())) > _WORDS:
        return False
    if _OTHER.search(before.text) or _OTHER.search(row.text):
        return False
    return before.x1 + 0.2 * row.size + row.first_word > row.right
