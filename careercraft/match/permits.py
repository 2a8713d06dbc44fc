"""The right to work somewhere: what a posting asks, what a person states. A nationality as such says neither.

Standings of a person in a country, each including those below it: `citizen`, `resident` (for good: a green card),
`work` (without help of the employer), `sponsor` (needs the employer's help).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from careercraft.match.money import WishError
from careercraft.model.job import Sponsorship
from careercraft.parse.job_cue import Lazy
from careercraft.parse.place_names import COUNTRIES
from careercraft.parse.places import country_code
from careercraft.parse.tables import word_set

Standing = Literal["citizen", "resident", "work", "sponsor"]
_RANK: dict[Standing, int] = {"citizen": 3, "resident": 2, "work": 1, "sponsor": 0}
_FREE_MOVEMENT = word_set(
    "AT BE BG CH CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK"
)
"""The EU, the EEA and Switzerland: who may work in "the EU" may work there."""
_ANYWHERE = "*"
"""Of words that name no country: the country applied to."""


class Permit(NamedTuple):
    area: str
    """ISO 3166-1 alpha-2, `EU`, or `*`."""
    standing: Standing


class Claim(NamedTuple):
    """What the person states, and where it stands in the text."""

    permit: Permit
    start: int
    end: int


class Ask(NamedTuple):
    areas: frozenset[str]
    """Any of these; empty where neither the words nor the posting's place tell."""
    least: Standing
    sponsored: bool
    """The employer takes who needs a sponsor."""


_US = r"u\.\s?s\.(?:\s?a\.)?|usa?|american|united states(?: of america)?"
_SPOKEN = {
    "GB": r"u\.\s?k\.|uk|british|united kingdom|great britain",
    "EU": r"e\.\s?u\.|eu|eea|european union|schengen",
}
_AREA = rf"(?P<area>{_US}|{'|'.join(_SPOKEN.values())}|canad(?:a|ian)|australian?|swiss|irish)"
_CITIZEN = Lazy(
    rf"(?<![\w/])(?:{_AREA}\s(?:citizen(?:s|ship)?\b(?!\s(?:services?|abroad|scien))"
    r"|passport(?:\sholder\b|(?=\W*$|\s?[,;|.)]))|(?:(?<=EU\s)|(?<=EEA\s))national\b)"
    rf"|citizen(?:ship)?\s(?:of|in)\s(?:the\s)?{_AREA.replace('area', 'area2')}(?!\w))",
    re.IGNORECASE,
)
_RESIDENT = Lazy(
    r"\bgreen[- ]card(?:\sholder)?\b"
    rf"|(?:{_AREA}\s)?\b(?:lawful\s|legal\s)?permanent\sresiden(?:t|ce|cy)\b"
    rf"(?:\s(?:of|in)\s(?:the\s)?{_AREA.replace('area', 'area2')})?",
    re.IGNORECASE,
)
_MAY_WORK = Lazy(
    r"\b(?:authori[sz]ed|eligible|permitted|entitled|allowed|(?:legal(?:ly)?\s|full\s)?right|legally\sable)\s"
    r"(?:to\swork|for\semployment)\b"
    r"(?!\s(?:check|document|compliance|polic|verif|poster))"
    r"|(?P<paper>\b(?:work(?:ing)?|employment)\s(?:authori[sz]ation|permit|rights?|visa)\b|\barbeitserlaubnis\b"
    r"|\bpermis\sde\stravail\b|\bpermiso\sde\strabajo\b)|\bunrestricted\swork\b"
    r"|\bno\s(?:visa\s)?sponsorship\s(?:is\s)?(?:needed|required|necessary)\b"
    r"|\b(?:do(?:es)?\snot|don['’]t|doesn['’]t|without|not|never)\s(?:the\sneed\s(?:for|of)\s|need(?:ing)?\s|requir(?:e|ing)\s)+"
    r"(?:\w+\s){0,3}?(?:sponsor\w*|visa)\b",
    re.IGNORECASE,
)
_NEEDS_SPONSOR = Lazy(
    r"\b(?:requir(?:e|es|ing)|need(?:s|ing)?)\s(?:an?\s|the\s)?(?:[\w-]+\s){0,2}?"
    r"(?:visa\ssponsor\w*|sponsorship|work\s(?:visa|permit)|visa\ssupport)\b"
    r"|\b(?:seek(?:s|ing)?|looking\sfor)\s(?:[\w-]+\s){0,2}?(?:visa\ssponsor\w*|visa\ssupport)\b|\b(?:visa\s)?sponsorship\s(?:is\s)?(?:required|needed)\b"
    r"|\bsponsorship\s?:\s?(?:yes|required|needed)\b",
    re.IGNORECASE,
)
_DENIED = Lazy(r"\b(?:no|not|never|without|don['’]t|doesn['’]t|nor)\b[^.;\n]{0,30}$", re.IGNORECASE)
_LACKS = Lazy(
    r"\b(?:no|not(?!\sonly)|lack\w*|without|expired?|pending|applied\sfor)\b[^.;,\n]{0,20}$", re.IGNORECASE
)
_PERSONAL_DATA = Lazy(
    r"^\W*(?:nationalit\w+|citizenship|staatsangeh\w+|nacionalidad|nazionalit\w+|cittadinanza|date of birth"
    r"|birth\s?(?:date|place)|born)\b",
    re.IGNORECASE,
)
"""Lines of personal data name a nationality; they state no right to work."""
_OF_OTHERS = Lazy(
    r"\b(?:candidates?|employees?|applicants?|clients?|workers?|staff|students?|patients?|immigrants?|families|individuals?"
    r"|people|customers?|who|they|their|helped|help|assist\w*|support\w*|serv(?:ed|ing)|advis\w+|process\w*|verif\w+)\b"
    r"[^.;\n]{0,40}$",
    re.IGNORECASE,
)
"""Words before it that make it another person's: of those who hire, advise and help."""
_HELD = Lazy(
    rf"(?:^|[,:(–-])\W*(?:(?:valid|full|current|open|permanent|unlimited|unrestricted|legal|have|has|having|hold|holds|holding"
    rf"|with|possess\w*|i|a|an|my|and|of|{_US}|{'|'.join(_SPOKEN.values())}|\w+(?:n|sh|ss|ch))\W+)*$",
    re.IGNORECASE,
)
"""What stands before a paper that the person has: "valid US work permit", not "processed work permits"."""
_PENDING = Lazy(r"\b(?:pending|expired|in progress|in process|applied)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[;|·•\n]|\.\s(?=[A-Z])")
_EITHER_WAY = Lazy(r"\bwith\sor\swithout\s(?:\w+\s){0,2}sponsor", re.IGNORECASE)
_US_PERSON = Lazy(rf"(?<!\w)(?:{_US})\sperson\b", re.IGNORECASE)


