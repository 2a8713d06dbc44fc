"""Distances of the letters of a page in pdfium, by which missing spaces are found."""

from __future__ import annotations

import ctypes
from typing import Any, NamedTuple

from careercraft.read.pdf import pdfium_calls as calls
from careercraft.read.pdf.spaces import Gaps, is_capitalized

_LIGATURES = frozenset(["fi", "fl", "ff", "fj", "ft", "st"])
_OUTLINE = 0.9
"""Height of a letter's outline against that of its font's lines at most."""
_NEAR = (-0.6, 1.5)
"""Font sizes between the words of a stretch, which are spaced alike; pdfium's lines hold several cells."""


class Word(NamedTuple):
    """Characters `start` to `end` (included), the addresses of their text objects, and the line's number."""

    start: int
    end: int
    first: int
    last: int
    line: int


class GapMeter:
    """Measures the gaps between the letters of the words of one page."""

    def __init__(self, text_page: int, text: str, box: Any) -> None:
        """`box` is pdfium's own structure, which each call fills."""
        self.gaps = Gaps()
        self._page, self._text = text_page, text
        self._box, self._box_at = box, ctypes.byref(box)
        self._line, self._right, self._stretch = -1, 0.0, 0
        """Where the last word that was measured ends, and the number of its stretch."""

    def measure(self, word: Word, size: float) -> None:
        """`size` is the word's, in points."""
        box, page, at, text = self._box, self._page, self._box_at, self._text
        calls.loose_box(page, word.start, at)
        if word.line != self._line or not _NEAR[0] * size < box.left - self._right < _NEAR[1] * size:
            self._stretch += 1
        right = box.right
        for index in range(word.start + 1, word.end + 1):
            calls.loose_box(page, index, at)
            left, end = box.left, box.right
            if not (
                (index == word.start + 1 and is_capitalized(text[word.start], text[index]))
                or (text[index - 2 : index] in _LIGATURES and left > right and self._are_one_glyph(index))
            ):
                self.gaps.add(index, text[index - 1], (left - right) / size, self._stretch)
            right = end
        self._line, self._right = word.line, right

    def _are_one_glyph(self, after: int) -> bool:
        """Whether the two letters before `after` are a ligature: their boxes are parts of its outline, hence lower."""
        calls.loose_box(self._page, after, self._box_at)
        height = self._box.top - self._box.bottom
        calls.loose_box(self._page, after - 1, self._box_at)
        return bool(self._box.top - self._box.bottom < _OUTLINE * height)
