"""Groups the rows of a work or project section into entries: which rows name it, which tell about it.

A dated row is the anchor of an entry. How many rows stand before it in the head is learned from the
section's first entry, since templates repeat themselves.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from careercraft.parse.anchors import best_date, find_anchors, labeled
from careercraft.parse.entry_forms import RawEntry, of_one_form
from careercraft.parse.entry_heads import are_whole, by_period, may_name
from careercraft.parse.evidence import employer_evidence, title_evidence
from careercraft.parse.hanging import hanging_openers, margins, set_as_list, set_in
from careercraft.parse.openers import openers, segments
from careercraft.parse.row_kinds import header_like, is_address, is_label, is_place
from careercraft.parse.rows import Row, undated_rest

_MAX_LEAD = 3
_NAMED = 2
"""Rows besides place and dates that name an entry: its title and its employer."""


def group_entries(rows: Sequence[Row]) -> tuple[list[Row], list[RawEntry]]:
    """(rows before the first entry, entries in order). Every row is in exactly one of them."""
    rows = [part for row in rows for part in by_period(row)]
    anchors = find_anchors(rows)
    starts = hanging_openers(rows, anchors) if set_as_list(rows, anchors) else None
    starts = starts or openers(rows, anchors) or hanging_openers(rows, anchors)
    if starts is not None:
        grouped = [
            _in_segment(rows[low:high], _inside(anchors, low, high))
            for low, high in segments(starts, len(rows))
        ]
        return list(rows[: starts[0]]), of_one_form([entry for entries in grouped for entry in entries])
    if not anchors:
        return _undated(rows)
    return _by_anchors(rows, anchors)


def _inside(anchors: Sequence[int], low: int, high: int) -> list[int]:
    """The anchors of a stretch, counted from its start."""
    return [anchor - low for anchor in anchors if low <= anchor < high]


def _in_segment(rows: Sequence[Row], told: Sequence[int]) -> list[RawEntry]:
    """The entry of a stretch that typography sets apart; several where one employer has several dated titles.

    `told` are the anchors that the whole section shows; only where it shows none the stretch is asked alone.
    """
    anchors = _periods(rows, told or find_anchors(rows))
    if len(anchors) > 1:
        return _under_one_employer(rows, anchors)
    last = anchors[0] if anchors else 0
    end = _end_of_head(rows, last)
    head = [row for row in rows[:end] if not row.bullet and not is_address(row)]
    body = [row for row in rows if not any(row is other for other in head)]
    return [
        RawEntry(head=head or [rows[0]], body=body if head else list(rows[1:]), dates=best_date(rows[last]))
    ]


def _periods(rows: Sequence[Row], anchors: Sequence[int]) -> list[int]:
    """The anchors without lone years in the text, where the first of them is a period."""
    first = best_date(rows[anchors[0]]) if anchors else None
    if first is None or first.start is None:
        return list(anchors)
    return [
        index
        for index in anchors
        if (date := best_date(rows[index])) is not None
        and (date.start is not None or not undated_rest(rows[index]))
    ]


def _under_one_employer(rows: Sequence[Row], anchors: Sequence[int]) -> list[RawEntry]:
    """Several dated titles under one prominent row, which names the employer of all."""
    style = (rows[0].line.bold, rows[0].line.size)
    count = 0
    while count < anchors[0] and (
        (rows[count].line.bold, rows[count].line.size) == style
        or is_place(rows[count])
        or is_label(rows[count])
    ):
        count += 1
    rest = rows[count:]
    inner = [index - count for index in anchors]
    starts = openers(rest, inner) if count else None
    if starts is None or starts[0] != 0:
        preamble, entries = _by_anchors(rows, anchors)
        return [RawEntry(head=preamble, body=[]), *entries] if preamble else entries
    shared = [row for row in rows[:count] if not is_label(row)]
    return [
        replace(entry, shared=[*shared, *entry.shared])
        for low, high in segments(starts, len(rest))
        for entry in _in_segment(rest[low:high], _inside(inner, low, high))
    ]


def _end_of_head(rows: Sequence[Row], anchor: int) -> int:
    """One past the last row that names the entry: up to its dates, then what of title, employer and place is
    still to come. Prose before the dates stays out of the head where the dates come late."""
    end = 0
    while end <= anchor and (end == 0 or end == anchor or header_like(rows[end]) or is_address(rows[end])):
        end += 1
    if end <= anchor:
        return end
    style = (rows[0].line.bold, rows[0].line.size)
    edges = {} if any(row.bullet for row in rows) else margins(rows, _named_rows(rows, anchor))
    names = sum(1 for row in rows[:end] if undated_rest(row) and not is_place(row) and not is_address(row))
    while end < len(rows):
        row = rows[end]
        alike = (row.line.bold, row.line.size) == style and header_like(row)
        if (set_in(row, edges) and not row.line.bold) or not (
            is_place(row) or is_address(row) or alike or _still_names(row, names)
        ):
            break
        names += not (is_place(row) or is_address(row))
        end += 1
    return end


def _named_rows(rows: Sequence[Row], anchor: int) -> list[int]:
    """The head's rows up to its dates; the one under them where dates alone stand above the names."""
    named = [index for index in range(anchor + 1) if undated_rest(rows[index])]
    return named or [min(anchor + 1, len(rows) - 1)]


def _still_names(row: Row, names: int) -> bool:
    """A name is still to come; a title may come third, under a place that isn't known as one."""
    return may_name(row) and (
        names < _NAMED or (names == _NAMED and title_evidence(row.text) >= 2 - row.line.bold)
    )


def _by_anchors(rows: Sequence[Row], anchors: Sequence[int]) -> tuple[list[Row], list[RawEntry]]:
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


def _heads(rows: Sequence[Row], anchors: Sequence[int]) -> list[tuple[int, int, int]]:
    """(first row, one past the last row of the head, anchor row) for each entry."""
    lead = _run_before(rows, anchors[0], 0)
    whole = are_whole(rows, anchors)
    heads: list[tuple[int, int, int]] = []
    floor = 0
    for position, anchor in enumerate(anchors):
        before = _run_before(rows, anchor, floor)
        count = (
            before
            if position == 0
            else min(before, lead)
            if whole
            else _leading(rows, anchor, floor, before, lead)
        )
        limit = anchors[position + 1] if position + 1 < len(anchors) else len(rows)
        spare = 0
        if not whole:
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
    places = sum(is_place(row) for row in rows[anchor - before : anchor])
    own = before - places + (1 if undated_rest(rows[anchor]) and not rows[anchor].bullet else 0)
    labels = labeled(rows[anchor]) is not None
    free = 0  # rows with nothing but the place
    while anchor + 1 + count < limit and own + count - free < (4 if labels else 2):
        row = rows[anchor + 1 + count]
        parted = row.gap and own + count > 0 and not labels and not _set_alike(row, rows[anchor])
        if parted or not (header_like(row) or labeled(row)):
            break
        run = _run_length(rows, anchor + 1 + count, limit)
        if limit < len(rows) and run <= lead and not row.gap and anchor + 1 + count + run == limit:
            break  # these rows lead the next entry
        count += 1
        free += is_place(row)
    row_after = rows[anchor + 1 + count] if anchor + 1 + count < limit else None
    if row_after is not None and count + own > 1 and not row_after.bullet and is_place(row_after):
        count += 1
    return count


def _set_alike(row: Row, anchor: Row) -> bool:
    """Both are bold and of one size: a title and the employer under it, in a design that parts all its lines."""
    return row.line.bold and anchor.line.bold and row.line.size == anchor.line.size and not row.dates


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
