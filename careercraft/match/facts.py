"""All that the scores beside the skills rest on, gathered from both sides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from careercraft.match.culture import culture_values
from careercraft.match.education import education_facts
from careercraft.match.experience import ExperienceReader
from careercraft.match.hard import clearance_fact, permit_fact
from careercraft.match.industries import industry_facts
from careercraft.match.linker import Linker
from careercraft.match.pay import salary_facts
from careercraft.match.person import stated_by
from careercraft.match.place import location_facts
from careercraft.match.profile import read_profile
from careercraft.model.document import Document
from careercraft.model.facts import Facts
from careercraft.model.job import Job
from careercraft.model.match import Requirement, SkillUse
from careercraft.model.resume import Resume
from careercraft.read.language import ENGLISH
from careercraft.settings import Wishes

_FOREIGN = 0.5


def gather_facts(
    resume: Resume,
    job: Job,
    documents: tuple[Document, Document],
    asked: Sequence[Requirement],
    uses: Mapping[str, SkillUse],
    linker: Linker,
    wishes: Wishes,
    today: date,
) -> Facts:
    # Everybody talks and plans at work: soft skills in common don't make it the same kind of work.
    wanted = frozenset(
        option for requirement in asked if requirement.kind != "soft" for option in requirement.options
    )
    experience = ExperienceReader(resume, job, uses, wanted, documents, linker, today).facts()
    profile, stated = read_profile(wishes), stated_by(resume, documents[0])
    permit = permit_fact(job, documents, profile, stated)
    hard = (permit, clearance_fact(job, documents, stated))
    return Facts(
        experience=experience,
        education=education_facts(resume, job, documents, experience.relevant_years, linker),
        location=location_facts(resume, job, documents, (profile, stated), permit),
        salary=salary_facts(job, documents[1], profile, linker.taxonomy.roles),
        culture=culture_values(job, documents, uses, linker, profile),
        hard=tuple(fact for fact in hard if fact),
        industry=industry_facts(resume, job, documents, today),
        catalogue_role=documents[1].format in {"role", "description"},
        resume_quality=_quality(
            documents[0],
            [
                # A name may look like a title ("Dean Baker"); that mustn't cost anybody anything.
                resume.email or resume.phones or resume.name,
                resume.work,
                resume.education,
                _dated(resume),
            ],
        ),
        job_quality=_quality(
            documents[1],
            [job.title, len(asked) >= 3, job.experience or job.level, job.location or job.work_mode],
        ),
    )


def _dated(resume: Resume) -> bool:
    return any(work.dates for work in resume.work)


def _quality(document: Document, parts: Sequence[object]) -> float:
    """The share of the usual parts that were found; half of it for a language that is only known by names."""
    known = 1.0 if document.language in ENGLISH else _FOREIGN
    return round(known * sum(1 for part in parts if part) / len(parts), 2)
