"""Who wrote the resume and how to reach them: name, headline, email, phones, links, place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from careercraft.model.document import Document, Span, Text
from careercraft.model.resume import LanguageItem
from careercraft.parse.addresses import address_place
from careercraft.parse.contact_labels import (
    FIRST_LABELS,
    LAST_LABELS,
    NAME_LABELS,
    PLACE_LABELS,
    TITLE_LABELS,
)
from careercraft.parse.contact_links import (
    EMAIL,
    KIND,
    LINK,
    link_words,
    linked_addresses,
    linked_email,
    printed_addresses,
)
from careercraft.parse.evidence import employer_evidence, school_evidence, title_evidence
from careercraft.parse.headings import known_kind, normalize
from careercraft.parse.languages import only_languages
from careercraft.parse.people import is_name, name_in
from careercraft.parse.phones import phones_in
from careercraft.parse.piece import Piece, on_one_line, unwrapped
from careercraft.parse.places import Place, find_places
from careercraft.parse.row_kinds import is_sentence
from careercraft.parse.rows import Row, without_dates

_LABEL = re.compile(
    r"(?:^|(?<=\s)|(?<=\|))\W{0,3}"
    r"(?P<label>[^\W\d_]{1,12}(?:[ -][^\W\d_]{1,10})?|e-mail(?: address)?)\s?\*{0,2}:\**\s*",
    re.IGNORECASE,
)
_CELL = re.compile(r"\s{2,}|\t|\s*[|•·∙●▪◆]\s*")
_PHONE = r"\+?\(?\d[\d ().-]{7,}\d"
_ADDRESS = re.compile(rf"{EMAIL.pattern}|{_PHONE}")
_BAR = re.compile(r"\s+[|•·∙]\s+")
_DASH = re.compile(r"\s+[-–—]\s+")
_SKIP = re.compile(
    r"\b(?:last updated|updated|page \d|\d+ ?/ ?\d+|curriculum vitae|résumé|resume|references available)\b",
    re.IGNORECASE,
)
_BROKEN_NAME = re.compile(r"(?<=[^\W\d_])-\s+(?=[^\W\d_])")
_NATIONAL = re.compile(r"\b(?:nationalit|citizen|staatsang|nacionalidad|nazionalit|born)", re.IGNORECASE)
_HEADLINE_WORDS = 14
_LONGEST_PLACE = 90
_LARGE = 1.25


class Contact(Struct, kw_only=True):
    name: Text | None = None
    headline: Piece | None = None
    email: Text | None = None
    phones: list[Text] = []
    links: list[Text] = []
    location: Piece | None = None
    place: Place | None = None
    languages: list[LanguageItem] = []
    """Spoken languages that stand beside the address."""
    rest: list[Row] = []
    """Rows of the header that none of these is."""


def parse_contact(document: Document, rows: Sequence[Row]) -> Contact:
    """Reads the header's rows; the email is looked for in the whole document where the header has none."""
    contact = Contact(phones=[], links=[], languages=[], rest=[])
    rows = _with_wrapped_lines(rows)
    contact.email = _email(rows) or linked_email(document) or _email_anywhere(document)
    _read_labels(contact, rows)
    words = link_words(document)
    for row in rows:
        taken = KIND.sub("", row.text).strip() in words or _read_row(contact, row)
        if not taken and not _SKIP.search(row.text):
            contact.rest.append(row)
    if contact.headline is None:
        contact.headline = _headline_after_name(contact)
    contact.links += linked_addresses(document, rows, contact.links)
    contact.phones = phones_in(rows, contact.place.country if contact.place else None)
    return contact


def _with_wrapped_lines(rows: Sequence[Row]) -> list[Row]:
    """A name or a headline in large type may take two lines."""
    joined: list[Row] = []
    for row in rows:
        last = joined[-1] if joined else None
        if last is not None and _is_wrapped(last, row):
            joined[-1] = replace(last, pieces=(*last.pieces, *row.pieces))
        else:
            joined.append(row)
    return joined


def _is_wrapped(last: Row, row: Row) -> bool:
    alike = (last.line.size, last.line.bold) == (row.line.size, row.line.bold)
    large = last.line.size >= _LARGE and not row.gap and row.start - last.pieces[-1].end == 1
    return (
        large
        and alike
        and not holds_address(row.text)
        and not (is_name(last.text) and _is_headline(row.text))
    )


def holds_address(text: str) -> bool:
    """An email address or a telephone number stands in it."""
    return bool(_ADDRESS.search(text))


def _email(rows: Sequence[Row]) -> Text | None:
    for row in rows:
        for piece in row.pieces:
            if match := EMAIL.search(piece.text):
                return piece.cut(match.start(), match.end()).to_text()
    return None


def _email_anywhere(document: Document) -> Text | None:
    match = EMAIL.search(document.text) if "@" in document.text else None
    if match is None:
        return None
    page = next(
        (line.span.page for line in document.lines if line.span.start <= match.start() < line.span.end), None
    )
    return Text(match[0], Span(match.start(), match.end(), page))


def _read_labels(contact: Contact, rows: Sequence[Row]) -> None:
    """ "Name: …", "First Name: …" and the other lines that say what they are."""
    first: Piece | None = None
    for row in rows:
        for piece in row.pieces:
            match = _LABEL.match(piece.text)
            if not match:
                continue
            label = " ".join(match["label"].lower().split())
            value = (
                piece.cut(match.end()).split(_CELL)[0].trim() if piece.cut(match.end()).text.strip() else None
            )
            if value is None or not value.text:
                continue
            if label in FIRST_LABELS:
                first = value
            elif label in LAST_LABELS and first is not None:
                contact.name = contact.name or _spanning(first, value)
            elif label in NAME_LABELS or label in LAST_LABELS:
                contact.name = contact.name or value.strip("*_ ").to_text()
            elif label in TITLE_LABELS:
                contact.headline = contact.headline or value
            elif label in PLACE_LABELS:
                _set_place(contact, piece.cut(match.end()).strip())
    if contact.name is None and first is not None:
        contact.name = first.to_text()


