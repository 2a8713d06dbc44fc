"""Reads and checks folders of skills and roles."""

from __future__ import annotations

from pathlib import Path

from careercraft.model.skill import Role, Skill
from careercraft.taxonomy.crosscheck import Placed, PlacedRole, crosscheck
from careercraft.taxonomy.source import Issue, Source, read_source, yaml_files
from careercraft.taxonomy.validate import role_of, skills_of


def read_folders(
    skills_dir: Path, roles_dir: Path | None
) -> tuple[tuple[Skill, ...], tuple[Role, ...], list[Issue]]:
    """Skills and roles by id, and everything that is wrong: skills first, by file and line."""
    skill_sources = [read_source(path, skills_dir) for path in yaml_files(skills_dir)]
    role_sources = [read_source(path, roles_dir) for path in yaml_files(roles_dir)] if roles_dir else []
    skills = [Placed(skill, source, at) for source in skill_sources for skill, at in skills_of(source)]
    roles = [PlacedRole(role, source) for source in role_sources if (role := role_of(source))]
    crosscheck(skills, roles)
    issues = [*_issues(skill_sources), *_issues(role_sources)]
    by_id = {placed.skill.id: placed.skill for placed in skills}
    roles_by_id = {placed.role.id: placed.role for placed in roles}
    return (
        tuple(by_id[key] for key in sorted(by_id)),
        tuple(roles_by_id[key] for key in sorted(roles_by_id)),
        issues,
    )


def _issues(sources: list[Source]) -> list[Issue]:
    issues = [issue for source in sources for issue in source.issues]
    return sorted(issues, key=lambda issue: (issue.file, issue.line))
