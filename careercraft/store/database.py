"""One SQLite file: opened private, migrated, written in whole transactions.

SQLite's own module does what every analysis needs; sqlite-utils, whose import alone costs as much as the rest of
a short run, is loaded for the commands that read the history back.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, ClassVar, Self

from careercraft.errors import StorageError
from careercraft.store.migrations import MIGRATIONS

if TYPE_CHECKING:
    from sqlite_utils import Database

_BUSY_SECONDS = 30.0
_RETRY_SECONDS = 0.01


class Store:
    def __init__(self, path: Path, hint: str) -> None:
        """`hint` goes with every error. Raises StorageError when the file can't be opened, made or migrated."""
        self.path, self._hint = path, hint
        with self.errors():
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            _make_private(path)
            self.connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
            try:
                self._check()
                self._write_ahead()
                self.connection.execute("pragma secure_delete = on")
                self._migrate()
            except BaseException:
                self.close()
                raise

    @cached_property
    def database(self) -> Database:
        """The same connection as sqlite-utils sees it."""
        from sqlite_utils import Database

        return Database(self.connection)

    def close(self) -> None:
        self.connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        with self.errors():
            self.connection.execute("begin immediate")
            try:
                yield
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("rollback")
                raise
            self.connection.execute("commit")

    @contextmanager
    def errors(self) -> Iterator[None]:
        """SQLite's and the disk's failures as StorageError."""
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise StorageError(f"the history {self.path} can't be used: {reason}", self._hint) from error

    def overwrite(self) -> None:
        """What was deleted leaves the disk. `secure_delete` sees to the file; the log of the last writes would still
        hold the old pages.

        Raises StorageError when another connection keeps the log in use for longer than is waited.
        """
        with self.errors():
            busy, *_ = self.connection.execute("pragma wal_checkpoint(truncate)").fetchone()
        if busy:
            raise StorageError(
                f"it is deleted, but another program that reads {self.path} keeps the old words on the disk",
                "end the other program, then run this again",
            )

    def tables(self) -> list[str]:
        """Of our own."""
        sql = "select name from sqlite_master where type = 'table' and name not like 'sqlite%' order by name"
        return [str(name) for (name,) in self.connection.execute(sql)]

    def _check(self) -> None:
        """Before the first byte is written: is this file ours to write?"""
        version = self._version()
        if version > len(MIGRATIONS):
            raise StorageError(
                f"{self.path} was written by a newer careercraft",
                "update careercraft, or name another file with the setting history_file",
            )
        tables = self.connection.execute("select count(*) from sqlite_master").fetchone()[0]
        if version == 0 and tables and self._version() == 0:  # else another process made it just now
            raise StorageError(
                f"{self.path} is the database of another program",
                "name another file with the setting history_file",
            )

    def _write_ahead(self) -> None:
        """SQLite doesn't wait for other processes when it changes the journal's mode, so this does."""
        deadline = time.monotonic() + _BUSY_SECONDS
        while True:
            try:
                self.connection.execute("pragma journal_mode = wal")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                    raise
                time.sleep(_RETRY_SECONDS)

    def _migrate(self) -> None:
        if self._version() == len(MIGRATIONS):
            return
        with self.transaction():
            # Read again under the lock: another process may have been first.
            for migration in MIGRATIONS[self._version() :]:
                for statement in migration:
                    self.connection.execute(statement)
            self.connection.execute(f"pragma user_version = {len(MIGRATIONS)}")

    def _version(self) -> int:
        return int(self.connection.execute("pragma user_version").fetchone()[0])


class Kept:
    """One kind of thing kept in a store. Close it, or use it as a context manager."""

    _hint: ClassVar[str] = "--no-history goes on without it; the setting history_file names another"

    def __init__(self, path: Path) -> None:
        """Raises StorageError when the file can't be opened, made or migrated."""
        self._store = Store(path, self._hint)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._store.close()


def _make_private(path: Path) -> None:
    """Mode 0600 from the first byte; SQLite gives its side files the same.

    A file that is there is not opened: closing it again would drop the locks that other connections of this
    process hold on it (POSIX gives locks to processes, not to open files), and so spoil the database.
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        if path.is_file():
            path.chmod(0o600)
