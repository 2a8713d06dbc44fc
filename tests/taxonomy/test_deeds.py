"""Names told as deeds: the safe forms are made, and those that could mean something else are not."""

from __future__ import annotations

import pytest

from careercraft.taxonomy.deeds import deeds, without_fillers
from careercraft.taxonomy.surface import fold_text


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("contract negotiation", {"negotiate contracts", "negotiating contracts", "negotiated contracts"}),
        ("data analysis", {"analyze data", "analyzing data", "analyzed data"}),
        ("leading a team", {"lead a team", "led a team"}),
        ("training new employees", {"train new employees", "trained new employees"}),
        ("staff training", {"train staff", "trained staff"}),  # "training staff" may be people
        ("writing reports", {"write reports", "wrote reports"}),
    ],
)
def test_forms_of_a_deed(name: str, forms: set[str]) -> None:
    assert set(deeds(name)) == forms


@pytest.mark.parametrize(
    "name",
    ["operating systems", "design patterns", "test automation tools", "financial analysis", "product management",
     "training delivery", "building maintenance staffing", "python", "c++ development", "writing skills", ""],
)  # fmt: skip
def test_what_could_mean_something_else_is_left_alone(name: str) -> None:
    assert set(deeds(name)) == set()


def test_fillers_go_only_behind_a_verb_and_the_places_stay() -> None:
    text = "The team trained 12 new\nemployees, all new here"
    tight = without_fillers(fold_text(text))
    assert tight.text == "the team trained employees, all new here"
    start = tight.text.index("trained")
    first, last = tight.span(start, start + len("trained employees"))
    assert text[first:last] == "trained 12 new\nemployees"
    assert without_fillers(fold_text("")).text == ""
