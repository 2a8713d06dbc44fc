"""What is said of pay beside the amounts: bonus, and words in place of an amount."""

from __future__ import annotations

import re

from careercraft.model.document import Text
from careercraft.parse import job_pay_words as words
from careercraft.parse import job_stems
from careercraft.parse.job_cue import Lazy
from careercraft.parse.job_pieces import Pieces

_BONUS = Lazy(words.BONUS, re.IGNORECASE)
_NOTES = Lazy(words.NOTES, re.IGNORECASE)
_SCALES = Lazy(words.SCALES)
_JOINED = Lazy(r"(?:\+|plus|and|und)\s+", re.IGNORECASE)
_NOTHING_PAID = Lazy(r"bonus (?:points|if|skills|qualif)|\bexperience (?:with|in)\b", re.IGNORECASE)


def read_bonus(pieces: Pieces) -> Text | None:
    """What comes on top of the pay, in the posting's words."""
    for piece in pieces.with_any(job_stems.BONUS):
        if piece.kind in ("requirement", "duty", "value"):
            continue
        match = _BONUS.search(pieces.outline.flat, piece.start, piece.end)
        if match and not _NOTHING_PAID.search(match[0]):
            joined = _JOINED.match(match[0])
            return pieces.outline.text(
                match.start() + (joined.end() if joined else 0), match.end(), piece.page
            )
    return None


def read_pay_note(pieces: Pieces) -> Text | None:
    """A pay scale first ("TVöD E 9b"), else words such as "competitive"; None where the posting is silent."""
    flat = pieces.outline.flat
    for pattern, stems in ((_SCALES, job_stems.SCALES), (_NOTES, job_stems.PAY)):
        for piece in pieces.with_any(stems):
            if match := pattern.search(flat, piece.start, piece.end):
                return pieces.outline.text(match.start(), match.end(), piece.page)
    return _labelled(pieces)


def _labelled(pieces: Pieces) -> Text | None:
    """A value without a figure behind the label of the salary: "Salary: competitive"."""
    for fact in pieces.facts:
        if fact.kind == "salary" and not re.search(r"\d", fact.low) and len(fact.low) <= 80:
            return pieces.whole(fact)
    return None
