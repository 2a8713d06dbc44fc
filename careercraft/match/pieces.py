"""The pieces of a resume that can show something, each short enough for the encoder."""

from __future__ import annotations

from collections.abc import Iterator

from careercraft.match.reading import Reading
from careercraft.match.wishes import opens_with_wish
from careercraft.model.document import Document, Span
from careercraft.model.resume import Resume
from careercraft.parse.job_cue import Lazy

_SENTENCE_END = Lazy(r"(?<=[.!?;])\s+(?=\S)")
MOST_CHARACTERS = 2400
"""Of a resume that the encoder reads: most of a page; it takes half the time of an analysis."""
_OVERHEAD = 8
"""Characters that a piece of its own costs the encoder on top."""
_LONG = 240
"""Code points; a longer piece is split at its sentences."""

_READ_SHARE = 0.4
"""Of a resume's text; where the parser knew what to do with less, as in a letter, its long paragraphs count too."""
_CLAUSE_END = Lazy(r"(?<=[.!?;,])\s+(?=\S)")
_ENUMERATED = 4
"""Commas from which a long piece is an enumeration, whose clauses are pieces."""
_LISTED = 2
"""Semicolons from which a piece is a list, whose items are pieces."""


def pieces(resume: Resume, document: Document, reading: Reading | None = None) -> list[Span]:
    """Without overlaps, the most telling first, whatever the order of the sections; contact data, dates, school names
    and what is personal are not among them.

    After MOST_CHARACTERS the search stops: in a long resume the deeds of old positions are found by name only, and text
    that is added at its end changes nothing.
    """
    reading = reading or Reading(resume, document)
    kept: list[Span] = []
    room = MOST_CHARACTERS
    spans = list(_spans(resume))
    if sum(map(reading.letters, spans)) < _READ_SHARE * reading.all_letters:
        spans += [line.span for line in document.lines if line.span.end - line.span.start > _LONG]
    for span in spans:
        for part in _sentences(document, span, len(reading.of(span)[0])):
            cost = len(reading.of(part)[0]) + _OVERHEAD
            if (
                cost <= room
                and not reading.is_silent(part)
                and not opens_with_wish(document.quote(part))
                and not any(_overlap(part, other) for other in kept)
            ):
                room -= cost
                kept.append(part)
    return kept


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _spans(resume: Resume) -> Iterator[Span]:
    """The most telling first: what is listed, the summary, then deeds as the resume orders them (newest first)."""
    for group in resume.skills:
        yield from (item.text.span for item in group.items)
    yield from (certification.name.span for certification in resume.certifications)
    yield from (item.name.span for item in resume.languages)
    for text in (resume.headline, resume.summary):
        if text:
            yield text.span
    for work in (*resume.work, *resume.volunteer):
        if work.title:
            yield work.title.span
        yield from (bullet.span for bullet in work.bullets)
    for project in resume.projects:
        if project.name:
            yield project.name.span
        yield from (bullet.span for bullet in project.bullets)
    for texts in (resume.publications, resume.awards, resume.other):
        yield from (text.span for text in texts)


def _sentences(document: Document, span: Span, length: int) -> Iterator[Span]:
    """`length` is that of its neutral words."""
    text = document.quote(span)
    end = _SENTENCE_END if text.count(",") < _ENUMERATED else _CLAUSE_END
    if length <= _LONG and text.count(";") < _LISTED:
        yield span
        return
    start = 0
    for found in end.finditer(text):
        yield Span(span.start + start, span.start + found.start(), span.page)
        start = found.end()
    yield Span(span.start + start, span.end, span.page)
