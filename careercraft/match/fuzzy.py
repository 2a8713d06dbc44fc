"""The fuzzy tier: names with a typing error ("Kuberentes"), and nothing that is a word of its own.

"Welding" and "Wedding" are one letter apart. So a candidate is only taken for a misspelling when the word that
differs is in no vocabulary, begins with the same letter, and isn't the other with an ending.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from careercraft.match.vocabulary import vocabulary
from careercraft.taxonomy import Taxonomy
from careercraft.taxonomy.surface import fold

_SHORTEST = 6
"""Letters; below that one wrong letter is too much."""
_LONG = 9
"""From this length on two errors are forgiven."""
_MOST_WORDS = 4
_ENDINGS = ("s", "es", "d", "ed", "r", "rs", "er", "ers", "ing", "ly")
_MOST_KEPT = 20_000
"""Phrases remembered: texts repeat their unknown words."""
_MOST_TRIED = 3
"""Words of a phrase that is looked for in running text."""
_WORD = re.compile(r"[^\W_]+")
_ONE_GAP = re.compile(r" |-|\n")


class Misspelled(NamedTuple):
    """A name with a typing error in a text."""

    start: int
    end: int
    skill_id: str
    likeness: float
    """0..1: 1 less the errors a letter."""


class FuzzyMatcher:
    def __init__(self, taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy
        self._search = lru_cache(maxsize=_MOST_KEPT)(self._nearest)
        self._like = cache(self._forms_like)
        self._meant = lru_cache(maxsize=_MOST_KEPT)(self._near_words)

    @cached_property
    def _forms(self) -> dict[tuple[str, int], list[str]]:
        """By first letter, which a misspelling keeps, and length."""
        forms: dict[tuple[str, int], list[str]] = {}
        for surface in self._taxonomy.surfaces:
            if len(surface.folded) >= _SHORTEST:
                forms.setdefault((surface.folded[0], len(surface.folded)), []).append(surface.folded)
        return forms

    @cached_property
    def _named(self) -> frozenset[str]:
        """Every word of every name, so that "visualization" misspells no "virtualization"."""
        return frozenset(" ".join(surface.folded for surface in self._taxonomy.surfaces).split())

    def find(self, phrase: str) -> tuple[str, float] | None:
        """Skill id and similarity (0..1) of the name that this phrase misspells, if it does."""
        return self._search(fold(phrase))

    def _nearest(self, folded: str) -> tuple[str, float] | None:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        if len(folded) < _SHORTEST or len(folded.split()) > _MOST_WORDS:
            return None
        limit = 1 if len(folded) < _LONG else 2
        forms = self._like(folded[0], len(folded), limit)
        near = process.extract(folded, forms, scorer=OSA.distance, score_cutoff=limit, limit=None)
        for form, distance, _ in sorted(near, key=lambda hit: (hit[1], hit[0])):
            if distance and self._is_misspelling(folded, form):
                return self._taxonomy.by_surface[form], 1 - distance / len(form)
        return None

    def _forms_like(self, first: str, length: int, limit: int) -> list[str]:
        """Of the same first letter, and not longer or shorter than by `limit`."""
        lengths = range(length - limit, length + limit + 1)
        return [form for near in lengths for form in self._forms.get((first, near), ())]

    def find_in(self, text: str, taken: Sequence[tuple[int, int]] = ()) -> Iterator[Misspelled]:
        """Misspelled names in running text, in its order and outside the spans `taken`; of phrases around a word
        that is in no vocabulary the longest."""
        words = [found.span() for found in _WORD.finditer(text)]
        free = 0
        for at, (start, end) in enumerate(words):
            if start < free or end - start < _SHORTEST or not (near := self._meant(text[start:end].lower())):
                continue
            runs = [run for run in _phrases(words, at, free) if _is_free(text, run, taken)]
            found = next(filter(None, (self._tried(text, run, words[at], near) for run in runs)), None)
            if found:
                free = found.end
                yield found

    def _tried(
        self,
        text: str,
        run: Sequence[tuple[int, int]],
        word: tuple[int, int],
        near: Sequence[tuple[str, int]],
    ) -> Misspelled | None:
        start, end = run[0][0], run[-1][1]
        for meant, errors in near:
            form = fold(f"{text[start : word[0]]}{meant}{text[word[1] : end]}")
            if skill_id := self._taxonomy.by_surface.get(form):
                return Misspelled(start, end, skill_id, 1 - errors / len(form))
        return None

    def _near_words(self, word: str) -> list[tuple[str, int]]:
        """Words of names that this one misspells with the number of errors, the likeliest first; none for a word
        that is in a vocabulary."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        if not word.isalpha() or self._is_word(word):
            return []
        limit = 1 if len(word) < _LONG else 2
        lengths = range(len(word) - limit, len(word) + limit + 1)
        like = [near for length in lengths for near in self._words_like.get((word[0], length), ())]
        near = process.extract(word, like, scorer=OSA.distance, score_cutoff=limit, limit=None)
        found = [(form, round(errors)) for form, errors, _ in near]
        apart = [pair for pair in found if not (pair[0].startswith(word) or word.startswith(pair[0]))]
        return sorted(apart, key=lambda pair: (pair[1], pair[0]))

    @cached_property
    def _words_like(self) -> dict[tuple[str, int], list[str]]:
        """Words of names by first letter and length."""
        words: dict[tuple[str, int], list[str]] = {}
        for word in sorted(self._named):
            words.setdefault((word[0], len(word)), []).append(word)
        return words

    def _is_misspelling(self, written: str, form: str) -> bool:
        wrong, right = written.split(), form.split()
        if len(wrong) != len(right):
            return written.replace(" ", "") == form.replace(" ", "")
        return all(
            a == b or (a[0] == b[0] and not a.startswith(b) and not b.startswith(a) and not self._is_word(a))
            for a, b in zip(wrong, right, strict=True)
        )

    def _is_word(self, word: str) -> bool:
        """With a usual ending too: "coachings" isn't "caching"."""
        stems = [word, *(word.removesuffix(end) for end in _ENDINGS if word.endswith(end))]
        return any(stem in vocabulary() or stem in self._named for stem in stems)


def _is_free(text: str, run: Sequence[tuple[int, int]], taken: Sequence[tuple[int, int]]) -> bool:
    """Outside what is taken, with a single space or hyphen between the words."""
    start, end = run[0][0], run[-1][1]
    if any(begin < end and start < stop for begin, stop in taken):
        return False
    return all(_ONE_GAP.fullmatch(text, a[1], b[0]) for a, b in pairwise(run))


def _phrases(words: list[tuple[int, int]], at: int, free: int) -> Iterator[list[tuple[int, int]]]:
    """Runs of words around one of them that begin at `free` or later, the longest first."""
    for length in range(_MOST_TRIED, 0, -1):
        for first in range(max(0, at - length + 1), min(at, len(words) - length) + 1):
            if words[first][0] >= free:
                yield words[first : first + length]
