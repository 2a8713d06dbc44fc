"""RJDB: a posting, a resume that matches it, and the same with skills and years removed.

- `rjdb.matched_over_unmatched`: share of rows in which the matched resume has the higher readiness; ties lose.
  A row with an empty side is left out and counted in `rjdb.unreadable`.
- `rjdb.removed_f1`: a skill of the row's list counts as reported when the name or mention of a missing entry has
  a token_set_ratio of 85 or more with it; against those really removed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from rapidfuzz.fuzz import token_set_ratio

from careercraft.api import Workbench
from careercraft.errors import InputError
from careercraft.model.analysis import Analysis
from careercraft.settings import Settings

Counts = tuple[int, int, int]
"""Hits, false reports, misses."""
TODAY = date(2026, 11, 20)
ALIKE = 85
"""token_set_ratio from which two names of a skill are the same."""
MATCHED, UNMATCHED = "Resume-matched", "Resume-unmatched"


class Judged(NamedTuple):
    """A row whose texts can be read, and the analyses of the resumes asked for, by their names in the row."""

    row: dict[str, Any]
    analyses: dict[str, Analysis]


def read_rows(data: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (data / "gaps" / "rjdb_dev.jsonl").read_text().splitlines()]


def judged(
    rows: Sequence[dict[str, Any]], resumes: Sequence[str], rewrite: Callable[[str], str] = str
) -> Iterator[Judged]:
    """Each row that can be read, with its texts rewritten."""
    bench = Workbench(Settings(), TODAY)
    for row in rows:
        texts = {key: rewrite(row[key]).encode() for key in ("Job-Description", *resumes)}
        try:
            job = bench.job(bench.read(texts["Job-Description"], "job"))
            sides = {key: bench.resume(bench.read(texts[key], "resume")) for key in resumes}
        except InputError:
            continue
        yield Judged(row, {key: bench.analyze(side, job) for key, side in sides.items()})


def pair_figures(data: Path) -> dict[str, Any]:
    rows = read_rows(data)
    pairs, counts = [], []
    for row, analyses in judged(rows, (MATCHED, UNMATCHED)):
        pairs.append((analyses[MATCHED].verdict.readiness, analyses[UNMATCHED].verdict.readiness))
        counts.append(removed_counts(row, analyses[UNMATCHED]))
    return {
        "rjdb.rows": len(rows),
        "rjdb.unreadable": len(rows) - len(pairs),
        "rjdb.matched_over_unmatched": round(sum(one > other for one, other in pairs) / len(pairs), 4),
        "rjdb.ties": sum(one == other for one, other in pairs),
        **{f"rjdb.removed_{name}": value for name, value in removed_figures(counts).items()},
    }


def removed_figures(counts: Sequence[Counts]) -> dict[str, float]:
    hits, false, missed = (int(sum(column)) for column in zip(*counts, strict=True))
    return {
        "precision": round(hits / max(1, hits + false), 4),
        "recall": round(hits / max(1, hits + missed), 4),
        "f1": f1(counts),
    }


def f1(counts: Any) -> float:
    """Of hits, false reports and misses, summed over the rows."""
    hits, false, missed = (int(sum(column)) for column in zip(*counts, strict=True))
    return round(2 * hits / max(1, 2 * hits + false + missed), 4)


def removed_counts(row: dict[str, Any], analysis: Analysis) -> Counts:
    """Hits, false reports, misses."""
    removed = set(row["Filtered-information"]["Skills"])
    names = [str(name).lower() for entry in analysis.skills.missing for name in (entry.name, entry.mention)]
    reported = {
        skill
        for skill in row["Skills"]
        if any(token_set_ratio(skill.lower(), name) >= ALIKE for name in names)
    }
    return len(removed & reported), len(reported - removed), len(removed - reported)
