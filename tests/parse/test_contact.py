"""Addresses in all their forms: lines without commas, links behind words, a sidebar without a heading."""

from __future__ import annotations

import pytest

from careercraft.parse.addresses import address_place
from careercraft.parse.phones import find_phones
from tests.parse.resumes import parse as parse_text
from tests.parse.resumes import value
from tests.parse.styled import TOP, Set, heading, parse


@pytest.mark.parametrize(
    ("line", "city", "country"),
    [
        ("Leeds West Yorkshire LS7 4SA GB", "Leeds", "GB"),
        ("CF10 3AT Cardiff", "Cardiff", "GB"),
        ("8600 Dübendorf", "Dübendorf", None),
        ("Laboratory Lane 3, 8600, Dübendorf, Zürich (CH)", "Dübendorf", "CH"),
        ("04155 Leipzig Sachsen DE", "Leipzig", "DE"),
        ("Oslo NO", "Oslo", "NO"),
        ("Portland OR 97209 US", "Portland", "US"),
        ("Dübendorf, Zürich", "Dübendorf", "CH"),
    ],
)
def test_the_town_of_an_address_line(line: str, city: str, country: str | None) -> None:
    place = address_place(line)
    assert place is not None
    assert (place.city, place.country) == (city, country)


@pytest.mark.parametrize("line", ["12345 Main Street", "Senior Data Engineer", "97209 US", "Ada Brown"])
def test_no_town(line: str) -> None:
    assert address_place(line) is None


def test_a_house_number_before_a_postcode_is_no_telephone_number() -> None:
    assert find_phones("Wollankstraße 12 13187 Berlin", "DE") == []
    assert find_phones("(02) 5550 4321", "AU") == [(0, 14)]


def test_an_area_code_in_brackets_is_no_list_number() -> None:
    resume = parse_text("Priya Raman\nSydney, Australia\npriya@example.com\n(02) 5550 4321\n\nSkills\nSQL\n")
    assert [phone.value for phone in resume.phones] == ["(02) 5550 4321"]


def test_links_behind_words() -> None:
    resume = parse(
        Set("Ada Brown", size=2.0, bold=True), "Write to me  LinkedIn  Portfolio", heading("Experience"),
        "Cook, Harbor Grill, 2018 – 2020", "• Cooked for harborgrill",
        links={
            "Write to me": "mailto:ada@example.org?subject=Hello",
            "LinkedIn": "https://www.linkedin.com/in/ada-brown",
            "Portfolio": "https://ada.example.org",
            "harborgrill": "https://harborgrill.example.com",
        },
    )  # fmt: skip
    assert value(resume.email) == "ada@example.org"
    assert [link.value for link in resume.links] == [
        "https://www.linkedin.com/in/ada-brown",
        "https://ada.example.org",
    ]


def test_a_printed_address_is_not_listed_twice() -> None:
    resume = parse(
        *TOP, "linkedin.com/in/ada", links={"linkedin.com/in/ada": "https://www.linkedin.com/in/ada/"}
    )
    assert [link.value for link in resume.links] == ["linkedin.com/in/ada"]


def test_a_sidebar_without_a_heading_behind_another_section() -> None:
    resume = parse(
        Set("Ada Brown", size=2.0, bold=True), "Pastry Chef", heading("Education"),
        "BSc Physics, Leeds University, 2012", Set("ada@example.org", gap=True), "+44 20 7946 0182", "Leeds, UK",
        heading("Skills"), "Pastry, Bread",
    )  # fmt: skip
    assert [phone.value for phone in resume.phones] == ["+44 20 7946 0182"]
    assert (resume.city, resume.country) == ("Leeds", "GB")
    assert len(resume.education) == 1
    assert resume.other == ()


def test_an_address_under_about() -> None:
    resume = parse(
        Set("Ada Brown", size=2.0, bold=True), "Pastry Chef", heading("About"), "Leeds, UK", "ada@example.org",
        "+44 20 7946 0182", "A baker for ten years who likes early mornings, sour dough and a well kept oven.",
        heading("Skills"), "Pastry, Bread",
    )  # fmt: skip
    assert (value(resume.location), [phone.value for phone in resume.phones]) == (
        "Leeds, UK",
        ["+44 20 7946 0182"],
    )
    assert (
        value(resume.summary)
        == "A baker for ten years who likes early mornings, sour dough and a well kept oven."
    )
