"""Positions against the years and the kind of work that the posting asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from careercraft.match.linker import Linker
from careercraft.match.quoting import Quoter
from careercraft.match.titles import TitleComparer, core_words
from careercraft.model.document import Document, Span
from careercraft.model.facts import ExperienceFacts, RelevantWork, YearsAsked
from careercraft.model.job import ExperienceAsk, Job, Seniority
from careercraft.model.match import Evidence, SkillUse
from careercraft.model.resume import Resume, Work
from careercraft.parse.evidence import title_evidence
from careercraft.parse.experience import internship_years, part_time_years, total_years, years_of
from careercraft.parse.job_seniority import level_of

RELEVANT, NEAR = 0.5, 0.35
"""Likenesses from which a position counts as the posting's kind of work in full, and from which in part, on a straight
line between: two titles for one job shouldn't be worth all or nothing for a hundredth."""
_LEVEL_BY_YEARS: tuple[tuple[float, Seniority], ...] = ((5.0, "senior"), (2.0, "mid"), (0.0, "junior"))
"""For a title without a word of rank."""
_SKILL_PART = 0.6
"""Most that shared skills alone can make a position relevant; those of all trades (`common_skills`) don't count."""
_SKILLS_FOR_FULL = 4
"""Shared skills that earn it."""
_TITLE = 1.0
"""`title_evidence` from which words name a job."""
Counted = tuple[Work, float]
"""A position, and how far its years count (0..1)."""


