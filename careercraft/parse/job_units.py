"""Document -> units: one heading, list item or paragraph each, whatever the layout did to the lines.

Wrapped lines are put together again; `job_runs` cuts what was pasted without line breaks. A unit is a range of
`Document.text`; nothing is rewritten.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from careercraft.model.document import Document, Line, Span
from careercraft.parse.job_cue import Lazy
from careercraft.parse.job_headings import exact_heading, fact_label


class Unit(NamedTuple):
    start: int
    end: int
    page: int | None
    bullet: bool = False
    heading: int = 0
    """Level of a heading that the format declares."""
    strong: bool = False
    """Bold or large throughout: may be a heading."""
    block: int = 0
    tail: int = 0
    """Where its last line begins."""
    gap: bool = True
    """An empty line stands before it."""
    piece: bool = False
    """Cut out of a longer line."""


BULLET = re.compile(
    r"""\s*(?:
        [•▪●◦‣·∙■□○♦➢➤►▶✓✔✅☑⁃§»]\s*      # signs that are always bullets
        |[-–](?=\w)                          # a dash that sticks to its item
        |\#(?!LI\b)(?=\.?\w)                # "#Python": someone's bullet; "#LI-AB1" is a tracking tag
        |[-–—*+>~]\s+                        # signs that need a space after them
        |\(?\d{1,2}[.)](?=\s)\s+             # 1. | 2) | (3)
        |\(?[a-hA-H][.)]\s+(?=\w)            # a) | B.
        |o\s+(?=[A-Z])                       # the hollow bullet of a word processor
    )+""",
    re.VERBOSE,
)
_DANGLING = Lazy(
    r"(?:[,/&(–-]|\b(?:and|or|of|the|with|to|a|an|in|for|by|as|our|your|und|oder|et|ou|de|y|o|e|en|is"
    r"|are|be|will))$",
    re.IGNORECASE,
)
_LABEL = Lazy(r"([^:]{2,30}):\s")
_ENDED = (".", "!", "?", ":", ";")


def read_units(document: Document) -> list[Unit]:
    """All units in reading order."""
    flat = flatten(document.text)
    width = _wrap_width(document.lines)
    # These readers give the lines of one paragraph, and only those, the same block.
    by_block = document.format in ("text", "markdown", "description")
    units: list[Unit] = []
    marker = False
    previous = 0
    for line in document.lines:
        unit = _from_line(flat, line, marker)._replace(
            gap="\n\n" in document.text[previous : line.span.start]
        )
        previous = line.span.end
        marker = unit.start == unit.end and unit.bullet
        if unit.start == unit.end:
            continue
        if units and _continues(flat, units[-1], unit, width, by_block):
            units[-1] = units[-1]._replace(end=unit.end, tail=unit.start)
        else:
            units.append(unit)
    return units


def flatten(text: str) -> str:
    """The text with every kind of white space as one plain space, at the same offsets."""
    return text.replace("\n", " ").replace("\t", " ").replace("\xa0", " ")


def trim(flat: str, start: int, end: int) -> tuple[int, int]:
    """The range without white space at its ends."""
    while start < end and flat[start] == " ":
        start += 1
    while end > start and flat[end - 1] == " ":
        end -= 1
    return start, end


def span_of(unit: Unit) -> Span:
    return Span(unit.start, unit.end, unit.page)


def _from_line(flat: str, line: Line, marker: bool) -> Unit:
    start, end = trim(flat, line.span.start, line.span.end)
    mark = BULLET.match(flat, start, end)
    # An "o", a letter or a lone sign at the head of a line counts only where a list is likely.
    bullet = marker or bool(mark)
    if mark:
        start = mark.end()
    strong = line.bold or line.size > 1.12
    return Unit(start, end, line.span.page, bullet, line.heading, strong, line.block, start)


def _wrap_width(lines: tuple[Line, ...]) -> int:
    """The width at which the text was hard-wrapped; 0 where its lines are whole paragraphs or items."""
    lengths = sorted(line.span.end - line.span.start for line in lines)
    long = [length for length in lengths if length > 40]
    if len(long) < 5 or lengths[-1] > 180:
        return 0
    width = long[int(len(long) * 0.95)] if len(long) > 20 else long[-1]
    near = sum(length >= 0.82 * width for length in long)
    return width if near >= 0.4 * len(long) else 0


def _continues(flat: str, last: Unit, unit: Unit, width: int, by_block: bool) -> bool:
    """Whether a line goes on with the sentence or item of the line before."""
    if unit.bullet or unit.gap or unit.heading or last.heading or unit.strong != last.strong:
        return False
    before, first = flat[last.start : last.end], flat[unit.start]
    if _stands_alone(flat[unit.start : unit.end]) or (len(before) < 60 and exact_heading(before)):
        return False
    if by_block and unit.block == last.block:
        return True
    if _DANGLING.search(before) and not _opens_list(before):
        return True
    if first.islower() and not before.endswith(_ENDED):
        if last.bullet or width or last.tail != last.start:
            return True
        # Short items of a list without bullets may begin in lower case ("dbt").
        return not before[0].islower() and (len(before) >= 40 or flat.count(" ", unit.start, unit.end) >= 2)
    return not by_block and unit.block == last.block and _is_full(flat, last, unit, width)


def _stands_alone(text: str) -> bool:
    """A line that begins with the label of a fact, or is an address of the net."""
    match = _LABEL.match(text)
    return bool(match and fact_label(match[1])) or "@" in text.partition(" ")[0]


def _opens_list(before: str) -> bool:
    """A short lead-in such as "In this role you will", whose list follows."""
    return (
        len(before.split()) <= 8
        and bool(re.search(r"\b(?:will|be|to)$", before))
        and "you" in before.casefold()
    )


def _is_full(flat: str, last: Unit, unit: Unit, width: int) -> bool:
    """Whether the next word would not have fitted on the line before."""
    if not width or flat[last.end - 1] == ":":
        return False
    word_end = flat.find(" ", unit.start)
    first_word = (word_end if word_end > 0 else unit.end) - unit.start
    return last.end - last.tail + 1 + first_word > 0.94 * width
