"""Answers as JSON under a schema: the words that ask for it, and the check of what came.

Checked with jsonschema, which litellm brings anyway: what the provider is told to keep and what is checked here are
the same schema, and the model is told in the library's words what is wrong.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from careercraft.llm.clean import cleaned_data, shortened
from careercraft.llm.tokens import count_tokens
from careercraft.model.chat import ChatMessage

_ASKED = (
    "Answer with one JSON value and nothing else: no words before or after it, no code fence."
    " It must be valid under this JSON Schema:\n"
)
_WRONG = "That is not valid: {problem}\nAnswer once more, with the corrected JSON value and nothing else."
_MOST_PROBLEM = 300
_MOST_SHOWN = 4_000
"""Characters of a wrong answer that go back to the model."""
_MOST_PLACES = 40
"""Where a JSON value may begin in an answer that has words around it."""


def asked_for(messages: list[ChatMessage], schema: dict[str, Any]) -> list[ChatMessage]:
    """The messages with the schema at the end of the last one from the person, where small models heed it most."""
    words = _ASKED + json.dumps(schema, ensure_ascii=False, sort_keys=True)
    for at in range(len(messages) - 1, -1, -1):
        if messages[at].role == "user":
            told = ChatMessage(role="user", content=f"{messages[at].content}\n\n{words}")
            return [*messages[:at], told, *messages[at + 1 :]]
    return [*messages, ChatMessage(role="user", content=words)]


def asked_again(messages: list[ChatMessage], text: str, problem: str, free: int) -> list[ChatMessage]:
    """With the wrong answer, as far as the tokens go that are free for it, and what is wrong with it."""
    shown = text[:_MOST_SHOWN]
    while shown and count_tokens(shown) > free:
        shown = shown[: len(shown) * 3 // 4]
    return [
        *messages,
        ChatMessage(role="assistant", content=shown or "(nothing)"),
        ChatMessage(role="user", content=_WRONG.format(problem=problem)),
    ]


def checked(text: str, schema: dict[str, Any]) -> tuple[Any, str]:
    """(value, "") where the answer holds a value under the schema, or (None, what is wrong in one line)."""
    if not text.strip():
        return None, "the answer is empty"
    problem = "the answer is no JSON"
    for value in _values(text):
        found = _problem(value, schema)
        if not found:
            return value, ""
        problem = found
        if isinstance(value, dict | list):
            break  # the outermost value is the answer; what is inside of it is not
    return None, problem


def strictly_closed(schema: Any) -> bool:
    """Whether OpenAI's strict mode takes the schema: every object closed, and every member required."""
    if isinstance(schema, list):
        return all(map(strictly_closed, schema))
    if not isinstance(schema, dict):
        return True
    if schema.get("type") == "object" or "properties" in schema:
        members = schema.get("properties", {})
        if schema.get("additionalProperties") is not False or set(members) != set(schema.get("required", ())):
            return False
        return all(map(strictly_closed, members.values()))
    return all(
        strictly_closed(part) for name, part in schema.items() if name not in {"enum", "const", "default"}
    )


def _values(text: str) -> Iterator[Any]:
    """JSON values in the answer: all of it, or what stands in a fence or among words."""
    decoder = json.JSONDecoder(parse_constant=_no_number)
    places = [0, *(at for at, char in enumerate(text) if char in "{[")][: _MOST_PLACES + 1]
    for at in places:
        try:
            value, _ = decoder.raw_decode(text, at if at else len(text) - len(text.lstrip()))
        except (ValueError, RecursionError):
            continue
        yield cleaned_data(value)


def _no_number(word: str) -> float:
    raise ValueError(f"{word} is no JSON")


def _problem(value: Any, schema: dict[str, Any]) -> str:
    import jsonschema

    try:
        error = jsonschema.exceptions.best_match(jsonschema.Draft202012Validator(schema).iter_errors(value))
    except RecursionError:
        return "it is nested too deeply"
    if error is None:
        return ""
    place = error.json_path.removeprefix("$").lstrip(".") or "the answer"
    return shortened(f"{place}: {error.message}", _MOST_PROBLEM)
