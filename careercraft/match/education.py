"""Degrees and fields against what the posting asks."""

from __future__ import annotations

from collections.abc import Sequence

from careercraft.match.linker import Linker
from careercraft.match.quoting import Quoter
from careercraft.match.semantic import DECIMALS
from careercraft.model.document import Document, Text
from careercraft.model.facts import EducationFacts
from careercraft.model.job import EducationAsk, Job
from careercraft.model.resume import DEGREE_ORDER, Education, Resume
from careercraft.read.language import ENGLISH
from careercraft.taxonomy.surface import fold

_RANK = {"must": 0, "preferred": 1, "nice": 2}
_FLOOR, _TOP = 0.30, 0.75
"""Similarities of two fields' vectors that stand for strangers and for the same subject."""


def education_facts(
    resume: Resume, job: Job, documents: tuple[Document, Document], years: float | None, linker: Linker
) -> EducationFacts:
    """The ask that binds (the strongest, and of those the lowest degree) against the highest degree held."""
    ask = min(
        job.education, key=lambda ask: (_RANK[ask.importance], DEGREE_ORDER.index(ask.level)), default=None
    )
    held = max((entry for entry in resume.education if entry.level), key=_rank, default=None)
    from_resume, from_job = Quoter("resume", documents[0]), Quoter("job", documents[1])
    return EducationFacts(
        asked_level=ask.level if ask else None,
        asked_fields=ask.fields if ask else (),
        or_equivalent=ask.or_equivalent if ask else False,
        importance=ask.importance if ask else "must",
        found_level=held.level if held else None,
        found_known=bool(resume.education),
        found_fields=tuple(entry.area.value for entry in resume.education if entry.area),
        field_match=_field_match(ask, resume.education, documents, linker) if ask else None,
        experience_years=None if years is None else round(years, 1),
        evidence=(from_job.around(ask.text.span),) if ask else (),
        found_evidence=tuple(from_resume.around(text.span) for text in _shown(resume)),
    )


def _shown(resume: Resume) -> list[Text]:
    """What names each entry."""
    names = (entry.degree or entry.institution or entry.area for entry in resume.education)
    return [text for text in names if text]


def _rank(entry: Education) -> int:
    return DEGREE_ORDER.index(entry.level) if entry.level else -1


def _field_match(
    ask: EducationAsk, entries: Sequence[Education], documents: tuple[Document, Document], linker: Linker
) -> float | None:
    """None is unknown: nothing stated, or other words in a language that the encoder doesn't know."""
    held = [entry.area.value for entry in entries if entry.area]
    if not ask.fields or not held:
        return None
    if any(_same(asked, area) for asked in ask.fields for area in held):
        return 1.0
    if not {document.language for document in documents} <= ENGLISH:
        return None
    return fields_alike(ask.fields, held, linker)


def fields_alike(asked: Sequence[str], held: Sequence[str], linker: Linker) -> float:
    """0..1 of the two that are nearest to each other; both are given."""
    if any(_same(one, other) for one in asked for other in held):
        return 1.0
    vectors = linker.encode([*asked, *held])
    likeness = vectors[: len(asked)] @ vectors[len(asked) :].T
    best = round(float(likeness.max()), DECIMALS)
    return round(min(1.0, max(0.0, (best - _FLOOR) / (_TOP - _FLOOR))), 2)


def _same(asked: str, held: str) -> bool:
    a, b = fold(asked), fold(held)
    return bool(a and b) and (f" {a} " in f" {b} " or f" {b} " in f" {a} ")
