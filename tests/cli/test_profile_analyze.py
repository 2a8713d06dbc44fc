"""`careercraft analyze --profile`: in place of a resume, or beside one, whose words and the person's stay apart."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from careercraft import paths
from careercraft.api import Workbench
from careercraft.settings import load_settings
from careercraft.store import load_profile
from tests.cli import texts
from tests.cli.conftest import CallCli, without_created
from tests.cli.test_bad_input import refused
from tests.cli.test_profile import exported, said
from tests.conftest import DAY, Ran

AIRFLOW = {"position": "Data Engineer", "name": "Rainier Open Data", "startDate": "2014-01", "endDate": "2016-05",
           "highlights": ["Orchestrated the nightly loads with Apache Airflow and Terraform"]}  # fmt: skip
MINE: dict[str, Any] = {
    "basics": {"name": "Zoé Marchand", "location": {"city": "Oslo", "countryCode": "NO"}},
    "work": [
        {
            "position": "Data Analyst",
            "name": "Tidewater Transit, Inc.",
            "startDate": "2019-03",
            "highlights": ["Rust"],
        },
        AIRFLOW,
    ],
    "education": [{"studyType": "BSc", "area": "Statistics", "institution": "Western Washington University"}],
    "certificates": [{"name": "CKA: Certified Kubernetes Administrator", "date": "2025-02"}],
    "skills": [{"name": "SQL", "level": "expert"}, {"name": "Python"}, {"name": "Kubernetes", "years": 2}],
}
JOB = f"{texts.JOB}\n- Kubernetes and Terraform\n"


@pytest.fixture
def posting(tmp_path: Path) -> Path:
    file = tmp_path / "posting.txt"
    file.write_text(JOB, encoding="utf-8")
    return file


@pytest.fixture
def mine(call_cli: CallCli, tmp_path: Path) -> CallCli:
    """With a profile that has more than the resume."""
    keep(call_cli, tmp_path, MINE)
    return call_cli


def keep(call_cli: CallCli, folder: Path, payload: dict[str, Any], *flags: str) -> None:
    file = folder / "mine.json"
    file.write_text(json.dumps(payload), encoding="utf-8")
    said(call_cli("profile", "import", file, "--yes", *flags))


def report(ran: Ran) -> dict[str, Any]:
    assert ran.rc == 0, ran.error
    return without_created(ran.stdout)


def analyzed(call_cli: CallCli, *arguments: str | Path) -> dict[str, Any]:
    return report(call_cli("analyze", *arguments, "--today", DAY, "-f", "json"))


def strength(found: dict[str, Any], name: str) -> float:
    return max(
        (
            one["strength"]
            for kind in ("matched", "partial")
            for one in found["skills"][kind]
            if one["name"] == name
        ),
        default=0.0,
    )


def pieces(found: Any) -> list[dict[str, Any]]:
    """All evidence from the resume's side."""
    if isinstance(found, dict):
        own = [found] if found.get("document") == "resume" and "start" in found else []
        return own + [piece for value in found.values() for piece in pieces(value)]
    return [piece for value in found for piece in pieces(value)] if isinstance(found, list) else []


def test_in_place_of_a_resume(mine: CallCli, posting: Path, tmp_path: Path) -> None:
    ran = mine("analyze", "--profile", posting, "--today", DAY, "-f", "json")
    found = report(ran)
    assert "note: your profile stands in place of a resume file" in ran.error
    resume = found["documents"]["resume"]
    assert (resume["name"], resume["format"], resume["hash"]) == ("profile", "json_resume", found["profile"])
    assert "profile_from" not in resume
    assert strength(found, "Kubernetes") > 0
    file = tmp_path / "mine.json"
    as_file = analyzed(mine, file, posting)
    assert as_file["scores"] == found["scores"]
    assert as_file["documents"]["resume"]["text"] == resume["text"]
    assert "profile" not in as_file


def test_beside_a_resume(mine: CallCli, resume: Path, posting: Path, tmp_path: Path) -> None:
    alone = analyzed(mine, resume, posting)
    ran = mine("analyze", resume, posting, "--profile", "--today", DAY, "-f", "json")
    found = report(ran)
    note = "your profile completes the resume by 1 position, 1 certificate and 2 skills"
    assert note in ran.error
    (problem,) = [one for one in found["documents"]["resume"]["problems"] if one["code"] == "profile"]
    assert problem["message"].startswith(note)
    assert found["documents"]["resume"]["hash"] == alone["documents"]["resume"]["hash"]
    assert found["id"] != alone["id"]
    assert strength(alone, "Terraform") == 0
    assert strength(found, "Terraform") > 0.5
    assert strength(found, "Kubernetes") > 0
    assert found["verdict"]["readiness"] > alone["verdict"]["readiness"]
    entries = [entry["name"] for entry in found["resume"]["work"]]
    assert entries == [
        "Tidewater Transit",
        "Café Olympia",
        "Rainier Open Data",
    ]  # the first is no position twice
    assert "Rust" not in found["documents"]["resume"]["text"]
    assert found["resume"]["basics"]["location"]["city"] == "Tacoma"
    whole = tmp_path / "whole.json"
    whole.write_text(json.dumps({**found, "created": "2026-11-20T00:00:00Z"}), encoding="utf-8")
    assert mine("verify", whole).rc == 0


