"""Words of the command line as values: weekdays, days, periods, hours, slips. Each raises UsageError with the way to
write it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from careercraft.errors import UsageError
from careercraft.model.plan import WEEKDAYS, Period, Weekday

_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_GROUPS = {"daily": "mon-sun", "weekdays": "mon-fri", "weekend": "sat-sun", "weekends": "sat-sun"}
_NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1}
_YEARS = range(2000, 2200)
_MOST_HOURS = 24.0
_MOST_SLIP = 366
_TIME = re.compile(
    r"""
      (?P<hours>-?\d+(?:[.,]\d+)?) \s* (?:h|hrs?|hours?)          # 2h, 1.5 hours
      (?: \s* (?P<more>\d+) \s* (?:m|min|mins|minutes?)? )?       # 1h30, 1h 30m
    | (?P<minutes>-?\d+(?:[.,]\d+)?) \s* (?:m|min|mins|minutes?)  # 90m
    | (?P<clock>-?\d+):(?P<past>\d\d)                             # 1:30
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BARE = re.compile(r"-?\d+(?:[.,]\d+)?|-?nan|-?inf", re.IGNORECASE)
_SLIP = re.compile(r"(-?\d+)\s*(d|days?|w|wks?|weeks?)", re.IGNORECASE)


def weekdays(text: str) -> tuple[Weekday, ...]:
    """`mon,wed,sat`, `Monday Thursday`, `mon-fri`, `weekend`: Monday first, each once."""
    words = [_GROUPS.get(word, word) for word in re.split(r"[,;\s]+", text.strip().lower()) if word]
    found: set[int] = set()
    for word in words:
        first, dash, last = word.partition("-")
        begin, end = _weekday(first), _weekday(last if dash else first)
        found |= {step % 7 for step in range(begin, end + 1 + (7 if end < begin else 0))}
    if not found:
        raise UsageError("--weekdays names no day", "write it as mon,wed,sat or mon-fri")
    return tuple(WEEKDAYS[number] for number in sorted(found))


def _weekday(word: str) -> int:
    for number, name in enumerate(_NAMES):
        if len(word) > 1 and name.startswith(word.rstrip(".")):
            return number
    raise UsageError(f"there is no weekday {word!r}", "write it as mon,wed,sat or mon-fri")


def day(text: str, flag: str, today: date) -> str:
    """YYYY-MM-DD; also `yesterday`, `today` and `tomorrow`."""
    word = text.strip().lower()
    if word in _NEAR:
        return (today + timedelta(_NEAR[word])).isoformat()
    try:
        found = date.fromisoformat(word)
    except ValueError:
        raise UsageError(f"{flag} {text!r} is no day", "write it as 2026-12-01") from None
    if found.year not in _YEARS:
        raise UsageError(f"{flag} {text!r} is too far away", "write it as 2026-12-01")
    return found.isoformat()


def past_day(text: str | None, flag: str, today: date, hint: str = "") -> str:
    """As `day`; today where none is given. What was done can't have been done later than today; `hint` says what
    else to do, with `{day}` for the day."""
    found = day(text, flag, today) if text is not None else today.isoformat()
    if found > today.isoformat():
        raise UsageError(
            f"{flag} {found} is still to come", hint.format(day=found) or f"give a day up to {today}"
        )
    return found


def periods(texts: Iterable[str], today: date) -> tuple[Period, ...]:
    """`2026-12-24..2027-01-02` or a single day, several joined by commas; sorted, each once."""
    found = set()
    for text in (part for line in texts for part in line.split(",")):
        first, dots, last = text.partition("..")
        begin = day(first, "--holidays", today)
        end = day(last, "--holidays", today) if dots else begin
        if end < begin:
            raise UsageError(
                f"--holidays {text.strip()} ends before it begins", f"write it as {end}..{begin}"
            )
        found.add(Period(begin, end))
    return tuple(sorted(found))


def hours(text: str) -> float:
    """`2h`, `90m`, `1h30`, `1:30`, `2.5`: hours over 0 and up to 24, to the minute."""
    value = _hours(text)
    how = "write it as 2h, 90m, 1h30, 1:30 or 2.5"
    if value is None:
        raise UsageError(f"{text!r} is no time", how)
    if not value > 0:
        raise UsageError(f"{text!r} is no time worked: it must be over 0", how)
    if value > _MOST_HOURS:
        raise UsageError(f"{text!r} is more than a day has", "log each day by itself, with --on DATE")
    return value


def _hours(text: str) -> float | None:
    text = text.strip()
    if _BARE.fullmatch(text):
        value = float(text.replace(",", "."))
        return _to_the_minute(value) if math.isfinite(value) else 0.0
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    whole, more, minutes, clock, past = match.group("hours", "more", "minutes", "clock", "past")
    if whole is not None:
        return _to_the_minute(float(whole.replace(",", ".")) + int(more or 0) / 60)
    if minutes is not None:
        return _to_the_minute(float(minutes.replace(",", ".")) / 60)
    return -1.0 if clock.startswith("-") else _to_the_minute(int(clock) + int(past) / 60)


def _to_the_minute(value: float) -> float:
    return round(value * 60) / 60


def hours_and_task(words: Sequence[str]) -> tuple[float, str]:
    """The time and the words for the task, in either order. Of two plain numbers the first is the hours."""
    given = [word.strip() for word in words if word.strip()]
    how = "careercraft roadmap log 2h 3"
    if len(given) < 2:
        raise UsageError("say how long and on which task", how)
    for count in (2, 1):  # 2 hours docker, 1h 30m docker; but 2h 3 is task 3
        for time, task in ((given[:count], given[count:]), (given[-count:], given[:-count])):
            if _TIME.fullmatch(" ".join(time)) and not _BARE.fullmatch(time[-1]):
                if not task:
                    raise UsageError("say how long and on which task", how)
                return hours(" ".join(time)), " ".join(task)
    for end in (0, -1):
        if _BARE.fullmatch(given[end]):
            return hours(given[end]), " ".join(given[1:] if end == 0 else given[:-1])
    raise UsageError(f"there is no time in {' '.join(given)!r}", how)


def slip(text: str) -> int:
    """`1w`, `3d`, `2 weeks`: days, at least 1."""
    match = _SLIP.fullmatch(text.strip())
    if match is None:
        raise UsageError(f"--slip {text!r} is no length of time", "write it as 3d or 1w")
    days = int(match[1]) * (7 if match[2].lower().startswith("w") else 1)
    if not 0 < days <= _MOST_SLIP:
        raise UsageError(f"--slip {text!r} must be from 1 day to a year", "write it as 3d or 1w")
    return days


def words(texts: Iterable[str]) -> tuple[str, ...]:
    """What stands between the commas of a repeatable option, each once, in order."""
    parts = (" ".join(part.split()) for text in texts for part in text.split(","))
    return tuple(dict.fromkeys(part for part in parts if part))
