"""What a batch is to do: pairs of a resume and a posting, from arguments or from a file."""

from __future__ import annotations

import csv
import glob
import io
import os
import re
import sys
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from careercraft.errors import InputError, UsageError

_ENDINGS = frozenset(
    [".pdf", ".docx", ".odt", ".rtf", ".txt", ".md", ".markdown", ".html", ".htm", ".mht", ".mhtml", ".json"]
)
_PICTURES = frozenset([".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".bmp", ".gif"])
_WEB_ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)
_NAMES = ("pair", "resume", "job", "resume_text", "job_text")


class Side(Struct, frozen=True):
    """A file, or a text given inline."""

    path: str = ""
    text: str = ""


class Pair(Struct, frozen=True):
    name: str | int
    """As the file of pairs gives it, so that its user finds the lines again."""
    resume: Side
    job: Side
    error: str = ""
    """What is wrong with its line in the file of pairs; such a pair fails by itself."""
    hint: str = ""


def from_arguments(resumes: Sequence[str], jobs: Sequence[str], pictures: bool = False) -> list[Pair]:
    """Every resume with every posting, in the order given; folders and globs sorted, each file once.

    With `pictures` (OCR is on) those of a folder are documents too. Raises UsageError when a side is missing,
    InputError when a folder or glob holds nothing to read.
    """
    if not resumes or not jobs:
        raise UsageError(
            "a batch needs resumes and at least one --job, or --pairs",
            "careercraft batch resumes/ --job job.txt",
        )
    left = dict.fromkeys(path for resume in resumes for path in expand(resume, pictures))
    right = dict.fromkeys(path for job in jobs for path in expand(job, pictures))
    return [
        Pair(readable(f"{resume} | {job}"), Side(path=resume), Side(path=job))
        for resume in left
        for job in right
    ]


def readable(text: str) -> str:
    """Bytes of a file name that are no UTF-8 become escapes, as JSON can hold no others."""
    return text.encode("utf-8", "backslashreplace").decode()


def expand(argument: str, pictures: bool = False) -> list[str]:
    """A file as it is (even a missing one: its pair fails by itself), the documents of a folder, or a glob's."""
    path = Path(argument)
    endings = _ENDINGS | _PICTURES if pictures else _ENDINGS
    if path.is_dir():
        found = sorted(_documents(path, endings))
    elif path.exists() or not glob.has_magic(argument):
        return [argument]
    else:
        found = sorted(file for file in glob.glob(argument, recursive=True) if _is_document(Path(file)))
    if not found:
        lack = "holds no document" if path.is_dir() else "matches no file"
        raise InputError(f"{argument} {lack}", f"looked for {', '.join(sorted(endings))}")
    return found


def _documents(path: Path, endings: Collection[str]) -> Iterator[str]:
    """The files of a folder and those under it. The folder of a LinkedIn export is one document as a whole."""
    for place, folders, files in os.walk(path):
        folder = Path(place)
        if _is_export(folder):
            folders.clear()
            yield str(folder)
            continue
        for file in (folder / name for name in files):
            if file.suffix.lower() in endings and file.is_file():
                yield str(file)


def _is_document(path: Path) -> bool:
    return path.is_file() or _is_export(path)


def _is_export(path: Path) -> bool:
    from careercraft.read import is_linkedin_export

    return is_linkedin_export(path)


def from_file(name: str, data: bytes, folder: Path) -> list[Pair]:
    """Pairs of a JSONL or CSV file; relative paths start from `folder`.

    A line with a mistake becomes a pair with an `error`. Raises InputError for a file that holds no pairs at all.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{name} is not UTF-8", "save it as UTF-8") from error
    csv_file = name.lower().endswith(".csv") or (bool(text.strip()) and not text.lstrip().startswith("{"))
    rows = _csv_rows(name, text) if csv_file else _json_rows(text)
    pairs = [_pair(f"{name}, line {line}", line, row, folder) for line, row in rows]
    if not pairs:
        raise InputError(f"{name} holds no pair", "give one JSON object a line, with resume and job")
    return pairs


def _json_rows(text: str) -> Iterator[tuple[int, Any]]:
    """(line number, the value on it; the error where it is no JSON)."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield number, msgspec.json.decode(line)
            except msgspec.DecodeError as error:
                yield number, InputError(f"not valid JSON: {error}", "one JSON object a line")


def _csv_rows(name: str, text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    csv.field_size_limit(sys.maxsize)  # a whole resume may stand in a field
    reader = csv.DictReader(io.StringIO(text, newline=""))
    if not reader.fieldnames or not set(reader.fieldnames) & set(_NAMES):
        raise InputError(f"{name} has no column of {', '.join(_NAMES)}", "the first line names the columns")
    for row in reader:
        yield reader.line_num, {key: value for key, value in row.items() if key and value}


def _pair(where: str, line: int, row: Any, folder: Path) -> Pair:
    label = row.get("pair") if isinstance(row, dict) else None
    name = label if type(label) is int else readable(str(line if label is None else label))
    try:
        if isinstance(row, InputError):
            raise row
        if not isinstance(row, dict):
            raise InputError("not a JSON object", 'as {"pair": "1", "resume": "a.pdf", "job": "b.txt"}')
        return Pair(name, _side(row, "resume", folder), _side(row, "job", folder))
    except InputError as error:
        return Pair(name, Side(), Side(), f"{where}: {error.message}", error.hint)


def _side(row: dict[str, Any], side: str, folder: Path) -> Side:
    path, text = row.get(side), row.get(f"{side}_text")
    if (path is None) == (text is None):
        raise InputError(f"give either {side} or {side}_text", "a path, or the text itself")
    value = text if path is None else path
    if not isinstance(value, str):
        raise InputError(f"{side} must be a string", "a path, or the text itself")
    if path is None:
        return Side(text=value)
    return Side(path=value if _WEB_ADDRESS.match(value) else str(folder / value))
