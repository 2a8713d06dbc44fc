"""The ways in which a resume can show a requirement; each gives a finding or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from careercraft.match import credit
from careercraft.match.linker import Linker
from careercraft.match.pieces import pieces
from careercraft.match.resume_skills import is_used, used_places
from careercraft.match.semantic import Phrases
from careercraft.match.surface import PageIndex
from careercraft.model.document import Document, Span
from careercraft.model.match import Requirement, SkillUse, Tier
from careercraft.model.resume import Resume
from careercraft.taxonomy.surface import Folded, fold, fold_text, number_variants


class Finding(Struct, frozen=True, kw_only=True):
    """One way to meet one requirement, and what it is worth."""

    strength: float
    tier: Tier
    option: str | None
    """The skill that is met, of the requirement's options."""
    spans: tuple[Span, ...]
    """In the resume, best first."""
    via: str | None = None
    use: SkillUse | None = None


def _forms(requirement: Requirement) -> list[str]:
    """The requirement's words; of an unknown "A or B" each side will do."""
    whole = fold(requirement.mention)
    sides = [] if requirement.options else re.split(r"\s*,?\s+or\s+|\s*,\s*", whole)
    return [form for side in dict.fromkeys([whole, *sides]) for form in (side, *number_variants(side))]


class Searcher:
    """Looks one resume through. The encoder runs only when something is left that no name shows."""

    def __init__(self, resume: Resume, document: Document, uses: dict[str, SkillUse], linker: Linker) -> None:
        self._document = document
        self._resume = resume
        self._uses = uses
        self._linker = linker
        self._places = used_places(resume)

    def by_name(self, requirement: Requirement) -> Finding | None:
        """The best of what needs no encoder; ties go to the earlier way and option."""
        found = [
            *self._direct(requirement),
            *self._stated(requirement),
            *self._implied(requirement),
            *self._related(requirement),
        ]
        return max(found, key=lambda finding: finding.strength, default=None)

    def by_meaning(self, requirements: Sequence[Requirement]) -> list[Finding | None]:
        """For each, the resume's nearest phrase, when it is near enough."""
        if not requirements:
            return []
        queries = self._linker.encode([requirement.mention for requirement in requirements])
        nearest = self._phrases.best(queries)
        return [self._nearest(item, *hit) for item, hit in zip(requirements, nearest, strict=True)]

    def _direct(self, requirement: Requirement) -> Iterator[Finding]:
        for option in requirement.options:
            use = self._uses.get(option)
            if use:
                yield Finding(
                    strength=round(credit.direct(use, requirement), 3),
                    tier=use.mentions[0].tier,
                    option=option,
                    spans=tuple(hit.span for hit in use.mentions),
                    use=use,
                )

    def _stated(self, requirement: Requirement) -> Iterator[Finding]:
        """The posting's own words, where they are no skill's name: a name is found with its rules (capitals,
        company, negation) and its years by `_direct`, and must not come back without them."""
        named = {hit.skill_id for hit in self._linker.surface.find(requirement.mention)}
        if not named.isdisjoint(requirement.options):
            return
        for form in _forms(requirement):
            spans = self._occurrences(form)
            if spans:
                used = any(is_used(span, self._places) for span in spans)
                option = requirement.options[0] if requirement.options else None
                yield Finding(
                    strength=credit.stated(used, requirement.years),
                    tier="stated",
                    option=option,
                    spans=tuple(spans),
                )
                return

    def _occurrences(self, folded: str) -> list[Span]:
        if len(folded) < 3:
            return []
        pattern = re.compile(rf"(?<![\w&]){re.escape(folded)}(?![\w+#])")
        found = (self._folded.span(*match.span()) for match in pattern.finditer(self._folded.text))
        return [Span(start, end, self._pages.page(start)) for start, end in found]

    def _implied(self, requirement: Requirement) -> Iterator[Finding]:
        for option in requirement.options:
            for skill_id in sorted(self._implying.get(option, {})):
                steps = self._implying[option][skill_id]
                strength = credit.implied(steps, self._uses[skill_id], requirement)
                yield self._through(option, skill_id, strength, "implied")

    @cached_property
    def _implying(self) -> dict[str, dict[str, int]]:
        """Skill to the skills of the resume that imply it, with the steps."""
        found: dict[str, dict[str, int]] = {}
        for skill_id in self._uses:
            for implied, steps in self._linker.taxonomy.implied(skill_id).items():
                found.setdefault(implied, {})[skill_id] = steps
        return found

    def _related(self, requirement: Requirement) -> Iterator[Finding]:
        taxonomy = self._linker.taxonomy
        for option in requirement.options:
            for skill_id in self._uses:
                share = taxonomy.skills[skill_id].related.get(option, 0.0)
                if share:
                    yield self._through(option, skill_id, credit.related(share), "related")

    def _through(self, option: str, skill_id: str, strength: float, tier: Tier) -> Finding:
        spans = tuple(hit.span for hit in self._uses[skill_id].mentions)
        name = self._linker.taxonomy.skills[skill_id].name
        return Finding(strength=strength, tier=tier, option=option, spans=spans, via=name)

    def _nearest(self, requirement: Requirement, similarity: float, place: tuple[int, int]) -> Finding | None:
        start, end = place
        strength = credit.semantic(similarity)
        words = " ".join(self._document.text[start:end].split())
        # A name that the surface rules turned down ("no Kubernetes", "I excel") must not come back as a meaning.
        if not strength or self._linker.named(words) in requirement.options:
            return None
        return Finding(
            strength=strength,
            tier="semantic",
            option=requirement.options[0] if requirement.options else None,
            spans=(Span(start, end, self._pages.page(start)),),
            via=words,
        )

    @cached_property
    def _folded(self) -> Folded:
        return fold_text(self._document.text)

    @cached_property
    def _pages(self) -> PageIndex:
        return PageIndex(self._document)

    @cached_property
    def _phrases(self) -> Phrases:
        spans = pieces(self._resume, self._document)
        texts = [self._document.quote(span).replace("\n", " ") for span in spans]
        return Phrases(self._linker.encoder.encode_tokens(texts), [span.start for span in spans])
