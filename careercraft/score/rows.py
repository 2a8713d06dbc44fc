"""Rows and the scores they add up to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import fsum
from typing import NamedTuple

from careercraft.model.match import Evidence
from careercraft.model.score import Row, Score, ScoreKey

_ROW_DECIMALS = 3


class Part(NamedTuple):
    """One thing that counts: a share (0..1) of a weight."""

    label: str
    share: float
    weight: float
    evidence: tuple[Evidence, ...] = ()


def make_rows(parts: Sequence[Part]) -> tuple[Row, ...]:
    """Each part's weight as its portion of 100 points."""
    return tuple(
        Row(
            label=part.label,
            points=points(portion, part.share),
            of=round(portion, _ROW_DECIMALS),
            evidence=part.evidence,
        )
        for part, portion in zip(parts, portions(parts), strict=True)
    )


def portions(parts: Sequence[Part]) -> list[float]:
    """Of 100 points, by weight."""
    total = sum(part.weight for part in parts)
    return [100 * part.weight / total for part in parts]


def points(portion: float, share: float) -> float:
    """What a row earns."""
    return round(portion * share, _ROW_DECIMALS)


def total(rows: Iterable[Row]) -> float:
    """The value of a score: its rows' points, to one decimal, within 0 to 100."""
    return value_of(fsum(row.points for row in rows))


def value_of(points: float) -> float:
    """Of the points of all rows, added with `fsum`: the same in any order, and in any version of Python."""
    return min(100.0, max(0.0, round(points, 1)))


def scored(key: ScoreKey, parts: Sequence[Part], weight: float, summary: str, silent: str) -> Score:
    """The score of these parts; `not_stated`, with `silent` as its line, when there are none."""
    rows = make_rows([part for part in parts if part.weight > 0])
    if not rows:
        return Score(key=key, value=None, status="not_stated", weight=weight, summary=silent, rows=())
    return Score(key=key, value=total(rows), status="scored", weight=weight, summary=summary, rows=rows)
