"""The place in an entry's head where its name isn't known: the other entries of the section show where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from careercraft.parse.evidence import employer_evidence, school_evidence, title_evidence
from careercraft.parse.job_cue import Lazy
from careercraft.parse.piece import Piece
from careercraft.parse.places import find_places
from careercraft.parse.slots import Slots
from careercraft.parse.title_words import LEGAL_FORMS

_NAME = Lazy(
    r"[A-ZÀ-ÞĀ-Ž][\w.'’-]+"
    r"(?:[ -](?:(?:am|an|im|de|la|le|les|del|do|da|of|upon|on|sur|en|van|der|den)[ -])?[A-ZÀ-ÞĀ-Ž][\w.'’-]+){0,2}\.?"
)
_BRACKET = Lazy(r"\s*\((?P<place>[^()]+)\)$")
_COMMA = Lazy(r",\s+(?P<place>[^,]+)$")


def with_places(heads: Sequence[Slots]) -> list[Slots]:
    """The heads, with a place cut out of those that have none where at least half of the others have one."""
    heads = [_in_a_town(slots) for slots in heads]
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


def _is_town(text: str) -> bool:
    places = find_places(text, towns=True)
    return len(places) == 1 and places[0].end - places[0].start == len(text.strip())


def _line_of_place(slots: Slots) -> int:
    """How many pieces stand before the place."""
    assert slots.location is not None
    return sum(piece.start < slots.location.start for piece in slots.pieces)


def _placed(slots: Slots, usual: int) -> Slots:
    if len(slots.pieces) > 2:
        at = min(usual, len(slots.pieces) - 1)
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
    quiet = title_evidence(text) == 0 and employer_evidence(text) == 0 and not school_evidence(text)
    legal = text.lower().rstrip(".") in LEGAL_FORMS or text.lower() in LEGAL_FORMS
    return quiet and not legal and bool(_NAME.fullmatch(text.strip())) and not text.isupper()