def test_words_of_the_profile_are_never_words_of_the_file(mine: CallCli, resume: Path, posting: Path) -> None:
    alone = analyzed(mine, resume, posting)["documents"]["resume"]["text"]
    found = analyzed(mine, resume, posting, "--profile")
    text, start = (found["documents"]["resume"][name] for name in ("text", "profile_from"))
    assert text[:start].rstrip("\n") == alone
    assert text[start:].startswith("From your profile\n")
    assert all(word not in text[:start] for word in ("Terraform", "Kubernetes", "Rainier"))
    cited = pieces(found)
    mine_too = [piece for piece in cited if piece["start"] >= start]
    assert mine_too
    assert all(piece["end"] <= start for piece in cited if piece["start"] < start)
    assert all("page" not in piece for piece in mine_too)


@pytest.mark.parametrize("format", ["terminal", "markdown", "html"])
def test_every_report_says_whose_words_they_are(
    mine: CallCli, resume: Path, posting: Path, format: str
) -> None:
    arguments = ("analyze", resume, posting, "--today", DAY, "--no-history", "-f", format, "--full")
    page = " ".join(mine(*arguments, "--profile").stdout.decode().split())
    assert "your profile" in page
    assert "From your profile" in page or format != "html"
    assert "your profile" not in mine(*arguments).stdout.decode()


def test_the_same_input_gives_the_same_bytes(mine: CallCli, resume: Path, posting: Path, home: Path) -> None:
    for arguments in ((resume, posting, "--profile"), ("--profile", posting)):
        assert analyzed(mine, *arguments) == analyzed(mine, *arguments)
    first = analyzed(mine, "--profile", posting)
    said(mine("profile", "skills", "add", "Tableau", "--as-typed"))
    assert analyzed(mine, "--profile", posting)["id"] != first["id"]
    said(mine("profile", "undo"))
    # undone, it is the same again, though the version is another one
    assert analyzed(mine, "--profile", posting)["id"] == first["id"]


def test_a_profile_that_adds_nothing_changes_nothing(
    call_cli: CallCli, resume: Path, posting: Path, tmp_path: Path
) -> None:
    keep(call_cli, tmp_path, {"basics": {}, "skills": [{"name": "python"}, {"name": "SQL"}]})
    ran = call_cli("analyze", resume, posting, "--profile", "--today", DAY, "-f", "json")
    assert "note: your profile has nothing that resume.txt lacks" in ran.error
    assert report(ran) == analyzed(call_cli, resume, posting)


def test_a_level_completes_a_skill_that_is_there(mine: CallCli, resume: Path, posting: Path) -> None:
    def level(*flags: str) -> str | None:
        found = analyzed(mine, resume, posting, *flags)["skills"]["matched"]
        return next((one.get("found_level") for one in found if one["name"] == "SQL"), None)

    assert level() is None
    assert level("--profile") == "expert"


