"""10,000 writes of progress by two processes at once, each killed at random moments and started again.

A write counts as told once the process has said so, after the store has returned. What was told must be there after
every kill, whole and in its order, and nothing else but the one write that a kill may have cut off from its word.

    python -m benchmarks.roadmap_writes FILE NUMBER FIRST END     the child: every second write from FIRST to END
"""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from careercraft.model.plan import Roadmap
from careercraft.model.progress import EventKind
from careercraft.store.roadmaps import Roadmaps

_ROOT = Path(__file__).resolve().parent.parent
_WRITES, _WRITERS, _SEED = 10_000, 2, 6
_KINDS: tuple[EventKind, ...] = ("log", "done", "reopen")
_DAY, _AT = "2026-11-20", "2026-11-20T12:00:00Z"
_EARLY = 0.2
"""Share of the kills that come before the process has told its first write: while it opens the file."""
_LONGEST = 0.7
"""Seconds until a kill, at most."""


class Told(NamedTuple):
    seq: int
    """Of the event; 0 where it was so already and nothing was to be written."""
    turn: int


class Writer(threading.Thread):
    """Has its share written by one process after the other, and kills each but the last."""

    def __init__(self, file: Path, number: int, turns: range) -> None:
        super().__init__()
        self.file, self.number, self.turns = file, number, turns
        self.told: list[Told] = []
        self.kills = 0
        self.faults: list[str] = []
        self._random = random.Random(_SEED + turns.start)

    def run(self) -> None:
        while len(self.told) < len(self.turns):
            before = len(self.told)
            self._one_process(self.turns[before])
            self.faults += checked(self.file, self.told[before:])
            if len(self.faults) > 20:
                return

    def _one_process(self, first: int) -> None:
        command = [self.file, self.number, first, self.turns.stop]
        process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.roadmap_writes", *map(str, command)],
            cwd=_ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        early = self._random.random() < _EARLY
        timer = threading.Timer(self._random.random() * _LONGEST, process.kill)
        if early:
            timer.start()
        assert process.stdout is not None
        assert process.stderr is not None
        for line in process.stdout:
            if line.endswith("\n"):  # else the kill cut it, and it was not said
                self.told.append(Told(*map(int, line.split())))
            if not early and timer.ident is None:
                timer.start()
        timer.cancel()
        if process.wait() == -signal.SIGKILL:
            self.kills += 1
        elif process.returncode:
            self.faults.append(process.stderr.read()[-300:])


def checked(file: Path, told: Iterable[Told]) -> list[str]:
    """What is wrong with the file: damage, or something told that isn't there as it was told."""
    with sqlite3.connect(file, timeout=30) as connection:
        sound = connection.execute("pragma integrity_check").fetchall()
        rows = {
            seq: (kind, task, evidence)
            for seq, kind, task, evidence in connection.execute(
                "select seq, kind, task, evidence from roadmap_events"
            )
        }
        tasks = _tasks(connection)
    connection.close()
    found = [] if sound == [("ok",)] else [f"the file is damaged: {sound[:3]}"]
    return found + [
        f"write {seq} was told as {write_of(turn, tasks)} and is {rows.get(seq)}"
        for seq, turn in told
        if seq and rows.get(seq) != write_of(turn, tasks)
    ]


def write_of(turn: int, tasks: Sequence[str]) -> tuple[EventKind, str, str]:
    """Kind, task and words of a write; the words are its own, so that none can stand for another."""
    round_, place = divmod(turn, len(tasks))
    return _KINDS[round_ % len(_KINDS)], tasks[place], f"write {turn}"


def run(roadmap: Roadmap, writes: int = _WRITES) -> tuple[dict[str, Any], list[dict[str, Any]], list[str]]:
    """Figures, bars, and what was lost or damaged."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "history.db")
        with Roadmaps(file) as kept:
            number = kept.add(roadmap)
        writers = [Writer(file, number, range(one, writes, _WRITERS)) for one in range(_WRITERS)]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
        told = [line for writer in writers for line in writer.told]
        faults = [fault for writer in writers for fault in writer.faults] + checked(file, told)
        kills = sum(writer.kills for writer in writers)
        with Roadmaps(file) as kept:
            events = kept.get(str(number)).events
        untold = len(events) - sum(1 for line in told if line.seq)
        if untold > kills:
            faults.append(f"{untold} events were never told, after {kills} kills")
    figures = {
        "writes": len(told), "kills": kills, "written_and_cut_off": untold, "lost_or_damaged": len(faults)
    }  # fmt: skip
    bar = {"figure": "writes.lost", "value": len(faults), "bar": 0, "at_most": True, "met": not faults}
    return figures, [bar], faults


def _tasks(connection: sqlite3.Connection) -> list[str]:
    """As many for each writer: each has tasks of its own, so that every write changes something."""
    query = "select value ->> 'id' from roadmap_plans, json_each(plan, '$.tasks') order by key"
    tasks = [str(row[0]) for row in connection.execute(query)]
    return tasks[: len(tasks) // _WRITERS * _WRITERS]


def main(file: str, number: str, first: str, end: str) -> None:
    with sqlite3.connect(file, timeout=30) as connection:
        tasks = _tasks(connection)
    connection.close()
    with Roadmaps(Path(file)) as kept:
        for turn in range(int(first), int(end), _WRITERS):
            kind, task, words = write_of(turn, tasks)
            hours = 0.25 if kind == "log" else 0.0
            noted = kept.note_task(int(number), kind, task, day=_DAY, at=_AT, hours=hours, evidence=words)
            print(noted.event.seq if noted.event else 0, turn, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
