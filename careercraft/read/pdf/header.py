"""The top of the first page where the contact data stand beside the name.

    Leila Haddad                 leila@example.org
    Engineer                        (503) 555-0147
                                          Portland

The name and what is under it come first, then the block beside it.
"""

from __future__ import annotations

from careercraft.read.pdf.column_signs import aligned_share
from careercraft.read.pdf.grid import blocks_of, columns_of
from careercraft.read.pdf.segment import Segment
from careercraft.read.section_names import is_section_name

Region = list[Segment]
_NAME = 1.4
"""Size of the name against the page's median size."""
_ALIGNED = 0.65
_MAX_LINES = 8
_LIKE = 0.97
_LEADING = 1.5
"""Largest distance of two lines of a name, in font sizes."""


def header_parted(segments: Region) -> list[Region]:
    """The name's side, the other side and the rest; all as they are, sorted from the top, without such a header."""
    if len(segments) < _MAX_LINES:
        return [segments]
    block = _block(segments)
    sides = _sides(block, segments)
    return [*sides, segments[len(block) :]] if sides else [segments]


def _block(segments: Region) -> Region:
    """The first block, with all lines of a name that is set in several."""
    size = _LIKE * max(segment.size for segment in segments)
    name = [segment for segment in segments if segment.size >= size]
    end = name[0].baseline
    for line in name:
        end = line.baseline if line.baseline - end <= _LEADING * line.size else end
    block: Region = []
    for part in blocks_of(segments, []):
        if block and part[0].baseline > end:
            break
        block += part
    return block


def _sides(block: Region, segments: Region) -> list[Region]:
    name = max(block, key=lambda segment: segment.size)
    usual = sorted(segment.size for segment in segments)[len(segments) // 2]
    if name.size < _NAME * usual or name.size < max(segment.size for segment in segments):
        return []
    columns = columns_of(block)
    if len(columns) != 2 or any(is_section_name(segment.text) for segment in block):
        return []
    left = [segment for segment in block if segment.x0 < columns[1].left]
    right = [segment for segment in block if segment.x0 >= columns[1].left]
    own, other = (left, right) if any(segment is name for segment in left) else (right, left)
    if not 2 <= len(other) <= _MAX_LINES or aligned_share(other, own) >= _ALIGNED:
        return []
    return [own, other]
