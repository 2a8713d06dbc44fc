"""Rows to draft lines: which rows wrap from the row before, where a gap is, how large the type is."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from careercraft.read.assemble import Draft
from careercraft.read.pdf.layout import Row

_PAGE_NUMBER = re.compile(
    r"(?:page|seite|p[aá]gina|pagina|p\.)?\s*\d{1,3}\s*(?:(?:/|of|von|de|di|sur|van)\s*\d{1,3})?\Z", re.I
)
_NUMBER = re.compile(r"\d+")
_NARROW = 30
"""Width of a column, in font sizes, under which lists of short items are commoner than running text."""
_GOES_ON = re.compile(r"(?:[,&/(-]|\b(?:and|or|of|the|a|an|in|for|to|with|und|et|y|e|de|of|en))\Z")
_LEAST_FILLED = 0.55
"""Share of the width that a full line takes even when a very long word follows."""
_ADDRESS = re.compile(r"\S+@|https?:|www\.")
_MARGIN = 0.08
"""Share of the page's height at its top and bottom where running heads and page numbers stand."""


def draft_lines(rows: list[Row]) -> list[Draft]:
    body = _body_size(rows)
    pitch = _pitch(rows, body)
    drafts: list[Draft] = []
    first = rows[0] if rows else None
    block = 0
    for index, row in enumerate(rows):
        previous = rows[index - 1] if index else None
        joined = previous is not None and first is not None and _wraps(previous, row, first, body, pitch)
        if not joined:
            first, block = row, block + 1
        drafts.append(
            _draft(
                row, block, body, not joined and previous is not None and _is_gap(previous, row, body, pitch)
            )
        )
    return drafts


def _body_size(rows: list[Row]) -> float:
    lengths: Counter[float] = Counter()
    for row in rows:
        lengths[round(row.size, 1)] += len(row.text)
    return max(lengths, key=lambda size: (lengths[size], -size), default=1.0) or 1.0


def _pitch(rows: list[Row], body: float) -> float:
    """The usual distance of two baselines of running text, in points."""
    steps = sorted(
        row.baseline - previous.baseline
        for previous, row in pairwise(rows)
        if row.region == previous.region
        and 0 < row.baseline - previous.baseline < 3 * body
        and abs(row.size - body) < 0.1 * body
        and abs(previous.size - body) < 0.1 * body
    )
    return steps[len(steps) // 3] if steps else 1.2 * body


def _draft(row: Row, block: int, body: float, gap: bool) -> Draft:
    return Draft(
        text=row.text,
        page=row.page,
        block=block,
        gap=gap,
        bullet=row.bullet,
        size=round(row.size / body, 2),
        bold=row.bold,
        indent=round((row.x0 - row.left) / body, 1),
    )


def _wraps(previous: Row, row: Row, first: Row, body: float, pitch: float) -> bool:
    """Whether `row` goes on with the paragraph or list item that `first` began."""
    if row.bullet or abs(row.size - previous.size) > 0.15 * body:
        return False
    if "  " in row.text or ("  " in previous.text and not first.bullet):
        return False
    if row.page != previous.page or row.region != previous.region:
        return _fills(previous, row) and row.text[:1].islower() and row.bold == previous.bold
    if _is_gap(previous, row, body, pitch):
        return False
    if first.bullet:
        return _hangs(first, previous, row)
    if row.bold != previous.bold and not row.text[:1].islower():
        return False
    return abs(row.x0 - previous.x0) <= 2.5 * body and _fills(previous, row)


def _hangs(item: Row, previous: Row, row: Row) -> bool:
    """A list item's later lines stand under its text, or under its bullet when the line before is full."""
    if row.x0 >= item.x0 + 0.4 * item.size and abs(row.x0 - item.text_x) <= 1.0 * item.size:
        return True
    return row.x0 >= item.x0 - 1.0 and (_fills(previous, row) and (row.text[:1].islower() or not row.bold))


def _fills(previous: Row, row: Row) -> bool:
    """The first word of `row` would not have fitted on `previous`.

    In a narrow column that is also true of the longest of a list of short items, so there the words have to
    agree.
    """
    width = previous.right - previous.left
    slack = 0.02 * width + 0.5
    if previous.x1 - previous.left < _LEAST_FILLED * width:
        return False
    if previous.x1 + 0.2 * row.size + row.first_word <= previous.right - slack:
        return False
    if width >= _NARROW * row.size:
        return True
    return (row.text[:1].islower() or _GOES_ON.search(previous.text) is not None) and not _ADDRESS.match(
        row.text
    )


def _is_gap(previous: Row, row: Row, body: float, pitch: float) -> bool:
    if row.page != previous.page or row.region != previous.region:
        return True
    step = row.baseline - previous.baseline
    scale = max(1.0, (row.size + previous.size) / (2 * body))
    return step < 0 or step > 1.3 * pitch * scale


def without_page_furniture(rows: list[Row], heights: dict[int, float]) -> list[Row]:
    """Page numbers and numbered heads or feet go; one repeated word for word stays where it stands first."""
    margins = [row for row in rows if _in_margin(row, heights)]
    gone = {id(row) for group in _repeated(margins) for row in _superfluous(group)}
    gone |= {id(row) for row in margins if _is_page_number(row.text, len(heights))}
    return [row for row in rows if id(row) not in gone]


def _in_margin(row: Row, heights: dict[int, float]) -> bool:
    height = heights[row.page]
    return row.baseline < _MARGIN * height or row.baseline > (1 - _MARGIN) * height


def _is_page_number(text: str, pages: int) -> bool:
    return _PAGE_NUMBER.match(text) is not None and (pages > 1 or not text.isdigit())


def _repeated(rows: list[Row]) -> list[list[Row]]:
    """Rows that differ in their numbers alone and stand at one height on more than one page."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(_NUMBER.sub("#", row.text.lower()), []).append(row)
    return [
        group
        for group in groups.values()
        if len({row.page for row in group}) > 1
        and max(abs(row.baseline - group[0].baseline) for row in group) < 3
    ]


def _superfluous(group: list[Row]) -> list[Row]:
    """All of a group that counts the pages; of other groups what was said word for word before."""
    if all(str(row.page) in _NUMBER.findall(row.text) for row in group):
        return group
    return [row for number, row in enumerate(group) if row.text in {other.text for other in group[:number]}]
