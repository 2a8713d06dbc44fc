"""Helpers for the tables of words: blocks of text that people can edit without counting quotes."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a block, parted by spaces and line breaks."""
    return frozenset(text.split())


def phrase_set(text: str) -> frozenset[str]:
    """The phrases of a block, parted by | and line breaks."""
    return frozenset(phrases(text))


def phrases(text: str) -> list[str]:
    """The phrases of a block in order."""
    return [phrase for part in text.replace("\n", "|").split("|") if (phrase := part.strip())]
