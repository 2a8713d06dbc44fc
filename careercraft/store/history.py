"""The analyses kept, one row a run.

WAL and a busy timeout let two processes write at once; each run is one transaction, so a killed process leaves
either all of it or nothing. Deleted rows are overwritten (`secure_delete`), and `purge` removes the file once it
holds nothing else.
"""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import Struct

from careercraft.errors import StorageError, UsageError
from careercraft.model.analysis import Analysis
from careercraft.store.database import Kept

_COLUMNS = "run, id, created, label, readiness, confidence, resume_name, job_name, job_title, engine_version"


class Run(Struct, frozen=True, kw_only=True):
    """A line of the history."""

    run: int
    """Counts runs; never reused."""
    id: str
    """Of the analysis: the same inputs, day and engine have the same."""
    created: str
    label: str
    readiness: float
    confidence: float
    resume_name: str
    job_name: str
    job_title: str | None
    engine_version: str


class Purged(Struct, frozen=True, kw_only=True):
    """How many went, and how many of the other things in the file stay."""

    runs: int
    chats: int
    corrections: int
    roadmaps: int
    roadmaps_kept: int
    profiles_kept: int


class History(Kept):
    def add(self, analysis: Analysis) -> int:
        """Keep it whole; gives the run's number."""
        documents = analysis.documents
        job = analysis.job
        if isinstance(documents, msgspec.UnsetType) or isinstance(job, msgspec.UnsetType):
            raise UsageError("a brief analysis can't be kept", "leave --brief out")
        row = {
            "id": analysis.id,
            "created": analysis.created,
            "label": analysis.verdict.label,
            "readiness": analysis.verdict.readiness,
            "confidence": analysis.verdict.confidence,
            "resume_name": documents.resume.name,
            "resume_hash": documents.resume.hash,
            "job_name": documents.job.name,
            "job_title": job.title.value if job.title else None,
            "job_hash": documents.job.hash,
            "engine_version": analysis.engine.version,
            "report": msgspec.json.encode(analysis).decode(),
        }
        names, places = ", ".join(row), ", ".join(f":{name}" for name in row)
        with self._store.transaction():
            cursor = self._store.connection.execute(f"insert into analyses ({names}) values ({places})", row)
            return int(cursor.lastrowid or 0)

    def runs(self, limit: int | None = None) -> list[Run]:
        """Newest first."""
        with self._store.errors():
            rows = self._store.database.query(
                f"select {_COLUMNS} from analyses order by run desc limit ?", [-1 if limit is None else limit]
            )
            return [msgspec.convert(row, Run) for row in rows]

    def get(self, key: str) -> tuple[int, Analysis]:
        """The run with this number, or the latest with this id (or a beginning of it of 4 digits or more), or
        `latest`. Raises UsageError when there is none."""
        with self._store.errors():
            row = next(self._store.database.query(*_look_up(key)), None)
        if row is None:
            raise UsageError(
                f"the history has no run {key!r}", "`careercraft history list` shows what there is"
            )
        try:
            return int(row["run"]), msgspec.json.decode(row["report"], type=Analysis)
        except msgspec.MsgspecError as error:
            raise StorageError(
                f"run {row['run']} can't be read: {error}", "delete it with `careercraft history delete`"
            ) from error

    def has_roadmap(self, person: str, target: str) -> bool:
        """Whether a plan of this person leads there, and none replaced it: most analyses need not load what plans are
        made of."""
        sql = "select 1 from roadmaps where person = ? and target = ? and not replaced limit 1"
        with self._store.errors():
            return self._store.connection.execute(sql, [person, target]).fetchone() is not None

    def delete(self, run: int) -> bool:
        with self._store.transaction():
            return bool(self._store.connection.execute("delete from analyses where run = ?", [run]).rowcount)

    def purge(self, keep_corrections: bool = False, *, roadmaps: bool = False) -> Purged:
        """Delete every run, from the disk too.

        Conversations quote the documents, so they go too. The corrections are people's words like the rest, so they go
        as well unless they are to be kept. Roadmaps hold
        no words of a document, but weeks of work, so they go only where that is asked. The file goes when it is empty.
        """
        with self._store.transaction():
            runs = self._emptied("analyses")
            self._emptied("chat_turns")
            chats = self._emptied("chats")
            corrections = 0 if keep_corrections else self._emptied("corrections", "additions")
            plans = self._emptied("roadmaps") if roadmaps else 0
            if roadmaps:
                self._emptied("roadmap_plans", "roadmap_events")
        with self._store.errors():
            self._store.connection.execute("vacuum")
        self._store.overwrite()
        with self._store.errors():
            left = {table: self._count(table) for table in self._store.tables()}
            profiles = self._count("profiles", "distinct name")
            if not any(left.values()):
                self.close()
                for suffix in ("", "-wal", "-shm"):
                    self._store.path.with_name(self._store.path.name + suffix).unlink(missing_ok=True)
        return Purged(
            runs=runs, chats=chats, corrections=corrections, roadmaps=plans, roadmaps_kept=left["roadmaps"],
            profiles_kept=profiles,
        )  # fmt: skip

    def _emptied(self, *tables: str) -> int:
        return sum(self._store.connection.execute(f"delete from {table}").rowcount for table in tables)

    def _count(self, table: str, what: str = "*") -> int:
        return int(self._store.connection.execute(f"select count({what}) from {table}").fetchone()[0])


def _look_up(key: str) -> tuple[str, list[Any]]:
    if key == "latest":
        return "select run, report from analyses order by run desc limit 1", []
    if key.isascii() and key.isdigit() and len(key) < 10:
        return "select run, report from analyses where run = ?", [int(key)]
    beginning = key if len(key) >= 4 else "none"
    return (
        "select run, report from analyses where substr(id, 1, ?) = ? order by run desc limit 1",
        [len(beginning), beginning],
    )
