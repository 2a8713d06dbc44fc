"""Word documents: order, lists, tables, changes, hidden text."""

from __future__ import annotations

from io import BytesIO

import docx as python_docx
import pytest

from careercraft.model.document import Document
from careercraft.read import read_bytes
from tests.read.conftest import texts
from tests.read.docx_writer import R, docx, paragraph, run, table


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


def test_three_short_cells_are_one_line_and_longer_ones_are_not() -> None:
    short = [paragraph("2019 – 2022"), paragraph("Acme Corp"), paragraph("Engineer")]
    long = [paragraph("Oslo"), paragraph("Acme Corp") + paragraph("Built it"), paragraph("Engineer")]
    assert texts(read(table(short))) == ["2019 – 2022  Acme Corp  Engineer"]
    assert texts(read(table(long))) == ["Oslo", "Acme Corp", "Built it", "Engineer"]


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


def linked(*body: str) -> list[tuple[str, str]]:
    relations = "<Relationship Id='rId5' TargetMode='External' Target='https://github.com/jane'/>"
    document = read_bytes(docx(*body, links=relations), "test.docx")
    return [(link.target, document.quote(link.span)) for link in document.links]


def test_hyperlink_keeps_where_it_leads() -> None:
    link = f"<w:hyperlink r:id='rId5' xmlns:r='{R}'>{run('Git')}{run('Hub')}</w:hyperlink>"
    assert linked(paragraph("Berlin, ", link, run(" and more"))) == [("https://github.com/jane", "GitHub")]


def test_hyperlink_fields_keep_where_they_lead() -> None:
    parts = [
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r>",
        "<w:r><w:instrText> HYPERLINK &quot;mailto:jane@example.org&quot; </w:instrText></w:r>",
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r>",
        run("write to me"),
        "<w:r><w:fldChar w:fldCharType='end'/></w:r>",
        run(" or not"),
    ]
    simple = f"<w:fldSimple w:instr='HYPERLINK https://example.org'>{run('site')}</w:fldSimple>"
    assert linked(paragraph(*parts), paragraph(simple)) == [
        ("mailto:jane@example.org", "write to me"),
        ("https://example.org", "site"),
    ]


def test_link_to_a_place_in_the_document_is_none() -> None:
    assert linked(paragraph(f"<w:hyperlink w:anchor='top'>{run('top')}</w:hyperlink>")) == []


def test_page_number_of_a_header_is_left_out() -> None:
    header = paragraph("Jane Doe") + paragraph("Page 1 of 2")
    assert texts(read(paragraph("Page 3 of the book"), header=header)) == ["Jane Doe", "Page 3 of the book"]


@pytest.mark.parametrize("date", ["2019 – 2022", "September 2019 – December 2022, and on"])
def test_bold_is_that_of_the_first_cell(date: str) -> None:
    body = paragraph(run("Acme", "<w:b/>"), "<w:r><w:tab/></w:r>", run(date))
    assert read(body).lines[0].bold
    assert read(paragraph(run(date), "<w:r><w:tab/></w:r>", run("Acme", "<w:b/>"))).lines[0].bold
    assert not read(paragraph(run("Acme"), "<w:r><w:tab/></w:r>", run("Springfield", "<w:b/>"))).lines[0].bold


def test_section_name_beside_one_long_paragraph_stays_a_line() -> None:
    text = "Warehouse supervisor with twelve years in cold storage and dispatch."
    assert texts(read(table([paragraph("Profile"), paragraph(text)]))) == ["Profile", text]


def test_name_in_the_right_cell_comes_before_the_contact_data() -> None:
    left = paragraph("Berlin") + paragraph("jane@example.org")
    right = paragraph("Jane Doe", style="H1") + paragraph("Nurse")
    big = run("Jane Doe", '<w:sz w:val="48"/>')
    assert texts(read(table([left, paragraph(big) + paragraph("Nurse")])))[:2] == ["Jane Doe", "Nurse"]
    assert texts(read(table([left, right])))[0] == "Jane Doe"
