"""Who wrote the resume and how to reach them: name, headline, email, phones, links, place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from careercraft.model.document import Document, Span, Text
from careercraft.parse.contact_labels import (
    FIRST_LABELS,
    LAST_LABELS,
    NAME_LABELS,
    PLACE_LABELS,
    TITLE_LABELS,
)
from careercraft.parse.evidence import employer_evidence, school_evidence, title_evidence
from careercraft.parse.headings import known_kind, normalize
from careercraft.parse.people import name_in
from careercraft.parse.phones import find_phones
from careercraft.parse.piece import Piece
from careercraft.parse.places import Place, city_country, find_places
from careercraft.parse.rows import Row, is_sentence, without_dates

EMAIL = re.compile(r"[\w.+%'-]{1,64}@(?:[\w-]+\.)+[A-Za-z]{2,24}")
_LINK = re.compile(
    r"""
    (?<![\w@.])
    (?: https?://[^\s|,;<>()]+                                              # a full address
      | www\.[^\s|,;<>()]+
      | (?:[a-z0-9-]{1,63}\.){1,6}                                         # linkedin.com/in/x, example.org
        (?:com|org|net|io|dev|me|edu|ai|app|co|info|tech|design|blog|xyz|site|page|de|fr|es|it|nl|ch|at|be|pt
          |eu|uk|us|ca|in|gov|ac\.uk|co\.uk)(?:/[^\s|,;<>()]*)?(?![\w@])
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:^|(?<=\s)|(?<=\|))\W{0,3}"
    r"(?P<label>[^\W\d_]{1,12}(?:[ -][^\W\d_]{1,10})?|e-mail(?: address)?)\s?\*{0,2}:\**\s*",
    re.IGNORECASE,
)
_CELL = re.compile(r"\s{2,}|\t|\s*[|•·●▪◆]\s*")
_PHONE = r"\+?\(?\d[\d ().-]{7,}\d"
_ADDRESS = re.compile(rf"{EMAIL.pattern}|{_PHONE}")
_DASH = re.compile(r"\s+[-–—]\s+")
_SKIP = re.compile(
    r"\b(?:last updated|updated|page \d|\d+ ?/ ?\d+|curriculum vitae|résumé|resume|references available)\b",
    re.IGNORECASE,
)
_HEADLINE_WORDS = 14


class Contact(Struct, kw_only=True):
    name: Text | None = None
    headline: Piece | None = None
    email: Text | None = None
    phones: list[Text] = []
    links: list[Text] = []
    location: Piece | None = None
    place: Place | None = None
    rest: list[Row] = []
    """Rows of the header that none of these is."""


def parse_contact(document: Document, rows: Sequence[Row]) -> Contact:
    """Reads the header's rows; the email is looked for in the whole document where the header has none."""
    contact = Contact(phones=[], links=[], rest=[])
    contact.email = _email(rows) or _email_anywhere(document)
    _read_labels(contact, rows)
    for row in rows:
        taken = _read_row(contact, row)
        if not taken and not _SKIP.search(row.text):
            contact.rest.append(row)
    if contact.headline is None:
        contact.headline = _headline_after_name(contact)
    contact.phones = _phones(document, rows, contact.place)
    return contact


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
    found |= _links(contact, row)
    if is_sentence(text) and not found:
        return False
    for cell in (cell for piece in row.pieces for cell in _cells(piece)):
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
    if (
        contact.name is None
        and (name := name_in(cell, _value(contact.email)))
        and not _SKIP.search(cell.text)
    ):
        contact.name = name.to_text()
        rest = cell.cut(name.end - cell.start).trim()
        if title_evidence(rest.text) >= 1 and not rest.text.replace(",", "").replace(" ", "").isupper():
            contact.headline = contact.headline or rest
        return True
    if contact.headline is None and _is_headline(cell.text):
        contact.headline = cell
        return True
    return _read_place(contact, cell)


def _value(text: Text | None) -> str:
    return text.value if text is not None else ""


def _is_headline(text: str) -> bool:
    return (
        title_evidence(text) >= 2
        and len(text.split()) <= _HEADLINE_WORDS
        and not text.endswith(".")
        and not school_evidence(text)
        and employer_evidence(text) < 2.5
    )


def _read_place(contact: Contact, cell: Piece) -> bool:
    places = find_places(cell.text)
    if not places or len(cell.text) > 90:
        return False
    place = max(places, key=lambda p: (p.city is not None, p.country is not None, -p.start))
    if contact.place is None:
        contact.place, contact.location = place, cell.cut(place.start, place.end)
    return True


def _links(contact: Contact, row: Row) -> bool:
    found = False
    for piece in row.pieces:
        text = EMAIL.sub(lambda match: " " * len(match[0]), piece.text)
        for match in _LINK.finditer(text):
            link = piece.cut(match.start(), match.end()).strip(".,;")
            if city_country(link.text) is None:
                contact.links.append(link.to_text())
                found = True
    return found


def _headline_after_name(contact: Contact) -> Piece | None:
    """The line under the name, short and without marks of an address, when no line has a title's words."""
    if contact.name is None or not contact.rest:
        return None
    row = contact.rest[0]
    words = row.text.split()
    near = 0 <= row.start - contact.name.span.end <= 3
    if near and 1 <= len(words) <= 8 and not re.search(r"[\d@]|[.:]$", row.text):
        contact.rest = contact.rest[1:]
        return row.pieces[0]
    return None


def _phones(document: Document, rows: Sequence[Row], place: Place | None) -> list[Text]:
    country = place.country if place else None
    found: list[Text] = []
    for row in rows:
        for piece in row.pieces:
            for start, end in find_phones(piece.text, country):
                text = piece.cut(start, end).to_text()
                if all(text.value != old.value for old in found):
                    found.append(text)
    return found
