"""`careercraft batch`: what goes in, what comes out, and what a failure does."""

from __future__ import annotations

import csv
import json
import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.cli import texts
from tests.cli.conftest import CallCli, without_created
from tests.conftest import DAY, EXAMPLES, ROOT, Ran, RunCli


def lines(ran: Ran) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ran.stdout.splitlines()]


def names(ran: Ran) -> list[str]:
    return [line["pair"] for line in lines(ran)]


def write_jsonl(file: Path, rows: Sequence[object]) -> Path:
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """resumes/{a.txt, b.md, deep/c.pdf, notes.bak} and jobs/{x.txt, y.txt}."""
    (tmp_path / "resumes" / "deep").mkdir(parents=True)
    (tmp_path / "jobs").mkdir()
    (tmp_path / "resumes" / "a.txt").write_text(texts.RESUME, encoding="utf-8")
    (tmp_path / "resumes" / "b.md").write_text(texts.OTHER_RESUME, encoding="utf-8")
    (tmp_path / "resumes" / "notes.bak").write_text("nothing")
    shutil.copy(EXAMPLES / "resume.pdf", tmp_path / "resumes" / "deep" / "c.pdf")
    (tmp_path / "jobs" / "x.txt").write_text(texts.JOB, encoding="utf-8")
    (tmp_path / "jobs" / "y.txt").write_text(texts.OTHER_JOB, encoding="utf-8")
    return tmp_path


def test_folders_and_every_resume_with_every_job(call_cli: CallCli, folder: Path) -> None:
    resumes, jobs = folder / "resumes", folder / "jobs"
    ran = call_cli("batch", resumes, "--job", jobs, "--today", DAY, "--brief", "--jobs", 1)
    assert ran.rc == 0
    assert names(ran) == [
        f"{resumes}/{resume} | {jobs}/{job}"
        for resume in ("a.txt", "b.md", "deep/c.pdf")
        for job in ("x.txt", "y.txt")
    ]
    assert ran.error.startswith("6 pairs: ")
    assert len(ran.error.splitlines()) == 1


