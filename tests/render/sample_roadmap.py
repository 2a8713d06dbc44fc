"""Plans made by hand: an engineer who is under way, a nurse with a deadline, and one full of hostile words.

The hours of the tasks are packed into days in their order, so that all sums are right; goals, readiness and texts
are said here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from msgspec import UNSET
from msgspec.structs import replace

from careercraft.model.facts import Facts
from careercraft.model.match import SkillMatch
from careercraft.model.plan import (
    SCHEMA,
    WEEKDAYS,
    Basis,
    Forecast,
    LeftOut,
    Period,
    Phase,
    PlanEngine,
    PlannedSkill,
    PlanResource,
    PlanSettings,
    Roadmap,
    Session,
    Target,
    Task,
    Week,
)
from careercraft.model.progress import BurnPoint, Ledger, Progress, Status, TaskState
from careercraft.plan.schedule import phase_sums

DOCS = PlanResource(
    title="Docker documentation", url="https://docs.docker.com/get-started/", kind="docs", free=True
)
TUTORIAL = PlanResource(
    title="Kubernetes tutorials", url="https://kubernetes.io/docs/tutorials/", kind="course", free=True
)
AIRFLOW = PlanResource(
    title="Apache Airflow documentation",
    url="https://airflow.apache.org/docs/",
    kind="docs",
    free=True,
)
ALS = PlanResource(
    title="Resuscitation Council: Advanced Life Support",
    url="https://www.resus.org.uk/training-courses/als",
    kind="certification",
    free=False,
)


def all_roadmaps() -> dict[str, tuple[Roadmap, Progress | None]]:
    """Every sample with the progress that belongs to it, by name."""
    return {
        "engineer": (engineer(), engineer_progress()),
        "nurse": (nurse(), None),
        "hostile": (hostile(), None),
    }


def task(number: int, id: str, phase: Phase, kind: Any, title: str, hours: float, **more: Any) -> Task:
    fields: dict[str, Any] = {"check": f"You can show that: {title.lower()}"} | more
    return Task(id=id, number=number, phase=phase, kind=kind, title=title, hours=hours, **fields)


def packed(
    tasks: Sequence[Task], settings: PlanSettings, said: Mapping[int, Mapping[str, Any]]
) -> tuple[Week, ...]:
    """The tasks one after another on the days of study; `said` holds the other fields of a week, and for those
    after it until the next one that is said."""
    first = date.fromisoformat(settings.start)
    left = [[item.id, item.hours] for item in tasks]
    weeks: list[Week] = []
    words: dict[str, Any] = {}
    while left:
        number = len(weeks) + 1
        words |= said.get(number, {})
        room = settings.hours_per_week
        sessions: list[Session] = []
        ended: list[str] = []
        days = [day for day in (first + timedelta(i) for i in range(7)) if _studied(day, settings)]
        for place, day in enumerate(days):
            share = round(room / (len(days) - place) * 4) / 4
            room -= share
            while share and left:
                hours = min(share, left[0][1])
                sessions.append(Session(day=day.isoformat(), task=left[0][0], hours=hours))
                share, left[0][1] = share - hours, left[0][1] - hours
                if not left[0][1]:
                    ended.append(left.pop(0)[0])
        phases = {item.id: item.phase for item in tasks}
        off = {"goal": "Week off (holidays)"}
        own = words | ({"phase": phases[sessions[0].task]} if sessions else off)
        weeks.append(
            Week(
                number=number,
                first=first.isoformat(),
                last=(first + timedelta(6)).isoformat(),
                hours=sum((item.hours for item in sessions), 0.0),
                sessions=tuple(sessions),
                finishes=tuple(ended),
                **own,
            )
        )
        words.pop("milestone", None)
        first += timedelta(7)
    return tuple(weeks)


def _studied(day: date, settings: PlanSettings) -> bool:
    off = any(period.first <= day.isoformat() <= period.last for period in settings.holidays)
    return WEEKDAYS[day.weekday()] in settings.weekdays and not off


def _roadmap(
    id: str,
    settings: PlanSettings,
    tasks: tuple[Task, ...],
    weeks: tuple[Week, ...],
    forecast: Mapping[str, Any],
    **more: Any,
) -> Roadmap:
    last = weeks[-1]
    found = Forecast(
        hours=sum(week.hours for week in weeks),
        weeks=len(weeks),
        finish=last.sessions[-1].day,
        readiness=last.readiness,
        verdict=last.verdict,
        **forecast,
    )
    return Roadmap(
        schema=SCHEMA,
        id=id * 32,
        created="2026-11-20T09:00:00Z",
        analysis="a" * 32,
        person="9" * 32,
        settings=settings,
        threshold=70.0,
        tasks=tasks,
        weeks=weeks,
        phases=phase_sums(weeks, {item.id: item for item in tasks}),
        forecast=found,
        basis=Basis(skills=SkillMatch(), facts=Facts(), weights={"skills_match": 40.0}, threshold=70.0),
        engine=PlanEngine(version="1.0.0", taxonomy="0" * 16),
        **more,
    )


def engineer() -> Roadmap:
    """UNFIT by 8.6 points, FIT in week 6 of 7; two weeks of holidays; Docker comes first for Kubernetes."""
    settings = PlanSettings(
        hours_per_week=8.0,
        start="2026-12-01",
        weekdays=("mon", "wed", "sat"),
        deadline="2027-03-01",
        holidays=(Period(first="2026-12-21", last="2027-01-03"),),
    )
    skills = (
        PlannedSkill(
            id="docker", name="Docker", kind="technical", family="devops", why="prerequisite", state="weak",
            level_from="beginner", level="intermediate", hours=10.0, hours_alone=10.0, points=0.0,
            needed_for=("kubernetes",),
        ),
        PlannedSkill(
            id="kubernetes", name="Kubernetes", kind="technical", family="devops", why="gap", state="missing",
            importance="must", level="intermediate", hours=18.0, hours_alone=24.0, shares_with="docker", points=6.2,
            after=("docker",),
        ),
        PlannedSkill(
            id="apache-airflow", name="Apache Airflow", kind="technical", family="data", why="gap", state="missing",
            importance="preferred", level="beginner", hours=9.0, hours_alone=9.0, points=4.1,
        ),
    )  # fmt: skip
    tasks = _engineer_tasks()
    weeks = packed(tasks, settings, {
        1: {"goal": "Learn Docker; begin to build with it", "readiness": 61.4, "verdict": "UNFIT"},
        2: {"goal": "Finish Docker; begin Kubernetes", "milestone": "A public repository with an image that starts"},
        3: {"goal": "Learn Kubernetes", "readiness": 64.0},
        5: {"goal": "Build with Kubernetes, and show it", "readiness": 67.6,
            "milestone": "A small service that runs on a cluster, with its manifests in a repository"},
        6: {"goal": "Learn Apache Airflow; begin the application", "readiness": 71.7, "verdict": "FIT"},
        7: {"goal": "Apply and practice interviews"},
    })  # fmt: skip
    return _roadmap(
        "e",
        settings,
        tasks,
        weeks,
        {"fit_week": 6, "fit_day": "2027-01-09", "earliest_fit": "2027-01-06"},
        target=Target(key="7" * 32, name="northwind.txt", title="Data Engineer"),
        readiness=61.4,
        verdict="UNFIT",
        skills=skills,
        strong=("Python", "SQL", "Teamwork"),
        left_out=(
            LeftOut(
                name="5 years with Spark",
                why="years",
                reason="years come with time, not with a course",
                points=3.0,
            ),
            LeftOut(
                name="Scala",
                id="scala",
                why="focus",
                reason="the focus is on must-haves",
                points=1.2,
                hours=30.0,
            ),
        ),
        notes=("Two weeks have no hours, because of the holidays from 2026-12-21 to 2027-01-03.",),
    )


def _engineer_tasks() -> tuple[Task, ...]:
    return (
        task(1, "docker-learn-1", "foundation", "learn", "Learn Docker: images and containers", 6.0, skill="docker",
             level="intermediate", resource=DOCS, check="You can write a Dockerfile without looking it up"),
        task(2, "docker-build-1", "applied", "build", "Build an image of a program of your own", 4.0, skill="docker",
             level="intermediate", after=("docker-learn-1",), check="You can start it on another computer",
             milestone="A public repository with an image that starts"),
        task(3, "kubernetes-learn-1", "core", "learn", "Learn Kubernetes, part 1 of 2: pods and services", 6.0,
             skill="kubernetes", level="intermediate", resource=TUTORIAL, after=("docker-build-1",),
             check="You can say what a pod, a service and a deployment are for"),
        task(4, "kubernetes-learn-2", "core", "learn", "Learn Kubernetes, part 2 of 2: configuration and health", 6.0,
             skill="kubernetes", level="intermediate", resource=TUTORIAL, after=("kubernetes-learn-1",),
             check="You can roll out a new version and roll it back"),
        task(5, "kubernetes-build-1", "applied", "build", "Run a small service on a cluster", 4.0, skill="kubernetes",
             level="intermediate", after=("kubernetes-learn-2",), check="You can find out why a pod doesn't start"),
        task(6, "kubernetes-prove-1", "proof", "prove", "Write down what you built with Kubernetes", 2.0,
             skill="kubernetes", level="intermediate", after=("kubernetes-build-1",),
             check="You can show it to a stranger in five minutes",
             milestone="A small service that runs on a cluster, with its manifests in a repository"),
        task(7, "apache-airflow-learn-1", "core", "learn", "Learn Apache Airflow: tasks and schedules", 6.0,
             skill="apache-airflow", level="beginner", resource=AIRFLOW, check="You can write a DAG with three tasks"),
        task(8, "apache-airflow-practice-1", "core", "practice", "Practice Apache Airflow: repair a failed run", 3.0,
             skill="apache-airflow", level="beginner", after=("apache-airflow-learn-1",),
             check="You can run a day again without doubling its rows"),
        task(9, "application-resume", "application", "apply", "Update the resume with what you learned", 2.0,
             check="You can name a proof for each new skill", milestone="A resume that names each new skill"),
        task(10, "application-apply", "application", "apply", "Apply to five postings for Data Engineer", 4.0,
             after=("application-resume",), check="You can say what each of the five asks first"),
        task(11, "application-interview", "application", "apply", "Practice the interview aloud", 3.0,
             check="You can tell two projects in two minutes each"),
    )  # fmt: skip


def engineer_progress() -> Progress:
    """Two tasks done, one of them with evidence; one begun, one skipped."""
    states = {item.id: TaskState() for item in _engineer_tasks()}
    states |= {
        "docker-learn-1": TaskState(status="done", logged=7.0, ended="2026-12-05"),
        "docker-build-1": TaskState(
            status="done", logged=4.0, ended="2026-12-12", evidence="https://example.org/ana/image"
        ),
        "kubernetes-learn-1": TaskState(status="started", logged=2.5),
        "apache-airflow-practice-1": TaskState(status="skipped", ended="2026-12-12"),
    }
    return Progress(started="2026-12-02", tasks=states, days=("2026-12-02", "2026-12-05", "2026-12-12"))


def nurse() -> Roadmap:
    """UNFIT to the end, because the deadline holds one of two gaps; free time on Saturdays only."""
    settings = PlanSettings(
        hours_per_week=6.0, start="2026-11-28", weekdays=("sat",), deadline="2026-12-31", focus=("must",)
    )
    skills = (
        PlannedSkill(
            id="advanced-life-support", name="Advanced Life Support", kind="certification", family="nursing",
            why="gap", state="missing", importance="must", level="intermediate", hours=14.0, hours_alone=14.0,
            points=6.6,
        ),
        PlannedSkill(
            id="wound-care", name="Wound care", kind="domain", family="nursing", why="gap", state="weak",
            importance="must", level_from="beginner", level="intermediate", hours=8.0, hours_alone=8.0, points=2.0,
        ),
    )  # fmt: skip
    tasks = (
        task(1, "advanced-life-support-learn-1", "core", "learn", "Study for Advanced Life Support", 10.0,
             skill="advanced-life-support", level="intermediate",
             check="You can say the algorithm for cardiac arrest from memory"),
        task(2, "advanced-life-support-prove-1", "proof", "prove", "Take the course and the test", 4.0,
             skill="advanced-life-support", level="intermediate", resource=ALS,
             after=("advanced-life-support-learn-1",), check="You can lead the team in a test scenario",
             milestone="The certificate of Advanced Life Support"),
        task(3, "wound-care-practice-1", "applied", "practice", "Practice wound care beside a colleague", 8.0,
             skill="wound-care", level="intermediate", check="You can choose a dressing and say why",
             milestone="A supervised shift, signed by the ward's manager"),
        task(4, "application-resume", "application", "apply", "Update the resume and copy the license", 2.0,
             check="You can name a proof for each new skill"),
    )  # fmt: skip
    weeks = packed(tasks, settings, {
        1: {"goal": "Study for Advanced Life Support", "readiness": 58.0, "verdict": "UNFIT"},
        2: {"goal": "Finish studying; begin the course"},
        3: {"goal": "Take the test; begin wound care", "readiness": 64.6,
            "milestone": "The certificate of Advanced Life Support"},
        4: {"goal": "Practice wound care; update the resume", "readiness": 66.6,
            "milestone": "A supervised shift, signed by the ward's manager"},
    })  # fmt: skip
    return _roadmap(
        "f",
        settings,
        tasks,
        weeks,
        {"earliest_fit": "2027-01-23"},
        target=Target(key="8" * 32, name="role registered-nurse", title="Registered Nurse"),
        readiness=58.0,
        verdict="UNFIT",
        skills=skills,
        strong=("Patient care",),
        left_out=(
            LeftOut(name="Haemofiltration", id="crrt", why="deadline", points=5.4, hours=24.0,
                    reason="it needs 24 h more than there are before 2026-12-31"),
        ),
        notes=("Of the 24 h before the deadline, all are used.",),
    )  # fmt: skip


HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(2)>',
    "[bold]loud[/bold] [/b] [link=https://example.org]here[/link]",
    "=cmd|'/c calc'!A1",
    "| a | b | *c* _d_ `e` ~g~ [h](javascript:alert(3)) $x$ {{ 7 * 7 }} &amp;",
    "\x1b[31mred\x1b[0m \x1b]0;title\x07 \u202eesrever\u202c",
    "1. first\r\nEND:VEVENT\r\nBEGIN:VALARM\n- [x] second",
    "数据工程师，负责数据平台 🚀 מהנדסת, a;b\\n",
)
"""Words that try to be more, each once in what a plan takes from a posting or a taxonomy of the user's."""


