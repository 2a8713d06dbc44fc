"""Bytes to text in any of the encodings people save files in."""

from __future__ import annotations

import codecs

from careercraft.errors import InputError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_TEXT_CONTROLS = frozenset(b"\t\n\r\x0b\x0c\x1b\x1a")
_SAMPLE = 64_000


def decode(data: bytes, name: str) -> str:
    """Raises `InputError` for what is no text."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, errors="replace")
    if b"\0" in data:
        return _decode_with_nulls(data, name)
    _refuse_binary(data, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_single_byte(data, name)


def _decode_with_nulls(data: bytes, name: str) -> str:
    """UTF-16 without a mark shows as NULs in nearly all even or nearly all odd places of western text."""
    sample = data[:_SAMPLE]
    pairs = max(1, len(sample) // 2)
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        low = sample[0::2] if encoding == "utf-16-le" else sample[1::2]
        if high.count(0) > 0.7 * pairs and low.count(0) < 0.02 * pairs:
            return data.decode(encoding, errors="replace")
    raise binary_error(name)


def _refuse_binary(data: bytes, name: str) -> None:
    sample = data[:_SAMPLE]
    controls = sum(sample.count(byte) for byte in range(32) if byte not in _TEXT_CONTROLS)
    if controls > 0.005 * len(sample) + 1:
        raise binary_error(name)


def _decode_single_byte(data: bytes, name: str) -> str:
    """Windows-1252 (whose printable part is Latin-1) unless the bytes speak for another alphabet."""
    if _looks_western(data):
        return data.decode("cp1252", errors="replace").replace("\ufffd", "")
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise binary_error(name)
    return data.decode(best.encoding, errors="replace")


def _looks_western(data: bytes) -> bool:
    """In western text bytes over 0x7F are rare and stand among ASCII; Cyrillic or Greek mostly is over it."""
    high = sum(byte >= 0x80 for byte in data[:_SAMPLE])
    return high < 0.4 * min(len(data), _SAMPLE)


def binary_error(name: str) -> InputError:
    return InputError(
        f"{name} is a binary file, not text",
        "give a PDF, DOCX, HTML, Markdown, plain text or JSON Resume file",
    )
