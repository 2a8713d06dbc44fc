"""The waterfall of the readiness, drawn in characters."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from careercraft.render.terminal.page import GAP, MARGIN, STYLES, Page
from careercraft.render.waterfall import Waterfall, lines, silence

_NAME = 16


def draw(page: Page, found: Waterfall) -> Iterator[Text]:
    """An empty line, then the picture; words where there is nothing to draw."""
    yield Text()
    for name, runs in lines(found, page.width - MARGIN, _NAME) if found.steps else ():
        line = Text(" " * MARGIN + page.filled(name, _NAME) + GAP)
        for text, style in runs:
            line.append(page.text(text), STYLES[style])
        yield line
    yield from page.indented(silence(found), MARGIN, "dim")
