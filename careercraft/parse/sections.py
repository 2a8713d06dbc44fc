"""Cuts a document into sections by its headings: known words first, then lines set like the known ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from careercraft.model.document import Document, Line, Span
from careercraft.model.resume import Section, SectionKind
from careercraft.parse.heading_styles import (
    ENDS_SENTENCE,
    Head,
    Style,
    heading_shape,
    is_marked,
    is_weak_head,
    section_level,
    shared_styles,
    style_of,
    trusted_styles,
)
from careercraft.parse.headings import WEAK, known_kind, likely_kind, normalize
from careercraft.parse.piece import BULLET, Piece, line_piece, words
from careercraft.parse.title_words import EMPLOYER_WORDS, TITLE_HEADS

_ON_REQUEST = re.compile(
    r"\W*references?\b.{0,30}\b(?:request|available)\b|\W*références? .{0,20}demande|\W*referenzen auf anfrage",
    re.IGNORECASE,
)
_INLINE = re.compile(r"(?P<head>[^\W\d_][\w &/'’+-]{2,40}?)\s*(?::\s*[-–—]?|\s[–—]\s)\s*(?=\S)")
_INLINE_KINDS = frozenset(
    {"summary", "education", "skills", "certifications", "languages", "interests", "awards", "references"}
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PROJECTS = re.compile(r"(?P<many>projects)\b.*\bexperiences?$|project\b.*\bexperiences?$")
_HANGS_IN = 1.5
_SAME_EDGE = 0.5
_REPEATED = 3
_HEADLINE = 1.3
_NESTED = 0.9
_NARROW = 24
_ITEM_KINDS = frozenset({"interests", "publications", "awards", "references", "languages"})
_DETAIL_KINDS = frozenset({"work", "projects", "volunteer", "education"})


class Part(NamedTuple):
    """A section with its lines; `lead` is content that stands on the heading's own line ("Skills: Python")."""

    section: Section
    lines: tuple[Line, ...]
    lead: Piece | None = None

    @property
    def kind(self) -> SectionKind:
        return self.section.kind


def split_sections(document: Document) -> list[Part]:
    """All lines of the document in sections, in order; the first is the header where no heading stands above it."""
    heads = _heads(document)
    if not heads or heads[0].at > 0:
        heads.insert(0, Head(0, "header", None))
    bounds = [*(head.at for head in heads), len(document.lines)]
    return [
        _part(document, head, start, end) for head, (start, end) in zip(heads, pairwise(bounds), strict=True)
    ]


def _part(document: Document, head: Head, start: int, end: int) -> Part:
    lines = document.lines[start:end]
    first, last = (lines[0].span, lines[-1].span) if lines else (Span(0, 0), Span(0, 0))
    heading = head.heading.to_text() if head.heading else None
    section = Section(kind=head.kind, heading=heading, span=Span(first.start, last.end, first.page))
    return Part(section, tuple(lines[head.lines :] if head.heading else lines), head.lead)


def _heads(document: Document) -> list[Head]:
    pieces = [line_piece(document, line) for line in document.lines]
    styles = [style_of(line, piece.text) for line, piece in zip(document.lines, pieces, strict=True)]
    known = _known(document, pieces, styles)
    trusted = trusted_styles(styles, known)
    level = section_level(styles, known)
    edges = [
        document.lines[index].indent
        for index, head in known.items()
        if not is_weak_head(head) and styles[index] in trusted
    ]
    shared = shared_styles(pieces, styles, trusted, known)
    own = {head.kind for index, head in known.items() if styles[index] in trusted and not is_weak_head(head)}
    inside: SectionKind = "header"
    heads: list[Head] = []
    for index, piece in enumerate(pieces):
        head = known.get(index) if heads or not _goes_on(document, styles, index) else None
        if head and not _fits(head, styles[index], trusted, document, inside):
            head = None
        if head and heads and is_weak_head(head) and _hangs_in(document, heads[-1], index, edges):
            head = None  # the name of a group of skills
        if head is None:
            head = _inline(document, index, piece, inside)
            if head and inside in _ITEM_KINDS and head.kind in own:
                head = None  # "Skills: Sea swimming" among the interests
        if head and inside in _DETAIL_KINDS and 0 < level < styles[index].declared and is_weak_head(head):
            head = None
        if head is None and any(found.kind != "header" for found in heads):
            head = _unlisted(index, piece, styles[index], trusted, inside)
            if (
                head
                and (level < styles[index].declared or _dated_below(pieces, index))
                and inside in _DETAIL_KINDS
            ):
                head = None  # an entry's own heading
            if head and styles[index] in shared and (head.kind == "other" or inside in _DETAIL_KINDS):
                head = None
        if head:
            heads.append(head)
            inside = head.kind
    return _with_projects(heads)


def _with_projects(heads: list[Head]) -> list[Head]:
    """ "Projects experience" is about projects, and so is "Project experience" beside a heading of jobs."""
    told = [_PROJECTS.match(normalize(head.heading.text)) if head.heading else None for head in heads]
    jobs = any(head.kind == "work" and not match for head, match in zip(heads, told, strict=True))
    return [
        head._replace(kind="projects") if head.kind == "work" and match and (jobs or match["many"]) else head
        for head, match in zip(heads, told, strict=True)
    ]


def _hangs_in(document: Document, last: Head, index: int, edges: Sequence[float]) -> bool:
    """The line begins further right than the heading above it on its page, and where no heading of a section does."""
    line, above = document.lines[index], document.lines[last.at]
    if last.heading is None or line.span.page != above.span.page or line.indent <= above.indent + _HANGS_IN:
        return False
    return all(abs(line.indent - edge) > _SAME_EDGE for edge in edges)


