"""Headings inside running text: "… and SQL Responsibilities: - Build …", "… our team. ## What You Bring …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from careercraft.parse.job_cue import Lazy
from careercraft.parse.job_headings import KNOWN, exact_heading, fact_label

_COLON = re.compile(r"\s?[:;]\s")
_CAPITAL = Lazy(r"(?<!\S)[A-ZÀ-Þ][\w'’-]*")
_LONGEST_HEADING = 70
_LEANS_ON = Lazy(
    r"\b(?:an?|the|our|your|and|or|of|to|for|with|as|is|are|in|on|all|these|this|other|following|meet|any)$",
    re.IGNORECASE,
)
_OPENS_PIECE = Lazy(r"\s+[A-Z0-9•*\"“-]")
# The end of an item and the heading behind it: "Computer Skills Required Experience:".
_TWO_IN_ONE = Lazy(
    r"\b(?:skills?|experience|education|knowledge)\s(?:required|minimum|preferred|desired|key|basic"
    r"|additional)\s\w",
    re.IGNORECASE,
)
_NOT_INLINE = frozenset(
    (
        "you",
        "job",
        "plus",
        "note",
        "contact",
        "apply",
        "role",
        "the role",
        "the job",
        "profile",
        "training",
        "poste",
    )
)
# Headings that also begin sentences count inline only with a colon.
_SENTENCE_START = frozenset({
    "apply now", "to apply", "we offer", "we provide", "we value", "looking for", "we are looking for",
    "we're looking for", "you will", "the successful candidate", "the ideal candidate",
    "ideal candidate", "you have", "you are", "you bring", "you must have", "you will have",
    "you will need", "in this role", "in return", "contact us", "our client", "our company",
    "the company", "our team", "the team", "your team", "the role", "the job", "the position",
    "this role", "the opportunity", "we are", "our culture", "our mission", "your role", "your job",
    "your day", "your mission", "your experience", "your skills", "the work", "please note",
    "the process", "wir bieten", "wir erwarten", "nous offrons", "vous avez", "vous êtes", "wij bieden",
})  # fmt: skip
_ALONE = frozenset({
    "requirements", "responsibilities", "qualifications", "benefits", "duties", "overview", "perks",
    "job title", "position title", "required skills", "required experience", "minimum qualifications",
    "preferred qualifications", "basic qualifications", "key responsibilities", "job requirements",
    "preferred skills", "required qualifications", "duties and responsibilities",
})  # fmt: skip


def inline_headings(text: str, run_on: bool) -> Iterator[tuple[int, int]]:
    """(start, end with the colon) of headings with a colon inside `text`; in a run-on also those without."""
    seen = 0
    for match in _COLON.finditer(text):
        found = _longest_heading(text, _words_before(text, match.start()), match.start())
        # "Bachelor's Degree required; concentration in …": a semicolon ends a heading only at the head of a piece.
        if found and ";" in match[0] and text[:found].rstrip()[-1:] not in (".", ":", ";", "!", "?"):
            continue
        if found is not None and found >= seen:
            yield found, match.end()
            seen = match.end()
    if run_on:
        yield from _bare_headings(text)


def _words_before(text: str, end: int) -> int:
    """Where the last few words before `end` begin, within their sentence."""
    low = max(0, end - _LONGEST_HEADING)
    stop = max(text.rfind(mark, low, end) for mark in (". ", "! ", "? ", "; ", ": "))
    start = stop + 2 if stop >= 0 else low
    return start if start == 0 or text[start - 1] == " " else text.find(" ", start, end) + 1 or end


def _longest_heading(text: str, start: int, end: int) -> int | None:
    """Where the longest run of words up to `end` begins that is a heading by itself."""
    while start < end:
        words = text[start:end]
        if words[0].isupper() and _known_inline(words, start):
            return start
        space = text.find(" ", start, end)
        if space < 0:
            return None
        start = space + 1
    return None


def _known_inline(words: str, start: int) -> bool:
    label = fact_label(words)
    if label == "salary" and start:
        label = None  # "… our team. Compensation: we offer …": only at the head of a line it labels a value
    if words.casefold() in _NOT_INLINE or label or _TWO_IN_ONE.search(words):
        return False
    return exact_heading(words) is not None


@lru_cache(maxsize=1)
def _bare_phrases() -> dict[str, tuple[str, ...]]:
    """Headings that are told without a colon, by their first word, the longest first."""
    phrases = {phrase for phrase in KNOWN if " " in phrase and len(phrase) > 7} - _SENTENCE_START
    table: dict[str, list[str]] = {}
    for phrase in sorted(phrases | _ALONE, key=lambda phrase: (-len(phrase), phrase)):
        table.setdefault(phrase.split(" ", 1)[0], []).append(phrase)
    return {first: tuple(found) for first, found in table.items()}


def _bare_headings(text: str) -> Iterator[tuple[int, int]]:
    low = text.lower().replace("’", "'")
    if len(low) != len(text):
        return
    phrases = _bare_phrases()
    for match in _CAPITAL.finditer(text):
        start = match.start()
        for phrase in phrases.get(low[start : match.end()], ()):
            end = start + len(phrase)
            if low.startswith(phrase, start) and _OPENS_PIECE.match(text, end) and _is_bare(text, start, end):
                yield start, end
                break


def _is_bare(text: str, start: int, end: int) -> bool:
    """Whether known words are a heading where they stand: after a sentence, or capitals in a run of words."""
    before = text[max(0, start - 40) : start].rstrip()
    if not before or before[-1] in ".!?;:)#*•-":
        return True
    return _title_case(text[start:end].split()) and not _LEANS_ON.search(before)


def _title_case(words: list[str]) -> bool:
    return len(words) > 1 and all(word[0].isupper() for word in words if len(word) > 3)
