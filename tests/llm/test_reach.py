"""No call reaches another server than the one that the person was told of, whoever tries it and by whatever means."""

from __future__ import annotations

import socket
import threading
import urllib.request
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from careercraft.errors import ProviderError
from careercraft.llm import calls
from careercraft.llm.keys import variables_of
from careercraft.llm.open import open_model
from careercraft.llm.reach import Elsewhere, Reach, reaching
from careercraft.llm.where import address_for, place_of, proxies
from careercraft.llm.wire import WatchedClient, watching
from careercraft.model.setting_groups import Llm
from tests.llm.conftest import HELLO, MakeModel
from tests.llm.dialects import ollama
from tests.llm.server import ScriptedServer, answer, stream
from tests.llm.test_consent import PROVIDERS, QUESTION, QUIET

Ask = Callable[[str], object]


def by_socket(url: str) -> object:
    host, _, port = url.removeprefix("http://").partition("/")[0].partition(":")
    with socket.create_connection((host, int(port)), 5) as line:
        line.sendall(b"GET /v1/models HTTP/1.0\r\n\r\n")
        return line.recv(100)


def by_number(url: str) -> object:
    """Without looking a name up."""
    with socket.socket() as line:
        line.connect(("192.0.2.1", 80))
    return None


WAYS: dict[str, Ask] = {
    "the client of litellm": lambda url: calls.prepare().module_level_client.get(f"{url}/models"),
    "a client of its own": lambda url: httpx.get(f"{url}/models"),
    "another library": lambda url: urllib.request.urlopen(f"{url}/models").read(),
    "a bare socket": by_socket,
}


def asks_first(monkeypatch: pytest.MonkeyPatch, ask: Callable[[], object]) -> None:
    """litellm, or an adapter in it, that puts a question of its own before the call."""
    litellm = calls.prepare()
    really = litellm.completion

    def completion(**arguments: Any) -> Any:
        ask()
        return really(**arguments)

    monkeypatch.setattr(litellm, "completion", completion)


def to_localhost(server: ScriptedServer) -> str:
    """The same machine under another name."""
    return server.url.replace("127.0.0.1", "localhost")


