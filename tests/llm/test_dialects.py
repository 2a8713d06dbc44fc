"""Each provider in its own form, over real HTTP through real litellm: answers, streams, forms, functions, faults."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest

from careercraft.errors import ProviderError
from careercraft.llm.client import LiteLLMModel
from careercraft.llm.keys import variables_of
from careercraft.llm.options import options_of
from careercraft.model.chat import ToolSpec
from careercraft.model.setting_groups import Llm
from tests.llm.conftest import HELLO, KEY, MakeModel
from tests.llm.dialects import Tool, anthropic, gemini, ollama
from tests.llm.server import Request, ScriptedServer, Step, answer, by, raw, status, stream, tool_call

EXPLAIN = ToolSpec(
    name="explain",
    description="Explains a score.",
    parameters={"type": "object", "properties": {"score": {"type": "string"}}, "required": ["score"]},
)
CITY: dict[str, Any] = {
    "type": "object",
    "properties": {"city": {"type": "string"}},
    "required": ["city"],
    "additionalProperties": False,
}
TEXT = "Good day, how are you?"


def openai(text: str = "", *, tool: Tool | None = None, ends: bool = True) -> Step:
    if not ends:
        return stream([text], ends="stop")
    return answer(text, tool_calls=[tool_call(*tool)] if tool else ())


class Dialect(NamedTuple):
    name: str
    says: Callable[..., Step]
    form: str
    """Where a schema stands in the request."""
    key: str
    """The header that takes the key there."""
    at_origin: bool = False
    """Its address has no /v1."""


DIALECTS = {
    "ollama": Dialect("ollama/llama3.2", ollama, "format", "authorization", True),
    "openai": Dialect("openai/gpt-4o-mini", openai, "response_format", "authorization"),
    "anthropic": Dialect("anthropic/claude-haiku-4-5", anthropic, "output_format", "x-api-key", True),
    "gemini": Dialect("gemini/gemini-2.5-flash", gemini, "response_json_schema", "x-goog-api-key", True),
    "lm_studio": Dialect("lm_studio/qwen3-8b", openai, "response_format", "authorization"),
    "openrouter": Dialect("openrouter/openai/gpt-4o", openai, "response_format", "authorization"),
    "mistral": Dialect("mistral/mistral-small-latest", openai, "response_format", "authorization"),
    "azure": Dialect("azure/mine", openai, "response_format", "api-key", True),
}
Pair = tuple[Dialect, LiteLLMModel]


@pytest.fixture(params=list(DIALECTS))
def pair(request: pytest.FixtureRequest, server: ScriptedServer, make: MakeModel) -> Iterator[Pair]:
    found = DIALECTS[request.param]
    yield found, make(found.name, base_url=server.origin if found.at_origin else server.url)
    assert server.requests == server.chats, "nothing but the calls themselves goes out"


@pytest.mark.parametrize("streamed", [False, True], ids=("whole", "streamed"))
def test_an_answer(pair: Pair, server: ScriptedServer, streamed: bool) -> None:
    dialect, model = pair
    server.then(dialect.says(TEXT))
    heard: list[str] = []
    reply = model.reply(HELLO, on_text=heard.append if streamed else None)
    assert (reply.text, reply.finish) == (TEXT, "stop")
    assert (len(heard) > 1) is streamed
    assert (reply.usage.input_tokens, reply.usage.output_tokens) == (11, 7)
    assert KEY in server.chats[0].headers[dialect.key]
    assert KEY not in server.chats[0].path
    said = json.dumps(server.chats[0].body)
    assert "Be kind." in said
    assert "Hello?" in said


def test_a_form_by_the_provider_s_own_schema(pair: Pair, server: ScriptedServer) -> None:
    dialect, model = pair
    server.then(dialect.says('{"city": "Paris"}'))
    assert model.reply(HELLO, schema=CITY).data == {"city": "Paris"}
    assert f'"{dialect.form}"' in server.chats[0].text
    assert "JSON Schema" not in server.chats[0].text, "it isn't asked for in words"


def test_where_the_provider_has_no_schema_words_ask_for_it(pair: Pair, server: ScriptedServer) -> None:
    dialect, model = pair
    server.then(status(400, f"{dialect.form} is not supported"), dialect.says('Sure: {"city": "Paris"}'))
    assert model.reply(HELLO, schema=CITY).data == {"city": "Paris"}
    assert f'"{dialect.form}"' not in server.chats[1].text
    assert "JSON Schema" in server.chats[1].text
    assert not model.traits.schema, "it was found out, and is remembered"


def test_a_form_that_is_not_kept_is_asked_for_once_more(pair: Pair, server: ScriptedServer) -> None:
    dialect, model = pair
    server.then(dialect.says('{"town": "Paris"}'), dialect.says('{"city": "Paris"}'))
    assert model.reply(HELLO, schema=CITY).data == {"city": "Paris"}
    assert "required property" in server.chats[1].text


@pytest.mark.parametrize("streamed", [False, True], ids=("whole", "streamed"))
def test_functions_are_called(pair: Pair, server: ScriptedServer, streamed: bool) -> None:
    dialect, model = pair
    server.then(dialect.says(tool=("explain", {"score": "readiness"})))
    reply = model.reply(HELLO, tools=[EXPLAIN], on_text=(lambda _: None) if streamed else None)
    assert [(call.name, call.arguments) for call in reply.tool_calls] == [("explain", {"score": "readiness"})]
    assert reply.finish == "tools"
    assert "Explains a score." in server.chats[0].text


def test_a_stream_that_stops_is_no_whole_answer(pair: Pair, server: ScriptedServer) -> None:
    dialect, model = pair
    server.then(dialect.says("The gap is", ends=False))
    with pytest.raises(ProviderError, match="broke off"):
        model.reply(HELLO, on_text=lambda _: None)
    assert model.written == "The gap is"


@pytest.mark.parametrize(
    ("code", "words", "told"),
    [
        (401, "bad key", "does not accept the key"),
        (404, "model not found", "has no model"),
        (400, "the prompt is too long: 9000 tokens", "longer than"),
    ],
)
def test_faults(pair: Pair, server: ScriptedServer, code: int, words: str, told: str) -> None:
    _, model = pair
    server.then(status(code, words))
    with pytest.raises(ProviderError, match=told) as caught:
        model.reply(HELLO)
    assert words in caught.value.message
    assert KEY not in f"{caught.value.message}{caught.value.hint}"


# --- what is only of one of them


@pytest.mark.parametrize("streamed", [False, True], ids=("whole", "streamed"))
def test_gemini_refuses_in_its_own_way(server: ScriptedServer, make: MakeModel, streamed: bool) -> None:
    server.then(gemini("I", finish="SAFETY"))
    server.always = gemini(blocked=True)
    model = make("gemini/gemini-2.5-flash", base_url=server.origin)
    on_text = (lambda _: None) if streamed else None
    assert [model.reply(HELLO, on_text=on_text).finish for _ in range(2)] == ["refusal", "refusal"]


def test_a_schema_that_is_given_as_a_function(server: ScriptedServer, make: MakeModel) -> None:
    """litellm's way for models of Groq and Anthropic that know functions but no schemas."""

    def choose(request: Request) -> Step:
        name = request.body["tools"][0]["function"]["name"]
        message = {"role": "assistant", "content": None, "tool_calls": [tool_call(name, {"city": "Paris"})]}
        choices = [{"index": 0, "message": message, "finish_reason": "tool_calls"}]
        # litellm counts on the member that Groq alone sends
        return raw(json.dumps({"id": "1", "model": "x", "choices": choices, "service_tier": "auto"}).encode())

    server.always = by(choose)
    assert make("groq/x").reply(HELLO, schema=CITY).data == {"city": "Paris"}
    server.always = anthropic(tool=("json_tool_call", {"city": "Paris"}))
    model = make("anthropic/claude-3-haiku-20240307", base_url=server.origin)
    assert model.reply(HELLO, schema=CITY).data == {"city": "Paris"}


