"""Where text would go, and that none leaves before somebody agreed."""

from __future__ import annotations

import stat
from typing import Any

import pytest
from msgspec import structs

from careercraft.errors import ConfigError, ProviderError, StorageError
from careercraft.llm import consent as consents
from careercraft.llm.consent import (
    Asked,
    Consent,
    ConsentingModel,
    consent_file,
    forget,
    remember,
    remembered,
)
from careercraft.llm.keys import variables_of
from careercraft.llm.open import open_model
from careercraft.llm.retries import Patience
from careercraft.llm.scripted import ScriptedModel
from careercraft.llm.where import Place, is_this_machine, place_of
from careercraft.model.chat import ChatMessage, ModelTraits
from careercraft.model.setting_groups import Llm
from tests.llm.server import ScriptedServer, answer

QUESTION = [ChatMessage(role="user", content="My resume says so.")]
QUIET = Patience(sleep=lambda seconds: None)
REMOTE = ModelTraits(name="openai/x", context_tokens=8_000, schema=True, tools=True, local=False)
LOCAL = structs.replace(REMOTE, local=True)


def model(
    consent: Consent, traits: ModelTraits = REMOTE, place: Place | None = None
) -> tuple[Any, ScriptedModel]:
    inner = ScriptedModel(["one", "two", "three"], traits)
    return ConsentingModel(inner, place or Place("api.openai.com", traits.local), consent, False), inner


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "LOCALHOST.",
        "a.localhost",
        "127.0.0.1",
        "127.9.9.9",
        "::1",
        "0.0.0.0",
        "::ffff:127.0.0.1",
    ],
)
def test_names_of_this_machine(host: str) -> None:
    assert is_this_machine(host)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1.example.org",
        "localhost.example.org",
        "mylocalhost",
        "192.168.1.5",
        "10.0.0.1",
        "example.org",
        "gpu.local",
    ],
)
def test_names_of_others(host: str) -> None:
    assert not is_this_machine(host)


@pytest.mark.parametrize(
    ("name", "base_url", "environ", "host", "local"),
    [
        ("ollama/llama3.2", "", {}, "localhost", True),
        ("ollama/llama3.2", "", {"OLLAMA_API_BASE": "http://gpu.lan:11434"}, "gpu.lan", False),
        ("ollama/gpt-oss:120b-cloud", "", {}, "ollama.com", False),
        ("ollama/GPT-OSS:120B-Cloud", "", {}, "ollama.com", False),
        ("lm_studio/x", "http://localhost:1234/v1", {}, "localhost", True),
        ("lm_studio/x", "", {}, "api.openai.com", False),
        ("hosted_vllm/x", "", {}, "api.openai.com", False),
        ("llamafile/x", "", {"LLAMAFILE_API_BASE": "http://gpu.lan/v1"}, "gpu.lan", False),
        ("mistral/x", "", {"MISTRAL_BASE_URL": "http://localhost:1/v1"}, "api.mistral.ai", False),
        ("replicate/x", "http://localhost:1/v1", {}, "replicate", False),
        ("bedrock/x", "http://localhost:1/v1", {}, "bedrock", False),
        ("openai/x", "http://127.0.0.1:1234/v1", {}, "127.0.0.1", True),
        ("openai/x", "http://[::1]:1234/v1", {}, "::1", True),
        ("openai/x", "", {}, "api.openai.com", False),
        ("openai/x", "", {"OPENAI_BASE_URL": "http://localhost:9/v1"}, "localhost", True),
        ("gpt-4o", "", {}, "api.openai.com", False),
        ("openai/x", "http://127.0.0.1.example.org/v1", {}, "127.0.0.1.example.org", False),
        ("nobody-knows/x", "", {}, "nobody-knows", False),
        ("openai/x", "http://localhost:1/v1", {"HTTP_PROXY": "http://proxy.corp:3128"}, "proxy.corp", False),
        ("openai/x", "http://localhost:1/v1", {"ALL_PROXY": "socks5://p:1"}, "p", False),
        ("openai/x", "http://localhost:1/v1", {"http_proxy": "p:3128", "no_proxy": "localhost"}, "localhost", True),
        ("openai/x", "http://localhost:1/v1", {"HTTPS_PROXY": "http://proxy.corp"}, "localhost", True),
    ],
)  # fmt: skip
def test_where_text_would_go(
    name: str, base_url: str, environ: dict[str, str], host: str, local: bool
) -> None:
    place = place_of(name, base_url, environ)
    assert (place.host, place.local) == (host, local)


