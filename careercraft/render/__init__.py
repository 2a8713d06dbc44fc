"""An analysis as people or programs read it: one module a format, imported when that format is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careercraft.errors import UsageError

if TYPE_CHECKING:
    from careercraft.model.analysis import Analysis

FORMATS = ("terminal", "markdown", "html", "json")


def render(
    analysis: Analysis,
    format: str,
    *,
    width: int | None = None,
    color: bool = False,
    encoding: str = "utf-8",
    full: bool = False,
) -> str:
    """The report as text that ends with a line break.

    `width` (columns, 80 when None), `color`, `encoding` (what the stream can write; anything that it can't
    becomes ASCII) and `full` (every list whole instead of about one screen) matter to the terminal only.
    Raises UsageError for an unknown format.
    """
    if format == "terminal":
        from careercraft.render.terminal.report import render as render_terminal

        return render_terminal(analysis, width=width, color=color, encoding=encoding, full=full)
    if format == "markdown":
        from careercraft.render.markdown import render as render_markdown

        return render_markdown(analysis)
    if format == "html":
        from careercraft.render.html import render as render_html

        return render_html(analysis)
    if format == "json":
        from careercraft.render.json import encode

        return encode(analysis).decode()
    raise UsageError(f"unknown format: {format}", f"one of {', '.join(FORMATS)}")
