"""How much of a name's spelling stands in a text: character n-grams, weighed by how rare they are among the names.

A name's coverage is the share of its n-grams' weight (inverse document frequency) that occurs in the text within a
stretch of words. Containment and not cosine: a name of two words in a line of thirty is covered as well as alone,
and "negotiating" still covers most of "negotiate".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]
    Indexes = NDArray[np.int64]

SIZES = (3, 4)
"""Letters in an n-gram; a word's ends count as one letter each."""
BLOCK = 4
"""Words in half a stretch: a name has to be covered within two neighboring blocks of the text."""
_WORD = re.compile(r"[\w+#.]+")
_QUALIFIER = re.compile(r"\s*\([^()]*\)")


class Coverage:
    """The n-grams of every name of a taxonomy, as postings: n-gram to the names that have it."""

    def __init__(self, forms: Sequence[str], owners: Sequence[int], entries: int) -> None:
        """`forms` are names and aliases, `owners` the position of the entry of each, in ascending order; each of the
        `entries` has at least one. What stands in brackets only tells names apart and isn't counted."""
        import numpy as np

        self._grams: dict[str, int] = {}
        held, gram = self._pairs([words_of(_QUALIFIER.sub("", form)) or words_of(form) for form in forms])
        frequency = np.bincount(gram, minlength=len(self._grams))
        rarity = np.log((1 + len(forms)) / (1 + frequency)) + 1
        whole = np.bincount(held, rarity[gram], minlength=len(forms))
        order = np.argsort(gram, kind="stable")
        self._forms = len(forms)
        self._held = held[order]
        self._weights = (rarity[gram] / whole[held])[order]
        self._starts = np.concatenate([[0], np.cumsum(frequency)])
        self._firsts = np.searchsorted(np.asarray(owners), np.arange(entries))

    def scores(self, text: str) -> Matrix:
        """(entries,), 0..1: coverage of each entry's best form."""
        import numpy as np

        words = words_of(text)
        blocks = [self._sums(words[at : at + BLOCK]) for at in range(0, len(words), BLOCK)]
        if not blocks:
            return np.zeros(len(self._firsts), dtype=np.float32)
        stretches = [a + b for a, b in pairwise(blocks)] or blocks
        best = np.minimum(np.maximum.reduce(stretches), 1.0)
        return np.asarray(np.maximum.reduceat(best, self._firsts), dtype=np.float32)

    def _sums(self, words: Sequence[str]) -> NDArray[np.float64]:
        """(forms,): weights of the n-grams that these words have."""
        import numpy as np

        found = sorted({self._grams[gram] for word in words for gram in grams(word) if gram in self._grams})
        if not found:
            return np.zeros(self._forms)
        parts = [slice(self._starts[gram], self._starts[gram + 1]) for gram in found]
        held = np.concatenate([self._held[part] for part in parts])
        weights = np.concatenate([self._weights[part] for part in parts])
        return np.asarray(np.bincount(held, weights, minlength=self._forms), dtype=np.float64)

    def _pairs(self, words: Sequence[Sequence[str]]) -> tuple[Indexes, Indexes]:
        """Form and n-gram of every n-gram that a form has, each pair once, by form and n-gram."""
        import numpy as np

        ids = {word: self._ids(word) for word in dict.fromkeys(chain.from_iterable(words))}
        per_form = [list(chain.from_iterable(ids[word] for word in form)) for form in words]
        held = np.repeat(np.arange(len(words)), [len(found) for found in per_form])
        gram = np.fromiter(chain.from_iterable(per_form), dtype=np.int64, count=len(held))
        width = max(1, len(self._grams))
        both = np.unique(held * width + gram)
        return both // width, both % width

    def _ids(self, word: str) -> list[int]:
        return [self._grams.setdefault(gram, len(self._grams)) for gram in grams(word)]


def words_of(text: str) -> list[str]:
    """Lower-cased words; C++, C# and .NET keep their marks but for the dots at the ends."""
    return [word for found in _WORD.findall(text.lower()) if (word := found.strip("._"))]


@lru_cache(maxsize=50_000)
def grams(word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_all_grams(f" {word} ")))


def _all_grams(marked: str) -> Iterator[str]:
    for size in SIZES:
        for start in range(max(1, len(marked) - size + 1)):
            yield marked[start : start + size]
