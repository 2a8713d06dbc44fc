"""The posting's shortest words for what it asks."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercraft.match.wording import (
    MOST_WORDS,
    asks_nothing,
    examples_start,
    is_attitude,
    is_nameable,
    is_prose,
    list_items,
    shortest_words,
)
from tests.match.parts import fuzz


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Strong knowledge of food safety, and of hygiene", "food safety"),
        ("Proven experience in crane operation", "crane operation"),
        ("You have excellent written communication", "written communication"),
        ("3+ years of experience with forklifts", "forklifts"),
        ("Ability to lift heavy boxes that weigh 50 lb", "lift heavy boxes"),
        ("Must be able to operate cranes", "operate cranes"),
        ("Familiarity with the latest tax law (preferred)", "latest tax law"),
        ("In-depth understanding of tax law", "tax law"),
        ("In particular, a demonstrated ability to repair pumps", "repair pumps"),
        ("You’ve got knowledge of tax law", "got knowledge of tax law"),
        ("Ability to find, organize and use resources", "find, organize and use resources"),
        ("Additional beekeeping experience a plus", "beekeeping"),
        ("Knowledge of tax law)", "tax law"),
        ("Experience with tools such as Foozle and Barzle", "Foozle and Barzle"),
        ("Negotiation", "Negotiation"),
        ("Good", "Good"),
        ("Experience", "Experience"),
    ],
)
def test_lead_ins_and_later_clauses_go(text: str, expected: str) -> None:
    start, end = shortest_words(text)
    assert text[start:end] == expected


@fuzz
@given(st.lists(st.sampled_from(["strong", "experience", "with", "and", "of", "a", "5+ years", "food", "safety", ",",
                                 "(required)", "preferred", "to ensure", "é", "-", "C++"]), max_size=15).map(" ".join)
       | st.text(max_size=80))  # fmt: skip
def test_the_words_lie_within_and_are_never_empty(text: str) -> None:
    start, end = shortest_words(text)
    assert 0 <= start <= end <= len(text)
    assert len(text[start:end].split()) <= MOST_WORDS
    if re.search(r"[^\W\d_]", text):
        assert text[start:end].strip()


def test_what_is_cut_has_no_name() -> None:
    assert is_nameable("Strong knowledge of food safety")
    assert not is_nameable("one two three four five six seven eight nine ten")
    assert is_prose("We are looking for somebody kind")
    assert not is_prose("Kindness")


@pytest.mark.parametrize(
    "text", ["750 million.", "While at work, you stand.", "WE ARE THE BEST PLACE", "Why us?", "ds"]
)
def test_what_speaks_of_the_employer_names_nothing(text: str) -> None:
    assert is_prose(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Must be 18 years or older", True),
        ("Must be at least 21 years of age", True),
        ("No experience needed", True),
        ("No previous mortgage experience is necessary", True),
        ("Ready to learn more?", True),
        ("More experience may be considered in lieu of a degree", True),
        ("18 years of experience", False),
        ("Notary skills", False),
    ],
)
def test_ages_questions_and_what_is_not_needed(text: str, expected: bool) -> None:
    assert asks_nothing(text) is expected


def test_what_one_feels_is_no_knowledge() -> None:
    assert is_attitude("Passionate about live entertainment")
    assert is_attitude("You thrive in the frenetic energy of a start-up")
    assert not is_attitude("Interesting tax law")


def test_where_examples_begin() -> None:
    assert examples_start("data standards (e.g. HL7, LOINC)") == 16
    assert examples_start("data standards") == 14


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Knowledge of welding, soldering, and brazing", ["welding", "soldering", "brazing"]),
        ("Welding | Soldering | Brazing", ["Welding", "Soldering", "Brazing"]),
        ("Cooking, baking bread, serving guests, counting the till", []),  # deeds
        ("Welding and soldering", []),  # two are no list
        ("Welding, soldering, etc.", ["Welding", "soldering"]),
        ("Ability to find, weld, and solder", []),  # deeds again
        ("You see that a shop has to weigh all of its risks and a time for welding, brazing, and rest", []),
        ("Torches (gas, plasma, laser)", ["Torches (gas", "plasma", "laser"]),
        ("Welding, which you have learned at a good school, with all of the papers that it needs", []),
    ],
)
def test_items_of_a_plain_list(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in list_items(text)] == expected
