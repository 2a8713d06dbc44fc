"""Where a resume shows something: in a list, in a position or project, in several, lately."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from careercraft.model.document import Span
from careercraft.model.match import Shown
from careercraft.model.resume import DateRange, Project, Resume, Work

RECENT_YEARS = 5
"""Since the end of an entry for which what it shows is recent."""


class Places:
    """The entries of one resume in which things were done."""

    def __init__(self, resume: Resume, today: date) -> None:
        entries: list[Work | Project] = [*resume.work, *resume.projects, *resume.volunteer]
        self._entries = [(entry.span, _is_recent(entry.dates, today)) for entry in entries]

    def is_used(self, span: Span) -> bool:
        return any(place.start <= span.start < place.end for place, _ in self._entries)

    def shown(self, spans: Iterable[Span], named: bool = False) -> Shown:
        """Of all these mentions together; `named` says that it is named elsewhere too, in words that show no use."""
        spans = list(spans)
        showing = [
            recent
            for place, recent in self._entries
            if any(place.start <= span.start < place.end for span in spans)
        ]
        return Shown(
            listed=named or not all(self.is_used(span) for span in spans),
            entries=len(showing),
            recent=any(showing),
        )


def _is_recent(dates: DateRange | None, today: date) -> bool:
    """Years alone count as a whole: who left in 2021 left five years before any day of 2026."""
    if dates is None or (dates.start is None and dates.end is None):
        return False
    if dates.current or dates.end is None:
        return True
    months = (today.year - dates.end.year) * 12 + today.month - (dates.end.month or today.month)
    return months <= 12 * RECENT_YEARS
