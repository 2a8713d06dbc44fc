"""The fit of the confidence and its reliability, on verdicts made for the purpose, and the experiment on one pair."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest

from careercraft.score.confidence import DISTANCE, points
from tests.training.test_hiding import JOB, RESUME
from training.fit_confidence import (
    SHIPPED,
    Tables,
    auc,
    bins_of,
    calibration_error,
    figures,
    fit,
    fit_table,
    in_folds,
    no_less_than_zero,
    predicted,
    printed,
    reliability_of,
)
from training.hidden_draws import DRAWS, SIDES, Draw, Experiment

REST = 100 - DISTANCE


def draw(stays: bool, away: float = 0.0, row: int = 0, **more: Any) -> Draw:
    given: dict[str, Any] = {"hidden": "both", "fit": True, "rest": REST, "confidence": 0.9, **more}
    return Draw(row=row, away=away, stays=stays, **given)


def many(share: float, away: float, **more: Any) -> list[Draw]:
    """Hundred verdicts of which that share stays."""
    return [draw(number < 100 * share, away, row=number % 10, **more) for number in range(100)]


def test_a_table_gives_what_was_counted() -> None:
    draws = many(0.6, 0.0) + many(0.8, 10.0) + many(1.0, 20.0) + many(1.0, 55.0)
    assert fit_table(draws, [0, 10, 20]) == ((0, 60 - REST), (10, 80 - REST), (20, DISTANCE))


def test_a_table_never_falls() -> None:
    draws = many(0.9, 0.0) + many(0.5, 10.0) + many(1.0, 20.0)
    table = fit_table(draws, [0, 10, 20])
    assert [earned for _, earned in table] == sorted(earned for _, earned in table)
    assert table[0][1] == table[1][1]


def test_fit_and_unfit_have_tables_of_their_own() -> None:
    draws = many(0.9, 0.0) + many(1.0, 40.0) + many(0.6, 0.0, fit=False) + many(1.0, 40.0, fit=False)
    tables = fit(draws)
    assert (tables.above[0], tables.below[0]) == ((0, 90 - REST), (0, 60 - REST))
    assert predicted(draws[0], tables) == pytest.approx(0.9)
    assert predicted(draws[-1], tables) == pytest.approx(1.0)


def test_weights_are_never_negative() -> None:
    rows = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
    assert no_less_than_zero(rows, np.array([2.0, -1.0, 1.0])) == pytest.approx([1.5, 0.0], abs=1e-6)


def test_folds_are_over_rows() -> None:
    """The confidence of a verdict owes nothing to its own row: one that falls where all others stay looks safe."""
    draws = [draw(row != 0, row=row) for row in range(5) for _ in range(20)]
    given = dict(zip([draw.row for draw in draws], in_folds(draws), strict=True))
    assert given[0] == pytest.approx(1.0)
    assert given[1] == pytest.approx(0.75)


def test_a_constant_is_calibrated_and_shows_as_useless() -> None:
    found = figures([0.8] * 10, [True] * 8 + [False] * 2)
    assert found["ece"] == 0
    assert found["auc"] == 0.5
    assert found["brier"] == found["brier_of_base_rate"] == pytest.approx(0.16)


def test_a_confidence_that_tells_is_better_than_the_base_rate() -> None:
    found = figures([0.95] * 8 + [0.1] * 2, [True] * 8 + [False] * 2)
    assert found["auc"] == 1.0
    assert found["brier"] < found["brier_of_base_rate"]
    assert found["ece"] == pytest.approx(0.8 * 0.05 + 0.2 * 0.1)


def test_the_error_of_an_overconfident_one_is_seen() -> None:
    assert figures([0.9] * 10, [True] * 5 + [False] * 5)["ece"] == pytest.approx(0.4)
    found = reliability_of([draw(number % 2 == 0, 60.0, row=number % 7) for number in range(70)])
    assert found["ece"] > 0.10
    assert not found["met"]


def test_bins_hold_each_verdict_once() -> None:
    chance = np.array([0.0, 0.1, 0.55, 0.999, 1.0])
    bins = bins_of(chance, np.ones(5), np.linspace(0, 1, 11))
    assert [(part["from"], part["draws"]) for part in bins] == [(0.0, 1), (0.1, 1), (0.5, 1), (0.9, 2)]
    assert calibration_error(bins) == pytest.approx((1 + 0.9 + 0.45 + 2 * 0.0005) / 5)


def test_auc_counts_ties_as_half() -> None:
    right = np.array([1.0, 1.0, 0.0, 0.0])
    assert auc(np.array([0.9, 0.5, 0.5, 0.1]), right) == pytest.approx(3.5 / 4)
    assert auc(np.array([0.1, 0.2, 0.8, 0.9]), right) == 0.0


def test_the_figures_are_printed() -> None:
    draws = [draw(True, 20.0, row=row, hidden=SIDES[row % 3]) for row in range(9)]
    text = printed(reliability_of(draws))
    for words in (
        "0.9 to 1.0         9",
        "in folds",
        "resume hidden",
        "posting hidden",
        "both hidden",
        "FIT",
    ):
        assert words in text


def test_the_tables_that_ship_are_compared_as_given() -> None:
    assert Tables(*SHIPPED).above[-1][1] == DISTANCE
    assert predicted(draw(True, 5.0), SHIPPED) == pytest.approx((points(SHIPPED.above, 5.0) + REST) / 100)


def test_the_experiment_judges_a_pair_with_facts_hidden() -> None:
    rows = [
        {
            "Resume-matched": RESUME,
            "Resume-unmatched": RESUME.replace("- Docker\n", ""),
            "Job-Description": JOB,
        }
    ]
    experiment = Experiment()
    draws = list(experiment.draws([*rows, {**rows[0], "Resume-matched": ""}]))
    assert len(draws) == 2 * DRAWS
    assert {draw.hidden for draw in draws} == set(SIDES)
    assert len({draw.away for draw in draws}) > 3
    assert all(0 < draw.confidence <= 1 for draw in draws)
    assert draws == list(experiment.draws(rows))
    random.seed(9)  # the drawing has a generator of its own
    assert draws == list(experiment.draws(rows))
