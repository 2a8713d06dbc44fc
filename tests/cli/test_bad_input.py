"""Input that can't be used: one line that says so, a hint, the right exit code, and nothing half-written."""

from __future__ import annotations

import io
import os
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli import texts
from tests.conftest import EXAMPLES, ROOT, Ran, RunCli
from tests.read.pdf_writer import Page, build

ENCRYPTED = Path(__file__).parent / "fixtures" / "encrypted.pdf"


def refused(ran: Ran, code: int, *words: str) -> None:
    """One line with the error, one with the hint, and nothing on standard output."""
    assert ran.rc == code, ran.error
    assert ran.stdout == b""
    lines = ran.error.splitlines()
    assert len(lines) == 2, ran.error
    assert lines[0].startswith("error: ")
    assert lines[1].startswith("hint: ")
    assert len(lines[1]) > len("hint: ")
    assert len(lines[0]) < 300
    for word in words:
        assert word in lines[0], lines[0]


def nothing_left(folder: Path, home: Path, before: set[Path]) -> None:
    """No report, no temporary file, no run in the history."""
    assert set(folder.iterdir()) == before
    file = home / "data" / "history.db"
    if file.exists():
        with closing(sqlite3.connect(file)) as database:
            assert database.execute("select count(*) from analyses").fetchone() == (0,)


class Case(NamedTuple):
    name: str
    content: bytes | Callable[[], bytes] | None
    """None makes no file."""
    words: tuple[str, ...]
    side: str = "resume"


def scan() -> bytes:
    return build(Page().rectangle(50, 50, 400, 600, (0.5, 0.5, 0.5)))


