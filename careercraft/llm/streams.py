"""Pieces of an answer put together: cleaned, counted, bounded; what was written stays, however it ends."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from careercraft.llm.clean import Cleaner, cleaned, cleaned_data
from careercraft.llm.faults import Fault
from careercraft.llm.pieces import Piece
from careercraft.llm.thoughts import Thoughts
from careercraft.model.chat import ToolCall

_MOST_CALLS = 32
"""Of functions in one answer. More is a model that runs in a circle."""


class Gathered:
    """An answer so far. `on_text` gets the pieces; joined they are `text`."""

    def __init__(self, most_characters: int, on_text: Callable[[str], None] | None = None) -> None:
        self._left = most_characters
        self._on_text = on_text
        self._cleaner, self._thoughts = Cleaner(), Thoughts()
        self._parts: list[str] = []
        self._refusal: list[str] = []
        self._calls: dict[int, list[str]] = {}
        self.usage: tuple[int, int] | None = None
        self.model = ""
        self._finish = ""
        self.came = 0
        """Characters that came, thoughts and calls among them."""

    @property
    def text(self) -> str:
        return "".join(self._parts)

    @property
    def refusal(self) -> str:
        return cleaned("".join(self._refusal)).strip()

    @property
    def finish(self) -> str:
        return self._finish

    def take(self, piece: Piece) -> None:
        """Raises Fault where the answer is too long; its beginning has been said by then."""
        length = len(piece.text) + len(piece.refusal) + sum(len(call.arguments) for call in piece.calls)
        self.came += length
        self._left -= length
        kept = piece.text if self._left >= 0 else piece.text[: max(0, len(piece.text) + self._left)]
        self._say(self._thoughts.feed(self._cleaner.feed(kept)))
        if self._left < 0:
            raise Fault("too long")
        self._note(piece)

    def end(self) -> None:
        self._say(self._thoughts.end())

    def _note(self, piece: Piece) -> None:
        if piece.refusal:
            self._refusal.append(piece.refusal)
        for call in piece.calls:
            found = self._calls.setdefault(call.index, ["", "", ""])
            found[0] = found[0] or call.id
            found[1] = found[1] or call.name
            found[2] += call.arguments
        if len(self._calls) > _MOST_CALLS:
            raise Fault("too long")
        self.usage = piece.usage or self.usage
        self.model = cleaned(piece.model) or self.model
        self._finish = piece.finish or self._finish

    def _say(self, text: str) -> None:
        if text:
            self._parts.append(text)
            if self._on_text is not None:
                self._on_text(text)

    def tool_calls(self) -> tuple[ToolCall, ...]:
        """Raises ValueError where arguments are no JSON object."""
        return tuple(
            ToolCall(id=cleaned(call_id) or f"call_{index}", name=cleaned(name), arguments=_object(arguments))
            for index, (call_id, name, arguments) in sorted(self._calls.items())
        )


def _object(words: str) -> dict[str, object]:
    """An empty string is a call without arguments, as some models send it."""
    try:
        found = msgspec.json.decode(words or "{}")
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise ValueError(f"the arguments are no JSON: {error}") from None
    if not isinstance(found, dict):
        raise ValueError("the arguments are no JSON object")
    return dict(cleaned_data(found))
