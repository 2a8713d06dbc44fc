"""Patterns compiled when they are first needed: compiling all of them would cost every start of the program 70 ms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property


class Lazy:
    """The part of `re.Pattern` that the posting parser uses, compiled at first use."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._source = pattern
        self._flags = flags

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self._source, self._flags)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        return self.pattern.search(text, start, len(text) if end is None else end)

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        return self.pattern.match(text, start, len(text) if end is None else end)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        return self.pattern.finditer(text, start, len(text) if end is None else end)

    def fullmatch(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        return self.pattern.fullmatch(text, start, len(text) if end is None else end)

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str) -> str:
        return self.pattern.sub(by, text)

    def split(self, text: str) -> list[str]:
        return self.pattern.split(text)


class Cue:
    """Tells whether any of its words stand in a text, in any case.

    Lower-casing the text once and matching by case lets the engine dismiss an alternative by its first letter;
    `re.IGNORECASE` can't and takes about three times as long. White space in the pattern doesn't count.
    """

    def __init__(self, pattern: str, stems: tuple[str, ...] = ()) -> None:
        """`stems` are parts of words of which each match holds one: without any the pattern isn't tried."""
        self._source = pattern
        self._stems = stems

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(lower(self._source), re.VERBOSE)

    def search(self, text: str) -> bool:
        low = text.lower()
        if self._stems and not any(stem in low for stem in self._stems):
            return False
        return self.pattern.search(low) is not None


def lower(pattern: str) -> str:
    """The pattern's letters in lower case; classes such as \\S and \\W stay."""
    return re.sub(r"\\.|[A-Z]+", lambda match: match[0] if match[0][0] == "\\" else match[0].lower(), pattern)
