"""Geometry of the pictures in the HTML report. It places what it is given and computes no score."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from careercraft.render import wording
from careercraft.render.view import Report, ScoreView, SkillView
from careercraft.render.waterfall import Step, Waterfall

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
_FALL_TOP, _FALL_ROW, _FALL_BAR = 20, 36, 11
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


class Fall(Struct, frozen=True, kw_only=True):
    """One bar of the waterfall, under its words; x from 0 to WIDTH for 0 to 100 points."""

    name: str
    figures: str
    y: int
    x: float
    length: float
    lost: float
    """Length of what it could have added, behind the bar."""
    whole: bool
    """The last one: the readiness."""


class FallChart(Struct, frozen=True, kw_only=True):
    falls: tuple[Fall, ...]
    need: float
    label: float
    """Where the words at the mark stand in the middle, away from the edges."""
    height: int
    description: str


def ruler(interval: tuple[float, float], readiness: float, threshold: float) -> Ruler:
    """Readiness, what it could be, and what it must reach, on one line."""
    low, high = (_on_ruler(value) for value in interval)
    between = f"between {wording.score(interval[0])} and {wording.score(interval[1])}"
    return Ruler(
        left=_RULER_LEFT,
        length=_RULER_WIDTH,
        width=WIDTH,
        readiness=_on_ruler(readiness),
        low=low,
        high=high,
        threshold=_on_ruler(threshold),
        middle=min(max((low + high) / 2, 70), WIDTH - 70),
        description=(
            f"Readiness {wording.score(readiness)} of 100, {between}; FIT needs {wording.number(threshold)}."
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


def waterfall_chart(found: Waterfall) -> FallChart:
    """A bar for each part, begun where the one before it ends, then the readiness, and the mark that FIT needs."""
    falls = [_fall(index, step) for index, step in enumerate(found.steps)]
    bottom = _FALL_TOP + _FALL_ROW * len(falls)
    whole = Fall(
        name="Readiness", figures=found.total, y=bottom, x=0.0, length=_on_ruler(found.value), lost=0.0, whole=True
    )  # fmt: skip
    said = (f"{step.name} adds {step.points} of {step.of}" for step in found.steps)
    need = _on_ruler(found.need)
    return FallChart(
        falls=(*falls, whole),
        need=need,
        label=min(max(need, 40), WIDTH - 40),
        height=bottom + _FALL_ROW,
        description=f"{'; '.join(said)}; readiness {found.total}, FIT needs {found.threshold}.",
    )


def _fall(index: int, step: Step) -> Fall:
    return Fall(
        name=step.name,
        figures=f"+{step.points} of {step.of}",
        y=_FALL_TOP + _FALL_ROW * index,
        x=_on_ruler(step.start),
        length=round(_on_ruler(step.end) - _on_ruler(step.start), 1),
        lost=round(max(_on_ruler(step.most) - _on_ruler(step.end), 0.0), 1),
        whole=False,
    )
