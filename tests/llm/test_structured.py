"""Answers under a schema: kept by the provider, asked for in words, put right once, or refused; never half taken."""

from __future__ import annotations

import json
import stat
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from careercraft import paths
from careercraft.errors import ProviderError
from careercraft.llm import structured, traits
from careercraft.llm.tokens import count_messages
from careercraft.model.chat import ChatMessage
from tests.llm.conftest import HELLO, MakeModel
from tests.llm.server import ScriptedServer, answer, status

SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "skills": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"name": {"type": "string", "minLength": 1}, "years": {"type": "number"}},
                "required": ["name"],
                "additionalProperties": False,
            },
        }
    },
    "required": ["skills"],
    "additionalProperties": False,
}
GOOD = {"skills": [{"name": "SQL", "years": 3}]}
BAD = {"skills": [{"name": 7}]}


def forms(server: ScriptedServer) -> list[bool]:
    """Whether each call asked the provider to keep the schema."""
    return ["response_format" in request.body for request in server.chats]


def told(server: ScriptedServer, at: int) -> bool:
    """Whether a call holds the schema in words."""
    return "JSON Schema" in server.chats[at].text


def test_the_provider_keeps_it(server: ScriptedServer, make: MakeModel) -> None:
    server.then(answer(data=GOOD))
    model = make()
    reply = model.reply(HELLO, schema=SCHEMA)
    assert reply.data == GOOD
    assert json.loads(reply.text) == GOOD
    form = server.chats[0].body["response_format"]
    assert form["type"] == "json_schema"
    assert form["json_schema"]["schema"] == SCHEMA
    assert form["json_schema"]["strict"] is False, (
        "`years` need not be there, which strict mode does not know"
    )
    assert not told(server, 0)
    assert model.traits.schema


def test_it_is_found_out_that_the_provider_does_not_and_remembered(
    server: ScriptedServer, make: MakeModel
) -> None:
    server.then(status(400, "'response_format.type' must be 'text'"), answer(data=GOOD), answer(data=GOOD))
    first = make()
    assert first.traits.schema
    assert first.reply(HELLO, schema=SCHEMA).data == GOOD
    assert not first.traits.schema
    assert forms(server) == [True, False]
    assert told(server, 1)
    second = make()
    assert not second.traits.schema
    second.reply(HELLO, schema=SCHEMA)
    assert forms(server) == [True, False, False]
    assert make("openai/y").traits.schema, "another model is another matter"
    traits.forget(second.options)
    assert make().traits.schema


def test_a_server_that_breaks_over_a_schema_is_asked_in_words(
    server: ScriptedServer, make: MakeModel
) -> None:
    """As llama-cpp-python's server does."""
    broken = (
        "1 validation error: {'loc': ('body', 'response_format', 'type'), 'msg': \"Input should be 'text'\"}"
    )
    server.then(status(500, broken), answer(data=GOOD))
    model = make()
    assert model.reply(HELLO, schema=SCHEMA).data == GOOD
    assert forms(server) == [True, False]
    assert not model.traits.schema


def test_a_provider_that_only_says_it_keeps_it(server: ScriptedServer, make: MakeModel) -> None:
    server.then(answer("Sure! SQL is missing."), answer(data=GOOD))
    model = make()
    reply = model.reply(HELLO, schema=SCHEMA)
    assert reply.data == GOOD
    assert reply.usage.calls == 2
    assert forms(server) == [True, False]
    assert told(server, 1)
    assert not model.traits.schema


def test_one_retry_with_the_validation_error(server: ScriptedServer, make: MakeModel) -> None:
    server.then(answer(data=BAD), answer(data=GOOD))
    assert make().reply(HELLO, schema=SCHEMA).data == GOOD
    said = server.chats[1].messages
    assert [message["role"] for message in said] == ["system", "user", "assistant", "user"]
    assert json.loads(said[2]["content"]) == BAD
    assert "skills[0].name: 7 is not of type 'string'" in said[3]["content"]


def test_there_is_no_second_retry(server: ScriptedServer, make: MakeModel) -> None:
    server.always = answer(data=BAD)
    with pytest.raises(ProviderError, match=r"form that it is asked for: skills\[0\].name: 7 is not"):
        make().reply(HELLO, schema=SCHEMA)
    assert len(server.chats) == 2


def test_half_a_json_is_put_right(server: ScriptedServer, make: MakeModel) -> None:
    server.then(answer('{"skills": [{"name": "SQL"', finish="length"), answer(data=GOOD))
    model = make()
    assert model.reply(HELLO, schema=SCHEMA).data == GOOD
    assert model.traits.schema, "an answer that was cut at its length says nothing against the provider"


def test_an_empty_answer_is_asked_for_once_more(server: ScriptedServer, make: MakeModel) -> None:
    server.then(answer(""), answer(""))
    with pytest.raises(ProviderError, match="the answer is empty"):
        make().reply(HELLO, schema=SCHEMA)


def test_a_refusal_is_not_argued_with(server: ScriptedServer, make: MakeModel) -> None:
    server.then(answer(refusal="I won't."))
    reply = make().reply(HELLO, schema=SCHEMA)
    assert (reply.finish, reply.text, reply.data) == ("refusal", "I won't.", None)


def test_busy_is_no_word_against_the_schema(server: ScriptedServer, make: MakeModel) -> None:
    server.then(status(503), answer(data=GOOD))
    model = make()
    assert model.reply(HELLO, schema=SCHEMA).data == GOOD
    assert forms(server) == [True, True]
    assert model.traits.schema


