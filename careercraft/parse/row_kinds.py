"""What a row is by its words: running text, the head of an entry, a label, a place, a web address."""

from __future__ import annotations

import re

from careercraft.parse.dates import DURATION
from careercraft.parse.evidence import title_evidence
from careercraft.parse.piece import words
from careercraft.parse.places import find_places
from careercraft.parse.rows import Row, undated_rest
from careercraft.parse.tables import word_set
from careercraft.parse.title_words import ACTION_VERBS, INNER_LABELS, LEGAL_FORMS, TITLE_HEADS

_PLACE_LETTERS = 60
REMOTE = re.compile(
    r"\(?(?:(?:fully |100 ?% )?remote(?: work(?:ing)?)?|hybrid|on-?site|home ?office|télétravail|teletrabajo"
    r"|work from home|telelavoro|thuiswerk|von zu hause"
    r"|on tour|auf tournee|en tournée|in tournée|(?:various|multiple|several) (?:locations|sites)|verschiedene orte"
    r"|bundesweit|nationwide|worldwide|weltweit)\)?",
    re.IGNORECASE,
)

ALSO_REMOTE = re.compile(rf"\s*\((?:{REMOTE.pattern})\)$", re.IGNORECASE)
"""Behind a town: "Bengaluru (Remote)"."""


def is_place(row: Row) -> bool:
    """The row names a place and nothing else, or a way of working such as "Remote"."""
    rest = " ".join(piece.text for piece in undated_rest(row))
    rest = ALSO_REMOTE.sub("", rest).strip(" ()") or rest.strip(" ()")
    if len(rest) > _PLACE_LETTERS or not rest:
        return False
    if REMOTE.fullmatch(rest):
        return True
    places = find_places(rest, towns="," in rest)
    return len(places) == 1 and places[0].start == 0 and places[0].end >= len(rest)


_TWO_SENTENCES = re.compile(r"[^\W\d_]{3}[a-z)]*[.!?]\s+[A-Z]")
_ABBREVIATIONS = LEGAL_FORMS | word_set("dept. mgr. asst. etc. st. ave. intl. int'l. hosp. univ.")
_SENTENCE_END = re.compile(r"[.;!?]$")
_DATED_END = re.compile(r"\((?:[^()]*\W)?\d{4}\)\.$")
"""A stop after the dates of a head, not of a sentence."""
_AFTER_VERB = word_set("the a an all our in with for to up on over my this multiple various")
_ALSO_VERBS = word_set("cook lead guide coach host tutor judge model pilot chair process test label set")
_TITLE_PARTICIPLES = word_set("certified registered licensed self-employed united associated")
_ADDRESS = re.compile(r"\W*(?:https?://|www\.)?(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?\W*", re.IGNORECASE)
_TITLE_WORDS = 5
_HEADER_WORDS = 14


def is_sentence(text: str) -> bool:
    """Running text rather than a name or a title: long, or with a full stop that isn't an abbreviation's."""
    tokens = text.split()
    if len(tokens) > _HEADER_WORDS:
        return True
    if not _SENTENCE_END.search(text) or len(tokens) < 3:
        return False
    if _TWO_SENTENCES.search(text):
        return True
    last = tokens[-1]
    if _DATED_END.search(text) or "." in last.rstrip(".;!?"):
        return False  # "Cook, Inn (2016 - 2018).", "Rezerwo sp. z o.o.", "Talleres Vega S.L."
    return last.lower() not in _ABBREVIATIONS and (len(last) > 4 or last[:1].islower())


def starts_with_action(text: str) -> bool:
    """ "Managed a team …", "Responsible for …": tells what was done."""
    first, second = [*words(text), "", ""][:2]
    if first == "the" and _all_capitalized(text):
        return False  # "The Copper Spoon" is a name
    if first in TITLE_HEADS:
        return (
            first in _ALSO_VERBS and second in _AFTER_VERB
        )  # "Cook meals for …" is rare, "Cook, Corner Cafe" is not
    ends = len(first) > 4 and first.endswith("ed") and first not in _TITLE_PARTICIPLES
    return first in ACTION_VERBS or ends


def _all_capitalized(text: str) -> bool:
    """Every longer word has a capital, as in a name; a full stop at the end is a sentence's."""
    return not text.rstrip().endswith(".") and all(
        not word[0].islower() for word in text.split() if len(word) > 3
    )


def is_label(row: Row) -> bool:
    """ "Highlights", "Responsibilities:", a length of time alone: parts an entry and says nothing itself."""
    text = row.text
    return len(text) < 40 and (
        text.strip(" :*_").casefold() in INNER_LABELS or bool(DURATION.fullmatch(text))
    )


def _is_short_title(text: str) -> bool:
    """ "Design Intern", "Test Engineer": a title whose first word is a verb too."""
    return title_evidence(text) >= 2 and len(text.split()) <= _TITLE_WORDS and text == text.rstrip(".")


def is_address(row: Row) -> bool:
    """A web address on a line of its own."""
    return not row.bullet and bool(_ADDRESS.fullmatch(row.text))


def header_like(row: Row) -> bool:
    """Short, capitalized, no sentence: may name a title, an employer or a place."""
    text = row.text
    if row.bullet or is_sentence(text) or not text or len(text) > 120 or is_label(row):
        return False
    first = text.lstrip("([\"'“‘")[:1]
    return (
        (first.isupper() or first.isdigit() or not first.isascii())
        and (not starts_with_action(text) or _is_short_title(text))
        and not text.endswith(":")
    )
