"""Where the work is done: city, region and country."""

from __future__ import annotations

import re

from careercraft.model.document import Span, Text
from careercraft.parse import job_place_words as shapes
from careercraft.parse.job_mode import is_work_mode, mode_of
from careercraft.parse.job_place_prose import Location, from_prose, is_certain, place_of
from careercraft.parse.job_sections import Fact, Outline
from careercraft.parse.job_title_place import ALSO_WORK, place_in_title, remote_place
from careercraft.parse.place_names import COUNTRIES, REGION_CODES, REGIONS
from careercraft.parse.places import Place, city_country, find_places, town_country

_HEAD_UNITS = 12
_LONGEST_PLACE = 40


def read_location(outline: Outline) -> Location | None:
    """From a labelled fact, else the head of the posting, else clear words in prose."""
    found = _read_location(outline)
    return _settled(outline, found) if found else None


def _read_location(outline: Outline) -> Location | None:
    every = [fact for fact in outline.facts if fact.kind == "location"]
    near = [fact for fact in every if fact.label.casefold().startswith("nearest")]
    facts = [fact for fact in every if fact not in near]
    if found := _first_labelled(outline, facts):
        return found
    found = _from_head(outline) or _from_line(outline) or from_prose(outline) or _from_title(outline)
    # "Nearest Major Market" at the foot of a posting names a city not far away.
    rest = facts or near
    return found or _first_labelled(outline, near) or (_unknown(outline, rest[0]) if rest else None)


def _first_labelled(outline: Outline, facts: list[Fact]) -> Location | None:
    found = (_first_place(outline, fact.start, fact.end, fact.page) for fact in facts)
    return next((place for place in found if place), None)


def _settled(outline: Outline, found: Location) -> Location:
    """Capitals as a name ("TULSA"), and no country by the name alone where a posting of the US may mean its own town
    of that name ("Cambridge")."""
    city = found.city
    if city and city.isupper() and len(city) > 3:
        city = " ".join(word if word in REGION_CODES else word.title() for word in city.split(" "))
    state = REGIONS.get(found.text.value.casefold())
    if (
        city and state and state[1] != found.country
    ):  # "live in Ontario" is the province, not the city in California
        return Location(found.text, None, *state)
    own = REGIONS.get(city.casefold()) if city and not found.region and not city_country(city) else None
    if own and own[1] == found.country:  # "Texas, USA"
        return Location(found.text, None, *own)
    shared = found.region is None and found.country != "US" and found.text.value == found.city
    if shared and found.text.value.casefold() in shapes.SHARED_NAMES and shapes.OF_US.search(outline.flat):
        return Location(found.text, city, None, None)
    return found._replace(city=city)


def _from_title(outline: Outline) -> Location | None:
    first = outline.units[0] if outline.units else None
    place = place_in_title(outline.flat[first.start : first.end]) if first else None
    return place_of(outline.flat, place, first.start, first.page) if first and place else None


def _unknown(outline: Outline, fact: Fact) -> Location | None:
    """A labelled place that no gazetteer knows stands as written; of more words those that name a town."""
    value = " ".join(outline.flat[fact.start : fact.end].split())
    words = value.split(" ")
    if inner := _known_part(outline, fact) or _city_with_more(outline, fact):
        return inner
    for count in range(min(3, len(words)), 0, -1):
        if town := town_country(" ".join(words[:count])):
            text = outline.text(fact.start, fact.start + len(" ".join(words[:count])), fact.page)
            return Location(text, text.value, *town)
    if wide := remote_place(value):
        return place_of(outline.flat, wide, fact.start, fact.page)
    if len(value) > 60 or mode_of(value) or not value[:1].isupper():
        return None
    return Location(Text(value, Span(fact.start, fact.end, fact.page)), None, None, None)


def _city_with_more(outline: Outline, fact: Fact) -> Location | None:
    """ "Freiburg im Breisgau", "Hamburg oder remote", "Köln-Ehrenfeld", "Hybrid, 2 days a week in Leeds"."""
    for shape in (shapes.CITY_FIRST.match, shapes.CITY_LAST.search):
        match = shape(outline.flat, fact.start, fact.end)
        known = city_country(match["city"]) if match else None
        if match and known and (not match["part"] or known[1] in ("DE", "AT", "CH")):
            return Location(outline.text(*match.span("city"), fact.page), match["city"], *known)
    return None


def _known_part(outline: Outline, fact: Fact) -> Location | None:
    """ "NE > OMAHA > MAIN CAMPUS", "Life Division-Cincinnati-OH2": a city between the marks of a system."""
    value = outline.flat[fact.start : fact.end]
    marks = r"[^-–—>/|,]+" if value.count("-") > 1 else r"[^–—>/|,]+"  # Winston-Salem is one name
    for part in re.finditer(marks, value):
        name = part[0].strip()
        known = city_country(name)
        if known and len(name) > 3:
            start = fact.start + part.start() + part[0].index(name)
            text = outline.text(start, start + len(name), fact.page)
            return Location(text, name.title() if name.isupper() else name, *known)
    return None


