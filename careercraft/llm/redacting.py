"""A model that sees stand-ins in place of what says who a person is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from msgspec import structs

from careercraft.llm.around import Around
from careercraft.llm.clean import each_text
from careercraft.llm.redact import Redactor, Restorer
from careercraft.model.chat import ChatMessage, ChatModel, Reply, ToolCall, ToolSpec

_WORDS_OF_A_SCHEMA = frozenset(("description", "title", "enum", "const", "default", "examples"))
"""Members of a JSON schema that hold words; the others are its grammar."""


class RedactingModel(Around):
    """Everything that goes in is redacted, everything that comes out is restored, also while it streams."""

    def __init__(self, inner: ChatModel, redactor: Redactor) -> None:
        super().__init__(inner)
        self._redactor = redactor

    def reply(
        self,
        messages: Sequence[ChatMessage],
        *,
        schema: dict[str, Any] | None = None,
        tools: Sequence[ToolSpec] = (),
        on_text: Callable[[str], None] | None = None,
        most_tokens: int | None = None,
    ) -> Reply:
        texts = list(_texts(messages, schema, tools))
        written = dict(zip(texts, self._redactor.redacted_all(texts), strict=True))
        restorer = Restorer(self._redactor, on_text) if on_text else None
        try:
            reply = self._inner.reply(
                self._noted([_message(message, written) for message in messages]),
                schema=None if schema is None else _schema(schema, written),
                tools=[_tool(tool, written) for tool in tools],
                on_text=restorer.feed if restorer else None,
                most_tokens=most_tokens,
            )
        finally:
            if restorer:
                restorer.end()
        return structs.replace(
            reply,
            text=self._redactor.restored(reply.text),
            data=each_text(reply.data, self._redactor.restored),
            tool_calls=tuple(
                structs.replace(call, arguments=each_text(call.arguments, self._redactor.restored))
                for call in reply.tool_calls
            ),
        )

    def _noted(self, messages: list[ChatMessage]) -> list[ChatMessage]:
        """With a line for the model that says what stand-ins are."""
        note = self._redactor.note()
        if not note:
            return messages
        if messages and messages[0].role == "system":
            first = structs.replace(messages[0], content=f"{messages[0].content}\n\n{note}")
            return [first, *messages[1:]]
        return [ChatMessage(role="system", content=note), *messages]


def _texts(
    messages: Sequence[ChatMessage], schema: dict[str, Any] | None, tools: Sequence[ToolSpec]
) -> Iterator[str]:
    """Everything that goes out and holds words."""
    for message in messages:
        yield message.content
        for call in message.tool_calls:
            yield from _strings(call.arguments)
    yield from _schema_strings(schema)
    for tool in tools:
        yield tool.description
        yield from _schema_strings(tool.parameters)


def _strings(value: Any) -> Iterator[str]:
    """Every string in it, names of members too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, dict):
        for name, item in value.items():
            yield name
            yield from _strings(item)


def _schema_strings(schema: Any) -> Iterator[str]:
    if isinstance(schema, list | tuple):
        for item in schema:
            yield from _schema_strings(item)
    elif isinstance(schema, dict):
        for name, item in schema.items():
            words = name in _WORDS_OF_A_SCHEMA and not isinstance(
                item, dict
            )  # a property may be called "title"
            yield from _strings(item) if words else _schema_strings(item)


def _message(message: ChatMessage, written: dict[str, str]) -> ChatMessage:
    calls = tuple(
        ToolCall(id=call.id, name=call.name, arguments=each_text(call.arguments, written.__getitem__))
        for call in message.tool_calls
    )
    return structs.replace(message, content=written[message.content], tool_calls=calls)


def _tool(tool: ToolSpec, written: dict[str, str]) -> ToolSpec:
    return structs.replace(
        tool, description=written[tool.description], parameters=_schema(tool.parameters, written)
    )


def _schema(schema: Any, written: dict[str, str]) -> Any:
    if isinstance(schema, list | tuple):
        return [_schema(item, written) for item in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        name: each_text(item, written.__getitem__)
        if name in _WORDS_OF_A_SCHEMA and not isinstance(item, dict)
        else _schema(item, written)
        for name, item in schema.items()
    }
