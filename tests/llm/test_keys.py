"""Keys: where they are found, and that they stand nowhere else."""

from __future__ import annotations

import pickle
from collections.abc import Iterator

import keyring
import msgspec
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError, PasswordDeleteError

from careercraft.errors import ConfigError, ProviderError, UsageError
from careercraft.llm.keyless import KeylessModel
from careercraft.llm.keys import (
    FoundKey,
    Secret,
    checked_provider,
    drop_key,
    find_key,
    keep_key,
    looks_like_key,
    provider_of,
    scrubbed,
    variables_of,
)
from careercraft.llm.open import open_model
from careercraft.llm.scripted import ScriptedModel
from careercraft.model.chat import ChatMessage, ToolSpec
from careercraft.model.setting_groups import Llm
from careercraft.settings import load_settings
from tests.llm.server import ScriptedServer, answer, status, stream, tool_call

KEY = "sk-live-4f9c2b7e1a6d8035"
QUESTION = [ChatMessage(role="user", content="Hello?")]


class Chain(KeyringBackend):
    """A keyring in memory."""

    priority = 1
    name = "test chain"

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.kept:
            raise PasswordDeleteError("not there")
        del self.kept[service, username]


class Locked(Chain):
    """Its messages repeat what it was given, as some do."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringError("locked")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringError(f"can't store {password}")


@pytest.fixture
def chain() -> Iterator[Chain]:
    before, chain = keyring.get_keyring(), Chain()
    keyring.set_keyring(chain)
    yield chain
    keyring.set_keyring(before)


@pytest.mark.parametrize(
    ("model", "provider", "variable"),
    [
        ("openai/gpt-4o", "openai", "OPENAI_API_KEY"),
        ("gpt-4o-mini", "openai", "OPENAI_API_KEY"),
        ("claude-3-5-haiku-latest", "anthropic", "ANTHROPIC_API_KEY"),
        ("anthropic/claude-x", "anthropic", "ANTHROPIC_API_KEY"),
        ("gemini/gemini-2.0-flash", "gemini", "GEMINI_API_KEY"),
        ("groq/llama", "groq", "GROQ_API_KEY"),
        ("together_ai/x", "together_ai", "TOGETHERAI_API_KEY"),
        ("openrouter/a/b", "openrouter", "OPENROUTER_API_KEY"),
    ],
)
def test_litellms_own_names(model: str, provider: str, variable: str) -> None:
    assert provider_of(model) == provider
    assert variables_of(provider)[0] == variable
    found = find_key(model, environ={variable: KEY})
    assert (found.state, found.place) == ("environment", variable)
    assert found.secret is not None
    assert found.secret.reveal() == KEY


def test_names_agree_with_litellm(monkeypatch: pytest.MonkeyPatch) -> None:
    from careercraft.llm.calls import prepare

    litellm = prepare()
    for model in (
        "openai/x",
        "anthropic/x",
        "groq/x",
        "mistral/x",
        "openrouter/x/y",
        "deepseek/x",
        "xai/x",
        "gemini/x",
    ):
        wanted = litellm.validate_environment(model)["missing_keys"]
        assert set(variables_of(provider_of(model))) & set(wanted), (model, wanted)


def test_the_environment_goes_before_the_keyring(chain: Chain) -> None:
    keep_key("openai", KEY)
    assert find_key("openai/x", environ={}).state == "keyring"
    found = find_key("openai/x", environ={"OPENAI_API_KEY": "sk-other-000111222333444"})
    assert found.state == "environment"
    assert drop_key("openai")
    assert not drop_key("openai")
    assert find_key("openai/x", environ={}) == ("missing", "OPENAI_API_KEY", None)


def test_a_named_server_gets_no_providers_key(chain: Chain) -> None:
    """OPENAI_API_KEY is not for whoever else speaks OpenAI's language."""
    environ = {"OPENAI_API_KEY": KEY}
    assert find_key("openai/x", "https://gpu.example/v1", environ) == (
        "not needed",
        "CAREERCRAFT_LLM_KEY",
        None,
    )
    own = find_key("openai/x", "https://gpu.example/v1", environ | {"CAREERCRAFT_LLM_KEY": "own-key-1"})
    assert own.secret is not None
    assert own.secret.reveal() == "own-key-1"
    keep_key("gpu.example", "kept-key-1")
    assert find_key("openai/x", "https://gpu.example/v1", environ).state == "keyring"


