"""The tables of docs/matching.md are those of the code."""

from __future__ import annotations

import re
from typing import get_args

from careercraft.match import credit, dream
from careercraft.match.experience import RELEVANT
from careercraft.match.pieces import MOST_CHARACTERS
from careercraft.match.semantic import MAX_WINDOW
from careercraft.model.match import Tier
from tests.conftest import ROOT

TEXT = (ROOT / "docs" / "matching.md").read_text(encoding="utf-8")


def constants() -> dict[str, list[float]]:
    """Every public number of the module."""
    named = {
        name: value for name, value in vars(credit).items() if name.isupper() and not name.startswith("_")
    }
    lists = {name: list(value) if isinstance(value, tuple) else [value] for name, value in named.items()}
    return {
        name: values for name, values in lists.items() if all(isinstance(value, float) for value in values)
    }


def test_the_credit_table_is_complete_and_right() -> None:
    rows = re.findall(r"^\| `([A-Z_]+)` \| ([\d., ]+) \|", TEXT, re.MULTILINE)
    assert {name: [float(part) for part in values.split(",")] for name, values in rows} == constants()
    assert len(rows) > 8


def test_the_tiers_are_all_there_and_in_order() -> None:
    assert set(re.findall(r"^\| `([a-z]+)` \|", TEXT, re.MULTILINE)) == set(get_args(Tier))


def test_figures_in_the_text() -> None:
    flat = " ".join(TEXT.split())
    assert f"each run of up to {MAX_WINDOW} tokens" in flat
    assert f"the first {MOST_CHARACTERS:,} characters" in flat
    assert f"from a likeness of {RELEVANT} on" in flat
    assert f"similarity of {dream._NEAR_ENOUGH}" in flat
