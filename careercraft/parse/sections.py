"""Cuts a document into sections by its headings: known words first, then lines set like the known ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from careercraft.model.document import Document, Line, Span
from careercraft.model.resume import Section, SectionKind
from careercraft.parse.headings import known_kind, likely_kind, normalize
from careercraft.parse.piece import BULLET, Piece, line_piece, words
from careercraft.parse.tables import word_set
from careercraft.parse.title_words import EMPLOYER_WORDS, TITLE_HEADS

_ENDS_SENTENCE = re.compile(r"[.;,!?]$")
_ON_REQUEST = re.compile(
    r"\W*references?\b.{0,30}\b(?:request|available)\b|\W*références? .{0,20}demande|\W*referenzen auf anfrage",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"@[\w-]+\.|\d{3}[ )./-]{1,2}\d{3,4}|\+\d{2}|linkedin\.|github\.")
_DIGITS = re.compile(r"\d")
_INLINE = re.compile(r"(?P<head>[^\W\d_][\w &/'’+-]{2,40}?)\s*(?::\s*[-–—]?|\s[–—]\s)\s*(?=\S)")
_INLINE_KINDS = frozenset(
    {"summary", "education", "skills", "certifications", "languages", "interests", "awards", "references"}
)
_DETAIL_KINDS = frozenset({"work", "projects", "volunteer", "education"})
# Words that head a section but also stand as a label or an item inside another one.
_WEAK = word_set("""
    details career training languages language software tools technologies equipment projects project internship
    volunteer team freelance knowledge leadership links achievements accomplishments highlights responsibilities design
    certificate license university degree community courses military work platforms frameworks organizations books
    articles""")


class Part(NamedTuple):
    """A section with its lines; `lead` is content that stands on the heading's own line ("Skills: Python")."""

    section: Section
    lines: tuple[Line, ...]
    lead: Piece | None = None

    @property
    def kind(self) -> SectionKind:
        return self.section.kind


class _Style(NamedTuple):
    size: float
    bold: bool
    caps: bool
    declared: int


class _Head(NamedTuple):
    at: int
    kind: SectionKind
    heading: Piece | None
    lead: Piece | None = None


def split_sections(document: Document) -> list[Part]:
    """All lines of the document in sections, in order; the first is the header where no heading stands above it."""
    heads = _heads(document)
    if not heads or heads[0].at > 0:
        heads.insert(0, _Head(0, "header", None))
    bounds = [*(head.at for head in heads), len(document.lines)]
    return [
        _part(document, head, start, end) for head, (start, end) in zip(heads, pairwise(bounds), strict=True)
    ]


def _part(document: Document, head: _Head, start: int, end: int) -> Part:
    lines = document.lines[start:end]
    first, last = (lines[0].span, lines[-1].span) if lines else (Span(0, 0), Span(0, 0))
    heading = head.heading.to_text() if head.heading else None
    section = Section(kind=head.kind, heading=heading, span=Span(first.start, last.end, first.page))
    return Part(section, tuple(lines[1:] if head.heading else lines), head.lead)


def _heads(document: Document) -> list[_Head]:
    pieces = [line_piece(document, line) for line in document.lines]
    styles = [_style(line, piece.text) for line, piece in zip(document.lines, pieces, strict=True)]
    known = _known(document, pieces, styles)
    trusted = _trusted_styles(styles, known)
    inside: SectionKind = "header"
    heads: list[_Head] = []
    for index, piece in enumerate(pieces):
        head = known.get(index)
        if head and not _fits(head, styles[index], trusted, document, inside):
            head = None
        if head is None:
            head = _inline(document, index, piece, inside)
        if head is None and not (inside == "header" and _contact_follows(pieces, index)):
            head = _unlisted(index, piece, styles[index], trusted, inside)
        if head:
            heads.append(head)
            inside = head.kind
    return heads


def _known(document: Document, pieces: Sequence[Piece], styles: Sequence[_Style]) -> dict[int, _Head]:
    """Lines whose words are a known heading."""
    found: dict[int, _Head] = {}
    for index, piece in enumerate(pieces):
        on_request = _ON_REQUEST.match(piece.text)
        if len(piece.text) > 60 or (_ENDS_SENTENCE.search(piece.text) and not on_request):
            continue
        line = document.lines[index]
        if line.bullet and not line.heading and not piece.text.lstrip().startswith("#"):
            continue
        kind = known_kind(normalize(piece.text))
        if kind is None and on_request:
            kind = "references"
        if kind:
            found[index] = _Head(index, kind, _label(piece))
    return found


