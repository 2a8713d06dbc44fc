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
from careercraft.read.sniff import Kind, sniff

Engine = Literal["pdfium", "pdfminer"]
_DEFAULT = Limits()
_WEB_ADDRESS = re.compile(r"(?:https?:/{1,2}|www\.)", re.I)  # a Path folds the two slashes into one


def read_path(path: str | Path, limits: Limits = _DEFAULT, *, engine: Engine = "pdfium") -> Document:
    """Read one file. Raises `InputError` for whatever can't be read."""
    if _WEB_ADDRESS.match(str(path)):
        raise InputError(
            f"{_short_address(str(path))} is a web address, not a file",
            "save the page in the browser (Ctrl+S) and give the file; careercraft opens no connection",
        )
    path = Path(path)
    # No report can hold bytes that are no UTF-8.
    name = path.name.encode("utf-8", "backslashreplace").decode()
    return read_bytes(_load(path, limits), name, limits, engine=engine)


def _short_address(address: str) -> str:
    return address if len(address) <= 60 else address[:57] + "..."


def _load(path: Path, limits: Limits) -> bytes:
    try:
        if path.is_dir():
            raise InputError(
                f"{path.name or path} is a folder, not a file", "give one document, for example resume.pdf"
            )
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


def read_bytes(data: bytes, name: str, limits: Limits = _DEFAULT, *, engine: Engine = "pdfium") -> Document:
    """Read a document that is already in memory; `name` is for messages and for its ending."""
    limits.check_bytes(len(data), name)
    if not data.strip(b" \t\r\n\0\x0b\x0c"):
        raise InputError(f"{name} is empty", "check that the file was saved with its text and try again")
    source = Source(name=name, hash=hashlib.sha256(data).hexdigest(), limits=limits)
    return _read(sniff(data, name), data, source, engine)


def read_text(text: str, name: str, format: Kind = "text", limits: Limits = _DEFAULT) -> Document:
    """Read a string: pasted text, or the content of a text format."""
    data = text.encode("utf-8", errors="replace")
    limits.check_bytes(len(data), name)
    source = Source(name=name, hash=hashlib.sha256(data).hexdigest(), limits=limits)
    return _read_decoded(format, text, source)


def _read(kind: Kind, data: bytes, source: Source, engine: Engine) -> Document:
    if kind == "pdf":
        from careercraft.read.pdf import read_pdf

        return read_pdf(data, source, engine)
    if kind == "docx":
        from careercraft.read.docx import read_docx

        return read_docx(data, source)
    if kind == "html":
        from careercraft.read.html import declared_encoding

        encoding = declared_encoding(data)
        if encoding:
            return _read_decoded(kind, data.decode(encoding, errors="replace"), source)
    from careercraft.read.decode import decode

    return _read_decoded(kind, decode(data, source.name), source)


def _read_decoded(kind: Kind, text: str, source: Source) -> Document:
    """Each format's module is imported when its first document comes."""
    if kind == "html":
        from careercraft.read.html import read_html

        return read_html(text, source)
    if kind == "markdown":
        from careercraft.read.markdown import read_markdown

        return read_markdown(text, source)
    if kind == "json_resume":
        from careercraft.read.json_resume import read_json_resume

        return read_json_resume(text, source)
    if kind in ("pdf", "docx"):
        raise ValueError(f"{kind} is no text format")
    from careercraft.read.text import read_plain

    return read_plain(text, source)
