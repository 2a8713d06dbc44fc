"""`careercraft analyze`: sides, formats, gates and streams."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from tests.cli import texts
from tests.cli.conftest import CallCli, without_created
from tests.conftest import DAY, Ran, RunCli, example_pairs

OPENINGS = {
    "terminal": b" ",
    "markdown": b"# ",
    "html": b"<!doctype html>",
    "json": b'{\n  "schema": "careercraft.analysis/1"',
}
SCORES = [
    "skills_match", "experience_match", "education_match", "culture_fit", "location_match", "salary_match",
    "technical_skills", "soft_skills", "domain_knowledge", "readiness", "confidence",
]  # fmt: skip


def fine(ran: Ran) -> bytes:
    assert (ran.rc, ran.stderr) == (0, b""), ran.error
    return ran.stdout


def test_there_are_examples_of_every_kind() -> None:
    endings = {path.suffix for pair in example_pairs() for path in pair}
    assert endings == {".pdf", ".docx", ".json", ".txt", ".md", ".html"}


@pytest.mark.parametrize("pair", example_pairs(), ids=lambda pair: pair[0].stem)
def test_the_examples(run_cli: RunCli, pair: tuple[Path, Path]) -> None:
    """In a process of its own, as the README has it: one screen, silent on standard error."""
    shown = fine(run_cli("analyze", *pair, "--today", DAY)).decode()
    lines = shown.splitlines()
    assert lines[0].split()[0] in {"FIT", "UNFIT"}
    assert len(lines) <= 60
    assert max(len(line) for line in lines) <= 80
    for label in ("Skills match", "Culture fit", "Readiness", "Confidence"):
        assert sum(label in line for line in lines) >= 1
    assert "\x1b" not in shown


@pytest.mark.parametrize("format", OPENINGS)
def test_formats_on_standard_output(call_cli: CallCli, resume: Path, job: Path, format: str) -> None:
    written = fine(call_cli("analyze", resume, job, "--today", DAY, "--format", format))
    assert written.lower().startswith(OPENINGS[format])
    assert written.endswith(b"\n")


@pytest.mark.parametrize(
    ("ending", "format"),
    [(".html", "html"), (".htm", "html"), (".md", "markdown"), (".JSON", "json"), (".txt", "terminal")],
)
def test_output_file_by_its_ending(
    call_cli: CallCli, tmp_path: Path, resume: Path, job: Path, ending: str, format: str
) -> None:
    report = tmp_path / f"report{ending}"
    assert fine(call_cli("analyze", resume, job, "--today", DAY, "-o", report)) == b""
    assert report.read_bytes().lower().startswith(OPENINGS[format])
    assert stat.S_IMODE(report.stat().st_mode) == 0o600


def test_the_format_wins_over_the_ending(call_cli: CallCli, tmp_path: Path, resume: Path, job: Path) -> None:
    report = tmp_path / "report.txt"
    fine(call_cli("analyze", resume, job, "--format", "json", "-o", report))
    assert report.read_bytes().startswith(OPENINGS["json"])


def test_an_older_report_is_replaced(call_cli: CallCli, tmp_path: Path, resume: Path, job: Path) -> None:
    report = tmp_path / "report.md"
    report.write_text("old " * 100_000)
    fine(call_cli("analyze", resume, job, "-o", report))
    assert b"old old" not in report.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["job.txt", "report.md", "resume.txt"]


def test_either_side_from_standard_input(run_cli: RunCli, resume: Path, job: Path) -> None:
    """The same numbers as from files, in processes of their own."""
    options = ("--today", DAY, "--format", "json", "--no-history")
    from_files = json.loads(fine(run_cli("analyze", resume, job, *options)))
    for arguments, stdin in ((("-", job), texts.RESUME), ((resume, "-"), texts.JOB)):
        report = json.loads(fine(run_cli("analyze", *arguments, *options, stdin=stdin.encode())))
        assert report["scores"] == from_files["scores"]
        assert report["id"] == from_files["id"]
        assert "-" in (report["documents"]["resume"]["name"], report["documents"]["job"]["name"])


@pytest.mark.parametrize(
    "target",
    [("--role", "registered-nurse"), ("--describe", "I want to work as a registered nurse in a hospital")],
)
def test_a_role_or_a_wish_for_a_posting(call_cli: CallCli, resume: Path, target: tuple[str, str]) -> None:
    report = json.loads(fine(call_cli("analyze", resume, *target, "--today", DAY, "--format", "json")))
    assert "nurse" in report["documents"]["job"]["text"].lower()
    assert report["documents"]["job"]["format"] in {"role", "description"}


def test_the_report_has_what_the_contract_says(call_cli: CallCli, resume: Path, job: Path) -> None:
    report = json.loads(fine(call_cli("analyze", resume, job, "--today", DAY, "--format", "json")))
    assert [score["key"] for score in report["scores"]] == SCORES
    assert report["schema"] == "careercraft.analysis/1"
    assert {entry["name"] for entry in report["skills"]["matched"]} >= {"Python", "SQL", "Apache Airflow"}
    assert {entry["name"] for entry in report["skills"]["missing"]} >= {"Snowflake"}
    for entry in report["skills"]["matched"]:
        assert entry["resume_evidence"], entry["name"]
    for name in (
        "strengths",
        "gaps",
        "recommendations",
        "next_steps",
        "learning_resources",
        "counterfactuals",
    ):
        assert isinstance(report[name], list)
    assert report["engine"]["today"] == DAY


GATES = [
    (("--fail-under", "0"), 0),
    (("--fail-under", "100"), 1),
    (("--require-fit",), 1),
    (("--fail-under", "100", "--require-fit"), 1),
]


@pytest.mark.parametrize(("gate", "code"), GATES)
def test_gates(call_cli: CallCli, other_resume: Path, job: Path, gate: tuple[str, ...], code: int) -> None:
    """The report is written all the same; the reason stands on standard error."""
    ran = call_cli("analyze", other_resume, job, "--today", DAY, *gate)
    assert ran.rc == code
    assert ran.stdout.lstrip().startswith(b"UNFIT")
    assert ran.error.startswith("gate failed: ") if code else ran.error == ""


def test_a_gate_that_holds(
    call_cli: CallCli, resume: Path, job: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAREERCRAFT_THRESHOLD", "5")
    ran = call_cli("analyze", resume, job, "--today", DAY, "--require-fit", "--fail-under", "5")
    assert (ran.rc, ran.stderr) == (0, b"")
    assert ran.stdout.lstrip().startswith(b"FIT")


def test_a_gate_that_fails_keeps_the_analysis(call_cli: CallCli, other_resume: Path, job: Path) -> None:
    call_cli("analyze", other_resume, job, "--require-fit")
    assert call_cli("history", "list").stdout.count(b"\n") == 1


def test_stream(run_cli: RunCli, resume: Path, job: Path) -> None:
    ran = run_cli("analyze", resume, job, "--today", DAY, "--stream")
    events = [json.loads(line) for line in fine(ran).splitlines()]
    *stages, last = events
    assert {event["event"] for event in stages} == {"stage"}
    assert [event["stage"] for event in stages] == [
        "read", "parse", "link", "read", "parse", "link", "match", "score", "advise",
    ]  # fmt: skip
    assert last["event"] == "analysis"
    whole = json.loads(fine(run_cli("analyze", resume, job, "--today", DAY, "--format", "json")))
    assert without_created(json.dumps(last["analysis"]).encode()) == without_created(
        json.dumps(whole).encode()
    )


def test_quiet_and_piped_are_silent(run_cli: RunCli, resume: Path, job: Path) -> None:
    assert run_cli("analyze", resume, job).stderr == b""
    assert run_cli("analyze", resume, job, "--quiet").stderr == b""


def test_progress_on_a_terminal(tmp_path: Path, resume: Path, job: Path) -> None:
    """Standard error is a pseudo-terminal: the stages show there, and --quiet leaves them out."""
    shown = on_terminal(tmp_path, "analyze", str(resume), str(job), "--no-history")
    assert b"read resume.txt" in shown
    assert b"readiness " in shown
    assert shown.endswith(b"\r\x1b[K")
    assert on_terminal(tmp_path, "analyze", str(resume), str(job), "--no-history", "--quiet") == b""


def on_terminal(folder: Path, *arguments: str) -> bytes:
    """What a command writes to standard error when that is a terminal."""
    import os
    import pty
    import subprocess
    import sys
    import threading

    from tests.conftest import cli_environment

    ours, theirs = pty.openpty()
    pieces: list[bytes] = []

    def drain() -> None:
        try:
            while piece := os.read(ours, 65536):
                pieces.append(piece)
        except OSError:  # Linux ends a pseudo-terminal so
            return

    reader = threading.Thread(target=drain)
    reader.start()
    done = subprocess.run(
        [sys.executable, "-m", "careercraft", *arguments],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=theirs, cwd=folder,
        env=cli_environment({"COLUMNS": "200"}), check=False,
    )  # fmt: skip
    os.close(theirs)
    reader.join(10)
    os.close(ours)
    assert done.returncode == 0
    return b"".join(pieces)


def test_no_history_keeps_nothing(call_cli: CallCli, home: Path, resume: Path, job: Path) -> None:
    fine(call_cli("analyze", resume, job, "--no-history"))
    assert not (home / "data").exists()
    fine(call_cli("analyze", resume, job))
    assert (home / "data" / "history.db").is_file()


def test_hostile_words_come_out_as_words(call_cli: CallCli, tmp_path: Path, job: Path) -> None:
    hostile = "[bold]x[/bold] [/b] <script>alert(1)</script> \x1b[31mred\x07 {{ 7*7 }}"
    resume = tmp_path / "cv[final].txt"
    resume.write_text(
        texts.RESUME.replace("Built ridership", f"{hostile} Built Python ridership"), encoding="utf-8"
    )
    shown = fine(call_cli("analyze", resume, job, "--full", "--today", DAY)).decode()
    assert "\x1b" not in shown
    page = fine(call_cli("analyze", resume, job, "--today", DAY, "--format", "html")).decode()
    assert "<script>alert" not in page
    assert "7*7" not in page or "{{ 7*7 }}" in page
    assert "cv[final].txt" in page


def test_the_reader_may_leave_early(tmp_path: Path, resume: Path, job: Path) -> None:
    """`careercraft ... | head -1` is no failure, even when more than a pipe holds is still to come."""
    import subprocess
    import sys

    from tests.conftest import cli_environment

    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text("".join(f'{{"pair":"{n}","resume":"resume.txt","job":"job.txt"}}\n' for n in range(12)))
    with subprocess.Popen(
        [sys.executable, "-m", "careercraft", "batch", "--pairs", str(pairs), "--jobs", "1", "--quiet"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=cli_environment(), cwd=tmp_path,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b'{"pair":"0"')
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0
