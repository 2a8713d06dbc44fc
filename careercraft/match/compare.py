"""Requirements against a resume -> matched, partial, missing, extra."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import UNSET, UnsetType

from careercraft.match import credit
from careercraft.match.evidence import Finding, Searcher
from careercraft.match.linker import Linker
from careercraft.match.quoting import Quoter
from careercraft.model.document import Document, Span
from careercraft.model.match import Requirement, SkillEntry, SkillMatch, SkillUse
from careercraft.model.resume import Resume
from careercraft.read.language import ENGLISH


def compare(
    asked: Sequence[Requirement],
    uses: dict[str, SkillUse],
    resume: Resume,
    resume_document: Document,
    job_document: Document,
    linker: Linker,
    today: date,
) -> SkillMatch:
    searcher = Searcher(resume, resume_document, uses, linker, today)
    writer = _Writer(resume_document, job_document, linker, uses)
    meaning = {resume_document.language, job_document.language} <= ENGLISH
    findings = _findings(asked, searcher, meaning)
    entries = [
        writer.entry(requirement, finding) for requirement, finding in zip(asked, findings, strict=True)
    ]
    lists: dict[str, list[SkillEntry]] = {"matched": [], "partial": [], "missing": []}
    for entry in entries:
        lists[credit.outcome(entry.strength)].append(entry)
    return SkillMatch(
        matched=tuple(lists["matched"]),
        partial=tuple(lists["partial"]),
        missing=tuple(lists["missing"]),
        extra=tuple(writer.extra(_unasked(asked, uses))),
    )


def _findings(asked: Sequence[Requirement], searcher: Searcher, meaning: bool) -> list[Finding | None]:
    """By name first; the encoder is asked only for what no name shows well enough, and only where both sides are
    in the language that it was trained on. A skill that is named has the years and the level that it has: a phrase
    that means it can't add to them."""
    found = [searcher.by_name(requirement) for requirement in asked]
    if not meaning:
        return found
    open_ones = [
        i
        for i, finding in enumerate(found)
        if finding is None or (finding.strength < credit.MATCHED and _may_mean_more(asked[i], finding))
    ]
    for index, near in zip(open_ones, searcher.by_meaning([asked[i] for i in open_ones]), strict=True):
        old = found[index]
        if near and (old is None or near.strength > old.strength):
            found[index] = near
    return found


def _may_mean_more(requirement: Requirement, finding: Finding) -> bool:
    """A soft skill that is only named may be shown by a deed in other words."""
    return finding.use is None or requirement.kind == "soft"


def _unasked(asked: Sequence[Requirement], uses: dict[str, SkillUse]) -> Iterator[SkillUse]:
    wanted = {option for requirement in asked for option in requirement.options}
    return (use for skill_id, use in uses.items() if skill_id not in wanted)


_PRACTISED = frozenset({"technical", "domain"})
"""Kinds of which years say something: nobody has eight years of a license or of Spanish."""


class _Writer:
    def __init__(self, resume: Document, job: Document, linker: Linker, uses: dict[str, SkillUse]) -> None:
        self._resume = Quoter("resume", resume)
        self._job = Quoter("job", job)
        self._skills = linker.taxonomy.skills
        hits = (hit for use in uses.values() for hit in use.mentions)
        self._proposed = frozenset(hit.span for hit in hits if hit.tier == "model")

    def entry(self, requirement: Requirement, finding: Finding | None) -> SkillEntry:
        shown = finding if finding and finding.strength >= credit.PARTIAL else None
        option = (shown.option if shown else None) or next(iter(requirement.options), None)
        others = tuple(self._skills[other].name for other in requirement.options if other != option)
        use = shown.use if shown else None
        return SkillEntry(
            id=option,
            name=self._skills[option].name if option else requirement.name,
            kind=self._skills[option].kind if option else requirement.kind,
            strength=shown.strength if shown else 0.0,
            importance=requirement.importance,
            mention=requirement.mention,
            alternatives=others or UNSET,
            required_years=_given(requirement.years),
            found_years=_given(use.years if use and self._skills[use.skill_id].kind in _PRACTISED else None),
            required_level=requirement.level or UNSET,
            found_level=(use.level if use else None) or UNSET,
            tier=shown.tier if shown else UNSET,
            shown=shown.shown.ways() if shown and shown.shown else UNSET,
            via=(shown.via if shown else None) or UNSET,
            hard=requirement.hard,
            source="model" if requirement.proposed or self._is_proposed(shown) else "document",
            job_evidence=self._job.all_around(requirement.spans),
            resume_evidence=self._resume.all_around(self._in_order(shown.spans)) if shown else (),
        )

    def _in_order(self, spans: Sequence[Span]) -> list[Span]:
        """What a model found comes first, so that the report shows it however much there is."""
        return sorted(spans, key=lambda span: span not in self._proposed)

    def _is_proposed(self, shown: Finding | None) -> bool:
        """Whether words that only a model took for it show it, or years that only a model read."""
        if shown is None:
            return False
        return bool(shown.use and shown.use.proposed) or not self._proposed.isdisjoint(shown.spans)

    def extra(self, uses: Iterator[SkillUse]) -> list[SkillEntry]:
        entries = [
            SkillEntry(
                id=use.skill_id,
                name=self._skills[use.skill_id].name,
                kind=self._skills[use.skill_id].kind,
                strength=credit.of_use(use, self._skills[use.skill_id].kind),
                found_years=_given(use.years if self._skills[use.skill_id].kind in _PRACTISED else None),
                found_level=use.level or UNSET,
                tier=use.mentions[0].tier,
                shown=use.shown.ways(),
                source="model" if use.proposed or use.mentions[0].tier == "model" else "document",
                job_evidence=(),
                resume_evidence=self._resume.all_around(hit.span for hit in use.mentions),
            )
            for use in uses
        ]
        return sorted(entries, key=lambda entry: (entry.name.lower(), entry.id or ""))


def _given(years: float | None) -> float | UnsetType:
    return UNSET if years is None else round(years, 1)