# --- names, keys, addresses


@pytest.mark.parametrize(
    ("name", "variable"),
    [
        ("openai/gpt-4o-mini", "OPENAI_API_KEY"),
        ("gpt-4o-mini", "OPENAI_API_KEY"),
        ("OpenAI/gpt-4o-mini", "OPENAI_API_KEY"),
        ("o3-mini", "OPENAI_API_KEY"),
        ("anthropic/claude-haiku-4-5", "ANTHROPIC_API_KEY"),
        ("claude-haiku-4-5", "ANTHROPIC_API_KEY"),
        ("gemini/gemini-2.5-flash", "GEMINI_API_KEY"),
        ("openrouter/meta-llama/llama-3.3-70b", "OPENROUTER_API_KEY"),
        ("groq/llama-3.3-70b-versatile", "GROQ_API_KEY"),
        ("mistral/mistral-small-latest", "MISTRAL_API_KEY"),
        ("deepseek/deepseek-chat", "DEEPSEEK_API_KEY"),
        ("xai/grok-4", "XAI_API_KEY"),
        ("together_ai/x", "TOGETHERAI_API_KEY"),
        ("huggingface/x/y", "HUGGINGFACE_API_KEY"),
        ("watsonx/x", "WATSONX_APIKEY"),
    ],
)
def test_the_right_variable_is_named_where_the_key_is_missing(name: str, variable: str) -> None:
    with pytest.raises(ProviderError, match=f"{variable} is not set") as caught:
        LiteLLMModel(options_of(Llm(model=name))).reply(HELLO)
    assert "llm key set" in caught.value.hint


