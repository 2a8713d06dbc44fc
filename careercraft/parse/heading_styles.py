"""How headings are set: which typography tells a heading from an entry's own title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from careercraft.model.document import Line
from careercraft.model.resume import SectionKind
from careercraft.parse.headings import is_weak, normalize
from careercraft.parse.piece import Piece

ENDS_SENTENCE = re.compile(r"[.;,!?]$")
_DIGITS = re.compile(r"\d")
_DOCUMENT = re.compile(r"\W*(?:curriculum vitae|résumé|resume|cv|lebenslauf)\W*", re.IGNORECASE)
"""The document's own title, often set like the name under it."""
_LARGE = 1.1
"""Size over the body's from which a lone heading vouches for its style."""

_LARGER = 1.05
"""The same where a style is that of headings alone."""


class Style(NamedTuple):
    size: float
    bold: bool
    caps: bool
    declared: int


class Head(NamedTuple):
    at: int
    kind: SectionKind
    heading: Piece | None
    lead: Piece | None = None
    lines: int = 1
    """Two where a narrow column breaks the heading ("EXPERIENCIA / LABORAL")."""
    repeated: bool = False
    """The same words stand three times or more, as the label "Highlights" does in every entry."""


def section_level(styles: Sequence[Style], known: dict[int, Head]) -> int:
    """The level that the format declares for most of the known headings, 0 where it declares none."""
    levels = Counter(styles[index].declared for index, head in known.items() if not is_weak_head(head))
    return max(levels, key=lambda level: (levels[level], -level), default=0)


def style_of(line: Line, text: str) -> Style:
    letters = [char for char in text if char.isalpha()]
    caps = len(letters) > 2 and all(char.isupper() for char in letters)
    return Style(round(line.size, 1), line.bold, caps, line.heading)


def trusted_styles(styles: Sequence[Style], known: dict[int, Head]) -> set[Style]:
    """Styles that known headings are set in: two different ones, or one that the format declares or that is large.

    Words that are as often labels don't vouch for a style, unless nothing else does, or it is theirs and one
    heading's alone.
    """
    titled = {
        index: head
        for index, head in known.items()
        if not _DOCUMENT.fullmatch(head.heading.text if head.heading else "")
    }
    strong = {index: head for index, head in titled.items() if not is_weak_head(head)} or titled
    texts: dict[Style, set[str]] = {}
    for index, head in strong.items():
        texts.setdefault(styles[index], set()).add(normalize(head.heading.text) if head.heading else "")
    return {
        style
        for style, names in texts.items()
        if len(names) > 1 or style.declared or style.size > _LARGE or _is_theirs(style, styles, titled)
    }


def _is_theirs(style: Style, styles: Sequence[Style], known: dict[int, Head]) -> bool:
    """Two different known headings or more, and no other line, stand in larger type of one style."""
    at = [index for index, other in enumerate(styles) if other == style]
    heads = [known[index].heading for index in at if index in known]
    names = {normalize(heading.text) for heading in heads if heading}
    return style.size > _LARGER and len(heads) == len(at) and len(names) == len(at) > 1


def shared_styles(
    pieces: Sequence[Piece], styles: Sequence[Style], trusted: set[Style], known: dict[int, Head]
) -> set[Style]:
    """Trusted styles that more lines with other words have than headings: entries are set in them too."""
    others = Counter(
        style
        for index, (piece, style) in enumerate(zip(pieces, styles, strict=True))
        if style in trusted and not style.declared and index not in known and heading_shape(piece.text)
    )
    return {
        style for style, count in others.items() if count > sum(styles[index] == style for index in known)
    }


def is_weak_head(head: Head) -> bool:
    return head.heading is not None and is_weak(normalize(head.heading.text))


def is_marked(style: Style) -> bool:
    return bool(style.declared) or style.size > _LARGER or style.bold or style.caps


def heading_shape(text: str) -> bool:
    return (
        len(text.split()) <= 6
        and not ENDS_SENTENCE.search(text)
        and not _DIGITS.search(text)
        and "@" not in text
        and text.lstrip("#* •◆▪■")[:1].isalpha()
    )
