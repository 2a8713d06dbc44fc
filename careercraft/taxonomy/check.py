"""What `careercraft taxonomy check` finds: mistakes in the files that people edit, and what only looks wrong."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Literal, NamedTuple

from careercraft.model.skill import Skill
from careercraft.taxonomy.crosscheck import Placed, crosscheck
from careercraft.taxonomy.index import Taxonomy
from careercraft.taxonomy.named import Part
from careercraft.taxonomy.source import Issue, Source
from careercraft.taxonomy.surface import fold

Severity = Literal["error", "warning"]
KINDS = (
    "invalid", "duplicate", "alias-clash", "reference", "circle", "hours", "orphan", "unused"
)  # fmt: skip
_MOST_HOURS = {"beginner": 400, "intermediate": 2_000, "advanced": 6_000, "expert": 20_000}
"""Over these, somebody added a zero: 6,000 hours are three years of full days."""
_LEAST_HOURS = {"beginner": 1, "intermediate": 2, "advanced": 4, "expert": 8}
_LICENSED = 10
"""Times as much for certifications: a license may ask for a degree or an apprenticeship."""
_LEAST_STEP = 1.2
"""A level takes at least this many times the hours of the one before."""
_RELATIONS = ("broader", "implies", "related", "prerequisites")


class Finding(NamedTuple):
    severity: Severity
    kind: str
    """One of KINDS."""
    where: str
    """File and line, or the skill's id."""
    message: str


def check_part(part: Part) -> list[Finding]:
    """Errors of a folder's files; the same mistakes in what was imported are warnings, as nobody here can mend it."""
    if part.folders is not None:
        from careercraft.taxonomy.build import read_folders

        _, _, issues = read_folders(*part.folders)
        return [_finding(issue, "error", f"{issue.file}:{issue.line}") for issue in issues]
    source = Source(part.name)
    crosscheck([Placed(skill, source, (skill.id,)) for skill in part.load().entries], [])
    return [_finding(issue, "warning", issue.file) for issue in source.issues]


def check_whole(taxonomy: Taxonomy, in_texts: Collection[str] | None = None) -> list[Finding]:
    """What is allowed but looks wrong. `in_texts`: ids of the skills that some texts name; None for no texts."""
    in_roles = _in_roles(taxonomy)
    found = [
        *_likely_duplicates(taxonomy.entries),
        *(finding for skill in taxonomy.entries for finding in _hours(skill)),
        *_orphans(taxonomy.entries, in_roles),
    ]
    if in_texts is not None:
        unused = [
            skill.id for skill in taxonomy.entries if skill.id not in in_roles and skill.id not in in_texts
        ]
        found += [Finding("warning", "unused", key, "no role and no text uses it") for key in unused]
    return found


def _finding(issue: Issue, severity: Severity, where: str) -> Finding:
    key = f"{issue.key}: " if issue.key else ""
    return Finding(severity, issue.kind, where, f"{key}{issue.message}")


def _in_roles(taxonomy: Taxonomy) -> set[str]:
    return {
        asked.id
        for role in taxonomy.roles.values()
        for asked in (*role.skills.must, *role.skills.preferred, *role.skills.nice)
    }


def _likely_duplicates(skills: Iterable[Skill]) -> Iterator[Finding]:
    """Names of the same words in another order or number: "test automation", "automation of tests" aside."""
    owners: dict[tuple[str, ...], tuple[str, str]] = {}
    told: set[tuple[str, str]] = set()
    for skill in skills:
        for form in (skill.name, *skill.aliases):
            words = tuple(sorted(_singular(word) for word in fold(form).split()))
            if len(words) < 2:
                continue
            owner, first = owners.setdefault(words, (skill.id, form))
            if owner != skill.id and (owner, skill.id) not in told:
                told.add((owner, skill.id))
                message = f"{form!r} may be the same as {first!r} of {owner}"
                yield Finding("warning", "duplicate", skill.id, message)


def _singular(word: str) -> str:
    return (
        word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
    )


def _hours(skill: Skill) -> Iterator[Finding]:
    before = 0.0
    licensed = skill.kind == "certification"
    for level, usual in _MOST_HOURS.items():
        hours = getattr(skill.hours, level)
        least, most = (0, usual * _LICENSED) if licensed else (_LEAST_HOURS[level], usual)
        if not least <= hours <= most:
            message = f"{hours:g} hours to {level}; {least} to {most} would be plausible"
            yield Finding("warning", "hours", skill.id, message)
        elif hours < before * _LEAST_STEP:
            yield Finding(
                "warning", "hours", skill.id, f"{hours:g} hours to {level}, after {before:g}: no step"
            )
        before = hours


def _orphans(skills: Collection[Skill], in_roles: Collection[str]) -> Iterator[Finding]:
    """Skills that stand alone: no relation leads to them or away, and no role asks for them. Languages may."""
    linked = {target for skill in skills for name in _RELATIONS for target in getattr(skill, name)}
    for skill in skills:
        alone = skill.kind != "language" and not any(getattr(skill, name) for name in _RELATIONS)
        if alone and skill.id not in linked and skill.id not in in_roles:
            yield Finding("warning", "orphan", skill.id, "no relation and no role leads to it")
