"""One question and its answer, as a conversation keeps it and as a program gets it."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

from careercraft.chat.intent_follow import Context
from careercraft.chat.sources import Source
from careercraft.errors import CareerCraftError
from careercraft.model.chat import Usage

By = Literal["model", "rules", "command"]
Stopped = Literal["", "failed", "interrupted", "cut", "unfinished"]


class Failure(Struct, frozen=True, kw_only=True):
    code: str
    """As in a batch line: provider, usage, ..."""
    message: str
    hint: str = ""

    @classmethod
    def of(cls, error: CareerCraftError) -> Failure:
        return cls(code=error.code, message=error.message, hint=error.hint)


class Turn(Struct, frozen=True, kw_only=True, omit_defaults=True):
    question: str
    text: str
    """Markdown, with its sources below. Of a model that failed: what it wrote before."""
    by: By = "rules"
    model: str = ""
    prompt: str = ""
    """Name and version of the prompt."""
    intent: str = ""
    """What the rules took the question for; of a command its name."""
    sources: tuple[Source, ...] = ()
    """Those that the answer cites."""
    tools: tuple[str, ...] = ()
    """Functions that were called, in order."""
    notes: tuple[str, ...] = ()
    """Plain sentences on how the answer came about."""
    doubtful: int = 0
    """Sentences of the model that carry a mark."""
    left_out: int = 0
    """Sentences of the model that deny what was found, and aren't shown."""
    stopped: Stopped = ""
    error: Failure | None = None
    instead: str = ""
    """The answer by rules, where the model failed."""
    usage: Usage | None = None
    data: dict[str, Any] | None = None
    """Of an answer by rules: the same for programs."""
    context: Context = Context()
    """For the next question."""

    def page(self) -> str:
        """All that was said, as Markdown."""
        parts = [self.text.strip(), *(f"_{note}_" for note in self.notes)]
        if self.stopped == "unfinished":
            parts.append("_The answer was not finished._")
        if self.error:
            parts.append(f"_{self.error.message}_")
        parts.append(self.instead.strip())
        return "\n\n".join(part for part in parts if part)
