"""Analyses written by hand for the render tests: made-up people, different professions, every field in use.

`ALL` holds them by name. They are values, not results: no scorer made the numbers, though rows add up.
"""

from __future__ import annotations

import hashlib
from typing import Any

from msgspec import UNSET

from careercraft.model.analysis import SCHEMA, Analysis, AnalyzedDocument, Documents, Engine
from careercraft.model.document import Problem, Span, Text
from careercraft.model.job import Job
from careercraft.model.match import Evidence, SkillEntry
from careercraft.model.score import PART_KEYS, Row, Score

WEIGHTS: dict[str, float] = dict(
    zip(map(str, PART_KEYS), (0.3, 0.2, 0.1, 0.05, 0.1, 0.05, 0.1, 0.05, 0.05), strict=True)
)


class Case:
    """Two documents, and the evidence found in them by its words."""

    def __init__(self, resume: str, job: str, *, pages: tuple[str, ...] = ()) -> None:
        self.texts = {"resume": resume, "job": job}
        self._pages = [resume.index(first) for first in pages]
        """Where each page of the resume starts; empty for a format without pages."""

    def resume(self, *quotes: str) -> tuple[Evidence, ...]:
        return tuple(self._evidence("resume", quote) for quote in quotes)

    def job(self, *quotes: str) -> tuple[Evidence, ...]:
        return tuple(self._evidence("job", quote) for quote in quotes)

    def _evidence(self, side: Any, quote: str) -> Evidence:
        start = self.texts[side].index(quote)
        page = sum(first <= start for first in self._pages) if side == "resume" else 0
        return Evidence(document=side, quote=quote, start=start, end=start + len(quote), page=page or UNSET)

    def text(self, value: str) -> Text:
        start = self.texts["job"].index(value)
        return Text(value, Span(start, start + len(value)))

    def document(self, side: str, name: str, format: str, **more: Any) -> AnalyzedDocument:
        text = self.texts[side]
        digest = hashlib.sha256(text.encode()).hexdigest()
        given = {"language": "en", "hidden": (), "problems": ()} | more
        return AnalyzedDocument(name=name, text=text, hash=digest, format=format, **given)


def problem(code: str, message: str) -> Problem:
    return Problem(code=code, message=message)


def score(key: Any, value: float | None, summary: str, *rows: Row) -> Score:
    status: Any = "not_stated" if value is None else "scored"
    return Score(
        key=key, value=value, status=status, weight=WEIGHTS.get(key, 0.0), summary=summary, rows=rows
    )


def row(label: str, points: float, of: float, evidence: tuple[Evidence, ...] = ()) -> Row:
    return Row(label=label, points=points, of=of, evidence=evidence)


def skill(name: str, strength: float, **more: Any) -> SkillEntry:
    given: dict[str, Any] = {
        "id": name.lower().replace(" ", "-"), "kind": "technical", "importance": "must",
        "source": "document", "job_evidence": (), "resume_evidence": (),
    }  # fmt: skip
    return SkillEntry(name=name, strength=strength, **(given | more))


def analysis(name: str, documents: Documents, **parts: Any) -> Analysis:
    """A whole analysis; what isn't given is empty."""
    lists = (
        "strengths", "gaps", "recommendations", "next_steps", "priority_improvements", "learning_resources",
        "counterfactuals",
    )  # fmt: skip
    given = dict.fromkeys(lists, ()) | parts
    return Analysis(
        schema=SCHEMA,
        id=hashlib.sha256(name.encode()).hexdigest(),
        created="2026-01-05T09:30:00Z",
        engine=_ENGINE,
        documents=documents,
        **given,
    )


def job(case: Case, title: str, company: str = "") -> Job:
    return Job(title=case.text(title), company=case.text(company) if company else None)


_ENGINE = Engine(
    version="0.1.0",
    taxonomy="3f2b8c1d9e7a" * 5,
    encoder="minilm-l6-v2-int8w:9c41d2",
    settings="5d0e7f61a2b4" * 5,
    today="2026-01-05",
    threshold=70.0,
    weights=WEIGHTS,
)


def all_samples() -> dict[str, Analysis]:
    """By name, in the order of the golden files."""
    from tests.render import sample_baker, sample_engineer, sample_hostile, sample_nurse

    return {
        "engineer": sample_engineer.build(),
        "nurse": sample_nurse.build(),
        "baker": sample_baker.build(),
        "hostile": sample_hostile.build(),
    }
