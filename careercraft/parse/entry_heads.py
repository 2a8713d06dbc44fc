"""What the rows of an entry's head hold, and paragraphs that are several entries in one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from careercraft.model.resume import DateRange
from careercraft.parse.evidence import employer_evidence, leaning, title_evidence
from careercraft.parse.piece import Piece
from careercraft.parse.places import find_places
from careercraft.parse.row_kinds import header_like, is_place
from careercraft.parse.rows import Row, undated_rest

_TELLING = 18
_NAME_WORDS = 6
_TITLE = 2
_NAMES = re.compile(r",\s+|\s+[|•·–—-]\s+|\s{2,}|\t|\s+(?:at|@|bei|chez)\s+")
_SET_OFF = re.compile(r"[,(]|\s[·|•–-]\s")
_CLAUSE = re.compile(r"(?<=[a-z)\d][.;])\s+(?=[A-Z])|(?<=\d\)),\s+(?:and\s+)?")


def under_dates(head: Sequence[Row], dates: DateRange | None) -> list[Row]:
    """The rows of the head below the one with its dates that name more than a place."""
    last = next((index for index, row in enumerate(head) if dates in row.dates), len(head))
    return [row for row in head[last + 1 :] if not is_place(row)]


def are_whole(rows: Sequence[Row], anchors: Sequence[int]) -> bool:
    """Each head names title and employer on one line, parted by a sign, as the words of some of them show."""
    named = [
        rows[at] if undated_rest(rows[at]) else rows[at - 1] for at in anchors if at or undated_rest(rows[at])
    ]
    leanings = [
        [
            leaning(part)
            for piece in undated_rest(row)
            for part in _NAMES.split(piece.text)
            if not find_places(part)
        ]
        for row in named
    ]
    if len(named) < len(anchors) or any(len(parts) < 2 for parts in leanings):
        return False
    clear = sum(max(parts) >= _TITLE and min(parts) < 0 for parts in leanings)
    return 3 * clear >= len(leanings)


def names_two(head: Sequence[Row], dates: DateRange | None) -> bool:
    """The head up to its dates has two names at least, on two lines or parted on one."""
    under = under_dates(head, dates)
    names = [
        part
        for row in head
        if not is_place(row) and not any(row is other for other in under)
        for piece in undated_rest(row)
        for part in _NAMES.split(piece.text)
    ]
    return len(names) > 1


def by_period(row: Row) -> list[Row]:
    """A paragraph that tells of several periods is cut at its sentences, so that each can be an entry."""
    if sum(date.start is not None for date in row.dates) < 2 or len(row.text.split()) < _TELLING:
        return [row]
    pieces = [part.strip() for piece in row.pieces for part in piece.split(_CLAUSE)]
    groups: list[list[Piece]] = []
    for piece in pieces:
        dated = any(piece.start <= date.span.start < piece.end for date in row.dates)
        if dated or not groups:
            groups.append([piece])
        else:
            groups[-1].append(piece)
    return [_sub_row(row, group) for group in groups]


def _sub_row(row: Row, pieces: list[Piece]) -> Row:
    dates = tuple(date for date in row.dates if pieces[0].start <= date.span.start < pieces[-1].end)
    return replace(row, pieces=tuple(pieces), dates=dates)


def _named_words(text: str) -> int:
    """How many words it has before the place that a sign sets off."""
    count = len(text.split())
    if count > _NAME_WORDS and _SET_OFF.search(text) and (places := find_places(text)):
        before = text[: places[-1].start].rstrip()
        return len(before.split()) if before.endswith((",", "·", "|", "•", "(", "–", "-")) else count
    return count


def may_name(row: Row) -> bool:
    """Short enough for a title or an employer, or with the words of one."""
    count = _named_words(row.text)
    told = employer_evidence(row.text) > 0 or title_evidence(row.text) >= 2
    return header_like(row) and (count <= _NAME_WORDS or (told and count <= 2 * _NAME_WORDS - 2))
