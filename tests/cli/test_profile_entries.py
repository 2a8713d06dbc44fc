"""`careercraft profile experience|education|projects|certifications|skills|wishes`: added, changed, removed, listed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from careercraft.store import load_profile
from tests.cli.conftest import CallCli
from tests.cli.test_bad_input import refused
from tests.cli.test_profile import empty, exported, said
from tests.conftest import RunCli

__all__ = ["empty"]

COMMANDS: dict[str, tuple[tuple[str, ...], str, dict[str, Any]]] = {
    "experience": (
        ("--title", "Welder", "--employer", "Yard 4", "--start", "Mar 2019", "--end", "2021", "--location", "Gdynia",
         "--summary", "Hulls", "--bullet", "MIG and TIG", "--bullet", "Read drawings"),
        "work",
        {"position": "Welder", "name": "Yard 4", "location": "Gdynia", "startDate": "2019-03", "endDate": "2021",
         "summary": "Hulls", "highlights": ["MIG and TIG", "Read drawings"]},
    ),
    "education": (
        ("--institution", "Trade School", "--degree", "Apprenticeship", "--field", "Welding", "--end", "2019",
         "--grade", "1.3", "--course", "Metals"),
        "education",
        {"institution": "Trade School", "studyType": "Apprenticeship", "area": "Welding", "endDate": "2019",
         "score": "1.3", "courses": ["Metals"]},
    ),
    "projects": (
        ("--name", "Garden gate", "--description", "Wrought iron", "--start", "2020", "--url", "example.org",
         "--skill", "Forging", "--bullet", "Drew it"),
        "projects",
        {"name": "Garden gate", "description": "Wrought iron", "startDate": "2020", "url": "example.org",
         "keywords": ["Forging"], "highlights": ["Drew it"]},
    ),
    "certifications": (
        ("--name", "ISO 9606-1", "--issuer", "TÜV", "--date", "2024-01", "--url", "example.org"),
        "certificates",
        {"name": "ISO 9606-1", "issuer": "TÜV", "date": "2024-01", "url": "example.org"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("section", COMMANDS)
def test_every_section(empty: CallCli, section: str) -> None:
    flags, key, entry = COMMANDS[section]
    assert "1: " in said(empty("profile", section, "add", *flags))
    assert exported(empty)[key] == [entry]
    name, value = flags[0], flags[1]
    said(empty("profile", section, "add", name, "Second"))
    said(empty("profile", section, "edit", "2", name, "Other"))
    listed = [
        json.loads(line) for line in empty("profile", section, "list", "-f", "json").stdout.splitlines()
    ]
    assert [(line["number"], line["title"].split(",")[0].split(" at ")[0]) for line in listed] == [
        (1, flags[3] if section == "education" else value),
        (2, "Other"),
    ]
    assert "Other" in empty("profile", section, "list").stdout.decode()
    refused(empty("profile", section, "edit", "3", name, "X"), 2, "3: the profile has 1 to 2")
    refused(empty("profile", section, "remove", "0"), 2, "0: the profile has 1 to 2")
    refused(empty("profile", section, "edit", "1"), 2, "nothing is said that should change")
    refused(empty("profile", section, "edit", "2", name, " "), 2, "no name to know it by")
    said(empty("profile", section, "remove", "2"))
    assert exported(empty)[key] == [entry]
    said(empty("profile", section, "remove", "1"))
    refused(empty("profile", section, "remove", "1"), 2, "the profile has none")
    assert "none yet: careercraft profile" in empty("profile", section, "list").stdout.decode()


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (("--employer", " "), "no name to know it by"),
        (("--title", "Welder", "--start", "someday"), "--start: 'someday' is no date"),
        (("--title", "Welder", "--start", "2020-02-30"), "--start: '2020-02-30' is no date"),
        (("--title", "Welder", "--start", "2020", "--end", "2019"), "it ends (2019) before it starts (2020)"),
        (("--title", "Welder", "--end", "never"), "--end: 'never' is no date"),
    ],
)
def test_a_position_that_can_not_be(empty: CallCli, flags: tuple[str, ...], words: str) -> None:
    before = load_profile("", "default")
    refused(empty("profile", "experience", "add", *flags), 2, words)
    assert load_profile("", "default") == before


def test_the_present_and_one_more_bullet(empty: CallCli) -> None:
    said(empty("profile", "experience", "add", "--title", "Cook", "--start", "2020", "--end", "2021"))
    said(empty("profile", "experience", "edit", "1", "--end", "present", "--add-bullet", "Sauces"))
    assert exported(empty)["work"] == [{"position": "Cook", "startDate": "2020", "highlights": ["Sauces"]}]
    assert "2020 to present" in empty("profile", "experience", "list").stdout.decode()
    said(empty("profile", "experience", "edit", "1", "--bullet", "Grill"))
    assert exported(empty)["work"][0]["highlights"] == ["Grill"]


def test_skills_get_the_name_of_the_taxonomy(empty: CallCli) -> None:
    told = said(empty("profile", "skills", "add", " k8s ", "--level", "Intermediate", "--years", "2"))
    assert "'k8s' is Kubernetes in the taxonomy" in told
    told = said(empty("profile", "skills", "add", "k8s", "--as-typed"))
    assert "note" not in told
    told = said(empty("profile", "skills", "add", "Blorping"))
    assert "'Blorping' is not in the taxonomy; it is kept as you wrote it" in told
    assert exported(empty)["skills"] == [
        {"name": "Kubernetes", "level": "intermediate", "years": 2},
        {"name": "k8s"},
        {"name": "Blorping"},
    ]
    assert "note" not in said(empty("profile", "skills", "add", "Welding", "--quiet"))
    refused(
        empty("profile", "skills", "add", "K8S"),
        2,
        "Kubernetes is in the profile already, as skill 1: Kubernetes",
    )


def test_where_a_skill_was_shown(empty: CallCli) -> None:
    said(empty("profile", "experience", "add", "--title", "Cook", "--employer", "Sole"))
    said(empty("profile", "skills", "add", "Sauces", "--shown", "cook at sole", "--as-typed"))
    told = said(
        empty("profile", "skills", "add", "Grill", "--shown", "sole", "--shown", "At home", "--as-typed")
    )
    assert "'At home' is no position and no project of the profile" in told
    listed = [
        json.loads(line)["detail"]
        for line in empty("profile", "skills", "list", "-f", "json").stdout.splitlines()
    ]
    assert listed == ["shown as Cook at Sole", "shown as Cook at Sole, At home"]
    said(empty("profile", "skills", "edit", "2", "--shown", ""))
    said(empty("profile", "skills", "edit", "1", "--name", "Sauce making", "--as-typed", "--level", "expert"))
    assert exported(empty)["meta"]["careercraft"]["shown"] == {"Sauce making": ["Cook at Sole"]}
    said(empty("profile", "skills", "remove", "1"))
    assert "meta" not in exported(empty)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("add", ""), "a skill needs a name"),
        (("add", "welding"), "Welding is in the profile already, as skill 1"),
        (("add", "Grill", "--level", "guru"), "'guru' is no level"),
        (("add", "Grill", "--years", "-1"), "-1 years can't be"),
        (("add", "Grill", "--years", "nan"), "years can't be"),
        (("edit", "1"), "nothing is said"),
        (("edit", "9", "--level", "expert"), "there is no skill 9: the profile has one, number 1"),
        (("remove", "0"), "there is no skill 0"),
    ],
)
def test_skills_that_will_not_do(empty: CallCli, arguments: tuple[str, ...], words: str) -> None:
    said(empty("profile", "skills", "add", "--as-typed", "Welding"))
    typed = ("--as-typed",) if arguments[0] == "add" else ()
    refused(empty("profile", "skills", *arguments, *typed), 2, words)
    assert [one["name"] for one in exported(empty)["skills"]] == ["Welding"]


def test_wishes_are_set_shown_and_cleared(empty: CallCli) -> None:
    assert b"no wishes yet" in empty("profile", "wishes", "show").stdout
    said(empty("profile", "wishes", "set", "--salary", "52k EUR", "--location", "Lyon,  France", "--location", "Geneva",
               "--remote", "--no-relocate", "--hours-per-week", "30", "--study-hours", "6.5", "--value", "autonomy",
               "--value=-overtime", "--work-authorization", "EU", "--rate", "CHF=1.05"))  # fmt: skip
    wishes = exported(empty)["meta"]["careercraft"]["wishes"]
    assert wishes == {
        "salary": "52k EUR", "locations": ["Lyon, France", "Geneva"], "remote": True, "relocate": False,
        "hoursPerWeek": 30, "studyHours": 6.5, "values": ["autonomy", "-overtime"], "workAuthorization": ["EU"],
        "rates": {"CHF": 1.05},
    }  # fmt: skip
    assert json.loads(empty("profile", "wishes", "show", "-f", "json").stdout) == wishes
    page = empty("profile", "wishes", "show").stdout.decode()
    assert "Lyon, France; Geneva" in page
    assert page.splitlines()[2:] == empty("profile", "show").stdout.decode().splitlines()[-len(wishes) :]
    said(empty("profile", "wishes", "set", "--no-remote"))
    said(empty("profile", "wishes", "clear", "salary", "location"))
    assert exported(empty)["meta"]["careercraft"]["wishes"].keys() == wishes.keys() - {"salary", "locations"}
    said(empty("profile", "wishes", "clear"))
    assert "meta" not in exported(empty)
    refused(empty("profile", "wishes", "clear"), 2, "none of these wishes is set")
    refused(empty("profile", "wishes", "clear", "money"), 2, "'money' is no wish")


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        ((), "no wish is given"),
        (("--salary", "lots"), "--salary: "),
        (("--location", "Nowhereville-on-the-Moon"), "--location: "),
        (("--hours-per-week", "0"), "--hours-per-week: '0' is no number of hours of a week"),
        (("--hours-per-week", "500"), "--hours-per-week: '500'"),
        (("--study-hours", "nan"), "--study-hours: 'nan'"),
        (("--value", "-"), "--value: "),
        (("--work-authorization", "Atlantis"), "--work-authorization: "),
        (("--rate", "USD"), "--rate: "),
    ],
)
def test_wishes_that_will_not_do(empty: CallCli, flags: tuple[str, ...], words: str) -> None:
    refused(empty("profile", "wishes", "set", *flags), 2, words)
    assert "meta" not in exported(empty)


def test_changes_of_two_processes_are_both_kept(empty: CallCli, run_cli: RunCli) -> None:
    """Real processes, one after the other: what the command line keeps is in the file, not in a process."""
    assert run_cli("profile", "skills", "add", "--as-typed", "Welding").rc == 0
    assert run_cli("profile", "projects", "add", "--name", "Gate").rc == 0
    found = exported(empty)
    assert (found["skills"], found["projects"]) == ([{"name": "Welding"}], [{"name": "Gate"}])