@pytest.mark.parametrize("way", WAYS)
def test_no_other_server_than_the_named_one_is_asked(
    server: ScriptedServer, make: MakeModel, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    server.always = answer("Hello.")
    with ScriptedServer() as elsewhere:
        asks_first(monkeypatch, lambda: WAYS[way](to_localhost(elsewhere)))
        with pytest.raises(ProviderError, match=r"another server than 127\.0\.0\.1") as caught:
            make().reply(HELLO)
        assert "--llm-base-url" in caught.value.hint
        assert elsewhere.requests == server.requests == []


@pytest.mark.parametrize("way", [way for way in WAYS if way != "a bare socket"])
def test_without_the_guard_it_would_be(
    server: ScriptedServer, make: MakeModel, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """The test above can fail."""
    server.always = answer("Hello.")
    with ScriptedServer() as elsewhere:
        asks_first(monkeypatch, lambda: WAYS[way](to_localhost(elsewhere)))
        assert make(server="").reply(HELLO).text == "Hello."
        assert len(elsewhere.requests) == 1


def test_what_asks_and_hides_its_failure_gets_nowhere_and_costs_no_answer(
    server: ScriptedServer, make: MakeModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hidden() -> None:
        with pytest.raises(OSError, match="another server"):
            by_socket(to_localhost(elsewhere))

    server.always = answer("Hello.")
    with ScriptedServer() as elsewhere:
        asks_first(monkeypatch, hidden)
        assert make().reply(HELLO).text == "Hello."
        assert elsewhere.requests == []


def resolving(monkeypatch: pytest.MonkeyPatch, number: str) -> None:
    def look_up(host: Any, port: Any, *_: Any, **__: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, int(port)))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)


def test_a_name_of_this_machine_that_means_another_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """No consent was asked for, since the name must mean this machine; a resolver may see that otherwise."""
    resolving(monkeypatch, "192.0.2.1")
    settings = Llm(model="openai/x", base_url="http://model.localhost:9/v1", cache=False)
    model = open_model(settings, patience=QUIET)
    assert model.traits.local
    with pytest.raises(ProviderError, match="another server"):
        model.reply(QUESTION)


def test_the_same_name_where_it_means_this_machine(
    server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolving(monkeypatch, "127.0.0.1")
    server.then(answer("Hello."))
    url = server.url.replace("127.0.0.1", "model.localhost")
    assert open_model(Llm(model="openai/x", base_url=url)).reply(QUESTION).text == "Hello."


def test_a_number_is_held_against_this_machine_too() -> None:
    stopped: list[bool] = []
    with (
        reaching(Reach("localhost", local=True), lambda: stopped.append(True)),
        pytest.raises(Elsewhere),
    ):
        by_number("")
    assert stopped == [True]


def test_a_proxy_takes_no_request_to_another_server(
    server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On this machine only the proxy's name is looked up then: what the request itself names tells."""
    monkeypatch.setenv("HTTP_PROXY", server.origin)
    reach = Reach("model.example", proxies=proxies())
    with watching(10_000, 5.0, 5.0, False, reach) as watch, pytest.raises(httpx.ConnectError):
        WatchedClient().post("http://other.example/v1/chat", content=b"My resume")
    assert watch.fault == "elsewhere"
    assert server.requests == []


def test_a_call_in_one_thread_stops_nothing_in_another(server: ScriptedServer) -> None:
    """An application that uses this library talks to whom it likes."""
    got: list[object] = []
    with reaching(Reach("model.example"), lambda: None):
        thread = threading.Thread(target=lambda: got.append(by_socket(server.url)))
        thread.start()
        thread.join(10)
    assert got
    assert by_socket(server.url), "and after the call this thread may too"


def test_a_call_inside_of_a_call_leaves_the_outer_one_guarded() -> None:
    with reaching(Reach("model.example"), lambda: None):
        with reaching(Reach("other.example"), lambda: None), pytest.raises(Elsewhere):
            socket.getaddrinfo("model.example", 80)
        with pytest.raises(Elsewhere):
            socket.getaddrinfo("other.example", 80)


def test_a_name_in_bytes_is_the_same_name() -> None:
    """As some libraries look it up."""
    with reaching(Reach("127.0.0.1"), lambda: None):
        assert socket.getaddrinfo(b"127.0.0.1", 80)
        with pytest.raises(Elsewhere):
            socket.getaddrinfo(b"localhost", 80)
        assert socket.getaddrinfo(None, 80), "no name: an address of this machine itself"


def test_what_litellm_asks_behind_a_call_is_not_sent(server: ScriptedServer) -> None:
    """It has threads of its own, which nobody watches."""
    with pytest.raises(httpx.ConnectError):
        WatchedClient().post(f"{server.origin}/api/show", json={"name": "x"})
    with pytest.raises(httpx.ConnectError):
        WatchedClient().get(f"{server.url}/models")
    assert server.requests == []


@pytest.mark.parametrize("name", ["openai/llama-3-8b", "hosted_vllm/llama-2", "ollama/llama-3"])
def test_nobody_is_asked_how_a_model_splits_words(
    server: ScriptedServer, make: MakeModel, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """litellm counts where a server doesn't, and would fetch Llama's list of words from the internet for that."""
    names: list[str] = []
    really = socket.getaddrinfo

    def look_up(host: Any, *more: Any, **others: Any) -> Any:
        names.append(str(host))
        return really(host, *more, **others)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    own = name.startswith("ollama")
    server.always = ollama("Good day.", usage=(0, 0)) if own else stream(["Good ", "day."], usage=None)
    model = make(name, base_url=server.origin if own else server.url)
    assert model.reply(HELLO, on_text=lambda _: None).text == "Good day."
    assert set(names) == {"127.0.0.1"}


def test_the_host_that_is_named_is_the_one_that_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    """Through real litellm, up to the point where a request would leave; of these we say the host beforehand."""
    asked: list[str] = []

    def send(client: httpx.Client, request: httpx.Request, **more: Any) -> httpx.Response:
        asked.append(request.url.host)
        raise httpx.ConnectError("refused", request=request)

    monkeypatch.setattr(httpx.Client, "send", send)
    called: dict[str, str] = {}
    for provider in PROVIDERS:
        monkeypatch.setenv(variables_of(provider)[0], "some-key-1")
        model = open_model(Llm(model=f"{provider}/x", consent=True, cache=False), patience=QUIET)
        asked.clear()
        with pytest.raises(ProviderError) as caught:
            model.reply(QUESTION)
        assert "another server" not in caught.value.message, provider
        name = f"{provider}/x"
        server = place_of(name, address_for(name, "")).server
        if server and asked:
            assert set(asked) == {server}
            called[provider] = server
    assert {"openai", "anthropic", "gemini", "groq", "mistral", "openrouter", "ollama"} <= called.keys()


def test_proxies_by_their_variables() -> None:
    environ = {"HTTPS_PROXY": "http://Proxy.corp:3128", "all_proxy": "p:1", "NO_PROXY": "x", "http_proxy": ""}
    assert proxies(environ) == {"proxy.corp", "p"}
    assert Reach("a.example", proxies=proxies(environ)).looks_up("proxy.corp")
    assert not Reach("a.example", proxies=proxies(environ)).looks_up("b.example")
    assert not Reach("localhost", local=True, proxies=proxies(environ)).looks_up("proxy.corp")


@pytest.mark.parametrize(
    ("server", "host", "same"),
    [
        ("api.openai.com", "API.openai.com.", True),
        ("bücher.example", "xn--bcher-kva.example", True),
        ("::1", "::1", True),
        ("fe80::1", "fe80::1%eth0", True),
        ("api.openai.com", "api.openai.com.evil.example", False),
        ("localhost", "127.0.0.1", False),
        ("", "anywhere.example", True),
    ],
)
def test_names_of_one_server(server: str, host: str, same: bool) -> None:
    assert Reach(server).names(host) is same
