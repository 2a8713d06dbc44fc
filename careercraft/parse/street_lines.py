"""The town behind a street, with commas or without ("2218 Burlington Ave, Missoula", "Lindenstraße 8 Leipzig").

For the lines at the top of a resume only: what `addresses` can't tell, since there a street hides its line.
"""

from __future__ import annotations

import re
from functools import cache

from careercraft.parse.addresses import address_place
from careercraft.parse.place_names import COUNTRY_CODES, REGION_CODES, REGIONS
from careercraft.parse.places import Place, city_country, country_code, town_country

_LONGEST = 110
_CODE = 3
_SMALL = (
    r"am|an|im|in|de|la|las|los|le|les|del|della|di|da|do|dos|das|of|upon|sur|en|van|der|den|under|aan|on"
)
_WORD = r"[A-ZÀ-ÞĀ-Ž][^\W\d_]*(?:['’.-][^\W\d_]+)*[.-]?"
_NAME = rf"{_WORD}(?:[ -](?:(?:{_SMALL})[ -]){{0,2}}{_WORD}){{0,3}}"


def street_place(text: str) -> Place | None:
    """The town of an address that begins with a street; None where no street or no town is told."""
    if len(text) > _LONGEST or "@" in text:
        return None
    coded = any(char.isdigit() for char in text)
    found = (_after_comma(text) or _after_number(text) or _before_code(text)) if coded else None
    return found or long_town(text)


def _after_comma(text: str) -> Place | None:
    """Of parts between commas, the first behind the street that is a name."""
    first, comma, _ = text.partition(",")
    if not comma:
        return None
    street, at = _is_street(first), len(first) + 1
    for part in text[at:].split(","):
        start = at + len(part) - len(part.lstrip())
        at += len(part) + 1
        found = _patterns()["part"].match(part.strip())
        if found is None or _is_street(found["city"]) or not (street or _known(_town(found["city"]))):
            continue
        if place := _place(text, start + found.start("city"), found["city"]):
            return place
    return None


def _after_number(text: str) -> Place | None:
    """ "Rua do Cano 27 Évora" and "12 Shop Street Cork"."""
    for kind in ("number last", "number first"):
        match = _patterns()[kind].search(text)
        if match and (kind == "number first" or _is_street(match["street"]) or _known(_town(match["city"]))):
            return _place(text, match.start("city"), match["city"])
    return None


def _before_code(text: str) -> Place | None:
    """ "Évora Alentejo 7000-596", "Missoula, Montana 59801 US", or the postcode first ("D08 X2Y4 Dublin")."""
    for kind in ("code last", "code behind", "code first", "code end"):
        match = _patterns()[kind].match(text)
        known = match is not None and (kind != "code end" or _known(_town(match["city"])))
        if match and known and match["city"].casefold() not in REGIONS:
            return _place(text, match.start("city"), match["city"])
    return None


def long_town(text: str) -> Place | None:
    """ "Freiburg im Breisgau", with or without its region: a known town whose name goes on."""
    match = _patterns()["long"].match(text)
    return _place(text, 0, match["city"]) if match and _known(match["city"].split(" ")[0]) else None


def reads_as_place(text: str) -> bool:
    """ "Roma Lazio IT", "Freiburg im Breisgau": what looks like a name is a place."""
    last = text.rpartition(" ")[2]
    coded = last in COUNTRY_CODES or last in REGION_CODES
    if long_town(text):
        return True
    return coded and not text.isupper() and address_place(text) is not None


def _place(text: str, start: int, found: str) -> Place | None:
    name = _town(found)
    start += found.index(name)
    if (name.isupper() and len(name) <= _CODE) or name.casefold() in REGIONS or country_code(name):
        return None
    rest = re.findall(r"(?<!\w)[^\W\d_]+(?!\w)", text[start + len(name) :])
    code = next((word for word in rest if word in REGION_CODES), None)
    known = _known(name)
    country = next((told for word in reversed(rest) if len(word) > 1 and (told := _country(word))), None)
    country = country or (known[1] if known else REGION_CODES[code] if code else None)
    region = code if code and REGION_CODES[code] == country else known[0] if known else None
    return Place(start, start + len(name), name, region, country)


def _country(word: str) -> str | None:
    return None if word in REGION_CODES else country_code(word)


