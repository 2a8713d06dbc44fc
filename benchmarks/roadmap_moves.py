"""Moves from role to role, and a resume of whoever leaves the first: its must and preferred skills and nothing else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from benchmarks.fit_bench import FitBench
from careercraft.model.analysis import Analysis
from careercraft.model.resume import PROFICIENCY_ORDER, Proficiency
from careercraft.model.skill import Role
from careercraft.taxonomy.index import Taxonomy

MOVES = Path(__file__).with_name("role_moves.yaml")
_BEGAN = "2019-03"
"""Well over the years that these roles ask for, so that a plan is about skills."""
_DEGREES = {
    "high_school": "High school diploma", "certificate": "Certificate", "associate": "Associate degree",
    "bachelor": "Bachelor of Science", "master": "Master of Science", "doctorate": "Doctorate",
}  # fmt: skip


class Move(NamedTuple):
    start: str
    """Ids of roles."""
    goal: str

    def __str__(self) -> str:
        return f"{self.start} -> {self.goal}"


def read_moves(path: Path = MOVES) -> list[Move]:
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [Move(row["from"], row["to"]) for row in rows]


def held_skills(role: Role) -> dict[str, Proficiency]:
    """By id the level at which whoever does this work has it."""
    return {item.id: item.level for item in (*role.skills.must, *role.skills.preferred)}


def holds(held: Mapping[str, Proficiency], skill: str, level: Proficiency, taxonomy: Taxonomy) -> str | None:
    """The held skill that is this one, or brings it along, at this level at least."""
    for mine in held:
        enough = PROFICIENCY_ORDER.index(held[mine]) >= PROFICIENCY_ORDER.index(level)
        if enough and (mine == skill or skill in taxonomy.implied(mine)):
            return mine
    return None


def resume_of(role: Role, taxonomy: Taxonomy) -> str:
    """A JSON Resume: one dated position of this role that names each skill, and each once more with its level."""
    held = held_skills(role)
    names = {key: taxonomy.skills[key].name for key in held}
    certified = [key for key in held if taxonomy.skills[key].kind == "certification"]
    content: dict[str, Any] = {
        "basics": {"name": "Robin Ashdown", "label": role.title, "email": "robin.ashdown@example.com"},
        "work": [
            {
                "name": "Ashdown & Daughters", "position": role.title, "startDate": _BEGAN,
                "highlights": [f"Used every day: {name}" for name in names.values()],
            }
        ],
        "education": _education(role),
        "certificates": [{"name": names[key], "date": _BEGAN} for key in certified],
        "skills": [{"name": names[key], "level": held[key]} for key in held if key not in certified],
    }  # fmt: skip
    return json.dumps(content, indent=1)


def _education(role: Role) -> list[dict[str, str]]:
    asked = role.education
    if asked is None or asked.level not in _DEGREES:
        return []
    field = asked.fields[0] if asked.fields else ""
    return [
        {
            "institution": "Ashdown School",
            "studyType": _DEGREES[asked.level],
            "area": field,
            "endDate": "2018-06",
        }
    ]


def judged(move: Move, bench: FitBench) -> Analysis:
    """Whoever leaves the first role, held against the second."""
    resume = bench.resume_of(resume_of(bench.taxonomy.role(move.start), bench.taxonomy), "resume.json")
    return bench.analyze(resume, bench.role_job(move.goal))
