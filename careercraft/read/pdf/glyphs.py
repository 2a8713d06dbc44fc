"""Glyphs in stream order to words, for engines that give single glyphs."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import NamedTuple

from careercraft.read.pdf.bidi import has_rtl, logical_word
from careercraft.read.pdf.runs import Run, Style
from careercraft.read.pdf.space import PageSpace
from careercraft.read.pdf.spaces import Gaps, is_capitalized, missed_spaces


class Glyph(NamedTuple):
    text: str
    left: float
    """Along the baseline, in points; `right` likewise."""
    right: float
    across: float
    """Of the baseline, in points: the same for all glyphs of a line."""
    x: float
    y: float
    size: float
    angle: int
    style: Style
    order: int


def runs_of(glyphs: list[Glyph | None], space: PageSpace) -> list[Run]:
    """Glyphs in stream order to words: parted at spaces, at jumps, and where a gap is wider than usual."""
    lines = _lines(glyphs)
    gaps = Gaps()
    for number, (start, line) in enumerate(lines):
        for index, (before, after) in enumerate(pairwise(line), start + 1):
            if before is None or after is None:
                continue
            begins = index - start < 2 or line[index - start - 2] is None
            if not (begins and is_capitalized(before.text, after.text)):
                gaps.add(index, before.text, (after.left - before.right) / (after.size or 1.0), number)
    breaks = missed_spaces(gaps)
    runs: list[Run] = []
    for start, line in lines:
        word: list[Glyph] = []
        for index, glyph in enumerate(line, start):
            if word and (glyph is None or index in breaks or glyph.style != word[-1].style):
                runs.append(_run(word, space, glued=_is_glued(line, index - start - len(word))))
                word = []
            if glyph is not None:
                word.append(glyph)
        if word:
            runs.append(_run(word, space, glued=_is_glued(line, len(line) - len(word))))
    return _with_glue_checked(runs)


def _lines(glyphs: list[Glyph | None]) -> list[tuple[int, list[Glyph | None]]]:
    """Stretches without a jump, each with the index of its first glyph."""
    lines: list[tuple[int, list[Glyph | None]]] = []
    last: Glyph | None = None
    for index, glyph in enumerate(glyphs):
        if not lines or (glyph is not None and last is not None and _jumps(last, glyph)):
            lines.append((index, []))
        lines[-1][1].append(glyph)
        last = glyph or last
    return lines


def _jumps(last: Glyph, glyph: Glyph) -> bool:
    if glyph.angle != last.angle:
        return True
    return (
        abs(glyph.across - last.across) > 0.3 * glyph.size
        or not -0.6 * glyph.size < glyph.left - last.right < 1.5 * glyph.size
    )


def _is_glued(line: list[Glyph | None], first: int) -> bool:
    return 0 < first <= len(line) - 1 and line[first - 1] is not None


def _with_glue_checked(runs: list[Run]) -> list[Run]:
    """A run is glued only where it touches the one before; a missed space parts them."""
    for before, run in pairwise(runs):
        if run.glued and run.x0 - before.x1 > 0.08 * run.size:
            run.glued = False
    return runs


def _run(word: list[Glyph], space: PageSpace, *, glued: bool) -> Run:
    first, last = word[0], word[-1]
    text = "".join(glyph.text for glyph in word)
    if has_rtl(text):
        text = logical_word(text)
    x0, baseline = space.point(first.x, first.y)
    length, size = last.right - first.left, first.size
    if first.angle == 0:
        box = (x0, baseline - 0.8 * size, x0 + length, baseline + 0.2 * size)
    else:
        radians = math.radians(first.angle)
        x1, y1 = x0 + length * math.cos(radians), baseline + length * math.sin(radians)
        box = (min(x0, x1), min(baseline, y1), max(x0, x1), max(baseline, y1))
        baseline = box[3]
    return Run(text, *box, baseline, size, first.style, first.order, first.angle, glued)
