"""Which slot of an entry's head is the title and which the employer.

Words decide first (see `evidence`); where they are silent, the order that the section's other entries
show decides, and at last the commonest order of all, the title first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from careercraft.parse.evidence import is_department, leaning, title_evidence
from careercraft.parse.piece import Piece
from careercraft.parse.slots import Slots, by_comma

_CLEAR = 2.5
_BRACKET = re.compile(r"\s\((?P<inner>[A-ZÀ-Þ][^()]+)\)$")
_IN_BRACKETS = 0.7
_APART = 2.0
_THREE = 3
_PLACEHOLDER = re.compile(r"\s*\b(?:Company|Employer|Organization)\s+Name\b\s*", re.IGNORECASE)


Form = tuple[bool, tuple[tuple[float, bool], ...]]
"""Whether the employer is that of several titles, and size and weight of the head's first rows."""


class Roles(NamedTuple):
    title: Piece | None
    employer: Piece | None
    rest: tuple[Piece, ...] = ()


def split_placeholders(slots: Slots) -> Slots:
    """Anonymized resumes write "Cook Company Name": the employer's field name with nothing between."""
    pieces, lines, after_at = [], [], []
    for piece, line, at in zip(slots.pieces, slots.lines, slots.after_at, strict=True):
        match = _PLACEHOLDER.search(piece.text)
        parts = [piece]
        if match:
            cuts = (
                piece.cut(0, match.start()),
                piece.cut(match.start(), match.end()),
                piece.cut(match.end()),
            )
            parts = [part.trim() for part in cuts if part.trim().text]
        pieces += parts
        lines += [line] * len(parts)
        after_at += [at] * len(parts)
    return replace(slots, pieces=pieces, lines=lines, after_at=after_at)


def split_brackets(heads: Sequence[Slots]) -> list[Slots]:
    """ "Clerk of Court (Lane Valley District Court)": where heads are written so, what the brackets hold is cut off."""
    cut = [_cut_bracket(slots) for slots in heads]
    apart = [leaning(parts[0].text) - leaning(parts[1].text) for parts in cut if parts is not None]
    clear = any(parts is not None and leaning(parts[1].text) <= -_IN_BRACKETS for parts in cut)
    if max(map(abs, apart), default=0.0) < _APART or not (clear or 2 * len(apart) > len(heads) > 1):
        return list(heads)
    return [
        slots
        if parts is None
        else replace(slots, pieces=list(parts), lines=slots.lines * 2, after_at=slots.after_at * 2)
        for slots, parts in zip(heads, cut, strict=True)
    ]


def split_recurring(heads: Sequence[Slots]) -> list[Slots]:
    """ "Team Leader, Voice, Ringfold": what ends or begins the lone slot of another head too is the employer."""
    cuts = [_outer_parts(slots) for slots in heads]
    ends = Counter(text for parts in cuts for text in {part.text for part, _ in parts})
    return [
        next(
            (
                replace(slots, pieces=pair, lines=slots.lines * 2, after_at=slots.after_at * 2)
                for part, pair in parts
                if ends[part.text] > 1 and title_evidence(part.text) < _APART
            ),
            slots,
        )
        for slots, parts in zip(heads, cuts, strict=True)
    ]


def _outer_parts(slots: Slots) -> list[tuple[Piece, list[Piece]]]:
    """The last and the first part of a lone slot, each with the two slots that cutting it off would leave."""
    parts = by_comma(slots).pieces if len(slots.pieces) == 1 else []
    if len(parts) < _THREE:
        return [(part, parts) for part in parts[::-1]]
    whole = slots.pieces[0]
    before, after = whole.between(parts[0].start, parts[-2].end), whole.between(parts[1].start, parts[-1].end)
    return [(parts[-1], [before, parts[-1]]), (parts[0], [parts[0], after])]


def _cut_bracket(slots: Slots) -> tuple[Piece, Piece] | None:
    piece = slots.pieces[0] if len(slots.pieces) == 1 else None
    match = _BRACKET.search(piece.text) if piece else None
    if piece is None or match is None or is_department(match["inner"]):
        return None
    first, second = piece.cut(0, match.start()).trim(), piece.cut(*match.span("inner"))
    return (first, second) if len(second.text.split()) > 1 else None


def order_of(heads: Sequence[Slots]) -> float:
    """Positive where the section writes the title first, negative where the employer."""
    total = 0.0
    for slots in heads:
        pieces = slots.pieces if len(slots.pieces) > 1 else by_comma(slots).pieces
        if len(pieces) > 1:
            total += max(-3.0, min(3.0, leaning(pieces[0].text) - leaning(pieces[1].text)))
    return total


