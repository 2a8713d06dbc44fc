"""What a saved report says of a model's part in it: no number may rest on more than what was proposed with a quote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import UNSET

from careercraft.model.analysis import Analysis
from careercraft.model.match import Evidence, SkillEntry
from careercraft.model.proposed import Proposal
from careercraft.score.verify_advice import Mismatch


def verify_proposals(analysis: Analysis) -> Iterator[Mismatch]:
    proposals = analysis.proposals
    counted: tuple[Proposal, ...] = ()
    if proposals is not UNSET:
        counted = proposals.kept if proposals.counted else ()
        for index, item in enumerate(proposals.kept):
            if not _inside(item.words, item.quote):
                yield Mismatch(f"proposals.kept[{index}]", f"the quote doesn't hold the words of {item.name}")
        now: dict[str, float | None] = {score.key: score.value for score in analysis.scores}
        verdict = proposals.verdict_with if proposals.counted else proposals.verdict_without
        if verdict != analysis.verdict:
            yield Mismatch("proposals", "its verdict isn't that of the report")
        for move in proposals.scores:
            value = move.after if proposals.counted else move.before
            if now.get(move.key) != value:
                yield Mismatch(
                    f"proposals.scores.{move.key}", f"is {value}, the report says {now.get(move.key)}"
                )
    yield from _entries(analysis, counted)


def _entries(analysis: Analysis, counted: Sequence[Proposal]) -> Iterator[Mismatch]:
    for name in ("matched", "partial", "missing", "extra"):
        for index, entry in enumerate(getattr(analysis.skills, name)):
            marked = entry.source == "model" or entry.tier == "model"
            if marked and not any(_bears(item, entry) for item in counted):
                yield Mismatch(
                    f"skills.{name}[{index}]", f"no counted proposal of a model bears out {entry.name}"
                )


def _bears(item: Proposal, entry: SkillEntry) -> bool:
    pieces = (*entry.resume_evidence, *entry.job_evidence)
    return any(_touch(piece, item.words) for piece in pieces)


def _touch(one: Evidence, other: Evidence) -> bool:
    return one.document == other.document and one.start < other.end and other.start < one.end


def _inside(one: Evidence, other: Evidence) -> bool:
    return one.document == other.document and other.start <= one.start <= one.end <= other.end
