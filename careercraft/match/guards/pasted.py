"""Passages of the posting in the resume.

An honest resume shares names, titles and items with a posting: in RJDB's 600 pairs 19 words at most stand in sentences
or parts of sentences of seven words and more that both have; a pasted posting has 44 and more (docs/guards.md).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from careercraft.match.guards.suspects import Suspect, merged
from careercraft.match.guards.words import Word, words_of
from careercraft.model.document import Document

LEAST_WORDS = 36
"""In parts of sentences that both have, from which the posting was pasted."""
_PART = 7
"""Words of a part of a sentence that tell."""
_BREAK = re.compile(r"[\n,;:•|/()]|[.!?](?=\s|$)|\s[-–—]\s")
_NEAR = 12
"""Words to the next passage from which a short one is taken for a coincidence."""
_ALONE = 16
"""Words from which a passage is short no more."""
ACROSS_WORDS = 16
"""Words in a row that both have, over several parts of sentences or items, from which the posting was pasted, however
short its items are; honest pairs have 10 at most."""
_PERSONS = dict.fromkeys(["i", "you", "we", "he", "she", "they"], "1") | dict.fromkeys(
    ["my", "your", "our", "his", "her", "their"], "2"
)
Range = tuple[int, int]


def pasted(resume: Document, job: Document) -> list[Suspect]:
    grams = _grams(job.text)
    if _grams(resume.text).isdisjoint(grams):
        return []
    words = _words(resume.text)
    asked = " ".join(["", *(word.text for word in _words(job.text)), ""])
    parts = _parts(resume.text, words)
    anchors = [run for part in parts for run in _runs(words, part, asked)]
    grown = _overlapping(_grown(words, anchor, asked) for anchor in anchors)
    least = sum(stop - start for start, stop in anchors)
    if least < LEAST_WORDS and not any(_is_across(run, parts) for run in grown):
        return []
    runs = _joined(_in_company(_once(grown, words)), parts, words, asked)
    return [_suspect(words, run) for run in _with_lines(runs, resume.text, job.text)]


def _is_across(run: Range, parts: Sequence[Range]) -> bool:
    """A long stretch that goes on over the ends of lines and items, which no two people set alike."""
    start, stop = run
    return stop - start >= ACROSS_WORDS and any(start < end < stop for _, end in parts)


@lru_cache(maxsize=128)
def _words(text: str) -> tuple[Word, ...]:
    """ "You bring your tools" pasted as "I bring my tools" is pasted still."""
    return tuple(word._replace(text=_PERSONS.get(word.text, word.text)) for word in words_of(text))


@lru_cache(maxsize=128)
def _grams(text: str) -> frozenset[int]:
    """Of all runs of so many words, to see at once that two texts share none."""
    words = [word.text for word in _words(text)]
    return frozenset(hash(tuple(words[i : i + _PART])) for i in range(len(words) - _PART + 1))


def _parts(text: str, words: Sequence[Word]) -> list[Range]:
    """First word and one past the last of each part of a sentence."""
    starts = [0] + [i for i in range(1, len(words)) if _BREAK.search(text, words[i - 1].end, words[i].start)]
    return list(pairwise([*starts, len(words)]))


def _runs(words: Sequence[Word], part: Range, asked: str) -> Iterator[Range]:
    """Stretches of a part that stand in the posting as they are."""
    start, end = part
    while start + _PART <= end:
        stop = start + _PART
        if not _stands(words, (start, stop), asked):
            start += 1
            continue
        while stop < end and _stands(words, (start, stop + 1), asked):
            stop += 1
        yield start, stop
        start = stop


def _stands(words: Sequence[Word], part: Range, asked: str) -> bool:
    return f" {' '.join(word.text for word in words[slice(*part)])} " in asked


def _grown(words: Sequence[Word], part: Range, asked: str) -> Range:
    """With what stands beside it in both texts."""
    start, stop = part
    while stop < len(words) and _stands(words, (start, stop + 1), asked):
        stop += 1
    while start and _stands(words, (start - 1, stop), asked):
        start -= 1
    return start, stop


def _overlapping(runs: Iterable[Range]) -> list[Range]:
    """In order, as one where they share words; what only follows one another stays two."""
    found: list[Range] = []
    for start, stop in sorted(runs):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(stop, found[-1][1]))
        else:
            found.append((start, stop))
    return found


def _once(runs: Sequence[Range], words: Sequence[Word]) -> list[Range]:
    """Without short passages that stand in a longer one again: the resume's own title, beside the pasted one."""
    told = [f" {_told(words, run)} " for run in runs]
    return [
        run
        for run, text in zip(runs, told, strict=True)
        if run[1] - run[0] >= _ALONE or not any(text in other and text != other for other in told)
    ]


def _in_company(runs: Sequence[Range]) -> list[Range]:
    """Without short passages far from any other: a title or a task that both sides call the same."""
    ends = [-_NEAR, *(stop for _, stop in runs)]
    starts = [*(start for start, _ in runs[1:]), ends[-1] + 2 * _NEAR]
    return [
        run
        for run, before, after in zip(runs, ends, starts, strict=False)
        if run[1] - run[0] >= _ALONE or run[0] - before < _NEAR or after - run[1] < _NEAR
    ]


def _joined(runs: Sequence[Range], parts: Sequence[Range], words: Sequence[Word], asked: str) -> list[Range]:
    """With all between two passages of which the posting has every part: its headings and items."""
    found: list[Range] = []
    for start, stop in runs:
        if found and all(
            _stands(words, (max(first, found[-1][1]), min(last, start)), asked)
            for first, last in parts
            if first < start and found[-1][1] < last
        ):
            found[-1] = (found[-1][0], stop)
        else:
            found.append((start, stop))
    return found


def _with_lines(runs: Sequence[Range], mine: str, theirs: str) -> list[Range]:
    """With the lines of the posting beside them, each as often as the posting has it: a line more is the resume's."""
    words, asked = _words(mine), _words(theirs)
    left = Counter(_told(asked, line) for line in _lines(theirs, asked))
    lines = _lines(mine, words)
    inside = [any(start <= first and last <= stop for start, stop in runs) for first, last in lines]
    left.subtract(_told(words, line) for line, taken in zip(lines, inside, strict=True) if taken)
    found = list(runs)
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        touches = False
        for index in order:
            first, last = lines[index]
            if not inside[index] and touches and left[_told(words, lines[index])] > 0:
                left[_told(words, lines[index])] -= 1
                inside[index] = True
                found.append((first, last))
            touches = inside[index] or any(start < last and first < stop for start, stop in runs)
    return merged(found)


def _lines(text: str, words: Sequence[Word]) -> list[Range]:
    starts = [0] + [i for i in range(1, len(words)) if "\n" in text[words[i - 1].end : words[i].start]]
    return list(pairwise([*starts, len(words)]))


def _told(words: Sequence[Word], line: Range) -> str:
    return " ".join(word.text for word in words[slice(*line)])


def _suspect(words: Sequence[Word], run: Range) -> Suspect:
    return Suspect(
        kind="pasted",
        start=words[run[0]].start,
        end=words[run[1] - 1].end,
        reason="they are the posting's own sentences",
    )
