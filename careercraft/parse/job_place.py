"""Where the work is done: city, region and country."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from careercraft.model.document import Span, Text
from careercraft.parse.job_cue import Lazy
from careercraft.parse.job_mode import is_work_mode, mode_of
from careercraft.parse.job_sections import Fact, Outline
from careercraft.parse.job_title_place import ALSO_WORK, place_in_title
from careercraft.parse.place_names import COUNTRIES, REGION_CODES, REGIONS
from careercraft.parse.places import Place, city_country, country_code, find_places, town_country


class Location(NamedTuple):
    text: Text
    city: str | None
    region: str | None
    country: str | None


_HEAD_UNITS = 12
_LONGEST_PLACE = 40
_ASKS_HERE = re.compile(
    r"\b(?:degree|experience|skills|knowledge|science|engineering|years|bachelor"
    r"|customers|clients|offices|founded|headquarter\w*)\b",
    re.IGNORECASE,
)
_CAPITALS = r"[A-ZÀ-Þ][\w.'’À-ÿ-]+(?:\s[A-ZÀ-Þ][\w.'’À-ÿ-]+){0,4}(?:,\s?[A-ZÀ-Þ][\w.À-ÿ-]+(?:\s[A-Z]\w+)?)?"
_RUN = Lazy(_CAPITALS)
_IN_PROSE = Lazy(
    rf"""(?:\b(?P<sure>(?i:based|located|situated|living|live|reside|residing|commut\w+|relocat\w+|standort|basée?s?
      |située?s?|ubicad[oa]|com\ssede|con\ssede|mit\ssitz|gevestigd))
        \s(?i:[a-z]+\s){{0,2}}?(?i:in|at|out\sof|near|from|to|of|à|en|em|a|te)\s(?:(?:[a-z]+\s){{1,3}}|(?:the|our)\s)?
      |\b(?P<anchor>(?i:location\sis|position\sis|role\sis|job\sis|working|work|office|facility|site|campus|join\sus|here
        |(?:join|grow)(?:ing)?\s(?:our|the|a|this)(?:\s[\w&-]+){{1,4}}
        |onsite|on-site|hybrid|position|opening|opportunity|available|client(?:['’]s)?(?:\ssite)?))
        \s(?i:(?:remotely\s|out\sof\s|from\s|on-?site\s|full[- ]time\s|available\s)*)
        (?i:in|at|out\sof|near|from|to|für|à|en)
        \s(?i:our\s|the\s|downtown\s|beautiful\s|central\s)*
      |\b(?P<label>Location):?\s
      |\b(?P<join>(?i:join\w*)\sour)\s(?:[a-z]+\s){{0,2}}
      |\bour\s(?:[a-z]+\s)?|\bin\s(?:our\s)?|\bthe\s)
      (?:[A-Z]\w+['’]s\s)?
      (?P<place>{_CAPITALS})(?P<office>\s(?i:office|campus|location|facility|headquarters))?(?P<team>\steam)?""",
    re.VERBOSE,
)
_DOWNTOWN = Lazy(
    r"\b(?i:downtown|city of|centre of"
    r"|center of)\s(?P<city>[A-ZÀ-Þ][\w'’À-ÿ-]+(?:\s[A-ZÀ-Þ][\w'’À-ÿ-]+){0,2})(?![\w&])"
)
# "Naval Air Station Patuxent River": the town is what follows the kind of site.
_SITE = Lazy(
    r"^.*\b(?:Station|Base|Center|Centre|Campus|Headquarters|Office|Hospital|Plant|Facility|Laborator(?:y|ies)"
    r"|Airport)\s(?=[A-Z])"
)
_OFFICE = re.compile(r"\s(?:Office|Campus|Location|Facility|Headquarters|HQ)\.?$")
_BASE = re.compile(
    r"\b(?:AFB|Air Force Base|Joint Base|Arsenal|Proving Ground|Fort [A-Z]\w+|Army|Naval|Camp [A-Z]\w+)\b"
)
_ABOUT_JOB = Lazy(r"\b(?:you|position|role|job|opening|opportunity|candidate)\b[^.;:]*$", re.IGNORECASE)
_ELSEWHERE = Lazy(
    r"\b(?:offices|positions|places|locations|clients|customers|stores|branches|sites|members|employees|teams|presence|workplaces?|stor(?:y|ies)|founded"
    r"|established|began|conference\w*|campuses|centers|facilities|companies|startups?)\b[^.;:]{0,40}$",
    re.IGNORECASE,
)
_COMPANY_STORY = Lazy(
    r"\b(?:headquarter\w*|established|founded|travel\w*|places)\b[^;:]{0,60}$", re.IGNORECASE
)
_LABEL = re.compile(r"(?:job |work |primary )?locations?\b[\s:–-]+", re.IGNORECASE)
_STEP = re.compile(r"\s+[-–—>/]\s+|\s*[>/]\s*")
_CITY = r"(?P<city>[A-Z][\w.'’]+(?:\s[A-Z][\w.'’]+){0,2})"
_CITY_STATE = re.compile(rf"\b{_CITY},\s(?P<state>[A-Z]{{2}})(?=\s[a-z])")
_CODED = Lazy(
    rf"\b(?:US|USA|United States)[\s,-]+(?P<region>[A-Z]{{2}})[\s,-]+{_CITY}"
    rf"|\bUSA?-{_CITY.replace('city', 'seat')}-(?P<of>[A-Z]{{2}})\b"
    rf"|^(?P<state>[A-Z]{{2}})\s?[,-]\s?{_CITY.replace('city', 'town')}$"
)
"""The way of application systems: "US-CA-San Francisco", "MO, Maryland Heights"."""


def read_location(outline: Outline) -> Location | None:
    """From a labelled fact, else the head of the posting, else clear words in prose."""
    facts = [fact for fact in outline.facts if fact.kind == "location"]
    for fact in facts:
        if place := _first_place(outline, fact.start, fact.end, fact.page):
            return place
    found = _from_head(outline) or _from_line(outline) or _from_prose(outline) or _from_title(outline)
    return found or (_unknown(outline, facts[0]) if facts else None)


def _from_title(outline: Outline) -> Location | None:
    first = outline.units[0] if outline.units else None
    place = place_in_title(outline.flat[first.start : first.end]) if first else None
    return _location(outline.flat, place, first.start, first.page) if first and place else None


def _unknown(outline: Outline, fact: Fact) -> Location | None:
    """A labelled place that no gazetteer knows stands as written; of more words those that name a town."""
    value = " ".join(outline.flat[fact.start : fact.end].split())
    words = value.split(" ")
    if inner := _known_part(outline, fact):
        return inner
    for count in range(min(3, len(words)), 0, -1):
        if town := town_country(" ".join(words[:count])):
            text = outline.text(fact.start, fact.start + len(" ".join(words[:count])), fact.page)
            return Location(text, text.value, *town)
    if len(value) > 60 or mode_of(value) or not value[:1].isupper():
        return None
    return Location(Text(value, Span(fact.start, fact.end, fact.page)), None, None, None)


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
    places = [place for place in [*_stated_in(value), *find_places(value)] if place.city or place.country]
    if not places:
        return None
    first = places[0]
    inside = [place for place in places if place.city and place.country == first.country]
    if first.city is None and inside and first.region in (None, inside[0].region):
        first = inside[0]
    return _location(outline.flat, first, start, page)


def _stated_in(value: str) -> list[Place]:
    """ "Flexible, though San Francisco, CA preferred": a city with its state inside other words."""
    match = _CITY_STATE.search(value)
    if match is None or REGION_CODES.get(match["state"]) != "US":
        return []
    return [Place(match.start(), match.end(), match["city"], match["state"], "US")]


def _coded(outline: Outline, value: str, start: int, page: int | None) -> Location | None:
    match = _CODED.search(value)
    region = match and (match["region"] or match["state"] or match["of"])
    if match is None or REGION_CODES.get(region or "") != "US":
        return None
    text = outline.text(start + match.start(), start + match.end(), page)
    return Location(text, match["city"] or match["town"] or match["seat"], region, "US")


def _from_wide_to_narrow(outline: Outline, value: str, start: int, page: int | None) -> Location | None:
    """ "USA - Massachusetts - Cambridge", "Germany / Bavaria / Munich": the city comes last."""
    parts = [part.strip() for part in _STEP.split(value)]
    if len(parts) != 3 or not parts[2][:1].isupper():
        return None
    country, region = COUNTRIES.get(parts[0].casefold()), REGIONS.get(parts[1].casefold())
    if country is None or (region is not None and region[1] != country):
        return None
    lead = len(value) - len(value.lstrip())
    text = outline.text(start + lead, start + len(value.rstrip()), page)
    return Location(text, parts[2], region[0] if region else parts[1], country)


def _location(flat: str, place: Place, base: int, page: int | None) -> Location:
    start, end = base + place.start, base + place.end
    return Location(Text(flat[start:end], Span(start, end, page)), place.city, place.region, place.country)


def _is_certain(place: Place, text: str) -> bool:
    """A city of the gazetteer, or one with a state or a country behind it that isn't just two capitals ("CS, IS")."""
    if not place.city or not (place.region or place.country) or country_code(place.city):
        return False
    if city_country(place.city) or city_country(place.city.partition(" ")[2]):  # "South San Francisco"
        return True
    return len(place.city.split()) <= 2 and (
        place.region is not None or len(text[place.start : place.end].rpartition(",")[2].strip()) > 2
    )


def _from_head(outline: Outline) -> Location | None:
    """A short line near the top that holds a place with its region or country: "Nurse | Boston, MA | Full-time"."""
    for unit in outline.units[:_HEAD_UNITS]:
        text = outline.flat[unit.start : unit.end]
        if len(text) > 110 or text.endswith("."):
            continue
        label = _LABEL.match(text)
        text = (
            " " * len(label[0]) + text[len(label[0]) :] if label else text
        )  # the places stay where they are
        last = text.rfind(":") + 1
        if found_last := _from_wide_to_narrow(outline, text[last:], unit.start + last, unit.page):
            return found_last
        found = find_places(text)
        for place in found:
            bare = text[place.start : place.end].casefold()
            if _is_certain(place, text) and bare not in ALSO_WORK and not _ASKS_HERE.search(text):
                return _location(outline.flat, place, unit.start, unit.page)
        if len(found) == 1 and found[0].country and _is_remote_in(text, found[0]):
            return _location(outline.flat, found[0], unit.start, unit.page)
    return None


def _from_line(outline: Outline) -> Location | None:
    """A line further down that holds nothing but a town with its state or country."""
    for unit in outline.units[_HEAD_UNITS:]:
        if unit.end - unit.start <= _LONGEST_PLACE and not unit.bullet:
            text = outline.flat[unit.start : unit.end]
            for place in find_places(text)[:1]:
                if "," in text and place.end - place.start >= len(text) - 1 and _is_certain(place, text):
                    return _location(outline.flat, place, unit.start, unit.page)
    return None


def _is_remote_in(text: str, place: Place) -> bool:
    """ "Remote - Canada", "France (remote)": a mode of work, a country, and nothing else."""
    rest = re.sub(r"\W+", " ", text[: place.start] + " " + text[place.end :]).strip()
    return is_work_mode(rest)


def _from_prose(outline: Outline) -> Location | None:
    best: tuple[int, Location] | None = None
    for unit in outline.units:
        for match in _IN_PROSE.finditer(outline.flat, unit.start, unit.end):
            found = _in_match(outline, match, unit.page)
            if found and (best is None or found[0] > best[0]):
                best = found
    return best[1] if best else _from_downtown(outline)


def _in_match(outline: Outline, match: re.Match[str], page: int | None) -> tuple[int, Location] | None:
    """The first place that the words name, with how far to trust it."""
    office = match["office"] or _OFFICE.search(match["place"])
    anchored = bool(match["sure"] or match["anchor"] or match["label"] or office)
    if match["anchor"] and _COMPANY_STORY.search(outline.flat, max(0, match.start() - 80), match.start()):
        return None
    if not anchored and _ELSEWHERE.search(outline.flat, max(0, match.start() - 60), match.start() + 1):
        return None
    for start, text in _readings(match["place"], bool(match["label"])):
        for place in find_places(text)[:1]:
            with_area = place.start < text.find(",") < place.end
            in_team = match["join"] and match["team"] and place.region  # "join our New Jersey team"
            if (_is_certain(place, text) and (anchored or with_area)) or in_team:
                return anchored + with_area, _location(
                    outline.flat, place, match.start("place") + start, page
                )
    return _town_in_match(outline, match, page) if anchored and not match["team"] else None


def _town_in_match(outline: Outline, match: re.Match[str], page: int | None) -> tuple[int, Location] | None:
    """ "Based in Gaithersburg", "our Franklin office": a smaller town, where the words around it say that it is a
    place; one that no gazetteer knows only where the sentence is about the job and its reader."""
    name, _, rest = re.split(r"\.(?:\s|$)", match["place"])[0].partition(",")
    name = _OFFICE.sub("", name)
    if rest or country_code(name) or _ASKS_HERE.search(name):
        return None
    known = town_country(name)
    about_job = match["sure"] and _ABOUT_JOB.search(outline.flat, max(0, match.start() - 60), match.start())
    unknown = bool(about_job) and not find_places(name) and name[1:].islower()
    if not known and not unknown and not _BASE.search(name):
        return None
    start = match.start("place")
    text = outline.text(start, start + len(name), page)
    return 1 + bool(about_job), Location(text, name, *(known or (None, None)))


def _readings(words: str, run_on: bool) -> Iterator[tuple[int, str]]:
    """The words, then without the last ("Sandy, UT Start"; in a run of labels without all that follow: "Location
    Houston Status Full Time"), each time also without the kind of site before the town."""
    for _ in range(words.count(" ") + 1 if run_on else 2):
        yield 0, words
        if site := _SITE.match(words):
            yield site.end(), words[site.end() :]
        words = words.rpartition(" ")[0]


def _from_downtown(outline: Outline) -> Location | None:
    """ "Located in downtown Santa Barbara": a town, whether a gazetteer knows it or not."""
    for unit in outline.units:
        match = _DOWNTOWN.search(outline.flat, unit.start, unit.end)
        if match and not _ASKS_HERE.search(match["city"]):
            start = match.start("city")
            run = _RUN.match(outline.flat, start, unit.end)
            known = find_places(run[0]) if run else []
            if known and known[0].start == 0 and known[0].city:
                return _location(outline.flat, known[0], start, unit.page)
            text = outline.text(start, match.end("city"), unit.page)
            return Location(text, match["city"], *(city_country(match["city"]) or (None, None)))
    return None
