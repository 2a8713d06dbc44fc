"""Sentences that speak to a program which reads the document, and what they claim in the same breath."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from careercraft.match.guards import injection_words
from careercraft.match.guards.paragraphs import paragraphs
from careercraft.match.guards.suspects import Suspect, merged
from careercraft.match.guards.words import folded
from careercraft.model.document import Document, Problem

_SENTENCE = re.compile(r"(?<=[.!?])[\"”')\]]*\s+")
_OPENS = re.compile(r"[\s\"“”'‘’`(\[*#>_•-]*(?:please\s+|now,?\s+|important:?\s+|also,?\s+|you must\s+)?$")
_MOST_REST = 1200
"""Code points of a paragraph past which only the sentence itself and its next one go: a posting without line breaks."""


def injections(document: Document) -> list[Suspect]:
    text = folded(document.text)
    blocks = [(lines[0].span.start, lines[-1].span.end) for lines in paragraphs(document)]
    places = []
    for hit in _orders().finditer(text):
        start = hit.start() + len(hit[0]) - len(hit[0].lstrip())  # a pattern may begin on the line before
        block = next((place for place in blocks if place[0] <= start < place[1]), None)
        if block and not _is_own_work(text, start, block):
            places.append(_speech(text, (start, hit.end()), block))
    return [
        Suspect(kind="injection", start=start, end=end, reason="they speak to a program, not to a person")
        for start, end in merged(places)
    ]


def asked_words(document: Document) -> Iterator[Problem]:
    """For the reader to know: a posting that wants a word in the application."""
    for hit in _asked().finditer(folded(document.text)):
        words = " ".join(document.text[slice(*hit.span())].split())
        yield Problem(
            code="asked_word",
            message=f"it asks for certain words in the application: “{words}”",
            severity="info",
        )


@cache
def _orders() -> re.Pattern[str]:
    return injection_words.compiled(*injection_words.ORDERS)


@cache
def _asked() -> re.Pattern[str]:
    return injection_words.compiled(injection_words.ASKED_WORD)


@cache
def _talk() -> re.Pattern[str]:
    return injection_words.compiled(injection_words.TALK)


@cache
def _own_work() -> re.Pattern[str]:
    return injection_words.compiled(injection_words.OWN_WORK)


def _sentences(text: str, block: tuple[int, int]) -> list[tuple[int, int]]:
    starts = [block[0], *(match.end() for match in _SENTENCE.finditer(text, *block)), block[1]]
    return [(start, end) for start, end in pairwise(starts) if start < end]


def _is_own_work(text: str, at: int, block: tuple[int, int]) -> bool:
    """Told of, not ordered: somewhere inside a sentence on the security of such programs."""
    start, end = next(place for place in _sentences(text, block) if at < place[1])
    return not _OPENS.fullmatch(text, start, at) and bool(_own_work().search(text, start, end))


def _speech(text: str, hit: tuple[int, int], block: tuple[int, int]) -> tuple[int, int]:
    """From the first sentence that belongs to it to the end of the paragraph."""
    sentences = _sentences(text, block)
    first = next(i for i, place in enumerate(sentences) if hit[0] < place[1])
    while first and _talk().search(text, *sentences[first - 1]):
        first -= 1
    start = sentences[first][0]
    if block[1] - start <= _MOST_REST:
        return start, block[1]
    return start, _next_end(sentences, hit[1])


def _next_end(sentences: Sequence[tuple[int, int]], at: int) -> int:
    ends = [end for _, end in sentences if end >= at]
    return ends[min(1, len(ends) - 1)]
