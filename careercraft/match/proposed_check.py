"""A model's claim against the document that it quotes: what holds of resumes and postings alike."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from msgspec import UNSET

from careercraft.match import proposed_context as context
from careercraft.match.linker import Linker
from careercraft.match.proposed_quotes import Quotes, telling, too_long
from careercraft.match.proposed_words import Borne, Words
from careercraft.match.quoting import Quoter
from careercraft.match.surface import PageIndex
from careercraft.model.document import Document, Span
from careercraft.model.match import Side
from careercraft.model.proposed import Claim, DropReason, Proposal
from careercraft.model.skill import Skill

_MOST_YEARS = 60.0
_LONGEST_NAME = 100
_MOST_PLACES = 10
"""Places of one quote that are looked at: a word may stand thousands of times in a document."""


class Dropped(Exception):
    def __init__(self, reason: DropReason) -> None:
        super().__init__(reason)
        self.reason = reason


class Check:
    """Of one document."""

    side: Side

    def __init__(self, document: Document, linker: Linker) -> None:
        self._document = document
        self._linker = linker
        self._quotes = Quotes(document.text)
        self._words = Words(document, linker)
        self._quoter = Quoter(self.side, document)
        self._pages = PageIndex(document)

    def check(self, claim: Claim) -> Proposal:
        """Raises Dropped."""
        quote = " ".join(claim.quote.split())
        if len(claim.name) > _LONGEST_NAME or not quote:
            raise Dropped("malformed")
        if too_long(quote, self._document.text):
            raise Dropped("too_long")
        if not telling(quote):
            raise Dropped("not_telling")
        places = list(islice(self._quotes.find(quote), _MOST_PLACES))
        if not places:
            raise Dropped("not_in_source")
        return self._first_that_holds(claim, places)

    def _first_that_holds(self, claim: Claim, places: Sequence[tuple[int, int]]) -> Proposal:
        """A quote may stand in several places, of which one will do."""
        reason: Dropped | None = None
        for place in places:
            try:
                if context.joins_places(self._document.text, *place):
                    raise Dropped("two_places")
                return self._at(claim, *place)
            except Dropped as dropped:
                reason = reason or dropped
        assert reason is not None
        raise reason

    def _at(self, claim: Claim, start: int, end: int) -> Proposal:
        raise NotImplementedError

    def _skill(self, claim: Claim) -> Skill | None:
        taxonomy = self._linker.taxonomy
        return taxonomy.find(claim.name) or taxonomy.skills.get(self._linker.named(claim.name) or "")

    def _borne(self, skill: Skill, start: int, end: int) -> Borne:
        """The first of the places that hold; a name in a quote comes before what its words mean."""
        found = list(self._words.named(skill, start, end))
        meant = None if found else self._words.meant(skill, start, end)
        found += [meant] if meant else []
        if not found:
            raise Dropped("claim_not_in_quote")
        reasons = [self._against(borne.start, borne.end) for borne in found]
        if all(reasons):
            raise Dropped(next(filter(None, reasons)))
        return found[reasons.index(None)]

    def _against(self, start: int, end: int) -> DropReason | None:
        """What the words around these say against them."""
        if context.in_address(self._document.text, start, end):
            return "personal"
        return "denied" if context.denies(self._document.text, start, end) else None

    def _asked_years(self, claim: Claim) -> float:
        if claim.years is None or not 0 < claim.years <= _MOST_YEARS:
            raise Dropped("malformed")
        return claim.years

    def _proposal(
        self,
        claim: Claim,
        place: tuple[int, int],
        borne: Borne,
        skill: Skill | None,
        years: float | None = None,
    ) -> Proposal:
        return Proposal(
            kind=claim.kind,
            id=skill.id if skill else None,
            name=skill.name if skill else self._document.text[borne.start : borne.end],
            skill_kind=skill.kind if skill else UNSET,
            years=UNSET if years is None else years,
            by=borne.by,
            quote=self._quoter.exact(self._span(*place)),
            words=self._quoter.exact(self._span(borne.start, borne.end)),
        )

    def _span(self, start: int, end: int) -> Span:
        return Span(start, end, self._pages.page(start))
