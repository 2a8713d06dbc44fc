"""A plan for calendar programs (iCalendar, RFC 5545): one event a block of study, the deadline, and the outcome.

The only importer of icalendar, with `zones.py`. The id of an event comes from the plan, which keeps its own through
every replan, and the day: a calendar that takes the file again moves what it has instead of adding to it. Nothing asks
the clock: the same plan gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from careercraft.errors import UsageError
from careercraft.model.plan import Roadmap
from careercraft.model.progress import Progress
from careercraft.render.roadmap.build import build
from careercraft.render.roadmap.view import DayView, RoadmapView, TaskView, WeekView
from careercraft.render.roadmap.zones import vtimezone

DEADLINE = "deadline"
"""Of the mark in the ids of events, and among `past_days`."""
_UTC = ("UTC", "Etc/UTC", "Etc/GMT", "GMT", "Etc/Universal", "Etc/Zulu", "Zulu", "Universal")


def render(
    roadmap: Roadmap,
    progress: Progress | None = None,
    *,
    at: str = "18:00",
    zone: str = "",
    past_days: Mapping[str, int] | None = None,
) -> str:
    """The calendar as text with CRLF, lines folded at 75 bytes.

    Blocks begin at `at` (HH:MM), in `zone` (a name of the tz database), or wherever the reader is for "". Days of
    `past_days` (days that had a block in an earlier revision, and `deadline` where one had a deadline) without one now
    are cancelled, from the day on which this revision was made. Raises UsageError for no time of day, and for no zone.
    """
    view = build(roadmap, progress)
    maker = _Maker(view, roadmap, progress, _time(at), _zone(zone))
    calendar = Calendar()
    calendar.add("prodid", "-//careercraft//roadmap//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"careercraft: {view.title}")
    if maker.zone:
        calendar.add("x-wr-timezone", maker.zone.key)
    events = [*maker.blocks(), *maker.cancelled(past_days or {}), *maker.marks()]
    if maker.zone and maker.zone.key not in _UTC:
        years = [int(day[:4]) for day in {view.start, view.finish, *(past_days or {})} - {DEADLINE}]
        calendar.add_component(vtimezone(maker.zone, min(years), max(years) + 1))
    for event in events:
        calendar.add_component(event)
    text: str = calendar.to_ical().decode()
    return text


def _time(at: str) -> time:
    try:
        found = time.fromisoformat(at)
    except ValueError:
        found = None
    if found is None or found.tzinfo or found.second or found.microsecond:
        raise UsageError(f"not a time of day: {at}", "give hours and minutes, as in 18:00")
    return found


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, OSError, ValueError) as error:  # unknown, a folder of the database, a path
        hint = "name one of the tz database, as in Europe/Berlin or UTC"
        raise UsageError(f"no such time zone: {name}", hint) from error


class _Maker:
    """Makes the events of one plan."""

    def __init__(
        self, view: RoadmapView, roadmap: Roadmap, progress: Progress | None, at: time, zone: ZoneInfo | None
    ) -> None:
        self.zone = zone
        self._view = view
        self._id = roadmap.id
        self._sequence = roadmap.revision - 1
        self._created = datetime.fromisoformat(roadmap.created).astimezone(UTC)
        self._worked = set(progress.days if progress else ())
        self._told = max(self._worked, default="")
        self._at = at

    def blocks(self) -> Iterator[Event]:
        for week in self._view.weeks:
            for day in week.days:
                yield self._block(week, day)

    def _block(self, week: WeekView, day: DayView) -> Event:
        tasks = [session.task for session in day.sessions]
        event = self._timed(day.day, day.value)
        event.add("summary", f"careercraft{_state(tasks)}: {_summary(day)}")
        event.add("description", "\n".join(_described(week, day)))
        event.add("status", "CONFIRMED")
        event.add("categories", ["careercraft", *([week.phase] if week.phase else [])])
        over = all(task.ended for task in tasks)
        event.add("transp", "TRANSPARENT" if over else "OPAQUE")
        links = (task.resource.url for task in tasks if task.resource and task.resource.link)
        link = next(links, "")
        if link:
            event.add("url", link)
        return event

    def cancelled(self, past_days: Mapping[str, int]) -> Iterator[Event]:
        """Blocks of earlier revisions on days that are free now. What lay behind when this one was made stays, and so
        does a day on which something was done."""
        held = {day.day for week in self._view.weeks for day in week.days} | self._worked
        since = min(self._created.date().isoformat(), self._view.start)
        if DEADLINE in past_days and not self._view.deadline:
            said = "careercraft: no deadline any more"
            yield self._whole_day(DEADLINE, self._view.finish, said, "The plan has none now.", "CANCELLED")
        for day in sorted(set(past_days) - {DEADLINE}):
            if day >= since and day not in held:
                event = self._timed(day, 0.25)
                event.add("summary", "careercraft: no study, the plan has moved")
                event.add("status", "CANCELLED")
                event.add("transp", "TRANSPARENT")
                yield event

    def marks(self) -> Iterator[Event]:
        """All-day events: the deadline, and the day on which it comes to FIT, or else on which the plan ends."""
        view = self._view
        if view.deadline:
            yield self._whole_day(DEADLINE, view.deadline, "careercraft: deadline of the plan", view.outlook)
        if view.weeks:
            said = (
                f"careercraft: FIT expected for {view.title}"
                if view.fit_day
                else "careercraft: the plan ends"
            )
            words = f"{view.flip}. {view.outlook}."
            yield self._whole_day("outcome", view.fit_day or view.finish, said, words)

    def _whole_day(
        self, name: str, day: str, summary: str, description: str, status: str = "CONFIRMED"
    ) -> Event:
        event = self._event(name)
        first = date.fromisoformat(day)
        event.add("dtstart", first)
        event.add("dtend", first + timedelta(days=1))
        event.add("summary", summary)
        event.add("description", description)
        event.add("status", status)
        event.add("transp", "TRANSPARENT")
        return event

    def _timed(self, day: str, hours: float) -> Event:
        event = self._event(day)
        start = datetime.combine(date.fromisoformat(day), self._at)
        length = timedelta(hours=hours)
        if self.zone is None:
            event.add("dtstart", start)
            event.add("dtend", start + length)
            return event
        # By way of UTC: a time that the clocks skip becomes one that there is, and a block is as long as its hours.
        moment = start.replace(tzinfo=self.zone).astimezone(UTC)
        target = UTC if self.zone.key in _UTC else self.zone
        event.add("dtstart", moment.astimezone(target))
        event.add("dtend", (moment + length).astimezone(target))
        return event

    def _event(self, name: str) -> Event:
        event = Event()
        event.add("uid", f"{self._id}-{name}@careercraft")
        event.add("sequence", self._sequence)
        event.add("dtstamp", self._created)
        told = f"{self._told}T00:00:00+00:00" if self._told else ""
        changed = max(self._created, datetime.fromisoformat(told)) if told else self._created
        event.add("last-modified", changed)
        return event


def _state(tasks: Sequence[TaskView]) -> str:
    if all(task.status == "skipped" for task in tasks):
        return ", skipped"
    return ", done" if all(task.ended for task in tasks) else ""


def _summary(day: DayView) -> str:
    more = len(day.sessions) - 1
    return day.sessions[0].title + (f", and {more} more" if more else "")


def _described(week: WeekView, day: DayView) -> Iterator[str]:
    yield f"Week {week.number}: {week.goal}"
    for session in day.sessions:
        task = session.task
        yield ""
        yield f"{task.mark} {task.number}. {session.title}, {session.hours}"
        yield task.check
        if task.resource:
            free = ", free" if task.resource.free else ""
            yield f"{task.resource.title} ({task.resource.kind}{free}): {task.resource.url}"
        if task.milestone:
            yield f"To show: {task.milestone}"
        if task.said:
            yield ": ".join(filter(None, (task.said, task.evidence)))
    yield ""
    yield f"Readiness at the end of the week: {week.readiness} ({week.verdict})"
