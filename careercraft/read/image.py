"""Pictures of a document, read by OCR where the user asks for it."""

from __future__ import annotations

import struct

from careercraft.errors import InputError
from careercraft.model.document import Document
from careercraft.read.assemble import Source
from careercraft.read.enlarge import jpeg_frame
from careercraft.read.ocr import Recognizer, no_text_error
from careercraft.read.pdf.reader import document_of

_MOST_PIXELS = 120_000_000
"""An A4 page at 600 dpi has 35 million; a small file can state far more, and tesseract takes 4 bytes for each."""


def read_image(data: bytes, source: Source, language: str = "") -> Document:
    """Raises `InputError` without tesseract, for a picture it can't read, and for one without text."""
    width, height = pixel_size(data)
    if width * height > _MOST_PIXELS:
        raise InputError(
            f"{source.name} is too large a picture: {width} x {height} pixels",
            "scan it at 300 dpi, or make it smaller",
        )
    recognizer = Recognizer(source.name, language)
    pages = recognizer.read(data)
    source.limits.check_pages(len(pages), source.name)
    if not any(page.runs for page in pages):
        raise no_text_error(source.name)
    return document_of(pages, source, "image", problems=(recognizer.problem(),))


def pixel_size(data: bytes) -> tuple[int, int]:
    """Width and height as the header states them; (0, 0) where it doesn't say."""
    try:
        if data.startswith(b"\x89PNG"):
            return struct.unpack(">II", data[16:24])
        if data.startswith(b"\xff\xd8"):
            return (jpeg_frame(data) or (0, 0))[:2]
        if data.startswith(b"GIF8"):
            return struct.unpack("<HH", data[6:10])
        if data.startswith(b"BM"):
            width, height = struct.unpack("<ii", data[18:26])
            return abs(width), abs(height)
        if data[:4] in (b"II*\0", b"MM\0*"):
            return _tiff_size(data)
        return _webp_size(data) if data[8:12] == b"WEBP" else (0, 0)
    except (struct.error, IndexError):
        return 0, 0


def _tiff_size(data: bytes) -> tuple[int, int]:
    """Tags 256 and 257 of the first page."""
    order = "<" if data.startswith(b"II") else ">"
    (start,) = struct.unpack(order + "I", data[4:8])
    (count,) = struct.unpack(order + "H", data[start : start + 2])
    found = {256: 0, 257: 0}
    for index in range(count):
        entry = data[start + 2 + 12 * index : start + 14 + 12 * index]
        tag, kind = struct.unpack(order + "HH", entry[:4])
        if tag in found:
            (found[tag],) = struct.unpack(
                order + ("H" if kind == 3 else "I"), entry[8 : 10 if kind == 3 else 12]
            )
    return found[256], found[257]


def _webp_size(data: bytes) -> tuple[int, int]:
    kind = data[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if kind == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = struct.unpack("<HH", data[26:30])
    return width & 0x3FFF, height & 0x3FFF
