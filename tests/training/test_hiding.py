"""Hidden facts are gone from words, structure and skills alike; all else stays where it was."""

from __future__ import annotations

import random

import msgspec
import pytest

from careercraft.match.sides import JobSide, ResumeSide
from careercraft.model.document import Document, Span
from careercraft.model.job import Job
from careercraft.model.match import Mention, Requirement
from careercraft.model.resume import Resume
from careercraft.parse import parse_job, parse_resume
from careercraft.read import read_text
from training.hiding import Places, drawn, hide_in_job, hide_in_resume, job_facts, resume_facts

RESUME = """# Jane Doe
Berlin, Germany
jane@example.com

## Skills
- Python
- Docker

## Experience
Backend Developer, Acme
2018 - 2023
- Built Python services for shops
- Moved a database to PostgreSQL

## Education
BSc Computer Science, Example University, 2014 - 2018
"""
JOB = """Backend Developer

Location: Berlin, Germany
Salary: 60,000 - 70,000 EUR a year

Requirements
- 3+ years of experience with Python
- Knowledge of Docker
- Bachelor's degree in computer science
"""


def resume_side() -> ResumeSide:
    document = read_text(RESUME, "resume")
    mentions = tuple(
        Mention(skill_id=name.lower(), span=span, tier="exact", score=1.0)
        for name in ("Python", "Docker", "PostgreSQL")
        for span in every(document, name)
    )
    return ResumeSide(document=document, resume=parse_resume(document), mentions=mentions)


def job_side() -> JobSide:
    document = read_text(JOB, "job")
    asked = tuple(
        Requirement(
            name=name,
            kind="technical",
            importance="must",
            options=(),
            mention=name,
            spans=(every(document, name)[0],),
        )
        for name in ("Python", "Docker")
    )
    return JobSide(document=document, job=parse_job(document), requirements=asked)


def every(document: Document, words: str) -> list[Span]:
    starts = [at for at in range(len(document.text)) if document.text.startswith(words, at)]
    return [Span(at, at + len(words)) for at in starts]


def place(document: Document, words: str) -> Places:
    span = every(document, words)[0]
    return Places(((span.start, span.end),))


def told(resume: Resume) -> str:
    return msgspec.json.encode(resume).decode()


def test_the_facts_of_a_resume() -> None:
    side = resume_side()
    facts = [side.document.quote(span) for span in resume_facts(side.resume)]
    assert {"Python", "Docker", "Built Python services for shops", "2018 - 2023", "Berlin, Germany"} <= set(
        facts
    )
    assert any(fact.startswith("Backend Developer, Acme") and "PostgreSQL" in fact for fact in facts)
    assert any("BSc Computer Science" in fact for fact in facts)
    assert len(facts) == len(set(facts))


def test_the_facts_of_a_posting() -> None:
    side = job_side()
    facts = " | ".join(side.document.quote(span) for span in job_facts(side.job))
    for words in ("Berlin, Germany", "60,000", "3+ years", "Knowledge of Docker", "Bachelor's degree"):
        assert words in facts


def test_a_hidden_skill_is_nowhere_and_the_rest_is_where_it_was() -> None:
    side = resume_side()
    less = hide_in_resume(side, place(side.document, "Docker"))
    assert "Docker" not in less.document.text
    assert "Docker" not in told(less.resume)
    assert {hit.skill_id for hit in less.mentions} == {"python", "postgresql"}
    assert len(less.document.text) == len(side.document.text)
    assert less.resume.work == side.resume.work


def test_a_hidden_bullet_takes_its_skills_and_no_others() -> None:
    side = resume_side()
    less = hide_in_resume(side, place(side.document, "Moved a database to PostgreSQL"))
    assert [text.value for text in less.resume.work[0].bullets] == ["Built Python services for shops"]
    assert less.resume.work[0].dates == side.resume.work[0].dates
    assert {hit.skill_id for hit in less.mentions} == {"python", "docker"}


def test_a_hidden_position_takes_all_of_it() -> None:
    side = resume_side()
    span = side.resume.work[0].span
    less = hide_in_resume(side, Places(((span.start, span.end),)))
    assert less.resume.work == ()
    assert [hit.skill_id for hit in less.mentions] == ["python", "docker"]
    assert less.resume.education == side.resume.education


def test_hidden_dates_leave_the_position() -> None:
    side = resume_side()
    less = hide_in_resume(side, place(side.document, "2018 - 2023"))
    assert less.resume.work[0].dates is None
    assert less.resume.work[0].bullets == side.resume.work[0].bullets


def test_a_hidden_place_takes_what_was_made_of_it() -> None:
    side = resume_side()
    assert side.resume.city == "Berlin"
    less = hide_in_resume(side, place(side.document, "Berlin, Germany")).resume
    assert (less.location, less.city, less.region, less.country) == (None, None, None, None)


def test_a_hidden_statement_takes_what_it_asks() -> None:
    side = job_side()
    less = hide_in_job(side, place(side.document, "3+ years of experience with Python"))
    assert [requirement.name for requirement in less.requirements] == ["Docker"]
    assert less.job.experience == ()
    assert side.job.experience != ()
    assert less.job.education == side.job.education
    assert len(less.job.statements) == len(side.job.statements) - 1


def test_what_is_asked_twice_stays_with_the_other_place() -> None:
    side = job_side()
    both = side.requirements[0].spans + side.requirements[1].spans
    twice = JobSide(
        document=side.document,
        job=side.job,
        requirements=(msgspec.structs.replace(side.requirements[0], spans=both),),
    )
    less = hide_in_job(twice, place(side.document, "3+ years of experience with Python"))
    assert [requirement.spans for requirement in less.requirements] == [side.requirements[1].spans]


def test_nothing_hidden_changes_nothing() -> None:
    side, asked = resume_side(), job_side()
    assert hide_in_resume(side, Places(())) == side
    assert hide_in_job(asked, Places(())) == asked


@pytest.mark.parametrize(("count", "hidden"), [(0, 0), (1, 1), (4, 1), (10, 2), (20, 4)])
def test_a_fifth_is_drawn(count: int, hidden: int) -> None:
    facts = [Span(10 * number, 10 * number + 5) for number in range(count)]
    runs = drawn(facts, random.Random(1)).runs
    assert len(set(runs)) == hidden
    assert runs == drawn(facts, random.Random(1)).runs


def test_a_job_without_facts_has_none() -> None:
    assert job_facts(Job()) == []
