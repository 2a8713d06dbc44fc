"""Sentences of a paragraph, as ranges of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careercraft.parse.job_cue import Lazy
from careercraft.parse.job_units import trim

_STOP = re.compile(
    r"""[.!?]+["”')\]]*\s+(?=["“'(\[]?[A-Z0-9À-ÖØ-Þ¿¡•])     # the usual end of a sentence
      | (?<=[a-z)]{3})\.(?=(?:Ability|Able|Experience|Experienced|Strong|Knowledge|Excellent|You|We|The|Must
      |Proficient
                            |Proficiency|Good|Demonstrated|Minimum|Bachelor|This|In|Our|Familiarity
                            |Candidates?)\b)
    """,
    re.VERBOSE,
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.?g|i\.?e|etc|vs|inc|ltd|llc|corp|co|sr|jr|dr|mr|mrs|ms|st|no|approx|min|max|incl"
    r"|dept|est|u\.s|u\.k|ph|ph\.?d"
    r"|b\.?s|m\.?s|b\.?a|m\.?a|b\.?sc|m\.?sc|a\.m|p\.m|z\.b|d\.h|bzw|ca|inkl|ggf|u\.a|p\.ej|ex|nr"
    r"|mind|yrs?|govt|univ|assoc"
    r"|cert|exp|req|ing|fig|gen|lic)|\b[A-Za-z]|^\d{1,2})$",
    re.IGNORECASE,
)
_ENDS_ANYWAY = Lazy(r"(?:etc|inc|ltd|llc|corp|co|u\.s|ph\.?d|b\.?s|m\.?s|\b[A-Z])$", re.IGNORECASE)
_OPENER = Lazy(
    r"[\"“'(]?(?:The|This|We|You|Your|Our|It|In|Must|Experience|Ability|Knowledge|Strong|Candidates?"
    r"|Applicants?|Has|At|A"
    r"|Minimum|Proficien\w+|Familiar\w*|Excellent|Bachelor\w*|Master\w*|Preferred|Required|Join|As)\b"
)


def sentences(flat: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Ranges of the sentences between `start` and `end`, trimmed, in order, none empty."""
    begin = start
    for match in _STOP.finditer(flat, start, end):
        if _is_abbreviation(flat, begin, match):
            continue
        piece = trim(flat, begin, match.end())
        if piece[0] < piece[1]:
            yield piece
        begin = match.end()
    piece = trim(flat, begin, end)
    if piece[0] < piece[1]:
        yield piece


def _is_abbreviation(flat: str, begin: int, match: re.Match[str]) -> bool:
    if flat[match.start()] != ".":
        return False
    word = flat[max(begin, match.start() - 12) : match.start()]
    if not _ABBREVIATION.search(word):
        return False
    # "etc. You will" ends a sentence all the same.
    return not (
        _ENDS_ANYWAY.search(word)
        and _OPENER.match(flat, match.end())
        and flat[match.end() + 1 : match.end() + 2] != "."
    )
