"""Tables, cards and headings in the margin: cells are read whole, on both engines."""

from __future__ import annotations

import pytest

from careercraft.read import read_path
from tests.read.conftest import FIXTURES, ReadPages, texts
from tests.read.pdf_writer import Page


def work_table(*, rules: bool) -> Page:
    page = Page()
    rows = [
        ("Jan 2019 -", "Present", "Acme Corporation", "of North America", "Leads the team that built"),
        ("May 2016 -", "Dec 2018", "Beta Laboratories", "Limited", "Looked after the machines"),
    ]
    for number, (start, end, employer, more, duty) in enumerate(rows):
        y = 60 + (27 if rules else 40) * number
        page.lines(40, y, start, end).lines(118, y, employer, more).lines(215, y, duty, "and their software")
        if rules:
            page.rule(40, y + 16, 500, 0)
    return page


@pytest.mark.parametrize("rules", [False, True])
def test_wrapped_cells_are_joined(read_pages: ReadPages, rules: bool) -> None:
    assert texts(read_pages(work_table(rules=rules))) == [
        "Jan 2019 - Present  Acme Corporation of North America  Leads the team that built and their software",
        "May 2016 - Dec 2018  Beta Laboratories Limited  Looked after the machines and their software",
    ]


def test_columns_that_only_share_a_few_baselines_are_no_table(read_pages: ReadPages) -> None:
    page = Page().lines(40, 60, "Skills", "Baking of bread", "and of cakes", "", "Languages", "German")
    page.lines(
        300, 60, "Work", "Hotel Aurora in the old town, where", "we served two hundred guests", "a day and"
    )
    page.lines(300, 112, "as many more on each Sunday", "Inn of the Star")
    lines = texts(read_pages(page))
    assert lines.index("German") < lines.index("Work")


def test_entry_beside_its_place_and_dates(read_pages: ReadPages) -> None:
    page = Page()
    for y, name in ((60, "Acme Corp"), (140, "Beta Ltd")):
        page.lines(40, y, name, "Springfield", "2016 - 2019")
        page.text(200, y, "Engineer").text(
            200, y + 13, "\u2022 Built the machine that everybody wanted and then"
        )
        page.text(208, y + 26, "sold it").text(200, y + 39, "\u2022 Ran it")
    assert texts(read_pages(page))[:7] == [
        "Acme Corp",
        "Springfield",
        "2016 - 2019",
        "Engineer",
        "\u2022 Built the machine that everybody wanted and then",
        "sold it",
        "\u2022 Ran it",
    ]


def test_cards_are_read_one_after_the_other(read_pages: ReadPages) -> None:
    page = Page().text(40, 60, "Baking", font="F2").text(200, 60, "Serving", font="F2")
    page.lines(40, 73, "Bread", "Cakes").lines(200, 73, "Wine")
    assert texts(read_pages(page)) == ["Baking", "Bread", "Cakes", "Serving", "Wine"]


def test_entry_with_place_and_date_is_no_card(read_pages: ReadPages) -> None:
    page = Page().text(40, 60, "Acme Corp", font="F2").text(300, 60, "Springfield", font="F2")
    page.text(40, 73, "Engineer").text(300, 73, "2016 - 2019")
    assert texts(read_pages(page)) == ["Acme Corp  Springfield", "Engineer  2016 - 2019"]


def test_section_names_in_the_margin_come_before_their_content(read_pages: ReadPages) -> None:
    page = Page()
    for y, name in ((80, "Experience"), (160, "Education")):
        page.text(40, y, name, 18).text(180, y - 2, f"Place of {name.lower()}", 14, font="F2")
        page.lines(180, y + 14, "2016 - 2019", "a line of text", "and one more")
    page.text(180, 40, "Jane Doe", 24)
    lines = texts(read_pages(page))
    assert lines[:3] == ["Jane Doe", "Experience", "Place of experience"]
    assert lines[6:8] == ["Education", "Place of education"]


