"""A model's words without what a terminal would obey: escapes, control characters, invisible and reordering marks."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

_MOST_OF_A_STRING = 4_096
"""Characters. A string sequence (a title, a link) that goes on longer is over: it must not swallow the answer."""
_STRINGS = "]P_^X"
"""After ESC: operating system command, device control, application, privacy message, start of string."""
_STRINGS_C1 = "\x9d\x90\x9f\x9e\x98"
_DROPPED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls but tab and line feed
    "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"  # reordering and invisible marks
    "\U000e0000-\U000e007f]"  # tags: a whole alphabet that isn't seen
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_INTERESTING = re.compile("[\x1b\x90\x98\x9b\x9d-\x9f]")


class Cleaner:
    """Takes a text in pieces, cut anywhere; what it gives back, joined, is the same as of the whole text."""

    def __init__(self) -> None:
        self._state = ""
        self._length = 0

    def feed(self, piece: str) -> str:
        if self._state or _INTERESTING.search(piece):
            piece = "".join(char for char in piece if self._shown(char))
        # a model's line break is \n; \r would let later words overwrite earlier ones
        piece = piece.replace("\u2028", "\n").replace("\u2029", "\n")
        return _SURROGATES.sub("\ufffd", _DROPPED.sub("", piece))

    def _shown(self, char: str) -> bool:
        """Whether the character is outside of every escape sequence; moves the state on."""
        step = {"": self._text, "escape": self._escape, "control": self._control, "string": self._string}
        return step[self._state](char)

    def _text(self, char: str) -> bool:
        if char == "\x1b":
            self._state = "escape"
        elif char == "\x9b":
            self._state = "control"
        elif char in _STRINGS_C1:
            self._state, self._length = "string", 0
        else:
            return True
        return False

    def _escape(self, char: str) -> bool:
        if char == "[":
            self._state = "control"
        elif char in _STRINGS:
            self._state, self._length = "string", 0
        elif char == "\x1b" or "\x20" <= char <= "\x2f":  # again, or an intermediate: `ESC ( B`
            self._state = "escape"
        else:
            self._state = ""
            return char == "\n" or char > "\x7f"  # no end of a sequence: it belongs to the text
        return False

    def _control(self, char: str) -> bool:
        if "\x20" <= char <= "\x3f":
            return False
        self._state = "escape" if char == "\x1b" else ""
        return not "\x40" <= char <= "\x7e" and char != "\x1b"

    def _string(self, char: str) -> bool:
        self._length += 1
        if char == "\x1b":
            self._state = "escape"  # `ESC \` ends it; any other escape ends it too
        elif char in "\x07\x9c\n" or self._length > _MOST_OF_A_STRING:
            self._state = ""
        return char == "\n"


def cleaned(text: str) -> str:
    return Cleaner().feed(text)


def shortened(text: str, most: int) -> str:
    """At most so many characters, with an ellipsis for the rest."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def cleaned_data(value: Any) -> Any:
    """Decoded JSON whose strings, and names of members, are cleaned: an escape may stand there as \\u001b."""
    return each_text(value, cleaned)


def each_text(value: Any, change: Callable[[str], str]) -> Any:
    """Decoded JSON with each of its strings changed, and each name of a member."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list | tuple):
        return [each_text(item, change) for item in value]
    if isinstance(value, dict):
        return {change(str(name)): each_text(item, change) for name, item in value.items()}
    return value
