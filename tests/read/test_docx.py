"""Word documents: order, lists, tables, changes, hidden text."""

from __future__ import annotations

from io import BytesIO

import docx as python_docx
import pytest

from careercraft.model.document import Document
from careercraft.read import read_bytes
from tests.read.conftest import texts
from tests.read.docx_writer import docx, paragraph, run, table


def read(*body: str, header: str = "") -> Document:
    return read_bytes(docx(*body, header=header), "test.docx")


def test_headings_lists_and_breaks() -> None:
    document = read(
        paragraph("Jane Doe", style="H1"),
        paragraph("Details", style="Sub"),
        paragraph("Berlin", "<w:r><w:tab/></w:r>", "Germany", "<w:r><w:br/></w:r>", "jane@example.org"),
        paragraph("Built it", number=1),
        paragraph("first", number=2),
        paragraph("second", number=2),
    )
    assert texts(document) == [
        "Jane Doe", "Details", "Berlin  Germany", "jane@example.org", "• Built it", "1. first", "2. second",
    ]  # fmt: skip
    assert [line.heading for line in document.lines] == [1, 1, 0, 0, 0, 0, 0]
    assert [line.bullet for line in document.lines] == [False, False, False, False, True, True, True]
    assert (document.lines[0].size, document.lines[0].bold, document.lines[2].bold) == (1.5, True, False)


def test_header_comes_first() -> None:
    assert texts(read(paragraph("body"), header=paragraph("Jane Doe"))) == ["Jane Doe", "body"]


def test_short_cell_joins_the_first_line_of_its_neighbour() -> None:
    body = table([paragraph("2019 – 2022"), paragraph("Acme Corp") + paragraph("Built it", number=1)])
    assert texts(read(body)) == ["2019 – 2022  Acme Corp", "• Built it"]


def test_layout_table_is_read_cell_by_cell() -> None:
    left = paragraph("Skills") + paragraph("Baking") + paragraph("Sugar")
    right = paragraph("Work") + paragraph("Hotel Aurora") + paragraph("Chef")
    assert texts(read(table([left, right]))) == ["Skills", "Baking", "Sugar", "Work", "Hotel Aurora", "Chef"]


def test_section_name_beside_its_content_stays_a_line() -> None:
    body = table([paragraph("EXPERIENCE"), paragraph("Acme Corp") + paragraph("Engineer")])
    assert texts(read(body)) == ["EXPERIENCE", "Acme Corp", "Engineer"]


def test_column_of_section_names_is_parted_from_its_content() -> None:
    body = table(
        [paragraph("Profile"), paragraph("Warehouse supervisor.")],
        [paragraph("Experience"), paragraph("Supervisor, Bolt Storage") + paragraph("Led 12 people")],
        [paragraph("Skills"), paragraph("Forklift operation")],
    )
    assert texts(read(body)) == [
        "Profile",
        "Warehouse supervisor.",
        "Experience",
        "Supervisor, Bolt Storage",
        "Led 12 people",
        "Skills",
        "Forklift operation",
    ]


def test_labels_of_a_list_of_skills_stay_beside_their_values() -> None:
    body = table(
        [paragraph("Languages"), paragraph("English, Spanish")],
        [paragraph("Tools"), paragraph("Excel")],
        [paragraph("Databases"), paragraph("SQLite")],
    )
    assert texts(read(body)) == ["Languages  English, Spanish", "Tools  Excel", "Databases  SQLite"]


def test_nested_table() -> None:
    inner = table([paragraph("a"), paragraph("b")])
    assert texts(read(table([paragraph("Outer") + inner, paragraph("x") + paragraph("y")]))) == [
        "Outer",
        "a  b",
        "x",
        "y",
    ]


def test_tracked_changes_are_read_as_accepted() -> None:
    body = paragraph(
        run("I "),
        f"<w:ins>{run('am')}</w:ins>",
        "<w:del><w:r><w:delText>was</w:delText></w:r></w:del>",
        run(" here"),
    )
    assert texts(read(body)) == ["I am here"]


def test_links_fields_and_content_controls_are_read() -> None:
    body = paragraph(
        f"<w:hyperlink>{run('site')}</w:hyperlink>",
        "<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>",
        f"<w:sdt><w:sdtContent>{run(' control')}</w:sdtContent></w:sdt>",
    )
    assert texts(read(body, f"<w:sdt><w:sdtContent>{paragraph('block')}</w:sdtContent></w:sdt>")) == [
        "site control",
        "block",
    ]


def test_text_box_is_read_once() -> None:
    box = "<w:txbxContent>" + paragraph("in the box") + "</w:txbxContent>"
    namespace = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    shape = (
        f'<w:r><mc:AlternateContent xmlns:mc="{namespace}">'
        f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(read(paragraph("before", shape), paragraph("after"))) == ["before", "in the box", "after"]


@pytest.mark.parametrize(
    ("properties", "reason"),
    [
        ("<w:vanish/>", "hidden_run"),
        ('<w:rStyle w:val="Ghost"/>', "hidden_run"),
        ('<w:color w:val="FFFFFF"/>', "color"),
        ('<w:sz w:val="2"/>', "tiny"),
        ('<w:color w:val="222222"/><w:shd w:fill="222222"/>', "color"),
    ],
)
def test_hidden_runs(properties: str, reason: str) -> None:
    document = read(paragraph("seen", run("secret keyword", properties)))
    assert document.text == "seen"
    assert [(item.text, item.reason) for item in document.hidden] == [("secret keyword", reason)]


@pytest.mark.parametrize(
    "properties",
    [
        '<w:vanish w:val="0"/>',
        '<w:color w:val="FFFFFF"/><w:shd w:fill="1F2D3D"/>',
        '<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>',
    ],
)
def test_shown_runs(properties: str) -> None:
    assert read(paragraph("seen", run(" too", properties))).text == "seen too"


def test_white_text_in_a_dark_cell_is_seen() -> None:
    white = run("Contact", '<w:color w:val="FFFFFF"/>')
    dark = f'<w:tcPr><w:shd w:fill="1F2D3D"/></w:tcPr>{paragraph(white)}'
    assert read(table([dark])).text == "Contact"


def test_document_written_by_python_docx() -> None:
    document = python_docx.Document()
    document.add_heading("Jane Doe", 0)
    document.add_paragraph("Built it", style="List Bullet")
    buffer = BytesIO()
    document.save(buffer)
    result = read_bytes(buffer.getvalue(), "made.docx")
    assert texts(result) == ["Jane Doe", "• Built it"]
    assert result.lines[0].heading == 1
