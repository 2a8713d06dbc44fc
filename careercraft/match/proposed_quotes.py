"""Quotes that a model gives, looked up in the document: the same words, up to whitespace and case."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from careercraft.match.wording import TELLS_NOTHING
from careercraft.parse.tables import word_set

LONGEST = 400
"""Code points of a quote. What needs more isn't one thing."""
WHOLE = 0.7
"""Share of a document from which a quote is no quote but the document."""
_SHORT_DOCUMENT = 12
"""Words up to which a quote may be all of it."""
_TELLING = re.compile(r"[^\W\d_][\w+#./-]*")
FUNCTION_WORDS = word_set(
    """a an the and or but nor so yet if then than as of in on at by for from to with without into onto over under about
    i me my mine we us our ours you your yours he him his she her it its they them their this that these those who whom
    which what where when how why all any each every some no not none do does did have has had am is are was were be
    been being will would can could may might must shall should also only even just very more most less few many much
    own other another such same both either neither there here now again too etc"""
)
"""Words that name nothing."""


class Quotes:
    """One document's text, folded once."""

    def __init__(self, text: str) -> None:
        self.text = text
        folded = [(piece, at) for at, char in enumerate(text) for piece in _folded(char)]
        self._letters = "".join(piece for piece, _ in folded)
        self._places = [at for _, at in folded]

    def find(self, quote: str) -> Iterator[tuple[int, int]]:
        """Every place of the quote, start and end in code points of the text. It begins and ends with whole words:
        "Java" is no quote from "JavaScript"."""
        wanted = "".join(piece for char in unicodedata.normalize("NFC", quote) for piece in _folded(char))
        at = self._letters.find(wanted) if wanted else -1
        while at >= 0:
            start, end = self._places[at], self._places[at + len(wanted) - 1] + 1
            if not (self._cuts(start) or self._cuts(end)):
                yield start, end
            at = self._letters.find(wanted, at + 1)

    def _cuts(self, at: int) -> bool:
        """A border inside a word."""
        before, after = self.text[at - 1 : at], self.text[at : at + 1]
        return (before.isalnum() and after.isalnum()) or (after in {"+", "#"} and before.isalpha())


def _folded(char: str) -> str:
    """Nothing for whatever is no ink: spaces of all kinds, soft hyphens, joiners, controls."""
    if char.isspace() or unicodedata.category(char) in {"Cf", "Cc", "Zs", "Zl", "Zp"}:
        return ""
    return char.casefold()


def telling(quote: str) -> bool:
    """Whether it has a word of its own: "and", "of the", "5" say nothing."""
    return any(True for _ in telling_words(quote))


def telling_words(text: str) -> Iterator[str]:
    """In small letters."""
    words = (word.lower() for word in _TELLING.findall(text))
    return (word for word in words if word not in TELLS_NOTHING and word not in FUNCTION_WORDS)


def too_long(quote: str, text: str) -> bool:
    """Whether it is so much that it could bear out anything."""
    if len(quote) > LONGEST:
        return True
    words, all_words = len(quote.split()), len(text.split())
    return words > _SHORT_DOCUMENT and words > WHOLE * all_words
