"""Conversations without a model: analyses to talk about, made once a run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from careercraft.api import Workbench
from careercraft.chat.scene import Desk
from careercraft.errors import UsageError
from careercraft.model.analysis import Analysis
from careercraft.store.history import Run
from tests.conftest import EXAMPLES
from tests.match import parts

NOW = "2026-11-20T00:00:00Z"
_BARE_RESUME = (
    b"Jane Doe\njane@example.org\n\nHello, I am looking for work and would like to talk about it soon.\n"
)
_BARE_JOB = b"Office Helper\n\nRequirements\n- Juggling chainsaws on a tightrope\n"
NAMES = ("fit", "unfit", "bare")


@cache
def analysis(name: str) -> Analysis:
    """fit: the nurse; unfit: the data engineer; other: the electrician; bare: almost everything is not stated."""
    bench = parts.built_in()
    if name == "bare":
        resume, job = bench.read(_BARE_RESUME, "r.txt"), bench.read(_BARE_JOB, "j.txt")
        return bench.analyze(bench.resume(resume), bench.job(job))
    files = {
        "fit": ("nurse.docx", "nurse-job.md"),
        "unfit": ("resume.pdf", "job.txt"),
        "other": ("electrician.json", "electrician-job.html"),
        "swapped": ("resume.pdf", "electrician-job.html"),
    }[name]
    return _of(bench, *(EXAMPLES / file for file in files))


def _of(bench: Workbench, resume: Path, job: Path) -> Analysis:
    return bench.analyze(bench.resume(bench.read(resume)), bench.job(bench.read(job)))


def desk(name: str, **more: object) -> Desk:
    bench = parts.built_in()
    return Desk(analysis=analysis(name), linker=lambda: bench.linker, today=parts.TODAY, now=NOW, **more)  # type: ignore[arg-type]


class History(NamedTuple):
    """Runs of a history, newest first, as the store has them."""

    runs: Callable[[], Sequence[Run]]
    kept: Callable[[str], tuple[int, Analysis]]


def history(*names: str) -> History:
    """`names` as `analysis` takes them; the first is run 1."""
    found = {number: analysis(name) for number, name in enumerate(names, 1)}

    def kept(key: str) -> tuple[int, Analysis]:
        if not key.isdigit() or int(key) not in found:
            raise UsageError(
                f"the history has no run {key!r}", "`careercraft history list` shows what there is"
            )
        return int(key), found[int(key)]

    runs = [_run(number, one) for number, one in sorted(found.items(), reverse=True)]
    return History(lambda: runs, kept)


def _run(number: int, found: Analysis) -> Run:
    documents, job = found.documents, found.job
    assert documents
    assert job
    return Run(
        run=number,
        id=found.id,
        created=found.created,
        label=found.verdict.label,
        readiness=found.verdict.readiness,
        confidence=found.verdict.confidence,
        resume_name=documents.resume.name,
        job_name=documents.job.name,
        job_title=job.title.value if job.title else None,
        engine_version=found.engine.version,
    )
