"""`careercraft llm`: check, keys, consent; and that no key stands anywhere."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import quote

import keyring
import pytest

from careercraft.cli import console
from careercraft.llm import traits
from careercraft.llm.consent import remembered
from careercraft.llm.options import options_of
from careercraft.llm.where import Place
from careercraft.model.setting_groups import Llm
from tests.cli.conftest import CallCli
from tests.conftest import Ran, RunCli
from tests.llm.conftest import no_keys, server
from tests.llm.dialects import ollama
from tests.llm.server import Request, ScriptedServer, Step, answer, by, status, stream, tool_call
from tests.llm.test_keys import Chain

__all__ = ["no_keys", "server"]

KEY = "sk-live-4f9c2b7e1a6d8035"
NAMES = [
    "server",
    "key",
    "answers",
    "streams",
    "speed",
    "JSON",
    "functions",
    "context",
    "price",
    "this check",
]


@pytest.fixture
def chain() -> Iterator[Chain]:
    before, found = keyring.get_keyring(), Chain()
    keyring.set_keyring(found)
    yield found
    keyring.set_keyring(before)


def able(request: Request) -> Step:
    """A server that can do everything."""
    if request.body.get("tools"):
        return answer(tool_calls=[tool_call("readiness", {"run": 3})])
    if request.streams:
        return stream([f"{number}, " for number in range(1, 61)], delay=0.001, usage=(20, 180))
    if "JSON" in request.messages[-1]["content"]:
        return answer(data={"city": "Paris", "letters": 5})
    return answer("ready")


def check(call_cli: CallCli, server: ScriptedServer, *more: str) -> Ran:
    return call_cli("llm", "check", "openai/x", "--llm-base-url", server.url, *more)


def states(ran: Ran) -> dict[str, str]:
    return {item["name"]: item["state"] for item in json.loads(ran.stdout)["checks"]}


def found(ran: Ran, name: str) -> dict[str, Any]:
    return next(item for item in json.loads(ran.stdout)["checks"] if item["name"] == name)


def test_a_model_that_can_do_everything(call_cli: CallCli, server: ScriptedServer) -> None:
    server.always = by(able)
    ran = check(call_cli, server, "-f", "json")
    assert ran.rc == 0
    report = json.loads(ran.stdout)
    assert (report["schema"], report["model"], report["usable"]) == (
        "careercraft.llm_check/1",
        "openai/x",
        True,
    )
    assert [item["name"] for item in report["checks"]] == NAMES
    assert set(states(ran).values()) == {"ok", "weak"}
    assert [name for name, state in states(ran).items() if state == "weak"] == [
        "context"
    ]  # nobody knows this one
    assert "in 60 pieces" in found(ran, "streams")["detail"]
    assert "tokens a second" in found(ran, "speed")["detail"]
    assert all(item["fix"] for item in report["checks"] if item["state"] not in {"ok", "skipped"})


def test_it_is_one_screen(call_cli: CallCli, server: ScriptedServer) -> None:
    server.always = by(able)
    ran = check(call_cli, server)
    lines = ran.stdout.decode().splitlines()
    assert ran.rc == 0
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80
    assert [name for name in NAMES if f"  {name} " not in ran.stdout.decode()] == []


def slow(request: Request) -> Step:
    if request.streams:
        return stream([f"{number}, " for number in range(1, 7)], delay=0.03, usage=(20, 40))
    return able(request)


def of_ollama(request: Request) -> Step:
    if request.body.get("tools"):
        return ollama(tool=("readiness", {"run": 3}))
    if "JSON" in request.messages[-1]["content"]:
        return ollama('{"city": "Paris", "letters": 5}')
    return ollama("ready, " + ", ".join(map(str, range(1, 61))), usage=(20, 180))


SCREENS: dict[str, tuple[tuple[str, ...], Any, int, tuple[str, ...]]] = {
    "no key": (("gemini/gemini-2.5-flash",), able, 4, ("GEMINI_API_KEY is not set", "llm key set gemini")),
    "no provider": (("llama3.2",), able, 4, ("names no provider", "ollama/llama3.2")),
    "no address": (("azure/mine",), able, 4, ("needs the address", "--llm-base-url")),
    "slow": (("openai/x", "URL"), lambda request: slow(request), 0, ("speed", "q4")),
    "without JSON": (("openai/x", "URL"), lambda request: no_json(request), 4, ("JSON        broken", "larger model")),
    "unknown": (("openai/x", "URL"), lambda _: status(404, "The model `x` does not exist"), 4, ("no model x",)),
    "many words": (("openai/x", "URL"), lambda _: status(400, "no " * 900), 4, ("does not accept the call",)),
    "Ollama": (("ollama/llama3.2",), of_ollama, 0, ("8,192 tokens, as Ollama is asked for", "functions   ok")),
    "an Ollama without the model": (
        ("ollama/llama3.2",), lambda _: status(404, {"error": "model 'llama3.2' not found"}), 4,
        ("ollama pull llama3.2",),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", SCREENS)
def test_a_screen_for_each_failure(
    call_cli: CallCli, server: ScriptedServer, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    arguments, can, rc, words = SCREENS[case]
    monkeypatch.setattr("careercraft.llm.check._SLOW", 1_000_000.0)
    monkeypatch.setenv("OLLAMA_API_BASE", server.origin)
    server.always = by(can)
    flags = [
        part for name in arguments for part in (("--llm-base-url", server.url) if name == "URL" else (name,))
    ]
    ran = call_cli("llm", "check", *flags)
    assert ran.rc == rc
    screen = ran.stdout.decode()
    assert len(screen.splitlines()) <= 24
    assert max(map(len, screen.splitlines())) <= 80
    flat = " ".join(screen.split())
    for word in words:
        assert " ".join(word.split()) in flat
    for line, below in pairwise(screen.splitlines()):
        state = line[14:22].strip()
        assert state not in {"broken", "weak"} or "->" in below or below.startswith(" " * 22), line
    report = json.loads(call_cli("llm", "check", *flags, "-f", "json").stdout)
    assert report["usable"] is (rc == 0)
    assert all(item["fix"] for item in report["checks"] if item["state"] in {"broken", "weak"})


def test_no_text_of_the_person_is_sent(call_cli: CallCli, server: ScriptedServer) -> None:
    """So that no consent is needed either."""
    server.always = by(able)
    check(call_cli, server)
    assert sum(len(request.text) for request in server.chats) < 4_000


def no_tools(request: Request) -> Step:
    return answer("About 61.") if request.body.get("tools") else able(request)


def one_piece(request: Request) -> Step:
    return stream(["1, 2, 3"]) if request.streams else able(request)


def no_schema(request: Request) -> Step:
    if "response_format" in request.body:
        return status(400, "response_format is not supported")
    return able(request)


def no_json(request: Request) -> Step:
    said = any("JSON" in str(message["content"]) for message in request.messages)
    return answer("Paris, I think.") if said else able(request)


def stream_fails(request: Request) -> Step:
    return status(400, "streaming is not supported") if request.streams else able(request)


@pytest.mark.parametrize(
    ("can", "name", "state", "rc", "words"),
    [
        (no_tools, "functions", "weak", 0, "in words"),
        (one_piece, "streams", "weak", 0, "one piece"),
        (no_schema, "JSON", "ok", 0, "asked in words"),
        (no_json, "JSON", "broken", 4, "form"),
        (stream_fails, "streams", "broken", 4, "streaming is not supported"),
    ],
)
def test_what_a_model_can_not(
    call_cli: CallCli, server: ScriptedServer, can: Any, name: str, state: str, rc: int, words: str
) -> None:
    server.always = by(can)
    ran = check(call_cli, server, "-f", "json")
    assert (ran.rc, states(ran)[name]) == (rc, state)
    assert words in found(ran, name)["detail"]
    assert found(ran, name)["fix"] or state == "ok"


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (status(401, f"Incorrect API key provided: {KEY}"), "does not accept the key"),
        (status(404, "The model `x` does not exist"), "no model x"),
        (status(500, "boom"), "failed"),
        (status(429, "slow down"), "too many calls"),
        (answer(""), "empty answer"),
        (answer(refusal="I can't."), "refuses"),
    ],
)
def test_what_does_not_answer_is_told_with_a_fix(
    call_cli: CallCli, server: ScriptedServer, step: Step, words: str
) -> None:
    server.always = step
    ran = check(call_cli, server, "-f", "json")
    assert ran.rc == 4
    assert words in found(ran, "answers")["detail"]
    assert found(ran, "answers")["fix"]
    assert [states(ran)[name] for name in ("streams", "JSON", "functions")] == ["skipped"] * 3
    assert len(server.chats) == 1
    assert KEY.encode() not in ran.stdout + ran.stderr


def test_nothing_there(call_cli: CallCli) -> None:
    with ScriptedServer() as gone:
        url = gone.url
    ran = call_cli("llm", "check", "openai/x", "--llm-base-url", url)
    assert ran.rc == 4
    assert b"can't be reached" in ran.stdout
    assert b"-> start the server" in ran.stdout


def test_a_missing_key_stops_before_any_call(call_cli: CallCli, chain: Chain) -> None:
    ran = call_cli("llm", "check", "openai/gpt-4o-mini", "-f", "json")
    assert ran.rc == 4
    assert states(ran)["key"] == "broken"
    assert "careercraft llm key set openai" in found(ran, "key")["fix"]
    assert "OPENAI_API_KEY" in found(ran, "key")["detail"]
    assert "$0.1500 a million tokens in" in found(ran, "price")["detail"]
    assert "128,000 tokens" in found(ran, "context")["detail"]


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        ((), "careercraft llm check ollama/llama3.2"),
        (("openai/x", "--llm-base-url", "localhost:1"), "http://"),
        (("openai/",), "openai/NAME"),
    ],
)
def test_no_model_and_no_address(call_cli: CallCli, arguments: tuple[str, ...], hint: str) -> None:
    ran = call_cli("llm", "check", *arguments)
    assert ran.rc == 6
    assert ran.stdout == b""
    assert "hint: " in ran.error
    assert hint in ran.error


def test_a_model_that_does_not_do_as_it_is_told(call_cli: CallCli, server: ScriptedServer) -> None:
    """It works, and is of little use."""
    server.then(answer("To answer with the one word: 1. Durable"), answer("1, 2, and so on"))
    server.always = by(able)
    ran = check(call_cli, server, "-f", "json")
    assert ran.rc == 0
    assert states(ran)["answers"] == "weak"
    assert "larger" in found(ran, "answers")["fix"]
    assert states(ran)["speed"] == "skipped"


def test_the_model_may_be_named_as_everywhere_else(call_cli: CallCli, server: ScriptedServer) -> None:
    server.always = by(able)
    ran = call_cli("llm", "check", "--llm", "openai/x", "--llm-base-url", server.url)
    assert ran.rc == 0, ran.error
    assert ran.stdout.decode().startswith("openai/x\n")


def test_the_model_is_named_once(call_cli: CallCli) -> None:
    ran = call_cli("llm", "check", "openai/x", "--llm", "openai/y")
    assert ran.rc == 2
    assert "named twice" in ran.error


def test_what_was_found_out_before_is_found_out_anew(call_cli: CallCli, server: ScriptedServer) -> None:
    """A server that was updated, or started with a longer context, is asked what it can do now."""
    server.always = by(able)
    options = options_of(Llm(model="openai/x", base_url=server.url))
    traits.remember(options, schema=False, tools=False, context=2_000)
    ran = check(call_cli, server, "-f", "json")
    assert "by the provider's schema" in found(ran, "JSON")["detail"]
    assert traits.traits_of(options).schema
    assert traits.traits_of(options).context_tokens > 2_000


def test_escapes_of_a_server_do_not_reach_the_terminal(call_cli: CallCli, server: ScriptedServer) -> None:
    server.always = status(400, "\x1b[31mred\x1b[0m \x1b]0;title\x07 [bold]x[/bold]")
    ran = check(call_cli, server)
    assert b"\x1b" not in ran.stdout + ran.stderr
    assert b"[bold]x[/bold]" in ran.stdout


def test_the_settings_name_the_model(
    call_cli: CallCli, server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.always = by(able)
    monkeypatch.setenv("CAREERCRAFT_LLM_MODEL", "openai/y")
    monkeypatch.setenv("CAREERCRAFT_LLM_BASE_URL", server.url)
    monkeypatch.setenv("CAREERCRAFT_LLM_CONTEXT", "2000")
    ran = call_cli("llm", "check", "-f", "json")
    assert json.loads(ran.stdout)["model"] == "openai/y"
    assert "2,000 tokens, as llm.context says" in found(ran, "context")["detail"]
    assert found(ran, "context")["fix"]


def test_a_key_is_kept_used_and_removed(call_cli: CallCli, server: ScriptedServer, chain: Chain) -> None:
    server.always = by(able)
    ran = call_cli("llm", "key", "set", "127.0.0.1", stdin=f"{KEY}\n".encode())
    assert ran.rc == 0
    assert "test chain" in ran.error
    assert chain.kept == {("careercraft", "127.0.0.1"): KEY}
    used = check(call_cli, server, "-f", "json")
    assert "keyring" in found(used, "key")["detail"]
    assert server.chats[0].headers["authorization"] == f"Bearer {KEY}"
    assert call_cli("llm", "key", "remove", "127.0.0.1").rc == 0
    assert "no key" in call_cli("llm", "key", "remove", "127.0.0.1").error
    for shown in (ran, used):
        assert KEY.encode() not in shown.stdout + shown.stderr


def test_a_system_without_a_keyring(call_cli: CallCli) -> None:
    from keyring.backends.fail import Keyring

    before = keyring.get_keyring()
    keyring.set_keyring(Keyring())
    try:
        ran = call_cli("llm", "key", "set", "openai", stdin=KEY.encode())
    finally:
        keyring.set_keyring(before)
    assert ran.rc == 6
    assert "OPENAI_API_KEY" in ran.error
    assert KEY not in ran.error


def test_a_key_in_place_of_a_provider_is_not_repeated(call_cli: CallCli, chain: Chain) -> None:
    ran = call_cli("llm", "key", "set", KEY, stdin=b"x" * 20)
    assert ran.rc == 2
    assert KEY not in ran.error


def test_consent_is_listed_and_taken_back(call_cli: CallCli) -> None:
    from careercraft.llm.consent import remember

    assert call_cli("llm", "consent").stdout == b""
    for host in ("b.example", "a.example"):
        remember(host)
    assert call_cli("llm", "consent").stdout == b"a.example\nb.example\n"
    assert call_cli("llm", "consent", "--revoke", "a.example").rc == 0
    assert call_cli("llm", "consent", "--revoke", "a.example").rc == 2
    assert call_cli("llm", "consent", "--revoke", "all").rc == 0
    assert remembered() == []


def test_kept_answers_are_deleted(call_cli: CallCli, home: Path) -> None:
    folder = home / "cache" / "llm"
    folder.mkdir(parents=True)
    (folder / "a.json").write_text("{}")
    assert "deleted 1 answer" in call_cli("llm", "forget").error
    assert list(folder.iterdir()) == []


class Terminal:
    """Standard input of somebody who types."""

    def __init__(self, *lines: str) -> None:
        self._lines = list(lines)

    def isatty(self) -> bool:
        return True

    def readline(self, *_: object) -> str:
        return self._lines.pop(0)


@pytest.mark.parametrize(("typed", "agreed"), [("y\n", True), ("n\n", False), ("\n", False)])
def test_the_question_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: str, agreed: bool
) -> None:
    from careercraft.cli.llm_flags import consent_for
    from careercraft.llm.consent import Asked
    from careercraft.model.setting_groups import Llm

    monkeypatch.setattr(console, "is_terminal", lambda name: True)
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    consent = consent_for(Llm(), yes=False)
    assert consent.ask is not None
    assert consent.ask(Asked(model="openai/x", host="api.openai.com", redacted=True)) is agreed
    said = capsys.readouterr()
    assert said.out == ""
    assert "would go to api.openai.com (openai/x). Nothing has been sent yet." in said.err
    assert "stand-ins" in said.err


def test_one_host_that_is_revoked_is_one_host() -> None:
    from careercraft.cli.llm import consent
    from careercraft.llm.consent import remember, remembered

    remember("a.example")
    remember("b.example")
    consent("a.example")
    assert remembered() == ["b.example"]


def test_words_of_a_model_move_no_cursor() -> None:
    from careercraft.cli.analyze_llm import Column

    shown: list[str] = []
    Column(shown.append, 80)("It is\x1b[2J UNFIT.\x07")
    assert "".join(shown).isprintable()


def test_a_key_that_is_typed_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    from careercraft.cli.llm import key_set

    how: dict[str, Any] = {}
    kept: dict[str, str] = {}

    def keep(provider: str, value: str) -> str:
        kept[provider] = value
        return "the keyring"

    monkeypatch.setattr(console, "is_terminal", lambda name: True)
    monkeypatch.setattr("typer.prompt", lambda words, **more: how.update(more) or "sk-typed-0123")
    monkeypatch.setattr("careercraft.llm.keys.keep_key", keep)
    key_set("openai")
    assert (how["hide_input"], how["err"], kept) == (True, True, {"openai": "sk-typed-0123"})


def test_a_script_is_not_asked() -> None:
    from careercraft.cli.llm_flags import consent_for
    from careercraft.model.setting_groups import Llm

    assert consent_for(Llm(), yes=False).ask is None
    assert consent_for(Llm(), yes=True).grant == "flag"
    assert consent_for(Llm(consent=True), yes=False).grant == "setting"
    assert consent_for(Llm(), yes=False).grant == ""
    assert consent_for(Llm(own_hosts=("gpu.lan",)), yes=False).own_hosts == ("gpu.lan",)


@pytest.mark.parametrize("only", ["stdin", "stdout", "stderr"])
def test_whoever_can_not_see_or_answer_is_not_asked(monkeypatch: pytest.MonkeyPatch, only: str) -> None:
    from careercraft.cli.llm_flags import consent_for
    from careercraft.model.setting_groups import Llm

    monkeypatch.setattr(console, "is_terminal", lambda name: name == only)
    assert consent_for(Llm(), yes=False).ask is None


@pytest.fixture
def far(monkeypatch: pytest.MonkeyPatch) -> None:
    """The scripted server plays one that is somewhere else."""
    monkeypatch.setattr("careercraft.llm.open.place_of", lambda *_: Place("far.example", False))


def test_an_analysis_sends_nothing_without_consent(
    call_cli: CallCli, server: ScriptedServer, far: None, resume: Path, job: Path
) -> None:
    server.always = answer(data={"skills": []})
    flags = ("--llm", "openai/x", "--llm-base-url", server.url)
    ran = call_cli("analyze", resume, job, "-f", "json", *flags)
    assert ran.rc == 4
    assert "--yes" in ran.error
    assert server.requests == []
    assert json.loads(ran.stdout)["scores"]  # everything else is there
    ran = call_cli("analyze", resume, job, "-f", "json", "--yes", *flags)
    assert "would go to far.example" in ran.error
    assert server.chats
    assert remembered() == []


def test_a_redacted_analysis_sends_nobodys_name(
    call_cli: CallCli, server: ScriptedServer, resume: Path, job: Path
) -> None:
    server.always = answer(data={})
    flags = ("--llm", "openai/x", "--llm-base-url", server.url, "--redact", "--no-llm-cache")
    ran = call_cli("analyze", resume, job, "-f", "json", *flags)
    basics = json.loads(ran.stdout)["resume"]["basics"]
    employers = [entry["name"] for entry in json.loads(ran.stdout)["resume"]["work"]]
    sent = "".join(request.text for request in server.chats)
    assert sent
    assert "Person A" in sent
    assert [word for word in (basics["name"], basics["email"], *employers) if word in sent] == []


def quoting(request: Request) -> Step:
    """A model that quotes what it was told, stand-ins and all."""
    said = json.dumps(request.messages, ensure_ascii=False)
    if "soft_skills" not in said:
        return answer(data={"requirements": [], "years": []})
    quotes = ["BSc Statistics, School 1, 2012 - 2016", "BSc Statistics, School 9, 2012 - 2016"]
    items = [{"skill": "Statistics", "quote": quote} for quote in quotes]
    return answer(data={"skills": items, "soft_skills": [], "years": []})


def test_a_quote_with_stand_ins_is_found_in_the_resume(
    call_cli: CallCli, server: ScriptedServer, resume: Path, job: Path
) -> None:
    server.always = by(quoting)
    flags = ("--llm", "openai/x", "--llm-base-url", server.url, "--redact")
    report = json.loads(call_cli("analyze", resume, job, "-f", "json", *flags).stdout)
    # The first stands in the resume, and its skill was found already; the second stands nowhere.
    assert report["proposals"]["dropped"] == {"known": 1, "not_in_source": 1}


def test_the_cost_limit_stops_an_analysis_before_its_first_call(
    call_cli: CallCli, server: ScriptedServer, resume: Path, job: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.always = answer(data={})
    monkeypatch.setenv("CAREERCRAFT_LLM_INPUT_PRICE", "10")
    flags = ("--llm", "openai/x", "--llm-base-url", server.url)
    ran = call_cli("analyze", resume, job, "-f", "json", *flags, "--max-cost", "0.0001")
    assert ran.rc == 4
    assert "cost limit of $0.0001 is reached" in ran.error
    assert "--max-cost" in ran.error
    assert server.chats == []
    assert json.loads(ran.stdout)["scores"]
    call_cli("analyze", resume, job, "-f", "json", *flags, "--max-cost", "5")
    assert server.chats


def everything_under(folder: Path) -> Iterator[tuple[Path, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path, path.read_bytes()


@pytest.mark.parametrize(
    "key", [KEY, "p@ss wörd/&?=%{}[]$`'\"\\n", "x" * 200 + "=="], ids=("usual", "odd", "long")
)
def test_no_key_stands_in_any_output_or_file(
    call_cli: CallCli,
    server: ScriptedServer,
    home: Path,
    tmp_path: Path,
    resume: Path,
    job: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    key: str,
) -> None:
    """Reports, history, caches, logs, errors, exports of talks, and the settings as they are shown."""
    caplog.set_level(logging.DEBUG)
    for name, value in {"CAREERCRAFT_LLM_KEY": key, "OPENAI_API_KEY": f"{key}-other"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("CAREERCRAFT_LLM_MODEL", "openai/x")
    monkeypatch.setenv("CAREERCRAFT_LLM_BASE_URL", server.url)
    server.then(status(401, f"Incorrect API key provided: {key}"))
    server.always = answer(f"The key is {key}.")
    for command in (
        ("llm", "check"),
        ("analyze", resume, job),
        ("analyze", resume, job, "-o", tmp_path / "report.json", "--no-llm-cache"),
        ("chat", "-q", "Why am I unfit?"),
        ("chat", "export", "1", "-o", tmp_path / "talk.md"),
        ("chat", "export", "1", "-o", tmp_path / "talk.jsonl"),
        ("config", "show"),
        ("config", "show", "-f", "json"),
        ("doctor",),
    ):
        ran = call_cli(*command)
        for shown in forms(key):
            assert shown not in ran.stdout + ran.stderr, command
    assert any(key[:40] in request.headers.get("authorization", "") for request in server.chats) or key != KEY
    server.always = status(403, f"{key} may not")
    call_cli("analyze", resume, job, "--no-llm-cache")
    assert (tmp_path / "talk.md").exists()
    files = dict([*everything_under(home), *everything_under(tmp_path)])
    assert any(path.suffix == ".db" for path in files)
    assert [path for path, data in files.items() if any(shown in data for shown in forms(key))] == []
    assert key not in caplog.text


def forms(key: str) -> list[bytes]:
    """As it is, in JSON, and in an address."""
    return [key.encode(), json.dumps(key)[1:-1].encode(), quote(key, safe="").encode()]


def test_a_process_of_its_own_says_no_key_either(
    run_cli: RunCli, server: ScriptedServer, resume: Path, job: Path
) -> None:
    """With everything that threads and exit hooks may write at its end."""
    env = {
        "CAREERCRAFT_LLM_KEY": KEY,
        "CAREERCRAFT_LLM_MODEL": "openai/x",
        "CAREERCRAFT_LLM_BASE_URL": server.url,
    }
    server.always = status(401, f"Incorrect API key provided: {KEY}")
    ran = run_cli("analyze", resume, job, env=env)
    assert ran.rc == 4
    assert KEY.encode() not in ran.stdout + ran.stderr
    assert server.chats[0].headers["authorization"] == f"Bearer {KEY}"
