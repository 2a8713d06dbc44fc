"""Roadmaps in a real SQLite file: plans and what was noted of them, by several processes, through kills."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from msgspec import UNSET, structs

from careercraft.errors import StorageError, UsageError
from careercraft.model.analysis import Analysis
from careercraft.model.plan import Roadmap
from careercraft.model.progress import EventKind
from careercraft.store import load_corrections, open_history, open_profiles, open_roadmaps
from careercraft.store.roadmap_values import KeptRoadmap, Noted
from careercraft.store.roadmaps import Roadmaps
from tests.conftest import cli_environment
from tests.plan.histories import small_plan

PLAN = small_plan()
IDS = [task.id for task in PLAN.tasks]
OTHER = structs.replace(
    PLAN, id="b" * 32, target=structs.replace(PLAN.target, key="role:nurse", title="Nurse")
)
SECRET = "Quetzalcoatlus Secretarius"


def note(kept: Roadmaps, kind: EventKind, task: str, number: int = 1, **more: Any) -> Noted:
    return kept.note_task(number, kind, task, day="2026-12-03", at="2026-12-03T18:00:00Z", **more)


def finish(kept: Roadmaps, number: int) -> None:
    for one in IDS:
        note(kept, "skip", one, number)


def revised(plan: Roadmap, **changes: Any) -> Roadmap:
    """As a replan leaves it, near enough: other weeks and a number of its own."""
    return structs.replace(plan, revision=plan.revision + 1, weeks=plan.weeks[:1], **changes)


def content(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(path.parent.iterdir()) if file.is_file())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "h.db"


def test_what_goes_in_comes_out(path: Path) -> None:
    with open_roadmaps(path) as kept:
        assert (kept.add(PLAN), kept.add(OTHER)) == (1, 2)
        assert note(kept, "done", IDS[0], hours=2.5, evidence="a talk").event is not None
        assert note(kept, "log", IDS[1], hours=1.0, number=2).event is not None
    with open_roadmaps(path) as kept:
        first, second = kept.get("1"), kept.get(OTHER.id)
    assert (first.number, first.roadmap, first.state, first.replaced) == (1, PLAN, "active", False)
    (event,) = first.events
    assert (event.seq, event.day, event.kind, event.task) == (1, "2026-12-03", "done", IDS[0])
    assert (event.hours, event.evidence, event.at) == (2.5, "a talk", "2026-12-03T18:00:00Z")
    assert first.progress.tasks[IDS[0]].status == "done"
    assert (second.number, second.roadmap, second.progress.tasks[IDS[1]].logged) == (2, OTHER, 1.0)


@pytest.mark.parametrize("key", ["3", "0", "abc", "c" * 32, "latest ", "99999999999", "-1", ""])
def test_no_such_roadmap(path: Path, key: str) -> None:
    with open_roadmaps(path) as kept:
        kept.add(OTHER)
        with pytest.raises(UsageError, match="no roadmap") as caught:
            kept.get(key)
    assert "roadmap list" in caught.value.hint


def test_without_any(path: Path) -> None:
    with open_roadmaps(path) as kept:
        assert kept.rows() == []
        with pytest.raises(UsageError, match="no roadmap yet") as caught:
            kept.get("latest")
        assert "careercraft roadmap" in caught.value.hint
        with pytest.raises(UsageError, match="no roadmap 1"):
            note(kept, "done", IDS[0])


def test_a_beginning_of_an_id_is_enough(path: Path) -> None:
    with open_roadmaps(path) as kept:
        kept.add(OTHER)
        assert kept.get("bbbb").number == 1
        with pytest.raises(UsageError):
            kept.get("bbb")
        kept.add(structs.replace(OTHER, id="bbbb" + "c" * 28, person="name:ben"))
        assert kept.get("bbbb").number == 2  # of several the newest


def test_the_same_plan_again_is_the_one_that_is_there(path: Path) -> None:
    """Built again from the same analysis and settings, it doesn't put the progress away."""
    with open_roadmaps(path) as kept:
        kept.add(PLAN)
        note(kept, "done", IDS[0])
        assert kept.add(structs.replace(PLAN, created="later")) == 1
        assert kept.get("latest").progress.tasks[IDS[0]].status == "done"


