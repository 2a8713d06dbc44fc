"""Where a sentence says what a document says word for word, it is no invention, though the analysis holds no such fact.

Only words in a row count, and those of the posting only where the sentence speaks of the posting: else its "5 years
of Java" would bear out that you have them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from careercraft.model.match import Side
from careercraft.taxonomy.surface import fold

_WORD = re.compile(r"\w(?:[\w+#/%&'’.,:-]*[\w+#%])?")
_STOP = re.compile(r"[.!?;]\s|\n\s*(?:\n|[•*-]\s)")
"""Words on both sides of it don't stand in a row."""
_LEAST, _LEAST_NUMBERED = 3, 4
"""Words in a row that make a quote; with a number among them more, that what is counted stands in it too."""
_EDGES = frozenset(
    re.findall(
        r"\w+",
        "a about an and are as at by for from in is more of on or over than that the to was were which with your",
    )
)
"""No quote begins or ends with one of these."""
_GOES_ON = re.compile(r"[^\w.!?;]*\b(?:as|at|by|for|from|in|of|on|with)\b", re.IGNORECASE)
"""Behind a quote with a number: what is counted is something else than in the document."""
_OF_POSTING = re.compile(
    r"\b(?:posting|job|role|position|employer|company|they|their|asks?|wants?|requires?|offers?|pays?|says?)\b",
    re.IGNORECASE,
)
_OF_PERSON = re.compile(
    r"\b(?:you(?:['’]ve| have| know| worked| held| hold| did| led| earned| are|['’]re)"
    r"|your (?:resume|experience|cv))\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|thousand|million|dozen)\b",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^[•*◦▪–-]\s+")
_SHOWN = 240
"""Characters of a line that is given as a source."""


class Run(NamedTuple):
    """Words of a sentence that stand in a document."""

    start: int
    end: int
    side: Side
    line: str
    """Of the document, where they begin."""


class Quotes:
    """`texts` are the documents that a model was given to read."""

    def __init__(self, texts: Mapping[Side, str]) -> None:
        self._texts = texts
        self._rows = {side: _row(text) for side, text in texts.items()}

    def runs(self, sentence: str) -> list[Run]:
        """In the order of the sentence; they don't overlap."""
        found: list[Run] = []
        words = list(_WORD.finditer(sentence))
        of_posting = bool(_OF_POSTING.search(sentence)) and not _OF_PERSON.search(sentence)
        rows = {side: row for side, row in self._rows.items() if side != "job" or of_posting}
        at = 0
        while rows and at + _LEAST <= len(words):
            if _folded(words[at][0]) in _EDGES:
                at += 1
                continue
            run, count = self._longest(sentence, words[at:], rows)
            found += [run] if run else []
            at += count
        return found

    def without(self, sentence: str) -> str:
        """The sentence with "that" in place of what is quoted."""
        for run in reversed(self.runs(sentence)):
            sentence = f"{sentence[: run.start]}that{sentence[run.end :]}"
        return sentence

    def _longest(
        self, sentence: str, words: list[re.Match[str]], rows: Mapping[Side, str]
    ) -> tuple[Run | None, int]:
        """The quote that begins with the first word, or None; and how many words are done with, at least one."""
        counts = {side: _in_a_row(row, words) for side, row in rows.items()}
        side = max(counts, key=lambda side: counts[side])
        count = counts[side]
        while count and _folded(words[count - 1][0]) in _EDGES:
            count -= 1
        if count < _LEAST:
            return None, 1
        start, end = words[0].start(), words[count - 1].end()
        numbered = _NUMBER.search(sentence[start:end])
        if numbered and (count < _LEAST_NUMBERED or _GOES_ON.match(sentence, end)):
            return None, count  # no part of it is one either: a number without what it counts
        return Run(start, end, side, _line(self._texts[side], sentence[start:end])), count


def _row(text: str) -> str:
    """The words of a text, each between blanks; a bar where a sentence or an item ends."""
    bars = _STOP.sub(" | ", text)
    return f" {' '.join(_folded(word) for word in re.findall(rf'{_WORD.pattern}|[|]', bars))} "


def _folded(word: str) -> str:
    return fold(word).replace("’", "'")


def _in_a_row(row: str, words: list[re.Match[str]]) -> int:
    said = " "
    for count, word in enumerate(words):
        said += f"{_folded(word[0])} "
        if said not in row:
            return count
    return len(words)


def _line(text: str, words: str) -> str:
    """The line of a document in which these words begin."""
    wanted = f" {' '.join(_folded(word) for word in _WORD.findall(words)[:_LEAST])} "
    lines = text.splitlines()
    pairs = [wanted in _row(" ".join(lines[at : at + 2])) for at in range(len(lines))]
    for at, (here, next_too) in enumerate(zip(pairs, [*pairs[1:], False], strict=True)):
        if here and not next_too:  # else they stand in the next line alone
            return _BULLET.sub("", " ".join(lines[at].split()))[:_SHOWN]
    return " ".join(words.split())[:_SHOWN]
