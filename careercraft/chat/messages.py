"""What a model is told in a turn, within its context: facts, what was found, the last turns, the question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from careercraft.chat.answer_verdict import opening
from careercraft.chat.scene import Desk
from careercraft.chat.turn import Turn
from careercraft.errors import ProviderError
from careercraft.llm.fact_sheet import fact_sheet
from careercraft.llm.prompts import Prompt, fenced, filled
from careercraft.llm.tokens import count_messages, count_tokens
from careercraft.model.chat import ChatMessage, ModelTraits, ToolSpec

_ANSWER = 900
"""Tokens of an answer at most; at most a quarter of the context."""
_SPARE = 0.05
"""Of a context, for what other tokenizers count."""
_FOR_TOOLS = 0.4
"""Of the room: what the results of functions may take."""
_FACTS = 2_400
_MOST_TURNS = 8
_TURN = 240
"""Tokens of an earlier answer that are told again."""
_LEFT = "(cut here: the rest is too long for this model)"


class Told(NamedTuple):
    messages: list[ChatMessage]
    prompt: str
    """Its label."""
    results: int
    """Tokens that are left for the results of functions."""
    answer: int
    """Tokens that the answer may take."""
    note: str
    """What could not be told, for the person; else empty."""


def told(
    desk: Desk,
    traits: ModelTraits,
    question: str,
    found: str,
    before: Sequence[Turn],
    tools: Sequence[ToolSpec] = (),
) -> Told:
    """The messages of a turn. `found` is what is known on the question already, as Markdown.

    Raises ProviderError where the question alone is too long for the model.
    """
    context = int(traits.context_tokens * (1 - _SPARE))
    answer = min(_ANSWER, context // 4)
    frame = count_messages(message.content for message in _filled(question, "").messages)
    room = context - answer - frame - count_tokens(msgspec.json.encode(list(tools)).decode() if tools else "")
    data, left = _data(desk, found, int(room * (1 - _FOR_TOOLS)) if tools else room)
    if left < 0:
        raise ProviderError(
            f"this question is too long for {traits.name} ({traits.context_tokens} tokens)",
            "ask in fewer words, take a model with a longer context, or tell its real one by llm.context",
        )
    prompt = _filled(question, data)
    said, forgotten = _earlier(before, left)
    note = (
        f"{traits.name} was not told of {forgotten} earlier turns: its context is too short."
        if forgotten
        else ""
    )
    results = int(room * _FOR_TOOLS) if tools else 0
    return Told([prompt.messages[0], *said, prompt.messages[1]], prompt.label, results, answer, note)


def cut(text: str, tokens: int) -> str:
    """Whole lines of it, with a word on the rest where it doesn't fit."""
    if count_tokens(text) <= tokens:
        return text
    lines: list[str] = []
    left = tokens - count_tokens(_LEFT)
    for line in text.splitlines():
        left -= count_tokens(line) + 1
        if left < 0:
            break
        lines.append(line)
    return "\n".join([*lines, _LEFT])


def _filled(question: str, data: str) -> Prompt:
    fence, block = fenced(data)
    return filled("chat", fence=fence, data=block, question=question)


def _data(desk: Desk, found: str, room: int) -> tuple[str, int]:
    """(what goes between the fences, tokens left). What was found on the question goes before the facts at large."""
    first = opening(desk)
    parts = [f"The verdict: {first}"]
    left = room - count_tokens(parts[0])
    if found:
        words = cut(found, max(80, left * 2 // 3))
        parts.append(f"Found on this question:\n{words}")
        left -= count_tokens(parts[-1])
    facts = fact_sheet(desk.analysis, max(0, min(_FACTS, left * 3 // 4)))
    if count_tokens(facts) <= left:
        parts.append(f"The facts of the analysis:\n{facts}")
        left -= count_tokens(parts[-1])
    return "\n\n".join(parts), left


def _earlier(before: Sequence[Turn], room: int) -> tuple[list[ChatMessage], int]:
    """The last turns that fit, oldest first, and how many didn't."""
    told = [turn for turn in before if turn.text.strip() or turn.instead.strip()][-_MOST_TURNS:]
    pairs: list[list[ChatMessage]] = []
    for turn in reversed(told):
        answer = cut(turn.text.strip() or turn.instead.strip(), _TURN)
        pair = [
            ChatMessage(role="user", content=turn.question),
            ChatMessage(role="assistant", content=answer),
        ]
        room -= count_messages(message.content for message in pair)
        if room < 0:
            break
        pairs.append(pair)
    return [message for pair in reversed(pairs) for message in pair], len(told) - len(pairs)
