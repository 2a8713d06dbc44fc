"""Paragraphs of a word processor's document to draft lines: what DOCX, ODT and RTF have in common."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from typing import Any, NamedTuple

from msgspec import Struct

from careercraft.errors import InputError
from careercraft.model.document import HiddenText
from careercraft.read.assemble import Draft
from careercraft.read.clean import bullet_length, clean_line
from careercraft.read.colors import blends

HEADING_STYLE = re.compile(r"(?:heading|überschrift|titre|t[ií]tulo|titolo|kop)\s*(\d)\Z", re.I)
"""Names of heading styles in the languages of word processors, with their level."""
_MIN_SIZE = 3.0
_GAP = re.compile(r"\t|[ \u00a0]{2,}")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LETTER = re.compile(r"[^\W_]")


class RunStyle(NamedTuple):
    """Character formatting; None is not set here."""

    bold: bool | None = None
    vanish: bool | None = None
    size: float | None = None
    """Points."""
    color: int | None = None
    ground: int | None = None

    def over(self, base: RunStyle) -> RunStyle:
        """This formatting on top of another."""
        return RunStyle(
            self.bold if self.bold is not None else base.bold,
            self.vanish if self.vanish is not None else base.vanish,
            self.size if self.size is not None else base.size,
            self.color if self.color is not None else base.color,
            self.ground if self.ground is not None else base.ground,
        )


class Piece(Struct):
    """Visible text of one formatting."""

    text: str
    style: RunStyle
    link: str = ""
    """Where it leads, as `read.links.link_target` gives it; "" outside links."""


class Paragraph(Struct):
    lines: list[list[Piece]]
    base: RunStyle
    """What its pieces have where they set nothing themselves."""
    marker: str
    """Bullet or number, with a space; "" outside lists."""
    level: int
    heading: int


class WordBody:
    """Collects paragraphs in document order. A reader derives its walk over the format's tree from it."""

    def __init__(self) -> None:
        self.hidden: list[HiddenText] = []
        self.pictures = 0
        self.link = ""
        """Where the text that is added next leads."""
        self._drafts: list[Draft] = []
        self._sizes: Counter[float] = Counter()
        self._counters: dict[tuple[str, int], int] = {}

    def finished(self) -> list[Draft]:
        """Drafts with sizes relative to the commonest."""
        body = max(self._sizes, key=lambda size: (self._sizes[size], -size), default=1.0) or 1.0
        for draft in self._drafts:
            draft.size = round(draft.size / body, 2)
        return self._drafts

    def emit(self, paragraph: Paragraph) -> None:
        marker = paragraph.marker
        for pieces in paragraph.lines:
            text = clean_line("".join(piece.text for piece in pieces)).strip()
            if not text:
                continue
            if marker and not bullet_length(text):
                text = marker + text
            self._drafts.append(self._draft(text, pieces, paragraph))
            marker = ""

    def _draft(self, text: str, pieces: list[Piece], paragraph: Paragraph) -> Draft:
        for piece in pieces:
            self._sizes[piece.style.size or 0.0] += len(piece.text)
        letters = Counter[float]()
        first = _leading(pieces)
        for piece in first:
            letters[piece.style.size or 0.0] += len(piece.text)
        bold = sum(len(piece.text) for piece in first if piece.style.bold)
        bullet = bullet_length(text) > 0 and not paragraph.heading
        previous = self._drafts[-1] if self._drafts else None
        return Draft(
            text=text,
            block=len(self._drafts),
            gap=previous is not None
            and not (bullet and previous.bullet)
            and (paragraph.heading > 0 or not bullet),
            bullet=bullet,
            heading=paragraph.heading,
            size=max(letters, key=lambda size: (letters[size], size)),
            bold=bold >= 0.6 * sum(letters.values()),
            indent=float(paragraph.level),
            links=_links(pieces),
        )

    def add(self, text: str, paragraph: Paragraph, style: RunStyle, ground: int | None) -> None:
        reason = _hidden_reason(style, ground)
        if reason is None:
            paragraph.lines[-1].append(Piece(text, style, self.link))
        elif text.strip():
            self.hide(clean_line(text).strip(), reason)

    def hide(self, text: str, reason: Any) -> None:
        if self.hidden and self.hidden[-1].reason == reason:
            text = f"{self.hidden.pop().text} {text}"
        self.hidden.append(HiddenText(text=text, reason=reason))

    def count(self, list_id: str, level: int) -> int:
        self._counters[list_id, level] = self._counters.get((list_id, level), 0) + 1
        for deeper in [key for key in self._counters if key[0] == list_id and key[1] > level]:
            del self._counters[deeper]
        return self._counters[list_id, level]


def only_pictures_error(name: str) -> InputError:
    return InputError(
        f"{name} holds only pictures, no text",
        "export it as PDF and run OCRmyPDF on that (ocrmypdf in.pdf out.pdf)",
    )


def _hidden_reason(style: RunStyle, ground: int | None) -> str | None:
    if style.vanish:
        return "hidden_run"
    if style.size is not None and style.size < _MIN_SIZE:
        return "tiny"
    behind = ground if style.ground is None else style.ground
    return "color" if style.color is not None and behind is not None and blends(style.color, behind) else None


def _leading(pieces: list[Piece]) -> list[Piece]:
    """The pieces that tell what the line is: its first cell with letters that is no date."""
    cells: list[list[Piece]] = [[]]
    for piece in pieces:
        if _GAP.match(piece.text):
            cells.append([])
        cells[-1].append(piece)
        if _GAP.search(piece.text.strip(" ")):
            cells.append([])
    for cell in cells:
        text = "".join(piece.text for piece in cell)
        if _LETTER.search(text) and not _YEAR.search(text):
            return cell
    return pieces


def _links(pieces: list[Piece]) -> list[tuple[str, str]]:
    """The linked words of a line and where they lead."""
    groups = ((target, list(group)) for target, group in groupby(pieces, key=lambda piece: piece.link))
    return [
        (clean_line("".join(piece.text for piece in group)).strip(), target)
        for target, group in groups
        if target
    ]
