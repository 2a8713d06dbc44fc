"""How much of a name's spelling stands in a text: character n-grams, weighed by how rare they are among the names.

A name's coverage is the share of its n-grams' weight (inverse document frequency) that occurs in the text within a
stretch of words. Containment and not cosine: a name of two words in a line of thirty is covered as well as alone,
and "negotiating" still covers most of "negotiate".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]
    Indexes = NDArray[np.int64]
    Blocks = tuple[NDArray[np.bool_], NDArray[np.bool_]]

SIZES = (3, 4)
"""Letters in an n-gram; a word's ends count as one letter each."""
BLOCK = 4
"""Words in half a stretch: a name has to be covered within two neighboring blocks of the text."""
_MOST_WORDS = 1_000
"""Of a text; what follows is left out, long after the encoder's window."""
_MOST_KEPT = 50_000
"""Words remembered with their n-grams."""
_WORD = re.compile(r"[\w+#.]+")
_QUALIFIER = re.compile(r"\s*\([^()]*\)")


class Coverage:
    """The n-grams of every name of a taxonomy, name after name."""

    def __init__(self, forms: Sequence[str], owners: Sequence[int], entries: int) -> None:
        """`forms` are names and aliases, `owners` the position of the entry of each, in ascending order; each of the
        `entries` has at least one. What stands in brackets only tells names apart and isn't counted."""
        import numpy as np

        self._ids: dict[str, int] = {}
        held, grams = self._pairs([_counted(form) for form in forms])
        self._held, self._grams = held.astype(np.int32), grams.astype(np.int32)
        frequency = np.bincount(grams, minlength=len(self._ids))
        self._rarity = np.log((1 + len(forms)) / (1 + frequency)) + 1
        self._whole = np.bincount(held, self._rarity[grams], minlength=len(forms))
        self._starts = np.searchsorted(held, np.arange(len(forms) + 1))
        """Where in `_grams` each form begins."""
        self._firsts = np.searchsorted(np.asarray(owners), np.arange(entries + 1))
        """Which form of each entry is the first."""
        self._known = lru_cache(maxsize=_MOST_KEPT)(self._known_grams)

    def scores(self, text: str, rows: Indexes | None = None) -> Matrix:
        """(entries,), or for the entries at `rows` alone, 0..1: coverage of each entry's best form."""
        import numpy as np

        return self.scores_of(self.read(text), np.arange(len(self._firsts) - 1) if rows is None else rows)

    def read(self, text: str) -> Blocks:
        """(blocks, n-grams): which block of the text has which; (n-grams,): which the text has."""
        import numpy as np

        words = words_of(text)[:_MOST_WORDS]
        blocks = np.zeros((-(-len(words) // BLOCK), len(self._ids)), dtype=bool)
        for block, at in zip(blocks, range(0, len(words), BLOCK), strict=True):
            block[list(chain.from_iterable(map(self._known, words[at : at + BLOCK])))] = True
        return blocks, np.logical_or.reduce(blocks)

    def scores_of(self, blocks: Blocks, rows: Indexes) -> Matrix:
        """As `scores`, of a text that was read."""
        import numpy as np

        if not len(blocks[0]) or not len(rows):
            return np.zeros(len(rows), dtype=np.float32)
        starts, ends = self._firsts[rows], self._firsts[rows + 1]
        forms, firsts = _ranges(starts, ends), np.cumsum(ends - starts) - (ends - starts)
        sums = self._sums(forms, _ranges(self._starts[starts], self._starts[ends]), blocks)
        stretches = sums[:-1] + sums[1:] if len(sums) > 1 else sums
        best = np.minimum(stretches.max(axis=0) / self._whole[forms], 1.0)
        return np.asarray(np.maximum.reduceat(best, firsts), dtype=np.float32)

    def _sums(self, forms: Indexes, places: Indexes, blocks: Blocks) -> NDArray[np.float64]:
        """(blocks, forms): the weight of the form's n-grams, at `places`, that the block has."""
        import numpy as np

        grams = self._grams.take(places)
        having, had = blocks
        kept = np.flatnonzero(had.take(grams))
        grams = grams.take(kept)
        local = np.empty(len(self._whole), dtype=np.int32)
        local[forms] = np.arange(len(forms))
        held = local[self._held[places[kept]]]
        block, place = np.nonzero(having.take(grams, axis=1))
        size = len(having) * len(forms)
        sums = np.bincount(block * len(forms) + held[place], self._rarity[grams[place]], minlength=size)
        return np.asarray(sums.reshape(len(having), len(forms)))

    def _pairs(self, forms: Sequence[Sequence[str]]) -> tuple[Indexes, Indexes]:
        """Form and n-gram of every n-gram that a form has, each pair once, by form and n-gram."""
        import numpy as np

        words = {word: index for index, word in enumerate(dict.fromkeys(chain.from_iterable(forms)))}
        per_word = [[self._id(gram) for gram in grams(word)] for word in words]
        ends = np.cumsum([0, *map(len, per_word)])
        used = np.fromiter((words[word] for form in forms for word in form), dtype=np.int64)
        owner = np.repeat(np.arange(len(forms)), [len(form) for form in forms])
        held = np.repeat(owner, ends[used + 1] - ends[used])
        gram = np.fromiter(chain.from_iterable(per_word), dtype=np.int64)[_ranges(ends[used], ends[used + 1])]
        width = max(1, len(self._ids))
        both = held * width + gram
        both.sort()  # np.unique hashes, which takes ten times as long
        both = both[np.diff(both, prepend=-1) > 0]
        held = both // width
        return held, both - held * width

    def _known_grams(self, word: str) -> list[int]:
        return [self._ids[gram] for gram in grams(word) if gram in self._ids]

    def _id(self, gram: str) -> int:
        return self._ids.setdefault(gram, len(self._ids))


def _ranges(starts: Indexes, ends: Indexes) -> Indexes:
    """All numbers of the ranges, one after the other."""
    import numpy as np

    counts = ends - starts
    return np.asarray(np.arange(counts.sum()) + np.repeat(starts - np.cumsum(counts) + counts, counts))


def _counted(form: str) -> list[str]:
    return (words_of(_QUALIFIER.sub("", form)) if "(" in form else []) or words_of(form)


def words_of(text: str) -> list[str]:
    """Lower-cased words; C++, C# and .NET keep their marks but for the dots at the ends."""
    return [word for found in _WORD.findall(text.lower()) if (word := found.strip("._"))]


@lru_cache(maxsize=_MOST_KEPT)
def grams(word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_all_grams(f" {word} ")))


def _all_grams(marked: str) -> Iterator[str]:
    for size in SIZES:
        for start in range(max(1, len(marked) - size + 1)):
            yield marked[start : start + size]
