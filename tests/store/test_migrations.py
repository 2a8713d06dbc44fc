"""Every schema that was ever released opens with today's program, and a newer one is refused."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from careercraft.errors import StorageError
from careercraft.model.analysis import Analysis
from careercraft.store import migrations, open_history

RELEASED = {
    1: "7d2f2a48",
    2: "3934f6bc",
    3: "426b3ee9",
}
"""Migration -> the beginning of the sha256 of its statements. A released one is never edited: add to this list."""


def digest(number: int) -> str:
    return hashlib.sha256("\0".join(migrations.MIGRATIONS[number - 1]).encode()).hexdigest()[:8]


def old_database(path: Path, version: int) -> None:
    """A file as the program left it that knew `version` migrations."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        for migration in migrations.MIGRATIONS[:version]:
            for statement in migration:
                database.execute(statement)
        database.execute(f"pragma user_version = {version}")


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        return int(database.execute("pragma user_version").fetchone()[0])


def test_released_migrations_are_never_edited() -> None:
    assert {number: digest(number) for number in RELEASED} == RELEASED
    assert len(migrations.MIGRATIONS) == len(RELEASED), "add the new migration's digest to RELEASED"


@pytest.mark.parametrize("version", range(len(migrations.MIGRATIONS) + 1))
def test_from_every_schema(tmp_path: Path, analysis: Analysis, version: int) -> None:
    path = tmp_path / "h.db"
    old_database(path, version)
    with open_history(path) as history:
        history.add(analysis)
        assert history.get("latest")[1] == analysis
    assert version_of(path) == len(migrations.MIGRATIONS)


def test_rows_of_the_oldest_schema_stay(tmp_path: Path, analysis: Analysis) -> None:
    path = tmp_path / "h.db"
    old_database(path, 1)
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute(
            "insert into analyses (id, created, label, readiness, confidence, resume_name, resume_hash, job_name,"
            " job_title, job_hash, engine_version, report) values ('abcd1234', '2026-01-02T03:04:05Z', 'FIT', 71.5,"
            " 80.0, 'cv.pdf', 'r', 'job.txt', null, 'j', '0.0.1', ?)",
            [msgspec.json.encode(analysis).decode()],
        )
    with open_history(path) as history:
        (run,) = history.runs()
        assert (run.run, run.id, run.readiness, run.job_title) == (1, "abcd1234", 71.5, None)
        assert history.get("abcd") == (1, analysis)


def test_migrations_run_in_order_and_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With two more, an old file gets both and keeps them; each file gets each one once."""
    path = tmp_path / "h.db"
    open_history(path).close()
    added = (("alter table analyses add column note text",), ("create index notes on analyses (note)",))
    monkeypatch.setattr("careercraft.store.database.MIGRATIONS", (*migrations.MIGRATIONS, *added))
    for _ in range(2):
        open_history(path).close()
    assert version_of(path) == len(migrations.MIGRATIONS) + 2


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "h.db"
    open_history(path).close()
    broken = (("alter table analyses add column note text", "create nonsense"),)
    monkeypatch.setattr("careercraft.store.database.MIGRATIONS", (*migrations.MIGRATIONS, *broken))
    with pytest.raises(StorageError):
        open_history(path)
    assert version_of(path) == len(migrations.MIGRATIONS)
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        assert "note" not in [row[1] for row in database.execute("pragma table_info(analyses)")]


def test_a_newer_schema_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "h.db"
    open_history(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute(f"pragma user_version = {len(migrations.MIGRATIONS) + 1}")
    with pytest.raises(StorageError, match="newer careercraft") as caught:
        open_history(path)
    assert "update careercraft" in caught.value.hint


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "recipes.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("create table recipes (name text)")
    before = path.read_bytes()
    with pytest.raises(StorageError, match="another program"):
        open_history(path)
    assert path.read_bytes() == before
