"""Each guard of a call alone, as docs/architecture.md lists them: with it nothing gets through, without it all does."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Callable
from contextlib import nullcontext
from typing import Any, NamedTuple

import pytest

from careercraft.cli.console import ExitCode, exit_code
from careercraft.errors import ProviderError
from careercraft.llm import cache, calls, client, faults, streams, structured, wire
from careercraft.llm import open as opening
from careercraft.llm.budget import CantShorten
from careercraft.llm.consent import ConsentingModel
from careercraft.llm.cost import CostingModel
from careercraft.llm.faults import Fault, NoForm, NoTools, TooLong
from careercraft.llm.open import open_model
from careercraft.llm.redact import redactor_for
from careercraft.llm.retries import Patience
from careercraft.llm.where import Place
from careercraft.model.chat import ChatMessage, Reply
from careercraft.model.setting_groups import Llm
from tests.docs.test_generated import ROOT
from tests.llm.conftest import KEY
from tests.llm.server import ScriptedServer, answer, status, stream

SCHEMA = {"type": "object", "properties": {"years": {"type": "integer"}}, "required": ["years"]}
Patch = pytest.MonkeyPatch


def ask(server: ScriptedServer, *, streamed: bool = False, schema: Any = None, **settings: Any) -> Reply:
    found = Llm(**{"model": "openai/x", "base_url": server.url, "cache": False, **settings})
    model = open_model(
        found,
        redactor=redactor_for({"basics": {"name": "Maya Okafor"}}, ()),
        patience=Patience(sleep=lambda seconds: None),
    )
    on_text = (lambda words: None) if streamed else None
    return model.reply(
        [ChatMessage(role="user", content="I am Maya Okafor.")], schema=schema, on_text=on_text
    )


def error_says_the_key(server: ScriptedServer, patch: Patch) -> bool:
    server.then(status(401, f"the key {KEY} is wrong"))
    with pytest.raises(ProviderError) as caught:
        ask(server)
    return KEY in caught.value.message


def name_goes_out(server: ScriptedServer, patch: Patch) -> bool:
    ask(server, redact=True)
    return "Okafor" in server.chats[0].text


def asks_twice(server: ScriptedServer, patch: Patch) -> bool:
    ask(server, cache=True)
    ask(server, cache=True)
    return len(server.chats) == 2


def costs_too_much(server: ScriptedServer, patch: Patch) -> bool:
    return sent(lambda: ask(server, max_cost=0.001, input_price=1_000.0), server)


def sends_unasked(server: ScriptedServer, patch: Patch) -> bool:
    patch.setattr(opening, "place_of", lambda *_: Place("far.example", False))
    return sent(lambda: ask(server), server)


def answer_says_the_key(server: ScriptedServer, patch: Patch) -> bool:
    server.then(answer(f"You sent {KEY}."))
    return KEY in ask(server).text


def tries_for_ever(server: ScriptedServer, patch: Patch) -> bool:
    server.always = status(500, "down")
    sent(lambda: ask(server), server)
    return len(server.chats) > 4


def takes_any_form(server: ScriptedServer, patch: Patch) -> bool:
    server.always = answer(data={"years": "many"})
    return came(lambda: ask(server, schema=SCHEMA))


def looks_elsewhere(server: ScriptedServer, patch: Patch) -> bool:
    """As a library under litellm would, in the middle of a call; no connection is needed for that."""
    really = calls.whole

    def whole(found: Any) -> Any:
        socket.getaddrinfo("localhost", 80)
        return really(found)

    patch.setattr(calls, "whole", whole)
    return came(lambda: ask(server))


def takes_half_an_answer(server: ScriptedServer, patch: Patch) -> bool:
    server.then(stream(["The gap ", "is SQL"], ends="stop"))
    return came(lambda: ask(server, streamed=True))


def says_escapes(server: ScriptedServer, patch: Patch) -> bool:
    server.then(answer("\x1b[31mred"))
    return "\x1b" in ask(server).text


def came(call: Callable[[], Reply]) -> bool:
    try:
        call()
    except ProviderError:
        return False
    return True


def sent(call: Callable[[], Reply], server: ScriptedServer) -> bool:
    came(call)
    return bool(server.chats)


class Raw:
    def feed(self, piece: str) -> str:
        return piece


def restless(call: Callable[[], Any], *_: Any) -> Any:
    for _ in range(6):
        try:
            return call()
        except Fault:
            continue
    return call()


def no_scrubbing(patch: Patch) -> None:
    for room in (opening, faults):
        patch.setattr(room, "scrubbed", lambda words, secrets: words)


class Guard(NamedTuple):
    breach: Callable[[ScriptedServer, Patch], bool]
    """Whether what it holds gets through."""
    off: Callable[[Patch], None]


GUARDS = {
    "Keys out of errors": Guard(error_says_the_key, no_scrubbing),
    "Stand-ins": Guard(name_goes_out, lambda p: p.setattr(opening, "RedactingModel", lambda inner, _: inner)),
    "Cache": Guard(asks_twice, lambda p: p.setattr(cache, "_read", lambda _: None)),
    "Cost limit": Guard(
        costs_too_much, lambda p: p.setattr(CostingModel, "_affordable", lambda self, read, most, calls: most)
    ),
    "Consent": Guard(sends_unasked, lambda p: p.setattr(ConsentingModel, "_needed", lambda self: False)),
    "Keys out of answers": Guard(
        answer_says_the_key, lambda p: p.setattr(opening, "KeylessModel", lambda inner, _: inner)
    ),
    "Patience": Guard(tries_for_ever, lambda p: p.setattr(client, "retried", restless)),
    "Form": Guard(
        takes_any_form, lambda p: p.setattr(structured, "checked", lambda text, _: (json.loads(text), ""))
    ),
    "Reach": Guard(looks_elsewhere, lambda p: p.setattr(wire, "reaching", lambda *_: nullcontext())),
    "The wire": Guard(takes_half_an_answer, lambda p: p.setattr(wire, "_BEGINS", re.compile(rb"(?!)"))),
    "Clean text": Guard(says_escapes, lambda p: p.setattr(streams, "Cleaner", Raw)),
}


@pytest.mark.parametrize("name", GUARDS)
def test_each_guard_alone_holds_what_it_is_for(
    name: str, server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAREERCRAFT_LLM_KEY", KEY)
    server.always = answer("Hello.")
    guard = GUARDS[name]
    assert not guard.breach(server, monkeypatch)
    server.requests.clear()
    guard.off(monkeypatch)
    assert guard.breach(server, monkeypatch)


def test_the_list_of_the_docs_is_whole() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    table = page.partition("The guards of a call, from outside in")[2].partition("And around what is said")[0]
    listed = [row.split(" | ")[0].removeprefix("| ") for row in table.splitlines() if row.startswith("| ")]
    assert listed[1:] == list(GUARDS)


@pytest.mark.parametrize("kind", [NoTools, TooLong, NoForm, CantShorten])
def test_narrower_failures_leave_by_the_exit_code_of_all(kind: type[ProviderError]) -> None:
    assert exit_code(kind("the text is too long", "take another model")) is ExitCode.PROVIDER