def test_the_variable_of_a_named_server_is_no_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAREERCRAFT_LLM_KEY", KEY)
    assert KEY not in repr(load_settings())


@pytest.mark.parametrize("model", ["ollama/llama3.2", "lm_studio/x", "bedrock/x", "vertex_ai/x"])
def test_some_need_no_key(chain: Chain, model: str) -> None:
    assert find_key(model, environ={}).state == "not needed"


def test_a_broken_keyring_counts_as_empty(chain: Chain) -> None:
    keyring.set_keyring(Locked())
    assert find_key("openai/x", environ={}).state == "missing"
    with pytest.raises(ConfigError, match="no keyring") as caught:
        keep_key("openai", KEY)
    chained = "".join(map(repr, (caught.value, caught.value.__cause__, caught.value.__context__)))
    assert KEY not in chained.replace(repr(caught.value.__context__), "")
    assert "OPENAI_API_KEY" in caught.value.hint


@pytest.mark.parametrize("value", ["", "short", "two words here", "with\x1bescape", "line\nbreak-123"])
def test_what_is_no_key_is_not_kept(chain: Chain, value: str) -> None:
    with pytest.raises(UsageError) as caught:
        keep_key("openai", value)
    assert not value or value not in f"{caught.value.message}{caught.value.hint}"
    assert chain.kept == {}


@pytest.mark.parametrize("word", [KEY, "Open AI", "", "a/b", "x" * 80])
def test_what_is_no_provider(word: str) -> None:
    with pytest.raises(UsageError) as caught:
        checked_provider(word)
    assert not word or word not in caught.value.message


def test_a_secret_shows_itself_to_nobody() -> None:
    secret = Secret(KEY)
    assert KEY not in f"{secret} {secret!r} {[secret]} {vars(type(secret))}"
    with pytest.raises(TypeError):
        pickle.dumps(secret)
    with pytest.raises(TypeError):
        msgspec.json.encode(secret)


@pytest.mark.parametrize(
    "text",
    [
        KEY,
        "AIzaSyA1234567890abcdefghijklmnopqrs",
        "gsk_abcdefgh12345678abcdefgh",
        "Bearer abc.def-ghi",
        "hf_abcdefghijkl12345678",
    ],
)
def test_what_looks_like_a_key_is_scrubbed(text: str) -> None:
    assert text.removeprefix("Bearer ") not in scrubbed(f"Incorrect key: {text}, try again")


@pytest.mark.parametrize(
    "text", ["sk-learn and pipelines", "risk-assessment-of-projects-2", "key accounts", "hf-radio"]
)
def test_words_stay(text: str) -> None:
    assert not looks_like_key(text)
    assert scrubbed(text) == text


def test_any_key_is_scrubbed_whatever_it_looks_like() -> None:
    assert scrubbed("it was plain-word-key!", [Secret("plain-word-key"), None]) == "it was [key]!"


@pytest.mark.parametrize(
    "line", [f"llm:\n  api_key: {KEY}\n", f"llm:\n  key: {KEY}\n", f"openai_token: {KEY}\n"]
)
def test_a_key_in_the_config_file_is_refused_without_showing_it(
    tmp_path_factory: pytest.TempPathFactory, line: str
) -> None:
    file = tmp_path_factory.mktemp("config") / "config.yaml"
    file.write_text(line)
    with pytest.raises(ConfigError) as caught:
        load_settings(environ={"CAREERCRAFT_CONFIG": str(file)})
    assert KEY not in f"{caught.value!r} {caught.value.message} {caught.value.hint} {caught.value.__cause__}"
    assert "careercraft llm key set" in caught.value.hint


