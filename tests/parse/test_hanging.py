"""Lists without signs: where the entries begin is told by their indent, by the order of the first, or by labels."""

from __future__ import annotations

import pytest

from careercraft.model.document import Document, Line, Span
from careercraft.parse import parse_resume
from tests.parse.resumes import parse, period, value

Printed = tuple[str, float, bool]
"""Text, indent in sizes of the text, bold."""

JOBS = [
    ("Head Cook", "Urumea Hotel", "Feb 2020 – Present", ["Lead fourteen cooks", "Cut the cost of food"]),
    (
        "Line Cook",
        "Casa Ondarra Restaurant",
        "May 2016 – Dec 2019",
        ["Order the fish", "Trained five apprentices"],
    ),
    ("Prep Cook", "Lizarra Restaurant", "Jul 2013 – Apr 2016", ["Vegetables, stocks and the cold room"]),
]
WANTED = [
    ("Head Cook", "Urumea Hotel", "2020-02/now"),
    ("Line Cook", "Casa Ondarra Restaurant", "2016-05/2019-12"),
    ("Prep Cook", "Lizarra Restaurant", "2013-07/2016-04"),
]


def _document(printed: list[Printed], pages: tuple[int, ...] = ()) -> Document:
    """A document of a PDF's lines; a new page begins before the lines in `pages`."""
    lines, text = [], ""
    for index, (line, indent, bold) in enumerate(printed):
        page = 1 + sum(index >= first for first in pages)
        span = Span(len(text), len(text) + len(line), page)
        lines.append(Line(span=span, block=index, indent=indent, bold=bold))
        text += line + "\n"
    return Document(name="a.pdf", hash="0", text=text, lines=tuple(lines), format="pdf", language="en")


def _resume(
    body: list[Printed], pages: tuple[int, ...] = ()
) -> list[tuple[str | None, str | None, str | None]]:
    top = [("Ada Brown", 0.0, True), ("ada@example.org", 0.0, False), ("Work Experience", 0.0, True)]
    end = [("Education", 0.0, True), ("BSc Physics, Leeds University, 2012", 0.0, False)]
    document = _document([*top, *body, *end], tuple(page + len(top) for page in pages))
    return [
        (value(work.title), value(work.employer), period(work.dates)) for work in parse_resume(document).work
    ]


def _comma(bold: bool, depth: float) -> list[Printed]:
    return [
        row
        for title, employer, dates, items in JOBS
        for row in (
            (f"{title}, {employer}", 2.0, bold),
            (dates, 2.0, False),
            *((item, 2.0 + depth, False) for item in items),
        )
    ]


@pytest.mark.parametrize("bold", [True, False])
@pytest.mark.parametrize("depth", [0.7, 2.5])
def test_heads_over_lists_without_signs(bold: bool, depth: float) -> None:
    assert _resume(_comma(bold, depth)) == WANTED


def test_every_page_has_an_edge_of_its_own() -> None:
    body = [
        (text, indent - 2.0 if index >= 8 else indent, bold)
        for index, (text, indent, bold) in enumerate(_comma(False, 2.5))
    ]
    assert _resume(body, pages=(8,)) == WANTED


def test_dates_may_stand_above_a_head_that_is_set_in() -> None:
    body = [
        row
        for title, employer, dates, items in JOBS
        for row in (
            (dates, 0.0, False),
            (f"{title}, {employer}", 1.7, False),
            *((item, 3.3, False) for item in items),
        )
    ]
    assert _resume(body) == WANTED


def test_centered_heads_have_no_edge() -> None:
    body = [
        row
        for index, (title, employer, dates, items) in enumerate(JOBS)
        for row in (
            (title, 27.0 + index, True),
            (f"{employer}, {dates}", 20.0 + 2 * index, False),
            *((f"{item} in 2018", 3.0, False) for item in items),
        )
    ]
    assert _resume(body) == WANTED


def test_the_employer_may_stand_in_brackets() -> None:
    body = [
        row
        for title, employer, dates, items in JOBS
        for row in ((f"{title} ({employer}) — {dates}", 0.0, False), *((item, 3.3, False) for item in items))
    ]
    assert _resume(body) == WANTED


def test_a_bold_title_set_in_under_its_employer_is_no_list_item() -> None:
    body = [
        row
        for title, employer, dates, items in JOBS
        for row in (
            (f"{employer}  {dates}", 0.0, True),
            (title, 2.9, True),
            *((item, 3.1, False) for item in items),
        )
    ]
    assert _resume(body) == WANTED


def test_partners_of_a_firm_are_one_employer() -> None:
    resume = parse(
        "Ada Brown\n\nEXPERIENCE\nFile Clerk, Whitcomb, Grant & Lowe LLP\nJun 1996 – Apr 1998\n- Kept the archive"
    )
    assert [(value(work.title), value(work.employer)) for work in resume.work] == [
        ("File Clerk", "Whitcomb, Grant & Lowe LLP")
    ]


@pytest.mark.parametrize(
    ("heading", "jobs"),
    [("Projects Experience", 1), ("Project Experience", 1)],
)
def test_project_experience_beside_jobs_is_projects(heading: str, jobs: int) -> None:
    text = (
        "Ada Brown\n\nWORK EXPERIENCE\nCook, Acme Inc\n2019 – 2021\n- Cooked\n\n"
        f"{heading.upper()}\nTram Tracker\n2018 – 2019\n- Live map"
    )
    resume = parse(text)
    assert len(resume.work) == jobs
    assert [value(project.name) for project in resume.projects] == ["Tram Tracker"]


def test_project_experience_alone_is_work() -> None:
    resume = parse("Ada Brown\n\nPROJECT EXPERIENCE\nSite Engineer, Acme Inc\n2018 – 2019\n- Built a bridge")
    assert [value(work.title) for work in resume.work] == ["Site Engineer"]


def test_languages_beside_the_address() -> None:
    top = "Ada Brown\nada@example.org | Leeds, UK | Polish, English (B2)\n\nEXPERIENCE\nCook, Acme Inc, 2019 – 2021"
    assert [value(item.name) for item in parse(top).languages] == ["Polish", "English"]


@pytest.mark.parametrize("line", ["Nationality | Polish", "ada@example.org | English teacher"])
def test_nationality_and_trade_are_no_languages(line: str) -> None:
    assert parse(f"Ada Brown\n{line}\n\nEXPERIENCE\nCook, Acme Inc, 2019 – 2021").languages == ()


def test_a_level_beside_the_name_of_a_group() -> None:
    resume = parse("Ada Brown\n\nSKILLS\nCloud (Expert): AWS, Azure\nTesting (Basic): Pytest, Selenium")
    assert [(value(group.name), group.items[0].level) for group in resume.skills] == [
        ("Cloud", "expert"),
        ("Testing", "beginner"),
    ]
