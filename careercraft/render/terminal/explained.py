"""One score in a terminal, with all its rows and evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text

from careercraft.render.explain import Explanation, RowView
from careercraft.render.terminal.falling import draw
from careercraft.render.terminal.page import GAP, MARGIN, STYLES, Page, shown

_POINTS = 7


def render(
    explanations: Iterable[Explanation],
    *,
    width: int | None = None,
    color: bool = False,
    encoding: str = "utf-8",
) -> str:
    """Scores with all that they rest on, whole."""
    page = Page(width, encoding)
    blocks = [[*_explanation(page, item)] for item in explanations]
    return shown([line for block in blocks for line in (*block, Text())][:-1], color)


def _explanation(page: Page, item: Explanation) -> Iterator[Text]:
    yield Text.assemble(" ", (f"{item.name} {page.text(item.shown)}", "bold"))
    for text, style in ((item.summary, ""), (item.formula, "dim"), (item.weight, "")):
        yield from page.indented(text, MARGIN, style)
    if item.fall:
        yield from draw(page, item.fall)
    elif item.rows:
        yield Text()
        for row in item.rows:
            yield from _row(page, row)
        yield Text(f"{item.shown:>{_POINTS + 2}} of 100", "bold").append(GAP + "together")


def _row(page: Page, row: RowView) -> Iterator[Text]:
    figures = f"{row.points:>{_POINTS + MARGIN}} of {row.of:>{_POINTS}}{GAP}"
    first, *more = [*page.indented(row.label, len(figures), "bold")] or [Text(" " * len(figures))]
    yield Text(figures).append_text(first[len(figures) :])
    yield from more
    for text, style in ((row.worth, ""), (row.how, ""), *((said, "accent") for said in _said(row))):
        yield from page.indented(text, len(figures), STYLES[style])


def _said(row: RowView) -> Iterator[str]:
    if row.statement:
        yield f"you say: “{row.statement}”"
    for side, quotes in (("resume", row.resume), ("posting", row.job)):
        for quote in quotes:
            yield f"{side}: “{quote.text}”" + (f" ({quote.where})" if quote.where else "")
