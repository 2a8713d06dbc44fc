"""The neutral stream between the PDF engines and the layout analysis.

Coordinates are points on the page as it is displayed: x to the right, y downwards, (0, 0) at the top left
corner of the visible page box.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct


class Style(NamedTuple):
    """How a run is painted. Shared by many runs."""

    color: int
    """0xRRGGBB of the fill (of the stroke where only that is painted)."""
    opacity: float
    """0 (not painted) to 1."""
    invisible: bool
    """Render mode 3 or 7: text that is only there to be selected."""
    bold: bool
    font: str
    """PostScript name, with a subset's prefix."""


class Run(Struct, gc=False):
    """A word, or a piece of one where the style changes."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    baseline: float
    size: float
    """Displayed font size in points."""
    style: Style
    order: int = 0
    """Place in the painting order of the page, comparable with `Shape.order`; 0 on a page without shapes."""
    angle: int = 0
    """0, 90, 180 or 270: clockwise turn of the text on the displayed page."""
    glued: bool = False
    """No space between it and the run before it."""


class Shape(NamedTuple):
    """Something painted that can be a background or a cover."""

    x0: float
    y0: float
    x1: float
    y1: float
    color: int | None
    """0xRRGGBB; None for a picture, whose colours aren't looked at."""
    order: int
    solid: bool = True
    """Fills its box, so that it can cover text; a curved shape can only be a background."""


MAX_SEGMENTS = 16
"""A rectangle with rounded corners has 13; a path with more may leave much of its box open."""
MIN_SHAPE = (6.0, 4.0)
"""Width and height in points. Smaller shapes are rules, dots and icons: neither a background nor a cover."""
_DOT = (1.2, 7.0)
"""Side of a drawn bullet in points."""


def is_shape(box: tuple[float, float, float, float]) -> bool:
    return box[2] - box[0] >= MIN_SHAPE[0] and box[3] - box[1] >= MIN_SHAPE[1]


def is_dot(box: tuple[float, float, float, float]) -> bool:
    wide, high = box[2] - box[0], box[3] - box[1]
    return _DOT[0] <= wide <= _DOT[1] and 0.7 * high <= wide <= 1.43 * high


class PageRuns(Struct):
    """One page, in the order of its content stream."""

    number: int
    """From 1."""
    width: float
    height: float
    runs: list[Run]
    shapes: list[Shape]
    dots: list[tuple[float, float, float, float]] = []
    """Boxes (x0, y0, x1, y1) of small filled shapes: bullets that are drawn instead of written."""
    pictures: int = 0
