"""Measures and reading of the validation sets, without a model."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from training.evaluate import interval, r_precision, read_examples, reciprocal_rank, report


def test_reads_sentences_with_their_labels(tmp_path: Path) -> None:
    path = tmp_path / "set.csv"
    path.write_text(
        "sentence,span,sub_span,label\n"
        "we bake and knit,bake and,bake,Bake\n"
        "we bake and knit,knit,,knit\n"
        "we rest,rest,,UNDERSPECIFIED\n"
        "we rest,rest,,LABEL NOT PRESENT\n"
        "we sew,sew,,not among them\n"
    )
    examples = read_examples(path, ["knit", "bake"])
    assert examples.sentences == {"we bake and knit": {0, 1}}
    assert examples.spans == [("bake", 1), ("knit", 0)]


@pytest.mark.parametrize(
    ("gold", "precision", "rank"),
    [({4}, 1.0, 1.0), ({3, 9}, 0.5, 0.5), ({8}, 0.0, 1 / 6), ({4, 3, 2, 1, 0, 8}, 1.0, 1.0)],
)
def test_measures(gold: set[int], precision: float, rank: float) -> None:
    order = np.array([4, 3, 2, 1, 0, 8, 9, 7, 6, 5])
    assert r_precision(order, gold) == precision
    assert reciprocal_rank(order, gold) == pytest.approx(rank)


def test_interval_is_paired_and_repeatable() -> None:
    differences = np.array([1.0, 1.0, 1.0, -1.0] * 25)
    low, high = interval(differences)
    assert low < 0.5 < high
    assert low > 0
    assert interval(differences) == (low, high)
    assert interval(np.ones(5)) == (1.0, 1.0)


def test_report_compares_with_the_base() -> None:
    rows = report({"x": np.array([2.0, 4.0])}, {"x": np.array([1.0, 3.0])})
    assert rows == {"x": [3.0, 1.0, 1.0, 1.0]}
