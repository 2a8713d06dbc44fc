"""A piece of a line without a wide gap, the atom of the layout."""

from __future__ import annotations

from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from careercraft.read.pdf.runs import Run

_MIN_SPACED = 3
_TOUCHING = 0.04
"""Font sizes between letters that nobody spaced."""
_WORD_SPACE = 0.12
"""Font sizes; half of a narrow one."""


class Segment(Struct, gc=False):
    runs: list[Run]
    x0: float
    x1: float
    baseline: float
    size: float
    """Of its longest stretch of text."""
    edges: tuple[float, float] | None = None
    """Of the cell of a table that it stands in; else its region's are meant."""
    under: float = 0.0
    """Points from its baseline to that of its last line, where the lines of a cell were made one."""
    starts_cell: bool = False
    """The space before it is wider than the spaces between words are here, though not by far."""
    starts_row: bool = False
    """A row of its own begins here, whatever stands on the same baseline."""

    @property
    def text(self) -> str:
        return segment_text(self.runs)


def segment_text(runs: list[Run]) -> str:
    """Words joined by one space."""
    words: list[str] = []
    for run in runs:
        if words and not run.glued:
            words.append(" ")
        words.append(run.text)
    return "".join(words)


def with_letters_closed(runs: list[Run]) -> list[Run]:
    """`E X P E R I E N C E` is one word: letters at even distances, words parted by clearly wider ones.

    Letters that touch are one too: pdfium breaks a page of few words after each letter.
    """
    single = sum(len(run.text) == 1 for run in runs)
    if len(runs) < 2 or 2 * single < len(runs):
        return runs
    gaps = [right.x0 - left.x1 for left, right in pairwise(runs)]
    usual = sorted(gaps)[len(gaps) // 2]
    size = runs[0].size
    if usual > _TOUCHING * size and (single < 0.8 * len(runs) or not _are_spaced(runs)):
        return runs
    least = 1.6 * usual + 0.05 * size if usual > _TOUCHING * size else _WORD_SPACE * size
    words = [[runs[0]]]
    for gap, run in zip(gaps, runs[1:], strict=True):
        if gap > least:
            words.append([])
        words[-1].append(run)
    return [_closed(word) for word in words]


def _are_spaced(runs: list[Run]) -> bool:
    letters = sum(run.text.isalpha() for run in runs) >= 0.8 * len(runs)
    return letters and (
        len(runs) > _MIN_SPACED or (len(runs) == _MIN_SPACED and all(run.text.isupper() for run in runs))
    )


def _closed(letters: list[Run]) -> Run:
    text = "".join(run.text for run in letters)
    return replace(letters[0], text=text, x1=letters[-1].x1, glued=False)


def merged(lines: list[Segment]) -> Segment:
    """Lines, one under the other, made one."""
    first = lines[0]
    runs = [run for line in lines for run in line.runs]
    return Segment(
        runs,
        min(line.x0 for line in lines),
        max(line.x1 for line in lines),
        first.baseline,
        first.size,
        under=lines[-1].baseline - first.baseline,
    )
