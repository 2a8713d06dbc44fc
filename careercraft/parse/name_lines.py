"""The name by its lines: many templates set it larger than all else, beside an address or over several lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from careercraft.model.document import Span, Text
from careercraft.parse.contact_fields import CELL
from careercraft.parse.emails import holds_address
from careercraft.parse.evidence import title_evidence
from careercraft.parse.headings import known_kind, normalize
from careercraft.parse.headlines import is_headline
from careercraft.parse.people import folded, is_name, is_particle, may_be_single_name, name_in
from careercraft.parse.piece import Piece
from careercraft.parse.places import find_places
from careercraft.parse.rows import Row

_LARGE = 1.1
_LARGER = 0.05
_HEADLINE = 1.25
_LARGEST = 1.5
_NEXT = 1.2
_PARAGRAPH = 2
"""Characters between two lines with an empty one between them."""
_BROKEN = re.compile(r"\s([^\W\d_A-ZÀ-Þ][^\W\d_]*)(?=\s|$)")
"""A small word in a name: a particle, or the end of a name that a narrow column broke."""
_MARKS = re.compile(r"[,|•·@:()\d]|\s[-–—]\s")
_MOST_LINES = 4
_MOST_ROWS = 12
_MOST_WORDS = 8


def name_in_large_type(rows: Sequence[Row]) -> tuple[Text, list[Piece]] | None:
    """The name that several lines of the header's largest type make together, and their cells; else None.

    Lines of the address may stand between them, or behind them on the same line.
    """
    top = rows[:_MOST_ROWS]
    largest = max((row.line.size for row in top), default=0.0)
    cells = [_first_cell(piece) for row in top if row.line.size == largest for piece in row.pieces]
    if largest < _LARGEST or not 2 <= len(cells) <= _MOST_LINES:
        return None
    if any(title_evidence(cell.text) > 0 or known_kind(normalize(cell.text)) for cell in cells):
        return None
    text = " ".join(cell.value for cell in cells).replace("- ", "-")
    text = _BROKEN.sub(lambda found: found[0] if is_particle(found[1]) else found[1], text)
    if not is_name(text):
        return None
    return Text(text, Span(cells[0].start, cells[-1].end, cells[0].page)), cells


def without_cells(row: Row, cells: Sequence[Piece]) -> Row | None:
    """The row without the name's cells at the head of its lines; None where nothing is left."""
    starts = {cell.start: len(cell.text) for cell in cells}
    if not any(piece.start in starts for piece in row.pieces):
        return row
    rest = [piece.cut(starts.get(piece.start, 0)).strip(" \t|•·") for piece in row.pieces]
    pieces = tuple(piece for piece in rest if piece.text)
    return replace(row, pieces=pieces) if pieces else None


def second_largest(rows: Sequence[Row]) -> Piece | None:
    """The line in the header's second largest type, where that is larger than the text: the headline."""
    top = rows[:_MOST_ROWS]
    sizes = sorted({row.line.size for row in top}, reverse=True)
    found = [_first_cell(row.pieces[0]) for row in top if len(sizes) > 1 and row.line.size == sizes[1]]
    if len(sizes) < 3 or sizes[1] < _NEXT or len(found) != 1:
        return None
    text = found[0].text
    plain = not any(char.isdigit() or char in "@:" for char in text) and not text.endswith(".")
    plain = plain and not find_places(text, towns=True)
    return (
        found[0]
        if plain and known_kind(normalize(text)) is None and len(text.split()) <= _MOST_WORDS
        else None
    )


def name_with_title(cell: Piece, email: str) -> tuple[Piece, Piece] | None:
    """Name and title with a mere space between them ("Robert K. Tanaka Court Administrator"): told apart by the email
    address, or by a title's word that follows the name; None where neither tells."""
    words = list(re.finditer(r"\S+", cell.text))
    if not 3 <= len(words) <= _MOST_WORDS + 2 or _MARKS.search(cell.text) or title_evidence(cell.text) < 1:
        return None
    counts = range(min(5, len(words) - 1), 1, -1)
    told = [count for count in counts if _in_address(words[count - 1][0], email)]
    titled = [count for count in counts if title_evidence(words[count][0]) >= 1]
    for count in (*told, *reversed(titled)):
        name, title = cell.cut(0, words[count - 1].end()), cell.cut(words[count].start())
        if is_name(name.text) and not title_evidence(name.text) and title_evidence(title.text) >= 1:
            return name, title
    return None


def _in_address(word: str, email: str) -> bool:
    bare = folded(email).replace("'", "")
    return any(len(half) > 2 and half in bare for half in folded(word).replace("'", "").split("-"))


def _first_cell(piece: Piece) -> Piece:
    cells = piece.split(CELL)
    return cells[0].strip() if cells else piece


def single_name(rows: Sequence[Row], email: str) -> tuple[Piece, Piece | None] | None:
    """A name of one word on the first row ("Sutrisno"), and the title behind its comma."""
    if not rows or len(rows[0].pieces) > 1:
        return None
    whole = rows[0].pieces[0].trim()
    name = whole.cut(0, len(whole.text.partition(", ")[0]))
    if not may_be_single_name(name.text, email=email, large=rows[0].line.size >= _LARGE):
        return None
    if any(name_in(row.pieces[0], email) for row in rows[1:3]):
        return None
    return name, whole.cut(len(name.text)).trim() if name != whole else None


def with_wrapped_lines(rows: Sequence[Row]) -> list[Row]:
    """A name or a headline in large type may take two lines."""
    joined: list[Row] = []
    plain = sorted(row.line.size for row in rows)[len(rows) // 2] if rows else 1.0
    for row in rows:
        last = joined[-1] if joined else None
        if last is not None and _is_wrapped(last, row, plain, first=len(joined) == 1):
            joined[-1] = replace(last, pieces=(*last.pieces, *row.pieces))
        else:
            joined.append(row)
    return joined


def _is_wrapped(last: Row, row: Row, plain: float, *, first: bool) -> bool:
    """`plain` is the size of most of the header's lines: addresses larger than the text aren't in large type."""
    large = last.line.size >= min(_HEADLINE, max(_LARGE, plain + _LARGER))
    alike = (last.line.size, last.line.bold) == (row.line.size, row.line.bold)
    if not alike or holds_address(row.text):
        return False
    if large and not row.gap and row.start - last.pieces[-1].end == 1:
        return not (is_name(last.text) and is_headline(row.text))
    return first and _is_halved_name(last, row)


def _is_halved_name(last: Row, row: Row) -> bool:
    """Only both lines together are a name: "Ada / Brown", or one that a narrow column cuts behind "de"."""
    if row.start - last.pieces[-1].end > _PARAGRAPH or len(last.pieces) > 1:
        return False
    upper, lower = last.text.split(), row.text.split()
    large = last.line.size >= _LARGE
    goes_on = large and (len(lower) == 1 or is_particle(upper[-1]))
    if not goes_on and not (len(upper) == 1 and len(lower) <= 2):
        return False
    halves = (last.text, row.text)
    if any(title_evidence(half) > 0 or known_kind(normalize(half)) for half in halves):
        return False
    if not large and any(find_places(half) for half in halves):
        return False
    return is_name(" ".join(halves)) and not (is_name(last.text) and not large)
