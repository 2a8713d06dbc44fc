"""What tasks, checks and milestones say, by kind of skill, family and level. The words stand in `plan/data/`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from careercraft.model.plan import PlanResource, TaskKind
from careercraft.model.resume import Proficiency
from careercraft.model.skill import ResourceKind, Skill, SkillKind
from careercraft.plan.wording_goals import week_goal
from careercraft.plan.wording_parts import Part, parts_of
from careercraft.plan.wording_tables import CAREFUL, GENERAL, Lines, Words, family, kind_words

__all__ = ["ApplicationText", "TaskText", "application_tasks", "task_text", "week_goal"]

_DOCUMENTS = (
    ("clearance", "the written confirmation"),
    ("permit", "the permit itself"),
    ("license licence", "the license itself"),
    ("card", "the card itself"),
    ("bachelor master doctor doctorate diploma degree", "the diploma itself"),
    ("endorsement rating admission", "the entry or letter that confirms it"),
)
_CERTIFICATE = "the certificate itself, with its date"
_BY_APPLICATION = frozenset({"clearance", "permit"})
_BY_STUDY = frozenset({"bachelor", "doctor", "doctorate", "diploma", "degree", "apprenticeship"})
_SOURCES: dict[ResourceKind, str] = {
    "docs": "the documentation",
    "course": "the course",
    "book": "the book",
    "practice": "the exercises",
    "certification": "the official outline",
    "community": "the professional body's pages",
}
"""What a task's own resource is called in its check, where its title doesn't tell."""
_TELLING = frozenset({"docs", "course", "book"})
_LONG_TITLE = 40
"""Characters of a job's title beyond which an order doesn't repeat it."""


class TaskText(NamedTuple):
    title: str
    """An order in a few words; no two tasks of a skill say the same."""
    check: str
    """ "You can ...": one thing that the person can do afterwards, and see that it is so."""
    milestone: str | None
    """A thing to show; at the last part of `build` and `prove` alone."""


class About(NamedTuple):
    """All of a skill that its words depend on."""

    name: str
    kind: SkillKind
    family: str
    family_of_target: str
    resource: PlanResource | None


class ApplicationText(NamedTuple):
    slug: str
    """Short and lasting: the end of the task's id."""
    title: str
    hours: float
    """A multiple of a quarter."""
    check: str
    milestone: str | None


def task_text(
    skill: Skill,
    kind: TaskKind,
    level_from: Proficiency | None,
    level: Proficiency,
    part: int,
    parts: int,
    resource: PlanResource | None,
    family_of_target: str,
) -> TaskText:
    """The words of one task: part `part` of `parts` (from 1) of this kind, from `level_from` (None: from nothing) to
    `level`. Where the task has a resource, terms are checked against that one."""
    about = About(skill.name, skill.kind, skill.family, family_of_target, resource)
    return _text(about, kind, level_from, level, part, parts)


@lru_cache(maxsize=8192)
def _text(
    about: About, kind: TaskKind, level_from: Proficiency | None, level: Proficiency, part: int, parts: int
) -> TaskText:
    """Kept, since a plan is made several times over while the best choice of gaps is looked for."""
    words = _words(about)
    if kind in {"learn", "practice"}:
        return _step_text(words, kind, parts_of(words["sort"], kind, level_from, level, parts)[part - 1])
    if kind == "build":
        return _build_text(words, level, part, parts)
    certificate = about.resource if about.kind != "certification" else None
    return _proof_text(words, part, parts, f", or a certificate ({certificate.title})" if certificate else "")


def _step_text(words: Words, kind: TaskKind, part: Part) -> TaskText:
    title = f"{words[kind]}{words['colon']} {part.step.topic}"
    check = part.step.check.format_map(words)
    if part.rounds == 1:
        return TaskText(title, f"You can {check}", None)
    place = f"{part.round} of {part.rounds}"
    if part.round < part.rounds:
        stretch = f"for part {place} of your material" if kind == "learn" else f"in round {place}"
        check = f"{stretch}, {check}"
    can = "You can" if part.round == part.rounds else "You can,"
    return TaskText(f"{title} ({place})", f"{can} {check}", None)


def _build_text(words: Words, level: Proficiency, part: int, parts: int) -> TaskText:
    title, colon = words[f"build {level}"], words["colon"]
    if part == parts:
        made = f"made {level}" if f"made {level}" in words.templates else "made"
        title = f"{title}{colon} finish" if parts > 1 else title
        return TaskText(title, f"You can {words[made]}", words["shown"])
    if part == 1:
        return TaskText(f"{title}{colon} plan", f"You can {words['planned']}", None)
    step = f" {part - 1} of {parts - 2}" if parts > 3 else ""
    return TaskText(
        f"{title}{colon} work{step}", f"You can {words['begun']}{step and f' (step{step})'}", None
    )