def test_dates_at_the_right_are_no_column(read_pages: ReadPages) -> None:
    page = Page()
    for number, year in enumerate((2019, 2016, 2013)):
        y = 60 + 50 * number
        page.text(40, y, f"Employer {number}", 12, font="F2").text(
            400, y - 3, f"05/{year} - 04/{year + 3}", 8
        )
        page.lines(40, y + 13, "Engineer", "did this and that")
    assert texts(read_pages(page))[:3] == [
        "Employer 0  05/2019 - 04/2022",
        "Engineer",
        "did this and that",
    ]


def test_title_wrapped_beside_its_date_is_one_line(read_pages: ReadPages) -> None:
    page = Page().text(40, 60, "Bachelor of Engineering at Cork Institute of").text(260, 60, "2011 - 2015")
    page.text(40, 73, "Technology").text(40, 86, "With honors")
    assert texts(read_pages(page)) == [
        "Bachelor of Engineering at Cork Institute of Technology  2011 - 2015",
        "With honors",
    ]


def test_two_entries_on_one_row_are_parted_where_the_second_date_stands_under_them(
    read_pages: ReadPages,
) -> None:
    page = (
        Page()
        .text(40, 60, "University of Bradford")
        .text(200, 60, "2013 - 2016")
        .text(320, 60, "Leeds City College")
    )
    page.text(40, 80, "2011 - 2013").text(40, 100, "Languages")
    assert texts(read_pages(page))[:2] == [
        "University of Bradford  2013 - 2016",
        "Leeds City College  2011 - 2013",
    ]


def test_row_of_a_table_with_its_date_in_the_middle_stays_whole(read_pages: ReadPages) -> None:
    page = Page().text(40, 60, "Acme Corp").text(200, 60, "2013 - 2016").text(320, 60, "Engineer")
    page.text(40, 80, "Beta Ltd").text(200, 80, "2011 - 2013").text(320, 80, "Clerk")
    assert texts(read_pages(page)) == ["Acme Corp  2013 - 2016  Engineer", "Beta Ltd  2011 - 2013  Clerk"]


def test_lists_under_two_headings_that_stand_alone_are_not_joined_over_them(read_pages: ReadPages) -> None:
    page = Page().text(40, 40, "Skills", 13)
    for x, items in ((40, "abc"), (240, "def"), (440, "ghi")):
        page.lines(x, 60, *[f"{letter * 5}" for letter in items])
    page.text(40, 120, "Experience", 13).lines(40, 140, "Engineer", "Acme Corp")
    page.lines(460, 140, "2016 - 2019", "Springfield")
    assert texts(read_pages(page))[-3:] == ["Experience", "Engineer  2016 - 2019", "Acme Corp  Springfield"]


def test_bullet_beside_an_entry_begins_a_line(read_pages: ReadPages) -> None:
    page = Page().text(40, 60, "Nurse").text(150, 60, "2018 - 2021")
    page.text(280, 60, "\u2022 Gave care on two weekend shifts a month")
    assert texts(read_pages(page)) == ["Nurse  2018 - 2021", "\u2022 Gave care on two weekend shifts a month"]


def test_tags_are_parted_and_justified_words_are_not(read_pages: ReadPages) -> None:
    page = Page().text(40, 60, "Python").text(79, 60, "Go").text(100, 60, "SQL")
    for y in (100, 113, 126):
        page.text(40, y, "plain words that fill the line").text(180, y, "and have usual spaces")
    for y, words in ((160, "one two three"), (173, "four five six"), (186, "seven eight nine")):
        for x, word in zip((40, 79, 118), words.split(), strict=True):
            page.text(x if x < 118 else 150 - 5 * len(word), y, word)
    lines = texts(read_pages(page))
    assert lines[0] == "Python  Go  SQL"


