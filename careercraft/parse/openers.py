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
_MOST_LEAD = 3
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
    return runs if not anchors else _in_step(rows, runs, anchors)


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


def _in_step(rows: Sequence[Row], runs: Sequence[int], anchors: Sequence[int]) -> list[int] | None:
    end = len(rows)
    for each in range(1, _MOST_RUNS + 1):
        starts = list(runs[::each])
        counts = _dated(starts, anchors, end)
        if all(count == 1 for count in counts) and (each == 1 or len(runs) == each * len(anchors)):
            return starts
    if above := _above_dates(rows, runs, anchors):
        return above
    counts = _dated(runs, anchors, end)
    dated = sum(count > 0 for count in counts)
    return list(runs) if dated and dated >= _OFTEN * len(counts) and runs[0] <= anchors[0] else None


def _dated(starts: Sequence[int], anchors: Sequence[int], end: int) -> list[int]:
    """How many anchors each stretch has."""
    return [sum(low <= anchor < high for anchor in anchors) for low, high in segments(starts, end)]


def _above_dates(rows: Sequence[Row], runs: Sequence[int], anchors: Sequence[int]) -> list[int] | None:
    """Prominent rows stand on both sides of the dates ("Employer", "Town", dates, "Title"): an entry opens as many
    rows above its dates as the first does, or fewer where its employer or place isn't told."""
    lead, style = anchors[0], _style(rows[0])
    behind = sum(_is(rows, anchor + 1, style) for anchor in anchors if anchor + 1 < len(rows))
    if (
        not 0 < lead <= _MOST_LEAD
        or len(anchors) < 2
        or len(runs) <= len(anchors)
        or 2 * behind <= len(anchors)
    ):
        return None
    starts = []
    for anchor in anchors:
        start = anchor
        while anchor - start < lead and _is(rows, start - 1, style) and not _behind_date(anchors, start - 1):
            start -= 1
        starts.append(start)
    opened = sum(_is(rows, start, style) for start in starts)
    return starts if opened >= _OFTEN * len(starts) else None


def _behind_date(anchors: Sequence[int], index: int) -> bool:
    """The row directly under a dated one is its title."""
    return index - 1 in anchors
