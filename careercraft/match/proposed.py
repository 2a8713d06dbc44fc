"""What a model proposes, checked against the documents as they count: without hidden text and what guards left out.

Nothing is believed. A claim stays when its quote stands in the document word for word and the claim stands in the
quote; how strongly the posting asks, where a skill is shown and for how long come from the document, as ever.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from msgspec import structs

from careercraft.match import proposed_context as context
from careercraft.match.linker import Linker
from careercraft.match.proposed_again import is_again
from careercraft.match.proposed_check import Check, Dropped
from careercraft.match.proposed_job import JobCheck
from careercraft.match.proposed_words import Borne
from careercraft.match.proposed_years import years_of
from careercraft.match.shown import Places
from careercraft.match.sides import JobSide, ResumeSide
from careercraft.model.document import Span
from careercraft.model.proposed import Claim, DropReason, Proposal
from careercraft.model.skill import Skill

MOST = 60
"""Claims looked at of one document."""
_OF_RESUME = frozenset({"skill", "soft_skill", "years"})


class Checked(NamedTuple):
    kept: tuple[Proposal, ...]
    dropped: dict[str, int]
    """By reason, the reasons in order."""


def checked(
    claims: Sequence[Claim], resume: ResumeSide, job: JobSide, linker: Linker, today: date
) -> Checked:
    """The claims that hold, as proposals in their order, and how many don't, by reason."""
    sides = {"resume": ResumeCheck(resume, linker, today), "job": JobCheck(job, linker)}
    kept: list[Proposal] = []
    dropped: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for claim in claims:
        side = "resume" if claim.kind in _OF_RESUME else "job"
        seen[side] += 1
        try:
            if seen[side] > MOST:
                raise Dropped("too_many")
            found = sides[side].check(claim)
            if any(is_again(found, item) for item in kept):
                raise Dropped("repeated")
            kept.append(found)
        except Dropped as reason:
            dropped[reason.reason] += 1
    return Checked(tuple(kept), dict(sorted(dropped.items())))


class ResumeCheck(Check):
    side = "resume"

    def __init__(self, side: ResumeSide, linker: Linker, today: date) -> None:
        super().__init__(side.document, linker)
        index = linker.resume_index(side.resume, side.document)
        self._uses, self._reading = index.uses(side.mentions, today), index.reading
        self._places = Places(side.resume, today)

    def _at(self, claim: Claim, start: int, end: int) -> Proposal:
        skill = self._skill(claim)
        if skill is None:
            raise Dropped("unknown_skill")
        borne = self._borne(skill, start, end)
        if skill.kind == "soft" and borne.by == "meaning" and not self._is_done(borne):
            raise Dropped("claim_not_in_quote")
        years = None
        if claim.kind == "years":
            years = self._asked_years(claim)
            place, others = (borne.start, borne.end), self._words.others(skill, start, end)
            if (stated := years_of(self._document.text, (start, end), place, years, others)) is None:
                raise Dropped("years_not_in_quote")
            if context.is_of_many(self._document.text, *stated):
                raise Dropped("somebody_else")
        else:
            claim = structs.replace(claim, kind="soft_skill" if skill.kind == "soft" else "skill")
        if self._is_known(skill, claim, years):
            raise Dropped("known")
        return self._proposal(claim, (start, end), borne, skill, years)

    def _against(self, start: int, end: int) -> DropReason | None:
        text = self._document.text
        if self._reading.is_silent(Span(start, end)):
            return "personal"
        if context.wishes(text, start, end):
            return "denied"
        if context.is_somebody_elses(text, start, end):
            return "somebody_else"
        return super()._against(start, end)

    def _is_done(self, borne: Borne) -> bool:
        """A deed stands in a position or project, not among headings or degrees."""
        return self._places.is_used(Span(borne.start, borne.end))

    def _is_known(self, skill: Skill, claim: Claim, years: float | None) -> bool:
        """Of a soft skill that is only named a deed is news, of any other the years are."""
        use = self._uses.get(skill.id)
        if use is None:
            return False
        if years is not None:
            return use.years is not None and use.years >= years
        return skill.kind != "soft" or claim.kind != "soft_skill" or use.shown.entries > 0
