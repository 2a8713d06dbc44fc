"""What the tests of matching, scoring and the pipeline share: the real encoder and taxonomy, loaded once a run, a
tiny taxonomy of their own, and resumes and postings in a few lines."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from unittest import mock

import hypothesis

from careercraft.api import Workbench
from careercraft.match.compare import compare
from careercraft.match.linker import Linker
from careercraft.match.resume_skills import skill_uses
from careercraft.match.surface import SurfaceMatcher
from careercraft.model.match import Requirement, SkillEntry, SkillMatch, SkillUse
from careercraft.model.ports import Encoder, SkillVectors
from careercraft.pipeline import JobSide, ResumeSide, understand_job, understand_resume
from careercraft.read import read_text
from careercraft.settings import Settings
from careercraft.taxonomy import Taxonomy, load_taxonomy

TODAY = date(2026, 11, 20)
fuzz = hypothesis.settings(deadline=None, derandomize=True, database=None, max_examples=60)
"""The same examples in every run, however slow the machine."""

TINY_SKILLS = """
- id: java
  name: Java
  kind: technical
  related: {kotlin: 0.8}
  broader: [programming]
  hours: {beginner: 20, intermediate: 60, advanced: 150, expert: 600}
- {id: javascript, name: JavaScript, kind: technical, aliases: [JS, ECMAScript],
   hours: {beginner: 20, intermediate: 60, advanced: 150, expert: 600}}
- {id: kotlin, name: Kotlin, kind: technical, broader: [programming],
   hours: {beginner: 20, intermediate: 60, advanced: 150, expert: 600}}
- {id: programming, name: Programming, kind: technical, implies: [problem-solving],
   hours: {beginner: 40, intermediate: 120, advanced: 300, expert: 900}}
- {id: spring-boot, name: Spring Boot, kind: technical, implies: [java],
   hours: {beginner: 10, intermediate: 40, advanced: 90, expert: 300}}
- {id: spring, name: Spring, kind: technical, match: {case: true, context: [java, boot, framework]},
   hours: {beginner: 10, intermediate: 40, advanced: 90, expert: 300}}
- {id: c, name: C, kind: technical, match: {case: true, context: [embedded, compiler]},
   hours: {beginner: 30, intermediate: 90, advanced: 250, expert: 900}}
- {id: c-plus-plus, name: C++, kind: technical, hours: {beginner: 30, intermediate: 90, advanced: 250, expert: 900}}
- {id: problem-solving, name: Problem Solving, kind: soft,
   hours: {beginner: 10, intermediate: 30, advanced: 90, expert: 300}}
- {id: forklift-license, name: Forklift License, kind: certification, aliases: [fork truck license],
   hours: {beginner: 8, intermediate: 16, advanced: 24, expert: 40}}
- {id: food-hygiene, name: Food Hygiene, kind: domain,
   hours: {beginner: 4, intermediate: 12, advanced: 30, expert: 90}}
"""
TINY_ROLE = """
id: java-developer
title: Java Developer
level: mid
family: tech
summary: Writes programs in Java.
skills: {must: [{id: java, level: advanced}], preferred: [{id: spring-boot, level: beginner}]}
years: {min: 2}
education: {level: bachelor, fields: [computer science], required: false}
"""


@contextmanager
def empty_home() -> Iterator[None]:
    """Caches of the person who runs the tests stay out of what is shared over the whole run."""
    with tempfile.TemporaryDirectory() as folder, mock.patch.dict(os.environ, CAREERCRAFT_HOME=folder):
        yield


@cache
def built_in() -> Workbench:
    """The built-in taxonomy and the shipped encoder, ready."""
    with empty_home():
        bench = Workbench(Settings(), TODAY)
        assert bench.engine.encoder
        assert len(bench.vectors.ids) == len(bench.taxonomy.entries)
    return bench


@cache
def tiny_taxonomy(skills: str = TINY_SKILLS, role: str = TINY_ROLE) -> Taxonomy:
    """Made from YAML by the loader that users' own taxonomies go through."""
    with empty_home(), tempfile.TemporaryDirectory() as folder:
        for path, text in (("skills/tech/all.yaml", skills), ("roles/tech/java-developer.yaml", role)):
            file = Path(folder, path)
            file.parent.mkdir(parents=True)
            file.write_text(text, encoding="utf-8")
        return load_taxonomy(Path(folder, "skills"), Path(folder, "roles"))


