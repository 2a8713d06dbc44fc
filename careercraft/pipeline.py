"""The one walk from bytes to an analysis, in two halves.

`understand` reads and parses both sides and links their words to skills; `judge` matches, scores and advises.
Between them a caller may fetch a model's proposals. Neither prints, asks the clock or the network.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec
from msgspec import Struct, structs

from careercraft.errors import InputError
from careercraft.match.compare import compare
from careercraft.match.facts import gather_facts
from careercraft.match.linker import Linker
from careercraft.match.requirements import requirements
from careercraft.match.resume_skills import resume_mentions, skill_uses
from careercraft.model.advice import Advice
from careercraft.model.analysis import SCHEMA, Analysis, AnalyzedDocument, Documents, Engine
from careercraft.model.document import Document, Problem
from careercraft.model.job import Job
from careercraft.model.match import Mention, Requirement
from careercraft.model.resume import Resume
from careercraft.model.score import Scorecard
from careercraft.parse import parse_job, parse_resume
from careercraft.parse.json_resume_out import to_json_resume
from careercraft.read.language import ENGLISH
from careercraft.score.advice import make_advice
from careercraft.score.card import scorecard
from careercraft.score.gaps import Scene
from careercraft.settings import Settings, settings_hash


class Stage(Struct, frozen=True, kw_only=True):
    """Something got done; `facts` are the figures known from then on."""

    name: str
    """read | parse | link | match | score | advise."""
    facts: dict[str, Any] = {}


Listener = Callable[[Stage], None]


def silent(stage: Stage) -> None:
    """A listener that isn't interested."""


class JobSide(Struct, frozen=True, kw_only=True):
    """A posting, understood. In a batch it is made once and held against many resumes."""

    document: Document
    job: Job
    requirements: tuple[Requirement, ...]


class ResumeSide(Struct, frozen=True, kw_only=True):
    document: Document
    resume: Resume
    mentions: tuple[Mention, ...]


class Understanding(Struct, frozen=True, kw_only=True):
    resume: ResumeSide
    job: JobSide


def understand_resume(document: Document, linker: Linker, listen: Listener = silent) -> ResumeSide:
    """Raises InputError when the document is plainly no resume."""
    facts: dict[str, Any] = {"side": "resume", "file": document.name, "characters": len(document.text)}
    listen(Stage(name="read", facts=facts | ({"corrected": True} if document.correction else {})))
    resume = parse_resume(document)
    _refuse(
        resume.problems,
        document.name,
        "give the whole resume: where you worked, what you studied, what you can",
    )
    listen(
        Stage(
            name="parse",
            facts={"side": "resume", "positions": len(resume.work), "education": len(resume.education)},
        )
    )
    mentions = resume_mentions(resume, document, linker.mentions(document), linker)
    listen(Stage(name="link", facts={"side": "resume", "skills": len({hit.skill_id for hit in mentions})}))
    return ResumeSide(document=document, resume=resume, mentions=mentions)


def understand_job(
    document: Document, linker: Linker, listen: Listener = silent, job: Job | None = None
) -> JobSide:
    """`job` is given when it is known already (a role). Raises InputError when the document asks for nothing."""
    listen(Stage(name="read", facts={"side": "job", "file": document.name, "characters": len(document.text)}))
    if job is None:
        job = parse_job(document, linker.taxonomy.roles)
        _refuse(job.problems, document.name, "give the posting's whole text, or use --role or --describe")
    listen(Stage(name="parse", facts={"side": "job", "statements": len(job.statements)}))
    asked = requirements(job, document, linker.mentions(document), linker)
    if not asked and not job.experience and not job.education:
        raise InputError(
            f"{document.name}: no requirement was found in the posting", "give the posting's whole text"
        )
    listen(Stage(name="link", facts={"side": "job", "requirements": len(asked)}))
    return JobSide(document=document, job=job, requirements=asked)


def understand(resume: Document, job: Document, linker: Linker, listen: Listener = silent) -> Understanding:
    """Both sides from their documents."""
    return Understanding(
        resume=understand_resume(resume, linker, listen), job=understand_job(job, linker, listen)
    )


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
) -> Analysis:
    """Match, score, advise. `created` is stored as given; nothing else depends on when this runs."""
    side, other = understood.resume, understood.job
    uses = skill_uses(side.resume, side.mentions, today)
    skills = compare(other.requirements, uses, side.resume, side.document, other.document, linker)
    listen(
        Stage(
            name="match",
            facts={
                "matched": len(skills.matched),
                "partial": len(skills.partial),
                "missing": len(skills.missing),
            },
        )
    )
    documents = (side.document, other.document)
    facts = gather_facts(
        side.resume, other.job, documents, other.requirements, uses, linker, settings.wishes, today
    )
    card = scorecard(skills, facts, engine.weights, settings.threshold)
    listen(Stage(name="score", facts={score.key: score.value for score in card.scores}))
    scene = Scene(skills, facts, engine.weights, settings.threshold)
    problems = (*side.document.problems, *side.resume.problems)
    advice = make_advice(scene, linker.taxonomy.skills, problems)
    listen(Stage(name="advise", facts={"gaps": len(advice.gaps)}))
    return _report(understood, scene, card, advice, engine, created)


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


def analysis_id(documents: Documents, engine: Engine) -> str:
    """sha256 over both documents (their bytes' hash, format and text) and the engine; the first 32 hex digits. What the
    taxonomy is called makes no difference."""
    content = [
        *((side.hash, side.format, side.text) for side in (documents.resume, documents.job)),
        structs.replace(engine, taxonomy_names=()),
    ]
    return hashlib.sha256(msgspec.json.encode(content, order="sorted")).hexdigest()[:32]


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
    )
