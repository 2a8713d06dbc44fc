"""The words a reader of each format gets to see."""

from __future__ import annotations

from html.parser import HTMLParser

from markdown_it import MarkdownIt

from careercraft.model.analysis import Analysis
from careercraft.render import render

# Columns enough that no name is broken over two lines.
WIDE = 900


class Page(HTMLParser):
    """Text, elements and ids of an HTML page, without its head's style."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self._open = ""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._open = tag

    def handle_endtag(self, tag: str) -> None:
        self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open != "style":
            self.texts.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.texts).split())

    def values(self, attribute: str) -> list[str]:
        return [value for _, attrs in self.elements if (value := attrs.get(attribute)) is not None]


def markdown_page(source: str) -> Page:
    """As a CommonMark renderer with tables shows it; raw HTML stays on, to see what it would let through."""
    return Page(
        MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough").render(source)
    )


def visible(analysis: Analysis, format: str) -> str:
    """All words of one of the formats for people, with single spaces."""
    if format == "terminal":
        return " ".join(render(analysis, format, width=WIDE, full=True).split())
    page = (markdown_page if format == "markdown" else Page)(render(analysis, format))
    return " ".join([page.text, *page.values("href")])
