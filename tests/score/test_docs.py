"""The worked examples of docs/scoring.md are run, and its tables compared with the code."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from msgspec import UNSET

from careercraft.model.facts import Facts
from careercraft.model.score import ScoreKey
from careercraft.score.edits import CRUMB, edits
from careercraft.score.gaps import open_entries
from careercraft.score.skills import FULL_PART, IMPORTANCE_WEIGHT
from careercraft.score.ways import _EDITS_SEARCHED, _SEARCHED, MOST_CHANGES, counterfactuals, margin
from careercraft.settings import Settings, Weights
from tests.conftest import ROOT
from tests.score.builders import WEIGHTS, card_of, entry, only, scene_of, taxonomy_of

PAGE = ROOT / "docs" / "scoring.md"
NAMES = {"score", "skills", "facts", "weights", "threshold", "hours"}  # what is given
NAMES |= {"value", "rows", "summary", "weight", "verdict"}  # what is expected
_BLOCK = re.compile(r"^```yaml example\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def examples(page: Path = PAGE) -> list[dict[str, Any]]:
    return [yaml.safe_load(block) for block in _BLOCK.findall(page.read_text(encoding="utf-8"))]


def facts_of(given: dict[str, Any]) -> Facts:
    """The page leaves out evidence, which no number depends on."""
    for holder, name in (
        (given.get("experience", {}), "asked"),
        (given.get("experience", {}), "work"),
        (given, "culture"),
    ):
        for item in holder.get(name, ()):
            item["evidence"] = []
    return msgspec.convert(given, Facts)


def check(example: dict[str, Any]) -> None:
    """Raises AssertionError where the program's numbers aren't the example's."""
    entries = [entry(at=100 * index, **item) for index, item in enumerate(example.get("skills", ()))]
    weights = only(**example["weights"]) if "weights" in example else WEIGHTS
    scene = scene_of(entries, facts_of(example.get("facts", {})), weights, example.get("threshold", 70))
    card = card_of(scene)
    score = card.by_key()[example["score"]]
    assert score.value == example["value"]
    if "rows" in example:
        assert [[row.label, row.points, row.of] for row in score.rows] == example["rows"]
    if "summary" in example:
        assert score.summary == example["summary"]
    if "weight" in example:
        assert score.weight == pytest.approx(example["weight"], abs=0.001)
    wanted = example.get("verdict", {})
    for name in wanted.keys() & {"label", "borderline"}:
        assert getattr(card.verdict, name) == wanted[name]
    if "interval" in wanted:
        assert list(card.verdict.interval) == wanted["interval"]
    if "hard" in wanted:
        assert {item.text: item.met for item in card.verdict.hard_requirements} == wanted["hard"]
    items = open_entries(scene, taxonomy_of(example.get("hours", {})))
    ways = counterfactuals(scene, items, edits(scene))
    if "counterfactuals" in wanted:
        assert [sorted(change.name for change in way.changes) for way in ways] == wanted["counterfactuals"]
    if "edits" in wanted:
        assert [[change.edit is not UNSET for change in way.changes] for way in ways] == wanted["edits"]
    if "falls_without" in wanted:
        held = margin(scene)
        assert held is not None
        assert list(held.falls_without) == wanted["falls_without"]
    if "points" in wanted:
        assert [way.points for way in ways] == wanted["points"]


@pytest.mark.parametrize("example", examples(), ids=lambda example: example["score"])
def test_worked_example(example: dict[str, Any]) -> None:
    assert example.keys() <= NAMES
    check(example)


@pytest.mark.parametrize("change", [{"value": 52.1}, {"rows": []}, {"verdict": {"label": "FIT"}}])
def test_a_wrong_example_is_seen(change: dict[str, Any]) -> None:
    with pytest.raises(AssertionError):
        check({**examples()[0], **change})


def test_every_score_has_two_examples_at_least() -> None:
    counts = Counter(example["score"] for example in examples())
    assert {key: counts[key] for key in ScoreKey.__args__ if counts[key] < 2} == {}


def test_the_tables_are_the_codes() -> None:
    text = PAGE.read_text(encoding="utf-8")
    weights = dict(re.findall(r"^\| `(\w+)` \| ([\d.]+) \|$", text, re.MULTILINE))
    assert {name: float(value) for name, value in weights.items()} == msgspec.to_builtins(Weights())
    importances = dict(re.findall(r"^\| (must|preferred|nice) \| ([\d.]+) \|$", text, re.MULTILINE))
    assert {name: float(value) for name, value in importances.items()} == IMPORTANCE_WEIGHT
    text = " ".join(text.split())
    assert f"threshold ({Settings().threshold:g};" in text
    assert f"more than {MOST_CHANGES} gaps" in text
    assert f"edits above worth {CRUMB:g} points or more" in text
    assert f"among the {_SEARCHED} gaps and the {_EDITS_SEARCHED} edits" in text
    assert FULL_PART == 3
    assert "whole from three on" in text
