"""Text files as people save them: the same words in any encoding give the same analysis."""

from __future__ import annotations

import codecs
import json
from pathlib import Path

import pytest

from tests.cli import texts
from tests.cli.conftest import CallCli
from tests.conftest import DAY, RunCli

ENCODED = {
    "latin-1": lambda text: text.encode("latin-1"),
    "windows-1252": lambda text: text.encode("cp1252"),
    "utf-8-bom": lambda text: text.encode("utf-8-sig"),
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16-be": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "utf-16 without a mark": lambda text: text.encode("utf-16-le"),
    "windows line ends": lambda text: text.replace("\n", "\r\n").encode(),
    "decomposed": lambda text: text.replace("é", "e\u0301").encode(),
}


@pytest.mark.parametrize("encoding", ENCODED)
def test_both_sides(call_cli: CallCli, tmp_path: Path, encoding: str) -> None:
    encode = ENCODED[encoding]
    (tmp_path / "plain").mkdir()
    for name, text in (
        ("resume.txt", texts.RESUME),
        ("job.txt", texts.JOB.replace("Harborline", "Café Harborline")),
    ):
        (tmp_path / name).write_bytes(encode(text))
        (tmp_path / "plain" / name).write_text(text, encoding="utf-8")
    found, expected = (
        json.loads(
            call_cli("analyze", f / "resume.txt", f / "job.txt", "--format", "json", "--today", DAY).stdout
        )
        for f in (tmp_path, tmp_path / "plain")
    )
    for side in ("resume", "job"):
        assert found["documents"][side]["text"] == expected["documents"][side]["text"]
    assert "Zoé Marchand" in found["documents"]["resume"]["text"]
    assert found["scores"] == expected["scores"]
    assert found["skills"] == expected["skills"]


def test_typographic_marks_of_windows_1252(call_cli: CallCli, tmp_path: Path, job: Path) -> None:
    resume = tmp_path / "resume.txt"
    resume.write_bytes(
        texts.RESUME.replace(" - Present", " – Present").replace("- B", "• B").encode("cp1252")
    )
    report = json.loads(call_cli("analyze", resume, job, "--format", "json", "--today", DAY).stdout)
    text = report["documents"]["resume"]["text"]
    assert "Mar 2019 – Present" in text
    assert "• Built ridership" in text


def test_a_wrong_reading_would_show(call_cli: CallCli, tmp_path: Path, job: Path) -> None:
    """Bytes in another code page than ours are other words, so the comparison above can fail."""
    resume = tmp_path / "resume.txt"
    resume.write_bytes(texts.RESUME.encode("cp850"))
    report = json.loads(call_cli("analyze", resume, job, "--format", "json", "--today", DAY).stdout)
    assert "Zoé" not in report["documents"]["resume"]["text"]


def test_words_of_the_command_that_are_no_text(run_cli: RunCli, tmp_path: Path) -> None:
    """A byte of another encoding in what is kept is the person's slip, not a bug; in a file's name it is neither."""
    bad = "caf\udce9"
    assert run_cli("profile", "init").rc == 0
    ran = run_cli("profile", "skills", "add", "--as-typed", bad)
    assert (ran.rc, ran.stdout) == (2, b"")
    assert ran.error.splitlines()[0] == "error: the command holds bytes that are no text"
    assert run_cli("profile", "skills", "add", "--as-typed", "café").rc == 0
    name = tmp_path / f"{bad}.json"
    assert run_cli("profile", "export", "-o", name).rc == 0
    assert "café".encode() in name.read_bytes()
