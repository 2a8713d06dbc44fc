"""What a model proposes, checked against the documents as they count: without hidden text and what guards left out.

Nothing is believed. A claim stays when its quote stands in the document word for word and the claim stands in the
quote; how strongly the posting asks, where a skill is shown and for how long come from the document, as ever.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from msgspec import UNSET

from careercraft.match.linker import Linker
from careercraft.match.proposed_quotes import Quotes, telling, too_long
from careercraft.match.proposed_words import Borne, Words, years_in
from careercraft.match.quoting import Quoter
from careercraft.match.sides import JobSide, ResumeSide
from careercraft.match.surface import PageIndex
from careercraft.model.document import Document, Span
from careercraft.model.match import Side, SkillUse
from careercraft.model.proposed import Claim, DropReason, Proposal
from careercraft.model.skill import Skill

MOST = 60
"""Claims looked at of one document."""
_MOST_YEARS = 60.0
_LONGEST_NAME = 100
_OF_RESUME = frozenset({"skill", "soft_skill", "years"})
_ASKS_NOTHING = frozenset({"benefit", "meta"})


class Checked(NamedTuple):
    kept: tuple[Proposal, ...]
    dropped: dict[str, int]
    """By reason, the reasons in order."""


class _Dropped(Exception):
    def __init__(self, reason: DropReason) -> None:
        super().__init__(reason)
        self.reason = reason


def checked(
    claims: Sequence[Claim], resume: ResumeSide, job: JobSide, linker: Linker, today: date
) -> Checked:
    """The claims that hold, as proposals in their order, and how many don't, by reason."""
    uses = linker.resume_index(resume.resume, resume.document).uses(resume.mentions, today)
    sides = {
        "resume": _ResumeCheck(resume, linker, uses),
        "job": _JobCheck(job, linker),
    }
    kept: dict[object, Proposal] = {}
    dropped: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for claim in claims:
        side = "resume" if claim.kind in _OF_RESUME else "job"
        seen[side] += 1
        try:
            if seen[side] > MOST:
                raise _Dropped("too_many")
            found = sides[side].check(claim)
            key = (found.kind, found.id or found.name.casefold())
            if key in kept:
                raise _Dropped("repeated")
            kept[key] = found
        except _Dropped as reason:
            dropped[reason.reason] += 1
    return Checked(tuple(kept.values()), dict(sorted(dropped.items())))


class _Check:
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
        """Raises _Dropped."""
        quote = " ".join(claim.quote.split())
        if len(claim.name) > _LONGEST_NAME or not quote:
            raise _Dropped("malformed")
        if too_long(quote, self._document.text):
            raise _Dropped("too_long")
        if not telling(quote):
            raise _Dropped("not_telling")
        places = list(self._quotes.find(quote))
        if not places:
            raise _Dropped("not_in_source")
        return self._first_that_holds(claim, places)

    def _first_that_holds(self, claim: Claim, places: Sequence[tuple[int, int]]) -> Proposal:
        """A quote may stand in several places, of which one will do."""
        reason: _Dropped | None = None
        for place in places:
            try:
                return self._at(claim, *place)
            except _Dropped as dropped:
                reason = reason or dropped
        assert reason is not None
        raise reason

    def _at(self, claim: Claim, start: int, end: int) -> Proposal:
        raise NotImplementedError

    def _skill(self, claim: Claim) -> Skill | None:
        taxonomy = self._linker.taxonomy
        return taxonomy.find(claim.name) or taxonomy.skills.get(self._linker.named(claim.name) or "")

    def _borne(self, skill: Skill, start: int, end: int) -> Borne:
        found = self._words.named(skill, start, end) or self._words.meant(skill, start, end)
        if found is None:
            raise _Dropped("claim_not_in_quote")
        if self._words.denied(found.start, found.end):
            raise _Dropped("denied")
        return found

    def _years(self, claim: Claim, start: int, end: int) -> tuple[float, Borne]:
        years = claim.years
        if years is None or not 0 < years <= _MOST_YEARS:
            raise _Dropped("malformed")
        found = years_in(self._document.text[start:end], years)
        if found is None:
            raise _Dropped("years_not_in_quote")
        return years, Borne(start + found[0], start + found[1], "number")

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