def _dated_below(pieces: Sequence[Piece], index: int) -> bool:
    """A year stands in one of the next lines, as under the name of an employer."""
    return any(_YEAR.search(piece.text) for piece in pieces[index + 1 : index + 4])


def _goes_on(document: Document, styles: Sequence[Style], index: int) -> bool:
    """At the top: the second line of a large headline ("School leaver seeking an / Apprenticeship")."""
    if index == 0 or styles[index].size <= _HEADLINE or styles[index] != styles[index - 1]:
        return False
    return not _stands_free(document, index)


def _known(document: Document, pieces: Sequence[Piece], styles: Sequence[Style]) -> dict[int, Head]:
    """Lines whose words are a known heading."""
    found: dict[int, Head] = {}
    for index, piece in enumerate(pieces):
        on_request = _ON_REQUEST.match(piece.text)
        if len(piece.text) > 60 or (ENDS_SENTENCE.search(piece.text) and not on_request):
            continue
        line = document.lines[index]
        if line.bullet and not line.heading and not piece.text.lstrip().startswith("#"):
            continue
        kind = known_kind(normalize(piece.text))
        if kind is None and on_request:
            kind = "references"
        if two := _over_two_lines(document, pieces, styles, index):
            found[index] = two
        elif kind and not (index - 1 in found and found[index - 1].lines > 1):
            found[index] = Head(index, kind, _label(piece))
    counts = Counter(normalize(pieces[index].text) for index in found)
    return {
        index: head._replace(repeated=counts[normalize(pieces[index].text)] >= _REPEATED)
        for index, head in found.items()
    }


def _over_two_lines(
    document: Document, pieces: Sequence[Piece], styles: Sequence[Style], index: int
) -> Head | None:
    """A known heading that only both lines together make, set alike."""
    if index + 1 == len(pieces) or not is_marked(styles[index]) or styles[index] != styles[index + 1]:
        return None
    first, second = pieces[index], pieces[index + 1]
    if len(first.text) > _NARROW or len(second.text) > _NARROW or second.start != first.end + 1:
        return None
    if known_kind(normalize(second.text)):
        return None
    kind = known_kind(normalize(f"{first.text} {second.text}"))
    whole = Piece(document.text[first.start : second.end], first.start, first.page)
    return Head(index, kind, _label(whole), lines=2) if kind else None


def _label(piece: Piece) -> Piece:
    match = BULLET.match(piece.text)
    return piece.cut(match.end() if match else 0).strip(" :#*\t•-–—_=|")


def _fits(head: Head, style: Style, trusted: set[Style], document: Document, inside: SectionKind) -> bool:
    """Is this line with a heading's words really one? A weak word inside a section needs the others' typography."""
    if style in trusted and (is_marked(style) or not is_weak_head(head)):
        return not (is_weak_head(head) and head.repeated)
    if head.kind == inside and not style.declared and not _stands_free(document, head.at):
        return False  # "… Primary and Junior / Education" under "Education"
    if trusted and any(is_marked(other) for other in trusted):
        # The other headings stand out; one that doesn't is an item, unless the line has a colon or stands free.
        return (
            not is_weak_head(head)
            and not head.repeated
            and (is_marked(style) or _stands_free(document, head.at))
        )
    if is_weak_head(head) and inside not in {"header", "summary"}:
        return _stands_free(document, head.at) and not _looks_nested(document, head.at, inside)
    return True


def _line_text(document: Document, index: int) -> str:
    return document.quote(document.lines[index].span)


def _stands_free(document: Document, index: int) -> bool:
    """An empty line before it, or the document's first line."""
    if index == 0:
        return True
    return "\n\n" in document.text[document.lines[index - 1].span.end : document.lines[index].span.start]


def _looks_nested(document: Document, index: int, inside: SectionKind) -> bool:
    """A label such as "Technologies" between the items of an entry."""
    return inside in _DETAIL_KINDS and document.lines[index].indent > _NESTED


def _inline(document: Document, index: int, piece: Piece, inside: SectionKind) -> Head | None:
    """ "Skills: Python, Java" as a section of one line; inside an entry such a line is a detail."""
    if inside in _DETAIL_KINDS - {"education"} and not _stands_free(document, index):
        return None
    label = _label(piece)
    match = _INLINE.match(label.text)
    if not match or document.lines[index].bullet:
        return None
    key = normalize(match["head"])
    kind = known_kind(key)
    if inside in _DETAIL_KINDS | {"interests"} and index and _YEAR.search(_line_text(document, index - 1)):
        return None  # "Skills: Go, SQL" under an entry's dates
    if document.lines[index].indent > 1 and not _stands_free(document, index):
        return None
    if kind not in _INLINE_KINDS or kind == inside or (inside == "skills" and key in WEAK):
        return None
    return Head(index, kind, label.cut(0, match.end("head")), label.cut(match.end()).strip())


def _unlisted(
    index: int, piece: Piece, style: Style, trusted: set[Style], inside: SectionKind
) -> Head | None:
    """A line whose words aren't listed but which is set like the headings that are."""
    if style not in trusted or not heading_shape(piece.text):
        return None
    outstanding = style.declared or style.size > 1.05
    kind = likely_kind(normalize(piece.text))
    if not outstanding and not (style.caps and kind):
        return None
    if kind is None and not style.declared and _names_something(piece.text, style, inside):
        return None
    return Head(index, kind or "other", _label(piece))


def _names_something(text: str, style: Style, inside: SectionKind) -> bool:
    """A person's name at the top, or an employer or title inside an entry set in the headings' style."""
    found = set(words(text))
    if inside in _DETAIL_KINDS:
        return bool(found & (TITLE_HEADS | EMPLOYER_WORDS)) or style.size <= 1.05
    return inside == "header" and (style.size > 1.5 or bool(found & TITLE_HEADS))
