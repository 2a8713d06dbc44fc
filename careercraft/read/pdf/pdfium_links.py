"""Link annotations of a page, by pdfium."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2_raw as pdfium

from careercraft.read.links import link_target
from careercraft.read.pdf.runs import MAX_LINKS, LinkBox
from careercraft.read.pdf.space import PageSpace

_MAX_ADDRESS = 2048


def links_of(document: Any, page: Any, space: PageSpace) -> Iterator[LinkBox]:
    """Links that lead out of the document, in the file's order."""
    place, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    for _ in range(MAX_LINKS):
        if not pdfium.FPDFLink_Enumerate(page, place, link):
            return
        target = _target(document, link)
        box = pdfium.FS_RECTF()
        if target is not None and pdfium.FPDFLink_GetAnnotRect(link, box):
            yield LinkBox(*space.box(box.left, box.bottom, box.right, box.top), target)


def _target(document: Any, link: Any) -> str | None:
    action = pdfium.FPDFLink_GetAction(link)
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return None
    buffer = ctypes.create_string_buffer(_MAX_ADDRESS)
    size = pdfium.FPDFAction_GetURIPath(document, action, buffer, _MAX_ADDRESS)
    return link_target(buffer.value.decode("utf-8", errors="replace")) if size <= _MAX_ADDRESS else None