def test_longer_of_two_lists_keeps_its_last_item(read_pages: ReadPages) -> None:
    page = Page().lines(40, 60, *[f"\u2022 {word}" for word in ("QGIS", "Python", "Maps", "Fields")])
    page.lines(300, 60, *[f"\u2022 {word}" for word in ("Lectures", "Courses", "Grants")])
    lines = texts(read_pages(page.text(40, 130, "Career History")))
    assert lines.index("\u2022 Fields") < lines.index("\u2022 Lectures")


def test_dot_on_a_timeline_is_no_bullet(read_pages: ReadPages) -> None:
    page = Page().rectangle(40, 55, 3, 3, (0, 0, 0)).rule(41, 40, 0, 60).text(50, 60, "Engineer, Acme")
    assert texts(read_pages(page)) == ["Engineer, Acme"]


def test_name_on_two_lines_is_one_block(read_pages: ReadPages) -> None:
    page = Page().text(40, 40, "Imani", 24).text(40, 66, "Reyes", 24)
    document = read_pages(page.lines(40, 100, "Analyst of many years in the food trade", "Oakland"))
    assert document.lines[0].block == document.lines[1].block != document.lines[2].block


def test_bold_and_size_are_those_of_the_first_cell_that_is_no_date(read_pages: ReadPages) -> None:
    page = (
        Page()
        .text(40, 60, "2011 - 2015")
        .text(140, 60, "Nurse", 14, font="F2")
        .text(300, 60, "Springfield, IL")
    )
    page.lines(40, 80, *["a line of the body that is longer than the others"] * 3)
    first = read_pages(page).lines[0]
    assert (first.bold, first.size) == (True, 1.4)


def test_cards_with_dates_are_read_one_after_the_other(read_pages: ReadPages) -> None:
    page = Page().text(40, 60, "Engineer", font="F2").text(300, 60, "Clerk", font="F2")
    page.lines(40, 73, "Acme Corp", "2016 - 2019", "\u2022 Built it").lines(
        300, 73, "Beta Ltd", "2012 - 2016"
    )
    assert texts(read_pages(page)) == [
        "Engineer", "Acme Corp", "2016 - 2019", "\u2022 Built it", "Clerk", "Beta Ltd", "2012 - 2016",
    ]  # fmt: skip


def label_page(*labels: tuple[float, float, str]) -> Page:
    page = Page()
    for x, y, text in labels:
        page.text(x, y, text, 9)
    for y, title in ((80, "Engineer"), (130, "Clerk"), (180, "Porter")):
        page.text(160, y, title, font="F2").lines(
            160, y + 13, "Acme Corp, Springfield", "did this and that there"
        )
    return page


def test_dates_in_the_margin_go_on_the_lines_beside_them(read_pages: ReadPages) -> None:
    page = label_page(
        (70, 60, "EXPERIENCE"), (75, 79, "Apr. \u201920 to now"), (60, 129, "Sept. 2015 \u2013 Dec."),
        (120, 140, "2017"), (90, 179, "2012 \u2013 2015"),
    )  # fmt: skip
    assert texts(read_pages(page)) == [
        "EXPERIENCE",
        "Apr. \u201920 to now  Engineer",
        "Acme Corp, Springfield",
        "did this and that there",
        "Sept. 2015 \u2013 Dec. 2017  Clerk",
        "Acme Corp, Springfield",
        "did this and that there",
        "2012 \u2013 2015  Porter",
        "Acme Corp, Springfield",
        "did this and that there",
    ]


def test_wrapped_heading_among_labels_is_one_line(read_pages: ReadPages) -> None:
    page = label_page(
        (50, 50, "PROFESSIONAL"), (50, 61, "EXPERIENCE"), (50, 79, "2019 -"), (50, 129, "2016 - 2019"),
        (50, 179, "2012 - 2015"),
    )  # fmt: skip
    lines = texts(read_pages(page))
    assert lines[:2] == ["PROFESSIONAL EXPERIENCE", "2019 -  Engineer"]


