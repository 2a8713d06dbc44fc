"""Reading order, rows, blocks and bullets of PDFs, on both engines."""

from __future__ import annotations

import ctypes
from typing import Any

import pytest

from careercraft.read import read_path
from careercraft.read.pdf import pdfium_calls
from careercraft.read.pdf.headings import side_headings_parted
from careercraft.read.pdf.pdfium_gaps import GapMeter, Word
from careercraft.read.pdf.runs import Run, Style
from careercraft.read.pdf.segment import Segment, with_letters_closed
from careercraft.read.pdf.spaces import Gaps, missed_spaces
from tests.read.conftest import FIXTURES, ReadPages, texts
from tests.read.pdf_writer import Page


def test_two_columns_are_read_one_after_the_other(read_pages: ReadPages) -> None:
    page = Page().text(200, 40, "Jane Doe", 24)
    page.lines(
        40, 90, "Experience of many years", "in kitchens large and small", "and a second paragraph", "of text"
    )
    page.lines(340, 95, "Skills", "Baking", "Sugar work", "Chocolate")
    lines = texts(read_pages(page))
    assert lines.index("of text") < lines.index("Skills")
    assert lines[0] == "Jane Doe"


def test_columns_are_told_from_rows_by_their_baselines(read_pages: ReadPages) -> None:
    page = Page()
    for number, (employer, year) in enumerate(
        [("Acme Corp", "2019"), ("Beta Ltd", "2016"), ("Gamma Inc", "2011")]
    ):
        page.text(40, 60 + 40 * number, employer).text(400, 60 + 40 * number, year)
        page.text(40, 73 + 40 * number, "did some work there")
    assert texts(read_pages(page))[:2] == ["Acme Corp  2019", "did some work there"]


def test_label_column_stays_with_its_values(read_pages: ReadPages) -> None:
    page = Page()
    for number, (label, values) in enumerate(
        [("Languages", "Python, Go"), ("Databases", "SQLite"), ("Tools", "Git"), ("Cloud", "None")]
    ):
        page.text(40, 60 + 14 * number, label).text(200, 60 + 14 * number, values)
    assert texts(read_pages(page)) == [
        "Languages  Python, Go",
        "Databases  SQLite",
        "Tools  Git",
        "Cloud  None",
    ]


def test_sidebar_on_the_grid_of_the_main_column(read_pages: ReadPages) -> None:
    page = Page().text(40, 40, "ROBIN ASHBY", 18)
    page.lines(
        40, 80, "CONTACT", "robin@example.com", "Reno, NV", "", "SKILLS", "Forklift", "Excel", "SAP WM"
    )
    page.lines(200, 80, "EXPERIENCE", "Supervisor", "Bolt Storage, Reno, NV", "• Led 12 people")
    page.text(344, 93, "Jan 2020 - Present")
    page.lines(200, 145, "Operator", "Acme Logistics, Sparks, NV", "• Loaded 20 trucks a day")
    page.text(344, 145, "Mar 2015 - Dec 2019")
    assert texts(read_pages(page)) == [
        "ROBIN ASHBY",
        "CONTACT",
        "robin@example.com",
        "Reno, NV",
        "SKILLS",
        "Forklift",
        "Excel",
        "SAP WM",
        "EXPERIENCE",
        "Supervisor  Jan 2020 - Present",
        "Bolt Storage, Reno, NV",
        "• Led 12 people",
        "Operator  Mar 2015 - Dec 2019",
        "Acme Logistics, Sparks, NV",
        "• Loaded 20 trucks a day",
    ]


def test_section_names_on_one_side_make_no_columns(read_pages: ReadPages) -> None:
    page = Page()
    page.lines(40, 60, "EXPERIENCE", "Acme Corp", "Beta Ltd", "EDUCATION", "Gamma College")
    page.lines(400, 73, "2019 - 2022", "2016 - 2019", "", "2011 - 2014")
    assert texts(read_pages(page)) == [
        "EXPERIENCE",
        "Acme Corp  2019 - 2022",
        "Beta Ltd  2016 - 2019",
        "EDUCATION",
        "Gamma College  2011 - 2014",
    ]


def test_stacked_date_is_not_part_of_the_list_item_beside_it(read_pages: ReadPages) -> None:
    page = Page().text(40, 60, "Acme Corp, Engineer").text(480, 60, "Springfield")
    page.text(44, 73, "• Built the thing that everybody uses").text(480, 73, "2019 - 2022")
    page.text(44, 86, "• Ran it")
    assert texts(read_pages(page)) == [
        "Acme Corp, Engineer  Springfield",
        "2019 - 2022",
        "• Built the thing that everybody uses",
        "• Ran it",
    ]