def read_permit(text: str) -> Permit:
    """What a person lists: "US", "EU", "Germany", "US citizen", "-US" (needs a sponsor there). Raises WishError."""
    words = text.strip()
    bare = re.sub(r"^(?:-|not\s|no\s)\s*", "", words, count=1, flags=re.IGNORECASE)
    match = re.search(r"\s(citizen(?:ship)?|permanent resident|green card(?: holder)?)$", bare, re.IGNORECASE)
    name = bare[: match.start()] if match else bare
    area = area_code(name)
    if area is None:
        raise WishError(
            f"{text!r} is no country", 'name a country or EU: "US", "Germany", "EU", "-US" for none there'
        )
    if bare != words:
        return Permit(area, "sponsor")
    if match is None:
        return Permit(area, "work")
    return Permit(area, "citizen" if match[1].lower().startswith("citizen") else "resident")


def area_code(name: str) -> str | None:
    """A country's code, `EU`, or None."""
    bare = " ".join(name.split()).strip(" .,")
    plain = bare.replace(".", "").lower()
    if re.fullmatch(_US, plain):
        return "US"
    spoken = next((code for code, words in _SPOKEN.items() if re.fullmatch(words, plain)), None)
    adjectives = {"canadian": "CA", "australian": "AU", "swiss": "CH", "irish": "IE"}
    short = country_code(bare.upper()) if len(bare) == 2 else None
    return spoken or adjectives.get(bare.lower()) or short or country_code(bare)


def claims(text: str) -> Iterator[Claim]:
    """What a resume states in so many words, in the order of the kinds. `text` is a line or sentence."""
    if _PERSONAL_DATA.search(text):
        return
    for match in _CITIZEN.finditer(text):
        if not match[0].lower().endswith("citizens"):
            yield from _claim(text, match, "citizen")
    for match in _RESIDENT.finditer(text):
        yield from _claim(text, match, "resident")
    needs = [match for match in _NEEDS_SPONSOR.finditer(text) if not _DENIED.search(text[: match.start()])]
    for match in needs:
        yield from _everywhere(text, match, "sponsor")
    for match in _MAY_WORK.finditer(text):
        inside = any(need.start() <= match.start() < need.end() for need in needs)
        before, after = _CLAUSE.split(text[: match.start()])[-1], _CLAUSE.split(text[match.end() :])[0]
        held = match["paper"] is None or (_HELD.search(before) and not _PENDING.search(after))
        if not inside and held and not _LACKS.search(text[: match.start()]):
            yield from _everywhere(text, match, "work")