def test_contact_data_beside_the_name_come_before_the_columns(read_pages: ReadPages) -> None:
    page = Page().text(40, 60, "Leila Haddad", 26).text(40, 80, "Engineer")
    page.lines(420, 48, "leila@example.org", "(503) 555-0147", "Portland")
    page.text(40, 120, "EXPERIENCE").text(420, 120, "SKILLS")
    page.lines(
        40, 139, "Acme Corp, a firm of many engineers", "2016 to 2019", "Built the machine", "and ran it"
    )
    page.lines(420, 136, "Baking", "Sugar work", "Chocolate", leading=15)
    assert texts(read_pages(page))[:6] == [
        "Leila Haddad", "Engineer", "leila@example.org", "(503) 555-0147", "Portland", "EXPERIENCE",
    ]  # fmt: skip


def test_cells_under_the_name_stay_a_row(read_pages: ReadPages) -> None:
    page = Page().text(40, 60, "Leila Haddad", 26)
    page.text(40, 80, "leila@example.org").text(200, 80, "(503) 555-0147").text(340, 80, "Portland")
    page.lines(40, 120, *[f"a line of the body, number {number}" for number in range(8)])
    assert texts(read_pages(page))[1] == "leila@example.org  (503) 555-0147  Portland"


def test_heading_wrapped_in_a_narrow_column_is_one_line(read_pages: ReadPages) -> None:
    page = Page().text(40, 60, "CENTRES", 12, font="F2").text(40, 75, "D'INT\xc9R\xcaT", 12, font="F2")
    page.lines(40, 95, "Voile et marche", "Lecture", "Cuisine")
    assert texts(read_pages(page))[0] == "CENTRES D'INT\xc9R\xcaT"


def test_headings_that_would_fit_on_one_line_are_two(read_pages: ReadPages) -> None:
    page = Page().text(40, 60, "ACME", 12, font="F2").text(40, 75, "CLERK", 12, font="F2")
    page.lines(40, 95, "a line that shows how wide it is", "and another one here")
    assert texts(read_pages(page))[:2] == ["ACME", "CLERK"]


def test_small_capitals_have_the_size_of_the_large_ones(read_pages: ReadPages) -> None:
    page = Page().text(40, 60, "D", 13).text(49.5, 60, "EGREES", 9)
    page.lines(40, 90, "a line of body text, and one more beside", "it, to show the usual size")
    heading = read_pages(page).lines[0]
    assert heading.size == 1.3


def test_sidebar_painted_on_every_page_is_read_once(read_pages: ReadPages) -> None:
    side = ["Baking", "Sugar work", "Chocolate", "Ice cream", "Bread"]
    pages = []
    for number in (1, 2):
        main = [f"main {number}.{line} words that fill the column well" for line in range(40)]
        pages.append(Page().lines(40, 80, *main, leading=14).lines(400, 87, *side, leading=17))
    assert [line for line in texts(read_pages(*pages)) if not line.startswith("main")] == side


@pytest.mark.parametrize("name", ["table", "timeline", "margin", "from_right"])
def test_browser_made_page_reads_as_expected(engine: str, name: str) -> None:
    document = read_path(FIXTURES / f"{name}.pdf", engine=engine)  # type: ignore[arg-type]
    assert document.text == (FIXTURES / f"{name}.txt").read_text(encoding="utf-8").rstrip("\n")


def test_section_names_beside_the_middle_of_their_content(read_pages: ReadPages) -> None:
    """Each name is centered beside a block of several lines, of which the first ones stand above it."""
    page = Page().text(230, 40, "Jane Doe", 18)
    page.text(40, 109, "Contact", 12).lines(220, 100, "jane@example.org", "(503) 555-0147", leading=17)
    page.text(40, 170, "Professional", 12).text(40, 185, "Skills", 12)
    page.lines(220, 160, "Baking: bread, cakes and rolls", "Serving: wine and beer", "Cleaning", leading=17)
    page.text(40, 239, "Education", 12).lines(220, 230, "Lund University", "Bachelor of Arts", leading=17)
    page.text(40, 289, "Languages", 12).lines(220, 280, "Swedish: Native", "English: Fluent", leading=17)
    lines = texts(read_pages(page))
    names = ["Contact", "Professional Skills", "Education", "Languages"]
    assert [lines[lines.index(name) + 1] for name in names] == [
        "jane@example.org", "Baking: bread, cakes and rolls", "Lund University", "Swedish: Native",
    ]  # fmt: skip


