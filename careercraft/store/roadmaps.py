"""The roadmaps kept: every revision of a plan whole, and what was done with it as events that are only added.

Each write is one transaction that reads the state under the lock, checks what it adds and adds it: two terminals at
once lose nothing, and a killed process leaves all of a write or nothing of it.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any, TypeVar

import msgspec
from msgspec import Struct, structs

from careercraft.errors import StorageError, UsageError
from careercraft.model.correction import Addition
from careercraft.model.plan import Roadmap
from careercraft.model.progress import Event, EventKind, Learned
from careercraft.plan.learned import best, said
from careercraft.plan.progress import check_event, check_plan_event, learned, task_state
from careercraft.store.database import Kept
from careercraft.store.roadmap_values import KeptRoadmap, Noted, RoadmapRow, kept_roadmap, row_of

_T = TypeVar("_T")
_EVENT = "seq, at, day, kind, task, hours, evidence"
_PLANS = (
    "select r.number, r.replaced, p.plan from roadmaps r join roadmap_plans p"
    " on p.number = r.number and p.revision = r.revision"
)


class _TaskName(Struct):
    id: str
    title: str


class _TaskNames(Struct):
    """The part of a plan that a tick needs."""

    tasks: list[_TaskName]


class Roadmaps(Kept):
    _hint = "check the disk and its space; the setting history_file names another file"

    def add(self, roadmap: Roadmap) -> int:
        """Keep it; gives its number. Unfinished ones of the same person and target count as replaced from now on.

        The same plan again (the same id) is the one that is there, with all that was noted of it.
        """
        with self._store.transaction():
            sql = "select max(number) from roadmaps where id = ?"
            number = self._store.connection.execute(sql, [roadmap.id]).fetchone()[0]
            if number is None:
                number = self._insert(
                    "roadmaps", id=roadmap.id, created=roadmap.created, person=roadmap.person,
                    target=roadmap.target.key, name=roadmap.target.name, title=roadmap.target.title,
                    revision=roadmap.revision,
                )  # fmt: skip
                self._add_plan(number, roadmap)
            self._store.connection.execute(
                "update roadmaps set replaced = (number != ?) where person = ? and target = ?",
                [number, roadmap.person, roadmap.target.key],
            )
            return int(number)

    def get(self, key: str) -> KeptRoadmap:
        """The one with this number or this id (or a beginning of it of 4 digits or more); `latest` is the newest that
        is neither finished nor replaced, else the newest. Raises UsageError when there is none, StorageError when it
        can't be read."""
        if key == "latest":
            return self._current()
        if key.isascii() and key.isdigit() and len(key) < 10:
            return self._one("r.number = ?", [int(key)], key)
        beginning = key if len(key) >= 4 else "none"
        return self._one("substr(r.id, 1, ?) = ?", [len(beginning), beginning], key)

    def rows(self) -> list[RoadmapRow]:
        """Newest first, also those that can't be read."""
        columns = ("number", "id", "created", "revision", "target", "name", "title")
        with self._store.errors():
            rows = self._store.connection.execute(
                f"select {', '.join(columns)} from roadmaps order by number desc"
            ).fetchall()
        return [self._row(dict(zip(columns, row, strict=True))) for row in rows]

    def unfinished_for(self, person: str, target: str) -> KeptRoadmap | None:
        """The newest of this person for this target (its key) that is neither finished nor replaced."""
        with self._store.errors():
            rows = self._store.connection.execute(
                f"{_PLANS} where r.person = ? and r.target = ? order by r.number desc", [person, target]
            ).fetchall()
        return next((kept for row in rows if (kept := self._kept(*row)).open), None)

    def learned(self) -> dict[str, tuple[Addition, ...]]:
        """What people learned with evidence, by the person: those who did. A roadmap that can't be read is passed over:
        it may not keep anyone from an analysis."""
        sql = (
            "select distinct number from roadmap_events where kind = 'done' and evidence != ''"
            " order by number"
        )
        with self._store.errors():
            numbers = [row[0] for row in self._store.connection.execute(sql)]
        found: dict[str, list[dict[str, tuple[Learned, Addition]]]] = {}
        for number in numbers:
            with suppress(StorageError, UsageError):
                kept = self.get(str(number))
                items = learned(kept.roadmap, kept.progress, number)
                found.setdefault(kept.roadmap.person, []).append(said(kept.roadmap, items))
        return {person: all_ for person, items in found.items() if (all_ := best(items))}

    def revisions(self, number: int) -> tuple[Roadmap, ...]:
        """Every revision of its plan, oldest first. Raises StorageError when one can't be read."""
        sql = "select plan from roadmap_plans where number = ? order by revision"
        with self._store.errors():
            rows = self._store.connection.execute(sql, [number]).fetchall()
        return tuple(_decoded(row[0], Roadmap, number) for row in rows)

    def past_days(self, number: int) -> dict[str, int]:
        """Each day that any revision of the plan had a session on, with the last revision that had one; and
        `deadline`, where one had a deadline: what a calendar may hold of them."""
        plans = self.revisions(number)
        days = {
            session.day: plan.revision for plan in plans for week in plan.weeks for session in week.sessions
        }
        ended = [plan.revision for plan in plans if plan.settings.deadline]
        return days | ({"deadline": ended[-1]} if ended else {})

    def note_task(
        self,
        number: int,
        kind: EventKind,
        task: str,
        *,
        day: str,
        at: str,
        hours: float = 0.0,
        evidence: str = "",
    ) -> Noted:
        """Tell something of a task, by its id. Raises UsageError where it can't be so: see `check_event`."""
        with self._store.transaction():
            names = {known.id: known.title for known in self._plan(number, _TaskNames).tasks}
            if task not in names:
                raise UsageError(
                    f"the plan has no task {task!r}", "`careercraft roadmap show --full` lists them"
                )
            state = task_state(self._events(number, task), task)
            step = check_event(state, kind, names[task], hours=hours, evidence=evidence)
            if not step.write:
                return Noted(event=None, said=step.said)
            event = self._add_event(
                number, at=at, day=day, kind=kind, task=task, hours=step.hours, evidence=evidence
            )
            return Noted(event=event, said=step.said)

    def note_plan(self, number: int, kind: EventKind, *, day: str, at: str) -> Noted:
        """`start` or `reset` the whole plan."""
        with self._store.transaction():
            self._plan(number, _TaskNames)
            step = check_plan_event(self._events(number), kind)
            event = self._add_event(number, at=at, day=day, kind=kind) if step.write else None
            return Noted(event=event, said=step.said)

    def add_revision(self, number: int, roadmap: Roadmap, *, expected: int, day: str, at: str) -> Roadmap:
        """Keep a new plan in place of revision `expected`; the old one stays to be read. Gives what was kept: with
        the roadmap's id and the next revision's number. Raises UsageError when another process was first."""
        with self._store.transaction():
            current = self._plan(number, Roadmap)
            if current.revision != expected:
                raise UsageError(
                    "the plan was changed meanwhile, in another terminal",
                    "run it again: it starts from the plan as it is now",
                )
            kept = structs.replace(roadmap, id=current.id, revision=expected + 1)
            self._add_plan(number, kept)
            self._store.connection.execute(
                "update roadmaps set revision = ?, name = ?, title = ? where number = ?",
                [kept.revision, kept.target.name, kept.target.title, number],
            )
            self._add_event(number, at=at, day=day, kind="replan")
            return kept

    def delete(self, number: int) -> bool:
        """With its plans and events, overwritten on the disk."""
        with self._store.transaction():
            connection = self._store.connection
            for table in ("roadmap_events", "roadmap_plans"):
                connection.execute(f"delete from {table} where number = ?", [number])
            gone = connection.execute("delete from roadmaps where number = ?", [number]).rowcount
        self._store.overwrite()
        return bool(gone)

    def _current(self) -> KeptRoadmap:
        with self._store.errors():
            sql = "select number from roadmaps order by replaced, number desc"
            numbers = [row[0] for row in self._store.connection.execute(sql)]
        newest: KeptRoadmap | None = None
        for number in numbers:
            kept = self.get(str(number))
            if kept.open:
                return kept
            newest = kept if newest is None or number > newest.number else newest
        if newest is None:
            raise UsageError("there is no roadmap yet", "`careercraft roadmap` makes one")
        return newest

    def _one(self, where: str, values: list[Any], key: str) -> KeptRoadmap:
        with self._store.errors():
            row = self._store.connection.execute(
                f"{_PLANS} where {where} order by r.number desc limit 1", values
            ).fetchone()
        if row is None:
            raise UsageError(f"there is no roadmap {key!r}", "`careercraft roadmap list` shows what there is")
        return self._kept(*row)

    def _kept(self, number: int, replaced: int, plan: str) -> KeptRoadmap:
        roadmap = _decoded(plan, Roadmap, number)
        with self._store.errors():
            return kept_roadmap(number, bool(replaced), roadmap, self._events(number))

    def _row(self, columns: dict[str, Any]) -> RoadmapRow:
        try:
            return row_of(columns, self.get(str(columns["number"])))
        except StorageError:
            return row_of(columns, None)

    def _plan(self, number: int, kind: type[_T]) -> _T:
        row = self._store.connection.execute(f"{_PLANS} where r.number = ?", [number]).fetchone()
        if row is None:
            raise UsageError(
                f"there is no roadmap {number}", "`careercraft roadmap list` shows what there is"
            )
        return _decoded(row[2], kind, number)

    def _events(self, number: int, task: str | None = None) -> tuple[Event, ...]:
        """In their order; of one task and of the whole plan only, where a task is given."""
        some, values = ("", [number]) if task is None else (" and task in ('', ?)", [number, task])
        rows = self._store.connection.execute(
            f"select {_EVENT} from roadmap_events where number = ?{some} order by seq", values
        )
        return tuple(Event(**dict(zip(_EVENT.split(", "), row, strict=True))) for row in rows)

    def _add_event(self, number: int, **values: Any) -> Event:
        row = {"task": "", "hours": 0.0, "evidence": "", **values}
        return Event(seq=self._insert("roadmap_events", number=number, **row), **row)

    def _add_plan(self, number: int, roadmap: Roadmap) -> None:
        plan = msgspec.json.encode(roadmap).decode()
        self._insert("roadmap_plans", number=number, revision=roadmap.revision, plan=plan)

    def _insert(self, table: str, **row: Any) -> int:
        names, places = ", ".join(row), ", ".join(f":{name}" for name in row)
        cursor = self._store.connection.execute(f"insert into {table} ({names}) values ({places})", row)
        return int(cursor.lastrowid or 0)


def _decoded(plan: str, kind: type[_T], number: int) -> _T:
    try:
        return msgspec.json.decode(plan, type=kind)
    except msgspec.MsgspecError as error:
        raise StorageError(
            f"roadmap {number} can't be read: {error}",
            f"delete it with `careercraft roadmap delete {number}`",
        ) from error
