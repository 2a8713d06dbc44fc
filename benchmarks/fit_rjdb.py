"""RJDB's rows, walked once: a posting, a resume that matches it, the same with skills and years removed.

Each text is understood once in each form and judged as often as the figures ask: as it is and as prose
(`gaps.as_prose`), and padded with unrelated words. Ties lose. A row with an empty side is left out and counted.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from rapidfuzz.fuzz import token_set_ratio

from benchmarks.filler import SENTENCES, padded
from benchmarks.fit_bench import FitBench, readiness, value_of
from benchmarks.fit_onet import foreign_tasks
from benchmarks.gaps import as_prose
from benchmarks.pairs import ALIKE, MATCHED, UNMATCHED, read_rows, removed_counts
from careercraft.errors import InputError
from careercraft.model.analysis import Analysis
from careercraft.model.match import SkillEntry
from careercraft.pipeline import JobSide, ResumeSide

FORMS: dict[str, Callable[[str], str]] = {"as_is": str, "prose": as_prose}
OTHERS = 5
"""Resumes of other rows that are held against each posting."""
_SEED = 5
_LONGER = 1.5
"""Length to which both are padded, in lengths of the longer one."""

Counts = tuple[int, int, int]
Two = tuple[float | None, float | None]


class Outcome(Struct, kw_only=True):
    """One row. Pairs are (matched, unmatched)."""

    number: int
    row: dict[str, Any]
    readiness: dict[str, Two] = field(default_factory=dict)
    """By form, and by form and padding ("as_is.padded")."""
    experience: dict[str, Two] = field(default_factory=dict)
    counts: dict[str, Counts] = field(default_factory=dict)
    """Of removed skills: hits, false reports, misses."""
    others: dict[str, list[float | None]] = field(default_factory=dict)
    """Readiness of other rows' resumes, by form."""
    told: dict[str, str] = field(default_factory=dict)
    """Why it is as it is, for people, by form."""


class Kept(Struct, frozen=True, kw_only=True):
    """What the other rows' resumes are held against."""

    outcome: Outcome
    jobs: dict[str, JobSide]
    resumes: dict[str, ResumeSide]

    @property
    def title(self) -> str:
        title = self.jobs["as_is"].job.title
        return (title.value if title else self.outcome.row["Experiences"][0]).casefold().strip()


def walk(bench: FitBench, data: Path, parts: set[str], most: int | None = None) -> tuple[list[Outcome], int]:
    """Outcomes of the rows that can be read, and the number of the others.

    `parts`: padding is judged where it holds `pairs`, the other rows' resumes where it holds `others`.
    """
    rows = read_rows(data)[:most]
    tasks = foreign_tasks(data) if "pairs" in parts else None
    kept = []
    for number, row in enumerate(rows):
        try:
            kept.append(_judged(bench, number, row, tasks))
        except InputError:
            continue
    if "others" in parts:
        _hold_others(bench, kept)
    return [row.outcome for row in kept], len(rows) - len(kept)


def _judged(
    bench: FitBench, number: int, row: dict[str, Any], tasks: Callable[[list[str]], list[str]] | None
) -> Kept:
    """Raises InputError where a text is refused as it is; where it is refused as prose, the row loses."""
    kept = Kept(outcome=Outcome(number=number, row=row), jobs={}, resumes={})
    for form, rewrite in FORMS.items():
        texts = {key: rewrite(row[key]) for key in ("Job-Description", MATCHED, UNMATCHED)}
        try:
            _judge_form(bench, kept, form, texts, tasks)
        except InputError:
            if form == "as_is":
                raise
            _lose_form(kept.outcome, form)
    return kept


def _judge_form(bench: FitBench, kept: Kept, form: str, texts: dict[str, str], tasks: Any) -> None:
    outcome = kept.outcome
    job, side = bench.job_of(texts["Job-Description"]), bench.resume_of(texts[MATCHED])
    matched, unmatched = bench.analyze(side, job), bench.analyze(bench.resume_of(texts[UNMATCHED]), job)
    kept.jobs[form], kept.resumes[form] = job, side
    both = outcome.readiness[form] = (readiness(matched), readiness(unmatched))
    outcome.experience[form] = (
        value_of(matched, "experience_match"),
        value_of(unmatched, "experience_match"),
    )
    outcome.counts[form] = removed_counts(outcome.row, unmatched)
    outcome.told[form] = told(outcome.row, matched, unmatched)
    if tasks is not None:
        _hold_padded(bench, outcome, form, job, (texts[MATCHED], texts[UNMATCHED]), both, tasks)


