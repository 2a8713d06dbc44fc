"""What changed between two analyses, and through which side."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from careercraft.model.analysis import Analysis, Documents
from careercraft.model.match import SkillEntry, SkillMatch


class ScoreChange(Struct, frozen=True, kw_only=True):
    key: str
    before: float | None
    after: float | None


class SkillChange(Struct, frozen=True, kw_only=True):
    name: str
    before: str
    """matched | partial | missing | not asked."""
    after: str


class Difference(Struct, frozen=True, kw_only=True):
    causes: tuple[str, ...]
    """resume | job | day | settings | taxonomy | encoder | version: the sides that differ; empty when none does."""
    verdict_before: str
    verdict_after: str
    scores: tuple[ScoreChange, ...]
    skills: tuple[SkillChange, ...]


def compare_runs(before: Analysis, after: Analysis) -> Difference:
    return Difference(
        causes=tuple(_causes(before, after)),
        verdict_before=before.verdict.label,
        verdict_after=after.verdict.label,
        scores=tuple(_scores(before, after)),
        skills=tuple(_skills(before.skills, after.skills)),
    )


def _causes(before: Analysis, after: Analysis) -> Iterator[str]:
    old, new = before.documents, after.documents
    if isinstance(old, Documents) and isinstance(new, Documents):
        if old.resume.hash != new.resume.hash:
            yield "resume"
        if old.job.hash != new.job.hash:
            yield "job"
    for cause, name in (
        ("day", "today"),
        ("settings", "settings"),
        ("taxonomy", "taxonomy"),
        ("encoder", "encoder"),
        ("version", "version"),
    ):
        if getattr(before.engine, name) != getattr(after.engine, name):
            yield cause


def _scores(before: Analysis, after: Analysis) -> Iterator[ScoreChange]:
    old = {score.key: score.value for score in before.scores}
    for score in after.scores:
        if old.get(score.key) != score.value:
            yield ScoreChange(key=score.key, before=old.get(score.key), after=score.value)


def _skills(before: SkillMatch, after: SkillMatch) -> Iterator[SkillChange]:
    old, new = _outcomes(before), _outcomes(after)
    for mention in sorted(old.keys() | new.keys()):
        was, _ = old.get(mention, ("not asked", ""))
        now, name = new.get(mention, ("not asked", ""))
        if was != now:
            yield SkillChange(name=name or old[mention][1], before=was, after=now)


def _outcomes(skills: SkillMatch) -> dict[str, tuple[str, str]]:
    """Outcome and name by the posting's words: of "A or B" the name may change with the resume."""
    lists: tuple[tuple[str, tuple[SkillEntry, ...]], ...] = (
        ("matched", skills.matched), ("partial", skills.partial), ("missing", skills.missing),
    )  # fmt: skip
    return {str(entry.mention): (outcome, entry.name) for outcome, entries in lists for entry in entries}
