"""The readiness as a waterfall: from 0, what each part adds and what it could have added, up to the whole.

Every number shown is one of the report: the rows of the score `readiness`. Their sums only say where a bar begins.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from careercraft.model.score import PART_KEYS
from careercraft.render import wording
from careercraft.render.view import Report, RowView, ScoreView

Run = tuple[str, str]
"""Characters of a line, and their style: "" or one of the terminal's."""
_FULL, _EMPTY, _NEED = "█", "░", "│"
_FIGURES, _GAP = 16, "  "


class Step(Struct, frozen=True, kw_only=True):
    name: str
    score: str
    """The part's own score, 0 to 100; empty for a row that is no score."""
    points: str
    of: str
    added: str
    """The points with one decimal and their sign, where there is little room."""
    start: float
    """Where its bar begins, 0 to 100: with what the parts before it add."""
    end: float
    most: float
    """Where it would end with all its points."""


class Waterfall(Struct, frozen=True, kw_only=True):
    steps: tuple[Step, ...]
    """Empty when nothing could be compared."""
    total: str
    value: float
    """The readiness again, for drawing; `need` likewise is the threshold."""
    threshold: str
    need: float
    left_out: tuple[str, ...]
    """Names of the parts that are not stated: they have no weight here."""


def waterfall(report: Report, threshold: float) -> Waterfall:
    """The waterfall of a report; `threshold` is the readiness that FIT needs, 0 to 100."""
    scores = {score.name: score for score in report.scores}
    ready = next(score for score in report.scores if score.key == "readiness")
    counted = {row.label for row in ready.rows}
    return Waterfall(
        steps=tuple(_steps(ready.rows, scores)),
        total=ready.shown,
        value=ready.value or 0.0,
        threshold=report.verdict.threshold,
        need=threshold,
        left_out=tuple(
            score.name
            for score in report.scores
            if score.key in PART_KEYS and not score.stated and score.name not in counted
        ),
    )


def _steps(rows: tuple[RowView, ...], scores: dict[str, ScoreView]) -> Iterator[Step]:
    start = 0.0
    for row in rows:
        own = scores.get(row.label)
        yield Step(
            name=row.label,
            score=own.shown if own else "",
            points=f"{row.value:.2f}",
            of=f"{row.most:.2f}",
            added=f"{row.value:+.1f}",
            start=start,
            end=start + row.value,
            most=start + row.most,
        )
        start += row.value


def silence(found: Waterfall) -> str:
    """What takes no part, in a sentence; empty when everything is known."""
    if not found.steps:
        return "Nothing could be compared, so nothing adds up."
    names = wording.listed([name.lower() for name in found.left_out])
    return f"Not stated, so without weight: {names}." if names else ""


def lines(found: Waterfall, width: int, name_width: int) -> Iterator[tuple[str, list[Run]]]:
    """The picture in a terminal of `width` columns, of which names take `name_width`: (name, what stands beside it),
    a line a part, then the whole, then the mark that FIT needs."""
    room = width - name_width - _FIGURES - 2 * len(_GAP)
    need = min(_place(found.need, room), room - 1)
    for step in found.steps:
        bar = _bar((step.start, step.end, step.most), room, need)
        yield step.name, [*bar, (f"{_GAP}{f'+{step.points}'.rjust(6)} of {step.of.rjust(5)}", "")]
    whole = _bar((0.0, found.value, found.value), room, need, "bold")
    yield "Readiness", [*whole, (f"{_GAP}{f'={found.total}'.rjust(5)}", "bold")]
    said = f"FIT needs {found.threshold}"
    before = f"{said} ".rjust(need)
    yield "", [(f"{before}{_NEED}" if len(before) == need else f"{' ' * need}{_NEED} {said}", "dim")]


def _bar(places: tuple[float, float, float], room: int, need: int, style: str = "accent") -> list[Run]:
    start, end, most = (_place(place, room) for place in places)
    if places[1] > places[0]:  # what adds anything is seen
        start = min(start, room - 1)
        end = max(end, start + 1)
    signs = [_FULL if start <= i < end else _EMPTY if end <= i < most else " " for i in range(room)]
    if signs[need] == " ":
        signs[need] = _NEED
    text = "".join(signs)
    return [(text[:start], "dim"), (text[start:end], style), (text[end:], "dim")]


def _place(value: float, room: int) -> int:
    return min(room, max(0, int(value * room / 100 + 0.5)))
