"""The ZIP of XML parts that DOCX and ODT are: opened with care for damage and for bombs."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import lxml.etree

from careercraft.errors import InputError
from careercraft.read.archive import ARCHIVE_DAMAGE

_MAX_UNPACKED = 60_000_000
_MAX_RATIO = 150
"""Plain XML packs to about a tenth, tables of repeated cells to a fiftieth; a bomb to a thousandth."""
_RATIO_FROM = 2_000_000
_DAMAGE = (*ARCHIVE_DAMAGE, lxml.etree.LxmlError, KeyError, OverflowError)


class MissingPartError(ValueError):
    """An archive without what every document of its format holds."""


class Package:
    """The XML parts by name."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.names = frozenset(archive.namelist())

    def data(self, name: str) -> bytes | None:
        """The part's bytes, no more than the archive states; None when the package has no such part."""
        if name not in self.names:
            return None
        size = self._archive.getinfo(name).file_size
        with self._archive.open(name) as file:
            return file.read(size + 1)

    def xml(self, name: str) -> Any:
        """The part's root element; None when the package has no such part."""
        data = self.data(name)
        if data is None:
            return None
        parser = lxml.etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        return lxml.etree.fromstring(data, parser)


@contextmanager
def open_package(data: bytes, name: str, kind: str, ending: str) -> Iterator[Package]:
    """Whatever breaks in the block is told as damage of the file `name`; `kind` is what it should have been."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_size(archive, name, ending)
            yield Package(archive)
    except _DAMAGE as error:
        # Each damaged archive or part surfaces as another of these, depending on which byte is wrong.
        raise InputError(
            f"{name} is damaged or not {kind}{_reason(error)}",
            f"open it in a word processor and save it again as {ending} or PDF",
        ) from None


def check_size(archive: zipfile.ZipFile, name: str, ending: str) -> None:
    """Before anything is unpacked, by the sizes that the archive states; reading is capped at those."""
    unpacked = sum(item.file_size for item in archive.infolist())
    bomb = any(
        item.file_size > _RATIO_FROM and item.file_size > _MAX_RATIO * max(1, item.compress_size)
        for item in archive.infolist()
    )
    if bomb or unpacked > _MAX_UNPACKED:
        raise InputError(
            f"{name} unpacks to {unpacked // 1_000_000} MB: a zip bomb or no normal document",
            f"open it in a word processor and save the text alone as a new {ending}",
        )


def _reason(error: Exception) -> str:
    """What broke, where the error's kind tells it."""
    if isinstance(error, MissingPartError):
        return f": it has no {error.args[0]}"
    if isinstance(error, zipfile.BadZipFile | zlib.error | EOFError):
        return ": its archive is broken"
    return ": its XML is broken" if isinstance(error, lxml.etree.LxmlError) else ""