class _ResumeCheck(_Check):
    side = "resume"

    def __init__(self, side: ResumeSide, linker: Linker, uses: Mapping[str, SkillUse]) -> None:
        super().__init__(side.document, linker)
        self._uses = uses
        self._reading = linker.resume_index(side.resume, side.document).reading

    def _at(self, claim: Claim, start: int, end: int) -> Proposal:
        skill = self._skill(claim)
        if skill is None:
            raise _Dropped("unknown_skill")
        borne = self._borne(skill, start, end)
        if self._reading.is_silent(Span(borne.start, borne.end)):
            raise _Dropped("personal")
        years = None
        if claim.kind == "years":
            years, _ = self._years(claim, start, end)
        if self._is_known(skill, claim, years):
            raise _Dropped("known")
        return self._proposal(claim, (start, end), borne, skill, years)

    def _is_known(self, skill: Skill, claim: Claim, years: float | None) -> bool:
        """Of a soft skill that is only named a deed is news, of any other the years are."""
        use = self._uses.get(skill.id)
        if use is None:
            return False
        if years is not None:
            return use.years is not None and use.years >= years
        return skill.kind != "soft" or claim.kind != "soft_skill" or use.shown.entries > 0


class _JobCheck(_Check):
    side = "job"

    def __init__(self, side: JobSide, linker: Linker) -> None:
        super().__init__(side.document, linker)
        self._job = side.job
        self._requirements = side.requirements
        self._given = side.document.format in {"role", "description"}

    def _at(self, claim: Claim, start: int, end: int) -> Proposal:
        if self._given or any(
            statement.kind in _ASKS_NOTHING and self._holds(statement.text.span, start)
            for statement in self._job.statements
        ):
            raise _Dropped("nothing_asked")
        if claim.kind == "years_asked":
            return self._years_asked(claim, start, end)
        skill = self._skill(claim)
        borne = self._borne(skill, start, end) if skill else self._uncovered(claim, start, end)
        if any(self._is_this(skill, borne, asked.options, asked.spans) for asked in self._requirements):
            raise _Dropped("known")
        return self._proposal(claim, (start, end), borne, skill)

    def _years_asked(self, claim: Claim, start: int, end: int) -> Proposal:
        years, borne = self._years(claim, start, end)
        if self._words.denied(borne.start, borne.end):
            raise _Dropped("denied")
        known = [ask.years for ask in self._job.experience]
        known += [asked.years for asked in self._requirements if asked.years is not None]
        if years in known or any(self._holds(ask.text.span, borne.start) for ask in self._job.experience):
            raise _Dropped("known")
        return self._proposal(claim, (start, end), borne, None, years)

    def _uncovered(self, claim: Claim, start: int, end: int) -> Borne:
        """What no taxonomy entry covers, by its own words; they must stand in the quote."""
        inside = Quotes(self._document.text[start:end])
        found = next(iter(inside.find(claim.name)), None) if telling(claim.name) else None
        if found is None:
            raise _Dropped("claim_not_in_quote")
        borne = Borne(start + found[0], start + found[1], "name")
        if self._words.denied(borne.start, borne.end):
            raise _Dropped("denied")
        return borne

    def _is_this(
        self,
        skill: Skill | None,
        borne: Borne,
        options: Sequence[str],
        spans: Iterator[Span] | Sequence[Span],
    ) -> bool:
        if skill is not None and skill.id in options:
            return True
        return any(span.start < borne.end and borne.start < span.end for span in spans)

    def _holds(self, span: Span, position: int) -> bool:
        return span.start <= position < span.end
