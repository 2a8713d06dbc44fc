"""Postings side by side: which is nearest, and what the gaps to them have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec import UNSET

from careercraft.model.analysis import Analysis
from careercraft.model.comparison import (
    SCHEMA,
    CommonGap,
    ComparedPosting,
    Comparison,
    UnreadPosting,
)
from careercraft.model.match import SkillEntry
from careercraft.model.score import PART_KEYS
from careercraft.score.gaps import learning_steps, open_entries
from careercraft.score.steps import Scene, taken


def compare_postings(
    resume: str, candidate: str | None, threshold: float, analyses: Sequence[Analysis], unread: Sequence[UnreadPosting]
) -> Comparison:  # fmt: skip
    """`analyses` are whole ones, all of one resume, day and engine; their order doesn't matter."""
    ranked = sorted(analyses, key=place)
    return Comparison(
        schema=SCHEMA,
        resume=resume,
        candidate=candidate,
        threshold=threshold,
        postings=tuple(_posting(rank, analysis) for rank, analysis in enumerate(ranked, 1)),
        common_gaps=common_gaps(ranked),
        unread=tuple(unread),
        engine=ranked[0].engine if ranked else None,
    )


def place(analysis: Analysis) -> tuple[object, ...]:
    """Sorts the best first. No two postings tie: the hash of the text is the last word."""
    verdict = analysis.verdict
    scores = {score.key: score.value for score in analysis.scores}
    title, _ = _names(analysis)
    return (
        verdict.label != "FIT",
        -verdict.readiness,
        -verdict.confidence,
        -(scores["skills_match"] or 0.0),
        (title or "").casefold(),
        _file(analysis),
        "" if analysis.documents is UNSET else analysis.documents.job.hash,
    )


def _posting(rank: int, analysis: Analysis) -> ComparedPosting:
    verdict = analysis.verdict
    title, company = _names(analysis)
    hard = verdict.hard_requirements
    return ComparedPosting(
        rank=rank,
        file=_file(analysis),
        title=title,
        company=company,
        analysis=analysis.id,
        label=verdict.label,
        borderline=verdict.borderline,
        readiness=verdict.readiness,
        interval=verdict.interval,
        confidence=verdict.confidence,
        scores={score.key: score.value for score in analysis.scores if score.key in PART_KEYS},
        missing_musts=missing_musts(analysis),
        hard_unmet=tuple(item.text for item in hard if item.met == "no"),
        hard_unknown=tuple(item.text for item in hard if item.met == "unknown"),
        way_out=analysis.counterfactuals[0] if analysis.counterfactuals else UNSET,
    )


def missing_musts(analysis: Analysis) -> tuple[str, ...]:
    """Most points of readiness first, as the gaps of the analysis have them."""
    points: dict[str, float] = {}
    for gap in analysis.gaps:
        points[gap.name] = max(points.get(gap.name, 0.0), gap.points)
    musts = [entry.name for entry in analysis.skills.missing if entry.importance == "must"]
    return tuple(sorted(dict.fromkeys(musts), key=lambda name: (-points.get(name, 0.0), name)))


def _names(analysis: Analysis) -> tuple[str | None, str | None]:
    if analysis.job is UNSET:
        return None, None
    title, company = analysis.job.title, analysis.job.company
    return title.value if title else None, company.value if company else None


def _file(analysis: Analysis) -> str:
    return "" if analysis.documents is UNSET else analysis.documents.job.name


class _Open(NamedTuple):
    """A skill that one posting asks for and the resume doesn't show in full."""

    rank: int
    entries: tuple[SkillEntry, ...]
    missing: bool
    points: float
    fits: bool
    hours: float | None


def common_gaps(ranked: Sequence[Analysis]) -> tuple[CommonGap, ...]:
    """What at least two of the postings (the best first) leave open, closed in each of them on its own."""
    by_skill: dict[tuple[str, str], list[_Open]] = {}
    for rank, analysis in enumerate(ranked, 1):
        for found in _open_skills(rank, analysis):
            first = found.entries[0]
            key = ("id", first.id) if first.id is not None else ("name", first.name.casefold())
            by_skill.setdefault(key, []).append(found)
    gaps = (_gap(found) for found in by_skill.values() if len({item.rank for item in found}) > 1)
    return tuple(sorted(gaps, key=_urgency))


def _urgency(gap: CommonGap) -> tuple[object, ...]:
    stands_in = len(gap.missing_in) + len(gap.partial_in)
    return -len(gap.makes_fit), -stands_in, -gap.points, gap.name.casefold(), gap.id or ""


def _open_skills(rank: int, analysis: Analysis) -> Iterator[_Open]:
    """What learning closes, a skill that is asked twice once; `points` and `fits` from the scorer itself."""
    scene = Scene(analysis.skills, analysis.facts, analysis.engine.weights, analysis.engine.threshold)
    missing = {id(entry) for entry in scene.skills.missing}
    now = analysis.verdict
    for step in learning_steps(scene, open_entries(scene, {})):
        entries = tuple(entry for entry, _ in step.met)
        then = taken(scene, [step]).card().verdict
        yield _Open(
            rank=rank,
            entries=entries,
            missing=any(id(entry) in missing for entry in entries),
            points=round(then.readiness - now.readiness, 1),
            fits=then.label == "FIT" and now.label != "FIT",
            hours=_hours(analysis, entries),
        )


def _hours(analysis: Analysis, entries: Iterable[SkillEntry]) -> float | None:
    """As the analysis has them, who knows the taxonomy."""
    names = {(entry.id, entry.name) for entry in entries}
    found = [gap.hours for gap in analysis.gaps if (gap.id or None, gap.name) in names]
    return max((hours for hours in found if isinstance(hours, float)), default=None)


def _gap(found: Sequence[_Open]) -> CommonGap:
    first = found[0].entries[0]
    hours = [item.hours for item in found if item.hours is not None]
    return CommonGap(
        id=first.id,
        name=first.name,
        missing_in=_ranks(item for item in found if item.missing),
        partial_in=_ranks(item for item in found if not item.missing),
        must_in=_ranks(item for item in found if any(e.importance == "must" for e in item.entries)),
        makes_fit=_ranks(item for item in found if item.fits),
        points=round(sum(item.points for item in found) / len(found), 1),
        hours=max(hours) if hours else UNSET,
    )


def _ranks(found: Iterable[_Open]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(item.rank for item in found))
