"""Coverage of names by the spelling of a text."""

from __future__ import annotations

import numpy as np
import pytest

from careercraft.match.lexical import Coverage, grams, words_of

NAMES = ["negotiate contracts", "Java (computer programming)", "JavaScript", "C++", "forklift driving"]


@pytest.fixture(scope="module")
def coverage() -> Coverage:
    return Coverage(NAMES, range(len(NAMES)), len(NAMES))


def test_a_name_that_stands_there_is_covered_whole(coverage: Coverage) -> None:
    scores = coverage.scores("Most days we did forklift driving, and wrote C++ at night.")
    assert scores[[3, 4]].tolist() == pytest.approx([1, 1])
    assert scores[1] < 0.3


def test_what_stands_in_brackets_is_not_asked_for(coverage: Coverage) -> None:
    assert coverage.scores("java")[1] == pytest.approx(1)


def test_other_forms_of_the_words_count_in_part(coverage: Coverage) -> None:
    near, far = (coverage.scores(text)[0] for text in ("negotiating a contract", "nursing in a ward"))
    assert 0.5 < near < 1
    assert far < 0.2


def test_words_far_apart_do_not_add_up(coverage: Coverage) -> None:
    scattered = "forklift " + "and " * 12 + "driving"
    assert coverage.scores(scattered)[4] < 0.7 < coverage.scores("driving a forklift")[4]


def test_the_best_form_of_an_entry_counts() -> None:
    found = Coverage(["Kubernetes", "k8s", "Docker"], [0, 0, 1], 2).scores("k8s at scale")
    assert found.shape == (2,)
    assert found[0] == pytest.approx(1)
    assert found[1] == 0


@pytest.mark.parametrize("text", ["", "   ", "!!!", "日本"])
def test_nothing_to_compare(coverage: Coverage, text: str) -> None:
    assert not coverage.scores(text).any()


def test_a_longer_text_covers_no_more_than_all(coverage: Coverage) -> None:
    assert coverage.scores("negotiate contracts " * 20).max() <= 1
    assert coverage.scores("x").dtype == np.float32


def test_words_keep_their_marks() -> None:
    assert words_of("C++, C# and .NET.") == ["c++", "c#", "and", "net"]
    assert grams("c") == (" c ",)
