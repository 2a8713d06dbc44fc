"""Tables of others, row by row: what is wrong is named by file, line and column."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from careercraft.errors import ConfigError

_FIELD_LIMIT = 1_000_000
"""Characters; a longer cell is a quote that nobody closed."""
_DELIMITERS = "\t;,"


class Row(NamedTuple):
    """One record."""

    file: Path
    line: int
    """Where it begins, from 1."""
    cells: dict[str, str]

    def get(self, column: str) -> str:
        """Outer blanks are dropped; a column that the file doesn't have is empty."""
        return self.cells.get(column, "").strip()

    def need(self, column: str) -> str:
        """Raises ConfigError when there is nothing."""
        found = self.get(column)
        if not found:
            raise fault(self.file, self.line, f"column {column}: is empty", "fill it in, or drop the row")
        return found


def fault(file: Path, line: int, message: str, hint: str) -> ConfigError:
    return ConfigError(f"{file.name}:{line}: {message}", hint)


def read_lines(file: Path) -> str:
    """The text of a file. Raises ConfigError when it can't be read or isn't UTF-8."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise ConfigError(
            f"{file.name} can't be read: {error.strerror}", "check the path and its rights"
        ) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        raise fault(file, line, f"column {column}: is not UTF-8", "save the file as UTF-8") from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        column = text.index("\0") - text.rfind("\n", 0, text.index("\0"))
        raise fault(file, line, f"column {column}: holds a zero byte", "give the text file, not an archive")
    return text


def read_rows(file: Path, needed: Sequence[str], quoted: bool = True) -> Iterator[Row]:
    """The records of a table with a header; its delimiter is a comma, a semicolon or a tab.

    Raises ConfigError for a column that is missing and a row with too many or too few cells.
    """
    text = read_lines(file)
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    quoting = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
    before = csv.field_size_limit(_FIELD_LIMIT)
    source = io.StringIO(text, newline="")
    try:
        reader = csv.reader(source, delimiter=delimiter, strict=True, quoting=quoting)  # type: ignore[arg-type]
        yield from _records(file, reader, needed)
    finally:
        csv.field_size_limit(before)


def _records(file: Path, reader: object, needed: Sequence[str]) -> Iterator[Row]:
    """Rows may end early, as some of ESCO's do, but not before a column that is needed."""
    header: list[str] = []
    fewest = 0
    for line, cells in _numbered(file, reader):
        if not header:
            header = [cell.strip() for cell in cells]
            _check_header(file, line, header, needed)
            fewest = max((header.index(name) + 1 for name in needed), default=0)
        elif not fewest <= len(cells) <= len(header):
            at = f"column {min(len(cells), len(header)) + 1}"
            told = f"{at}: the row has {len(cells)} cell(s), the header {len(header)}"
            raise fault(file, line, told, "a cell with the delimiter in it needs quotes")
        else:
            yield Row(file, line, dict(zip(header, cells, strict=False)))
    if not header:
        raise fault(file, 1, f"column 1: the file is empty; it needs {', '.join(needed)}", "give a table")


def _check_header(file: Path, line: int, header: list[str], needed: Sequence[str]) -> None:
    missing = [name for name in needed if name not in header]
    if missing:
        raise fault(
            file, line, f"the header has no column {' nor '.join(missing)}", f"it has {', '.join(header)}"
        )
    twice = sorted({name for name in header if name and header.count(name) > 1})
    if twice:
        raise fault(file, line, f"column {twice[0]}: stands twice in the header", "keep one of both")


def _numbered(file: Path, reader: object) -> Iterator[tuple[int, list[str]]]:
    """Records with the line on which they begin; empty ones are left out."""
    line = 1
    records = iter(reader)  # type: ignore[call-overload]
    while True:
        try:
            cells = next(records, None)
        except csv.Error as error:
            raise fault(file, line, f"the row that begins here: {error}", "check its quotes") from error
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield line, cells
        line = reader.line_num + 1  # type: ignore[attr-defined]
