"""A misparse can be put right and stays right: `parse --edit`, `--corrections`, `--forget`, and who uses them."""

from __future__ import annotations

import json
import os
import pty
import re
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from careercraft import analyze, paths
from careercraft import parse_resume as library_parse
from careercraft.cli.drafts import editor as editor_of
from careercraft.clock import today
from careercraft.store import load_corrections
from tests.cli.conftest import CallCli, without_created
from tests.cli.test_bad_input import refused, scan
from tests.conftest import DAY, EXAMPLES, Ran, RunCli, cli_environment

RESUME, JOB = EXAMPLES / "resume.pdf", EXAMPLES / "job.txt"
ANALYZE = ("analyze", RESUME, JOB, "--today", DAY)


def drafts() -> list[Path]:
    folder = paths.history_file().parent / "drafts"
    return [file for file in folder.rglob("*") if file.is_file()]


@pytest.fixture
def corrected(call_cli: CallCli, tmp_path: Path) -> Path:
    """The example's JSON Resume, by somebody who knows Airflow; kept as its correction."""
    payload = json.loads(call_cli("parse", RESUME, "-f", "jsonresume").stdout)
    payload["work"][0]["highlights"][0] += " Moved the nightly jobs to Apache Airflow."
    file = tmp_path / "right.json"
    file.write_text(json.dumps(payload), encoding="utf-8")
    ran = call_cli("parse", RESUME, "--corrections", file)
    assert ran.rc == 0, ran.error
    assert "kept your corrections of resume.pdf" in ran.error
    return file


def editor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, program: str) -> None:
    """An editor that is a Python program; `path` is the file that it is given."""
    script = tmp_path / "my editor.py"
    script.write_text(
        f"import pathlib, sys\npath = pathlib.Path(sys.argv[-1])\n{program}\n", encoding="utf-8"
    )
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"'{sys.executable}' '{script}'")


def analysis_of(ran: Ran) -> dict[str, Any]:
    assert ran.rc == 0, ran.error
    return without_created(ran.stdout)


def missing(analysis: dict[str, Any]) -> set[str]:
    return {entry["name"] for entry in analysis["skills"]["missing"]}


@pytest.mark.usefixtures("corrected")
def test_analyze_uses_them_and_says_so(call_cli: CallCli) -> None:
    ran = call_cli(*ANALYZE, "-f", "json")
    found = analysis_of(ran)
    assert re.search(r"note: using your corrections of \d{4}-\d\d-\d\d for resume\.pdf", ran.error)
    assert "Apache Airflow" not in missing(found)
    assert found["correction"] == found["correction"].lower()
    assert len(found["correction"]) == 64
    resume = found["documents"]["resume"]
    assert (resume["name"], resume["format"]) == ("resume.pdf", "json_resume")
    assert [problem["severity"] for problem in resume["problems"] if problem["code"] == "corrected"] == [
        "info"
    ]
    assert "using your corrections" not in call_cli(*ANALYZE, "--quiet").error


@pytest.mark.usefixtures("corrected")
@pytest.mark.parametrize("format", ["terminal", "markdown", "html"])
def test_every_report_says_so(call_cli: CallCli, format: str) -> None:
    said = b"your corrections stand in place of what was read"
    with_them = call_cli(*ANALYZE, "-f", format).stdout
    assert said in b" ".join(with_them.split())
    assert said not in b" ".join(call_cli(*ANALYZE, "-f", format, "--no-corrections").stdout.split())


def test_the_hash_stays_that_of_the_file(call_cli: CallCli, request: pytest.FixtureRequest) -> None:
    before = analysis_of(call_cli(*ANALYZE, "-f", "json"))
    request.getfixturevalue("corrected")
    after = analysis_of(call_cli(*ANALYZE, "-f", "json"))
    assert after["documents"]["resume"]["hash"] == before["documents"]["resume"]["hash"]
    assert after["id"] != before["id"]
    assert after == analysis_of(call_cli(*ANALYZE, "-f", "json"))
    assert before == analysis_of(call_cli(*ANALYZE, "-f", "json", "--no-corrections"))
    shown = json.loads(call_cli("history", "diff", "1", "2", "--format", "json").stdout)
    assert shown["causes"] == ["corrections"]


