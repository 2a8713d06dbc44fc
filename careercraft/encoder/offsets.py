"""Token offsets that are fit to quote from: whole letters with their accents, and no outer blanks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

Span = tuple[int, int]


def quotable(text: str, offsets: Iterable[Span]) -> list[Span]:
    """Tokenizers' code point offsets into `text`, mended where they would cut a quote badly.

    BERT's tokenizer drops a combining accent at the end of a token ("e" + U+0301), and some others count the
    blank before a word as part of it.
    """
    if text.isascii():
        return [_trimmed(text, start, end) for start, end in offsets]
    return [_trimmed(text, start, _after_accents(text, start, end)) for start, end in offsets]


def _after_accents(text: str, start: int, end: int) -> int:
    while start < end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
