"""What keeps a vector independent of its neighbors: batches of equal length, and pooling row by row.

A batch holds only texts of exactly the same token count. So nothing is padded, the shape of every matrix
product inside the model is fixed by the text's own length except for the number of rows, and adding rows
leaves the other rows' bits alone (measured: docs/encoder.md; checked on each machine by tests/encoder).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Float32 = NDArray[np.float32]

BATCH_TOKENS = 768
"""Tokens in one run of the model: enough to keep the cores busy, few enough to stay in their caches."""


def equal_length_batches(lengths: Sequence[int], budget: int = BATCH_TOKENS) -> Iterator[list[int]]:
    """Indexes into `lengths`, in groups of one length and at most `budget` tokens (or a single text)."""
    groups: dict[int, list[int]] = {}
    for index, length in enumerate(lengths):
        groups.setdefault(length, []).append(index)
    for length in sorted(groups):
        size = max(1, budget // max(1, length))
        members = groups[length]
        yield from (members[start : start + size] for start in range(0, len(members), size))


def pool(vectors: Float32) -> Float32:
    """The L2-normalized mean over the tokens: (batch, tokens, dimension) to (batch, dimension)."""
    return normalize(vectors.mean(axis=1))


def normalize(rows: Float32) -> Float32:
    """Each row at length 1, as float32; a row of zeros stays zeros."""
    norms: Float32 = np.sqrt(np.square(rows).sum(axis=-1, keepdims=True))
    scaled: Float32 = np.divide(rows, np.maximum(norms, 1e-12), dtype=np.float32)
    return scaled


def encodable(text: str) -> str:
    """`text` with lone surrogates as "?": the same length, so that offsets still hold, and valid UTF-8."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
