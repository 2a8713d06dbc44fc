"""Is a line at the top of a resume its owner's headline?"""

from __future__ import annotations

import re

from careercraft.parse.contact_links import LINK
from careercraft.parse.emails import holds_address
from careercraft.parse.evidence import employer_evidence, school_evidence, title_evidence
from careercraft.parse.piece import Piece
from careercraft.parse.places import find_places
from careercraft.parse.rows import Row

_BAR = re.compile(r"\s+[|•·∙]\s+")
_PRONOUNS = re.compile(
    r"(?:she|he|they|ze|sie|er|elle|il|iel|ella|él|ela|ele|lei|lui|zij|hij|die)/", re.IGNORECASE
)
_ABBREVIATED = re.compile(r"(?:\b[A-Z][\w-]{0,4}\.){1,3}$|\w\.\w+\.$")
SLUG = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+){1,5}")
"""The name of an account ("ada-brown-writer")."""
_MOST_WORDS = 14
_LONG_WORD = 6


def headline_line(row: Row) -> Piece | None:
    """A whole line as the headline: a title, and behind a bar what its owner is good at; no place or address in it."""
    first = row.pieces[0]
    cells = first.split(_BAR)
    if len(cells) < 2 or not is_headline(cells[0].text.strip()) or holds_address(first.text):
        return None
    bare = any(find_places(cell.text) or LINK.search(cell.text) for cell in cells)
    return None if bare else first.strip()


def is_headline(text: str, least: float = 2) -> bool:
    """Does a title's word stand in it, and nothing of a school or an employer? `least` is the evidence asked."""
    return (
        title_evidence(text) >= least
        and len(text.split()) <= _MOST_WORDS
        and (not text.endswith(".") or bool(_ABBREVIATED.search(text)))
        and not SLUG.fullmatch(text.rpartition(" ")[2])
        and not school_evidence(text)
        and employer_evidence(text) < 2.5
    )


def may_be_headline(text: str) -> bool:
    """What stands behind the name on its line: a title, known or not, but no letters of a degree ("BSN, RN")."""
    if text.replace(",", "").replace(" ", "").isupper() or _PRONOUNS.match(text):
        return False
    plain = not re.search(r"[\d@]", text) and any(len(word) >= _LONG_WORD for word in text.split())
    return title_evidence(text) >= 1 or (plain and not find_places(text))
