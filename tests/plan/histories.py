"""What people do with a plan, drawn at random or said in a few words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from careercraft.model.plan import Roadmap
from careercraft.model.progress import Event, EventKind
from tests.plan.worlds import TODAY, asked, planned, skill, taxonomy_of

SQL = skill("sql", 20.0)
DOCKER = skill("docker", 16.0)
KUBERNETES = skill("kubernetes", 30.0, prerequisites=("docker",))
AIRFLOW = skill("airflow", 12.0)
TAXONOMY = taxonomy_of([SQL, DOCKER, KUBERNETES, AIRFLOW])


def small_plan(**settings: Any) -> Roadmap:
    """Two gaps with a prerequisite between, and one known in part."""
    entries = [
        asked(SQL, 0.35, tier="related"),
        asked(KUBERNETES, at=100),
        asked(AIRFLOW, importance="preferred", at=200),
    ]
    return planned(TAXONOMY, entries, **settings)


def told(*rows: Sequence[Any], start: date = TODAY) -> tuple[Event, ...]:
    """Rows of (days after the start, kind, task id, hours, evidence); what is left out at the end is empty."""
    return tuple(_event(seq, start, *row) for seq, row in enumerate(rows, 1))


def _event(
    seq: int, start: date, after: int, kind: EventKind, task: str = "", hours: float = 0.0, evidence: str = ""
) -> Event:
    day = (start + timedelta(days=after)).isoformat()
    return Event(
        seq=seq, at=f"{day}T19:00:00Z", day=day, kind=kind, task=task, hours=hours, evidence=evidence
    )


@st.composite
def histories(draw: st.DrawFn, roadmap: Roadmap, most: int = 25) -> tuple[Event, ...]:
    """Any words about any tasks in any order, also what no store would take and tasks that the plan doesn't know."""
    ids = [*(task.id for task in roadmap.tasks), "gone-learn"]
    rows: list[tuple[Any, ...]] = []
    after = 0
    for _ in range(draw(st.integers(0, most))):
        after += draw(st.integers(0, 3))
        kind = draw(
            st.sampled_from(["start", "begin", "done", "done", "skip", "log", "log", "reopen", "reset"])
        )
        if kind == "reset" and draw(st.integers(0, 4)):
            continue
        task = "" if kind in ("start", "reset") else draw(st.sampled_from(ids))
        hours = draw(st.sampled_from([0.25, 1.0, 1 / 3, 7.75, 24.0])) if kind in ("log", "done") else 0.0
        evidence = draw(st.sampled_from(["", "a repository"])) if kind == "done" else ""
        rows.append((after, kind, task, hours, evidence))
    return told(*rows)
