"""Markdown: marks go, words stay."""

from __future__ import annotations

import pytest

from careercraft.read import read_bytes, read_text
from tests.read.conftest import texts


def test_structure() -> None:
    document = read_text(
        "---\ntitle: x\n---\n# Jane **Doe**\nengineer\nin Berlin\n\nSkills\n------\n- Python\n  and Go\n* *Rust*\n\n"
        "> quoted\n\n***\n\n| A | B |\n|---|:-:|\n| 1 | 2 |\n\n```\ncode - here\n```\n**Acme Corp**\n<!-- no -->\n",
        "a.md",
        "markdown",
    )
    assert texts(document) == [
        "Jane Doe", "engineer", "in Berlin", "Skills", "- Python", "and Go", "* Rust", "quoted", "A  B", "1  2",
        "code - here", "Acme Corp",
    ]  # fmt: skip
    assert [line.heading for line in document.lines][:4] == [1, 0, 0, 2]
    assert [line.bullet for line in document.lines][4:7] == [True, False, True]
    assert document.lines[1].block == document.lines[2].block
    assert document.lines[4].block == document.lines[5].block != document.lines[6].block
    assert document.lines[-1].bold


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("[my site](https://x.org)", "my site (https://x.org)"),
        ("[x.org](https://x.org/)", "https://x.org/"),
        ("[mail](mailto:a@b.org)", "mail (a@b.org)"),
        ("[top](#top)", "top"),
        ("<https://x.org>", "https://x.org"),
        ("![photo](me.png) Jane", "Jane"),
        ("![Built with Python](badge.svg) Jane", "Built with Python Jane"),
        ("`code` and ``more``", "code and more"),
        ("snake_case_name stays", "snake_case_name stays"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("C\\# and \\*not\\*", "C# and *not*"),
        ("~~old~~ new<br>line", "old new line"),
        ("a < b and c > d", "a < b and c > d"),
    ],
)
def test_inline(raw: str, text: str) -> None:
    assert read_text(raw, "a.md", "markdown").text == text


def test_comments_go_and_one_without_an_end_stays() -> None:
    document = read_bytes(b"# Jane Doe\n\nnurse <!-- not\nthis --> in Bern\n\nand <!-- no end\n", "a.md")
    assert document.text.split("\n\n") == ["Jane Doe", "nurse  in Bern", "and <!-- no end"]
