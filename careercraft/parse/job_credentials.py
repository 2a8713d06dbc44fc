"""Licences and certificates that a posting asks for, in its words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careercraft.model.job import CredentialAsk
from careercraft.parse import job_credential_words as words
from careercraft.parse import job_stems
from careercraft.parse.job_clauses import rank_of
from careercraft.parse.job_cue import Lazy
from careercraft.parse.job_pieces import Piece, Pieces

_SHORT = Lazy(rf"(?<![\w+])(?:{words.SHORT})(?![\w+])")
_NOUN = Lazy(rf"\b{words.NOUN}\b", re.IGNORECASE)
_STOP = re.compile(rf"(?:{words.STOP})", re.IGNORECASE)
_BEHIND = Lazy(words.BEHIND, re.IGNORECASE)
_LICENSED = Lazy(words.LICENSED, re.IGNORECASE)
_OTHER = Lazy(words.OTHER, re.IGNORECASE)
_WORDS_BEFORE = re.compile(r"[^\s,;:()]+")
_NOT_ASKED = re.compile(r"(?:iso|our|software|product|ssl|license) $|\biso\b", re.IGNORECASE)
_LONGEST = 4
"""Most words of a name before its noun."""
_CLAUSE = re.compile(r"[,;.]\s")


def read_credentials(pieces: Pieces) -> tuple[CredentialAsk, ...]:
    """One ask for each name, in reading order."""
    found: dict[str, CredentialAsk] = {}
    for piece in pieces.with_any(job_stems.CREDENTIALS):
        if piece.kind == "requirement":
            for ask in _asks(pieces, piece):
                found.setdefault(ask.name.casefold(), ask)
    return tuple(found.values())


def _asks(pieces: Pieces, piece: Piece) -> Iterator[CredentialAsk]:
    taken = -1
    flat = pieces.outline.flat
    for start, end in sorted(_ranges(flat, piece), key=lambda span: (span[0], -span[1])):
        if start >= taken:
            taken = end
            clause = _CLAUSE.split(flat[end : piece.end])[0]
            yield CredentialAsk(
                name=" ".join(flat[start:end].split()),
                importance=(rank_of(clause) if clause.strip() else None) or piece.importance,
                hard=piece.hard,
                text=pieces.whole(piece),
            )


def _ranges(flat: str, piece: Piece) -> Iterator[tuple[int, int]]:
    """Where names of credentials stand in a piece."""
    for pattern in (_SHORT, _LICENSED, _OTHER):
        yield from (match.span() for match in pattern.finditer(flat, piece.start, piece.end))
    for match in _NOUN.finditer(flat, piece.start, piece.end):
        start = _name_start(flat, piece.start, match.start())
        behind = _BEHIND.match(flat, match.end(), piece.end)
        end = behind.end() if behind else match.end()
        if (start < match.start() or behind) and not _NOT_ASKED.search(flat[start : match.start()]):
            yield start, end


def _name_start(flat: str, low: int, end: int) -> int:
    """Where the words begin that stand before the noun and belong to the name."""
    start = end
    for word in list(_WORDS_BEFORE.finditer(flat, max(low, end - 60), end))[: -_LONGEST - 1 : -1]:
        if flat[word.end() : start].strip() or _STOP.fullmatch(word[0].strip(".\"'“”")):
            break
        start = word.start()
    return start
