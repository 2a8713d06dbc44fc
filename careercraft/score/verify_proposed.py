"""What a saved report says of a model's part in it: no number may rest on more than what was proposed with a quote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import UNSET

from careercraft.model.analysis import Analysis
from careercraft.model.match import Evidence, SkillEntry
from careercraft.model.proposed import Proposal, Proposals
from careercraft.score.verify_advice import Mismatch

_BY_WORDS = frozenset({"stated", "semantic"})
"""Ways to meet a requirement by words, whatever skill they name."""


def verify_proposals(analysis: Analysis) -> Iterator[Mismatch]:
    proposals = analysis.proposals
    counted: tuple[Proposal, ...] = ()
    if proposals is not UNSET:
        counted = proposals.kept if proposals.counted else ()
        for index, item in enumerate(proposals.kept):
            if not _inside(item.words, item.quote):
                yield Mismatch(f"proposals.kept[{index}]", f"the quote doesn't hold the words of {item.name}")
        now: dict[str, float | None] = {score.key: score.value for score in analysis.scores}
        yield from _would_be(proposals)
        verdict = proposals.verdict_with if proposals.counted else proposals.verdict_without
        if verdict != analysis.verdict:
            yield Mismatch("proposals", "its verdict isn't that of the report")
        yield from _moves(proposals, now)
    yield from _entries(analysis, counted)


def _moves(proposals: Proposals, now: Mapping[str, float | None]) -> Iterator[Mismatch]:
    """Each moved score stands in the report on the side that counts there."""
    for move in proposals.scores:
        value = move.after if proposals.counted else move.before
        if now.get(move.key) != value:
            yield Mismatch(f"proposals.scores.{move.key}", f"is {value}, the report says {now.get(move.key)}")


def _would_be(proposals: Proposals) -> Iterator[Mismatch]:
    """The verdict with them against the scores with them."""
    before = proposals.verdict_without
    if before is UNSET:
        return
    after, moves = proposals.verdict_with, {move.key: move for move in proposals.scores}
    for key in ("readiness", "confidence"):
        told = moves[key].after if key in moves else getattr(before, key)
        if told != getattr(after, key):
            yield Mismatch(f"proposals.verdict_with.{key}", f"is {getattr(after, key)}, its score {told}")
    if after.label == "FIT" and after.readiness < after.threshold:
        yield Mismatch("proposals.verdict_with.label", "says FIT under the threshold")


def _entries(analysis: Analysis, counted: Sequence[Proposal]) -> Iterator[Mismatch]:
    for name in ("matched", "partial", "missing", "extra"):
        for index, entry in enumerate(getattr(analysis.skills, name)):
            marked = entry.source == "model" or entry.tier == "model"
            if marked and not any(_bears(item, entry) for item in counted):
                yield Mismatch(
                    f"skills.{name}[{index}]", f"no counted proposal of a model bears out {entry.name}"
                )


def _bears(item: Proposal, entry: SkillEntry) -> bool:
    """Its words stand in the entry's evidence, and it is of that skill, or of one through which that is met."""
    pieces = (*entry.resume_evidence, *entry.job_evidence)
    if not any(_touch(piece, item.words) for piece in pieces):
        return False
    through = {item.name, " ".join(item.words.quote.split())}
    return item.id == entry.id or entry.via in through or entry.tier in _BY_WORDS


def _touch(one: Evidence, other: Evidence) -> bool:
    return one.document == other.document and one.start < other.end and other.start < one.end


def _inside(one: Evidence, other: Evidence) -> bool:
    return one.document == other.document and other.start <= one.start <= one.end <= other.end
