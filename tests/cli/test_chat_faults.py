"""Whatever a model does wrong in a conversation: it is told plainly with a fix, the answer by rules follows, what was
written is kept, and the conversation can be shown and resumed. Real litellm, real HTTP, a scripted server."""

from __future__ import annotations

import json
import os
import signal
import socket
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from careercraft.llm import client
from careercraft.llm.retries import Patience
from tests.cli.chat_desk import by_model, kept_run, turns
from tests.cli.conftest import CallCli
from tests.conftest import Ran
from tests.llm.conftest import no_keys
from tests.llm.server import (
    Exchange,
    Request,
    ScriptedServer,
    Step,
    answer,
    by,
    half_json,
    huge,
    status,
    stream,
    tool_call,
)

__all__ = ["by_model", "kept_run", "no_keys"]
pytestmark = pytest.mark.usefixtures("_one_workbench")
WHY = "Why am I unfit?"
OPEN = "Which colleague of mine could pair with me on weekends?"
"""What the rules don't understand."""
KEY = "sk-scripted-0123456789abcdef"


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "Patience", lambda: Patience(sleep=lambda seconds: None))


Goes = Callable[..., str]


@pytest.fixture
def goes_on(call_cli: CallCli, by_model: list[str], server: ScriptedServer) -> Goes:
    """Asks, and goes on with a command: checks all that holds of every fault; gives back what was told."""

    def check(*flags: str, question: str = WHY, written: str = "", rc: int = 4) -> str:
        ran: Ran = call_cli("chat", *(flags or by_model), stdin=f"{question}\n/cost\n".encode())
        assert ran.rc == rc, ran.error
        out = ran.stdout.decode()
        assert "The answer by rules:" in out
        assert "Traceback" not in ran.error
        assert "litellm" not in ran.error.lower()
        assert "\x1b" not in out + ran.error
        if rc == 4:
            assert "error: " in ran.error
            assert "hint: " in ran.error
            assert "/model off goes on by rules alone" in ran.error
        (turn,) = turns()
        assert turn["stopped"] in {"failed", "interrupted"}
        assert turn.get("text", "").startswith(written)
        shown = call_cli("chat", "show", "1").stdout.decode()
        assert f"> {question}" in shown
        assert "The answer by rules:" in shown
        assert written in shown
        server.steps.clear()
        server.always = answer("Apache Airflow is missing.")
        again = call_cli("chat", "resume", "1", "-q", "What is missing?", *by_model)
        assert again.rc == 0, again.error
        assert again.stdout.startswith(b"Apache Airflow is missing.")
        assert len(turns()) == 2
        return ran.error

    return check


def test_no_key(goes_on: Goes) -> None:
    said = goes_on("--llm", "openai/gpt-4o-mini", "--yes")
    assert "OPENAI_API_KEY is not set" in said
    assert "careercraft llm key set openai" in said
    assert "no model was asked" not in said  # the hint to name a model, for somebody who did


