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
from careercraft.model.correction import Addition, Correction
from careercraft.store import load_corrections, migrations, open_history, open_profiles, open_roadmaps
from tests.plan.histories import small_plan

RELEASED = {
    1: "7d2f2a48",
    2: "3934f6bc",
    3: "426b3ee9",
    4: "6fab219b",
    5: "f678ea7f",
    6: "040c7af2",
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


FILLED = {
    1: "insert into analyses (id, created, label, readiness, confidence, resume_name, resume_hash, job_name, job_title,"
    " job_hash, engine_version, report) values ('abcd1234', '2026-01-02T03:04:05Z', 'FIT', 71.5, 80.0, 'cv.pdf', 'r',"
    " 'job.txt', null, 'j', '0.0.1', :report)",
    2: "insert into corrections values ('hash', 'cv.pdf', '2026-01-03', '{}')",
    3: "insert into additions values ('hash', 'Docker', 'a note', 'cv.pdf', '2026-01-04')",
    4: "insert into profiles (name, revision, created, change, text) values ('default', 1, '2026-01-05', 'made', '{}')",
}
"""Version -> a row of what it brought."""


@pytest.mark.parametrize("version", FILLED)
def test_a_roadmap_comes_into_a_file_of_any_version_and_nothing_goes(
    tmp_path: Path, analysis: Analysis, version: int
) -> None:
    path, plan = tmp_path / "h.db", small_plan()
    old_database(path, version)
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        for number in range(1, version + 1):
            report = {"report": msgspec.json.encode(analysis).decode()} if number == 1 else {}
            database.execute(FILLED[number], report)
    with open_roadmaps(path) as roadmaps:
        assert roadmaps.add(plan) == 1
        roadmaps.note_task(1, "done", plan.tasks[0].id, day="2026-12-03", at="2026-12-03T18:00:00Z")
    with open_roadmaps(path) as roadmaps:
        assert roadmaps.get("latest").progress.tasks[plan.tasks[0].id].status == "done"
    with open_history(path) as history:
        assert history.get("abcd") == (1, analysis)
    kept = Correction(hash="hash", name="cv.pdf", created="2026-01-03", resume="{}")
    added = Addition(text="Docker", note="a note", created="2026-01-04")
    wanted = {2: kept, 3: msgspec.structs.replace(kept, additions=(added,))}
    assert load_corrections(path) == ({"hash": wanted[min(version, 3)]} if version > 1 else {})
    with open_profiles(path) as profiles:
        assert profiles.names() == (["default"] if version > 3 else [])


def test_a_file_of_a_newer_careercraft_takes_no_roadmap(tmp_path: Path) -> None:
    path = tmp_path / "h.db"
    open_roadmaps(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute(f"pragma user_version = {len(migrations.MIGRATIONS) + 1}")
    before = path.read_bytes()
    with pytest.raises(StorageError, match="newer careercraft") as caught:
        open_roadmaps(path)
    assert "update careercraft" in caught.value.hint
    assert path.read_bytes() == before


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