def test_another_plan_for_the_same_target_replaces(path: Path) -> None:
    newer = structs.replace(PLAN, id="c" * 32)
    with open_roadmaps(path) as kept:
        assert [kept.add(plan) for plan in (PLAN, OTHER, newer)] == [1, 2, 3]
        assert [(row.number, row.state) for row in kept.rows()] == [
            (3, "planned"), (2, "planned"), (1, "replaced"),
        ]  # fmt: skip
        assert kept.add(PLAN) == 1  # back to the first
        assert [row.state for row in kept.rows()] == ["replaced", "planned", "planned"]
        finish(kept, 1)
        assert kept.add(newer) == 3
        assert [row.state for row in kept.rows()] == ["planned", "planned", "finished"]


def test_the_latest_is_the_newest_to_go_on_with(path: Path) -> None:
    newer = structs.replace(PLAN, id="c" * 32)
    with open_roadmaps(path) as kept:
        assert [kept.add(plan) for plan in (newer, PLAN, OTHER)] == [1, 2, 3]
        assert kept.get("latest").number == 3
        finish(kept, 3)
        assert kept.get("latest").number == 2  # not the first, which the second replaced
        finish(kept, 2)
        assert kept.get("latest").number == 3  # nothing to go on with: the newest
        note(kept, "reopen", IDS[0], 2)
        assert kept.get("latest").number == 2


def test_a_line_of_the_list(path: Path) -> None:
    with open_roadmaps(path) as kept:
        kept.add(PLAN)
        note(kept, "done", IDS[0])
        note(kept, "skip", IDS[1])
        (row,) = kept.rows()
    assert (row.id, row.title, row.revision, row.state) == (PLAN.id, PLAN.target.title, 1, "active")
    assert (row.tasks, row.done, row.hours) == (len(IDS), 2, sum(task.hours for task in PLAN.tasks))
    assert row.left == sum(task.hours for task in PLAN.tasks[2:])
    assert row.finish == PLAN.forecast.finish


def test_whose_they_are_and_what_for(path: Path) -> None:
    with open_roadmaps(path) as kept:
        newer = structs.replace(PLAN, id="c" * 32)
        stranger = structs.replace(PLAN, id="d" * 32, person="name:ben")
        for plan in (PLAN, OTHER, stranger, newer):
            kept.add(plan)
        assert number_of(kept.unfinished_for(PLAN.person, PLAN.target.key)) == 4
        assert number_of(kept.unfinished_for("name:ben", PLAN.target.key)) == 3
        assert kept.unfinished_for("name:ben", OTHER.target.key) is None
        finish(kept, 4)
        assert kept.unfinished_for(PLAN.person, PLAN.target.key) is None


def number_of(kept: KeptRoadmap | None) -> int:
    assert kept is not None
    return kept.number


def test_done_twice_is_said_and_not_written(path: Path) -> None:
    """As from two terminals: each has read the plan before the other wrote."""
    with open_roadmaps(path) as first, open_roadmaps(path) as second:
        first.add(PLAN)
        assert (first.get("1").events, second.get("1").events) == ((), ())
        assert note(first, "done", IDS[0]).said == ""
        again = note(second, "done", IDS[0])
        assert (again.event, "already done" in again.said) == (None, True)
        with pytest.raises(UsageError, match="already done"):
            note(second, "skip", IDS[0])
        assert len(second.get("1").events) == 1
        assert note(second, "done", IDS[0], hours=2.0, evidence="a talk").event is not None
        state = second.get("1").progress.tasks[IDS[0]]
        assert (state.evidence, state.logged) == ("a talk", 0.0)  # hours are told with `log`


def test_what_was_told_last_counts_whatever_its_day(path: Path) -> None:
    with open_roadmaps(path) as kept:
        kept.add(PLAN)
        note(kept, "done", IDS[0])
        kept.note_task(1, "reopen", IDS[0], day="2026-12-01", at="x")
        assert kept.get("1").progress.tasks[IDS[0]].status == "todo"
        assert note(kept, "done", IDS[0]).event is not None


def test_after_a_reset_a_task_is_done_anew(path: Path) -> None:
    with open_roadmaps(path) as kept:
        kept.add(PLAN)
        note(kept, "done", IDS[0])
        kept.note_plan(1, "reset", day="2026-12-04", at="x")
        assert note(kept, "done", IDS[0]).event is not None
        assert kept.get("1").progress.tasks[IDS[0]].status == "done"


