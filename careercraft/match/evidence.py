"""The ways in which a resume can show a requirement; each gives a finding or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property

from msgspec import Struct

from careercraft.match import credit
from careercraft.match.asked_once import BETWEEN
from careercraft.match.common_words import Common
from careercraft.match.linker import Linker
from careercraft.match.negation import affirmed
from careercraft.match.neutral import neutral
from careercraft.match.shown import Places
from careercraft.match.wishes import is_wish
from careercraft.match.wording import TELLS_NOTHING
from careercraft.model.document import Document, Span
from careercraft.model.match import Requirement, Shown, SkillUse, Tier
from careercraft.model.resume import Resume
from careercraft.taxonomy.surface import fold, number_variants

_INSIDE = re.compile(r"[\w,][ ]$")
"""Before a word that doesn't begin a sentence."""

_NEIGHBORS = re.compile(r"(?:[\w+#./-]+(?: [\w+#./-]+)?(?:,| and| or| nor|, and|, or) )+$", re.IGNORECASE)
"""The items of an enumeration before its next one."""
_REACH = 80
"""Code points in which they are looked for."""
_LONG_WORD = 5
"""Letters from which a word that the posting writes small is hardly a name and another word at once."""


class Finding(Struct, frozen=True, kw_only=True):
    """One way to meet one requirement, and what it is worth."""

    strength: float
    tier: Tier
    option: str | None
    """The skill that is met, of the requirement's options."""
    spans: tuple[Span, ...]
    """In the resume, best first."""
    via: str | None = None
    shown: Shown | None = None
    use: SkillUse | None = None


def _forms(requirement: Requirement) -> list[str]:
    """The requirement's words, by each of its names; of an unknown "A or B" each side will do."""
    names = [fold(name) for name in requirement.mention.split(BETWEEN)]
    sides = [] if requirement.options else re.split(r"\s*,?\s+or\s+|\s*,\s*", names[0])
    return [form for side in dict.fromkeys([*names, *sides]) for form in (side, *number_variants(side))]


def _is_item(text: str, span: Span) -> bool:
    """A line of its own, apart from its bullet or number: "7. Windows"."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    rest = text[start : span.start] + text[span.end : end if end >= 0 else len(text)]
    return not any(char.isalpha() for char in rest)


def is_denied(text: str, start: int, end: int) -> bool:
    """Also by what stands before its neighbors: "without Angular and Ajax"."""
    run = _NEIGHBORS.search(text, max(0, start - _REACH), start)
    words = re.compile(r"[\w+#./-]+").finditer(text, run.start(), run.end()) if run else ()
    return not all(all(affirmed(text, [place])) for place in [*(word.span() for word in words), (start, end)])


class Searcher:
    """Looks one resume through. The encoder runs only when something is left that no name shows."""

    def __init__(
        self, resume: Resume, document: Document, uses: dict[str, SkillUse], linker: Linker, today: date
    ) -> None:
        self._document = document
        self._resume = resume
        self._uses = uses
        self._linker = linker
        self._places = Places(resume, today)
        self._index = linker.resume_index(resume, document)

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
        phrases = [requirement.mention.partition(BETWEEN)[0] for requirement in requirements]
        nearest = self._index.phrases.best(self._linker.encode(phrases))
        shared = [self._index.common_words.best(phrase) for phrase in phrases]
        return [
            self._nearest(item, *hit, common)
            for item, hit, common in zip(requirements, nearest, shared, strict=True)
        ]

    def _direct(self, requirement: Requirement) -> Iterator[Finding]:
        for option in requirement.options:
            use = self._uses.get(option)
            if use:
                yield Finding(
                    strength=credit.direct(use, requirement),
                    tier=use.mentions[0].tier,
                    option=option,
                    spans=tuple(hit.span for hit in use.mentions),
                    shown=use.shown,
                    use=use,
                )

    def _stated(self, requirement: Requirement) -> Iterator[Finding]:
        """The posting's own words. Where they name the skill, `_direct` finds it with its rules (capitals, company)
        and its years; what those rules leave out counts when the posting's very words stand there."""
        if any(option in self._uses for option in requirement.options):
            return
        named = {hit.skill_id for hit in self._linker.surface.find(requirement.mention)}
        by_name = not named.isdisjoint(requirement.options)
        for form in _forms(requirement):
            spans = [
                span for span in self._occurrences(form) if not by_name or self._is_name(span, requirement)
            ]
            if spans:
                shown = self._places.shown(spans)
                yield Finding(
                    strength=credit.stated(shown, requirement),
                    tier="stated",
                    option=requirement.options[0] if requirement.options else None,
                    spans=tuple(spans),
                    shown=shown,
                )
                return

    def _is_name(self, span: Span, requirement: Requirement) -> bool:
        """Several words say what they say. One counts with the posting's capitals where a sentence doesn't give it
        one: "firm control in Oracle", not "Excel at" nor "go"; a long one also where the posting writes it small."""
        words, text = neutral(self._document.quote(span)), self._document.text
        mention = neutral(requirement.mention)
        if is_denied(text, span.start, span.end) or is_wish(text, span.start):
            return False
        if sum(word not in TELLS_NOTHING for word in words.lower().split()) > 1:
            return True
        if len(words) >= _LONG_WORD and words.lower() in mention.split():
            return True
        inside = bool(_INSIDE.search(text, max(0, span.start - 3), span.start))
        return (inside or _is_item(text, span)) and words != words.lower() and words in mention

    def _occurrences(self, folded: str) -> list[Span]:
        if len(folded) < 3 or folded not in self._index.folded.text:
            return []
        pattern = re.compile(rf"(?<![\w&]){re.escape(folded)}(?![\w+#])")
        found = (
            self._index.folded.span(*match.span()) for match in pattern.finditer(self._index.folded.text)
        )
        spans = [Span(start, end, self._index.pages.page(start)) for start, end in found]
        return [span for span in spans if not self._index.reading.is_silent(span)]

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

    def _nearest(
        self, requirement: Requirement, similarity: float, place: tuple[int, int], common: Common
    ) -> Finding | None:
        start, end = place if similarity >= credit.SEMANTIC_FLOOR or not common.share else common.place
        shown = self._places.shown([Span(start, end)])
        alike = credit.likeness(similarity, common.share, common.words)
        strength = credit.semantic(alike, shown, requirement)
        words = " ".join(self._document.text[start:end].split())
        # A name that the surface rules turned down ("no Kubernetes", "I excel") must not come back as a meaning.
        denied = is_denied(self._document.text, start, end) or is_wish(self._document.text, start)
        if not strength or denied or self._linker.named(words) in requirement.options:
            return None
        return Finding(
            strength=strength,
            tier="semantic",
            option=requirement.options[0] if requirement.options else None,
            spans=(Span(start, end, self._index.pages.page(start)),),
            via=words,
        )
