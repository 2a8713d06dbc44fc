"""Several postings for one resume as a table for a spreadsheet: one line a posting, figures as numbers."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from careercraft.model.comparison import ComparedPosting, Comparison
from careercraft.model.score import PART_KEYS
from careercraft.render.wording import clean

_HEAD = ("rank", "file", "title", "company", "verdict", "readiness", "low", "high", "confidence", *PART_KEYS,
         "missing_musts", "hard_unmet", "hard_unknown", "analysis", "error")  # fmt: skip
_FORMULA = ("=", "+", "-", "@")
"""A spreadsheet would run a cell that begins so; a document's words must not."""


def render(comparison: Comparison) -> str:
    """RFC 4180, with a header; lists with semicolons; what isn't stated or couldn't be read is an empty cell."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(_HEAD)
    writer.writerows(_row(posting) for posting in comparison.postings)
    for item in comparison.unread:
        cells = {"file": guarded(item.file), "error": guarded(item.message)}
        writer.writerow([cells.get(name, "") for name in _HEAD])
    return target.getvalue()


def _row(posting: ComparedPosting) -> Iterator[str | float]:
    yield from (
        posting.rank,
        guarded(posting.file),
        guarded(posting.title or ""),
        guarded(posting.company or ""),
    )
    yield from (posting.label, posting.readiness, *posting.interval, posting.confidence)
    for key in PART_KEYS:
        value = posting.scores.get(key)
        yield "" if value is None else value
    for names in (posting.missing_musts, posting.hard_unmet, posting.hard_unknown):
        yield guarded("; ".join(names))
    yield from (posting.analysis, "")


def guarded(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    shown = clean(text)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
