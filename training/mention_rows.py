"""Postings for `fit_mentions`: their words as vectors, and their hits with what readers said of them.

A posting is looked at in four ways: as it is; line by line, as a text of one line is; and both with typing errors put
into some of its names, since real ones are rare.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.skillspan import Posting, Spans, is_right
from careercraft.match.cues import Features, Hit
from careercraft.match.fitted import Table
from careercraft.match.linker import Linker
from careercraft.match.links import all_hits, named, table_of
from careercraft.match.passages import UNREAD, Line, Word, around, line_spans, word_rows

Vector = NDArray[np.float64]
Matrix = NDArray[np.float32]
_MISSPELLED_SHARE = 0.3
_SHORTEST = 7
"""Letters of a word that gets an error."""


class Encoded(NamedTuple):
    """A posting's words: (words, dimension), and for each the row of its line."""

    spans: Spans
    words: list[list[tuple[int, int]]]
    vectors: Matrix
    rows: NDArray[np.intp]
    sentences: Matrix
    near: Matrix


class Judged(NamedTuple):
    features: dict[str, float]
    table: Table
    right: bool | None
    hit: Hit


class Head(NamedTuple):
    word: Vector
    line: Vector
    near: Vector
    bias: float
    alone: float
    """In place of `bias` and of what the lines nearby say."""

    def lines(self, found: Encoded, alone: bool = False) -> list[Line]:
        about = found.sentences @ self.line
        about = about + (self.alone if alone else found.near @ self.near + self.bias)
        read = found.vectors.any(axis=1)
        scores = iter(np.where(read, found.vectors @ self.word + about[found.rows], UNREAD))
        return [
            Line(start, end, tuple(Word(*word, float(next(scores))) for word in words))
            for (start, end), words in zip(found.spans, found.words, strict=True)
        ]


def encoded(posting: Posting, linker: Linker) -> Encoded:
    spans = line_spans(posting.text)
    tokens = linker.encoder.encode_tokens([posting.text[start:end] for start, end in spans])
    words, vectors, rows = [], [], []
    for row, ((start, end), found) in enumerate(zip(spans, tokens, strict=True)):
        places = word_rows(posting.text, start, end, found)
        words.append([(begin, stop) for begin, stop, _, _ in places])
        for _, _, first, last in places:
            vectors.append(
                found.vectors[first:last].mean(axis=0) if last > first else np.zeros(found.vectors.shape[1])
            )
            rows.append(row)
    sentences = np.stack([found.sentence for found in tokens])
    return Encoded(
        spans,
        words,
        np.array(vectors, dtype=np.float32),
        np.array(rows, dtype=np.intp),
        sentences,
        around(sentences),
    )


def misspelled(posting: Posting, linker: Linker, seed: int) -> Posting:
    """With two neighboring letters of some names swapped; all places stay."""
    chance = random.Random(seed)
    letters = list(posting.text)
    for hit in named(posting.text, linker):
        words = [(hit.start + at, word) for at, word in _long_words(posting.text[hit.start : hit.end])]
        if words and chance.random() < _MISSPELLED_SHARE:
            start, word = chance.choice(words)
            at = start + chance.randrange(1, len(word) - 2)
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
    return posting._replace(text="".join(letters))


def _long_words(quote: str) -> Iterator[tuple[int, str]]:
    at = 0
    for word in quote.split(" "):
        if len(word) >= _SHORTEST and word.isalpha():
            yield at, word
        at += len(word) + 1


def judged(posting: Posting, lines: list[Line], linker: Linker, alone: bool) -> list[Judged]:
    """Every hit with its features."""
    hits = all_hits(posting.text, lines, named(posting.text, linker), linker, True)
    features = Features(posting.text, lines, hits, alone)
    found = []
    for hit in hits:
        right = is_right(hit[:2], posting)
        if right is None and hit.skill.kind == "soft":
            right = True
        found.append(Judged(features.of(hit), table_of(hit, True), right, hit))
    return found