def orders_by_form(forms: Sequence[Form], heads: Sequence[Slots], prior: float) -> list[float]:
    """The order of each head: that of the heads set like it where their words tell one, else the section's.

    `prior` is the order of the document's other sections.
    """
    alike: dict[Form, list[Slots]] = {}
    for form, slots in zip(forms, heads, strict=True):
        alike.setdefault(form, []).append(slots)
    told = {form: order_of(members) for form, members in alike.items()}
    every = order_of(heads)
    grouped = {
        flag: order_of([head for form, head in zip(forms, heads, strict=True) if form[0] == flag])
        for flag in (False, True)
    }
    return [
        next((order for order in (told[form], grouped[form[0]]) if abs(order) >= 1), every) + prior
        for form in forms
    ]


def assign(slots: Slots, order: float) -> Roles:
    """The title and the employer of one head, and what is left over."""
    lone = slots.pieces[0] if len(slots.pieces) == 1 else None
    if lone is not None:
        slots = _cut_lone(slots, order)
    if len(slots.pieces) < 2:
        return _lone(slots.pieces)
    if True in slots.after_at:
        at = slots.after_at.index(True)
        before = [piece for index, piece in enumerate(slots.pieces) if index != at]
        title = max(before[: max(at, 1)], key=lambda piece: title_evidence(piece.text))
        return Roles(title, slots.pieces[at], tuple(piece for piece in before if piece is not title))
    first, second = _best_pair(slots.pieces, order)
    title, employer = slots.pieces[first], slots.pieces[second]
    used = range(first, second) if lone is not None and first < second else (first,)
    if lone is not None and second < first == len(slots.pieces) - 2 and second == first - 1:
        title = lone.between(title.start, lone.end)  # "Harlow Fire Rescue, Captain, Engine 4"
        used = range(first, len(slots.pieces))
    if lone is not None and first < second:  # "Charge Nurse, Intensive Care, Seton Medical Center"
        start = _start_of_employer(slots.pieces, first, second)
        title = lone.between(title.start, slots.pieces[start - 1].end)
        employer = lone.between(slots.pieces[start].start, employer.end)
    rest = tuple(piece for index, piece in enumerate(slots.pieces) if index not in (*used, second))
    return Roles(title, employer, rest)


def _start_of_employer(pieces: Sequence[Piece], title: int, employer: int) -> int:
    """ "Corps Member, Ministry of Works, Kebbi State": parts before the employer's that name an employer too."""
    while employer - 1 > title and leaning(pieces[employer - 1].text) < 0:
        employer -= 1
    return employer


def _cut_lone(slots: Slots, order: float) -> Slots:
    """Cuts "Title, Employer" where the words or the other entries say that it is both."""
    parts = by_comma(slots)
    if len(parts.pieces) < 2:
        return slots
    leanings = [leaning(part.text) for part in parts.pieces]
    if len(leanings) == 2 and abs(order) >= 2 and (leanings[0] - leanings[1]) * order >= 0:
        return parts  # the words don't speak against it, and the other entries are written so
    apart = max(leanings) - min(leanings)
    outer = len(leanings) >= _THREE and abs(order) >= _APART
    if outer and min(leanings) >= 0 and max(leanings[1:] if order > 0 else leanings[:-1]) <= 0:
        return _cut_outer(slots, parts, order)
    if apart >= 1.5 and (min(leanings) < 0.6 or apart >= 2):
        return parts
    return _cut_outer(slots, parts, order) if outer else slots


def _cut_outer(slots: Slots, parts: Slots, order: float) -> Slots:
    """ "Graduate, Survey Approvals, Land Information": of silent words the outermost part is the employer, since
    titles hold commas more often than employers do."""
    whole, pieces = slots.pieces[0], parts.pieces
    last = len(pieces) - 1 if order > 0 else 1
    pair = [
        whole.between(pieces[0].start, pieces[last - 1].end),
        whole.between(pieces[last].start, pieces[-1].end),
    ]
    return replace(slots, pieces=pair, lines=slots.lines * 2, after_at=slots.after_at * 2)


def _lone(pieces: Sequence[Piece]) -> Roles:
    if not pieces:
        return Roles(None, None)
    piece = pieces[0]
    if leaning(piece.text) <= -1.5 and title_evidence(piece.text) < 2:
        return Roles(None, piece)
    return Roles(piece, None)


def _best_pair(pieces: Sequence[Piece], order: float) -> tuple[int, int]:
    """Indices of (title, employer): evidence, the section's order, then what stands first."""
    scores = [max(-_CLEAR, min(_CLEAR + 0.5, leaning(piece.text))) for piece in pieces]
    prior = 1.2 if order > 0 else -1.2 if order < 0 else 0.6

    def worth(pair: tuple[int, int]) -> float:
        title, employer = pair
        ordered = prior if title < employer else -prior
        return scores[title] - scores[employer] + ordered - 0.45 * (title + employer)

    count = min(len(pieces), 4)
    pairs = [(i, j) for i in range(count) for j in range(count) if i != j]
    return max(pairs, key=lambda pair: (worth(pair), -pair[0], -pair[1]))
