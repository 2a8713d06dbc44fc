"""What a resume wants is no proof that its owner can do it: "looking to move into intensive care"."""

from __future__ import annotations

import re

from careercraft.read.clean import BULLETS

_USES = r"(?!\s+(?:use|apply|bring|leverage|contribute|utili[sz]e|put|employ|share|offer))"
_WISH = re.compile(
    r"\b(?:(?:looking|seeking|hoping|wanting|wish(?:es|ing)?|hopes?|wants?|aim(?:s|ing)?|would like|ready|keen)"
    rf" to{_USES}"
    r"|eager (?:to|for)|interested in|aspiring|aspires? to|willing(?:ness)? to|currently learning|want to learn)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(rf"[.!?;•](?:\s|$)|\n\s*\n|\n\s*[-–*{BULLETS}]")


def is_wish(text: str, position: int) -> bool:
    """A wish opens the sentence before this position."""
    start = max(
        (found.end() for found in _SENTENCE.finditer(text, max(0, position - 300), position)), default=0
    )
    return bool(_WISH.search(text, max(start, position - 160), position))


def opens_with_wish(text: str) -> bool:
    return bool(_WISH.match(text.strip()))