class ExperienceReader:
    def __init__(
        self,
        resume: Resume,
        job: Job,
        uses: Mapping[str, SkillUse],
        wanted: frozenset[str],
        documents: tuple[Document, Document],
        linker: Linker,
        today: date,
    ) -> None:
        self._resume, self._job, self._uses, self._wanted = resume, job, uses, wanted
        self._from_resume, self._from_job = Quoter("resume", documents[0]), Quoter("job", documents[1])
        self._titles = TitleComparer(linker, *documents)
        self._linker = linker
        self._telling = wanted - linker.common_skills
        self._today = today

    def facts(self) -> ExperienceFacts:
        relevance = self._relevance()
        relevant = self._counted(relevance)
        years = self._years(relevant)
        return ExperienceFacts(
            total_years=total_years(self._resume.work, self._today, internships=True),
            internship_years=internship_years(self._resume.work, self._today),
            part_time_years=part_time_years(self._resume.work, self._today),
            relevant_years=years if self._dated else None,
            asked=tuple(self._asked(relevant)),
            work=tuple(
                self._work(work, score) for work, score in zip(self._resume.work, relevance, strict=True)
            ),
            job_level=self._job.level,
            resume_level=self._resume_level(years),
            level_evidence=self._title_evidence(),
        )

    @property
    def _dated(self) -> bool:
        """False when there are positions and none has dates: then the years are unknown, not zero."""
        return not self._resume.work or any(work.dates for work in self._resume.work)

    def _counted(self, likeness: Sequence[float]) -> list[Counted]:
        """The positions that count, by their likeness."""
        shares = (min(1.0, (score - NEAR) / (RELEVANT - NEAR)) for score in likeness)
        return [(work, share) for work, share in zip(self._resume.work, shares, strict=True) if share > 0]

    def _years(self, counted: Sequence[Counted]) -> float:
        """Overlaps once; what counts in part is added, up to what it would be in full. Internships count where a
        beginner is looked for."""
        full = self._total([work for work, share in counted if share == 1])
        partly = sum(share * self._total([work]) for work, share in counted if share < 1)
        return round(min(full + partly, self._total([work for work, _ in counted])), 2)

    def _total(self, works: Sequence[Work]) -> float:
        entry_level = self._job.level in {"intern", "junior"}
        return total_years(works, self._today, internships=entry_level) or 0.0

    def _relevance(self) -> list[float]:
        """Of each position: the likeness of its title to the posting's and what it shares in skills, two signs of one
        thing, each of which leaves less to doubt: 1 - (1 - title)(1 - skills)."""
        by_title = self._likeness(self._job.title.value if self._job.title else "")
        return [
            round(1 - (1 - score) * (1 - self._by_skills(work)), 2)
            for score, work in zip(by_title, self._resume.work, strict=True)
        ]

    def _likeness(self, title: str) -> list[float]:
        return self._titles.likeness(
            title, [work.title.value if work.title else "" for work in self._resume.work]
        )

    def _by_skills(self, work: Work) -> float:
        shared = sum(1 for skill_id in self._telling if self._shows(work, skill_id))
        return round(_SKILL_PART * min(1.0, shared / _SKILLS_FOR_FULL), 2)

    def _shows(self, work: Work, skill_id: str) -> bool:
        use = self._uses.get(skill_id)
        return use is not None and any(
            work.span.start <= hit.span.start < work.span.end for hit in use.mentions
        )

    def _asked(self, relevant: Sequence[Counted]) -> Iterator[YearsAsked]:
        asks = [ask for ask in self._job.experience if not self._is_skill(ask)]
        for ask, counted in zip(asks, self._shared_out(asks, relevant), strict=True):
            yield YearsAsked(
                label=ask.title or "relevant work",
                years=ask.years,
                found=round(self._years(counted), 1) if self._dated else None,
                importance=ask.importance,
                evidence=(self._from_job.around(ask.text.span),),
                found_evidence=tuple(self._evidence(work) for work, _ in counted),
            )

    def _shared_out(self, asks: Sequence[ExperienceAsk], relevant: Sequence[Counted]) -> list[list[Counted]]:
        """Positions for each ask. Years asked in several kinds of work are apart: a position counts for the kind that
        it is most like, or for each of those."""
        found = [self._works_for(ask, relevant) for ask in asks]
        titled = [place for place, ask in enumerate(asks) if ask.title is not None]
        likeness = {place: self._likeness(asks[place].title or "") for place in titled}
        for at, work in enumerate(self._resume.work):
            holding = [place for place in titled if any(work is other for other, _ in found[place])]
            best = max((likeness[place][at] for place in holding), default=0.0)
            for place in holding:
                if likeness[place][at] < best:
                    found[place] = [pair for pair in found[place] if pair[0] is not work]
        return found

    def _works_for(self, ask: ExperienceAsk, relevant: Sequence[Counted]) -> list[Counted]:
        """Positions with that title, or that show the skill it names; all relevant ones for years overall and for
        years in the very work that the posting is about."""
        if ask.title is None:
            return list(relevant)
        near = {id(work): share for work, share in relevant} if self._is_the_job(ask.title) else {}
        for work, share in self._counted(self._likeness(ask.title)):
            near[id(work)] = max(share, near.get(id(work), 0.0))
        works = [(work, near[id(work)]) for work in self._resume.work if id(work) in near]
        if any(share == 1 for _, share in works):
            return works
        skill_id = self._linker.named(ask.title)
        shown = [work for work in self._resume.work if skill_id and self._shows(work, skill_id)]
        return [(work, 1.0) for work in shown or self._worded(ask.title)] or works

    def _is_the_job(self, title: str) -> bool:
        job_title = self._job.title
        return job_title is not None and self._titles.likeness(job_title.value, [title])[0] >= RELEVANT

    def _is_skill(self, ask: ExperienceAsk) -> bool:
        """Years of skills ("3 years of Python", "of building services in Java or Go") count with those skills; those
        of a title ("as a Java developer") are experience."""
        if ask.title is None or title_evidence(ask.title) >= _TITLE or self._is_the_job(ask.title):
            return False
        named = {hit.skill_id for hit in self._linker.surface.find(ask.title)}
        return any(
            self._linker.taxonomy.skills[skill_id].kind == "technical" for skill_id in named & self._wanted
        )

    def _worded(self, title: str) -> list[Work]:
        """Positions whose title holds all the words asked, in whatever company."""
        wanted = set(core_words(title).split())
        return [
            work
            for work in self._resume.work
            if work.title and wanted and wanted <= set(core_words(work.title.value).split())
        ]

    def _work(self, work: Work, relevance: float) -> RelevantWork:
        years = years_of(work, self._today)
        return RelevantWork(
            label=_label(work),
            years=round(years or 0.0, 1),
            relevance=relevance,
            evidence=(self._evidence(work),),
        )

    def _evidence(self, work: Work) -> Evidence:
        first = work.title or work.employer
        return self._from_resume.around(
            first.span if first else Span(work.span.start, work.span.start, work.span.page)
        )

    def _latest(self) -> Work | None:
        titled = [work for work in self._resume.work if work.title]
        return next(
            (work for work in titled if work.dates and work.dates.current), titled[0] if titled else None
        )

    def _resume_level(self, years: float) -> Seniority | None:
        """In the words of the latest title, else by the relevant years."""
        latest = self._latest()
        stated = level_of(latest.title.value) if latest and latest.title else None
        if stated or not self._dated or not self._resume.work:
            return stated
        return next(level for least, level in _LEVEL_BY_YEARS if years >= least)

    def _title_evidence(self) -> tuple[Evidence, ...]:
        latest = self._latest()
        return (self._evidence(latest),) if latest else ()


def _label(work: Work) -> str:
    parts = [text.value for text in (work.title, work.employer) if text]
    return ", ".join(parts) or "position"
