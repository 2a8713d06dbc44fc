"""Trainees: half a year or less at an employer that gave no other job is an internship, a longer time is a job."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from careercraft.model.resume import DateRange, Work

_TRAINEE = re.compile(r"\btrainee\b", re.IGNORECASE)
_FIRST_JOB = re.compile(
    r"\b(?:graduate|management|executive|manager|engineer|sales|officer)\s+trainee\b", re.IGNORECASE
)
"""Programs that hire graduates: a job however short."""
_MOST_MONTHS = 6


def short_traineeships(entries: Sequence[Work]) -> list[Work]:
    """The entries, with short traineeships marked as internships."""
    employers = Counter(entry.employer.value.casefold() for entry in entries if entry.employer)
    return [
        replace(entry, employment="internship")
        if entry.employment is None
        and entry.title is not None
        and _TRAINEE.search(entry.title.value)
        and not _FIRST_JOB.search(entry.title.value)
        and _is_short(entry.dates)
        and (entry.employer is None or employers[entry.employer.value.casefold()] == 1)
        else entry
        for entry in entries
    ]


def _is_short(dates: DateRange | None) -> bool:
    if dates is None or dates.start is None or dates.end is None or dates.current:
        return False
    if dates.start.month is None or dates.end.month is None:
        return False
    months = (dates.end.year - dates.start.year) * 12 + dates.end.month - dates.start.month + 1
    return 0 < months <= _MOST_MONTHS
