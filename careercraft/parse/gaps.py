"""Empty lines between the lines of a section, and whether they part anything."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from careercraft.model.document import Document, Line
from careercraft.parse.piece import Piece

_MOSTLY = 0.9


def gap_between(document: Document, before: Piece, after: Piece) -> bool:
    """An empty line stands between the two."""
    return "\n\n" in document.text[before.end : after.start]


def all_parted(document: Document, groups: Sequence[tuple[Line, list[Piece]]]) -> bool:
    """An empty line before every paragraph, as word processors give, parts nothing from anything."""
    plain = [
        gap_between(document, before[1][-1], after[1][0])
        for before, after in pairwise(groups)
        if not after[0].bullet
    ]
    return all(plain) and (len(plain) > 2 or (document.format == "docx" and _paragraphs_parted(document)))


def _paragraphs_parted(document: Document) -> bool:
    """The whole document is written so; told from it where a section is too short to tell."""
    gaps = [
        "\n\n" in document.text[before.span.end : after.span.start]
        for before, after in pairwise(document.lines)
        if not after.bullet
    ]
    return sum(gaps) >= _MOSTLY * len(gaps)
