"""Other people's names in place of the owner's: in the header, in the text, in the address and the links."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from careercraft.audit.swap import Edit, Sheet, Swap, as_text, edited
from careercraft.model.document import Text


class Person(NamedTuple):
    first: str
    last: str


PEOPLE = (
    Person("Jamal", "Washington"),
    Person("Emily", "Walsh"),
    Person("Mei", "Chen"),
    Person("Mohammed", "Al-Farsi"),
    Person("Lakshmi", "Raghunathan"),
    Person("Siobhán", "O'Sullivan"),
    Person("Nguyễn", "Thị Hương"),
    Person("Kwame", "Mensah-Boateng"),
    Person("José", "García Hernández"),
    Person("Łukasz", "Wójcik"),
    # Names that are words, trades, ranks or skills too.
    Person("Ruby", "Swift"),
    Person("Grant", "Cook"),
    Person("Dean", "Baker"),
    Person("Will", "Hardware"),
    Person("Java", "Scala"),
    Person("Angular", "Docker"),
)
_TITLED = r"\b(?:Mr|Mrs|Ms|Miss|Mx|Herr|Frau|Mme|Sr|Sra)\.? "
_ACADEMIC = re.compile(r"(?:[A-Z][a-z]+\.(?:-Ing\.)?\s+)+")
_SHORTEST = 3
"""Letters of a name that is looked for inside an address."""


def name_swaps(sheet: Sheet) -> Iterator[Swap]:
    name = sheet.resume.name
    if name is None:
        return
    for person in PEOPLE:
        changed = edited(sheet.text, name_edits(sheet, name, person))
        if changed != sheet.text:
            what = f"{' '.join(name.value.split())} -> {person.first} {person.last}"
            yield Swap(kind="name", what=what, after=as_text(changed))


def name_edits(sheet: Sheet, name: Text, person: Person) -> Iterator[Edit]:
    """Of the name at the top, wherever the whole of it stands, of "Mr. Ruiz", of the address and the links."""
    quote = sheet.document.quote(name.span)
    yield Edit(name.span.start, name.span.end, _written(quote, person))
    words = [word for word in re.findall(r"[^\W\d_](?:[^\W\d_]|['’-])*", quote) if len(word) > 1]
    if not words:
        return
    if len(words) > 1:
        whole = r"\s+".join(map(re.escape, quote.split()))
        for found in re.finditer(rf"(?<!\w){whole}(?!\w)", sheet.text, re.IGNORECASE):
            yield Edit(*found.span(), _written(found[0], person))
    for found in re.finditer(rf"{_TITLED}({re.escape(words[-1])})\b", sheet.text):
        yield Edit(*found.span(1), person.last)
    for text in filter(None, (sheet.resume.email, *sheet.resume.links)):
        yield from _address_edits(sheet, text, words, person)


def _written(old: str, person: Person) -> str:
    """The new name in the old one's capitals and lines; "Dr." stays."""
    titles = _ACADEMIC.match(old)
    lead, bare = (titles[0], old[titles.end() :]) if titles else ("", old)
    gap = "\n" if "\n" in bare else " "
    new = f"{person.first}{gap}{person.last}"
    if "," in bare:
        new = f"{person.last}, {person.first}"
    return lead + (new.upper() if bare.isupper() else new)


def _address_edits(sheet: Sheet, text: Text, words: list[str], person: Person) -> Iterator[Edit]:
    """The parts of the name in "ana.ruiz@…" and "github.com/anaruiz"."""
    quote = sheet.document.quote(text.span)
    plain, first, last = _plain(quote), _plain(words[0]), _plain(words[-1])
    if len(plain) != len(quote):
        return
    for old, new in ((first, person.first), (last, person.last)):
        at = plain.find(old) if len(old) >= _SHORTEST else -1
        if at >= 0:
            start = text.span.start + at
            yield Edit(start, start + len(old), re.sub(r"[^a-z-]", "", _plain(new)))


def _plain(text: str) -> str:
    """Small letters without accents, as in addresses."""
    bare = (char for char in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(char))
    return "".join(bare).replace("ł", "l").replace("'", "")
