"""Words in quotation marks: those of a document stand for themselves, and nobody may put others into its mouth."""

from __future__ import annotations

import re
from collections.abc import Sequence

from careercraft.match.proposed_quotes import Quotes

_QUOTED = re.compile(r"“([^”]{3,})”|\"([^\"]{3,})\"|„([^“”]{3,})[“”]|«([^»]{3,})»")
_SAYS = (
    r"(?:says?|said|states?|stated|reads?|mentions?|mentioned|writes?|wrote|notes?|noted|lists?|listed"
    r"|shows?|showed|claims?"
    r"|claimed|puts?|contains?|has|with)"
)
_ACCORDING = r"(?:according to|as|in|from|quot\w+|per)\s+(?:your|the|this)\s+(?:own\s+)?"
_RESUME = re.compile(
    rf"\b{_ACCORDING}(?:resume|cv|profile)\b|\b(?:resume|cv|profile)\s+(?:\w+\s+){{0,2}}?{_SAYS}\b"
    r"|\byou\s+(?:wrote|say|said|write|state|stated|mention|mentioned|claim|claimed)\b",
    re.IGNORECASE,
)
_POSTING = re.compile(
    rf"\b{_ACCORDING}(?:posting|job|ad|advert\w*|description|employer)\b"
    rf"|\b(?:posting|job(?: ad| description)?|advert\w*|employer|they)\s+(?:\w+\s+){{0,2}}?(?:{_SAYS}"
    rf"|asks?(?: for)?|wants?)\b",
    re.IGNORECASE,
)
_ADVICE = re.compile(
    r"^\W*(?:write|rewrite|say|add|replace|change|try|use|put|turn|instead|consider|for example|e\.g"
    r"|rather|rephrase|name|tell)\b"
    r"|\b(?:could|should|would|might|instead|such as|for example)\b",
    re.IGNORECASE,
)
_FEW = 2
"""Words of a quote that may be a name or a term: "the word “agile”"."""


def without_quotes(sentence: str, quotes: Sequence[Quotes]) -> str:
    """With blanks in the place of what stands in a document."""

    def left(found: re.Match[str]) -> str:
        return " " * len(found[0]) if _stands(_words(found), quotes) else f" {found[0][1:-1]} "

    return _QUOTED.sub(left, sentence)


def misquoted(sentence: str, quotes: Sequence[Quotes]) -> str:
    """Words that a document is said to have and hasn't; empty where there are none. `quotes`: resume, posting."""
    for found in _QUOTED.finditer(sentence):
        words = _words(found)
        before = sentence[: found.start()]
        if not quotes or len(words.split()) < _FEW or _ADVICE.search(before):
            continue
        own, asked = _RESUME.search(before), _POSTING.search(before)
        if not own and not asked:
            continue
        sources = quotes if own and asked else quotes[:1] if own else quotes[1:]
        if not _stands(words, sources):
            return words
    return ""


def _words(found: re.Match[str]) -> str:
    return next(group for group in found.groups() if group is not None)


def _stands(words: str, quotes: Sequence[Quotes]) -> bool:
    """Each part of it, where it leaves something out."""
    parts = [part.strip(" .,;:") for part in re.split(r"…|\.\.\.|\[…\]", words)]
    return all(any(next(one.find(part), None) for one in quotes) for part in parts if part) and any(parts)
