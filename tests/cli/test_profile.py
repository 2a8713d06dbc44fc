"""`careercraft profile`: made, shown, changed, taken back, imported and exported without loss, deleted."""

from __future__ import annotations

import json
import re
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from careercraft import paths
from careercraft.store import load_profile, profile_names
from careercraft.store.migrations import MIGRATIONS
from tests.architecture.test_lazy import HEAVY, NETWORK, loaded
from tests.cli.conftest import CallCli
from tests.cli.test_bad_input import refused
from tests.conftest import EXAMPLES, Ran
from tests.store.test_migrations import old_database

RESUME, NURSE, ELECTRICIAN = (EXAMPLES / name for name in ("resume.pdf", "nurse.docx", "electrician.json"))


def said(ran: Ran) -> str:
    assert ran.rc == 0, ran.error
    return ran.error


def exported(call_cli: CallCli, *flags: str) -> dict[str, Any]:
    ran = call_cli("profile", "export", *flags)
    assert ran.rc == 0, ran.error
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def shown(call_cli: CallCli, *flags: str) -> str:
    ran = call_cli("profile", "show", *flags)
    assert ran.rc == 0, ran.error
    return ran.stdout.decode()


@pytest.fixture
def empty(call_cli: CallCli) -> CallCli:
    """With an empty profile."""
    said(call_cli("profile", "init"))
    return call_cli


@pytest.fixture
def maya(call_cli: CallCli) -> CallCli:
    """With that of the first example."""
    said(call_cli("profile", "init", "--from", RESUME))
    return call_cli


def test_init_says_what_was_found_and_what_is_unsure(call_cli: CallCli, tmp_path: Path) -> None:
    told = said(call_cli("profile", "init", "--from", RESUME))
    assert "2 positions, 1 entry of education, 2 projects, 1 certificate and 12 skills" in told
    assert re.search(r"\d+ shown in a position or project", told)
    page = shown(call_cli)
    assert "Maya Okafor (profile default, change 1)" in page
    assert re.search(r"1  Analytics Engineer at Pinecrest Benefits +2024-03 to present", page)
    assert re.search(r"\d+ +Docker +shown as Analytics Engineer at Pinecrest Benefits", page)
    messy = tmp_path / "messy.txt"
    messy.write_text(
        "Jo Tanner\njo@example.org\n\nExperience\nHarbor Kitchen\n- Ran the grill for 200 covers a night\n\nSkills\n"
        "Grilling (advanced), Food safety (3 years)\n"
    )
    told = said(call_cli("profile", "init", "--from", messy, "--profile-name", "jo"))
    assert "look at this: position 1 has no " in told
    assert "2 skills (2 with a level or years" in told
    levels = {one["name"]: one for one in exported(call_cli, "--profile-name", "jo")["skills"]}
    assert levels["Grilling"]["level"] == "advanced"
    assert levels["Food safety"]["years"] == 3


def test_where_a_skill_was_shown_stands_in_its_place(maya: CallCli) -> None:
    where = exported(maya)["meta"]["careercraft"]["shown"]
    assert where["Docker"] == ["Analytics Engineer at Pinecrest Benefits"]
    assert "window functions" not in where


def test_the_first_screen_is_one_screen(maya: CallCli) -> None:
    page = shown(maya)
    assert len(page.splitlines()) < 60
    assert max(map(len, page.splitlines())) <= 88
    assert "Rewrote" not in page
    assert len(shown(maya, "--full").splitlines()) > len(page.splitlines())


def test_a_profile_is_not_written_over_unasked(maya: CallCli) -> None:
    before = exported(maya)
    for arguments in (("init", "--from", NURSE), ("init",), ("import", ELECTRICIAN)):
        refused(maya("profile", *arguments), 2, "there is a profile default already")
    assert exported(maya) == before
    said(maya("profile", "init", "--from", NURSE, "--yes"))
    assert "Daniel Reyes" in exported(maya)["basics"]["name"]
    assert "took back: from nurse.docx" in said(maya("profile", "undo"))
    assert exported(maya) == before


def test_merge_adds_what_is_new(maya: CallCli, tmp_path: Path) -> None:
    before = exported(maya)
    said(maya("profile", "init", "--from", RESUME, "--merge"))
    assert exported(maya) == before
    more = tmp_path / "more.json"
    more.write_text(
        json.dumps({"work": [{"position": "Tutor", "name": "Night School"}], "skills": [{"name": "Docker"}]})
    )
    said(maya("profile", "import", more, "--merge"))
    after = exported(maya)
    assert after["work"] == [*before["work"], {"position": "Tutor", "name": "Night School"}]
    assert after["skills"] == before["skills"]
    refused(maya("profile", "init", "--merge"), 2, "nothing to merge")
    refused(maya("profile", "init", "--from", NURSE, "--merge", "--yes"), 2, "--yes replaces, --merge adds")


