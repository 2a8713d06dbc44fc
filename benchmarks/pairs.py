"""RJDB: a posting, a resume that matches it, and the same with skills and years removed.

- `rjdb.matched_over_unmatched`: share of rows in which the matched resume has the higher readiness; ties lose.
  A row with an empty side is left out and counted in `rjdb.unreadable`.
- `rjdb.removed_f1`: a skill of the row's list counts as reported when the name or mention of a missing entry has
  a token_set_ratio of 85 or more with it; against those really removed.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from rapidfuzz.fuzz import token_set_ratio

from careercraft.api import Workbench
from careercraft.errors import InputError
from careercraft.model.analysis import Analysis
from careercraft.pipeline import JobSide
from careercraft.settings import Settings

_TODAY = date(2026, 11, 20)
_ALIKE = 85


def pair_figures(data: Path) -> dict[str, Any]:
    bench = Workbench(Settings(), _TODAY)
    rows = [json.loads(line) for line in (data / "gaps" / "rjdb_dev.jsonl").read_text().splitlines()]
    higher = ties = unreadable = 0
    counts = [0, 0, 0]
    for row in rows:
        try:
            job = bench.job(bench.read(row["Job-Description"].encode(), "job"))
            matched, unmatched = (
                _analyze(bench, row[key], job) for key in ("Resume-matched", "Resume-unmatched")
            )
        except InputError:
            unreadable += 1
            continue
        higher += matched.verdict.readiness > unmatched.verdict.readiness
        ties += matched.verdict.readiness == unmatched.verdict.readiness
        counts = [a + b for a, b in zip(counts, removed_counts(row, unmatched), strict=True)]
    hits, false, missed = counts
    return {
        "rjdb.rows": len(rows),
        "rjdb.unreadable": unreadable,
        "rjdb.matched_over_unmatched": round(higher / (len(rows) - unreadable), 4),
        "rjdb.ties": ties,
        "rjdb.removed_precision": round(hits / max(1, hits + false), 4),
        "rjdb.removed_recall": round(hits / max(1, hits + missed), 4),
        "rjdb.removed_f1": round(2 * hits / max(1, 2 * hits + false + missed), 4),
    }


def _analyze(bench: Workbench, resume: str, job: JobSide) -> Analysis:
    return bench.analyze(bench.resume(bench.read(resume.encode(), "resume")), job)


def removed_counts(row: dict[str, Any], analysis: Analysis) -> tuple[int, int, int]:
    """Hits, false reports, misses."""
    removed = set(row["Filtered-information"]["Skills"])
    names = [str(name).lower() for entry in analysis.skills.missing for name in (entry.name, entry.mention)]
    reported = {
        skill
        for skill in row["Skills"]
        if any(token_set_ratio(skill.lower(), name) >= _ALIKE for name in names)
    }
    return len(removed & reported), len(reported - removed), len(removed - reported)
