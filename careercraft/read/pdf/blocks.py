"""Rows to draft lines: which rows wrap from the row before, where a gap is, how large the type is."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from careercraft.read.assemble import Draft
from careercraft.read.clean import is_page_number
from careercraft.read.pdf.item_wraps import wrapped_items
from careercraft.read.pdf.layout import Row

_NUMBER = re.compile(
    r"(?:page|seite|p[aá]gina|pagina|p\.)?\s*\d{1,3}\s*(?:(?:/|of|von|de|di|sur|van)\s*\d{1,3})?\Z", re.I
)
_NUMBER = re.compile(r"\d+")
_NARROW = 30
"""Width of a column, in font sizes, under which lists of short items are commoner than running text."""
_GOES_ON = re.compile(
    r"(?:[,&/(·•|-]|\b(?:and|or|of|the|a|an|in|for|to|with|und|et|y|e|de|of|en|AND|OR|OF|THE|FOR|WITH|UND|ET|DE))\Z"
)
_LEAST_FILLED = 0.55
"""Share of the width that a full line takes even when a very long word follows."""
_ADDRESS = re.compile(r"\S+@|https?:|www\.")
_WHOLE_ADDRESS = re.compile(r"\S+(?:@|://|\.)\S*[^\W_]")
_ENDS_IN_YEAR = re.compile(r"\b(?:19|20)\d\d\)?\Z")
_MIN_AGAIN = 4
"""Rows that a repeated sidebar has at least."""
_TITLE_FILLED = 0.7
_REST = 2
"""Letters of a line that is the rest of the one before: "Level" / "D"."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_TITLE = 1.5
"""Size of a name against the body's from which its lines are one."""
_TITLE_LINES = 3
_MARGIN = 0.08
"""Share of the page's height at its top and bottom where running heads and page numbers stand."""


def draft_lines(rows: list[Row]) -> list[Draft]:
    body = _body_size(rows)
    pitches = _Pitches(rows, body)
    wrapped = wrapped_items(rows)
    largest = max((row.size for row in rows), default=0.0)
    drafts: list[Draft] = []
    first = rows[0] if rows else None
    block = 0
    for index, row in enumerate(rows):
        previous = rows[index - 1] if index else None
        if id(row) in wrapped:
            drafts[-1].text += f" {row.text}"
            drafts[-1].links = [*drafts[-1].links, *row.links]
            continue
        pitch = pitches.of(row)
        joined = (
            previous is not None
            and first is not None
            and (
                _wraps(previous, row, first, body, pitch)
                or (row.size >= max(_TITLE * body, 0.97 * largest) and _same_title(previous, row, first))
            )
        )
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


