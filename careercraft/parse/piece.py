"""A piece of a document's text that knows where it stands, so that cutting it keeps every span right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from careercraft.model.document import Document, Line, Span, Text

BULLET = re.compile(
    r"""
    \s*(?:
        [•▪‣◦●○■□◆◇▶►➢➤✓✔✦❖⁃∙·\uf0b7\uf0a7*+–—-](?:\s+|(?=[A-ZÀ-Þ]))   # a sign, with its space
      | o\s+(?=[A-Z])                                                  # the o of old word processors
      | \(?\d{1,2}[.)](?<!\(0\d\))\s+                                   # 1. | 2) | (3), but (02) dials a town
      | (?:\#+)\s*                                                     # a Markdown heading left in plain text
    )+
    """,
    re.VERBOSE,
)
_MARKUP = re.compile(r"\*\*|__|(?<!\w)[*_](?=\w)|(?<=[\w):.])[*_](?!\w)")
_SPACES = re.compile(r"\s+")
_BROKEN_WORD = re.compile(r"(?<=\w)[-\u00ad]\s*\n\s*(?=[a-zà-ÿ])")
_BROKEN_NAME = re.compile(r"(?<=\w[-–])\s*\n\s*(?=[A-ZÀ-Þ])")
_WRAP = re.compile(r"(?<!\w[-–])(?<!\n)\n(?!\n)")
_ABBREVIATED = frozenset({"corp.", "dept.", "bros.", "assn.", "intl.", "univ.", "inst.", "dipl.", "mgmt."})
_EDGES = " \t\n\u00a0,;|·•–—-－:/"


class Piece(NamedTuple):
    """`text` is exactly what stands in the document from `start` on."""

    text: str
    start: int
    page: int | None = None

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def span(self) -> Span:
        return Span(self.start, self.end, self.page)

    @property
    def value(self) -> str:
        """The text on one line: words broken at a line's end are joined, emphasis signs dropped."""
        return tidy(self.text)

    def cut(self, start: int, end: int | None = None) -> Piece:
        """The part from `start` to `end`, counted in this piece."""
        part = self.text[start:end]
        return Piece(part, self.start + min(start, len(self.text)), self.page)

    def between(self, start: int, end: int) -> Piece:
        """The part between two places of the document."""
        return self.cut(max(0, start - self.start), max(0, end - self.start))

    def strip(self, chars: str | None = None) -> Piece:
        lead = len(self.text) - len(self.text.lstrip(chars))
        return Piece(self.text.strip(chars), self.start + lead, self.page)

    def trim(self) -> Piece:
        """Without the separators at both ends, and without brackets that enclose it or have lost their partner."""
        piece = self.strip(_EDGES)
        while piece.text and (cut := _loose_bracket(piece.text)):
            piece = piece.cut(*cut).strip(_EDGES)
        return piece

    def without_stop(self) -> Piece:
        """Without a sentence's full stop at the end; that of an abbreviation ("Inc.", "S.L.") stays."""
        last = self.text.rstrip().rpartition(" ")[2]
        word = len(last) > 4 or last[:-1].isdigit()
        plain = word and last.endswith(".") and "." not in last[:-1] and last.lower() not in _ABBREVIATED
        return self.cut(0, len(self.text.rstrip()) - 1) if plain else self

    def split(self, pattern: re.Pattern[str]) -> list[Piece]:
        """The parts between the matches of `pattern`; empty ones are left out."""
        parts, last = [], 0
        for match in pattern.finditer(self.text):
            parts.append(self.cut(last, match.start()))
            last = match.end()
        parts.append(self.cut(last))
        return [part for part in parts if part.text.strip()]

    def split_outside(self, pattern: re.Pattern[str]) -> list[Piece]:
        """As `split`, but matches inside brackets don't count."""
        if "(" not in self.text:
            return self.split(pattern)
        parts, last = [], 0
        for match in pattern.finditer(self.text):
            before = self.text[: match.start()]
            if before.count("(") <= before.count(")"):
                parts.append(self.cut(last, match.start()))
                last = match.end()
        parts.append(self.cut(last))
        return [part for part in parts if part.text.strip()]

    def to_text(self) -> Text:
        piece = self.strip()
        return Text(piece.value, piece.span)


def tidy(text: str) -> str:
    """`text` on one line with single spaces."""
    if "\n" in text:
        text = _BROKEN_NAME.sub("", _BROKEN_WORD.sub("-", text))
    if "*" in text or "_" in text:
        text = _MARKUP.sub("", text)
    return _SPACES.sub(" ", text).strip()


def line_piece(document: Document, line: Line) -> Piece:
    """A line with its bullet."""
    span = line.span
    return Piece(document.text[span.start : span.end], span.start, span.page)


def content(document: Document, line: Line) -> Piece:
    """A line without its bullet or list number."""
    piece = line_piece(document, line)
    match = BULLET.match(piece.text)
    return piece.cut(match.end() if match else 0).strip()


def joined(document: Document, pieces: Iterable[Piece]) -> Piece:
    """From the first piece to the last, with what stands between them."""
    listed = list(pieces)
    first, last = listed[0], listed[-1]
    return Piece(document.text[first.start : last.end], first.start, first.page)


def unwrapped(pieces: Iterable[Piece]) -> list[Piece]:
    """Lines that follow one another directly as one piece with the line break inside."""
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if last is not None and piece.start == last.end + 1:
            joined[-1] = Piece(f"{last.text}\n{piece.text}", last.start, last.page)
        else:
            joined.append(piece)
    return joined


def on_one_line(piece: Piece) -> Piece:
    """Where a line was only wrapped, its end becomes a space, and the length stays; not in "Wisconsin–/Milwaukee",
    nor where several stand for what was taken out (`rows.bridged`)."""
    return piece._replace(text=_WRAP.sub(" ", piece.text))


def merged_text(pieces: Iterable[Piece]) -> Text:
    """Pieces as one text: the values joined by a space, the span from the first to the last."""
    listed = list(pieces)
    value = tidy("\n".join(piece.text for piece in listed))
    return Text(value, Span(listed[0].start, listed[-1].end, listed[0].page))


def starts_with_bullet(text: str) -> bool:
    match = BULLET.match(text)
    return bool(match and match[0].strip())


def words(text: str) -> Iterator[str]:
    """Words in lower case without punctuation; inner signs stay ("c++", "e-commerce", "r&d")."""
    for match in re.finditer(r"[^\W_][\w'’&+#./-]*", text):
        yield match[0].rstrip(".'’/-").lower()


def _loose_bracket(text: str) -> tuple[int, int | None] | None:
    """Where to cut off a bracket at either end that has no partner inside, or that encloses everything."""
    for opening, closing in ("()", "[]"):
        balance = text.count(opening) - text.count(closing)
        if text[0] == closing or (
            text[0] == opening and (balance > 0 or text.find(closing) in (-1, len(text) - 1))
        ):
            return (1, len(text) - 1) if text[0] == opening and text[-1] == closing else (1, None)
        if text[-1] == opening or (text[-1] == closing and balance < 0):
            return 0, len(text) - 1
    return None
