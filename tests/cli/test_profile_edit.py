"""`careercraft profile edit`: in the person's editor; nothing they wrote is lost, whatever goes wrong."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from careercraft import paths
from tests.cli.conftest import CallCli
from tests.cli.test_bad_input import refused
from tests.cli.test_corrections import editor
from tests.cli.test_profile import empty, exported, said

__all__ = ["empty"]

ADD = """
import json
found = json.loads(path.read_text(encoding="utf-8"))
found["x-note"] = "mine"
path.write_text(json.dumps(found), encoding="utf-8")
"""
MEANWHILE = f"""
import subprocess
added = ["profile", "skills", "add", "--as-typed", "Welding"]
subprocess.run([{sys.executable!r}, "-m", "careercraft", *added], check=True)
{ADD}
"""


def drafts() -> list[Path]:
    folder = paths.history_file().parent / "profile-drafts"
    return [file for file in folder.rglob("*") if file.name == "resume.json"]


def test_what_is_saved_is_kept(empty: CallCli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    editor(monkeypatch, tmp_path, ADD)
    assert "kept your profile" in said(empty("profile", "edit"))
    assert exported(empty) == {"basics": {}, "x-note": "mine"}
    assert drafts() == []
    assert not (paths.history_file().parent / "profile-drafts").exists()
    said(empty("profile", "undo"))
    assert exported(empty) == {"basics": {}}


def test_nothing_changed_is_no_change(
    empty: CallCli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    editor(monkeypatch, tmp_path, "pass")
    assert "nothing was changed" in said(empty("profile", "edit"))
    assert len(empty("profile", "undo", "--list").stdout.splitlines()) == 1
    assert drafts() == []


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("{", "your profile: not valid JSON"),
        ('{"basics": {},\n "work": [{"startDate": "soon"}]}', "work[0].startDate is no date: "),
        ('{"basics": {},\n "work": [{"startDate": "soon"}]}', "(line 2, column 25)"),
        (
            '{"basics": {}, "meta": {"careercraft": {"wishes": {"remote": 1}}}}',
            "wishes.remote: must be true or false",
        ),
    ],
)
def test_a_mistake_keeps_the_draft(
    empty: CallCli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, written: str, words: str
) -> None:
    editor(monkeypatch, tmp_path, f"path.write_text({written!r})")
    ran = empty("profile", "edit")
    refused(ran, 3, words)
    assert "profile edit` takes your draft up again" in ran.error
    (draft,) = drafts()
    assert draft.read_text() == written
    assert (draft.stat().st_mode & 0o777, draft.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert exported(empty) == {"basics": {}}
    editor(monkeypatch, tmp_path, 'path.write_text(\'{"basics": {"name": "Ada"}}\')')
    assert "taking up your unfinished draft" in said(empty("profile", "edit"))
    assert exported(empty)["basics"]["name"] == "Ada"
    assert drafts() == []


def test_a_draft_can_be_thrown_away(empty: CallCli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    refused(empty("profile", "edit", "--forget"), 2, "there is no draft")
    editor(monkeypatch, tmp_path, "path.write_text('{')")
    assert empty("profile", "edit").rc == 3
    said(empty("profile", "edit", "--forget"))
    assert drafts() == []


@pytest.mark.parametrize(
    ("program", "code", "words"),
    [("sys.exit(3)", 2, "failed with code 3"), ("path.write_text('')", 2, "came back empty")],
)
def test_an_editor_that_fails(
    empty: CallCli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, program: str, code: int, words: str
) -> None:
    editor(monkeypatch, tmp_path, program)
    refused(empty("profile", "edit"), code, words)
    assert drafts() == []
    assert exported(empty) == {"basics": {}}


def test_without_an_editor(empty: CallCli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    ran = empty("profile", "edit")
    refused(ran, 2, "editing needs a terminal, or EDITOR")
    assert "careercraft profile import" in ran.error


def test_of_two_windows_neither_loses(
    empty: CallCli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A skill is added while the editor is open: it stays, and so does what was written."""
    editor(monkeypatch, tmp_path, MEANWHILE)
    ran = empty("profile", "edit")
    assert ran.rc == 5, ran.error
    assert "the profile default was changed in another window meanwhile" in ran.error
    assert exported(empty)["skills"] == [{"name": "Welding"}]
    (draft,) = drafts()
    assert json.loads(draft.read_text())["x-note"] == "mine"
    editor(monkeypatch, tmp_path, "pass")
    refused(empty("profile", "edit"), 2, "changed since your draft was begun")
    assert len(drafts()) == 1
    said(empty("profile", "edit", "--yes"))
    assert exported(empty) == {"basics": {}, "x-note": "mine"}
    said(empty("profile", "undo"))
    assert exported(empty)["skills"] == [{"name": "Welding"}]


def test_delete_and_purge(empty: CallCli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A purge of the history leaves the profile and its draft; deleting the profile takes both."""
    editor(monkeypatch, tmp_path, "path.write_text('{')")
    assert empty("profile", "edit").rc == 3
    assert "1 profile(s) stay" in said(empty("history", "purge", "--yes"))
    assert len(drafts()) == 1
    said(empty("profile", "delete", "--yes"))
    assert drafts() == []