def _first_place(outline: Outline, start: int, end: int, page: int | None) -> Location | None:
    """The first place, or one in it that says more: "United Kingdom (London)", "Nebraska - Omaha"."""
    value = outline.flat[start:end]
    if coded := _coded(outline, value, start, page) or _from_wide_to_narrow(outline, value, start, page):
        return coded
    places = [
        place
        for place in [*_stated_in(value), *find_places(value)]
        if (place.city or place.country) and not is_work_mode(place.city or "")
    ]
    if not places:
        return None
    first = places[0]
    inside = [place for place in places if place.city and place.country == first.country]
    if first.city is None and inside and first.region in (None, inside[0].region):
        first = inside[0]
    return place_of(outline.flat, first, start, page)


def _stated_in(value: str) -> list[Place]:
    """ "Flexible, though San Francisco, CA preferred": a city with its state inside other words."""
    match = shapes.CITY_STATE.search(value)
    if match is None or REGION_CODES.get(match["state"]) != "US":
        return []
    return [Place(match.start(), match.end(), match["city"], match["state"], "US")]


def _coded(outline: Outline, value: str, start: int, page: int | None) -> Location | None:
    match = shapes.CODED.search(value)
    region = match and (match["region"] or match["state"] or match["of"])
    if match is None or REGION_CODES.get(region or "") != "US":
        return None
    text = outline.text(start + match.start(), start + match.end(), page)
    return Location(text, match["city"] or match["town"] or match["seat"], region, "US")


def _from_wide_to_narrow(outline: Outline, value: str, start: int, page: int | None) -> Location | None:
    """ "USA - Massachusetts - Cambridge", "Germany / Bavaria / Munich": the city comes last."""
    parts = [part.strip() for part in shapes.STEP.split(value)]
    if len(parts) != 3 or not parts[2][:1].isupper():
        return None
    country, region = COUNTRIES.get(parts[0].casefold()), REGIONS.get(parts[1].casefold())
    if country is None or (region is not None and region[1] != country):
        return None
    lead = len(value) - len(value.lstrip())
    text = outline.text(start + lead, start + len(value.rstrip()), page)
    return Location(text, parts[2], region[0] if region else parts[1], country)


def _from_head(outline: Outline) -> Location | None:
    """A short line near the top that holds a place with its region or country: "Nurse | Boston, MA | Full-time"."""
    for unit in outline.units[:_HEAD_UNITS]:
        text = outline.flat[unit.start : unit.end]
        if len(text) > 110 or text.endswith("."):
            continue
        label = shapes.LABEL.match(text)
        text = (
            " " * len(label[0]) + text[len(label[0]) :] if label else text
        )  # the places stay where they are
        last = text.rfind(":") + 1
        if found_last := _from_wide_to_narrow(outline, text[last:], unit.start + last, unit.page):
            return found_last
        if wide := remote_place(text):
            return place_of(outline.flat, wide, unit.start, unit.page)
        found = find_places(text)
        for place in found:
            bare = text[place.start : place.end].casefold()
            if is_certain(place, text) and bare not in ALSO_WORK and not shapes.ASKS_HERE.search(text):
                return place_of(outline.flat, place, unit.start, unit.page)
        if unit is not outline.units[0] and (town := _before_terms(text)):
            return place_of(outline.flat, town, unit.start, unit.page)
        if len(found) == 1 and found[0].country and _is_remote_in(text, found[0]):
            return place_of(outline.flat, found[0], unit.start, unit.page)
    return None


def _from_line(outline: Outline) -> Location | None:
    """A line further down that holds nothing but a town with its state or country."""
    for unit in outline.units[_HEAD_UNITS:]:
        if unit.end - unit.start <= _LONGEST_PLACE and not unit.bullet:
            text = outline.flat[unit.start : unit.end]
            for place in find_places(text)[:1]:
                if "," in text and place.end - place.start >= len(text) - 1 and is_certain(place, text):
                    return place_of(outline.flat, place, unit.start, unit.page)
    return None


def _before_terms(text: str) -> Place | None:
    """ "Berlin-Mitte, 20 Stunden pro Woche": a town at the head of a line of terms."""
    match = shapes.CITY_FIRST.match(text)
    if (
        match is None
        or not shapes.OF_TERMS.search(text, match.end())
        or match["city"].casefold() in ALSO_WORK
    ):
        return None
    known = city_country(match["city"]) or town_country(match["city"])
    return Place(*match.span("city"), match["city"], *known) if known else None


def _is_remote_in(text: str, place: Place) -> bool:
    """ "Remote - Canada", "France (remote)": a mode of work, a country, and nothing else."""
    rest = re.sub(r"\W+", " ", text[: place.start] + " " + text[place.end :]).strip()
    return is_work_mode(rest)
