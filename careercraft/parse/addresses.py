"""The town in an address line, which has spaces where a place in running text has commas ("8600 Dübendorf CH")."""

from __future__ import annotations

import re

from careercraft.parse.evidence import title_evidence
from careercraft.parse.job_cue import Lazy
from careercraft.parse.place_names import COUNTRY_CODES, REGION_CODES, REGIONS
from careercraft.parse.places import Place, city_country, country_code

_WORD = r"[A-ZÀ-ÞĀ-Ž][\w.'’-]+"
_NAME = (
    rf"{_WORD}(?:[ -](?:(?:am|an|im|in|de|la|del|do|da|of|upon|sur|en|van|der|den)[ -]){{0,2}}{_WORD}){{0,2}}"
)
_STREET = Lazy(
    r"\b(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|blvd|boulevard|way|court|ct|terrace|square|highway|hwy|apt|suite"
    r"|unit|floor|box)\b",
    re.IGNORECASE,
)
_WITH_CODE = Lazy(
    rf"(?<![\w.])(?:[A-Z]{{1,2}}-)?"
    rf"(?:\d{{4,5}}|\d\d-\d{{3}}|\d{{3}}[ ]\d\d|\d{{4}}[ ][A-Z]{{2}}|[A-Z]{{1,2}}\d[A-Z\d]?[ ]\d[A-Z]{{2}})"
    rf",?[ ](?P<city>{_NAME})"
)
_COMMA_COUNTRY = Lazy(rf"(?P<city>{_NAME}),[ ](?P<region>{_NAME})[ ,]+\(?(?P<country>[A-Z]{{2}})\)?$")
_CODE_LAST = Lazy(
    rf"(?P<city>{_NAME})[ ,]+(?:\d{{4,5}}|[A-Z]{{1,2}}\d[A-Z\d]?[ ]\d[A-Z]{{2}})(?:[ ,]+[A-Z]{{2}})?"
)
_TWO = Lazy(rf"(?P<city>{_WORD}(?:[ -]{_WORD})?), (?P<region>{_NAME})")
_FIRST = Lazy(rf"(?P<city>{_NAME})(?=[ ,(]|$)")
_AFTER = Lazy(r"[A-Z]{1,3}|[A-Z\d]{2,5}(?:[ -][A-Z\d]{2,4})?|\([A-Z]{2}\)")
_SMALL = Lazy(r"am|an|im|in|de|la|del|do|da|of|upon|sur|en|van|der|den|ob|bei|a|sul|aan")
_LONGEST = 70


def address_place(text: str) -> Place | None:
    """The town of a line of address, with region and country where they stand beside it; None where none is told."""
    if len(text) > _LONGEST:
        return None
    for coded in _WITH_CODE.finditer(text):
        if not _STREET.search(coded["city"]) and not coded["city"].isupper():
            return _place(text, coded.start("city"), _known_head(coded["city"]))
    if _STREET.search(text):
        return None
    if match := _CODE_LAST.fullmatch(text):
        return _place(text, 0, _known_head(match["city"]))
    if (match := _COMMA_COUNTRY.search(text)) and match["country"] in COUNTRY_CODES:
        city, region = match["city"], match["region"]
        return Place(match.start(), match.end(), city, _region(region), match["country"])
    if (match := _TWO.fullmatch(text)) and city_country(match["region"]) and not city_country(match["city"]):
        known = city_country(match["region"])
        quiet = title_evidence(match["city"]) == 0 and known is not None
        return Place(0, len(text), match["city"], match["region"], known[1]) if quiet and known else None
    match = _FIRST.match(text)
    if match is None:
        return None
    city = _known_head(match["city"])
    rest = text[len(city) :].replace(",", " ").split()
    if city_country(city) is None or not all(
        word[0].isupper() or _AFTER.fullmatch(word) or word.isdigit() for word in rest
    ):
        return None
    return _place(text, 0, city) if rest else None


def _known_head(name: str) -> str:
    """The longest beginning of `name` that is a known city ("Leeds" of "Leeds West Yorkshire"), else its first word."""
    words = name.split(" ")
    for count in range(len(words), 0, -1):
        if city_country(head := " ".join(words[:count])) and not _goes_on(words, count):
            return head
    small = next((at for at, word in enumerate(words) if _SMALL.fullmatch(word)), 0)
    return " ".join(words[: small + 2]) if small else words[0]


def _goes_on(words: list[str], count: int) -> bool:
    """ "Freiburg im Breisgau" is one name."""
    return count < len(words) and bool(_SMALL.fullmatch(words[count]))


def _place(text: str, start: int, city: str) -> Place:
    rest = text[start + len(city) :].replace(",", " ").strip(" ()")
    known = city_country(city)
    words = re.findall(r"[^\W\d_]+", rest)
    own = known[1] if known else None
    code = next((word for word in reversed(words) if word in COUNTRY_CODES and _is_country(word, own)), None)
    listed = next((_region(word) for word in words if word in REGION_CODES and word != code), None)
    region = listed or (known[0] if known else None)
    country = (
        code
        or (REGION_CODES.get(region) if region else None)
        or country_code(rest)
        or (known[1] if known else None)
    )
    end = start + len(city)
    return Place(start, end, city, region, country)


def _is_country(code: str, own: str | None) -> bool:
    """DE is Germany behind a German city, else Delaware."""
    return code not in REGION_CODES or code == own


def _region(name: str) -> str:
    found = REGIONS.get(name.casefold())
    return found[0] if found else name