def test_nobody_hears_half_a_json(server: ScriptedServer, make: MakeModel) -> None:
    server.then(answer(data=GOOD))
    heard: list[str] = []
    make().reply(HELLO, schema=SCHEMA, on_text=heard.append)
    assert heard == []


def test_escapes_in_its_strings_are_taken_out(server: ScriptedServer, make: MakeModel) -> None:
    server.then(answer('{"skills": [{"name": "S\\u001b[31mQ\\u202eL\\u0007"}]}'))
    assert make().reply(HELLO, schema=SCHEMA).data == {"skills": [{"name": "SQL"}]}


def test_the_wrong_answer_goes_back_without_escapes_and_bounded(
    server: ScriptedServer, make: MakeModel
) -> None:
    server.then(answer("\x1b[31mno " * 10_000), answer(data=GOOD))
    make().reply(HELLO, schema=SCHEMA)
    assert len(server.chats[1].messages[2]["content"]) <= 4_000
    assert "\\u001b" not in server.chats[1].text


def test_a_short_context_has_room_for_the_question_and_the_answer_once_more(
    server: ScriptedServer, make: MakeModel
) -> None:
    """Else the server cuts or refuses what the person then hears as "the text is too long"."""
    server.then(answer("[{]" * 2_000), answer(data=GOOD))
    make(context_tokens=1_000).reply(HELLO, schema=SCHEMA, most_tokens=400)
    again = server.chats[1]
    assert again.messages[2]["content"].startswith("[{]")
    assert count_messages(message["content"] for message in again.messages) + 400 <= 1_000


def test_a_schema_that_is_closed_is_asked_for_strictly(server: ScriptedServer, make: MakeModel) -> None:
    closed = {
        "type": "object",
        "properties": {"a": {"type": "integer"}},
        "required": ["a"],
        "additionalProperties": False,
    }
    server.then(answer(data={"a": 1}))
    make().reply(HELLO, schema=closed)
    assert server.chats[0].body["response_format"]["json_schema"]["strict"] is True


# --- the check by itself


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(GOOD),
        f" \n{json.dumps(GOOD)}\n",
        f"```json\n{json.dumps(GOOD, indent=1)}\n```",
        f"Here you are:\n{json.dumps(GOOD)}\nAnything else?",
        f"In [short] {{so to say}}: {json.dumps(GOOD)}",
        f'"quoted" {json.dumps(GOOD)}',
    ],
)
def test_a_value_among_words(text: str) -> None:
    assert structured.checked(text, SCHEMA) == (GOOD, "")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "empty"),
        ("No.", "no JSON"),
        ('{"skills": [', "no JSON"),
        ('{"skills": [{"name": "SQL", "years": NaN}]}', ""),
        ('{"wrap": {"skills": []}}', "the answer: "),
        ("[" * 100_000, "no JSON"),
        ("null", "the answer: None is not of type 'object'"),
        ('{"skills": [], "fit": true}', "'fit' was unexpected"),
    ],
)
def test_what_is_not_valid(text: str, problem: str) -> None:
    value, found = structured.checked(text, SCHEMA)
    assert value is None
    assert found
    assert problem in found
    assert len(found) <= 300


def test_a_problem_is_short() -> None:
    _, found = structured.checked(json.dumps({"skills": ["x" * 100_000]}), SCHEMA)
    assert len(found) == 300


def test_where_the_schema_is_told() -> None:
    words = [*HELLO, ChatMessage(role="assistant", content="Yes?")]
    asked = structured.asked_for(words, SCHEMA)
    assert asked[1].content.startswith("Hello?\n\nAnswer with one JSON value")
    assert (asked[0], asked[2]) == (words[0], words[2])
    assert structured.asked_for([], SCHEMA)[0].role == "user"


@pytest.mark.parametrize(
    ("schema", "closed"),
    [
        (SCHEMA, False),
        ({"type": "object", "properties": {}, "additionalProperties": False}, True),
        ({"type": "object", "properties": {}}, False),
        ({"type": "array", "items": {"type": "object", "properties": {}}}, False),
        ({"anyOf": [{"type": "string"}, {"properties": {"a": {}}}]}, False),
        ({"enum": [{"type": "object", "properties": {}}]}, True),
        ({"type": "string"}, True),
    ],
)
def test_strictly_closed(schema: dict[str, Any], closed: bool) -> None:
    Draft202012Validator.check_schema(schema)
    assert structured.strictly_closed(schema) is closed


# --- what was found out


def test_what_was_found_out_is_private_and_names_nothing(server: ScriptedServer, make: MakeModel) -> None:
    server.then(status(400, "no response_format"), answer(data=GOOD))
    make().reply(HELLO, schema=SCHEMA)
    file = paths.cache_dir() / "llm-traits.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "127.0.0.1" not in file.read_text()
    assert "openai" not in file.read_text()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"a": {"schema": 3}}', b"\xff"])
def test_a_spoilt_memory_is_none(make: MakeModel, content: bytes) -> None:
    file = paths.cache_dir() / "llm-traits.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    model = make()
    assert model.traits.schema
    traits.remember(model.options, schema=False)
    assert not make().traits.schema


def test_a_folder_that_cannot_be_written_is_no_failure(
    server: ScriptedServer, make: MakeModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAREERCRAFT_HOME", "/dev/null/nowhere")
    server.then(status(400, "no response_format"), answer(data=GOOD))
    assert make().reply(HELLO, schema=SCHEMA).data == GOOD