def _town(name: str) -> str:
    """The longest known town at the head of `name`, or at its end, else all of it without a region at its end."""
    words = name.split(" ")
    for count in range(len(words), 0, -1):
        if _known(" ".join(words[:count])) and not _joined(words, count):
            return " ".join(words[:count])
    for first in range(1, len(words)):
        if _known(tail := " ".join(words[first:])):
            return tail
    for count in range(1, len(words)):
        area = " ".join(words[count:])
        if area.casefold() in REGIONS or area in REGION_CODES or country_code(area):
            return " ".join(words[:count])
    return name


def _joined(words: list[str], count: int) -> bool:
    """ "Freiburg im Breisgau": the name goes on."""
    return count < len(words) and words[count].lower() in _SMALL.split("|")


def _known(name: str) -> tuple[str | None, str] | None:
    return city_country(name) or town_country(name)


def _is_street(text: str) -> bool:
    return bool(_patterns()["street"].search(text))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    street = r"""
        (?<![\w'’])(?: street|st|road|rd|avenue|ave|av|lane|ln|drive|dr|blvd|boulevard|way|court|ct|terrace|square|sq
          |highway|close|crescent|cres|gardens|grove|row|quay|place|pl|parade|rua|r|travessa|praça|largo|alameda|estrada
          |avenida|via|viale|piazza|corso|vicolo|calle|c|carrer|paseo|plaza|camino|rue|allée|chemin|impasse|quai
          |cours|route|gasse|platz|weg|allee|ring|ul|os|al|laan|plein|kade|gracht|singel|hof|blk|block|lot|apt|flat|unit
          |suite )(?![\w'’])
        | (?:stra(?:ß|ss)e|str\.?|gasse|platz|weg|allee|ring|damm|ufer|straat|laan|plein|kade|gracht|dijk|steeg|dreef
          |gatan|vägen|gade|vej|veien|gata|katu)(?!\w)
    """
    road = "Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Way|Court|Ct|Terrace|Square|Close|Crescent"
    rooms = "ap|apt|apto|piso|flat|unit|suite|lot|blk|bloco|esc|scala|int|top|bus|bte|étage|og"
    inner = rf"(?:(?:(?:{rooms})\.?[ ]?\d+\w*|\d\.?[ºª°][ ]?[A-Z]?)[ ,]+)"
    digits = r"\d{4,6}(?:-\d{3,4})?|\d\d-\d{3}|\d{3}[ ]\d\d|\d{4}[ ]?[A-Z]{2}"
    letters = r"[A-Z]{1,2}\d[A-Z\d]?[ ]\d[A-Z]{2}|[A-Z]\d[A-Z][ ]\d[A-Z]\d|[A-Z]\d[\dW][ ][A-Z\d]{4}"
    code = rf"(?:[A-Z]{{1,2}}-)?(?:{digits}|{letters})"
    own = r"\d{4,5}-\d{3}|\d{6}|\d{4}[A-Z]{2}|[A-Z]\d[\dW][ ][A-Z\d]{4}"  # of no street number's form
    back = rf"(?:[ ,]+(?:{digits}|{letters}|[A-Z]{{2,3}}|\([A-Z]{{2}}\))|[ ][-–][ ][A-Z]{{2}})"
    city = rf"(?P<city>{_NAME})"
    return {
        "street": re.compile(street, re.IGNORECASE | re.VERBOSE),
        "part": re.compile(rf"{inner}?(?:{code}[ ]+)?{city}{back}{{0,3}}(?:[ ](?:im|am|an))?[ .]*$"),
        "number last": re.compile(
            r"^(?P<street>[^\W\d][^\d,]{2,40}?)[ ,]+\d{1,4}[ ]?[a-zA-Z]?(?:/\d+)?[ ,]+"
            rf"{inner}?(?:{code}[ ]+)?{city}{back}{{0,3}}$"
        ),
        "number first": re.compile(rf"^\d+[\w/-]*[ ].{{2,40}}\b(?:{road})\b\.?[ ]+{city}{back}{{0,3}}$"),
        "long": re.compile(
            rf"^(?P<city>{_WORD}[ ](?:im|am|an[ ]der|in[ ]der|ob[ ]der|bei|upon|sur)[ ]{_WORD})(?:,.*)?$"
        ),
        "code last": re.compile(rf"^{city}[ ,]+(?:{own}){back}{{0,2}}$"),
        "code end": re.compile(rf"^{city}[ ,]+{code}(?:[ ,]+[A-Z]{{2}})?$"),
        "code behind": re.compile(rf"^{city},[ ]?(?:{_NAME}[ ,]+)?{code}(?:[ ,].*)?$"),
        "code first": re.compile(rf"^(?:{own})[ ,]+{city}{back}{{0,2}}$"),
    }
