"""What is known of the resume's owner while its header is read, and what lines with a label say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from careercraft.model.document import Span, Text
from careercraft.model.resume import LanguageItem
from careercraft.parse.addresses import address_place
from careercraft.parse.contact_labels import (
    FIRST_LABELS,
    LAST_LABELS,
    NAME_LABELS,
    PLACE_LABELS,
    STREET_LABELS,
    TITLE_LABELS,
)
from careercraft.parse.emails import EMAIL
from careercraft.parse.piece import Piece
from careercraft.parse.places import Place, find_places
from careercraft.parse.rows import Row
from careercraft.parse.street_lines import street_place

CELL = re.compile(r"\s{2,}|\t|\s*[|•·∙●▪◆]\s*")
_LABEL = re.compile(
    r"(?:^|(?<=\s)|(?<=\|))\W{0,3}"
    r"(?P<label>[^\W\d_]{1,12}-?(?:(?:[ -]|[ ]?[/&][ ]?)[^\W\d_]{1,11}){0,3}|e-mail(?: address)?)"
    r"(?:\s?\*{0,2}[:：]\**\s*|\t|\s{2,})",
    re.IGNORECASE,
)
_LONGEST_PLACE = 60
_OWN = NAME_LABELS | FIRST_LABELS | LAST_LABELS | TITLE_LABELS


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


def label_of(text: str) -> tuple[str, int]:
    """The label before the colon or gap at the head of `text`, in lower case, and where its value begins."""
    match = _LABEL.match(text)
    return (" ".join(match["label"].lower().split()), match.end()) if match else ("", 0)


def names_owner(text: str) -> bool:
    """Does the text begin with a label for the name or the title, which `read_labels` has read?"""
    return label_of(text)[0] in _OWN


def read_labels(contact: Contact, rows: Sequence[Row]) -> None:
    """ "Name: …", "First Name: …" and the other lines that say what they are."""
    first: Piece | None = None
    last: Piece | None = None
    places: list[tuple[bool, Piece]] = []
    for label, piece in _labeled(rows):
        cells = piece.split(CELL)
        value = cells[0].trim() if cells else piece
        if not value.text:
            continue
        if label in FIRST_LABELS:
            first = value
        elif label in LAST_LABELS or (label in NAME_LABELS and " " not in value.text):
            last = value
        elif label in NAME_LABELS:
            contact.name = contact.name or value.strip("*_ ").to_text()
        elif label in TITLE_LABELS:
            contact.headline = contact.headline or value
        elif label in PLACE_LABELS:
            places.append((label in STREET_LABELS, piece.strip()))
    for _, piece in sorted(places, key=lambda place: (place[0], place[1].start)):
        _set_place(contact, piece)
    if contact.name is None and first is not None:
        contact.name = _spanning(first, last) if last is not None else first.to_text()
    elif contact.name is None and last is not None:
        contact.name = last.to_text()


def _labeled(rows: Sequence[Row]) -> Iterator[tuple[str, Piece]]:
    """(label, all behind it) of each line, and of the cells that have labels of their own."""
    for row in rows:
        for piece in row.pieces:
            label, end = label_of(piece.text)
            if label:
                yield label, piece.cut(end)
            for cell in piece.split(CELL)[1:]:
                inner, end = label_of(cell.text)
                if inner in _OWN | PLACE_LABELS:
                    yield inner, cell.cut(end)


def _spanning(first: Piece, last: Piece) -> Text:
    """First and last name of two labeled lines as one; the span holds the label between them too."""
    ends = sorted((first, last), key=lambda piece: piece.start)
    return Text(f"{first.value} {last.value}", Span(ends[0].start, ends[-1].end, ends[0].page))


def _set_place(contact: Contact, value: Piece) -> None:
    if contact.place is not None or not value.text:
        return
    places = [place for place in find_places(value.text, towns=True) if place.city or place.country]
    place = max(places, key=lambda p: (p.city is not None, p.country is not None, -p.start), default=None)
    if place is None or place.city is None:
        place = street_place(value.text) or address_place(value.text) or place
    if place is not None:
        contact.place, contact.location = place, value.cut(place.start, place.end)
    elif contact.location is None and _may_be_place(value.text):
        contact.location = value


def _may_be_place(text: str) -> bool:
    return not EMAIL.search(text) and len(text) < _LONGEST_PLACE and any(char.isalpha() for char in text)
