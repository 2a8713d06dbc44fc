"""A city that the title's line names: "Account Executive - NYC", "Data Engineer (Berlin based)", "Cook | Lyon"."""

from __future__ import annotations

import re

from careercraft.parse.places import Place, city_country, town_country

_PART = re.compile(
    r"(?:\s[-–—]\s?|\s?[|(,]\s?)(?P<name>[A-ZÀ-Þ][\w.'’ -]*?)(?P<based>[\s-]based)?(?:\s(?:or|and))?\)?\s*$",
    re.I,
)
_LONGEST = 120
ALSO_WORK = frozenset(
    (
        "reading",
        "mobile",
        "orange",
        "nice",
        "bath",
        "best",
        "split",
        "enterprise",
        "cork",
        "deal",
        "hull",
        "sale",
        "wells",
    )
)
"""Cities whose names are words that stand behind a title as well: "Teacher, Reading", "Developer - Mobile"."""


def place_in_title(line: str) -> Place | None:
    """The last part of the line, in brackets or behind a mark, when it is a city or town and nothing else."""
    if len(line) > _LONGEST or not (match := _PART.search(line)):
        return None
    name = match["name"].strip()
    known = city_country(name) or town_country(name)
    if known is None or not name[:1].isupper() or name.casefold() in ALSO_WORK:
        return None
    return Place(match.start("name"), match.start("name") + len(name), name, *known)
