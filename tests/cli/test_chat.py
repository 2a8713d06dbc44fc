"""`careercraft chat`: scripts, pipes, the prompt, the conversations that are kept."""

from __future__ import annotations

import io
import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import pytest

from careercraft.store import open_chats, open_history
from tests.architecture.test_lazy import WRAPPER
from tests.chat.desks import analysis
from tests.cli.conftest import CallCli
from tests.conftest import DAY, cli_environment
from tests.llm.conftest import no_keys, server
from tests.llm.server import Request, ScriptedServer, Step, answer, by, status, stream, tool_call

__all__ = ["no_keys", "server"]

_SECONDS = 90


@pytest.fixture(autouse=True)
def kept_run(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run 1 of the history: the data engineer who is UNFIT."""
    monkeypatch.setenv("CAREERCRAFT_TODAY", DAY)
    with open_history() as history:
        history.add(analysis("unfit"))
    return home


@pytest.fixture
def by_model(server: ScriptedServer) -> list[str]:
    """Flags of a model on the scripted server."""
    return ["--llm", "openai/x", "--llm-base-url", server.url, "--no-llm-cache"]


def turns(number: int = 1) -> list[dict[str, Any]]:
    with open_chats() as chats:
        return [json.loads(text) for text in chats.turns(number)]


def objects(data: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data.splitlines()]


def test_a_question_without_a_model(call_cli: CallCli) -> None:
    done = call_cli("chat", "-q", "Why am I unfit?")
    assert done.rc == 0
    assert done.stdout.startswith(b"**UNFIT** for Data Engineer at Harborline Health")
    assert "[1] “Snowflake in production” (posting)" in done.stdout.decode()
    assert "Answered by rules" in done.error
    assert "--llm ollama/llama3.2" in done.error


def test_a_question_with_a_model(call_cli: CallCli, server: ScriptedServer, by_model: list[str]) -> None:
    server.then(answer("", tool_calls=[tool_call("gaps", {})]), answer("Apache Airflow is missing [1] [44]."))
    done = call_cli("chat", "-q", "What is missing?", *by_model)
    assert done.rc == 0
    assert done.stdout.decode().startswith("Apache Airflow is missing [1].\n\n[1] “Experience with Airflow")
    assert "made up" in done.error


def test_json_is_one_object_a_turn_and_nothing_else(
    call_cli: CallCli, server: ScriptedServer, by_model: list[str]
) -> None:
    server.then(answer("Apache Airflow is missing."), status(401, "wrong key"))
    lines = b"What is missing?\n\nAnd how long?\n/gaps\n/nosuch\n/cost\n/quit\nnever read\n"
    done = call_cli("chat", "--json", *by_model, stdin=lines)
    first, second, third, cost = objects(done.stdout)
    assert first["schema"] == "careercraft.chat/1"
    assert (first["by"], first["model"], first["question"]) == ("model", "openai/x", "What is missing?")
    assert first["text"] == "Apache Airflow is missing.\n"
    assert (second["stopped"], second["error"]["code"], second["text"]) == ("failed", "provider", "")
    assert second["instead"].startswith("The answer by rules:")
    assert (third["by"], third["intent"], len(third["data"]["gaps"]) > 5) == ("command", "gaps", True)
    assert cost["usage"]["calls"] == 1
    assert {item["chat"] for item in (first, second, third)} == {1}
    assert "there is no command /nosuch" in done.error
    assert done.rc == 2  # the last thing that failed


def test_a_model_that_fails_exits_with_4_and_the_rules_answer(
    call_cli: CallCli, server: ScriptedServer, by_model: list[str]
) -> None:
    server.then(stream(["Apache Airflow is missing. ", "Then"], ends="garbage"))
    done = call_cli("chat", "-q", "Why am I unfit?", *by_model)
    assert done.rc == 4
    out = done.stdout.decode()
    assert out.startswith("Apache Airflow is missing. Then")
    assert "The answer by rules:" in out
    assert "**UNFIT**" in out
    assert "error: " in done.error
    assert "what was written is kept; the conversation goes on" in done.error
    assert turns()[0]["stopped"] == "failed"


@pytest.mark.parametrize(
    "name", ["nosuchprovider/x", "gpt-4o-mini"], ids=["no provider", "no consent, no key"]
)
def test_a_model_that_can_not_be_asked(call_cli: CallCli, name: str) -> None:
    done = call_cli("chat", "-q", "Why am I unfit?", "--llm", name)
    assert done.rc in {4, 6}
    assert "**UNFIT**" in done.stdout.decode()
    assert "error: " in done.error
    assert turns()[0]["error"]["message"]


def test_text_does_not_leave_the_machine_unasked(call_cli: CallCli) -> None:
    """Nobody can be asked in a script, so nothing is sent, and the line says what --yes would do."""
    done = call_cli("chat", "-q", "Why?", "--llm", "openai/x", "--llm-base-url", "http://192.0.2.1/v1")
    assert done.rc == 4
    assert "nothing was sent" in done.error
    assert "--yes" in done.error


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("chat", "-q", " "), "an empty question"),
        (("chat", "--analysis", "77", "-q", "why?"), "no run '77'"),
        (("chat", "resume"), "no conversation yet"),
        (("chat", "show", "9"), "no conversation '9'"),
        (("chat", "delete", "9", "--yes"), "no conversation '9'"),
    ],
)
def test_wrong_usage(call_cli: CallCli, arguments: tuple[str, ...], told: str) -> None:
    done = call_cli(*arguments)
    assert (done.rc, done.stdout) == (2, b"")
    assert told in done.error


def test_without_an_analysis_it_says_how_to_make_one(call_cli: CallCli) -> None:
    call_cli("history", "purge", "--yes")
    done = call_cli("chat", "-q", "why?")
    assert done.rc == 2
    assert "careercraft analyze" in done.error


def test_a_question_from_standard_input(call_cli: CallCli) -> None:
    assert call_cli("chat", "-q", "-", stdin=b"Why am I unfit?\n").stdout.startswith(b"**UNFIT**")


def test_a_backslash_joins_lines(call_cli: CallCli) -> None:
    call_cli("chat", stdin=b"What if I learn Airflow\\\nand Terraform?\n")
    assert turns()[0]["question"] == "What if I learn Airflow\nand Terraform?"


def test_conversations_are_listed_shown_resumed_exported_and_deleted(
    call_cli: CallCli, tmp_path: Path
) -> None:
    call_cli("chat", stdin=b"What is missing?\n")
    done = call_cli("chat", "resume", "-q", "what about the second one?")
    assert "Snowflake" in done.stdout.decode()
    (row,) = objects(call_cli("chat", "list", "--format", "json").stdout)
    assert (row["number"], row["run"], row["turns"], row["title"]) == (1, 1, 2, "What is missing?")
    assert b"What is missing?" in call_cli("chat", "list").stdout
    shown = call_cli("chat", "show", "1").stdout.decode()
    assert "> What is missing?" in shown
    assert "> what about the second one?" in shown
    assert call_cli("chat", "export", "1").stdout.decode() == shown
    call_cli("chat", "export", "-o", tmp_path / "chat.md")
    assert (tmp_path / "chat.md").read_text(encoding="utf-8") == shown
    call_cli("chat", "export", "1", "-o", tmp_path / "chat.jsonl")
    exported = objects((tmp_path / "chat.jsonl").read_bytes())
    assert [item["question"] for item in exported] == ["What is missing?", "what about the second one?"]
    assert objects(call_cli("chat", "show", "--format", "json").stdout) == exported
    assert call_cli("chat", "delete", "1").rc == 2  # it is asked first
    assert call_cli("chat", "delete", "1", "--yes").rc == 0
    assert call_cli("chat", "list").stdout == b""


def test_a_deleted_analysis_leaves_what_was_said(call_cli: CallCli) -> None:
    call_cli("chat", "-q", "What is missing?")
    call_cli("history", "delete", "1")
    done = call_cli("chat", "resume", "1", "-q", "why?")
    assert done.rc == 2
    assert "run 1, which conversation 1 is about, is deleted" in done.error
    assert b"What is missing?" in call_cli("chat", "show", "1").stdout


def test_purge_tells_of_conversations(call_cli: CallCli) -> None:
    call_cli("chat", "-q", "why?")
    assert "1 conversation(s)" in call_cli("history", "purge", "--yes").error
    assert call_cli("chat", "list").stdout == b""


def test_nothing_is_kept_where_that_is_asked(call_cli: CallCli) -> None:
    call_cli("chat", "-q", "why?", "--no-history")
    assert call_cli("chat", "list").stdout == b""


def test_commands_of_the_conversation(call_cli: CallCli, server: ScriptedServer, tmp_path: Path) -> None:
    server.then(answer("Apache Airflow is missing.", usage=(120, 30)))
    target = tmp_path / "talk.md"
    lines = "/model\n/model openai/x\nWhat is missing?\n/cost\n/model off\nwhy unfit?\n/sources\n"
    lines += f"/save {target}\n/help\n"
    done = call_cli("chat", "--llm-base-url", server.url, "--no-llm-cache", stdin=lines.encode())
    out = done.stdout.decode()
    assert done.rc == 0
    assert out.startswith("Rules answer; no model is asked.")
    assert "openai/x answers." in out
    assert "1 call, 120 tokens sent and 30 received" in out
    assert "“why unfit?” was answered from:" in out
    assert "`/what-if" in out
    saved = target.read_text(encoding="utf-8")
    assert "**openai/x:**\n\nApache Airflow is missing." in saved
    assert "**careercraft, by rules:**\n\n**UNFIT**" in saved
    assert len(server.chats) == 1


def test_a_wrong_model_or_file_is_told_and_the_conversation_goes_on(
    call_cli: CallCli, tmp_path: Path
) -> None:
    lines = f"/save {tmp_path}/no/such/folder.md\n/gaps\n"
    done = call_cli("chat", stdin=lines.encode())
    assert done.rc == 5
    assert "there is no folder" in done.error
    assert b"Apache Airflow" in done.stdout


def test_a_key_stands_nowhere(
    call_cli: CallCli,
    server: ScriptedServer,
    by_model: list[str],
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    key = "sk-proj-0123456789abcdefghij"
    monkeypatch.setenv("OPENAI_API_KEY", key)
    server.then(status(401, f"Incorrect API key provided: {key}"))
    done = call_cli("chat", "-q", "why?", "--json", *by_model)
    assert done.rc == 4
    assert key.encode() not in done.stdout + done.stderr
    assert all(key.encode() not in path.read_bytes() for path in home.rglob("*") if path.is_file())


def test_stand_ins_go_out_and_names_come_back(
    call_cli: CallCli, server: ScriptedServer, by_model: list[str]
) -> None:
    def told(asked: Request) -> Step:
        employer = re.search(r"Analytics Engineer, ([^\"\\]+)", asked.text)
        return answer(f"You work at {employer[1] if employer else '?'}.")

    server.always = by(told)
    done = call_cli("chat", "-q", "Where do I work?", "--redact", *by_model)
    assert "Pinecrest" not in "".join(request.text for request in server.chats)
    assert done.stdout.decode().startswith("You work at Pinecrest Benefits.")
    call_cli("chat", "-q", "Where do I work?", *by_model)
    assert "Pinecrest" in server.chats[-1].text


class Running:
    """A conversation in a process of its own, whose model streams slowly."""

    def __init__(self, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "careercraft", "chat", *arguments],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=cli_environment(), bufsize=0,
        )  # fmt: skip

    def say(self, line: str) -> None:
        pipe(self.process.stdin).write(f"{line}\n".encode())

    def read_until(self, words: bytes) -> None:
        out, read = pipe(self.process.stdout), b""
        while words not in read:
            piece = os.read(out.fileno(), 4096)
            assert piece, (read, pipe(self.process.stderr).read())
            read += piece

    def __enter__(self) -> Running:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()


def pipe(found: IO[bytes] | None) -> IO[bytes]:
    assert found is not None
    return found


SLOW = stream(["Apache Airflow is missing. ", *["Terraform is missing. "] * 200], delay=0.1)


def test_ctrl_c_ends_the_turn_not_the_conversation(server: ScriptedServer, by_model: list[str]) -> None:
    server.always = SLOW
    with Running(*by_model) as running:
        running.say("What is missing?")
        running.read_until(b"Apache Airflow is missing.")
        running.process.send_signal(signal.SIGINT)
        running.say("/explain skills")
        running.read_until(b"Skills match 56.5")
        running.say("/quit")
        assert running.process.wait(_SECONDS) == 130
        assert b"stopped; what was written is kept" in pipe(running.process.stderr).read()
    first, second = turns()
    assert (first["stopped"], first["text"].startswith("Apache Airflow is missing.")) == ("interrupted", True)
    assert second["intent"] == "explain"


def test_a_conversation_that_is_killed_is_kept(
    call_cli: CallCli, server: ScriptedServer, by_model: list[str]
) -> None:
    server.always = SLOW
    with Running(*by_model) as running:
        running.say("/gaps")
        running.say("What is missing?")
        running.read_until(b"Terraform is missing.")
        running.process.kill()
        running.process.wait(_SECONDS)
    first, second = turns()
    assert first["intent"] == "gaps"
    assert second["question"] == "What is missing?"
    assert second["text"].startswith("Apache Airflow is missing.")
    assert second["stopped"] == "unfinished"
    done = call_cli("chat", "resume", "1", "-q", "Why am I unfit?")
    assert done.rc == 0
    assert "openai/x answered before" in done.error
    assert [turn["question"] for turn in turns()] == ["/gaps", "What is missing?", "Why am I unfit?"]


def test_the_first_prompt_loads_no_model_library() -> None:
    """On a terminal, up to the prompt and out again with Ctrl-D; then the list of what was loaded."""
    outer, inner = pty.openpty()
    environment = cli_environment({"TERM": "dumb"})
    process = subprocess.Popen(
        [sys.executable, "-c", WRAPPER, "chat", "--llm", "openai/x"],
        stdin=inner, stdout=inner, stderr=subprocess.PIPE, env=environment,
    )  # fmt: skip
    os.close(inner)
    with process:
        shown = "".join(_until(outer, "you> "))
        while True:  # one that comes before the prompt reads keys is lost
            os.write(outer, b"\x04")
            try:
                _, error = process.communicate(timeout=1)
                break
            except subprocess.TimeoutExpired:
                continue
    os.close(outer)
    assert "you> " in shown
    code, modules = json.loads(error.splitlines()[-1])
    assert code == 0
    assert {"prompt_toolkit", "careercraft.chat.turns"} <= set(modules)
    assert {"litellm", "openai", "httpx", "onnxruntime"} & set(modules) == set()


def _until(handle: int, words: str) -> Iterator[str]:
    read = ""
    while words not in read:
        ready, _, _ = select.select([handle], [], [], _SECONDS)
        if not ready:
            return
        piece = os.read(handle, 4096).decode("utf-8", "replace")
        read += piece
        yield piece


def test_answers_by_rules_load_no_model_library() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WRAPPER, "chat", "--json"],
        input=b"why unfit?\n/gaps\n/what-if Terraform\n/cost\n", env=cli_environment(), capture_output=True, check=True,
    )  # fmt: skip
    _, modules = json.loads(done.stderr.splitlines()[-1])
    assert {"litellm", "openai", "httpx", "prompt_toolkit"} & set(modules) == set()
    assert len(objects(done.stdout)) == 4


Typed = Callable[..., str]


@pytest.fixture
def typed() -> Typed:
    """What the prompt gives when these keys are pressed."""
    from prompt_toolkit.input import create_pipe_input
    from prompt_toolkit.output import DummyOutput

    from careercraft.cli.chat_input import make_prompt

    def press(keys: str, earlier: tuple[str, ...] = (), names: tuple[str, ...] = ()) -> str:
        with create_pipe_input() as source:
            source.send_text(keys)
            session = make_prompt(earlier, lambda: names, input=source, output=DummyOutput())
            return str(session.prompt("you> "))

    return press


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("why?\r", "why?"),
        ("one\x1b\rtwo\r", "one\ntwo"),
        ("one\\\rtwo\r", "one\ntwo"),
        ("\x1b[200~one\ntwo\x1b[201~\r", "one\ntwo"),
        ("\x1b[A\r", "the latest"),
        ("\x1b[A\x1b[A\r", "how long for Airflow?"),
        ("\x12Airf\r\r", "how long for Airflow?"),
    ],
    ids=["Enter", "Alt-Enter", "backslash", "pasted", "up", "up twice", "Ctrl-R"],
)
def test_the_prompt(typed: Typed, keys: str, text: str) -> None:
    assert typed(keys, ("the latest", "how long for Airflow?")) == text


def test_what_looks_like_a_key_is_not_offered_again(typed: Typed) -> None:
    assert typed("\x1b[A\r", ("my key is sk-proj-0123456789abcdefghij", "why?")) == "why?"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/e", ["/explain"]),
        ("/", ["/gaps", "/explain", "/what-if"]),
        ("/explain sk", ["skills_match"]),
        ("/what-if +sn", ["Snowflake"]),
        ("is Ter", ["Terraform"]),
        ("is t", []),
    ],
)
def test_completion(text: str, found: list[str]) -> None:
    from careercraft.cli.chat_input import completions

    names = ("Snowflake", "Terraform")
    assert [name for name, _ in completions(text, lambda: names, asked=True)][:3] == found
    if not text.startswith("/"):
        assert list(completions(text, lambda: names, asked=False)) == []


def test_markdown_is_rendered_and_nothing_in_it_is_obeyed() -> None:
    from rich.console import Console

    from careercraft.chat.turn import Turn
    from careercraft.cli.chat_screen import RichScreen

    target = io.StringIO()
    screen = RichScreen(Console(file=target, force_terminal=True, width=60, color_system=None))
    pieces = (
        "Learn **Air",
        "flow**.\n\n- one [bold]\n- two\x1b[2J\n\n",
        "See [here](https://evil.example/).",
    )
    for piece in pieces:
        screen.words(piece)
    screen.turn(Turn(question="?", text="".join(pieces) + "\n\n[1] “words” (posting)\n", by="model"), 1)
    shown = target.getvalue()
    assert "**" not in shown.split("flow")[-1]
    assert " • one [bold]" in shown
    assert "\x1b[2J\x1b" not in shown
    assert "https://evil.example/" in shown
    assert "\x1b]8;" not in shown
    assert shown.rstrip().endswith("[1] “words” (posting)")
