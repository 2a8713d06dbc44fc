"""Saved pages: the posting without the page around it."""

from __future__ import annotations

import json

import pytest

from careercraft.model.document import Document
from careercraft.read import read_bytes, read_text
from tests.read.conftest import texts


def read(body: str, head: str = "") -> Document:
    return read_text(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>", "a.html", "html")


def test_blocks_lists_and_tables() -> None:
    document = read(
        "<h1>Nurse</h1><p>Care for <b>people</b>\n in <i>the</i> city.<br>Nights &amp; days</p>"
        "<ul><li>one</li><li><p>two</p><ul><li>inner</li></ul></li></ul><ol><li>a<li>b</ol>"
        "<table><tr><th>Pay</th><td>40 €</td></tr></table><p><strong>Benefits</strong></p>"
    )
    assert texts(document) == [
        "Nurse", "Care for people in the city.", "Nights & days", "• one", "• two", "• inner", "1. a", "2. b",
        "Pay  40 €", "Benefits",
    ]  # fmt: skip
    assert document.lines[0].heading == 1
    assert [line.bullet for line in document.lines[3:8]] == [True] * 5
    assert document.lines[-1].bold
    assert not document.lines[1].bold


def test_page_around_the_posting_goes() -> None:
    posting = "<h2>Baker</h2>" + "<p>Bake bread for the whole quarter every morning.</p>" * 6
    document = read(
        "<nav>Home Jobs</nav><div id='cookie-banner'>We use cookies</div><header><a>Logo</a></header>"
        f"<div class='content'>{posting}</div><section><h3>Similar jobs</h3><ul><li>Cook</li></ul></section>"
        "<form>Apply <input name=q></form><aside><a>Ad one</a> <a>Ad two</a></aside>"
        "<footer>© 2026 Privacy</footer><script>var x = 'script'</script><style>p{}</style>"
    )
    text = document.text
    assert "Bake bread" in text
    for word in ("Home", "cookies", "Cook\n", "Apply", "Ad one", "Privacy", "script"):
        assert word not in text


def test_main_is_preferred_when_it_holds_the_text() -> None:
    posting = "<p>Bake bread for the whole quarter.</p>" * 5
    assert "Other" not in read(f"<div>Other words</div><main>{posting}</main>").text
    assert "Bake" in read(f"<div>{posting}</div><main>x</main>").text


def test_resume_keeps_its_aside_and_footer() -> None:
    document = read(
        "<h1>Jane Doe</h1><aside><h2>Skills</h2><p>Python and SQL</p></aside><footer>Berlin, Germany</footer>"
    )
    assert texts(document) == ["Jane Doe", "Skills", "Python and SQL", "Berlin, Germany"]


@pytest.mark.parametrize(
    ("element", "reason"),
    [
        ("<p hidden>secret keyword</p>", "hidden_element"),
        ("<p style='display: none'>secret keyword</p>", "hidden_element"),
        ("<p style='visibility:hidden'>secret keyword</p>", "hidden_element"),
        ("<p style='opacity:.01'>secret keyword</p>", "hidden_element"),
        ("<p style='clip-path:inset(100%)'>secret keyword</p>", "hidden_element"),
        ("<p style='transform:scale(0)'>secret keyword</p>", "hidden_element"),
        ("<p style='height:0;overflow:hidden'>secret keyword</p>", "hidden_element"),
        ("<p style='color:rgba(0,0,0,0)'>secret keyword</p>", "color"),
        ("<p style='color:hsl(0 0% 100%)'>secret keyword</p>", "color"),
        ("<span style='font-size:0'>secret keyword</span>", "tiny"),
        ("<span style='font-size:1px'>secret keyword</span>", "tiny"),
        ("<span style='color:#fff'>secret keyword</span>", "color"),
        (
            "<div style='background:#222'><span style='color:rgb(34,34,34)'>secret keyword</span></div>",
            "color",
        ),
        ("<div style='position:absolute;left:-9999px'>secret keyword</div>", "off_page"),
        ("<p class='ghost'>secret keyword</p>", "hidden_element"),
    ],
)
def test_hidden_text(element: str, reason: str) -> None:
    document = read(f"<p>seen</p>{element}", "<style>.ghost, .x { display: none }</style>")
    assert document.text == "seen"
    assert [(item.text, item.reason) for item in document.hidden] == [("secret keyword", reason)]


@pytest.mark.parametrize(
    "element",
    [
        "<div style='background:#222;color:white'>seen</div>",
        "<p class='print'>seen</p>",
        "<p style='color:#777'>seen</p>",
        "<p style='font-size:9px'>seen</p>",
        "<p style='opacity:.9'>seen</p>",
        "<p style='transform:scale(1)'>seen</p>",
        "<p style='color:rgba(0,0,0,.8)'>seen</p>",
        "<p style='height:40px;overflow:hidden'>seen</p>",
    ],
)
def test_shown_text(element: str) -> None:
    document = read(element, "<style>@media print { .print { display: none } }</style>")
    assert document.text == "seen"
    assert not document.hidden


def job(**fields: str) -> str:
    return f"<script type='application/ld+json'>{json.dumps({'@graph': [{'@type': 'JobPosting', **fields}]})}</script>"


def test_job_posting_is_the_payload() -> None:
    document = read("<h1>Nurse</h1><p>Care for people</p>", job(title="Nurse", description="Care for people"))
    assert document.payload is not None
    assert document.payload["title"] == "Nurse"
    assert document.text == "Nurse\n\nCare for people"


@pytest.mark.parametrize(
    "description", ["<p>Care for</p><ul><li>people</li></ul>", "&lt;p>Care for&lt;/p>&lt;li>people&lt;/li>"]
)
def test_description_is_the_text_of_a_page_made_by_scripts(description: str) -> None:
    document = read("<div id=app>Loading</div>", job(title="Nurse", description=description))
    assert texts(document) == ["Nurse", "Care for", "• people"]
    assert document.lines[0].heading == 1


def test_broken_json_ld_is_passed_over() -> None:
    assert read("<p>Care for people</p>", "<script type='application/ld+json'>{oops</script>").payload is None


def test_declared_encoding() -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>Müller – Café</p></body></html>'
    assert read_bytes(page.encode("cp1252"), "a.html").text == "Müller – Café"
    wrong = page.replace("iso-8859-1", "no-such-charset")
    assert read_bytes(wrong.encode("utf-8"), "a.html").text == "Müller – Café"


def test_script_in_the_text_stays_text() -> None:
    assert read("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>").text == "<script>alert(1)</script>"


def test_rules_around_comments_and_blocks_are_known() -> None:
    """Only plain rules count: what is said for print or for narrow screens is not what the page shows."""
    sheet = (
        "@import url(x.css); .a{display:none} /* .b{display:none} */ @media print{.c{display:none} .d{color:red}}"
        " .e{display:none} /* no end .f{display:none}"
    )
    page = f"<!doctype html><style>{sheet}</style>" + "".join(
        f"<p class={name}>word {name}</p>" for name in "abcdef"
    )
    document = read_bytes(page.encode(), "a.html")
    assert [line for line in document.text.split("\n") if line] == ["word b", "word c", "word d", "word f"]
