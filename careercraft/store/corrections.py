"""The corrections kept: for a resume file, known by the hash of its bytes, what a person put in its place and added.

They stand in the history's file. Every analysis looks them up, so this goes without sqlite-utils (decision 0012).
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from careercraft.model.correction import Addition, Correction
from careercraft.store.database import Kept

_COLUMNS = ("hash", "name", "created", "resume")
_NAMES, _PLACES = ", ".join(_COLUMNS), ", ".join(f":{name}" for name in _COLUMNS)


class Corrections(Kept):
    def all(self) -> dict[str, Correction]:
        """By the hash of the file, in the order of the hashes."""
        with self._store.errors():
            connection = self._store.connection
            resumes = connection.execute(f"select {_NAMES} from corrections order by hash").fetchall()
            said = connection.execute("select hash, name, text, note, created from additions order by rowid")
            additions = said.fetchall()
        found = {row[0]: Correction(**dict(zip(_COLUMNS, row, strict=True))) for row in resumes}
        for hash, name, text, note, created in additions:
            old = found.get(hash) or Correction(hash=hash, name=name, created=created, resume="")
            new = Addition(text=text, note=note, created=created)
            found[hash] = structs.replace(old, additions=(*old.additions, new))
        return dict(sorted(found.items()))

    def has_learned(self) -> bool:
        """Whether any roadmap of this file has evidence of something learned: most people's analyses need not look."""
        sql = "select 1 from roadmap_events where kind = 'done' and evidence != '' limit 1"
        with self._store.errors():
            return self._store.connection.execute(sql).fetchone() is not None

    def put(self, correction: Correction) -> None:
        """Its JSON Resume, in place of what there was for the same file."""
        row = {name: getattr(correction, name) for name in _COLUMNS}
        with self._store.transaction():
            self._store.connection.execute(
                f"insert or replace into corrections ({_NAMES}) values ({_PLACES})", row
            )

    def add(self, hash: str, name: str, additions: Sequence[Addition]) -> None:
        """Beside what there is for the file with this hash; the same words again get the new note."""
        with self._store.transaction():
            for item in additions:
                self._store.connection.execute(
                    "insert into additions (hash, name, text, note, created) values (?, ?, ?, ?, ?)"
                    " on conflict (hash, text) do update set note = excluded.note, created = excluded.created",
                    [hash, name, item.text, item.note, item.created],
                )

    def forget(self, hash: str) -> bool:
        """Delete all of the file with this hash, if there is any; its words are overwritten on the disk."""
        with self._store.transaction():
            connection = self._store.connection
            gone = sum(
                connection.execute(f"delete from {table} where hash = ?", [hash]).rowcount
                for table in ("corrections", "additions")
            )
        self._store.overwrite()
        return bool(gone)