def _everywhere(text: str, match: re.Match[str], standing: Standing) -> Iterator[Claim]:
    """In each of the countries named beside the words."""
    if not of_others(text[: match.start()]):
        for area in sorted(_areas_near(text, match.start(), match.end())):
            yield Claim(Permit(area, standing), *match.span())


def _claim(text: str, match: re.Match[str], standing: Standing) -> Iterator[Claim]:
    groups = match.groupdict()
    area = area_code(groups.get("area") or groups.get("area2") or "")
    if area is None and standing == "resident":
        area = "US" if "green" in match[0].lower() else _ANYWHERE
    before = text[: match.start()]
    personal = _PERSONAL_DATA.search(re.split(r"[|•·;,]|\s{2,}", before)[-1])
    if area and not (personal or _LACKS.search(before) or of_others(before)):
        yield Claim(Permit(area, standing), *match.span())


def of_others(before: str) -> bool:
    """Whether the words before a statement make it one about other people."""
    return bool(_OF_OTHERS.search(before))


def _areas_near(text: str, start: int, end: int) -> set[str]:
    """The countries named behind the words, else those before them in the same part of the line."""
    after, before = _CLAUSE.split(text[end:])[0], _CLAUSE.split(text[:start])[-1]
    return _areas(after) or _areas(before) or {_ANYWHERE}


def ask_of(text: str, country: str | None, sponsorship: Sponsorship | None) -> Ask | None:
    """What a posting's words demand; None where they name no right to work. `country` is that of the job."""
    citizen, resident = (
        _CITIZEN.search(text) or re.search(r"\bcitizenship\b", text, re.I),
        _RESIDENT.search(text),
    )
    person, work = _US_PERSON.search(text), _MAY_WORK.search(text)
    sponsors = re.search(r"\bsponsor", text, re.I)
    if not (citizen or resident or person or work or sponsors):
        return None
    least: Standing = "work" if work or not (citizen or resident or person) else "citizen"
    if least == "citizen" and (resident or person):
        least = "resident"
    areas = _areas(text) or ({"US"} if person else set()) or ({country} if country else set())
    sponsored = sponsorship == "offered" or bool(_EITHER_WAY.search(text))
    return Ask(frozenset(areas), least, sponsored)


def is_met(ask: Ask, held: Sequence[Permit], *, complete: bool) -> bool | None:
    """Whether what the person states meets the ask; `complete` where they listed every country themselves.

    None where they state nothing on it: silence is no refusal.
    """
    standings = [permit.standing for permit in held if _covers(permit.area, ask.areas)]
    if any(_RANK[standing] >= _RANK[ask.least] for standing in standings):
        return True
    if not standings:
        return False if complete and ask.areas and not ask.sponsored else None
    if "sponsor" in standings and max(map(_RANK.__getitem__, standings)) == 0:
        return ask.sponsored and ask.least == "work"
    # "May work" leaves open on what ground; a green card is no citizenship.
    return False if ask.least == "citizen" and "resident" in standings else None


def _covers(held: str, asked: frozenset[str]) -> bool:
    return held == _ANYWHERE or held in asked or (held == "EU" and bool(asked & _FREE_MOVEMENT))


def _areas(text: str) -> set[str]:
    """Every country, and the EU, that the words name."""
    found = {area_code(match["area"]) for match in _short_names().finditer(text)}
    names = _names()
    low = f" {re.sub(r'[^a-zà-ÿ]+', ' ', text.lower())} "
    found |= {code for name, code in names.items() if f" {name} " in low}
    if "US" in found:
        found -= {"GE"}  # the state
    return {area for area in found if area}


@cache
def _names() -> Mapping[str, str]:
    return {
        name: code for name, code in COUNTRIES.items() if len(name) > 4 and name not in ("jersey", "america")
    }


@cache
def _short_names() -> Lazy:
    """ "US" and "EU" in capitals: "us" is a pronoun."""
    words = r"U\.\s?S\.(?:\s?A\.)?|USA?|American?|U\.\s?K\.|UK|British|E\.\s?U\.|EU|EEA|Schengen"
    words += r"|Canadian|Australian|Swiss|Irish"
    return Lazy(rf"(?<![\w.])(?P<area>{words})(?!\w)")
