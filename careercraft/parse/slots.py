"""The head of an entry cut into slots: dates, place and kind of employment taken out, the rest in order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from careercraft.model.resume import Employment
from careercraft.parse.employment import names_own_boss, slot_employment, take_employment
from careercraft.parse.evidence import is_department, title_evidence
from careercraft.parse.piece import Piece
from careercraft.parse.places import Place, city_country, find_places
from careercraft.parse.row_kinds import ALSO_REMOTE, REMOTE
from careercraft.parse.rows import Row, without_dates
from careercraft.parse.title_words import LEGAL_FORMS

_STRONG = re.compile(r"\s*[|•·∙●▪－]\s*|\s+[–—‒-]{1,2}\s+|(?<=[\w)])[–—]\s+|\s{2,}|\t|\s+/\s+|\s*;\s+|\n")
_AT = re.compile(r"\s+(?:at|@|bei(?:m)?|chez|presso)\s+|\s+@", re.IGNORECASE)
AT_BY_LANGUAGE = {
    "es": re.compile(rf"{_AT.pattern}|\s+en\s+(?=(?:el\s|la\s|los\s|las\s)?[A-ZÀ-Þ])"),
    "pt": re.compile(rf"{_AT.pattern}|\s+(?:em|na|no)\s+(?=[A-ZÀ-Þ])"),
    "it": re.compile(rf"{_AT.pattern}|\s+presso\s+"),
    "nl": re.compile(rf"{_AT.pattern}|\s+bij\s+"),
}
"""Prepositions before an employer that are too common words in the other languages."""
_COMMA = re.compile(
    rf",\s+(?!(?:{'|'.join(re.escape(form) for form in sorted(LEGAL_FORMS))})(?![\w-]))", re.IGNORECASE
)
_PARTNERS = re.compile(r"[A-ZÀ-Þ][\w'’-]+\s+(?:&|and|und|et|y|e)\s+[A-ZÀ-Þ][\w'’-]+(?:\s+[A-Z][\w.]*)?$")
_TITLE = 2
_LEADING_CONJUNCTION = re.compile(r"(?:and|or|except|und|et|y)\s", re.IGNORECASE)


class Slots(Struct, kw_only=True):
    """What an entry's head says. `named` marks pieces that "at" or a line's label makes the employer."""

    pieces: list[Piece]
    lines: list[int]
    """The head row each piece stands in, counted from 0."""
    after_at: list[bool]
    location: Piece | None = None
    employment: Employment | None = None
    share: float | None = None
    bracketed: list[Piece] = []
    """Cells with a kind of employment in brackets at the end, before it was cut: a title keeps it."""
    kinds: list[tuple[Piece, int]] = []
    """Slots that name a kind of employment, with their rows."""
    own_boss: Piece | None = None
    """ "Self-employed", which stands for the employer where nothing else does."""


def read_slots(rows: Sequence[Row], language: str = "en") -> Slots:
    """Cuts the head rows of one entry; commas are left whole here (see `by_comma`)."""
    slots = Slots(pieces=[], lines=[], after_at=[], bracketed=[], kinds=[])
    for index, row in enumerate(rows):
        for cell in row.cells():
            for part in without_dates(cell, row.dates):
                _read_cell(slots, part, index, AT_BY_LANGUAGE.get(language, _AT))
    _keep_title(slots)
    return slots


def _keep_title(slots: Slots) -> None:
    """ "Saisonnier" says the kind of employment; where nothing else is the title, it is that too."""
    if any(title_evidence(piece.text) >= _TITLE for piece in slots.pieces):
        return
    for piece, line in slots.kinds:
        if title_evidence(piece.text) >= _TITLE:
            at = sum(other.start < piece.start for other in slots.pieces)
            slots.pieces.insert(at, piece)
            slots.lines.insert(at, line)
            slots.after_at.insert(at, False)
            return


def by_comma(slots: Slots) -> Slots:
    """The same with a lone slot cut at its commas; departments and legal forms stay with what precedes them."""
    if len(slots.pieces) != 1:
        return slots
    parts: list[Piece] = []
    whole = slots.pieces[0]
    for part in whole.split_outside(_COMMA):
        if parts and (is_department(part.text) or _goes_on(parts[-1], part)):
            parts[-1] = whole.between(parts[-1].start, part.end)
        else:
            parts.append(part.trim())
    parts = [part for part in parts if part.text]
    return replace(slots, pieces=parts, lines=[slots.lines[0]] * len(parts), after_at=[False] * len(parts))


def _goes_on(first: Piece, part: Piece) -> bool:
    """A firm named after its partners goes on behind the comma ("Whitcomb, Grant & Lowe LLP")."""
    lone = " " not in first.text.strip() and title_evidence(first.text) == 0
    return lone and bool(_PARTNERS.match(part.text.strip()))


def _read_cell(slots: Slots, cell: Piece, line: int, at: re.Pattern[str]) -> None:
    employed = take_employment(cell)
    if employed.kind and cell.text.endswith(")"):
        slots.bracketed.append(cell)
    slots.employment = slots.employment or employed.kind
    slots.share = slots.share or employed.share
    for whole in _take_place(slots, employed.rest):
        for part in _rejoin(whole, whole.split_outside(_STRONG)):
            for position, half in enumerate(part.split_outside(at)):
                _add(slots, half.trim(), line, after_at=position > 0)


def _rejoin(cell: Piece, parts: list[Piece]) -> list[Piece]:
    """A dash inside a name ("Coating - painting - and spraying machine setters") doesn't part it."""
    if "/" in cell.text and len(parts) > 1 and all(title_evidence(part.text) >= 1 for part in parts):
        return [cell]  # "Staff Nurse / Charge Nurse" is one title
    for before, part in pairwise(parts):
        text = part.text.strip()
        barred = "|" in cell.between(before.end, part.start).text  # "Senior Stylist | rush & comb"
        if _LEADING_CONJUNCTION.match(text) or (text[:1].islower() and not barred):
            return [cell]
    return parts


