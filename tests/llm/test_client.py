"""What is sent and what is made of the answer, over real HTTP through real litellm; and what is not loaded for it."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from careercraft.errors import ConfigError, ProviderError
from careercraft.llm import calls, prices
from careercraft.llm.client import LiteLLMModel, minus, plus
from careercraft.llm.faults import NoTools
from careercraft.llm.keys import Secret
from careercraft.llm.open import open_model
from careercraft.llm.options import ModelOptions, options_of
from careercraft.llm.scripted import ScriptedModel
from careercraft.llm.tokens import count_messages, count_tokens
from careercraft.model.chat import ChatMessage, ChatModel, Reply, ToolCall, ToolSpec, Usage
from careercraft.model.setting_groups import Llm
from tests.conftest import cli_environment
from tests.llm.conftest import HELLO, KEY, MakeModel
from tests.llm.dialects import anthropic, ollama
from tests.llm.server import ScriptedServer, answer, status, stream, tool_call

EXPLAIN = ToolSpec(
    name="explain",
    description="Explains a score.",
    parameters={"type": "object", "properties": {"score": {"type": "string"}}, "required": ["score"]},
)


def nothing(_: str) -> None:
    """For `on_text`, so that the answer is streamed."""


# --- an answer


def test_an_answer(server: ScriptedServer, make: MakeModel) -> None:
    server.then(answer("Good day."))
    model = make()
    reply = model.reply(HELLO, most_tokens=50)
    assert reply == Reply(
        text="Good day.", usage=Usage(calls=1, input_tokens=11, output_tokens=7), model="scripted-1"
    )
    body = server.chats[0].body
    assert body["model"] == "x"
    assert body["messages"] == [
        {"role": "system", "content": "Be kind."},
        {"role": "user", "content": "Hello?"},
    ]
    assert body["max_tokens"] == 50
    assert body["temperature"] == 0
    assert "stream" not in body or body["stream"] is False
    assert server.requests == server.chats, "nothing but the call itself goes out"


def test_a_stream(server: ScriptedServer, make: MakeModel) -> None:
    server.then(stream(["Good ", "", "day", "."]))
    heard: list[str] = []
    reply = make().reply(HELLO, on_text=heard.append)
    assert heard == ["Good ", "day", "."]
    assert reply.text == "Good day."
    assert reply.usage == Usage(calls=1, input_tokens=11, output_tokens=7)
    assert server.chats[0].streams


@pytest.mark.parametrize("streamed", [False, True], ids=("whole", "streamed"))
def test_functions_are_offered_and_called(server: ScriptedServer, make: MakeModel, streamed: bool) -> None:
    calls = (
        tool_call("explain", {"score": "skills_match", "note": "\x1b[31mred"}, "call_7"),
        tool_call("explain", "", "call_8"),
    )
    server.then(answer(tool_calls=calls))
    reply = make().reply(HELLO, tools=[EXPLAIN], on_text=nothing if streamed else None)
    assert reply.finish == "tools"
    assert reply.tool_calls == (
        ToolCall(id="call_7", name="explain", arguments={"score": "skills_match", "note": "red"}),
        ToolCall(id="call_8", name="explain", arguments={}),
    )
    sent = server.chats[0].body
    assert [tool["function"]["name"] for tool in sent["tools"]] == ["explain"]
    assert sent["tools"][0]["function"]["parameters"] == EXPLAIN.parameters
    assert not [name for name in sent if name.startswith("_")], "a switch of litellm's isn't sent"


def test_a_function_is_answered(server: ScriptedServer, make: MakeModel) -> None:
    server.then(answer("Because of SQL."))
    call = ToolCall(id="call_7", name="explain", arguments={"score": "readiness"})
    make().reply(
        [
            *HELLO,
            ChatMessage(role="assistant", tool_calls=(call,)),
            ChatMessage(role="tool", content="SQL is missing", tool_call_id="call_7"),
        ],
        tools=[EXPLAIN],
    )
    said, told = server.chats[0].messages[2:]
    assert json.loads(said["tool_calls"][0]["function"]["arguments"]) == {"score": "readiness"}
    assert said["tool_calls"][0]["id"] == told["tool_call_id"] == "call_7"
    assert told == {"role": "tool", "content": "SQL is missing", "tool_call_id": "call_7"}


def test_half_arguments_are_asked_for_once_more(server: ScriptedServer, make: MakeModel) -> None:
    server.then(answer(tool_calls=[tool_call("explain", '{"score": "rea')]))
    server.then(answer(tool_calls=[tool_call("explain", {"score": "readiness"})]))
    model = make()
    reply = model.reply(HELLO, tools=[EXPLAIN])
    assert reply.tool_calls[0].arguments == {"score": "readiness"}
    assert reply.usage.calls == 2
    assert "no JSON object" in server.chats[1].messages[-1]["content"]
    server.then(*[answer(tool_calls=[tool_call("explain", "[1]")])] * 2)
    with pytest.raises(ProviderError, match="does not keep to the form"):
        model.reply(HELLO, tools=[EXPLAIN])


@pytest.mark.parametrize("name", ["temperature", "stream_options", "max_tokens"])
def test_a_server_that_does_not_know_a_parameter_is_asked_without_it(
    server: ScriptedServer, make: MakeModel, name: str
) -> None:
    server.then(status(400, f"Unsupported parameter: '{name}'"), answer("Hello."), answer("Hello."))
    model = make()
    for _ in range(2):
        assert model.reply(HELLO, on_text=nothing, most_tokens=50).text == "Hello."
    assert [name in request.body for request in server.chats] == [True, False, False]
    capped = {"max_tokens", "max_completion_tokens"}
    assert all(capped & request.body.keys() for request in server.chats), "the limit is kept"


def test_an_answer_that_was_cut_at_its_length_says_so(server: ScriptedServer, make: MakeModel) -> None:
    server.then(answer("The first", finish="length"))
    assert make().reply(HELLO).finish == "length"


# --- other providers


@pytest.mark.parametrize("streamed", [False, True], ids=("whole", "streamed"))
@pytest.mark.parametrize("name", ["ollama/llama3.2", "ollama_chat/llama3.2"])
def test_ollama(server: ScriptedServer, make: MakeModel, name: str, streamed: bool) -> None:
    server.then(ollama("Good \x1b[31mday, how are you?"))
    model = make(name, base_url=server.origin, key=None, local=True)
    heard: list[str] = []
    reply = model.reply(HELLO, on_text=heard.append if streamed else None)
    assert reply.text == "Good day, how are you?"
    assert "".join(heard) == (reply.text if streamed else "")
    assert (reply.usage.input_tokens, reply.usage.output_tokens, reply.usage.cost) == (11, 7, 0.0)
    assert [request.path for request in server.requests] == ["/api/chat"]
    assert server.chats[0].body["options"]["num_ctx"] == model.traits.context_tokens == 8_192
    assert [message["role"] for message in server.chats[0].messages] == ["system", "user"]


def test_litellm_asks_nobody_else_about_an_ollama_model(
    server: ScriptedServer, make: MakeModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ScriptedServer() as elsewhere:
        monkeypatch.setenv("OLLAMA_API_BASE", elsewhere.origin)
        server.then(ollama("Good day."))
        make("ollama/never-heard-of", base_url=server.origin).reply(HELLO)
        assert elsewhere.requests == []
    assert len(server.requests) == 1


def test_ollama_calls_functions(server: ScriptedServer, make: MakeModel) -> None:
    server.then(ollama(tool=("explain", {"score": "readiness"})))
    reply = make("ollama/llama3.2", base_url=server.origin).reply(HELLO, tools=[EXPLAIN])
    assert [(call.name, call.arguments) for call in reply.tool_calls] == [("explain", {"score": "readiness"})]
    assert [tool["function"]["name"] for tool in server.chats[0].body["tools"]] == ["explain"]


def test_ollama_keeps_a_schema(server: ScriptedServer, make: MakeModel) -> None:
    server.then(ollama('{"score": "readiness"}'))
    reply = make("ollama/llama3.2", base_url=server.origin).reply(HELLO, schema=EXPLAIN.parameters)
    assert reply.data == {"score": "readiness"}
    assert server.chats[0].body["format"] == EXPLAIN.parameters


@pytest.mark.parametrize("streamed", [False, True], ids=("whole", "streamed"))
def test_anthropic(server: ScriptedServer, make: MakeModel, streamed: bool) -> None:
    server.then(status(529, {"error": {"message": "Overloaded"}}), anthropic("Good day, how are you?"))
    model = make("anthropic/claude-haiku-4-5", base_url=server.origin)
    reply = model.reply(HELLO, on_text=nothing if streamed else None)
    assert reply.text == "Good day, how are you?"
    assert (reply.usage.input_tokens, reply.usage.output_tokens) == (11, 7)
    assert reply.usage.cost == pytest.approx(11e-6 + 7 * 5e-6)
    assert server.chats[-1].headers["x-api-key"] == KEY


# --- keys


def test_a_server_of_ones_own_gets_no_key(
    server: ScriptedServer, make: MakeModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    server.then(answer("Hello."))
    make(key=None).reply(HELLO)
    assert KEY not in str(server.chats[0].headers)


def test_the_key_of_the_environment(server: ScriptedServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAREERCRAFT_LLM_KEY", KEY)
    options = options_of(Llm(model="openai/x", base_url=server.url, timeout=20))
    server.then(answer("Hello."))
    LiteLLMModel(options).reply(HELLO)
    assert server.chats[0].headers["authorization"] == f"Bearer {KEY}"
    assert KEY not in repr(options)
    assert KEY not in repr(LiteLLMModel(options).__dict__)


def test_the_settings_make_the_options() -> None:
    local = options_of(Llm(model=" ollama/llama3.2 ", timeout=30, context=2_000))
    assert (local.name, local.local, local.key, local.variable) == ("ollama/llama3.2", True, None, "")
    assert (local.first_seconds, local.idle_seconds, local.context_tokens) == (150, 30, 2_000)
    hosted = options_of(Llm(model="openai/gpt-4o-mini", timeout=5))
    assert (hosted.local, hosted.variable) == (False, "OPENAI_API_KEY")
    assert (hosted.connect_seconds, hosted.first_seconds, hosted.whole_seconds) == (5, 5, 15)
    assert local.whole_seconds == 300
    with pytest.raises(ConfigError, match="no model is named"):
        options_of(Llm())


# --- what it costs


def test_cost_is_by_the_price_list(server: ScriptedServer, make: MakeModel) -> None:
    server.then(answer("Hello.", usage=(1_000_000, 100_000)), answer("Hello.", usage=(1_000_000, 0)))
    model = make("openai/gpt-4o-mini")
    assert model.reply(HELLO).usage.cost == pytest.approx(0.15 + 0.06)
    assert model.reply(HELLO).usage.cost == pytest.approx(0.15)
    assert model.spent.cost == pytest.approx(0.36)
    assert model.spent.calls == 2


def test_what_no_price_is_known_of_has_none(server: ScriptedServer, make: MakeModel) -> None:
    server.then(answer("Hello."))
    model = make("openai/x", local=True)
    assert model.reply(HELLO).usage.cost is None, "openai/x on this machine may stand before any other server"
    assert model.spent.cost is None


@pytest.mark.parametrize("streamed", [False, True], ids=("whole", "streamed"))
def test_tokens_are_estimated_where_none_are_told(
    server: ScriptedServer, make: MakeModel, streamed: bool
) -> None:
    server.then(answer("Good day, how are you this morning?", usage=None))
    usage = make().reply(HELLO, on_text=nothing if streamed else None).usage
    assert usage.input_tokens > 4
    assert usage.output_tokens > 5
    assert usage.estimated or streamed, "litellm counts a stream without usage by itself"


def test_usages_add_up() -> None:
    one = Usage(calls=1, input_tokens=5, output_tokens=3, cost=0.5)
    assert plus(Usage(), one) == one
    assert plus(one, one).cost == 1.0
    assert plus(one, Usage(calls=1)).cost is None
    assert plus(one, Usage(cached=1)).cost == 0.5
    assert minus(plus(one, one), one) == one
    assert minus(one, one) == Usage(cost=0.0)


@pytest.mark.parametrize(
    ("name", "context", "schema"),
    [
        ("openai/gpt-4o-mini", 128_000, True),
        ("gpt-4o-mini", 128_000, True),
        ("openai/never-heard-of", 8_192, True),
        ("ollama/llama3.2", 8_192, True),
        ("anthropic/gpt-4o-mini", 8_192, True),
    ],
)
def test_traits(name: str, context: int, schema: bool) -> None:
    traits = LiteLLMModel(ModelOptions(name=name)).traits
    assert (traits.name, traits.context_tokens, traits.schema) == (name, context, schema)
    assert not traits.local
    assert LiteLLMModel(ModelOptions(name=name, context_tokens=900)).traits.context_tokens == 900


def test_a_price_is_only_of_its_own_provider() -> None:
    assert prices.price(ModelOptions(name="openai/gpt-4o-mini")) == (1.5e-07, 6e-07)
    assert prices.price(ModelOptions(name="anthropic/gpt-4o-mini")) is None
    assert prices.price(ModelOptions(name="ollama/never-heard-of", local=True)) == (0.0, 0.0)
    assert prices.price(ModelOptions(name="ollama/never-heard-of")) is None


def test_tokens_are_rather_too_many() -> None:
    """Against litellm's own tokenizer, which ships with it."""
    from careercraft.llm.calls import prepare

    litellm = prepare()
    for path in sorted((Path(__file__).parents[2] / "examples").glob("*.[tm][xd]*")):
        text = path.read_text(encoding="utf-8")
        exact = litellm.token_counter(model="", text=text)
        assert exact <= count_tokens(text) <= 1.5 * exact, path.name
    assert count_tokens("") == 0
    assert count_tokens("日本語のテキスト") >= 8
    assert count_messages(["", ""]) == 10


