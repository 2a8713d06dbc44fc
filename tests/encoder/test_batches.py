"""Batches of one length, pooling, and offsets fit to quote."""

from __future__ import annotations

import numpy as np
import pytest

from careercraft.encoder.batches import encodable, equal_length_batches, normalize, pool
from careercraft.encoder.offsets import quotable


def test_batches_hold_one_length_and_keep_to_the_budget() -> None:
    lengths = [3, 5, 3, 3, 20, 5, 3]
    assert list(equal_length_batches(lengths, budget=10)) == [[0, 2, 3], [6], [1, 5], [4]]


def test_pool_is_the_normalized_mean() -> None:
    vectors = np.array([[[1, 0], [5, 8]]], dtype=np.float32)
    assert np.allclose(pool(vectors), [[0.6, 0.8]])


def test_normalize_leaves_zeros_alone() -> None:
    rows = normalize(np.array([[0, 0], [3, 4]], dtype=np.float32))
    assert rows.dtype == np.float32
    assert np.allclose(rows, [[0, 0], [0.6, 0.8]])


def test_encodable_keeps_the_length() -> None:
    assert encodable("a\ud800b\udfff é 👩") == "a?b? é 👩"


@pytest.mark.parametrize(
    ("text", "given", "mended"),
    [
        ("Python SQL", (6, 10), (7, 10)),
        ("SQL ", (0, 4), (0, 3)),
        ("cafe\u0301 noir", (0, 4), (0, 5)),
        ("cafe\u0301", (0, 4), (0, 5)),
        ("\u0301a", (0, 0), (0, 0)),
        ("   ", (0, 3), (3, 3)),
    ],
)
def test_quotable(text: str, given: tuple[int, int], mended: tuple[int, int]) -> None:
    assert quotable(text, [given]) == [mended]
