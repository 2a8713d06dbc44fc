"""The scripted server, a model that talks to it, and no keys or proxies of whoever runs the tests."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from careercraft.llm.client import LiteLLMModel
from careercraft.llm.options import ModelOptions
from careercraft.llm.retries import Patience
from careercraft.llm.where import host_of
from careercraft.model.chat import ChatMessage
from tests.llm.server import ScriptedServer

KEY = "sk-scripted-0123456789abcdef"
"""No key of anyone: what must never be shown."""
HELLO = [ChatMessage(role="system", content="Be kind."), ChatMessage(role="user", content="Hello?")]
MakeModel = Callable[..., LiteLLMModel]


@pytest.fixture(autouse=True, scope="module")
def _let_go() -> None:
    """In place of the one of all tests, which takes half a second a module: no workbench is made here."""


@pytest.fixture(autouse=True)
def no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.upper().endswith(("_API_KEY", "_API_BASE", "_BASE_URL", "_PROXY")):
            monkeypatch.delenv(name)


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    with ScriptedServer() as running:
        yield running


@pytest.fixture
def waits() -> list[float]:
    """Seconds that a model of `make` would have waited between calls."""
    return []


@pytest.fixture
def make(server: ScriptedServer, waits: list[float]) -> MakeModel:
    """`make(name="openai/x", **options)`: a model on the scripted server that never really sleeps."""
    from careercraft.llm.keys import Secret

    def made(name: str = "openai/x", **options: Any) -> LiteLLMModel:
        given = {
            "base_url": server.url,
            "server": host_of(options.get("base_url") or server.url),
            "key": Secret(KEY),
            "first_seconds": 20.0,
            "idle_seconds": 20.0,
            **options,
        }
        patience = Patience(sleep=waits.append, chance=lambda: 1.0)
        return LiteLLMModel(ModelOptions(name=name, **given), patience)

    return made
