"""Evidence quotes exactly what stands in the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET

from careercraft.match.quoting import MOST, Quoter
from careercraft.model.document import Document, Span
from tests.match.parts import fuzz

LONG = "word " * 100


def document(text: str) -> Document:
    return Document(text=text, lines=(), name="a.txt", hash="0", format="text")


def quote(text: str, hit: str) -> str:
    start = text.index(hit)
    return Quoter("resume", document(text)).around(Span(start, start + len(hit))).quote


@pytest.mark.parametrize(
    ("text", "hit", "expected"),
    [
        ("a\n- Built Java services  \nb", "Java", "Built Java services"),
        ("• Java", "Java", "Java"),
        ("Java", "Java", "Java"),
        ("one\nproblem-\nsolving skills\nend", "problem-\nsolving", "problem-\nsolving skills"),
        ("* -x flag", "-x", "-x flag"),  # what looks like a bullet is part of the hit
    ],
)
def test_the_line_of_the_hit_without_its_bullet(text: str, hit: str, expected: str) -> None:
    assert quote(text, hit) == expected


def test_a_long_line_is_cut_to_whole_words() -> None:
    text = f"{LONG}Java {LONG}".strip()
    found = quote(text, "Java")
    assert "Java" in found
    assert len(found) <= 140
    assert set(found.split()) == {"word", "Java"}


def test_pages_are_kept_and_left_out_where_there_are_none() -> None:
    quoter = Quoter("job", document("Java"))
    assert quoter.exact(Span(0, 4, 3)).page == 3
    assert quoter.exact(Span(0, 4)).page is UNSET
    assert quoter.exact(Span(0, 4)).document == "job"


def test_doubles_go_and_few_are_kept() -> None:
    text = "\n".join(f"Java {number}" for number in range(MOST + 3)) + "\nJava and Java"
    spans = [Span(start, start + 4) for start in range(len(text)) if text.startswith("Java", start)]
    quoter = Quoter("resume", document(text))
    assert [piece.quote for piece in quoter.all_around(spans)] == [f"Java {number}" for number in range(MOST)]
    assert len(quoter.all_around(spans[-2:])) == 1


@fuzz
@given(st.text(alphabet="ab é🙂\n\t-•*· ", max_size=400) | st.text(max_size=400), st.data())
def test_every_quote_is_the_text_between_its_places(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quoter = Quoter("resume", document(text))
    for evidence in (quoter.around(Span(start, end)), quoter.exact(Span(start, end))):
        assert 0 <= evidence.start <= evidence.end <= len(text)
        assert text[evidence.start : evidence.end] == evidence.quote
    if start < end:
        around = quoter.around(Span(start, end))
        assert around.start <= start
        assert around.end >= end
