"""Cuts a passage into statements: sentences, and within them the clauses that ask with another strength."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from careercraft.model.job import Importance
from careercraft.parse.job_cue import Lazy
from careercraft.parse.job_cues import MUST, NICE, PLUS_END, PREFERRED, PREFERRED_START
from careercraft.parse.job_sections import Passage
from careercraft.parse.job_sentences import sentences
from careercraft.parse.job_units import trim

_LONG_ITEM = 400
_LONG_SENTENCE = 260
_LEANS_ON = Lazy(
    r"\b(?:least|of|than|minimum|with|or|and|to|an?|the|in|for|by|as|is|are|will|must|should|have|has"
    r"|on|over|about)$",
    re.IGNORECASE,
)
_RUN_TOGETHER = 180
_MANY_PARTS = 3
_FEW_WORDS = 3
_NEXT_ITEM = Lazy(
    r"(?<=[a-z)\d])\s+(?=(?:Experienced?|Proficien(?:t|cy)|Strong|Ability|Able|Knowledge|Extensive"
    r"|Excellent|Demonstrated|Familiar(?:ity)?"
    r"|Understanding|Bachelor[’']?s?|Minimum|Must|Solid|Good|Proven|Hands-on|Advanced|In-?depth"
    r"|Expertise|Willingness|Deep|Basic|Working|Exposure|Comfortable|Fluent"
    r"|Develop|Design|Build|Create|Manage|Support|Conduct|Provide|Perform|Collaborate|Maintain|Ensure"
    r"|Participate|Assist|Prepare|Implement|Analyze|Lead"
    r"|\d+\+? years) [a-z])"
)
_BRACKETS = re.compile(r"\([^()]*\)")
_RANK_ALONE = re.compile(
    r"\(\s*(?:is |are )?(?:an? )?(?:(?:strongly|highly|also|big|huge|strong|definite"
    r"|absolute) )?(?:preferred|required|desired|desirable|plus|bonus|optional|must|mandatory"
    r"|nice to have|must have"
    r"|a must)\s*\)",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"""(?P<mark>;\s*|,\s+(?:but\s+|and\s+|with\s+|while\s+)?|\s+but\s+|\s[–—-]\s)
        (?P<tail>[^,;]{3,110}?\b(?:preferred|desired|desirable|recommended|(?:a|an)\s(?:\w+\s)?(?:plus|bonus
        |asset|advantage)
        |nice\sto\shave|advantageous|helpful|required|optional|von\svorteil|wünschenswert|(?:wäre|ist)\sein\splus
      |(?:serait|est)\sun\s(?:plus|atout)|souhaitée?s?|appréciée?s?|valorable|deseable|desejável|diferencial
      |gradit[oa]|gewenst|(?:is|een)\s(?:een\s)?pré)\b[^,;]{0,18})$""",
    re.VERBOSE | re.IGNORECASE,
)
_FOREIGN = Lazy(
    r"vorteil|wünschens|wäre|ist ein|serait|est un|souhait|appréci|valorable|deseable|desejável|diferencial|gradit"
    r"|gewenst|pré$",
    re.IGNORECASE,
)
_NEW_PHRASE = Lazy(
    r"(?:an?|the|any|some|advanced|master['’]?s?|ph\.?d|mba|ms\b|m\.s|bs\b|bachelor\w*|graduate"
    r"|experience|knowledge|prior|previous"
    r"|familiarity|certification|additional|background|exposure|working|strong|ideally|doctorate"
    r"|other|[\w#+.]+\s(?:experience|knowledge))\b",
    re.IGNORECASE,
)


def rank_of(text: str) -> Importance | None:
    """How strongly the words of a statement ask, apart from any heading; None where they don't say."""
    bare = _outside_brackets(text)
    if NICE.search(bare) or PLUS_END.search(bare):
        softened = re.search(
            r"\bnot\s(?:\w+\s)?(?:required|mandatory|necessary|essential|a\smust)", bare, re.IGNORECASE
        )
        return "nice" if softened or not MUST.search(bare) else "must"
    if MUST.search(bare):
        return "must"
    return "preferred" if PREFERRED.search(bare) or PREFERRED_START.search(bare) else None