# --- quiet, lazy, offline


def fresh(program: str, folder: Path, **environment: str) -> Any:
    """What a fresh Python prints as its last line, as JSON; nothing may stand on stderr."""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=folder, env=cli_environment(environment), capture_output=True, text=True,
        timeout=120, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout.splitlines()[-1])


def test_a_model_is_opened_without_litellm(tmp_path: Path) -> None:
    program = """
import json, sys
from careercraft.llm.open import open_model
from careercraft.model.setting_groups import Llm
model = open_model(Llm(model="ollama/llama3.2"))
assert model.traits.local
heavy = {"litellm", "openai", "httpx", "jsonschema", "pydantic", "tiktoken"}
print(json.dumps(sorted(heavy & set(sys.modules))))
"""
    assert fresh(program, tmp_path) == []


def test_a_fresh_process_is_quiet_and_talks_to_the_named_server_alone(
    server: ScriptedServer, tmp_path: Path
) -> None:
    """While litellm is imported, while it answers, and at the end; `fresh` looks at stderr."""
    server.then(answer("Good day."), stream(["Good ", "day."], usage=None))
    (tmp_path / ".env").write_text("OPENAI_API_KEY=planted\nOPENAI_API_BASE=http://planted.example\n")
    program = f"""
import json, os, socket, sys
tried = set()
connect, look_up = socket.socket.connect, socket.getaddrinfo
def connected(self, address):
    tried.add(f"{{address[0]}}:{{address[1]}}")
    return connect(self, address)
def looked_up(host, *more, **others):
    tried.add(str(host))
    return look_up(host, *more, **others)
socket.socket.connect, socket.getaddrinfo = connected, looked_up
from careercraft.llm.open import open_model
from careercraft.model.chat import ChatMessage
from careercraft.model.setting_groups import Llm
model = open_model(Llm(model="openai/llama-3", base_url="{server.url}", cache=False))
model.warm()
assert "litellm" in sys.modules
assert not tried, tried
asked = [ChatMessage(role="user", content="Hello?")]
said = [model.reply(asked).text, model.reply(asked, on_text=lambda _: None).text]
print(json.dumps([said, sorted(tried), os.environ.get("OPENAI_API_KEY"), os.environ.get("OPENAI_API_BASE")]))
"""
    named = ["127.0.0.1", server.origin.removeprefix("http://")]
    assert fresh(program, tmp_path) == [["Good day."] * 2, named, None, None]


