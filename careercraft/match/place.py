"""Where and how the work is done, on both sides: distance, remote work and office days, moving, the right to work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from careercraft.match.person import Stated
from careercraft.match.profile import Profile
from careercraft.match.quoting import Quoter
from careercraft.model.document import Document
from careercraft.model.facts import HardFact, LocationFacts
from careercraft.model.job import Job
from careercraft.model.resume import Resume
from careercraft.parse.coordinates import distance_km, fold_city, point_of
from careercraft.parse.job_cue import Lazy
from careercraft.parse.places import Place, find_places
from careercraft.parse.tables import word_set

SAME_CITY, SAME_REGION, SAME_COUNTRY, OTHER_CITY, ABROAD = 1.0, 0.7, 0.4, 0.3, 0.0
_WEEK = 5.0
_WEEKS_A_MONTH = 52 / 12
_COUNTS = {"one": 1, "once": 1, "two": 2, "twice": 2, "three": 3, "four": 4, "five": 5, "ein": 1, "einen": 1,
           "zwei": 2, "drei": 3, "vier": 4, "un": 1, "deux": 2, "trois": 3, "quatre": 4}  # fmt: skip
_NUMBER = (
    rf"\b(?P<least>\d|{'|'.join(_COUNTS)})(?:\s?(?:-|–|to|or|bis|à)\s?(?P<most>\d|{'|'.join(_COUNTS)}))?"
)
_A_WEEK = r"(?:\s?(?:a|per|each|every|/|pro|par)\s?(?:week|woche|semaine|(?P<month>month|monat|mois)))?"
_DAYS = rf"\s?(?:\+\s?)?(?:x\s)?(?:days?|tage?n?|jours?|times|mal)?{_A_WEEK}"
_AT_OFFICE = Lazy(
    rf"{_NUMBER}{_DAYS}\s(?:\w+\s){{0,2}}?(?:in|at|from|on|im|au|dans)[- ](?:the\s|our\s|your\s|le\s|nos\s)?(?:\w+\s)?"
    r"(?:office|site|bureau|büro|location|person|campus|hq)",
    re.IGNORECASE,
)
_AT_HOME = Lazy(
    rf"{_NUMBER}{_DAYS}\s(?:\w+\s){{0,2}}?(?:remote(?:ly)?|(?:from|at)\shome|wfh|home-?\s?office|télétravail|de\stélétravail"
    r"|mobiles?\sarbeiten)",
    re.IGNORECASE,
)
_OFFICE_DAYS_ARE = Lazy(
    rf"\b(?:office|on-?site|in[- ]person)\s?(?:days?\s)?\(?{_NUMBER}\s?(?:x\s)?(?:days?|times){_A_WEEK}",
    re.IGNORECASE,
)
# "Berlin or Munich", "London / Leeds", "Austin, TX; Boston, MA".
_NEXT_SITE = re.compile(r"\s*(?:[/;|&•·,]|,?\s(?:or|and|oder|und|ou|et|o|y)\s)\s*", re.IGNORECASE)
_SITES_PART = re.compile(r"[/;|&•·]|\s(?:or|and|oder|und|ou|et|o|y)\s", re.IGNORECASE)
_MOST_SITES = 8
_EU = word_set("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK")
_EUROPE = _EU | word_set("AD AL BA BY CH FO GB GG GI IM IS JE LI MC MD ME MK NO RS SM UA VA XK")
_AMERICAS = word_set("US CA MX BR AR CL CO PE EC UY PY BO VE CR PA GT DO PR")
_WIDE = (
    (re.compile(r"\b(?:EU|European Union|EEA|Schengen)\b"), _EU | word_set("IS LI NO")),
    (re.compile(r"\bDACH\b"), word_set("DE AT CH LI")),
    (re.compile(r"\b(?:Nordics?|Scandinavia)\b"), word_set("SE NO DK FI IS")),
    (re.compile(r"\bBenelux\b"), word_set("BE NL LU")),
    (re.compile(r"\b(?:Europe|Europa)\b"), _EUROPE),
    (re.compile(r"\bNorth America\b"), word_set("US CA MX")),
    (re.compile(r"\bLATAM\b|\bLatin America\b"), _AMERICAS - word_set("US CA")),
    (re.compile(r"\bAmericas\b"), _AMERICAS),
)
"""Parts of the world that remote work is tied to."""


class Site(NamedTuple):
    """A place by its parts, and its words."""

    city: str | None
    region: str | None
    country: str | None
    words: str


def location_facts(
    resume: Resume,
    job: Job,
    documents: tuple[Document, Document],
    person: tuple[Profile, Stated],
    permit: HardFact | None,
) -> LocationFacts:
    """`permit` is what the posting demands of the right to work, held against what the person states."""
    profile, stated = person
    from_resume, from_job = Quoter("resume", documents[0]), Quoter("job", documents[1])
    home, site = _nearest_pair(_homes(resume, profile), list(_sites(job, documents[1])))
    in_reach, wide = _in_reach(job, documents[1], home)
    remote = stated.remote if profile.remote is None else profile.remote
    moves = stated.relocate if profile.relocate is None else profile.relocate
    own = [] if profile.homes or not resume.location else [resume.location.span]
    return LocationFacts(
        mode=job.work_mode,
        job_place=wide or (site.words if site else None),
        resume_place=home.words if home else None,
        nearness=nearness(home, site) if home and site else None,
        wants_remote=remote,
        evidence=(from_job.around(job.location.span),) if job.location else (),
        found_evidence=from_resume.all_around(own),
        mode_evidence=(
            *(from_resume.all_around(stated.remote_spans) if profile.remote is None else ()),
            *([from_job.around(job.work_mode_text.span)] if job.work_mode_text else ()),
        ),
        km=_km(home, site) if home and site else None,
        office_days=_office_days(job, documents[1]),
        in_reach=in_reach,
        relocation=job.relocation.kind if job.relocation else None,
        will_relocate=moves,
        relocation_evidence=(
            *(from_resume.all_around(stated.relocate_spans) if profile.relocate is None else ()),
            *([from_job.around(job.relocation.text.span)] if job.relocation else ()),
        ),
        authorized=permit.met if permit else None,
        authorization_evidence=(*permit.found_evidence, *permit.evidence) if permit else (),
    )


def _homes(resume: Resume, profile: Profile) -> list[Site]:
    """Those that the person names, else the resume's."""
    named = [
        Site(home.place.city, home.place.region, home.place.country, home.words) for home in profile.homes
    ]
    if named or resume.location is None:
        return named
    return [Site(resume.city, resume.region, resume.country, _words(resume.location.value))]


