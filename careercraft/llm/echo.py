"""A small model now and then says its instructions again in place of an answer. Nobody wants to read those."""

from __future__ import annotations

import re
from collections.abc import Iterable

from careercraft.llm.prompts import filled, slots_of

_RUN = 4
"""Words in a row."""
_MOST = 0.6
"""Of a sentence's runs: so many of them in the instructions are no chance."""
_WORD = re.compile(r"[a-z']+|\d+")
_OURS = ("===", "(cut here:", "[doubtful:", '{"')
"""Of the fences, cuts, marks and facts (as JSON) that stand in what it is told."""


class Echo:
    """Of the instructions of one prompt. What stands between its fences is no part of them."""

    def __init__(self, instructions: Iterable[str]) -> None:
        self._runs = {run for text in instructions for run in _runs(text)}

    @classmethod
    def of(cls, prompt: str) -> Echo:
        """Of a template by its name."""
        empty = filled(prompt, **dict.fromkeys(slots_of(prompt), ""))
        return cls(message.content for message in empty.messages)

    def repeats(self, sentence: str) -> bool:
        """A short one is left alone: "It is UNFIT." may stand in instructions as well as in an answer."""
        if any(mark in sentence for mark in _OURS):
            return True
        runs = list(_runs(sentence))
        return bool(runs) and sum(run in self._runs for run in runs) >= _MOST * len(runs)


def _runs(text: str) -> list[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return [tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)]
