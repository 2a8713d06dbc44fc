"""The place of work in sentences: "based in", "our … office", "downtown …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from careercraft.model.document import Span, Text
from careercraft.parse import job_place_words as shapes
from careercraft.parse.job_mode import is_work_mode
from careercraft.parse.job_sections import Outline
from careercraft.parse.places import Place, city_country, country_code, find_places, town_country


class Location(NamedTuple):
    text: Text
    city: str | None
    region: str | None
    country: str | None


def place_of(flat: str, place: Place, base: int, page: int | None) -> Location:
    """`place` of a piece that begins at `base` in the posting."""
    start, end = base + place.start, base + place.end
    return Location(Text(flat[start:end], Span(start, end, page)), place.city, place.region, place.country)


def is_certain(place: Place, text: str) -> bool:
    """A city of the gazetteer, or one with a state or a country behind it that isn't just two capitals ("CS, IS")."""
    if not place.city or not (place.region or place.country) or country_code(place.city):
        return False
    if is_work_mode(place.city):
        return False
    if city_country(place.city) or city_country(place.city.partition(" ")[2]):  # "South San Francisco"
        return True
    return len(place.city.split()) <= 2 and (
        place.region is not None or len(text[place.start : place.end].rpartition(",")[2].strip()) > 2
    )


def from_prose(outline: Outline) -> Location | None:
    best: tuple[int, Location] | None = None
    for unit in outline.units:
        for match in shapes.IN_PROSE.finditer(outline.flat, unit.start, unit.end):
            found = _in_match(outline, match, unit.page)
            if found and (best is None or found[0] > best[0]):
                best = found
    return best[1] if best else _from_downtown(outline)


def _in_match(outline: Outline, match: re.Match[str], page: int | None) -> tuple[int, Location] | None:
    """The first place that the words name, with how far to trust it."""
    office = match["office"] or shapes.OFFICE.search(match["place"])
    anchored = bool(match["sure"] or match["anchor"] or match["label"] or office)
    if match["anchor"] and shapes.COMPANY_STORY.search(
        outline.flat, max(0, match.start() - 80), match.start()
    ):
        return None
    if match["sure"] and shapes.BEGINNINGS.search(outline.flat, max(0, match.start() - 80), match.start()):
        return None
    if not anchored and shapes.ELSEWHERE.search(outline.flat, max(0, match.start() - 60), match.start() + 1):
        return None
    for start, text in _readings(match["place"], bool(match["label"])):
        for place in find_places(text)[:1]:
            with_area = place.start < text.find(",") < place.end
            in_team = match["join"] and match["team"] and place.region  # "join our New Jersey team"
            lives = match["sure"] and match["sure"][:3].lower() in ("liv", "res") and place.region
            if (is_certain(place, text) and (anchored or with_area)) or in_team or lives:
                return anchored + with_area, place_of(outline.flat, place, match.start("place") + start, page)
    return _town_in_match(outline, match, page) if anchored and not match["team"] else None


def _town_in_match(outline: Outline, match: re.Match[str], page: int | None) -> tuple[int, Location] | None:
    """ "Based in Gaithersburg", "our Franklin office": a smaller town, where the words around it say that it is a
    place; one that no gazetteer knows only where the sentence is about the job and its reader."""
    name, _, rest = re.split(r"\.(?:\s|$)", match["place"])[0].partition(",")
    name = shapes.OFFICE.sub("", name)
    if rest or country_code(name) or shapes.ASKS_HERE.search(name):
        return None
    known = town_country(name)
    about_job = match["sure"] and shapes.ABOUT_JOB.search(
        outline.flat, max(0, match.start() - 60), match.start()
    )
    unknown = bool(about_job) and not find_places(name) and name[1:].islower()
    if not known and not unknown and not shapes.BASE.search(name):
        return None
    start = match.start("place")
    text = outline.text(start, start + len(name), page)
    return 1 + bool(about_job), Location(text, name, *(known or (None, None)))


def _readings(words: str, run_on: bool) -> Iterator[tuple[int, str]]:
    """The words, then without the last ("Sandy, UT Start"; in a run of labels without all that follow: "Location
    Houston Status Full Time"), each time also without the kind of site before the town."""
    if first := shapes.ONE_OF_TWO.match(words):  # "GAITHERSBURG MARYLAND OR WALTHAM, MASSACHUSETTS"
        yield 0, f"{first['city']},{first['state']}"  # the comma takes the place of the space
    for _ in range(words.count(" ") + 1 if run_on else 2):
        yield 0, words
        if site := shapes.SITE.match(words):
            yield site.end(), words[site.end() :]
        words = words.rpartition(" ")[0]


def _from_downtown(outline: Outline) -> Location | None:
    """ "Located in downtown Santa Barbara": a town, whether a gazetteer knows it or not."""
    for unit in outline.units:
        match = shapes.DOWNTOWN.search(outline.flat, unit.start, unit.end)
        if match and not shapes.ASKS_HERE.search(match["city"]):
            start = match.start("city")
            run = shapes.RUN.match(outline.flat, start, unit.end)
            known = find_places(run[0]) if run else []
            if known and known[0].start == 0 and known[0].city:
                return place_of(outline.flat, known[0], start, unit.page)
            text = outline.text(start, match.end("city"), unit.page)
            return Location(text, match["city"], *(city_country(match["city"]) or (None, None)))
    return None
