"""Both sides with what a model proposed, for scores that count it: everything else stays as it is.

A proposed skill is one more mention in the resume, a proposed requirement one more ask of the posting. From there on
the same rules decide what it is worth.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import UNSET, structs

from careercraft.match import credit
from careercraft.match.linker import Linker
from careercraft.match.proposed_quotes import Quotes
from careercraft.match.resume_skills import skill_uses
from careercraft.match.sides import JobSide, ResumeSide
from careercraft.model.document import Document, Span, Text
from careercraft.model.job import ExperienceAsk, Importance
from careercraft.model.match import Evidence, Mention, Requirement, SkillUse
from careercraft.model.proposed import Proposal

_UNSTATED: Importance = "preferred"
"""Of what the posting asks outside of the statements that the rules found: a model doesn't say how strongly."""


def with_proposals(
    resume: ResumeSide, job: JobSide, proposals: Sequence[Proposal]
) -> tuple[ResumeSide, JobSide]:
    """The sides with these, which were checked against them, or against a text of which they are a part."""
    mine = _placed(resume.document, [item for item in proposals if item.quote.document == "resume"])
    theirs = _placed(job.document, [item for item in proposals if item.quote.document == "job"])
    return (_resume_with(resume, mine) if mine else resume), (_job_with(job, theirs) if theirs else job)


def with_years(uses: Mapping[str, SkillUse], years: Mapping[str, float]) -> dict[str, SkillUse]:
    """The skills with the years that a model read beside them, where those are more than the rules found."""
    found = dict(uses)
    for skill_id, number in years.items():
        use = uses.get(skill_id)
        if use is not None and number > (use.years or 0.0):
            found[skill_id] = structs.replace(use, years=number, proposed=True)
    return found


def capped(uses: dict[str, SkillUse], side: ResumeSide, linker: Linker, today: date) -> dict[str, SkillUse]:
    """A skill that a model found where words only mean it earns no more than the rules' own evidence by meaning does,
    and no less than what else stands there."""
    meant = {hit for hit in side.mentions if _is_meant(hit)}
    if not meant:
        return uses
    skill_ids = {hit.skill_id for hit in meant}
    rest = [hit for hit in side.mentions if hit.skill_id in skill_ids and hit not in meant]
    others = skill_uses(side.resume, rest, today) if rest else {}
    found = dict(uses)
    for skill_id in skill_ids & uses.keys():
        other, kind = others.get(skill_id), linker.taxonomy.skills[skill_id].kind
        named = credit.evidence(other.shown, kind) if other else 0.0
        found[skill_id] = structs.replace(uses[skill_id], most=max(credit.SEMANTIC_CEILING, named))
    return found


def _is_meant(hit: Mention) -> bool:
    return hit.tier == "model" and hit.score < 1


def _placed(document: Document, proposals: Sequence[Proposal]) -> list[Proposal]:
    """With their places in this text; what doesn't stand in it goes."""
    if all(_stands(document.text, item.quote) for item in proposals):
        return list(proposals)
    quotes, found = Quotes(document.text), []
    for item in proposals:
        place = next(iter(quotes.find(item.quote.quote)), None)
        if place is not None:
            by = place[0] - item.quote.start
            found.append(structs.replace(item, quote=_moved(item.quote, by), words=_moved(item.words, by)))
    return [item for item in found if _stands(document.text, item.words)]


def _stands(text: str, evidence: Evidence) -> bool:
    return text[evidence.start : evidence.end] == evidence.quote


def _moved(evidence: Evidence, by: int) -> Evidence:
    return structs.replace(evidence, start=evidence.start + by, end=evidence.end + by)


def _span(evidence: Evidence) -> Span:
    return Span(evidence.start, evidence.end, None if evidence.page is UNSET else evidence.page)


def _resume_with(side: ResumeSide, proposals: Sequence[Proposal]) -> ResumeSide:
    mentions = [*side.mentions]
    for item in proposals:
        span = _span(item.words)
        told = any(hit.skill_id == item.id and _touch(hit.span, span) for hit in side.mentions)
        if item.id and not (told and item.kind == "years"):
            score = credit.SEMANTIC_CEILING if item.by == "meaning" else 1.0
            mentions.append(Mention(skill_id=item.id, span=span, tier="model", score=score))
    mentions.sort(key=lambda hit: (hit.span.start, hit.span.end, hit.skill_id))
    years = {item.id: item.years for item in proposals if item.id and item.years is not UNSET}
    return structs.replace(side, mentions=tuple(mentions), proposed_years=years)


def _job_with(side: JobSide, proposals: Sequence[Proposal]) -> JobSide:
    asked = [_requirement(item, side) for item in proposals if item.kind == "requirement"]
    years = [_years(item, side) for item in proposals if item.kind == "years_asked"]
    in_order = sorted([*side.requirements, *asked], key=lambda item: item.spans[0].start if item.spans else 0)
    job = structs.replace(side.job, experience=(*side.job.experience, *years))
    return structs.replace(side, job=job, requirements=tuple(in_order))


def _requirement(item: Proposal, side: JobSide) -> Requirement:
    span = _span(item.words)
    return Requirement(
        name=item.name,
        kind=item.skill_kind or "other",
        importance=_importance(side, span),
        options=(item.id,) if item.id else (),
        mention=" ".join(item.words.quote.split()),
        spans=(span,),
        proposed=True,
    )


def _years(item: Proposal, side: JobSide) -> ExperienceAsk:
    span = _span(item.quote)
    assert item.years is not UNSET
    return ExperienceAsk(
        years=item.years, importance=_importance(side, span), text=Text(item.quote.quote, span)
    )


def _importance(side: JobSide, span: Span) -> Importance:
    """As the posting's own statement has it."""
    for statement in side.job.statements:
        if statement.text.span.start <= span.start < statement.text.span.end:
            return statement.importance if statement.kind in {"requirement", "duty"} else _UNSTATED
    return _UNSTATED


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