def test_row_after_a_list_is_no_part_of_it(read_pages: ReadPages) -> None:
    page = Page().text(40, 60, "• Built the thing")
    page.text(40, 75, "Beta Ltd").text(500, 75, "Paris").text(40, 88, "Clerk").text(500, 88, "2012 - 2016")
    page.text(40, 101, "• Kept the books")
    assert texts(read_pages(page)) == [
        "• Built the thing",
        "Beta Ltd  Paris",
        "Clerk  2012 - 2016",
        "• Kept the books",
    ]


def test_stacked_date_on_the_left_goes_on_with_the_first(read_pages: ReadPages) -> None:
    page = Page().text(40, 60, "2019 -").text(140, 60, "Acme Corp, Engineer")
    page.text(40, 73, "present").text(140, 73, "• Built the thing").text(140, 86, "• Ran it")
    assert texts(read_pages(page)) == ["2019 - present  Acme Corp, Engineer", "• Built the thing", "• Ran it"]


def test_section_names_in_a_column_of_their_own_become_lines(read_pages: ReadPages) -> None:
    page = Page()
    for number, name in enumerate(["Work", "School"]):
        page.text(40, 60 + 60 * number, name, font="F2")
        page.lines(160, 60 + 60 * number, f"Place {number}", "from then to now", "doing many things")
    assert texts(read_pages(page)) == [
        "Work", "Place 0", "from then to now", "doing many things",
        "School", "Place 1", "from then to now", "doing many things",
    ]  # fmt: skip


def cell(text: str, x: float, *, bold: bool = False) -> Segment:
    style = Style(0, 1.0, False, bold, "F")
    return Segment([Run(text, x, 0, x + 5.0 * len(text), 10, 8, 10, style)], x, x + 5.0 * len(text), 8, 10)


@pytest.mark.parametrize(("second", "named"), [("EDUCATION", True), ("ACME CORP", False)])
def test_sections_told_by_capitals_alone_beside_bold_entries_with_dates(second: str, named: bool) -> None:
    """The entries' own rows look like names beside their dates."""
    rows = [
        [cell(name, 0), cell("Reader", 80, bold=True), cell("2015 - 2017", 300)]
        for name in ("EXPERIENCE", second)
    ]
    bold = [cell("Cataloger", 80, bold=True), cell("2011 - 2014", 300)]
    text = [cell("Wrote headings with three committees", 80)]
    page = [rows[0], text, text, bold, text, rows[1], text, bold, text]
    parted = [row[0].text for row in side_headings_parted(page) if len(row) == 1]
    assert (rows[0][0].text in parted) is named


def test_two_columns_of_list_items_are_columns(read_pages: ReadPages) -> None:
    page = Page()
    for number, (left, right) in enumerate([("one", "two"), ("three", "four"), ("five", "six")]):
        page.text(40, 60 + 14 * number, f"• {left}").text(300, 60 + 14 * number, f"• {right}")
    assert texts(read_pages(page)) == ["• one", "• three", "• five", "• two", "• four", "• six"]


def test_heading_after_two_columns_comes_after_both(read_pages: ReadPages) -> None:
    page = Page().lines(40, 60, "left one", "left two", "left three", "left four", leading=14)
    page.lines(300, 66, "right one", "right two", "right three", leading=14).text(40, 130, "Experience")
    page.text(40, 150, "a line of the work history that goes over the whole width of the page and no less")
    assert texts(read_pages(page))[3:8] == [
        "left four",
        "right one",
        "right two",
        "right three",
        "Experience",
    ]


def test_wrapped_list_item_is_one_block(read_pages: ReadPages) -> None:
    page = (
        Page()
        .text(40, 60, "•")
        .text(52, 60, "Led a team of nine people who built the new billing system of the")
    )
    page.text(52, 73, "whole company").text(40, 86, "•").text(52, 86, "Hired two")
    document = read_pages(page)
    assert [(line.block, line.bullet) for line in document.lines] == [(1, True), (1, False), (2, True)]
    assert texts(document)[0].startswith("• Led")


def test_short_lines_are_blocks_of_their_own(read_pages: ReadPages) -> None:
    document = read_pages(Page().lines(40, 60, "Jane Doe", "Berlin", "jane@example.org"))
    assert len({line.block for line in document.lines}) == 3


def test_gap_parts_blocks_by_an_empty_line(read_pages: ReadPages) -> None:
    page = Page().lines(40, 60, "First", "Second").lines(40, 120, "Third")
    assert read_pages(page).text == "First\nSecond\n\nThird"


