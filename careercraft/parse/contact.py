"""Who wrote the resume and how to reach them: name, headline, email, phones, links, place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from careercraft.model.document import Document, Span, Text
from careercraft.parse.addresses import address_place
from careercraft.parse.contact_fields import CELL, Contact, names_owner, read_labels
from careercraft.parse.contact_links import (
    KIND,
    LINK,
    link_words,
    linked_addresses,
    linked_email,
    printed_addresses,
)
from careercraft.parse.emails import ADDRESS, EMAIL, PHONE, find_email
from careercraft.parse.headings import known_kind, normalize
from careercraft.parse.headlines import SLUG, headline_line, is_headline, may_be_headline
from careercraft.parse.languages import only_languages
from careercraft.parse.name_lines import (
    name_in_large_type,
    name_with_title,
    second_largest,
    single_name,
    with_wrapped_lines,
    without_cells,
)
from careercraft.parse.people import name_in
from careercraft.parse.personal_lines import is_personal
from careercraft.parse.phones import phones_in
from careercraft.parse.piece import Piece, on_one_line, unwrapped
from careercraft.parse.places import Place, find_places
from careercraft.parse.row_kinds import is_sentence
from careercraft.parse.rows import Row, without_dates
from careercraft.parse.street_lines import reads_as_place, street_place

_ICON = re.compile(r"[^\w\s(+\"'“«„*_@#&-]{1,3}\s*(?=\w)")
_DASH = re.compile(r"\s+[-–—]\s+")
_SKIP = re.compile(
    r"\b(?:last updated|updated|page \d|\d+ ?/ ?\d+|curriculum vitae|résumé|resume|references available)\b",
    re.IGNORECASE,
)
_BROKEN_NAME = re.compile(r"(?<=[^\W\d_])-\s+(?=[^\W\d_])")
_NATIONAL = re.compile(r"\b(?:nationalit|citizen|staatsang|nacionalidad|nazionalit|born)", re.IGNORECASE)
_LONGEST_PLACE = 90


def parse_contact(document: Document, rows: Sequence[Row]) -> Contact:
    """Reads the header's rows; the email is looked for in the whole document where the header has none."""
    contact = Contact(phones=[], links=[], languages=[], rest=[])
    rows = [row for row in rows if CELL.search(row.text) or not is_personal(row.text)]
    contact.email = _email(rows) or linked_email(document) or _email_anywhere(document)
    top = rows
    rows = with_wrapped_lines(_without_large_name(contact, rows))
    read_labels(contact, rows)
    words = link_words(document)
    for row in rows[1:] if _reads_single_name(contact, rows) else rows:
        linked = KIND.sub("", row.text).strip() in words
        taken = _read_linked(contact, row) if linked else _read_row(contact, row)
        if not taken and not _SKIP.search(row.text):
            contact.rest.append(row)
    if contact.headline is None:
        contact.headline = _headline_after_name(contact) or second_largest(top)
    if contact.place is None or contact.place.city is None:
        _read_place_over_lines(contact, rows)
    contact.links += linked_addresses(document, rows, contact.links)
    contact.phones = phones_in(rows, contact.place.country if contact.place else None)
    return contact


def _without_large_name(contact: Contact, rows: Sequence[Row]) -> list[Row]:
    """The rows without the name that several lines of the largest type make."""
    found = name_in_large_type(rows)
    if found is None:
        return list(rows)
    contact.name, cells = found
    return [rest for row in rows if (rest := without_cells(row, cells)) is not None]


def _reads_single_name(contact: Contact, rows: Sequence[Row]) -> bool:
    """The first row is a name of one word, and perhaps a title behind it."""
    if contact.name is not None or (found := single_name(rows, _value(contact.email))) is None:
        return False
    name, title = found
    contact.name = name.to_text()
    contact.headline = contact.headline or title
    return True


def _email(rows: Sequence[Row]) -> Text | None:
    for piece in unwrapped(piece for row in rows for piece in row.pieces):
        if found := find_email(piece.text):
            return Text(found.value, piece.cut(found.start, found.end).span)
    return None


def _email_anywhere(document: Document) -> Text | None:
    match = EMAIL.search(document.text) if "@" in document.text else None
    if match is None:
        return None
    page = next(
        (line.span.page for line in document.lines if line.span.start <= match.start() < line.span.end), None
    )
    return Text(match[0], Span(match.start(), match.end(), page))


def _read_row(contact: Contact, row: Row) -> bool:
    """Takes from a row what it holds; True when that was all of it."""
    text = row.text
    found = find_email(text) is not None or bool(PHONE.search(text))
    links = [link for link in printed_addresses(row) if not _within(link.span, contact.email)]
    contact.links += links
    found |= bool(links)
    if is_sentence(text) and not found and street_place(text) is None:
        return False
    if contact.headline is None and contact.name is not None and (line := headline_line(row)):
        contact.headline = line
        row = replace(row, pieces=tuple(piece for piece in row.pieces if piece.start >= line.end))
        found = True
    for cell in (cell for piece in unwrapped(row.pieces) for cell in _cells(on_one_line(piece))):
        found |= _read_cell(contact, cell, row)
    return found


