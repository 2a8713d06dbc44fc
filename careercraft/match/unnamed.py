"""What a statement asks for beside the names that the taxonomy knows: "Salesforce and Foozle", "Python, understanding
of networks". Without this, one known name would hide its unknown neighbors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from careercraft.match.negation import affirmed
from careercraft.match.other_asks import is_person
from careercraft.model.match import Mention
from careercraft.parse.job_cue import Lazy

_NAME_WORD = r"(?:[A-Z][\w.+#-]*[\w+#]|[a-z]+[A-Z]\w*|[A-Z])"
_NAME = re.compile(rf"(?<![\w.-]){_NAME_WORD}(?: (?:{_NAME_WORD}|\d[\w.]*)){{0,3}}(?![\w-])")
_ASKED_BEFORE = Lazy(
    r"\b(?:experience|knowledge|expertise|proficien(?:cy|t)|familiar(?:ity)?|skills?|understanding"
    r"|experienced|skilled|command|competen(?:t|ce|cy)|certified|expert|mastery)\s+(?:in|with|of|on|using)\s+(?:the\s+|an?\s+)?$"
    r"|\b(?:languages?|tools?|frameworks?|platforms?|software|librar(?:y|ies)|databases?|systems?|using|such as|like)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?: (?!(?:and|or|as|at|by|for|from|in|is|are|of|on|to|with|would|such|will|that|which)\b)[a-z][\w-]*){0,2}"
)
"""The words that a name goes on with: "Industrial efficiency tools"."""
_NO_NAME = re.compile(
    r"^(?:IT|US|USA|UK|EU|I)\b|['’]s?$|(?:Developer|Engineer|Analyst|Manager|Architect|Administrator|Consultant|Specialist"
    r"|Technician|Lead|Director|Officer|Nurse|Teacher|Assistant|Associate|Supervisor|Coordinator)\b"
)
"""Places, a possessive and titles."""
_LISTED = re.compile(r"[\s,/()&]*(?:(?:and|or|as well as|the|an?)\b[\s,]*)*", re.IGNORECASE)
_TITLE_CASE = 0.65
"""Share of capitals among a statement's words, the first apart, from which a capital tells nothing."""
_HEAD = re.compile(
    r"(?:^|[,;]|\b(?:and|as well as|plus|ha(?:ve|s)|possess(?:es)?|requires?|need|bring|demonstrate)\b)\s*(?:an?\s+)?"
    r"(?:[\w-]+\s+){0,2}?"
    r"(?P<head>(?:knowledge|understanding|experience|proficiency|expertise|familiarity|command|background|competence"
    r"|grasp|mastery|skills?)\s+(?:of|in|with|on)|ability\s+to|capab(?:ility|le)\s+(?:to|of)|proficient\s+in|familiar\s+with"
    r"|skilled\s+in|experienced\s+in)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[,;.](?:\s|$)|\s(?:and|as well as|but|or)\s")


def unnamed_places(text: str, start: int, end: int, hits: Sequence[Mention]) -> list[tuple[int, int]]:
    """Places, in order, of unknown names and of clauses that ask for something without a known name."""
    found = [*_names(text, start, end, hits), *_clauses(text, start, end, hits)]
    kept: list[tuple[int, int]] = []
    for place in sorted(found):
        if (not kept or place[0] >= kept[-1][1]) and all(affirmed(text, [place])):
            kept.append(place)
    return kept


def _names(text: str, start: int, end: int, hits: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    if _is_title_case(text[start:end]):
        return
    edges = [hit.span.end for hit in hits]
    for found in _NAME.finditer(text, start + 1, end):
        first = found.start()
        last = _GOES_ON.match(text, found.end(), end).end()  # type: ignore[union-attr]
        if _touches(first, last, hits) or is_person(found[0]) or _NO_NAME.search(text[first : last + 2]):
            continue
        joined = any(edge <= first and _LISTED.fullmatch(text, edge, first) for edge in edges)
        if joined or _ASKED_BEFORE.search(text[max(start, first - 60) : first]):
            edges.append(last)
            yield first, last


def _is_title_case(text: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_]{2,}", text)[1:] if not word.isupper()]
    capitals = [word for word in words if word[0].isupper()]
    return len(capitals) > _TITLE_CASE * len(words)


def _touches(start: int, end: int, hits: Sequence[Mention]) -> bool:
    return any(hit.span.start < end and start < hit.span.end for hit in hits)


def _clauses(text: str, start: int, end: int, hits: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """ "…, understanding of IT architectures": from its head to the next comma or conjunction."""
    for found in _HEAD.finditer(text, start, end):
        stop = _BREAK.search(text, found.end("head"), end)
        last = stop.start() if stop else end
        if not _touches(found.start("head"), last, hits) and re.search(
            r"\w{2}", text[found.end("head") : last]
        ):
            yield found.start("head"), last