def _spanning(first: Piece, last: Piece) -> Text:
    """First and last name of two labeled lines as one; the span holds the label between them too."""
    return Text(f"{first.value} {last.value}", Span(first.start, last.end, first.page))


def _set_place(contact: Contact, value: Piece) -> None:
    if contact.location is not None or not value.text:
        return
    places = find_places(value.text)
    if places:
        place = max(places, key=lambda p: (p.city is not None, p.country is not None, -p.start))
        contact.place, contact.location = place, value.cut(place.start, place.end)
    elif not EMAIL.search(value.text) and len(value.text) < 60 and any(char.isalpha() for char in value.text):
        contact.location = value


def _read_row(contact: Contact, row: Row) -> bool:
    """Takes from a row what it holds; True when that was all of it."""
    text = row.text
    match = _LABEL.match(row.pieces[0].text)
    if (
        match
        and " ".join(match["label"].lower().split())
        in NAME_LABELS | FIRST_LABELS | LAST_LABELS | TITLE_LABELS
    ):
        return True
    found = bool(EMAIL.search(text)) or bool(re.search(_PHONE, text))
    links = printed_addresses(row)
    contact.links += links
    found |= bool(links)
    if is_sentence(text) and not found:
        return False
    if contact.headline is None and contact.name is not None and (line := _headline_line(row)):
        contact.headline = line
        row = replace(row, pieces=tuple(piece for piece in row.pieces if piece.start >= line.end))
        found = True
    for cell in (cell for piece in unwrapped(row.pieces) for cell in _cells(on_one_line(piece))):
        found |= _read_cell(contact, cell, row)
    return found


def _cells(piece: Piece) -> list[Piece]:
    """The parts of a header line; one with an address is cut around it, and at its dashes."""
    return [part for cell in piece.split(_CELL) for part in _around_address(cell)]


def _around_address(cell: Piece) -> list[Piece]:
    if not _ADDRESS.search(cell.text):
        return [cell]
    return [part for half in cell.split(_DASH) for part in half.split(_ADDRESS)]


def _read_cell(contact: Contact, cell: Piece, row: Row) -> bool:
    cell = cell.trim()
    if not cell.text or EMAIL.search(cell.text) or known_kind(normalize(cell.text)) == "header":
        return bool(cell.text)
    parts = without_dates(cell, row.dates)
    if not parts:
        return False
    if contact.name is not None and (spoken := only_languages(cell)) and not _NATIONAL.search(row.text):
        contact.languages += spoken
        return True
    if (
        contact.name is None
        and (name := name_in(cell, _value(contact.email)))
        and not _SKIP.search(cell.text)
    ):
        contact.name = _joined_name(name)
        rest = cell.cut(name.end - cell.start).trim()
        if title_evidence(rest.text) >= 1 and not rest.text.replace(",", "").replace(" ", "").isupper():
            contact.headline = contact.headline or rest
        return True
    mixed = contact.name is not None and cell.start == row.start and len(row.text) > len(cell.text)
    if contact.headline is None and (_is_headline(cell.text) or (mixed and _is_headline(cell.text, 1))):
        contact.headline = cell
        return True
    return _read_place(contact, cell)


def _joined_name(name: Piece) -> Text:
    """The name; one that breaks at its hyphen ("Menon- / Lindqvist") without the break."""
    text = name.to_text()
    return Text(_BROKEN_NAME.sub("-", text.value), text.span)


def _headline_line(row: Row) -> Piece | None:
    """A whole line as the headline: a title, and behind a bar what its owner is good at; no place or address in it."""
    first = row.pieces[0]
    cells = first.split(_BAR)
    if len(cells) < 2 or not _is_headline(cells[0].text.strip()) or holds_address(first.text):
        return None
    bare = any(find_places(cell.text) or LINK.search(cell.text) for cell in cells)
    return None if bare else first.strip()


def _value(text: Text | None) -> str:
    return text.value if text is not None else ""


def _is_headline(text: str, least: float = 2) -> bool:
    return (
        title_evidence(text) >= least
        and len(text.split()) <= _HEADLINE_WORDS
        and not text.endswith(".")
        and not school_evidence(text)
        and employer_evidence(text) < 2.5
    )


def _read_place(contact: Contact, cell: Piece) -> bool:
    text = cell.text.replace("\n", " ")
    places = find_places(text, towns=True) if len(text) <= _LONGEST_PLACE else []
    place = max(places, key=lambda p: (p.city is not None, p.country is not None, -p.start), default=None)
    if place is None or place.city is None or place.start > 0:
        place = address_place(text) or place
    if place is None:
        return False
    if contact.place is None or (contact.place.city is None and place.city is not None):
        contact.place, contact.location = place, cell.cut(place.start, place.end)
    return True


def _headline_after_name(contact: Contact) -> Piece | None:
    """The line under the name, short and without marks of an address, when no line has a title's words."""
    if contact.name is None or not contact.rest:
        return None
    row = contact.rest[0]
    words = row.text.split()
    near = 0 <= row.start - contact.name.span.end <= 3
    if near and 1 <= len(words) <= 8 and not re.search(r"[\d@]|[.:]$", row.text):
        contact.rest = contact.rest[1:]
        return on_one_line(unwrapped(row.pieces)[0])
    return None