def _read_place_over_lines(contact: Contact, rows: Sequence[Row]) -> None:
    """A street and its town that a narrow column breaks into several rows."""
    for count in (2, 3):
        for at in range(len(rows) - count + 1):
            pieces = unwrapped(piece for row in rows[at : at + count] for piece in row.pieces)
            whole = on_one_line(pieces[0])
            place = street_place(whole.text) if len(pieces) == 1 else None
            if place is not None and place.country is not None:
                contact.place, contact.location = place, whole.cut(place.start, place.end)
                return


def _read_linked(contact: Contact, row: Row) -> bool:
    """Words that are a link as a whole ("LinkedIn") say nothing, but an address may be one to a map."""
    if "," in row.text:
        _read_place(contact, on_one_line(unwrapped(row.pieces)[0]))
    return True


def _cells(piece: Piece) -> list[Piece]:
    """The parts of a header line; one with an address is cut around it, and at its dashes."""
    return [part for cell in piece.split(CELL) for part in _around_address(cell)]


def _around_address(cell: Piece) -> list[Piece]:
    if not ADDRESS.search(cell.text):
        return [cell]
    return [part for half in cell.split(_DASH) for part in half.split(ADDRESS)]


def _read_cell(contact: Contact, cell: Piece, row: Row) -> bool:
    cell = _without_icon(cell.trim())
    if is_personal(cell.text):
        return True  # "Place of birth: Java, Indonesia" is no address
    if not cell.text or find_email(cell.text) or names_owner(cell.text):
        return bool(cell.text)
    if _within(cell.span, contact.email) or known_kind(normalize(cell.text)) == "header":
        return True
    parts = without_dates(cell, row.dates)
    if not parts:
        return False
    if contact.name is not None and (spoken := only_languages(cell)) and not _NATIONAL.search(row.text):
        contact.languages += spoken
        return True
    if contact.name is None and (halves := name_with_title(cell, _value(contact.email))):
        contact.name, contact.headline = halves[0].to_text(), contact.headline or halves[1]
        return True
    if (
        contact.name is None
        and (name := name_in(cell, _value(contact.email)))
        and not _SKIP.search(cell.text)
        and not reads_as_place(cell.text)
    ):
        contact.name = _joined_name(name)
        rest = cell.cut(name.end - cell.start).trim()
        if may_be_headline(rest.text):
            contact.headline = contact.headline or rest
        return True
    mixed = contact.name is not None and cell.start == row.start and len(row.text) > len(cell.text)
    if contact.headline is None and (is_headline(cell.text) or (mixed and is_headline(cell.text, 1))):
        contact.headline = cell
        return True
    return _read_place(contact, cell)


def _within(span: Span, email: Text | None) -> bool:
    """The span is a part of the address, which may go on in the next line."""
    return email is not None and email.span.start <= span.start and span.end <= email.span.end


def _without_icon(cell: Piece) -> Piece:
    """ "⌂ Köln" without the sign in front."""
    icon = _ICON.match(cell.text)
    return cell.cut(icon.end()) if icon else cell


def _joined_name(name: Piece) -> Text:
    """The name; one that breaks at its hyphen ("Menon- / Lindqvist") without the break."""
    text = name.to_text()
    return Text(_BROKEN_NAME.sub("-", text.value), text.span)


def _value(text: Text | None) -> str:
    return text.value if text is not None else ""


def _read_place(contact: Contact, cell: Piece) -> bool:
    cell = cell.cut(0, link.start()).strip() if (link := LINK.search(cell.text)) else cell
    text = cell.text.replace("\n", " ")
    found = find_places(text, towns=True) if len(text) <= _LONGEST_PLACE else []
    places = [place for place in found if place.city or place.region or place.country]
    place = max(places, key=lambda p: (p.city is not None, p.country is not None, -p.start), default=None)
    if place is None or place.city is None or place.start > 0:
        known = place if place is not None and place.city is not None else None
        place = street_place(text) or address_place(text) or known or place
    if place is None:
        return False
    if contact.place is None or _told(contact.place) < _told(place):
        contact.place, contact.location = place, cell.cut(place.start, place.end)
    return True


def _told(place: Place) -> tuple[bool, bool]:
    """A town beats a region, and one whose country is known a mere name behind a street."""
    return place.city is not None, place.city is not None and place.country is not None


def _headline_after_name(contact: Contact) -> Piece | None:
    """The line under the name, short and without marks of an address, when no line has a title's words."""
    if contact.name is None or not contact.rest:
        return None
    row = contact.rest[0]
    words = row.text.split()
    near = 0 <= row.start - contact.name.span.end <= 3
    if (
        near
        and 1 <= len(words) <= 8
        and not re.search(r"\d\d|@|[.:]$", row.text)
        and not SLUG.fullmatch(row.text)
    ):
        contact.rest = contact.rest[1:]
        return on_one_line(unwrapped(row.pieces)[0])
    return None
