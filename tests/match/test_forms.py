"""Names on word boundaries, against a plain search for each of them."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from careercraft.match.forms import Forms
from careercraft.taxonomy.index import Surface
from careercraft.taxonomy.surface import fold, fold_text
from tests.match.parts import fuzz, tiny_taxonomy

_NAMES = ["c", "c#", "c++", "c d", "c/d", "net", ".net", "net core", "node.js", "r&d", "d", "1c", "é"]


def _forms(names: list[str]) -> Forms:
    folded = sorted({fold(name) for name in names} - {""})
    return Forms({name: Surface(name, index, name, True) for index, name in enumerate(folded)})


def _found(forms: Forms, text: str) -> set[tuple[str, int, int]]:
    return {(surface.folded, start, end) for surface, start, end in forms.find(fold_text(text))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("C and .NET Core", {"c", ".net", "net", "net core"}),
        ("C++, C#", {"c++", "c#"}),
        ("SQL+C+D", {"d", "c"}),
        ("R&D", {"r&d"}),
        ("cd ce dec", set()),
        ("c-d", {"c", "d", "c d"}),
        ("", set()),
    ],
)
def test_names_are_found_as_whole_words(text: str, expected: set[str]) -> None:
    assert {name for name, _, _ in _found(_forms(_NAMES), text)} == expected


@fuzz
@given(st.text("cdnet .#+&-1éR", max_size=24))
@example("c d c d")
@example(".net core")
def test_nothing_that_a_plain_search_finds_is_passed_over(text: str) -> None:
    folded = fold_text(text).text
    forms = _forms(_NAMES)
    plain = {
        (fold(name), found.start(), found.start() + len(fold(name)))
        for name in _NAMES
        for found in re.finditer(rf"(?={re.escape(fold(name))})", folded)
    }
    found = _found(forms, text)
    assert found <= plain
    blank = {hit for hit in plain if f" {folded} "[hit[1]] == " " == f" {folded} "[hit[2] + 1]}
    assert blank <= found  # between spaces there is no doubt


def test_a_taxonomy_keeps_its_names_sorted() -> None:
    names = [surface.folded for surface in tiny_taxonomy().surfaces]
    assert names == sorted(set(names))
    assert len(names) > 5
