"""The neutral stream between the PDF engines and the layout analysis.

Coordinates are points on the page as it is displayed: x to the right, y downwards, (0, 0) at the top left
corner of the visible page box.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

Box = tuple[float, float, float, float]
"""x0, y0, x1, y1."""


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


class LinkBox(NamedTuple):
    """The area of a link on the page; a link that is wrapped has one for each line."""

    x0: float
    y0: float
    x1: float
    y1: float
    target: str


MAX_SEGMENTS = 16
"""A rectangle with rounded corners has 13; a path with more may leave much of its box open."""
MIN_SHAPE = (6.0, 4.0)
"""Width and height in points. Smaller shapes are rules, dots and icons: neither a background nor a cover."""
_DOT = (1.2, 7.0)
"""Side of a drawn bullet in points."""
_RULE = (3.0, 15.0)
"""Greatest breadth and least length of a rule in points."""
MAX_LINKS = 500


def is_shape(box: Box) -> bool:
    return box[2] - box[0] >= MIN_SHAPE[0] and box[3] - box[1] >= MIN_SHAPE[1]


def is_dot(box: Box) -> bool:
    wide, high = box[2] - box[0], box[3] - box[1]
    return _DOT[0] <= wide <= _DOT[1] and 0.7 * high <= wide <= 1.43 * high


def is_rule(box: Box) -> bool:
    wide, high = box[2] - box[0], box[3] - box[1]
    return min(wide, high) <= _RULE[0] and max(wide, high) >= _RULE[1]


def edges(box: Box) -> list[Box]:
    """Of a frame that is drawn around something: its four sides."""
    x0, y0, x1, y1 = box
    return [(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)]


class PageRuns(Struct):
    """One page, in the order of its content stream."""

    number: int
    """From 1."""
    width: float
    height: float
    runs: list[Run]
    shapes: list[Shape]
    dots: list[Box] = []
    """Small filled shapes: bullets that are drawn instead of written."""
    rules: list[Box] = []
    """Drawn lines, along the rows or the columns."""
    pictures: list[Box] = []
    links: list[LinkBox] = []
