"""Filled areas and pictures of a page, by pdfium, and the painting order of everything."""

from __future__ import annotations

import ctypes
from functools import partial
from typing import Any

import pypdfium2_raw as pdfium

from careercraft.read.pdf import pdfium_calls as calls
from careercraft.read.pdf.pdfium_clips import clip_of
from careercraft.read.pdf.runs import MAX_SEGMENTS, Box, Run, Shape, edges, is_dot, is_rule, is_shape
from careercraft.read.pdf.space import PageSpace

_MAX_DEPTH = 8
_OPAQUE = bytes(range(128, 256))
_CLEAR_SHARE = 0.3
_WHITE = 0xFFFFFF
_FRAME_SEGMENTS = 6
"""A rectangle has 4 or 5. With more it is a drawing."""
_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class PageObjects:
    """Walks the objects of a page and of the forms in it."""

    def __init__(self, page: int | None) -> None:
        self._page = page
        self.shapes: list[Shape] = []
        self.order: dict[int, int] = {}
        """Painting order by the address of the text object; empty when nothing could lie over a text."""
        self.dots: list[Box] = []
        self.rules: list[Box] = []
        self.pictures: list[Box] = []
        self.images: dict[int, int] = {}
        """Address of the picture with that painting order."""
        self.clips: dict[int, Box] = {}
        """What of the page is open to a text object, by its address; none for those that nothing clips."""
        self._texts: list[tuple[int, int]] = []
        self._next = 0

    def scan(self, space: PageSpace) -> None:
        objects = [
            calls.page_object(self._page, index) for index in range(max(0, calls.count_objects(self._page)))
        ]
        self._walk(objects, _IDENTITY, space, 0)
        if self.shapes:
            self.order = dict(self._texts)

    def _walk(self, objects: list[int], matrix: _Matrix, space: PageSpace, depth: int) -> None:
        for item in objects:
            kind = calls.object_type(item)
            self._next += 1
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                self._texts.append((item, self._next))
                clip = clip_of(item, partial(_placed, matrix, space))
                if clip is not None:
                    self.clips[item] = clip
            elif kind == pdfium.FPDF_PAGEOBJ_FORM:
                if depth < _MAX_DEPTH:
                    children = [
                        calls.form_object(item, index) for index in range(max(0, calls.form_count(item)))
                    ]
                    self._walk(children, _compose(_matrix_of(item), matrix), space, depth + 1)
            else:
                self._add_shape(item, kind, matrix, space)

    def _add_shape(self, item: int, kind: int, matrix: _Matrix, space: PageSpace) -> None:
        box = _box_of(item, matrix, space)
        if box is None:
            return
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._add_path(item, box)
        elif is_shape(box):
            if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self.pictures.append(box)
                self.images[self._next] = item
            if not calls.has_transparency(item):
                self.shapes.append(Shape(*box, None, self._next))

    def _add_path(self, item: int, box: Box) -> None:
        rule = is_rule(box)
        if not (rule or is_shape(box) or is_dot(box)):
            return
        color, stroked = _path_paint(item)
        if rule:
            if stroked or (color is not None and color != _WHITE):
                self.rules.append(box)
        elif is_dot(box):
            if color is not None:
                self.dots.append(box)
        else:
            segments = calls.count_segments(item)
            if color is not None:
                self.shapes.append(Shape(*box, color, self._next, segments <= MAX_SEGMENTS))
            elif stroked and segments <= _FRAME_SEGMENTS:
                self.rules += edges(box)


def _path_paint(item: int) -> tuple[int | None, bool]:
    """0xRRGGBB of a path that is filled opaquely, and whether its outline is drawn."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not calls.draw_mode(item, fill, stroke):
        return None, False
    stroked = bool(stroke.value)
    if not fill.value:
        return None, stroked
    red, green, blue, alpha = ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint()
    if not calls.fill(item, red, green, blue, alpha) or alpha.value < 200 or calls.has_transparency(item):
        return None, stroked
    return red.value << 16 | green.value << 8 | blue.value, stroked


def _box_of(item: int, matrix: _Matrix, space: PageSpace) -> Box | None:
    left, bottom, right, top = ctypes.c_float(), ctypes.c_float(), ctypes.c_float(), ctypes.c_float()
    if not calls.object_bounds(item, left, bottom, right, top):
        return None
    corners = [_apply(matrix, x, y) for x in (left.value, right.value) for y in (bottom.value, top.value)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return space.box(min(xs), min(ys), max(xs), max(ys))


def _matrix_of(item: int) -> _Matrix:
    matrix = pdfium.FS_MATRIX()
    if not calls.object_matrix(item, ctypes.byref(matrix)):
        return _IDENTITY
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _compose(inner: _Matrix, outer: _Matrix) -> _Matrix:
    a, b, c, d, e, f = inner
    x, y = _apply(outer, e, f)
    return (
        a * outer[0] + b * outer[2],
        a * outer[1] + b * outer[3],
        c * outer[0] + d * outer[2],
        c * outer[1] + d * outer[3],
        x,
        y,
    )


def _placed(matrix: _Matrix, space: PageSpace, x: float, y: float) -> tuple[float, float]:
    return space.point(*_apply(matrix, x, y))


def _apply(matrix: _Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def is_see_through(document: Any, page: Any, image: int) -> bool:
    """Whether a picture has a mask that lets much of what is under it through: a watermark, a scanned stamp."""
    item = ctypes.cast(image, pdfium.FPDF_PAGEOBJECT)
    bitmap = pdfium.FPDFImageObj_GetRenderedBitmap(document, page, item)
    if not bitmap:
        return True
    try:
        if pdfium.FPDFBitmap_GetFormat(bitmap) != pdfium.FPDFBitmap_BGRA:
            return False
        size = pdfium.FPDFBitmap_GetStride(bitmap) * pdfium.FPDFBitmap_GetHeight(bitmap)
        alpha = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), size)[3::4]
        clear = len(alpha.translate(None, _OPAQUE))
        return clear > _CLEAR_SHARE * len(alpha)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


def is_over(shape: Shape, run: Run) -> bool:
    beside = shape.x1 < run.x0 or run.x1 < shape.x0 or shape.y1 < run.y0 or run.y1 < shape.y0
    return run.order < shape.order and not beside
