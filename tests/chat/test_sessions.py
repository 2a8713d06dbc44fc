"""Conversations in a real SQLite file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from careercraft.errors import StorageError, UsageError
from careercraft.store import open_chats, open_history
from careercraft.store.chats import Chats
from tests.chat.desks import analysis

DAY = "2026-11-20T10:00:00Z"
LATER = "2026-11-21T10:00:00Z"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "history.db"


def begun(chats: Chats, title: str = "why?", created: str = DAY) -> int:
    return chats.begin(created=created, run=3, analysis="abcd", model="openai/x", title=title)


def put(chats: Chats, number: int, position: int, turn: str, question: str = "why?", at: str = DAY) -> None:
    chats.put(number, position, at=at, question=question, turn=turn, model="openai/x")


def test_turns_come_back_in_their_order(file: Path) -> None:
    with open_chats(file) as chats:
        number = begun(chats)
        put(chats, number, 1, '{"b":1}')
        put(chats, number, 0, '{"a":1}')
    with open_chats(file) as chats:
        assert chats.turns(number) == ['{"a":1}', '{"b":1}']
        row = chats.get(str(number))
    assert (row.run, row.analysis, row.model, row.turns, row.title) == (3, "abcd", "openai/x", 2, "why?")


def test_a_turn_that_grows_stays_one(file: Path) -> None:
    with open_chats(file) as chats:
        number = begun(chats)
        for text in ("", "Apache", "Apache Airflow"):
            put(chats, number, 0, f'{{"text":"{text}"}}')
        assert chats.turns(number) == ['{"text":"Apache Airflow"}']


def test_the_title_is_the_beginning_of_the_first_question_on_one_line(file: Path) -> None:
    with open_chats(file) as chats:
        begun(chats, f"why\n  me? {'please ' * 40}")
        assert chats.get("latest").title == f"why me? {'please ' * 40}"[:80]


def test_the_one_used_last_comes_first(file: Path) -> None:
    with open_chats(file) as chats:
        first, second = begun(chats), begun(chats)
        assert [row.number for row in chats.rows()] == [second, first]
        put(chats, first, 0, "{}", at=LATER)
        assert [row.number for row in chats.rows()] == [first, second]
        assert chats.get("latest").number == first


def test_questions_for_the_history_of_the_prompt(file: Path) -> None:
    with open_chats(file) as chats:
        number = begun(chats)
        for position, question in enumerate(("why?", "how long?", "why?")):
            put(chats, number, position, "{}", question)
        assert chats.questions(10) == ["why?", "how long?"]
        assert chats.questions(1) == ["why?"]


@pytest.mark.parametrize("key", ["7", "x", "", "0", "99999999999999999999", "²", "-1"])
def test_one_that_is_not_there(file: Path, key: str) -> None:
    with open_chats(file) as chats, pytest.raises(UsageError, match="no conversation"):
        chats.get(key)
    with open_chats(file) as chats, pytest.raises(UsageError, match="no conversation"):
        chats.get("latest")


def test_what_is_deleted_leaves_the_disk(file: Path) -> None:
    secret = "the words of my resume that nobody should find"
    with open_chats(file) as chats:
        number, other = begun(chats, secret), begun(chats, "kept")
        put(chats, number, 0, f'{{"text":"{secret}"}}', secret)
        put(chats, other, 0, "{}")
        assert secret.encode() in _bytes(file)
        assert chats.delete(number)
        assert not chats.delete(number)
        assert [row.number for row in chats.rows()] == [other]
        assert secret.encode() not in _bytes(file)
        with pytest.raises(UsageError):
            put(chats, number, 0, "{}")
        assert begun(chats) > other


def test_purge_takes_conversations_with_it(file: Path) -> None:
    with open_history(file) as history:
        history.add(analysis("unfit"))
        with open_chats(file) as chats:
            put(chats, begun(chats), 0, "{}")
        purged = history.purge()
    assert (purged.runs, purged.chats) == (1, 1)
    assert not file.exists()


def test_the_file_is_private(file: Path) -> None:
    with open_chats(file) as chats:
        begun(chats)
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_file_of_another_program_is_refused(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database:
        database.execute("create table theirs (a)")
    with pytest.raises(StorageError, match="another program"):
        open_chats(file)


def _bytes(file: Path) -> bytes:
    return b"".join(path.read_bytes() for path in file.parent.glob(f"{file.name}*"))
