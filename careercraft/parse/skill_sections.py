"""Groups of skills that a template sets as sections of their own, under headings that say nothing of skills.

"Traction / Expert / Class 158 / Class 197" stands in a sidebar like "Languages" below it; no word tells what it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from careercraft.model.document import Document
from careercraft.model.resume import SectionKind
from careercraft.parse.headings import is_weak, known_kind, likely_kind, normalize
from careercraft.parse.row_kinds import is_sentence
from careercraft.parse.rows import Row, make_rows
from careercraft.parse.sections import Part
from careercraft.parse.skill_items import only_level
from careercraft.parse.skills_list import level_row

_LISTED_WORDS = 5
_RATED_WORDS = 8
_NEVER: frozenset[SectionKind] = frozenset({"header", "languages", "summary"})


def skill_sections(document: Document, parts: Sequence[Part]) -> frozenset[int]:
    """Where the parts begin that are groups of skills, told by their first row or by those beside them."""
    rows = {
        index: make_rows(document, part.lines, part.lead)
        for index, part in enumerate(parts)
        if part.lines and _may_be(document, part)
    }
    found = {
        index
        for index, own in rows.items()
        if (_is_rated(own) and (parts[index].kind != "skills" or _is_group_name(parts[index])))
        or _lists_skills(parts[index], own)
    }
    for index in sorted(rows):
        beside = index - 1 in found or index + 1 in found
        if beside and parts[index].kind in ("other", "skills") and _is_short(rows[index]):
            found.add(index)
    return frozenset(parts[index].section.span.start for index in found)


def _may_be(document: Document, part: Part) -> bool:
    """Under a heading that says nothing, or one that names a group as well ("Tools"), or with a level on top."""
    heading = part.section.heading
    if heading is None or part.kind in _NEVER:
        return False
    rated = only_level(document.quote(part.lines[0].span)) is not None
    return part.kind == "other" or rated or _is_group_name(part)


def _is_group_name(part: Part) -> bool:
    """Its heading names one group among others ("Tools"), not the whole of the skills."""
    heading = part.section.heading
    return part.kind == "skills" and heading is not None and is_weak(normalize(heading.value))


def _is_rated(rows: Sequence[Row]) -> bool:
    """A level stands above the items, and they are short."""
    return len(rows) > 1 and level_row(rows[0]) is not None and _all_short(rows[1:], _RATED_WORDS)


def _lists_skills(part: Part, rows: Sequence[Row]) -> bool:
    """A section whose heading says nothing ("Court operations") but which lists short items, as skills are listed."""
    heading = part.section.heading
    if part.kind != "other" or heading is None or len(rows) < 2:
        return False
    key = normalize(heading.value)
    told = likely_kind(key) or known_kind(key)
    return not told and _all_short(rows, _LISTED_WORDS) and not any(map(_has_number, rows))


def _is_short(rows: Sequence[Row]) -> bool:
    listed = [row for row in rows if level_row(row) is None]
    return bool(listed) and _all_short(listed, _LISTED_WORDS) and not any(row.bullet for row in rows)


def _all_short(rows: Sequence[Row], most: int) -> bool:
    return all(
        all(len(cell.text.split()) <= most for cell in row.cells())
        and not row.dates
        and not is_sentence(row.text)
        and "@" not in row.text
        for row in rows
    )


def _has_number(row: Row) -> bool:
    """A number of three digits, as in a telephone number or a street."""
    digits = 0
    for char in row.text:
        digits = digits + 1 if char.isdigit() else 0
        if digits == 3:
            return True
    return False
