"""Runs in a real SQLite file: kept whole, private, by several writers, through kills, and gone when purged."""

from __future__ import annotations

import os
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from careercraft.errors import StorageError, UsageError
from careercraft.model.analysis import Analysis
from careercraft.store import open_history
from tests.conftest import cli_environment
from tests.render.sample import all_samples
from tests.store.conftest import with_id

WRITER = """
import sys
from careercraft.store import open_history
from tests.render.sample import all_samples
from tests.store.conftest import with_id

path, name, count = sys.argv[1:]
analysis = next(iter(all_samples().values()))
print("ready", flush=True)
number = 0
while number < int(count) or count == "0":
    number += 1
    with open_history(path) as history:
        history.add(with_id(analysis, f"{name}-{number}"))
    print(number, flush=True)
"""


def writer(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    """A process that opens the history anew for each of `count` runs (0: until it is killed)."""
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), name, str(count)],
        env=cli_environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def ids(path: Path) -> set[str]:
    with open_history(path) as history:
        return {run.id for run in history.runs()}


def test_what_goes_in_comes_out(tmp_path: Path) -> None:
    whole = [sample for sample in all_samples().values() if sample.job is not msgspec.UNSET]
    assert whole
    for number, analysis in enumerate(whole, 1):
        with open_history(tmp_path / "h.db") as history:
            assert history.add(analysis) == number
            assert history.get(str(number)) == (number, analysis)
            assert history.get("latest") == (number, analysis)


