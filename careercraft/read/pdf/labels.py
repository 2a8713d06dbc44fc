"""A column of labels and dates at the left of the whole content, each beside the line that it belongs to.

    WORK EXPERIENCE
    2016 – Feb. 2020     Site manager
                         Havel Construction, Potsdam
           Languages     German, English

Each label goes on the line that begins beside it; what stands alone in the column is a heading.
"""

from __future__ import annotations

import re
from itertools import pairwise

from careercraft.read.clean import bullet_length
from careercraft.read.pdf.runs import Style
from careercraft.read.pdf.segment import Segment, merged
from careercraft.read.section_names import is_section_name

Region = list[Segment]
_WRAPPED = 1.6
"""Distance of the lines of one label, in font sizes."""
_BESIDE = 0.5
"""Greatest distance of the baselines of a label and its line, in font sizes."""
_ABOVE = 0.7
"""How far above a label's baseline its content may begin, in font sizes."""
_MAX_LINES = 3
_MAX_LETTERS = 48
_MIN_LABELS = 3
_RIGHT_EDGE = 1.5
"""Points by which the right ends of right-aligned labels may differ."""
_DASH = re.compile(r"\d\s*[-–—]")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|['’]\d\d\b")
_OPEN = re.compile(r"(?:[-–—]|\b(?:to|until|bis|au|à|al?|tot))\Z")


def label_rows(left: Region, right: Region) -> Region | None:
    """A band's segments in reading order, cell by cell; None where the left side is no column of labels."""
    if any(after.baseline - before.baseline < 0.5 * after.size for before, after in pairwise(left)):
        return None  # a column of labels has one on a line
    groups = _groups(left, right)
    beside = [_lines_beside(lines, right) for lines in groups]
    if not _are_labels(groups, beside, right):
        return None
    tops = [lines[0].baseline - _ABOVE * lines[0].size for lines in groups]
    usual = {_style(lines) for lines, found in zip(groups, beside, strict=True) if found}
    headings = {_style(lines) for lines, found in zip(groups, beside, strict=True) if not found}
    headings = headings if len(usual - headings) else set()
    order = [segment for segment in right if segment.baseline < tops[0]]
    for lines, found, (top, end) in zip(groups, beside, pairwise([*tops, float("inf")]), strict=True):
        label = merged(lines)
        label.starts_row = True
        if found and _style(lines) in headings:
            found[0].starts_row = True
        elif found:
            label.baseline = found[0].baseline
        order.append(label)
        order += [segment for segment in right if top <= segment.baseline < end]
    return order


def _groups(left: Region, right: Region) -> list[Region]:
    """Lines of the left side by label. One that stands beside a line of its own begins a label, or ends a date."""
    groups: list[Region] = []
    for segment in left:
        near = groups and segment.baseline - groups[-1][-1].baseline <= _WRAPPED * segment.size
        if near and (not _lines_beside([segment], right) or _ends_date(groups[-1][-1], segment)):
            groups[-1].append(segment)
        else:
            groups.append([segment])
    return groups


def _ends_date(before: Segment, segment: Segment) -> bool:
    if _OPEN.search(before.text):
        return _DASH.search(segment.text) is None  # "2020–" may be a whole period, over the next one
    unfinished = _DIGIT.search(before.text) is not None and not before.text[-1:].isdigit()
    return unfinished and _YEAR.search(segment.text) is not None


def _lines_beside(lines: Region, right: Region) -> Region:
    first = lines[0]
    return [segment for segment in right if abs(segment.baseline - first.baseline) <= _BESIDE * first.size]


def _are_labels(groups: list[Region], beside: list[Region], right: Region) -> bool:
    labels = [lines for lines, found in zip(groups, beside, strict=True) if found]
    alone = [lines for lines, found in zip(groups, beside, strict=True) if not found]
    if len(labels) < _MIN_LABELS or not all(map(_is_one_cell, groups)):
        return False
    if not all(_is_heading(lines, right) for lines in alone):
        return False
    if any(is_section_name(segment.text) and not _is_beside(segment, labels) for segment in right):
        return False
    dated = sum(_YEAR.search(_text(lines)) is not None for lines in labels)
    ends = [segment.x1 for lines in groups for segment in lines]
    return 2 * dated >= len(labels) or max(ends) - min(ends) <= _RIGHT_EDGE


def _is_one_cell(lines: Region) -> bool:
    """One line, or a date, a name or a heading that is wrapped."""
    first, text = lines[0], _text(lines)
    return (
        len(lines) <= _MAX_LINES
        and len(text) <= _MAX_LETTERS
        and not bullet_length(text)
        and all(line.runs[0].style == first.runs[0].style for line in lines)
        and (len(lines) == 1 or text.isupper() or is_section_name(text) or _is_wrapped_date(lines))
    )


def _is_wrapped_date(lines: Region) -> bool:
    return all(_ends_date(before, line) for before, line in pairwise(lines))


def _is_heading(lines: Region, right: Region) -> bool:
    """Nothing stands beside any of its lines."""
    top, bottom = lines[0].baseline - 0.7 * lines[0].size, lines[-1].baseline
    return not any(top < segment.baseline < bottom + 0.3 * segment.size for segment in right)


def _is_beside(segment: Segment, labels: list[Region]) -> bool:
    return any(abs(segment.baseline - lines[0].baseline) <= _BESIDE * lines[0].size for lines in labels)


def _text(lines: Region) -> str:
    return " ".join(line.text for line in lines)


def _style(lines: Region) -> tuple[float, Style]:
    return lines[0].size, lines[0].runs[0].style
