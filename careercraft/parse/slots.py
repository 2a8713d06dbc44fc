"""The head of an entry cut into slots: dates, place and kind of employment taken out, the rest in order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from careercraft.model.resume import Employment
from careercraft.parse.evidence import is_department, title_evidence
from careercraft.parse.piece import Piece
from careercraft.parse.places import Place, find_places
from careercraft.parse.rows import Row, without_dates
from careercraft.parse.title_words import LEGAL_FORMS

_STRONG = re.compile(r"\s*[|•·●▪－]\s*|\s+[–—‒-]{1,2}\s+|(?<=[\w)])[–—]\s+|\s{2,}|\t|\s+/\s+|\s*;\s+|\n")
_AT = re.compile(r"\s+(?:at|@|bei(?:m)?|chez|presso)\s+|\s+@", re.IGNORECASE)
_COMMA = re.compile(
    rf",\s+(?!(?:{'|'.join(re.escape(form) for form in sorted(LEGAL_FORMS))})(?![\w-]))", re.IGNORECASE
)
_REMOTE = re.compile(
    r"\(?(?:(?:fully |100 ?% )?remote(?: work(?:ing)?)?|hybrid|on-?site|home ?office|télétravail|work from home)\)?",
    re.IGNORECASE,
)
_EMPLOYMENT: tuple[tuple[str, Employment], ...] = (
    (
        r"part[- ]?time|temps partiel|teilzeit|werkstudent(?:in)?|(?:a )?tiempo parcial|tempo parziale|meio período"
        r"|deeltijd",
        "part_time",
    ),
    (
        r"full[- ]?time|temps plein|vollzeit|tiempo completo|tempo pieno|tempo integral|fulltime|voltijd|permanent",
        "full_time",
    ),
    (r"internship|co-?op", "internship"),
    (
        r"contract(?:or)?|freelance|temporary|temp|self-employed|consultancy|cdd|befristet|seasonal",
        "contract",
    ),
    (r"volunteer", "volunteer"),
)
_EMPLOYMENT_SLOT = tuple(
    (re.compile(rf"\(?(?:{words})(?: position| contract| role)?\)?", re.IGNORECASE), kind)
    for words, kind in _EMPLOYMENT
)
_EMPLOYMENT_PAREN = tuple(
    (re.compile(rf"\s*\((?:{words})[^)]{{0,30}}\)", re.IGNORECASE), kind) for words, kind in _EMPLOYMENT
)
_INTERN = re.compile(
    r"\b(?:interns?|internship|co-?op(?: student)?|stagiaire|praktikant(?:in)?|becari[oa]"
    r"|estagi[áa]ri[oa]|tirocinante|stagiair|extern|externship|praktikum|stage)\b",
    re.IGNORECASE,
)
_VOLUNTEER = re.compile(
    r"\b(?:volunteer|bénévole|ehrenamtlich|voluntari[oa]|voluntário|volontari[oa]|vrijwilliger)\b",
    re.IGNORECASE,
)
_LEADING_CONJUNCTION = re.compile(r"(?:and|or|except|und|et|y)\s", re.IGNORECASE)


class Slots(Struct, kw_only=True):
    """What an entry's head says. `named` marks pieces that "at" or a line's label makes the employer."""

    pieces: list[Piece]
    lines: list[int]
    """The head row each piece stands in, counted from 0."""
    after_at: list[bool]
    location: Piece | None = None
    employment: Employment | None = None


def read_slots(rows: Sequence[Row]) -> Slots:
    """Cuts the head rows of one entry; commas are left whole here (see `by_comma`)."""
    slots = Slots(pieces=[], lines=[], after_at=[])
    for index, row in enumerate(rows):
        for cell in row.cells():
            for part in without_dates(cell, row.dates):
                _read_cell(slots, part, index)
    return slots


def by_comma(slots: Slots) -> Slots:
    """The same with a lone slot cut at its commas; departments and legal forms stay with what precedes them."""
    if len(slots.pieces) != 1:
        return slots
    parts: list[Piece] = []
    whole = slots.pieces[0]
    for part in whole.split_outside(_COMMA):
        if parts and is_department(part.text):
            parts[-1] = whole.between(parts[-1].start, part.end)
        else:
            parts.append(part.trim())
    parts = [part for part in parts if part.text]
    return Slots(
        pieces=parts,
        lines=[slots.lines[0]] * len(parts),
        after_at=[False] * len(parts),
        location=slots.location,
        employment=slots.employment,
    )


def employment_of(text: str) -> Employment | None:
    """What a title itself says: "Research Intern" is an internship."""
    if _INTERN.search(text):
        return "internship"
    if _VOLUNTEER.search(text):
        return "volunteer"
    return next((kind for pattern, kind in _EMPLOYMENT_PAREN if pattern.search(text)), None)


def _read_cell(slots: Slots, cell: Piece, line: int) -> None:
    for whole in _take_place(slots, _take_employment(slots, cell)):
        for part in _rejoin(whole, whole.split_outside(_STRONG)):
            for position, half in enumerate(part.split_outside(_AT)):
                _add(slots, half.trim(), line, after_at=position > 0)


def _rejoin(cell: Piece, parts: list[Piece]) -> list[Piece]:
    """A dash inside a name ("Coating - painting - and spraying machine setters") doesn't part it."""
    if "/" in cell.text and len(parts) > 1 and all(title_evidence(part.text) > 0 for part in parts):
        return [cell]  # "Staff Nurse / Charge Nurse" is one title
    if any(
        _LEADING_CONJUNCTION.match(part.text.strip()) or part.text.strip()[:1].islower() for part in parts[1:]
    ):
        return [cell]
    return parts


def _add(slots: Slots, piece: Piece, line: int, *, after_at: bool) -> None:
    if not piece.text or not any(char.isalnum() for char in piece.text):
        return
    for pattern, kind in _EMPLOYMENT_SLOT:
        if pattern.fullmatch(piece.text):
            slots.employment = slots.employment or kind
            return
    if _REMOTE.fullmatch(piece.text):
        slots.location = slots.location or piece
        return
    slots.pieces.append(piece)
    slots.lines.append(line)
    slots.after_at.append(after_at)


def _take_employment(slots: Slots, cell: Piece) -> Piece:
    for pattern, kind in _EMPLOYMENT_PAREN:
        match = pattern.search(cell.text)
        if match and match.end() == len(cell.text):
            slots.employment = slots.employment or kind
            return cell.cut(0, match.start()).trim()
    return cell


def _take_place(slots: Slots, cell: Piece) -> list[Piece]:
    """The cell without the place at its end, or at its start or middle where separators set it off."""
    for place in reversed(find_places(cell.text)):
        if _can_be_cut(place, cell.text[: place.start], cell.text[place.end :]):
            slots.location = slots.location or cell.cut(place.start, place.end)
            parts = (cell.cut(0, place.start).trim(), cell.cut(place.end).trim())
            return [part for part in parts if part.text]
    return [cell]


def _can_be_cut(place: Place, before: str, after: str) -> bool:
    """Is the place set off from the words around it, so that it is no part of a name ("Bank of Boston")?"""
    before, after = before.rstrip(), after.strip(" .)]")
    if place.country is None:
        return True  # a template's own "City, State"
    if after and after[0] not in ",|–—-•·(;/":
        return False
    if not before:
        return place.city is not None and (place.end - place.start > len(place.city) or not after)
    return before[-1] in ",(|•·–—-－@:;/" or place.end - place.start > len(place.city or "")
