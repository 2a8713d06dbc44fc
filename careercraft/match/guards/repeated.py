"""The same words over and over.

No list and no sentence does that: in the resumes and postings of the development data no phrase stands more than three
times in a row, of any 20 words 9 differ at least, and no eight words stand more than seven times (docs/guards.md).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from careercraft.match.guards.suspects import Suspect, merged
from careercraft.match.guards.words import Word, words_of
from careercraft.model.document import Document

_WINDOWS = ((12, 3), (20, 6), (40, 9), (100, 22), (200, 40))
"""Words in a row, and how many different ones among them are too few."""
_CHAIN, _CHAINS = 8, 10
"""Words in a row that stand so many times."""
_OFTEN = 3
"""Times that a word stands in a repetition to be part of it."""
_PHRASE = 4
"""Words of the longest phrase."""
_FEW = 7
"""Words of a repetition in a line from which the line is part of it."""
_DIFFERENT = 0.3
"""Share of different words in a repetition, at most."""
_BETWEEN = 2
"""Steps from one word of a repetition to the next: one other word may stand between."""


def repeated(document: Document) -> list[Suspect]:
    words = [word for word in words_of(document.text) if word.text[0].isalpha()]
    poor = (place for size, most in _WINDOWS for place in _poor(words, size, most))
    found = merged([*poor, *_chains(words)])
    return [
        Suspect(kind="repeated", start=run[0].start, end=run[-1].end, reason=_reason(run))
        for first, last in found
        for run in _runs(document.text, words[first : last + 1])
    ]


def _reason(run: Sequence[Word]) -> str:
    told = " and ".join(f"“{word}”" for word, _ in Counter(word.text for word in run).most_common(2))
    return f"the same few, {told}, stand there over and over"


def _poor(words: Sequence[Word], size: int, most: int) -> Iterator[tuple[int, int]]:
    """First and last word of each stretch of `size` words of which at most `most` differ."""
    counts: Counter[str] = Counter()
    different = 0
    for index, word in enumerate(words):
        different += counts[word.text] == 0
        counts[word.text] += 1
        if index >= size:
            old = words[index - size].text
            counts[old] -= 1
            different -= counts[old] == 0
        if index >= size - 1 and different <= most:
            yield index - size + 1, index


def _chains(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The same long phrase again and again, as in a list of many keywords that starts over."""
    counts = Counter(word.text for word in words)
    places: dict[tuple[str, ...], list[int]] = {}
    common = 0
    for index, word in enumerate(words):
        common = common + 1 if counts[word.text] >= _CHAINS else 0
        if common >= _CHAIN:
            first = index - _CHAIN + 1
            places.setdefault(tuple(one.text for one in words[first : index + 1]), []).append(first)
    return ((at, at + _CHAIN - 1) for found in places.values() if len(found) >= _CHAINS for at in found)


def _runs(text: str, stretch: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """The repetitions in a stretch, without what stands between them and isn't repeated."""
    counts = Counter(word.text for word in stretch)
    often = [index for index, word in enumerate(stretch) if counts[word.text] >= _OFTEN]
    starts = [0, *(i for i in range(1, len(often)) if often[i] - often[i - 1] > _BETWEEN), len(often)]
    for first, stop in pairwise(starts):
        run = stretch[often[first] : often[stop - 1] + 1] if first < stop else ()
        while (rest := _without_head(text, run)) is not run:
            run = rest
        if len(run) > _PHRASE and len({word.text for word in run}) <= max(1, _DIFFERENT * len(run)):
            yield run


def _without_head(text: str, run: Sequence[Word]) -> Sequence[Word]:
    """Without a few words at its head that belong to a line of something else, or are the item of a list that is
    repeated in the lines below."""
    first = next((i for i in range(1, len(run)) if "\n" in text[run[i - 1].end : run[i].start]), len(run))
    if first == len(run) or first > _FEW:
        return run
    line = text.rfind("\n", 0, run[0].start) + 1
    behind = text[run[first - 1].end :].partition("\n")[0]
    other = any(map(str.isalpha, text[line : run[0].start])) or any(map(str.isalnum, behind))
    below = text[run[first].start :].partition("\n")[0]
    return run[first:] if other or len(below.split()) > 2 * first else run