def test_it_is_in_wal_mode_and_private(tmp_path: Path, analysis: Analysis) -> None:
    """The side files too, and whatever the umask says."""
    path = tmp_path / "new" / "h.db"
    before = os.umask(0)
    try:
        with open_history(path) as history:
            history.add(analysis)
            with closing(sqlite3.connect(path, isolation_level=None)) as other:
                assert other.execute("pragma journal_mode").fetchone() == ("wal",)
            files = sorted(path.parent.iterdir())
            modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in files}
    finally:
        os.umask(before)
    assert modes == {"h.db": 0o600, "h.db-shm": 0o600, "h.db-wal": 0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_an_open_file_is_closed_to_others(tmp_path: Path, analysis: Analysis) -> None:
    path = tmp_path / "h.db"
    path.touch(0o644)
    with open_history(path) as history:
        history.add(analysis)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_two_processes_at_once_lose_nothing(tmp_path: Path) -> None:
    """Both make the file, both migrate it, both write."""
    path = tmp_path / "h.db"
    writers = [writer(path, name, 50) for name in ("a", "b")]
    for process in writers:
        _, stderr = process.communicate(timeout=100)
        assert (process.returncode, stderr) == (0, "")
    assert ids(path) == {f"{name}-{number}" for name in "ab" for number in range(1, 51)}
    with open_history(path) as history:
        assert sorted(run.run for run in history.runs()) == list(range(1, 101))


def test_threads_of_one_process_lose_nothing(tmp_path: Path, analysis: Analysis) -> None:
    path = tmp_path / "h.db"

    def write(name: str) -> None:
        for number in range(10):
            with open_history(path) as history:
                history.add(with_id(analysis, f"{name}-{number}"))

    threads = [threading.Thread(target=write, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(ids(path)) == 40


def test_a_killed_writer_leaves_a_readable_file(tmp_path: Path, analysis: Analysis) -> None:
    """Killed at three moments; every run it reported is there, whole, and the next writer goes on."""
    path = tmp_path / "h.db"
    for round_, pause in enumerate((0.0, 0.013, 0.03)):
        process = writer(path, f"round{round_}", 0)
        assert process.stdout is not None
        reported = [process.stdout.readline().strip() for _ in range(4)]
        time.sleep(pause)
        process.send_signal(signal.SIGKILL)
        rest = process.communicate(timeout=30)[0].split()
        told = [number for number in [*reported, *rest] if number.isdigit()]
        assert {f"round{round_}-{number}" for number in told} <= ids(path)
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            assert database.execute("pragma integrity_check").fetchone() == ("ok",)
        with open_history(path) as history:
            for run in history.runs():
                assert history.get(str(run.run))[1].scores == analysis.scores
    with open_history(path) as history:
        history.add(analysis)


LOCKED = """
import fcntl, sys

with open(sys.argv[1], "rb+") as file:
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000002)
    except BlockingIOError:
        print("locked")
    else:
        print("free")
"""
"""SQLite's shared lock, which every open connection in WAL mode holds (SHARED_FIRST in its os.h)."""


def test_a_second_connection_takes_no_lock_from_the_first(tmp_path: Path, analysis: Analysis) -> None:
    """Locks belong to the process: whoever opens and closes the file by hand drops them, and two writers spoil it."""
    path = tmp_path / "h.db"

    def state() -> str:
        command = [sys.executable, "-c", LOCKED, str(path)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    with open_history(path) as first:
        first.add(analysis)
        assert state() == "locked"
        with open_history(path) as second:
            second.add(analysis)
        assert state() == "locked"
        path.read_bytes()  # opens and closes: so the check can fail
        assert state() == "free"


def test_a_failed_write_leaves_nothing(tmp_path: Path, analysis: Analysis) -> None:
    path = tmp_path / "h.db"
    with open_history(path) as history:
        history.add(with_id(analysis, "first"))
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute(
                "create trigger refuse before insert on analyses begin select raise(abort, 'disk is full'); end"
            )
        with pytest.raises(StorageError, match="disk is full") as caught:
            history.add(with_id(analysis, "second"))
        assert caught.value.hint
        assert [run.id for run in history.runs()] == ["first"]


def test_deleted_words_leave_the_disk(tmp_path: Path, analysis: Analysis) -> None:
    """`delete` overwrites a run in place; what other runs hold stays."""
    path = tmp_path / "h.db"
    secret, kept = "Quetzalcoatlus Secretarius", "Pterodactylus Remainder"
    with open_history(path) as history:
        run = history.add(with_id(analysis, secret))
        history.add(with_id(analysis, kept))
    assert secret.encode() in content(path)
    with open_history(path) as history:
        assert history.delete(run)
        assert not history.delete(run)
    assert secret.encode() not in content(path)
    assert kept.encode() in content(path)


def content(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(path.parent.iterdir()) if file.is_file())


def test_purge_leaves_no_byte(tmp_path: Path, analysis: Analysis) -> None:
    path = tmp_path / "h.db"
    secret = "Quetzalcoatlus Secretarius"
    with open_history(path) as history:
        for _ in range(3):
            history.add(with_id(analysis, secret))
        assert secret.encode() in content(path)
    with open_history(path) as history:
        assert history.purge().runs == 3
    assert list(tmp_path.iterdir()) == []
    assert ids(path) == set()


def test_purge_while_another_reads(tmp_path: Path, analysis: Analysis) -> None:
    """A second connection holds the file open; what it can still see holds no run."""
    path = tmp_path / "h.db"
    with open_history(path) as history:
        history.add(analysis)
    reader = sqlite3.connect(path)
    try:
        assert reader.execute("select count(*) from analyses").fetchone() == (1,)
        with open_history(path) as history:
            assert history.purge().runs == 1
        assert not path.exists()
        assert reader.execute("select count(*) from analyses").fetchone() == (0,)
    finally:
        reader.close()


def test_a_brief_analysis_is_refused(tmp_path: Path, analysis: Analysis) -> None:
    brief = msgspec.structs.replace(
        analysis, documents=msgspec.UNSET, resume=msgspec.UNSET, job=msgspec.UNSET
    )
    with open_history(tmp_path / "h.db") as history, pytest.raises(UsageError, match="brief"):
        history.add(brief)


def test_a_run_that_is_no_analysis_any_more(tmp_path: Path, analysis: Analysis) -> None:
    path = tmp_path / "h.db"
    with open_history(path) as history:
        history.add(analysis)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("update analyses set report = '{}'")
    with open_history(path) as history:
        assert len(history.runs()) == 1
        with pytest.raises(StorageError, match="run 1 can't be read"):
            history.get("1")
        assert history.delete(1)


def test_a_locked_database_is_waited_for(tmp_path: Path, analysis: Analysis) -> None:
    path = tmp_path / "h.db"
    with open_history(path) as history:
        history.add(analysis)
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("begin immediate")
    threading.Timer(0.3, lambda: other.execute("commit")).start()
    with open_history(path) as history:
        assert history.add(analysis) == 2
    other.close()


def test_a_file_held_by_another_is_waited_for(tmp_path: Path) -> None:
    """Turning on the write-ahead log is not covered by SQLite's own waiting."""
    path = tmp_path / "h.db"
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("create table x (y)")
    other.execute("drop table x")
    other.execute("begin exclusive")
    release = threading.Timer(0.3, lambda: other.execute("commit"))
    release.start()
    with open_history(path) as history:
        assert history.runs() == []
    release.join()
    other.close()