def hostile() -> Roadmap:
    """The engineer's plan with each of its words in turn replaced by hostile ones."""
    found = engineer()
    words = iter(HOSTILE * 8)
    resource = PlanResource(title=HOSTILE[0], url="javascript:alert(4)", kind="docs", free=True)
    quoted = PlanResource(
        title="a](https://example.org/evil)",
        url='https://example.org/"onclick="alert(5)',
        kind="book",
        free=False,
    )
    tasks = tuple(
        replace(
            item,
            title=f"{next(words)} ({item.number})",
            check=next(words),
            milestone=next(words) if item.milestone is not UNSET else UNSET,
            resource=UNSET if item.resource is UNSET else quoted if item.number % 2 else resource,
        )
        for item in found.tasks
    )
    return replace(
        found,
        id="d" * 32,
        target=Target(key="6" * 32, name="<b>[job].txt", title=HOSTILE[0]),
        skills=tuple(replace(skill, name=word) for skill, word in zip(found.skills, HOSTILE, strict=False)),
        strong=HOSTILE,
        tasks=tasks,
        weeks=tuple(replace(week, goal=next(words), milestone=next(words)) for week in found.weeks),
        left_out=tuple(replace(item, name=next(words), reason=next(words)) for item in found.left_out),
        notes=HOSTILE,
    )


