"""Scans with a text layer are read; words hidden on a page that has text of its own are not."""

from __future__ import annotations

import pytest

from tests.read.conftest import ReadPages, texts
from tests.read.pdf_writer import Page

LINES = ("Jane Doe, a nurse of many years", "in three hospitals of the city", "Berlin, jane@example.org")


def layer(page: Page, mode: int = 3) -> Page:
    for number, line in enumerate(LINES):
        page.text(40, 60 + 20 * number, line, mode=mode)
    return page


def test_unseen_text_over_the_picture_of_the_page_is_its_text(read_pages: ReadPages) -> None:
    document = read_pages(layer(Page().picture(0, 0, 600, 800)))
    assert texts(document) == list(LINES)
    assert not document.hidden
    assert [(problem.code, problem.severity) for problem in document.problems] == [("text_layer", "info")]


def test_text_under_the_picture_of_the_page_is_its_text(read_pages: ReadPages) -> None:
    document = read_pages(layer(Page(), mode=0).picture(0, 0, 600, 800))
    assert texts(document) == list(LINES)


def test_a_scan_may_come_in_strips_and_bear_a_stamp(read_pages: ReadPages) -> None:
    page = layer(Page().picture(0, 0, 600, 400).picture(0, 400, 600, 400)).text(500, 780, "Copy 1")
    assert set(LINES) < set(texts(read_pages(page)))


@pytest.mark.parametrize("picture", [(0, 0, 600, 800), (0, 0, 200, 200)])
def test_unseen_words_on_a_page_with_text_stay_hidden(
    read_pages: ReadPages, picture: tuple[int, int, int, int]
) -> None:
    page = layer(Page().picture(*picture), mode=0)
    document = read_pages(page.text(40, 300, "python kubernetes terraform", mode=3))
    assert [item.text for item in document.hidden] == ["python kubernetes terraform"]
    assert "kubernetes" not in document.text


def test_unseen_text_on_a_page_with_a_small_picture_stays_hidden(read_pages: ReadPages) -> None:
    page = layer(Page().picture(400, 40, 150, 150).text(40, 30, "Jane Doe, registered nurse"))
    assert texts(read_pages(page)) == ["Jane Doe, registered nurse"]


def test_words_in_white_are_hidden_on_a_scan_too(read_pages: ReadPages) -> None:
    page = layer(Page()).picture(0, 0, 600, 800).rectangle(0, 700, 600, 100, (1, 1, 1))
    document = read_pages(page.text(40, 750, "secret keyword", color=(1, 1, 1)))
    assert [item.text for item in document.hidden] == ["secret keyword"]
