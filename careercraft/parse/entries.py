"""Groups the rows of a work or project section into entries: which rows name it, which tell about it.

A dated row is the anchor of an entry. How many rows stand before it in the head is learned from the
section's first entry, since templates repeat themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from careercraft.model.resume import DateRange
from careercraft.parse.anchors import best_date, find_anchors, labeled, undated_rest
from careercraft.parse.evidence import employer_evidence, title_evidence
from careercraft.parse.piece import Piece
from careercraft.parse.rows import Row, header_like

_MAX_LEAD = 3
_TELLING = 18
_CLAUSE = re.compile(r"(?<=[a-z)\d][.;])\s+(?=[A-Z])|(?<=\d\)),\s+(?:and\s+)?")


class RawEntry(Struct, kw_only=True):
    """Rows of one entry before its head is read."""

    head: list[Row]
    body: list[Row]
    dates: DateRange | None = None

    @property
    def start(self) -> int:
        return min(row.start for row in (*self.head, *self.body))

    @property
    def end(self) -> int:
        return max(row.pieces[-1].end for row in (*self.head, *self.body))


def group_entries(rows: Sequence[Row]) -> tuple[list[Row], list[RawEntry]]:
    """(rows before the first entry, entries in order). Every row is in exactly one of them."""
    rows = [part for row in rows for part in _by_period(row)]
    anchors = find_anchors(rows)
    if not anchors:
        return _undated(rows)
    heads = _heads(rows, anchors)
    preamble = list(rows[: heads[0][0]])
    entries: list[RawEntry] = []
    ends = [*(first for first, _, _ in heads[1:]), len(rows)]
    for (first, last, anchor), end in zip(heads, ends, strict=True):
        head = [
            row for row in rows[first:last] if not (row.bullet and row is rows[anchor] and first < anchor)
        ]
        body = [row for row in rows[first:end] if not any(row is other for other in head)]
        entries.extend(_split_undated(RawEntry(head=head, body=body, dates=best_date(rows[anchor]))))
    return preamble, entries


def _by_period(row: Row) -> list[Row]:
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


def _heads(rows: Sequence[Row], anchors: Sequence[int]) -> list[tuple[int, int, int]]:
    """(first row, one past the last row of the head, anchor row) for each entry."""
    lead = _run_before(rows, anchors[0], 0)
    heads: list[tuple[int, int, int]] = []
    floor = 0
    for position, anchor in enumerate(anchors):
        before = _run_before(rows, anchor, floor)
        count = before if position == 0 else _leading(rows, anchor, floor, before, lead)
        limit = anchors[position + 1] if position + 1 < len(anchors) else len(rows)
        spare = _following(rows, anchor, count, limit, lead if position + 1 < len(anchors) else 0)
        heads.append((anchor - count, anchor + 1 + spare, anchor))
        floor = anchor + 1 + spare
    return heads


def _run_before(rows: Sequence[Row], anchor: int, floor: int) -> int:
    """How many head-like rows stand directly before the anchor, up to a change of paragraph after the second."""
    count = 0
    while count < _MAX_LEAD and anchor - count - 1 >= floor and header_like(rows[anchor - count - 1]):
        if labeled(rows[anchor]) is None and count and rows[anchor - count].gap:
            break
        count += 1
    return count


def _leading(rows: Sequence[Row], anchor: int, floor: int, before: int, lead: int) -> int:
    """Rows before the anchor that are its own, where the section's first entry has `lead` of them."""
    if before <= lead:
        return before
    touches = anchor - before == floor
    if lead == 0:
        row = rows[anchor - before]
        own = (
            row.gap
            or row.line.bold
            or row.line.heading
            or employer_evidence(row.text) > 0
            or title_evidence(row.text) > 0
        )
        return before if own and not touches and before <= 2 else 0
    return min(before, lead) if touches else min(before, max(lead, 2))


def _following(rows: Sequence[Row], anchor: int, before: int, limit: int, lead: int) -> int:
    """How many rows after the anchor still name the entry (its employer's line under its title's)."""
    count = 0
    own = before + (1 if undated_rest(rows[anchor]) and not rows[anchor].bullet else 0)
    labels = labeled(rows[anchor]) is not None
    while anchor + 1 + count < limit and own + count < (4 if labels else 2):
        row = rows[anchor + 1 + count]
        if not (header_like(row) or labeled(row)) or (row.gap and own + count > 0 and not labels):
            break
        run = _run_length(rows, anchor + 1 + count, limit)
        if limit < len(rows) and run <= lead and not row.gap and anchor + 1 + count + run == limit:
            break  # these rows lead the next entry
        count += 1
    return count


def _run_length(rows: Sequence[Row], start: int, limit: int) -> int:
    count = 0
    while start + count < limit and header_like(rows[start + count]):
        count += 1
    return count


def _split_undated(entry: RawEntry) -> list[RawEntry]:
    """An entry without dates may stand after a dated one: a bold or lone title between two lists of bullets."""
    for index in range(1, len(entry.body)):
        row = entry.body[index]
        if _opens_entry(entry.body, index) and row.line.bold >= entry.head[0].line.bold:
            first = RawEntry(head=entry.head, body=entry.body[:index], dates=entry.dates)
            rest = RawEntry(head=[row], body=entry.body[index + 1 :])
            return [first, *_split_undated(rest)]
    return [entry]


def _opens_entry(body: Sequence[Row], index: int) -> bool:
    row = body[index]
    followed = index + 1 < len(body) and body[index + 1].bullet
    return followed and body[index - 1].bullet and header_like(row) and title_evidence(row.text) > 0


def _undated(rows: Sequence[Row]) -> tuple[list[Row], list[RawEntry]]:
    """A section without any date: head-like rows open entries; a plain list is one entry an item."""
    if rows and all(row.bullet for row in rows):
        return [], [RawEntry(head=[row], body=[]) for row in rows]
    preamble: list[Row] = []
    entries: list[RawEntry] = []
    for index, row in enumerate(rows):
        after_body = index == 0 or row.gap or not header_like(rows[index - 1])
        if (
            entries
            and header_like(row)
            and not entries[-1].body
            and len(entries[-1].head) < 3
            and not row.gap
        ):
            entries[-1].head.append(row)
        elif (header_like(row) and after_body) or (not entries and labeled(row)):
            entries.append(RawEntry(head=[row], body=[]))
        elif entries and labeled(row) and not entries[-1].body:
            entries[-1].head.append(row)
        elif entries:
            entries[-1].body.append(row)
        else:
            preamble.append(row)
    return preamble, entries