@pytest.mark.parametrize(
    "name",
    ["llama3.2", "openai", "qwen/qwen3-8b", "nobody/x", "anthropic.claude-v2", "text-x", "/", "ollama"],
)
def test_a_name_that_may_be_anybody_s(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A key of OpenAI doesn't make every model one of OpenAI's."""
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    with pytest.raises(ProviderError, match="names no provider") as caught:
        LiteLLMModel(options_of(Llm(model=name))).reply(HELLO)
    assert "ollama/llama3.2" in caught.value.hint


@pytest.mark.parametrize("name", ["azure/mine", "azure_ai/x", "hosted_vllm/x"])
def test_a_server_that_has_no_address_of_its_own(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variables_of(name.partition("/")[0])[0], KEY)
    with pytest.raises(ProviderError, match="needs the address") as caught:
        LiteLLMModel(options_of(Llm(model=name))).reply(HELLO)
    assert "--llm-base-url" in caught.value.hint


def test_azure_by_its_variables(server: ScriptedServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AZURE_API_BASE", server.origin)
    monkeypatch.setenv("AZURE_API_KEY", KEY)
    server.then(answer("Hello."))
    model = LiteLLMModel(options_of(Llm(model="azure/mine")))
    assert model.options.server == "127.0.0.1"
    assert model.reply(HELLO).text == "Hello."


def test_a_bare_name_on_a_server_of_ones_own(server: ScriptedServer, make: MakeModel) -> None:
    """`--llm llama3.2 --llm-base-url …` can only mean one thing."""
    server.always = answer("Hello.")
    for name in ("llama3.2", "claude-like"):
        options = options_of(Llm(model=name, base_url=server.url))
        assert LiteLLMModel(options).reply(HELLO).text == "Hello."
    assert [request.body["model"] for request in server.chats] == ["llama3.2", "claude-like"]


@pytest.mark.parametrize(
    "name", ["bedrock/anthropic.claude-3-haiku-20240307-v1:0", "vertex_ai/gemini-2.5-pro"]
)
def test_a_provider_with_a_sign_in_of_its_own(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it nothing is sent, nothing is tried again, and no words of a library's insides are shown."""
    for variable, value in {
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_SHARED_CREDENTIALS_FILE": "/nowhere",
    }.items():
        monkeypatch.setenv(variable, value)
    for variable in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_PROFILE", "AWS_CONFIG_FILE"):
        monkeypatch.delenv(variable, raising=False)
    with pytest.raises(ProviderError) as caught:
        LiteLLMModel(options_of(Llm(model=name))).reply(HELLO)
    error = caught.value
    assert "can't be asked as this machine is set up" in error.message
    assert "litellm's page" in error.hint
    assert "Traceback" not in error.message
    assert "litellm." not in error.message
    assert "/" not in error.message.replace(name, "")
