"""Section names in a column of their own, beside the section's content.

    EXPERIENCE      Senior Scientist, BioNord
                    2018 – present

They become lines of their own. A column of labels or dates (`Languages   Python, Go`) has a cell on nearly every
row and reads better beside its value; a column of section names is sparse and set apart by its type.
"""

from __future__ import annotations

from careercraft.read.clean import bullet_length
from careercraft.read.pdf.segments import Segment

Cells = list[Segment]
_LARGER = 1.08
_MAX_LENGTH = 40
_ALIGNED = 3.0
"""Points by which left edges of one column may differ."""


def side_headings_parted(rows: list[Cells]) -> list[Cells]:
    """`rows` of a region from the top, each with its cells from the left."""
    named = [row for row in rows if _has_side_heading(row)]
    column = _has_column_of_names(rows, named)
    parted: list[Cells] = []
    for row in rows:
        if (column and _has_side_heading(row)) or _names_a_list(row):
            parted += [[row[0]], row[1:]]
        else:
            parted.append(row)
    return parted


def _has_column_of_names(rows: list[Cells], named: list[Cells]) -> bool:
    """The content of all named rows, and nearly all other rows, begin at one edge, with nothing at their left."""
    if not named or 2 * len(named) > len(rows):
        return False
    edge = named[0][1].x0
    others = [row for row in rows if not _has_side_heading(row)]
    inside = sum(row[0].x0 >= edge - _ALIGNED for row in others)
    return all(abs(row[1].x0 - edge) <= _ALIGNED for row in named) and inside >= 0.8 * len(others)


def _has_side_heading(row: Cells) -> bool:
    if len(row) < 2 or not _is_name(row[0].text):
        return False
    heading, content = row[0], row[1]
    larger = heading.size >= _LARGER * content.size
    return larger or heading.text.isupper() or (_is_bold(heading) and not _is_bold(content))


def _names_a_list(row: Cells) -> bool:
    return (
        len(row) > 1
        and bullet_length(row[1].text) > 0
        and _is_name(row[0].text)
        and not bullet_length(row[0].text)
    )


def _is_name(text: str) -> bool:
    return (
        len(text) <= _MAX_LENGTH
        and not text.endswith((":", ","))
        and not any(letter.isdigit() for letter in text)
    )


def _is_bold(segment: Segment) -> bool:
    return all(run.style.bold for run in segment.runs)
