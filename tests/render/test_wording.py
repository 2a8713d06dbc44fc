"""Numbers, cut quotes and cleaned text."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from careercraft.render import wording


@pytest.mark.parametrize(("value", "shown"), [(None, "–"), (0.0, "0.0"), (61.3, "61.3"), (100.0, "100.0")])
def test_a_score_has_one_decimal(value: float | None, shown: str) -> None:
    assert wording.score(value) == shown


@pytest.mark.parametrize(
    ("value", "shown"), [(70.0, "70"), (4.25, "4.2"), (100, "100"), (0.5, "0.5"), (0, "0")]
)
def test_other_numbers_have_no_trailing_zeros(value: float, shown: str) -> None:
    assert wording.number(value) == shown


def test_lists_and_sentences() -> None:
    assert wording.listed([]) == ""
    assert wording.listed(["a"]) == "a"
    assert wording.listed(["a", "b", "c"], "or") == "a, b or c"
    assert wording.sentence("one point short") == "One point short."
    assert wording.sentence("Done!") == "Done!"
    assert wording.counted(1.0, "year") == "1 year"
    assert wording.counted(2.5, "year") == "2.5 years"


@pytest.mark.parametrize(("text", "width", "shown"), [
    ("short", 10, "short"),
    ("built ingestion services in Python", 24, "built ingestion … Python"),
    ("one two three four five six", 16, "one two … six"),
    ("Donaudampfschifffahrt", 8, "Donauda…"),
    ("", 5, ""),
])  # fmt: skip
def test_quotes_are_cut_between_words(text: str, width: int, shown: str) -> None:
    assert wording.shorten(text, width) == shown


def test_a_cut_quote_keeps_what_it_is_quoted_for() -> None:
    text = "Moved nightly PySpark jobs over 2 TB a day to the cloud"
    assert wording.shorten(text, 30, focus="2 TB") == "… over 2 TB a day to the cloud"
    assert wording.shorten(text, 30, focus="cloud") == "Moved nightly … to the cloud"
    assert "…" not in wording.shorten(text, 60, focus="2 TB")


def test_a_focus_may_cut_through_words_and_too_wide_a_one_falls_back() -> None:
    assert wording.shorten("alpha beta gamma delta", 14, focus="a b") == "alpha beta …"
    assert wording.shorten("alpha beta gamma delta", 9, focus="beta gamma") == "alpha …"


@pytest.mark.parametrize("width", range(1, 40))
def test_no_cut_is_wider_than_asked(width: int) -> None:
    for text in ("数据工程师 负责数据平台 与流处理", "a bb ccc dddd eeeee", "🚀🚀🚀 🚀🚀"):
        for focus in ("", "负责", "ccc"):
            assert cell_len(wording.shorten(text, width, focus=focus, measure=cell_len)) <= width


@pytest.mark.parametrize(("text", "shown"), [
    ("\x1b[31mred\x1b[0m", "red"),
    ("\x1b]0;title\x07x\x1b]8;;http://e\x1b\\y", "xy"),
    ("\x9b2Jz", "z"),
    ("\x1b]0;never closed", "0;never closed"),
    ("a\u202eb\u2066c", "abc"),
    ("a\x00b\x07\x7f", "ab"),
    ("a\n\tb  c", "a b c"),
    ("naïve 🚀 עברית", "naïve 🚀 עברית"),
    ("\ud800lone", "lone"),
])  # fmt: skip
def test_clean_text_has_nothing_to_obey(text: str, shown: str) -> None:
    assert wording.clean(text) == shown
