"""JSON with what no encoding can write, and resumes with very long lines."""

from __future__ import annotations

import json

import msgspec
import pytest

from careercraft.read import read_bytes
from careercraft.read.clean import MOST_LINE
from careercraft.read.json_text import load_json


def test_halves_of_characters_go() -> None:
    assert load_json('{"a\\ud800": ["b\\uDFFFc", 1, null], "d": "\\ud83d\\ude00"}') == {
        "a": ["bc", 1, None],
        "d": "😀",
    }
    document = read_bytes(b'{"basics": {"name": "Jane\\ud800", "x": ["\\udfff"]}}', "a.json")
    assert msgspec.json.encode(document)
    assert document.text == "Jane"


@pytest.mark.parametrize("words", [["word"] * 5000, ["ﬃ" * 9000, "y"], ["x" * 25_000, "y"]])
def test_every_value_of_a_very_long_row_has_its_place(words: list[str]) -> None:
    resume = {
        "basics": {"name": "Jane", "summary": "ﬃ " * 9000},
        "skills": [{"name": "All", "keywords": words}],
    }
    document = read_bytes(json.dumps(resume).encode(), "a.json")
    assert max(map(len, document.text.split("\n"))) <= MOST_LINE
    last = document.fields[f"skills[0].keywords[{len(words) - 1}]"]
    assert document.quote(last) == words[-1]
