"""Word spaces that an engine missed, found from the distances of the letters.

Where each letter is placed by itself, a space need not be in the file at all. The nominal widths are no
guide: a renderer that rounds the advance of each glyph, or sets text tight, leaves gaps that differ from glyph to
glyph. So a gap is compared with what is usual after the same glyph, and in the same line.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TypeVar

_SPACE = 0.11
"""How much wider than usual the gap before a new word is, in font sizes: half of a narrow word space."""
_LEAST = 0.01
"""How much wider than everywhere else any space is, in font sizes: after T the usual gap may be kerned far under
that of a T before W."""
_STEADY = 0.9
"""Of a letter's gaps within words, those alike where its shape hangs over, as f does in Word: no kerning, which
differs from pair to pair."""
_SAME = 0.005
"""Font sizes between gaps that are alike."""
_MANY = 8
_TRACKED = 0.025
"""How much wider than everywhere else the usual gap of a letter-spaced line is, in font sizes."""
_AFTER_CAPITAL = 0.05
"""Least space after A and I, in font sizes: before V or T they stand so tight that their usual gap tells nothing."""
_MIN_SEEN = 4
K = TypeVar("K", bound=Hashable)


class Gaps:
    """Gaps between letters, column by column: there are thousands on a page."""

    def __init__(self) -> None:
        self.indices: list[int] = []
        """Of the character after the gap."""
        self.letters: list[str] = []
        """The character before it."""
        self.widths: list[float] = []
        """In font sizes; negative where the letters overlap."""
        self.lines: list[int] = []
        """Number of the stretch of words that the gap stands in, a line's cell."""

    def add(self, index: int, letter: str, width: float, line: int) -> None:
        self.indices.append(index)
        self.letters.append(letter)
        self.widths.append(width)
        self.lines.append(line)


def is_capitalized(first: str, second: str) -> bool:
    """A word can't break after its capital, however wide that stands ("T idewater"); only A and I are words."""
    return first.isupper() and first not in "AI" and second.islower()


def missed_spaces(gaps: Gaps) -> set[int]:
    """Indices of the characters that begin a new word."""
    if not gaps.widths:
        return set()
    everywhere = _quantile(gaps.widths, 0.5)
    after_letter = _usual(gaps.letters, gaps.widths, 0.25, everywhere)
    in_line = _usual(gaps.lines, gaps.widths, 0.5, everywhere)
    least = everywhere + _LEAST
    missed: set[int] = set()
    over: dict[str, bool] = {}
    for index, letter, width, line in zip(gaps.indices, gaps.letters, gaps.widths, gaps.lines, strict=True):
        if width <= _limit(after_letter[letter], in_line[line], everywhere):
            continue
        if width <= least:
            if letter not in over:
                over[letter] = _hangs_over(letter, after_letter[letter], gaps, least)
            if not over[letter]:
                continue
        if width > _AFTER_CAPITAL or letter not in "AI":
            missed.add(index)
    return missed


def _hangs_over(letter: str, usual: float, gaps: Gaps, least: float) -> bool:
    """Whether a letter stands over every next one alike; then a space before j may be narrow ("of journal")."""
    inside = [width for before, width in zip(gaps.letters, gaps.widths, strict=True) if before == letter]
    inside = [width for width in inside if width <= least]
    alike = sum(abs(width - usual) <= _SAME for width in inside)
    return alike >= max(_MANY, _STEADY * len(inside))


def _limit(after_letter: float, in_line: float, everywhere: float) -> float:
    """In a letter-spaced line its own gaps are the measure; elsewhere whichever is narrower. A heading with little
    tracking is letter-spaced too: after T or P the usual gap of the body is kerned far under the heading's own."""
    if in_line > _SPACE:
        return in_line * 1.5 + _SPACE
    if in_line - everywhere > _TRACKED:
        return in_line + _SPACE
    return min(after_letter, in_line) + _SPACE


def _usual(keys: Sequence[K], widths: list[float], share: float, default: float) -> dict[K, float]:
    groups: dict[K, list[float]] = {}
    for key, width in zip(keys, widths, strict=True):
        if key in groups:
            groups[key].append(width)
        else:
            groups[key] = [width]
    return {
        key: _quantile(found, share) if len(found) >= _MIN_SEEN else default for key, found in groups.items()
    }


def _quantile(values: list[float], share: float) -> float:
    """Never the least of several, which may be a single kerned pair."""
    return sorted(values)[max(int(share * (len(values) - 1)), min(1, len(values) - 1))]
