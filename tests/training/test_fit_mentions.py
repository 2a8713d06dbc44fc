"""The fit of the linker's probabilities, on data made for the purpose."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.skillspan import Posting
from careercraft.match.cues import Hit
from careercraft.match.fitted import Fitted, fitted, head_vectors, packed
from careercraft.model.skill import Hours, Skill
from training.fit_mentions import best_threshold, components, feature_names, fit_table, logistic
from training.mention_rows import Judged

SKILL = Skill(id="java", name="Java", kind="technical", hours=Hours(1, 2, 3, 4))
SOFT = Skill(id="patience", name="Patience", kind="soft", hours=Hours(1, 2, 3, 4))


def judged(right: bool | None, start: int = 0, skill: Skill = SKILL, **features: float) -> Judged:
    return Judged(features, "named", right, Hit(start, start + 4, "exact", skill))


def test_logistic_regression_finds_the_odds() -> None:
    rows = np.array([[0.0]] * 100 + [[1.0]] * 100)
    right = np.array([1.0] * 20 + [0.0] * 80 + [1.0] * 90 + [0.0] * 10)
    weights, bias = logistic(rows, right, 1e-6)
    assert bias == pytest.approx(np.log(20 / 80), abs=1e-3)
    assert bias + weights[0] == pytest.approx(np.log(90 / 10), abs=1e-3)


def test_weights_count_like_copies() -> None:
    rows = np.array([[0.0], [1.0], [1.0], [0.0]])
    right = np.array([0.0, 1.0, 0.0, 1.0])
    copied = logistic(np.concatenate([rows, rows[:2]]), np.concatenate([right, right[:2]]), 0.1)
    weighed = logistic(rows, right, 0.1, np.array([2.0, 2.0, 1.0, 1.0]))
    shares = [1 / (1 + np.exp(-(bias + weights[0]))) for weights, bias in (copied, weighed)]
    assert shares[0] == pytest.approx(shares[1], abs=0.05)


def test_a_table_tells_right_from_wrong_and_leaves_out_the_undecided() -> None:
    rows = [judged(True, listed=1.0)] * 300 + [judged(False)] * 300 + [judged(None, listed=1.0)] * 900
    names = feature_names(rows, True)
    table = fit_table(rows, names)
    told = Fitted("", {}, 0.0, 0.0, {"named": table}, {}, 0.5)
    assert names == ["listed"]
    assert told.probability("named", {"listed": 1.0}) > 0.7 > 0.3 > told.probability("named", {})


def test_without_the_encoder_its_scores_are_no_features() -> None:
    rows = [judged(True, own_mean=1.0, capital=1.0)] * 10 + [judged(False, rare=1.0)] * 9
    assert feature_names(rows, True) == ["capital", "own_mean"]
    assert feature_names(rows, False) == ["capital"]


def test_the_threshold_is_the_lowest_of_the_best_and_soft_skills_are_left_out() -> None:
    posting = Posting("", "Java Ruby Rust", [(0, 4)], [])
    found = [(judged(True), 0.6), (judged(False, 5), 0.3), (judged(False, 10, SOFT), 0.9)]
    least, f1 = best_threshold([posting], [found])
    assert (least, f1) == (0.32, 1.0)


def test_components_are_the_widest_directions() -> None:
    wide = np.random.default_rng(1).normal(size=(200, 60)).astype(np.float32)
    wide[:, 7] *= 50
    basis = components(wide)
    assert basis.shape == (60, 48)
    assert abs(basis[7, 0]) > 0.99


def test_what_is_shipped_is_whole() -> None:
    for weights in (fitted().weights, fitted().weights_alone):
        assert set(weights) == {"named", "misspelled", "meant", "plain"}
    assert not [name for name in fitted().weights["plain"] if name.startswith("own_")]
    assert {name: vector.shape for name, vector in head_vectors().items()} == dict.fromkeys(
        ("word", "line", "near"), (384,)
    )
    assert 0.2 <= fitted().kept <= 0.6
    assert packed([1.0, -2.0]) == "ADwAwA=="
