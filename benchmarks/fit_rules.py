"""What must hold without an exception, on texts that nobody wrote for it: invariance and monotone scores.

- `invariance`: the swaps of `careercraft audit` (names, gender, age, dates, order, format ...) on some of RJDB's and
  LiveCareer's resumes: no score moves, to the byte.
- `monotone`: a required skill that a resume of RJDB lacks, added to its list or to its first position, lowers no score
  but the confidence; a position that began a year before lowers no experience_match.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.fit_bench import FitBench, share_bar, value_of
from benchmarks.fit_fooling import inside
from benchmarks.pairs import MATCHED, UNMATCHED, read_rows
from careercraft.audit import audit
from careercraft.audit.swap import Paper
from careercraft.errors import InputError
from careercraft.model.analysis import Analysis
from careercraft.model.document import Document
from careercraft.pipeline import JobSide

_EVERY_AUDITED, _EVERY_PDF, _EVERY_GROWN = 40, 16, 10
_ADDED = 4
"""Skills added to one resume, one at a time."""
_YEARS = re.compile(r"\((\d{4}) ?[-–] ?\d{4}\)")

Part = tuple[dict[str, Any], list[Any], Iterable[str]]


def invariance(bench: FitBench, data: Path, arguments: argparse.Namespace) -> Part:
    outcomes: dict[str, list[bool]] = defaultdict(list)
    missed = []
    for name, document, paper, job in _audited(bench, data, arguments.rows):
        for outcome in audit(bench, document, paper, job).outcomes:
            outcomes[outcome.kind].append(outcome.same)
            moves = ", ".join(f"{move.score} {move.before} -> {move.after}" for move in outcome.moves)
            missed += [f"{name} {outcome.kind}: {outcome.what}: {moves}"] if moves else []
    every = [same for found in outcomes.values() for same in found]
    figures = {kind: f"{sum(found)} of {len(found)}" for kind, found in outcomes.items()}
    return figures, [share_bar("invariance", every, 1.0)], missed


def _audited(
    bench: FitBench, data: Path, most: int | None
) -> Iterator[tuple[str, Document, Paper | None, JobSide]]:
    jobs = []
    for number, row in list(enumerate(read_rows(data)))[:most:_EVERY_AUDITED]:
        jobs.append(bench.job_of(row["Job-Description"]))
        text = row[MATCHED].encode()
        yield f"#{number}", bench.read(text, "resume.txt"), Paper(data=text, name="resume.txt"), jobs[-1]
    for number, path in enumerate(sorted((data / "resumes" / "livecareer").rglob("*.pdf"))[::_EVERY_PDF]):
        yield (
            path.name,
            bench.read(path),
            Paper(data=path.read_bytes(), name=path.name),
            jobs[number % len(jobs)],
        )


def monotone(bench: FitBench, data: Path, arguments: argparse.Namespace) -> Part:
    outcomes: dict[str, list[bool]] = defaultdict(list)
    missed = []
    for number, row in list(enumerate(read_rows(data)))[: arguments.rows : _EVERY_GROWN]:
        try:
            job = bench.job_of(row["Job-Description"])
            before = bench.analyze(bench.resume_of(row[UNMATCHED]), job)
        except InputError:
            continue
        for kind, what, text in grown(row[UNMATCHED], before):
            after = bench.analyze(bench.resume_of(text), job)
            fell = list(falls(before, after, kind))
            outcomes[kind].append(not fell)
            missed += [f"#{number} {kind} {what}: {', '.join(fell)}"] if fell else []
    bars = [share_bar(f"monotone.{kind}", found, 1.0) for kind, found in outcomes.items()]
    return {kind: f"{sum(found)} of {len(found)}" for kind, found in outcomes.items()}, bars, missed


def grown(text: str, before: Analysis) -> Iterator[tuple[str, str, str]]:
    """(kind, what, text) with one thing more that the posting asks for."""
    lacking = dict.fromkeys(entry.name for entry in before.skills.missing if entry.id)
    dated = next((found for found in _YEARS.finditer(text)), None)
    for name in list(lacking)[:_ADDED]:
        yield "listed", name, inside(text, [name])
        if dated:
            end = text.find("\n", dated.end())
            end = len(text) if end < 0 else end
            yield "used", name, f"{text[:end]}\n  Worked with {name} every week.{text[end:]}"
    if dated:
        start, end = dated.span(1)
        yield "years", dated[0], f"{text[:start]}{int(dated[1]) - 1}{text[end:]}"


def falls(before: Analysis, after: Analysis, kind: str) -> Iterator[str]:
    """Scores that may not get lower and do."""
    for score in before.scores:
        value = value_of(after, score.key)
        if score.key == "confidence" or (kind == "years" and score.key != "experience_match"):
            continue
        if score.value is not None and (value is None or value < score.value):
            yield f"{score.key} {score.value} -> {value}"
