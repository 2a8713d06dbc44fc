"""What came of each value: wanted, found, right; and the figures made of many."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

_ALIKE = str.maketrans(
    {**dict.fromkeys("’‘‛`´′", "'"), **dict.fromkeys("“”„«»″", '"'), **dict.fromkeys("‐‑‒–—―−", "-")}
)
_EDGES = re.compile(r"^[\s,;:|·•/(\[-]+|[\s,;:|·•/\])-]+$")


@dataclass(frozen=True)
class Outcome:
    """One value of a field. Without `wanted` it was found where none is, without `got` it was missed."""

    field: str
    wanted: str | None
    got: str | None
    right: bool


@dataclass(frozen=True)
class Figure:
    """Precision, recall and F1 of one field; 1 where there was nothing to find and nothing was found."""

    precision: float
    recall: float
    f1: float
    wanted: int
    """How many values the truth has."""


def figures(outcomes: Iterable[Outcome]) -> dict[str, Figure]:
    """By field, in the order in which fields first occur."""
    rows: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        rows[outcome.field].append(outcome)
    return {field: figure(of_field) for field, of_field in rows.items()}


def figure(outcomes: Iterable[Outcome]) -> Figure:
    rows = list(outcomes)
    right = sum(row.right for row in rows)
    wanted = sum(row.wanted is not None for row in rows)
    found = sum(row.got is not None for row in rows)
    precision = right / found if found else 1.0
    recall = right / wanted if wanted else 1.0
    both = found + wanted
    return Figure(round(precision, 4), round(recall, 4), round(2 * right / both, 4) if both else 1.0, wanted)


def plain(text: str) -> str:
    """Case, spaces, kinds of quotes and dashes, and marks at the edges make no difference."""
    folded = unicodedata.normalize("NFKC", text).translate(_ALIKE).casefold()
    return _EDGES.sub("", " ".join(folded.split()))
