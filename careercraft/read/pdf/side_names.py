"""Section names in a column of their own at the left of the whole content, as headings set into the margin.

    Experience   Senior Scientist
                 BioNord, 2018 – present

Each name is read before what begins beside it.
"""

from __future__ import annotations

from itertools import pairwise

from careercraft.read.clean import bullet_length
from careercraft.read.pdf.segment import Segment
from careercraft.read.section_names import is_main_section, is_section_name

Region = list[Segment]
_LARGER = 1.15
_LIKE = 0.95
"""A section name of this size on the right shows that sections stand there too."""
_MAX_LENGTH = 40
_SHARE = 0.6
"""Of the names in the column, those that are known."""
_BESIDE = 1.0
"""Greatest distance of the baselines of a name and of what begins beside it, in sizes of the name."""
_FEWEST = 3
"""Known names in a column that holds smaller text as well."""
_WRAPPED = 1.6
"""Distance of the lines of one name, in font sizes."""


def name_of(lines: Region) -> str:
    return " ".join(line.text for line in lines)


def parted_at_names(left: Region, right: Region) -> list[Region] | None:
    """Names and contents of a band in reading order; None where the left side is no column of section names."""
    left, right = _without_small(left, right)
    names = _names(left)
    if len(right) <= 2 * len(names) or not _are_names(names, right):
        return None
    tops = [_top(lines[0]) - 0.6 * lines[0].size for lines in names]
    if not all(any(_stands_beside(segment, lines[0]) for segment in right) for lines in names):
        return None
    parts: list[Region] = [[segment for segment in right if _top(segment) < tops[0]]]
    for lines, (top, end) in zip(names, pairwise([*tops, float("inf")]), strict=True):
        parts += [lines, [segment for segment in right if top <= _top(segment) < end]]
    return [part for part in parts if part]


def _without_small(left: Region, right: Region) -> tuple[Region, Region]:
    """Dates and labels under larger names belong to the contents that they stand beside."""
    least = _LIKE * max((segment.size for segment in left), default=0.0)
    names = [segment for segment in left if segment.size >= least]
    small = [segment for segment in left if segment.size < least]
    if not small or sum(is_section_name(name.text) for name in names) < _FEWEST:
        return left, right
    return names, sorted([*right, *small], key=lambda segment: (segment.baseline, segment.x0))


def _names(left: Region) -> list[Region]:
    names: list[Region] = []
    for segment in left:
        if names and segment.baseline - names[-1][-1].baseline <= _WRAPPED * segment.size:
            names[-1].append(segment)
        else:
            names.append([segment])
    return names


def _are_names(names: list[Region], right: Region) -> bool:
    texts = [name_of(lines) for lines in names]
    if any(len(text) > _MAX_LENGTH or bullet_length(text) or any(map(str.isdigit, text)) for text in texts):
        return False
    known = sum(map(is_section_name, texts))
    least = _LIKE * min(line.size for lines in names for line in lines)
    if (
        not known
        or known < _SHARE * len(texts)
        or any(segment.size >= least and is_section_name(segment.text) for segment in right)
    ):
        return False
    usual = sorted(segment.size for segment in right)[len(right) // 2]
    larger = all(lines[0].size >= _LARGER * usual for lines in names)
    return larger or (known > 1 and any(map(is_main_section, texts)))


def _stands_beside(segment: Segment, name: Segment) -> bool:
    return abs(segment.baseline - name.baseline) <= _BESIDE * name.size


def _top(segment: Segment) -> float:
    return segment.baseline - 0.8 * segment.size
