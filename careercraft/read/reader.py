"""The way in: a path, bytes or a string to a `Document`."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Literal

from careercraft.errors import InputError
from careercraft.model.document import Document
from careercraft.read.assemble import Source
from careercraft.read.limits import Limits
from careercraft.read.sniff import Kind, picture_error, sniff

Engine = Literal["pdfium", "pdfminer"]
_DEFAULT = Limits()
_BINARY = ("docx", "odt", "rtf", "mhtml", "linkedin")
_WEB_ADDRESS = re.compile(r"(?:https?:/{1,2}|www\.)", re.I)  # a Path folds the two slashes into one


def read_path(
    path: str | Path,
    limits: Limits = _DEFAULT,
    *,
    engine: Engine = "pdfium",
    ocr: bool = False,
    ocr_language: str = "",
) -> Document:
    """Read one file, or the folder of a LinkedIn data export. Raises `InputError` for whatever can't be read.

    With `ocr` tesseract reads pictures and pages without text, in `ocr_language` (`deu`, `deu+eng`; "" finds it out).
    """
    if _WEB_ADDRESS.match(str(path)):
        raise InputError(
            f"{_short_address(str(path))} is a web address, not a file",
            "save the page in the browser (Ctrl+S) and give the file; careercraft opens no connection",
        )
    path = Path(path)
    # No report can hold bytes that are no UTF-8.
    name = path.name.encode("utf-8", "backslashreplace").decode()
    if path.is_dir():
        return _read_folder(path, name, limits)
    data = _load(path, limits)
    return read_bytes(data, name, limits, engine=engine, ocr=ocr, ocr_language=ocr_language)


def is_linkedin_export(path: Path) -> bool:
    """Whether `path` is the folder of a LinkedIn data export, which is one document."""
    from careercraft.read.linkedin_tables import SIGNS

    try:
        return path.is_dir() and any(file.name.lower() in SIGNS for file in path.iterdir())
    except OSError:
        return False


def _read_folder(path: Path, name: str, limits: Limits) -> Document:
    if not is_linkedin_export(path):
        raise InputError(
            f"{name or path} is a folder, not a file",
            "give one document, for example resume.pdf, or the folder of a LinkedIn data export",
        )
    from careercraft.read.linkedin import read_linkedin_folder

    return read_linkedin_folder(path, name, limits)


def _short_address(address: str) -> str:
    return address if len(address) <= 60 else address[:57] + "..."


def _load(path: Path, limits: Limits) -> bytes:
    try:
        limits.check_bytes(path.stat().st_size, path.name)
        with path.open("rb") as file:
            return file.read(limits.max_bytes + 1)  # a pipe or a growing file has no size to ask for first
    except FileNotFoundError:
        raise InputError(f"{path} does not exist", "check the path and the file's name") from None
    except PermissionError:
        raise InputError(
            f"{path.name} can't be opened: permission denied", "change its permissions or copy it"
        ) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError(
            f"{path.name} can't be opened: {reason}", "check the path and the file's name"
        ) from None


def read_bytes(
    data: bytes,
    name: str,
    limits: Limits = _DEFAULT,
    *,
    engine: Engine = "pdfium",
    ocr: bool = False,
    ocr_language: str = "",
) -> Document:
    """Read a document that is already in memory; `name` is for messages and for its ending. `ocr` as in `read_path`."""
    limits.check_bytes(len(data), name)
    if not data.strip(b" \t\r\n\0\x0b\x0c"):
        raise InputError(f"{name} is empty", "check that the file was saved with its text and try again")
    source = Source(name=name, hash=hashlib.sha256(data).hexdigest(), limits=limits)
    return _read(sniff(data, name), data, source, engine, ocr_language if ocr else None)


def read_text(text: str, name: str, format: Kind = "text", limits: Limits = _DEFAULT) -> Document:
    """Read a string: pasted text, or the content of a text format."""
    data = text.encode("utf-8", errors="replace")
    limits.check_bytes(len(data), name)
    source = Source(name=name, hash=hashlib.sha256(data).hexdigest(), limits=limits)
    return _read_decoded(format, text, source)


def _read(kind: Kind, data: bytes, source: Source, engine: Engine, ocr_language: str | None) -> Document:
    """Each format's module is imported when its first document comes."""
    if kind == "pdf":
        from careercraft.read.pdf import read_pdf

        return read_pdf(data, source, engine, ocr_language)
    if kind == "image":
        return _read_picture(data, source, ocr_language)
    if kind in _BINARY:
        return _read_binary(kind, data, source)
    if kind == "html":
        from careercraft.read.html import declared_encoding

        encoding = declared_encoding(data)
        if encoding:
            return _read_decoded(kind, data.decode(encoding, errors="replace"), source)
    from careercraft.read.decode import decode

    return _read_decoded(kind, decode(data, source.name), source)


def _read_picture(data: bytes, source: Source, ocr_language: str | None) -> Document:
    if ocr_language is None:
        raise picture_error(data, source.name)
    from careercraft.read.image import read_image

    return read_image(data, source, ocr_language)


def _read_binary(kind: Kind, data: bytes, source: Source) -> Document:
    if kind == "docx":
        from careercraft.read.docx import read_docx

        return read_docx(data, source)
    if kind == "odt":
        from careercraft.read.odt import read_odt

        return read_odt(data, source)
    if kind == "rtf":
        from careercraft.read.rtf import read_rtf

        return read_rtf(data, source)
    if kind == "mhtml":
        from careercraft.read.mhtml import read_mhtml

        return read_mhtml(data, source)
    from careercraft.read.linkedin import read_linkedin_archive

    return read_linkedin_archive(data, source)


def _read_decoded(kind: Kind, text: str, source: Source) -> Document:
    if kind == "html":
        from careercraft.read.html import read_html

        return read_html(text, source)
    if kind == "markdown":
        from careercraft.read.markdown import read_markdown

        return read_markdown(text, source)
    if kind == "json_resume":
        from careercraft.read.json_resume import read_json_resume

        return read_json_resume(text, source)
    if kind in ("pdf", "image", *_BINARY):
        raise ValueError(f"{kind} is no text format")
    from careercraft.read.text import read_plain

    return read_plain(text, source)