def test_wishes_stand_between_the_config_and_the_flags(
    mine: CallCli, posting: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said(mine("profile", "wishes", "set", "--location", "Oslo", "--location", "Seattle, WA"))

    def place(*flags: str) -> str | None:
        found: str | None = analyzed(mine, "--profile", posting, *flags)["facts"]["location"]["resume_place"]
        return found

    assert place() == "Seattle, WA"  # of several the one nearest to the job
    assert place("--location", "Lyon, France") == "Lyon, France"
    file = paths.config_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("wishes: {location: Berlin}\n")
    assert place() == "Seattle, WA"
    monkeypatch.setenv("CAREERCRAFT_WISHES_LOCATION", "Paris")
    assert place() == "Seattle, WA"
    without = analyzed(mine, posting.with_name("mine.json"), posting)
    assert (
        without["facts"]["location"]["resume_place"] == "Paris"
    )  # who doesn't ask for the profile gets none of it


def test_hours_that_are_not_those_of_the_posting_are_said(mine: CallCli, tmp_path: Path) -> None:
    said(mine("profile", "wishes", "set", "--hours-per-week", "20"))
    posting = tmp_path / "hours.txt"
    posting.write_text(f"{texts.JOB}\n\nHours\n\n40 hours per week\n", encoding="utf-8")
    arguments = ("analyze", "--profile", posting, "--today", DAY, "--no-history")
    assert "note: the posting says 40 hours a week, you wish 20" in mine(*arguments).error
    said(mine("profile", "wishes", "set", "--hours-per-week", "40"))
    assert "hours a week" not in mine(*arguments).error
    assert "hours" not in mine(*arguments, "--quiet").error


def test_a_profile_of_several(call_cli: CallCli, posting: Path, tmp_path: Path) -> None:
    keep(call_cli, tmp_path, MINE, "--profile-name", "zoé")
    refused(call_cli("analyze", "--profile", posting), 2, "there is no profile default")
    found = analyzed(call_cli, posting, "--profile-name", "zoé")
    assert found["documents"]["resume"]["name"] == "profile zoé"


def test_with_a_role_one_file_is_the_resume(mine: CallCli, resume: Path) -> None:
    found = analyzed(mine, resume, "--role", "data-analyst", "--profile")
    assert found["documents"]["resume"]["name"] == "resume.txt"
    alone = analyzed(mine, "--role", "data-analyst", "--profile")
    assert alone["documents"]["resume"]["name"] == "profile"


def test_several_postings(mine: CallCli, resume: Path, posting: Path, other_job: Path) -> None:
    for arguments, name in (((), "profile"), ((resume,), "resume.txt")):
        ran = mine("analyze", *arguments, "--compare", posting, "--compare", other_job, "--profile", "--today", DAY,
                   "-f", "json")  # fmt: skip
        found = report(ran)
        assert (found["resume"], len(found["postings"])) == (name, 2)


def test_bad_use(call_cli: CallCli, resume: Path, posting: Path, tmp_path: Path) -> None:
    refused(call_cli("analyze"), 2, "no resume is given")
    refused(call_cli("analyze", "--role", "data-analyst"), 2, "no resume is given")
    said(call_cli("profile", "init"))
    refused(call_cli("analyze", "--profile"), 2, "give one thing to compare with")
    assert call_cli("analyze", "--profile", posting).rc == 3  # an empty profile is no resume
    assert call_cli("analyze", resume, posting, "--profile", "--today", DAY).rc == 0


def test_a_posting_pasted_into_the_profile_counts_for_nothing(
    call_cli: CallCli, resume: Path, posting: Path, tmp_path: Path
) -> None:
    pasted = " ".join(f"{line.strip(' -')}." for line in JOB.splitlines()[3:] if line.strip())
    own = "Sold tickets at the harbor for two summers and counted the money each night"
    more = [{"position": "Owner", "name": "Myself", "startDate": "2010", "highlights": [own, pasted]}]
    keep(call_cli, tmp_path, {"basics": {}, "work": more})
    found = analyzed(call_cli, resume, posting, "--profile")
    assert [one["kind"] for one in found["guards"] if one["document"] == "resume"]
    assert strength(found, "Terraform") == 0


def test_history_tells_a_profile_from_a_resume(mine: CallCli, resume: Path, posting: Path) -> None:
    analyzed(mine, resume, posting)
    analyzed(mine, resume, posting, "--profile")
    analyzed(mine, "--profile", posting)
    said(mine("profile", "skills", "add", "Tableau", "--as-typed"))
    analyzed(mine, "--profile", posting)

    def causes(*runs: str) -> list[str]:
        found: list[str] = json.loads(mine("history", "diff", *runs, "-f", "json").stdout)["causes"]
        return found

    assert causes("1", "2") == ["profile"]
    assert causes("1", "3") == ["resume", "profile"]
    assert causes("3", "4") == ["profile"]


def test_the_library(mine: CallCli, resume: Path, posting: Path) -> None:
    bench = Workbench(load_settings().settings, date.fromisoformat(DAY))
    profile, job = load_profile("", "default"), bench.job(bench.read(posting))
    alone = bench.analyze(bench.resume(bench.profile_document(profile)), job)
    assert alone.profile == alone.documents.resume.hash  # type: ignore[union-attr]
    side = bench.resume(bench.read_resume(resume))
    both = bench.completed(side, profile)
    assert both.resume.work[-1].employer is not None
    quoted = both.document.quote(both.resume.work[-1].employer.span)
    assert quoted == both.resume.work[-1].employer.value == "Rainier Open Data"
    assert bench.analyze(both, job).verdict.readiness > bench.analyze(side, job).verdict.readiness
    assert exported(mine) == MINE
