"""JSON Resume (jsonresume.org, schema 1.0.0): rendered to text in a fixed layout, each value's place kept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from msgspec import Struct, structs

from careercraft.errors import InputError
from careercraft.model.document import Document, Format, Span
from careercraft.read.assemble import Draft, Source, assemble
from careercraft.read.clean import MOST_LINE, clean_line, split_lines, split_long
from careercraft.read.json_layout import Part, resume_rows
from careercraft.read.json_text import load_json

_SECTION_NAMES = """
basics work volunteer education awards certificates publications skills languages interests references
projects
"""
_SECTIONS = frozenset(_SECTION_NAMES.split())
_HINT = "see jsonresume.org/schema for the fields, or give the resume as PDF, DOCX or text"


def read_json_resume(text: str, source: Source) -> Document:
    """Raises `InputError` for broken JSON and for JSON that is no resume."""
    return payload_document(_load(text.lstrip("\ufeff"), source.name), source, "json_resume")


def payload_document(payload: dict[str, Any], source: Source, format: Format) -> Document:
    """The document of a JSON Resume that is already in memory, whatever it was made from."""
    rows = list(_placed(payload))
    document = assemble([row.draft for row in rows], source, format, payload=payload)
    fields: dict[str, Span] = {}
    for row, line in zip(rows, document.lines, strict=True):
        for path, start, end in row.places:
            _note(fields, path, Span(line.span.start + start, line.span.start + end))
    return structs.replace(document, fields=fields)


def _note(fields: dict[str, Span], path: str, span: Span) -> None:
    """A value of several lines spans them all."""
    fields[path] = Span(fields[path].start, span.end) if path in fields else span


def _load(text: str, name: str) -> dict[str, Any]:
    try:
        payload = load_json(text)
    except json.JSONDecodeError as error:
        raise InputError(
            f"{name} is not valid JSON: {error.msg} (line {error.lineno}, column {error.colno})",
            "correct it there, or export it again",
        ) from None
    except RecursionError:
        raise InputError(f"{name} is nested too deeply to be a JSON Resume", _HINT) from None
    _check(payload, name)
    return dict(payload)


def _check(payload: Any, name: str) -> None:
    if not isinstance(payload, dict) or not _SECTIONS & payload.keys():
        raise InputError(
            f"{name} is JSON, but no JSON Resume: it has none of basics, work, education, skills", _HINT
        )
    for key in sorted(_SECTIONS & payload.keys()):
        value = payload[key]
        expected: type = dict if key == "basics" else list
        if value is not None and not isinstance(value, expected):
            kind = "an object" if key == "basics" else "a list"
            raise InputError(f"{name} is no valid JSON Resume: `{key}` must be {kind}", _HINT)


class _Row(Struct):
    draft: Draft
    places: list[tuple[str, int, int]]
    """Path, start and end in the draft's text."""


def _placed(payload: dict[str, Any]) -> Iterator[_Row]:
    """Rows of the layout as drafts. A value with line breaks goes on in rows of its own."""
    for block, row in enumerate(resume_rows(payload)):
        lines = list(_lines_of(row.parts))
        for number, parts in enumerate(lines):
            placed = _place(parts)
            if placed is not None:
                text, places = placed
                first = number == 0
                yield _Row(
                    Draft(
                        text=text,
                        block=block,
                        gap=row.gap and first,
                        bullet=row.bullet and first,
                        heading=row.heading,
                        bold=row.heading > 0,
                    ),
                    places,
                )


def _lines_of(parts: list[Part]) -> Iterator[list[Part]]:
    """A row of very many values, or of one very long value, goes on in further lines."""
    current: list[Part] = []
    for part in parts:
        first, *others = _pieces(part.text) if part.path else [part.text]
        if current and sum(len(one.text) for one in current) + len(first) > MOST_LINE:
            yield current
            current = []
        current.append(Part(first, part.path))
        for other in others:
            yield current
            current = [Part(other, part.path)]
    yield current


def _pieces(text: str) -> list[str]:
    return [piece for line in split_lines(text) for piece in split_long(clean_line(line))]


def _place(parts: list[Part]) -> tuple[str, list[tuple[str, int, int]]] | None:
    """Each value is cleaned by itself, so that its place is exact."""
    text = ""
    places = []
    for part in parts:
        value = clean_line(part.text).strip() if part.path else part.text
        if part.path and value:
            places.append((part.path, len(text), len(text) + len(value)))
        text += value
    return (text, places) if places or (text.strip() and not any(part.path for part in parts)) else None
