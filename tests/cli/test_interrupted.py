"""A batch stopped in the middle: Ctrl-C, a kill, a full disk. What it wrote is whole, and --continue goes on."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli import texts
from tests.cli.conftest import without_created
from tests.conftest import DAY, RunCli, cli_environment

PAIRS = 24


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    """More than a moment's work; the fourth pair fails."""
    rows: list[dict[str, str]] = []
    for number in range(PAIRS):
        row = {
            "pair": f"p{number}",
            "resume_text": texts.RESUME,
            "job_text": f"{texts.JOB}- Skill {number}: Excel\n",
        }
        rows.append(row if number != 3 else {"pair": "p3", "resume": "absent.pdf", "job": "absent.txt"})
    file = tmp_path / "pairs.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return file


def start(pairs: Path, out: Path, jobs: int) -> subprocess.Popen[bytes]:
    """In a process group of its own, as a shell starts it, so that Ctrl-C reaches its workers too; also where the
    tests run in the background, which ignores Ctrl-C and hands that on."""
    return subprocess.Popen(
        [sys.executable, "-m", "careercraft", "batch", "--pairs", str(pairs), "-o", str(out), "--today", DAY,
         "--jobs", str(jobs)],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=cli_environment(),
        start_new_session=True, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip


def wait_until(holds: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 60
    while not holds():
        assert process.poll() is None, process.stderr and process.stderr.read()
        assert time.monotonic() < end
        time.sleep(0.005)


def lines_of(out: Path) -> int:
    return out.read_bytes().count(b"\n") if out.exists() else 0


def whole_lines(out: Path) -> list[bytes]:
    data = out.read_bytes()
    assert data.endswith(b"\n")
    for line in data.splitlines():
        json.loads(line)
    return data.splitlines()


@pytest.fixture
def uninterrupted(run_cli: RunCli, pairs: Path) -> list[dict[str, object]]:
    ran = run_cli("batch", "--pairs", pairs, "--today", DAY, "--jobs", 1)
    assert ran.rc == 3
    return [without_created(line) for line in ran.stdout.splitlines()]


@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_then_continue(
    run_cli: RunCli, tmp_path: Path, pairs: Path, jobs: int, uninterrupted: list[dict[str, object]]
) -> None:
    out = tmp_path / "out.jsonl"
    process = start(pairs, out, jobs)
    wait_until(lambda: lines_of(out) >= 2, process)
    os.killpg(process.pid, signal.SIGINT)
    stdout, stderr = process.communicate(timeout=60)
    assert (process.returncode, stdout) == (130, b"")
    words = stderr.decode().splitlines()
    assert words[0] == "interrupted"
    assert words[1].startswith("hint: ")
    assert "--continue" in words[1]
    assert len(words) == 2
    before = whole_lines(out)
    assert 2 <= len(before) < PAIRS
    with out.open("ab") as handle:
        handle.write(b'{"pair":"torn by somebody el')
    ran = run_cli("batch", "--pairs", pairs, "-o", out, "--today", DAY, "--continue", "--jobs", jobs)
    assert ran.rc == 3  # whichever of the two runs met the pair that fails
    after = whole_lines(out)
    assert after[: len(before)] == before  # not done twice: `created` is the first run's
    assert [without_created(line) for line in after] == uninterrupted
    again = run_cli("batch", "--pairs", pairs, "-o", out, "--today", DAY, "--continue")
    assert again.rc == 3
    assert whole_lines(out) == after


def test_ctrl_c_while_workers_start(tmp_path: Path, pairs: Path) -> None:
    """No worker, half loaded, may tell its traceback; none may stay behind."""
    out = tmp_path / "out.jsonl"
    process = start(pairs, out, 2)
    wait_until(lambda: len(members(process.pid)) >= 3, process)
    os.killpg(process.pid, signal.SIGINT)
    _, stderr = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in stderr
    assert stderr.startswith(b"interrupted\n")
    gone(process.pid)


def members(group: int) -> set[int]:
    """Living processes of a group."""
    found = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[2]) == group and fields[0] != "Z":
                found.add(int(entry.name))
    return found


def gone(group: int) -> None:
    end = time.monotonic() + 20
    while members(group):
        assert time.monotonic() < end, f"left behind: {members(group)}"
        time.sleep(0.05)


def test_a_killed_batch_leaves_whole_lines_and_no_workers(tmp_path: Path, pairs: Path) -> None:
    out = tmp_path / "out.jsonl"
    process = start(pairs, out, 2)
    wait_until(lambda: lines_of(out) >= 1, process)
    process.kill()
    process.communicate(timeout=60)
    assert whole_lines(out)
    gone(process.pid)


def limited(size: int) -> Callable[[], None]:
    """No file may grow over `size` bytes: what a full disk is to a program that writes."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


def test_a_full_disk_in_a_batch(run_cli: RunCli, tmp_path: Path, pairs: Path) -> None:
    out = tmp_path / "out.jsonl"
    done = subprocess.run(
        [sys.executable, "-m", "careercraft", "batch", "--pairs", pairs, "-o", out, "--today", DAY, "--jobs", "1"],
        env=cli_environment(), capture_output=True, check=False, preexec_fn=limited(100_000),
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (5, b"")
    assert len(done.stderr.splitlines()) == 2
    assert b"out.jsonl can't be written" in done.stderr
    kept = whole_lines(out)
    assert 0 < len(kept) < PAIRS
    ran = run_cli("batch", "--pairs", pairs, "-o", out, "--today", DAY, "--continue")
    assert ran.rc in {0, 3}
    assert len(whole_lines(out)) == PAIRS


def test_a_full_disk_for_a_report(tmp_path: Path, home: Path, resume: Path, job: Path) -> None:
    """An older report stays, no temporary file does, and the history remembers nothing."""
    report = tmp_path / "report.html"
    report.write_text("older")
    before = set(tmp_path.iterdir())
    done = subprocess.run(
        [sys.executable, "-m", "careercraft", "analyze", resume, job, "-o", report],
        env={**cli_environment(), "CAREERCRAFT_HISTORY_FILE": str(home / "h.db")},
        capture_output=True, check=False, preexec_fn=limited(40_000),
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (5, b""), done.stderr
    assert len(done.stderr.splitlines()) == 2
    assert report.read_text() == "older"
    assert set(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    "arguments", [("--format", "json"), ("--format", "html"), ("-o", "/dev/full", "-f", "json")]
)
def test_standard_output_on_a_full_disk(
    run_cli: RunCli, resume: Path, job: Path, arguments: tuple[str, ...]
) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "careercraft", "analyze", resume, job, *arguments],
            env=cli_environment(), stdout=full, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert done.returncode == 5
    assert len(done.stderr.splitlines()) == 2
    assert b"No space left" in done.stderr
    assert run_cli("history", "list").stdout == b""


@pytest.mark.parametrize(
    "command", [("--help",), ("roles", "list"), ("config", "show"), ("batch", "--pairs", "-")]
)
def test_other_commands_on_a_full_disk(command: tuple[str, ...]) -> None:
    row = json.dumps({"resume_text": texts.RESUME, "job_text": texts.JOB}).encode()
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "careercraft", *command],
            env=cli_environment(), input=row, stdout=full, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert done.returncode == 5, done.stderr
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr
