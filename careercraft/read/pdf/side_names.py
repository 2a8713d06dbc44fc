"""Section names in a column of their own at the left of the whole content, as headings set into the margin.

    Experience   Senior Scientist
                 BioNord, 2018 – present

Each name is read before what begins beside it.
"""

from __future__ import annotations

from itertools import pairwise

from careercraft.read.clean import bullet_length
from careercraft.read.pdf.segment import Segment, merged
from careercraft.read.section_names import is_main_section, is_section_name

Region = list[Segment]
_LARGER = 1.15
_LIKE = 0.95
"""A section name of this size on the right shows that sections stand there too."""
_MAX_LENGTH = 40
_SHARE = 0.6
"""Of the names in the column, those that are known."""
_MOST = 0.5
"""The same where more than the fewest are."""
_BESIDE = 1.0
"""Greatest distance of the baselines of a name and of what begins beside it, in sizes of the name."""
_FEWEST = 3
"""Known names in a column that holds smaller text as well."""
_WRAPPED = 1.6
"""Distance of the lines of one name, in font sizes."""
_BLOCK = 1.3
"""How much farther than usual the lines of two blocks stand apart."""
_ABOVE = 0.4
"""How far above the first line of a content what belongs to it may stand, in font sizes."""
_STACKED = 2.2
"""Distance of a name and a date under it, or of two lines of a stack, in font sizes."""


def name_of(lines: Region) -> str:
    return " ".join(line.text for line in lines)


def parted_at_names(left: Region, right: Region) -> list[Region] | None:
    """Names and contents of a band in reading order; None where the left side is no column of section names."""
    left, small = _without_small(left)
    names = _names(left)
    if len(right) + len(small) <= 2 * len(names) or not _are_names(names, [*right, *small]):
        return None
    block = _BLOCK * _pitch(right)
    tops = _tops(names, right, block)
    spans = list(pairwise([*tops, float("inf")]))
    if not all(
        _stands_beside(lines, _between(right, *span)) for lines, span in zip(names, spans, strict=True)
    ):
        return None
    _lift(small, names, right, block)
    right = sorted([*right, *small], key=lambda segment: (segment.baseline, segment.x0))
    parts = [_between(right, -float("inf"), tops[0])]
    for lines, span in zip(names, spans, strict=True):
        parts += [[merged(lines)], _between(right, *span)]
    return [part for part in parts if part]


def _between(right: Region, top: float, end: float) -> Region:
    return [segment for segment in right if top <= segment.baseline < end]


def _pitch(right: Region) -> float:
    """The usual distance of two lines; the larger ones part blocks."""
    steps = sorted(
        after.baseline - before.baseline
        for before, after in pairwise(right)
        if after.baseline - before.baseline > 0.5 * after.size
    )
    return steps[len(steps) // 3] if steps else 1.2 * right[0].size


def _tops(names: list[Region], right: Region, block: float) -> list[float]:
    """Where the content of each name begins: on its line, or above that where the name is set beside the middle.

    `block` is the least distance of the lines of two blocks.
    """
    gaps = [block, *(after.baseline - before.baseline for before, after in pairwise(right)), 0.0]
    starts: list[int] = []
    for lines in names:
        top = _top(lines[0]) - 0.6 * _size(lines[0])
        at = next((index for index, segment in enumerate(right) if _top(segment) >= top), len(right))
        least = starts[-1] + 1 if starts else 0
        inside = [index for index in range(least, at) if gaps[index] >= block]
        if inside and gaps[at] < block:
            at = max(inside, key=lambda index: (gaps[index], index))
        starts.append(max(at, least))
    return [
        right[start].baseline - _ABOVE * right[start].size if start < len(right) else float("inf")
        for start in starts
    ]


def _lift(small: Region, names: list[Region], right: Region, block: float) -> None:
    """Sets a date beside a block on its first line where nothing else stands beside it: the section's name may have
    taken the place there."""
    firsts = [
        right[0],
        *(after for before, after in pairwise(right) if after.baseline - before.baseline >= block),
    ]
    ends = [*(first.baseline - first.size for first in firsts[1:]), float("inf")]
    for first, end in zip(firsts, ends, strict=True):
        beside = [segment for segment in small if first.baseline - first.size <= segment.baseline < end]
        if beside and _is_stack(beside) and beside[0].baseline <= _reach(first, names, beside[0]):
            for segment in beside:
                segment.baseline = first.baseline


def _is_stack(lines: Region) -> bool:
    return all(
        after.baseline - before.baseline <= _STACKED * _size(before) for before, after in pairwise(lines)
    )


def _reach(first: Segment, names: list[Region], date: Segment) -> float:
    """How far down a block's date may stand: under the name beside the block, or near its first line."""
    for lines in names:
        if abs(lines[0].baseline - first.baseline) <= _BESIDE * _size(lines[0]):
            return lines[-1].baseline + _STACKED * _size(lines[-1])
    return first.baseline + date.size


def _without_small(left: Region) -> tuple[Region, Region]:
    """Dates and labels under larger names belong to the contents that they stand beside."""
    least = _LIKE * max((segment.size for segment in left), default=0.0)
    names = [segment for segment in left if segment.size >= least]
    small = [segment for segment in left if segment.size < least]
    return (names, small) if sum(is_section_name(name.text) for name in names) >= _FEWEST else (left, [])


def _names(left: Region) -> list[Region]:
    names: list[Region] = []
    for segment in left:
        if names and segment.baseline - names[-1][-1].baseline <= _WRAPPED * _size(segment):
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
    least_known = _SHARE * len(texts) if known <= _FEWEST else _MOST * len(texts)
    if (
        not known
        or known < least_known
        or any(segment.size >= least and is_section_name(segment.text) for segment in right)
    ):
        return False
    usual = sorted(segment.size for segment in right)[len(right) // 2]
    larger = all(lines[0].size >= _LARGER * usual for lines in names)
    return larger or (known > 1 and any(map(is_main_section, texts)))


def _stands_beside(name: Region, content: Region) -> bool:
    """The content begins on the name's line, or goes on above and below it."""
    reach = _BESIDE * _size(name[0])
    return bool(content) and content[0].baseline - reach <= name[-1].baseline <= content[-1].baseline + reach


def _size(line: Segment) -> float:
    """Of its capitals, where the others are small ones."""
    return max(run.size for run in line.runs)


def _top(segment: Segment) -> float:
    return segment.baseline - 0.8 * segment.size
