"""The files that are damaged, and what is done with each: read it, parse it as a resume and as a posting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from careercraft.errors import InputError
from careercraft.model.document import Document, Span
from careercraft.parse import parse_job, parse_resume
from careercraft.parse.json_resume_out import to_json_resume
from careercraft.read import Limits, read_bytes
from tests.fuzz.mutate import mutate

_ROOT = Path(__file__).resolve().parents[2]
_FOLDERS = ("examples", "tests/read/fixtures", "tests/fuzz/found")
_KINDS = frozenset(
    {
        ".pdf",
        ".docx",
        ".odt",
        ".rtf",
        ".html",
        ".mhtml",
        ".md",
        ".txt",
        ".json",
        ".csv",
        ".zip",
        ".png",
        ".jpg",
    }
)
_LIMITS = Limits(max_pages=10)
_EACH_PDFMINER = 7
"""Every seventh round the second PDF engine reads, which takes ten times as long."""


@cache
def seeds() -> tuple[Path, ...]:
    """Real files of all formats, in a fixed order; what is locked teaches little."""
    found = (path for folder in _FOLDERS for path in (_ROOT / folder).rglob("*") if path.suffix in _KINDS)
    open_ones = (path for path in found if "encrypted" not in path.name)
    return tuple(sorted(open_ones, key=lambda path: path.relative_to(_ROOT).as_posix()))


def case(number: int, files: Sequence[Path]) -> tuple[bytes, str]:
    """The damaged bytes and the file's name. Some lose their ending: then the content has to tell the format."""
    path = files[number % len(files)]
    name = path.stem if number % 11 == 0 else path.name
    return mutate(path.read_bytes(), f"{path.name}:{number}"), name


def check(number: int, files: Sequence[Path]) -> None:
    """Raises whatever goes wrong; an `InputError` of one line is right."""
    data, name = case(number, files)
    engine = "pdfminer" if number // len(files) % _EACH_PDFMINER == 0 else "pdfium"
    try:
        document = read_bytes(data, name, _LIMITS, engine=engine)  # type: ignore[arg-type]
    except InputError as error:
        if "\n" in error.message or not error.message:
            raise ValueError(f"not one line: {error.message!r}") from error
        return
    resume, job = parse_resume(document), parse_job(document)
    for parsed in (document, resume, job, to_json_resume(resume)):
        msgspec.json.encode(parsed)
        check_spans(parsed, document)


def check_spans(parsed: Any, document: Document) -> None:
    """Each span lies in the text."""
    for span in _spans(parsed):
        if not 0 <= span.start <= span.end <= len(document.text):
            raise ValueError(f"a span outside of the text: {span}, {len(document.text)} characters")


def _spans(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            yield from _spans(getattr(value, field))
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from _spans(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _spans(item)
