"""RJDB's removed skills among the reported gaps: from the texts as they are, and rewritten without their structure.

`as_is` is `benchmarks.pairs`' figure. In `prose` the same texts lose their headings (short lines that end with a colon,
or that Markdown marks, and the usual names of sections) and their lists become sentences. The bar: .80 as they are, and
prose no more than .05 lower.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.intervals import ratio_interval
from benchmarks.pairs import UNMATCHED, f1, judged, read_rows, removed_counts, removed_figures

_HEADING = re.compile(r"^\s*(?:#+\s.*|\*\*[^*]+\*\*:?|[^.!?;,]{1,40}:)\s*$")
_NAME = re.compile(
    r"^\s*(?:personal (?:information|details)|contact(?: information)?|(?:job|position) (?:title|summary|description)"
    r"|(?:professional |career )?(?:summary|profile|objective)|(?:required|key|technical|core|preferred)? ?"
    r"(?:skills?|qualifications?|experience|competenc(?:y|ies))|(?:work|professional) (?:experience|history)"
    r"|employment(?: history)?|education(?: and training)?|certifications?|(?:key )?responsibilities|requirements"
    r"|duties|languages|projects)\s*$",
    re.IGNORECASE,
)
"""Names of sections that stand alone, without a colon or a mark."""
_LABEL = re.compile(r"^\s*\*{0,2}[A-Z][^:.;,]{0,30}:\*{0,2}\s+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MARKS = re.compile(r"^#+\s*|\*\*")
_BULLET = re.compile(r"^\s*(?:[-*•·▪–]|\d+[.)])\s+")


def run(data: Path) -> dict[str, Any]:
    rows = read_rows(data)
    found = {name: _figures(rows, rewrite) for name, rewrite in (("as_is", str), ("prose", as_prose))}
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


def _figures(rows: list[dict[str, Any]], rewrite: Callable[[str], str]) -> dict[str, Any]:
    counts = [
        removed_counts(row, analyses[UNMATCHED]) for row, analyses in judged(rows, (UNMATCHED,), rewrite)
    ]
    return {"rows": len(counts), **removed_figures(counts), "f1_interval": ratio_interval(counts, f1)}


def as_prose(text: str) -> str:
    """Without headings and labels; each run of list items as one sentence, the rest as it stands. What holds a year
    names a position and stays, without its marks."""
    lines: list[str] = []
    items: list[str] = []
    for line in text.splitlines():
        if _is_heading(line):
            lines += _sentence(items)
            continue
        bullet = _BULLET.match(line)
        words = _MARKS.sub("", _without_label(_BULLET.sub("", line))).strip()
        if bullet:
            items.append(words.rstrip("."))
        else:
            lines += [*_sentence(items), words]
    return "\n".join([*lines, *_sentence(items)]).strip()


def _is_heading(line: str) -> bool:
    return bool(_NAME.match(line) or (_HEADING.match(line) and not _YEAR.search(line)))


def _without_label(line: str) -> str:
    label = _LABEL.match(line)
    return line if label is None or _YEAR.search(label[0]) else line[label.end() :]


def _sentence(items: list[str]) -> list[str]:
    """Empties `items`."""
    found = [f"{'; '.join(items)}."] if items else []
    items.clear()
    return found