@pytest.mark.parametrize("streamed", [False, True], ids=("whole", "streamed"))
def test_nothing_is_printed_or_logged(
    server: ScriptedServer,
    make: MakeModel,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    streamed: bool,
) -> None:
    caplog.set_level(logging.DEBUG)
    server.then(answer("A secret answer."))
    secret = [ChatMessage(role="user", content="A secret question")]
    make().reply(secret, on_text=nothing if streamed else None)
    shown = capfd.readouterr()
    assert shown.out + shown.err == ""
    assert "secret" not in caplog.text
    assert KEY not in caplog.text


def test_both_are_chat_models(make: MakeModel) -> None:
    models: list[ChatModel] = [make(), ScriptedModel(), open_model(Llm(model="ollama/x"))]
    assert [model.spent.calls for model in models] == [0, 0, 0]


def test_the_scripted_model() -> None:
    model = ScriptedModel(["Hello there.", {"a": 1}, ProviderError("down"), lambda heard: heard.text.upper()])
    heard: list[str] = []
    assert model.reply(HELLO, on_text=heard.append).text == "".join(heard) == "Hello there."
    assert model.reply(HELLO, schema={}).data == {"a": 1}
    with pytest.raises(ProviderError, match="down"):
        model.reply(HELLO)
    assert model.reply(HELLO).text == "BE KIND.\nHELLO?"
    with pytest.raises(ProviderError, match="no further answer"):
        model.reply(HELLO)
    assert model.spent.calls == 3
    assert len(model.heard) == 5


