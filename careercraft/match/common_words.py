"""How many of a phrase's words stand in one piece of a text, whatever stands between them.

It helps the encoder, whose windows are short and know no rare names: of "estimations in the Contract W2 framework" a
resume that says "operated under the Contract W2 framework" has most words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from careercraft.match.negation import affirmed
from careercraft.model.document import Document, Span
from careercraft.parse.tables import word_set
from careercraft.taxonomy.surface import fold

FEWEST = 2
"""Telling words that a phrase must have: a single one is looked up as a name, with its rules."""
_STEM = 5
"""Letters by which two words are held to be one: "manage" and "management"."""
_WORD = re.compile(r"[^\W_][\w+#]*")
_FILLERS = word_set(
    """a an the of in on with for to and or from at by as using use via its their our your such skill skills ability
    abilities able knowledge experience experienced proficiency proficient understanding expertise familiarity strong
    excellent good solid proven advanced basic various several other related new well work working"""
)


class Common(NamedTuple):
    share: float
    """Of the phrase's telling words, 0..1."""
    words: int
    """Telling words of the phrase."""
    place: tuple[int, int]
    """Code points of the text, from the first to the last of them."""


class CommonWords:
    """Looks phrases up in the pieces of one document. What a piece denies ("without Kubernetes") isn't there."""

    def __init__(self, document: Document, pieces: Sequence[Span], silent: Sequence[Span] = ()) -> None:
        """`silent`: names and addresses, whose words say nothing."""
        self._pieces = [_places(document.text, span, silent) for span in pieces]

    def best(self, phrase: str) -> Common:
        """The piece with the most of the words, the first among equals."""
        words = {word[:_STEM] for word in _words(phrase)}
        best = Common(0.0, len(words), (0, 0))
        for piece in self._pieces if len(words) >= FEWEST else ():
            found = [piece[word] for word in words if word in piece]
            share = len(found) / len(words)
            if share > best.share:
                ends = min(start for start, _ in found), max(end for _, end in found)
                best = Common(share, len(words), ends)
        return best


def _places(text: str, span: Span, silent: Sequence[Span]) -> dict[str, tuple[int, int]]:
    """Stem to the first place at which it stands."""
    quiet = [other for other in silent if other.start < span.end and span.start < other.end]
    words = (found.span() for found in _WORD.finditer(text, span.start, span.end))
    spans = [(start, end) for start, end in words if not any(o.start <= start < o.end for o in quiet)]
    stated = affirmed(text, spans)
    places: dict[str, tuple[int, int]] = {}
    for (start, end), is_there in zip(spans, stated, strict=True):
        if is_there:
            places.setdefault(fold(text[start:end])[:_STEM], (start, end))
    return places


def _words(phrase: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(phrase.lower()) if word not in _FILLERS]
