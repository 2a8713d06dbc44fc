"""RJDB's removed skills among the reported gaps: from the texts as they are, and rewritten without their structure.

`as_is` is `benchmarks.pairs`' figure. In `prose` the same texts lose their headings (short lines that end with a colon,
or that Markdown marks) and their lists become sentences. The bar: .80 as they are, and prose no more than .05 lower.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.intervals import ratio_interval
from benchmarks.pairs import removed_counts
from careercraft.api import Workbench
from careercraft.errors import InputError
from careercraft.settings import Settings

_TODAY = date(2026, 11, 20)
_KEYS = ("Job-Description", "Resume-unmatched")
_HEADING = re.compile(r"^\s*(?:#+\s.*|\*\*[^*]+\*\*:?|[^.!?;,]{1,40}:)\s*$")
_LABEL = re.compile(r"^\s*\*{0,2}[A-Z][^:.;,]{0,30}:\*{0,2}\s+")
_BULLET = re.compile(r"^\s*(?:[-*•·▪–]|\d+[.)])\s+")


def run(data: Path) -> dict[str, Any]:
    bench = Workbench(Settings(), _TODAY)
    rows = [json.loads(line) for line in (data / "gaps" / "rjdb_dev.jsonl").read_text().splitlines()]
    found = {name: _figures(bench, rows, rewrite) for name, rewrite in (("as_is", str), ("prose", as_prose))}
    lower = round(found["as_is"]["f1"] - found["prose"]["f1"], 4)
    bars = [
        {
            "figure": "as_is.f1",
            "value": found["as_is"]["f1"],
            "bar": 0.80,
            "met": found["as_is"]["f1"] >= 0.80,
        },
        {"figure": "prose_lower_by", "value": lower, "bar": 0.05, "met": lower <= 0.05},
    ]
    return {**found, "prose_lower_by": lower, "bars": bars}


def _figures(bench: Workbench, rows: list[dict[str, Any]], rewrite: Callable[[str], str]) -> dict[str, Any]:
    counts = []
    for row in rows:
        try:
            posting, resume = (bench.read(rewrite(row[key]).encode(), key) for key in _KEYS)
            counts.append(removed_counts(row, bench.analyze(bench.resume(resume), bench.job(posting))))
        except InputError:
            continue
    hits, false, missed = (sum(column) for column in zip(*counts, strict=True))
    return {
        "rows": len(counts),
        "precision": round(hits / max(1, hits + false), 4),
        "recall": round(hits / max(1, hits + missed), 4),
        "f1": f1(counts),
        "f1_interval": ratio_interval(counts, f1),
    }


def f1(counts: Any) -> float:
    hits, false, missed = (int(sum(column)) for column in zip(*counts, strict=True))
    return round(2 * hits / max(1, 2 * hits + false + missed), 4)


def as_prose(text: str) -> str:
    """Without headings and labels; each run of list items as one sentence, the rest as it stands."""
    lines: list[str] = []
    items: list[str] = []
    for line in text.splitlines():
        if _HEADING.match(line):
            lines += _sentence(items)
            continue
        bullet = _BULLET.match(line)
        words = _LABEL.sub("", _BULLET.sub("", line)).strip()
        if bullet:
            items.append(words.rstrip("."))
        else:
            lines += [*_sentence(items), words]
    return "\n".join([*lines, *_sentence(items)]).strip()


def _sentence(items: list[str]) -> list[str]:
    """Empties `items`."""
    found = [f"{'; '.join(items)}."] if items else []
    items.clear()
    return found
