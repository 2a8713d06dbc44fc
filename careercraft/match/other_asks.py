"""What a statement asks beside skills: titles, fields of study, permits, people. A skill's name in there asks for no
skill."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careercraft.match.titles import TitleComparer
from careercraft.model.document import Span
from careercraft.model.job import ExperienceAsk, Job, Statement
from careercraft.model.match import Mention
from careercraft.parse.job_cue import Lazy
from careercraft.parse.job_kinds import CLEARANCE

_TITLE_AHEAD = re.compile(r"\bas (?:an?|the)?\s*$|\bin the role of (?:an?\s*)?$", re.IGNORECASE)
_PEOPLE = re.compile(
    r"(?:managers|engineers|developers|designers|analysts|scientists|architects|consultants|specialists|nurses|teachers"
    r"|physicians|therapists|accountants|administrators|technicians|customers|clients|partners|vendors)$",
    re.IGNORECASE,
)
_STUDIES = re.compile(
    r"\b(?:degrees?|diploma|bachelor\S*|master(?!-level)\S*|doctorate|ph\.?\s?d\.?|[bm]\.?\s?(?:sc?|a|eng|ed)\.?|mba|major)(?!\w)"
    r"(?P<fields>(?:(?!\bwith\b|\bplus\b|\bexperience\b|\byears?\b|\bknowledge\b|[.;]\s|\n\n).)*)",
    re.IGNORECASE | re.DOTALL,
)
_PHYSICAL = re.compile(
    r"\b(?:lift|carry|push|pull)(?:ing)?\b.{0,30}\b\d+ ?(?:lbs?|pounds|kg|kilos)\b"
    r"|\b(?:stand|sit|walk|kneel|bend|climb)\w*\b.{0,40}\b(?:periods|hours|shift|ladders?|day)\b"
    r"|\b(?:travel|commute|relocate)\b(?! (?:agen|industr|book|insur))"
    r"|\bwork (?:\w+ ){0,3}(?:nights|weekends|evenings|holidays|overtime|shifts|hours)\b"
    r"|\bpass (?:\w+ ){0,4}(?:physical|screen|test|check)|\b(?:drug|substance) (?:test|screen)"
    r"|\b(?:reliable|own) (?:transport|vehicle|car)",
    re.IGNORECASE,
)
_DEGREE = Lazy(r"\b(?:degrees?|diploma|coursework)\W*$|\bgpa\b", re.IGNORECASE)
_SAME_WORK = 0.5
"""Likeness to the posting's title from which years are asked of its very work."""


def is_person(words: str) -> bool:
    """Whom one works with: "together with product managers" asks for no product management."""
    return bool(_PEOPLE.search(words))


def is_degree(words: str) -> bool:
    """ "An advanced degree": education is compared by itself."""
    return bool(_DEGREE.search(words))


def is_physical(words: str) -> bool:
    """Demands on the body, which no resume states."""
    return bool(_PHYSICAL.search(words))


class OtherAsks:
    """The posting's asks that have scores of their own, by the statements they stand in."""

    def __init__(self, job: Job, text: str, titles: TitleComparer) -> None:
        self._job, self._text, self._titles = job, text, titles

    def without(self, statement: Statement, hits: list[Mention]) -> list[Mention]:
        """The hits that do ask for a skill: not those in "4 years as a Security Analyst", "4 years of data
        engineering" (of a data engineer) or "a degree in statistics"."""
        blocked = [*self._title_places(statement), *self._field_places(statement)]
        return [
            hit
            for hit in hits
            if not any(a < hit.span.end and hit.span.start < b for a, b in blocked)
            and not CLEARANCE.search(self._text[hit.span.start : hit.span.end])
        ]

    def cover(self, statement: Statement) -> bool:
        """Degrees, years of work, permits and places are all that it asks."""
        job = self._job
        if CLEARANCE.search(statement.text.value):
            return True
        texts = (job.work_authorization, job.clearance, job.work_mode_text, job.employment)
        others = [text.span for text in texts if text]
        asks = [ask.text.span for ask in job.education] + [ask.text.span for ask in job.experience]
        salary = [job.salary.text.span] if job.salary else []
        return any(_overlap(span, statement.text.span) for span in (*others, *asks, *salary))

    def _title_places(self, statement: Statement) -> Iterator[tuple[int, int]]:
        span = statement.text.span
        for ask in self._job.experience:
            if ask.title and _overlap(ask.text.span, span):
                start = self._text.find(ask.title, span.start, span.end)
                if start >= 0 and (
                    _TITLE_AHEAD.search(self._text, span.start, start) or self._is_the_job(ask)
                ):
                    yield start, start + len(ask.title)

    def _is_the_job(self, ask: ExperienceAsk) -> bool:
        title = self._job.title
        return title is not None and self._titles.likeness(title.value, [ask.title or ""])[0] >= _SAME_WORK

    def _field_places(self, statement: Statement) -> Iterator[tuple[int, int]]:
        """What follows a degree in its clause: "BS in statistics or biology" asks for fields of study."""
        span = statement.text.span
        if any(_overlap(ask.text.span, span) for ask in self._job.education):
            for found in _STUDIES.finditer(self._text, span.start, span.end):
                yield found.span("fields")


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
