"""The semantic tier: phrases and skills compared as vectors.

A sentence is encoded once; every run of 1 to 8 neighbouring tokens is mean-pooled from its token vectors (a
window), and a label is held against the best window of the sentence. Against whole-sentence vectors this finds a
phrase inside a long sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from careercraft.match.neutral import Offsets
from careercraft.model.ports import TokenVectors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import DTypeLike, NDArray

    Matrix = NDArray[np.float32]
    Indexes = NDArray[np.intp]

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

    first, last = _runs(tokens.offsets, longest)
    if not len(first):
        return Windows(np.zeros((0, tokens.sentence.shape[0]), dtype=np.float32), [])
    sums = _running_sums(tokens.vectors)
    pooled = (sums[last] - sums[first]).astype(np.float32)
    pooled /= np.maximum(np.linalg.norm(pooled, axis=1, keepdims=True), 1e-9)
    spans = [(tokens.offsets[a][0], tokens.offsets[b - 1][1]) for a, b in zip(first, last, strict=True)]
    return Windows(pooled, spans)


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
        self._first, self._last = _runs(tokens.offsets, longest)
        if not len(self._first) and tokens.offsets:  # one word of more tokens than a window has
            self._first, self._last = np.array([0]), np.array([len(tokens.offsets)])
        self._scale = 1 / np.maximum(self._lengths(), 1e-9)

    def best(self, labels: NDArray[Any]) -> NDArray[Any]:
        """(labels,): similarity of each label (a row, L2-normalised) to its best window, not rounded, in the
        precision of the labels."""
        return self._best(_running_sums(self._tokens.vectors.astype(labels.dtype) @ labels.T, labels.dtype))

    def places(self, labels: Matrix) -> list[tuple[int, int]]:
        """Code points of each label's best window, the first among equals; (0, 0) in a text without words."""
        import numpy as np

        if not len(self._first) or not len(labels):
            return [(0, 0)] * len(labels)
        sums = _running_sums(self._tokens.vectors.astype(np.float64) @ labels.T)
        best = np.round(self._scores(sums), DECIMALS).argmax(axis=0)
        offsets = self._tokens.offsets
        return [(offsets[self._first[row]][0], offsets[self._last[row] - 1][1]) for row in best.tolist()]

    def stretched(self) -> Matrix:
        """(tokens, dimension): each token over the least share that one token has in the length of a window of its.

        A window's similarity to a label is a mean, over its tokens, of the products of such rows with the label, each
        times something between 0 and 1; so no window is nearer to a label than the best of these products.
        """
        return self._tokens.vectors * self._stretch[:, None].astype(self._tokens.vectors.dtype)

    def bound(self, products: Matrix) -> Matrix:
        """(labels,): no less than `best`, from the products (tokens, labels) of `stretched` with labels."""
        import numpy as np

        return np.asarray(np.maximum(products.max(axis=0, initial=0.0), 0.0))

    def best_of(self, products: Matrix) -> Matrix:
        """(labels,): `best`, from the same products."""
        import numpy as np

        shrink = 1 / np.maximum(self._stretch, 1e-9)  # a product of 0 stays 0
        return self._best(_running_sums(products * shrink[:, None].astype(np.float32), products.dtype))

    @cached_property
    def _stretch(self) -> NDArray[np.float64]:
        """(tokens,): tokens over length of the window where that is most; 0 for a token of no window."""
        import numpy as np

        sizes = self._last - self._first
        begins = np.cumsum(sizes) - sizes
        members = np.arange(sizes.sum()) + np.repeat(self._first - begins, sizes)
        found = np.zeros(len(self._tokens.offsets))
        np.maximum.at(found, members, np.repeat(sizes * self._scale, sizes))
        return found

    def _lengths(self) -> NDArray[np.float64]:
        """(windows,): lengths of the summed vectors, from the products of the tokens with each other."""
        import numpy as np

        vectors = self._tokens.vectors.astype(np.float64)
        products = np.zeros((len(vectors) + 1, len(vectors) + 1))
        products[1:, 1:] = (vectors @ vectors.T).cumsum(axis=0).cumsum(axis=1)
        a, b = self._first, self._last
        squares = products[b, b] - products[a, b] - products[b, a] + products[a, a]
        return np.sqrt(np.maximum(squares, 0.0))

    def _best(self, sums: NDArray[Any]) -> NDArray[Any]:
        import numpy as np

        labels = sums.shape[1]
        if not len(self._first):
            return np.zeros(labels, dtype=sums.dtype)
        starts = range(0, labels, _LABELS_AT_ONCE)
        parts = [self._scores(sums[:, start : start + _LABELS_AT_ONCE]).max(axis=0) for start in starts]
        return np.concatenate([np.zeros(0, dtype=sums.dtype), *parts])

    def _scores(self, sums: NDArray[Any]) -> NDArray[Any]:
        """(windows, labels), from the products of the running sums with the labels."""
        scores = sums.take(self._last, axis=0)
        scores -= sums.take(self._first, axis=0)
        scores *= self._scale[:, None].astype(sums.dtype)
        return scores


