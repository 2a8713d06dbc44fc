"""Which runs a person would see. The rest is kept aside as hidden text."""

from __future__ import annotations

from typing import Literal, NamedTuple

from careercraft.model.document import HiddenText
from careercraft.read.colors import WHITE, blends
from careercraft.read.pdf.runs import PageRuns, Run, Shape
from careercraft.read.pdf.scans import is_searchable_scan

Reason = Literal["color", "tiny", "off_page", "invisible", "covered"]
_MIN_SIZE = 3.0
"""Points. The smallest print that people set on purpose (footnotes, legal lines) is about 4."""
_MIN_OPACITY = 0.1
_COVERED_SHARE = 0.7


class Sight(NamedTuple):
    visible: list[Run]
    """In their order."""
    hidden: list[HiddenText]
    """Words joined where they follow for one reason."""
    layer: bool
    """The visible runs are the text layer of a scan."""


def split_visible(page: PageRuns) -> Sight:
    """What a person would see of the page's words."""
    covers = _covers(page)
    visible, hidden = _split(page, covers, layer=False)
    layer = bool(hidden) and is_searchable_scan(page, visible, [run for run, _ in hidden])
    if layer:
        opaque = [shape for shape in covers if shape.color is not None]
        visible, hidden = _split(page, opaque, layer=True)
    return Sight(visible, _join(hidden, page.number), layer)


def _split(page: PageRuns, covers: list[Shape], *, layer: bool) -> tuple[list[Run], list[tuple[Run, Reason]]]:
    """`layer`: text without paint is the text of the page's picture."""
    suspicious = _suspicious_colors(page)
    visible: list[Run] = []
    hidden: list[tuple[Run, Reason]] = []
    for run in page.runs:
        reason = _reason(run, page, suspicious, covers, layer=layer)
        if reason is None:
            visible.append(run)
        else:
            hidden.append((run, reason))
    return visible, hidden


def _reason(
    run: Run, page: PageRuns, suspicious: set[int], covers: list[Shape], *, layer: bool
) -> Reason | None:
    style = run.style
    if not layer and (style.invisible or style.opacity < _MIN_OPACITY):
        return "invisible"
    if run.x1 <= 0 or run.y1 <= 0 or run.x0 >= page.width or run.y0 >= page.height:
        return "off_page"
    if 0 < run.size < _MIN_SIZE:
        return "tiny"
    if style.color in suspicious and _blends_in(run, page.shapes) and not (layer and style.invisible):
        return "color"
    if covers and any(shape.order > run.order and _covered(run, shape) for shape in covers):
        return "covered"
    return None


def _covers(page: PageRuns) -> list[Shape]:
    """Shapes painted after the first text. A picture before any text is a background, not a cover."""
    first = min((run.order for run in page.runs), default=0)
    return [shape for shape in page.shapes if shape.solid and shape.order > first]


def _covered(run: Run, shape: Shape) -> bool:
    wide = min(run.x1, shape.x1) - max(run.x0, shape.x0)
    high = min(run.y1, shape.y1) - max(run.y0, shape.y0)
    if wide <= 0 or high <= 0:
        return False
    area = max(0.1, run.x1 - run.x0) * max(0.1, run.y1 - run.y0)
    return wide * high >= _COVERED_SHARE * area


def _suspicious_colors(page: PageRuns) -> set[int]:
    """Text colours that would vanish on white or on one of the page's shapes."""
    backgrounds = {WHITE} | {shape.color for shape in page.shapes if shape.color is not None}
    colors = {run.style.color for run in page.runs}
    return {color for color in colors if any(blends(color, ground) for ground in backgrounds)}


def _blends_in(run: Run, shapes: list[Shape]) -> bool:
    ground: int | None = WHITE
    x, y = (run.x0 + run.x1) / 2, run.baseline - 0.3 * run.size
    for shape in shapes:
        if shape.order < run.order and shape.x0 <= x <= shape.x1 and shape.y0 <= y <= shape.y1:
            ground = shape.color
    return ground is not None and blends(run.style.color, ground)


def _join(hidden: list[tuple[Run, Reason]], page: int) -> list[HiddenText]:
    groups: list[tuple[Reason, list[str]]] = []
    for run, reason in hidden:
        if groups and groups[-1][0] == reason:
            groups[-1][1].append(run.text if not run.glued else "\b" + run.text)
        else:
            groups.append((reason, [run.text]))
    return [
        HiddenText(text=" ".join(words).replace(" \b", ""), reason=reason, page=page)
        for reason, words in groups
    ]
