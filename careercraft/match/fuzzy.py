"""The fuzzy tier: names with a typing error ("Kuberentes"), and nothing that is a word of its own.

"Welding" and "Wedding" are one letter apart. So a candidate is only taken for a misspelling when the word that
differs is in no vocabulary, begins with the same letter, and isn't the other with an ending.
"""

from __future__ import annotations

from functools import cached_property

from careercraft import paths
from careercraft.taxonomy import Taxonomy
from careercraft.taxonomy.surface import fold

WORDS_FILE = "words.txt"
_SHORTEST = 6
"""Letters; below that one wrong letter is too much."""
_LONG = 9
"""From this length on two errors are forgiven."""


class FuzzyMatcher:
    def __init__(self, taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy

    @cached_property
    def _forms(self) -> dict[str, list[str]]:
        """By first letter, which a misspelling keeps."""
        forms: dict[str, list[str]] = {}
        for surface in self._taxonomy.surfaces:
            if len(surface.folded) >= _SHORTEST:
                forms.setdefault(surface.folded[0], []).append(surface.folded)
        return forms

    @cached_property
    def _words(self) -> frozenset[str]:
        """Ordinary words, one a line: the whole words of the encoder's vocabulary."""
        return frozenset((paths.generated_dir() / WORDS_FILE).read_text(encoding="utf-8").split())

    @cached_property
    def _named(self) -> str:
        """Every word of every name, so that "visualization" misspells no "virtualization"."""
        return f" {' '.join(surface.folded for surface in self._taxonomy.surfaces)} "

    def find(self, phrase: str) -> tuple[str, float] | None:
        """Skill id and similarity (0..1) of the name that this phrase misspells, if it does."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        folded = fold(phrase)
        if len(folded) < _SHORTEST or len(folded.split()) > 4:
            return None
        limit = 1 if len(folded) < _LONG else 2
        near = process.extract(
            folded, self._forms.get(folded[0], []), scorer=OSA.distance, score_cutoff=limit, limit=None
        )
        for form, distance, _ in sorted(near, key=lambda hit: (hit[1], hit[0])):
            if distance and self._is_misspelling(folded, form):
                return self._taxonomy.by_surface[form], 1 - distance / len(form)
        return None

    def _is_misspelling(self, written: str, form: str) -> bool:
        wrong, right = written.split(), form.split()
        if len(wrong) != len(right):
            return written.replace(" ", "") == form.replace(" ", "")
        return all(
            a == b or (a[0] == b[0] and not a.startswith(b) and not b.startswith(a) and not self._is_word(a))
            for a, b in zip(wrong, right, strict=True)
        )

    def _is_word(self, word: str) -> bool:
        return word in self._words or f" {word} " in self._named
