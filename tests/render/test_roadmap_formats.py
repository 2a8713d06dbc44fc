"""The formats of a plan say the same, and no word of a plan does more than stand there."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from careercraft.errors import UsageError
from careercraft.model.plan import Roadmap
from careercraft.model.progress import Progress, TaskState
from careercraft.render.roadmap import FORMATS, render_roadmap
from careercraft.render.wording import clean
from tests.render.sample_roadmap import all_roadmaps, engineer, engineer_progress, hostile, nurse
from tests.render.texts import WIDE, Page, markdown_page

SAMPLES = all_roadmaps()
PEOPLE = ("terminal", "markdown", "html")
COLOR = re.compile("\x1b\\[[0-9;]*m")
TODAY = "2026-12-13"


def rows(text: str) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(text, newline=""))]


def visible(name: str, format: str) -> str:
    text = render_roadmap(*SAMPLES[name], format, width=WIDE, full=True, today=TODAY)
    if format == "csv":
        return " ".join(cell for row in rows(text) for cell in row.values())
    if format == "terminal":
        return " ".join(text.split())
    page = (markdown_page if format == "markdown" else Page)(text)
    return " ".join([page.text, *page.values("href")])


def words(roadmap: Roadmap) -> Iterator[str]:
    for task in roadmap.tasks:
        yield from (task.title, task.check, task.milestone or "")
        if task.resource:
            yield from (task.resource.title, task.resource.url)
    for week in roadmap.weeks:
        yield from (week.goal, f"{week.readiness:.1f}")
    for item in roadmap.left_out:
        yield from (item.name, item.reason)


def more(roadmap: Roadmap) -> Iterator[str]:
    """What only reads well in a text."""
    yield from (
        roadmap.target.title,
        roadmap.target.name,
        roadmap.forecast.finish,
        *roadmap.strong,
        *roadmap.notes,
    )
    for skill in roadmap.skills:
        yield from (skill.name, skill.level)
    for week in roadmap.weeks:
        yield from (week.first, week.verdict)


@pytest.mark.parametrize("format", [*PEOPLE, "csv"])
@pytest.mark.parametrize("name", SAMPLES)
def test_every_task_week_and_gap_is_there(name: str, format: str) -> None:
    roadmap, _ = SAMPLES[name]
    shown = visible(name, format)
    wanted = [*words(roadmap), *(more(roadmap) if format in ("terminal", "markdown") else ())]
    assert [word for word in map(clean, wanted) if word not in shown] == []


def test_the_check_sees_what_is_left_away(monkeypatch: pytest.MonkeyPatch) -> None:
    full = engineer()
    monkeypatch.setitem(SAMPLES, "engineer", (replace(full, left_out=()), None))
    shown = visible("engineer", "markdown")
    assert next(word for word in map(clean, words(full)) if word not in shown) == "5 years with Spark"


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_plan_gives_the_same_bytes(format: str) -> None:
    assert render_roadmap(engineer(), engineer_progress(), format) == render_roadmap(
        engineer(), engineer_progress(), format
    )


@pytest.mark.parametrize("format", FORMATS)
def test_a_changed_week_changes_every_format(format: str) -> None:
    found = nurse()
    weeks = (replace(found.weeks[0], readiness=59.9), *found.weeks[1:])
    assert render_roadmap(replace(found, weeks=weeks), None, format) != render_roadmap(found, None, format)


@pytest.mark.parametrize("format", [name for name in FORMATS if name != "json"])
def test_progress_shows_in_every_format(format: str) -> None:
    before = render_roadmap(engineer(), None, format, full=True)
    assert render_roadmap(engineer(), engineer_progress(), format, full=True) != before


def test_a_skill_says_where_it_stands_until_it_is_done() -> None:
    def states(progress: Progress | None, full: bool) -> str:
        text = render_roadmap(engineer(), progress, "terminal", width=WIDE, full=full)
        return " ".join(text[text.index("Skills ") :].split())

    for full in (False, True):
        assert re.search(r"Docker [^A-Z]*10 h +weak", states(None, full))
        assert re.search(r"Docker [^A-Z]*10 h +done", states(engineer_progress(), full))
    assert " missing " in states(engineer_progress(), full=False)


@pytest.mark.parametrize("format", FORMATS)
def test_a_plan_with_nothing_to_do_can_be_shown(format: str) -> None:
    found = nurse()
    forecast = replace(found.forecast, weeks=0, hours=0.0, finish=found.settings.start, fit_week=0)
    empty = replace(found, weeks=(), tasks=(), skills=(), phases=(), left_out=(), forecast=forecast)
    text = render_roadmap(empty, Progress(tasks={}), format, zone="Europe/Berlin")
    assert text.endswith("\n")
    assert "FIT already" in text or format not in PEOPLE


@pytest.mark.parametrize("format", PEOPLE)
def test_a_plan_that_is_over_has_nothing_next(format: str) -> None:
    done = TaskState(status="done", ended="2026-12-24")
    over = Progress(tasks={task.id: done for task in nurse().tasks}, days=("2026-12-24",))
    text = render_roadmap(nurse(), over, format, full=True)
    assert "4 of 4 tasks done" in text
    assert "2026-12-24" in text


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(UsageError, match="unknown format: pdf") as caught:
        render_roadmap(nurse(), None, "pdf")
    assert "ics" in caught.value.hint


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("width", [60, 80, 100, 137])
@pytest.mark.parametrize("name", SAMPLES)
def test_no_line_is_wider_than_asked(name: str, width: int, full: bool) -> None:
    lines = render_roadmap(*SAMPLES[name], "terminal", width=width, full=full, today=TODAY).splitlines()
    assert [line for line in lines if cell_len(line) > width] == []


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_no_line_is_wider_in_another_encoding(encoding: str) -> None:
    for roadmap, progress in SAMPLES.values():
        lines = render_roadmap(roadmap, progress, "terminal", encoding=encoding, width=100).splitlines()
        assert [line for line in lines if cell_len(line) > 100] == []
        assert all(line.encode(encoding) for line in lines if line)


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("name", SAMPLES)
def test_color_changes_no_word(name: str, full: bool) -> None:
    plain = render_roadmap(*SAMPLES[name], "terminal", full=full, today=TODAY)
    color = render_roadmap(*SAMPLES[name], "terminal", full=full, today=TODAY, color=True)
    assert color != plain
    assert [line.rstrip() for line in COLOR.sub("", color).splitlines()] == plain.splitlines()


@pytest.mark.parametrize("name", SAMPLES)
def test_it_is_about_one_screen(name: str) -> None:
    lines = render_roadmap(*SAMPLES[name], "terminal", number=3, today=TODAY).splitlines()
    assert len(lines) <= 48


def test_the_outcome_comes_first() -> None:
    head = render_roadmap(engineer(), None, "terminal", number=3).split("\n\n")[0]
    assert head.startswith(" UNFIT   Data Engineer")
    assert "roadmap 3" in head
    assert head.index("FIT in week 6 of 7 (2027-01-09)") < head.index("46 h in 7 weeks")


def test_a_long_plan_is_cut_to_a_screen_with_its_flip_and_its_end() -> None:
    found = engineer()
    weeks = tuple(replace(found.weeks[0], number=number, sessions=()) for number in range(1, 61))
    forecast = replace(found.forecast, fit_week=40, weeks=60)
    text = render_roadmap(replace(found, weeks=weeks, forecast=forecast), None, "terminal")
    shown = re.findall(r"^ +(\d+)  2026", text, re.MULTILINE)
    assert shown == [*map(str, range(1, 13)), "40", "60"]
    assert "weeks 13 to 39; --full shows them" in text
    assert "weeks 41 to 59; --full shows them" in text
    one = render_roadmap(
        replace(found, weeks=weeks[:42], forecast=replace(forecast, weeks=42)), None, "terminal"
    )
    assert "week 41; --full shows it\n" in one
    assert "FIT: " in next(line for line in text.splitlines() if line.startswith("    40"))


def test_the_present_week_is_marked_without_color() -> None:
    text = render_roadmap(engineer(), engineer_progress(), "terminal", today=TODAY)
    assert [line[:7] for line in text.splitlines() if line.startswith("   >")] == ["   > 2 "]
    assert "done: Learn Docker" in text


def test_boxes_of_markdown_are_ticked_for_what_is_done() -> None:
    text = render_roadmap(engineer(), engineer_progress(), "markdown")
    boxes = dict(re.findall(r"^- (\[.\]) \*\*(\d+)\.\*\*", text, re.MULTILINE)[::-1])
    ticked = [*re.findall(r"^- \[x\] \*\*(\d+)\.\*\*", text, re.MULTILINE)]
    assert set(ticked) == {"1", "2"}
    assert set(boxes) == {"[x]", "[ ]"}
    assert "~~Practice Apache Airflow: repair a failed run~~" in text


def test_a_table_of_sessions_has_figures_for_a_spreadsheet() -> None:
    text = render_roadmap(engineer(), engineer_progress(), "csv")
    assert text.count("\r\n") == text.count("\n")
    table = rows(text)
    sessions = [row for row in table if row["task_id"]]
    assert sum(float(row["hours"]) for row in sessions) == engineer().forecast.hours
    assert sessions[0] | {
        "week": "1", "day": "2026-12-02", "weekday": "Wed", "phase": "foundation", "number": "1", "hours": "2.75",
        "status": "done", "readiness": "61.4", "verdict": "UNFIT", "skill": "Docker", "level": "intermediate",
    } == sessions[0]  # fmt: skip
    assert [row["goal"] for row in table if row["week"] and not row["task_id"]] == ["Week off (holidays)"]


@pytest.mark.parametrize("sign", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(sign: str) -> None:
    found = nurse()
    tasks = tuple(replace(task, title=sign, check=sign) for task in found.tasks)
    skills = tuple(replace(skill, name=sign) for skill in found.skills)
    weeks = tuple(replace(week, goal=sign, milestone=sign) for week in found.weeks)
    left = tuple(replace(item, name=sign, reason=sign) for item in found.left_out)
    changed = replace(found, tasks=tasks, skills=skills, weeks=weeks, left_out=left)
    cells = [cell for row in rows(render_roadmap(changed, None, "csv")) for cell in row.values()]
    assert [cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t", "\r")] == []
    assert any(cell.startswith("'") for cell in cells)


def test_hostile_words_stay_words_in_a_terminal() -> None:
    text = render_roadmap(hostile(), None, "terminal", full=True, width=WIDE)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[bold]loud[/bold] [/b]" in text


@pytest.mark.parametrize("format", ["markdown", "html"])
def test_hostile_words_make_no_element(format: str) -> None:
    text = render_roadmap(hostile(), None, format)
    page = (markdown_page if format == "markdown" else Page)(text)
    assert {tag for tag, _ in page.elements} & {"script", "img", "link"} == set()
    links = page.values("href")
    assert [link for link in links if link.startswith(("javascript", "https://example.org/evil"))] == []
    assert not page.values("onclick")
    assert not page.values("onerror")
    assert "\x1b" not in text


def test_what_has_no_day_in_a_revision_is_still_shown() -> None:
    """Two tasks are done, the third is open and the deadline holds it no more."""
    found = engineer()
    later = replace(found, revision=2, weeks=tuple(week for week in found.weeks if week.number > 2))
    for format in PEOPLE:
        text = render_roadmap(later, engineer_progress(), format, full=True, width=WIDE)
        assert "revision 2" in text or format == "html"
        assert "Learn Docker: images and containers" in text
        assert "Learn Kubernetes, part 1 of 2" in text
    table = rows(render_roadmap(later, engineer_progress(), "csv"))
    unplanned = [(row["number"], row["status"]) for row in table if not row["week"] and row["number"]]
    assert unplanned == [("1", "done"), ("2", "done"), ("3", "started")]
    plain = render_roadmap(later, engineer_progress(), "terminal", full=True, width=WIDE)
    before, after = plain.split("Left out, and still open")
    assert "Before this revision" in before
    assert "Learn Kubernetes, part 1 of 2" in after
