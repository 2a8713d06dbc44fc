"""How long a plan takes once the analysis is there: the median of 50, in milliseconds of processor time, and over one
reckoning of the readiness in the same run (the best of each, which a busy machine disturbs least). Without garbage
collection, which the command line puts off too."""

from __future__ import annotations

import gc
import random
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

from benchmarks.fit_bench import FitBench
from benchmarks.roadmap_order import CREATED, analysis_of, role_of
from benchmarks.roadmap_settings import STYLES, plain
from careercraft.model.analysis import Analysis
from careercraft.model.plan import PlanSettings
from careercraft.plan.build import build_roadmap
from careercraft.score.steps import Scene
from careercraft.taxonomy.index import Taxonomy

_GAPS, _RUNS, _SEED = 40, 50, 6
_MOST_MS = 50.0


def run(bench: FitBench) -> tuple[dict[str, Any], list[dict[str, Any]], list[str]]:
    """`usual`: 40 of the skills that most roles ask for; `deep`: 40 that have prerequisites, which come on top."""
    figures: dict[str, Any] = {}
    bars = []
    analyses = {name: analysis_of(role_of(name, asked), bench) for name, asked in _asked(bench.taxonomy)}
    for (name, analysis), style in product(analyses.items(), STYLES):
        settings = plain(style=style)
        plan = build_roadmap(analysis, bench.taxonomy, settings, CREATED)
        engine = analysis.engine
        once = Scene(analysis.skills, analysis.facts, engine.weights, engine.threshold).readiness
        spent, units = _spent_ms(_building(bench.taxonomy, analysis, settings), once)
        median = round(statistics.median(spent), 1)
        figures[f"{name}_{style}"] = {
            "gaps": len(analysis.gaps), "skills": len(plan.skills), "tasks": len(plan.tasks),
            "weeks": len(plan.weeks), "ms": median, "best_ms": round(min(spent), 1),
            "over_readiness": round(min(spent) / min(units)),
        }  # fmt: skip
        bars.append(
            {
                "figure": f"speed.{name}_{style}_ms", "value": median, "bar": _MOST_MS, "at_most": True,
                "met": median < _MOST_MS,
            }
        )  # fmt: skip
    return figures, bars, []


def _asked(taxonomy: Taxonomy) -> Iterator[tuple[str, list[str]]]:
    groups = [
        group for role in taxonomy.roles.values() for group in (role.skills.must, role.skills.preferred)
    ]
    counts = Counter(item.id for group in groups for item in group)
    yield "usual", sorted(counts, key=lambda one: (-counts[one], one))[:_GAPS]
    dependents = [skill.id for skill in taxonomy.entries if skill.prerequisites]
    yield "deep", random.Random(_SEED).sample(dependents, _GAPS)


def _building(taxonomy: Taxonomy, analysis: Analysis, settings: PlanSettings) -> Callable[[], object]:
    return lambda: build_roadmap(analysis, taxonomy, settings, CREATED)


def _spent_ms(*actions: Callable[[], object]) -> list[list[float]]:
    """Of each action, by turns: what disturbs one disturbs the other."""
    gc.collect()
    gc.disable()
    try:
        runs = [[1000 * _spent(action) for action in actions] for _ in range(_RUNS)]
    finally:
        gc.enable()
    return [list(found) for found in zip(*runs, strict=True)]


def _spent(action: Callable[[], object]) -> float:
    start = time.process_time()
    action()
    return time.process_time() - start
