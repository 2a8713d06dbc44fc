"""Coarse products stay within the error that they tell."""

from __future__ import annotations

import numpy as np
import pytest

from careercraft.match.byte_products import ByteProducts


def vectors(count: int, seed: int) -> np.ndarray:
    rows = np.random.default_rng(seed).normal(size=(count, 48)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


@pytest.mark.parametrize("scale", [1.0, 0.01, 30.0])
def test_no_product_is_further_off_than_told(scale: float) -> None:
    labels, rows = vectors(300, 1), vectors(40, 2) * np.float32(scale)
    products, off = ByteProducts(labels).of(rows)
    distance = np.abs(products - rows.astype(np.float64) @ labels.T).max(axis=1)
    assert (distance <= off).all()
    assert (off < 0.1 * scale + 1e-4).all()
    assert (distance > 0).all()


def test_extremes_do_not_overflow() -> None:
    """All bytes at their ends: older processors add two products up in sixteen bits."""
    labels = np.stack([np.ones(48), -np.ones(48)]).astype(np.float32)
    products, off = ByteProducts(labels).of(labels)
    assert products == pytest.approx(np.array([[48.0, -48.0], [-48.0, 48.0]]), abs=float(off.max()) + 1e-3)


def test_rows_of_zeros_and_no_rows() -> None:
    known = ByteProducts(vectors(5, 3))
    products, off = known.of(np.zeros((2, 48), dtype=np.float32))
    assert not products.any()
    assert (off < 1e-4).all()
    assert known.of(np.zeros((0, 48), dtype=np.float32))[0].shape == (0, 5)
