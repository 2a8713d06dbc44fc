"""OpenDocument texts: structure, hidden words, tracked changes, and archives that are none."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from careercraft.errors import InputError
from careercraft.model.document import Document
from careercraft.read import read_bytes, read_path
from tests.read.conftest import FIXTURES, texts
from tests.read.odt_writer import MIMETYPE, odt, style

STYLED = [
    "Jana Nováková · jana@example.org", "Jana Nováková", "Zkušenosti", "2019 – 2022  Data Engineer, Brno Údaje",
    "• Built pipelines", "• Ran Airflow", "2016 – 2019  Analyst, Olomouc", "White on dark 😀 seen  other cell",
    "Visible  “quotes” – Žluťoučký Привет 日本", "1. First", "2. Second", "Tabbed  right", "second line",
    "References on request",
]  # fmt: skip
"""Of the documents that LibreOffice wrote: a header, headings, tables, lists, a tab, a line break, a footer."""
BULLETS = (
    '<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>'
    '<text:list-level-style-number text:level="2" style:num-format="1"/></text:list-style>'
    '<text:list-style style:name="Plain"><text:list-level-style-number text:level="1" style:num-format=""/>'
    "</text:list-style>"
)


def read(body: str, **parts: str) -> Document:
    return read_bytes(odt(body, **parts), "a.odt")


@pytest.mark.parametrize("name", ["styled.odt", "styled.rtf"])
def test_what_a_word_processor_wrote(name: str) -> None:
    document = read_path(FIXTURES / name)
    assert texts(document) == STYLED
    assert document.format == name[-3:]
    assert [line.heading for line in document.lines[:4]] == [0, 1, 1, 0]
    assert [line.bullet for line in document.lines[3:7]] == [False, True, True, False]
    assert document.lines[1].size > document.lines[2].size > document.lines[3].size == 1.0
    assert document.lines[2].bold
    assert [(item.reason, item.text) for item in document.hidden] == [
        ("color", "kubernetes terraform"), ("hidden_run", "vanished"), ("tiny", "tiny"),
    ]  # fmt: skip


def test_headings_and_spaces() -> None:
    document = read(
        '<text:h text:outline-level="2">Work</text:h><text:p>a<text:s text:c="3"/>b\n   c<text:tab/>d'
        "<text:line-break/>e</text:p>"
    )
    assert texts(document) == ["Work", "a  b c  d", "e"]
    assert [line.heading for line in document.lines] == [2, 0, 0]


def test_lists() -> None:
    inner = (
        "<text:list><text:list-item><text:p>x</text:p></text:list-item><text:list-item><text:p>y</text:p>"
        "</text:list-item></text:list>"
    )
    items = f"<text:list-item><text:p>a</text:p><text:p>more</text:p>{inner}</text:list-item>"
    document = read(
        f'<text:list text:style-name="L1">{items}<text:list-item><text:p>b</text:p></text:list-item></text:list>'
        '<text:list text:style-name="Plain"><text:list-item><text:p>c</text:p></text:list-item></text:list>',
        styles=BULLETS,
    )
    assert texts(document) == ["• a", "more", "1. x", "2. y", "• b", "c"]
    assert [line.indent for line in document.lines] == [0.0, 0.0, 1.0, 1.0, 0.0, 0.0]


def test_tracked_changes_and_comments() -> None:
    document = read(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>deleted</text:p></text:deletion>"
        '</text:changed-region></text:tracked-changes><text:p>kept <text:change-start text:change-id="1"/>'
        'inserted<text:change-end text:change-id="1"/><office:annotation><text:p>a remark</text:p>'
        "</office:annotation></text:p>"
    )
    assert document.text == "kept inserted"


def test_text_box_follows_its_paragraph() -> None:
    box = "<draw:frame><draw:text-box><text:p>in the box</text:p></draw:text-box></draw:frame>"
    assert texts(read(f"<text:p>before {box}after</text:p>")) == ["before after", "in the box"]


def test_a_resume_that_is_one_table() -> None:
    def cell(text: str) -> str:
        return f"<table:table-cell><text:p>{text}</text:p></table:table-cell>"

    rows = "".join(
        f"<table:table-row>{cell(left)}{cell(right)}<table:covered-table-cell/></table:table-row>"
        for left, right in (("2019 – 2022", "Nurse, Lindenhof"), ("2016 – 2019", "Helper, Auetal"))
    )
    table = f"<table:table><table:table-header-rows>{rows}</table:table-header-rows></table:table>"
    assert texts(read(table)) == ["2019 – 2022  Nurse, Lindenhof", "2016 – 2019  Helper, Auetal"]


def test_a_header_has_styles_of_its_own() -> None:
    page = (
        '<style:header><text:p text:style-name="P1">Jane Doe</text:p></style:header>'
        '<style:footer style:display="false"><text:p>not shown</text:p></style:footer>'
    )
    document = read('<text:p text:style-name="P1">Body</text:p>', page=page)
    assert [(document.quote(line.span), line.bold) for line in document.lines] == [
        ("Jane Doe", True),
        ("Body", False),
    ]


@pytest.mark.parametrize(
    ("styles", "reason"),
    [
        (style("T", 'text:display="none"'), "hidden_run"),
        (style("T", 'fo:color="#fefefe"'), "color"),
        (style("T", 'fo:font-size="1pt"'), "tiny"),
        (style("T", 'fo:font-size="10%"'), "tiny"),
        (style("Base", 'fo:color="#ffffff"') + style("T", 'fo:font-weight="bold"', parent="Base"), "color"),
    ],
)
def test_hidden_text(styles: str, reason: str) -> None:
    document = read('<text:p>seen <text:span text:style-name="T">secret</text:span></text:p>', styles=styles)
    assert document.text == "seen"
    assert [(item.text, item.reason) for item in document.hidden] == [("secret", reason)]


def test_hidden_section_and_field() -> None:
    document = read(
        '<text:section text:display="none"><text:p>secret one</text:p></text:section>'
        "<text:p>seen<text:hidden-text>secret two</text:hidden-text></text:p>"
    )
    assert document.text == "seen"
    assert [item.text for item in document.hidden] == ["secret one secret two"]


def test_white_on_a_dark_background_is_seen() -> None:
    styles = style("T", 'fo:color="#ffffff" fo:background-color="#203040"')
    assert (
        read('<text:p><text:span text:style-name="T">seen</text:span></text:p>', styles=styles).text == "seen"
    )


def test_links() -> None:
    document = read('<text:p>me: <text:a xlink:href="https://jane.example/">Portfolio</text:a></text:p>')
    assert [(link.target, document.quote(link.span)) for link in document.links] == [
        ("https://jane.example/", "Portfolio")
    ]


def test_encrypted() -> None:
    with pytest.raises(InputError, match="encrypted and needs a password") as caught:
        read("<text:p>x</text:p>", manifest="<manifest:encryption-data/>")
    assert "a.odt" in caught.value.message


def test_only_a_picture() -> None:
    with pytest.raises(InputError, match="only pictures"):
        read("<text:p><draw:frame><draw:image/></draw:frame></text:p>")


def archive(mimetype: str = MIMETYPE, **parts: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("mimetype", mimetype, zipfile.ZIP_STORED)
        for name, text in parts.items():
            file.writestr(name.replace("_", "."), text)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (archive(), r"it has no content\.xml"),
        (archive(content_xml="<a/>"), "it has no text body"),
        (archive(content_xml="<a>"), "its XML is broken"),
        (odt("<text:p>x</text:p>")[:300], "its archive is broken"),
        (archive(content_xml="\0" * 30_000_000), "zip bomb"),
        (b"plain words", "not an OpenDocument document"),
    ],
)
def test_what_is_no_document(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        read_bytes(data, "a.odt")
    assert "a.odt" in caught.value.message


def test_deep_nesting_ends() -> None:
    deep = "<text:section>" * 100 + "<text:p>deep</text:p>" + "</text:section>" * 100
    assert read(f"<text:p>top</text:p>{deep}").text == "top"


def test_a_spreadsheet_is_told_apart() -> None:
    with pytest.raises(InputError, match="no text document"):
        read_bytes(archive(MIMETYPE.replace("text", "spreadsheet")), "table.ods")
