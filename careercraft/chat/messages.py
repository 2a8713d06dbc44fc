"""What a model is told in a turn, within its context: facts, what was found, the documents, the last turns, the
question."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec

from careercraft.chat.answer_verdict import opening
from careercraft.chat.scene import Desk
from careercraft.chat.turn import Turn
from careercraft.errors import ProviderError
from careercraft.llm.budget import pieces
from careercraft.llm.fact_sheet import fact_sheet
from careercraft.llm.prompts import Prompt, fenced, filled
from careercraft.llm.tokens import count_messages, count_tokens
from careercraft.model.chat import ChatMessage, ModelTraits, ToolSpec
from careercraft.render.wording import counted

_ANSWER = 900
"""Tokens of an answer at most; at most a quarter of the context."""
_SPARE = 0.05
"""Of a context, for what other tokenizers count."""
_FOR_TOOLS = 0.4
"""Of the room: what the results of functions may take."""
_FACTS = 2_400
_LEAST_FACTS = 800
"""Without as many tokens for the facts, documents aren't told word for word."""
_LEAST_CUT = 120
"""In less room no facts are told: their first lines would tell nothing."""
_FOR_TURNS = 1_000
"""Tokens kept for earlier turns before documents are told word for word; at most a quarter of what is left."""
_LOOKED_UP = 0.45
"""Of what is left: what is looked up in documents that are too long."""
_TOO_LONG = "The resume and the posting themselves are too long to stand here."
_MOST_TURNS = 8
_TURN = 240
"""Tokens of an earlier answer that are told again."""
_LEAST_OF_A_LINE = 30
"""Tokens that the beginning of a line has at least."""
_DOUBTFUL = re.compile(r"[^.!?\n]*[.!?]*[ \t]*\[doubtful: [^\]\n]*\]")
"""A sentence with its mark."""
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
    whole: bool
    """Both documents stand there word for word."""


Read = Callable[[int], str]
"""Parts of the documents in at most so many tokens; empty where none are wanted."""


def nothing(room: int) -> str:
    return ""


def told(
    desk: Desk,
    traits: ModelTraits,
    question: str,
    found: str,
    before: Sequence[Turn],
    tools: Sequence[ToolSpec] = (),
    documents: str = "",
    read: Read = nothing,
) -> Told:
    """The messages of a turn. `found` is what is known on the question already, as Markdown; `documents` are told where
    there is room for them, else what `read` gives.

    Raises ProviderError where the question alone is too long for the model.
    """
    context = int(traits.context_tokens * (1 - _SPARE))
    answer = min(_ANSWER, context // 4)
    frame = count_messages(message.content for message in _filled(question, "").messages)
    room = context - answer - frame - count_tokens(msgspec.json.encode(list(tools)).decode() if tools else "")
    data, left, whole = _data(desk, found, int(room * (1 - _FOR_TOOLS)) if tools else room, documents, read)
    if left < 0:
        raise ProviderError(
            f"this question is too long for {traits.name} ({traits.context_tokens} tokens)",
            "ask in fewer words, take a model with a longer context, or tell its real one by llm.context",
        )
    prompt = _filled(question, data)
    said, forgotten = _earlier(before, left)
    note = (
        f"{traits.name} was not told of {counted(forgotten, 'earlier turn')}: its context is too short."
        if forgotten
        else ""
    )
    results = int(room * _FOR_TOOLS) if tools else 0
    return Told([prompt.messages[0], *said, prompt.messages[1]], prompt.label, results, answer, note, whole)


def cut(text: str, tokens: int) -> str:
    """Whole lines of it, of the last one whole sentences or words, with a word on the rest where it doesn't fit."""
    if count_tokens(text) <= tokens:
        return text
    lines: list[str] = []
    left = tokens - count_tokens(_LEFT) - 1
    for line in text.splitlines():
        size = count_tokens(line) + 1
        if size > left:
            lines += pieces(line, left)[:1] if left >= _LEAST_OF_A_LINE else []
            break
        left -= size
        lines.append(line)
    return "\n".join([*lines, _LEFT])


def _filled(question: str, data: str) -> Prompt:
    fence, block = fenced(data)
    return filled("chat", fence=fence, data=block, question=question)


def _data(desk: Desk, found: str, room: int, documents: str, read: Read) -> tuple[str, int, bool]:
    """(what goes between the fences, tokens left, whether the documents are in it). What was found on the question goes
    before the facts at large, and those before the documents."""
    first = opening(desk)
    parts = [f"The verdict: {first}"]
    left = room - count_tokens(parts[0])
    if found:
        words = cut(found, max(80, left * 2 // 3))
        parts.append(f"Found on this question:\n{words}")
        left -= count_tokens(parts[-1])
    whole = count_tokens(documents)
    beside = left - whole - min(_FOR_TURNS, left // 4)
    stands = bool(documents) and beside >= _LEAST_FACTS
    if not stands:
        looked_up = read(int(left * _LOOKED_UP)) if left > 0 else ""
        told = [words for words in (_TOO_LONG if documents else "", looked_up) if words]
        parts += told
        left -= count_tokens("\n\n".join(told))
    facts = _facts(desk, min(_FACTS, left * 3 // 4, beside if stands else left))
    if count_tokens(facts) > left:
        facts = cut(_brief(desk), left * 2 // 3)
    if left > _LEAST_CUT:
        parts.append(facts)
        left -= count_tokens(facts)
    if stands:
        parts.append(documents)
        left -= whole
    return "\n\n".join(parts), left, stands


def _facts(desk: Desk, tokens: int) -> str:
    head = "The facts of the analysis:\n"
    return f"{head}{fact_sheet(desk.analysis, max(0, tokens - count_tokens(head)))}"


def _brief(desk: Desk) -> str:
    """What matters most, for a context that holds no more."""
    found, skills = desk.analysis, desk.analysis.skills
    scores = ", ".join(
        f"{score.key} {'not stated' if score.value is None else f'{score.value:.1f}'}"
        for score in found.scores
    )
    groups = {"Missing": skills.missing, "Shown in part": skills.partial, "Matched": skills.matched}
    lists = (
        f"{name}: {', '.join(entry.name for entry in entries)}" for name, entries in groups.items() if entries
    )
    return "\n".join(("The facts of the analysis, in short:", f"Scores (0 to 100): {scores}", *lists))


def _worth_repeating(turn: Turn) -> str:
    """What a model is told that it said. A sentence that didn't hold isn't among it, or small models say it for ever;
    where most didn't, the answer by rules stands in its place."""
    mostly_false = turn.instead.strip() and turn.stopped in ("", "cut")
    said = "" if mostly_false else _DOUBTFUL.sub("", turn.text).strip()
    return said or turn.instead.strip()


def _earlier(before: Sequence[Turn], room: int) -> tuple[list[ChatMessage], int]:
    """The last turns that fit, oldest first, and how many didn't."""
    told = [turn for turn in before if _worth_repeating(turn)][-_MOST_TURNS:]
    pairs: list[list[ChatMessage]] = []
    for turn in reversed(told):
        answer = cut(_worth_repeating(turn), _TURN)
        pair = [
            ChatMessage(role="user", content=turn.question),
            ChatMessage(role="assistant", content=answer),
        ]
        room -= count_messages(message.content for message in pair)
        if room < 0:
            break
        pairs.append(pair)
    return [message for pair in reversed(pairs) for message in pair], len(told) - len(pairs)