def test_what_was_learned_with_roadmaps_that_can_be_read(path: Path) -> None:
    with open_roadmaps(path) as kept:
        for number, plan in enumerate((PLAN, structs.replace(OTHER, person="name:ben")), 1):
            kept.add(plan)
            for task in (task for task in plan.tasks if task.skill == "sql"):
                note(kept, "done", task.id, number, evidence="a talk")
        found = kept.learned()
        assert set(found) == {PLAN.person, "name:ben"}
        assert [one.note for one in found[PLAN.person]] == ["a talk"]
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("update roadmap_plans set plan = '{}' where number = 2")
    with open_roadmaps(path) as kept:
        assert set(kept.learned()) == {PLAN.person}


def test_what_is_refused_leaves_nothing(path: Path) -> None:
    with open_roadmaps(path) as kept:
        kept.add(PLAN)
        with pytest.raises(UsageError, match="no task 'cooking'"):
            note(kept, "done", "cooking")
        with pytest.raises(UsageError, match="can't be logged"):
            note(kept, "log", IDS[0], hours=25.0)
        assert kept.get("1").events == ()
        assert note(kept, "done", IDS[0]).event is not None


def test_start_and_reset(path: Path) -> None:
    with open_roadmaps(path) as kept:
        kept.add(PLAN)
        assert kept.note_plan(1, "reset", day="2026-12-01", at="x").event is None
        assert kept.note_plan(1, "start", day="2026-12-01", at="x").event is not None
        assert "2026-12-01" in kept.note_plan(1, "start", day="2026-12-02", at="x").said
        note(kept, "done", IDS[0])
        assert kept.note_plan(1, "reset", day="2026-12-04", at="x").event is not None
        found = kept.get("1")
    assert (found.state, len(found.events)) == ("planned", 3)  # forgotten, and still on record


def test_only_what_was_learned_counts_in_analyses(path: Path) -> None:
    """Evidence of a skill that isn't through yet, or was reset, is nothing that a person says."""
    first, *others, last = [task.id for task in PLAN.tasks if task.skill == PLAN.skills[0].id]
    with open_roadmaps(path) as kept:
        kept.add(PLAN)
        note(kept, "done", first, evidence="my notes")
    assert load_corrections(path) == {}
    with open_roadmaps(path) as kept:
        for task in others:
            note(kept, "done", task)
        note(kept, "done", last, evidence="here")
    (said,) = load_corrections(path)[PLAN.person].additions
    assert (PLAN.skills[0].name in said.text, said.note) == (True, "here")
    with open_roadmaps(path) as kept:
        kept.note_plan(1, "reset", day="2026-12-04", at="2026-12-04T18:00:00Z")
    assert load_corrections(path) == {}


def test_a_replan_keeps_the_plans_before_it(path: Path) -> None:
    with open_roadmaps(path) as kept:
        kept.add(PLAN)
        note(kept, "done", IDS[0])
        nurse = structs.replace(PLAN.target, name="nurse.txt", title="Nurse")
        new = revised(PLAN, id="other", target=nurse)
        told = kept.add_revision(1, new, expected=1, day="2026-12-05", at="x")
        assert (told.id, told.revision) == (PLAN.id, 2)
        assert kept.revisions(1) == (PLAN, told)
        found = kept.get("1")
        assert (found.roadmap, [event.kind for event in found.events]) == (told, ["done", "replan"])
        assert found.progress.tasks[IDS[0]].status == "done"
        last = {session.day for session in told.weeks[0].sessions}
        days = {session.day for week in PLAN.weeks for session in week.sessions}
        assert kept.past_days(1) == {day: 2 if day in last else 1 for day in days}
        (row,) = kept.rows()
        assert (row.revision, row.name, row.title) == (2, told.target.name, told.target.title)
        same = kept.add_revision(1, structs.replace(told, revision=1), expected=2, day="2026-12-06", at="x")
        assert same.revision == 3  # whatever it was given with


def test_a_deadline_that_a_revision_had_is_remembered_for_calendars(path: Path) -> None:
    limited = structs.replace(PLAN, settings=structs.replace(PLAN.settings, deadline="2030-12-31"))
    with open_roadmaps(path) as kept:
        kept.add(limited)
        kept.add_revision(1, revised(PLAN), expected=1, day="2026-12-05", at="x")
        assert kept.get("1").roadmap.settings.deadline is UNSET
        assert kept.past_days(1)["deadline"] == 1
        again = revised(kept.get("1").roadmap, settings=limited.settings)
        kept.add_revision(1, again, expected=2, day="2026-12-05", at="x")
        assert kept.past_days(1)["deadline"] == 3


