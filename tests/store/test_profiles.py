"""Profiles in a real SQLite file: versions, one change at a time, taken back, gone when deleted."""

from __future__ import annotations

import multiprocessing
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from careercraft.errors import StorageError, UsageError
from careercraft.model.profile import Profile
from careercraft.store import load_profile, open_history, open_profiles, profile_names
from careercraft.store.profiles import KEPT
from tests.store.test_corrections import SECRET, content
from tests.store.test_migrations import old_database, version_of

DAY = "2026-11-20T09:00:00Z"


def put(path: Path, text: str, seen: int | None = None, name: str = "default") -> Profile:
    with open_profiles(path) as kept:
        return kept.put(name, text, f"wrote {text}", DAY, seen)


def test_what_goes_in_comes_out_character_for_character(tmp_path: Path) -> None:
    path, text = tmp_path / "h.db", '{ "basics":{"name" : "Zoé \\u00e9 🦊"}}\r\n'
    made = put(path, text)
    assert (made.revision, made.text) == (1, text)
    assert load_profile(path, "default") == made
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_profiles_of_several_people_stand_apart(tmp_path: Path) -> None:
    path = tmp_path / "h.db"
    ana, ben = put(path, "{}", name="ana"), put(path, "[]", name="ben")
    assert profile_names(path) == ["ana", "ben"]
    assert (load_profile(path, "ana"), load_profile(path, "ben")) == (ana, ben)
    with open_profiles(path) as kept:
        kept.delete("ana")
        assert kept.names() == ["ben"]


def test_a_look_makes_no_file(tmp_path: Path) -> None:
    assert profile_names(tmp_path / "h.db") == []
    with pytest.raises(UsageError, match="no profile ana") as caught:
        load_profile(tmp_path / "h.db", "ana")
    assert "init --from resume.pdf --profile-name ana" in caught.value.hint
    assert list(tmp_path.iterdir()) == []


def test_who_is_there_is_told(tmp_path: Path) -> None:
    put(tmp_path / "h.db", "{}", name="ben")
    with pytest.raises(UsageError) as caught:
        load_profile(tmp_path / "h.db", "default")
    assert "there is ben" in caught.value.hint


def test_a_change_that_was_made_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "h.db"
    first = put(path, "1")
    put(path, "2", first.version)
    with pytest.raises(StorageError, match="changed in another window") as caught:
        put(path, "3", first.version)
    assert "profile show" in caught.value.hint
    assert load_profile(path, "default").text == "2"
    with pytest.raises(StorageError):  # a new one, where there is one by now
        put(path, "4")


def test_a_version_that_was_taken_back_is_never_taken_for_another(tmp_path: Path) -> None:
    """Undo and another change give the same revision, but no editor that saw the first writes over the second."""
    path = tmp_path / "h.db"
    first = put(path, "1")
    seen = put(path, "2", first.version)
    with open_profiles(path) as kept:
        kept.undo("default")
    other = put(path, "3", first.version)
    assert other.revision == seen.revision
    with pytest.raises(StorageError):
        put(path, "4", seen.version)
    assert load_profile(path, "default") == other


def test_undo_goes_back_version_by_version(tmp_path: Path) -> None:
    path = tmp_path / "h.db"
    one = put(path, "1")
    two = put(path, "2", one.version)
    with open_profiles(path) as kept:
        assert kept.undo("default") == (two, one)
        with pytest.raises(UsageError, match="no earlier version"):
            kept.undo("default")
        assert kept.get("default") == one


def test_a_change_that_fails_keeps_nothing(tmp_path: Path) -> None:
    path = tmp_path / "h.db"
    first = put(path, "1")

    def fail(text: str) -> tuple[str, str]:
        raise UsageError("no", "no")

    with open_profiles(path) as kept:
        with pytest.raises(UsageError):
            kept.change("default", fail, DAY)
        assert kept.change("default", lambda text: (f"{text}2", "more"), DAY).text == "12"
        assert [one.text for one in kept.versions("default")] == ["12", first.text]


def test_the_last_versions_stay_and_older_ones_are_gone_from_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "h.db"
    last = put(path, SECRET)
    for number in range(KEPT):
        assert SECRET.encode() in content(path)
        last = put(path, str(number), last.version)
    with open_profiles(path) as kept:
        assert len(kept.versions("default")) == KEPT
        assert kept.get("default").revision == KEPT + 1
        with closing(sqlite3.connect(path)) as other:
            other.execute("pragma wal_checkpoint(truncate)")
    assert SECRET.encode() not in content(path)


def test_delete_leaves_no_byte(tmp_path: Path) -> None:
    path = tmp_path / "h.db"
    last = put(path, SECRET)
    put(path, f"{SECRET} 2", last.version)
    with open_profiles(path) as kept:
        assert not kept.delete("nobody")
        assert SECRET.encode() in content(path)
        assert kept.delete("default")
        assert SECRET.encode() not in content(path)
        assert kept.find("default") is None


def test_a_purge_of_the_history_keeps_it(tmp_path: Path) -> None:
    path = tmp_path / "h.db"
    made = put(path, "1")
    with open_history(path) as history:
        history.purge()
    assert load_profile(path, "default") == made


@pytest.mark.parametrize("version", [1, 3])
def test_an_older_database_gets_profiles(tmp_path: Path, version: int) -> None:
    path = tmp_path / "h.db"
    old_database(path, version)
    made = put(path, "1")
    assert version_of(path) > version
    assert load_profile(path, "default") == made


def _append(path: str, word: str, count: int) -> None:
    with open_profiles(path) as kept:
        for _ in range(count):
            kept.change("default", lambda text: (text + word, "more"), DAY)


def test_of_two_processes_that_change_at_once_nothing_is_lost(tmp_path: Path) -> None:
    path, count = tmp_path / "h.db", 40
    put(path, "")
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_append, args=(str(path), word, count)) for word in "ab"]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    text = load_profile(path, "default").text
    assert (text.count("a"), text.count("b")) == (count, count)
    assert load_profile(path, "default").revision == 2 * count + 1