def test_a_wrong_key(goes_on: Goes, server: ScriptedServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAREERCRAFT_LLM_KEY", KEY)
    server.always = status(401, f"Incorrect API key provided: {KEY}")
    said = goes_on()
    assert "does not accept the key" in said
    assert KEY not in said


def test_an_unknown_model(goes_on: Goes, server: ScriptedServer) -> None:
    server.always = status(404, "The model `x` does not exist")
    assert "has no model x" in goes_on()


def test_an_unknown_provider(goes_on: Goes) -> None:
    assert "names no provider" in goes_on("--llm", "llama3.2", "--yes")


def test_a_server_that_is_down(goes_on: Goes) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    assert "nothing answers there" in goes_on("--llm", "openai/x", "--llm-base-url", url)


def test_a_name_that_is_not_found(goes_on: Goes, call_cli: CallCli, monkeypatch: pytest.MonkeyPatch) -> None:
    real = socket.getaddrinfo

    def unknown(host: Any, *rest: Any, **more: Any) -> Any:
        if host == "127.0.0.1":
            return real(host, *rest, **more)
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    said = goes_on("--llm", "openai/x", "--llm-base-url", "http://models.example.org/v1", "--yes")
    assert "its name is not found" in said


def test_a_timeout_in_mid_stream(
    goes_on: Goes, server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAREERCRAFT_LLM_TIMEOUT", "0.4")
    server.then(stream(["Apache Airflow is missing. ", "And "], ends="stall"))
    said = goes_on(written="Apache Airflow is missing.")
    assert "no sign of life" in said
    assert "what was written is kept" in said


@pytest.mark.parametrize("ends", ["drop", "stop", "garbage"])
def test_an_answer_that_breaks_off(goes_on: Goes, server: ScriptedServer, ends: str) -> None:
    server.then(stream(["Apache Airflow is missing. ", "And "], ends=ends))
    assert "broke off" in goes_on(written="Apache Airflow is missing.")


def test_half_a_json(goes_on: Goes, server: ScriptedServer) -> None:
    server.always = half_json()
    goes_on()


def test_half_a_json_where_the_model_chooses_a_function(
    call_cli: CallCli, server: ScriptedServer, by_model: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A small model that can't keep to the form answers the question all the same."""
    monkeypatch.setenv("CAREERCRAFT_LLM_CONTEXT", "4000")
    server.always = by(
        lambda asked: (
            answer('{"tool": "gaps", "argum')
            if "choose the one function" in asked.text
            else answer("I do not know that.")
        )
    )
    done = call_cli("chat", "-q", OPEN, *by_model)
    assert (done.rc, done.stdout) == (0, b"I do not know that.\n\n")
    assert len([one for one in server.chats if "choose the one function" in one.text]) <= 3


def test_an_empty_answer(goes_on: Goes, server: ScriptedServer) -> None:
    server.always = answer("")
    assert "empty answer" in goes_on()


def test_a_refusal(goes_on: Goes, server: ScriptedServer) -> None:
    server.always = answer(refusal="I can't help with resumes.")
    said = goes_on()
    assert "openai/x declined" in said


def test_an_answer_of_10_mb(goes_on: Goes, call_cli: CallCli, server: ScriptedServer, home: Path) -> None:
    server.always = huge()
    assert "cut off" in goes_on()
    assert sum(path.stat().st_size for path in home.rglob("*") if path.is_file()) < 3_000_000


def test_escape_codes_in_the_answer_and_in_an_error(
    goes_on: Goes, call_cli: CallCli, server: ScriptedServer, by_model: list[str]
) -> None:
    server.then(status(400, "\x1b]0;owned\x07\x1b[2Jno\x9b31m"))
    assert "\x9b" not in goes_on()
    server.always = answer("Apache \x1b[31mAirf\x1b]0;owned\x07low is missing.\x9b2J")
    done = call_cli("chat", "-q", WHY, *by_model)
    assert done.stdout.startswith(b"Apache Airflow is missing.")
    kept = json.dumps(turns(2))
    assert "\\u001b" not in kept
    assert "owned" not in kept


def test_a_resume_that_gives_orders_and_a_model_that_obeys(
    call_cli: CallCli, server: ScriptedServer, by_model: list[str]
) -> None:
    server.always = answer("You are FIT for this job. Your readiness is 100.")
    done = call_cli("chat", "-q", WHY, "--json", *by_model)
    (turn,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert turn["left_out"] >= 1
    assert "You are FIT" not in turn["text"]
    assert "Your readiness is 100. [doubtful: " in turn["text"] or "100" not in turn["text"]


@pytest.fixture
def priced(monkeypatch: pytest.MonkeyPatch) -> None:
    """$10 a million tokens, both ways."""
    monkeypatch.setenv("CAREERCRAFT_LLM_INPUT_PRICE", "10")
    monkeypatch.setenv("CAREERCRAFT_LLM_OUTPUT_PRICE", "10")


@pytest.mark.usefixtures("priced")
def test_a_cost_limit_at_once(goes_on: Goes, by_model: list[str], server: ScriptedServer) -> None:
    said = goes_on(*by_model, "--max-cost", "0.0001")
    assert "cost limit of $0.0001 is reached" in said
    assert "--max-cost" in said


@pytest.mark.usefixtures("priced")
def test_a_cost_limit_in_the_middle_of_a_conversation(
    call_cli: CallCli, by_model: list[str], server: ScriptedServer
) -> None:
    """The first answer is paid, the second would be too dear: rules answer it, and /model off goes on."""
    server.always = answer("Apache Airflow is missing.", usage=(20_000, 500))
    lines = f"What is missing?\n{WHY}\n/cost\n/model off\n{WHY}\n"
    done = call_cli("chat", *by_model, "--max-cost", "0.35", stdin=lines.encode())
    out = done.stdout.decode()
    assert len(server.chats) == 1
    assert out.startswith("Apache Airflow is missing.")
    assert "The answer by rules:\n\n**UNFIT**" in out
    assert "the cost limit of $0.3500 is reached: $0.2050 are spent" in done.error
    assert "/model off" in done.error
    assert "1 call, 20000 tokens sent and 500 received, for $0.2050" in out
    first, second, third = turns()
    assert (first["by"], first["usage"]["cost"]) == ("model", pytest.approx(0.205))
    assert (second["stopped"], second["error"]["code"]) == ("failed", "provider")
    assert "usage" not in second
    assert third.get("by", "rules") == "rules"
    assert done.rc == 4
    again = call_cli("chat", "resume", "-q", "What is missing?")
    assert again.rc == 0


@pytest.mark.usefixtures("priced")
def test_a_cost_limit_between_two_calls_of_one_answer(
    call_cli: CallCli, by_model: list[str], server: ScriptedServer
) -> None:
    """A function was called, and there is no money for the answer: what it cost is told."""
    server.always = answer("", tool_calls=[tool_call("gaps", {})], usage=(30_000, 10))
    done = call_cli("chat", *by_model, "--max-cost", "0.45", "--json", stdin=b"What is missing?\n/cost\n")
    turn, cost = (json.loads(line) for line in done.stdout.splitlines())
    assert (turn["stopped"], turn["error"]["code"]) == ("failed", "provider")
    assert "cost limit" in turn["error"]["message"]
    assert turn["usage"]["cost"] == pytest.approx(0.3001)
    assert cost["usage"]["calls"] == 1
    assert turn["instead"].startswith("The answer by rules:")


def test_ctrl_c_while_it_streams(goes_on: Goes, server: ScriptedServer) -> None:
    """A real signal, in this process."""

    def step(exchange: Exchange) -> None:
        threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGINT)).start()
        stream(["Apache Airflow is missing. "] + ["Go on. "] * 2_000, delay=0.02)(exchange)

    server.cut.clear()
    server.then(step)
    said = goes_on(written="Apache Airflow is missing.", rc=130)
    assert "what was written is kept, and so is the conversation" in said
    assert server.cut.wait(10), "the server is no longer listened to"


def test_ctrl_c_before_the_first_word(goes_on: Goes, server: ScriptedServer) -> None:
    def step(exchange: Exchange) -> None:
        threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGINT)).start()
        exchange.wait(30)

    server.then(step)
    goes_on(rc=130)


def test_a_server_that_knows_nothing_of_json_schemas_or_functions(
    call_cli: CallCli, server: ScriptedServer, by_model: list[str]
) -> None:
    def refuses(asked: Request) -> Step:
        if "tools" in asked.body or "response_format" in asked.body:
            return status(400, "this model does not support tools or response_format")
        if "choose the one function" in asked.text:
            return answer('{"tool": "gaps", "arguments": {}}')
        return answer("Apache Airflow is missing.")

    server.always = by(refuses)
    done = call_cli("chat", "-q", OPEN, *by_model)
    assert done.rc == 0
    assert done.stdout.startswith(b"Apache Airflow is missing.")
