"""Hides facts of an understood resume or posting, as if its writer hadn't told them.

A fact is a place in the text: a skill that is listed, a bullet, a position, its dates, a degree, a certificate, the
place; of a posting a statement, years, a degree, the place, the pay. Hidden are its words (blanks stand there, so that
all other places stay what they are), all that was understood there, and the skills found there. Nothing is read
again, so that hundreds of hidings cost seconds.
"""

from __future__ import annotations

import operator
import random
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple, TypeVar

from msgspec import UNSET, Struct, UnsetType, structs

from careercraft.model.document import Document, Line, Problem, Span, Text
from careercraft.model.job import CredentialAsk, EducationAsk, ExperienceAsk, Job, LanguageAsk
from careercraft.model.match import Requirement
from careercraft.model.resume import DateRange, Project, Resume, Work
from careercraft.pipeline import JobSide, ResumeSide

SHARE = 0.2
"""Of the facts of a side."""
_DERIVED: dict[str, tuple[str, ...]] = {
    "location": ("city", "region", "country"),
    "work_mode_text": ("work_mode",),
}
"""Fields without a place of their own, by the field whose words they come from."""
_Thing = TypeVar("_Thing")


class Places(NamedTuple):
    """What is hidden: runs of code points."""

    runs: tuple[tuple[int, int], ...]

    def hold(self, span: Span) -> bool:
        """Whether the span begins in one of them; an empty one begins nowhere."""
        return any(start <= span.start < end for start, end in self.runs)


def resume_facts(resume: Resume) -> list[Span]:
    """In the order of the document; a position holds its bullets and dates, which are facts of their own too."""
    found = [item.text.span for group in resume.skills for item in group.items]
    entries: list[Work | Project] = [*resume.work, *resume.volunteer, *resume.projects]
    for entry in entries:
        found += [entry.span, *(bullet.span for bullet in entry.bullets)]
        found += [entry.dates.span] if entry.dates else []
    found += [entry.span for entry in resume.education]
    found += [entry.name.span for entry in resume.certifications]
    found += [entry.name.span for entry in resume.languages]
    found += [text.span for text in (resume.location, resume.summary, resume.headline) if text]
    found += [text.span for texts in (resume.publications, resume.awards, resume.other) for text in texts]
    return _distinct(found)


def job_facts(job: Job) -> list[Span]:
    found = [item.text.span for item in job.statements if item.kind in {"requirement", "duty", "value"}]
    asks: list[ExperienceAsk | EducationAsk | LanguageAsk | CredentialAsk]
    asks = [*job.experience, *job.education, *job.languages, *job.credentials]
    found += [ask.text.span for ask in asks]
    found += [
        text.span
        for text in (job.location, job.work_mode_text, job.work_authorization, job.clearance)
        if text
    ]
    found += [job.salary.text.span] if job.salary else []
    found += [text.span for text in job.values]
    return _distinct(found)


def _distinct(spans: Sequence[Span]) -> list[Span]:
    """Of what begins at one place the longest: a line that asks for a degree is a statement and an ask."""
    starts: dict[int, Span] = {}
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        starts.setdefault(span.start, span)
    return [span for span in starts.values() if span.end > span.start]


def drawn(facts: Sequence[Span], chance: random.Random, share: float = SHARE) -> Places:
    """A random share of the facts, at least one where there are any."""
    count = min(len(facts), max(1, round(share * len(facts)))) if share else 0
    return Places(tuple((span.start, span.end) for span in chance.sample(list(facts), count)))


def hide_in_resume(side: ResumeSide, places: Places) -> ResumeSide:
    return structs.replace(
        side,
        document=blanked(side.document, places),
        resume=pruned(side.resume, places),
        mentions=tuple(hit for hit in side.mentions if not places.hold(hit.span)),
    )


def hide_in_job(side: JobSide, places: Places) -> JobSide:
    return structs.replace(
        side,
        document=blanked(side.document, places),
        job=pruned(side.job, places),
        requirements=tuple(_requirements(side.requirements, places)),
    )


def _requirements(asked: Sequence[Requirement], places: Places) -> Iterator[Requirement]:
    """What is asked in two places stays with the one that is left."""
    for requirement in asked:
        spans = tuple(span for span in requirement.spans if not places.hold(span))
        if spans:
            yield structs.replace(requirement, spans=spans)


def blanked(document: Document, places: Places) -> Document:
    text = list(document.text)
    for start, end in places.runs:
        text[start:end] = [char if char == "\n" else " " for char in text[start:end]]
    return structs.replace(document, text="".join(text))


def pruned(thing: _Thing, places: Places) -> _Thing:
    """A resume or posting without what stands in the places."""
    found = _pruned(thing, places)
    assert isinstance(found, type(thing))
    return found


def _pruned(thing: Any, places: Places) -> Any:
    """None for what is gone."""
    if isinstance(thing, tuple):
        kept = tuple(found for item in thing if (found := _pruned(item, places)) is not None)
        return thing if len(kept) == len(thing) and all(map(operator.is_, kept, thing)) else kept
    if not isinstance(thing, Struct) or isinstance(thing, Span | Problem | Line):
        return thing
    span = getattr(thing, "span", UNSET)
    if not isinstance(span, UnsetType) and places.hold(span) and _is_whole(thing, span, places):
        return None
    if isinstance(thing, Text | DateRange):
        return thing
    return _without(thing, places)


def _is_whole(thing: Any, span: Span, places: Places) -> bool:
    """A position is gone when all of it is hidden, not when its first bullet is."""
    return isinstance(thing, Text | DateRange) or any(
        start <= span.start and span.end <= end for start, end in places.runs
    )


@cache
def _fields(kind: type[Struct]) -> tuple[structs.FieldInfo, ...]:
    return structs.fields(kind)


def _without(thing: Struct, places: Places) -> Any:
    changes: dict[str, Any] = {}
    for field in _fields(type(thing)):
        old = getattr(thing, field.name)
        new = _pruned(old, places)
        if new is old:
            continue
        if new is None:
            if field.required:
                return None
            derived = _DERIVED.get(field.name, ())
            changes |= {name: None for name in derived if hasattr(thing, name)}
        changes[field.name] = new
    return structs.replace(thing, **changes) if changes else thing
