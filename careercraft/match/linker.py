"""The linker: a taxonomy, its matchers and the encoder, made once and shared by all documents of a run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from careercraft.match.fuzzy import FuzzyMatcher
from careercraft.match.neutral import neutral
from careercraft.match.semantic import DECIMALS
from careercraft.match.surface import SurfaceMatcher
from careercraft.model.document import Document
from careercraft.model.match import Mention
from careercraft.model.ports import Encoder, SkillVectors
from careercraft.model.resume import Resume
from careercraft.taxonomy import Taxonomy
from careercraft.taxonomy.spelling import Spellings
from careercraft.taxonomy.surface import fold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from careercraft.match.resume_index import ResumeIndex
    from careercraft.match.titles import RoleTitles

SEMANTIC_LINK = 0.72
"""Similarity from which a phrase without a known name is taken for a skill; below, its own words are kept."""

_MOST_KEPT = 20_000
"""Phrase vectors kept: some 30 MB."""
_RESUMES_KEPT = 8
"""Resumes whose index is kept, some 2 MB each: a guard's "as it would be" and pairs in any order come back to them."""


class Linker:
    """Phrases and texts to skills. The encoder and vectors are fetched when first needed."""

    def __init__(
        self,
        taxonomy: Taxonomy,
        encoder: Callable[[], Encoder],
        vectors: Callable[[], SkillVectors],
    ) -> None:
        self.taxonomy = taxonomy
        self.surface = SurfaceMatcher(taxonomy)
        self.fuzzy = FuzzyMatcher(taxonomy)
        self._load_encoder = encoder
        self._load_vectors = vectors
        self._encoded: dict[str, NDArray[np.float32]] = {}
        self._indexes: list[ResumeIndex] = []

    @cached_property
    def encoder(self) -> Encoder:
        return self._load_encoder()

    @cached_property
    def vectors(self) -> SkillVectors:
        return self._load_vectors()

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """(n, dimension): sentence vectors of short phrases in neutral words, each encoded once a run: a batch meets
        the same titles and requirements again and again."""
        import numpy as np

        new = [text for text in dict.fromkeys(texts) if text not in self._encoded]
        if new:
            if len(self._encoded) > _MOST_KEPT:
                self._encoded.clear()
                new = list(dict.fromkeys(texts))
            self._encoded.update(zip(new, self.encoder.encode([neutral(text) for text in new]), strict=True))
        if not texts:
            return np.zeros((0, self.encoder.dimension), dtype=np.float32)
        return np.stack([self._encoded[text] for text in texts])

    def resume_index(self, resume: Resume, document: Document) -> ResumeIndex:
        """Of the last few resumes it is kept."""
        from careercraft.match.resume_index import ResumeIndex

        for index in self._indexes:
            if index.is_of(resume, document):
                return index
        encoder = self._load_encoder  # the linker itself would be held by what it holds
        index = ResumeIndex(resume, document, lambda texts: encoder().encode_tokens(texts))
        self._indexes = [index, *self._indexes[: _RESUMES_KEPT - 1]]
        return index

    def mentions(self, document: Document) -> tuple[Mention, ...]:
        """All that the surface tier finds in a document."""
        return self.surface.find(document.text, document)

    def link(self, text: str, encode: bool = True) -> tuple[Mention, ...]:
        """Hits of all three tiers with their probabilities, see `links.link`."""
        from careercraft.match.links import link

        return link(text, self, encode)

    def named(self, phrase: str) -> str | None:
        """Id of the skill that the whole phrase names, by name or alias or another spelling of one."""
        return self.taxonomy.by_surface.get(fold(phrase)) or self._spellings.find(phrase)

    @cached_property
    def _spellings(self) -> Spellings:
        return Spellings(self.taxonomy)

    @cached_property
    def role_titles(self) -> RoleTitles:
        from careercraft.match.titles import RoleTitles

        return RoleTitles(self.taxonomy)

    @cached_property
    def common_skills(self) -> frozenset[str]:
        """Skills that people of all trades have, so that they say little of any: see `common_skills`."""
        from careercraft.match.common_skills import common_skills

        return common_skills(self.taxonomy)

    def misspelled(self, phrase: str) -> tuple[str, float] | None:
        return self.fuzzy.find(phrase)

    def nearest(self, phrases: Sequence[str]) -> list[str | None]:
        """For each short phrase the skill that it means as a whole, from SEMANTIC_LINK on."""
        if not phrases:
            return []
        similarity = (self.encode(phrases) @ self.vectors.matrix.T).round(DECIMALS)
        best = similarity.argmax(axis=1)
        return [
            self.vectors.ids[row] if scores[row] >= SEMANTIC_LINK else None
            for scores, row in zip(similarity, best, strict=True)
        ]
