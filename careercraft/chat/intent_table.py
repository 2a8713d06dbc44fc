"""The table of what people ask (`data/intents.txt`, which says how a line reads), ready to be compared with."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from careercraft.chat.intent_words import SMALL, holds, stem, stems, words

FILE = Path(__file__).parent / "data" / "intents.txt"
SMALL_STEMS = frozenset(map(stem, SMALL))
_SMALL_WEIGHT = 0.15
_UNKNOWN_WEIGHT = 3.0
"""Of a word that no line of the table has: it may be what the question is about."""
_STRANGE = 0.4
"""What a rule loses where all other words are unknown to the table: "book me a flight" asks for no books."""
_RULE, _A_PART, _MOST_PARTS = 0.66, 0.08, 3
_COVERED, _SAID = 0.55, 0.45
"""Shares of how much of the line is asked, and how much of the question the line says."""

_Phrase = tuple[str, ...]


class Rule(NamedTuple):
    parts: tuple[tuple[_Phrase, ...], ...]
    """Of each, one phrase must stand in the question; stems."""

    def holds(self, asked: Sequence[str]) -> bool:
        return all(any(holds(phrase, asked) for phrase in part) for part in self.parts)

    @property
    def weight(self) -> float:
        return _RULE + _A_PART * min(len(self.parts), _MOST_PARTS)


class Intent(NamedTuple):
    name: str
    phrasings: tuple[str, ...]
    """As written."""
    lines: tuple[_Phrase, ...]
    """Their stems."""
    rules: tuple[Rule, ...]
    barred: tuple[_Phrase, ...]

    def by_rule(self, asked: Sequence[str]) -> float:
        """0 where no rule holds."""
        if self.is_barred(asked):
            return 0.0
        return max((rule.weight for rule in self.rules if rule.holds(asked)), default=0.0)

    def is_barred(self, asked: Sequence[str]) -> bool:
        return any(holds(phrase, asked) for phrase in self.barred)


class Table(NamedTuple):
    intents: tuple[Intent, ...]
    weights: Mapping[str, float]
    """Of each stem: the rarer over the intents, the more."""
    known: frozenset[str]
    """All whole words of the table."""
    said: Mapping[_Phrase, str]
    """The intent of each line."""

    def likeness(self, intent: Intent, asked: Sequence[str]) -> float:
        """0..1: of a question and the line that is most like it, by the weight of the stems that they share."""
        wanted, whole = Counter(asked), sum(map(self.weight, asked))
        return max((self._likeness(line, wanted, whole) for line in intent.lines), default=0.0)

    def _likeness(self, line: _Phrase, wanted: Counter[str], whole: float) -> float:
        if wanted.keys().isdisjoint(line):  # of many lines nothing more is looked at
            return 0.0
        shared = sum(self.weight(word) * count for word, count in (_counts(line) & wanted).items())
        said = sum(map(self.weight, line))
        return _COVERED * shared / said + _SAID * shared / whole

    def by_rule(self, intent: Intent, asked: Sequence[str]) -> float:
        """Less, the more of the question the table knows nothing of."""
        telling = [word for word in asked if word not in SMALL_STEMS and word[:1] != "<"]
        strange = [word for word in telling if word not in self.stems]
        return intent.by_rule(asked) * (1 - _STRANGE * len(strange) / max(len(telling), 1))

    @property
    def stems(self) -> frozenset[str]:
        return _stems(self.known)

    def weight(self, word: str) -> float:
        return self.weights.get(word, _UNKNOWN_WEIGHT)


@cache
def _counts(line: _Phrase) -> Counter[str]:
    """Of a line of the table, which is asked for with every question."""
    return Counter(line)


@cache
def _stems(known: frozenset[str]) -> frozenset[str]:
    return frozenset(map(stem, known))


@cache
def table() -> Table:
    """Read once. A mistake in the file is a bug, told by its line."""
    return read_table(FILE.read_text(encoding="utf-8"))


def read_table(text: str) -> Table:
    """Raises ValueError with the number of a line that can't be read."""
    found: dict[str, list[tuple[str, str]]] = {}
    name = ""
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("[") and line.endswith("]"):
            name = line[1:-1]
            if name in found:
                raise ValueError(f"line {number}: [{name}] stands there twice")
            found[name] = []
        elif not name:
            raise ValueError(f"line {number}: no [intent] before it")
        else:
            sign = line[0] if line[:2] in ("= ", "- ") else ""
            found[name].append((sign, line[2:] if sign else line))
    intents = tuple(_intent(name, lines) for name, lines in found.items())
    said = {line: intent.name for intent in reversed(intents) for line in intent.lines}
    return Table(intents, _weights(intents), frozenset(_known(found)), said)


def _intent(name: str, lines: Sequence[tuple[str, str]]) -> Intent:
    phrasings = tuple(text for sign, text in lines if not sign)
    rules = tuple(Rule(tuple(map(_choices, text.split(" + ")))) for sign, text in lines if sign == "=")
    barred = tuple(phrase for sign, text in lines if sign == "-" for phrase in _choices(text))
    return Intent(name, phrasings, tuple(tuple(stems(words(text))) for text in phrasings), rules, barred)


def _choices(text: str) -> tuple[_Phrase, ...]:
    return tuple(tuple(stems(words(phrase))) for phrase in text.split("|") if phrase.strip())


def _weights(intents: Sequence[Intent]) -> Mapping[str, float]:
    having = Counter(word for intent in intents for word in {word for line in intent.lines for word in line})
    return {
        word: _SMALL_WEIGHT if word in SMALL_STEMS else 0.3 + math.log(1 + len(intents) / count)
        for word, count in having.items()
    } | dict.fromkeys(SMALL_STEMS, _SMALL_WEIGHT)


def _known(found: Mapping[str, Sequence[tuple[str, str]]]) -> Iterator[str]:
    for lines in found.values():
        for _, text in lines:
            yield from words(text.replace("|", " ").replace(" + ", " "))
