"""How wide words are in a picture, guessed: nobody knows the reader's fonts when the page is made.

Widths are shares of the letter's height, those of common sans serif faces, rather too wide than too narrow.
"""

from __future__ import annotations

import unicodedata

_NARROW = frozenset("iljtfr.,:;|!'()[]/ I-")
_BROAD = frozenset("mwMWQO@%&—")


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Of `text` in letters of `size`, in the units of `size`."""
    return sum(map(_share, text)) * size * (1.06 if bold else 1.0)


def _share(char: str) -> float:
    if char in _NARROW:
        return 0.36
    if unicodedata.east_asian_width(char) in "WF":
        return 1.05
    if unicodedata.combining(char):
        return 0.0
    return 0.92 if char in _BROAD else 0.7 if char.isupper() else 0.58


def cut(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """`text`, or its beginning and "…", no wider than `room`; empty where nothing fits."""
    if width(text, size, bold=bold) <= room:
        return text
    kept = text
    while kept and width(f"{kept}…", size, bold=bold) > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…" if kept else ""


def wrapped(text: str, room: float, size: float, *, most: int, bold: bool = False) -> tuple[str, ...]:
    """In at most `most` lines, broken between words; what is left over is cut from the last."""
    words = text.split(" ")
    lines: list[str] = []
    while words and len(lines) < most - 1:
        count = len(words)
        while count > 1 and width(" ".join(words[:count]), size, bold=bold) > room:
            count -= 1
        lines.append(cut(" ".join(words[:count]), room, size, bold=bold))
        words = words[count:]
    return (*lines, cut(" ".join(words), room, size, bold=bold)) if words else tuple(lines)
