"""Answers on disk."""

from __future__ import annotations

import stat
import threading
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from careercraft.llm import cache
from careercraft.llm.cache import CachingModel, cache_folder, clear
from careercraft.llm.open import open_model
from careercraft.llm.scripted import ScriptedModel
from careercraft.model.chat import ChatMessage, ModelTraits, Reply, ToolCall, ToolSpec
from careercraft.model.setting_groups import Llm
from tests.llm.dialects import ollama
from tests.llm.server import ScriptedServer, answer

HELLO = ChatMessage(role="user", content="Hello?")
TOOL = ToolSpec(name="f", description="d", parameters={"type": "object"})


def caching(*replies: Any, **traits: Any) -> tuple[CachingModel, ScriptedModel]:
    known = {"name": "m", "context_tokens": 8_000, "schema": True, "tools": True, "local": True, **traits}
    inner = ScriptedModel(replies, ModelTraits(**known))
    return CachingModel(inner), inner


def test_the_same_question_is_asked_once_and_costs_nothing_again() -> None:
    model, inner = caching("Good day.", "never")
    first = model.reply([HELLO])
    again = model.reply([HELLO])
    assert again.text == first.text == "Good day."
    assert len(inner.heard) == 1
    assert (again.usage.cost, again.usage.input_tokens, again.usage.cached) == (0.0, 0, 1)
    assert (model.spent.calls, model.spent.cached) == (2, 1)
    assert model.spent.input_tokens == first.usage.input_tokens
    other, untouched = caching("never")
    assert other.reply([HELLO]).text == "Good day."  # another process
    assert untouched.heard == []


def test_a_cached_answer_streams_too() -> None:
    model, _ = caching("Good day.")
    model.reply([HELLO])
    pieces: list[str] = []
    model.reply([HELLO], on_text=pieces.append)
    assert "".join(pieces) == "Good day."


@pytest.mark.parametrize(
    "change",
    [
        {"messages": [ChatMessage(role="user", content="Hello!")]},
        {"messages": [ChatMessage(role="system", content="Hello?")]},
        {"messages": [HELLO, HELLO]},
        {"schema": {"type": "object"}},
        {"tools": [TOOL]},
        {"most_tokens": 5},
    ],
)  # fmt: skip
def test_another_question_is_another_answer(change: dict[str, Any]) -> None:
    model, inner = caching("one", "two")
    model.reply([HELLO])
    arguments = {"messages": [HELLO], **change}
    assert model.reply(arguments.pop("messages"), **arguments).text == "two"
    assert len(inner.heard) == 2


def test_another_model_or_server_is_another_answer() -> None:
    caching("one")[0].reply([HELLO])
    other, _ = caching("two", name="n")
    assert other.reply([HELLO]).text == "two"
    inner = ScriptedModel(
        ["three"], ModelTraits(name="m", context_tokens=1, schema=True, tools=True, local=True)
    )
    assert CachingModel(inner, "http://localhost:9/v1").reply([HELLO]).text == "three"


def test_data_and_calls_come_back_whole() -> None:
    calls = (ToolCall(id="1", name="f", arguments={"a": [1, {"b": None}]}),)
    model, _ = caching(Reply(text="", tool_calls=calls, finish="tools"), {"skills": [1.5, "x"]})
    assert model.reply([HELLO], tools=[TOOL]).tool_calls == calls
    assert model.reply([HELLO], tools=[TOOL]).tool_calls == calls
    first = model.reply([HELLO], schema={"type": "object"})
    assert model.reply([HELLO], schema={"type": "object"}).data == first.data == {"skills": [1.5, "x"]}


@pytest.mark.parametrize(
    "reply",
    [Reply(text="I won't.", finish="refusal"), Reply(text="half a", finish="length"), Reply(text=" ")],
)
def test_what_was_no_answer_is_asked_again(reply: Reply) -> None:
    model, inner = caching(reply, "Good day.")
    model.reply([HELLO])
    assert model.reply([HELLO]).text == "Good day."
    assert len(inner.heard) == 2


def test_files_are_private_and_hold_no_question() -> None:
    model, _ = caching("Good day.")
    model.reply([ChatMessage(role="user", content="unmistakable words of a resume")])
    (file,) = cache_folder().iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(cache_folder().stat().st_mode) == 0o700
    assert b"unmistakable" not in file.read_bytes()


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"text": 1}', b"\xff"])
def test_a_broken_file_counts_as_absent(data: bytes) -> None:
    model, _ = caching("one", "two")
    model.reply([HELLO])
    (file,) = cache_folder().iterdir()
    file.write_bytes(data)
    assert model.reply([HELLO]).text == "two"
    assert model.reply([HELLO]).text == "two"


