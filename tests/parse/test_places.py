"""Cities, states and countries in short texts."""

from __future__ import annotations

import pytest

from careercraft.parse.places import country_code, find_place, find_places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Boston, MA", ("Boston", "MA", "US")),
        ("Austin, TX 78701", ("Austin", "TX", "US")),
        ("Toronto, Ontario, Canada", ("Toronto", "ON", "CA")),
        ("Lyon, France", ("Lyon", None, "FR")),
        ("Berlin", ("Berlin", None, "DE")),
        ("Berlin, DE", ("Berlin", None, "DE")),
        ("Dover, DE", ("Dover", "DE", "US")),
        ("Istanbul, Türkiye", ("Istanbul", None, "TR")),
        ("Smalltown, Ohio", ("Smalltown", "OH", "US")),
        ("Germany", (None, None, "DE")),
        ("West Memphis, AR", ("West Memphis", "AR", "US")),
        ("Our yard in North Las Vegas, NV", ("North Las Vegas", "NV", "US")),
        ("Portland Oregon", ("Portland", "OR", "US")),
        ("Charlotte North Carolina", ("Charlotte", "NC", "US")),
    ],
)
def test_places(text: str, expected: tuple[str | None, str | None, str | None]) -> None:
    place = find_place(text)
    assert place is not None
    assert (place.city, place.region, place.country) == expected


def test_the_city_is_cut_from_the_words_before_it() -> None:
    text = "Senior Accountant at Paris, France"
    (place,) = find_places(text)
    assert text[place.start : place.end] == "Paris, France"


@pytest.mark.parametrize(
    "text", ["Java, C", "Jane Virginia", "Sales, Marketing", "Nexus AI, Co-Founder & CTO", "Remote", ""]
)
def test_no_place(text: str) -> None:
    assert find_place(text) is None


def test_country_code() -> None:
    assert country_code("Deutschland") == "DE"
    assert country_code("US") == "US"
    assert country_code("us") is None
