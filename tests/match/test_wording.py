"""The posting's shortest words for what it asks."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercraft.match.wording import MOST_WORDS, is_nameable, is_prose, list_items, shortest_words
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
    ("text", "expected"),
    [
        ("Knowledge of welding, soldering, and brazing", ["welding", "soldering", "brazing"]),
        ("Welding | Soldering | Brazing", ["Welding", "Soldering", "Brazing"]),
        ("Cooking, baking bread, serving guests, counting the till", []),  # deeds
        ("Welding and soldering", []),  # two are no list
        ("Welding, soldering, etc.", ["Welding", "soldering"]),
        ("Welding, which you have learned at a good school, with all of the papers that it needs", []),
    ],
)
def test_items_of_a_plain_list(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in list_items(text)] == expected