@pytest.mark.parametrize(
    "url",
    [
        "localhost:1234",
        "ftp://x/",
        "http://",
        "http://x:99999/",
        "http://me:pw@x/v1",
        "http://x/v1?key=abcdef",
        "//x",
        "http://[::1",
    ],
)
def test_a_wrong_address_is_told_without_its_secrets(url: str) -> None:
    with pytest.raises(ConfigError) as caught:
        place_of("openai/x", url, {})
    assert "pw" not in caught.value.message
    assert "abcdef" not in f"{caught.value.message}{caught.value.hint}"


def test_nothing_is_sent_where_nobody_can_be_asked() -> None:
    guarded, inner = model(Consent())
    with pytest.raises(ProviderError, match="nothing was sent") as caught:
        guarded.reply(QUESTION)
    assert inner.heard == []
    assert "--yes" in caught.value.hint
    assert "llm.consent" in caught.value.hint
    assert "api.openai.com" in caught.value.message


def test_a_no_sends_nothing_and_is_asked_again_later() -> None:
    asked: list[Asked] = []
    guarded, inner = model(Consent(ask=lambda what: bool(asked.append(what))))
    for _ in range(2):
        with pytest.raises(ProviderError, match=r"nothing was sent to api\.openai\.com"):
            guarded.reply(QUESTION)
    assert inner.heard == []
    assert len(asked) == 2
    assert remembered() == []


def test_a_yes_is_asked_once_and_kept_for_its_host() -> None:
    asked: list[Asked] = []
    consent = Consent(ask=lambda what: asked.append(what) is None)
    guarded, _ = model(consent)
    guarded.reply(QUESTION)
    guarded.reply(QUESTION)
    model(consent)[0].reply(QUESTION)
    assert len(asked) == 1
    assert remembered() == ["api.openai.com"]
    assert stat.S_IMODE(consent_file().stat().st_mode) == 0o600
    model(consent, place=Place("api.groq.com", False))[0].reply(QUESTION)
    assert [item.host for item in asked] == ["api.openai.com", "api.groq.com"]
    assert forget("api.groq.com") == ["api.groq.com"]
    assert remembered() == ["api.openai.com"]
    assert forget() == ["api.openai.com"]
    assert forget() == []


def test_a_flag_is_for_this_run_and_tells_a_line() -> None:
    told: list[Asked] = []
    guarded, inner = model(Consent(grant="flag", tell=told.append))
    guarded.reply(QUESTION)
    guarded.reply(QUESTION)
    assert len(told) == 1
    assert "would go to api.openai.com (openai/x)" in told[0].line
    assert len(inner.heard) == 2
    assert remembered() == []


def test_what_is_asked_tells_of_stand_ins_only_where_there_are_some() -> None:
    plain = Asked(model="openai/x", host="api.openai.com", redacted=False).line
    hidden = Asked(model="openai/x", host="api.openai.com", redacted=True).line
    assert "stand-ins" not in plain
    assert "with stand-ins for names, employers, schools and contact data, would go to" in hidden


def test_nobody_is_asked_for_a_call_that_could_not_be_made() -> None:
    """Without a key nothing goes anywhere: an agreement would be kept for nothing."""
    asked: list[Asked] = []
    consent = Consent(ask=lambda what: asked.append(what) is None)
    with pytest.raises(ProviderError, match="there is no key for openai/x"):
        open_model(Llm(model="openai/x", cache=False), consent=consent).settle()
    assert (asked, remembered()) == ([], [])


def test_the_settings_agree_quietly() -> None:
    told: list[Asked] = []
    guarded, inner = model(Consent(grant="setting", tell=told.append))
    guarded.reply(QUESTION)
    assert (len(inner.heard), told) == (1, [])


def test_a_server_on_this_machine_needs_none() -> None:
    guarded, inner = model(Consent(), LOCAL)
    guarded.reply(QUESTION)
    assert len(inner.heard) == 1


@pytest.mark.parametrize(("traits", "place"), [(LOCAL, Place("x", False)), (REMOTE, Place("x", True))])
def test_both_must_say_that_it_is_local(traits: ModelTraits, place: Place) -> None:
    guarded, inner = model(Consent(), traits, place)
    with pytest.raises(ProviderError):
        guarded.reply(QUESTION)
    assert inner.heard == []