def test_a_secret_is_kept() -> None:
    assert KEY not in f"{ModelOptions(name='openai/x', key=Secret(KEY))!r}"


# --- what we rely on in litellm beside `completion`: a new version that changes it fails here


def test_settings_of_litellm_that_we_rely_on(monkeypatch: pytest.MonkeyPatch) -> None:
    calls.prepare()
    monkeypatch.setenv("LITELLM_RUST", "True")  # what somebody sets between two calls
    litellm = calls.prepare()
    settings = (
        "client_session",
        "disable_hf_tokenizer_download",
        "callbacks",
        "success_callback",
    )
    missing = [name for name in settings if name not in litellm.__annotations__]
    assert missing == [], "what it declares, not what we set"
    assert litellm.disable_hf_tokenizer_download is True
    assert os.environ["LITELLM_RUST"] == "False", "its own binary must not send"
    assert os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] == "True", "the price list is the installed one"
    assert litellm.callbacks == litellm.success_callback == litellm.failure_callback == []
    assert litellm.telemetry is False


def test_a_litellm_that_wants_more_for_functions_is_asked_without(
    server: ScriptedServer, make: MakeModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As 1.106 does without its private switch `_skip_mcp_handler`: chat goes on without functions."""
    litellm = calls.prepare()
    really = litellm.completion

    def completion(**given: Any) -> Any:
        if "tools" in given:
            raise ImportError("No module named 'mcp.types' (/usr/lib/python3/mcp.py)")
        return really(**given)

    monkeypatch.setattr(litellm, "completion", completion)
    server.always = answer("Hello.")
    model = make()
    with pytest.raises(NoTools) as caught:
        model.reply(HELLO, tools=[EXPLAIN])
    assert "/" not in caught.value.message.replace("openai/x", "")
    assert not model.traits.tools
    assert model.reply(HELLO).text == "Hello."
