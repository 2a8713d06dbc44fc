"""Where cities lie, and how far apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from careercraft.parse import coordinates
from careercraft.parse.coordinates import Point, distance_km, point_of


@pytest.mark.parametrize(
    ("first", "second", "km"),
    [
        (("Seattle", "WA", "US"), ("Tacoma", "WA", "US"), 41),
        (("Boston", "MA", "US"), ("Cambridge", "MA", "US"), 5),
        (("Berlin", None, "DE"), ("München", None, "DE"), 504),
        (("Berlin", None, "DE"), ("Munich", None, "DE"), 504),
        (("London", None, "GB"), ("Reading", None, "GB"), 58),
        (("St. Louis", "MO", "US"), ("Saint Charles", "MO", "US"), 29),
        (("Toronto", "ON", "CA"), ("Mississauga", "ON", "CA"), 25),
        (("sydney", "NSW", "AU"), ("MELBOURNE", None, "AU"), 713),
    ],
)
def test_distances(first: tuple[str, str | None, str], second: tuple[str, str | None, str], km: int) -> None:
    here, there = point_of(*first), point_of(*second)
    assert here
    assert there
    assert abs(distance_km(here, there) - km) <= 2  # town centers are a matter of taste
    assert distance_km(here, there) == distance_km(there, here)
    assert distance_km(here, here) == 0


def test_half_around_the_world() -> None:
    assert distance_km(Point(0, 0), Point(0, 18000)) == 20015


@pytest.mark.parametrize(
    "place",
    [
        ("Xburg", None, "DE"), ("Berlin", None, "XX"), ("Springfield", None, "US"), ("Seattle", "OR", "US"),
        ("", None, "DE"),
    ],
)  # fmt: skip
def test_what_is_not_known(place: tuple[str, str | None, str]) -> None:
    assert point_of(*place) is None


def test_the_table_is_compact_and_its_lines_are_whole() -> None:
    path = Path(coordinates.__file__).with_name("coordinates.txt")
    assert path.stat().st_size < 400_000
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert len(lines) > 250
    points = [
        part.rpartition(" ")[2].split(",")
        for line in lines
        for part in line.partition(" ")[2].split("|")
        if part
    ]
    assert len(points) > 10_000
    assert all(abs(int(north)) <= 9000 and abs(int(east)) <= 18000 for north, east in points)
