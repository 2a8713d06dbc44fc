"""`careercraft chat`: scripts, pipes, the prompt, the conversations that are kept."""

from __future__ import annotations

import fcntl
import io
import json
import os
import pty
import re
import select
import subprocess
import sys
import termios
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from careercraft.store import open_chats
from tests.architecture.test_lazy import WRAPPER
from tests.chat.desks import desk
from tests.cli.chat_desk import by_model, kept_run, objects, turns
from tests.cli.conftest import CallCli
from tests.conftest import cli_environment
from tests.llm.conftest import no_keys, server
from tests.llm.server import Request, ScriptedServer, Step, answer, by, status, stream, tool_call

__all__ = ["by_model", "kept_run", "no_keys", "server"]

pytestmark = pytest.mark.usefixtures("_one_workbench")
_SECONDS = 90


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
    assert "what was written is kept; /model off goes on by rules alone" in done.error
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
    assert objects(call_cli("chat", "list", "--format", "json").stdout)[0]["run"] == 1
    done = call_cli("chat", "resume", "1", "-q", "why?")
    assert done.rc == 2
    assert "run 1, which conversation 1 is about, is deleted" in done.error
    assert b"What is missing?" in call_cli("chat", "show", "1").stdout


def test_purge_tells_of_conversations(call_cli: CallCli) -> None:
    call_cli("chat", "-q", "why?")
    assert "1 conversation(s)" in call_cli("history", "purge", "--yes").error
    assert call_cli("chat", "list").stdout == b""


def test_purge_deletes_the_answers_of_models(call_cli: CallCli, server: ScriptedServer, home: Path) -> None:
    """They hold what the documents say."""
    server.always = answer("Apache Airflow is missing.")
    by_model = ["--llm", "openai/x", "--llm-base-url", server.url]
    for _ in range(2):
        call_cli("chat", "-q", "What is missing?", *by_model)
    assert len(server.chats) == 1, "the second comes from the disk"
    assert [one for one in home.rglob("*.json") if b"Airflow is missing" in one.read_bytes()]
    done = call_cli("history", "purge", "--yes")
    assert "1 answer(s) of a model" in done.error
    assert not [one for one in home.rglob("*.json") if b"Airflow is missing" in one.read_bytes()]


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


def test_a_conversation_is_saved_into_a_folder_too(call_cli: CallCli, tmp_path: Path) -> None:
    call_cli("chat", stdin=f"What is missing?\n/save {tmp_path}\n/save {tmp_path}\n".encode())
    (file,) = tmp_path.glob("*.md")
    assert file.name == "careercraft-chat-1.md"
    assert "> What is missing?" in file.read_text(encoding="utf-8")


def test_a_model_that_no_provider_has_does_not_answer(call_cli: CallCli) -> None:
    """The one that answered goes on."""
    done = call_cli("chat", stdin=b"/model nosuch\n/model\nWhat is missing?\n")
    assert "nosuch names no provider" in done.error
    assert "/model ollama/llama3.2" in done.error
    assert done.stdout.startswith(b"Rules answer; no model is asked.")
    assert turns()[0].get("by", "rules") == "rules"


def test_two_conversations_at_once_in_one_history(by_model: list[str], server: ScriptedServer) -> None:
    """Each keeps its own number and turns, whoever writes first."""
    from careercraft.cli.chat_screen import PlainScreen
    from careercraft.cli.chat_session import Session
    from careercraft.cli.options import settings_from

    server.always = answer("Apache Airflow is missing.")
    named: dict[str, Any] = {"llm.model": "openai/x", "llm.base_url": server.url, "llm.cache": False}
    one, two = (
        Session(settings_from(**flags), desk("unfit", run=1), PlainScreen())
        for flags in (dict[str, Any](), named)
    )
    for question in ("What is missing?", "Why?"):
        one.take(question)
        two.take(question)
    assert (one.number, two.number) == (1, 2)
    assert [turn["question"] for turn in turns(1)] == ["What is missing?", "Why?"]
    assert [turn.get("by", "rules") for turn in turns(1) + turns(2)] == ["rules", "rules", "model", "model"]


def test_a_conversation_that_is_deleted_meanwhile_goes_on_without_being_kept(
    capsys: pytest.CaptureFixture[str],
) -> None:
    from careercraft.cli.chat_screen import PlainScreen
    from careercraft.cli.chat_session import Session
    from careercraft.cli.options import settings_from

    session = Session(settings_from(), desk("unfit", run=1), PlainScreen())
    session.take("What is missing?")
    with open_chats() as chats:
        chats.delete(1)
    session.take("Why am I unfit?")
    session.take("What is missing?")
    said = capsys.readouterr()
    assert said.err.count("no longer kept") == 1
    assert said.out.count("**UNFIT**") == 1
    with open_chats() as chats:
        assert chats.rows() == []


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


class OnTerminal:
    """A conversation in a process with a terminal of its own."""

    def __init__(self, *arguments: str, command: tuple[str, ...] = ("-m", "careercraft")) -> None:
        self._outer, inner = pty.openpty()
        own = {"TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1"}
        self.process = subprocess.Popen(
            [sys.executable, *command, "chat", *arguments],
            stdin=inner, stdout=inner, stderr=inner, env=cli_environment(own), start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )  # fmt: skip
        os.close(inner)

    def press(self, keys: str) -> None:
        os.write(self._outer, keys.encode())

    def read_until(self, words: str) -> str:
        """What stands there since the last time, up to these words."""
        read = ""
        while words not in read:
            ready, _, _ = select.select([self._outer], [], [], _SECONDS)
            assert ready, read
            read += os.read(self._outer, 4096).decode("utf-8", "replace")
        return read

    def __enter__(self) -> OnTerminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._outer)


