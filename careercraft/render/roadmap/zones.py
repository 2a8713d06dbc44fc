"""Time zones for calendars: VTIMEZONE components from the tz database, each change of the clocks by itself.

`icalendar.Timezone.from_tzinfo` puts the change to summer time an hour late (seen in 7.3: 03:00 in place of 02:00,
where RFC 5545 wants the local time before the change), hence this.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard


class _Clock(NamedTuple):
    """What holds at one moment."""

    offset: timedelta
    name: str
    summer: bool


def vtimezone(zone: ZoneInfo, first_year: int, last_year: int) -> Timezone:
    """The zone's clock from the beginning of the first year to the end of the last one, under the zone's own name."""
    start = datetime(first_year, 1, 1, tzinfo=UTC)
    component = Timezone()
    component.add("tzid", zone.key)
    clock = _clock(zone, start)
    component.add_component(_observance(start, clock, clock))
    for moment, before, after in _changes(zone, start, datetime(last_year + 1, 1, 1, tzinfo=UTC)):
        component.add_component(_observance(moment, before, after))
    return component


def _changes(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[tuple[datetime, _Clock, _Clock]]:
    day = timedelta(days=1)
    while start < end:
        before, after = _clock(zone, start), _clock(zone, start + day)
        if before != after:
            moment = _moment(zone, start, start + day, before)
            yield moment, before, _clock(zone, moment)
        start += day


def _moment(zone: ZoneInfo, low: datetime, high: datetime, before: _Clock) -> datetime:
    """The first second between the two at which the clock is another than `before`."""
    while high - low > timedelta(seconds=1):
        middle = low + timedelta(seconds=(high - low) // timedelta(seconds=2))
        low, high = (middle, high) if _clock(zone, middle) == before else (low, middle)
    return high


def _clock(zone: ZoneInfo, moment: datetime) -> _Clock:
    local = moment.astimezone(zone)
    return _Clock(local.utcoffset() or timedelta(), local.tzname() or zone.key, bool(local.dst()))


def _observance(moment: datetime, before: _Clock, after: _Clock) -> TimezoneStandard | TimezoneDaylight:
    part = TimezoneDaylight() if after.summer else TimezoneStandard()
    part.add("dtstart", (moment + before.offset).replace(tzinfo=None))
    part.add("tzoffsetfrom", before.offset)
    part.add("tzoffsetto", after.offset)
    part.add("tzname", after.name)
    return part