class _NoEncoder:
    """Fails the test that reaches it."""

    name = fingerprint = "none"
    dimension = 0

    def encode(self, texts: Sequence[str]) -> object:
        raise AssertionError(f"the encoder was asked for {list(texts)[:3]}")

    encode_tokens = encode


def linker_of(taxonomy: Taxonomy, encoder: Encoder | None = None) -> Linker:
    """With `encoder`, its vectors of the names; without one, a linker that must do by names alone."""
    if encoder is None:
        none: Encoder = _NoEncoder()  # type: ignore[assignment]
        return Linker(taxonomy, lambda: none, lambda: SkillVectors((), None))  # type: ignore[arg-type]
    ids = tuple(skill.id for skill in taxonomy.entries)
    vectors = SkillVectors(ids, encoder.encode([skill.name for skill in taxonomy.entries]))
    return Linker(taxonomy, lambda: encoder, lambda: vectors)


def found(matcher: SurfaceMatcher, text: str) -> list[tuple[str, str]]:
    """(skill id, words) of every hit."""
    return [(hit.skill_id, text[hit.span.start : hit.span.end]) for hit in matcher.find(text)]


def ids(matcher: SurfaceMatcher, text: str) -> list[str]:
    return [skill for skill, _ in found(matcher, text)]


def posting(musts: str, nice: str = "", title: str = "Software Engineer", more: str = "") -> str:
    """A posting with these lines asked for."""
    text = f"{title}\nAcme Corp\n\n{more}\nRequirements\n{_bullets(musts)}\n"
    return text + (f"\nNice to have\n{_bullets(nice)}\n" if nice else "")


def _bullets(lines: str) -> str:
    return "\n".join(f"- {line}" for line in lines.strip().splitlines())


def resume(
    work: str = "",
    skills: str = "",
    summary: str = "",
    dates: str = "Jan 2022 - Present",
    title: str = "Software Developer",
    education: str = "",
) -> str:
    """A resume with one position of these bullets, a list of skills and a summary."""
    parts = ["Jane Doe\njane.doe@example.com"]
    if summary:
        parts.append(f"Summary\n{summary}")
    if work:
        parts.append(f"Experience\n\n{title}, Acme Corp\n{dates}\n{_bullets(work)}")
    if education:
        parts.append(f"Education\n\n{education}")
    if skills:
        parts.append(f"Skills\n{skills}")
    return "\n\n".join(parts) + "\n"


def job_side(text: str, linker: Linker) -> JobSide:
    return understand_job(read_text(text, "job.txt"), linker)


def resume_side(text: str, linker: Linker) -> ResumeSide:
    return understand_resume(read_text(text, "resume.txt"), linker)


def asked(text: str, linker: Linker) -> tuple[Requirement, ...]:
    return job_side(text, linker).requirements


def uses(text: str, linker: Linker, today: date = TODAY) -> dict[str, SkillUse]:
    side = resume_side(text, linker)
    return skill_uses(side.resume, side.mentions, today)


def matched(resume_text: str, job_text: str, linker: Linker, today: date = TODAY) -> SkillMatch:
    """The comparison of two texts."""
    mine, theirs = resume_side(resume_text, linker), job_side(job_text, linker)
    shown = skill_uses(mine.resume, mine.mentions, today)
    return compare(theirs.requirements, shown, mine.resume, mine.document, theirs.document, linker, today)


def entry_of(skills: SkillMatch, skill_id: str) -> tuple[str, SkillEntry]:
    """(list, entry) of a requirement."""
    for name in ("matched", "partial", "missing"):
        for entry in getattr(skills, name):
            if entry.id == skill_id:
                return name, entry
    raise AssertionError(f"{skill_id} is not asked")
