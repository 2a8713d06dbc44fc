"""A message as the questions in it: "what does it pay, and is it remote?", and a long story with a question at its
end. What stands around the questions is context, and is asked nothing about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from careercraft.chat.intent_changes import find_changes
from careercraft.chat.intent_follow import Asked, Context
from careercraft.chat.intents import PLAIN, classify, understand
from careercraft.chat.scene import Desk

_MOST_CHARACTERS = 6_000
"""Of a message; of a longer one its end, where the question is."""
_MOST = 3
"""Questions that are answered at once."""
_ENDS = re.compile(r"(?<=[?!])\s*(?=\S)|(?<=[.;])\s+|\n+")
_WH = r"what|which|how|why|where|when|who|whats|what's|how's|where's"
_AUX = r"is|are|am|do|does|did|can|could|should|would|will|have|has|was|must|may|shall"
_OPENS = re.compile(
    rf"^\W*(?:(?:so|and|but|anyway|ok|okay|well|hey|hi|also|then|please|now)\b[\s,]*)*(?:(?:{_WH})\b|(?:{_AUX})\s+"
    r"(?:i|you|they|it|the|this|that|my|there|we|he|she|these|a|an)\b|(?:explain|show|tell|give|list|make|build|compare"
    r"|teach|write|draft|help|suppose|imagine|find|search|recommend|plan|summarize|prove|break)\b)",
    re.IGNORECASE,
)
"""A question or a wish, as it begins."""
_JOINED = re.compile(
    rf"\s*,?\s*\b(?:and|also|plus|but)\s+(?:also\s+)?(?=(?:{_WH})\b|(?:{_AUX})\s+(?:i|you|they|it|the|this|that|my|there)\b)"
    rf"|\s*,\s*(?=(?:{_WH})\b)",
    re.IGNORECASE,
)
_PAIR = re.compile(r"([\w-]+) (?:and|&) (?:(?:the|my|your|its) )?([\w-]+)", re.IGNORECASE)
_IT = re.compile(r"\b(?:it|that|this|them|those|these)\b", re.IGNORECASE)
_AROUND = frozenset(("unknown", "greeting", "thanks", "bye", "empty", "no_such", "language"))
"""Not worth a word beside a question that is understood."""
_ABOUT = frozenset(("how_long", "resources", "skill", "what_if"))


class Parts(NamedTuple):
    asked: tuple[Asked, ...]
    """One at least."""
    texts: tuple[str, ...]
    """The words of each."""
    left: tuple[str, ...]
    """Questions that weren't understood, or were too many at once, where others are answered."""


def parts_of(message: str, desk: Desk, context: Context) -> Parts:
    """The same message in the same context gives the same."""
    text = message[-_MOST_CHARACTERS:]
    pieces = [piece for sentence in _questions(text) for piece in _joined(sentence, desk)]
    if len(pieces) < 2:
        piece = pieces[0] if pieces else text
        return Parts((understand(piece, desk, context),), (piece,), ())
    return _merged(pieces, [*_each(pieces, desk, context)], message, desk, context)


def _questions(text: str) -> list[str]:
    """Its sentences that ask; all of it where none does, or where there is but one."""
    sentences = [piece.strip() for piece in _ENDS.split(text) if re.search(r"\w", piece)]
    asking = [piece for piece in sentences if piece.endswith("?") or _OPENS.match(piece)]
    if not asking:
        return [text]
    return list(dict.fromkeys(asking))[-2 * _MOST :]


def _joined(sentence: str, desk: Desk) -> list[str]:
    """Of "A and B" both, where each is understood by its words alone and they are about two things."""
    pieces = [piece.strip() for piece in _JOINED.split(sentence) if piece.strip()]
    if len(pieces) > 1 and all(_OPENS.match(piece) or piece.endswith("?") for piece in pieces):
        return pieces if len({classify(piece)[0] for piece in pieces} - {"unknown"}) > 1 else [sentence]
    pair = _PAIR.search(sentence)
    if pair is None:
        return [sentence]
    first = f"{sentence[: pair.end(1)]}{sentence[pair.end() :]}"
    second = f"{sentence[: pair.start()]}{sentence[pair.start(2) :]}"
    found = [classify(piece) for piece in (first, second)]
    both = found[0][0] != found[1][0] and all(score >= PLAIN for _, score in found)
    return [first, second] if both else [sentence]


def _each(pieces: Sequence[str], desk: Desk, context: Context) -> Iterator[Asked]:
    """Each after the one before it: "and how long does that take?"."""
    for piece in pieces:
        asked = understand(piece, desk, context)
        before = context.skills
        if asked.intent in _ABOUT and not asked.slots.skills and before and _IT.search(piece):
            changes = asked.changes or (find_changes(piece, before) if asked.intent == "what_if" else ())
            asked = replace(asked, slots=replace(asked.slots, skills=before), changes=changes)
        yield asked
        if asked.intent not in _AROUND:
            slots = asked.slots
            context = Context(
                intent=asked.intent, skills=slots.skills or before, changes=asked.changes, hours=slots.hours,
                scores=slots.scores, runs=slots.runs, turns=context.turns,
            )  # fmt: skip


def _merged(
    pieces: Sequence[str], found: Sequence[Asked], message: str, desk: Desk, context: Context
) -> Parts:
    """What is understood, each thing once."""
    kept: dict[tuple[object, ...], tuple[Asked, str]] = {}
    left: list[str] = []
    for asked, piece in zip(found, pieces, strict=True):
        if asked.intent in _AROUND:
            left += [piece] if asked.intent == "unknown" and piece.endswith("?") else []
            continue
        slots = asked.slots
        kept.setdefault(
            (asked.intent, slots.skills, slots.scores, slots.runs, slots.files, slots.hours), (asked, piece)
        )
    if not kept:
        return Parts((understand(message, desk, context),), (message,), ())
    first = list(kept.values())[:_MOST]
    left += [piece for _, piece in list(kept.values())[_MOST:]]
    return Parts(tuple(asked for asked, _ in first), tuple(piece for _, piece in first), tuple(left))
