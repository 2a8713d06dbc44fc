"""Runs to segments: pieces of a line without a wide gap, the atoms of the layout."""

from __future__ import annotations

from collections.abc import Sequence

from careercraft.read.clean import BULLETS, clean_line
from careercraft.read.pdf.fonts import is_bullet_font, is_symbols
from careercraft.read.pdf.runs import Box, Run
from careercraft.read.pdf.segment import Segment, with_letters_closed
from careercraft.read.pdf.wide_spaces import parted_at_wide_spaces

CELL_GAP = 0.8
"""A gap wider than this, in font sizes, parts two cells; the word spaces of justified text stay under it."""
_BULLET_GAP = 4.0
_CAPITAL = 0.75
"""Width of capitals, in font sizes, on average and at most."""
_DOT_GAP = 2.0
_DOT_SIZE = 0.55
_LIST_NUMBERS = frozenset(f"{number}{mark}" for number in range(1, 100) for mark in ".)")


def segments_of(runs: list[Run], dots: Sequence[Box] = (), rules: Sequence[Box] = ()) -> list[Segment]:
    """Sorted from top to bottom, then from left to right. `dots` are bullets that are drawn."""
    segments = _chain([run for run in map(_symbols_translated, runs) if run is not None])
    segments.sort(key=lambda segment: (segment.baseline, segment.x0))
    segments = _merge_neighbours(segments)
    for segment in segments:
        segment.runs = with_letters_closed(segment.runs)
    segments = parted_at_wide_spaces(segments)
    for dot in _single(dots):
        if not any(_runs_through(rule, dot) for rule in rules):
            _mark(segments, dot)
    return segments


def _runs_through(rule: Box, dot: Box) -> bool:
    """The dot stands on a timeline."""
    x, y = (dot[0] + dot[2]) / 2, (dot[1] + dot[3]) / 2
    return rule[0] - 3 <= x <= rule[2] + 3 and rule[1] - 3 <= y <= rule[3] + 3 and rule[3] - rule[1] > 15


def _single(dots: Sequence[Box]) -> list[Box]:
    """Without those that have another beside them: ratings such as ●●●○○."""
    return [dot for dot in dots if not any(_beside(dot, other) for other in dots if other is not dot)]


def _beside(dot: Box, other: Box) -> bool:
    distance = abs(dot[0] - other[0])
    return abs(dot[1] - other[1]) < 1.0 and 0.5 < distance < 4 * (dot[2] - dot[0])


def _mark(segments: list[Segment], dot: Box) -> None:
    """Writes a drawn bullet before the text at its right. Large dots are timelines, no bullets."""
    middle, side = (dot[1] + dot[3]) / 2, dot[2] - dot[0]
    row = [segment for segment in segments if segment.baseline - segment.size < middle < segment.baseline]
    before = min((dot[0] - segment.x1 for segment in row if segment.x0 < dot[0]), default=dot[0])
    right = [segment for segment in row if 0 < segment.x0 - dot[2] < min(before, _DOT_GAP * segment.size)]
    if right and side <= _DOT_SIZE * right[0].size:
        first = min(right, key=lambda segment: segment.x0)
        run = first.runs[0]
        bullet = Run("•", dot[0], run.y0, dot[2], run.y1, run.baseline, run.size, run.style, run.order)
        first.runs.insert(0, bullet)
        first.x0 = dot[0]


def _symbols_translated(run: Run) -> Run | None:
    """In a symbol font a single letter is a bullet; icons of icon fonts are dropped."""
    text = run.text
    if is_symbols(run.style.font):
        if not is_bullet_font(run.style.font) or len(text) > 1:
            return None
        run.text = text if text in BULLETS else "•"
    elif not text.isascii():
        run.text = clean_line(text).strip()
        return run if run.text else None
    elif text.startswith(("mailto:", "tel:")):  # the alternative text of an address that is shown without it
        run.text = text.split(":", 1)[1]
    return run


