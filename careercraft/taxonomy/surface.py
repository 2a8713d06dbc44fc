"""Surface forms: how names and texts are folded so that "Problem-Solving" meets "problem solving".

Folding lower-cases, turns runs of white space, hyphens, dashes, underscores and slashes into one space, writes British
words as the American ones ("organisation", "colour") and trades without their gender ("saleswoman"), and keeps
everything else, so that C++, C#, .NET and Node.js stay what they are. It keeps a map back to the source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache

from careercraft.taxonomy.british import american
from careercraft.taxonomy.gendered import ungendered

_WORDS = re.compile(r"[^\s\-‐‑‒–—―_/\\]+")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})
_LETTERS = re.compile(r"(?<![^\W\d_])[a-z]{4,}(?![^\W\d_])")
_UNCOUNTED_ENDINGS = ("s", "ing", "x", "ics", "ness", "ment", "ence", "ance")


def _lower(word: str) -> str:
    lowered = word.lower()
    if len(lowered) != len(word):  # İ and a few others grow; offsets must not
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in word)
    return lowered.translate(_APOSTROPHES)


Shifts = tuple[tuple[int, int], ...]
"""Where in a folded word the source begins to lie further on, and by how many code points."""


@lru_cache(maxsize=1 << 16)
def _plain(word: str) -> tuple[str, Shifts]:
    """The word in small letters, American and without gender, and where that is shorter or longer than the source."""
    lowered = _lower(word)
    parts: list[str] = []
    shifts: list[tuple[int, int]] = []
    done = at = 0
    for found in _LETTERS.finditer(lowered):
        old = found.group()
        new = ungendered(american(old)).replace(" ", "")
        parts += (lowered[done : found.start()], new)
        at += found.start() - done + len(new)
        done = found.end()
        if len(new) != len(old):
            shifts.append(
                (at - 1, done - at)
            )  # from the last letter on, so that its end is the end in the source
    return "".join((*parts, lowered[done:])), tuple(shifts)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text with the way back to the code points it came from."""

    text: str
    source: str
    starts: list[int]
    """Where each word begins in `text`."""
    origins: list[int]
    """Where each word begins in `source`."""
    shifts: dict[int, Shifts] = field(default_factory=dict)
    """Of the words, by index, that are longer or shorter in `source`."""

    def origin(self, position: int) -> int:
        """The code point of `source` behind the folded code point at `position` (not on a space)."""
        word = bisect_right(self.starts, position) - 1
        inside = position - self.starts[word]
        shift = next((by for at, by in reversed(self.shifts.get(word, ())) if at <= inside), 0)
        return self.origins[word] + inside + shift

    def only(self, words: list[str], kept: list[int]) -> Folded:
        """The text of some of its words, at the indexes `kept`."""
        starts: list[int] = []
        position = 0
        for word in words:
            starts.append(position)
            position += len(word) + 1
        shifts = {new: self.shifts[old] for new, old in enumerate(kept) if old in self.shifts}
        return Folded(" ".join(words), self.source, starts, [self.origins[index] for index in kept], shifts)

    def span(self, start: int, end: int) -> tuple[int, int]:
        return self.origin(start), self.origin(end - 1) + 1


def fold_text(text: str) -> Folded:
    words: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    shifts: dict[int, Shifts] = {}
    position = 0
    for found in _WORDS.finditer(text):
        word, moved = _plain(found.group())
        if moved:
            shifts[len(words)] = moved
        words.append(word)
        starts.append(position)
        origins.append(found.start())
        position += len(word) + 1
    return Folded(" ".join(words), text, starts, origins, shifts)


def fold(text: str) -> str:
    return " ".join(_plain(word)[0] for word in _WORDS.findall(text))


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