def test_date_under_a_section_name_goes_on_the_line_beside_the_name(read_pages: ReadPages) -> None:
    page = Page()
    for y, name, date in ((60, "Experience", "2019 - 2022"), (160, "Education", "2012 - 2015")):
        page.text(40, y, name, 14).text(40, y + 17, date, 8)
        page.text(220, y - 2, f"Place of {name.lower()}").text(220, y + 14, "which is told in a line")
        page.text(220, y + 27, "and in one more")
    page.text(40, 260, "Languages", 14).lines(220, 258, "Swedish: Native", "English: Fluent")
    page.text(40, 118, "2016 - 2018", 8).lines(220, 114, "Place before", "which has no name beside it")
    lines = texts(read_pages(page))
    assert lines[:2] == ["Experience", "2019 - 2022  Place of experience"]
    assert "2016 - 2018  Place before" in lines
    assert lines[lines.index("Education") + 1] == "2012 - 2015  Place of education"


def test_few_dates_beside_the_lines_of_one_block_stay_with_their_lines(read_pages: ReadPages) -> None:
    page = Page().text(40, 60, "Experience", 14).text(40, 110, "Education", 14).text(40, 230, "Languages", 14)
    page.lines(220, 58, "Cook in the harbor of the town", "and baker", "for many years")
    page.text(220, 110, "Lund University").text(220, 136, "Ystad College").text(220, 162, "Malmo School")
    page.lines(220, 228, "Swedish: Native", "English: Fluent")
    page.text(40, 136, "2012", 8).text(40, 162, "2009", 8)
    lines = texts(read_pages(page))
    assert lines[lines.index("Education") + 1 :][:3] == [
        "Lund University",
        "2012  Ystad College",
        "2009  Malmo School",
    ]


def test_date_broken_over_lines_beside_an_entry_is_one_cell(read_pages: ReadPages) -> None:
    """It is centered in a column of its own, and begins above the title's baseline."""
    page = Page().text(40, 60, "EXPERIENCE", 14)
    page.text(40, 100, "Cook, Harbor Grill", 12, font="F2").lines(40, 118, "Fish for a hundred guests")
    page.text(440, 94, "June 2020", 12).text(460, 111, "\u2014", 12).text(435, 128, "March 2022", 12)
    page.text(450, 153, "a year", 12)
    page.text(40, 220, "Baker, Blue Door", 12, font="F2").lines(40, 238, "Bread for the village", "and cakes")
    page.text(430, 214, "May 2016", 12).text(440, 231, "\u2014 Present", 12)
    assert texts(read_pages(page)) == [
        "EXPERIENCE",
        "Cook, Harbor Grill  June 2020 \u2014 March 2022 a year",
        "Fish for a hundred guests",
        "Baker, Blue Door  May 2016 \u2014 Present",
        "Bread for the village",
        "and cakes",
    ]


def test_dates_under_the_names_of_a_sidebar_stay_there(read_pages: ReadPages) -> None:
    page = Page().text(40, 60, "EXPERIENCE", 14).text(400, 60, "EDUCATION", 14)
    page.lines(40, 84, *["Fish for a hundred guests a night, every night"] * 8, leading=17)
    page.lines(400, 90, "Lund University", "2012 -", "2015", "Ystad College", "2009 -", "2012", leading=15)
    lines = texts(read_pages(page))
    assert lines[lines.index("EDUCATION") + 1 :] == [
        "Lund University", "2012 -", "2015", "Ystad College", "2009 -", "2012",
    ]  # fmt: skip


