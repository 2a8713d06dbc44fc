"""One entry as rows, and what the forms of a section's entries tell of each: templates repeat themselves."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct
from msgspec.structs import replace

from careercraft.model.resume import DateRange
from careercraft.parse.entry_heads import names_two, under_dates
from careercraft.parse.row_kinds import is_sentence
from careercraft.parse.rows import Row


class RawEntry(Struct, kw_only=True):
    """Rows of one entry before its head is read."""

    head: list[Row]
    body: list[Row]
    dates: DateRange | None = None
    shared: list[Row] = []
    """Rows above several entries that belong to each: the employer of all these titles."""

    @property
    def start(self) -> int:
        return min(row.start for row in (*self.head, *self.body))

    @property
    def end(self) -> int:
        return max(row.pieces[-1].end for row in (*self.head, *self.body))


def of_one_form(entries: list[RawEntry]) -> list[RawEntry]:
    """Where heads that name two things end at their dates, a short text under the dates of others is no name."""
    entries = _with_row_under_dates(entries)
    telling = [entry for entry in entries if names_two(entry.head, entry.dates)]
    bare = [entry for entry in telling if entry.body and not under_dates(entry.head, entry.dates)]
    more = [entry for entry in entries if entry.body or under_dates(entry.head, entry.dates)]
    if len(bare) * 3 <= len(more):
        return entries
    return [_ending_at_dates(entry) if entry in telling else entry for entry in entries]


def _with_row_under_dates(entries: list[RawEntry]) -> list[RawEntry]:
    """Where most heads have a single row before their dates and one under them, set unlike the text, so have all."""
    rows = [_row_under_dates(entry) for entry in entries]
    styles = Counter((row.line.size, row.line.bold) for row in rows if row is not None)
    if not styles:
        return entries
    style, count = styles.most_common(1)[0]
    if 2 * count <= len(entries) or any(
        (row.line.size, row.line.bold) == style for entry in entries for row in entry.body[1:]
    ):
        return entries
    return [
        replace(entry, head=[*entry.head, entry.body[0]], body=entry.body[1:])
        if row is None and len(entry.head) == 1 and entry.body and _is_set(entry.body[0], style)
        else entry
        for entry, row in zip(entries, rows, strict=True)
    ]


def _row_under_dates(entry: RawEntry) -> Row | None:
    return entry.head[1] if len(entry.head) == 2 and entry.dates in entry.head[0].dates else None


def _is_set(row: Row, style: tuple[float, bool]) -> bool:
    return (row.line.size, row.line.bold) == style and not row.bullet and not is_sentence(row.text)


def _ending_at_dates(entry: RawEntry) -> RawEntry:
    under = under_dates(entry.head, entry.dates)
    head = [row for row in entry.head if not any(row is other for other in under)]
    return replace(entry, head=head, body=[*under, *entry.body]) if under else entry
