"""The linker over a whole text: names, misspelled names and words that only mean a skill, each with its probability.

The probability is that of a reader who marks the skills in a text: "React" in a list of what one must know, not the
same word in "we react fast", in a job title or in the praise of the employer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from careercraft.match.cues import Features, Hit
from careercraft.match.fitted import Table, fitted, head_vectors
from careercraft.match.negation import affirmed
from careercraft.match.passages import Line, Word, is_short, read_lines, unread_lines
from careercraft.match.semantic import DECIMALS
from careercraft.model.document import Span
from careercraft.model.match import Mention
from careercraft.parse.headings import known_kind, normalize
from careercraft.parse.job_headings import exact_heading
from careercraft.parse.tables import word_set
from careercraft.taxonomy.surface import fold

if TYPE_CHECKING:
    from careercraft.match.linker import Linker

_READS_AS_SKILL = -0.5
"""Log odds of each word of a run that may mean a skill."""
_MEANS = 0.5
"""Similarity to the nearest entry below which words mean none of the taxonomy."""
_MOST_WORDS = 6
_LONGEST_HEADING = 60
_TITLE = re.compile(
    r"[ -](?:[\w/+#.-]+ ){0,2}?(?:engineer|developer|manager|analyst|architect|scientist|consultant|specialist|"
    r"administrator|designer|technician|programmer|officer|coordinator|director|supervisor|nurse|therapist|teacher|"
    r"recruiter|accountant|auditor|researcher|advis[eo]r)s?\b",
    re.IGNORECASE,
)
_EDGE = re.compile(r"^[^\w.]+|[^\w+#]+$")
_EMPTY = word_set(
    """a an and are as at be by for from have in is it its of on or our that the their these this to we well will with
    you your other such more any all etc"""
)


def link(text: str, linker: Linker, encode: bool = True) -> tuple[Mention, ...]:
    """Hits of all tiers in the order of the text, without overlaps, each with its probability. Without `encode`, and
    with another encoder than the fitted one, the words' own signs are all that counts and nothing is found by
    meaning alone."""
    table = fitted()
    encode = encode and linker.encoder.fingerprint == table.encoder
    lines = (
        read_lines(text, linker.encoder, head_vectors(), table.bias, table.alone)
        if encode
        else unread_lines(text)
    )
    found = all_hits(text, lines, named(text, linker), linker, encode)
    alone = is_short(lines)
    features = Features(text, lines, found, alone)
    return tuple(
        _mention(hit, table.probability(table_of(hit, encode), features.of(hit), alone)) for hit in found
    )


def is_likely(mention: Mention, least: float | None = None) -> bool:
    """Whether the probability is `least` at least; without it names count, and words that only mean a skill from
    the fitted threshold on."""
    if least is None:
        least = fitted().kept if mention.tier == "semantic" else 0.0
    return (mention.probability or 0.0) >= least


def all_hits(
    text: str, lines: Sequence[Line], names: Sequence[Hit], linker: Linker, encode: bool
) -> list[Hit]:
    """Names and what is meant, in the order of the text; what is part of a job title is neither."""
    hits = [*names, *(meant(text, lines, names, linker) if encode else ())]
    found = sorted(hits, key=lambda hit: (hit.start, hit.end))
    stated = affirmed(text, [hit[:2] for hit in found])
    return [
        hit for hit, is_stated in zip(found, stated, strict=True) if is_stated and not _in_title(text, hit)
    ]


def table_of(hit: Hit, encode: bool) -> Table:
    if hit.tier == "semantic":
        return "meant"
    if not encode:
        return "plain"
    return "misspelled" if hit.tier == "fuzzy" else "named"


def _mention(hit: Hit, probability: float) -> Mention:
    return Mention(
        skill_id=hit.skill.id,
        span=Span(hit.start, hit.end),
        tier=hit.tier,
        score=round(hit.likeness, DECIMALS),
        probability=round(probability, DECIMALS),
    )


def named(text: str, linker: Linker) -> list[Hit]:
    """Names and misspelled names."""
    skills = linker.taxonomy.skills
    found = []
    for mention in linker.surface.find(text):
        span = mention.span
        surface = linker.surface.surface_of(text[span.start : span.end])
        deed = surface is not None and surface.deed
        found.append(Hit(span.start, span.end, mention.tier, skills[mention.skill_id], deed=deed))
    misspelled = [
        Hit(near.start, near.end, "fuzzy", skills[near.skill_id], near.likeness)
        for near in linker.fuzzy.find_in(text, [hit[:2] for hit in found])
    ]
    return [*found, *misspelled]


def _in_title(text: str, hit: Hit) -> bool:
    """ "Machine learning engineer", "DevOps / cloud engineers"."""
    return bool(_TITLE.match(text, hit.end, hit.end + 40))


def meant(text: str, lines: Sequence[Line], named: Sequence[Hit], linker: Linker) -> Iterator[Hit]:
    """Runs of words that read like a skill where no name stands, with the entry that is nearest in meaning."""
    spans = [
        span
        for line in lines
        if not _is_heading(text[line.start : line.end])
        for span in _runs(text, line, named)
    ]
    if not spans:
        return
    vectors = linker.encode([text[start:end] for start, end in spans])
    similarity = (vectors @ linker.vectors.matrix.T).round(DECIMALS)
    for (start, end), row, best in zip(spans, similarity, similarity.argmax(axis=1), strict=True):
        skill = linker.taxonomy.skills[linker.vectors.ids[best]]
        likeness = float(row[best])
        if surface := linker.surface.surface_of(text[start:end]):
            if not surface.item:
                continue  # a name that has been turned down
            skill, likeness = linker.taxonomy.entries[surface.skill], 1.0
        if likeness >= _MEANS:
            yield Hit(start, end, "semantic", skill, likeness)


def _is_heading(line: str) -> bool:
    """Of a posting or a resume."""
    words = line.strip()
    return bool(len(words) <= _LONGEST_HEADING and (exact_heading(words) or known_kind(normalize(words))))


def _runs(text: str, line: Line, named: Sequence[Hit]) -> Iterator[tuple[int, int]]:
    taken = [hit for hit in named if hit.start < line.end and line.start < hit.end]
    run: list[Word] = []
    for word in [*line.words, Word(line.end, line.end, -1.0)]:
        free = not any(hit.start < word.end and word.start < hit.end for hit in taken)
        reads = free and word.score > _READS_AS_SKILL
        if run and (not reads or text[run[-1].end - 1] in ",;:)/" or text[word.start] in "(•*"):
            yield from _trimmed(text, run)
            run = []
        if reads:
            run.append(word)


def _trimmed(text: str, run: list[Word]) -> Iterator[tuple[int, int]]:
    """Without the signs and the little words at its ends."""
    words = [(word.start, word.end) for word in run]
    while words and fold(text[slice(*words[0])]) in _EMPTY:
        words.pop(0)
    while words and fold(text[slice(*words[-1])]) in _EMPTY:
        words.pop()
    if not words or len(words) > _MOST_WORDS:
        return
    start, end = words[0][0], words[-1][1]
    quote = text[start:end]
    kept = _EDGE.sub("", quote)
    if kept and any(char.isalpha() for char in kept):
        at = start + quote.index(kept)
        yield at, at + len(kept)