def _chain(runs: list[Run]) -> list[Segment]:
    """Runs that follow each other in the stream and on the page."""
    segments: list[Segment] = []
    current: Segment | None = None
    for run in runs:
        if current is not None and _follows(current, run):
            current.runs.append(run)
            if run.x1 > current.x1:
                current.x1 = run.x1
            continue
        current = Segment([run], run.x0, run.x1, run.baseline, run.size)
        segments.append(current)
    for segment in segments:
        _settle(segment)
    return segments


def _follows(segment: Segment, run: Run) -> bool:
    size = segment.size if segment.size > run.size else run.size
    if abs(run.baseline - segment.baseline) > 0.4 * size:
        return False
    gap = run.x0 - segment.x1
    if gap < -0.5 * size:
        return False
    if gap <= CELL_GAP * size:
        return True
    if is_bullet_only(segment):
        return gap <= _BULLET_GAP * size
    return gap <= 2 * CELL_GAP * size and gap <= CELL_GAP * size + 2 * _tracking(segment.runs, run)


def _tracking(runs: list[Run], following: Run) -> float:
    """Points between the letters of spaced capitals, which stand on both sides of a word space too."""
    if not (runs[-1].text.isupper() and following.text.isupper()):
        return 0.0
    if len(runs) > 1 and max(len(run.text) for run in (*runs[-2:], following)) == 1:
        return max(0.0, runs[-1].x0 - runs[-2].x1)
    words = [run for run in (runs[-1], following) if len(run.text) > 2]
    widths = [(run.x1 - run.x0) / len(run.text) - _CAPITAL * run.size for run in words]
    return max(0.0, min(widths, default=0.0))


def _settle(segment: Segment) -> None:
    """Baseline and size of the segment's longest style, not of a superscript or a large initial."""
    first = segment.runs[0]
    if all(run.baseline == first.baseline and run.size == first.size for run in segment.runs):
        return
    lengths: dict[tuple[float, float], int] = {}
    for run in segment.runs:
        key = (run.size, run.baseline)
        lengths[key] = lengths.get(key, 0) + len(run.text)
    segment.size, segment.baseline = max(lengths, key=lambda key: (lengths[key], key))


def is_bullet_only(segment: Segment) -> bool:
    if len(segment.runs) != 1:
        return False
    text = segment.runs[0].text
    return text in BULLETS or text in "-–—*+o" or text in _LIST_NUMBERS


def _merge_neighbours(segments: list[Segment]) -> list[Segment]:
    """Pieces of one line that stand apart in the stream."""
    gone: set[int] = set()
    for index, left in enumerate(segments):
        if index in gone:
            continue
        partner = _partner(segments, index, gone)
        while partner is not None:
            _absorb(left, segments[partner])
            gone.add(partner)
            partner = _partner(segments, index, gone)
    return [segment for index, segment in enumerate(segments) if index not in gone]


def _partner(segments: list[Segment], index: int, gone: set[int]) -> int | None:
    segment = segments[index]
    for other in range(index + 1, len(segments)):
        candidate = segments[other]
        if candidate.baseline - segment.baseline > 0.4 * segment.size:
            return None
        if other not in gone and _touch(segment, candidate):
            return other
    return None


def _touch(one: Segment, other: Segment) -> bool:
    left, right = (one, other) if one.x0 <= other.x0 else (other, one)
    size = min(left.size, right.size)
    if abs(left.baseline - right.baseline) > 0.4 * size:
        return False
    gap = right.x0 - left.x1
    limit = _BULLET_GAP if is_bullet_only(left) else CELL_GAP
    return -0.3 * size <= gap <= limit * max(left.size, right.size)


def _absorb(segment: Segment, other: Segment) -> None:
    segment.runs = sorted([*segment.runs, *other.runs], key=lambda run: run.x0)
    segment.x0, segment.x1 = min(segment.x0, other.x0), max(segment.x1, other.x1)
    _settle(segment)
