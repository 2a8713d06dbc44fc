"""PDF by pdfminer.six: the second engine. Its interpreter is used, its paragraph guessing isn't.

It is pure Python and some ten times slower, so it is for where pdfium has no build; and it checks the first
engine, since the same tests run through both.
"""

from __future__ import annotations

import io
import logging
import math
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1
from pdfminer.utils import apply_matrix_pt, mult_matrix

from careercraft.read.colors import WHITE
from careercraft.read.links import link_target
from careercraft.read.pdf.errors import CorruptPdfError, EncryptedPdfError
from careercraft.read.pdf.fonts import is_bold
from careercraft.read.pdf.glyphs import Glyph, runs_of
from careercraft.read.pdf.pdfminer_paint import Paint, PaintInterpreter
from careercraft.read.pdf.runs import (
    MAX_LINKS,
    MAX_SEGMENTS,
    Box,
    LinkBox,
    PageRuns,
    Shape,
    Style,
    edges,
    is_dot,
    is_rule,
    is_shape,
)
from careercraft.read.pdf.space import PageSpace

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it warns of each oddity of a damaged file
_INVISIBLE_MODES = (3, 7)
_BOLD_MODES = (2, 6)
_MAX_DEPTH = 12
_RISE = 0.3
"""Height of a letter's middle over the baseline, in font sizes."""
_FRAME_SEGMENTS = 6
"""A rectangle has 4 or 5. With more it is a drawing."""
_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class PdfminerDocument:
    """Open document. Use `open_document`."""

    def __init__(self, pages: list[PDFPage]) -> None:
        self._pages = pages
        self._resources = PDFResourceManager()
        self.page_count = len(pages)

    def page(self, number: int) -> PageRuns:
        """`number` from 1."""
        with _damage_reported():
            page = self._pages[number - 1]
            device = _Device(self._resources, _page_space(page))
            interpreter = PaintInterpreter(self._resources, device)
            interpreter.render_contents(page.resources, page.contents, ctm=_IDENTITY)
            found = device.page(number)
            found.links = list(_links(page, device.space))
            return found


@contextmanager
def open_document(data: bytes) -> Iterator[PdfminerDocument]:
    with _damage_reported():
        document = PDFDocument(PDFParser(io.BytesIO(data)))
        pages = list(PDFPage.create_pages(document))
    yield PdfminerDocument(pages)


@contextmanager
def _damage_reported() -> Iterator[None]:
    try:
        yield
    except (PDFPasswordIncorrect, PDFEncryptionError):
        raise EncryptedPdfError from None
    except CorruptPdfError:
        raise
    except Exception as error:
        # pdfminer has no common error for a broken file: a wrong byte surfaces as TypeError, KeyError,
        # struct.error, RecursionError or whatever else the code that met it raised.
        raise CorruptPdfError(type(error).__name__) from error


def _page_space(page: PDFPage) -> PageSpace:
    media, crop = page.mediabox, page.cropbox
    left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
    right, top = min(media[2], crop[2]), min(media[3], crop[3])
    if right <= left or top <= bottom:
        left, bottom, right, top = media
    return PageSpace(left, bottom, right, top, round((page.rotate or 0) / 90))


def _links(page: PDFPage, space: PageSpace) -> Iterator[LinkBox]:
    annotations = resolve1(page.annots)
    for item in annotations[:MAX_LINKS] if isinstance(annotations, list) else ():
        link = resolve1(item)
        action = resolve1(link.get("A")) if isinstance(link, dict) else None
        address = resolve1(action.get("URI")) if isinstance(action, dict) else None
        box = resolve1(link.get("Rect")) if isinstance(address, bytes) else None
        target = (
            link_target(address.decode("utf-8", errors="replace")) if isinstance(address, bytes) else None
        )
        if target is not None and isinstance(box, list) and len(box) == 4:
            left, bottom, right, top = (float(resolve1(value)) for value in box)
            yield LinkBox(*space.box(left, bottom, right, top), target)


