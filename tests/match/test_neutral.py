"""What the encoder reads: neutral words, and the way back to the document's own."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from careercraft.match.neutral import NeutralText, neutral
from careercraft.match.reading import Reading
from careercraft.model.document import Span
from careercraft.parse import parse_resume
from careercraft.parse.personal_lines import is_personal
from careercraft.read import read_text
from tests.match.parts import fuzz

WORDS = st.sampled_from(
    ["She", "organised", "her", "colour", "policewomen", "programme", "SQL", "Ana", "and\nthen", "C++,"]
)


def test_words_are_neutral() -> None:
    assert neutral("She organised his programmes") == neutral("He organized her programs")
    assert neutral("Mr. Ruiz") == neutral("Ms. Ruiz") == "Mx. Ruiz"
    assert neutral("Saleswoman") == neutral("Salesman") == "Salesperson"


def test_american_words_without_gender_stay() -> None:
    text = "Organized the color program for 12 clients; analyzed data with Postman (API) in MS Excel, HIS and HIM."
    assert neutral(text) == text


def test_a_name_is_left_out() -> None:
    text = "Ana Ruiz taught welding"
    passage, _ = NeutralText(text, [Span(0, 8)]).of(Span(0, len(text)))
    assert passage == " taught welding"


@given(st.lists(WORDS, min_size=1, max_size=12))
@fuzz
def test_places_lead_back(words: list[str]) -> None:
    """What stands unchanged in the passage stands at that place in the text."""
    text = "? " + " ".join(words)
    passage, places = NeutralText(text).of(Span(2, len(text)))
    assert "\n" not in passage
    at = 0
    for word in passage.split():
        at = passage.index(word, at)
        start, end = places.place(at, at + len(word))
        assert (
            neutral(text[start:end]).replace("\n", " ").split()[-1:] == ["officers"]
            if "office" in word
            else True
        )
        if word in {"SQL", "Ana", "C++,", "and", "then"}:
            assert text[start:end] == word
        at += len(word)


def test_personal_lines() -> None:
    for line in (
        "Date of birth: 14 March 1961", "DOB 1984-07-30", "Age: 58", "Nationality: French", "Born in 1990",
        "Marital status: married", "Geburtsdatum: 1.2.1990", "• Place of birth: Java", "34 years old",
    ):  # fmt: skip
        assert is_personal(line), line
    for line in (
        "Age group analysis of clients", "Born and raised in sales", "Family law: divorce", "Photo: Lightroom",
        "Gender studies", "Sexual health counseling", "Aged care worker", "Weighted scoring of bids",
        "Nationality law and asylum cases",
    ):  # fmt: skip
        assert not is_personal(line), line


TEXT = """Ruby Swift
ruby.swift@docker.io | Reading, UK
Nationality: French

Experience

Engineer, Oracle, Jan 2020 - Mar 2023
- Wrote Ruby for a team; Mr. Swift led it

Skills
Swift, Docker
"""


def test_what_is_personal_in_a_resume() -> None:
    document = read_text(TEXT, "resume.txt")
    reading = Reading(parse_resume(document), document)
    quiet = {word for word in ("French", "Oracle", "Reading") if reading.is_silent(_span(word))}
    assert quiet == {"French", "Oracle", "Reading"}
    assert reading.is_silent(Span(0, 4))
    assert not reading.is_silent(Span(TEXT.index("Ruby for"), TEXT.index("Ruby for") + 4))
    assert not reading.is_silent(Span(TEXT.index("Swift, Docker"), TEXT.index("Swift, Docker") + 5))
    passage, _ = reading.of(_span("Wrote Ruby for a team; Mr. Swift led it"))
    assert "Swift" not in passage


def _span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))
