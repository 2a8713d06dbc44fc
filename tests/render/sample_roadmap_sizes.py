"""Plans of all sizes for the page: forty skills over two years, a single week, nothing left to do."""

from __future__ import annotations

from msgspec import UNSET
from msgspec.structs import replace

from careercraft.model.plan import (
    Forecast,
    Period,
    Phase,
    PlannedSkill,
    PlanSettings,
    Roadmap,
    Task,
)
from careercraft.model.progress import Progress, TaskState
from careercraft.model.resume import Proficiency
from careercraft.plan.schedule import phase_sums
from tests.render.sample_roadmap import engineer, packed, task

TRADES = (
    "Blueprint Reading", "Arc Welding", "Shielded Metal Arc Welding on Pipe", "Metrology", "Forklift Operation",
    "Food Safety", "Menu Costing", "Bookkeeping", "International Financial Reporting Standards (IFRS)", "Payroll",
)  # fmt: skip
STEPS: tuple[tuple[Phase, str, float], ...] = (
    ("core", "learn", 8.0), ("core", "practice", 6.0), ("applied", "build", 4.0), ("proof", "prove", 2.0)
)  # fmt: skip
LEVELS: tuple[Proficiency, ...] = ("beginner", "intermediate", "advanced")


def all_sizes() -> dict[str, tuple[Roadmap, Progress | None]]:
    return {
        "forty": (forty(), None),
        "one week": (one_week(), None),
        "one skill": (_planned(1), None),
        "finished": finished(),
        "nothing left": nothing_left(),
    }


def forty() -> Roadmap:
    """Forty skills, many of which need others or share hours, in 104 weeks with holidays each winter."""
    return _planned(40)


def _skill(number: int) -> PlannedSkill:
    """Threes hang on one before them; each fifth begins anew; each seventh shares hours with a neighbor."""
    before = () if number % 5 == 0 or number < 2 else tuple(sorted({number // 2, number // 3} - {number}))
    return PlannedSkill(
        id=f"skill-{number}", name=f"{TRADES[number % 10]} {number + 1}", kind="technical",
        why="prerequisite" if number % 4 == 3 else "gap", state="weak" if number % 3 == 2 else "missing",
        importance=UNSET if number % 4 == 3 else "must", level=LEVELS[number % 3], hours=20.0, hours_alone=26.0,
        points=0.5, after=tuple(f"skill-{other}" for other in before),
        shares_with=f"skill-{number - 1}" if number % 7 == 6 else UNSET,
    )  # fmt: skip


def _planned(count: int) -> Roadmap:
    settings = PlanSettings(
        hours_per_week=8.0,
        start="2026-12-07",
        weekdays=("tue", "thu", "sun"),
        deadline="2029-02-28",
        holidays=(Period("2026-12-21", "2027-01-03"), Period("2027-12-20", "2028-01-02")),
    )
    skills = tuple(map(_skill, range(count)))
    tasks = tuple(
        task(
            4 * place + step + 1, f"{skill.id}-{kind}", phase, kind, f"{kind.title()} {skill.name}", hours,
            skill=skill.id, level=skill.level,
        )
        for place, skill in enumerate(skills)
        for step, (phase, kind, hours) in enumerate(STEPS)
    )  # fmt: skip
    return _filled(settings, skills, tasks)


def one_week() -> Roadmap:
    settings = PlanSettings(hours_per_week=6.0, start="2027-03-01", weekdays=("sat", "sun"))
    tasks = (
        task(1, "food-safety-learn", "core", "learn", "Learn Food Safety", 2.5, skill="food-safety"),
        task(2, "food-safety-prove", "proof", "prove", "Take the test of Food Safety", 1.0, skill="food-safety"),
        task(3, "application-resume", "application", "apply", "Update the resume", 2.5),
    )  # fmt: skip
    skill = replace(_skill(0), id="food-safety", name="Food Safety", hours=3.5, hours_alone=3.5)
    return _filled(settings, (skill,), tasks)


def _filled(settings: PlanSettings, skills: tuple[PlannedSkill, ...], tasks: tuple[Task, ...]) -> Roadmap:
    """On days; the readiness climbs from 41 to 83 and turns the verdict on the way."""
    weeks = packed(tasks, settings, {1: {"goal": "Go on in order", "readiness": 41.0, "verdict": "UNFIT"}})
    climb = [round(41 + 42 * week.number / len(weeks), 1) for week in weeks]
    weeks = tuple(
        replace(week, readiness=value, verdict="FIT" if value >= 70 else "UNFIT")
        for week, value in zip(weeks, climb, strict=True)
    )
    turns = next(week for week in weeks if week.verdict == "FIT" and week.sessions)
    return replace(
        engineer(), settings=settings, skills=skills, tasks=tasks, weeks=weeks, readiness=41.0,
        phases=phase_sums(weeks, {item.id: item for item in tasks}), left_out=(), notes=(),
        forecast=Forecast(
            hours=sum(week.hours for week in weeks), weeks=len(weeks), finish=weeks[-1].sessions[-1].day,
            readiness=climb[-1], verdict="FIT", fit_week=turns.number, fit_day=turns.sessions[-1].day,
        ),
    )  # fmt: skip


def finished() -> tuple[Roadmap, Progress]:
    """Everything done, and never planned anew."""
    plan = engineer()
    return plan, _done(plan)


def nothing_left() -> tuple[Roadmap, Progress]:
    """Everything done, then planned anew: no weeks are left."""
    plan = engineer()
    left = Forecast(hours=0.0, weeks=0, finish="2027-01-18", readiness=71.7, verdict="FIT", fit_week=0)
    return replace(
        plan, revision=2, verdict="FIT", readiness=71.7, weeks=(), phases=(), forecast=left
    ), _done(plan)


def _done(plan: Roadmap) -> Progress:
    state = TaskState(status="done", logged=2.0, ended="2027-01-18", evidence="https://example.org/shown")
    return Progress(started="2026-12-02", tasks={item.id: state for item in plan.tasks}, days=("2027-01-18",))
