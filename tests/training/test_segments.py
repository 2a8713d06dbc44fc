"""Run-together aliases are parted where phrases that stand alone begin and end."""

from __future__ import annotations

import pytest

from training.segments import Segmenter

ALONE = (
    "bake bread", "bake rye bread", "bake rolls", "knit scarves", "knit warm socks", "mend socks", "mend old scarves",
    "dough", "sour dough", "warm colors", "old bread",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("bake bread knit scarves", ["bake bread", "knit scarves"]),
        ("knit warm scarves mend rye bread", ["knit warm scarves", "mend rye bread"]),
        ("bake dough", ["bake dough"]),
        ("Bake Rolls   Mend Socks", ["Bake Rolls", "Mend Socks"]),
        ("", []),
    ],
)
def test_parts_where_a_phrase_ends_and_another_begins(text: str, pieces: list[str]) -> None:
    assert Segmenter(ALONE).split(text) == pieces


def test_words_that_stand_together_inside_a_phrase_stay_together() -> None:
    """`warm` begins a phrase as often as it continues one; side by side with `knit` it was seen inside one."""
    segmenter = Segmenter(ALONE)
    assert segmenter.border("knit", "warm") < segmenter.border("bread", "warm")
    apart = Segmenter([phrase for phrase in ALONE if phrase != "knit warm socks"])
    assert segmenter.border("knit", "warm") < apart.border("knit", "warm")
