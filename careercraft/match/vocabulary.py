"""Ordinary words, which tell a misspelling or a name from a word of the language."""

from __future__ import annotations

from functools import cache

from careercraft import paths

WORDS_FILE = "words.txt"


@cache
def vocabulary() -> frozenset[str]:
    """The whole words of the encoder's vocabulary in lower case; names of programs are among them."""
    return frozenset((paths.generated_dir() / WORDS_FILE).read_text(encoding="utf-8").split())