def test_a_disk_that_takes_nothing_costs_no_answer(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    model = CachingModel(ScriptedModel(["one"]), folder=tmp_path / "file" / "llm")
    assert model.reply([HELLO]).text == "one"


def test_it_is_bounded_and_the_oldest_go_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST_FILES", 10)
    model, inner = caching(*map(str, range(40)))
    keep = ChatMessage(role="user", content="keep")
    model.reply([keep])
    for number in range(25):
        model.reply([ChatMessage(role="user", content=f"question {number}")])
        model.reply([keep])  # used all the time: it stays
    assert len(list(cache_folder().iterdir())) <= 10
    assert len(inner.heard) == 26
    monkeypatch.setattr(cache, "MOST_FILES", 1_000)
    monkeypatch.setattr(cache, "MOST_BYTES", 2_000)
    for number in range(12):
        model.reply([ChatMessage(role="user", content=f"other {number}")])
    assert sum(file.stat().st_size for file in cache_folder().iterdir()) <= 2_000
    left = len(list(cache_folder().iterdir()))
    assert clear() == left > 0
    assert clear() == 0


def test_an_answer_larger_than_the_cache_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST_BYTES", 2_000)
    model, _ = caching("x" * 1_000)
    model.reply([HELLO])
    assert not cache_folder().exists()


def test_over_http_one_request_is_made_and_none_is_kept_without_the_cache(server: ScriptedServer) -> None:
    server.then(answer("one"), answer("two"), answer("three"))
    for _ in range(2):
        assert open_model(Llm(model="openai/x", base_url=server.url)).reply([HELLO]).text == "one"
    assert len(server.chats) == 1
    without = open_model(Llm(model="openai/x", base_url=server.url, cache=False))
    assert [without.reply([HELLO]).text for _ in range(2)] == ["two", "three"]


def test_a_server_that_a_variable_names_is_another_one(
    server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Llm(model="ollama/x")
    with ScriptedServer() as other:
        for running, text in ((server, "one"), (other, "two")):
            monkeypatch.setenv("OLLAMA_API_BASE", running.origin)
            running.then(ollama(text))
            for _ in range(2):
                assert open_model(settings).reply([HELLO]).text == text
            assert len(running.chats) == 1


def test_more_room_is_another_answer() -> None:
    """What didn't fit the first time may fit now."""
    traits = ModelTraits(name="m", context_tokens=1_000, schema=True, tools=True, local=True)
    larger = structs.replace(traits, context_tokens=2_000)
    assert CachingModel(ScriptedModel(["one"], traits)).reply([HELLO]).text == "one"
    assert CachingModel(ScriptedModel(["two"], larger)).reply([HELLO]).text == "two"


def test_how_freely_it_chooses_its_words_is_part_of_the_question(monkeypatch: pytest.MonkeyPatch) -> None:
    caching("one")[0].reply([HELLO])
    monkeypatch.setattr("careercraft.llm.cache.TEMPERATURE", 1)
    assert caching("two")[0].reply([HELLO]).text == "two"


def test_an_answer_of_an_older_form_is_asked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    caching("one")[0].reply([HELLO])
    monkeypatch.setattr(cache, "FORMAT", cache.FORMAT + 1)
    assert caching("two")[0].reply([HELLO]).text == "two"


def test_what_a_killed_process_left_is_deleted_too() -> None:
    caching("one")[0].reply([HELLO])
    (cache_folder() / ".answer.half").write_bytes(b"words of a person")
    assert clear() == 2
    assert list(cache_folder().iterdir()) == []


def test_many_at_once_write_whole_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each process renames a file of its own into place; one that deletes beside it takes nobody's answer."""
    monkeypatch.setattr("careercraft.llm.cache.MOST_FILES", 6)
    wrong: list[str] = []

    def work(number: int) -> None:
        for at in range(12):
            text = f"{(number + at) % 8}" * 2_000
            question = ChatMessage(role="user", content=text[:1])
            if caching(text)[0].reply([question]).text != text:
                wrong.append(text)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert wrong == []
    assert list(cache_folder().glob(".answer.*")) == []