def engineer_status() -> Status:
    """The engineer's on Sunday, 2026-12-13: a little behind, since the hours of one block were missed."""
    return Status(
        today="2026-12-13",
        state="active",
        week=2,
        weeks=7,
        started="2026-12-02",
        ledger=Ledger(planned=46.0, done=10.0, skipped=3.0, credited=2.5, left=30.5),
        tasks=11,
        done=2,
        skipped=1,
        logged=13.5,
        burndown=(
            BurnPoint(week=0, day="2026-11-30", planned=46.0, left=46.0),
            BurnPoint(week=1, day="2026-12-07", planned=38.0, left=40.0),
            BurnPoint(week=2, day="2026-12-14", planned=30.0, left=30.5),
            BurnPoint(week=3, day="2026-12-21", planned=22.0),
            BurnPoint(week=4, day="2026-12-28", planned=22.0),
            BurnPoint(week=5, day="2027-01-04", planned=14.0),
            BurnPoint(week=6, day="2027-01-11", planned=6.0),
            BurnPoint(week=7, day="2027-01-18", planned=0.0),
        ),
        pace=1.05,
        pace_hours=10.0,
        speed=7.25,
        asked=8.0,
        streak_days=2,
        streak_weeks=2,
        ahead_hours=-0.75,
        ahead_days=-1,
        week_left=3.5,
        drift=1.1,
        finish_planned="2027-01-18",
        finish="2027-01-23",
        readiness=61.4,
        verdict="UNFIT",
        fit_day="2027-01-13",
        next="kubernetes-learn-1",
    )
