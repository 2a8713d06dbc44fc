"""Markdown, as a CommonMark renderer with tables shows it: complete, and nothing of a document is markup."""

from __future__ import annotations

import pytest

from careercraft.render import render
from careercraft.render.markdown_text import escape
from tests.render import sample_hostile as hostile
from tests.render.sample import all_samples
from tests.render.texts import markdown_page

SAMPLES = all_samples()


@pytest.mark.parametrize("text", [
    "# no heading", "- no list", "+ nor this", "= nor this", "1. not counted", "12) nor this", "> no quote",
    "*a* _b_ `c` ~~d~~ **e**", "[a](https://example.org)", "![a](b)", "<b>x</b> <script>alert(1)</script>",
    "| a | b |", "&amp; &lt;", "$x^2$", "back\\slash \\* \\", "---", "```", ": definition", "C# and C++",
    "-1", "9.5 years", "7.",
])  # fmt: skip
def test_text_stays_text(text: str) -> None:
    for source in (
        escape(text),
        f"- {escape(text)}",
        f"> {escape(text)}",
        f"| h |\n| --- |\n| {escape(text)} |",
    ):
        page = markdown_page(source)
        assert page.text.removeprefix("h").strip() == text
        allowed = {"p", "ul", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td"}
        assert {tag for tag, _ in page.elements} <= allowed


def test_without_escaping_the_check_fails() -> None:
    assert markdown_page("*a*").text != "*a*"


def test_hostile_text_makes_no_elements() -> None:
    page = markdown_page(render(SAMPLES["hostile"], "markdown"))
    assert not {"script", "img", "b", "i"} & {tag for tag, _ in page.elements}
    assert page.values("href") == []
    assert hostile.SCRIPT in page.text
    assert " ".join(hostile.MARKDOWN.split()) in page.text


def test_only_addresses_of_the_web_are_links() -> None:
    hrefs = markdown_page(render(SAMPLES["engineer"], "markdown")).values("href")
    assert len(hrefs) == 3
    assert all(href.startswith("https://") for href in hrefs)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_row_of_a_table_has_all_columns(name: str) -> None:
    page = markdown_page(render(SAMPLES[name], "markdown"))
    tables = [i for i, (tag, _) in enumerate(page.elements) if tag == "table"]
    for start, end in zip(tables, [*tables[1:], len(page.elements)], strict=True):
        tags = [tag for tag, _ in page.elements[start:end]]
        assert tags.count("td") == tags.count("th") * (tags.count("tr") - 1)
    assert tables
    assert "| :---" not in page.text