def test_import_and_export_are_without_loss(call_cli: CallCli, tmp_path: Path) -> None:
    payload = {
        "x-first": {"any": [1, {"thing": [[]]}, 1.10, True]},
        "work": [{"name": "Café Zoë 🦊", "startDate": "2019", "x": {"y": {"z": []}}, "highlights": []}],
        "basics": {"name": "Zoë", "location": {}, "profiles": []},
        "languages": [],
        "meta": {"version": "v1.0.0", "careercraft": {"of another version": 3}},
        "$schema": "https://example.org/schema.json",
    }
    file, out = tmp_path / "cv.json", tmp_path / "out.json"
    file.write_text(json.dumps(payload, ensure_ascii=False), encoding="utf-8")
    told = said(call_cli("profile", "import", file))
    assert "'x-first' is no section of JSON Resume; it is kept and not read" in told
    said(call_cli("profile", "export", "-o", out))
    assert out.read_text(encoding="utf-8") == json.dumps(payload, ensure_ascii=False, indent=2) + "\n"
    said(call_cli("profile", "import", out, "--yes"))
    assert call_cli("profile", "export").stdout == out.read_bytes()
    assert load_profile("", "default").text.encode() == out.read_bytes()
    said(call_cli("profile", "skills", "add", "--as-typed", "Cupping"))
    said(call_cli("profile", "skills", "remove", "1"))
    assert exported(call_cli) == {**payload, "skills": []}
    assert list(exported(call_cli))[:-1] == list(payload)


def test_import_from_standard_input_and_from_linkedin(call_cli: CallCli, tmp_path: Path) -> None:
    said(call_cli("profile", "import", "-", stdin=ELECTRICIAN.read_bytes()))
    assert exported(call_cli) == json.loads(ELECTRICIAN.read_bytes())
    archive = tmp_path / "linkedin.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("Profile.csv", "First Name,Last Name,Headline\nAda,Moss,Nurse\n")
        file.writestr(
            "Positions.csv",
            "Company Name,Title,Description,Location,Started On,Finished On\n"
            "St. Brigid,Nurse,Cared,Columbus,Jul 2019,\n",
        )
        file.writestr("Skills.csv", "Name\nTriage\nWound Care\n")
    said(call_cli("profile", "import", archive, "--profile-name", "ada"))
    found = exported(call_cli, "--profile-name", "ada")
    assert (found["basics"]["name"], found["work"][0]["position"]) == ("Ada Moss", "Nurse")
    assert {one["name"] for one in found["skills"]} == {"Triage", "Wound Care"}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"not json", "cv.json: not valid JSON"),
        (b'{"basics": {},}', "(line 1, column 15)"),
        (b'{"a": 1}', "it has no basics"),
        (b'{"work": [{"startDate": "later"}]}', "work[0].startDate is no date"),
        (b"\xff\xfe\x00", "cv.json is not UTF-8"),
        (
            b'{"basics": {}, "meta": {"careercraft": {"wishes": {"remote": "yes"}}}}',
            "wishes.remote: must be true or false",
        ),
        (
            b'{"basics": {}, "meta": {"careercraft": {"wishes": {"salary": "lots"}}}}',
            "meta.careercraft.wishes.salary",
        ),
        (
            b'{"basics": {}, "meta": {"careercraft": {"wishes": {"hoursPerWeek": 500}}}}',
            "'500' is no number of hours",
        ),
        (
            b'{"basics": {}, "meta": {"careercraft": {"wishes": {"locations": "Oslo"}}}}',
            "must be a list of texts",
        ),
        (b'{"basics": {}, "meta": {"careercraft": {"wishes": []}}}', "must be an object"),
    ],
)
def test_a_file_that_will_not_do_is_not_imported(
    call_cli: CallCli, tmp_path: Path, content: bytes, words: str
) -> None:
    file = tmp_path / "cv.json"
    file.write_bytes(content)
    refused(call_cli("profile", "import", file), 3, words)
    assert profile_names() == []


def test_files_that_are_not_there(call_cli: CallCli, tmp_path: Path) -> None:
    refused(call_cli("profile", "import", tmp_path / "no.json"), 3, "no.json can't be read")
    assert call_cli("profile", "init", "--from", tmp_path / "no.pdf").rc == 3
    assert profile_names() == []


@pytest.mark.parametrize("command", ["show", "export", "edit", "undo", "delete"])
def test_without_a_profile(call_cli: CallCli, home: Path, command: str) -> None:
    ran = call_cli("profile", command)
    refused(ran, 2, "there is no profile default")
    assert "careercraft profile init --from resume.pdf" in ran.error
    refused(
        call_cli("profile", "skills", "add", "--as-typed", "Welding", "--profile-name", "ben"),
        2,
        "there is no profile ben",
    )
    assert not list(home.rglob("*.db"))


