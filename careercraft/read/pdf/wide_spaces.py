"""Spaces that part the cells of a line though they are narrower than a gap.

    Python   Go   SQL            tags, or a title and its date that nearly meet

They are told from the wide spaces of justified text, which are alike in a line and end at one edge with other lines.
"""

from __future__ import annotations

from itertools import pairwise

from careercraft.read.clean import bullet_length
from careercraft.read.pdf.runs import Run
from careercraft.read.pdf.segment import Segment

_LEAST = 0.45
"""Font sizes. A word space is 0.25 to 0.33."""
_WIDER = 1.7
"""How much wider than the page's usual space it is at least, and than the widest of the spaces that stay."""
_CAPITAL = 0.75
_LARGER = 1.1
_SAME_EDGE = 1.0
"""Points."""
_JUSTIFIED = 3
"""Lines that end at one edge."""


def parted_at_wide_spaces(segments: list[Segment]) -> list[Segment]:
    """`segments` and the result are sorted from the top, then from the left."""
    gaps = [_gaps(segment.runs) for segment in segments]
    usual = _median([gap for found in gaps for gap in found if gap > 0])
    least = max(_LEAST, _WIDER * usual)
    if not any(gap >= least for found in gaps for gap in found):
        return segments
    ends = sorted(segment.x1 for segment in segments)
    body = _median([segment.size for segment in segments])
    parted: list[Segment] = []
    for segment, found in zip(segments, gaps, strict=True):
        cuts = [index for index, gap in enumerate(found, 1) if gap >= least]
        large = segment.size > _LARGER * body and segment.text.isupper()  # a spaced name or heading
        if cuts and not large and _are_cells(segment, found, cuts, least, ends):
            parted += _cut(segment, cuts)
        else:
            parted.append(segment)
    return parted


def _gaps(runs: list[Run]) -> list[float]:
    """Spaces between the runs in font sizes; 0 where there is none."""
    return [
        0.0 if right.glued else (right.x0 - left.x1) / (max(left.size, right.size) or 1.0)
        for left, right in pairwise(runs)
    ]


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2] if values else 0.0


def _are_cells(segment: Segment, gaps: list[float], cuts: list[int], least: float, ends: list[float]) -> bool:
    if bullet_length(segment.runs[0].text + " x") or min(len(run.text) for run in segment.runs) == 1:
        return False  # the space after a bullet, spaced letters, lone signs between parts
    if any(
        _is_sentence_end(segment.runs[cut - 1]) or _is_spaced(segment.runs[cut - 1 : cut + 1]) for cut in cuts
    ):
        return False
    others = [gap for gap in gaps if 0 < gap < least]
    if others:
        return min(gaps[cut - 1] for cut in cuts) >= _WIDER * max(others)
    return sum(abs(end - segment.x1) <= _SAME_EDGE for end in ends) < _JUSTIFIED


def _is_sentence_end(run: Run) -> bool:
    return run.text.endswith((".", "!", "?", ":"))


def _is_spaced(runs: list[Run]) -> bool:
    """Capitals with space between them."""
    return all(run.text.isupper() and run.x1 - run.x0 > _CAPITAL * len(run.text) * run.size for run in runs)


def _cut(segment: Segment, cuts: list[int]) -> list[Segment]:
    pieces: list[Segment] = []
    for start, stop in pairwise([0, *cuts, len(segment.runs)]):
        runs = segment.runs[start:stop]
        x1 = max(run.x1 for run in runs)
        pieces.append(Segment(runs, runs[0].x0, x1, segment.baseline, runs[0].size, starts_cell=start > 0))
    return pieces
