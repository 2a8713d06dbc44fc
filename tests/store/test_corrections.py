"""Corrections in a real SQLite file: one a resume file, private, gone when forgotten or purged."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from careercraft.errors import StorageError
from careercraft.model.analysis import Analysis
from careercraft.model.correction import Addition, Correction
from careercraft.store import load_corrections, open_corrections, open_history

SECRET = "Perpetua Quillfeather"


def correction(hash: str = "a" * 64, resume: str = f'{{"basics": {{"name": "{SECRET}"}}}}') -> Correction:
    return Correction(hash=hash, name="cv.pdf", created="2026-11-20T09:00:00Z", resume=resume)


def content(path: Path) -> bytes:
    """Of the database and of the files beside it."""
    return b"".join(file.read_bytes() for file in sorted(path.parent.iterdir()) if file.is_file())


def test_what_goes_in_comes_out(tmp_path: Path) -> None:
    path = tmp_path / "h.db"
    first, second = correction("b" * 64), correction("a" * 64)
    with open_corrections(path) as kept:
        kept.put(first)
        kept.put(second)
        assert list(kept.all().values()) == [second, first]
    assert load_corrections(path) == {"a" * 64: second, "b" * 64: first}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_last_one_of_a_file_counts(tmp_path: Path) -> None:
    with open_corrections(tmp_path / "h.db") as kept:
        kept.put(correction(resume="{}"))
        kept.put(correction())
        assert kept.all() == {"a" * 64: correction()}


def test_a_look_makes_no_file(tmp_path: Path) -> None:
    assert load_corrections(tmp_path / "h.db") == {}
    assert list(tmp_path.iterdir()) == []


def test_forget_leaves_no_byte(tmp_path: Path) -> None:
    path = tmp_path / "h.db"
    with open_corrections(path) as kept:
        kept.put(correction())
        assert SECRET.encode() in content(path)
        assert not kept.forget("b" * 64)
        assert SECRET.encode() in content(path)
        assert kept.forget("a" * 64)
        assert SECRET.encode() not in content(path)
        assert kept.all() == {}


def test_purge_takes_them_along(tmp_path: Path, analysis: Analysis) -> None:
    path = tmp_path / "h.db"
    with open_corrections(path) as kept:
        kept.put(correction())
    with open_history(path) as history:
        history.add(analysis)
        purged = history.purge()
        assert (purged.runs, purged.corrections) == (1, 1)
    assert list(tmp_path.iterdir()) == []


def test_purge_can_keep_them(tmp_path: Path, analysis: Analysis) -> None:
    path = tmp_path / "h.db"
    with open_corrections(path) as kept:
        kept.put(correction())
    with open_history(path) as history:
        history.add(analysis)
        purged = history.purge(keep_corrections=True)
        assert (purged.runs, purged.corrections) == (1, 0)
        assert history.runs() == []
    assert load_corrections(path) == {"a" * 64: correction()}
    assert analysis.id.encode() not in content(path)


def test_a_broken_file_says_how_to_go_on(tmp_path: Path) -> None:
    path = tmp_path / "h.db"
    path.write_bytes(b"no database at all" * 100)
    with pytest.raises(StorageError, match=r"h\.db") as caught:
        load_corrections(path)
    assert "--no-corrections" in caught.value.hint


def addition(text: str = f"Docker: 2 years with {SECRET}", note: str = "") -> Addition:
    return Addition(text=text, note=note, created="2026-11-21T09:00:00Z")


def test_what_is_added_stands_beside_the_file(tmp_path: Path) -> None:
    with open_corrections(tmp_path / "h.db") as kept:
        kept.add("b" * 64, "cv.pdf", [addition("Terraform"), addition("Docker")])
        kept.put(correction())
        kept.add("a" * 64, "cv.pdf", [addition()])
        kept.put(correction())  # a new JSON Resume leaves what was added
        found = kept.all()
    assert list(found) == ["a" * 64, "b" * 64]
    assert (found["a" * 64].resume, found["a" * 64].additions) == (correction().resume, (addition(),))
    assert (found["b" * 64].resume, found["b" * 64].name) == ("", "cv.pdf")
    assert [item.text for item in found["b" * 64].additions] == ["Terraform", "Docker"]


def test_the_same_words_count_once_with_the_last_note(tmp_path: Path) -> None:
    with open_corrections(tmp_path / "h.db") as kept:
        kept.add("a" * 64, "cv.pdf", [addition("Docker", "first"), addition("Go")])
        kept.add("a" * 64, "cv.pdf", [addition("Docker", "second")])
        assert kept.all()["a" * 64].additions == (addition("Docker", "second"), addition("Go"))


def test_what_was_added_is_forgotten_and_purged_too(tmp_path: Path, analysis: Analysis) -> None:
    path = tmp_path / "h.db"
    with open_corrections(path) as kept:
        kept.add("a" * 64, "cv.pdf", [addition()])
        assert SECRET.encode() in content(path)
        assert kept.forget("a" * 64)
        assert SECRET.encode() not in content(path)
        kept.add("a" * 64, "cv.pdf", [addition(), addition("Go")])
    with open_history(path) as history:
        history.add(analysis)
        purged = history.purge(keep_corrections=True)
        assert (purged.runs, purged.corrections) == (1, 0)
        assert load_corrections(path)["a" * 64].additions == (addition(), addition("Go"))
        purged = history.purge()
        assert (purged.runs, purged.corrections) == (0, 2)
    assert list(tmp_path.iterdir()) == []
