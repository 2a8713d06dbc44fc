"""Every prerequisite of the taxonomy in a plan, and whether it comes before what needs it.

Roles are made up that ask for the skills with prerequisites, thirty a role: neighbors of the taxonomy together, their
prerequisites unnamed; and drawn ones, with their prerequisites named last. The resume shows none of them.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Any

from benchmarks.fit_bench import FitBench, lower_bar, share_bar
from benchmarks.roadmap_checks import Case, faults, pairs
from benchmarks.roadmap_settings import BUDGETS, STYLES, drawn, plain
from careercraft.model.analysis import Analysis
from careercraft.model.plan import PlanSettings
from careercraft.model.resume import PROFICIENCY_ORDER
from careercraft.model.skill import Role, RoleSkill, RoleSkills
from careercraft.parse.role_job import role_posting
from careercraft.pipeline import understand_job
from careercraft.plan.build import build_roadmap
from careercraft.taxonomy.index import Taxonomy

GROUP = 30
_SEED = 6
CREATED = "2026-11-20T12:00:00Z"
RESUME = """Robin Ashdown
robin.ashdown@example.com

Experience
Helper, Ashdown & Daughters, March 2019 to present
- Came in at seven and went home at four

Education
High school diploma, Ashdown School, 2018
"""
"""Shows no skill."""
Pair = tuple[str, str]
"""Prerequisite and dependent."""


def all_pairs(taxonomy: Taxonomy) -> set[Pair]:
    return {(before, skill.id) for skill in taxonomy.entries for before in skill.prerequisites}


class _Tally:
    """What the plans so far come to."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self.taxonomy = taxonomy
        self.plans = 0
        self.outcomes: list[bool] = []
        self.covered: set[Pair] = set()
        self.wrong: Counter[str] = Counter()
        self.told: list[str] = []

    def add(self, analysis: Analysis, settings: PlanSettings) -> None:
        case = Case(build_roadmap(analysis, self.taxonomy, settings, CREATED), analysis, self.taxonomy)
        self.plans += 1
        for before, after, right in pairs(case):
            self.covered.add((before, after))
            self.outcomes.append(right)
        for name, lines in faults(case).items():
            self.wrong[name] += len(lines)
            self.told += [f"{settings.style} {settings.budget}: {name}: {line}" for line in lines]


def run(bench: FitBench) -> tuple[dict[str, Any], list[dict[str, Any]], Iterable[str]]:
    """Figures, bars, and lines on what was wrong. A pair that is in no plan counts as wrong; what takes so long that
    thirty of them pass what a plan holds (a surgeon's years) gets a plan of its own."""
    generator = random.Random(_SEED)
    tally = _Tally(bench.taxonomy)
    for turn, role in enumerate(roles(bench.taxonomy)):
        analysis = analysis_of(role, bench)
        for settings in _settings(turn, generator):
            tally.add(analysis, settings)
    wanted = all_pairs(bench.taxonomy)
    for after in sorted({after for _, after in wanted - tally.covered}):
        for style in STYLES:
            tally.add(analysis_of(role_of(f"alone-{after}", [after]), bench), plain(40.0, style))
    missed = sorted(wanted - tally.covered)
    told = [*tally.told, *(f"in no plan: {after} after {before}" for before, after in missed)]
    bars = [
        share_bar("order.pairs", [*tally.outcomes, *(False for _ in missed)], 1.0),
        lower_bar("order.other_faults", sum(tally.wrong.values()) - tally.wrong["order"], 0, 0),
    ]
    figures = {
        "plans": tally.plans, "pairs": len(wanted), "pairs_in_no_plan": len(missed),
        "held_in_plans": len(tally.outcomes), "right": sum(tally.outcomes), "faults": dict(tally.wrong),
    }  # fmt: skip
    return figures, bars, told


def _settings(turn: int, generator: random.Random) -> Iterator[PlanSettings]:
    """Every style and budget in two turns; and two drawn ones each."""
    for style, budget in product(STYLES, BUDGETS):
        if (STYLES.index(style) + BUDGETS.index(budget) + turn // 2) % 2:
            yield plain(20.0, style, budget)
    yield drawn(generator, deadline=False)
    yield drawn(generator, deadline=True)


def analysis_of(role: Role, bench: FitBench) -> Analysis:
    """Whoever shows nothing, held against a made-up role."""
    document, job = role_posting(role, bench.taxonomy.skills)
    return bench.analyze(bench.resume_of(RESUME), understand_job(document, bench.linker, job=job))


def roles(taxonomy: Taxonomy) -> Iterator[Role]:
    dependents = [skill.id for skill in taxonomy.entries if skill.prerequisites]
    mixed = random.Random(_SEED).sample(dependents, len(dependents))
    for number, start in enumerate(range(0, len(dependents), GROUP)):
        yield role_of(f"neighbors-{number}", dependents[start : start + GROUP], number)
        some = mixed[start : start + GROUP]
        first = sorted({before for one in some for before in taxonomy.skills[one].prerequisites} - set(some))
        yield role_of(f"mixed-{number}", [*some, *first], number)


def role_of(name: str, asked: Sequence[str], turn: int = 0) -> Role:
    """A made-up role; levels and importances take turns."""
    items = [
        RoleSkill(id=skill_id, level=PROFICIENCY_ORDER[(turn + place) % 3])
        for place, skill_id in enumerate(asked)
    ]
    return Role(
        id=name,
        title="Made-up Worker",
        level="mid",
        family="made-up",
        summary="Does what is asked.",
        skills=RoleSkills(must=tuple(items[::2]), preferred=tuple(items[1::4]), nice=tuple(items[3::4])),
    )