@pytest.mark.usefixtures("corrected")
def test_evidence_quotes_what_the_person_wrote(call_cli: CallCli, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    assert call_cli(*ANALYZE, "-o", report).rc == 0
    assert call_cli("verify", report).rc == 0
    text = json.loads(report.read_bytes())["documents"]["resume"]["text"]
    assert "Moved the nightly jobs to Apache Airflow." in text
    report.write_text(report.read_text(encoding="utf-8").replace("nightly jobs", "hourly jobs", 1), "utf-8")
    assert call_cli("verify", report).rc == 1


@pytest.mark.usefixtures("corrected")
def test_the_same_bytes_under_another_name(call_cli: CallCli, tmp_path: Path) -> None:
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(RESUME.read_bytes())
    found = analysis_of(call_cli("analyze", copy, JOB, "--today", DAY, "-f", "json"))
    assert found["documents"]["resume"]["name"] == "copy.pdf"
    assert "correction" in found
    piped = analysis_of(
        call_cli("analyze", "-", JOB, "--today", DAY, "-f", "json", stdin=RESUME.read_bytes())
    )
    assert piped["correction"] == found["correction"]
    copy.write_bytes(RESUME.read_bytes() + b"\n")
    assert "correction" not in analysis_of(call_cli("analyze", copy, JOB, "--today", DAY, "-f", "json"))


@pytest.mark.usefixtures("corrected")
def test_a_posting_is_never_corrected(call_cli: CallCli) -> None:
    line = json.loads(call_cli("parse", RESUME, "--as", "job", "-f", "json").stdout)
    assert "Moved the nightly jobs" not in line["text"]


@pytest.mark.usefixtures("corrected")
def test_the_stream_says_so(call_cli: CallCli) -> None:
    def first(*flags: str) -> dict[str, Any]:
        stage: dict[str, Any] = json.loads(call_cli(*ANALYZE, "--stream", *flags).stdout.splitlines()[0])
        return stage

    assert first()["corrected"] is True
    assert "corrected" not in first("--no-corrections")


@pytest.mark.usefixtures("corrected")
def test_the_library_uses_them() -> None:
    found = analyze(RESUME, JOB, today=today(DAY))
    assert isinstance(found.correction, str)
    plain = analyze(RESUME, JOB, today=today(DAY), settings={"corrections": False})
    assert not isinstance(plain.correction, str)
    assert any("Airflow" in bullet.value for bullet in library_parse(RESUME).work[0].bullets)


@pytest.mark.usefixtures("corrected")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_batch_uses_them_and_says_so(run_cli: RunCli, jobs: str) -> None:
    arguments = (
        "batch",
        RESUME,
        EXAMPLES / "nurse.docx",
        "--job",
        JOB,
        "--today",
        DAY,
        "--brief",
        "-j",
        jobs,
    )
    ran = run_cli(*arguments)
    assert ["correction" in json.loads(line) for line in ran.stdout.splitlines()] == [True, False]
    assert ran.error.startswith("2 pairs: ")
    assert ran.error.rstrip().endswith(", 1 with your corrections")
    without = run_cli(*arguments, "--no-corrections")
    assert b'"correction"' not in without.stdout
    assert "corrections" not in without.error
    assert b'"correction"' not in run_cli(*arguments, env={"CAREERCRAFT_CORRECTIONS": "false"}).stdout


def test_the_day_of_a_correction_changes_nothing(
    call_cli: CallCli, corrected: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = analysis_of(call_cli(*ANALYZE, "-f", "json"))
    monkeypatch.setattr("careercraft.api.now", lambda: "2031-01-01T00:00:00Z")
    call_cli("parse", RESUME, "--corrections", corrected)
    again = call_cli(*ANALYZE, "-f", "json")
    assert "of 2031-01-01" in again.error or "of 2030-12-31" in again.error  # the day where the person is
    assert analysis_of(again) == first


@pytest.mark.usefixtures("corrected")
def test_parse_shows_them(call_cli: CallCli) -> None:
    ran = call_cli("parse", RESUME)
    assert b"(corrected)" in ran.stdout
    assert "using your corrections" in ran.error
    line = json.loads(call_cli("parse", RESUME, "-f", "json").stdout)
    assert [problem["code"] for problem in line["problems"]] == ["corrected"]
    assert len(line["correction"]) == 64
    assert b"(corrected)" not in call_cli("parse", RESUME, "--no-corrections").stdout


@pytest.mark.usefixtures("corrected")
def test_forget(call_cli: CallCli) -> None:
    ran = call_cli("parse", RESUME, "--forget")
    assert (ran.rc, "deleted your corrections" in ran.error) == (0, True)
    assert b"(corrected)" not in ran.stdout
    refused(call_cli("parse", RESUME, "--forget"), 2, "no corrections of resume.pdf")


def test_forget_makes_no_database(call_cli: CallCli, home: Path) -> None:
    refused(call_cli("parse", RESUME, "--forget"), 2)
    assert list(home.iterdir()) == []


@pytest.mark.usefixtures("corrected")
def test_purge_deletes_them(call_cli: CallCli, home: Path) -> None:
    refused(call_cli("history", "purge"), 2, "all your corrections")
    kept = call_cli("history", "purge", "--yes", "--keep-corrections")
    assert kept.error == "deleted 0 run(s)\n"
    assert len(load_corrections()) == 1
    assert call_cli("history", "purge", "--yes").error == "deleted 0 run(s) and 1 correction(s)\n"
    assert [file for file in home.rglob("*") if file.is_file()] == []


@pytest.mark.usefixtures("corrected")
def test_doctor_counts_them(call_cli: CallCli) -> None:
    shown = call_cli("doctor").stdout.decode()
    assert re.search(r"^corrections +ok +1 kept$", shown, re.MULTILINE)


def test_a_file_that_cannot_be_read(call_cli: CallCli, corrected: Path, tmp_path: Path) -> None:
    """Who types a scan off needs no OCR."""
    picture = tmp_path / "scan.pdf"
    picture.write_bytes(scan())
    refused(call_cli("analyze", picture, JOB), 3)
    assert call_cli("parse", picture, "--corrections", corrected).rc == 0
    found = analysis_of(call_cli("analyze", picture, JOB, "--today", DAY, "-f", "json"))
    assert found["documents"]["resume"]["name"] == "scan.pdf"
    assert call_cli("parse", picture, "--forget").rc == 3  # forgotten, and then not readable once more
    assert len(load_corrections()) == 1


def test_from_standard_input(call_cli: CallCli, corrected: Path) -> None:
    call_cli("parse", RESUME, "--forget")
    ran = call_cli("parse", RESUME, "--corrections", "-", stdin=b"\xef\xbb\xbf" + corrected.read_bytes())
    assert ran.rc == 0
    assert len(load_corrections()) == 1


BAD: dict[str, tuple[str | bytes, int, tuple[str, ...]]] = {
    "broken JSON": ('{"basics": {"name": "Ada",}}', 3, ("right.json", "line 1, column 27")),
    "a wrong kind": ('{"basics": {"name": []}}', 3, ("right.json", "basics.name", "line 1, column 21")),
    "no resume": ('{"basics": {"name": "Ada"}}', 3, ("right.json", "too little for a resume")),
    "no UTF-8": (b'{"basics": {"name": "\xff"}}', 3, ("right.json", "UTF-8")),
    "nothing": ("", 3, ("right.json", "not valid JSON")),
}


@pytest.mark.parametrize("name", BAD)
def test_what_will_not_do_is_not_kept(call_cli: CallCli, tmp_path: Path, home: Path, name: str) -> None:
    content, code, words = BAD[name]
    file = tmp_path / "right.json"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    refused(call_cli("parse", RESUME, "--corrections", file), code, *words)
    assert list(home.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((RESUME, "--corrections", "absent.json"), 3),
        (("absent.pdf", "--corrections", EXAMPLES / "electrician.json"), 3),
        ((RESUME, "--edit", "--forget"), 2),
        ((RESUME, "--edit", "--corrections", "-"), 2),
        ((RESUME, EXAMPLES / "nurse.docx", "--edit"), 2),
        (("-", "--corrections", EXAMPLES / "electrician.json"), 2),
        ((JOB, "--as", "job", "--forget"), 2),
        ((RESUME, "--edit", "--no-corrections"), 2),
        ((RESUME, "--corrections", EXAMPLES / "electrician.json", "--no-corrections"), 2),
    ],
)
def test_wrong_usage(call_cli: CallCli, home: Path, arguments: tuple[str | Path, ...], code: int) -> None:
    refused(call_cli("parse", *arguments), code)
    assert list(home.iterdir()) == []


def test_words_of_unknown_sections_are_told(call_cli: CallCli, corrected: Path) -> None:
    payload = json.loads(corrected.read_bytes()) | {"skils\x1b[31m": []}
    corrected.write_text(json.dumps(payload), encoding="utf-8")
    ran = call_cli("parse", RESUME, "--corrections", corrected)
    assert "no section of JSON Resume" in ran.error
    assert "\x1b" not in ran.error


def test_hidden_text_of_the_file_is_still_reported(
    call_cli: CallCli, corrected: Path, tmp_path: Path
) -> None:
    page = tmp_path / "cv.html"
    body = "".join(f"<p>Built reports in SQL and Python for team {number}.</p>" for number in range(9))
    page.write_text(f'<html><body>{body}<p style="display:none">Rust wizard</p></body></html>', "utf-8")
    call_cli("parse", page, "--corrections", corrected)
    found = analysis_of(call_cli("analyze", page, JOB, "--today", DAY, "-f", "json"))["documents"]["resume"]
    assert [item["text"] for item in found["hidden"]] == ["Rust wizard"]
    assert {"corrected", "hidden_text"} <= {problem["code"] for problem in found["problems"]}


def test_edit(call_cli: CallCli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The file given holds what was found, is private while it is open, and gone afterwards."""
    editor(
        monkeypatch,
        tmp_path,
        "import os, json\n"
        f"pathlib.Path({str(tmp_path / 'seen')!r}).write_text(path.read_text('utf-8') + oct(path.stat().st_mode))\n"
        "path.with_name('resume.json~').write_text('a copy')\n"
        "path.write_text(path.read_text('utf-8').replace('Maya', 'Mia'), 'utf-8')",
    )
    ran = call_cli("parse", RESUME, "--edit")
    assert ran.rc == 0, ran.error
    assert b"Mia Okafor" in ran.stdout
    seen = (tmp_path / "seen").read_text(encoding="utf-8")
    assert '"name": "Maya Okafor"' in seen
    assert '"Amazon Redshift"' in seen
    assert seen.endswith("600")
    assert drafts() == []
    (kept,) = load_corrections().values()
    assert kept.name == "resume.pdf"
    assert "Mia Okafor" in kept.resume
    call_cli("parse", RESUME, "--edit")  # once more: what is opened is what was kept
    assert (tmp_path / "seen").read_text(encoding="utf-8").startswith(kept.resume)


def test_edit_of_a_json_resume_opens_its_own_words(
    call_cli: CallCli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    given = json.loads((EXAMPLES / "electrician.json").read_bytes())
    given["meta"] = {"theme": "flat"}
    given["work"][0]["crew"] = ["Ann", "Bob"]
    file = tmp_path / "cv.json"
    file.write_text(json.dumps(given), encoding="utf-8")
    editor(
        monkeypatch, tmp_path, f"pathlib.Path({str(tmp_path / 'seen')!r}).write_text(path.read_text('utf-8'))"
    )
    assert call_cli("parse", file, "--edit").rc == 0
    assert json.loads((tmp_path / "seen").read_text(encoding="utf-8")) == given


def test_the_draft_is_a_private_folder(
    monkeypatch: pytest.MonkeyPatch, call_cli: CallCli, tmp_path: Path
) -> None:
    editor(monkeypatch, tmp_path, "path.write_text('{')")
    refused(call_cli("parse", RESUME, "--edit"), 3, "line 1")
    (draft,) = drafts()
    assert stat.S_IMODE(draft.stat().st_mode) == 0o600
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in list(draft.parents)[:2]} == {0o700}


def test_nothing_changed(monkeypatch: pytest.MonkeyPatch, call_cli: CallCli, tmp_path: Path) -> None:
    editor(monkeypatch, tmp_path, "pass")
    ran = call_cli("parse", RESUME, "--edit")
    assert (ran.rc, "nothing was changed" in ran.error) == (0, True)
    assert b"Maya Okafor" in ran.stdout
    assert drafts() == []
    assert load_corrections() == {}


def test_emptied(monkeypatch: pytest.MonkeyPatch, call_cli: CallCli, tmp_path: Path) -> None:
    editor(monkeypatch, tmp_path, "path.write_text(' ')")
    refused(call_cli("parse", RESUME, "--edit"), 2, "empty")
    assert drafts() == []
    editor(monkeypatch, tmp_path, "path.unlink()")
    refused(call_cli("parse", RESUME, "--edit"), 3, "can't be read")
    assert drafts() == []


def test_a_failing_editor(monkeypatch: pytest.MonkeyPatch, call_cli: CallCli, tmp_path: Path) -> None:
    editor(monkeypatch, tmp_path, "sys.exit(3)")
    refused(call_cli("parse", RESUME, "--edit"), 2, "failed with code 3")
    assert drafts() == []
    monkeypatch.setenv("VISUAL", str(tmp_path / "no-such-editor"))  # which goes before EDITOR
    refused(call_cli("parse", RESUME, "--edit"), 2, "no-such-editor can't be started")
    assert drafts() == []
    monkeypatch.setenv("VISUAL", "vim 'unclosed")
    refused(call_cli("parse", RESUME, "--edit"), 2, "is no command")


def test_no_editor_without_a_terminal(monkeypatch: pytest.MonkeyPatch, call_cli: CallCli) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", " ")
    refused(call_cli("parse", RESUME, "--edit"), 2, "needs a terminal")


def test_no_editor_at_all(monkeypatch: pytest.MonkeyPatch, call_cli: CallCli) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.setattr("careercraft.cli.console.is_terminal", lambda name: name == "stdin")
    monkeypatch.setattr("shutil.which", lambda name: None)
    refused(call_cli("parse", RESUME, "--edit"), 2, "no editor is set")
    monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}" if name in {"nano", "vi"} else None)
    assert editor_of("") == ["/bin/nano"]


def test_an_invalid_draft_is_taken_up_again(
    monkeypatch: pytest.MonkeyPatch, call_cli: CallCli, tmp_path: Path
) -> None:
    """Without a terminal the run ends, the draft stays, and the next run goes on with it."""
    change = "path.write_text(path.read_text('utf-8').replace('Maya', 'Mia').replace('{', '{{', 1), 'utf-8')"
    editor(monkeypatch, tmp_path, change)
    ran = call_cli("parse", RESUME, "--edit")
    refused(ran, 3, "the corrections of resume.pdf: not valid JSON", "line 1, column 2")
    assert "takes your draft up again" in ran.error
    assert load_corrections() == {}
    editor(monkeypatch, tmp_path, "path.write_text(path.read_text('utf-8').replace('{{', '{', 1), 'utf-8')")
    ran = call_cli("parse", RESUME, "--edit")
    assert ran.rc == 0
    assert "taking up your unfinished draft" in ran.error
    assert b"Mia Okafor" in ran.stdout
    assert drafts() == []


def test_a_draft_can_be_thrown_away(
    monkeypatch: pytest.MonkeyPatch, call_cli: CallCli, tmp_path: Path
) -> None:
    editor(monkeypatch, tmp_path, "path.write_text('{')")
    call_cli("parse", RESUME, "--edit")
    assert len(drafts()) == 1
    assert call_cli("parse", RESUME, "--forget").rc == 0
    assert drafts() == []
    call_cli("parse", RESUME, "--edit")
    assert call_cli("history", "purge", "--yes").rc == 0
    assert drafts() == []


@pytest.mark.parametrize("again", [True, False])
def test_a_person_is_asked_to_edit_again(
    monkeypatch: pytest.MonkeyPatch, call_cli: CallCli, tmp_path: Path, again: bool
) -> None:
    program = "import pathlib\nleft = pathlib.Path(sys.argv[0] + '.n')\nleft.touch()\n"
    program += "path.write_text('{' if not left.read_text() else path.with_name('good').read_text())\n"
    program += "left.write_text('x')"
    editor(monkeypatch, tmp_path, program)
    good = json.loads(call_cli("parse", RESUME, "-f", "jsonresume").stdout)
    good["basics"]["name"] = "Mia Okafor"
    monkeypatch.setattr("careercraft.cli.console.is_terminal", lambda name: name == "stdin")

    def answer(question: str, **options: Any) -> bool:
        for draft in drafts():
            draft.with_name("good").write_text(json.dumps(good), encoding="utf-8")
        return again

    monkeypatch.setattr("typer.confirm", answer)
    ran = call_cli("parse", RESUME, "--edit")
    assert "line 1, column 2" in ran.error
    assert (ran.rc, bool(load_corrections())) == ((0, True) if again else (3, False))
    assert bool(drafts()) is not again


def test_an_unusable_database(call_cli: CallCli, home: Path) -> None:
    """A correction that can't be looked up must not be left out silently."""
    (home / "data").mkdir()
    (home / "data" / "history.db").write_bytes(b"garbage" * 200)
    ran = call_cli("parse", RESUME)
    refused(ran, 5, "history.db")
    assert "--no-corrections" in ran.error
    assert call_cli("parse", RESUME, "--no-corrections").rc == 0
    ran = call_cli("batch", RESUME, "--job", JOB, "--today", DAY)
    assert ran.rc == 5
    ran = call_cli("analyze", RESUME, JOB, "--today", DAY, "--no-history")
    assert ran.rc == 0
    assert "no corrections were looked up" in ran.error


def test_at_a_real_terminal(tmp_path: Path, home: Path) -> None:
    """The editor gets the terminal itself."""
    script = tmp_path / "ed.py"
    script.write_text(
        "import pathlib, sys\npath = pathlib.Path(sys.argv[-1])\nassert sys.stdin.isatty()\n"
        "path.write_text(path.read_text('utf-8').replace('Maya', 'Mia'), 'utf-8')\n",
        encoding="utf-8",
    )
    pid, terminal = pty.fork()
    if pid == 0:
        variables = cli_environment({"EDITOR": f"{sys.executable} {script}", "VISUAL": "", "TERM": "dumb"})
        os.execve(
            sys.executable, [sys.executable, "-m", "careercraft", "parse", str(RESUME), "--edit"], variables
        )
    shown = b""
    try:
        while chunk := os.read(terminal, 4096):
            shown += chunk
    except OSError:  # how Linux says that the other side is closed
        pass
    _, status = os.waitpid(pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0, shown
    assert b"Mia Okafor" in shown
