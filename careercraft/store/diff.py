"""What changed between two analyses, and through which side."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from careercraft.model.analysis import Analysis, AnalyzedDocument, Documents
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
    """resume | posting | profile | corrections | statements | reading | taxonomy | engine | settings | day: the sides
    that differ; empty when none does. `statements`: what the person says beside the resume; `reading`: the same file
    was read another way, with OCR say."""
    verdict_before: str
    verdict_after: str
    scores: tuple[ScoreChange, ...]
    skills: tuple[SkillChange, ...]


def compare_runs(before: Analysis, after: Analysis) -> Difference:
    causes = tuple(_causes(before, after))
    return Difference(
        causes=causes,
        verdict_before=before.verdict.label,
        verdict_after=after.verdict.label,
        scores=tuple(_scores(before, after)),
        skills=tuple(_skills(before.skills, after.skills, by_mention="posting" not in causes)),
    )


def _causes(before: Analysis, after: Analysis) -> Iterator[str]:
    old, new = before.documents, after.documents
    if isinstance(old, Documents) and isinstance(new, Documents):
        own = before.profile != after.profile
        if old.resume.hash != new.resume.hash and not (own and _is_profile(before) and _is_profile(after)):
            yield "resume"
        if old.job.hash != new.job.hash:
            yield "posting"
        if own:
            yield "profile"
        if before.correction != after.correction:
            yield "corrections"
        elif not own and any(
            _read_otherwise(a, b) for a, b in ((old.resume, new.resume), (old.job, new.job))
        ):
            yield "reading"
    if [item.text for item in before.self_stated] != [item.text for item in after.self_stated]:
        yield "statements"
    for cause, names in (
        ("taxonomy", ("taxonomy",)),
        ("engine", ("version", "encoder")),
        ("settings", ("settings",)),
        ("day", ("today",)),
    ):
        if any(getattr(before.engine, name) != getattr(after.engine, name) for name in names):
            yield cause


def _is_profile(analysis: Analysis) -> bool:
    """It stands in place of a file."""
    documents = analysis.documents
    return isinstance(documents, Documents) and analysis.profile == documents.resume.hash


def _read_otherwise(before: AnalyzedDocument, after: AnalyzedDocument) -> bool:
    return before.hash == after.hash and (before.format, before.text) != (after.format, after.text)


def _scores(before: Analysis, after: Analysis) -> Iterator[ScoreChange]:
    old = {score.key: score.value for score in before.scores}
    for score in after.scores:
        if old.get(score.key) != score.value:
            yield ScoreChange(key=score.key, before=old.get(score.key), after=score.value)


def _skills(before: SkillMatch, after: SkillMatch, by_mention: bool) -> Iterator[SkillChange]:
    old, new = _outcomes(before, by_mention), _outcomes(after, by_mention)
    for mention in sorted(old.keys() | new.keys()):
        was, _ = old.get(mention, ("not asked", ""))
        now, name = new.get(mention, ("not asked", ""))
        if was != now:
            yield SkillChange(name=name or old[mention][1], before=was, after=now)


def _outcomes(skills: SkillMatch, by_mention: bool) -> dict[str, tuple[str, str]]:
    """Outcome and name. Of one posting they are told apart by its words, since of "A or B" the name may change
    with the resume; of two postings by the skill."""
    lists: tuple[tuple[str, tuple[SkillEntry, ...]], ...] = (
        ("matched", skills.matched), ("partial", skills.partial), ("missing", skills.missing),
    )  # fmt: skip
    return {
        str(entry.mention) if by_mention else entry.name: (outcome, entry.name)
        for outcome, entries in lists
        for entry in entries
    }
