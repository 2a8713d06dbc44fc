"""What a model thinks aloud before it answers: `<think> … </think>` at the beginning is no part of the answer."""

from __future__ import annotations

_OPENS = ("<think>", "<thinking>")
_CLOSES = ("</think>", "</thinking>")
_LONGEST = max(map(len, _CLOSES))


class Thoughts:
    """Takes a text in pieces, cut anywhere, and gives back what isn't thought."""

    def __init__(self) -> None:
        self._state = "start"
        self._held = ""

    def feed(self, piece: str) -> str:
        if self._state == "answer":
            return piece
        if self._state == "gap":
            return self._gap(piece)
        self._held += piece
        return self._start() if self._state == "start" else self._inside()

    def end(self) -> str:
        """What was held back, where it was no thought after all."""
        held, self._held = self._held, ""
        return held if self._state == "start" else ""

    def _start(self) -> str:
        text = self._held.lstrip()
        if any(text.startswith(mark) for mark in _OPENS):
            self._state = "thought"
            return self._inside()
        if any(mark.startswith(text) for mark in _OPENS):
            return ""
        self._state, held, self._held = "answer", self._held, ""
        return held

    def _inside(self) -> str:
        ends = [(at, mark) for mark in _CLOSES if (at := self._held.find(mark)) >= 0]
        if not ends:
            self._held = self._held[-_LONGEST:]
            return ""
        at, mark = min(ends)
        self._state, rest, self._held = "gap", self._held[at + len(mark) :], ""
        return self._gap(rest)

    def _gap(self, piece: str) -> str:
        """Between the thought and the answer: empty lines."""
        rest = piece.lstrip()
        if rest:
            self._state = "answer"
        return rest
