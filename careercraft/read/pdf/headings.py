"""Section names in a column of their own, beside the section's content.

    EXPERIENCE      Senior Scientist, BioNord
                    2018 – present

They become lines of their own. A column of labels or dates (`Languages   Python, Go`) has a cell on nearly every
row and reads better beside its value; a column of section names is sparse and set apart by its type.
"""

from __future__ import annotations

from collections import Counter

from careercraft.read.clean import BULLETS, bullet_length
from careercraft.read.pdf.runs import Style
from careercraft.read.pdf.segment import Segment
from careercraft.read.section_names import is_section_name

Cells = list[Segment]
_LARGER = 1.08
_SECTION = 1.15
_MAX_LENGTH = 40
_NARROW = 20
"""Width of a column, in sizes of a heading, under which headings are wrapped."""
_WRAPPED = 1.6
_LIST = 3
"""Lines of one type, the commonest of its column, that are no headings."""
_LONG = 12
_END = 2
"""Letters of a word that doesn't fit in a column, and of its end on the next line."""
_WORDS = 4
"""Of an item of a list beside an entry; fewer after a dot may be the next part of a line that dots divide."""
_ALIGNED = 3.0
"""Points by which left edges of one column may differ."""


def headings_joined(rows: list[Cells], left: float, right: float) -> list[Cells]:
    """`rows` of a region between its edges, with headings in capitals that are wrapped made one line."""
    if not rows or right - left >= _NARROW * max(row[0].size for row in rows):
        return rows
    usual, count = Counter(_type(row) for row in rows).most_common(1)[0]
    result: list[Cells] = []
    for row in rows:
        wrapped = result and right - left < _NARROW * row[0].size and (_type(row) != usual or count < _LIST)
        if wrapped and _is_rest_of_heading(result[-1], row, right):
            first = result[-1][0]
            row[0].runs[0].glued = _is_broken(first, row[0])
            first.runs.extend(row[0].runs)
            first.under = row[0].baseline - first.baseline
        else:
            result.append(row)
    return result


def _type(row: Cells) -> tuple[float, Style]:
    return round(row[0].size, 1), row[0].runs[0].style


def _is_broken(first: Segment, rest: Segment) -> bool:
    """A word that is longer than the column is wide."""
    return (
        len(first.runs) == 1 and len(first.text) >= _LONG and rest.text.isalpha() and len(rest.text) <= _END
    )


def _is_rest_of_heading(above: Cells, row: Cells, right: float) -> bool:
    if len(above) > 1 or len(row) > 1 or not (above[0].text.isupper() and row[0].text.isupper()):
        return False
    first, rest = above[0], row[0]
    one, other = first.runs[-1], rest.runs[0]
    line = one.x1 + (rest.x1 - rest.x0 if len(other.text) == 1 else other.x1 - other.x0)
    return (
        (one.style, first.size) == (other.style, rest.size)
        and 0 < rest.baseline - first.baseline - first.under <= _WRAPPED * rest.size
        and line > right
        and not any(map(str.isdigit, first.text + rest.text))
        and not (bullet_length(first.text) or bullet_length(rest.text))
    )


def side_headings_parted(rows: list[Cells]) -> list[Cells]:
    """`rows` of a region from the top, each with its cells from the left."""
    edge = _content_edge(rows)
    parted: list[Cells] = []
    for row in rows:
        item = _first_item(row)
        if item:
            parted += [row[:item], row[item:]]
        elif _is_named_at(row, edge) or _begins_with_section(row):
            parted += [[row[0]], row[1:]]
        else:
            parted.append(row)
    return parted


def _content_edge(rows: list[Cells]) -> float | None:
    """Where the content beside a column of names begins; None where there is no such column."""
    named = [row for row in rows if _has_side_heading(row)]
    if _has_column_of_names(rows, named):
        return named[0][1].x0
    sections = [row for row in named if is_section_name(row[0].text)]
    several = len({row[0].text for row in sections}) > 1
    return sections[0][1].x0 if several and _has_column_of_names(rows, sections) else None


def _has_column_of_names(rows: list[Cells], named: list[Cells]) -> bool:
    """The content of all named rows, and nearly all other rows, begin at one edge, with nothing at their left."""
    if not named or 2 * len(named) > len(rows):
        return False
    edge = named[0][1].x0
    known = set(map(id, named))
    others = [row for row in rows if id(row) not in known]
    inside = sum(row[0].x0 >= edge - _ALIGNED for row in others)
    return all(abs(row[1].x0 - edge) <= _ALIGNED for row in named) and inside >= 0.8 * len(others)


def _is_named_at(row: Cells, edge: float | None) -> bool:
    return edge is not None and _has_side_heading(row) and abs(row[1].x0 - edge) <= _ALIGNED


def _has_side_heading(row: Cells) -> bool:
    if len(row) < 2 or not _is_name(row[0].text):
        return False
    heading, content = row[0], row[1]
    larger = heading.size >= _LARGER * content.size
    return larger or heading.text.isupper() or (_is_bold(heading) and not _is_bold(content))


def _begins_with_section(row: Cells) -> bool:
    """A section's name in larger type than what stands beside it, or in capitals that reach up to it."""
    if len(row) < 2 or not is_section_name(row[0].text):
        return False
    return row[0].size >= _SECTION * row[1].size or (row[0].text.isupper() and row[1].starts_cell)


def _first_item(row: Cells) -> int:
    """Index of the cell that begins a list beside its name or its entry; 0 without one."""
    if len(row) < 2 or bullet_length(row[0].text):
        return 0
    item = next((index for index, cell in enumerate(row) if bullet_length(cell.text)), 0)
    if item == 1 and _is_name(row[0].text):
        return item
    is_prose = row[item].text[0] in BULLETS and row[item].text.count(" ") >= _WORDS
    return item if item and is_prose else 0


def _is_name(text: str) -> bool:
    return (
        len(text) <= _MAX_LENGTH
        and not text.endswith((":", ","))
        and not any(letter.isdigit() for letter in text)
    )


def _is_bold(segment: Segment) -> bool:
    return all(run.style.bold for run in segment.runs)
