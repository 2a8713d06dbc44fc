"""The corrections kept: for a resume file, known by the hash of its bytes, what a person put in its place.

They stand in the history's file. Every analysis looks them up, so this goes without sqlite-utils (decision 0012).
"""

from __future__ import annotations

from careercraft.model.correction import Correction
from careercraft.store.database import Kept

_COLUMNS = ", ".join(Correction.__struct_fields__)
_PLACES = ", ".join(f":{name}" for name in Correction.__struct_fields__)


class Corrections(Kept):
    def all(self) -> dict[str, Correction]:
        """By the hash of the file, in the order of the hashes."""
        with self._store.errors():
            rows = self._store.connection.execute(
                f"select {_COLUMNS} from corrections order by hash"
            ).fetchall()
        found = (Correction(**dict(zip(Correction.__struct_fields__, row, strict=True))) for row in rows)
        return {correction.hash: correction for correction in found}

    def put(self, correction: Correction) -> None:
        """In place of what there was for the same file."""
        row = {name: getattr(correction, name) for name in Correction.__struct_fields__}
        with self._store.transaction():
            self._store.connection.execute(
                f"insert or replace into corrections ({_COLUMNS}) values ({_PLACES})", row
            )

    def forget(self, hash: str) -> bool:
        """Delete that of the file with this hash, if there is one; its words are overwritten on the disk."""
        with self._store.transaction():
            gone = self._store.connection.execute("delete from corrections where hash = ?", [hash]).rowcount
        with self._store.errors():  # or the old page would stay in the log of the last writes
            self._store.connection.execute("pragma wal_checkpoint(truncate)")
        return bool(gone)
