"""A text as lines and words, and how much each word reads like the name of a skill there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from careercraft.model.ports import Encoder, TokenVectors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NEARBY = 4
"""Lines on either side that tell what a line is about."""
FEWEST = 4
"""Lines from which a text has a context."""
UNREAD = -6.0
"""For a word that the encoder didn't reach, and for where there is no word."""
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_WORD = re.compile(r"\S+")
_LONGEST = 700
"""Code points of a line that the encoder reads as a whole; longer ones are parted at the ends of sentences."""
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\s+(?=[•*·])")


class Word(NamedTuple):
    start: int
    end: int
    score: float
    """Log odds that a reader would mark it as (part of) a skill."""


class Line(NamedTuple):
    """A line of the text or a part of a long one; places are code points of the whole text."""

    start: int
    end: int
    words: tuple[Word, ...]

    @property
    def best(self) -> float:
        return max((word.score for word in self.words), default=UNREAD)

    @property
    def mean(self) -> float:
        return sum(word.score for word in self.words) / len(self.words) if self.words else UNREAD


def line_spans(text: str) -> list[tuple[int, int]]:
    """Lines with words in them; long ones in parts."""
    spans: list[tuple[int, int]] = []
    for found in _LINE.finditer(text):
        start, end = found.span()
        while end - start > _LONGEST:
            cuts = [cut.end() for cut in _SENTENCE_END.finditer(text, start + 1, start + _LONGEST)]
            cut = cuts[-1] if cuts else text.rfind(" ", start + 1, start + _LONGEST) + 1 or start + _LONGEST
            spans.append((start, cut))
            start = cut
        spans.append((start, end))
    return spans


def is_short(lines: Sequence[object]) -> bool:
    return len(lines) < FEWEST


def unread_lines(text: str) -> list[Line]:
    """Without an encoder."""
    return [
        Line(start, end, tuple(Word(*found.span(), UNREAD) for found in _WORD.finditer(text, start, end)))
        for start, end in line_spans(text)
    ]


def read_lines(
    text: str, encoder: Encoder, head: Mapping[str, NDArray[np.float32]], bias: float, alone: float
) -> list[Line]:
    """Each word's score from its token vectors, its line's vector and the mean of the vectors nearby. A text of a
    few lines says too little of what is nearby: its lines have `alone` in the place of that and of `bias`."""
    import numpy as np

    spans = line_spans(text)
    if not spans:
        return []
    encoded = encoder.encode_tokens([text[start:end] for start, end in spans])
    sentences = np.stack([tokens.sentence for tokens in encoded])
    about = sentences @ head["line"]
    about += alone if is_short(spans) else around(sentences) @ head["near"] + bias
    return [
        Line(start, end, tuple(_words(text, start, end, tokens, head["word"], float(base))))
        for (start, end), tokens, base in zip(spans, encoded, about, strict=True)
    ]


def around(sentences: NDArray[np.float32]) -> NDArray[np.float32]:
    """(lines, dimension): the mean of the lines nearby, without the line itself."""
    import numpy as np

    rows = []
    for at in range(len(sentences)):
        near = np.concatenate([sentences[max(0, at - NEARBY) : at], sentences[at + 1 : at + 1 + NEARBY]])
        rows.append(near.mean(axis=0) if len(near) else np.zeros(sentences.shape[1], dtype=np.float32))
    return np.stack(rows)


def _words(
    text: str, start: int, end: int, tokens: TokenVectors, head: NDArray[np.float32], base: float
) -> Iterator[Word]:
    scores = tokens.vectors @ head
    for begin, stop, first, last in word_rows(text, start, end, tokens):
        yield Word(begin, stop, base + float(scores[first:last].mean()) if last > first else UNREAD)


def word_rows(text: str, start: int, end: int, tokens: TokenVectors) -> list[tuple[int, int, int, int]]:
    """Each word of text[start:end], with the rows of its token vectors; none for a word that wasn't encoded."""
    rows, first = [], 0
    for found in _WORD.finditer(text, start, end):
        begin, stop = found.start() - start, found.end() - start
        while first < len(tokens.offsets) and tokens.offsets[first][1] <= begin:
            first += 1
        last = first
        while last < len(tokens.offsets) and tokens.offsets[last][0] < stop:
            last += 1
        rows.append((*found.span(), first, last))
    return rows
