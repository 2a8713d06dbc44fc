"""The one walk from bytes to an analysis, in two halves.

`understand` reads and parses both sides and links their words to skills; `judge` matches, scores and advises.
Between them a caller may fetch a model's proposals. Neither prints, asks the clock or the network.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec
from msgspec import Struct, structs

from careercraft.errors import InputError, UsageError
from careercraft.match.changes import parse_additions
from careercraft.match.compare import compare
from careercraft.match.completed import left_out_parts, without_pasted_parts
from careercraft.match.facts import gather_facts
from careercraft.match.guards.guarded import guarded_job, guarded_resume
from careercraft.match.linker import Linker
from careercraft.match.proposed_sides import capped, with_proposals, with_years
from careercraft.match.sides import JobSide, ResumeSide, job_side, resume_side
from careercraft.model.advice import Advice
from careercraft.model.analysis import SCHEMA, Analysis, AnalyzedDocument, Documents, Engine
from careercraft.model.change import AddSkill
from careercraft.model.correction import Addition
from careercraft.model.document import Document, Problem
from careercraft.model.job import Job
from careercraft.model.proposed import Proposal
from careercraft.model.score import Scorecard
from careercraft.parse.json_resume_out import to_json_resume
from careercraft.read.language import ENGLISH
from careercraft.score.advice import make_advice
from careercraft.score.card import scorecard
from careercraft.score.identity import analysis_id, id_of
from careercraft.score.restated import restated
from careercraft.score.steps import Scene
from careercraft.settings import Settings, settings_hash

__all__ = [
    "JobSide",
    "Listener",
    "ResumeSide",
    "Stage",
    "Understanding",
    "analysis_id",
    "judge",
    "make_engine",
    "restate",
    "silent",
    "understand",
    "understand_job",
    "understand_resume",
    "weigh",
]


class Stage(Struct, frozen=True, kw_only=True):
    """Something got done; `facts` are the figures known from then on."""

    name: str
    """read | parse | link | match | score | advise."""
    facts: dict[str, Any] = {}


Listener = Callable[[Stage], None]


def silent(stage: Stage) -> None:
    """A listener that isn't interested."""


class Understanding(Struct, frozen=True, kw_only=True):
    resume: ResumeSide
    job: JobSide


def understand_resume(document: Document, linker: Linker, listen: Listener = silent) -> ResumeSide:
    """Raises InputError when the document holds next to nothing. One that reads like a posting is refused by `judge`,
    since it may be a resume with a posting in it."""
    facts: dict[str, Any] = {"side": "resume", "file": document.name, "characters": len(document.text)}
    listen(Stage(name="read", facts=facts | ({"corrected": True} if document.correction else {})))
    side = guarded_resume(resume_side(document, linker), linker)
    resume, mentions = side.resume, side.mentions
    _refuse(_but_postings(resume.problems), document.name, _WHOLE_RESUME)
    facts = {"side": "resume", "positions": len(resume.work), "education": len(resume.education)}
    listen(Stage(name="parse", facts=facts))
    listen(Stage(name="link", facts={"side": "resume", "skills": len({hit.skill_id for hit in mentions})}))
    return side


def understand_job(
    document: Document, linker: Linker, listen: Listener = silent, job: Job | None = None
) -> JobSide:
    """`job` is given when it is known already (a role). Raises InputError when the document asks for nothing."""
    listen(Stage(name="read", facts={"side": "job", "file": document.name, "characters": len(document.text)}))
    side = job_side(document, linker, job)
    if job is None:
        side = guarded_job(side, linker)
        _refuse(
            side.job.problems, document.name, "give the posting's whole text, or use --role or --describe"
        )
    listen(Stage(name="parse", facts={"side": "job", "statements": len(side.job.statements)}))
    if not side.requirements and not side.job.experience and not side.job.education:
        raise InputError(
            f"{document.name}: no requirement was found in the posting", "give the posting's whole text"
        )
    listen(Stage(name="link", facts={"side": "job", "requirements": len(side.requirements)}))
    return side


def understand(resume: Document, job: Document, linker: Linker, listen: Listener = silent) -> Understanding:
    """Both sides from their documents."""
    return Understanding(
        resume=understand_resume(resume, linker, listen), job=understand_job(job, linker, listen)
    )


_WHOLE_RESUME = "give the whole resume: where you worked, what you studied, what you can"


