"""How far apart two known cities lie. The table is read when it is first asked, and of it only the countries asked."""

from __future__ import annotations

import math
import unicodedata
from functools import cache
from pathlib import Path
from typing import NamedTuple

_EARTH_RADIUS_KM = 6371.0
_UNIT = math.pi / 180 / 100
"""Radians in a hundredth of a degree."""


class Point(NamedTuple):
    """Hundredths of a degree: one is about a kilometer."""

    latitude: int
    longitude: int


def point_of(city: str, region: str | None, country: str) -> Point | None:
    """Where a city lies; None when the table doesn't know it, or when several states have one and none is named."""
    name = fold_city(city)
    if country != "US":
        return _area(country).get(name)
    if region:
        return _area(f"US-{region}").get(name)
    found = {area: point for area in _lines() if area.startswith("US-") and (point := _area(area).get(name))}
    return next(iter(found.values())) if len(found) == 1 else None


def distance_km(first: Point, second: Point) -> int:
    """Along a great circle (haversine formula), to whole kilometers."""
    (a, b), (c, d) = ((point.latitude * _UNIT, point.longitude * _UNIT) for point in (first, second))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return round(2 * _EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half))))


def fold_city(name: str) -> str:
    """Case, accents, hyphens and "Saint" apart."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    words = "".join(mark for mark in plain if not unicodedata.combining(mark)).replace("-", " ").split()
    return " ".join("st" if word in ("saint", "st.") else word for word in words)


@cache
def _lines() -> dict[str, str]:
    """Area -> its names, of the file that tools/build_cities.py writes."""
    data = Path(__file__).with_name("coordinates.txt").read_text(encoding="utf-8")
    parted = (line.partition(" ") for line in data.splitlines() if not line.startswith("#"))
    return {area: names for area, _, names in parted}


@cache
def _area(area: str) -> dict[str, Point]:
    found: dict[str, Point] = {}
    for part in _lines().get(area, "").split("|"):
        name, _, place = part.rpartition(" ")
        latitude, _, longitude = place.partition(",")
        if name:
            found.setdefault(fold_city(name), Point(int(latitude), int(longitude)))
    return found