def _lose_form(outcome: Outcome, form: str) -> None:
    for name in [name for name in outcome.readiness if name.startswith("as_is")]:
        if (other := name.replace("as_is", form)) in (form, f"{form}.padded"):
            outcome.readiness[other] = (None, None)
    outcome.experience[form] = (None, None)
    outcome.counts[form] = (0, 0, len(outcome.row["Filtered-information"]["Skills"]))
    outcome.told[form] = "refused"


def _hold_padded(
    bench: FitBench, outcome: Outcome, form: str, job: JobSide, texts: tuple[str, str], plain: Two, tasks: Any
) -> None:
    """The shorter to the other's length; as it is also both to half as much again, and with tasks of other trades."""
    length = max(map(len, texts))
    heading = "Personal" if form == "as_is" else ""

    def judged(longest: int, sentences: Sequence[str]) -> Two:
        found = [
            padded(text, longest, outcome.number + 17 * place, sentences, heading)
            for place, text in enumerate(texts)
        ]
        one, other = (
            value if new == old else bench.readiness_of(new, job)
            for new, old, value in zip(found, texts, plain, strict=True)
        )
        return one, other

    outcome.readiness[f"{form}.padded"] = judged(length, SENTENCES)
    if form == "as_is":
        outcome.readiness["as_is.both_padded"] = judged(round(_LONGER * length), SENTENCES)
        titles = [*([job.job.title.value] if job.job.title else []), *outcome.row["Experiences"]]
        outcome.readiness["as_is.padded_with_tasks"] = judged(length, tasks(titles))


def _hold_others(bench: FitBench, kept: list[Kept]) -> None:
    """Matched resumes of rows with another job title, the same for both forms."""
    draw = random.Random(_SEED)
    for row in kept:
        foreign = [other for other in kept if other.title != row.title]
        drawn = draw.sample(foreign, min(OTHERS, len(foreign)))
        for form in FORMS:
            row.outcome.others[form] = [
                bench.readiness_with(other.resumes[form], row.jobs[form])
                for other in drawn
                if form in row.jobs and form in other.resumes
            ]


def told(row: dict[str, Any], matched: Analysis, unmatched: Analysis) -> str:
    """Which scores the removal moved, and where each removed skill stands."""
    moved = [
        f"{score.key} {score.value} -> {other.value}"
        for score, other in zip(matched.scores, unmatched.scores, strict=True)
        if score.value != other.value and score.key not in ("readiness", "confidence")
    ]
    before = {(entry.name, entry.mention): entry.strength for entry in matched.skills.required()}
    lines = ["moved: " + ("; ".join(moved) or "nothing")]
    rose = [
        _entry(entry, strength)
        for entry in unmatched.skills.required()
        if (strength := before.get((entry.name, entry.mention))) is not None and entry.strength > strength
    ]
    lines += [f"rose: {shown}" for shown in rose]
    for skill in row["Filtered-information"]["Skills"]:
        asked = [entry for entry in unmatched.skills.required() if _names(entry, skill)]
        shown = [_entry(entry, before.get((entry.name, entry.mention))) for entry in asked]
        lines.append(
            f"removed {skill!r}: " + ("; ".join(shown) or "not asked for by a requirement of that name")
        )
    lines.append(f"experience: {row['Filtered-information']['Experience']}")
    return "\n      ".join(lines)


def _names(entry: SkillEntry, skill: str) -> bool:
    return any(
        token_set_ratio(skill.lower(), str(name).lower()) >= ALIKE for name in (entry.name, entry.mention)
    )


def _entry(entry: SkillEntry, before: float | None) -> str:
    quotes = " | ".join(found.quote[:60].replace("\n", " ") for found in entry.resume_evidence[:2])
    via = f" via {entry.via!r}" if entry.via else ""
    tier = entry.tier or "missing"
    return f"{entry.name} [{entry.importance}] {before} -> {entry.strength} {tier}{via} {quotes!r}"
