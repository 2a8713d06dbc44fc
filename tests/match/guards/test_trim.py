"""What is left of a document holds: its spans, its lines, its links, its paths."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from careercraft.match.guards.trim import trimmed, with_hidden
from careercraft.model.document import Document, HiddenText, Link, Span
from careercraft.parse import parse_resume
from careercraft.read import read_text
from tests.match.parts import fuzz
from tests.pipeline.fooling import SKILLS, json_resume, text

DOCUMENT = read_text(
    text(work="- Ran the night shift", extra="Interests\nMaps, trains; rivers"), "resume.txt"
)


def without(document: Document, *words: str) -> Document:
    starts = [(document.text.index(word), word) for word in words]
    return trimmed(document, [(start, start + len(word)) for start, word in starts])


def test_nothing_to_cut_changes_nothing() -> None:
    assert trimmed(DOCUMENT, []) is DOCUMENT


def test_a_line_goes_with_its_bullet() -> None:
    assert "night" not in without(DOCUMENT, "Ran the night shift").text
    assert without(DOCUMENT, "Ran the night shift").text.count("\n- ") == DOCUMENT.text.count("\n- ") - 1


def test_items_go_with_their_separators() -> None:
    assert "Maps, rivers" in without(DOCUMENT, "trains").text
    assert without(DOCUMENT, "trains; rivers").text.endswith("\nMaps")


def test_links_move_along() -> None:
    at = DOCUMENT.text.index("Maps")
    linked = structs.replace(
        DOCUMENT,
        links=(Link("https://maps.example", Span(at, at + 4)), Link("https://gone.example", Span(0, 4))),
    )
    found = trimmed(linked, [(0, DOCUMENT.text.index("Summary"))])
    assert [(link.target, found.quote(link.span)) for link in found.links] == [
        ("https://maps.example", "Maps")
    ]


def test_a_json_resume_is_written_anew() -> None:
    document = read_text(json_resume(keywords=("Rust", "Ada")).decode(), "resume.json", "json_resume")
    found = without(document, "Rust", "Ada", "Excel")
    resume = parse_resume(found)
    assert [item.text.value for group in resume.skills for item in group.items] == [
        skill for skill in SKILLS if skill != "Excel"
    ]
    assert all(found.quote(span).strip() for span in found.fields.values())
    assert "Further" not in found.text
    assert json.dumps(document.payload).count("Rust") == 1, "the payload that was read stays as it is"


def test_hidden_words_are_put_back() -> None:
    hidden = structs.replace(DOCUMENT, hidden=(HiddenText(text="Rust, Ada", reason="color", page=1),))
    found = with_hidden(hidden)
    assert found.text == f"{DOCUMENT.text}\n\nRust, Ada"
    assert found.quote(found.lines[-1].span) == "Rust, Ada"


@fuzz
@given(st.lists(st.tuples(st.integers(0, len(DOCUMENT.text)), st.integers(0, 60)), max_size=5))
def test_the_lines_are_the_text(cuts: list[tuple[int, int]]) -> None:
    found = trimmed(DOCUMENT, [(start, start + length) for start, length in cuts])
    assert "\n".join(found.quote(line.span) for line in found.lines) == found.text.replace("\n\n", "\n")
    assert all(line.span.page is None for line in found.lines)
    again = trimmed(found, [(0, 0)])
    assert again.text == found.text
