"""Which format bytes are in: by their content, then by the name's ending."""

from __future__ import annotations

import re
from typing import Literal

from careercraft.errors import InputError

Kind = Literal[
    "pdf", "docx", "odt", "rtf", "text", "markdown", "html", "mhtml", "json_resume", "linkedin", "image"
]
_PICTURES = (
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"BM", "BMP"),
)
_ODT = b"application/vnd.oasis.opendocument.text"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    rb"<(?:!doctype html|html|head|body|main|article|div|section|p|h[1-6]|ul|table)[\s>]", re.I
)
_HTML_START = re.compile(rb"\s*<(?:!doctype html|html|head|body|\?xml|!--)", re.I)
_ENDINGS: dict[str, Kind] = {
    ".md": "markdown", ".markdown": "markdown", ".mdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".mht": "mhtml", ".mhtml": "mhtml",
    ".json": "json_resume",
}  # fmt: skip
_MHTML_START = re.compile(
    rb"(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){1,20}?Content-Type:\s*multipart/related", re.I
)
_OCR_HINT = "have it read by tesseract with --ocr, or run OCRmyPDF on it to add a text layer (ocrmypdf in.pdf out.pdf)"
_PICTURE_HINT = (
    "have it read by tesseract with --ocr, or make a PDF with text of it "
    "(ocrmypdf --image-dpi 300 picture.png out.pdf)"
)
_WORD_HINT = "open it in a word processor and save it as .docx or PDF"


def sniff(data: bytes, name: str) -> Kind:
    """Raises `InputError` for formats that are recognised and not read, and for binary files."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return _sniff_zip(data, name)
    return _sniff_known(data, name) or _sniff_text(data, name)


def _sniff_zip(data: bytes, name: str) -> Kind:
    """By the names of the parts, which stand uncompressed in the archive."""
    if _ODT in data[:200] or name.lower().endswith(".odt"):
        return "odt"
    if b"word/" in data or name.lower().endswith(".docx"):
        return "docx"
    if b"Profile.csv" in data or b"Positions.csv" in data:
        return "linkedin"
    if b"application/vnd.oasis.opendocument" in data[:200]:
        raise InputError(f"{name} is an OpenDocument file, but no text document (.odt)", _WORD_HINT)
    raise InputError(f"{name} is a ZIP archive, not a document", "unpack it and give the document inside")


def _sniff_known(data: bytes, name: str) -> Kind | None:
    """Formats that their first bytes tell. Raises `InputError` for those that aren't read."""
    if data.startswith(_OLE):
        raise InputError(f"{name} is in the old binary Office format (.doc)", _WORD_HINT)
    if data[:64].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf"):
        return "rtf"
    if data[4:12] in (b"ftypheic", b"ftypheif", b"ftypheix", b"ftypmif1", b"ftypavif"):
        raise InputError(f"{name} is a picture (HEIC), not text", "save it as JPEG or PNG, " + _PICTURE_HINT)
    if _picture(data):
        return "image"
    _refuse_wrong_ending(name)
    return None


def _picture(data: bytes) -> str:
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WebP"
    known = next((kind for magic, kind in _PICTURES if data.startswith(magic)), "")
    return known if known != "BMP" or b"\0" in data[:32] else ""


def picture_error(data: bytes, name: str) -> InputError:
    """For a picture that isn't to be read by OCR."""
    return InputError(f"{name} is a picture ({_picture(data)}), not text", _PICTURE_HINT)


def _refuse_wrong_ending(name: str) -> None:
    lowered = name.lower()
    if lowered.endswith((".docx", ".odt")):
        kind = "a Word" if lowered.endswith(".docx") else "an OpenDocument"
        raise InputError(f"{name} is not {kind} document: it is no ZIP archive", _WORD_HINT)
    if lowered.endswith(".rtf"):
        raise InputError(f"{name} is not an RTF file: it doesn't begin with {{\\rtf", _WORD_HINT)
    if lowered.endswith(".pdf"):
        raise InputError(
            f"{name} is not a PDF: its header is missing", "export it as PDF again, or download it again"
        )


def _sniff_text(data: bytes, name: str) -> Kind:
    head = data[:4096].replace(b"\0", b"")  # UTF-16 reads like ASCII without its NULs
    ending = next((kind for end, kind in _ENDINGS.items() if name.lower().endswith(end)), None)
    if ending:
        return ending
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{") and not name.lower().endswith(
        (".txt", ".text")
    ):
        return "json_resume"
    if _MHTML_START.match(head):
        return "mhtml"
    return "html" if _looks_like_html(head) else "text"


def _looks_like_html(head: bytes) -> bool:
    return bool(_HTML_START.match(head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe"))) or (
        head.lstrip().startswith(b"<") and len(_HTML.findall(head)) >= 3
    )


def scanned_error(name: str) -> InputError:
    return InputError(f"{name} has no text layer: it is a scan or a picture", _OCR_HINT)