SLOW = stream(["Apache Airflow is missing. ", *["Terraform is missing. "] * 200], delay=0.1)


def test_ctrl_c_ends_the_turn_and_a_kill_loses_nothing(
    call_cli: CallCli, server: ScriptedServer, by_model: list[str]
) -> None:
    """On a terminal: Ctrl-C in the middle of an answer, a command, another answer, and the process is killed."""
    server.always = SLOW
    with OnTerminal(*by_model) as terminal:
        terminal.read_until("you>")
        terminal.press("What is missing?\r")
        terminal.read_until("openai/x is reading; Ctrl-C stops it")
        terminal.read_until("Terraform is missing.")
        terminal.press("\x03")
        terminal.read_until("stopped; what was written is kept")
        terminal.read_until("you>")
        terminal.press("/explain skills\r")
        terminal.read_until("Skills match 56.5")
        terminal.read_until("you>")
        terminal.press("And what is missing?\r")
        terminal.read_until("Terraform is missing.")
    first, second, third = turns()
    assert (first["stopped"], first["text"].startswith("Apache Airflow is missing.")) == ("interrupted", True)
    assert second["intent"] == "explain"
    assert third["question"] == "And what is missing?"
    assert (third["stopped"], third["text"][:26]) == ("unfinished", "Apache Airflow is missing.")
    shown = call_cli("chat", "show").stdout.decode()
    assert "The answer was not finished." in shown
    done = call_cli("chat", "resume", "1", "-q", "Why am I unfit?")
    assert done.rc == 0
    assert "openai/x answered before" in done.error
    assert len(turns()) == 4


def test_the_first_prompt_loads_no_model_library() -> None:
    """Up to the prompt and out again with Ctrl-D; then the list of what was loaded."""
    with OnTerminal("--llm", "openai/x", command=("-c", WRAPPER)) as terminal:
        terminal.read_until("you>")
        terminal.press("\x04")
        code, modules = json.loads(terminal.read_until("]]").splitlines()[-1])
    assert code == 0
    assert {"prompt_toolkit", "careercraft.chat.turns"} <= set(modules)
    assert {"litellm", "openai", "httpx", "onnxruntime"} & set(modules) == set()


def test_the_library_of_models_is_loaded_beside_the_first_question(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once, with the first key, and only where a model is named."""
    from careercraft.cli import chat_warm
    from careercraft.cli.chat_screen import PlainScreen
    from careercraft.cli.chat_session import Session
    from careercraft.cli.options import settings_from

    begun: list[bool] = []
    monkeypatch.setattr(chat_warm, "begin", lambda: begun.append(True))
    for name, times in (("", 0), ("openai/x", 1)):
        session = Session(
            settings_from(**dict[str, Any]({"llm.model": name or None})),
            desk("unfit"),
            PlainScreen(),
            keep=False,
        )
        assert typed("why?\r", typing=session.warm) == "why?"
        assert len(begun) == times


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

    def press(
        keys: str,
        earlier: tuple[str, ...] = (),
        names: tuple[str, ...] = (),
        typing: Callable[[], None] | None = None,
    ) -> str:
        with create_pipe_input() as source:
            source.send_text(keys)
            session = make_prompt(earlier, lambda: names, typing, input=source, output=DummyOutput())
            return str(session.prompt("you> ", in_thread=True))  # a browser test may have a loop here

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


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("/exp\tskills_m\t\r", "/explain skills_match"),
        ("/what-if +Snow\t\r", "/what-if +Snowflake"),
        ("is Terra\t missing?\r", "is Terraform missing?"),
        ("is Nothing\t?\r", "is Nothing?"),
        ("x" * 500 + "\r", "x" * 500),
    ],
    ids=["a command and a score", "behind a command", "in a question", "none fits", "a very long line"],
)
def test_tab_takes_the_only_name_that_fits(typed: Typed, keys: str, text: str) -> None:
    """However fast the keys come."""
    assert typed(keys, names=("Snowflake", "Terraform")) == text


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


def test_an_answer_higher_than_the_terminal_stands_there_once() -> None:
    """Drawn anew with each word, line by line: what scrolls out of sight can't be taken back."""
    from rich.console import Console

    from careercraft.cli.chat_screen import RichScreen

    target = io.StringIO()
    console = Console(file=target, force_terminal=True, width=60, height=8, color_system=None)
    screen = RichScreen(console)
    for number in range(1, 31):
        screen.words(f"{number}. step number {number} of many\n")
    while_written = target.getvalue()
    screen.close()
    drawn = target.getvalue()[len(while_written) :]
    assert [drawn.count(f"step number {number} of many") for number in (1, 15)] == [1, 1]
    most = max(frame.count("step number") for frame in while_written.split("\x1b[2K"))
    assert most <= 8
    assert " 30 step number 30 of many" in drawn


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("one\n\ntwo", ["one", "two"]),
        ("```\na\n\nb\n```\n\nend", ["```\na\n\nb\n```", "end"]),
        ("so:\n\n```python\na\n\nb", ["so:", "```python\na\n\nb"]),
        ("", [""]),
    ],
    ids=["paragraphs", "code", "code that goes on", "nothing"],
)
def test_a_piece_of_code_is_one_block(text: str, found: list[str]) -> None:
    from careercraft.cli.chat_screen import blocks

    assert blocks(text) == found