def test_the_key_goes_to_the_provider_and_comes_back_in_no_error(
    server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = "unusual key of no known form".replace(" ", "_")
    monkeypatch.setenv("CAREERCRAFT_LLM_KEY", key)
    server.then(status(401, f"Incorrect API key provided: {key}."))
    model = open_model(Llm(model="openai/x", base_url=server.url))
    with pytest.raises(ProviderError) as caught:
        model.reply(QUESTION)
    assert server.chats[0].headers["authorization"] == f"Bearer {key}"
    assert key not in f"{caught.value!r}{caught.value.message}{caught.value.hint}{model.__dict__}"
    assert caught.value.__cause__ is None


def test_no_part_of_a_model_says_the_key_in_its_error(
    server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The outermost guard: whichever of those below it forgets to look."""
    monkeypatch.setenv("CAREERCRAFT_LLM_KEY", KEY)
    model = open_model(Llm(model="openai/x", base_url=server.url))

    def failing(*_: object, **__: object) -> None:
        raise ProviderError(f"the key {KEY} is refused", f"replace {KEY}")

    monkeypatch.setattr(model._client, "reply", failing)
    with pytest.raises(ProviderError) as caught:
        model.reply(QUESTION)
    assert (caught.value.message, caught.value.hint) == ("the key [key] is refused", "replace [key]")


@pytest.mark.parametrize("size", [1, 5, 100])
def test_an_answer_that_says_the_key_says_it_to_nobody(
    server: ScriptedServer, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setenv("CAREERCRAFT_LLM_KEY", KEY)
    said = f"You sent {KEY} and sk-li{KEY}!"
    server.then(stream([said[at : at + size] for at in range(0, len(said), size)]))
    server.then(answer(said), answer(data={KEY: [KEY]}), answer(tool_calls=[tool_call("f", {"a": KEY})]))
    model = open_model(Llm(model="openai/x", base_url=server.url))
    heard: list[str] = []
    replies = [
        model.reply(QUESTION, on_text=heard.append),
        model.reply(QUESTION, most_tokens=50),
        model.reply(QUESTION, schema={"type": "object"}),
        model.reply(QUESTION, tools=[ToolSpec(name="f", description="", parameters={"type": "object"})]),
    ]
    assert "".join(heard) == "You sent [key] and sk-li[key]!" == replies[0].text
    assert KEY not in f"{replies}"
    assert replies[2].data == {"[key]": ["[key]"]}
    server.then(answer(said))
    model.reply(QUESTION, most_tokens=60)
    assert model.written == "You sent [key] and sk-li[key]!"


def test_what_is_too_short_for_a_key_is_taken_out_of_no_answer() -> None:
    """Some servers want any word in its place: "none" stands in sentences too."""
    model = KeylessModel(ScriptedModel(["There is none."]), Secret("none"))
    assert model.reply(QUESTION).text == "There is none."


@pytest.mark.parametrize(
    "value", ["sk-1234 5678", "sk-12345\u20098", "schl\u00fcssel-1", "sk-123\x00456", "sk-1\n2"]
)
def test_a_key_that_is_none_is_told_before_anything_is_sent(
    server: ScriptedServer, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    found = FoundKey("environment", "CAREERCRAFT_LLM_KEY", Secret(value))
    monkeypatch.setattr("careercraft.llm.options.find_key", lambda *_: found)
    with pytest.raises(ProviderError, match="no key has") as caught:
        open_model(Llm(model="openai/x", base_url=server.url)).reply([ChatMessage(role="user", content="Hi")])
    assert value not in f"{caught.value.message}{caught.value.hint}"
    assert server.requests == []


@pytest.mark.parametrize("value", ["sk-{}%s$HOME`'\"\\\\&?=/+", "a" * 3_000])
def test_a_key_with_odd_signs_goes_out_as_it_is(
    server: ScriptedServer, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("CAREERCRAFT_LLM_KEY", f" {value}\n")
    server.then(status(401, f"Incorrect: {value}"), answer(f"It is {value}."))
    model = open_model(Llm(model="openai/x", base_url=server.url, cache=False))
    with pytest.raises(ProviderError) as caught:
        model.reply([ChatMessage(role="user", content="Hi")])
    assert value not in f"{caught.value.message}{caught.value.hint}"
    assert model.reply([ChatMessage(role="user", content="Hi")]).text == "It is [key]."
    assert server.chats[0].headers["authorization"] == f"Bearer {value}"