def test_three_entries_that_flow_on_after_each_date(read_pages: ReadPages) -> None:
    page = (
        Page()
        .text(40, 60, "University of Bradford")
        .text(200, 60, "2013 - 2016")
        .text(340, 60, "Leeds College")
    )
    page.text(200, 80, "2011 - 2013").text(340, 80, "School of Saint").text(340, 92, "Martin")
    page.text(40, 110, "2004 - 2011")
    page.text(40, 140, "a line that ends the section")
    assert texts(read_pages(page))[:3] == [
        "University of Bradford  2013 - 2016",
        "Leeds College  2011 - 2013",
        "School of Saint Martin  2004 - 2011",
    ]


def test_list_in_capitals_in_a_narrow_column_is_no_wrapped_heading(read_pages: ReadPages) -> None:
    page = Page().text(40, 60, "SKILLS", 12, font="F2")
    page.lines(40, 80, "SHIFT COORDINATION", "MENTORING", "INCIDENT REVIEW", "ELECTRONIC RECORDS", "DATIX")
    assert texts(read_pages(page)) == [
        "SKILLS", "SHIFT COORDINATION", "MENTORING", "INCIDENT REVIEW", "ELECTRONIC RECORDS", "DATIX",
    ]  # fmt: skip


def test_long_word_of_a_heading_broken_by_its_column(read_pages: ReadPages) -> None:
    page = Page().text(40, 60, "REGIONALVERWALTUN", 12, font="F2").text(40, 75, "G", 12, font="F2")
    page.lines(40, 95, "Antr\xe4ge und Bescheide", "Haushalt", "Vergabe")
    assert texts(read_pages(page))[0] == "REGIONALVERWALTUNG"


def test_single_letter_is_a_tag_of_its_own(read_pages: ReadPages) -> None:
    page = Page().lines(40, 100, *["plain words that have usual spaces in every line"] * 4)
    page.text(40, 60, "SQL").text(67, 60, "Python").text(103, 60, "R").text(117, 60, "DAX")
    assert texts(read_pages(page))[0] == "SQL  Python  R  DAX"


ENDS = 540


def ending(page: Page, y: float, text: str, size: float = 10) -> None:
    """Text set to the right edge; its letters are n, u, o, t, i, r (of Helvetica's widths) and the capital S."""
    widths = {
        "n": 0.556,
        "u": 0.556,
        "o": 0.556,
        "t": 0.278,
        "i": 0.222,
        "r": 0.333,
        "S": 0.667,
        "k": 0.5,
        "l": 0.222,
        " ": 0.278,
    }
    page.text(ENDS - size * sum(widths.get(letter, 0.5) for letter in text), y, text, size)


def test_column_whose_lines_end_at_one_edge(read_pages: ReadPages) -> None:
    """Beside a column that has its dates at its own right edge."""
    page = Page().text(40, 60, "Experience", 14)
    ending(page, 60, "Skills", 14)
    for y, title in ((80, "Cook in the harbor"), (130, "Baker in the village"), (180, "Porter at the fair")):
        page.text(40, y, title, font="F2").text(300, y, f"{2030 - y // 10} - {2032 - y // 10}", 8)
        page.lines(40, y + 13, "Harbor Grill, Springfield", "did this and that there, and more of it")
    for number, item in enumerate(["run", "tour torn into", "root unit", "ruin our intuition", "trio"]):
        ending(page, 84.0 + 17 * number, item)
    lines = texts(read_pages(page))
    assert lines[lines.index("Skills") :] == [
        "Skills",
        "run",
        "tour torn into",
        "root unit",
        "ruin our intuition",
        "trio",
    ]
    assert lines[1] == "Cook in the harbor  2022 - 2024"


def test_section_names_at_the_right_over_their_sections_are_no_column(read_pages: ReadPages) -> None:
    page = Page()
    for y, name in ((60, "Work"), (130, "Education"), (200, "Volunteering"), (270, "Interests")):
        page.text(500 - 7 * len(name), y, name, 14)
        page.text(40, y + 20, f"Place of {name.lower()}").text(430, y + 20, "2012 - 2015")
        page.text(40, y + 33, f"what was done in {name.lower()}")
    assert "Place of education  2012 - 2015" in texts(read_pages(page))


