"""Where entries begin, told by their typography: the row that names an entry is set apart from those under it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from careercraft.parse.row_kinds import is_address, is_label, is_sentence
from careercraft.parse.rows import Row

_MOST_WORDS = 16
_MOST_RUNS = 3
"""Most stretches of prominent rows in one entry: employer and place, then the title under the dates."""
_OFTEN = 0.6

_Style = tuple[int, float, bool]


def openers(rows: Sequence[Row], anchors: Sequence[int]) -> list[int] | None:
    """Indices of the rows that open an entry, or None where typography doesn't tell.

    `anchors` are the rows that date an entry. The first row's style must be more prominent than that of the
    text, and its stretches must fall into step with the dates: one or more stretches for each.
    """
    if len(rows) < 2 or rows[0].bullet:
        return None
    style = _style(rows[0])
    if not _stands_out(style, rows):
        return None
    runs = [
        index
        for index in range(len(rows))
        if _is(rows, index, style) and not _is(rows, _before(rows, index), style)
    ]
    if not runs or any(
        is_sentence(rows[index].text) and len(rows[index].text.split()) > _MOST_WORDS for index in runs
    ):
        return None
    return runs if not anchors else _in_step(runs, anchors, len(rows))


def segments(starts: Sequence[int], end: int) -> list[tuple[int, int]]:
    """The stretches from each start to the next."""
    return list(pairwise([*starts, end]))


def _style(row: Row) -> _Style:
    return row.line.heading, round(row.line.size * 20) / 20, row.line.bold


def _is(rows: Sequence[Row], index: int, style: _Style) -> bool:
    return (
        index >= 0 and _style(rows[index]) == style and not rows[index].bullet and not is_label(rows[index])
    )


def _before(rows: Sequence[Row], index: int) -> int:
    """The row above, past a web address."""
    index -= 1
    while index > 0 and is_address(rows[index]):
        index -= 1
    return index


def _stands_out(style: _Style, rows: Sequence[Row]) -> bool:
    letters: Counter[_Style] = Counter()
    for row in rows:
        letters[_style(row)] += len(row.text)
    letters.pop(style)
    if not letters:
        return False
    heading, size, bold = max(letters, key=lambda other: (letters[other], other))
    more = bool(style[0]) and (not heading or style[0] < heading)
    return more or style[1] > size + 0.04 or (style[1] >= size - 0.06 and style[2] and not bold)


def _in_step(runs: Sequence[int], anchors: Sequence[int], end: int) -> list[int] | None:
    for each in range(1, _MOST_RUNS + 1):
        starts = list(runs[::each])
        counts = [sum(low <= anchor < high for anchor in anchors) for low, high in segments(starts, end)]
        if all(count == 1 for count in counts) and (each == 1 or len(runs) == each * len(anchors)):
            return starts
    counts = [sum(low <= anchor < high for anchor in anchors) for low, high in segments(runs, end)]
    dated = sum(count > 0 for count in counts)
    return list(runs) if dated and dated >= _OFTEN * len(counts) and runs[0] <= anchors[0] else None