def test_the_list_of_none_and_of_several(call_cli: CallCli) -> None:
    assert "there is no profile yet" in said(call_cli("profile", "list"))
    for name in ("ana", "ben"):
        said(call_cli("profile", "init", "--profile-name", name))
    said(call_cli("profile", "skills", "add", "--as-typed", "Welding", "--profile-name", "ben"))
    rows = call_cli("profile", "list").stdout.decode().splitlines()
    assert [row.split()[0] for row in rows] == ["ana", "ben"]
    lines = [json.loads(line) for line in call_cli("profile", "list", "-f", "json").stdout.splitlines()]
    assert [(line["name"], line["revision"]) for line in lines] == [("ana", 1), ("ben", 2)]
    refused(call_cli("profile", "show"), 2, "there is no profile default")
    named = call_cli("profile", "init", "--profile-name", "Ana B")
    assert "--profile-name 'Ana B'`" in named.stderr.decode()
    assert "--from resume.pdf --profile-name 'Ana C'`" in call_cli("profile", "show", "-p", "Ana C").error


@pytest.mark.parametrize("name", ["", "  ", "-x", "a\nb\x00", "n" * 81])
def test_names_that_no_profile_has(call_cli: CallCli, name: str) -> None:
    refused(call_cli("profile", "init", f"--profile-name={name}"), 2, "can't be a profile's name")


def test_undo_says_what_it_took_back(empty: CallCli) -> None:
    said(empty("profile", "skills", "add", "--as-typed", "Welding"))
    rows = empty("profile", "undo", "--list").stdout.decode().splitlines()
    assert [row.split()[0] for row in rows] == ["2", "1"]
    assert "took back: added skill 1: Welding; what counts is change 1: an empty profile" in said(
        empty("profile", "undo")
    )
    assert "skills" not in exported(empty)
    refused(empty("profile", "undo"), 2, "no earlier version")


def test_delete_is_for_good(maya: CallCli) -> None:
    refused(maya("profile", "delete"), 2, "deletes the profile default for good")
    assert profile_names() == ["default"]
    said(maya("profile", "delete", "--yes"))
    assert profile_names() == []


def test_the_same_in_markdown_and_json(maya: CallCli, tmp_path: Path) -> None:
    assert json.loads(shown(maya, "-f", "json")) == exported(maya)
    page, file = shown(maya, "-f", "markdown"), tmp_path / "me.md"
    assert page.startswith("# Maya Okafor")
    assert "1. Analytics Engineer at Pinecrest Benefits (2024-03 to present" in page
    said(maya("profile", "export", "-o", file))
    assert file.read_text(encoding="utf-8") == page


def test_words_of_a_profile_are_no_markup(empty: CallCli) -> None:
    said(empty("profile", "projects", "add", "--name", "[bold]x[/bold] \x1b[31m*y*", "--bullet", "<b>"))
    page = shown(empty, "--full")
    assert "[bold]x[/bold]" in page
    assert "\x1b" not in page
    assert r"\[bold\]x\[/bold\]" in shown(empty, "-f", "markdown")


@pytest.mark.parametrize(
    "command",
    [("list",), ("show",), ("export",), ("skills", "list"), ("wishes", "show"), ("undo", "--list")],
)
def test_a_look_loads_nothing_heavy(empty: CallCli, command: tuple[str, ...]) -> None:
    said(empty("profile", "skills", "add", "--as-typed", "Welding"))
    modules = loaded("profile", *command)
    assert modules & (HEAVY | NETWORK | {"sqlite_utils", "yaml", "jinja2"}) == set()
    assert "sqlite3" in modules  # else it looked at nothing


def test_what_is_no_resume_makes_no_profile(call_cli: CallCli, tmp_path: Path) -> None:
    ran = call_cli("profile", "init", "--from", EXAMPLES / "job.txt")
    assert ran.rc == 3, ran.error
    assert "job.txt: " in ran.error
    odd = tmp_path / "cv.json"
    odd.write_text(
        '{"basics": {"name": "Jo"}, "work": [{"name": "A", "startDate": "2020", "endDate": "2019"}]}'
    )
    assert call_cli("profile", "init", "--from", EXAMPLES / "job.txt").rc == 3
    assert profile_names() == []
    refused(call_cli("profile", "import", odd), 3, "work[0].endDate is before startDate")


def test_databases_of_other_versions(call_cli: CallCli) -> None:
    file = paths.history_file()
    file.parent.mkdir(parents=True)
    old_database(file, 3)
    said(call_cli("profile", "init"))
    assert exported(call_cli) == {"basics": {}}
    with closing(sqlite3.connect(file, isolation_level=None)) as database:
        database.execute(f"pragma user_version = {len(MIGRATIONS) + 1}")
    before = file.read_bytes()
    for command in ("show", "init", "undo", "list"):
        refused(call_cli("profile", command), 5, "written by a newer careercraft")
    assert file.read_bytes() == before
