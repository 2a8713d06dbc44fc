"""The body of a Word document to draft lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from careercraft.read.clean import is_page_number
from careercraft.read.colors import WHITE
from careercraft.read.docx_styles import (
    ParagraphStyle,
    Styles,
    qualified,
    run_style,
    shading,
    value_of,
)
from careercraft.read.docx_tables import cells_of, rows_of
from careercraft.read.links import field_target, link_target
from careercraft.read.word_lines import Paragraph, RunStyle, WordBody
from careercraft.read.word_tables import joined_rows

_MAX_DEPTH = 60
_CONTAINER_TAGS = "body hdr ftr sdt sdtContent ins moveTo customXml smartTag txbxContent"
_CONTAINERS = frozenset(_CONTAINER_TAGS.split())
_INLINE_TAGS = "ins moveTo smartTag customXml sdt sdtContent dir bdo"
_INLINE_CONTAINERS = frozenset(_INLINE_TAGS.split())
_RELATIONSHIP = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_LIST_NUMBERS = {
    "decimal": "{}.",
    "lowerLetter": "{}.",
    "upperLetter": "{}.",
    "lowerRoman": "{}.",
    "upperRoman": "{}.",
}


class BodyWalker(WordBody):
    """Walks the body, a header or a footer."""

    def __init__(self, styles: Styles) -> None:
        super().__init__()
        self._styles = styles
        self._boxes: list[Any] = []
        self._targets: dict[str, str] = {}
        self._field: str | None = None
        """The instruction of a field that is being read, up to where its result begins."""

    def walk(self, container: Any, links: dict[str, str], *, margin: bool = False) -> None:
        """`links` has the targets of the part's relationships; `margin`: a header or a footer."""
        self._targets = links
        for paragraph in self._blocks(container, WHITE, 0):
            if not (margin and _is_page_number(paragraph)):
                self.emit(paragraph)

    def _blocks(self, container: Any, ground: int | None, depth: int) -> Iterator[Paragraph]:
        if depth > _MAX_DEPTH:
            return
        for child in container:
            tag = _local(child)
            if tag == "p":
                yield from self._paragraph(child, ground, depth)
            elif tag == "tbl":
                yield from self._table(child, ground, depth)
            elif tag in _CONTAINERS:
                yield from self._blocks(child, ground, depth + 1)

    def _paragraph(self, element: Any, ground: int | None, depth: int) -> Iterator[Paragraph]:
        properties = element.find(qualified("pPr"))
        style = self._styles.paragraph(value_of(properties, "pStyle"))
        shade = shading(properties)
        paragraph = Paragraph([[]], style.run, *self._list_mark(properties, style), style.heading)
        boxes, self._boxes = self._boxes, []
        self._inline(element, paragraph, ground if shade is None else shade, depth)
        mine, self._boxes = self._boxes, boxes
        if any(piece.text.strip() for line in paragraph.lines for piece in line):
            yield paragraph
        for box in mine:
            yield from self._blocks(box, None, depth + 1)  # a shape's fill isn't looked up

    def _list_mark(self, properties: Any, style: ParagraphStyle) -> tuple[str, int]:
        number = properties.find(qualified("numPr")) if properties is not None else None
        list_id = value_of(number, "numId") if number is not None else style.list_id
        text = value_of(number, "ilvl") if number is not None else None
        level = int(text) if text and text.isdigit() else style.list_level
        if list_id == "0":
            return "", 0
        kind = self._styles.list_format(list_id, level) if list_id else ""
        if kind in _LIST_NUMBERS and not style.heading:
            return _LIST_NUMBERS[kind].format(self.count(list_id or "", level)) + " ", level
        return ("• ", level) if (kind and not style.heading) or style.listed else ("", level)

    def _inline(self, element: Any, paragraph: Paragraph, ground: int | None, depth: int) -> None:
        if depth > _MAX_DEPTH:
            return
        for child in element:
            tag = _local(child)
            if tag == "r":
                self._run(child, paragraph, ground)
            elif tag in ("hyperlink", "fldSimple"):
                outer, self.link = self.link, self._target(child) or self.link
                self._inline(child, paragraph, ground, depth + 1)
                self.link = outer
            elif tag in _INLINE_CONTAINERS:
                self._inline(child, paragraph, ground, depth + 1)

    def _target(self, element: Any) -> str:
        """Where a hyperlink or a simple field leads."""
        found = self._targets.get(element.get(_RELATIONSHIP, ""))
        return link_target(found) or "" if found else field_target(element.get(qualified("instr"), ""))

    def _run(self, element: Any, paragraph: Paragraph, ground: int | None) -> None:
        properties = element.find(qualified("rPr"))
        style = run_style(properties)
        style = style.over(self._styles.run(value_of(properties, "rStyle"))).over(paragraph.base)
        for child in element:
            self._run_child(_local(child), child, paragraph, style, ground)

    def _run_child(
        self, tag: str, child: Any, paragraph: Paragraph, style: RunStyle, ground: int | None
    ) -> None:
        if tag == "t":
            self.add(child.text or "", paragraph, style, ground)
        elif tag in ("tab", "ptab"):
            self.add("\t", paragraph, style, ground)
        elif tag in ("br", "cr"):
            paragraph.lines.append([])
        elif tag == "noBreakHyphen":
            self.add("-", paragraph, style, ground)
        elif tag == "sym":
            self.add(chr(int(child.get(qualified("char"), "20"), 16)), paragraph, style, ground)
        elif tag in ("fldChar", "instrText"):
            self._read_field(tag, child)
        elif tag in ("drawing", "pict", "object", "AlternateContent"):
            self.pictures += 1
            self._boxes.extend(_text_boxes(child))

    def _read_field(self, tag: str, child: Any) -> None:
        """A field in pieces: its instruction, then its result as usual runs, then its end."""
        kind = child.get(qualified("fldCharType"))
        if tag == "instrText":
            self._field = None if self._field is None else self._field + (child.text or "")
        elif kind == "begin":
            self._field = ""
        elif kind == "separate" and self._field is not None:
            self.link = field_target(self._field) or self.link
            self._field = None
        elif kind == "end":
            self.link, self._field = "", None

    def _table(self, table: Any, ground: int | None, depth: int) -> Iterator[Paragraph]:
        shade = shading(table.find(qualified("tblPr")))
        ground = ground if shade is None else shade
        rows = [
            [cell for element in cells_of(row) if (cell := list(self._cell(element, ground, depth)))]
            for row in rows_of(table)
        ]
        yield from joined_rows([row for row in rows if row])

    def _cell(self, cell: Any, ground: int | None, depth: int) -> Iterator[Paragraph]:
        shade = shading(cell.find(qualified("tcPr")))
        return self._blocks(cell, ground if shade is None else shade, depth + 1)


def _is_page_number(paragraph: Paragraph) -> bool:
    return is_page_number(" ".join(piece.text for line in paragraph.lines for piece in line).strip())


def _local(element: Any) -> str:
    tag = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def _text_boxes(drawing: Any) -> list[Any]:
    """Text boxes; of the two versions that Word writes of each shape only the first."""
    boxes = drawing.iter(qualified("txbxContent"))
    return [box for box in boxes if not any(_local(parent) == "Fallback" for parent in box.iterancestors())]
