"""Do plans hold what they promise? The bars of the roadmap's issue.

    python -m benchmarks roadmap
    python -m benchmarks roadmap --part moves --plans --misses

Parts: `order` (`roadmap_order`), `moves` (here, by `roadmap_moves` and `roadmap_checks`), `speed` (`roadmap_speed`),
`writes` (`roadmap_writes`). No data of others is needed.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from benchmarks import roadmap_order, roadmap_speed, roadmap_writes
from benchmarks.fit_bench import FitBench, share_bar, shown_bar
from benchmarks.roadmap_checks import CHECKS, Case, faults
from benchmarks.roadmap_moves import Move, held_skills, judged, read_moves
from benchmarks.roadmap_order import CREATED
from benchmarks.roadmap_settings import BUDGETS, drawn, plain
from careercraft.model.analysis import Analysis
from careercraft.model.plan import PlanSettings, Roadmap
from careercraft.plan.build import build_roadmap

NEEDS_DATA = False
PARTS = ("order", "moves", "speed", "writes")
_DRAWS, _SEED = 20, 6
"""Plans with settings drawn at random, half of them with a deadline, for each move."""
Part = tuple[dict[str, Any], list[dict[str, Any]], Iterable[str]]
"""Figures, bars, and lines on what was wrong."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--part", action="append", choices=PARTS, help="only this part; may be repeated")
    parser.add_argument("--misses", action="store_true", help="list what was wrong")
    parser.add_argument("--plans", action="store_true", help="print the plan of each move")
    parser.add_argument("--move", help="only the moves in whose ids this stands")


def run(data: Path | None, arguments: argparse.Namespace) -> dict[str, Any]:
    bench = FitBench()
    figures: dict[str, Any] = {}
    bars: list[dict[str, Any]] = []
    for name in arguments.part or PARTS:
        began = time.monotonic()
        figures[name], found, told = _part(name, bench, arguments)
        bars += found
        print(f"\n{name} ({time.monotonic() - began:.0f} s)")
        for key, value in figures[name].items():
            print(f"  {key}: {value}")
        print(*map(shown_bar, found), *(told if arguments.misses else ()), sep="\n", flush=True)
    print(f"\n{sum(bar['met'] for bar in bars)} of {len(bars)} bars met")
    return {**figures, "bars": bars}


def _part(name: str, bench: FitBench, arguments: argparse.Namespace) -> Part:
    if name == "order":
        return roadmap_order.run(bench)
    if name == "moves":
        moves = [move for move in read_moves() if (arguments.move or "") in str(move)]
        return moves_part(bench, moves, arguments.plans)
    if name == "speed":
        return roadmap_speed.run(bench)
    move = read_moves()[0]
    return roadmap_writes.run(build_roadmap(judged(move, bench), bench.taxonomy, plain(), CREATED))


def moves_part(bench: FitBench, moves: Iterable[Move], show: bool = False) -> Part:
    """Each move's plan at 8 hours a week, and many with drawn settings; every check of every plan."""
    generator = random.Random(_SEED)
    wrong: Counter[str] = Counter()
    clean: list[bool] = []
    told: list[str] = []
    resources = Resources()
    plans = 0
    for move in moves:
        analysis = judged(move, bench)
        main = build_roadmap(analysis, bench.taxonomy, plain(), CREATED)
        print(row(move, main))
        if show:
            print(*plan_lines(main), sep="\n")
        found: list[str] = []
        for settings in _settings(generator):
            plan = build_roadmap(analysis, bench.taxonomy, settings, CREATED)
            resources.count(plan)
            plans += 1
            for name, lines in faults(_case(move, plan, analysis, bench)).items():
                wrong[name] += len(lines)
                found += [f"{move}: {name}: {line} {_shown(settings)}" for line in lines]
            if plan != build_roadmap(analysis, bench.taxonomy, settings, CREATED):
                found.append(f"{move}: another plan from the same input {_shown(settings)}")
        told += found
        clean.append(not found)
    figures = {
        "moves": len(clean), "plans": plans, "faults": {name: wrong[name] for name in CHECKS},
        **resources.shares(),
    }  # fmt: skip
    return figures, [share_bar("moves.faultless", clean, 1.0)], told


def _settings(generator: random.Random) -> Iterator[PlanSettings]:
    yield from (plain(budget=budget) for budget in BUDGETS)
    yield from (drawn(generator, deadline=bool(turn % 2)) for turn in range(_DRAWS))


def _case(move: Move, plan: Roadmap, analysis: Analysis, bench: FitBench) -> Case:
    return Case(plan, analysis, bench.taxonomy, held_skills(bench.taxonomy.role(move.start)))


def _shown(settings: PlanSettings) -> str:
    deadline = f", until {settings.deadline}" if settings.deadline else ""
    return f"({settings.style}, {settings.budget}, {settings.hours_per_week:g} h from {settings.start}{deadline})"


class Resources:
    """How many of the skills that the plans of the moves hold have something to learn from."""

    def __init__(self) -> None:
        self._found: Counter[str] = Counter()

    def count(self, plan: Roadmap) -> None:
        if plan.settings.focus != ("all",) or plan.settings.deadline or plan.settings.budget == "free":
            return
        for skill in plan.skills:
            used = [task.resource for task in plan.tasks if task.skill == skill.id and task.resource]
            self._found["skills"] += 1
            self._found["with"] += bool(used)
            self._found["free"] += any(not isinstance(one, str) and one and one.free for one in used)

    def shares(self) -> dict[str, float]:
        of = max(1, self._found["skills"])
        return {
            "with_resource": round(self._found["with"] / of, 3),
            "with_free_resource": round(self._found["free"] / of, 3),
        }


def row(move: Move, plan: Roadmap) -> str:
    """One line a move: the way in figures."""
    forecast = plan.forecast
    gaps = sum(skill.why == "gap" for skill in plan.skills)
    flip = f"FIT in week {forecast.fit_week}" if isinstance(forecast.fit_week, int) else "never FIT"
    return (
        f"{move!s:58} {gaps:3} gaps +{len(plan.skills) - gaps:<2} {len(plan.left_out):2} left out "
        f"{forecast.hours:7.0f} h {forecast.weeks:5} weeks  {plan.readiness:5.1f} -> {forecast.readiness:5.1f}  {flip}"
    )


def plan_lines(plan: Roadmap) -> Iterator[str]:
    """The plan as an adviser would look through it: skills in their order, tasks with their hours and resources."""
    for skill in plan.skills:
        after = f" after {', '.join(skill.after)}" if skill.after else ""
        known = f"{skill.level_from} to " if skill.level_from else ""
        why = skill.importance if skill.why == "gap" else f"for {', '.join(skill.needed_for)}"
        yield f"    {skill.name} ({known}{skill.level}; {why}; {skill.points:+} points){after}"
        for task in (one for one in plan.tasks if one.skill == skill.id):
            used = task.resource
            source = f" [{used.title}]" if used and not isinstance(used, str) else ""
            yield f"        {task.hours:6.2f} h  {task.title}{source}"
    yield from (f"    left out: {item.name}: {item.reason}" for item in plan.left_out)
    yield from (f"    note: {note}" for note in plan.notes)
