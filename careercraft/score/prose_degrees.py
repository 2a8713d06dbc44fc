"""Degrees in a sentence, and what they are in, against those of the resume and of the posting."""

from __future__ import annotations

import re

from careercraft.match.proposed_quotes import FUNCTION_WORDS
from careercraft.parse.degrees import find_degrees
from careercraft.parse.tables import word_set
from careercraft.score.prose_said import OWN, Said
from careercraft.score.prose_texts import stem

_NOT_OWN = re.compile(
    r"\b(?:ask\w*|require\w*|want\w*|prefer\w*|need\w*|posting|not|no|without|lack\w*|instead"
    r"|in place of|would|if)\b",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"\b(?:degree|bachelor['’]?s?|master['’]?s?|diploma|b\.?sc\.?|m\.?sc\.?|bsn|ph\.?d\.?|doctorate"
    r"|major(?:ed)?|stud(?:y|ied)"
    r"|graduated?)\s+(?:degree\s+)?(?:(?:is|was)\s+)?(?:(?:of|in)\s+)?(?P<field>(?:[A-Za-z]+\s?){1,5})",
    re.IGNORECASE,
)
_FIELD_ENDS = re.compile(
    r"\b(?:from|at|with|which|that|meets?|is|was|are|covers?|goes|fully|fulfil\w*|satisf\w*|helps?"
    r"|supports?|counts?|and you|to"
    r"|for|by|also|earned|matches|comes?|came|obtained|received|awarded|completed|already|gives?|on"
    r"|since|when|who|you|your|education|requirement|makes?|shows?)\b",
    re.IGNORECASE,
)
_GENERAL = word_set(
    "science sciences arts art degree field honours honors applied related subject your the first its"
)


def degrees_hold(said: Said) -> bool:
    facts = said.known.analysis.facts.education
    own = bool(OWN.search(said.left)) and not _NOT_OWN.search(said.left)
    for degree in find_degrees(said.left):
        if degree.level is None:
            continue
        if degree.level not in said.known.degrees:
            return False
        if own and facts.found_level and degree.level not in said.known.resume_degrees:
            return False
    return not own or all(_is_studied(found["field"], said) for found in _FIELD.finditer(said.left))


def _is_studied(field: str, said: Said) -> bool:
    """Every word of it stands in the resume's education; an empty field says nothing."""
    ends = _FIELD_ENDS.search(field)
    words = [word.casefold() for word in re.findall(r"[A-Za-z]+", field[: ends.start()] if ends else field)]
    telling = [word for word in words if word not in _GENERAL and word not in FUNCTION_WORDS]
    known = said.known.study_words
    return not known or all(stem(word) in known for word in telling)