def test_globs_and_repeated_jobs(call_cli: CallCli, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    ran = call_cli(
        "batch", "resumes/*.*d", "--job", "jobs/y.txt", "--job", "jobs/[x].txt", "--brief", "--jobs", 1
    )
    assert names(ran) == ["resumes/b.md | jobs/y.txt", "resumes/b.md | jobs/x.txt"]
    deep = call_cli("batch", "resumes/**/*.pdf", "--job", "jobs/x.txt", "--brief", "--jobs", 1)
    assert names(deep) == ["resumes/deep/c.pdf | jobs/x.txt"]


def test_a_file_named_twice_is_one_pair(
    call_cli: CallCli, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    ran = call_cli(
        "batch", "resumes/a.txt", "resumes/*.txt", "--job", "jobs/x.txt", "--job", "jobs/x.txt", "--brief"
    )
    assert names(ran) == ["resumes/a.txt | jobs/x.txt"]


def test_a_file_whose_name_looks_like_a_glob(call_cli: CallCli, folder: Path) -> None:
    odd = (folder / "resumes" / "a.txt").rename(folder / "cv[final]*.txt")
    ran = call_cli("batch", odd, "--job", folder / "jobs" / "x.txt", "--brief")
    assert (ran.rc, names(ran)) == (0, [f"{odd} | {folder / 'jobs' / 'x.txt'}"])


def test_pairs_from_jsonl_with_paths_and_texts(
    call_cli: CallCli, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Paths start from the file's folder, wherever the command runs."""
    monkeypatch.chdir("/")
    rows = [
        {"pair": "files", "resume": "resumes/a.txt", "job": "jobs/x.txt"},
        {"pair": "texts", "resume_text": texts.RESUME, "job_text": texts.JOB},
        {
            "pair": "mixed",
            "resume": str(folder / "resumes" / "a.txt"),
            "job_text": texts.JOB,
            "note": "ignored",
        },
        {"pair": 4, "resume_text": texts.RESUME, "job": "jobs/x.txt"},
        {"resume_text": texts.RESUME, "job": "jobs/x.txt"},
    ]
    file = write_jsonl(folder / "pairs.jsonl", rows)
    ran = call_cli("batch", "--pairs", file, "--today", DAY, "--jobs", 1)
    assert ran.rc == 0
    assert names(ran) == ["files", "texts", "mixed", 4, "5"]
    found = lines(ran)
    assert all(line["scores"] == found[0]["scores"] for line in found)
    assert found[1]["documents"]["resume"]["name"] == "resume_text"


def test_pairs_from_csv(call_cli: CallCli, folder: Path) -> None:
    file = folder / "pairs.csv"
    with file.open("w", newline="", encoding="utf-8-sig") as handle:
        writer = csv.DictWriter(handle, ["pair", "resume", "job", "resume_text", "job_text"])
        writer.writeheader()
        writer.writerow({"pair": "files", "resume": "resumes/a.txt", "job": "jobs/x.txt"})
        writer.writerow({"pair": "texts", "resume_text": texts.RESUME, "job_text": texts.JOB})
        writer.writerow({"pair": "long", "resume_text": texts.RESUME + " \n" * 80_000, "job": "jobs/x.txt"})
    ran = call_cli("batch", "--pairs", file, "--today", DAY, "--jobs", 1)
    assert (ran.rc, names(ran)) == (0, ["files", "texts", "long"])
    found = lines(ran)
    assert found[0]["scores"] == found[1]["scores"] == found[2]["scores"]


def test_pairs_from_standard_input(call_cli: CallCli, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths start from the working directory."""
    monkeypatch.chdir(folder)
    row = b'{"pair": "one", "resume": "resumes/a.txt", "job": "jobs/x.txt"}\n'
    jsonl = call_cli("batch", "--pairs", "-", "--brief", stdin=row)
    table = call_cli(
        "batch", "--pairs", "-", "--brief", stdin=b"pair,resume,job\r\none,resumes/a.txt,jobs/x.txt\r\n"
    )
    assert (jsonl.rc, names(jsonl)) == (0, ["one"])
    assert without_created(jsonl.stdout) == without_created(table.stdout)


def test_failed_pairs_are_lines_of_their_own(run_cli: RunCli, folder: Path) -> None:
    """Nothing of it stops the others; in input order, on two processes."""
    (folder / "empty.txt").write_text("")
    good = {"resume": "resumes/a.txt", "job": "jobs/x.txt"}
    rows: list[object] = [
        {"pair": "good", **good},
        {"pair": "missing", "resume": "resumes/absent.pdf", "job": "jobs/x.txt"},
        {"pair": "empty", "resume": "empty.txt", "job": "jobs/x.txt"},
        {"pair": "address", "resume": "https://example.org/cv", "job": "jobs/x.txt"},
        {"pair": "half", "resume": "resumes/a.txt"},
        {"pair": "both", **good, "job_text": texts.JOB},
        {"pair": "number", "resume": 7, "job": "jobs/x.txt"},
        ["no", "object"],
        {"pair": "short", "resume": "resumes/a.txt", "job_text": "Baker wanted soon"},
        {"pair": "last", **good},
    ]
    file = write_jsonl(folder / "pairs.jsonl", rows)
    with file.open("a") as handle:
        handle.write('{"pair": "torn", \n')
    ran = run_cli("batch", "--pairs", file, "--jobs", 2, "--brief")
    assert ran.rc == 3
    found = {line["pair"]: line for line in lines(ran)}
    assert list(found) == [
        "good",
        "missing",
        "empty",
        "address",
        "half",
        "both",
        "number",
        "8",
        "short",
        "last",
        "11",
    ]
    for name, line in found.items():
        if name in {"good", "last"}:
            assert line["verdict"]["label"] in {"FIT", "UNFIT"}
        else:
            assert line.keys() == {"pair", "error"}
            assert line["error"].keys() == {"code", "message", "hint"}
            assert line["error"]["code"] == "input"
            assert line["error"]["hint"]
    assert "web address" in found["address"]["error"]["message"]
    assert "line 5" in found["half"]["error"]["message"]
    assert "9 failed" in ran.error


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 2),
        (("resumes",), 2),
        (("--job", "jobs"), 2),
        (("resumes", "--job", "jobs", "--pairs", "pairs.jsonl"), 2),
        (("resumes", "--job", "jobs", "--continue"), 2),
        (("resumes", "--job", "jobs", "--history", "--brief"), 2),
        (("resumes", "--job", "empty"), 3),
        (("empty", "--job", "jobs"), 3),
        (("nothing/*.pdf", "--job", "jobs"), 3),
        (("--pairs", "absent.jsonl"), 3),
        (("--pairs", "resumes"), 3),
        (("--pairs", "resumes/deep/c.pdf"), 3),
        (("--pairs", "blank.jsonl"), 3),
        (("--pairs", "other.csv"), 3),
        (("--pairs", "twice.jsonl", "--continue"), 2),
        (("resumes", "--job", "jobs", "--today", "someday"), 2),
    ],
)
def test_what_can_not_begin_writes_nothing(
    call_cli: CallCli, folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], code: int
) -> None:
    monkeypatch.chdir(folder)
    (folder / "empty").mkdir()
    (folder / "blank.jsonl").write_text("\n\n")
    (folder / "other.csv").write_text("name,age\nAda,36\n")
    write_jsonl(folder / "twice.jsonl", [{"pair": "one", "resume_text": "a", "job_text": "b"}] * 2)
    (folder / "out.jsonl").write_text("as it was\n")
    ran = call_cli("batch", *arguments, *([] if "--continue" in arguments else ["-o", "out.jsonl"]))
    assert (ran.rc, ran.stdout) == (code, b""), ran.error
    assert ran.error.startswith("error: ")
    assert "\nhint: " in ran.error
    assert (folder / "out.jsonl").read_text() == "as it was\n"


def test_a_broken_encoder_stops_the_batch(run_cli: RunCli, folder: Path) -> None:
    """It is no pair's fault: configuration, on one process and on two."""
    (folder / "sentence_transformers.py").write_text("raise ImportError('not installed')\n")
    environment = {"PYTHONPATH": f"{folder}{os.pathsep}{ROOT}"}
    for jobs in (1, 2):
        arguments = ("batch", "resumes", "--job", "jobs", "--encoder", "some/model", "--jobs", jobs)
        ran = run_cli(*arguments, env=environment)
        assert (ran.rc, ran.stdout) == (6, b""), ran.error
        assert len(ran.error.splitlines()) == 2


PRECEDENCE = [
    (("good",), (), 0),
    (("good", "bad"), (), 3),
    (("good",), ("--fail-under", "100"), 1),
    (("good", "bad"), ("--fail-under", "100"), 3),
    (("good", "weak"), ("--require-fit",), 1),
]


@pytest.mark.parametrize(("kinds", "gates", "code"), PRECEDENCE)
def test_the_worst_exit_code_wins(
    call_cli: CallCli, tmp_path: Path, kinds: tuple[str, ...], gates: tuple[str, ...], code: int
) -> None:
    sides = {
        "good": {"resume_text": texts.RESUME, "job_text": texts.JOB},
        "weak": {"resume_text": texts.OTHER_RESUME, "job_text": texts.JOB},
        "bad": {"resume": "absent.pdf", "job_text": texts.JOB},
    }
    file = write_jsonl(tmp_path / "pairs.jsonl", [{"pair": kind, **sides[kind]} for kind in kinds])
    assert call_cli("batch", "--pairs", file, "--jobs", 1, "--brief", *gates).rc == code


def test_output_file_in_place_of_standard_output(call_cli: CallCli, folder: Path) -> None:
    out = folder / "out.jsonl"
    arguments = ("batch", folder / "resumes" / "a.txt", "--job", folder / "jobs", "-o", out, "--today", DAY)
    ran = call_cli(*arguments)
    assert (ran.rc, ran.stdout) == (0, b"")
    assert len(out.read_text().splitlines()) == 2
    assert out.stat().st_mode & 0o777 == 0o600
    out.write_text("older\n" * 100_000)
    call_cli(*arguments)
    assert len(out.read_text().splitlines()) == 2


def test_quiet(call_cli: CallCli, folder: Path) -> None:
    ran = call_cli("batch", folder / "resumes" / "a.txt", "--job", folder / "jobs", "--brief", "--quiet")
    assert (ran.rc, ran.stderr) == (0, b"")


def test_history_only_when_asked(call_cli: CallCli, folder: Path, home: Path) -> None:
    arguments = (
        "batch",
        folder / "resumes" / "a.txt",
        folder / "absent.pdf",
        "--job",
        folder / "jobs",
        "--jobs",
        1,
    )
    call_cli(*arguments)
    assert not (home / "data").exists()
    call_cli(*arguments, "--history")
    assert len(lines(call_cli("history", "list", "--format", "json"))) == 2


def test_names_that_are_no_unicode(run_cli: RunCli, folder: Path) -> None:
    """A file name in Latin-1 on a UTF-8 system: its pair is analyzed under a readable name."""
    odd = os.fsencode(folder / "resumes") + b"/caf\xe9.txt"
    with open(odd, "w", encoding="utf-8") as handle:
        handle.write(texts.RESUME)
    ran = run_cli(
        "batch", folder / "resumes" / "*.txt", "--job", folder / "jobs" / "x.txt", "--brief", "--jobs", 1
    )
    assert ran.rc == 0, ran.stdout
    assert len(lines(ran)) == 2


def test_words_that_are_no_unicode(call_cli: CallCli, tmp_path: Path) -> None:
    """A lone surrogate in a JSON string stops nothing."""
    row = {"pair": "one", "resume_text": texts.RESUME, "job_text": texts.JOB}
    file = tmp_path / "pairs.jsonl"
    file.write_text(json.dumps(row) + "\n" + json.dumps(row).replace('"one"', '"two\\ud800"') + "\n")
    ran = call_cli("batch", "--pairs", file, "--brief", "--jobs", 1)
    assert ran.rc in {0, 3}, ran.error
    assert names(ran)[0] == "one"
    assert len(lines(ran)) == 2


def test_a_number_stays_a_number(call_cli: CallCli, tmp_path: Path) -> None:
    rows = [
        {"pair": 7, "resume": "gone.txt", "job": "gone.txt"},
        {"pair": "7", "resume": "gone.txt", "job": "x"},
    ]
    file = tmp_path / "pairs.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows))
    ran = call_cli("batch", "--pairs", file, "--jobs", 1)
    assert [json.loads(line)["pair"] for line in ran.stdout.splitlines()] == [7, "7"]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (("resumes", "--job", "jobs", "--brief", "--today", "2020-01-01"), "another day"),
        (("resumes", "--job", "jobs", "--today", DAY), "--brief"),
        (("resumes/a.txt", "--job", "jobs", "--brief", "--today", DAY), "not asked for"),
    ],
)
def test_continue_refuses_another_batch(
    call_cli: CallCli, folder: Path, monkeypatch: pytest.MonkeyPatch, changed: tuple[str, ...], words: str
) -> None:
    monkeypatch.chdir(folder)
    first = ("resumes", "--job", "jobs", "--brief", "--today", DAY)
    assert call_cli("batch", *first, "-o", "out.jsonl", "--jobs", 1).rc in {0, 3}
    before = Path("out.jsonl").read_bytes()
    again = call_cli("batch", *changed, "-o", "out.jsonl", "--continue", "--jobs", 1)
    assert again.rc == 2
    assert words in again.stderr.decode()
    assert Path("out.jsonl").read_bytes() == before
    assert call_cli("batch", *first, "-o", "out.jsonl", "--continue", "--jobs", 1).rc in {0, 3}
