"""Names of people, those of trades among them."""

from __future__ import annotations

import pytest

from careercraft.parse.people import is_name
from tests.parse.resumes import parse, value


@pytest.mark.parametrize(
    "text",
    [
        "Tom Baker",
        "TOM BAKER",
        "Emily Cook",
        "James Carpenter",
        "O. Driver",
        "T. J. Miner",
        "Marcus Mason",
        "Anna Fischer",
        "Peter van der Berg",
        'Darnell "DJ" Simmons',
        "Robert (Bob) Weaver",
    ],
)
def test_a_surname_may_be_a_trade(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Line Cook",
        "Head Baker",
        "Truck Driver",
        "Master Carpenter",
        "Hotel Porter",
        "Police Officer",
        "Software Engineer",
        "Art Director",
        "Boston University",
    ],
)
def test_a_trade_alone_is_no_name(text: str) -> None:
    assert not is_name(text)


def test_the_email_address_confirms_an_uncommon_given_name() -> None:
    assert is_name("Xiomara Cook", "xcook@example.org")
    assert not is_name("Xiomara Cook", "hello@example.org")
    assert not is_name("Line Cook", "linecook@example.org")


@pytest.mark.parametrize(
    ("header", "name", "headline"),
    [
        ("Emily Cook\nLine Cook", "Emily Cook", "Line Cook"),
        ("Head Baker\nTom Baker", "Tom Baker", "Head Baker"),
        ("Darnell “DJ” Simmons\nForklift Operator", "Darnell “DJ” Simmons", "Forklift Operator"),
        ('Darnell "DJ" Simmons Jr.', 'Darnell "DJ" Simmons Jr.', None),
        ('Darnell ("DJ") Simmons | Forklift Operator', 'Darnell ("DJ") Simmons', "Forklift Operator"),
        ("Robert (Bob) Weaver", "Robert (Bob) Weaver", None),
        ("Jane Doe (she/her)", "Jane Doe", None),
    ],
)
def test_the_name_and_the_headline_under_it(header: str, name: str, headline: str | None) -> None:
    resume = parse(f"{header}\nme@example.org\n\nEXPERIENCE\nCook, Cafe Nine, 2018 - 2020\n")
    assert (value(resume.name), value(resume.headline)) == (name, headline)


@pytest.mark.parametrize("text", ["Gareth M. ap Huw", "Siân ferch Dafydd", "Seán Ó Briain"])
def test_particles_of_other_languages(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize("text", ["Swansea, Wales", "Lyon, France", "Boston, Massachusetts"])
def test_a_place_with_its_country_is_no_name(text: str) -> None:
    assert not is_name(text)
