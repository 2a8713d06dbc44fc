"""Spaces that part the cells of a line though they are narrower than a gap.

    Python   Go   SQL            tags, or a title and its date that nearly meet

They are told from the wide spaces of justified text, which are alike in a line and end at one edge with other lines.
"""

from __future__ import annotations

from itertools import pairwise

from careercraft.read.clean import bullet_length
from careercraft.read.pdf.runs import Run, Style
from careercraft.read.pdf.segment import Segment, segment_text
from careercraft.read.section_names import is_section_name

_LEAST = 0.45
"""Font sizes. A word space is 0.25 to 0.33."""
_WIDER = 1.7
"""How much wider than the page's usual space it is at least, and than the widest of the spaces that stay."""
_CAPITAL = 0.75
_LARGER = 1.1
_SAME_EDGE = 1.0
"""Points."""
_TAG = 1.3
"""How much wider than the word spaces of type with wide spaces those between cells are."""
_SHARE = 0.3
"""Of a style's wide spaces, those inside names that show that all of them are word spaces."""
_NAME = 4
"""Letters of the first word of a section's name at least."""
_JUSTIFIED = 3
"""Lines that end at one edge."""


def parted_at_wide_spaces(segments: list[Segment]) -> list[Segment]:
    """`segments` and the result are sorted from the top, then from the left."""
    segments = [part for segment in segments for part in _parted_at_name(segment)]
    gaps = [_gaps(segment.runs) for segment in segments]
    usual = _median([gap for found in gaps for gap in found if gap > 0])
    least = max(_LEAST, _WIDER * usual)
    if not any(gap >= least for found in gaps for gap in found):
        return segments
    word_spaces = _word_spaces(segments, gaps, least)
    ends = sorted(segment.x1 for segment in segments)
    body = _median([segment.size for segment in segments])
    parted: list[Segment] = []
    for segment, found in zip(segments, gaps, strict=True):
        limit = word_spaces.get(segment.runs[0].style, least)
        cuts = [index for index, gap in enumerate(found, 1) if gap >= limit]
        large = segment.size > _LARGER * body and segment.text.isupper()  # a spaced name or heading
        if cuts and not large and _are_cells(segment, found, cuts, least, ends):
            parted += _cut(segment, cuts)
        else:
            parted.append(segment)
    return parted


def _parted_at_name(segment: Segment) -> list[Segment]:
    """A section name in capitals that reaches to the content beside it, which is set in other type."""
    first = segment.runs[0]
    if len(segment.runs) == 1 or len(first.text) < _NAME or not first.text.isupper():
        return [segment]
    end = next((n for n, run in enumerate(segment.runs) if run.style != first.style), 0)
    if not end or segment.runs[end].glued or not is_section_name(segment_text(segment.runs[:end])):
        return [segment]
    return _cut(segment, [end])


def _gaps(runs: list[Run]) -> list[float]:
    """Spaces between the runs in font sizes; 0 where there is none."""
    return [
        0.0 if right.glued else (right.x0 - left.x1) / (max(left.size, right.size) or 1.0)
        for left, right in pairwise(runs)
    ]


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2] if values else 0.0


def _word_spaces(segments: list[Segment], gaps: list[list[float]], least: float) -> dict[Style, float]:
    """Least spaces between cells in the styles whose wide spaces part the words of names ("Lesson   planning")."""
    wide: dict[Style, list[float]] = {}
    inside: dict[Style, int] = {}
    for segment, found in zip(segments, gaps, strict=True):
        style = segment.runs[0].style
        for (left, right), gap in zip(pairwise(segment.runs), found, strict=True):
            if gap >= least:
                wide.setdefault(style, []).append(gap)
                inside[style] = inside.get(style, 0) + (left.text.istitle() and right.text.islower())
    return {
        style: _TAG * _median(found)
        for style, found in wide.items()
        if inside[style] >= max(_JUSTIFIED, _SHARE * len(found))
    }


def _are_cells(segment: Segment, gaps: list[float], cuts: list[int], least: float, ends: list[float]) -> bool:
    if bullet_length(segment.runs[0].text + " x") or _has_signs(segment.runs):
        return False  # the space after a bullet, spaced letters, lone signs between parts
    if any(
        _is_sentence_end(segment.runs[cut - 1]) or _is_spaced(segment.runs[cut - 1 : cut + 1]) for cut in cuts
    ):
        return False
    others = [gap for gap in gaps if 0 < gap < least]
    if others:
        return min(gaps[cut - 1] for cut in cuts) >= _WIDER * max(others)
    return sum(abs(end - segment.x1) <= _SAME_EDGE for end in ends) < _JUSTIFIED


def _has_signs(runs: list[Run]) -> bool:
    """Signs that stand alone, large initials, or letters that mostly stand alone; among names "R" is one."""
    single = [run.text for run in runs if len(run.text) == 1]
    initials = any(run.glued for run in runs) and bool(single)
    return initials or not all(map(str.isalpha, single)) or 2 * len(single) >= len(runs)


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
