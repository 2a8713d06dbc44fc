"""Pages of a PDF as pictures, for OCR."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2_raw as pdfium

from careercraft.read.pdf.errors import CorruptPdfError
from careercraft.read.pdf.pdfium_engine import open_handle

_MOST_PIXELS = 40_000_000
_ANNOTATIONS = 1
_GRAY = 1
"""FPDF_ANNOT, FPDFBitmap_Gray."""


def page_image(data: bytes, number: int, dpi: float) -> tuple[float, bytes]:
    """(dpi, PGM file) of the page `number`, from 1; a huge page comes with fewer dots an inch."""
    with open_handle(data) as document:
        page = pdfium.FPDF_LoadPage(document, number - 1)
        if not page:
            raise CorruptPdfError(f"page {number} can't be loaded")
        try:
            return _image(page, dpi)
        finally:
            pdfium.FPDF_ClosePage(page)


def _image(page: Any, dpi: float) -> tuple[float, bytes]:
    wide, high = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    if not (0 < wide < 1e6 and 0 < high < 1e6):
        raise CorruptPdfError("a page has no size")
    dpi = min(dpi, 72 * (_MOST_PIXELS / (wide * high)) ** 0.5)
    width, height = max(1, round(wide * dpi / 72)), max(1, round(high * dpi / 72))
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, _GRAY, None, 0)
    if not bitmap:
        raise CorruptPdfError("a page can't be painted")
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, _ANNOTATIONS)
        return dpi, b"P5 %d %d 255\n" % (width, height) + _pixels(bitmap, width, height)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


def _pixels(bitmap: Any, width: int, height: int) -> bytes:
    """The rows without the bytes that pad each of them."""
    stride = pdfium.FPDFBitmap_GetStride(bitmap)
    buffer = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    if stride == width:
        return buffer
    return b"".join(buffer[row * stride : row * stride + width] for row in range(height))
