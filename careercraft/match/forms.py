"""Where the names of a taxonomy stand in a folded text, on word boundaries.

From each place where a word may begin, the pieces of the text up to each word's end are looked up, no longer than the
longest name that begins with this word. Names are kept sorted, so that those stand side by side and nothing has to be
built: the largest taxonomy can be asked at once.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from functools import lru_cache

from careercraft.taxonomy.index import Surface
from careercraft.taxonomy.surface import Folded

_BEGINNINGS = re.compile(r"(?<![^\W_])(?<!&)(?=(\S[^\W_]*))\S")
_ENDS = re.compile(r"\S(?![^\W_])")
_LAST = "\U0010ffff"
_WORD_IS_OVER = (("", "0"), (":", "A"), ("[", "a"), ("{", _LAST))
"""Ranges of what may stand behind a word, around the digits and letters of ASCII."""
_MOST_KEPT = 50_000
"""Words remembered, each with the length of the longest name that begins with it."""


class Forms:
    """Looks up surfaces by their folded forms, which are sorted."""

    def __init__(self, by_form: Mapping[str, Surface]) -> None:
        self._sorted = list(by_form)
        self._by_form = by_form
        self._longest = lru_cache(maxsize=_MOST_KEPT)(self._longest_with)

    def get(self, form: str) -> Surface | None:
        """The surface of a folded phrase as a whole."""
        return self._by_form.get(form)

    def find(self, folded: Folded) -> Iterator[tuple[Surface, int, int]]:
        """Each name that stands there with its start and end in the folded text, overlapping ones too."""
        text = folded.text
        ends: list[int] = []
        for found in _BEGINNINGS.finditer(text):
            longest = self._longest(found[1])
            if not longest:
                continue
            start = found.start()
            ends = ends or [end.end() for end in _ENDS.finditer(text)]
            last = bisect_right(ends, start + longest)
            for end in ends[bisect_right(ends, start) : last]:
                surface = self._by_form.get(text[start:end])
                if surface and _opens(folded, start) and _closes(folded, start, end):
                    yield surface, start, end

    def _longest_with(self, word: str) -> int:
        """Letters of the longest name that begins with this word, 0 for none. Names in which the word goes on, of which
        there are many, aren't looked at."""
        first = bisect_left(self._sorted, word)
        stop = bisect_left(self._sorted, word + _LAST, first)
        longest = 0
        for low, high in _WORD_IS_OVER if first < stop else ():
            first = bisect_left(self._sorted, word + low, first, stop)
            last = bisect_left(self._sorted, word + high, first, stop)
            for form in self._sorted[first:last]:
                if not form[len(word) : len(word) + 1].isalnum():
                    longest = max(longest, len(form))
        return longest


def _opens(folded: Folded, start: int) -> bool:
    if not start:
        return True
    before = folded.text[start - 1]
    if before.isalnum() or before == "&":
        return False
    if before == "." and start > 1 and folded.text[start - 2].isalnum():
        return folded.source[folded.origin(start)].isupper()  # a full stop without its space
    return True


def _closes(folded: Folded, start: int, end: int) -> bool:
    text = folded.text
    if end == len(text):
        return True
    after = text[end]
    if after == "+" and end + 1 < len(text) and text[end + 1].isalpha():
        return True  # "SQL+Python"
    if after.isalnum() or after in "+#":
        return False
    if end - start == 1 and after in "&.'":
        return after == "." and (end + 1 == len(text) or text[end + 1] == " ")
    if after == "." and end + 1 < len(text) and text[end + 1].isalnum():
        return folded.source[folded.origin(end + 1)].isupper()
    return True
