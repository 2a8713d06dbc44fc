"""How alike titles are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from careercraft.match.linker import Linker
from careercraft.match.titles import SAME_CRAFT, TitleComparer, _begins, core_words, title_parts
from careercraft.read import read_text
from tests.match.parts import built_in, fuzz


@pytest.fixture(scope="module")
def titles(linker: Linker) -> TitleComparer:
    return TitleComparer(linker)


@pytest.mark.parametrize(
    ("title", "core"),
    [
        ("Senior Software Engineer (m/f/d) @ Acme", "software engineer"),
        ("Software Engineer II | Remote", "software engineer"),
        ("C++ Developer", "c++ developer"),
        ("Cook @ The Green Door", "cook"),
        ("", ""),
    ],
)
def test_core_words(title: str, core: str) -> None:
    assert core_words(title) == core


def test_a_title_of_several_parts() -> None:
    assert title_parts("Staff Nurse / Charge Nurse, Telemetry")[1:] == ["nurse", "charge nurse", "telemetry"]
    assert title_parts("(m/f/d)") == title_parts("") == []


def test_the_best_part_counts(titles: TitleComparer) -> None:
    assert titles.likeness("Charge Nurse", ["Telemetry Clerk / Charge Nurse, Nights"]) == [1.0]


@pytest.mark.parametrize("ending", [" (m/f/d)", " (w/m/x)", ", Berlin", " – Nights", ", Acme Corp"])
def test_what_stands_beside_the_occupation_is_no_likeness(titles: TitleComparer, ending: str) -> None:
    assert titles.likeness(f"Registered Nurse{ending}", [f"Crane Operator{ending}"])[0] < 0.5


def test_the_same_work_in_other_words(titles: TitleComparer) -> None:
    assert titles.likeness("Senior Software Engineer", ["Software Engineer (m/f/d)"]) == [1.0]
    alternate = titles.likeness("Back-End Developer", ["Backend Engineer"])
    assert alternate == [1.0]  # alternate titles of one role


def test_near_far_and_nothing(titles: TitleComparer) -> None:
    near, middle, far, nothing = titles.likeness(
        "Pediatric Nurse", ["Nurse", "Nursing Assistant", "Crane Operator", ""]
    )
    assert 1.0 > near >= 0.85
    assert near >= middle > far
    assert far < 0.3
    assert nothing == 0.0
    assert titles.likeness("", ["Nurse"]) == [0.0]


def test_a_shared_last_word_alone_is_no_likeness(titles: TitleComparer) -> None:
    assert titles.likeness("Sales Manager", ["Kitchen Manager"])[0] < 0.5


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        ("Staff Backend Engineer", "Senior Software Engineer"),  # two roles that need the same skills
        ("CDL-A Regional Tanker Driver", "OTR Driver"),  # a last word that names one craft
    ],
)
def test_titles_of_one_craft_are_near(titles: TitleComparer, asked: str, held: str) -> None:
    assert SAME_CRAFT <= titles.likeness(asked, [held])[0] < 1.0


@fuzz
@given(
    st.sampled_from(["Nurse", "Cook", "Senior Java Developer", "Head of Sales", "Welder"]),
    st.lists(
        st.sampled_from(["Nurse", "Chef", "Java Developer", "Sales Manager", "", "Pipe Welder"]), max_size=4
    ),
)
def test_likeness_is_a_share_and_each_title_stands_alone(asked: str, held: list[str]) -> None:
    comparer = TitleComparer(built_in().linker)
    together = comparer.likeness(asked, held)
    assert all(0 <= score <= 1 for score in together)
    assert together == [comparer.likeness(asked, [title])[0] for title in held]


@pytest.mark.parametrize(
    ("asked", "held", "alike"),
    [
        ("Tool and Die Maker", "Tool and Die Makers", True),
        ("Technical Writer", "Technical Writer-Hadoop", True),
        ("Business Development Manager", "Manager", False),
        ("Advocate", "Senior Member Advocate", True),
    ],
)
def test_plurals_what_follows_a_title_and_last_words_of_all_trades(
    titles: TitleComparer, asked: str, held: str, alike: bool
) -> None:
    assert (titles.likeness(asked, [held])[0] >= 0.85) is alike


def test_only_words_make_two_titles_the_same(titles: TitleComparer) -> None:
    assert titles.likeness("Vehicle Mechanic", ["Car Mechanic", "Vehicle Mechanics"])[0] < 1.0
    assert titles.likeness("Vehicle Mechanic", ["Vehicle Mechanics"]) == [1.0]


def test_a_title_with_another_occupation_behind_it_is_another() -> None:
    assert _begins("technical writer", "technical writer hadoop")
    assert not _begins("floor nurse", "floor nurse manager")
    assert not _begins("nurse", "nurse hadoop")


@pytest.mark.parametrize(
    ("asked", "held", "likeness"),
    [
        ("Technical Writer", "Technical Writer Hadoop", 0.85),  # says of what
        ("Technical Writer Hadoop", "Technical Writer", 0.85),
        ("Nurse", "Nurse Hadoop", 0.0),  # one word tells too little
        ("Charge Nurse", "Charge Nurse Manager", 0.0),  # another occupation
        ("Nurse", "Pediatric Nurse", 0.85),
        ("Sales Manager", "Manager", 0.0),  # of all trades
        ("Pipe Welders", "Pipe Welder", 1.0),
        ("Zorp Facilities", "Zorp Facility", 1.0),
        ("Zorp Coaches", "Zorp Coach", 1.0),
        ("Zorp Wishes", "Zorp Wish", 1.0),
        ("Zorp Boxes", "Zorp Box", 1.0),
        ("Zorp Presses", "Zorp Press", 1.0),
    ],
)
def test_titles_by_their_words_alone(linker: Linker, asked: str, held: str, likeness: float) -> None:
    """As in a document that the encoder doesn't read."""
    german = structs.replace(read_text("Koch", "a.txt"), language="de")
    assert TitleComparer(linker, german).likeness(asked, [held]) == [likeness]


def test_meaning_alone_never_makes_two_titles_the_same(titles: TitleComparer) -> None:
    assert titles.likeness("Math Teacher", ["Mathematics Instructor"]) == [0.95]