def test_size_and_bold_are_relative_to_the_body(read_pages: ReadPages) -> None:
    page = Page().text(40, 60, "Heading", 15, font="F2")
    page.lines(40, 90, "a long line of body text that sets the size", "and a second one of the same size")
    heading, body, _ = read_pages(page).lines
    assert (heading.size, heading.bold, body.size, body.bold) == (1.5, True, 1.0, False)


@pytest.mark.parametrize("spacing", [3, 6])
def test_letter_spaced_heading_is_closed(read_pages: ReadPages, spacing: float) -> None:
    page = Page().text(40, 60, "EXPERIENCE", 11, spacing=spacing)
    page.lines(40, 90, "plain words stay as they are", "in every line of the page")
    assert texts(read_pages(page))[0] == "EXPERIENCE"


WIDTHS = dict.fromkeys("onueg", 0.556) | {
    "V": 0.667,
    "l": 0.222,
    "i": 0.222,
    "t": 0.278,
    "r": 0.333,
    " ": 0.278,
}
"""Of Helvetica's letters, in font sizes."""


def by_letter(page: Page, x: float, y: float, text: str, gap: float = 0.0) -> None:
    """Each letter by itself, as browsers place them, in size 10 with `gap` points after each."""
    for letter in text:
        if letter != " ":
            page.text(x, y, letter)
        x += 10 * WIDTHS[letter] + gap


def test_letter_spaced_heading_beside_plain_text_has_no_inner_spaces(read_pages: ReadPages) -> None:
    page = Page()
    for number in range(4):
        by_letter(page, 40, 100 + 20 * number, "neutron glue in rig net rein or tin tutoring in ring to")
    by_letter(page, 40, 60, "Volunteering", gap=1.1)
    by_letter(page, 160, 60, "urn or tin glue in neutron ring net rein rig rut ton greet utter")
    lines = texts(read_pages(page))
    assert lines[0] == "Volunteering  urn or tin glue in neutron ring net rein rig rut ton greet utter"


def test_letter_that_is_mostly_kerned_has_no_space_where_it_is_not() -> None:
    gaps = Gaps()
    widths = [("T", -0.18)] * 6 + [("n", 0.0)] * 12 + [("T", -0.06), ("n", 0.25)]
    for index, (letter, width) in enumerate(widths):
        gaps.add(index, letter, width, 0)
    assert missed_spaces(gaps) == {19}


@pytest.mark.parametrize(
    ("inside", "missed"),
    [([-0.18] * 10, {22}), ([-0.18] * 5, set()), ([-0.18, -0.13, -0.1, -0.15] * 3, set())],
    ids=["hangs-over", "few", "kerned"],
)
def test_narrow_space_after_a_letter_that_hangs_over(inside: list[float], missed: set[int]) -> None:
    """In Word an f hangs over whatever follows, and j hangs back: "of journal" has a narrow space between."""
    gaps = Gaps()
    widths = [("f", width) for width in inside] + [("n", 0.0)] * 12 + [("f", 0.0)]
    for index, (letter, width) in enumerate(widths):
        gaps.add(index, letter, width, 0)
    assert missed_spaces(gaps) == missed


def test_word_broken_into_letters_and_pieces_is_closed() -> None:
    style = Style(0, 1.0, False, False, "F")
    places = [("P", 0), ("U", 7), ("B", 14), ("LIC", 21), ("S", 42)]
    runs = [Run(text, x, 0, x + 6.9 * len(text), 10, 8, 10, style) for text, x in places]
    assert [run.text for run in with_letters_closed(runs)] == ["PUBLICS"]


class Box(ctypes.Structure):
    _fields_ = [(side, ctypes.c_float) for side in ("left", "right", "top", "bottom")]


@pytest.mark.parametrize(("height", "measured"), [(9.0, [1, 3]), (14.0, [1, 2, 3])])
def test_gap_after_a_ligature_is_not_measured(
    monkeypatch: pytest.MonkeyPatch, height: float, measured: list[int]
) -> None:
    """pdfium gives its letters parts of the glyph's outline, lower than a line, which end before the next letter."""
    boxes = [(0.0, 2.8, height), (2.8, 5.6, height), (7.0, 10.0, 14.0), (10.0, 17.0, 14.0)]

    def loose_box(page: int, index: int, at: Any) -> None:
        at._obj.left, at._obj.right, at._obj.top = boxes[index]
        at._obj.bottom = 0.0

    monkeypatch.setattr(pdfium_calls, "loose_box", loose_box)
    meter = GapMeter(0, "film", Box())
    meter.measure(Word(0, 3, 1, 2, 0), 12.0)
    assert meter.gaps.indices == measured


