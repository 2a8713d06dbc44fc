"""A role of the catalogue as a posting: a text that can be quoted, and what it asks, known instead of parsed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from careercraft.model.document import Document, Line, Span, Text
from careercraft.model.job import EducationAsk, ExperienceAsk, Importance, Job, Statement
from careercraft.model.skill import Role, RoleSkill, Skill

_HEADINGS: tuple[tuple[Importance, str], ...] = (
    ("must", "Must have"), ("preferred", "Preferred"), ("nice", "Nice to have"),
)  # fmt: skip


class _Page:
    """Collects lines and hands out their spans."""

    def __init__(self, opening: str = "") -> None:
        self._parts: list[str] = []
        self.lines: list[Line] = []
        self._length = 0
        if opening:
            self.add(opening)
            self.skip()

    def add(self, text: str, **marks: int | bool) -> Text:
        span = Span(self._length, self._length + len(text))
        self.lines.append(Line(span=span, **marks))  # type: ignore[arg-type]
        self._parts.append(text)
        self._length += len(text) + 1
        return Text(text, span)

    def skip(self) -> None:
        self._parts.append("")
        self._length += 1

    def text(self) -> str:
        return "\n".join(self._parts)


def role_posting(role: Role, skills: Mapping[str, Skill], opening: str = "") -> tuple[Document, Job]:
    """`opening` is put before the role's own text: the words that led to the role."""
    page = _Page(opening)
    title = page.add(role.title, heading=1)
    page.add(role.summary)
    statements = [
        statement
        for importance, heading in _HEADINGS
        for statement in _skill_lines(page, heading, importance, getattr(role.skills, importance), skills)
    ]
    experience, education = _experience(page, role), _education(page, role)
    duties = tuple(_duties(page, role))
    text = page.text()
    document = Document(
        text=text,
        lines=tuple(page.lines),
        name=f"role {role.id}",
        hash=hashlib.sha256(text.encode()).hexdigest(),
        format="description" if opening else "role",
    )
    job = Job(
        title=title,
        level=role.level,
        role=role.id,
        statements=(*statements, *duties),
        experience=experience,
        education=education,
    )
    return document, job


def _skill_lines(
    page: _Page,
    heading: str,
    importance: Importance,
    asked: tuple[RoleSkill, ...],
    skills: Mapping[str, Skill],
) -> Iterator[Statement]:
    if asked:
        page.skip()
        page.add(heading, heading=2)
    for item in asked:
        skill = skills[item.id]
        # A license or registration among the must-haves is one without which nobody may do the work.
        mandatory = importance == "must" and skill.kind == "certification"
        text = page.add(f"{skill.name} ({'required' if mandatory else item.level})")
        named = Span(text.span.start, text.span.start + len(skill.name))
        yield Statement(
            text=Text(skill.name, named),
            kind="requirement",
            importance=importance,
            level=item.level,
            skill_ids=(item.id,),
            hard=mandatory,
        )


def _experience(page: _Page, role: Role) -> tuple[ExperienceAsk, ...]:
    if role.years is None or role.years.min <= 0:
        return ()
    page.skip()
    text = page.add(f"{role.years.min:g} or more years of experience")
    return (ExperienceAsk(years=role.years.min, max_years=role.years.max, text=text),)


def _education(page: _Page, role: Role) -> tuple[EducationAsk, ...]:
    education = role.education
    if education is None or education.level == "none":
        return ()
    importance: Importance = "must" if education.required else "preferred"
    fields = f" in {', '.join(education.fields)}" if education.fields else ""
    equivalent = "" if education.required else " or equivalent experience"
    text = page.add(f"Education: {education.level.replace('_', ' ')}{fields}{equivalent}")
    return (
        EducationAsk(
            level=education.level,
            fields=education.fields,
            or_equivalent=not education.required,
            importance=importance,
            text=text,
        ),
    )


def _duties(page: _Page, role: Role) -> Iterator[Statement]:
    if role.tasks:
        page.skip()
        page.add("What the work is", heading=2)
    for task in role.tasks:
        yield Statement(text=page.add(task), kind="about", importance="nice")
