"""Where a report goes, and in which format."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from careercraft.cli import console
from careercraft.cli.options import ReportFormat

if TYPE_CHECKING:
    from careercraft.model.analysis import Analysis

_Format = TypeVar("_Format", bound=StrEnum)
_BY_ENDING = {
    ".md": ReportFormat.markdown, ".markdown": ReportFormat.markdown, ".html": ReportFormat.html,
    ".htm": ReportFormat.html, ".json": ReportFormat.json, ".txt": ReportFormat.terminal, ".csv": ReportFormat.csv,
}  # fmt: skip


def format_for(format: ReportFormat | None, output: Path | None, several: bool = False) -> ReportFormat:
    """As asked, else by the ending of the file. Raises UsageError for an ending that tells none, and for a table
    where there is one analysis and not `several`."""
    from careercraft.errors import UsageError

    found = chosen(format, output, _BY_ENDING, ReportFormat.terminal)
    if found is ReportFormat.csv and not several:
        raise UsageError("one analysis is no table", "csv is for --compare; use json")
    return found


def chosen(
    format: _Format | None, output: Path | None, endings: Mapping[str, _Format], unasked: _Format
) -> _Format:
    """The format asked, else by the ending of the file, else `unasked`. Raises UsageError for an ending that tells
    none."""
    from careercraft.errors import UsageError

    if format is not None:
        return format
    if output is None:
        return unasked
    found = endings.get(output.suffix.lower())
    if found is None:
        first: dict[_Format, str] = {}
        for ending, name in endings.items():
            first.setdefault(name, ending)
        *others, last = first.values()
        raise UsageError(
            f"the ending of {output.name} tells no format",
            f"use {', '.join(others)} or {last}, or give --format",
        )
    return found


def write_report(analysis: Analysis, format: ReportFormat, output: Path | None, full: bool) -> None:
    """A file gets every list whole."""
    from careercraft.render import render

    if output is not None:
        write_text(render(analysis, format.value, full=True), output)
    else:
        write_text(render(analysis, format.value, full=full, **screen()), None)


def write_text(text: str, output: Path | None) -> None:
    if output is not None:
        console.write_file(output, text.encode("utf-8", "replace"))
    else:
        console.out(text)


def write_lines(rows: Iterable[Any]) -> None:
    """JSON on standard output, a line each."""
    import msgspec

    for row in rows:
        console.out(msgspec.json.encode(row) + b"\n")


def write_json(value: Any) -> None:
    """JSON on standard output, over several lines."""
    import msgspec

    console.out(msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n")


def screen() -> dict[str, Any]:
    """What standard output can show: as `render` takes it."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    return {"width": _width(), "color": console.wants_color(), "encoding": encoding}


def _width() -> int:
    """At least what is readable, at most what lines are good for."""
    import shutil

    return min(100, max(60, shutil.get_terminal_size((80, 24)).columns))
