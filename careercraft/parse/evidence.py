"""How much the words of a short text speak for a job title, an employer or a school."""

from __future__ import annotations

import re

from careercraft.parse.piece import words
from careercraft.parse.school_words import SCHOOL_WORDS
from careercraft.parse.tables import word_set
from careercraft.parse.title_words import (
    DEPARTMENTS,
    EMPLOYER_WORDS,
    LEGAL_FORMS,
    TITLE_HEADS,
    TITLE_LEVELS,
)
from careercraft.taxonomy.british import american
from careercraft.taxonomy.gendered import is_trade

# "Head of …", "Manager, Sales", "Engineer II (Contract)": the title's noun stands before these.
_HEAD_END = re.compile(
    r"\s+(?:of|for|to|in|at|bei|chez|presso|de|des|du|für|und|di|voor|van|[-–—])\s|[,(/]|[-–—]\s"
)
_PLACEHOLDER = re.compile(r"\b(?:Company|Employer|Organization)\s+Name\b", re.IGNORECASE)
_SCHOOL_ENDS = (
    "schule",
    "gymnasium",
    "akademie",
    "kolleg",
    "universität",
    "högskola",
    "hogeschool",
    "skolan",
    "universitet",
)
_COMPOUND = 9
_ROMANCE = re.compile(
    r"(?:or[ae]|dor|trice|eur|euse|i[eè]re?|ier[aio]|eir[ao]|er[ao]|[aá]ri[ao]|ist[ae]|ic[ao]|cien(?:ne)?)$"
)
"""Endings of titles in languages whose adjectives stand behind their nouns."""
_ROMAN = word_set("i ii iii iv v 1 2 3")


def title_evidence(text: str) -> float:
    """2 and more: ends its first phrase in a title's noun ("Senior Software Engineer, Platform"); 0: nothing."""
    head = _HEAD_END.split(text.strip(), maxsplit=1)[0]
    first = [word for word in words(head) if word not in _ROMAN]
    score = 0.0
    if first and _is_title(first[-1]):
        score += 0.8 if _is_plural(first[-1]) else 2.0  # "Marathon Medics" names a group of people
    elif len(first) > 1 and _ROMANCE.search(first[0]) and _is_title(first[0]) and _small(head.split()[1]):
        score += 2.5  # "Diretora clínica": the noun stands first
    every = list(words(text))
    if any(_is_title(word) for word in every):
        score += 1.0
    if every and every[0] in TITLE_LEVELS:
        score += 0.5
    return score


def _small(word: str) -> bool:
    return word[:1].islower()


def employer_evidence(text: str) -> float:
    """2 and more: a legal form or a kind of organization at the end ("Northwind Health Inc"); 0: nothing."""
    every = list(words(text))
    if not every:
        return 0.0
    score = 2.5 if _PLACEHOLDER.search(text) else 0.0
    if every[-1] in LEGAL_FORMS or text.rstrip().lower().endswith(
        tuple(f" {form}" for form in ("inc.", "ltd.", "co.", "corp."))
    ):
        score += 2.5
    elif every[-1] in EMPLOYER_WORDS:
        score += 1.5
    if any(word in EMPLOYER_WORDS for word in every):
        score += 0.7
    if text.lower().startswith(("the ", "university of", "department of", "city of", "state of", "bank of")):
        score += 1.0
    return score


def leaning(text: str) -> float:
    """Positive for a title, negative for an employer."""
    return title_evidence(text) - employer_evidence(text)


def school_evidence(text: str) -> bool:
    return any(
        part in SCHOOL_WORDS or (len(part) > _COMPOUND and part.endswith(_SCHOOL_ENDS))
        for word in words(text)
        for part in (word, *word.split("-"))
    )


def is_department(text: str) -> bool:
    """ "Sales and Marketing", "II", "North America": belongs to the title before it."""
    every = list(words(text))
    return bool(every) and all(word in DEPARTMENTS or word in _ROMAN for word in every)


def _is_plural(word: str) -> bool:
    return word not in TITLE_HEADS and word.endswith("s")


def _is_title(word: str) -> bool:
    """In British or American spelling."""
    return _in_tables(word) or ((plain := american(word)) != word and _in_tables(plain))


def _in_tables(word: str) -> bool:
    if word in TITLE_HEADS or (word.endswith("s") and word[:-1] in TITLE_HEADS):
        return True
    if len(word) > 6 and word.endswith("a") and (word[:-1] in TITLE_HEADS or word[:-1] + "o" in TITLE_HEADS):
        return True  # the feminine form of Spanish, Portuguese and Italian titles
    return is_trade(word) or _part_is_title(word)


def _part_is_title(word: str) -> bool:
    """ "chef/owner", "co-manager"; German compounds end in their noun ("vertriebsleiter")."""
    if "/" in word or "-" in word:
        return any(part in TITLE_HEADS for part in re.split(r"[/-]", word))
    return len(word) > 9 and word.endswith(
        (
            "leiter",
            "leiterin",
            "entwickler",
            "entwicklerin",
            "ingenieur",
            "berater",
            "kaufmann",
            "kauffrau",
            "assistent",
            "assistentin",
            "mechaniker",
            "techniker",
            "pfleger",
            "fachkraft",
            "fachfrau",
            "fachmann",
            "wart",
            "wartin",
            "helfer",
            "helferin",
            "lehrer",
            "lehrerin",
            "führer",
            "führerin",
            "arbeiter",
            "arbeiterin",
            "verkäufer",
            "verkäuferin",
            "medewerker",
            "verpleegkundige",
            "begeleider",
        )
    )
