"""The semantic tier: phrases and skills compared as vectors.

A sentence is encoded once; every run of 1 to 8 neighbouring tokens is mean-pooled from its token vectors (a
window), and a label is held against the best window of the sentence. Against whole-sentence vectors this finds a
phrase inside a long sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from careercraft.model.ports import TokenVectors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

MAX_WINDOW = 8
"""Tokens in the longest window."""
DECIMALS = 3
"""Similarities are rounded before a threshold or an order sees them, so that processors agree."""
_LABELS_AT_ONCE = 256
"""Labels held against all windows of a text together: the numbers stay in a core's cache."""


class Windows(NamedTuple):
    """All windows of one text."""

    vectors: Matrix
    """(windows, dimension), rows L2-normalised."""
    spans: list[tuple[int, int]]
    """Code points of each window in its text."""


def windows(tokens: TokenVectors, longest: int = MAX_WINDOW) -> Windows:
    """Runs of 1..`longest` neighbouring tokens that begin and end at word boundaries, shortest runs first."""
    import numpy as np

    runs = _runs(tokens.offsets, longest)
    if not runs:
        return Windows(np.zeros((0, tokens.sentence.shape[0]), dtype=np.float32), [])
    sums = _running_sums(tokens.vectors)
    first, last = np.array(runs).T
    pooled = (sums[last] - sums[first]).astype(np.float32)
    pooled /= np.maximum(np.linalg.norm(pooled, axis=1, keepdims=True), 1e-9)
    return Windows(pooled, [(tokens.offsets[a][0], tokens.offsets[b - 1][1]) for a, b in runs])


def best_windows(found: Windows, labels: Matrix) -> tuple[Matrix, NDArray[np.intp]]:
    """For each label (a row, L2-normalised) the similarity to the best window, rounded, and which it is."""
    import numpy as np

    if not len(found.vectors):
        return np.zeros(len(labels), dtype=np.float32), np.zeros(len(labels), dtype=np.intp)
    similarity = np.round(found.vectors @ labels.T, DECIMALS)
    best = similarity.argmax(axis=0)
    return similarity[best, np.arange(len(labels))], best


class WindowSums:
    """The windows of one text as differences of running sums, for labels by the thousand.

    The similarity of a window's mean with a label is the sum of its tokens' products with the label over the length
    of the summed vectors; so tokens are multiplied with labels once, and the windows themselves are never made.
    """

    def __init__(self, tokens: TokenVectors, longest: int = MAX_WINDOW) -> None:
        import numpy as np

        self._tokens = tokens
        self._runs = _runs(tokens.offsets, longest)
        if not self._runs and tokens.offsets:  # one word of more tokens than a window has
            self._runs = [(0, len(tokens.offsets))]
        if self._runs:
            bounds, places = np.unique(np.array(self._runs), return_inverse=True)
            sums = _running_sums(tokens.vectors)[bounds]
            self._first, self._last = places.reshape(-1, 2).T
            lengths = np.linalg.norm(sums[self._last] - sums[self._first], axis=1)
            self._scale = (1 / np.maximum(lengths, 1e-9)).astype(np.float32)[:, None]
            self._sums = sums.astype(np.float32)

    def best(self, labels: Matrix) -> Matrix:
        """(labels,): similarity of each label (a row, L2-normalised) to its best window, not rounded."""
        import numpy as np

        if not self._runs:
            return np.zeros(len(labels), dtype=np.float32)
        sums = self._sums @ labels.T
        starts = range(0, len(labels), _LABELS_AT_ONCE)
        parts = [self._scores(sums[:, start : start + _LABELS_AT_ONCE]) for start in starts]
        return np.concatenate([part.max(axis=0) for part in parts] or [np.zeros(0, dtype=np.float32)])

    def places(self, labels: Matrix) -> list[tuple[int, int]]:
        """Code points of each label's best window, the first among equals; (0, 0) in a text without words."""
        import numpy as np

        if not self._runs or not len(labels):
            return [(0, 0)] * len(labels)
        best = np.round(self._scores(self._sums @ labels.T), DECIMALS).argmax(axis=0)
        offsets = self._tokens.offsets
        return [(offsets[a][0], offsets[b - 1][1]) for a, b in (self._runs[index] for index in best)]

    def _scores(self, sums: Matrix) -> Matrix:
        """(windows, labels), from the products of the running sums with the labels."""
        scores: Matrix = sums.take(self._last, axis=0)
        scores -= sums.take(self._first, axis=0)
        scores *= self._scale
        return scores


class Phrases:
    """Pieces of a document, held against phrases by their best windows.

    The windows' vectors are never made: the similarity of a window's mean with a query is the sum of its tokens'
    products with the query over the length of the summed vectors, and both sums are differences of running sums.
    """

    def __init__(self, encoded: Sequence[TokenVectors], starts: Sequence[int]) -> None:
        """`starts` says where in the document each piece begins."""
        self._pieces = [
            (tokens, start) for tokens, start in zip(encoded, starts, strict=True) if tokens.offsets
        ]

    def best(self, queries: Matrix) -> list[tuple[float, tuple[int, int]]]:
        """For each query (a row, L2-normalised) the similarity and place of the most similar window, the first
        among equals; (0, (0, 0)) when there are no words."""
        found = [(0.0, (0, 0))] * len(queries)
        for tokens, start in self._pieces:
            runs = _runs(tokens.offsets, MAX_WINDOW)
            if not runs:  # one word of more tokens than a window has
                continue
            scores = _window_scores(tokens, queries, runs)
            for row, index in enumerate(scores.argmax(axis=0)):
                score = round(float(scores[index, row]), DECIMALS)  # .87 as float32 is .87000000477
                if score > found[row][0]:
                    first, last = runs[index]
                    found[row] = (
                        score,
                        (start + tokens.offsets[first][0], start + tokens.offsets[last - 1][1]),
                    )
        return found


def _window_scores(
    tokens: TokenVectors, queries: Matrix, runs: Sequence[tuple[int, int]]
) -> NDArray[np.float64]:
    """(windows, queries) rounded similarities."""
    import numpy as np

    first, last = np.array(runs).T
    sums = _running_sums(tokens.vectors)
    lengths = np.linalg.norm(sums[last] - sums[first], axis=1)
    products = _running_sums(tokens.vectors @ queries.T)
    scores = (products[last] - products[first]) / np.maximum(lengths, 1e-9)[:, None]
    return np.asarray(np.round(scores, DECIMALS), dtype=np.float64)


def _running_sums(rows: Matrix) -> NDArray[np.float64]:
    """(n + 1, width), float64: row i is the sum of the first i rows."""
    import numpy as np

    sums = np.zeros((len(rows) + 1, rows.shape[1]), dtype=np.float64)
    np.cumsum(rows, axis=0, dtype=np.float64, out=sums[1:])
    return sums


def _runs(offsets: Sequence[tuple[int, int]], longest: int) -> list[tuple[int, int]]:
    """Runs of 1..`longest` tokens that begin and end at word boundaries, shortest first."""
    count = len(offsets)
    starts = [i for i in range(count) if i == 0 or offsets[i][0] > offsets[i - 1][1]]
    is_end = [i + 1 == count or offsets[i + 1][0] > offsets[i][1] for i in range(count)]
    return [
        (start, start + size)
        for size in range(1, longest + 1)
        for start in starts
        if start + size <= count and is_end[start + size - 1]
    ]
