"""The body of a Word document to draft lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from careercraft.model.document import HiddenText
from careercraft.read.assemble import Draft
from careercraft.read.clean import bullet_length, clean_line
from careercraft.read.colors import WHITE, blends
from careercraft.read.docx_styles import (
    ParagraphStyle,
    RunStyle,
    Styles,
    qualified,
    run_style,
    shading,
    value_of,
)
from careercraft.read.docx_tables import Paragraph, Piece, cells_of, joined_rows, rows_of

_MIN_SIZE = 3.0
_MAX_DEPTH = 60
_CONTAINER_TAGS = "body hdr ftr sdt sdtContent ins moveTo customXml smartTag txbxContent"
_CONTAINERS = frozenset(_CONTAINER_TAGS.split())
_INLINE_TAGS = "hyperlink ins moveTo smartTag customXml sdt sdtContent fldSimple dir bdo"
_INLINE_CONTAINERS = frozenset(_INLINE_TAGS.split())
_LIST_NUMBERS = {
    "decimal": "{}.",
    "lowerLetter": "{}.",
    "upperLetter": "{}.",
    "lowerRoman": "{}.",
    "upperRoman": "{}.",
}


class BodyWalker:
    """Collects paragraphs in document order."""

    def __init__(self, styles: Styles) -> None:
        self.hidden: list[HiddenText] = []
        self.pictures = 0
        self._styles = styles
        self._drafts: list[Draft] = []
        self._sizes: Counter[float] = Counter()
        self._counters: dict[tuple[str, int], int] = {}
        self._boxes: list[Any] = []

    def walk(self, container: Any, ground: int | None = WHITE) -> None:
        for paragraph in self._blocks(container, ground, 0):
            self._emit(paragraph)

    def finished(self) -> list[Draft]:
        """Drafts with sizes relative to the commonest."""
        body = max(self._sizes, key=lambda size: (self._sizes[size], -size), default=1.0) or 1.0
        for draft in self._drafts:
            draft.size = round(draft.size / body, 2)
        return self._drafts

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
        paragraph = Paragraph([[]], style, *self._list_mark(properties, style), style.heading)
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
            return _LIST_NUMBERS[kind].format(self._count(list_id or "", level)) + " ", level
        return ("• ", level) if (kind and not style.heading) or style.listed else ("", level)

    def _count(self, list_id: str, level: int) -> int:
        self._counters[list_id, level] = self._counters.get((list_id, level), 0) + 1
        for deeper in [key for key in self._counters if key[0] == list_id and key[1] > level]:
            del self._counters[deeper]
        return self._counters[list_id, level]

    def _inline(self, element: Any, paragraph: Paragraph, ground: int | None, depth: int) -> None:
        if depth > _MAX_DEPTH:
            return
        for child in element:
            tag = _local(child)
            if tag == "r":
                self._run(child, paragraph, ground)
            elif tag in _INLINE_CONTAINERS:
                self._inline(child, paragraph, ground, depth + 1)

    def _run(self, element: Any, paragraph: Paragraph, ground: int | None) -> None:
        properties = element.find(qualified("rPr"))
        style = run_style(properties)
        style = style.over(self._styles.run(value_of(properties, "rStyle"))).over(paragraph.style.run)
        for child in element:
            self._run_child(_local(child), child, paragraph, style, ground)

    def _run_child(
        self, tag: str, child: Any, paragraph: Paragraph, style: RunStyle, ground: int | None
    ) -> None:
        if tag == "t":
            self._add(child.text or "", paragraph, style, ground)
        elif tag in ("tab", "ptab"):
            self._add("\t", paragraph, style, ground)
        elif tag in ("br", "cr"):
            paragraph.lines.append([])
        elif tag == "noBreakHyphen":
            self._add("-", paragraph, style, ground)
        elif tag == "sym":
            self._add(chr(int(child.get(qualified("char"), "20"), 16)), paragraph, style, ground)
        elif tag in ("drawing", "pict", "object", "AlternateContent"):
            self.pictures += 1
            self._boxes.extend(_text_boxes(child))

    def _add(self, text: str, paragraph: Paragraph, style: RunStyle, ground: int | None) -> None:
        reason = _hidden_reason(style, ground)
        if reason is None:
            paragraph.lines[-1].append(Piece(text, style))
        elif text.strip():
            self._hide(clean_line(text).strip(), reason)

    def _hide(self, text: str, reason: Any) -> None:
        if self.hidden and self.hidden[-1].reason == reason:
            text = f"{self.hidden.pop().text} {text}"
        self.hidden.append(HiddenText(text=text, reason=reason))

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

    def _emit(self, paragraph: Paragraph) -> None:
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
        letters = Counter[float]()
        for piece in pieces:
            letters[piece.style.size or 0.0] += len(piece.text)
        self._sizes.update(letters)
        bold = sum(len(piece.text) for piece in pieces if piece.style.bold)
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
        )


def _hidden_reason(style: RunStyle, ground: int | None) -> str | None:
    if style.vanish:
        return "hidden_run"
    if style.size is not None and style.size < _MIN_SIZE:
        return "tiny"
    behind = ground if style.ground is None else style.ground
    return "color" if style.color is not None and behind is not None and blends(style.color, behind) else None


def _local(element: Any) -> str:
    tag = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def _text_boxes(drawing: Any) -> list[Any]:
    """Text boxes; of the two versions that Word writes of each shape only the first."""
    boxes = drawing.iter(qualified("txbxContent"))
    return [box for box in boxes if not any(_local(parent) == "Fallback" for parent in box.iterancestors())]
