"""Places in short texts: "Boston, MA", "Lyon, France", "Berlin", with city, region and country code."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from careercraft.parse.place_names import COUNTRIES, COUNTRY_CODES, NIGERIAN_STATES, REGION_CODES, REGIONS

_SEGMENT = re.compile(r"[^,|•·()\n;:－/]+")
_INNER = re.compile(r"\s[-–—]\s|\s{2,}|(?<=\b[A-Z]{2})\.\s+(?=[A-Z][a-z])")
"""Dashes, wide gaps, and the end of a sentence behind a state: "Newport, RI. You will …"."""
_ZIP = re.compile(r"\s+(?:\d{5}(?:-\d{4})?|[A-Z]\d[A-Z]\s?\d[A-Z]\d|[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2})$")
_LEADING_ZIP = re.compile(r"^(?:[A-Z]{1,2}-)?\d{4,5}(?:\s[A-Z]{2})?\s+")
# One to four words with capitals; the small words stand inside names ("Frankfurt am Main", "Rio de Janeiro").
_WORD = r"(?:[A-ZÀ-ÞĀ-Ž][\w.'’-]*)"
_CITY = re.compile(
    rf"{_WORD}(?:[ ](?:(?:de|of|am|an|der|la|le|los|las|do|da|del|di|upon|on|sur|im)[ ])?(?:la[ ])?{_WORD}){{0,3}}$"
)
_METRO = re.compile(r"^(?:greater\s+)|\s+(?:(?:metropolitan\s+|metro\s+|bay\s+)?area)$", re.IGNORECASE)
# Anonymized resumes and unfilled templates keep the field names where the values were.
_PLACEHOLDER = re.compile(
    r"(?:\bCity\s*,\s*(?:State|ST|Country)\b|\bCity\s*,?\s*(?=$)|(?:(?<=[,|(])\s?|^)State\b(?=\s*$))(?:\s*,\s*Country)?"
)
# "West Memphis" is a city of its own, as are North Las Vegas and East St. Louis.
_BEFORE_CITY = frozenset(
    {"West", "East", "North", "South", "New", "Fort", "Port", "Lake", "Mount", "St.", "Saint"}
)
_BRAZILIAN = "AC AL AP AM BA CE DF ES GO MA MT MS MG PA PB PR PE PI RJ RN RS RO RR SC SP SE TO"
_BRAZIL = frozenset(_BRAZILIAN.split(" "))
"""States of Brazil; many of their codes are those of American ones."""
_WIDE = frozenset({"eu", "europe", "emea", "worldwide", "global", "anywhere"})

_LONGEST_NAME = 30


class Place(NamedTuple):
    """A place where it stands in the text. `region` is a code where there is one ("MA"), else the name."""

    start: int
    end: int
    city: str | None
    region: str | None
    country: str | None


class _Part(NamedTuple):
    start: int
    end: int
    text: str


def find_places(text: str, *, towns: bool = False) -> list[Place]:
    """Places in reading order: a city with its state or country, a known larger city, or a country alone; with
    `towns` also a smaller town of Europe, for texts in which a place is expected: many towns are surnames too."""
    found: list[Place] = [Place(m.start(), m.end(), None, None, None) for m in _PLACEHOLDER.finditer(text)]
    parts = _parts(text)
    index = 0
    while index < len(parts):
        place, used = _read(text, parts, index)
        if place is None and towns:
            place = _town(parts[index])
        if place and not any(place.start < old.end and old.start < place.end for old in found):
            found.append(place)
        index += used
    return sorted(found, key=lambda place: place.start)


def find_place(text: str) -> Place | None:
    """The first place of `text`, or None."""
    places = find_places(text)
    return places[0] if places else None


def _town(part: _Part) -> Place | None:
    name = _LEADING_ZIP.sub("", _ZIP.sub("", part.text))
    known = _table("towns.txt").get(name.casefold())
    return Place(part.start, part.end, name, *known) if known else None


def country_code(name: str) -> str | None:
    """ISO 3166-1 alpha-2 of a country's name or code; None if it is none."""
    key = name.strip(" .")
    if key.upper() in COUNTRY_CODES and key.isupper() and len(key) == 2:
        return key
    return COUNTRIES.get(key.casefold()) or COUNTRIES.get(name.strip().casefold())


def breaks_place(before: str, after: str) -> bool:
    """Is a line end inside a bracket or a country's name ("Cardiff, United" and "Kingdom")?"""
    if not before or (before.rfind("(") > before.rfind(")") and ")" in after):
        return bool(before)
    name = f"{before.rpartition(',')[2].strip()} {after.strip(' .)')}"
    return len(name) < _LONGEST_NAME and country_code(name) is not None


def city_country(name: str) -> tuple[str | None, str] | None:
    """(state, country) of a known larger city; the state only in the US. None if it isn't known."""
    return _table("cities.txt").get(name.strip().casefold())


def town_country(name: str) -> tuple[str | None, str] | None:
    """(state, country) of a known smaller town, of Europe or the US; the state only in the US, where it is clear."""
    key = name.strip().casefold()
    return _table("towns.txt").get(key) or _table("us_towns.txt").get(key)