def _add(slots: Slots, piece: Piece, line: int, *, after_at: bool) -> None:
    if not piece.text or not any(char.isalnum() for char in piece.text):
        return
    if kind := slot_employment(piece.text):
        slots.employment = slots.employment or kind
        slots.kinds.append((piece, line))
        if names_own_boss(piece.text):
            slots.own_boss = slots.own_boss or piece
        return
    if REMOTE.fullmatch(piece.text):
        slots.location = slots.location or piece
        return
    slots.pieces.append(piece)
    slots.lines.append(line)
    slots.after_at.append(after_at)


def _take_place(slots: Slots, cell: Piece) -> list[Piece]:
    """The cell without the place at its end, or at its start or middle where separators set it off."""
    bare = ALSO_REMOTE.sub("", cell.text)
    for place in reversed(find_places(cell.text, towns="," in cell.text or "(" in cell.text)):
        if _needs_an_employer(slots, cell, place):
            continue  # "Night Porter, Old Swan": the last name left is the employer's
        if (
            slots.location is not None
            and place.city is not None
            and place.end - place.start == len(cell.text)
        ):
            return _swap_place(slots, cell)
        end = len(cell.text) if place.end == len(bare) else place.end
        if _can_be_cut(place, cell.text[: place.start], cell.text[end:]):
            slots.location = slots.location or cell.cut(place.start, end)
            parts = (cell.cut(0, place.start).trim(), cell.cut(end).trim())
            return [part for part in parts if part.text]
    return [cell]


def _needs_an_employer(slots: Slots, cell: Piece, place: Place) -> bool:
    """A smaller town by itself behind a title, with nothing else that could be the employer."""
    name = cell.text[place.start : place.end]
    small = "," not in name and place.city is not None and not place.region and city_country(name) is None
    return small and not slots.pieces and cell.text.count(",") < 2 and "(" not in cell.text


def _swap_place(slots: Slots, cell: Piece) -> list[Piece]:
    """Of two cities that each fill a cell, the first is an employer that has a city's name ("Carrefour")."""
    first = slots.location
    if first is None or "," in first.text or REMOTE.fullmatch(first.text):
        return [cell]
    slots.location = cell
    at = sum(piece.start < first.start for piece in slots.pieces)
    slots.pieces.insert(at, first)
    slots.lines.insert(at, slots.lines[at - 1] if at else 0)
    slots.after_at.insert(at, False)
    return []


def _can_be_cut(place: Place, before: str, after: str) -> bool:
    """Is the place set off from the words around it, so that it is no part of a name ("Bank of Boston")?"""
    before, after = before.rstrip(), after.strip(" .)]")
    if place.country is None:
        return True  # a template's own "City, State"
    if after and after[0] not in ",|–—-•·∙(;/":
        return False
    if not before:
        return place.city is not None and (place.end - place.start > len(place.city) or not after)
    return before[-1] in ",(|•·∙–—-－@:;/" or place.end - place.start > len(place.city or "")
