"""All that the scores beside the skills rest on, gathered from both sides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from careercraft.match.education import education_facts
from careercraft.match.experience import ExperienceReader
from careercraft.match.linker import Linker
from careercraft.match.place import location_facts, salary_facts
from careercraft.match.quoting import Quoter
from careercraft.model.document import Document, Text
from careercraft.model.facts import CultureValue, Facts, HardFact
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
    wanted = frozenset(option for requirement in asked for option in requirement.options)
    experience = ExperienceReader(resume, job, uses, wanted, documents, linker, today).facts()
    return Facts(
        experience=experience,
        education=education_facts(resume, job, documents, experience.relevant_years, linker),
        location=location_facts(resume, job, documents, wishes),
        salary=salary_facts(job, documents[1], wishes),
        culture=_culture(job, documents, uses, linker),
        hard=_hard(job, documents[1]),
        catalogue_role=documents[1].format in {"role", "description"},
        resume_quality=_quality(
            documents[0],
            [resume.email or resume.phones, resume.name, resume.work, resume.education, _dated(resume)],
        ),
        job_quality=_quality(
            documents[1],
            [job.title, len(asked) >= 3, job.experience or job.level, job.location or job.work_mode],
        ),
    )


def _culture(
    job: Job, documents: tuple[Document, Document], uses: Mapping[str, SkillUse], linker: Linker
) -> tuple[CultureValue, ...]:
    """Each stated value, and the skills of the resume that show it by name."""
    return tuple(_value(text, documents, uses, linker) for text in job.values)


def _value(
    text: Text, documents: tuple[Document, Document], uses: Mapping[str, SkillUse], linker: Linker
) -> CultureValue:
    from_resume, from_job = Quoter("resume", documents[0]), Quoter("job", documents[1])
    named = {hit.skill_id for hit in linker.surface.find(text.value)}
    shown = [uses[skill_id] for skill_id in sorted(named & uses.keys())]
    return CultureValue(
        label=" ".join(text.value.split()),
        shown=round(len(shown) / len(named), 2) if named else 0.0,
        evidence=(from_job.around(text.span),),
        found_evidence=from_resume.all_around(hit.span for use in shown for hit in use.mentions),
    )


def _hard(job: Job, document: Document) -> tuple[HardFact, ...]:
    """A resume seldom says that its owner may work somewhere; so these are unknown until a person says more."""
    quoter = Quoter("job", document)
    asked = [text for text in (job.work_authorization, job.clearance) if text]
    return tuple(
        HardFact(text=" ".join(text.value.split()), evidence=(quoter.around(text.span),)) for text in asked
    )


def _dated(resume: Resume) -> bool:
    return any(work.dates for work in resume.work)


def _quality(document: Document, parts: Sequence[object]) -> float:
    """The share of the usual parts that were found; half of it for a language that is only known by names."""
    known = 1.0 if document.language in ENGLISH else _FOREIGN
    return round(known * sum(1 for part in parts if part) / len(parts), 2)
