"""Surface forms: how names and texts are folded so that "Problem-Solving" meets "problem solving".

Folding lower-cases, turns runs of white space, hyphens, dashes, underscores and slashes into one space, and
keeps everything else, so that C++, C#, .NET and Node.js stay what they are. It keeps a map back to the source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_WORDS = re.compile(r"[^\s\-‐‑‒–—―_/\\]+")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})
_UNCOUNTED_ENDINGS = ("s", "ing", "x", "ics", "ness", "ment", "ence", "ance")


def _lower(word: str) -> str:
    lowered = word.lower()
    if len(lowered) != len(word):  # İ and a few others grow; offsets must not
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in word)
    return lowered.translate(_APOSTROPHES)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text with the way back to the code points it came from."""

    text: str
    source: str
    starts: list[int]
    """Where each word begins in `text`."""
    origins: list[int]
    """Where each word begins in `source`."""

    def origin(self, position: int) -> int:
        """The code point of `source` behind the folded code point at `position` (not on a space)."""
        word = bisect_right(self.starts, position) - 1
        return self.origins[word] + position - self.starts[word]

    def only(self, words: list[str], kept: list[int]) -> Folded:
        """The text of some of its words, at the indexes `kept`."""
        starts: list[int] = []
        position = 0
        for word in words:
            starts.append(position)
            position += len(word) + 1
        return Folded(" ".join(words), self.source, starts, [self.origins[index] for index in kept])

    def span(self, start: int, end: int) -> tuple[int, int]:
        return self.origin(start), self.origin(end - 1) + 1


def fold_text(text: str) -> Folded:
    words: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    position = 0
    for found in _WORDS.finditer(text):
        word = _lower(found.group())
        words.append(word)
        starts.append(position)
        origins.append(found.start())
        position += len(word) + 1
    return Folded(" ".join(words), text, starts, origins)


def fold(text: str) -> str:
    return " ".join(_lower(word) for word in _WORDS.findall(text))


def number_variants(folded: str) -> tuple[str, ...]:
    """The plural of a singular phrase and the singular of a plural one, where the rule is safe."""
    last = folded.rpartition(" ")[2]
    if not (last.isalpha() and last.isascii()) or len(last) < 4:
        return ()
    if last.endswith("s"):
        safe = " " in folded and not last.endswith(("ss", "us", "is", "ics", "ess"))
        return (folded[:-1],) if safe else ()
    if last.endswith(_UNCOUNTED_ENDINGS):
        return ()
    if last.endswith("y") and last[-2] not in "aeiou":
        return (folded[:-1] + "ies",)
    return (folded + "s",)
