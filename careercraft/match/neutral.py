"""A text as the encoder reads it: American spelling, no gender, and no name of the person that it is about.

What tells only who somebody is must not move a vector; so both sides are encoded in these words. The way back to the
code points of the source is kept, since evidence quotes the document's own words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache

from careercraft.model.document import Span
from careercraft.taxonomy.british import american
from careercraft.taxonomy.gendered import is_title, ungendered

_WORD = re.compile(r"(?<![^\W\d_])[A-Za-z]{2,}(?![^\W\d_])")


@lru_cache(maxsize=1 << 15)
def _neutral_word(word: str) -> str:
    if is_title(word):
        return "Mx"
    low = word.lower()
    plain = ungendered(american(low), pronouns=not word.isupper())  # HIS and HIM are short for systems
    if plain == low:
        return word
    return plain.upper() if word.isupper() else plain.capitalize() if word[0].isupper() else plain


def neutral(text: str) -> str:
    """A phrase in neutral words; most phrases are that already."""
    return _WORD.sub(lambda found: _neutral_word(found[0]), text)


class NeutralText:
    """Passages of one text in neutral words, with the way back."""

    def __init__(self, text: str, nameless: Iterable[Span] = ()) -> None:
        """`nameless` are names of the person, which are left out."""
        self._text = text
        edits = [(span.start, span.end, "") for span in nameless]
        words = ((found, _neutral_word(found[0])) for found in _WORD.finditer(text))
        edits += [(*found.span(), plain) for found, plain in words if plain != found[0]]
        self._edits = _apart(sorted(edits, key=lambda edit: (edit[0], -edit[1])))  # "Mr. Ruiz" before "Mr"
        self._starts = [start for start, _, _ in self._edits]

    def of(self, span: Span) -> tuple[str, Offsets]:
        """The passage on one line, and its offsets' way back to the text."""
        parts: list[str] = []
        places: list[tuple[int, int, int, int]] = []
        done, at = span.start, 0
        first = max(0, bisect_right(self._starts, span.start) - 1)
        for start, end, plain in self._edits[first:]:
            if start >= span.end:
                break
            if start < span.start or end > span.end:
                continue
            kept = self._text[done:start]
            parts += (kept, plain)
            at += len(kept)
            places.append((at, at + len(plain), start, end))
            done, at = end, at + len(plain)
        text = "".join((*parts, self._text[done : span.end])).replace("\n", " ")
        return text, Offsets(span.start, places)


class Offsets:
    """Places in a neutral passage as code points of the text that it was made from."""

    def __init__(self, start: int, places: Sequence[tuple[int, int, int, int]]) -> None:
        """`places`: of each changed word start and end there, start and end in the text."""
        self._start = start
        self._places = places

    def place(self, start: int, end: int) -> tuple[int, int]:
        return self._back(start, first=True), self._back(end, first=False)

    def _back(self, position: int, *, first: bool) -> int:
        ahead = 0
        for low, high, start, end in self._places:
            if (position < low) if first else (position <= low):
                break
            if (position < high) if first else (position <= high):
                return start if first else end
            ahead = (end - self._start) - high
        return self._start + position + ahead


def _apart(edits: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Without the edits inside another one."""
    kept: list[tuple[int, int, str]] = []
    for edit in edits:
        if not kept or edit[0] >= kept[-1][1]:
            kept.append(edit)
    return kept
