"""What the parts of the `fit` suite share: a workbench that encodes each text once, and bars."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from benchmarks.intervals import share_interval
from benchmarks.pairs import TODAY
from careercraft.api import Workbench
from careercraft.errors import InputError
from careercraft.model.analysis import Analysis
from careercraft.model.ports import Encoder, TokenVectors
from careercraft.model.score import ScoreKey
from careercraft.pipeline import JobSide, ResumeSide
from careercraft.settings import Settings, Wishes

_MOST_KEPT = 12_000
"""Texts whose token vectors are kept: some 300 MB."""


class RememberingEncoder:
    """Encodes each text once: a resume is held against many postings. The vectors are the encoder's own bits, which do
    not depend on the batch."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._sentences: dict[str, Any] = {}
        self._tokens: dict[str, TokenVectors] = {}
        self.name, self.fingerprint, self.dimension = encoder.name, encoder.fingerprint, encoder.dimension

    def encode(self, texts: Sequence[str]) -> Any:
        if not texts:
            return self._encoder.encode(texts)
        new = self._unknown(texts, self._sentences)
        if new:
            self._sentences.update(zip(new, self._encoder.encode(new), strict=True))
        return np.stack([self._sentences[text] for text in texts])

    def encode_tokens(self, texts: Sequence[str]) -> list[TokenVectors]:
        new = self._unknown(texts, self._tokens)
        if new:
            self._tokens.update(zip(new, self._encoder.encode_tokens(new), strict=True))
        return [self._tokens[text] for text in texts]

    def _unknown(self, texts: Sequence[str], kept: dict[str, Any]) -> list[str]:
        if len(kept) > _MOST_KEPT:
            kept.clear()
        return [text for text in dict.fromkeys(texts) if text not in kept]


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