def _but_postings(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(problem for problem in problems if problem.code != "looks_like_job")


def _refuse(problems: tuple[Problem, ...], name: str, too_short: str) -> None:
    """A document of the wrong kind is an error, not a bad score."""
    hints = {
        "looks_like_resume": "the resume comes first, the posting second: careercraft analyze RESUME JOB",
        "looks_like_job": "the resume comes first, the posting second: careercraft analyze RESUME JOB",
        "too_short": too_short,
    }
    for problem in problems:
        if problem.severity == "error":
            raise InputError(f"{name}: {problem.message}", hints.get(problem.code, "check the file"))


def judge(
    understood: Understanding,
    linker: Linker,
    settings: Settings,
    today: date,
    engine: Engine,
    created: str,
    listen: Listener = silent,
    proposals: Sequence[Proposal] = (),
) -> Analysis:
    """Match, score, advise. `created` is stored as given; nothing else depends on when this runs. `proposals` of a
    model count as one more tier; they were checked against the sides that `settled` gives.

    Raises InputError when the resume reads like a posting, also without what it has of this one."""
    understood = settled(understood, linker)
    resume, job = understood.resume, understood.job
    understood = _counting(understood, proposals)
    scene, card = weigh(understood, linker, settings, today, engine, listen)
    problems = (*resume.document.problems, *resume.resume.problems)
    advice = make_advice(scene, linker.taxonomy.skills, problems)
    listen(Stage(name="advise", facts={"gaps": len(advice.gaps)}))

    def readiness(mine: ResumeSide, theirs: JobSide) -> float:
        sides = _counting(Understanding(resume=mine, job=theirs), proposals)
        return weigh(sides, linker, settings, today, engine)[1].verdict.readiness

    guards = left_out_parts(resume, job, linker, readiness)
    return structs.replace(_report(understood, scene, card, advice, engine, created), guards=guards)


def settled(understood: Understanding, linker: Linker) -> Understanding:
    """Both sides as they count against each other: the resume without passages of this posting. Raises InputError when
    the resume reads like a posting then."""
    resume, job = without_pasted_parts(understood.resume, understood.job, linker)
    _refuse(resume.resume.problems, resume.document.name, _WHOLE_RESUME)
    return Understanding(resume=resume, job=job)


def _counting(understood: Understanding, proposals: Sequence[Proposal]) -> Understanding:
    if not proposals:
        return understood
    resume, job = with_proposals(understood.resume, understood.job, proposals)
    return Understanding(resume=resume, job=job)


def weigh(
    understood: Understanding,
    linker: Linker,
    settings: Settings,
    today: date,
    engine: Engine,
    listen: Listener = silent,
) -> tuple[Scene, Scorecard]:
    """Match and score what both sides say, as it stands."""
    side, other = understood.resume, understood.job
    uses = linker.resume_index(side.resume, side.document).uses(side.mentions, today)
    uses = with_years(uses, side.proposed_years) if side.proposed_years else uses
    uses = capped(uses, side, linker, today)
    skills = compare(other.requirements, uses, side.resume, side.document, other.document, linker, today)
    counts = {name: len(getattr(skills, name)) for name in ("matched", "partial", "missing")}
    listen(Stage(name="match", facts=counts))
    documents = (side.document, other.document)
    facts = gather_facts(
        side.resume, other.job, documents, other.requirements, uses, linker, settings.wishes, today
    )
    card = scorecard(skills, facts, engine.weights, settings.threshold)
    listen(Stage(name="score", facts={score.key: score.value for score in card.scores}))
    return Scene(skills, facts, engine.weights, settings.threshold), card


def _report(
    understood: Understanding, scene: Scene, card: Scorecard, advice: Advice, engine: Engine, created: str
) -> Analysis:
    side, other = understood.resume, understood.job
    documents = Documents(
        resume=_described(side.document, side.resume.problems),
        job=_described(other.document, other.job.problems),
    )
    return Analysis(
        schema=SCHEMA,
        id=analysis_id(documents, engine),
        created=created,
        verdict=card.verdict,
        scores=card.scores,
        skills=scene.skills,
        **msgspec.structs.asdict(advice),
        facts=scene.facts,
        engine=engine,
        correction=side.document.correction or msgspec.UNSET,
        profile=side.document.profile or msgspec.UNSET,
        documents=documents,
        resume=to_json_resume(side.resume),
        job=other.job,
    )


def make_engine(
    version: str, taxonomy: str, encoder: str, settings: Settings, today: date, names: Sequence[str] = ()
) -> Engine:
    """`taxonomy` is the hash, `names` what the person calls its parts."""
    weights: Mapping[str, float] = msgspec.to_builtins(settings.weights)
    return Engine(
        version=version,
        taxonomy=taxonomy,
        encoder=encoder,
        settings=settings_hash(settings),
        today=today.isoformat(),
        threshold=settings.threshold,
        weights=dict(weights),
        taxonomy_names=tuple(names),
    )


def restate(
    analysis: Analysis, additions: Sequence[Addition], linker: Linker, created: str, strict: bool = False
) -> Analysis:
    """With what the person says beside the resume. Words that name nothing here are said and don't count; where
    `strict`, they raise UsageError."""
    changes: list[AddSkill] = []
    unread: list[str] = []
    for item in additions:
        try:
            changes += parse_additions([item.text], linker, analysis.skills)
        except UsageError:
            if strict:
                raise
            unread.append(item.text)
    notes = {item.text: item.note for item in additions}
    analysis = restated(analysis, changes, notes, unread, linker.taxonomy.skills)
    assert not isinstance(analysis.documents, msgspec.UnsetType)
    return structs.replace(analysis, id=id_of(analysis), created=created)


def _language(document: Document) -> tuple[Problem, ...]:
    """The taxonomy's names are English, and so is what the encoder was trained on."""
    if document.language in ENGLISH:
        return ()
    note = (
        f"written in another language than English ({document.language}): "
        "skills are matched by names and aliases only, not by meaning"
    )
    return (Problem(code="other_language", message=note, severity="info"),)


def _described(document: Document, problems: tuple[Problem, ...]) -> AnalyzedDocument:
    return AnalyzedDocument(
        name=document.name,
        text=document.text,
        hash=document.hash,
        format=document.format,
        language=document.language,
        hidden=document.hidden,
        problems=(*document.problems, *problems, *_language(document)),
        profile_from=msgspec.UNSET if document.profile_from is None else document.profile_from,
    )
