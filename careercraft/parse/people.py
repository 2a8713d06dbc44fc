"""Does a text name a person? For the first lines of a resume."""

from __future__ import annotations

import re

from careercraft.parse.evidence import employer_evidence, title_evidence
from careercraft.parse.given_names import GIVEN_NAMES, TRADE_SURNAMES
from careercraft.parse.headings import known_kind, normalize
from careercraft.parse.piece import Piece, words
from careercraft.parse.places import city_country, country_code, find_place
from careercraft.parse.school_words import SCHOOL_WORDS
from careercraft.parse.tables import word_set
from careercraft.parse.title_words import TITLE_LEVELS

_PARTICLES = word_set("""
    van von de der den del della di da das dos do du la le el al bin ibn ben zu af ter ten y e st
    ap ab ferch mac mc ó ní nic abu os""")
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’`.-](?=[^\W\d_]|$))*")
_SUFFIX = re.compile(
    r"(?:,\s*|\s+)(?:jr|sr|ii|iii|iv|ph\.?d|md|m\.d|rn|r\.n|cpa|pmp|mba|esq|pe|p\.e|bsn|msn"
    r"|dds|jd|msc|bsc|cfa|lpn|cissp|phr|sphr|eit)"
    r"\b\.?(?:\s*,\s*[\w.-]{2,8})*\s*$",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"(?:(?:resume|résumé|cv|curriculum vitae)\s*(?:of|for|[-–:])\s*|(?:mr|mrs|ms|miss|dr|prof|ing|dipl)\.?\s+)+",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:[A-Z]\.){1,3}")
# A nickname stands in brackets inside a name: "Robert (Bob) Weaver".
_CUT = re.compile(
    r"\s+[-–—|]\s+|\s*(?:[|•·]|\((?![\"“‘']?[A-Z][\w.]*[\"”’']?\)\s[A-Z]))\s*|,\s+(?=\S+\s+\S+)"
)
_SHORT_FORM = 4
# Words of headings and mottos that have a name's shape.
_NOT_NAMES = word_set("""
    resume curriculum vitae summary profile page welcome to the and of for with in on at my your company name city
    state highlights qualifications accomplishments overview confidential references street road avenue phone email
    address senior junior certified professional bilingual results energetic experienced dedicated motivated
    information personal skills experience education technology technologies solutions services systems management
    development updated last full time objective contact details linkedin github mobile home business data software
    human financial customer international national relations""")

# What stands before a trade in a title, so that linecook@… confirms no name.
_BEFORE_TRADES = word_set("""
    line prep fry grill pastry bread breakfast night day bus truck taxi delivery forklift company bank court police
    house oil sign private hotel finish stone coal steel pizza sous commis personal product team art tour data
    van lorry cab school kitchen chief master apprentice experienced trained freelance industrial commercial""")


def name_in(piece: Piece, email: str = "") -> Piece | None:
    """The person's name at the head of `piece` ("Jane Doe – Data Engineer" gives "Jane Doe"), or None.

    `email` is the resume's address where it is known; it can confirm a surname that is also a trade.
    """
    prefix = _PREFIX.match(piece.text)
    body = piece.cut(prefix.end() if prefix else 0)
    cut = _CUT.search(body.text)
    head = body.cut(0, cut.start() if cut else len(body.text)).trim()
    head = _without_title(head)
    suffix = _SUFFIX.search(head.text)
    core = head.cut(0, suffix.start()).trim() if suffix else head
    core = _without_trade(core)
    return core if is_name(core.text, email) else None


def _without_trade(piece: Piece) -> Piece:
    """ "Jane Doe, Architect" without the title behind the comma."""
    name, comma, trade = piece.text.rpartition(", ")
    return piece.cut(0, len(name)).trim() if comma and " " in name and title_evidence(trade) >= 2 else piece


def _without_title(head: Piece) -> Piece:
    """ "Beatrice Dell'Acqua" of "Beatrice Dell'Acqua, Architetta": a given name behind the comma is none."""
    before, comma, after = head.text.partition(",")
    one = comma and len(after.split()) == 1 and len(before.split()) > 1
    titled = one and (title_evidence(after) > 0 or before.split()[0].lower() in GIVEN_NAMES)
    return head.cut(0, len(before)).trim() if titled and after.strip().lower() not in GIVEN_NAMES else head


def is_name(text: str, email: str = "") -> bool:
    """Two to five capitalized words, none of which belongs to a title, an employer or a heading.

    A trade at the end is a surname ("Tom Baker") after a given name, an initial, or where `email` holds it too.
    """
    local = email.partition("@")[0].lower()
    parts = text.split()
    if not 2 <= len(parts) <= 5 or len(text) > 50:
        return False
    if not all(_is_name_word(part) for part in parts):
        return False
    if employer_evidence(text) >= 1.5 or _names_school(text):
        return False
    if title_evidence(text) >= 2 and not _is_trade_surname(parts, local):
        return False
    lowered = {part.lower().strip(".,") for part in parts}
    if lowered & _NOT_NAMES or known_kind(normalize(text)) is not None:
        return False
    return not is_place(text) and not _is_place_with_area(text)


def _is_place_with_area(text: str) -> bool:
    """ "Cardiff, Wales"; "Paris, Jean" is a surname and a given name."""
    place = find_place(text) if "," in text else None
    return place is not None and place.city is not None and (place.start, place.end) == (0, len(text))


def _names_school(text: str) -> bool:
    """Short forms of schools are surnames too ("Linh Vu", "Minh Tu")."""
    return any(word in SCHOOL_WORDS and len(word) > _SHORT_FORM for word in words(text))


def _is_trade_surname(parts: list[str], local: str) -> bool:
    """ "Emily Cook", "O. Driver", and "Xiomara Cook" with the address xcook@…, but not "Line Cook"."""
    first, last = (part.lower().strip(".,\"“”'’()") for part in (parts[0], parts[-1]))
    if last not in TRADE_SURNAMES or title_evidence(" ".join(parts[:-1])) > 0:
        return False
    initial = len(first) == 1 or bool(_INITIALS.fullmatch(parts[0]))
    if initial or first in GIVEN_NAMES:
        return True
    return last in local and local.startswith(first[:1]) and first not in _BEFORE_TRADES | TITLE_LEVELS


def _is_name_word(word: str) -> bool:
    bare = word.strip(",\"“”'‘’«»()")
    if bare.lower() in _PARTICLES:
        return True
    return bool(_WORD.fullmatch(bare)) and bare[0].isupper()


def is_place(text: str) -> bool:
    return city_country(text) is not None or country_code(text) is not None
