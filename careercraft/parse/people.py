"""Does a text name a person? For the first lines of a resume."""

from __future__ import annotations

import re

from careercraft.parse.evidence import employer_evidence, school_evidence, title_evidence
from careercraft.parse.headings import known_kind, normalize
from careercraft.parse.piece import Piece
from careercraft.parse.places import city_country, country_code
from careercraft.parse.tables import word_set

_PARTICLES = word_set("""
    van von de der den del della di da das dos do du la le el al bin ibn ben zu af ter ten y e st""")
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
_CUT = re.compile(r"\s+[-–—|]\s+|\s*[|•·(]\s*|,\s+(?=\S+\s+\S+)")
# Words of headings and mottos that have a name's shape.
_NOT_NAMES = word_set("""
    resume curriculum vitae summary profile page welcome to the and of for with in on at my your company name city
    state highlights qualifications accomplishments overview confidential references street road avenue phone email
    address senior junior certified professional bilingual results energetic experienced dedicated motivated
    information personal skills experience education technology technologies solutions services systems management
    development updated last full time objective contact details linkedin github mobile home business data software
    human financial customer international national relations""")


def name_in(piece: Piece) -> Piece | None:
    """The person's name at the head of `piece` ("Jane Doe – Data Engineer" gives "Jane Doe"), or None."""
    prefix = _PREFIX.match(piece.text)
    body = piece.cut(prefix.end() if prefix else 0)
    cut = _CUT.search(body.text)
    head = body.cut(0, cut.start() if cut else len(body.text)).trim()
    suffix = _SUFFIX.search(head.text)
    core = head.cut(0, suffix.start()).trim() if suffix else head
    return core if is_name(core.text) else None


def is_name(text: str) -> bool:
    """Two to five capitalized words, none of which belongs to a title, an employer or a heading."""
    parts = text.split()
    if not 2 <= len(parts) <= 5 or len(text) > 50:
        return False
    if not all(_is_name_word(part) for part in parts):
        return False
    if title_evidence(text) >= 2 or employer_evidence(text) >= 1.5 or school_evidence(text):
        return False
    lowered = {part.lower().strip(".,") for part in parts}
    return not lowered & _NOT_NAMES and known_kind(normalize(text)) is None and not _is_place(text)


def _is_name_word(word: str) -> bool:
    bare = word.strip(",\"“”'’()")
    if bare.lower() in _PARTICLES:
        return True
    return bool(_WORD.fullmatch(bare)) and bare[0].isupper()


def _is_place(text: str) -> bool:
    return city_country(text) is not None or country_code(text) is not None