def test_of_two_replans_at_once_one_is_told(path: Path) -> None:
    with open_roadmaps(path) as first, open_roadmaps(path) as second:
        first.add(PLAN)
        mine, theirs = revised(first.get("1").roadmap), revised(second.get("1").roadmap)
        first.add_revision(1, mine, expected=1, day="2026-12-05", at="x")
        with pytest.raises(UsageError, match="changed meanwhile") as caught:
            second.add_revision(1, theirs, expected=1, day="2026-12-05", at="x")
        assert "run it again" in caught.value.hint
        assert second.get("1").roadmap.revision == 2
        note(second, "done", IDS[0])  # ticking goes on: tasks keep their ids


def test_deleted_words_leave_the_disk(path: Path) -> None:
    with open_roadmaps(path) as kept:
        kept.add(structs.replace(PLAN, notes=(SECRET,)))
        kept.add(OTHER)
        note(kept, "done", IDS[0], evidence=SECRET)
        note(kept, "done", IDS[0], number=2, evidence="kept")
        assert SECRET.encode() in content(path)
        assert kept.delete(1)
        assert not kept.delete(1)
        assert SECRET.encode() not in content(path)
        assert [row.number for row in kept.rows()] == [2]
        assert kept.get("2").events[0].evidence == "kept"
        assert kept.add(PLAN) == 3  # numbers are not used again


def test_a_plan_that_cannot_be_read(path: Path) -> None:
    with open_roadmaps(path) as kept:
        kept.add(PLAN)
        kept.add(OTHER)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("update roadmap_plans set plan = '{}' where number = 1")
    with open_roadmaps(path) as kept:
        assert [(row.number, row.state) for row in kept.rows()] == [(2, "planned"), (1, "unreadable")]
        for key in ("1", PLAN.id):
            with pytest.raises(StorageError, match="roadmap 1 can't be read") as caught:
                kept.get(key)
            assert "roadmap delete 1" in caught.value.hint
        with pytest.raises(StorageError, match="roadmap 1 can't be read"):
            note(kept, "done", IDS[0])
        assert kept.get("latest").number == 2
        assert kept.delete(1)


def test_an_error_names_no_flag_of_other_commands(path: Path) -> None:
    path.write_bytes(b"no database at all" * 100)
    with pytest.raises(StorageError, match=r"h\.db") as caught:
        open_roadmaps(path)
    assert "--no-history" not in caught.value.hint
    assert "history_file" in caught.value.hint


def test_a_tick_outlives_the_purge_of_the_analyses(path: Path, analysis: Analysis) -> None:
    with open_roadmaps(path) as kept:
        kept.add(PLAN)
        note(kept, "done", IDS[0])
    with open_history(path) as history:
        for _ in range(10):
            history.add(structs.replace(analysis, id=SECRET))
        full = len(content(path))
        purged = history.purge()
        assert (purged.runs, purged.roadmaps, purged.roadmaps_kept) == (10, 0, 1)
        assert path.stat().st_size < full / 2  # what is empty is given back
        assert history.runs() == []
        assert SECRET.encode() not in content(path)
    with open_roadmaps(path) as kept:
        assert kept.get("1").progress.tasks[IDS[0]].status == "done"


def test_a_purge_takes_roadmaps_where_that_is_asked(path: Path, analysis: Analysis) -> None:
    with open_roadmaps(path) as kept:
        kept.add(structs.replace(PLAN, notes=(SECRET,)))
        note(kept, "done", IDS[0], evidence=SECRET)
    with open_history(path) as history:
        history.add(analysis)
        purged = history.purge(roadmaps=True)
        assert (purged.runs, purged.roadmaps, purged.roadmaps_kept) == (1, 1, 0)
    assert list(path.parent.iterdir()) == []


def test_a_profile_keeps_the_file(path: Path, analysis: Analysis) -> None:
    with open_profiles(path) as profiles:
        profiles.put("default", '{"basics": {}}', "made", "2026-12-01T09:00:00Z", None)
    with open_roadmaps(path) as kept:
        kept.add(structs.replace(PLAN, notes=(SECRET,)))
    with open_history(path) as history:
        history.add(analysis)
        purged = history.purge(roadmaps=True)
        assert (purged.roadmaps, purged.roadmaps_kept, purged.profiles_kept) == (1, 0, 1)
    assert SECRET.encode() not in content(path)
    assert analysis.id.encode() not in content(path)
    with open_profiles(path) as profiles:
        assert profiles.names() == ["default"]
    with open_roadmaps(path) as kept:
        assert kept.rows() == []