def _proof_text(words: Words, part: int, parts: int, certificate: str) -> TaskText:
    if part == parts:
        return TaskText(words["prove"], f"You can {words['proven']}", words["evidence"] + certificate)
    step = f" ({part} of {parts - 1})" if parts > 2 else ""
    return TaskText(words["gather"] + step, f"You can {words['gathered']}{step}", None)


def _words(about: About) -> Words:
    """All words of a skill: those of its family, and over them those of its kind."""
    lines = family(_family(about))
    sort = _sort(about, lines)
    words = Words({**lines, **kind_words(sort)})
    words["sort"] = sort
    words["name"], words["document"] = about.name, _document(about.name)
    words["colon"] = "," if ":" in about.name else ":"
    words["field"] = family(about.family_of_target)["work"]
    if about.resource is not None:
        words["source"] = _source(about.resource, about.name)
    words["safe"] = "" if lines["how"].startswith("alone") else f" {lines['how']},"
    return words


def _source(resource: PlanResource, name: str) -> str:
    """By its title, unless that is only the skill's name or a body's."""
    telling = resource.kind in _TELLING and resource.title.casefold() != name.casefold()
    return f"“{resource.title}”" if telling else _SOURCES[resource.kind]


def _family(about: About) -> str:
    """Its own, unless its name tells that practice alone can hurt somebody, or that nobody codes it: a rotation, a
    review or a plan is no repository."""
    lines = family(about.family)
    if about.kind == "technical" and not _is_supervised(lines) and _is_named(about, CAREFUL):
        return CAREFUL
    return GENERAL if "repository" in lines["shown"] and _is_named(about, GENERAL) else about.family


def _is_named(about: About, section: str) -> bool:
    return not set(family(section)["names"].split()).isdisjoint(_name_words(about.name))


def _is_supervised(lines: Lines) -> bool:
    return lines["practice"].endswith("under supervision")


def _sort(about: About, lines: Lines) -> str:
    """The kind of a skill, with the way to it where that is not the usual one."""
    words = _name_words(about.name)
    if about.kind == "technical" and _is_supervised(lines):
        return "technical by supervision"
    if about.kind == "certification" and not _BY_APPLICATION.isdisjoint(words):
        return "certification by application"
    if about.kind == "certification" and (not _BY_STUDY.isdisjoint(words) or "master of" in " ".join(words)):
        return "certification by study"
    return about.kind


def _document(name: str) -> str:
    words = _name_words(name)
    return next((what for one, what in _DOCUMENTS if not set(one.split()).isdisjoint(words)), _CERTIFICATE)


def _name_words(name: str) -> list[str]:
    return re.findall(r"[a-z]+", name.lower())


def application_tasks(
    title: str, skills: Sequence[str], family_of_target: str
) -> tuple[ApplicationText, ...]:
    """The last phase, for the job `title` with the names of the skills learned, in the words of a family."""
    words = family(family_of_target)
    jobs = f"{title} jobs" if title and len(title) <= _LONG_TITLE else "jobs of this kind"
    each = _each(skills)
    return (
        ApplicationText(
            "facts",
            "Write down what is true already",
            1.0,
            f"You can say for {each} what you did with it, when, and who saw it",
            None,
        ),
        ApplicationText(
            "resume",
            "Update your resume with what you learned" if skills else "Update your resume for this job",
            2.0,
            f"You can point to a line of your resume for {each}, with what came of it",
            "An updated resume that names nothing you can't show",
        ),
        ApplicationText(
            "papers",
            "Gather what goes with your resume",
            1.5,
            f"You can send {words['papers']} on the day that somebody asks",
            f"A folder with {words['papers']}",
        ),
        ApplicationText(
            "apply",
            f"Apply for five {jobs}",
            4.0,
            "You can name five postings that you answered, and what you changed in the resume for each one",
            "A list of five applications, with dates and answers",
        ),
        ApplicationText(
            "interview",
            "Practice the interview aloud",
            3.0,
            f"You can tell a story for {each} in two minutes: situation, task, action and result",
            f"Notes on your stories, told to somebody once, and one try at {words['trial']}",
        ),
    )


def _each(skills: Sequence[str]) -> str:
    if not skills:
        return "each thing that the job asks for"
    if len(skills) == 1:
        return skills[0]
    return f"each new skill ({', '.join(skills[:2])}{' and so on' if len(skills) > 2 else ''})"
