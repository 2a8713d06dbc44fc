"""Bytes to text in any of the encodings people save files in."""

from __future__ import annotations

import codecs
import re
import unicodedata

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
_ASCII = frozenset(b"\t\n\r" + bytes(range(0x20, 0x7F)))
_NO_TEXT = frozenset(("Cc", "Cn", "Co", "Cs"))
# Told apart by how many letters beyond ASCII stand where no language has them.
_CODE_PAGES = ("cp1252", "iso8859-15", "mac_roman", "cp1250", "iso8859-2", "cp850")
_DOS_U = b"\x81"
"""The u with dots of DOS, which no other of these code pages has."""
_USUAL = "–—‘’‚“”„•…€£§°·©®™«»¡¿ºª½¼²³×±µ\xa0\xad"
_ODD = re.compile(
    rf"""[^\W\d_][^\x00-\x7f\w’·\xad–—](?=[^\W\d_])   # any mark in a word but an apostrophe or a dash
       | [^\x00-\x7f\w{_USUAL}]                     # a rare mark anywhere
       | [a-zß-öø-ÿ][À-ÖØ-ÞŒŠŽŸŁŚŹŻĄĆĘŃ]            # a capital after a small letter,
       | [A-Z][À-ÖØ-ÞŒŠŽŸŁŚŹŻĄĆĘŃ](?=[a-zß-öø-ÿ])   # or before one, within a word
       | (?<!\w)[ÐÞ¥](?!\w)                         # a letter or sign that never stands alone
    """,
    re.VERBOSE,
)


def decode(data: bytes, name: str) -> str:
    """Raises `InputError` for what is no text."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, errors="replace")
    if b"\x1b$B" in data or b"\x1b$@" in data:
        return data.decode("iso2022_jp", errors="replace")
    if b"\0" in data:
        return _decode_with_nulls(data, name)
    _refuse_binary(data, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_single_byte(data, name)


def _decode_with_nulls(data: bytes, name: str) -> str:
    """UTF-16 without a mark: spaces, line ends and digits have a NUL as their high byte, in all scripts."""
    sample = data[: _SAMPLE - _SAMPLE % 2]
    little = sum(high == 0 and low in _ASCII for low, high in zip(sample[::2], sample[1::2], strict=False))
    big = sum(high == 0 and low in _ASCII for high, low in zip(sample[::2], sample[1::2], strict=False))
    encoding = "utf-16-le" if little >= big else "utf-16-be"
    text = sample.decode(encoding, errors="replace")
    odd = sum(unicodedata.category(letter) in _NO_TEXT and letter not in "\t\n\r\f" for letter in text)
    if max(little, big) < max(4 * min(little, big), 0.02 * len(text)) or odd > 0.005 * len(text):
        raise binary_error(name)
    return data.decode(encoding, errors="replace")


def _refuse_binary(data: bytes, name: str) -> None:
    sample = data[:_SAMPLE]
    controls = sum(sample.count(byte) for byte in range(32) if byte not in _TEXT_CONTROLS)
    if controls > 0.005 * len(sample) + 1:
        raise binary_error(name)


def _decode_single_byte(data: bytes, name: str) -> str:
    """Windows-1252, whose printable part is Latin-1, unless the bytes speak for another code page or alphabet."""
    if _looks_western(data):
        sample = data[:_SAMPLE]
        pages = _CODE_PAGES if _DOS_U in sample else _CODE_PAGES[:-1]
        odd = {page: len(_ODD.findall(sample.decode(page, errors="replace"))) for page in pages}
        best = min(pages, key=lambda page: odd[page])  # the first of equals
        encoding = best if odd[best] <= 0.5 * odd["cp1252"] else "cp1252"
        return data.decode(encoding, errors="replace").replace("\ufffd", "")
    from charset_normalizer import from_bytes

    found = from_bytes(data[:_SAMPLE]).best()
    if found is None:
        raise binary_error(name)
    return data.decode(found.encoding, errors="replace")


def _looks_western(data: bytes) -> bool:
    """In western text bytes over 0x7F are rare and stand among ASCII; Cyrillic or Greek mostly is over it."""
    high = sum(byte >= 0x80 for byte in data[:_SAMPLE])
    return high < 0.4 * min(len(data), _SAMPLE)


def binary_error(name: str) -> InputError:
    return InputError(
        f"{name} is a binary file, not text",
        "give a PDF, DOCX, ODT, RTF, HTML, Markdown, plain text or JSON Resume file",
    )
