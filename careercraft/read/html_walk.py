"""An HTML tree to draft lines, as a reader of the page would see them."""

from __future__ import annotations

import re
from typing import Any

from careercraft.model.document import HiddenText
from careercraft.read.assemble import Draft
from careercraft.read.clean import bullet_length, clean_line
from careercraft.read.colors import WHITE
from careercraft.read.html_style import StyleSheet, background, hidden_reason, is_for_screen_readers
from careercraft.read.links import link_target

_BLOCK_TAGS = """
address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2
h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul
"""
_GAP_TAGS = "p div section article header h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre main aside footer"
_IGNORED_TAGS = """
script style noscript template head svg math iframe object embed canvas audio video select option textarea
input button map area link meta progress meter datalist dialog
"""
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_GAPS = frozenset(_GAP_TAGS.split())
_IGNORED = frozenset(_IGNORED_TAGS.split())
_BOLD = frozenset(("b", "strong", "th"))
_APART = frozenset(("a", "span", "button", "label", "small", "time"))
_SHORT = 60
_SPACE = re.compile(r"\s+")


class Walker:
    """Collects drafts and hidden text. One paragraph, list item or table row is one line and one block."""

    def __init__(self, styles: StyleSheet, skipped: frozenset[Any] = frozenset()) -> None:
        self.drafts: list[Draft] = []
        self.hidden: list[HiddenText] = []
        self._styles = styles
        self._skipped = skipped
        self._buffer: list[str] = []
        self._bold = self._letters = 0
        self._marker = ""
        self._heading = 0
        self._depth = 0
        self._gap = False
        self._strong = 0
        self._links: list[tuple[str, str]] = []

    def walk(self, element: Any, ground: int | None = WHITE) -> None:
        """The element's content; the text after it (its tail) is the parent's."""
        if not isinstance(element.tag, str) or element in self._skipped:
            return
        tag = element.tag.lower()
        if tag in _IGNORED or is_for_screen_readers(element):
            return
        style = self._styles.style_of(element)
        ground = background(style, ground)
        reason = hidden_reason(element, style, ground)
        if reason:
            words = clean_line(_SPACE.sub(" ", _text_of(element))).strip()
            if words:
                self.hidden.append(HiddenText(text=words, reason=reason))
        elif tag == "br":
            self._break_line()
        elif tag == "tr" and not _has_blocks(element):
            self._row(element, ground)
        elif tag in _BLOCKS:
            self._block(element, tag, ground)
        else:
            self._inline(element, tag, ground)

    def finish(self) -> None:
        self._flush()

    def _inline(self, element: Any, tag: str, ground: int | None) -> None:
        self._strong += tag in _BOLD
        if tag == "a":
            self._note_link(element)
        self._add(element.text)
        previous = None
        for child in element:
            if previous is not None and not previous.tail:
                self._part(previous, child)
            elif self._heading and previous is None and (child.text or "").startswith("("):
                self._buffer.append(" ")  # a count behind a heading: `<h2>Jobs<span>(4)</span>`
            self.walk(child, ground)
            self._add(child.tail)
            previous = child
        self._strong -= tag in _BOLD

    def _note_link(self, element: Any) -> None:
        words, target = clean_line(_SPACE.sub(" ", _text_of(element))).strip(), element.get("href") or ""
        target = link_target(target) or ""
        if target:
            self._links.append((words, target))

    def _part(self, previous: Any, following: Any) -> None:
        """A gap between neighbors without one in the source, `<a>Acme</a><span>Oslo</span>`: styles set them apart."""
        if previous.tag not in _APART or following.tag not in _APART:
            return
        before = "".join(self._buffer[-1:])[-1:]
        if before.isalnum() and len(previous.text_content().strip()) > 1:
            after = following.text_content()[:1]
            if after.isupper() or (after.isdigit() and not before.isdigit()):
                self._buffer.append("\t")

    def _block(self, element: Any, tag: str, ground: int | None) -> None:
        if self._is_term_of(element, tag):
            self._inline(element, tag, ground)
            self._buffer.append("\t")
            return
        if not (tag == "dd" and self._buffer and self._buffer[-1] == "\t"):
            self._flush()
        self._gap = self._gap or (tag in _GAPS and not (tag in ("p", "div") and self._marker))
        heading, marker, depth = self._heading, self._marker, self._depth
        if tag[0] == "h" and tag[1:].isdigit():
            self._heading = int(tag[1:])
        if tag == "li":
            self._marker, self._gap = _marker(element), self._gap and _is_first(element)
        self._depth += tag in ("ul", "ol")
        self._inline(element, tag, ground)
        self._flush()
        self._heading, self._depth = heading, depth
        if tag == "li":
            self._marker = marker
        self._gap = self._gap or (tag in _GAPS and not (tag in ("p", "div") and depth))

    def _is_term_of(self, element: Any, tag: str) -> bool:
        """A name that goes on one line with its value: `<dt>Place<dd>Oslo`, `<li><h3>Level</h3><span>Senior</span>`."""
        if tag == "dt":
            self._flush()
            value = element.getnext()
            return value is not None and value.tag == "dd" and _is_short(element) and _is_short(value)
        if tag[0] == "h" and tag[1:].isdigit() and element.getparent().tag == "li":
            return not self._buffer and _is_short(element.getparent()) and len(element.getparent()) == 2
        return False

    def _row(self, row: Any, ground: int | None) -> None:
        """A table row without blocks in it is one line, its cells two spaces apart."""
        self._flush()
        for cell in row:
            if self._buffer:
                self._buffer.append("\t")
            if isinstance(cell.tag, str) and cell.tag.lower() in ("td", "th"):
                self._cell(cell, ground)
        self._flush()

    def _cell(self, cell: Any, ground: int | None) -> None:
        style = self._styles.style_of(cell)
        if hidden_reason(cell, style, background(style, ground)) is None:
            self._inline(cell, cell.tag.lower(), background(style, ground))

    def _add(self, text: str | None) -> None:
        if not text:
            return
        self._buffer.append(_SPACE.sub(" ", text))
        letters = sum(not letter.isspace() for letter in text)
        self._letters += letters
        self._bold += letters if self._strong else 0

    def _break_line(self) -> None:
        if not self._flush():
            self._gap = True  # two breaks in a row part paragraphs

    def _flush(self) -> bool:
        text = clean_line("".join(self._buffer).replace(" \t", "\t").replace("\t ", "\t")).strip()
        text = re.sub(r"(?<! ) {2,}(?! )", "  ", text) if "  " in text else text
        bold = self._bold >= 0.6 * self._letters if self._letters else False
        self._buffer, self._bold, self._letters = [], 0, 0
        if not text:
            return False
        marker = "" if bullet_length(text) else self._marker
        self._marker = ""
        text = marker + text
        self.drafts.append(self._draft(text, bold))
        self._gap = False
        return True

    def _draft(self, text: str, bold: bool) -> Draft:
        links, self._links = self._links, []
        return Draft(
            text=text,
            block=len(self.drafts),
            gap=self._gap,
            bullet=bullet_length(text) > 0 and not self._heading,
            heading=self._heading,
            bold=bold or self._heading > 0,
            indent=float(max(0, self._depth - 1)),
            links=links,
        )


def _text_of(element: Any) -> str:
    return " ".join(
        text
        for item in element.iter()
        if isinstance(item.tag, str) and item.tag not in _IGNORED
        for text in (item.text, item.tail if item is not element else None)
        if text
    )


def _is_short(element: Any) -> bool:
    """One line of a few words, without blocks of its own."""
    return 0 < len(element.text_content().strip()) <= _SHORT and not any(
        item is not element and item.tag in ("p", "ul", "ol", "div", "dl", "table", "br")
        for item in element.iter()
    )


def _has_blocks(row: Any) -> bool:
    return any(
        isinstance(item.tag, str)
        and (item.tag in _BLOCKS or item.tag == "br")
        and item.tag not in ("tr", "td", "th")
        for item in row.iter()
    )


def _marker(item: Any) -> str:
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "• "
    return f"{1 + sum(1 for _ in item.itersiblings('li', preceding=True))}. "


def _is_first(item: Any) -> bool:
    return next(item.itersiblings("li", preceding=True), None) is None
