"""The analyses kept, one row a run.

WAL and a busy timeout let two processes write at once; each run is one transaction, so a killed process leaves
either all of it or nothing. Deleted rows are overwritten (`secure_delete`), and `purge` removes the files.
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

    def delete(self, run: int) -> bool:
        with self._store.transaction():
            return bool(self._store.connection.execute("delete from analyses where run = ?", [run]).rowcount)

    def purge(self, keep_corrections: bool = False) -> tuple[int, int]:
        """Delete everything, from the disk too; gives the number of runs and of corrections that went.

        The corrections are people's words like the rest, so they go as well unless they are to be kept.
        """
        with self._store.errors():
            runs = self._emptied("analyses")
            tables = () if keep_corrections else ("corrections", "additions")
            corrections = sum(self._emptied(table) for table in tables)
            self._store.connection.execute("pragma wal_checkpoint(truncate)")
            self._store.connection.execute("vacuum")
        if not keep_corrections:
            self.close()
            for suffix in ("", "-wal", "-shm"):
                self._store.path.with_name(self._store.path.name + suffix).unlink(missing_ok=True)
        return runs, corrections

    def _emptied(self, table: str) -> int:
        count = int(self._store.connection.execute(f"select count(*) from {table}").fetchone()[0])
        self._store.connection.execute(f"delete from {table}")
        return count


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
