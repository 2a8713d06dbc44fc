"""Words that tell a person's gender, and the words that don't: "saleswoman" and "salesman" are a "salesperson".

Only whole words of a list: a Roman, "workmanship" and Postman (a program) stay what they are. "Women's health" is a
subject and stays too.
"""

from __future__ import annotations

import re
from functools import cache

_TRADES = """sales=salesperson chair=chairperson spokes=spokesperson business=businessperson trades=tradesperson
    crafts=craftsperson repair=repairer service=serviceperson drafts=drafter camera=camera-operator fire=firefighter
    police=police-officer fore=supervisor journey=journeyperson handy=handyperson line=lineworker council=council-member
    congress=member-of-congress door=door-attendant bar=bartender delivery=deliverer fisher=fisher anchor=news-anchor
    ombuds=ombudsperson stunt=stunt-performer weather=weather-presenter clergy=clergyperson mail=mail-carrier
    lay=layperson garbage=garbage-collector assembly=assembly-member alder=alderperson patrol=patroller
    sound=sound-technician signal=signaler ranch=rancher"""
"""What stands before -man, -woman and -person, and the word for all of them."""
_MEN, _SEVERAL = ("man", "woman", "person"), ("men", "women", "persons")
_OTHERS = """saleslady=salesperson chairlady=chairperson barmaid=bartender busboy=busser busgirl=busser
    bellboy=bellhop bellman=bellhop chambermaid=room-attendant
    waiter=waitperson waitress=waitperson actress=actor hostess=host stewardess=flight-attendant seamstress=tailor
    headmaster=head-teacher headmistress=head-teacher masseur=massage-therapist masseuse=massage-therapist
    housewife=homemaker househusband=homemaker manageress=manager usherette=usher landlady=landlord
    comedienne=comedian authoress=author sculptress=sculptor poetess=poet heroine=hero alumna=alumnus
    proprietress=proprietor instructress=instructor conductress=conductor"""
_NO_TRADES = frozenset(
    {"alumna", "alumnas", "alumnus", "heroine", "heroines", "hero", "heros", "poet", "poets"}
)
_PRONOUNS = """he=they she=they him=their his=their her=their hers=their himself=themselves herself=themselves
"""
_TITLES = frozenset({"Mr", "Mrs", "Ms", "Miss"})
"""With just these capitals: MS is a degree, a unit, or short for Microsoft."""


def _pairs(text: str) -> list[tuple[str, str]]:
    split = (entry.partition("=") for entry in text.split())
    return [(word, plain.replace("-", " ")) for word, _, plain in split]


@cache
def _table() -> dict[str, str]:
    """Words that tell a gender to those that don't."""
    table: dict[str, str] = {}
    for stem, plain in _pairs(_TRADES):
        table |= {f"{stem}{who}": plain for who in _MEN}
        table |= {f"{stem}{who}": f"{plain}s" for who in _SEVERAL}
    for word, plain in _pairs(_OTHERS):
        table |= {word: plain, _plural(word): _plural(plain)}
    return table


def _plural(word: str) -> str:
    if word.endswith("man"):
        return f"{word[:-3]}men"
    if word.endswith("y") and not word.endswith("oy"):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith("ss") else f"{word}s"


@cache
def _all() -> dict[str, str]:
    return _table() | dict(_pairs(_PRONOUNS))


@cache
def _names() -> frozenset[str]:
    single = (plain for plain in _table().values() if " " not in plain)
    return frozenset([*_table(), *single]) - _NO_TRADES


def is_trade(word: str) -> bool:
    """A word for whoever does some work, with or without a gender: "saleswoman", "salesperson", "waitress"."""
    return word in _names()


def ungendered(word: str, pronouns: bool = False) -> str:
    """A trade in small letters without its gender, in one or more words; any other word as it is.

    `pronouns`: also "he" and "Mr", where only the meaning of a text counts.
    """
    return (_all() if pronouns else _table()).get(word, word)


def is_title(word: str) -> bool:
    """What stands before a name, as it is written: "Ms", not "MS"."""
    return word in _TITLES


_FOREIGN = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (
            r"(?<=[^\W\d_]{3})(?:[:*_/]-?in(?:nen)?|In(?:nen)?)\b",
            "",
        ),  # Ingenieur:in, Ingenieur/-in, IngenieurIn
        (r"\b(\w{2,}(?:er|eur|or|ist|ant|ent|är))in(?:nen)?\b", r"\1"),
        (r"frau\b", "mann"),
        (r"schwester\b", "pfleger"),
        (r"\((?:e|se|euse|trice|ne|ère)\)|·(?:e|se|trice|ne|ère)\b", ""),  # Chargé(e), Développeur·se
        (r"(?<=\w{3})euse\b", "eur"),
        (r"(?<=\w{2})(?:trice|teur|tore)\b", "tor"),
        (r"(?<=\w{2})ière\b", "ier"),
        (r"(?<=\w{2})ienne\b", "ien"),
        (r"(?<=\w{2})(?:o/a|o\(a\)|a/o)(?=\W|$)", "o"),  # Enfermero/a
        (r"(?<=\w{2})(?:or/a|or\(a\)|ora)(?=\W|$)", "or"),
        (r"(?<=\w{2})era\b", "ero"),
    )
)


def ungendered_abroad(title: str) -> str:
    """A job title in German, French, Spanish or Italian in one form for all; no words that anybody would write."""
    for pattern, plain in _FOREIGN:
        title = pattern.sub(plain, title)
    return title
