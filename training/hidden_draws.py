"""The experiment behind the confidence: what becomes of a verdict when a fifth of the facts is hidden?

Each row of RJDB gives two pairs, the posting with the resume that matches it and with the one that doesn't. Each pair
is judged whole and then with a random fifth of its facts hidden: the resume's, the posting's, both sides' in turn,
since nobody knows of which side more is unsaid.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from careercraft.api import Workbench
from careercraft.errors import InputError
from careercraft.match.linker import Linker
from careercraft.model.score import Scorecard
from careercraft.pipeline import (
    JobSide,
    ResumeSide,
    Understanding,
    understand_job,
    understand_resume,
    weigh,
)
from careercraft.score.confidence import distance
from careercraft.settings import Settings
from training.hiding import drawn, hide_in_job, hide_in_resume, job_facts, resume_facts
from training.remembering import RememberingEncoder

TODAY = date(2026, 11, 20)
DRAWS = 20
"""Of each pair."""
Hidden = Literal["resume", "posting", "both"]
SIDES: tuple[Hidden, ...] = ("resume", "posting", "both")
_KEYS = ("Resume-matched", "Resume-unmatched")


class Draw(NamedTuple):
    """One verdict with facts hidden."""

    row: int
    hidden: Hidden
    fit: bool
    away: float
    """Points of readiness by which it is what it is."""
    rest: float
    """Points of the rows of the confidence but the distance's."""
    confidence: float
    """0 to 1, as given with it."""
    stays: bool
    """It is the verdict of the whole documents."""


class Experiment:
    """Settings, taxonomy and encoder, for all rows."""

    def __init__(self) -> None:
        self._bench = Workbench(Settings(), TODAY)
        self._encoder = RememberingEncoder(self._bench.encoder)
        self._linker = Linker(
            self._bench.taxonomy,
            lambda: self._encoder,
            lambda: self._bench.vectors,
        )

    def draws(self, rows: Sequence[dict[str, str]]) -> Iterator[Draw]:
        """Of the rows that can be read, in their order; the same at each call."""
        for number, row in enumerate(rows):
            self._encoder.forget()
            try:
                job = self._job(row["Job-Description"])
                resumes = [self._resume(row[key]) for key in _KEYS]
            except InputError:
                continue
            for key, resume in zip(_KEYS, resumes, strict=True):
                yield from self.of_pair(number, resume, job, random.Random(f"{number} {key}"))

    def of_pair(self, row: int, resume: ResumeSide, job: JobSide, chance: random.Random) -> Iterator[Draw]:
        whole = self._card(resume, job).verdict.label
        told, asked = resume_facts(resume.resume), job_facts(job.job)
        for number in range(DRAWS):
            hidden = SIDES[number % len(SIDES)]
            less = resume if hidden == "posting" else hide_in_resume(resume, drawn(told, chance))
            fewer = job if hidden == "resume" else hide_in_job(job, drawn(asked, chance))
            if fewer.requirements or fewer.job.experience or fewer.job.education:
                yield draw_of(row, hidden, self._card(less, fewer), whole)

    def _card(self, resume: ResumeSide, job: JobSide) -> Scorecard:
        bench = self._bench
        return weigh(
            Understanding(resume=resume, job=job), self._linker, bench.settings, TODAY, bench.engine
        )[1]

    def _resume(self, text: str) -> ResumeSide:
        return understand_resume(self._bench.read(text.encode(), "resume"), self._linker)

    def _job(self, text: str) -> JobSide:
        return understand_job(self._bench.read(text.encode(), "posting"), self._linker)


def draw_of(row: int, hidden: Hidden, card: Scorecard, whole: str) -> Draw:
    verdict, confidence = card.verdict, card.by_key()["confidence"]
    unmet = any(item.met == "no" for item in verdict.hard_requirements)
    return Draw(
        row=row,
        hidden=hidden,
        fit=verdict.label == "FIT",
        away=distance(verdict.readiness, verdict.threshold, unmet),
        rest=sum(part.points for part in confidence.rows[1:]),
        confidence=verdict.confidence / 100,
        stays=verdict.label == whole,
    )


def hidden_draws(data: Path, rows: int | None = None) -> list[Draw]:
    """Of RJDB's first `rows` rows, all by default. `data` is the folder that holds `gaps/`."""
    lines = (data / "gaps" / "rjdb_dev.jsonl").read_text(encoding="utf-8").splitlines()
    return list(Experiment().draws([json.loads(line) for line in lines[:rows]]))