def test_own_hosts_need_none() -> None:
    guarded, inner = model(Consent(own_hosts=("GPU.lan",)), place=Place("gpu.lan", False))
    guarded.reply(QUESTION)
    assert len(inner.heard) == 1


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b'{"api.openai.com": "yes"}', b'{"api.openai.com": false}', b"\xff\xfe"]
)
def test_a_broken_file_agrees_to_nothing(data: bytes) -> None:
    consent_file().parent.mkdir(parents=True, exist_ok=True)
    consent_file().write_bytes(data)
    assert remembered() == []
    remember("a.example")
    assert remembered() == ["a.example"]


def test_a_folder_that_takes_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    consent_file().parent.parent.mkdir(parents=True, exist_ok=True)
    consent_file().parent.write_bytes(b"")
    with pytest.raises(StorageError, match="llm-consent"):
        consents.remember("a.example")


def test_a_file_that_can_not_be_replaced_leaves_nothing_behind() -> None:
    consent_file().mkdir(parents=True)
    with pytest.raises(StorageError, match="llm-consent"):
        remember("a.example")
    assert [path.name for path in consent_file().parent.iterdir()] == [consent_file().name]


ADDRESS = "http://localhost:9/v1"
VARIABLES = [
    "OPENAI_BASE_URL", "OPENAI_API_BASE", "ANTHROPIC_API_BASE", "ANTHROPIC_BASE_URL", "OLLAMA_API_BASE",
    "GROQ_API_BASE",
    "GROQ_BASE_URL", "MISTRAL_API_BASE", "MISTRAL_BASE_URL", "GEMINI_API_BASE", "GEMINI_BASE_URL", "XAI_BASE_URL",
    "LM_STUDIO_API_BASE", "HOSTED_VLLM_API_BASE", "HOSTED_VLLM_BASE_URL", "LLAMAFILE_API_BASE", "DEEPSEEK_API_BASE",
]  # fmt: skip
PROVIDERS = [
    "openai", "ollama", "ollama_chat", "lm_studio", "llamafile", "hosted_vllm", "anthropic", "gemini", "groq",
    "mistral",
    "deepseek", "openrouter", "together_ai", "xai", "cohere", "perplexity", "fireworks_ai", "azure", "replicate",
    "custom_openai", "text-completion-openai", "litellm_proxy", "xinference", "docker_model_runner",
]  # fmt: skip


@pytest.mark.parametrize("where", ["", ADDRESS, *VARIABLES])
def test_what_is_called_local_goes_to_this_machine(monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    """Through real litellm, up to the point where a request would leave: whatever it makes of names and variables."""
    import httpx

    hosts: list[str] = []

    def send(client: httpx.Client, request: httpx.Request, **more: Any) -> httpx.Response:
        if b"My resume" in request.read():
            hosts.append(request.url.host)
        raise httpx.ConnectError("refused", request=request)

    monkeypatch.setattr(httpx.Client, "send", send)
    if where.isupper():
        monkeypatch.setenv(where, ADDRESS)
    called = 0
    for provider in PROVIDERS:
        monkeypatch.setenv(variables_of(provider)[0], "some-key-1")
        base_url = "" if where.isupper() else where
        model = open_model(Llm(model=f"{provider}/x", base_url=base_url, cache=False), patience=QUIET)
        if not model.traits.local:
            continue
        hosts.clear()
        with pytest.raises(ProviderError):
            model.reply(QUESTION)
        assert {is_this_machine(host) for host in hosts} <= {True}, provider
        called += len(hosts)
    assert called


def test_no_request_reaches_the_server_before_consent(
    server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Over real HTTP: the scripted server plays one that is somewhere else."""
    monkeypatch.setattr("careercraft.llm.open.place_of", lambda *_: Place("far.example", False))
    server.then(answer("Hello."))
    settings = Llm(model="openai/x", base_url=server.url)
    with pytest.raises(ProviderError, match="nothing was sent"):
        open_model(settings).reply(QUESTION)
    assert server.requests == []
    assert open_model(structs.replace(settings, consent=True)).reply(QUESTION).text == "Hello."
    assert len(server.chats) == 1
