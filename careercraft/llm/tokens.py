"""How many tokens a text takes, counted here: a careful estimate that needs no tokenizer and no connection."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORDS = re.compile(r"[A-Za-z]+|\d|[^\sA-Za-z0-9]|\n|\s{2,}")
"""Small models' tokenizers give each digit and each end of a line a token of its own."""
_LETTERS_A_TOKEN = 6
"""Of an English word: common words are one token in every current tokenizer, long ones two or three."""
_LETTERS_OF_A_NAME = 5
"""The same of a word with a capital: names are seldom in a vocabulary."""
_A_MESSAGE = 5
"""Tokens around each message that name the role."""


def count_tokens(text: str) -> int:
    """Rather too many than too few: a prompt that is too long is cut off or refused by the provider.

    Other scripts take up to a token a character, and are counted so.
    """
    return sum(
        -(-len(word) // (_LETTERS_OF_A_NAME if word[0].isupper() else _LETTERS_A_TOKEN))
        for word in _WORDS.findall(text)
    )


def count_messages(texts: Iterable[str]) -> int:
    return sum(count_tokens(text) + _A_MESSAGE for text in texts)
