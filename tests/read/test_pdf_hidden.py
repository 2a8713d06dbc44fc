"""Text that a person would not see is left out and reported, on both engines."""

from __future__ import annotations

import pytest

from careercraft.errors import InputError
from careercraft.read import read_path
from tests.read.conftest import FIXTURES, ReadPages
from tests.read.pdf_writer import Page

WHITE = (1, 1, 1)


def page_with_text() -> Page:
    return Page().lines(40, 60, "Jane Doe, a nurse of many years", "in three hospitals of the city")


def assert_hidden(read_pages: ReadPages, page: Page, reason: str) -> None:
    document = read_pages(page)
    assert [(item.text, item.reason, item.page) for item in document.hidden] == [
        ("secret keyword", reason, 1)
    ]
    assert "secret" not in document.text
    assert [problem.code for problem in document.problems] == ["hidden_text"]


def test_white_text(read_pages: ReadPages) -> None:
    assert_hidden(read_pages, page_with_text().text(40, 200, "secret keyword", color=WHITE), "color")


def test_nearly_white_text(read_pages: ReadPages) -> None:
    assert_hidden(
        read_pages, page_with_text().text(40, 200, "secret keyword", color=(0.97, 0.97, 0.96)), "color"
    )


def test_text_in_the_color_of_the_box_behind_it(read_pages: ReadPages) -> None:
    page = page_with_text().rectangle(30, 180, 300, 40, (0.1, 0.2, 0.4))
    assert_hidden(read_pages, page.text(40, 200, "secret keyword", color=(0.1, 0.2, 0.4)), "color")


def test_text_of_one_point(read_pages: ReadPages) -> None:
    assert_hidden(read_pages, page_with_text().text(40, 200, "secret keyword", 1), "tiny")


@pytest.mark.parametrize(
    ("x", "y"), [(40, 900), (40, -30), (-300, 200), (700, 200)], ids=["below", "above", "left", "right"]
)
def test_text_off_the_page(read_pages: ReadPages, x: float, y: float) -> None:
    assert_hidden(read_pages, page_with_text().text(x, y, "secret keyword"), "off_page")


def test_invisible_render_mode(read_pages: ReadPages) -> None:
    assert_hidden(read_pages, page_with_text().text(40, 200, "secret keyword", mode=3), "invisible")


def test_text_without_opacity(read_pages: ReadPages) -> None:
    assert_hidden(read_pages, page_with_text().clear_text(40, 200, "secret keyword"), "invisible")


def test_text_outside_its_clipping_box(read_pages: ReadPages) -> None:
    page = page_with_text().clipped_text((30, 300, 200, 40), 40, 200, "secret keyword")
    assert_hidden(read_pages, page, "invisible")


def test_text_inside_its_clipping_box_is_seen(read_pages: ReadPages) -> None:
    document = read_pages(page_with_text().clipped_text((30, 180, 200, 40), 40, 200, "plain words"))
    assert "plain words" in document.text
    assert not document.hidden


def test_line_that_a_page_break_cuts_is_read_once_and_not_reported(read_pages: ReadPages) -> None:
    first = page_with_text().text(40, 790, "Acme Corp, Engineer")
    second = Page().clipped_text((0, 20, 600, 700), 40, 10, "Acme Corp, Engineer").text(40, 60, "Built it")
    document = read_pages(first, second)
    assert document.text.count("Acme Corp") == 1
    assert not document.hidden


def test_text_under_a_white_box(read_pages: ReadPages) -> None:
    page = page_with_text().text(40, 200, "secret keyword").rectangle(30, 180, 300, 40, WHITE)
    assert_hidden(read_pages, page, "covered")


def test_text_under_a_picture(read_pages: ReadPages) -> None:
    page = page_with_text().text(40, 200, "secret keyword").picture(30, 180, 300, 40)
    assert_hidden(read_pages, page, "covered")


@pytest.mark.parametrize(
    "page",
    [
        page_with_text()
        .rectangle(30, 180, 300, 40, (0.1, 0.2, 0.4))
        .text(40, 200, "white on dark", color=WHITE),
        page_with_text().picture(30, 180, 300, 40).text(40, 200, "white on dark", color=WHITE),
        page_with_text().text(40, 200, "white on dark", color=(0.75, 0.75, 0.75)),
        page_with_text().text(40, 200, "white on dark", color=(1, 0.9, 0)),
        page_with_text().disc(90, 190, 80, (0.1, 0.2, 0.4)).text(40, 200, "white on dark", color=WHITE),
        page_with_text().text(40, 200, "white on dark", 5),
        page_with_text().text(40, 200, "white on dark").picture(0, 0, 600, 800, "Im2"),
    ],
    ids=[
        "on a dark box",
        "on a picture",
        "light grey",
        "yellow",
        "on a dark disc",
        "small print",
        "under a clear watermark",
    ],
)
def test_text_that_can_be_seen_stays(read_pages: ReadPages, page: Page) -> None:
    document = read_pages(page)
    assert "white on dark" in document.text
    assert not document.hidden


def test_white_word_inside_a_visible_line(read_pages: ReadPages) -> None:
    page = (
        page_with_text()
        .text(40, 200, "seen")
        .text(70, 200, "secret keyword", color=WHITE)
        .text(160, 200, "too")
    )
    document = read_pages(page)
    assert "seen" in document.text
    assert "secret" not in document.text


def test_page_of_hidden_text_alone_says_so(read_pages: ReadPages) -> None:
    with pytest.raises(InputError, match="hidden text"):
        read_pages(Page().text(40, 200, "nothing that anybody could see", color=WHITE))


def test_browser_made_page(engine: str) -> None:
    document = read_path(FIXTURES / "datecolumn.pdf", engine=engine)  # type: ignore[arg-type]
    assert [item.reason for item in document.hidden] == ["color", "tiny"]
    sidebar = read_path(FIXTURES / "sidebar.pdf", engine=engine)  # type: ignore[arg-type]
    assert not sidebar.hidden
    assert "Wound care" in sidebar.text
