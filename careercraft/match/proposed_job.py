"""A model's claim of what a posting asks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from careercraft.match import proposed_context as context
from careercraft.match.linker import Linker
from careercraft.match.proposed_check import Check, Dropped
from careercraft.match.proposed_quotes import Quotes, telling, telling_words
from careercraft.match.proposed_words import Borne
from careercraft.match.proposed_years import years_in
from careercraft.match.sides import JobSide
from careercraft.model.document import Span
from careercraft.model.proposed import Claim, DropReason, Proposal
from careercraft.model.skill import Skill

_ASKS_NOTHING = frozenset({"benefit", "meta"})
_ASKS = frozenset({"requirement", "duty"})
_PHRASE = 2
"""Telling words of a phrase that names a thing."""
_NAME = re.compile(r"[^\W\d_]*[A-Z][\w+#.-]+|\w*\d\w*[^\W\d_]|[^\W\d_]+[+#]+")
"""... and how a name begins."""


class JobCheck(Check):
    side = "job"

    def __init__(self, side: JobSide, linker: Linker) -> None:
        super().__init__(side.document, linker)
        self._job = side.job
        self._requirements = side.requirements
        self._given = side.document.format in {"role", "description"}

    def _at(self, claim: Claim, start: int, end: int) -> Proposal:
        if self._given or self._stands_in(_ASKS_NOTHING, start):
            raise Dropped("nothing_asked")
        if claim.kind == "years_asked":
            return self._years_asked(claim, start, end)
        skill = self._skill(claim)
        borne = self._borne(skill, start, end) if skill else self._uncovered(claim, start, end)
        if borne.by == "meaning" and not self._is_asked(borne.start):
            raise Dropped("nothing_asked")
        if any(self._is_this(skill, borne, asked.options, asked.spans) for asked in self._requirements):
            raise Dropped("known")
        return self._proposal(claim, (start, end), borne, skill)

    def _years_asked(self, claim: Claim, start: int, end: int) -> Proposal:
        years = self._asked_years(claim)
        found = years_in(self._document.text[start:end], years)
        if found is None:
            raise Dropped("years_not_in_quote")
        borne = Borne(start + found[0], start + found[1], "number")
        reason = self._against(borne.start, borne.end)
        if reason or context.is_ours(self._document.text, borne.start, borne.end):
            raise Dropped(reason or "nothing_asked")
        if self._is_known_ask(years, borne.start):
            raise Dropped("known")
        return self._proposal(claim, (start, end), borne, None, years)

    def _is_known_ask(self, years: float, position: int) -> bool:
        known = [ask.years for ask in self._job.experience]
        known += [asked.years for asked in self._requirements if asked.years is not None]
        return years in known or any(self._holds(ask.text.span, position) for ask in self._job.experience)

    def _uncovered(self, claim: Claim, start: int, end: int) -> Borne:
        """What no taxonomy entry covers, by its own words; they must stand in the quote."""
        inside = Quotes(self._document.text[start:end])
        found = next(iter(inside.find(claim.name)), None) if telling(claim.name) else None
        if found is None:
            raise Dropped("claim_not_in_quote")
        borne = Borne(start + found[0], start + found[1], "name")
        if not self._is_asked(borne.start):
            raise Dropped("nothing_asked")
        if not self._is_thing(borne):
            raise Dropped("not_telling")
        if reason := self._against(borne.start, borne.end):
            raise Dropped(reason)
        return borne

    def _is_asked(self, position: int) -> bool:
        """A skill's name may stand anywhere but among the benefits; what has no name must stand where something is
        asked, not among headings or praise."""
        return self._stands_in(_ASKS, position)

    def _is_thing(self, borne: Borne) -> bool:
        """A name, by its capitals or signs ("Zyxtron"); or a phrase of a statement in which the rules found nothing:
        any word of a posting would be one more requirement else."""
        text = self._document.text
        statement = next(
            item.text.span for item in self._job.statements if self._holds(item.text.span, borne.start)
        )
        if any(
            _NAME.match(text, at) for at in _word_starts(text, borne.start, borne.end) if at > statement.start
        ):
            return True
        found = (span for asked in self._requirements for span in asked.spans)
        free = not any(span.start < statement.end and statement.start < span.end for span in found)
        return free and len(list(telling_words(text[borne.start : borne.end]))) >= _PHRASE

    def _against(self, start: int, end: int) -> DropReason | None:
        if context.is_outside(self._document.text, start, end):
            return "nothing_asked"
        return super()._against(start, end)

    def _stands_in(self, kinds: frozenset[str], position: int) -> bool:
        """In a statement of these kinds."""
        return any(
            statement.kind in kinds and self._holds(statement.text.span, position)
            for statement in self._job.statements
        )

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


def _word_starts(text: str, start: int, end: int) -> Iterator[int]:
    return (start + found.start() for found in re.finditer(r"\S+", text[start:end]))