def test_name_of_several_lines_beside_the_contact_data(read_pages: ReadPages) -> None:
    page = (
        Page()
        .text(40, 80, "Maria Concetta", 40)
        .text(40, 124, "Lo Presti", 40)
        .text(40, 150, "Seamstress", 20)
    )
    page.text(440, 85, "+39 0832 555142").text(440, 101, "lopresti@example.org").text(
        440, 125, "Lecce, Puglia"
    )
    page.lines(40, 180, *[f"a line of the body, number {number}" for number in range(6)])
    assert texts(read_pages(page))[:6] == [
        "Maria Concetta", "Lo Presti", "+39 0832 555142", "lopresti@example.org", "Lecce, Puglia", "Seamstress",
    ]  # fmt: skip


def test_wide_word_spaces_part_no_names(read_pages: ReadPages) -> None:
    page = Page().lines(40, 200, *["plain words that have usual spaces in every line"] * 4)
    names = [
        ("Lesson", 35.0, "planning"),
        ("Room", 28.3, "management"),
        ("Group", 30.0, "work"),
        ("Number", 37.8, "talks"),
    ]
    for number, (first, width, second) in enumerate(names):
        y = 60.0 + 14 * number
        page.text(40, y, first, font="F2").text(40 + width + 6.5, y, second, font="F2")
    page.text(40, 130, "Python").text(78, 130, "statsmodels")
    assert texts(read_pages(page))[:5] == [
        "Lesson planning", "Room management", "Group work", "Number talks", "Python  statsmodels",
    ]  # fmt: skip


def test_section_name_that_reaches_its_content_is_a_line(read_pages: ReadPages) -> None:
    """The column of names is narrower than the longest of them."""
    page = Page().text(40, 60, "EXPERIENCE", 9).text(110, 60, "Cook at the Harbor Grill")
    page.lines(40, 73, "Fish for a hundred guests a night", "and bread")
    page.text(40, 110, "VOLUNTEERING", 9).text(113, 110, "Tutor of the evening classes", font="F2")
    page.lines(40, 123, "Helped children with their reading", "on Thursdays")
    lines = texts(read_pages(page))
    assert lines[lines.index("VOLUNTEERING") + 1] == "Tutor of the evening classes"


def test_date_above_two_columns_stays_with_its_entry(read_pages: ReadPages) -> None:
    page = Page().text(40, 40, "Education", 18)
    page.text(40, 70, "The Technical University of the Northern Coast and Islands 2009 - 2011", 12, font="F2")
    page.text(40, 100, "Harbor College", 12, font="F2").text(330, 100, "2005 - 2009").text(
        40, 115, "Diploma in Welding"
    )
    page.text(40, 150, "Languages", 12, font="F2").text(330, 150, "Interests", 12, font="F2")
    page.lines(40, 170, "Swedish", "Native", "English", "Fluent", leading=18).lines(
        330, 170, "Choir", "Sailing", leading=23
    )
    lines = texts(read_pages(page))
    assert "Harbor College  2005 - 2009" in lines
    assert lines[-3:] == ["Interests", "Choir", "Sailing"]


@pytest.mark.parametrize("dates", [("’19 - ’22", "’16 - ’19", "’13 - ’16"), ("03/19", "11/16", "12/13")])
def test_short_dates_at_the_right_are_no_column(read_pages: ReadPages, dates: tuple[str, ...]) -> None:
    page = Page()
    for number, date in enumerate(dates):
        y = 60 + 50 * number
        page.text(40, y, f"Employer {number}", 12, font="F2").text(400, y - 3, date, 8)
        page.lines(40, y + 13, "Engineer", "did this and that")
    assert texts(read_pages(page))[0] == f"Employer 0  {dates[0]}"
