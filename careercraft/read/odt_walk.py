"""The body of an OpenDocument text to draft lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from careercraft.read.colors import WHITE
from careercraft.read.links import link_target
from careercraft.read.odt_styles import Styles, local, qualified
from careercraft.read.word_lines import Paragraph, RunStyle, WordBody
from careercraft.read.word_tables import joined_rows

_MAX_DEPTH = 60
_SPACE = re.compile(r"[ \t\r\n]+")
_CONTAINER_TAGS = """
text section header footer header-first footer-first header-left footer-left text-box index-body numbered-paragraph
table-of-content alphabetical-index note-body list-header
"""
_CONTAINERS = frozenset(_CONTAINER_TAGS.split())
_SKIPPED_TAGS = """
tracked-changes annotation annotation-end note-citation ruby-text forms sequence-decls variable-decls title desc
"""
_SKIPPED = frozenset(_SKIPPED_TAGS.split())
_SHAPES = frozenset(
    ["frame", "custom-shape", "rect", "ellipse", "polygon", "path", "line", "connector", "caption"]
)
_HIDDEN = frozenset(("hidden-text", "hidden-paragraph"))
_MOST_SPACES = 40


class _List(NamedTuple):
    style: str | None
    number: str
    """Tells the lists of the document apart, for counting."""
    level: int
    """From 1; 0 outside lists."""
    marked: bool
    """The next paragraph is the first of its item."""


_NO_LIST = _List(None, "", 0, False)


class OdtWalker(WordBody):
    """Walks the body, a header or a footer, each with its own styles."""

    def __init__(self) -> None:
        super().__init__()
        self._styles = Styles()
        self._boxes: list[Any] = []
        self._lists = 0

    def walk(self, container: Any, styles: Styles) -> None:
        self._styles = styles
        for paragraph in self._blocks(container, WHITE, _NO_LIST, 0):
            self.emit(paragraph)

    def _blocks(self, container: Any, ground: int | None, inside: _List, depth: int) -> Iterator[Paragraph]:
        if depth > _MAX_DEPTH:
            return
        for child in container:
            tag = local(child)
            if tag in ("p", "h"):
                yield from self._paragraph(child, ground, inside, depth)
                inside = inside._replace(marked=False)
            elif tag == "list":
                yield from self._list(child, ground, inside, depth)
            elif tag == "table":
                yield from self._table(child, ground, depth)
            elif child.get(qualified("text:display")) == "none":
                self._hide_all(child)
            elif tag in _CONTAINERS:
                yield from self._blocks(child, ground, inside, depth + 1)
            elif tag in _SHAPES or tag == "g":
                yield from self._shape(child, depth)

    def _list(self, element: Any, ground: int | None, inside: _List, depth: int) -> Iterator[Paragraph]:
        goes_on = inside.level or element.get(qualified("text:continue-numbering")) == "true"
        self._lists += not goes_on
        style = element.get(qualified("text:style-name"), inside.style)
        here = _List(style, inside.number or str(self._lists), inside.level + 1, False)
        for item in element:
            marked = local(item) == "list-item"
            yield from self._blocks(item, ground, here._replace(marked=marked), depth + 1)

    def _paragraph(self, element: Any, ground: int | None, inside: _List, depth: int) -> Iterator[Paragraph]:
        style = self._styles.paragraph(element.get(qualified("text:style-name"), ""))
        level = element.get(qualified("text:outline-level"), "")
        heading = int(level) if local(element) == "h" and level.isdigit() else style.heading
        marker = "" if heading else self._mark(inside, style.list_style)
        paragraph = Paragraph([[]], style.run, marker, max(0, inside.level - 1), heading)
        boxes, self._boxes = self._boxes, []
        self._inline(element, paragraph, style.run, ground if style.ground is None else style.ground, depth)
        mine, self._boxes = self._boxes, boxes
        if any(piece.text.strip() for line in paragraph.lines for piece in line):
            yield paragraph
        for box in mine:
            yield from self._shape(box, depth)

    def _mark(self, inside: _List, own_style: str | None) -> str:
        if not inside.marked:
            return ""
        mark = self._styles.list_mark(inside.style or own_style, inside.level)
        return f"{self.count(inside.number, inside.level)}. " if mark == "1" else f"{mark} " if mark else ""

    def _inline(
        self, element: Any, paragraph: Paragraph, style: RunStyle, ground: int | None, depth: int
    ) -> None:
        if depth > _MAX_DEPTH:
            return
        self._text(element.text, paragraph, style, ground)
        for child in element:
            self._inline_child(child, local(child), paragraph, style, ground, depth)
            self._text(child.tail, paragraph, style, ground)

    def _inline_child(
        self, child: Any, tag: str, paragraph: Paragraph, style: RunStyle, ground: int | None, depth: int
    ) -> None:
        if tag == "s":
            count = child.get(qualified("text:c"), "1")
            self.add(" " * min(int(count) if count.isdigit() else 1, _MOST_SPACES), paragraph, style, ground)
        elif tag == "tab":
            self.add("\t", paragraph, style, ground)
        elif tag == "line-break":
            paragraph.lines.append([])
        elif tag in _HIDDEN:
            self._hide_all(child)
        elif tag in _SHAPES or tag == "g":
            self._boxes.append(child)
        elif tag == "note":
            self._boxes.extend(part for part in child if local(part) == "note-body")
        elif tag and tag not in _SKIPPED:
            named = child.get(qualified("text:style-name"), "") if tag in ("span", "a") else ""
            inner = self._styles.run(named, style) if named else style
            outer = self.link
            if tag == "a":
                self.link = link_target(child.get(qualified("xlink:href"), "")) or outer
            self._inline(child, paragraph, inner, ground, depth + 1)
            self.link = outer

    def _text(self, text: str | None, paragraph: Paragraph, style: RunStyle, ground: int | None) -> None:
        if text:
            self.add(_SPACE.sub(" ", text), paragraph, style, ground)

    def _hide_all(self, element: Any) -> None:
        words = _SPACE.sub(" ", " ".join(element.itertext())).strip()
        if words:
            self.hide(words, "hidden_run")

    def _shape(self, element: Any, depth: int) -> Iterator[Paragraph]:
        """Text boxes, shapes with text, and groups of them; a shape's fill isn't looked up."""
        if depth > _MAX_DEPTH:
            return
        self.pictures += any(local(child) == "image" for child in element)
        yield from self._blocks(element, None, _NO_LIST, depth + 1)

    def _table(self, table: Any, ground: int | None, depth: int) -> Iterator[Paragraph]:
        shade = self._styles.ground("table", table.get(qualified("table:style-name"), ""))
        ground = ground if shade is None else shade
        rows = [
            [cell for element in _cells(row) if (cell := list(self._cell(element, ground, depth)))]
            for row in _rows(table, 0)
        ]
        yield from joined_rows([row for row in rows if row])

    def _cell(self, cell: Any, ground: int | None, depth: int) -> Iterator[Paragraph]:
        shade = self._styles.ground("table-cell", cell.get(qualified("table:style-name"), ""))
        return self._blocks(cell, ground if shade is None else shade, _NO_LIST, depth + 1)


def _rows(table: Any, depth: int) -> Iterator[Any]:
    for child in table:
        if local(child) == "table-row":
            yield child
        elif local(child).startswith("table-") and local(child).endswith(("rows", "group")) and depth < 4:
            yield from _rows(child, depth + 1)


def _cells(row: Any) -> Iterator[Any]:
    return (child for child in row if local(child) == "table-cell")
