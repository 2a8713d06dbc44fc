"""Pages on a conversation as a whole: its transcript and what it cost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from careercraft.cli import console

if TYPE_CHECKING:
    from careercraft.chat.turn import Turn


_UNCOUNTED = (
    "What was stopped before its answer came isn't counted; a provider may charge for what it had read."
)


def transcript(title: str, turns: Sequence[Turn]) -> str:
    """Markdown: each question as a quote, who answered, the answer with its sources."""
    parts = [f"# About {title}"]
    for turn in turns:
        asked = "\n".join(f"> {line}" for line in turn.question.splitlines())
        parts += [asked, f"**{who(turn)}:**", turn.page()]
    return console.printable("\n\n".join(parts)) + "\n"


def who(turn: Turn) -> str:
    return turn.model if turn.by == "model" else "careercraft, by rules"


def cost_page(turns: Sequence[Turn]) -> tuple[str, dict[str, Any]]:
    """(Markdown, the same for programs) of all turns, also those of earlier days."""
    import msgspec

    from careercraft.llm.client import plus
    from careercraft.model.chat import Usage
    from careercraft.score.usage_words import dollars

    spent = Usage()
    for turn in turns:
        if turn.usage is not None:
            spent = plus(spent, turn.usage)
    about = {"intent": "cost", "usage": msgspec.to_builtins(spent)}
    stopped = any(turn.stopped == "interrupted" and turn.usage is None for turn in turns)
    uncounted = f" {_UNCOUNTED}" if stopped else ""
    if not spent.calls and not spent.cached:
        if any(turn.by == "model" for turn in turns):
            return f"No model answered in this conversation: nothing was counted.{uncounted}", about
        return "No model was asked in this conversation: it cost nothing.", about
    price = "at a price that isn't known" if spent.cost is None else f"for {dollars(spent.cost)}"
    about_counts = " (counted here)" if spent.estimated else ""
    calls = "1 call" if spent.calls == 1 else f"{spent.calls} calls"
    cached = f"; {spent.cached} answered from the disk" if spent.cached else ""
    tokens = f"{spent.input_tokens} tokens sent and {spent.output_tokens} received{about_counts}"
    return f"{calls}, {tokens}, {price}{cached}.{uncounted}", about