def test_letters_that_touch_are_a_word(read_pages: ReadPages) -> None:
    """pdfium takes few words that stand one under the other for a line written downwards."""
    page = Page()
    for number, word in enumerate(["Vert", "Vigor", "Violin", "Ring"]):
        by_letter(page, 360, 40 + 300 * (number % 2) + 15 * number, word.replace("R", "V"))
    assert texts(read_pages(page)) == ["Vert", "Violin", "Vigor", "Ving"]


def test_hyphen_is_joined_only_when_the_whole_word_stands_elsewhere(read_pages: ReadPages) -> None:
    page = Page().lines(
        40, 60,
        "Worked on the development of engines and the develop-",
        "ment of gearboxes in a small team that was truly self-",
        "motivated and quick to learn from its many errors here",
    )  # fmt: skip
    lines = texts(read_pages(page))
    assert lines[0].endswith("the development")
    assert lines[1].endswith("self-")


def test_turned_text_comes_after_the_upright(read_pages: ReadPages) -> None:
    page = Page().lines(100, 60, "Jane Doe", "Engineer of many things", "Berlin")
    page.text(30, 500, "CURRICULUM VITAE", 14, angle=90)
    assert texts(read_pages(page)) == ["Jane Doe", "Engineer of many things", "Berlin", "CURRICULUM VITAE"]


def test_turned_page_reads_as_displayed(read_pages: ReadPages) -> None:
    page = Page(rotate=90)  # displayed with its left edge on top
    page.text(40, 760, "First line of the page", 12, angle=90).text(
        60, 760, "Second line of it", 12, angle=90
    )
    assert texts(read_pages(page)) == ["First line of the page", "Second line of it"]


def test_sidebar_over_two_pages_comes_after_the_main_column(read_pages: ReadPages) -> None:
    pages = []
    for number in (1, 2):
        main = [f"main {number}.{line} words that fill the column well" for line in range(44)]
        side = [f"side {number}.{line}" for line in range(6)]
        pages.append(Page().lines(40, 80, *main, leading=14).lines(400, 87, *side, leading=17))
    document = read_pages(*pages)
    order = [line.split(".")[0] for line in texts(document)]
    assert order == ["main 1"] * 44 + ["main 2"] * 44 + ["side 1"] * 6 + ["side 2"] * 6
    assert [line.span.page for line in document.lines] == [1] * 44 + [2] * 44 + [1] * 6 + [2] * 6


def test_sidebar_of_the_first_page_alone_comes_before_a_page_of_full_width(read_pages: ReadPages) -> None:
    first = Page().lines(40, 60, *["main words that fill the column well" for _ in range(48)], leading=14)
    first.lines(400, 67, *["side"] * 6, leading=17)
    wide = "a line of the second page that is as wide as both of the columns of the first page are, and wider still"
    assert texts(read_pages(first, Page().lines(40, 60, wide, wide)))[-3:] == ["side", wide, wide]


def test_page_numbers_and_repeated_heads_go(read_pages: ReadPages) -> None:
    pages = [
        Page()
        .text(40, 30, "Jane Doe - CV")
        .lines(40, 100, f"Body text of page {word}")
        .text(280, 780, f"Page {number} of 2")
        for number, word in enumerate(["one", "two"], 1)
    ]
    document = read_pages(*pages)
    assert texts(document) == ["Jane Doe - CV", "Body text of page one", "Body text of page two"]
    assert [line.span.page for line in document.lines] == [1, 1, 2]


def test_dates_in_the_margin_are_no_page_numbers(read_pages: ReadPages) -> None:
    pages = [Page().text(40, 30, f"{year} - {year + 2}").text(40, 100, "Some place") for year in (2012, 2008)]
    assert texts(read_pages(*pages)) == ["2012 - 2014", "Some place", "2008 - 2010", "Some place"]


def test_numbered_heads_go(read_pages: ReadPages) -> None:
    heads = [Page().text(40, 30, f"Jane Doe ({number}/2)") for number in (1, 2)]
    pages = [page.text(40, 100, f"Body {word}") for page, word in zip(heads, ("one", "two"), strict=True)]
    assert texts(read_pages(*pages)) == ["Body one", "Body two"]


def test_ligatures_known_by_their_names_alone_are_letters(read_pages: ReadPages) -> None:
    page = Page().text(40, 60, "o\x03ce \x01rst \x02ow wa\x04e", font="F5")
    assert texts(read_pages(page)) == ["office first flow waffle"]


