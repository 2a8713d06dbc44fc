"""Work and volunteering sections to entries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from careercraft.model.document import Document, Span, Text
from careercraft.model.resume import DateRange, Employment, Work
from careercraft.parse.anchors import label_value, labeled
from careercraft.parse.entries import RawEntry, group_entries
from careercraft.parse.evidence import leaning, title_evidence
from careercraft.parse.piece import Piece, merged_text
from careercraft.parse.roles import Roles, assign, order_of, split_placeholders
from careercraft.parse.rows import Row, is_sentence, make_rows, starts_with_action, without_dates
from careercraft.parse.sections import Part
from careercraft.parse.slots import Slots, employment_of, read_slots

_AS_TITLE = re.compile(
    r"""
    \b(?:as|als|comme|como|come)\s+(?:an?\s+|the\s+|eine?\s+|un[ae]?\s+)?
    (?P<title>(?:(?!\s(?:from|for|at|with|in|where|during|since|between|demonstrating|and\s+(?:was|have|had))\b|[,;:]\s|\.\s|\.$|\(\s?\d)[^\n]){3,90})
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ROLE_SENTENCE = 9
_TELLING = 4


def parse_work(document: Document, part: Part) -> tuple[list[Work], list[Text]]:
    """(entries in the document's order, text before the first entry)."""
    rows = make_rows(document, part.lines, part.lead)
    preamble, raw = group_entries(rows)
    heads = [split_placeholders(read_slots([row for row in entry.head if not labeled(row)])) for entry in raw]
    order = order_of(heads)
    entries = [
        _entry(entry, slots, order, part.kind == "volunteer") for entry, slots in zip(raw, heads, strict=True)
    ]
    internships = part.section.heading is not None and _is_internships(part.section.heading.value)
    entries = _inherit(_drop_group_heads(entries))
    if internships:
        entries = [replace(entry, employment=entry.employment or "internship") for entry in entries]
    return entries, [merged_text(row.pieces) for row in preamble]


def _is_internships(heading: str) -> bool:
    return employment_of(heading) == "internship"


def _entry(entry: RawEntry, slots: Slots, order: float, volunteer: bool) -> Work:
    roles = _roles(entry, slots, order)
    employment: Employment | None = "volunteer" if volunteer else slots.employment
    if employment in (None, "full_time", "part_time") and roles.title:
        employment = _prefer(employment_of(roles.title.text), employment)
    bullets = [piece.to_text() for piece in roles.rest] + _bullets(entry)
    return Work(
        title=_text(roles.title),
        employer=_text(roles.employer),
        location=_text(_label(entry, "location") or slots.location),
        dates=entry.dates,
        employment=employment,
        bullets=tuple(bullets),
        span=Span(entry.start, entry.end, entry.head[0].line.span.page if entry.head else None),
    )


def _prefer(special: Employment | None, stated: Employment | None) -> Employment | None:
    return special if special in ("internship", "volunteer") else stated or special


def _text(piece: Piece | None) -> Text | None:
    return piece.to_text() if piece is not None and piece.text.strip() else None


def _roles(entry: RawEntry, slots: Slots, order: float) -> Roles:
    title, employer = _label(entry, "title"), _label(entry, "employer")
    if title or employer:
        rest = assign(slots, order)
        return Roles(title or rest.title, employer or (rest.employer if title else rest.title), rest.rest)
    if told := _told_title(entry):
        return told
    return assign(slots, order)


def _label(entry: RawEntry, field: str) -> Piece | None:
    for row in (*entry.head, *entry.body[:3]):
        if labeled(row) == field:
            value = label_value(row)
            parts = without_dates(value, row.dates)
            return parts[0] if parts else None
    return None


def _told_title(entry: RawEntry) -> Roles | None:
    """The title that a sentence names ("2008 - 2013: Worked as a Hydrologic Technician, …")."""
    if len(entry.head) != 1:
        return None
    row = entry.head[0]
    text = row.pieces[0].text
    if len(text.split()) < _ROLE_SENTENCE and not starts_with_action(
        " ".join(p.text for p in without_dates(row.pieces[0], row.dates))
    ):
        return None
    match = _AS_TITLE.search(text)
    if match is None:
        return _cut_title(row)
    title = row.pieces[0].cut(match.start("title"), match.end("title")).trim()
    parts = without_dates(title, row.dates)
    rest = tuple(row.pieces) if is_sentence(row.text) else ()
    return Roles(parts[0].trim(), None, rest) if parts else None


def _cut_title(row: Row) -> Roles | None:
    """ "UX Lead (2014 - 2018): Coordinated …" and "Cook from 2014 to 2016. Prepared …": the title before the date."""
    date = row.dates[0] if row.dates else None
    first = row.pieces[0]
    if date is None or not is_sentence(row.text) or date.span.start >= first.end:
        return None
    before = re.sub(
        r"\s*\b(?:from|between|during|in|de|von)\s*$", "", first.between(first.start, date.span.start).text
    )
    title = first.cut(0, len(before)).trim()
    rest = first.between(date.span.end, first.end).trim()
    following = (rest, *row.pieces[1:]) if rest.text else tuple(row.pieces[1:])
    if sum(len(piece.text.split()) for piece in following) < _TELLING:
        return None
    if not 0 < len(title.text.split()) <= 12:
        return None
    named = assign(read_slots([replace(row, pieces=(title,), dates=())]), 0.0)
    return Roles(named.title or title, named.employer, (*named.rest, *following))


def _bullets(entry: RawEntry) -> list[Text]:
    rows = [row for row in entry.body if labeled(row) not in ("title", "employer", "location", "dates")]
    texts = (_body_text(row, entry.dates) for row in rows)
    return [text for text in texts if text is not None]


def _body_text(row: Row, dates: DateRange | None) -> Text | None:
    """A body row without the entry's own date, which some templates print beside the first bullet."""
    own = (dates,) if dates is not None else ()
    pieces: list[Piece] = []
    for piece in row.pieces:
        inside = [date for date in own if date.span.start < piece.end and date.span.end > piece.start]
        lone = not without_dates(piece, ())
        pieces += without_dates(piece, inside) if inside else [] if lone else [piece]
    return merged_text(pieces) if pieces else None


def _drop_group_heads(entries: Sequence[Work]) -> list[Work]:
    """An employer's line with the whole period, above its dated positions, is no entry of its own."""
    kept: list[Work] = []
    carried: Work | None = None
    for entry, following in pairwise([*entries, None]):
        assert entry is not None
        current = _with_employer(entry, carried)
        if _is_group_head(entry, following):
            carried = entry
            continue
        if entry.employer is not None:
            carried = None
        kept.append(current)
    return kept


def _is_group_head(entry: Work, following: Work | None) -> bool:
    if following is None or entry.bullets or entry.title or not entry.employer or following.employer:
        return False
    return following.title is not None and _within(following.dates, entry.dates)


def _within(inner: DateRange | None, outer: DateRange | None) -> bool:
    if inner is None or outer is None or inner.start is None or outer.start is None:
        return outer is None
    return outer.start.year <= inner.start.year


def _with_employer(entry: Work, group: Work | None) -> Work:
    if group is None or entry.employer is not None:
        return entry
    return replace(entry, employer=group.employer, location=entry.location or group.location)


def _inherit(entries: Sequence[Work]) -> list[Work]:
    """Several positions under one employer: the later ones name only their title.

    Taken only where most entries do name an employer, so that a list of bare titles stays one.
    """
    named = sum(entry.employer is not None for entry in entries)
    kept: list[Work] = []
    for entry in entries:
        last = kept[-1] if kept else None
        if last and last.employer and 2 * named >= len(entries) and _is_bare_title(entry):
            entry = replace(entry, employer=last.employer, location=entry.location or last.location)
        kept.append(entry)
    return kept


def _is_bare_title(entry: Work) -> bool:
    title = entry.title.value if entry.title and entry.employer is None else ""
    return title_evidence(title) > 0 and leaning(title) > 0