def _outside_brackets(text: str) -> str:
    """Without bracketed remarks, "(Airflow preferred)"; a bracket that only ranks, "(preferred)", stays."""
    if "(" not in text:
        return text
    return _BRACKETS.sub(lambda match: match[0].strip("()") if _RANK_ALONE.fullmatch(match[0]) else " ", text)


def clauses(flat: str, passage: Passage) -> Iterator[tuple[int, int]]:
    """The ranges of the statements of a passage."""
    unit = passage.unit
    ranges = list(sentences(flat, unit.start, unit.end))
    if unit.bullet and len(ranges) > 1 and not _part_ways(flat, ranges, unit.end - unit.start):
        ranges = [(unit.start, unit.end)]
    for start, end in ranges:
        parts = _semicolons(flat, start, end)
        for first, last in parts:
            for a, b in _run_together(flat, first, last):
                yield from [(a, b)] if len(parts) > 1 else _by_rank(flat, a, b)


def _run_together(flat: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Items whose line breaks were lost: "… in Python Experience with SQL Strong knowledge of …"."""
    if end - start > _RUN_TOGETHER:
        for match in _NEXT_ITEM.finditer(flat, start, end):
            if not _LEANS_ON.search(flat, max(start, match.start() - 12), match.start()):
                yield trim(flat, start, match.start())
                start = match.end()
    yield start, end


def _part_ways(flat: str, ranges: list[tuple[int, int]], length: int) -> bool:
    """Whether the sentences of one list item stand for themselves: it is long, or they ask differently."""
    ranks = {rank_of(flat[start:end]) for start, end in ranges}
    return length > _LONG_ITEM or len(ranks) > 1


def _by_rank(flat: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    cut = _tail_cut(flat[start:end])
    if cut is None:
        yield start, end
        return
    yield trim(flat, start, start + cut[0])
    yield trim(flat, start + cut[1], end)


def _semicolons(flat: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts between semicolons, when they are many, ask differently or the whole is long; else one range. A list
    of bare names stays whole, and so does one under a label."""
    whole = [(start, end)]
    if flat.find(";", start, end) < 0:
        return whole
    cuts = [start, *(match.end() for match in re.compile(r";\s").finditer(flat, start, end)), end]
    parts = [trim(flat, a, b) for a, b in pairwise(cuts)]
    parts = [(a, b - 1 if flat[b - 1] == ";" else b) for a, b in parts if a < b]
    short = sum(len(flat[a:b].split()) < _FEW_WORDS for a, b in parts)
    if short and (len(parts) < _MANY_PARTS or 2 * short > len(parts) or ":" in flat[slice(*parts[0])]):
        return whole
    ranks = {rank_of(flat[a:b]) for a, b in parts}
    return parts if len(ranks) > 1 or len(parts) >= _MANY_PARTS or end - start > _LONG_SENTENCE else whole


def _tail_cut(text: str) -> tuple[int, int] | None:
    """Where a last clause of another strength begins: (end of the head, start of the tail)."""
    match = _TAIL.search(text)
    if match is None or text.count("(", 0, match.start()) != text.count(")", 0, match.start()):
        return None
    head, tail = text[: match.start()], match["tail"]
    if len(head.split()) < 2 or rank_of(head) == rank_of(tail):
        return None
    joined_by_comma = match["mark"].startswith(",")
    if rank_of(head) is None and rank_of(tail) == "must":
        return None
    clause = "," not in head and re.search(r"\s(?:is|are)\s", tail)
    if (
        joined_by_comma
        and rank_of(head) is None
        and not (clause or _NEW_PHRASE.match(tail) or _FOREIGN.search(tail))
    ):
        return None
    return match.start(), match.start("tail")
