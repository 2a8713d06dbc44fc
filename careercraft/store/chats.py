"""The conversations kept, in the history's file. A turn is written when its question is asked, so that a process that
is killed while it answers leaves the question, and what was written of the answer."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from careercraft.errors import UsageError
from careercraft.store.database import Kept

_ROW = (
    "select c.number, c.created, c.updated, c.title, c.run, c.analysis, c.model,"
    " (select count(*) from chat_turns t where t.chat = c.number) from chats c"
)
_TITLE = 80
"""Characters of the first question that name the conversation."""


class ChatRow(Struct, frozen=True, kw_only=True):
    """A line of the list."""

    number: int
    """Counts conversations; never reused."""
    created: str
    updated: str
    title: str
    """The first question."""
    run: int
    """Of the history: what it is about."""
    analysis: str
    """Its id."""
    model: str
    """That answered last; empty where rules did."""
    turns: int


class Chats(Kept):
    def begin(self, *, created: str, run: int, analysis: str, model: str, title: str) -> int:
        """A new conversation, by its first question; gives its number."""
        with self._store.transaction():
            cursor = self._store.connection.execute(
                "insert into chats (created, updated, title, run, analysis, model) values (?, ?, ?, ?, ?, ?)",
                [created, created, " ".join(title.split())[:_TITLE], run, analysis, model],
            )
            return int(cursor.lastrowid or 0)

    def put(self, number: int, position: int, *, at: str, question: str, turn: str, model: str) -> None:
        """The turn at this place (from 0) as JSON, in place of what stood there. Raises UsageError where the
        conversation was deleted meanwhile."""
        with self._store.transaction():
            connection = self._store.connection
            changed = connection.execute(
                "update chats set updated = ?, model = ? where number = ?", [at, model, number]
            )
            if not changed.rowcount:
                raise _no_chat(str(number))
            connection.execute(
                "insert into chat_turns (chat, position, at, question, turn) values (?, ?, ?, ?, ?)"
                " on conflict (chat, position) do update set at = excluded.at, question = excluded.question,"
                " turn = excluded.turn",
                [number, position, at, question, turn],
            )

    def rows(self) -> list[ChatRow]:
        """The one that was used last comes first."""
        with self._store.errors():
            found = self._store.connection.execute(
                f"{_ROW} order by c.updated desc, c.number desc"
            ).fetchall()
        return [_row(item) for item in found]

    def get(self, key: str) -> ChatRow:
        """By its number, or `latest`. Raises UsageError where there is none."""
        if key == "latest":
            rows = self.rows()
            if not rows:
                raise UsageError("there is no conversation yet", "`careercraft chat` begins one")
            return rows[0]
        number = int(key) if key.isascii() and key.isdigit() and len(key) < 10 else 0
        with self._store.errors():
            found = self._store.connection.execute(f"{_ROW} where c.number = ?", [number]).fetchone()
        if found is None:
            raise _no_chat(key)
        return _row(found)

    def turns(self, number: int) -> list[str]:
        """The JSON of each turn, in order."""
        with self._store.errors():
            found = self._store.connection.execute(
                "select turn from chat_turns where chat = ? order by position", [number]
            )
            return [str(turn) for (turn,) in found]

    def questions(self, most: int) -> list[str]:
        """Of all conversations, the latest first, each once."""
        with self._store.errors():
            found = self._store.connection.execute(
                "select question from chat_turns group by question order by max(rowid) desc limit ?", [most]
            )
            return [str(question) for (question,) in found]

    def delete(self, number: int) -> bool:
        """With all its turns, overwritten on the disk."""
        with self._store.transaction():
            self._store.connection.execute("delete from chat_turns where chat = ?", [number])
            gone = self._store.connection.execute("delete from chats where number = ?", [number]).rowcount
        self._store.overwrite()
        return bool(gone)


def _row(values: tuple[Any, ...]) -> ChatRow:
    names = ("number", "created", "updated", "title", "run", "analysis", "model", "turns")
    return ChatRow(**dict(zip(names, values, strict=True)))


def _no_chat(key: str) -> UsageError:
    return UsageError(f"there is no conversation {key!r}", "`careercraft chat list` shows what there is")
