"""Work and volunteering sections to entries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from careercraft.model.document import Document, Span, Text
from careercraft.model.resume import DateRange, Employment, Work
from careercraft.parse.anchors import label_value, labeled
from careercraft.parse.columns import without_column_names
from careercraft.parse.employment import employment_of, share_of
from careercraft.parse.entries import group_entries
from careercraft.parse.entry_forms import RawEntry
from careercraft.parse.evidence import leaning, title_evidence
from careercraft.parse.piece import Piece, merged_text
from careercraft.parse.place_slots import with_place_lines, with_places
from careercraft.parse.places import city_country, find_place
from careercraft.parse.roles import (
    Form,
    Roles,
    assign,
    order_of,
    orders_by_form,
    split_brackets,
    split_placeholders,
    split_recurring,
)
from careercraft.parse.row_kinds import is_label, is_sentence, starts_with_action
from careercraft.parse.rows import Row, make_rows, undated_rest, without_dates
from careercraft.parse.sections import Part
from careercraft.parse.slots import Slots, read_slots
from careercraft.parse.traineeships import short_traineeships

_AS_TITLE = re.compile(
    r"""
    \b(?:as|als|comme|como|come)\s+(?:an?\s+|the\s+|eine?\s+|un[ae]?\s+)?
    (?P<title>(?:(?!\s(?:from|for|at|with|in|where|during|since|between|demonstrating|and\s+(?:was|have|had))\b|[,;:]\s|\.\s|\.$|\(\s?\d)[^\n]){3,90})
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ROLE_SENTENCE = 9
_PRIOR = 3.0
_TELLING = 4


def parse_work(document: Document, part: Part, prior: float = 0.0) -> tuple[list[Work], list[Text], float]:
    """(entries in the document's order, text before the first entry, the order in which they write their heads).

    The order is positive where the title stands first, negative where the employer does. `prior` is that of the
    document's other sections, for one whose words tell little.
    """
    rows, by_columns = without_column_names(make_rows(document, part.lines, part.lead))
    preamble, raw = group_entries(rows)
    heads = [
        split_placeholders(
            read_slots([row for row in (*entry.shared, *entry.head) if not labeled(row)], document.language)
        )
        for entry in raw
    ]
    raw, heads = with_place_lines(raw, with_places(split_recurring(split_brackets(heads))))
    prior = by_columns or max(-_PRIOR, min(_PRIOR, prior))
    order = order_of(heads) + prior
    orders = orders_by_form([_form(entry) for entry in raw], heads, prior)
    entries = [
        _entry(entry, slots, own, part.kind == "volunteer")
        for entry, slots, own in zip(raw, heads, orders, strict=True)
    ]
    internships = part.section.heading is not None and _is_internships(part.section.heading.value)
    entries = short_traineeships(_inherit(_drop_group_heads(_named_like_a_place(entries))))
    if internships:
        entries = [replace(entry, employment=entry.employment or "internship") for entry in entries]
    return entries, [merged_text(row.pieces) for row in preamble], order


def _form(entry: RawEntry) -> Form:
    """How the first rows of the head are set: templates put an employer of several titles above them, a single one
    below its title."""
    rows = [row for row in (*entry.shared, *entry.head) if undated_rest(row)]
    return bool(entry.shared), tuple((round(row.line.size, 1), row.line.bold) for row in rows[:2])


def _is_internships(heading: str) -> bool:
    return employment_of(heading) == "internship"


def _entry(entry: RawEntry, slots: Slots, order: float, volunteer: bool) -> Work:
    roles = _roles(entry, slots, order)
    employment: Employment | None = "volunteer" if volunteer else slots.employment
    if employment in (None, "full_time", "part_time", "contract") and roles.title:
        employment = _prefer(employment_of(roles.title.text), employment)
    share = slots.share or (share_of(roles.title.text) if roles.title else None)
    if share is not None and share < 1:
        employment = employment or "part_time"
    bullets = [piece.to_text() for piece in roles.rest] + _bullets(entry)
    return Work(
        title=_text(_with_bracket(roles.title, slots)),
        employer=_text(roles.employer or slots.own_boss),
        location=_text(_label(entry, "location") or slots.location),
        dates=entry.dates,
        employment=employment,
        bullets=tuple(bullets),
        share=share,
        span=Span(entry.start, entry.end, entry.head[0].line.span.page if entry.head else None),
    )


def _with_bracket(title: Piece | None, slots: Slots) -> Piece | None:
    """ "Bank Nurse (part-time)" as it stands."""
    if title is None:
        return None
    return next(
        (
            cell.between(title.start, cell.end)
            for cell in slots.bracketed
            if cell.start <= title.start
            and cell.text[: title.end - cell.start].endswith(title.text)
            and cell.text[title.end - cell.start :].lstrip().startswith("(")
        ),
        title,
    )


def _prefer(special: Employment | None, stated: Employment | None) -> Employment | None:
    return special if special in ("internship", "volunteer") else stated or special


def _text(piece: Piece | None) -> Text | None:
    piece = piece.without_stop() if piece is not None else None
    return piece.to_text() if piece is not None and piece.text.strip() else None


def _roles(entry: RawEntry, slots: Slots, order: float) -> Roles:
    title, employer = _label(entry, "title"), _label(entry, "employer")
    if title or employer:
        rest = assign(slots, order)
        other = (rest.employer or rest.title) if title else rest.title
        return Roles(title or rest.title, employer or other, rest.rest)
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
    if match is None or _opens_with_title(row, match.start()):
        return _cut_title(row)
    title = row.pieces[0].cut(match.start("title"), match.end("title")).trim()
    parts = without_dates(title, row.dates)
    rest = tuple(row.pieces) if is_sentence(row.text) else ()
    return Roles(parts[0].trim(), None, rest) if parts else None


def _opens_with_title(row: Row, told: int) -> bool:
    """ "File clerk (2017 - 2020): … as a result": a title and its dates come before the words that tell."""
    head = row.pieces[0].text[: max(0, row.dates[0].span.start - row.start)] if row.dates else ""
    return 0 < len(head) < told and title_evidence(head) >= 1.5 and not starts_with_action(head)


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
    named = ("title", "employer", "location", "dates")
    rows = [row for row in entry.body if labeled(row) not in named and not is_label(row)]
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


def _named_like_a_place(entries: Sequence[Work]) -> list[Work]:
    """An employer that has a city's name ("Carrefour"): the only place in the list, or the only one of its country."""
    named = sum(entry.employer is not None for entry in entries)
    if 2 * named < len(entries):
        return list(entries)
    countries = [_country(entry) for entry in entries]
    kept: list[Work] = []
    for index, entry in enumerate(entries):
        others = {country for at, country in enumerate(countries) if at != index and country}
        if entry.title and entry.employer is None and _is_bare_city(entry) and countries[index] not in others:
            entry = replace(entry, employer=entry.location, location=None)
        kept.append(entry)
    return kept


def _country(entry: Work) -> str | None:
    place = find_place(entry.location.value) if entry.location else None
    return place.country if place else None


def _is_bare_city(entry: Work) -> bool:
    return entry.location is not None and city_country(entry.location.value) is not None


def _drop_group_heads(entries: Sequence[Work]) -> list[Work]:
    """An employer's line with the whole period, above its dated positions, is no entry of its own."""
    kept: list[Work] = []
    carried: Work | None = None
    for entry, following in pairwise([*entries, None]):
        assert entry is not None
        if _is_group_head(entry, following):
            carried = replace(entry, employer=entry.employer or entry.title)
            continue
        current = _with_employer(entry, carried)
        if entry.employer is not None:
            carried = None
        kept.append(current)
    return kept


def _is_group_head(entry: Work, following: Work | None) -> bool:
    if following is None or entry.bullets or following.employer or following.title is None:
        return False
    if entry.employer is None or entry.title is not None:
        if entry.title is None or entry.employer is not None or title_evidence(entry.title.value) >= 2:
            return False
        return following.dates is not None and _within(following.dates, entry.dates)
    return _within(following.dates, entry.dates)


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
