"""The place in an entry's head where its name isn't known: the other entries of the section show where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from careercraft.parse.entry_forms import RawEntry
from careercraft.parse.evidence import employer_evidence, school_evidence, title_evidence
from careercraft.parse.job_cue import Lazy
from careercraft.parse.piece import Piece
from careercraft.parse.places import find_places
from careercraft.parse.row_kinds import REMOTE, header_like, is_place
from careercraft.parse.rows import Row
from careercraft.parse.slots import Slots
from careercraft.parse.title_words import LEGAL_FORMS

_NAME = Lazy(
    r"[A-ZÀ-ÞĀ-Ž][\w.'’-]+"
    r"(?:[ -](?:(?:am|an|im|de|la|le|les|del|do|da|of|upon|on|sur|en|van|der|den)[ -])?[A-ZÀ-ÞĀ-Ž][\w.'’-]+){0,2}\.?"
)
_BRACKET = Lazy(r"\s*\((?P<place>[^()]+)\)$")
_TITLE = 2
_THREE = 3
_COMMA = Lazy(r",\s+(?P<place>[^,]+)$")


def with_place_lines(
    entries: Sequence[RawEntry], heads: Sequence[Slots]
) -> tuple[list[RawEntry], list[Slots]]:
    """Where the line under the dates is a place in most entries, it is one in those whose town isn't known too."""
    rows = [
        _lone_row(entry, slots) or _line_below(entry) for entry, slots in zip(entries, heads, strict=True)
    ]
    known = [bool(entry.head) and is_place(entry.head[-1]) for entry in entries]
    towns = [row is not None and _is_town(row.text) for row in rows]
    below = sum(told or row is not None for told, row in zip(known, rows, strict=True))
    if not any((*known, *towns)) or below < 2 or 2 * below <= len(entries):
        return list(entries), list(heads)
    placed = [
        (entry, slots) if row is None or slots.location is not None else _with_place_row(entry, slots, row)
        for entry, slots, row in zip(entries, heads, rows, strict=True)
    ]
    return [entry for entry, _ in placed], [slots for _, slots in placed]


def _with_place_row(entry: RawEntry, slots: Slots, row: Row) -> tuple[RawEntry, Slots]:
    if any(row is other for other in entry.head):
        return entry, _without(slots, len(slots.pieces) - 1)
    moved = replace(entry, head=[*entry.head, row], body=entry.body[1:])
    return moved, replace(slots, location=row.pieces[0].trim())


def _lone_row(entry: RawEntry, slots: Slots) -> Row | None:
    """The head's last row under its dates, where it is the third slot and may be the name of a place."""
    row = entry.head[-1] if len(entry.head) > 1 and not entry.head[-1].dates else None
    if row is None or len(slots.pieces) < _THREE or slots.pieces[-1].text != row.text:
        return None
    dated = entry.dates is not None and entry.dates.span.end <= row.start
    return row if dated and _may_be_place(row.text) else None


def _line_below(entry: RawEntry) -> Row | None:
    """The first row under the head where it may be the name of a place."""
    row = entry.body[0] if entry.body else None
    if row is None or row.dates or len(row.pieces) > 1 or not header_like(row):
        return None
    return row if _may_be_place(row.text) or _is_town(row.text) else None


def with_places(heads: Sequence[Slots]) -> list[Slots]:
    """The heads, with a place cut out of those that have none where at least half of the others have one."""
    heads = _behind_employers([_in_a_town(slots) for slots in heads])
    known = sum(slots.location is not None for slots in heads)
    if len(heads) < 2 or 2 * known < len(heads):
        return list(heads)
    lines = sorted(_line_of_place(slots) for slots in heads if slots.location is not None)
    usual = lines[len(lines) // 2]
    return [slots if slots.location is not None else _placed(slots, usual) for slots in heads]


def _in_a_town(slots: Slots) -> Slots:
    """Of three slots or more, a later one that is the name of a smaller town is the place."""
    if slots.location is not None or len(slots.pieces) < 3:
        return slots
    at = next((index for index, piece in enumerate(slots.pieces) if index and _is_town(piece.text)), None)
    return slots if at is None else _without(slots, at)


def _behind_employers(heads: Sequence[Slots]) -> list[Slots]:
    """Of two slots or more, one that ends in a smaller town ("Armorelle, Vannes"), where several heads have it."""
    cut = [_with_town_cut(slots) for slots in heads]
    found = sum(slots is not None for slots in cut)
    known = sum(slots.location is not None for slots in heads)
    if not found or found + known < 2 or 3 * (found + known) < len(heads):
        return list(heads)
    placed = [parted or slots for parted, slots in zip(cut, heads, strict=True)]
    return [slots if slots.location else _with_town_cut(slots, unknown=True) or slots for slots in placed]


def _with_town_cut(slots: Slots, *, unknown: bool = False) -> Slots | None:
    if slots.location is not None or len(slots.pieces) < 2:
        return None
    for at, piece in enumerate(slots.pieces):
        parts = _cut_off(piece, len(slots.pieces))
        if parts and (_is_town(parts[1].text) or (unknown and title_evidence(parts[0].text) < _TITLE)):
            pieces = [*slots.pieces]
            pieces[at] = parts[0]
            return replace(slots, pieces=pieces, location=parts[1])
    return None


def _is_town(text: str) -> bool:
    places = find_places(text, towns=True)
    return len(places) == 1 and places[0].end - places[0].start == len(text.strip())


def _line_of_place(slots: Slots) -> int:
    """How many pieces stand before the place."""
    assert slots.location is not None
    return sum(piece.start < slots.location.start for piece in slots.pieces)


def _placed(slots: Slots, usual: int) -> Slots:
    boss = slots.own_boss  # "Self-employed" takes a place in the order as an employer would
    if len(slots.pieces) + (boss is not None) > 2:
        before = boss is not None and boss.start < slots.pieces[min(usual, len(slots.pieces)) - 1].start
        at = min(max(usual - before, 0), len(slots.pieces) - 1)
        if _may_be_place(slots.pieces[at].text):
            return _without(slots, at)
    for at in range(len(slots.pieces) - 1, -1, -1):
        if cut := _cut_off(slots.pieces[at], len(slots.pieces)):
            pieces = [*slots.pieces]
            pieces[at] = cut[0]
            return replace(slots, pieces=pieces, location=cut[1])
    return slots


def _without(slots: Slots, at: int) -> Slots:
    keep = [index for index in range(len(slots.pieces)) if index != at]
    return replace(
        slots,
        pieces=[slots.pieces[index] for index in keep],
        lines=[slots.lines[index] for index in keep],
        after_at=[slots.after_at[index] for index in keep],
        location=slots.pieces[at].without_stop(),
    )


def _cut_off(piece: Piece, count: int) -> tuple[Piece, Piece] | None:
    """The piece and the place at its end, after a comma or in brackets; a title alone has to keep its employer."""
    match = _BRACKET.search(piece.text) or _COMMA.search(piece.text)
    if (
        match is None
        or not _may_be_place(match["place"])
        or (count == 1 and "," not in piece.text[: match.start()])
    ):
        return None
    return piece.cut(0, match.start()).trim(), piece.cut(
        match.start("place"), match.end("place")
    ).without_stop()


def _may_be_place(text: str) -> bool:
    if REMOTE.fullmatch(text.strip()):
        return True
    quiet = title_evidence(text) == 0 and employer_evidence(text) == 0 and not school_evidence(text)
    legal = text.lower().rstrip(".") in LEGAL_FORMS or text.lower() in LEGAL_FORMS
    return quiet and not legal and bool(_NAME.fullmatch(text.strip())) and not text.isupper()
