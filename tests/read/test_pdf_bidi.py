"""Right-to-left words and lines in logical order."""

from __future__ import annotations

import pytest

from careercraft.read.pdf.bidi import in_logical_order, is_rtl, logical_word
from careercraft.read.pdf.runs import Run, Style

STYLE = Style(0, 1.0, False, False, "Serif")
HELLO, WORLD = "\u05e9\u05dc\u05d5\u05dd", "\u05e2\u05d5\u05dc\u05dd"


def runs(*words: str) -> list[Run]:
    """Side by side, from the left."""
    return [Run(word, 50.0 * at, 0, 50.0 * at + 40, 10, 8, 10, STYLE) for at, word in enumerate(words)]


@pytest.mark.parametrize(
    ("visual", "logical"),
    [
        (HELLO[::-1], HELLO),
        ("," + HELLO[::-1], HELLO + ","),
        ("3.11-\u05d1", "\u05d1-3.11"),
        ("\ufefb", "\u0644\u0627"),  # the one shape of two Arabic letters
    ],
)
def test_word_from_its_letters_on_the_page(visual: str, logical: str) -> None:
    assert logical_word(visual) == logical


def test_latin_words_on_a_page_from_the_right_keep_their_order() -> None:
    line = runs(HELLO, "Ltd", "Acme", WORLD, "2019")
    ordered = [run.text for run in in_logical_order(line, from_right=True)]
    assert ordered == [HELLO, "Acme", "Ltd", WORLD, "2019"]


def test_words_from_the_right_on_a_latin_page_are_turned_round() -> None:
    line = runs("Name:", WORLD, HELLO, "Berlin")
    ordered = [run.text for run in in_logical_order(line, from_right=False)]
    assert ordered == ["Name:", HELLO, WORLD, "Berlin"]


def test_page_is_from_the_right_when_most_of_its_letters_are() -> None:
    assert is_rtl(runs(HELLO, WORLD, "Go"))
    assert not is_rtl(runs(HELLO, "Engineer", "Berlin"))
    assert not is_rtl(runs("2019", "Berlin"))
