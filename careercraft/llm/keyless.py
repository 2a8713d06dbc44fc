"""A model whose answers can't say the key, whatever its server makes of the key that it gets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import structs

from careercraft.llm.around import Around
from careercraft.llm.clean import each_text
from careercraft.llm.keys import MASK, SHORTEST, Secret
from careercraft.model.chat import ChatMessage, ChatModel, Reply, ToolSpec


class KeylessModel(Around):
    """Masks one key in texts, data, calls of functions and while it streams."""

    def __init__(self, inner: ChatModel, secret: Secret | None) -> None:
        super().__init__(inner)
        key = secret.reveal() if secret else ""
        self._key = key if len(key) >= SHORTEST else ""

    def reply(
        self,
        messages: Sequence[ChatMessage],
        *,
        schema: dict[str, Any] | None = None,
        tools: Sequence[ToolSpec] = (),
        on_text: Callable[[str], None] | None = None,
        most_tokens: int | None = None,
    ) -> Reply:
        masking = _Masking(self._key, on_text) if on_text and self._key else None
        try:
            reply = self._inner.reply(
                messages,
                schema=schema,
                tools=tools,
                on_text=masking.feed if masking else on_text,
                most_tokens=most_tokens,
            )
        finally:
            if masking:
                masking.end()
        if not self._key:
            return reply
        calls = tuple(
            structs.replace(call, arguments=each_text(call.arguments, self._masked))
            for call in reply.tool_calls
        )
        return structs.replace(
            reply,
            text=self._masked(reply.text),
            data=each_text(reply.data, self._masked),
            tool_calls=calls,
            model=self._masked(reply.model),
        )

    def _masked(self, text: str) -> str:
        return text.replace(self._key, MASK)


class _Masking:
    """For a text in pieces: what may be the beginning of the key waits for the next piece."""

    def __init__(self, key: str, tell: Callable[[str], None]) -> None:
        self._key, self._tell, self._held = key, tell, ""

    def feed(self, piece: str) -> None:
        text = (self._held + piece).replace(self._key, MASK)
        begins = range(max(0, len(text) - len(self._key) + 1), len(text))
        until = next((at for at in begins if self._key.startswith(text[at:])), len(text))
        self._held = text[until:]
        if until:
            self._tell(text[:until])

    def end(self) -> None:
        if self._held:
            self._tell(self._held)
            self._held = ""
