"""parse, skills, roles, config, doctor, and what all commands share."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from careercraft import __version__
from tests.cli import texts
from tests.cli.conftest import CallCli
from tests.conftest import EXAMPLES, Ran, RunCli

COMMANDS = [
    (), ("analyze",), ("parse",), ("batch",), ("verify",), ("doctor",),
    ("skills",), ("skills", "extract"), ("skills", "search"), ("skills", "show"),
    ("skills", "link"), ("taxonomy",), ("taxonomy", "import"), ("taxonomy", "list"), ("taxonomy", "use"),
    ("taxonomy", "remove"), ("taxonomy", "check"), ("taxonomy", "stats"),
    ("roles",), ("roles", "list"), ("roles", "show"),
    ("history",), ("history", "list"), ("history", "show"), ("history", "diff"), ("history", "export"),
    ("history", "delete"), ("history", "purge"), ("config",), ("config", "show"), ("config", "path"),
]  # fmt: skip


def fine(ran: Ran) -> str:
    assert (ran.rc, ran.stderr) == (0, b""), ran.error
    return ran.stdout.decode()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help(call_cli: CallCli, command: tuple[str, ...]) -> None:
    long, short = fine(call_cli(*command, "--help")), fine(call_cli(*command, "-h"))
    assert long == short
    assert "Usage:" in long


def test_version(call_cli: CallCli) -> None:
    assert fine(call_cli("--version")) == f"careercraft {__version__}\n"


def test_no_argument_shows_help(call_cli: CallCli) -> None:
    assert "Usage:" in (call_cli().stdout + call_cli().stderr).decode()


def test_parse_a_resume(call_cli: CallCli) -> None:
    """As JSON Resume, each value with its place in the text."""
    file = EXAMPLES / "resume.pdf"
    (line,) = fine(call_cli("parse", file, "--as", "resume", "--format", "json")).splitlines()
    found = json.loads(line)
    assert found.keys() >= {"file", "resume", "text", "problems"}
    assert found["file"] == str(file)
    span = found["spans"]["basics.name"]
    assert found["text"][span["start"] : span["end"]] == found["resume"]["basics"]["name"]
    assert len(found["spans"]) > 10
    assert fine(call_cli("parse", file, "--as", "resume"))


def test_parse_a_posting(call_cli: CallCli) -> None:
    file = EXAMPLES / "job.txt"
    (line,) = fine(call_cli("parse", file, "--as", "job", "--format", "json")).splitlines()
    found = json.loads(line)
    assert found.keys() >= {"file", "job", "text", "problems"}
    title = found["job"]["title"]
    assert found["text"][title["span"]["start"] : title["span"]["end"]] == title["value"]
    assert fine(call_cli("parse", file, "--as", "job"))


def test_parse_many_files_with_failures(call_cli: CallCli, tmp_path: Path, resume: Path) -> None:
    """One line a file, in order; the exit code is the failure's."""
    ran = call_cli("parse", resume, tmp_path / "absent.pdf", resume, "--as", "resume", "--format", "json")
    assert ran.rc == 3
    first, second, third = (json.loads(line) for line in ran.stdout.splitlines())
    assert second.keys() == {"file", "error"}
    assert second["error"]["code"] == "input"
    assert first == third
    shown = call_cli("parse", resume, tmp_path / "absent.pdf", "--as", "resume")
    assert shown.rc == 3
    assert "error: " in shown.error
    assert "Traceback" not in shown.error


def test_parse_standard_input(call_cli: CallCli) -> None:
    ran = call_cli("parse", "-", "--as", "resume", "--format", "json", stdin=texts.RESUME.encode())
    assert json.loads(fine(ran))["resume"]["basics"]["name"] == "Zoé Marchand"


def test_parse_to_json_resume_and_back(call_cli: CallCli, tmp_path: Path, resume: Path, job: Path) -> None:
    """What it writes it can read, and a posting has no such form."""
    written = fine(call_cli("parse", resume, "--as", "resume", "--format", "jsonresume"))
    assert json.loads(written)["basics"]["name"] == "Zoé Marchand"
    file = tmp_path / "again.json"
    file.write_text(written, encoding="utf-8")
    again = json.loads(fine(call_cli("parse", file, "--as", "resume", "--format", "json")))["resume"]
    assert again == json.loads(written)
    assert len(again["work"]) == 2
    assert call_cli("parse", job, "--as", "job", "--format", "jsonresume").rc == 2


def test_skills_extract(call_cli: CallCli, resume: Path) -> None:
    lines = [
        json.loads(line)
        for line in fine(call_cli("skills", "extract", resume, "--format", "json")).splitlines()
    ]
    assert {"Python", "SQL", "Tableau", "Apache Airflow"} <= {line["name"] for line in lines}
    for line in lines:
        assert texts.RESUME[line["start"] : line["end"]].split() == line["quote"].split()
    assert "Tableau" in fine(call_cli("skills", "extract", resume))
    assert "Python" in fine(call_cli("skills", "extract", "-", stdin=b"I write Python and SQL every day."))


