"""Where links lead, with the words that they lie on, on both engines."""

from __future__ import annotations

import pytest

from careercraft.model.document import Document
from tests.read.conftest import ReadPages, texts
from tests.read.pdf_writer import Page

GITHUB = "https://github.com/jane"


def links(document: Document) -> list[tuple[str, str]]:
    return [(link.target, document.quote(link.span)) for link in document.links]


def page() -> Page:
    return Page().lines(40, 60, "Jane Doe", "Berlin, my GitHub profile", "jane@example.org")


def test_link_has_its_words(read_pages: ReadPages) -> None:
    document = read_pages(page().link(88, 62, 36, 14, GITHUB).link(40, 76, 90, 13, "mailto:jane@example.org"))
    assert links(document) == [(GITHUB, "GitHub"), ("mailto:jane@example.org", "jane@example.org")]
    assert document.links[0].span.page == 1


def test_link_of_an_icon_stands_at_the_end_of_the_line_beside_it(read_pages: ReadPages) -> None:
    document = read_pages(page().link(200, 64, 10, 10, GITHUB))
    assert links(document) == [(GITHUB, "")]
    assert document.text[: document.links[0].span.start].endswith("my GitHub profile")


def test_link_far_from_any_line_is_left_out(read_pages: ReadPages) -> None:
    assert not read_pages(page().link(200, 500, 10, 10, GITHUB)).links


@pytest.mark.parametrize("target", ["javascript:alert(1)", "file:///etc/passwd", "#top", "https://a b", ""])
def test_only_addresses_are_links(read_pages: ReadPages, target: str) -> None:
    assert not read_pages(page().link(88, 62, 36, 14, target)).links


def test_divided_address_is_joined_when_one_link_lies_on_both_lines(read_pages: ReadPages) -> None:
    page = Page().lines(40, 60, "Jane Doe", "jane.doe.home.exa", "mple.org", "Berlin")
    target = "https://jane.doe.home.example.org/"
    document = read_pages(page.link(40, 62, 100, 13, target).link(40, 77, 60, 11, target))
    assert texts(document) == ["Jane Doe", "jane.doe.home.example.org", "Berlin"]
    assert links(document) == [(target, "jane.doe.home.example.org")]


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("jane.doe@example.", "org", "jane.doe@example.org"),
        ("jane.doe@exam", "ple.org", "jane.doe@example.org"),
        ("jane.doe", "@example.org", "jane.doe@example.org"),
        ("linkedin.com/in/", "janedoe", "linkedin.com/in/janedoe"),
        ("https://jane-", "doe.example.org", "https://jane-doe.example.org"),
    ],
)
def test_divided_address_is_joined_by_its_form(
    read_pages: ReadPages, first: str, second: str, whole: str
) -> None:
    assert texts(read_pages(Page().lines(40, 60, "Jane Doe", first, second)))[1:] == [whole]


@pytest.mark.parametrize(
    ("first", "second"),
    [("jane@example.org", "Berlin"), ("github.com/jane", "Berlin"), ("jane@example.org", "example.com")],
)
def test_whole_addresses_stay_as_they_are(read_pages: ReadPages, first: str, second: str) -> None:
    assert texts(read_pages(Page().lines(40, 60, "Jane Doe", first, second)))[1:] == [first, second]


def test_address_in_two_lines_of_one_paragraph(read_pages: ReadPages) -> None:
    """A space after the host's dot at the end of a line is where the narrow column was too narrow."""
    lines = ["Jane Doe", "JANE.DOE@EXAMPLE. DEV", "joe@mail.example. org", "Ask jane@home. Thanks"]
    whole = ["Jane Doe", "JANE.DOE@EXAMPLE.DEV", "joe@mail.example.org", "Ask jane@home. Thanks"]
    assert texts(read_pages(Page().lines(40, 60, *lines))) == whole


def test_address_cut_at_the_edge_of_a_column(read_pages: ReadPages) -> None:
    """By a browser that breaks long words where they end; nothing but the address's end tells it."""
    page = Page().lines(40, 60, "priya.raman@example.co", "m", "vermeulen.example.o", "rg", "a line of text")
    assert texts(read_pages(page)) == ["priya.raman@example.com", "vermeulen.example.org", "a line of text"]


def test_short_word_under_an_address_stays_there(read_pages: ReadPages) -> None:
    page = Page().lines(40, 60, "vermeulen.example.nl", "CV", "a line of text that goes on")
    assert texts(read_pages(page))[:2] == ["vermeulen.example.nl", "CV"]
