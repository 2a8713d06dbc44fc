"""Small pictures made larger for OCR: screenshots have half the dots that tesseract reads well.

The picture's own compressed data goes into a PDF of one page, which pdfium paints; no picture library is needed.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from careercraft.read.pdf.errors import CorruptPdfError
from careercraft.read.pdf.pdfium_render import page_image

_PNG = b"\x89PNG\r\n\x1a\n"
_DROP_LAST = b"<</FunctionType 4/Domain[%s]/Range[%s]/Length 7>>stream\n{ pop }\nendstream"
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Of a PNG by its color type; 4 and 6 have one for transparency, which is dropped."""
_JPEG_SPACES = {1: b"/DeviceGray", 3: b"/DeviceRGB"}


class _Picture(NamedTuple):
    width: int
    height: int
    entries: bytes
    """Of the image's dictionary."""
    data: bytes
    function: bytes = b"null"


def enlarged(picture: bytes, factor: float) -> bytes | None:
    """The picture as PGM, larger by `factor`; None for what is no plain JPEG or PNG."""
    try:
        found = _png(picture) if picture.startswith(_PNG) else _jpeg(picture)
    except (struct.error, IndexError, ValueError):
        return None
    if found is None:
        return None
    try:
        return page_image(_pdf(found), 1, 72 * factor)[1]
    except CorruptPdfError:
        return None


def _png(data: bytes) -> _Picture | None:
    """Its compressed rows are what PDF calls Flate with a PNG predictor."""
    chunks = list(_chunks(data))
    width, height, depth, kind, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
    if interlaced or kind not in _CHANNELS:
        return None
    palette = b"".join(content for name, content in chunks if name == b"PLTE")
    channels = _CHANNELS[kind]
    space, function = _space(kind, palette)
    entries = (
        b"/ColorSpace %s/BitsPerComponent %d/Filter/FlateDecode/DecodeParms"
        b"<</Predictor 15/Colors %d/BitsPerComponent %d/Columns %d>>" % (space, depth, channels, depth, width)
    )
    rows = b"".join(content for name, content in chunks if name == b"IDAT")
    return _Picture(width, height, entries, rows, function)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_PNG)
    while at + 8 <= len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += 12 + length


def _space(kind: int, palette: bytes) -> tuple[bytes, bytes]:
    """The color space, and the function that drops a channel where it needs one."""
    if kind == 3:
        return b"[/Indexed/DeviceRGB %d<%s>]" % (len(palette) // 3 - 1, palette.hex().encode()), b"null"
    if kind == 4:
        return b"[/DeviceN[/G/A]/DeviceGray 5 0 R]", _DROP_LAST % (b"0 1 " * 2, b"0 1")
    if kind == 6:
        return b"[/DeviceN[/R/G/B/A]/DeviceRGB 5 0 R]", _DROP_LAST % (b"0 1 " * 4, b"0 1 " * 3)
    return (b"/DeviceRGB" if kind == 2 else b"/DeviceGray"), b"null"


def _jpeg(data: bytes) -> _Picture | None:
    frame = jpeg_frame(data)
    if frame is None or frame[2] not in _JPEG_SPACES:
        return None
    width, height, channels = frame
    entries = b"/ColorSpace %s/BitsPerComponent 8/Filter/DCTDecode" % _JPEG_SPACES[channels]
    return _Picture(width, height, entries, data)


def jpeg_frame(data: bytes) -> tuple[int, int, int] | None:
    """Width, height and channels from the first start-of-frame segment."""
    at = 2 if data.startswith(b"\xff\xd8") else len(data)
    while at + 9 < len(data):
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width, channels = struct.unpack(">HHB", data[at + 5 : at + 10])
            return width, height, channels
        at += 1 if data[at] != 0xFF or marker == 0xFF else 2 + length
    return None


def _pdf(picture: _Picture) -> bytes:
    """One page of a point a pixel."""
    paint = b"%d 0 0 %d 0 0 cm /I Do" % picture[:2]
    image = b"<</Type/XObject/Subtype/Image/Width %d/Height %d/Interpolate true%s/Length %d>>stream\n%s\nendstream"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents 4 0 R/Resources<</XObject<</I 6 0 R>>>>>>"
        % picture[:2],
        b"<</Length %d>>stream\n%s\nendstream" % (len(paint), paint),
        picture.function,
        image % (picture.width, picture.height, picture.entries, len(picture.data), picture.data),
    )
    body, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(b"%010d 00000 n \n" % len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    count = len(objects) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, b"".join(places))
    return body + table + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (count, len(body))
