"""The prose of a saved report, once more through the checker that it came through. No model is needed for that."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careercraft.llm.narrative import Judge, Judgement, Reader
from careercraft.model.analysis import Narrative
from careercraft.score.prose_words import refused_for

_SHOWN = 100
"""Code points of a sentence."""
_MARK = re.compile(r"^(?:(?:[-*•]|\d{1,2}[.)])\s+)+")


def recheck(narrative: Narrative, judge: Judge) -> Iterator[str]:
    """What is wrong, in words: a sentence that doesn't hold, and one that is doubtful and not marked so."""
    refused: list[str] = []

    def see(sentence: str) -> Judgement:
        verdict, reason = judge(sentence)
        if verdict == "refused":
            refused.append(f"{_shown(sentence)} doesn't hold: it is a sentence {refused_for(reason)}")
        return verdict, reason

    reader = Reader(see, lambda words: None)
    reader.feed(narrative.text)
    reader.end()
    yield from refused
    marked = {_bare(flag.quote) for flag in narrative.flags}
    for flag in reader.flags:
        if _bare(flag.quote) not in marked:
            yield f"{_shown(flag.quote)} is doubtful ({flag.reason}), and isn't marked as such"
    if sum(reader.dropped.values()) > len(refused):
        yield "it has more words than a model's prose may have"


def _shown(sentence: str) -> str:
    return f"“{' '.join(sentence.split())[:_SHOWN]}”"


def _bare(sentence: str) -> str:
    """Without the marks of an item, which a sentence takes over from one before it that was taken out."""
    return _MARK.sub("", " ".join(sentence.split()))
