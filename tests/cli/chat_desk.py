"""A run to talk about, the flags of a model on the scripted server, and what is kept: for the tests of `chat`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from careercraft.store import open_chats, open_history
from tests.chat.desks import analysis
from tests.conftest import DAY
from tests.llm.server import ScriptedServer


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
    """As they are kept."""
    with open_chats() as chats:
        return [json.loads(text) for text in chats.turns(number)]


def objects(data: bytes) -> list[dict[str, Any]]:
    """Lines of JSON."""
    return [json.loads(line) for line in data.splitlines()]