def test_wide_spaces_of_justified_text_are_spaces(read_pages: ReadPages) -> None:
    page = Page().lines(40, 200, *["plain words that have usual spaces in every line"] * 4)
    for number in range(4):
        for x in (40, 72, 104):  # 0.7 of the font size between the words
            page.text(x, 60 + 13 * number, "moon")
    assert texts(read_pages(page))[:4] == ["moon moon moon"] * 4


def test_symbol_font_letters_are_bullets(read_pages: ReadPages) -> None:
    page = Page().text(40, 60, "\xb7", font="F3").text(52, 60, "Item of a list")
    document = read_pages(page)
    assert texts(document) == ["• Item of a list"]
    assert document.lines[0].bullet


def test_drawn_bullet_is_written(read_pages: ReadPages) -> None:
    page = (
        Page().rectangle(40, 55, 3, 3, (0, 0, 0)).text(50, 60, "Item of a list").text(50, 73, "no item here")
    )
    assert texts(read_pages(page))[0] == "• Item of a list"


def test_row_of_dots_is_a_rating_and_no_bullet(read_pages: ReadPages) -> None:
    page = Page().text(50, 60, "Python")
    for number in range(5):
        page.rectangle(100 + 6 * number, 55, 3, 3, (0, 0, 0))
    assert texts(read_pages(page.text(135, 60, "very good"))) == ["Python  very good"]


@pytest.mark.parametrize("name", ["sidebar", "columns", "datecolumn"])
def test_browser_made_resume_reads_as_expected(engine: str, name: str) -> None:
    document = read_path(FIXTURES / f"{name}.pdf", engine=engine)  # type: ignore[arg-type]
    assert document.text == (FIXTURES / f"{name}.txt").read_text(encoding="utf-8").rstrip("\n")


def test_main_column_comes_before_a_sidebar_on_its_left(engine: str) -> None:
    lines = texts(read_path(FIXTURES / "sidebar.pdf", engine=engine))  # type: ignore[arg-type]
    assert lines[0] == "Rosa Lindqvist"
    assert lines.index("EDUCATION") < lines.index("CONTACT") < lines.index("Triage")


def test_dates_under_the_section_names_of_a_left_column(read_pages: ReadPages) -> None:
    """The names are larger and hang between the baselines beside them; each comes before its contents, and a date
    stays with what stands beside it."""
    page = Page()
    for y, name in ((68, "Experience"), (192, "Education"), (242, "Languages")):
        page.text(40, y, name, 14)
    for y, date in ((84, "2019 to 2022"), (120, "2016 to 2018"), (208, "2012 to 2015")):
        page.text(40, y, date, 8)
    page.lines(220, 60, "Cook at the Harbor Grill of the town", leading=13)
    page.text(220, 80, "Fish for a hundred guests a night").text(
        220, 120, "Baker at the Blue Door of the town"
    )
    page.lines(220, 133, "Bread and rolls for the village", "and cakes for all its weddings")
    page.text(220, 184, "Bachelor of Arts, Lund University").text(
        220, 200, "with a thesis on bread and butter"
    )
    page.text(220, 234, "Swedish: Native").text(220, 247, "English: Fluent")
    lines = texts(read_pages(page))
    order = [next(i for i, line in enumerate(lines) if word in line) for word in (
        "Experience", "Harbor", "2019", "2016", "Education", "Lund", "2012", "Languages", "Swedish", "English",
    )]  # fmt: skip
    assert order == sorted(order)
    assert next(line for line in lines if "2016" in line).endswith("Baker at the Blue Door of the town")


SIDE = ["Lesson planning", "Differentiated", "Instruction", "Assessment", "Phonics", "Class management"]


@pytest.mark.parametrize(
    ("steps", "lines"),
    [
        ([17, 11, 17, 17, 17], ["Lesson planning", "Differentiated Instruction", *SIDE[3:]]),
        ([17, 11, 17, 11, 17], SIDE),
        ([17, 15, 17, 17, 17], SIDE),
    ],
    ids=["wrapped", "entries-of-two-lines", "nearly-even"],
)
def test_item_of_a_narrow_list_in_two_lines(
    read_pages: ReadPages, steps: list[int], lines: list[str]
) -> None:
    page, y = Page(), 60
    for text, step in zip(SIDE, [0, *steps], strict=True):
        y += step
        page.text(40, y, text)
    page.lines(200, 54, *["plain words that fill the lines of the main column of this page"] * 8)
    assert texts(read_pages(page))[: len(lines)] == lines
