"""LinkedIn's data export, a folder or ZIP of CSV files, as the JSON Resume that it amounts to."""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from careercraft.errors import InputError
from careercraft.model.document import Document
from careercraft.read.archive import ARCHIVE_DAMAGE
from careercraft.read.assemble import Source
from careercraft.read.decode import decode
from careercraft.read.json_resume import payload_document
from careercraft.read.limits import Limits
from careercraft.read.linkedin_tables import FILES, Record, resume_of

_HINT = "ask LinkedIn for the export again (Settings, Data privacy, Get a copy of your data) and give it as it comes"
_PREAMBLE = 8
"""Rows at the top in which the names of the columns are looked for, under LinkedIn's notes."""


def read_linkedin_folder(folder: Path, name: str, limits: Limits) -> Document:
    """Raises `InputError` for files that can't be read, and for an export without a profile in it."""
    paths = {path.name.lower(): path for path in sorted(folder.iterdir()) if path.name.lower() in FILES}
    try:
        limits.check_bytes(sum(path.stat().st_size for path in paths.values()), name)
        files = {key: path.read_bytes() for key, path in paths.items()}
    except OSError as error:
        raise InputError(f"{name} can't be read: {error.strerror or error}", _HINT) from None
    return _document(files, Source(name=name, hash=_hash(files), limits=limits))


def read_linkedin_archive(data: bytes, source: Source) -> Document:
    """Raises `InputError` for a broken archive, and for one without a profile in it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            items = {
                key: item
                for item in archive.infolist()
                if (key := PurePosixPath(item.filename).name.lower()) in FILES
            }
            source.limits.check_bytes(sum(item.file_size for item in items.values()), source.name)
            files = {key: _unpacked(archive, item) for key, item in items.items()}
    except ARCHIVE_DAMAGE:
        raise InputError(f"{source.name} is damaged: its archive is broken", _HINT) from None
    return _document(files, source)


def _unpacked(archive: zipfile.ZipFile, item: zipfile.ZipInfo) -> bytes:
    """No more than the archive states."""
    with archive.open(item) as file:
        return file.read(item.file_size + 1)


def _hash(files: Mapping[str, bytes]) -> str:
    """Over the files that are read, by name; other files in the folder change nothing."""
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(f"{name}\n{len(files[name])}\n".encode() + files[name])
    return digest.hexdigest()


def _document(files: Mapping[str, bytes], source: Source) -> Document:
    records = {
        name: _records(data, FILES[name], f"{source.name}/{name}") for name, data in files.items() if data
    }
    payload = resume_of(records)
    if not payload:
        raise InputError(f"{source.name} is a LinkedIn export without a profile in it", _HINT)
    return payload_document(payload, source, "linkedin")


_LONGEST_CELL = 100_000


def _records(data: bytes, columns: frozenset[str], name: str) -> list[Record]:
    """The rows of one file by the lower-case names of their columns; empty values are left out."""
    try:
        rows = list(csv.reader(io.StringIO(decode(data, name), newline="")))
    except csv.Error as error:
        raise InputError(f"{name} is not valid CSV ({error})", _HINT) from None
    # The csv module's own limit is one for the whole process, and others raise it.
    if any(len(cell) > _LONGEST_CELL for row in rows for cell in row):
        raise InputError(f"{name} is not valid CSV (a cell of over {_LONGEST_CELL:,} characters)", _HINT)
    start = next((at for at, row in enumerate(rows[:_PREAMBLE]) if columns & set(_names(row))), None)
    if start is None:
        return []
    header = _names(rows[start])
    records = (dict(zip(header, map(str.strip, row), strict=False)) for row in rows[start + 1 :])
    return [found for record in records if (found := {key: value for key, value in record.items() if value})]


def _names(row: Iterable[str]) -> list[str]:
    return [" ".join(cell.lower().split()) for cell in row]
