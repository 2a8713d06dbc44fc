"""A saved report against itself: do its quotes stand where it says, do its numbers follow from what it holds?

The scores, the verdict and the points of strengths, gaps, recommendations and counterfactuals are computed again
from the report's own skills, facts, weights and threshold. Nothing is read but the report, so hours and learning
resources, which come from the taxonomy, are taken as they stand. The caller compares the id (`identity.id_of`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import UNSET, Struct, UnsetType

from careercraft.model.analysis import Analysis, Documents
from careercraft.model.match import Evidence
from careercraft.model.score import PART_KEYS, Score
from careercraft.score.card import scorecard
from careercraft.score.rows import total
from careercraft.score.verify_advice import Mismatch, short, verify_advice, verify_what_if
from careercraft.score.verify_proposed import verify_proposals

__all__ = ["Mismatch", "evidence_of", "verify"]


def verify(analysis: Analysis) -> list[Mismatch]:
    """Everything that doesn't hold; an empty list when all does. Documents may be absent (a brief line): then
    quotes can't be checked, which the caller says."""
    unusable = list(_unusable(analysis))
    if unusable:
        return unusable
    found = [*_rows(analysis), *_scores(analysis), *_unfounded(analysis), *verify_advice(analysis)]
    found += [*verify_what_if(analysis), *_statements(analysis), *verify_proposals(analysis)]
    if not isinstance(analysis.documents, UnsetType):
        found += _quotes(analysis, analysis.documents)
    return found


def _unusable(analysis: Analysis) -> Iterator[Mismatch]:
    """What nothing can be computed from."""
    if set(analysis.engine.weights) != set(PART_KEYS):
        yield Mismatch("engine.weights", f"must name exactly {', '.join(PART_KEYS)}")
    for entry in analysis.skills.required():
        if not isinstance(entry.importance, str):
            yield Mismatch("skills", f"{entry.name} is required, but its importance is missing")


def evidence_of(value: Any, path: str = "") -> Iterator[tuple[str, Evidence]]:
    """Every piece of evidence in a report, with its path."""
    if isinstance(value, Evidence):
        yield path, value
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from evidence_of(getattr(value, name), f"{path}.{name}" if path else name)
    elif isinstance(value, tuple | list):
        for index, item in enumerate(value):
            yield from evidence_of(item, f"{path}[{index}]")


def _quotes(analysis: Analysis, documents: Documents) -> Iterator[Mismatch]:
    texts = {"resume": documents.resume.text, "job": documents.job.text}
    for path, evidence in evidence_of(analysis):
        inside = 0 <= evidence.start <= evidence.end  # a negative place would count from the end
        if not inside or texts[evidence.document][evidence.start : evidence.end] != evidence.quote:
            yield Mismatch(
                path, f"the quote {evidence.quote[:40]!r} doesn't stand at {evidence.start}–{evidence.end}"
            )


def _rows(analysis: Analysis) -> Iterator[Mismatch]:
    for score in analysis.scores:
        if score.value is not None and abs(total(score.rows) - score.value) > 0.05:
            yield Mismatch(
                f"scores.{score.key}", f"its rows add up to {total(score.rows)}, not {score.value}"
            )


def _scores(analysis: Analysis) -> Iterator[Mismatch]:
    engine = analysis.engine
    card = scorecard(analysis.skills, analysis.facts, engine.weights, engine.threshold)
    saved = {score.key: score for score in analysis.scores}
    for score in card.scores:
        yield from _score(saved.get(score.key), score)
    if card.verdict != analysis.verdict:
        yield from _differences("verdict", analysis.verdict, card.verdict)


def _score(saved: Score | None, recomputed: Score) -> Iterator[Mismatch]:
    path = f"scores.{recomputed.key}"
    if saved is None:
        yield Mismatch(path, "is missing")
    elif saved != recomputed:
        yield from _differences(path, saved, recomputed)


def _differences(path: str, saved: Struct, recomputed: Struct) -> Iterator[Mismatch]:
    for name in saved.__struct_fields__:
        old, new = getattr(saved, name), getattr(recomputed, name)
        if old != new:
            yield Mismatch(f"{path}.{name}", f"is {short(old)}, computed again it is {short(new)}")


def _statements(analysis: Analysis) -> Iterator[Mismatch]:
    """What counts because the person says so is among what they say."""
    said = {item.text for item in analysis.self_stated}
    for name in ("matched", "partial", "extra"):
        for index, entry in enumerate(getattr(analysis.skills, name)):
            if entry.statement is not UNSET and (entry.source != "self" or entry.statement not in said):
                yield Mismatch(f"skills.{name}[{index}]", f"nobody says {short(entry.statement)}")
            if entry.source == "self" and entry.statement is UNSET:
                yield Mismatch(f"skills.{name}[{index}]", f"{entry.name} counts, but nobody says so")


def _unfounded(analysis: Analysis) -> Iterator[Mismatch]:
    """Evidence or it did not happen: what counts and comes from a document has words of the resume."""
    for name in ("matched", "partial", "extra"):
        for index, entry in enumerate(getattr(analysis.skills, name)):
            sides = {piece.document for piece in entry.resume_evidence}
            if sides != {"resume"} and (sides or entry.source != "self"):
                yield Mismatch(
                    f"skills.{name}[{index}]", f"{entry.name} counts, but no words of the resume show it"
                )
