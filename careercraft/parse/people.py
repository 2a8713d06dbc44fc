"""Does a text name a person? For the first lines of a resume."""

from __future__ import annotations

import re
import unicodedata

from careercraft.parse.evidence import employer_evidence, title_evidence
from careercraft.parse.given_names import GIVEN_NAMES, TRADE_SURNAMES
from careercraft.parse.headings import known_kind, normalize
from careercraft.parse.piece import Piece, words
from careercraft.parse.places import city_country, country_code, find_place
from careercraft.parse.school_words import SCHOOL_WORDS
from careercraft.parse.tables import word_set
from careercraft.parse.title_words import TITLE_LEVELS

_PARTICLES = word_set("""
    van von de der den del della di da das dos do du la le el al bin ibn ben zu af ter ten y st
    ap ab ferch mac mc ó ní nic abu os dela delos delas dello degli dei 't t ‘t 's vande vander zum zur vom auf im in op
    bint umm ould binti bte a/l a/p sri e i des du af och pour san santa""")
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’`.-](?=[^\W\d_]|$))*")
_LETTERS = (
    r"(?:ph\.?\s?d|dphil|md|m\.d|rn|r\.n|cpa|pmp|mba|m\.b\.a|esq|p\.e(?:ng)?|bsn|msn|dds|dvm|dnp"
    r"|jd|j\.d|llm|ll\.\s?[bm]|m\.?sc|b\.?sc|b\.?eng|m\.?eng|m\.\s?[as]|b\.\s?[as]|b\.?ed|m\.?ed|mph|mpa|msw|lcsw|cfa"
    r"|acca|fcca|cma|lpn|cissp|phr|sphr|eit|aia|riba|mpsi|mcips|c\.?eng|pharmd)\b\.?"
)
_SUFFIX = re.compile(
    rf"(?:(?:,\s*|\s+){_LETTERS}|,\s*(?:do|pe|ca|ma|ba|bs|ms|msc)\b)(?:\s+{_LETTERS}|\s*,\s*[\w.-]{{2,8}})*\s*$",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"""
    (?: (?:resume|résumé|cv|curriculum\ vitae|lebenslauf|curr[ií]culum)\s*(?:(?:of|for|von|de|di|van)\b|[-–:])\s*
      | (?:(?:hi|hello|hey|hallo|bonjour|hola|olá|ciao)[ ]?[,!]?[ ]+)?                 # "Hi, I'm Ada Brown"
        (?:i['’]m|i\ am|my\ name\ is|ich\ bin|mein\ name\ ist|je\ suis|je\ m['’]appelle|me\ llamo|soy
          |eu\ sou|(?:o\ )?meu\ nome\ é|mi\ chiamo|sono|ik\ ben|mijn\ naam\ is)[ ]+
      | dipl\.?[- ]\w{2,8}\.?(?:\ ?\((?:fh|univ|ba|dh|th|uni)\.?\))?[ ]+                # "Dipl.-Ing. (FH)"
      | (?:mr|mrs|ms|miss|mx|dr|drs|dra|prof|ing|dipl|mgr|mudr|judr|phdr|rndr|dott\.?ssa|dott|herr|frau|mme|mlle
          |doña|dhr|mevr)\.?(?:-ing\.?)?[ ]+
      | (?:med|rer|nat|phil|jur|habil|h\.\ ?c|mag|lic|licda|arq|arch|avv|geom|rag|sig|sig\.ra|ir|bc|mw|sr|sra
          |[bm]\.?a|[bm]\.?sc|[bm]\.?eng|ph\.?d)\.[ ]+                                 # also given names without dot
    )+
    """,
    re.IGNORECASE | re.VERBOSE,
)
_GENERATION = re.compile(
    r",?\s+(?:jr|sr|jun|sen|ii|iii|iv|filho|neto|júnior|junior|hijo|fils|père)\b\.?$", re.IGNORECASE
)
_ACADEMIC = re.compile(
    r"(?:(?:dr|prof|ing|mudr|judr|phdr|rndr|dott\.?ssa|dott|dra|drs|ir|med|rer|nat|phil|jur|habil|h\.?\ ?c|mgr|mag|bc"
    r"|dipl\.?[- ]\w{2,8})\.?(?:-ing\.?)?\s+)+$",
    re.IGNORECASE,
)
"""What stays with a name ("Dr. med. Ada Brown"), where "Mr" and "Resume of" don't."""
_INITIALS = re.compile(r"(?:[A-Z]\.){1,3}")
# A nickname stands in brackets inside a name: "Robert (Bob) Weaver".
_CUT = re.compile(
    r"\s+[-–—|]\s+|\s*(?:[|•·]|\((?![\"“‘']?[A-Z][\w.]*[\"”’']?\)\s[A-Z]))\s*|,\s+(?=\S+\s+\S+)"
)
_SHORT_FORM = 4
_MOST_WORDS, _MOST_PARTS = 6, 8
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
    head = _without_title(head, folded(email.partition("@")[0]))
    suffix = _SUFFIX.search(head.text)
    core = head.cut(0, suffix.start()).trim() if suffix else head
    core = _without_trade(core)
    bare = _without_generation(core)
    if not is_name(bare.text, email):
        return None
    titles = _ACADEMIC.search(prefix[0]) if prefix else None
    return piece.between(body.start - len(titles[0]) if titles else core.start, core.end)


def _without_generation(piece: Piece) -> Piece:
    """ "Dale Whitcomb" of "Dale Whitcomb Jr."; "Jr." stays in the name, and says nothing for or against one."""
    found = _GENERATION.search(piece.text)
    return piece.cut(0, found.start()) if found else piece


def _without_trade(piece: Piece) -> Piece:
    """ "Jane Doe, Architect" without the title behind the comma."""
    name, comma, trade = piece.text.rpartition(", ")
    return piece.cut(0, len(name)).trim() if comma and " " in name and title_evidence(trade) >= 2 else piece


def _without_title(head: Piece, local: str) -> Piece:
    """ "Beatrice Dell'Acqua" of "Beatrice Dell'Acqua, Architetta": a given name behind the comma is none.

    `local` is the email address before its @, which may tell the two apart.
    """
    before, comma, after = head.text.partition(",")
    if (
        not comma
        or len(after.split()) != 1
        or len(before.split()) < 2
        or after.strip().lower() in GIVEN_NAMES
    ):
        return head
    first, last = folded(before.split()[0]), folded(after.strip())
    told = local.startswith(first[:4]) and last[:4] not in local
    titled = told or title_evidence(after) > 0 or before.split()[0].lower() in GIVEN_NAMES
    return head.cut(0, len(before)).trim() if titled else head


def folded(text: str) -> str:
    """Lower case without accents, as names stand in addresses."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))


def may_be_single_name(text: str, *, email: str, large: bool) -> bool:
    """One capitalized word at the top that the email address holds too, or that is set large."""
    if not _WORD.fullmatch(text) or not text[0].isupper() or len(text) < _SHORT_FORM:
        return False
    quiet = known_kind(normalize(text)) is None and text.lower() not in _NOT_NAMES and not is_place(text)
    return quiet and title_evidence(text) == 0 and (large or folded(text) in folded(email.partition("@")[0]))


def is_name(text: str, email: str = "") -> bool:
    """Two to five capitalized words, none of which belongs to a title, an employer or a heading.

    A trade at the end is a surname ("Tom Baker") after a given name, an initial, or where `email` holds it too.
    """
    local = email.partition("@")[0].lower()
    parts = text.split()
    full = sum(part[:1].isupper() or "'" in part for part in parts)
    if not 2 <= full <= _MOST_WORDS or len(parts) > _MOST_PARTS or len(text) > 50:
        return False
    if not all(_is_name_word(part) for part in parts):
        return False
    if _in_own_address(parts, local):
        return True
    if employer_evidence(text) >= 1.5 or _names_school(text):
        return False
    if title_evidence(text) >= 2 and not _is_trade_surname(parts, local):
        return False
    lowered = {part.lower().strip(".,") for part in parts}
    if lowered & _NOT_NAMES or known_kind(normalize(text)) is not None:
        return False
    return not is_place(text) and not _is_place_with_area(text)


def _in_own_address(parts: list[str], local: str) -> bool:
    """A given name and a surname that are words too, with both in the address: "Grant Writer", grant.writer@…"""
    first, last = (folded(part.strip(".,\"“”'’()")) for part in (parts[0], parts[-1]))
    return first in GIVEN_NAMES and local.startswith(first) and last in local[len(first) :]


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
    ranked = len(parts) > 2 or first not in GIVEN_NAMES  # "Dean" is a rank and a given name
    if last not in TRADE_SURNAMES or (ranked and title_evidence(" ".join(parts[:-1])) > 0):
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


def is_particle(word: str) -> bool:
    """ "de", "van": a name goes on behind it."""
    return word.lower() in _PARTICLES
