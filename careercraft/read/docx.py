"""Word documents, from their XML in document order.

python-docx isn't used for reading: it leaves out text boxes, insertions and content controls, and takes
45 ms to import. Its own base, lxml, is enough.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import Any

import lxml.etree

from careercraft.errors import InputError
from careercraft.model.document import Document
from careercraft.read.assemble import Source, assemble
from careercraft.read.docx_styles import Styles, qualified
from careercraft.read.docx_walk import BodyWalker

_MAX_UNPACKED = 60_000_000
_MAX_RATIO = 150
"""Plain XML packs to about a tenth, tables of repeated cells to a fiftieth; a bomb to a thousandth."""
_RATIO_FROM = 2_000_000
_RELATIONSHIP = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, lxml.etree.LxmlError, KeyError, EOFError, NotImplementedError,
    RuntimeError, ValueError, OSError, OverflowError,
)  # fmt: skip


class _MissingPartError(ValueError):
    """An archive without what every Word document holds."""


def read_docx(data: bytes, source: Source) -> Document:
    """Raises `InputError` for what is no Word document, is damaged, or would unpack to something huge."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_size(archive, source.name)
            walker = _walk(_Parts(archive))
    except _DAMAGE as error:
        # Each damaged archive or part surfaces as another of these, depending on which byte is wrong.
        raise InputError(
            f"{source.name} is damaged or not a Word document{_reason(error)}",
            "open it in a word processor and save it again as .docx or PDF",
        ) from None
    drafts = walker.finished()
    if not drafts and walker.pictures and not walker.hidden:
        raise InputError(
            f"{source.name} holds only pictures, no text",
            "export it as PDF and run OCRmyPDF on that (ocrmypdf in.pdf out.pdf)",
        )
    return assemble(drafts, source, "docx", hidden=walker.hidden)


def _reason(error: Exception) -> str:
    """What broke, where the error's kind tells it."""
    if isinstance(error, _MissingPartError):
        return f": it has no {error.args[0]}"
    if isinstance(error, zipfile.BadZipFile | zlib.error | EOFError):
        return ": its archive is broken"
    return ": its XML is broken" if isinstance(error, lxml.etree.LxmlError) else ""


def _check_size(archive: zipfile.ZipFile, name: str) -> None:
    """Before anything is unpacked, by the sizes that the archive states; reading is capped at those."""
    unpacked = sum(item.file_size for item in archive.infolist())
    bomb = any(
        item.file_size > _RATIO_FROM and item.file_size > _MAX_RATIO * max(1, item.compress_size)
        for item in archive.infolist()
    )
    if bomb or unpacked > _MAX_UNPACKED:
        raise InputError(
            f"{name} unpacks to {unpacked // 1_000_000} MB: a zip bomb or no normal document",
            "open it in a word processor and save the text alone as a new .docx",
        )


class _Parts:
    """The XML parts of the package by name."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = set(archive.namelist())
        self.main = self._main_name()

    def _main_name(self) -> str:
        if "word/document.xml" in self._names:
            return "word/document.xml"
        found = sorted(
            name for name in self._names if name.startswith("word/document") and name.endswith(".xml")
        )
        if not found:
            raise _MissingPartError("word/document.xml")
        return found[0]

    def xml(self, name: str) -> Any:
        """The part's root element; None when the package has no such part."""
        if name not in self._names:
            return None
        size = self._archive.getinfo(name).file_size
        with self._archive.open(name) as file:
            data = file.read(size + 1)
        parser = lxml.etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        return lxml.etree.fromstring(data, parser)

    def related(self, identifier: str) -> Any:
        """A header or footer by the relationship that the main part names it with."""
        folder, name = posixpath.split(self.main)
        relations = self.xml(f"{folder}/_rels/{name}.rels")
        for relation in relations if relations is not None else ():
            if relation.get("Id") == identifier:
                return self.xml(posixpath.normpath(posixpath.join(folder, relation.get("Target", ""))))
        return None


def _walk(parts: _Parts) -> BodyWalker:
    root = parts.xml(parts.main)
    body = root.find(qualified("body")) if root is not None else None
    if body is None:
        raise _MissingPartError("body")
    walker = BodyWalker(Styles(parts.xml("word/styles.xml"), parts.xml("word/numbering.xml")))
    for part in _attached(body, parts, "headerReference"):
        walker.walk(part)
    walker.walk(body)
    for part in _attached(body, parts, "footerReference"):
        walker.walk(part)
    return walker


def _attached(body: Any, parts: _Parts, kind: str) -> list[Any]:
    """Headers or footers that the sections refer to, each once."""
    identifiers = dict.fromkeys(item.get(_RELATIONSHIP, "") for item in body.iter(qualified(kind)))
    found = (parts.related(identifier) for identifier in identifiers)
    return [part for part in found if part is not None]
