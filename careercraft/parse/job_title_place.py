"""A city that the title's line names: "Account Executive - NYC", "Data Engineer (Berlin based)", "Cook | Lyon"."""

from __future__ import annotations

import re

from careercraft.parse.job_cue import Lazy
from careercraft.parse.place_names import REGION_CODES, REGIONS
from careercraft.parse.places import Place, city_country, country_code, town_country

_PART = Lazy(
    r"(?:\s[-–—]\s?|\s?[|(,]\s?)(?P<name>[A-ZÀ-Þ][\w.'’ -]*?)(?P<based>[\s-]based)?(?:\s(?:or|and))?\)?\s*$",
    re.I,
)
# "Administrator - Waltham - MA", "Engineer - Greenville SC", "Engineer in Leipzig".
_CITY_DASH_STATE = Lazy(
    r"\s[-–—|]\s?(?P<city>[A-Z][\w.'’]*(?:\s[A-Z][\w.'’]*){0,2}?)(?:\s?[-–—|/]\s?|\s)(?P<state>[A-Z]{2})\)?\s*$"
)
_IN_CITY = Lazy(r"\s(?i:in|à|en|em|a|te|at)\s(?P<name>[A-ZÀ-Þ][\w.'’ -]*?)\s*$")
_REMOTE = Lazy(
    r"(?:^|[-–—|,(/]\s?|\s)(?i:(?:100\s?%\s|fully\s)?(?:remote(?:ly)?"
    r"|remoto|télétravail|teletrabajo|home[- ]?office|anywhere))"
    r"(?i:\s?[-–—,:(/|]+\s?|\s(?:from\s|anywhere\s)*(?:in|within|across|from|desde|em|en|aus|innerhalb)\s)(?:the\s)?"
    r"(?P<name>[A-ZÀ-Þ][\w.]*(?:\s(?:of\s)?[A-ZÀ-Þ][\w.]*){0,3}?)\s?\)?\s*$"
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
    if len(line) > _LONGEST:
        return None
    if (found := _CITY_DASH_STATE.search(line)) and REGION_CODES.get(found["state"]) == "US":
        return Place(found.start("city"), found.end("state"), found["city"], found["state"], "US")
    match = _PART.search(line) or _IN_CITY.search(line)
    return _city(match) if match else None


def remote_place(line: str) -> Place | None:
    """The country or state at the end of a line that says from where one may work: "Designer (Remote - Canada)"."""
    match = _REMOTE.search(line) if len(line) <= _LONGEST else None
    if match is None:
        return None
    start, end = match.span("name")
    if region := REGIONS.get(match["name"].casefold()):
        return Place(start, end, None, *region)
    if country := country_code(match["name"]):
        return Place(start, end, None, None, country)
    known = REGION_CODES.get(match["name"])
    return Place(start, end, None, match["name"], known) if known else None


def _city(match: re.Match[str]) -> Place | None:
    name = match["name"].strip()
    known = city_country(name) or town_country(name)
    if known is None or not name[:1].isupper() or name.casefold() in ALSO_WORK:
        return None
    return Place(match.start("name"), match.start("name") + len(name), name, *known)