def _sites(job: Job, document: Document) -> Iterator[Site]:
    """The place of the job, and those that stand beside it in one list."""
    if job.location is None:
        return
    yield Site(job.city, job.region, job.country, _words(job.location.value))
    end = document.text.find("\n", job.location.span.end)
    rest = document.text[job.location.span.end : end if end >= 0 else None]
    for _ in range(_MOST_SITES):
        mark = _NEXT_SITE.match(rest)
        place = _place_at_head(rest[mark.end() :]) if mark else None
        if mark is None or place is None:
            return
        tail = rest[mark.end() :]
        yield Site(place.city, place.region, place.country, _words(tail[place.start : place.end]))
        rest = tail[place.end :]


def _place_at_head(text: str) -> Place | None:
    found = find_places(_SITES_PART.split(text)[0])
    return found[0] if found and found[0].start == 0 and (found[0].city or found[0].country) else None


def _words(text: str) -> str:
    return " ".join(text.split())


def _nearest_pair(homes: list[Site], sites: list[Site]) -> tuple[Site | None, Site | None]:
    """The first home of those that are as near to a site as any, and that site."""
    pairs = [(home, site) for home in homes if (site := _nearest(home, sites))]
    if not pairs:
        return homes[0] if homes else None, _nearest(None, sites)
    return min(pairs, key=lambda pair: _remoteness(*pair))


def _nearest(home: Site | None, sites: list[Site]) -> Site | None:
    """The first of those that are as near as any."""
    if home is None or not sites:
        return sites[0] if sites else None
    return min(sites, key=lambda site: _remoteness(home, site))


def _remoteness(home: Site, site: Site) -> tuple[float, int]:
    km = _km(home, site)
    near = nearness(home, site)
    return (
        (1.0 if near is None else -near, 20_000)
        if km is None
        else (-1.0 if km <= 100 else -(near or 0.0), km)
    )


def nearness(home: Site, site: Site) -> float | None:
    """1 same city, .7 same region, .4 same country, .3 another city of a country that isn't named, 0 abroad; None when
    a side doesn't say enough."""
    if home.country and site.country and home.country != site.country:
        return ABROAD
    same_region = not home.region or not site.region or home.region == site.region
    if home.city and site.city and fold_city(home.city) == fold_city(site.city) and same_region:
        return SAME_CITY
    same_country = home.country == site.country or not home.country or not site.country
    if home.region and site.region and same_country:
        return SAME_REGION if home.region == site.region else SAME_COUNTRY
    if home.country and site.country:
        return SAME_COUNTRY
    return OTHER_CITY if home.city and site.city else None


def _km(home: Site, site: Site) -> int | None:
    """Where both cities are known; a country that one side leaves out is taken to be the other's."""
    home_country, site_country = home.country or site.country, site.country or home.country
    if not (home.city and site.city and home_country and site_country):
        return None
    first, second = (
        point_of(home.city, home.region, home_country),
        point_of(site.city, site.region, site_country),
    )
    return distance_km(first, second) if first and second else None


def _in_reach(job: Job, document: Document, home: Site | None) -> tuple[bool | None, str | None]:
    """Remote work that names a country, a region or a part of the world, and no city, is done from there: whether the
    person lives there, and the name of the part of the world."""
    if job.work_mode != "remote" or job.city or home is None or not home.country:
        return None, None
    if job.country == home.country:
        return (job.region == home.region if home.region else None) if job.region else True, None
    if job.country:
        return False, None
    for text in (job.location, job.work_mode_text):
        line = _line(document.text, text.span.start) if text else ""
        for name, countries in _WIDE:
            if match := name.search(line):
                return home.country in countries, match[0]
    return None, None


def _line(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else None]


def _office_days(job: Job, document: Document) -> float | None:
    """Of a hybrid job; of "2 to 3 days" the mean."""
    if job.work_mode != "hybrid":
        return None
    for pattern in (_AT_OFFICE, _OFFICE_DAYS_ARE):
        if match := pattern.search(document.text):
            return min(_WEEK, _days(match))
    match = _AT_HOME.search(document.text)
    return max(0.0, _WEEK - _days(match)) if match else None


def _days(match: re.Match[str]) -> float:
    least, most = (_count(match[name]) for name in ("least", "most"))
    days = (least + most) / 2 if most else least
    return round(days / _WEEKS_A_MONTH, 1) if match["month"] else days


def _count(word: str | None) -> float:
    if not word:
        return 0.0
    return float(word) if word.isdigit() else float(_COUNTS[word.lower()])
