"""Enumerations that name a part of their items once: "SQL and NoSQL databases", "front- and back-end".

Of "written, oral and interpersonal communication" the first two have their head from the last; of "data collection
and analysis" the second has its beginning from the first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from careercraft.taxonomy.index import Surface
from careercraft.taxonomy.surface import fold

_BEFORE = re.compile(
    r"(?P<word>[^\W\d_](?:[\w-]*\w)?)(?P<cut>-)?(?:\s*,)?\s+(?:(?:or|and|and/or|&)\s+)?$", re.IGNORECASE
)
_LISTED = re.compile(r",|\b(?:or|and)\b|&", re.IGNORECASE)
_AFTER = re.compile(
    r"\s*(?:,\s*(?:and\s+|or\s+|&\s*)?|\s(?:and|or|and/or|&)\s+)(?P<word>[^\W\d_][\w-]*\w)", re.IGNORECASE
)
_MOST_SHARING = 4
_REACH = 40
_LEAST_CUT = 3
"""Letters of a word's end that another may lack: "front- and backend"."""

Place = tuple[int, int, Surface]


class Word(NamedTuple):
    start: int
    end: int
    cut: bool = False
    """A hyphen says that its end is missing."""


def completed(text: str, hits: Iterable[Place], look_up: Callable[[str], Surface | None]) -> Iterator[Place]:
    """Names that an enumeration only begins or only ends, each at its own words."""
    for start, end, _ in hits:
        words = fold(text[start:end]).split()
        for word in _before(text, start):
            if surface := _first(look_up, _headed(fold(text[word.start : word.end]), words, word.cut)):
                yield word.start, word.end, surface
        for word in _after(text, end) if len(words) > 1 else ():
            if surface := _first(look_up, _begun(words, fold(text[word.start : word.end]))):
                yield word.start, word.end, surface


def _first(look_up: Callable[[str], Surface | None], forms: Iterable[str]) -> Surface | None:
    return next((surface for form in forms if (surface := look_up(form))), None)


def _headed(word: str, words: list[str], cut: bool) -> Iterator[str]:
    """The word with what follows the first words of the name, the longest first."""
    for at in range(1, len(words)):
        yield " ".join([word, *words[at:]])
    if cut:
        for at in range(1, len(words[0]) - _LEAST_CUT + 1):
            yield " ".join([word + words[0][at:], *words[1:]])


def _begun(words: list[str], word: str) -> Iterator[str]:
    for at in range(len(words) - 1, 0, -1):
        yield " ".join([*words[:at], word])


def _before(text: str, start: int) -> Iterator[Word]:
    """Words of a list before `start`, from the last to the first."""
    for _ in range(_MOST_SHARING):
        found = _BEFORE.search(text, max(0, start - _REACH), start)
        if not found or not _LISTED.search(text, found.end("word"), start):
            return
        start = found.start("word")
        yield Word(*found.span("word"), bool(found["cut"]))


def _after(text: str, end: int) -> Iterator[Word]:
    """Words of a list after `end`, up to one with a conjunction before it."""
    found: list[Word] = []
    for _ in range(_MOST_SHARING):
        match = _AFTER.match(text, end)
        if not match:
            return
        found.append(Word(*match.span("word")))
        if _is_joined(text[end : match.start("word")]):
            yield from found
            return
        end = match.end()


def _is_joined(between: str) -> bool:
    return bool(between.strip(" ,\n\t"))
