"""Sides without what the guards found, and what each kind of it would be worth."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import UNSET, structs

from careercraft.errors import InputError
from careercraft.match.guards.injection import asked_words, injections
from careercraft.match.guards.pasted import pasted
from careercraft.match.guards.repeated import repeated
from careercraft.match.guards.stuffed import stuffed
from careercraft.match.guards.suspects import Suspect, page_of
from careercraft.match.guards.trim import trimmed, with_hidden
from careercraft.match.linker import Linker
from careercraft.match.sides import JobSide, ResumeSide, job_side, resume_side
from careercraft.model.analysis import GuardKind, LeftOut
from careercraft.model.document import Document, Problem
from careercraft.model.match import Side

KINDS: tuple[GuardKind, ...] = ("hidden", "injection", "repeated", "stuffed", "pasted")
_LEAST_OWN = 20
"""Words of a resume that must be left without the posting's: else it is the posting that quotes the resume."""
_QUOTE = 300
_HIDDEN = "a reader of the page would not see them"
_QUOTED = Problem(
    code="resume_in_posting",
    message="the posting and the resume share nearly all of the resume's sentences; nothing was left out for that",
    severity="info",
)
Weigh = Callable[[ResumeSide, JobSide], float]
"""The readiness of two sides."""


def guarded_resume(side: ResumeSide, linker: Linker) -> ResumeSide:
    """Without orders to programs, repetitions and stuffed lists. Raises InputError when nothing else is in it."""
    document = side.document
    found = (*injections(document), *repeated(document), *stuffed(document, side.resume, side.mentions))
    return _resume_without(document, found, linker) if found else side


def guarded_job(side: JobSide, linker: Linker) -> JobSide:
    """Without orders to programs and repetitions; what it asks its readers to write is said."""
    document = side.document
    found = (*injections(document), *repeated(document))
    if found:
        left = _left(document, found)
        side = structs.replace(job_side(left, linker), whole=document, suspects=found)
    notes = tuple(asked_words(document))
    if notes:
        noted = structs.replace(side.document, problems=(*side.document.problems, *notes))
        side = structs.replace(side, document=noted)
    return side


def without_pasted(resume: ResumeSide, job: JobSide, linker: Linker) -> tuple[ResumeSide, JobSide]:
    """The resume without passages of this posting."""
    mine, theirs = (side.whole or side.document for side in (resume, job))
    found = pasted(mine, theirs)
    if not found:
        return resume, job
    left = trimmed(mine, _places(found))
    if len(left.text.split()) < _LEAST_OWN:
        noted = structs.replace(job.document, problems=(*job.document.problems, _QUOTED))
        return resume, structs.replace(job, document=noted)
    return _resume_without(mine, (*resume.suspects, *found), linker), job


def _resume_without(document: Document, found: Sequence[Suspect], linker: Linker) -> ResumeSide:
    left = _left(document, found)
    return structs.replace(resume_side(left, linker), whole=document, suspects=tuple(found))


def _left(document: Document, found: Sequence[Suspect]) -> Document:
    left = trimmed(document, _places(found))
    if not left.text:
        raise InputError(
            f"{document.name}: holds nothing but words that count for nothing ({found[0].reason})",
            "give the document with what it is about",
        )
    return left


def _places(found: Sequence[Suspect]) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in found]


def left_out(resume: ResumeSide, job: JobSide, linker: Linker, weigh: Weigh) -> tuple[LeftOut, ...]:
    """What stands in the report, by kind; nothing is weighed where nothing was left out."""
    told = [*_told("resume", resume), *_told("job", job)]
    worth = {
        kind: _if_counted(kind, resume, job, linker, weigh)
        for kind in KINDS
        if any(one.kind == kind for one in told)
    }
    return tuple(
        structs.replace(one, readiness_if_counted=UNSET if value is None else value)
        for kind, value in worth.items()
        for one in told
        if one.kind == kind
    )


def _told(name: Side, side: ResumeSide | JobSide) -> Iterator[LeftOut]:
    for page in dict.fromkeys(hidden.page for hidden in side.document.hidden):
        words = " ".join(hidden.text for hidden in side.document.hidden if hidden.page == page)
        yield _one("hidden", name, words, _HIDDEN, page or None)
    document = side.whole
    for kind, reason in dict.fromkeys((suspect.kind, suspect.reason) for suspect in side.suspects):
        if document:
            ones = [suspect for suspect in side.suspects if (suspect.kind, suspect.reason) == (kind, reason)]
            words = " … ".join(document.text[one.start : one.end] for one in ones)
            yield _one(kind, name, words, reason, page_of(document, ones[0].start))


def _one(kind: GuardKind, document: Side, text: str, reason: str, page: int | None) -> LeftOut:
    words = [word for word in text.split() if word != "…"]
    quote = " ".join(text.split())
    return LeftOut(
        kind=kind,
        document=document,
        quote=quote if len(quote) <= _QUOTE else quote[: _QUOTE - 1].rstrip() + "…",
        words=len(words),
        page=page or UNSET,
        reason=reason,
    )


def _if_counted(
    kind: GuardKind, resume: ResumeSide, job: JobSide, linker: Linker, weigh: Weigh
) -> float | None:
    """The readiness with all of this kind back in both documents; None where nothing can be compared then."""
    try:
        mine, theirs = (_counting(kind, side) for side in (resume, job))
        return weigh(
            resume_side(mine, linker) if mine else resume, job_side(theirs, linker) if theirs else job
        )
    except InputError:
        return None


def _counting(kind: GuardKind, side: ResumeSide | JobSide) -> Document | None:
    """The document with what is left out for `kind`; None where that is what it is already."""
    if kind == "hidden":
        return with_hidden(side.document) if side.document.hidden else None
    if side.whole is None or not any(suspect.kind == kind for suspect in side.suspects):
        return None
    return trimmed(side.whole, _places([one for one in side.suspects if one.kind != kind]))