class _Pitches:
    """The usual distance of two baselines of running text, in points; where a region sets its text wider, its own."""

    def __init__(self, rows: list[Row], body: float) -> None:
        self._usual = _pitch(rows, body)
        steps: dict[int, list[float]] = {}
        for previous, row in pairwise(rows):
            if _surely_goes_on(previous, row, body):
                steps.setdefault(row.region, []).append(row.baseline - previous.bottom)
        self._own = {region: sorted(found)[len(found) // 2] for region, found in steps.items()}

    def of(self, row: Row) -> float:
        return max(self._usual, self._own.get(row.region, 0.0))


def _surely_goes_on(previous: Row, row: Row, body: float) -> bool:
    """Small letters under a line that is full, in the same place and size and not far away."""
    return (
        row.region == previous.region
        and row.page == previous.page
        and row.text[:1].islower()
        and not row.bullet
        and abs(row.size - previous.size) < 0.1 * body
        and abs(row.x0 - previous.text_x) < 1.0
        and 0 < row.baseline - previous.bottom < 2.2 * row.size
        and _fills(previous, row)
    )


def _pitch(rows: list[Row], body: float) -> float:
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
        links=row.links,
    )


def _wraps(previous: Row, row: Row, first: Row, body: float, pitch: float) -> bool:
    """Whether `row` goes on with the paragraph or list item that `first` began."""
    if row.bullet or abs(row.size - previous.size) > 0.15 * body:
        return False
    if "  " in row.text or row.baseline < previous.baseline:
        return False
    if "  " in previous.text and not first.bullet:
        return _goes_on_in_cell(previous, row) and not _is_gap(previous, row, body, pitch)
    if row.page != previous.page or row.region != previous.region:
        return _fills(previous, row) and row.text[:1].islower() and row.bold == previous.bold
    if _is_gap(previous, row, body, pitch):
        return False
    if first.bullet:
        return _hangs(first, previous, row)
    if not row.text[:1].islower() and (
        row.fonts[0] != previous.fonts[1] or _ENDS_IN_YEAR.search(previous.text)
    ):
        return False
    same_edge = abs(row.x0 - previous.x0) <= 2.5 * body or _ends_alike(previous, row)
    return same_edge and _fills(previous, row)


def _same_title(previous: Row, row: Row, first: Row) -> bool:
    """The next line of a large name that is set in several."""
    return (
        row.page == previous.page == 1
        and row.region == previous.region
        and (abs(row.x0 - previous.x0) <= 1.0 or abs(row.x0 + row.x1 - previous.x0 - previous.x1) <= 4.0)
        and abs(row.size - previous.size) < 0.5
        and (row.bold, row.fonts) == (previous.bold, previous.fonts)
        and 0 < row.baseline - previous.bottom <= 1.5 * row.size
        and row.baseline - first.baseline < _TITLE_LINES * 1.5 * row.size
        and len(previous.text) + len(row.text) <= 50
    )


def _goes_on_in_cell(previous: Row, row: Row) -> bool:
    """The value beside a label is wrapped under itself."""
    return abs(row.x0 - previous.cell_x) <= 1.0 and _fills(previous, row)


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
    used = previous.right - previous.x0 if _ends_alike(previous, row) else previous.x1 - previous.left
    if used < _LEAST_FILLED * width or used + 0.2 * row.size + row.first_word <= width - slack:
        return False
    if width >= _NARROW * row.size:
        return True
    if _ADDRESS.match(row.text) or _WHOLE_ADDRESS.fullmatch(previous.text):
        return False
    if row.text[:1].islower() or _GOES_ON.search(previous.text) is not None:
        return True
    if previous.fonts[0] != previous.fonts[1] == row.fonts[0] or len(row.text) <= _REST:
        return True  # the line ends in the type that the next one begins in
    return _is_title(previous, row) and previous.x1 - previous.left >= _TITLE_FILLED * width


def _ends_alike(previous: Row, row: Row) -> bool:
    """Two lines that are set to the right edge of their region."""
    return abs(row.x1 - previous.x1) <= 1.0 and abs(row.x1 - row.right) <= 1.0 < abs(row.x0 - previous.x0)


def _is_title(previous: Row, row: Row) -> bool:
    """Two lines in the bold type of an entry's title. A place under it has a comma."""
    return (
        row.bold
        and "," not in row.text
        and (previous.bold, previous.size, previous.fonts[1]) == (row.bold, row.size, row.fonts[0])
        and not (_YEAR.search(row.text) or _YEAR.search(previous.text))
    )


def _is_gap(previous: Row, row: Row, body: float, pitch: float) -> bool:
    if row.page != previous.page or row.region != previous.region:
        return True
    step = row.baseline - previous.bottom
    scale = max(1.0, (row.size + previous.size) / (2 * body))
    return step > 1.3 * pitch * scale  # above it stands the next cell of a table's row


def without_page_furniture(rows: list[Row], heights: dict[int, float]) -> list[Row]:
    """Page numbers and numbered heads or feet go; one repeated word for word stays where it stands first."""
    margins = [row for row in rows if _in_margin(row, heights)]
    gone = {id(row) for group in _repeated(margins) for row in _superfluous(group)}
    gone |= {id(row) for row in margins if _is_page_number(row.text, len(heights))}
    gone |= {id(row) for row in _painted_again(rows)}
    return [row for row in rows if id(row) not in gone]


def _painted_again(rows: list[Row]) -> list[Row]:
    """A sidebar that stands word for word in the same place on a later page too."""
    seen: dict[tuple[str, int, int], int] = {}
    again: dict[int, list[Row]] = {}
    for row in rows:
        first = seen.setdefault((row.text, round(row.x0), round(row.baseline)), row.page)
        if first != row.page:
            again.setdefault(row.page, []).append(row)
    return [row for found in again.values() if len(found) >= _MIN_AGAIN for row in found]


def _in_margin(row: Row, heights: dict[int, float]) -> bool:
    height = heights[row.page]
    return row.baseline < _MARGIN * height or row.baseline > (1 - _MARGIN) * height


def _is_page_number(text: str, pages: int) -> bool:
    return is_page_number(text) and (pages > 1 or not text.isdigit())


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
