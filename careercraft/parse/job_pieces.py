"""The posting in small pieces for the readers of its terms: labelled facts first, then every statement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from careercraft.model.document import Text
from careercraft.model.job import Importance, Statement
from careercraft.parse.job_sections import Outline
from careercraft.parse.job_stems import Stems, WordGroups, group_words

_WORD = re.compile(r"[^\W_]+")


class Piece(NamedTuple):
    low: str
    """Its text in lower case, letter for letter."""
    start: int
    end: int
    page: int | None
    kind: str
    """Of a fact as `Fact.kind`, of a statement as `Statement.kind`."""
    label: str = ""
    """What stands before the colon of a labelled fact, in lower case."""
    importance: Importance = "must"
    hard: bool = False


class Pieces(NamedTuple):
    outline: Outline
    low: str
    """The whole posting in lower case, letter for letter."""
    words: WordGroups
    facts: tuple[Piece, ...]
    statements: tuple[Piece, ...]

    def with_any(self, stems: Stems) -> Iterator[Piece]:
        """Pieces that hold a word of the family, or whose label does."""
        return self.with_words(stems.among(self.words))

    def with_words(self, words: tuple[str, ...]) -> Iterator[Piece]:
        """Pieces in which, or in whose label, one of the words stands."""
        words = tuple(word for word in words if word in self.low)
        if words:
            for piece in (*self.facts, *self.statements):
                if any(word in piece.low or word in piece.label for word in words):
                    yield piece

    def text(self, piece: Piece, start: int, end: int) -> Text:
        """The words from `start` to `end` of a piece."""
        return self.outline.text(piece.start + start, piece.start + end, piece.page)

    def whole(self, piece: Piece) -> Text:
        return self.outline.text(piece.start, piece.end, piece.page)


def read_pieces(outline: Outline, statements: tuple[Statement, ...]) -> Pieces:
    low = lowered(outline.flat)
    facts = (
        Piece(low[fact.start : fact.end], fact.start, fact.end, fact.page, fact.kind, fact.label.lower())
        for fact in outline.facts
    )
    told = tuple(_of_statement(low, statement) for statement in statements)
    return Pieces(outline, low, group_words(_WORD.findall(low)), tuple(facts), told)


def _of_statement(low: str, statement: Statement) -> Piece:
    start, end, page = statement.text.span.start, statement.text.span.end, statement.text.span.page
    return Piece(low[start:end], start, end, page, statement.kind, "", statement.importance, statement.hard)


def lowered(text: str) -> str:
    """Lower case at the same offsets: the few letters that grow stay."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(one if len(one := letter.lower()) == 1 else letter for letter in text)