class _Device(PDFTextDevice):
    """Receives what the interpreter paints, in user space."""

    def __init__(self, resources: PDFResourceManager, space: PageSpace) -> None:
        super().__init__(resources)
        self.space = space
        self._glyphs: list[Glyph | None] = []
        self._shapes: list[Shape] = []
        self._dots: list[Box] = []
        self._rules: list[Box] = []
        self._pictures: list[Box] = []
        self._order = 0
        self._mode = 0
        self._stack: list[tuple[_Matrix, Paint]] = []
        self.paint = Paint()
        self._seen: set[tuple[str, float, float, float]] = set()

    def page(self, number: int) -> PageRuns:
        return PageRuns(
            number=number,
            width=self.space.width,
            height=self.space.height,
            runs=runs_of(self._glyphs, self.space),
            shapes=self._shapes,
            dots=self._dots,
            rules=self._rules,
            pictures=self._pictures,
        )

    def begin_figure(self, name: str, bbox: Any, matrix: Any) -> None:
        if len(self._stack) > _MAX_DEPTH:
            raise CorruptPdfError("forms nested too deeply")
        self._stack.append((self.ctm or _IDENTITY, self.paint))
        self.ctm = mult_matrix(matrix, self.ctm or _IDENTITY)

    def end_figure(self, name: str) -> None:
        self.ctm, self.paint = self._stack.pop()

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        self._order += 1
        self._mode = textstate.render
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(
        self,
        matrix: Any,
        font: Any,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> float:
        advance = float(font.char_width(cid) * fontsize * scaling)
        try:
            text = str(font.to_unichr(cid))
        except PDFUnicodeNotDefined:
            return advance
        if text.isspace() or not text or text == "\0":
            self._glyphs.append(None)
        else:
            self._add(text, matrix, fontsize, advance, rise, _style(font, ncs, graphicstate, self._mode))
        return advance

    def _add(
        self, text: str, matrix: _Matrix, fontsize: float, advance: float, rise: float, style: Style
    ) -> None:
        a, b, c, d, x, y = matrix
        size = abs(fontsize) * math.hypot(c, d)
        length = math.hypot(a, b)
        if not length or not size:
            return
        x, y = x + c * rise, y + d * rise
        key = (text, round(size, 1), round(x / size, 1), round(y / size, 1))
        if key in self._seen:  # the same letter in the same place: bold by printing twice
            return
        self._seen.add(key)
        left, across = (x * a + y * b) / length, (y * a - x * b) / length
        if self.paint.opacity < 1 or self.paint.clip is not None:
            rise = _RISE * fontsize
            middle = self.space.point(x + a * advance / 2 + c * rise, y + b * advance / 2 + d * rise)
            style = style._replace(opacity=self.paint.opacity if self.paint.is_open(*middle) else 0.0)
        angle = self.space.angle(math.degrees(math.atan2(b, a)))
        self._glyphs.append(
            Glyph(text, left, left + advance * length, across, x, y, size, angle, style, self._order)
        )

    def paint_path(self, gstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Any) -> None:
        self._order += 1
        points = [(step[index], step[index + 1]) for step in path for index in range(1, len(step) - 1, 2)]
        if not (fill or stroke) or not points:
            return
        box = self.box(points)
        color = _rgb(gstate.ncolor, getattr(gstate.ncs, "name", "")) if fill else None
        if is_rule(box):
            if stroke or color != WHITE:
                self._rules.append(box)
        elif is_shape(box):
            if fill:
                self._shapes.append(Shape(*box, color, self._order, len(path) <= MAX_SEGMENTS))
            elif len(path) <= _FRAME_SEGMENTS:
                self._rules += edges(box)
        elif fill and is_dot(box):
            self._dots.append(box)

    def render_image(self, name: str, stream: Any) -> None:
        self._order += 1
        box = self.box([(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)])
        if not is_shape(box):
            return
        self._pictures.append(box)
        if not any(stream.get(key) for key in ("SMask", "Mask", "ImageMask")):
            self._shapes.append(Shape(*box, None, self._order))

    def box(self, points: list[tuple[float, float]]) -> Box:
        placed = [apply_matrix_pt(self.ctm or _IDENTITY, point) for point in points]
        xs, ys = [x for x, _ in placed], [y for _, y in placed]
        return self.space.box(min(xs), min(ys), max(xs), max(ys))


def _style(font: Any, ncs: Any, state: PDFGraphicState, mode: int) -> Style:
    name = font.fontname if isinstance(font.fontname, str) else str(font.fontname, "latin-1")
    color = _rgb(state.ncolor, getattr(ncs, "name", ""))
    return Style(color or 0, 1.0, mode in _INVISIBLE_MODES, mode in _BOLD_MODES or is_bold(name), name)


def _rgb(color: Any, space: str) -> int | None:
    """0xRRGGBB of a grey, RGB or CMYK value; None for patterns and anything else."""
    parts = (
        [color] if isinstance(color, int | float) else list(color) if isinstance(color, tuple | list) else []
    )
    if not all(isinstance(part, int | float) for part in parts):
        return None
    if len(parts) == 1:
        parts = [1 - parts[0] if space in ("Separation", "DeviceN") else parts[0]] * 3
    elif len(parts) == 4:
        parts = [(1 - part) * (1 - parts[3]) for part in parts[:3]]
    if len(parts) != 3:
        return None
    red, green, blue = (min(255, max(0, round(255 * part))) for part in parts)
    return red << 16 | green << 8 | blue
