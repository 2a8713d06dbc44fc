"""A model that answers from a queue: for tests and drafts of what uses one. It counts and streams like a real one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from careercraft.errors import ProviderError
from careercraft.llm.client import plus
from careercraft.model.chat import ChatMessage, ModelTraits, Reply, ToolSpec, Usage

_PIECE = 7
_TRAITS = ModelTraits(name="scripted", context_tokens=8_192, schema=True, tools=True, local=True)


class Heard(Struct, frozen=True):
    """What a scripted model was asked."""

    messages: tuple[ChatMessage, ...]
    schema: dict[str, Any] | None
    tools: tuple[ToolSpec, ...]
    most_tokens: int | None = None

    @property
    def text(self) -> str:
        return "\n".join(message.content for message in self.messages)


class ScriptedModel:
    """`ScriptedModel(["Hello.", {"skills": []}, Reply(...), ProviderError("down")])`.

    A string is an answer, a dict or list the data of a structured one, an exception is raised, and a function is given
    what was asked and gives one of these. Past the end of the queue the model fails. `heard` holds what it was asked.
    """

    def __init__(self, replies: Iterable[Any] = (), traits: ModelTraits = _TRAITS) -> None:
        self._queue = list(replies)
        self.traits = traits
        self.heard: list[Heard] = []
        self.written = ""
        self._spent = Usage()

    @property
    def spent(self) -> Usage:
        return self._spent

    def reply(
        self,
        messages: Sequence[ChatMessage],
        *,
        schema: dict[str, Any] | None = None,
        tools: Sequence[ToolSpec] = (),
        on_text: Callable[[str], None] | None = None,
        most_tokens: int | None = None,
    ) -> Reply:
        heard = Heard(tuple(messages), schema, tuple(tools), most_tokens)
        self.heard.append(heard)
        if not self._queue:
            raise ProviderError("the scripted model has no further answer", "give it one more")
        found = self._queue.pop(0)
        found = found(heard) if callable(found) and not isinstance(found, type) else found
        if isinstance(found, BaseException):
            raise found
        reply = found if isinstance(found, Reply) else _made(found)
        usage = Usage(
            calls=1, input_tokens=len(heard.text.split()), output_tokens=len(reply.text.split()), cost=0.0
        )
        self._spent = plus(self._spent, usage)
        self.written = reply.text
        if on_text is not None:
            for at in range(0, len(reply.text), _PIECE):
                on_text(reply.text[at : at + _PIECE])
        return replace(reply, usage=usage, model=reply.model or self.traits.name)


def _made(found: Any) -> Reply:
    import json

    return Reply(text=found) if isinstance(found, str) else Reply(text=json.dumps(found), data=found)
