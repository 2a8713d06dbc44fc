"""The pieces of a resume that can show something, each short enough for the encoder."""

from __future__ import annotations

from collections.abc import Iterator

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


def pieces(resume: Resume, document: Document) -> list[Span]:
    """In the order of the document, without overlaps; contact data, dates and school names are not among them.

    What says most comes first, and after MOST_CHARACTERS the search stops: in a long resume the deeds of old
    positions are found by name only, and text that is added at its end changes nothing.
    """
    kept: list[Span] = []
    room = MOST_CHARACTERS
    for span in _spans(resume):
        for part in _sentences(document, span):
            cost = part.end - part.start + _OVERHEAD
            if (
                cost <= room
                and not opens_with_wish(document.quote(part))
                and not any(_overlap(part, other) for other in kept)
            ):
                room -= cost
                kept.append(part)
    return sorted(kept, key=lambda span: span.start)


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


def _sentences(document: Document, span: Span) -> Iterator[Span]:
    text = document.quote(span)
    if len(text) <= _LONG:
        yield span
        return
    start = 0
    for found in _SENTENCE_END.finditer(text):
        yield Span(span.start + start, span.start + found.start(), span.page)
        start = found.end()
    yield Span(span.start + start, span.end, span.page)
