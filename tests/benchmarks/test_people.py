"""The made-up people are well formed, and the DOCX templates print them the same way each time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import phonenumbers
import pytest

from benchmarks.corpus import __main__ as command
from benchmarks.corpus.docx_templates import TEMPLATES, save, text
from benchmarks.corpus.people import FURTHER, HELD_OUT, PEOPLE, load
from benchmarks.corpus.themes import HELD_OUT_THEMES, THEMES
from benchmarks.corpus.tracer import leaves, printed
from benchmarks.corpus.truth import truth_of

ALL = {person: resume for folder in (PEOPLE, FURTHER, *HELD_OUT) for person, resume in load(folder).items()}
MADE_UP = (".com", ".org", ".net", ".edu", ".dev", ".de", ".es", ".fr", ".us", ".it", ".nl", ".co.za")


@pytest.mark.parametrize("person", sorted(ALL))
def test_contact_details_are_valid_and_belong_to_nobody(person: str) -> None:
    basics = ALL[person]["basics"]
    number = phonenumbers.parse(basics["phone"], basics["location"]["countryCode"])
    assert phonenumbers.is_valid_number(number)
    domain = basics["email"].rpartition("@")[2]
    assert any(f"example{ending}" in domain for ending in MADE_UP)


@pytest.mark.parametrize("person", sorted(ALL))
def test_periods_end_after_they_begin(person: str) -> None:
    resume = ALL[person]
    for section in ("work", "education", "volunteer", "projects"):
        for entry in resume[section]:
            assert entry["startDate"] <= entry.get("endDate", "2026-11-20")


def test_the_people_are_of_the_kinds_that_the_corpus_promises() -> None:
    people = load(PEOPLE)
    assert len(people) == 12
    assert sum("locale" in resume.get("meta", {}) for resume in people.values()) == 3
    assert sum(not resume["work"] for resume in people.values()) == 1
    assert any(min(_starts(resume), default="2026") < "2001-11" for resume in people.values())
    assert [len(load(folder)) for folder in HELD_OUT] == [3, 3, 3]


@pytest.mark.parametrize(
    ("number", "folders", "themes"),
    [(1, [HELD_OUT[0]], [0]), (3, [HELD_OUT[2]], [2]), (0, list(HELD_OUT), [0, 1, 2])],
)
def test_held_out_people_are_made_in_the_themes_up_to_their_set(
    number: int, folders: list[Path], themes: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[tuple[str, set[str], set[str]]] = []
    monkeypatch.setattr(
        command,
        "build",
        lambda people, shown, folder, _, docx=True: made.append((folder.name, set(people), set(shown))),
    )
    command._held_out(number, Path("out"))
    assert [set(load(folder)) for folder in folders] == [who for name, who, _ in made if name == "people"]
    assert [set(HELD_OUT_THEMES[one]) for one in themes] == [
        what for name, _, what in made if name == "themes"
    ]
    known = {theme for pair in HELD_OUT_THEMES[: themes[-1] + 1] for theme in pair} | set(THEMES)
    assert made[-1][2] == known


def _starts(resume: dict[str, Any]) -> list[str]:
    return [entry["startDate"] for entry in resume["work"]]


@pytest.mark.parametrize("template", sorted(TEMPLATES))
def test_a_docx_prints_every_job_and_is_the_same_each_time(template: str) -> None:
    resume = load(PEOPLE)["illustrator"]
    make = TEMPLATES[template]
    assert save(make(resume)) == save(make(resume))
    truth = truth_of(resume, printed(resume, lambda shown: text(make(shown))))
    assert [entry["title"] for entry in truth["work"]] == [job["position"] for job in resume["work"]]
    assert truth["work"][0]["dates"] == "2015-03.."


def test_every_text_of_a_resume_is_found() -> None:
    found = list(leaves({"a": ["x", {"b": "y"}], "c": 3}))
    assert found == [(("a", 0), "x"), (("a", 1, "b"), "y")]