def test_a_purge_that_could_not_overwrite_says_so(
    path: Path, analysis: Analysis, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader in the middle of its work holds the old pages."""
    monkeypatch.setattr("careercraft.store.database._BUSY_SECONDS", 0.1)
    with open_roadmaps(path) as kept:
        kept.add(PLAN)
    with open_history(path) as history:
        history.add(analysis)
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("begin")
        reader.execute("select * from analyses").fetchone()
        with open_history(path) as history, pytest.raises(StorageError, match="old words on the disk"):
            history.purge()
        reader.execute("commit")
    with open_history(path) as history:
        assert history.purge().runs == 0
    assert analysis.id.encode() not in content(path)


TICKER = """
import sys
from careercraft.errors import UsageError
from careercraft.store import open_roadmaps

path, first, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
print("ready", flush=True)
with open_roadmaps(path) as kept:
    ids = list(kept.get("1").progress.tasks)
    kinds = ("log", "done", "log", "reopen", "begin", "skip", "log", "reopen")
    number = first
    while number < first + count or not count:
        kind, task = kinds[number // len(ids) % len(kinds)], ids[number % len(ids)]
        told = f"{number}" if kind in ("done", "skip") else ""
        hours = 0.25 if kind == "log" else 0.0
        try:
            event = kept.note_task(1, kind, task, day="2026-12-03", at=str(number), hours=hours, evidence=told).event
        except UsageError:  # to skip what the other has done
            event = None
        print(event.seq if event else 0, number, flush=True)
        number += 1
"""


def ticker(path: Path, first: int, count: int) -> subprocess.Popen[str]:
    """A process that notes one thing after another (0: until it is killed) and says each once it is written."""
    return subprocess.Popen(
        [sys.executable, "-c", TICKER, str(path), str(first), str(count)],
        env=cli_environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def acknowledged(said: str) -> dict[int, str]:
    """The number of each event that was written, with what the process called it. The last line may be torn off."""
    lines = said.rsplit("\n", 1)[0].split("\n")
    pairs = [line.split() for line in lines if " " in line]
    return {int(seq): name for seq, name in pairs if int(seq)}


def test_what_was_acknowledged_outlives_every_kill(path: Path) -> None:
    with open_roadmaps(path) as kept:
        kept.add(PLAN)
    chance, told = random.Random(6), dict[int, str]()
    for round_ in range(6):
        process = ticker(path, round_ * 10_000, 0)
        assert process.stdout is not None
        said = "".join(process.stdout.readline() for _ in range(chance.randint(2, 80)))
        time.sleep(chance.uniform(0.0, 0.02))
        process.send_signal(signal.SIGKILL)
        told |= acknowledged(said + process.communicate(timeout=30)[0])
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            assert database.execute("pragma integrity_check").fetchone() == ("ok",)
        with open_roadmaps(path) as kept:
            events = {event.seq: event for event in kept.get("1").events}
        assert {seq: events[seq].at for seq in told} == told
        assert set(events) == set(range(1, len(events) + 1))  # no half one, none twice
        assert len(events) - len(told) <= round_ + 1  # written and not yet said when the kill came
        assert all(event.task in IDS and event.day == "2026-12-03" for event in events.values())
    assert len(told) > 50


def test_two_processes_at_once_lose_nothing(path: Path) -> None:
    with open_roadmaps(path) as kept:
        kept.add(PLAN)
    processes = [ticker(path, first, 300) for first in (0, 10_000)]
    said = [process.communicate(timeout=60) for process in processes]
    assert [(process.returncode, errors) for process, (_, errors) in zip(processes, said, strict=True)] == [
        (0, "")
    ] * 2
    told = [acknowledged(out) for out, _ in said]
    with open_roadmaps(path) as kept:
        events = {event.seq: event.at for event in kept.get("1").events}
    assert not set(told[0]) & set(told[1])
    assert events == told[0] | told[1]
    assert min(map(len, told)) > 100


def test_threads_that_tick_the_same_task_write_it_once(path: Path) -> None:
    with open_roadmaps(path) as kept:
        kept.add(PLAN)
    written: list[bool] = []

    def tick() -> None:
        with open_roadmaps(path) as kept:
            written.append(note(kept, "done", IDS[0]).event is not None)

    threads = [threading.Thread(target=tick) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(written) == [False] * 7 + [True]
