"""The calendar of a plan: read back by icalendar and by vobject, stable over exports, harmless with any words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from icalendar import Calendar
from msgspec import UNSET
from msgspec.structs import replace

from careercraft.errors import UsageError
from careercraft.model.plan import Period, Roadmap
from careercraft.render.roadmap import render_roadmap
from careercraft.render.roadmap.zones import vtimezone
from tests.render.sample_roadmap import all_roadmaps, engineer, engineer_progress, nurse, packed

SAMPLES = all_roadmaps()
ZONES = ("", "UTC", "Europe/Berlin", "America/New_York", "Africa/Casablanca", "Australia/Lord_Howe")


def written(roadmap: Roadmap, **more: Any) -> str:
    return render_roadmap(roadmap, more.pop("progress", None), "ics", **more)


def events(text: str) -> dict[str, Any]:
    """By the part of the id that names the day or the mark."""
    found = Calendar.from_ical(text).walk("VEVENT")
    return {str(event["uid"])[33:].removesuffix("@careercraft"): event for event in found}


def blocks(roadmap: Roadmap) -> dict[str, float]:
    sessions = (session for week in roadmap.weeks for session in week.sessions)
    return {day: sum(s.hours for s in held) for day, held in groupby(sessions, key=lambda s: s.day)}


def starting(day: str, last: str) -> Roadmap:
    """The nurse's plan over other weeks, on every day but the last month's."""
    found = nurse()
    settings = replace(found.settings, start=day, weekdays=("sat", "sun"), holidays=(Period(last, last),))
    said = {1: {"goal": "Study", "readiness": 58.0, "verdict": "UNFIT"}}
    return replace(found, settings=settings, weeks=packed(found.tasks, settings, said))


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("name", SAMPLES)
def test_icalendar_reads_every_block(name: str, zone: str) -> None:
    roadmap, progress = SAMPLES[name]
    text = written(roadmap, progress=progress, zone=zone)
    calendar = Calendar.from_ical(text)
    assert [part.errors for part in calendar.walk() if part.errors] == []
    assert (calendar["version"], calendar["method"]) == ("2.0", "PUBLISH")
    found = events(text)
    lengths = {
        key: (event.decoded("dtend") - event.decoded("dtstart")) / timedelta(hours=1)
        for key, event in found.items()
        if key[0].isdigit()
    }
    assert lengths == blocks(roadmap)
    assert len(found) == len(calendar.walk("VEVENT"))
    assert {"outcome", *(["deadline"] if roadmap.settings.deadline else [])} == set(found) - set(lengths)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_task_stands_in_a_block_with_its_check(name: str) -> None:
    roadmap, _ = SAMPLES[name]
    said = "".join(str(event["description"]) for event in events(written(roadmap)).values())
    plain = " ".join(said.split())
    if name != "hostile":
        assert all(task.title in said and task.check in said for task in roadmap.tasks)
        assert all(task.milestone in said for task in roadmap.tasks if task.milestone)
        assert all(task.resource.url in said for task in roadmap.tasks if task.resource)
    assert all(f" {task.number}. " in plain for task in roadmap.tasks)


def moments(text: str, zone: str, name: str) -> dict[str, Any]:
    """The starts as vobject reads them. The zone goes by another name there, since a known one is looked up and what
    the file says of it is not."""
    source = text.replace(f"TZID={zone}:", f"TZID={name}:").replace(f"TZID:{zone}", f"TZID:{name}")
    return {event.uid.value: event.dtstart.value for event in vobject.readOne(source).vevent_list}


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("start", ["2027-03-06", "2027-10-23"])
def test_another_reader_sees_the_same_moments(zone: str, start: str) -> None:
    """By the rules in the file, over both changes of the clocks."""
    text = written(starting(start, "2027-01-01"), zone=zone, at="19:30")
    ours = {str(event["uid"]): event.decoded("dtstart") for event in Calendar.from_ical(text).walk("VEVENT")}
    theirs = moments(text, zone, f"Own/{zone}{start}")
    assert len(theirs) >= 5
    for uid, moment in theirs.items():
        expected = ours[uid]
        if not isinstance(expected, datetime):
            assert moment == expected
        elif zone:
            assert moment.astimezone(UTC) == expected.astimezone(UTC)
            assert expected.astimezone(ZoneInfo(zone)).strftime("%H:%M") == "19:30"
        else:
            assert moment.tzinfo is None
            assert moment == expected


def test_a_reader_with_a_wrong_zone_would_be_seen() -> None:
    text = written(starting("2027-03-06", "2027-01-01"), zone="Europe/Berlin")
    wrong = text.replace("TZOFFSETTO:+0200", "TZOFFSETTO:+0300")
    found = [moments(source, "Europe/Berlin", f"Own/{i}") for i, source in enumerate((text, wrong))]
    shifted = [uid for uid, moment in found[0].items() if found[1][uid] != moment]
    assert shifted


def test_rules_of_a_zone_are_those_of_the_database() -> None:
    zone = vtimezone(ZoneInfo("Europe/Berlin"), 2027, 2027)
    parts = [(part.name, part.decoded("dtstart").isoformat()) for part in zone.subcomponents]
    assert parts == [
        ("STANDARD", "2027-01-01T01:00:00"),
        ("DAYLIGHT", "2027-03-28T02:00:00"),
        ("STANDARD", "2027-10-31T03:00:00"),
    ]


def test_a_time_that_the_clocks_skip_becomes_one_that_there_is() -> None:
    found = events(written(starting("2027-03-27", "2027-01-01"), zone="Europe/Berlin", at="02:30"))
    skipped = found["2027-03-28"]
    assert skipped.decoded("dtstart").strftime("%H:%M") == "03:30"
    assert skipped.decoded("dtend") - skipped.decoded("dtstart") == timedelta(hours=3)
    assert found["2027-03-27"].decoded("dtstart").strftime("%H:%M") == "02:30"


def test_a_block_over_the_change_is_as_long_as_its_hours() -> None:
    found = events(written(starting("2027-10-30", "2027-01-01"), zone="Europe/Berlin", at="01:00"))
    block = found["2027-10-31"]
    start, end = block.decoded("dtstart"), block.decoded("dtend")
    assert end.astimezone(UTC) - start.astimezone(UTC) == timedelta(hours=3)
    assert end.strftime("%H:%M") == "03:00"


def test_a_block_may_pass_midnight() -> None:
    block = events(written(nurse(), at="22:00"))["2026-11-28"]
    assert (block.decoded("dtstart"), block.decoded("dtend")) == (
        datetime(2026, 11, 28, 22), datetime(2026, 11, 29, 4),
    )  # fmt: skip


def test_ids_last_and_the_sequence_rises() -> None:
    first = engineer()
    second = replace(first, revision=2, created="2026-12-10T08:00:00Z", weeks=first.weeks[1:])
    before, after = events(written(first)), events(written(second))
    assert set(after) < set(before)
    assert all(after[key]["uid"] == before[key]["uid"] for key in after)
    assert {int(event["sequence"]) for event in before.values()} == {0}
    assert {int(event["sequence"]) for event in after.values()} == {1}
    assert all(after[key].decoded("dtstamp") > before[key].decoded("dtstamp") for key in after)
    assert written(second) == written(second)


def test_days_that_are_free_now_are_cancelled_but_not_those_that_were() -> None:
    first = engineer()
    settings = replace(first.settings, start="2026-12-15")
    second = replace(
        first, revision=2, created="2026-12-10T08:00:00Z", settings=settings, weeks=first.weeks[2:]
    )
    past = dict.fromkeys(blocks(first), 1)
    found = events(written(second, past_days=past))
    states = {key: str(event["status"]) for key, event in found.items()}
    assert [key for key, state in states.items() if state == "CANCELLED"] == ["2026-12-12", "2026-12-14"]
    assert not {"2026-12-02", "2026-12-05", "2026-12-07", "2026-12-09"} & set(found)
    assert int(found["2026-12-12"]["sequence"]) == 1
    worked = events(written(second, past_days=past, progress=engineer_progress()))
    assert "2026-12-12" not in worked
    assert "2026-12-14" in worked


def test_a_deadline_that_is_gone_is_cancelled() -> None:
    first = engineer()
    settings = replace(first.settings, deadline=UNSET)
    second = replace(first, revision=2, created="2026-12-10T08:00:00Z", settings=settings)
    gone = events(written(second, past_days={"deadline": 1}))["deadline"]
    assert str(gone["status"]) == "CANCELLED"
    assert gone["uid"] == events(written(first))["deadline"]["uid"]
    assert "deadline" not in events(written(second))
    assert str(events(written(first, past_days={"deadline": 1}))["deadline"]["status"]) == "CONFIRMED"


def test_what_is_done_is_marked() -> None:
    found = events(written(engineer(), progress=engineer_progress()))
    done, open = found["2026-12-05"], found["2026-12-16"]
    assert str(done["summary"]).startswith("careercraft, done: Learn Docker")
    assert (str(done["transp"]), str(open["transp"])) == ("TRANSPARENT", "OPAQUE")
    assert str(open["summary"]).startswith("careercraft: Learn Kubernetes")
    assert "[x] 1. Learn Docker" in done["description"]
    assert done.decoded("last-modified") == datetime(2026, 12, 12, tzinfo=UTC)


def test_deadline_and_outcome_are_whole_days() -> None:
    found = events(written(engineer()))
    assert found["deadline"].decoded("dtstart") == date(2027, 3, 1)
    assert found["outcome"].decoded("dtstart") == date(2027, 1, 9)
    assert "FIT expected" in found["outcome"]["summary"]
    ended = events(written(nurse()))["outcome"]
    assert ended.decoded("dtstart") == date(2026, 12, 19)
    assert "the plan ends" in ended["summary"]


def test_hostile_words_stay_words() -> None:
    text = written(SAMPLES["hostile"][0], zone="Europe/Berlin")
    lines = text.split("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert "\x1b" not in text
    assert max(len(line.encode()) for line in lines) <= 75
    assert lines.count("END:VEVENT") == lines.count("BEGIN:VEVENT") == len(events(text))
    assert "BEGIN:VALARM" not in lines
    assert not [line for line in lines if line.startswith("URL:") and "alert" in line]
    said = "".join(str(event["description"]) for event in events(text).values())
    assert "数据工程师，负责数据平台 🚀 מהנדסת, a;b\\n" in said


@pytest.mark.parametrize("zone", ["Europe/Nowhere", "../etc/passwd", "/etc/localtime", "Europe", "\0"])
def test_an_unknown_zone_is_refused(zone: str) -> None:
    with pytest.raises(UsageError, match="no such time zone") as caught:
        written(nurse(), zone=zone)
    assert "Europe/Berlin" in caught.value.hint


@pytest.mark.parametrize("at", ["", "25:00", "six", "18:00:30", "18:00+01:00"])
def test_an_unknown_time_is_refused(at: str) -> None:
    with pytest.raises(UsageError, match="not a time of day"):
        written(nurse(), at=at)
