"""What is said to a language model and what comes back: values, no provider."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal, Protocol

from msgspec import UNSET, Struct, UnsetType

MessageRole = Literal["system", "user", "assistant", "tool"]


class ToolCall(Struct, frozen=True, kw_only=True):
    id: str
    name: str
    arguments: dict[str, Any]


class ChatMessage(Struct, frozen=True, kw_only=True, omit_defaults=True):
    role: MessageRole
    content: str = ""
    tool_calls: tuple[ToolCall, ...] = ()
    """Of an assistant's message."""
    tool_call_id: str | UnsetType = UNSET
    """Of a tool's message: the call that it answers."""


class ToolSpec(Struct, frozen=True, kw_only=True):
    name: str
    description: str
    parameters: dict[str, Any]
    """JSON Schema of an object."""


class Usage(Struct, frozen=True, kw_only=True):
    """Of one call, or added up over a run."""

    calls: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost: float | None = None
    """US dollars; None where no price is known."""
    cached: int = 0
    """Calls answered from the disk."""
    estimated: bool = False
    """Tokens were counted here, since the provider told none."""


class Reply(Struct, frozen=True, kw_only=True):
    text: str
    data: Any = None
    """Where a schema was asked: what came, valid under it."""
    tool_calls: tuple[ToolCall, ...] = ()
    usage: Usage = Usage()
    model: str = ""
    """As the provider names it."""
    finish: Literal["stop", "length", "tools", "refusal"] = "stop"


class ModelTraits(Struct, frozen=True, kw_only=True):
    """What a model can, as far as it is known or was found out."""

    name: str
    """As the person named it: `ollama/llama3.2`."""
    context_tokens: int
    schema: bool
    """Keeps a JSON schema by itself."""
    tools: bool
    """Calls functions."""
    local: bool
    """Its server is on this machine: no text leaves it."""


class ChatModel(Protocol):
    """One model behind one provider. Implementations live in `careercraft.llm`. Every failure is a ProviderError."""

    @property
    def traits(self) -> ModelTraits: ...

    @property
    def spent(self) -> Usage:
        """Of this run so far."""
        ...

    def reply(
        self,
        messages: Sequence[ChatMessage],
        *,
        schema: dict[str, Any] | None = None,
        tools: Sequence[ToolSpec] = (),
        on_text: Callable[[str], None] | None = None,
        most_tokens: int | None = None,
    ) -> Reply:
        """`on_text` gets the pieces of the text as they come, cleaned of control characters."""
        ...
