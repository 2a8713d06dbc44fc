"""What people do wrong in a conversation without meaning to, and what a program that reads along relies on."""

from __future__ import annotations

import os
import signal
import threading
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from careercraft.chat.turn import Turn
from careercraft.cli import chat
from careercraft.cli.chat_screen import PlainScreen
from careercraft.cli.chat_session import Session
from careercraft.cli.options import settings_from
from tests.chat.desks import desk
from tests.cli.chat_desk import by_model, kept_run, objects
from tests.cli.conftest import CallCli
from tests.llm.conftest import no_keys, server
from tests.llm.server import Exchange, ScriptedServer, answer

__all__ = ["by_model", "kept_run", "no_keys", "server"]
pytestmark = pytest.mark.usefixtures("_one_workbench")
KEY = "sk-proj-0123456789abcdefghijKLMN"


def test_a_key_that_is_pasted_as_a_question_is_kept_nowhere_and_sent_nowhere(
    call_cli: CallCli, server: ScriptedServer, by_model: list[str], home: Path
) -> None:
    server.always = answer("Apache Airflow is missing.")
    done = call_cli("chat", *by_model, stdin=f"what is missing? {KEY}\n/model {KEY}\n".encode())
    assert "what looks like a key was taken out" in done.error
    assert KEY not in done.error + done.stdout.decode()
    assert len(server.chats) == 1
    assert KEY not in server.chats[0].text
    assert not [file for file in home.rglob("*") if file.is_file() and KEY.encode() in file.read_bytes()]


@pytest.mark.parametrize("words", ["key-performance-indicators in 2024", "sk-learn", "gsk_ and hf- and xai"])
def test_words_that_are_no_key_stay(call_cli: CallCli, words: str) -> None:
    done = call_cli("chat", "--json", "-q", f"what about {words}?")
    assert objects(done.stdout)[0]["question"] == f"what about {words}?"
    assert "looks like a key" not in done.error


def test_what_was_stopped_before_an_answer_came_is_not_told_as_free(
    call_cli: CallCli, server: ScriptedServer, by_model: list[str]
) -> None:
    def step(exchange: Exchange) -> None:
        threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGINT)).start()
        exchange.wait(30)

    server.then(step)
    done = call_cli("chat", *by_model, stdin=b"What is missing?\n/cost\n")
    assert done.rc == 130
    out = done.stdout.decode()
    assert "No model was asked" not in out
    assert "No model answered in this conversation: nothing was counted. What was stopped" in out


def test_another_providers_model_is_not_asked_at_the_first_ones_server(
    call_cli: CallCli, server: ScriptedServer, by_model: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    server.always = answer("Apache Airflow is missing.")
    monkeypatch.setenv("OLLAMA_API_BASE", "http://127.0.0.1:9")
    lines = b"/model ollama/llama3.2\nWhat is missing?\n/model openai/y\nWhat is missing?\n"
    done = call_cli("chat", *by_model, "--json", stdin=lines)
    to_ollama, first, to_openai, second = objects(done.stdout)
    assert to_ollama["text"] == "ollama/llama3.2 answers."
    assert (first["stopped"], len(server.chats)) == ("failed", 1)
    assert to_openai["text"] == f"openai/y answers. Its server: {server.url}"
    assert second["text"].startswith("Apache Airflow is missing.")


def test_every_line_for_programs_has_the_same_members(call_cli: CallCli) -> None:
    lines = "what is missing?\n/sources\n/cost\n/model\n/help\n/gaps\n/explain\n"
    found = objects(call_cli("chat", "--json", stdin=lines.encode()).stdout)
    members = {"schema", "chat", "question", "text", "by", "model", "intent", "tools", "sources", "notes"}
    members |= {"stopped", "error", "instead", "usage", "data", "doubtful", "left_out", "prompt"}
    assert [line["question"] for line in found] == lines.splitlines()
    assert {line["chat"] for line in found} == {1}
    assert all(set(line) >= members for line in found)


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("/explain", "Which score? As /explain skills_match"),
        ("/what-if", "What should be different? As /what-if Kubernetes"),
        ("/roadmap x", "That is no number of hours. As /roadmap 6."),
    ],
)
def test_a_command_without_its_words_says_how(call_cli: CallCli, command: str, said: str) -> None:
    assert call_cli("chat", stdin=f"{command}\n".encode()).stdout.decode().startswith(said)


@pytest.mark.parametrize("words", [("why am i unfit?",), ("why", "am", "i", "unfit?"), ("why?",)])
def test_a_question_without_q_is_told_where_it_goes(call_cli: CallCli, words: tuple[str, ...]) -> None:
    done = call_cli("chat", *words)
    assert done.rc == 2
    assert f"careercraft chat -q '{' '.join(words)}'" in " ".join(done.error.split())
    assert "No such command 'shwo'" in call_cli("chat", "shwo", "1").error


def test_what_is_left_out_at_the_beginning_leaves_no_gap(
    call_cli: CallCli, server: ScriptedServer, by_model: list[str]
) -> None:
    """Nor does an answer that never came, in a pipe."""
    server.then(
        answer("You are a perfect FIT. Apache Airflow is missing. You know Rust. You lead 40 people there."),
        answer(""), answer(""),
    )  # fmt: skip
    done = call_cli("chat", *by_model, "-q", "What is missing?")
    assert done.stdout.decode().startswith("Apache Airflow is missing. You know Rust. [doubtful")
    assert "2 sentences of openai/x marked: the analysis does not bear them out." in done.error
    assert call_cli("chat", *by_model, "-q", "What is missing?").stdout.startswith(b"The answer by rules:")


def test_nobody_who_was_agreed_to_is_said(call_cli: CallCli) -> None:
    done = call_cli("llm", "consent")
    assert (done.stdout, done.error) == (
        b"",
        "no host yet: you are asked before text goes to another machine\n",
    )


def test_what_was_purged_meanwhile_is_not_told_as_kept(
    call_cli: CallCli, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    session = Session(settings_from(), replace(desk("unfit"), run=1), PlainScreen())
    session.take("/gaps")
    chat._part(session)
    assert b"kept as conversation 1" in capsysbinary.readouterr().err
    call_cli("history", "purge", "--yes")
    session.take("/gaps")
    chat._part(session)
    told = capsysbinary.readouterr().err
    assert b"no longer kept" in told
    assert b"kept as conversation" not in told


@pytest.mark.parametrize(("count", "said"), [(1, "after 1 turn:"), (2, "after 2 turns:")])
def test_one_turn_is_no_turns(count: int, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    turns = [Turn(question="why?", text="UNFIT.")] * count
    chat._greet(SimpleNamespace(desk=desk("unfit"), turns=turns, name="", number=1))  # type: ignore[arg-type]
    assert said in capsys.readouterr().err


def test_to_spend_nothing_is_not_taken_for_no_limit(
    call_cli: CallCli, by_model: list[str], server: ScriptedServer
) -> None:
    done = call_cli("chat", *by_model, "--max-cost", "0", "-q", "what is missing?")
    assert done.rc == 2
    assert "takes an amount above 0" in done.error
    assert not server.chats
