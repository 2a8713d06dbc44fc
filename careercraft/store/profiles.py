"""The profiles kept: each change is a version of its own, made in one transaction, and can be taken back.

They stand in the history's file. `analyze --profile` looks one up, so this goes without sqlite-utils (decision 0012).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from shlex import quote

from careercraft.errors import StorageError, UsageError
from careercraft.model.profile import DEFAULT, Profile
from careercraft.store.database import Kept

KEPT = 20
"""Versions of a profile; older ones go when a new one comes."""
_COLUMNS = ("name", "version", "revision", "created", "change", "text")
_NAMES = ", ".join(_COLUMNS)
Change = Callable[[str], tuple[str, str]]
"""From the text that is kept to the new one, and what was done in a few words."""


class Profiles(Kept):
    def names(self) -> list[str]:
        with self._store.errors():
            rows = self._store.connection.execute("select distinct name from profiles order by name")
            return [str(name) for (name,) in rows]

    def find(self, name: str) -> Profile | None:
        """The latest version."""
        with self._store.errors():
            return self._latest(name)

    def get(self, name: str) -> Profile:
        """As `find`. Raises UsageError where there is none."""
        return _there(self.find(name), name, self.names)

    def versions(self, name: str) -> list[Profile]:
        """Those that can still be taken back to, the latest first. Raises UsageError where there is none."""
        with self._store.errors():
            rows = self._store.connection.execute(
                f"select {_NAMES} from profiles where name = ? order by version desc", [name]
            ).fetchall()
        if not rows:
            _there(None, name, self.names)
        return [Profile(**dict(zip(_COLUMNS, row, strict=True))) for row in rows]

    def put(self, name: str, text: str, change: str, created: str, seen: int | None) -> Profile:
        """A new version. `seen` is the one that it was made from, None for a profile that is new.

        Raises StorageError, and keeps nothing, where another process has changed the profile since.
        """
        with self._store.transaction():
            now = self._latest(name)
            if (now.version if now else None) != seen:
                raise StorageError(
                    f"the profile {name} was changed in another window meanwhile",
                    "look at it with `careercraft profile show`, then try again",
                )
            return self._add(name, text, change, created, now)

    def change(self, name: str, change: Change, created: str) -> Profile:
        """Read, change and write under one lock, so that of two changes at once neither is lost.

        Raises UsageError where there is none, and what `change` raises; nothing is kept then.
        """
        with self._store.transaction():
            now = _there(self._latest(name), name, self.names)
            text, said = change(now.text)
            return self._add(name, text, said, created, now)

    def undo(self, name: str) -> tuple[Profile, Profile]:
        """Take the last change back: what was taken back, and what counts now. Raises UsageError where nothing is
        left to take back."""
        with self._store.transaction():
            now = _there(self._latest(name), name, self.names)
            self._store.connection.execute("delete from profiles where version = ?", [now.version])
            before = self._latest(name)
            if before is None:
                raise UsageError(
                    f"the profile {name} has no earlier version to go back to",
                    "`careercraft profile delete` deletes it",
                )
            return now, before

    def delete(self, name: str) -> bool:
        """All its versions, if there are any; the words are overwritten on the disk."""
        with self._store.transaction():
            gone = self._store.connection.execute("delete from profiles where name = ?", [name]).rowcount
        self._store.overwrite()
        return bool(gone)

    def _latest(self, name: str) -> Profile | None:
        row = self._store.connection.execute(
            f"select {_NAMES} from profiles where name = ? order by version desc limit 1", [name]
        ).fetchone()
        return Profile(**dict(zip(_COLUMNS, row, strict=True))) if row else None

    def _add(self, name: str, text: str, change: str, created: str, now: Profile | None) -> Profile:
        connection, revision = self._store.connection, now.revision + 1 if now else 1
        cursor = connection.execute(
            "insert into profiles (name, revision, created, change, text) values (?, ?, ?, ?, ?)",
            [name, revision, created, change, text],
        )
        connection.execute(
            "delete from profiles where name = ? and version not in"
            " (select version from profiles where name = ? order by version desc limit ?)",
            [name, name, KEPT],
        )
        version = int(cursor.lastrowid or 0)
        return Profile(
            name=name, version=version, revision=revision, created=created, change=change, text=text
        )


def _there(found: Profile | None, name: str, names: Callable[[], list[str]]) -> Profile:
    if found is None:
        raise no_profile(name, names())
    return found


def no_profile(name: str, others: Sequence[str]) -> UsageError:
    """What to say where there is none of this name."""
    chosen = "" if name == DEFAULT else f" --profile-name {quote(name)}"
    hint = f"make it with `careercraft profile init --from resume.pdf{chosen}`"
    if others:
        hint += f"; there is {', '.join(others[:8])}{' ...' if len(others) > 8 else ''}"
    return UsageError(f"there is no profile {name}", hint)
