"""Lists of short items in a resume, whatever they look like: lines of items, an item a line, names without commas."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import Struct, structs

from careercraft.match.guards.paragraphs import paragraphs
from careercraft.model.document import Document
from careercraft.model.match import Mention
from careercraft.parse.tables import word_set
from careercraft.read.clean import bullet_length
from careercraft.taxonomy.surface import fold

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z(])")
_ITEM = re.compile(r"[,;|•·\t]| {2,}|\s[-–—/]\s|:\s|\b(?:and|und|et|y|e|en)\s", re.IGNORECASE)
_WORD = re.compile(r"[\w+#.-]+")
_ITEM_WORDS = 5
_LONG_ITEM = 25
"""Words of an item that isn't short: half of the `_REACH` before it are, and one behind it."""
_REACH = 4
_LEAST_ITEMS = 5
"""Of a line that is a list by itself; shorter ones are parts of one with their neighbors."""
_SHORT = 0.75
"""Share of the items that are short."""
_DENSE = 0.6
"""Share of the words that belong to names of skills, in a list without commas."""
_PROSE = word_set(
    """a an as at by for from has have i in including into is it my of on that the their this to was were which who with
    der die das des den dem mit für von im zu le la les des du dans pour avec el los las del con para por il lo gli di
    della het een van met voor os da do com"""
)
_TOLD = (0.08, 0.15)
"""Share of such words from which a text with commas tells something and is no list; the second for one of `_MANY` items
of which `_NEARLY_ALL` are short."""
_MANY, _NEARLY_ALL = 12, 0.9


class Piece(Struct, frozen=True, kw_only=True):
    """A paragraph or a sentence in it, and what it names."""

    start: int
    end: int
    bullet: bool
    gap: bool
    """An empty line or a heading goes before it."""
    goes_on: bool
    """It is a further sentence of a paragraph."""
    names: tuple[tuple[str, int, int], ...]
    """Skill ids, and the words of items that are no known skill, each with its place."""
    listed: bool
    """Nothing but items."""
    alone: bool
    """Too short to tell: one item of a list, a heading, a date, a name."""
    words: int


def pieces(document: Document, mentions: Sequence[Mention]) -> list[Piece]:
    """The document cut into paragraphs and their sentences, in reading order."""
    found: list[Piece] = []
    hits = sorted(mentions, key=lambda hit: (hit.span.start, hit.span.end))
    starts = [hit.span.start for hit in hits]
    before = 0
    for lines in paragraphs(document):
        first, last = lines[0].span, lines[-1].span
        gap = "\n\n" in document.text[before : first.start] or bool(lines[0].heading)
        begin = first.start + bullet_length(document.text[first.start : first.end])
        for start, end in _sentences(document.text, begin, last.end):
            inside = hits[bisect_left(starts, start) : bisect_left(starts, end)]
            piece = _piece(document.text, (start, end), inside)
            goes_on = start > begin
            found.append(
                structs.replace(piece, bullet=lines[0].bullet, gap=gap and not goes_on, goes_on=goes_on)
            )
        before = last.end
    return found


def _sentences(text: str, at: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _SENTENCE.finditer(text, at, end):
        yield at, match.start()
        at = match.end()
    if at < end:
        yield at, end


def _piece(text: str, place: tuple[int, int], hits: Sequence[Mention]) -> Piece:
    start, end = place
    items = [item for item in _items(text, start, end) if any(map(str.isalpha, text[slice(*item)]))]
    words = [len(_WORD.findall(text, *item)) for item in items]
    short = sum(count <= _ITEM_WORDS for count in words)
    few = len(items) < _LEAST_ITEMS
    told = sum(word in _PROSE for word in fold(text[start:end]).split())
    many = len(items) >= _MANY and short >= _NEARLY_ALL * len(items)
    is_told = told > _TOLD[many] * sum(words)
    listed = not is_told and ((not few and short >= _SHORT * len(items)) or _is_dense(text, place, hits))
    return Piece(
        start=start,
        end=end,
        bullet=False,
        gap=False,
        goes_on=False,
        names=tuple(_names(text, items, hits)),
        listed=listed,
        alone=few and not listed and all(count <= _ITEM_WORDS for count in words),
        words=sum(words),
    )


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in _ITEM.finditer(text, start, end):
        yield at, match.start()
        at = match.end()
    yield at, end


def _is_dense(text: str, place: tuple[int, int], hits: Sequence[Mention]) -> bool:
    total = len(_WORD.findall(text, *place))
    named = {match.start() for hit in hits for match in _WORD.finditer(text, hit.span.start, hit.span.end)}
    return len(hits) >= _LEAST_ITEMS and len(named) >= _DENSE * total


def _names(
    text: str, items: Sequence[tuple[int, int]], hits: Sequence[Mention]
) -> Iterator[tuple[str, int, int]]:
    for start, end in items:
        inside = [hit for hit in hits if start <= hit.span.start < end]
        for hit in inside:
            yield hit.skill_id, hit.span.start, hit.span.end
        words = fold(text[start:end]).strip(" .")
        if not inside and words and len(words.split()) <= _ITEM_WORDS:
            yield f"={words}", start, end


def lists(found: Sequence[Piece]) -> list[list[Piece]]:
    """Runs of pieces that are lists or may be an item of one; headings between them are parts of the run, and so is
    a long item among short ones."""
    runs: list[list[Piece]] = [[]]
    for index, piece in enumerate(found):
        if piece.listed or piece.alone or _is_long_item(found, index):
            runs[-1].append(piece)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if any(piece.listed for piece in run) or len(run) >= _LEAST_ITEMS]


def _is_long_item(found: Sequence[Piece], index: int) -> bool:
    piece = found[index]
    sides = found[max(0, index - _REACH) : index], found[index + 1 : index + 1 + _REACH]
    before, behind = (
        sum((one.listed or one.alone) and one.bullet == piece.bullet for one in side) for side in sides
    )
    return piece.words <= _LONG_ITEM and before >= _REACH / 2 and behind > 0