class Phrases:
    """Pieces of a document, held against phrases by their best windows.

    The windows' vectors are never made: the similarity of a window's mean with a query is the sum of its tokens'
    products with the query over the length of the summed vectors, and both sums are differences of running sums.
    """

    def __init__(self, encoded: Sequence[TokenVectors], places: Sequence[Offsets]) -> None:
        """`places` says where in the document the words of each piece stand."""
        self._pieces = [
            (tokens, back) for tokens, back in zip(encoded, places, strict=True) if tokens.offsets
        ]

    @cached_property
    def _measured(self) -> list[tuple[TokenVectors, Offsets, Indexes, Indexes, NDArray[np.float64]]]:
        """Each piece with its windows and the lengths of their sums, which are the same for every query."""
        import numpy as np

        found = []
        for tokens, back in self._pieces:
            first, last = _runs(tokens.offsets, MAX_WINDOW)
            if not len(first):  # one word of more tokens than a window has
                continue
            sums = _running_sums(tokens.vectors)
            lengths = np.maximum(np.linalg.norm(sums[last] - sums[first], axis=1), 1e-9)
            found.append((tokens, back, first, last, lengths))
        return found

    def best(self, queries: Matrix) -> list[tuple[float, tuple[int, int]]]:
        """For each query (a row, L2-normalised) the similarity and place of the most similar window, the first
        among equals; (0, (0, 0)) when there are no words."""
        found = [(0.0, (0, 0))] * len(queries)
        for tokens, back, firsts, lasts, lengths in self._measured:
            scores = _window_scores(tokens, queries, firsts, lasts, lengths)
            for row, index in enumerate(scores.argmax(axis=0)):
                score = round(float(scores[index, row]), DECIMALS)  # .87 as float32 is .87000000477
                if score > found[row][0]:
                    first, last = tokens.offsets[firsts[index]], tokens.offsets[lasts[index] - 1]
                    found[row] = (score, back.place(first[0], last[1]))
        return found


def _window_scores(
    tokens: TokenVectors, queries: Matrix, first: Indexes, last: Indexes, lengths: NDArray[np.float64]
) -> NDArray[np.float64]:
    """(windows, queries) rounded similarities."""
    import numpy as np

    products = _running_sums(tokens.vectors @ queries.T)
    scores = (products[last] - products[first]) / lengths[:, None]
    return np.asarray(np.round(scores, DECIMALS), dtype=np.float64)


def _running_sums(rows: NDArray[Any], dtype: DTypeLike = "float64") -> NDArray[Any]:
    """(n + 1, width): row i is the sum of the first i rows."""
    import numpy as np

    sums = np.zeros((len(rows) + 1, rows.shape[1]), dtype=dtype)
    np.cumsum(rows, axis=0, dtype=dtype, out=sums[1:])
    return sums


def _runs(offsets: Sequence[tuple[int, int]], longest: int) -> tuple[Indexes, Indexes]:
    """Runs of 1..`longest` tokens that begin and end at word boundaries, shortest first: first token, one after the
    last."""
    import numpy as np

    starts, ends = np.array(offsets, dtype=np.intp).reshape(-1, 2).T
    apart = starts[1:] > ends[:-1]
    begins = np.concatenate([[True], apart])[: len(starts)]
    closes = np.concatenate([apart, [True], np.zeros(longest, dtype=bool)])
    runs = closes[np.arange(longest)[:, None] + np.arange(len(starts))] & begins
    size, first = np.nonzero(runs)
    return first, first + size + 1