def _parts(text: str) -> list[_Part]:
    parts: list[_Part] = []
    for match in _SEGMENT.finditer(text):
        start = match.start()
        for cut in [*_INNER.finditer(text, match.start(), match.end()), None]:
            end = cut.start() if cut else match.end()
            piece = text[start:end]
            if stripped := piece.strip(" ."):
                lead = start + piece.index(stripped)
                parts.append(_Part(lead, lead + len(stripped), stripped))
            start = cut.end() if cut else end
    return parts


def _read(text: str, parts: list[_Part], index: int) -> tuple[Place | None, int]:
    """The place that begins in `parts[index]` and how many parts it takes."""
    part = parts[index]
    following = parts[index + 1] if index + 1 < len(parts) else None
    joined = following is not None and text[part.end : following.start].strip(" .") == ","
    if following and joined and (area := _area(_ZIP.sub("", following.text), part.text)):
        city = _city_at_end(part)
        if city is not None:
            return _with_country(text, parts, index + 1, city, area)
    return _alone(part), 1


def _with_country(
    text: str, parts: list[_Part], at: int, city: _Part, area: tuple[str | None, str]
) -> tuple[Place, int]:
    region, country = area
    end, used = parts[at].end, 2
    if region and at + 1 < len(parts) and text[end : parts[at + 1].start].strip() == ",":
        code = country_code(_ZIP.sub("", parts[at + 1].text))
        if code:
            country, end, used = code, parts[at + 1].end, 3
    return Place(city.start, end, _METRO.sub("", _LEADING_ZIP.sub("", city.text)), region, country), used


def _alone(part: _Part) -> Place | None:
    name = _METRO.sub("", _LEADING_ZIP.sub("", _ZIP.sub("", part.text)))
    if known := city_country(name):
        return Place(part.start, part.end, name, known[0], known[1])
    if name.casefold() in COUNTRIES:
        return Place(part.start, part.end, None, None, COUNTRIES[name.casefold()])
    if name.casefold() in REGIONS:
        region, country = REGIONS[name.casefold()]
        return Place(part.start, part.end, None, region, country)
    head, _, tail = name.rpartition(" ")
    spelled = len(tail) == 2 and city_country(head)
    if tail in REGION_CODES and (spelled or (len(tail) == 3 and _CITY.match(head))):  # "Mildura VIC"
        return Place(part.start, part.end, head, tail, REGION_CODES[tail])
    return _with_its_state(part, name.split(" "))


def _with_its_state(part: _Part, words: list[str]) -> Place | None:
    """ "Portland Oregon", "Charlotte North Carolina": a known city and its own state, without a comma."""
    for count in (1, 2):
        city, state = " ".join(words[:-count]), REGIONS.get(" ".join(words[-count:]).casefold())
        if state and city_country(city) == state:
            return Place(part.start, part.end, city, *state)
    return None


def _area(name: str, city: str) -> tuple[str | None, str] | None:
    """(region, country) of what stands after a city's comma."""
    name = name.strip(" .")
    code = name.replace(".", "")
    if code.isupper() and 2 <= len(code) <= 3:
        known = city_country(_LEADING_ZIP.sub("", city))
        if known and known[1] == "BR" and code in _BRAZIL:
            return code, "BR"  # "Curitiba, PR" is Paraná, not Puerto Rico
        if code in COUNTRY_CODES and (code not in REGION_CODES or (known and known[1] == code)):
            return None, code  # "Berlin, DE" is Germany, "Dover, DE" Delaware
        if code in REGION_CODES:
            return code, REGION_CODES[code]
    key = name.casefold()
    if key in REGIONS:
        return REGIONS[key]
    if key in COUNTRIES:
        return None, COUNTRIES[key]
    if key.endswith(" state") and key.removesuffix(" state").replace(" ", "-") in NIGERIAN_STATES:
        return (name, "NG") if " of " not in city else None
    if known := city_country(_LEADING_ZIP.sub("", city)):
        head = name.split(" ")[0]
        return (
            (name, known[1])
            if head[:1].isupper()
            and len(name.split()) <= 2
            and key not in _WIDE
            and known[1] != "US"
            and (city_country(name) or known)[1] == known[1]
            else None
        )
    return None


def _city_at_end(part: _Part) -> _Part | None:
    """The city's name at the end of the part before the comma, or None where nothing there can be one."""
    words = list(re.finditer(r"\S+", part.text))
    for first in range(max(0, len(words) - 4), len(words)):
        tail = part.text[words[first].start() :]
        if city_country(tail):
            while first and words[first - 1][0] in _BEFORE_CITY:
                first -= 1
            start = words[first].start()
            return _Part(part.start + start, part.end, part.text[start:])
    text = _LEADING_ZIP.sub("", part.text)
    if len(words) <= 4 and _CITY.match(text) and not re.search(r"\d", text):
        return part
    return None


@cache
def _table(name: str) -> dict[str, tuple[str | None, str]]:
    """Name in lower case -> (state, country), of a file that tools/build_cities.py writes."""
    table: dict[str, tuple[str | None, str]] = {}
    data = Path(__file__).with_name(name).read_text(encoding="utf-8")
    for line in data.splitlines():
        if line.startswith("#"):
            continue
        code, _, names = line.partition(" ")
        country, _, region = code.partition("-")
        for city in names.split("|"):
            table[city.casefold()] = (region or None, country)
    return table
