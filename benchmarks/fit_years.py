"""RJDB's shortened positions: how many years the posting asks for that work, and how many are left of them.

A row's `Filtered-information.Experience` says 'instead of "X (2019 - 2023)" use "X (2019 - 2021)"'; the posting asks
"at least 4 years working as X" in words of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBERS = {word: number for number, word in enumerate(_WORDS, 1)}
_YEARS = re.compile(
    rf"\b(\d{{1,2}}|{'|'.join(_WORDS)})\b(?:\s*\(\d+\))?\s*\+?(?:\s*or more)?[\s-]*(?:years?|yrs?)\b",
    re.IGNORECASE,
)
_SHORTENED = re.compile(
    r'instead of "(?:\d+\. .*\n)*(?:\d+\. )?(?P<title>.+?) \((?P<start>\d{4}) ?- ?(?P<end>\d{4})\)"'
    r'.*use ".*?\((?P<new_start>\d{4}) ?- ?(?P<new_end>\d{4})\)"',
    re.DOTALL,
)
_LEAST_SHARED = 0.6
_EMPTY = frozenset({"and", "or", "the", "of", "a", "an", "with", "in", "all", "other", "for"})


class Shortened(NamedTuple):
    """One position as it was, and as it is in the other resume."""

    title: str
    years: int
    left: int
    asked: int | None
    """By the posting for this work; None where no clause of it can be told."""


def shortened(row: dict[str, Any]) -> Shortened | None:
    """None where the row's resume lost a whole position, or none, or doesn't show the new end."""
    found = _SHORTENED.search(row["Filtered-information"]["Experience"])
    if found is None:
        return None
    start, end, new_end = (int(found[name]) for name in ("start", "end", "new_end"))
    text = row["Resume-unmatched"]
    if str(new_end) not in text or str(end) in text:
        return None
    years_asked = asked(row["Job-Description"], found["title"])
    return Shortened(found["title"], end - start, new_end - int(found["new_start"]), years_asked)


def asked(posting: str, title: str) -> int | None:
    """Years in the clause that has most of the title's words, the first of equal ones; None under three fifths."""
    wanted = stems(title)
    best: tuple[float, int | None] = (0.0, None)
    for years, clause in _clauses(posting):
        shared = len(wanted & stems(clause)) / max(1, len(wanted))
        if shared >= _LEAST_SHARED and shared > best[0]:
            best = (shared, years)
    return best[1]


def _clauses(posting: str) -> Iterator[tuple[int, str]]:
    """Each number of years with the words from it to the next; what stands before the first belongs to it."""
    for sentence in re.split(r"\n|(?<=[.;])\s", posting):
        marks = list(_YEARS.finditer(sentence))
        starts = [0, *(mark.start() for mark in marks[1:])]
        ends = [*starts[1:], len(sentence)]
        for mark, start, end in zip(marks, starts, ends, strict=False):
            number = mark[1].lower()
            yield _NUMBERS.get(number) or int(number), sentence[start:end]


def stems(words: str) -> frozenset[str]:
    """Words without their plural, case and the small ones: enough to hold a title against a clause."""
    found = re.findall(r"[\w+#&./]*\w[+#]*", words.lower().replace("/", " "))
    return frozenset(_singular(word.strip(".")) for word in found) - _EMPTY


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
