"""The fuzzy tier: typing errors are found, words of their own never."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercraft.match.linker import Linker
from careercraft.match.vocabulary import vocabulary
from tests.match.parts import built_in, fuzz, resume, resume_side


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Kuberentes", "kubernetes"),
        ("Javascritp", "javascript"),
        ("Posgresql", "postgresql"),
        ("Tensorflw", "tensorflow"),
        ("Weldng", "welding"),
        ("custmer service", "customer-service"),
        ("Machine Learnign", "machine-learning"),
        ("Terrafrom", "terraform"),
    ],
)
def test_typing_errors_are_found(linker: Linker, typed: str, meant: str) -> None:
    near = linker.misspelled(typed)
    assert near is not None
    assert near[0] == meant
    assert 0.8 <= near[1] < 1


@pytest.mark.parametrize(
    "word",
    [
        "Wedding", "Welding", "Pastry", "Nursery", "Reacts", "Spark", "Marketing", "Sketches", "Customs service",
        "visualization", "Sing", "C++", "Javas", "Kotlins", "Pyton", "", "  ", "a b c d e",
        "Photography club of Kubernetes lovers",
    ],
)  # fmt: skip
def test_real_words_short_ones_and_whole_names_are_left_alone(linker: Linker, word: str) -> None:
    """ "Wedding" is a word, "Pyton" too short to be sure, "Welding" no misspelling of itself."""
    assert linker.misspelled(word) is None


def test_one_error_in_a_short_name_two_in_a_long_one(linker: Linker) -> None:
    assert linker.misspelled("Kubrntes") is None  # 8 letters, two errors
    assert linker.misspelled("Javscritp") == ("javascript", 0.8)  # 9 letters, two errors


def test_the_first_letter_must_be_right(linker: Linker) -> None:
    assert linker.misspelled("Subernetes") is None


@fuzz
@given(st.data())
def test_no_word_of_the_vocabulary_is_taken_for_a_skill(data: st.DataObject) -> None:
    """Of one word: the phrase "custmer service" may hold one."""
    fuzzy = built_in().linker.fuzzy
    word = data.draw(st.sampled_from(sorted(vocabulary())))
    near = fuzzy.find(word)
    # Names written together ("frontend") are no misspellings but another way to write two words.
    joined = {surface.folded.replace(" ", "") for surface in built_in().taxonomy.surfaces}
    assert near is None or word in joined


def test_only_items_of_skills_lists_are_corrected(linker: Linker) -> None:
    text = resume(work="Ran Kuberentes for nine teams", skills="Terrafrom, Docker")
    side = resume_side(text, linker)
    found = [hit for hit in side.mentions if hit.tier == "fuzzy"]
    assert [(hit.skill_id, side.document.quote(hit.span)) for hit in found] == [("terraform", "Terrafrom")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We run Kuberentes in the cloud", [("Kuberentes", "kubernetes")]),
        (
            "machine lerning and Kuberentes",
            [("machine lerning", "machine-learning"), ("Kuberentes", "kubernetes")],
        ),
        ("a wedding, then cooking for the crew", []),
        ("Kubernetes and machine learning", []),
        ("coachings and iterations", []),  # endings of known words
        ("project\nmanagemnt", [("project\nmanagemnt", "project-management")]),
        ("Apache, Kafka, and Kuberentes", [("Kuberentes", "kubernetes")]),  # items
    ],
)
def test_misspelled_names_in_running_text(linker: Linker, text: str, expected: list[tuple[str, str]]) -> None:
    found = [(text[hit.start : hit.end], hit.skill_id) for hit in linker.fuzzy.find_in(text)]
    assert found == expected


def test_what_is_taken_is_not_looked_at(linker: Linker) -> None:
    assert list(linker.fuzzy.find_in("Kuberentes", [(3, 5)])) == []
