"""Groups of skills that stand as sections of their own, and levels that stand on lines of their own."""

from __future__ import annotations

import pytest

from careercraft.parse.skill_items import level_of, only_level
from tests.parse.resumes import parse, value
from tests.parse.styled import TOP, Set, heading
from tests.parse.styled import parse as parse_set


def groups(*lines: Set) -> dict[str | None, list[tuple[str, str | None]]]:
    resume = parse_set(*TOP, *lines, heading("Languages"), Set("English (native)"))
    return {value(g.name): [(i.text.value, i.level) for i in g.items] for g in resume.skills}


def test_a_level_below_an_unknown_heading() -> None:
    found = groups(
        heading("Summary"), Set("A train driver who likes quiet mornings."),
        heading("Traction"), Set("Expert"), Set("Class 158"), Set("Class 197"),
        heading("Systems"), Set("Advanced"), Set("ETCS Level 2"),
        heading("Teaching"), Set("Tutoring"),
    )  # fmt: skip
    assert found == {
        "Traction": [("Class 158", "expert"), ("Class 197", "expert")],
        "Systems": [("ETCS Level 2", "advanced")],
        "Teaching": [("Tutoring", None)],
    }


def test_names_with_colons_and_nothing_behind_them() -> None:
    lines = [Set(f"{name}:", bold=True, block=40) for name in ("Forklift", "RF scanner", "Palletising")]
    resume = parse_set(*TOP, heading("Skills"), *lines)
    assert [item.text.value for group in resume.skills for item in group.items] == [
        "Forklift", "RF scanner", "Palletising",
    ]  # fmt: skip


def test_an_unknown_section_of_prose_is_no_group() -> None:
    found = groups(
        heading("Summary"), Set("A train driver who likes quiet mornings."),
        heading("Philosophy"), Set("I believe that a timetable is a promise to people who wait in the rain."),
    )  # fmt: skip
    assert found == {}


def test_names_of_groups_side_by_side() -> None:
    found = parse_set(
        *TOP, heading("Skills"), Set("Clinical    Leadership", bold=True), Set("Triage    Mentoring"),
    ).skills  # fmt: skip
    assert [item.text.value for group in found for item in group.items] == [
        "Clinical", "Leadership", "Triage", "Mentoring",
    ]  # fmt: skip


def test_a_group_whose_name_looks_like_a_deed() -> None:
    resume = parse(
        "Ada Brown\na@example.org\n\nSKILLS\n• Working style: Typing at 65 words a minute, Punctuality"
    )
    assert [value(group.name) for group in resume.skills] == ["Working style"]
    assert [item.text.value for item in resume.skills[0].items] == [
        "Typing at 65 words a minute",
        "Punctuality",
    ]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Especialista", "expert"), ("Avançado", "advanced"), ("Level: Advanced", "advanced"),
        ("GEMIDDELD", "intermediate"),
        ("Very good", "intermediate"), ("Strong communication", None), ("Media relations", None),
    ],
)  # fmt: skip
def test_a_text_that_is_a_level_and_nothing_else(text: str, level: str | None) -> None:
    assert only_level(text) == level


def test_words_that_are_a_level_only_alone() -> None:
    assert level_of("Media") == "intermediate"
    assert level_of("Media planning") is None


def test_a_level_below_the_name_of_a_group_set_like_it() -> None:
    resume = parse_set(
        *TOP, heading("Skills"),
        Set("Clinical"), Set("Advanced"), Set("Triage  Wound care", size=0.9),
    )  # fmt: skip
    (group,) = resume.skills
    assert value(group.name) == "Clinical"
    assert [(item.text.value, item.level) for item in group.items] == [
        ("Triage", "advanced"), ("Wound care", "advanced"),
    ]  # fmt: skip


def test_a_level_below_each_skill() -> None:
    resume = parse_set(*TOP, heading("Skills"), Set("Python"), Set("Advanced"), Set("Rust"), Set("Beginner"))
    assert [(i.text.value, i.level) for g in resume.skills for i in g.items] == [
        ("Python", "advanced"), ("Rust", "beginner"),
    ]  # fmt: skip


def test_outreach_among_the_groups_is_a_group() -> None:
    resume = parse_set(
        *TOP, heading("Skills"),
        Set("Systems", bold=True, indent=3.0), Set("Koha  OverDrive", indent=3.5),
        Set("Outreach", bold=True, indent=3.0), Set("Storytime  Grant writing", indent=3.5),
        Set("Vehicles", bold=True, indent=3.0), Set("Diesel engines", indent=3.5),
        heading("Education"), Set("BSc Physics, Lund University, 2010 - 2014"),
    )  # fmt: skip
    assert {value(group.name): [item.text.value for item in group.items] for group in resume.skills} == {
        "Systems": ["Koha", "OverDrive"], "Outreach": ["Storytime", "Grant writing"], "Vehicles": ["Diesel engines"],
    }  # fmt: skip
    assert resume.volunteer == ()
