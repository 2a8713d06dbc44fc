"""The hand-labeled postings of the parse suite: what a posting states is scored, given a profile that states its side.

One made-up resume that tells no place, with one wish at a time: a home, pay, or remote work. A posting whose label says
that it states a place, pay or a way of working must give a scored location_match or salary_match.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.fit_bench import FitBench, share_bar, value_of
from benchmarks.postings import SETS, SHOWN, Label, read_labels, read_texts
from careercraft.errors import InputError
from careercraft.model.score import ScoreKey
from careercraft.pipeline import JobSide
from careercraft.settings import Wishes

_LEAST = 0.90
KINDS: dict[str, tuple[ScoreKey, Wishes]] = {
    "location": ("location_match", Wishes(location="Chicago, IL")),
    "work_mode": ("location_match", Wishes(remote=True)),
    "salary": ("salary_match", Wishes(salary=80_000, currency="USD", rates={"GBP": 1.3, "EUR": 1.1})),
}
"""By field of the labels: the score that must be known, and the person's side."""
RESUME = """Robin Sample
robin.sample@example.com

Experience

Data Analyst, Harbor Books
March 2019 - October 2026
- Built weekly sales reports in SQL and Excel
- Presented findings to the buyers and trained two new analysts

Research Assistant, Lake College
June 2017 - February 2019
- Cleaned survey data in Python and wrote up results

Education

BSc Statistics, Lake College, 2017

Skills

SQL, Excel, Python, Tableau
"""


def run(
    bench: FitBench, data: Path, arguments: argparse.Namespace
) -> tuple[dict[str, Any], list[Any], Iterable[str]]:
    labels = read_labels()
    texts = read_texts(data, {row: label for rows in labels.values() for row, label in rows.items()})
    benches = {kind: FitBench(wishes, like=bench) for kind, (_, wishes) in KINDS.items()}
    side = bench.resume_of(RESUME)
    outcomes: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    missed = []
    for name in SETS:
        for row, label in sorted(labels[name].items()):
            kinds = stated(label)
            job = _job(bench, texts[row]) if kinds else None
            for kind in kinds:
                key = KINDS[kind][0]
                scored = job is not None and value_of(benches[kind].analyze(side, job), key) is not None
                outcomes[kind][name].append(scored)
                if not scored and name in SHOWN:
                    missed.append(f"{name} {row[:8]} {kind}: {label[kind][0]}: {_read(job, kind)}")
    bars, figures = [], {}
    for kind, sets in outcomes.items():
        bars.append(share_bar(f"stated.{kind}", [found for rows in sets.values() for found in rows], _LEAST))
        figures[kind] = {name: f"{sum(found)} of {len(found)}" for name, found in sets.items()}
    sixty = [found for sets in outcomes.values() for found in sets[SHOWN[0]]]
    return figures, [share_bar(f"stated.{SHOWN[0]}", sixty, _LEAST), *bars], missed


def stated(label: Label) -> list[str]:
    """Kinds of which the label's primary reading is that the posting states it."""
    return [kind for kind in KINDS if label.get(kind, [None])[0] is not None]


def _job(bench: FitBench, text: str) -> JobSide | None:
    try:
        return bench.job_of(text)
    except InputError:
        return None


def _read(job: JobSide | None, kind: str) -> str:
    """What the parser found instead."""
    if job is None:
        return "refused"
    found = {"location": job.job.location, "work_mode": job.job.work_mode_text, "salary": job.job.salary}[
        kind
    ]
    return f"read {getattr(getattr(found, 'text', found), 'value', None)!r}"