def test_skills_extract_only_what_is_likely(call_cli: CallCli) -> None:
    text = b"Requirements\nExperience with Kubernetes and SQL\nBenefits\nWe offer health insurance and childcare."

    def found(*options: str) -> dict[str, float]:
        shown = fine(call_cli("skills", "extract", "-", "--format", "json", *options, stdin=text))
        return {row["name"]: row["probability"] for row in map(json.loads, shown.splitlines())}

    everything, likely = found(), found("--least", "0.5")
    assert {"Kubernetes", "SQL"} <= likely.keys() < everything.keys()
    assert min(likely.values()) >= 0.5 > min(everything.values())


def test_skills_search(call_cli: CallCli) -> None:
    found = [
        json.loads(line)
        for line in fine(call_cli("skills", "search", "pyhton", "--format", "json")).splitlines()
    ]
    assert found[0]["name"] == "Python"
    assert len(fine(call_cli("skills", "search", "data", "--limit", "3")).splitlines()) == 3


def test_skills_show(call_cli: CallCli) -> None:
    assert "Python" in fine(call_cli("skills", "show", "python"))
    found = json.loads(fine(call_cli("skills", "show", "Python", "--format", "json")))
    assert (found["id"], found["name"]) == ("python", "Python")
    ran = call_cli("skills", "show", "pythn")
    assert ran.rc == 2
    assert "python" in ran.error


def test_roles(call_cli: CallCli) -> None:
    roles = [json.loads(line) for line in fine(call_cli("roles", "list", "--format", "json")).splitlines()]
    assert len(roles) >= 40
    family = roles[0]["family"]
    some = fine(call_cli("roles", "list", "--family", family)).splitlines()
    assert 0 < len(some) < len(roles)
    assert call_cli("roles", "list", "--family", "astronauts").rc == 2
    for role in roles[:3]:
        assert role["title"] in fine(call_cli("roles", "show", role["id"]))
        assert json.loads(fine(call_cli("roles", "show", role["id"], "--format", "json")))["id"] == role["id"]
    assert call_cli("roles", "show", "astronaut-baker").rc == 2


def test_config_show_says_where_values_come_from(
    call_cli: CallCli, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = home / "config" / "config.yaml"
    file.parent.mkdir()
    file.write_text("threshold: 75\nweights:\n  skills_match: 0.5\n")
    monkeypatch.setenv("CAREERCRAFT_THRESHOLD", "80")
    found = json.loads(fine(call_cli("config", "show", "--format", "json")))
    rows = {row["name"]: (row["value"], row["origin"]) for row in found}
    assert rows["threshold"] == (80, "CAREERCRAFT_THRESHOLD")
    assert rows["weights.skills_match"] == (0.5, str(file))
    assert rows["weights.salary_match"][1] == "default"
    assert "CAREERCRAFT_THRESHOLD" in fine(call_cli("config", "show"))
    assert fine(call_cli("config", "path")) == f"{file}\n"


def test_doctor(run_cli: RunCli) -> None:
    shown = fine(run_cli("doctor"))
    for word in (__version__, "python", "history", "cache", "skills", "roles", "encoder", "all-MiniLM-L6-v2"):
        assert word in shown
    assert " broken " not in shown


def test_doctor_finds_what_is_broken(run_cli: RunCli) -> None:
    ran = run_cli("doctor", env={"CAREERCRAFT_TAXONOMY": "/no/such/folder"})
    assert ran.rc == 6
    assert "broken" in ran.stdout.decode()
    assert "/no/such/folder" in ran.stdout.decode()


def test_module_and_bad_locale(run_cli: RunCli, resume: Path, job: Path) -> None:
    """`python -m careercraft` in the C locale, with an ASCII terminal: no failure, and nothing lost in JSON."""
    environment = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    shown = run_cli("analyze", resume, job, "--no-history", env=environment)
    assert (shown.rc, shown.stderr) == (0, b"")
    shown.stdout.decode("ascii")
    report = run_cli("analyze", resume, job, "--no-history", "--format", "json", env=environment)
    assert "Zoé Marchand" in json.loads(report.stdout)["documents"]["resume"]["text"]


def test_no_color_is_written_to_a_pipe(run_cli: RunCli, resume: Path, job: Path) -> None:
    for extra in ({}, {"NO_COLOR": "1"}, {"TERM": "dumb"}):
        assert b"\x1b" not in run_cli("analyze", resume, job, "--no-history", env=extra).stdout


def test_ones_own_taxonomy(call_cli: CallCli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of skills alone is enough; the built-in roles, which ask for built-in skills, stay out of it."""
    family = tmp_path / "skills" / "craft"
    family.mkdir(parents=True)
    hours = "{beginner: 10, intermediate: 20, advanced: 40, expert: 80}"
    family.joinpath("wood.yaml").write_text(
        f"- {{id: wood-turning, name: Wood Turning, kind: technical, hours: {hours}}}\n"
        f"- {{id: joinery, name: Joinery, kind: technical, hours: {hours}, aliases: [dovetailing]}}\n"
    )
    monkeypatch.setenv("CAREERCRAFT_TAXONOMY", str(tmp_path / "skills"))
    shown = fine(
        call_cli("skills", "extract", "-", stdin=b"Ten years of wood turning and dovetailing, with Python.")
    )
    assert "Wood Turning" in shown
    assert "Joinery" in shown
    assert "Python" not in shown.split()[0]
    assert fine(call_cli("roles", "list")) == ""
    refused = call_cli("analyze", "-", "--describe", "make chairs for a living", stdin=texts.RESUME.encode())
    assert refused.rc == 2, refused.error
