"""Geometry of the three pictures in the HTML report. It places what it is given and computes no score."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from careercraft.model.score import Verdict
from careercraft.render.view import Report, ScoreView, SkillView, VerdictView

WIDTH = 340
_RULER_LEFT = 0
_RULER_WIDTH = 340
_BAR_LEFT = 124
_BAR_WIDTH = 168
_ROW = 25
_TOP = 2
_TOTALS_GAP = 8
_TILE = 20
_STEP = 25
_TILES_LEFT = 92
_PER_LINE = 10
_GROUP_GAP = 13
_IMPORTANCES = (("must", "Must"), ("preferred", "Preferred"), ("nice", "Nice to have"))


class Ruler(Struct, frozen=True, kw_only=True):
    """0 to 100 from left to right; x in the units of the picture."""

    left: int
    length: int
    width: int
    readiness: float
    low: float
    high: float
    threshold: float
    middle: float
    """Of the interval, kept far enough from the edges for words to stand there."""
    description: str


class Bar(Struct, frozen=True, kw_only=True):
    name: str
    shown: str
    stated: bool
    strong: bool
    """Readiness and confidence: what the others add up to, and how sure it is."""
    y: int
    length: float
    needed: float
    """Where on the x axis it must reach for FIT; 0 for all but readiness."""


class ScoreChart(Struct, frozen=True, kw_only=True):
    bars: tuple[Bar, ...]
    height: int
    left: int
    length: int
    right: int
    description: str


class Tile(Struct, frozen=True, kw_only=True):
    name: str
    outcome: str
    x: int
    y: int
    fill: float
    """Height of the filled part, from the bottom."""


class TileGroup(Struct, frozen=True, kw_only=True):
    label: str
    count: str
    y: int
    tiles: tuple[Tile, ...]


class CoverageChart(Struct, frozen=True, kw_only=True):
    groups: tuple[TileGroup, ...]
    size: int
    height: int
    description: str
    counts: tuple[tuple[str, int], ...]
    """Outcome and number of requirements."""


def ruler(verdict: Verdict, shown: VerdictView) -> Ruler:
    """Readiness, what it could be, and what it must reach, on one line."""
    low, high = (_on_ruler(value) for value in verdict.interval)
    return Ruler(
        left=_RULER_LEFT,
        length=_RULER_WIDTH,
        width=WIDTH,
        readiness=_on_ruler(verdict.readiness),
        low=low,
        high=high,
        threshold=_on_ruler(verdict.threshold),
        middle=min(max((low + high) / 2, 70), WIDTH - 70),
        description=(
            f"Readiness {shown.readiness} of 100, between {shown.low} and {shown.high}; "
            f"FIT needs {shown.threshold}."
        ),
    )


def _on_ruler(value: float) -> float:
    return round(_RULER_LEFT + _RULER_WIDTH * value / 100, 1)


def score_chart(report: Report, threshold: float) -> ScoreChart:
    """A bar for each of the eleven, as long as its value; on readiness a mark where it must reach."""
    bars = tuple(_bar(index, score, threshold) for index, score in enumerate(report.scores))
    said = (f"{bar.name} {bar.shown if bar.stated else 'not stated'}" for bar in bars)
    return ScoreChart(
        bars=bars,
        height=_TOP + _ROW * len(bars) + _TOTALS_GAP,
        left=_BAR_LEFT,
        length=_BAR_WIDTH,
        right=WIDTH,
        description="; ".join(said),
    )


def _bar(index: int, score: ScoreView, threshold: float) -> Bar:
    strong = score.key in ("readiness", "confidence")
    needed = round(_BAR_LEFT + _BAR_WIDTH * threshold / 100, 1)
    return Bar(
        name=score.name,
        shown=score.shown,
        stated=score.stated,
        strong=strong,
        y=_TOP + index * _ROW + (_TOTALS_GAP if strong else 0),
        length=round((score.value or 0) * _BAR_WIDTH / 100, 1),
        needed=needed if score.key == "readiness" else 0.0,
    )


def coverage_chart(report: Report) -> CoverageChart:
    """A tile for each requirement, filled as far as the resume shows it, grouped by importance."""
    outcomes = (("matched", report.matched), ("in part", report.partial), ("missing", report.missing))
    groups, bottom = [], _TOP
    for key, label in _IMPORTANCES:
        found = [(name, skill) for name, skills in outcomes for skill in skills if skill.importance == key]
        if found:
            groups.append(_group(label, found, bottom))
            bottom += _STEP * -(-len(found) // _PER_LINE) + _GROUP_GAP
    counts = tuple((name, len(skills)) for name, skills in outcomes)
    return CoverageChart(
        groups=tuple(groups),
        size=_TILE,
        height=max(bottom - _GROUP_GAP, _STEP),
        description="; ".join(_described(group) for group in groups),
        counts=counts,
    )


def _group(label: str, found: list[tuple[str, SkillView]], top: int) -> TileGroup:
    return TileGroup(label=label, count=str(len(found)), y=top, tiles=tuple(_tiles(found, top)))


def _tiles(found: list[tuple[str, SkillView]], top: int) -> Iterator[Tile]:
    for index, (outcome, skill) in enumerate(found):
        line, column = divmod(index, _PER_LINE)
        strength = {"matched": 1.0, "missing": 0.0}.get(outcome, skill.strength)
        yield Tile(
            name=skill.name,
            outcome=outcome,
            x=_TILES_LEFT + column * _STEP,
            y=top + line * _STEP,
            fill=round(strength * _TILE, 1),
        )


def _described(group: TileGroup) -> str:
    outcomes = [tile.outcome for tile in group.tiles]
    counted = (f"{outcomes.count(name)} {name}" for name in ("matched", "in part", "missing"))
    return f"{group.label}: {', '.join(counted)}"