def _label(piece: Piece) -> Piece:
    match = BULLET.match(piece.text)
    return piece.cut(match.end() if match else 0).strip(" :#*\t•-–—_=|")


def _style(line: Line, text: str) -> _Style:
    letters = [char for char in text if char.isalpha()]
    caps = len(letters) > 2 and all(char.isupper() for char in letters)
    return _Style(round(line.size, 1), line.bold, caps, line.heading)


def _trusted_styles(styles: Sequence[_Style], known: dict[int, _Head]) -> set[_Style]:
    """Styles that known headings are set in: two of them, or one that the format declares."""
    counts = Counter(styles[index] for index in known)
    return {style for style, count in counts.items() if count > 1 or style.declared or style.size > 1.1}


def _fits(head: _Head, style: _Style, trusted: set[_Style], document: Document, inside: SectionKind) -> bool:
    """Is this line with a heading's words really one? A weak word inside a section needs the others' typography."""
    if style in trusted and (_marked(style) or not _is_weak(head)):
        return True
    if trusted and any(_marked(other) for other in trusted):
        # The other headings stand out; one that doesn't is an item, unless the line has a colon or stands free.
        return not _is_weak(head) and (_marked(style) or _stands_free(document, head.at))
    if _is_weak(head) and inside not in {"header", "summary"}:
        return _stands_free(document, head.at) and not _looks_nested(document, head.at, inside)
    return True


def _is_weak(head: _Head) -> bool:
    return head.heading is not None and normalize(head.heading.text) in _WEAK


def _marked(style: _Style) -> bool:
    return bool(style.declared) or style.size > 1.05 or style.bold or style.caps


def _stands_free(document: Document, index: int) -> bool:
    """An empty line before it, or the document's first line."""
    if index == 0:
        return True
    return "\n\n" in document.text[document.lines[index - 1].span.end : document.lines[index].span.start]


def _looks_nested(document: Document, index: int, inside: SectionKind) -> bool:
    """A label such as "Technologies" between the items of an entry."""
    return inside in _DETAIL_KINDS and document.lines[index].indent > 0


def _inline(document: Document, index: int, piece: Piece, inside: SectionKind) -> _Head | None:
    """ "Skills: Python, Java" as a section of one line; inside an entry such a line is a detail."""
    if inside in _DETAIL_KINDS - {"education"} and not _stands_free(document, index):
        return None
    label = _label(piece)
    match = _INLINE.match(label.text)
    if not match or document.lines[index].bullet:
        return None
    key = normalize(match["head"])
    kind = known_kind(key)
    if kind not in _INLINE_KINDS or kind == inside or (inside == "skills" and key in _WEAK):
        return None
    return _Head(index, kind, label.cut(0, match.end("head")), label.cut(match.end()).strip())


def _unlisted(
    index: int, piece: Piece, style: _Style, trusted: set[_Style], inside: SectionKind
) -> _Head | None:
    """A line whose words aren't listed but which is set like the headings that are."""
    if style not in trusted or not _heading_shape(piece.text):
        return None
    outstanding = style.declared or style.size > 1.05
    kind = likely_kind(normalize(piece.text))
    if not outstanding and not (style.caps and kind):
        return None
    if kind is None and not style.declared and _names_something(piece.text, style, inside):
        return None
    return _Head(index, kind or "other", _label(piece))


def _contact_follows(pieces: Sequence[Piece], index: int) -> bool:
    """The name and the headline stand above the address lines; a heading doesn't."""
    return index == 0 or any(_ADDRESS.search(piece.text) for piece in pieces[index : index + 5])


def _heading_shape(text: str) -> bool:
    return (
        len(text.split()) <= 6
        and not _ENDS_SENTENCE.search(text)
        and not _DIGITS.search(text)
        and "@" not in text
        and text.lstrip("#* •◆▪■")[:1].isalpha()
    )


def _names_something(text: str, style: _Style, inside: SectionKind) -> bool:
    """A person's name at the top, or an employer or title inside an entry set in the headings' style."""
    found = set(words(text))
    if inside in _DETAIL_KINDS:
        return bool(found & (TITLE_HEADS | EMPLOYER_WORDS)) or style.size <= 1.05
    return inside == "header" and style.size > 1.5
