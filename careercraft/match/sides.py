"""A resume or a posting, understood: parsed, and its words linked to skills."""

from __future__ import annotations

from msgspec import Struct

from careercraft.match.guards.suspects import Suspect
from careercraft.match.linker import Linker
from careercraft.match.requirements import requirements
from careercraft.match.resume_skills import resume_mentions
from careercraft.model.document import Document, Problem
from careercraft.model.job import Job
from careercraft.model.match import Mention, Requirement
from careercraft.model.resume import Resume
from careercraft.parse import parse_job, parse_resume


class JobSide(Struct, frozen=True, kw_only=True):
    """A posting, understood. In a batch it is made once and held against many resumes."""

    document: Document
    job: Job
    requirements: tuple[Requirement, ...]
    whole: Document | None = None
    """As it was read, where guards took passages out of it."""
    suspects: tuple[Suspect, ...] = ()
    """These passages, by their places in `whole`."""


class ResumeSide(Struct, frozen=True, kw_only=True):
    document: Document
    resume: Resume
    mentions: tuple[Mention, ...]
    whole: Document | None = None
    suspects: tuple[Suspect, ...] = ()
    """As in `JobSide`."""
    parts: tuple[ResumeSide, ResumeSide] | None = None
    """The file's side and the profile's, where this is both of them (`match.completed`)."""
    note: Problem | None = None
    """What the profile brought, for people."""
    proposed_years: dict[str, float] = {}
    """By skill: what a model read beside it, where that is to count (`match.proposed_sides`)."""


def resume_side(document: Document, linker: Linker) -> ResumeSide:
    """Counts all that the document says."""
    resume = parse_resume(document)
    mentions = resume_mentions(resume, document, linker.mentions(document), linker)
    return ResumeSide(document=document, resume=resume, mentions=mentions)


def job_side(document: Document, linker: Linker, job: Job | None = None) -> JobSide:
    """Counts all that the document says; `job` is given when it is known already (a role)."""
    job = job or parse_job(document, linker.taxonomy.roles)
    asked = requirements(job, document, linker.mentions(document), linker)
    return JobSide(document=document, job=job, requirements=asked)