def cut_short() -> bytes:
    whole = (EXAMPLES / "resume.pdf").read_bytes()
    return whole[: len(whole) // 3]


def zip_bomb() -> bytes:
    """A document of 200 MB in 200 kB."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w") as entry:
            for _ in range(200):
                entry.write(b"A" * 1_000_000)
    return file.getvalue()


CASES = {
    "missing file": Case("absent.pdf", None, ("absent.pdf", "does not exist")),
    "empty file": Case("empty.txt", b"", ("empty.txt", "is empty")),
    "blank file": Case("blank.txt", b" \n\t\r\n", ("blank.txt", "is empty")),
    "binary under .txt": Case("photo.txt", bytes(range(256)) * 40, ("photo.txt", "binary")),
    "picture under .txt": Case("photo.txt", b"\x89PNG\r\n\x1a\n" + bytes(500), ("photo.txt", "picture")),
    "program under .txt": Case("run.txt", b"\x7fELF\x02\x01\x01" + bytes(400), ("run.txt", "binary")),
    "NUL bytes": Case("nul.txt", texts.RESUME.encode() + b"\0\0\0", ("nul.txt", "binary")),
    "encrypted PDF": Case("locked.pdf", ENCRYPTED.read_bytes(), ("locked.pdf", "password")),
    "PDF without a text layer": Case("scan.pdf", scan, ("scan.pdf", "no text layer")),
    "truncated PDF": Case("cut.pdf", cut_short, ("cut.pdf",)),
    "no PDF": Case("not.pdf", texts.RESUME.encode(), ("not.pdf", "not a PDF")),
    "DOCX that is no zip": Case("not.docx", texts.RESUME.encode(), ("not.docx", "not a Word document")),
    "broken zip": Case("broken.docx", b"PK\x03\x04" + bytes(200), ("broken.docx",)),
    "zip bomb": Case("bomb.docx", zip_bomb, ("bomb.docx",)),
    "50 MB of text": Case("long.txt", lambda: b"python sql " * 4_600_000, ("long.txt", "too large", "20 MB")),
    "too many characters": Case("book.txt", lambda: b"python sql " * 40_000, ("book.txt", "300,000")),
    "broken JSON": Case("resume.json", b'{"basics": {"name": "Ada"', ("resume.json",)),
    "JSON of another kind": Case("resume.json", b'{"colour": "red"}', ("resume.json",)),
    "a posting of three words": Case("short.txt", b"Data Engineer wanted", ("short.txt",), "job"),
    "a resume as the job": Case("cv.txt", texts.RESUME.encode(), ("cv.txt", "resume"), "job"),
    "an empty posting": Case("empty.txt", b"", ("empty.txt", "is empty"), "job"),
}


@pytest.mark.parametrize("kind", CASES)
def test_unusable_documents(
    run_cli: RunCli, tmp_path: Path, home: Path, resume: Path, job: Path, kind: str
) -> None:
    case = CASES[kind]
    bad = tmp_path / case.name
    if case.content is not None:
        bad.write_bytes(case.content if isinstance(case.content, bytes) else case.content())
    before = set(tmp_path.iterdir())
    sides = (bad, job) if case.side == "resume" else (resume, bad)
    refused(run_cli("analyze", *sides, "-o", tmp_path / "report.json"), 3, *case.words)
    nothing_left(tmp_path, home, before)


def test_swapped_sides_say_so(run_cli: RunCli, resume: Path, job: Path) -> None:
    ran = run_cli("analyze", job, resume)
    refused(ran, 3)
    assert "careercraft analyze RESUME JOB" in ran.error


def test_a_folder_for_a_file(run_cli: RunCli, tmp_path: Path, job: Path) -> None:
    refused(run_cli("analyze", tmp_path, job), 3, "is a folder")


@pytest.mark.parametrize(
    "address", ["https://jobs.example.org/1?a=b", "http://example.org", "www.example.org/job"]
)
def test_a_web_address_for_a_file(run_cli: RunCli, resume: Path, address: str) -> None:
    ran = run_cli("analyze", resume, address)
    refused(ran, 3, "is a web address")
    assert "ave the page" in ran.error


def test_standard_input(run_cli: RunCli, resume: Path, job: Path) -> None:
    refused(run_cli("analyze", "-", job, stdin=b""), 3, "is empty")
    refused(run_cli("analyze", "-", "-"), 2, "only one side")


@pytest.mark.parametrize("side", ["<&-", "</dev/null"])
def test_standard_input_that_gives_nothing(resume: Path, job: Path, tmp_path: Path, side: str) -> None:
    refused(shell(f'"$PYTHON" -m careercraft analyze - "{job}" {side}', tmp_path), 3)


def test_a_closed_standard_output(resume: Path, job: Path, tmp_path: Path) -> None:
    refused(shell(f'"$PYTHON" -m careercraft analyze "{resume}" "{job}" --no-history >&-', tmp_path), 5)


def shell(command: str, folder: Path) -> Ran:
    import subprocess
    import sys

    from tests.conftest import cli_environment

    environment = cli_environment({"PYTHON": sys.executable})
    done = subprocess.run(
        ["sh", "-c", command], cwd=folder, env=environment, capture_output=True, check=False
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def test_unknown_role_names_its_neighbors(run_cli: RunCli, resume: Path) -> None:
    ran = run_cli("analyze", resume, "--role", "data-enginer")
    refused(ran, 2, "data-enginer")
    assert "data-engineer" in ran.error


@pytest.mark.parametrize(
    "arguments",
    [
        ("--role", "data-engineer", "--describe", "run a bakery of my own"),
        (),
        ("--describe", "bakery"),
        ("--role", "data-engineer", "-o", "report.docx"),
        ("--role", "data-engineer", "--stream", "--format", "html"),
    ],
)
def test_wrong_usage(
    run_cli: RunCli, tmp_path: Path, home: Path, resume: Path, arguments: tuple[str, ...]
) -> None:
    before = set(tmp_path.iterdir())
    refused(run_cli("analyze", resume, *arguments), 2)
    nothing_left(tmp_path, home, before)


@pytest.mark.parametrize(
    "arguments", [("nonsense",), ("parse",), ("analyze", "a", "b", "--format", "pdf"), ("-x",)]
)
def test_wrong_usage_that_typer_finds(run_cli: RunCli, arguments: tuple[str, ...]) -> None:
    ran = run_cli(*arguments)
    assert (ran.rc, ran.stdout) == (2, b"")
    assert "Traceback" not in ran.error
    assert "-h" in ran.error


CONFIGS = {
    "no YAML": ("threshold: [70", "line"),
    "unknown setting": ("treshold: 70", "treshold"),
    "wrong type": ("threshold: high", "threshold"),
    "out of range": ("threshold: 170", "between 0 and 100"),
    "a list": ("- 70", "names and values"),
    "no weights": ("weights: {skills_match: -1}", "weights.skills_match"),
    "no day": ("today: tomorrow", "tomorrow"),
    "no taxonomy": ("taxonomy: /no/such/folder", "/no/such/folder"),
    "no UTF-8": ("encoder: caf\xe9", "config"),
}


@pytest.mark.parametrize("kind", CONFIGS)
def test_broken_config(
    run_cli: RunCli, tmp_path: Path, home: Path, resume: Path, job: Path, kind: str
) -> None:
    text, word = CONFIGS[kind]
    file = home / "config" / "config.yaml"
    file.parent.mkdir()
    file.write_bytes(text.encode("latin-1"))
    before = set(tmp_path.iterdir())
    refused(run_cli("analyze", resume, job, "-o", "report.json"), 6, word)
    nothing_left(tmp_path, home, before)
    assert file.read_bytes() == text.encode("latin-1")


def test_an_encoder_that_is_not_there(
    run_cli: RunCli, tmp_path: Path, home: Path, resume: Path, job: Path
) -> None:
    """Loaded in the background while the documents are read; its failure is told all the same."""
    (tmp_path / "sentence_transformers.py").write_text("raise ImportError('not installed')\n")
    before = set(tmp_path.iterdir())
    environment = {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}", "PYTHONDONTWRITEBYTECODE": "1"}
    ran = run_cli("analyze", resume, job, "-o", "report.json", "--encoder", "some/model", env=environment)
    refused(ran, 6, "sentence-transformers")
    nothing_left(tmp_path, home, before)


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [
        ("CAREERCRAFT_THRESHOLD", "high", "CAREERCRAFT_THRESHOLD"),
        ("CAREERCRAFT_THRESHOL", "70", "CAREERCRAFT_THRESHOL"),
        ("CAREERCRAFT_CONFIG", "/no/such/config.yaml", "/no/such/config.yaml"),
    ],
)
def test_broken_variables(run_cli: RunCli, resume: Path, job: Path, name: str, value: str, word: str) -> None:
    refused(run_cli("analyze", resume, job, env={name: value}), 6, word)


def test_broken_taxonomy(run_cli: RunCli, tmp_path: Path, home: Path, resume: Path, job: Path) -> None:
    skills = tmp_path / "skills" / "data"
    skills.mkdir(parents=True)
    (skills / "topic.yaml").write_text("- id: sql\n  name: SQL\n  kind: tecnical\n- id: Not An Id\n")
    before = set(tmp_path.iterdir())
    ran = run_cli(
        "analyze", resume, job, "-o", "report.json", env={"CAREERCRAFT_TAXONOMY": str(tmp_path / "skills")}
    )
    assert (ran.rc, ran.stdout) == (6, b"")
    assert ran.error.startswith("error: ")
    assert "Traceback" not in ran.error
    assert "\nhint: " in ran.error
    assert "data/topic.yaml:3" in ran.error  # the kind
    assert "data/topic.yaml:4" in ran.error  # the id
    nothing_left(tmp_path, home, before)


def test_unwritable_output(run_cli: RunCli, tmp_path: Path, resume: Path, job: Path) -> None:
    refused(run_cli("analyze", resume, job, "-o", "nowhere/report.json"), 5, "nowhere")
    (tmp_path / "report.json").mkdir()
    refused(run_cli("analyze", resume, job, "-o", "report.json"), 5, "report.json")


def test_a_bug_is_one_line_and_70(run_cli: RunCli, tmp_path: Path, resume: Path, job: Path) -> None:
    """The last guard: an encoder whose library raises what nobody expects."""
    (tmp_path / "msgspec.py").write_text("raise ZeroDivisionError('by [b]zero[/b]')\n")
    ran = run_cli("analyze", resume, job, env={"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"})
    refused(ran, 70, "bug", "ZeroDivisionError: by [b]zero[/b]")
