"""What the parts of the `fit` suite share: a workbench that encodes each text once, and bars."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from benchmarks.intervals import share_interval
from benchmarks.pairs import TODAY
from careercraft.api import Workbench
from careercraft.errors import InputError
from careercraft.model.analysis import Analysis
from careercraft.model.score import ScoreKey
from careercraft.pipeline import JobSide, ResumeSide
from careercraft.settings import Settings, Wishes
from training.remembering import RememberingEncoder


class FitBench(Workbench):
    """One core, no history file, and texts in place of files."""

    def __init__(self, wishes: Wishes | None = None, like: Workbench | None = None) -> None:
        """`like` lends what doesn't depend on the wishes."""
        super().__init__(Settings(threads=1, corrections=False, wishes=wishes or Wishes()), TODAY)
        if like is None:
            self.parts.encoder = RememberingEncoder(self.parts.encoder)
        else:
            self.parts, self.linker = like.parts, like.linker

    def resume_of(self, text: str, name: str = "resume.txt") -> ResumeSide:
        """Raises InputError."""
        return self.resume(self.read(text.encode(), name))

    def job_of(self, text: str) -> JobSide:
        """Raises InputError."""
        return self.job(self.read(text.encode(), "job.txt"))

    def readiness_of(self, text: str, job: JobSide, name: str = "resume.txt") -> float | None:
        """None of a resume that is refused."""
        try:
            return self.readiness_with(self.resume_of(text, name), job)
        except InputError:
            return None

    def readiness_with(self, side: ResumeSide, job: JobSide) -> float | None:
        """None of a resume that is refused beside this posting."""
        try:
            return readiness(self.analyze(side, job))
        except InputError:
            return None


def readiness(analysis: Analysis) -> float:
    return analysis.verdict.readiness


def value_of(analysis: Analysis, key: ScoreKey) -> float | None:
    return next(score.value for score in analysis.scores if score.key == key)


def share_bar(figure: str, outcomes: Sequence[bool], least: float) -> dict[str, Any]:
    """A share that must reach `least`, with its 95 % interval."""
    hits, count = sum(outcomes), len(outcomes)
    share = hits / count if count else 0.0
    return {
        "figure": figure, "value": round(share, 4), "interval": share_interval(hits, count),
        "of": count, "bar": least, "met": share >= least,
    }  # fmt: skip


def lower_bar(figure: str, before: float, after: float, most: float) -> dict[str, Any]:
    """How much lower a figure gets, which must not pass `most`."""
    lower = round(before - after, 4)
    return {"figure": figure, "value": lower, "bar": most, "at_most": True, "met": lower <= most}


def shown_bar(bar: dict[str, Any]) -> str:
    """One line for people."""
    told = f"  ({bar['interval']}, of {bar['of']})" if "interval" in bar and "of" in bar else ""
    sign = "at most" if bar.get("at_most") else "at least"
    return f"{'met   ' if bar['met'] else 'MISSED'}  {bar['figure']}: {bar['value']}{told}  {sign} {bar['bar']:g}"
