"""The file that a batch writes with -o: whole lines only, whatever interrupts it."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

import msgspec

from careercraft.cli.batch_work import Line
from careercraft.cli.console import ExitCode, code_of
from careercraft.errors import InputError, StorageError, UsageError
from careercraft.model.analysis import Engine


class _Error(msgspec.Struct):
    code: str


class _Verdict(msgspec.Struct):
    label: str
    readiness: float


class PastLine(msgspec.Struct):
    """What a line of an earlier run says of its outcome."""

    pair: str | int
    engine: Engine | None = None
    documents: msgspec.Raw = msgspec.Raw(b"")
    error: _Error | None = None
    verdict: _Verdict | None = None

    def outcome(self) -> Line:
        """As `batch_work` gave it, without the data."""
        if self.verdict is not None:
            return Line(b"", ExitCode.DONE, self.verdict.label, self.verdict.readiness)
        return Line(b"", code_of(self.error.code if self.error else ""))


class BatchFile:
    """Opened for its first line, so that a batch that can't begin leaves an older file as it was. A new one is
    private: mode 0600."""

    def __init__(self, path: Path, go_on: bool) -> None:
        """Raises InputError when `go_on` finds other things than batch lines, StorageError when it can't read."""
        self._path = path
        self._file: BinaryIO | None = None
        self._end = 0
        self.past: dict[str | int, PastLine] = {}
        """The lines that stand in the file already, by the pair's name."""
        if go_on and path.exists():
            self._read()

    def __enter__(self) -> BatchFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()

    def check(self, wanted: Collection[str | int], engine: Engine, brief: bool) -> None:
        """Raises UsageError when the lines are not the beginning of this very batch: another day, other settings
        or other pairs. The contents of the documents are not looked at."""
        hint = "give another -o, or leave --continue out to begin anew"
        for line in self.past.values():
            if line.pair not in wanted:
                raise UsageError(f"{self._path} holds the pair {line.pair!r}, which is not asked for", hint)
            if line.engine is not None and line.engine != engine:
                raise UsageError(f"{self._path} was written with another day, version or settings", hint)
            if line.verdict is not None and bool(bytes(line.documents)) == brief:
                raise UsageError(f"{self._path} was written {'without' if brief else 'with'} --brief", hint)

    def write(self, line: bytes) -> None:
        """The whole line or nothing. Raises StorageError."""
        try:
            if self._file is None:
                handle = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
                self._file = os.fdopen(handle, "r+b", buffering=0)
                self._cut()
            rest = memoryview(line)
            while rest:
                rest = rest[self._file.write(rest) :]
            self._end += len(line)
        except OSError as error:
            self._cut()
            raise self._failed("written", error) from error

    def _read(self) -> None:
        """A last line without its end is cut off when writing begins, and work for it is done again."""
        try:
            data = self._path.read_bytes()
        except OSError as error:
            raise self._failed("read", error) from error
        self._end = data.rfind(b"\n") + 1
        try:
            lines = [line for line in data[: self._end].split(b"\n") if line.strip()]
            past = [msgspec.json.decode(line, type=PastLine) for line in lines]
            self.past = {line.pair: line for line in past}
        except msgspec.MsgspecError as error:
            raise InputError(
                "the output to go on with holds other things than batch lines", "give another -o"
            ) from error

    def _cut(self) -> None:
        if self._file is not None and self._file.seekable():
            self._file.seek(self._end)
            if self._path.is_file():
                self._file.truncate()

    def _failed(self, what: str, error: OSError) -> StorageError:
        return StorageError(
            f"{self._path} can't be {what}: {error.strerror}", "check the folder and the free space"
        )
