"""The documents' own text, parted where evidence stands, so that a quote can point at its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from msgspec import UNSET, Struct

from careercraft.model.advice import Gap, Recommendation, Strength
from careercraft.model.analysis import Analysis, AnalyzedDocument
from careercraft.model.match import Evidence, Side
from careercraft.model.score import HardRequirement
from careercraft.render.wording import clean, strip_controls

_Holder = HardRequirement | Strength | Gap | Recommendation


class Marks(dict[Side, list[tuple[int, int]]]):
    """Merged spans of the evidence in each document."""

    profile_from: int | None = None
    """Where in the resume's text the words of the person's profile begin, which no file holds."""

    def is_own(self, evidence: Evidence) -> bool:
        """It stands in the profile's part."""
        start = self.profile_from
        return start is not None and evidence.document == "resume" and evidence.start >= start


class Segment(Struct, frozen=True):
    """A piece of a document; `anchor` is empty for what no evidence cites."""

    text: str
    anchor: str = ""


class DocumentView(Struct, frozen=True, kw_only=True):
    side: Side
    heading: str
    name: str
    language: str
    segments: tuple[Segment, ...]


def evidence_of(analysis: Analysis) -> Iterator[Evidence]:
    """Every piece of evidence that a report shows."""
    skills = analysis.skills
    for entry in chain(skills.matched, skills.partial, skills.missing, skills.extra):
        yield from entry.job_evidence
        yield from entry.resume_evidence
    for score in analysis.scores:
        for row in score.rows:
            yield from row.evidence
    holders: tuple[Iterable[_Holder], ...] = (
        analysis.verdict.hard_requirements,
        analysis.strengths,
        analysis.gaps,
        analysis.recommendations,
        analysis.priority_improvements,
    )
    for holder in chain.from_iterable(holders):
        yield from holder.evidence


def find_marks(analysis: Analysis) -> Marks:
    """None where the report holds no documents."""
    if analysis.documents is UNSET:
        return Marks()
    evidence = list(evidence_of(analysis))
    documents: dict[Side, AnalyzedDocument] = {
        "resume": analysis.documents.resume,
        "job": analysis.documents.job,
    }
    marks = Marks({side: _merged(document.text, _on(side, evidence)) for side, document in documents.items()})
    start = analysis.documents.resume.profile_from
    marks.profile_from = None if start is UNSET else start
    return marks


def anchor(marks: Marks, evidence: Evidence) -> str:
    """The id of the mark that holds the evidence; empty when it stands nowhere."""
    for start, end in marks.get(evidence.document, ()):
        if start <= evidence.start and evidence.end <= end:
            return f"{evidence.document}-{start}"
    return ""


def build_documents(analysis: Analysis, marks: Marks) -> tuple[DocumentView, ...]:
    if analysis.documents is UNSET:
        return ()
    documents = analysis.documents
    return (
        _view("resume", "The resume", documents.resume, marks["resume"]),
        _view("job", "The posting", documents.job, marks["job"]),
    )


def _on(side: Side, evidence: Iterable[Evidence]) -> Iterator[Evidence]:
    return (item for item in evidence if item.document == side)


def _merged(text: str, evidence: Iterable[Evidence]) -> list[tuple[int, int]]:
    # A quote that doesn't stand where it says gets no mark: better no link than a wrong one.
    spans = sorted({(e.start, e.end) for e in evidence if e.quote and text[e.start : e.end] == e.quote})
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _view(side: Side, heading: str, document: AnalyzedDocument, marks: list[tuple[int, int]]) -> DocumentView:
    return DocumentView(
        side=side,
        heading=heading,
        name=clean(document.name),
        language=clean(document.language),
        segments=tuple(_segments(side, document.text, marks)),
    )


def _segments(side: Side, text: str, marks: list[tuple[int, int]]) -> Iterator[Segment]:
    position = 0
    for start, end in marks:
        if start > position:
            yield Segment(strip_controls(text[position:start]))
        yield Segment(strip_controls(text[start:end]), f"{side}-{start}")
        position = end
    if position < len(text):
        yield Segment(strip_controls(text[position:]))
