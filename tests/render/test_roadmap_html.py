"""The page of a plan without a browser: self-contained, whole, harmless, the same bytes twice."""

from __future__ import annotations

import re
import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from msgspec.structs import replace

from careercraft import paths
from careercraft.model.plan import Roadmap
from careercraft.model.progress import Progress
from careercraft.render.roadmap import render_roadmap
from careercraft.render.roadmap.build import build
from tests.render.pages import check_links, check_nothing_is_loaded, check_policy
from tests.render.sample_roadmap import HOSTILE, all_roadmaps
from tests.render.sample_roadmap_sizes import all_sizes
from tests.render.texts import Page

TODAY = "2026-12-14"
SAMPLES = all_roadmaps() | all_sizes()
PEOPLE = all_roadmaps()


def page_of(roadmap: Roadmap, progress: Progress | None) -> str:
    return render_roadmap(roadmap, progress, "html", number=3, today=TODAY)


PAGES = {name: page_of(*sample) for name, sample in SAMPLES.items()}


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_loaded_and_nothing_runs(name: str) -> None:
    check_nothing_is_loaded(PAGES[name])
    assert set(re.findall(r"url\([^)]*\)|@import", PAGES[name])) <= {"url(#hatch)"}


@pytest.mark.parametrize("name", PAGES)
def test_every_link_has_its_place(name: str) -> None:
    check_links(PAGES[name])
    assert ("url(#hatch)" in PAGES[name]) <= ("hatch" in Page(PAGES[name]).values("id"))


@pytest.mark.parametrize("name", PAGES)
def test_the_policy_allows_this_style_and_nothing_else(name: str) -> None:
    check_policy(PAGES[name])


@pytest.mark.parametrize("name", PAGES)
def test_headings_come_in_order(name: str) -> None:
    levels = [int(tag[1]) for tag, _ in Page(PAGES[name]).elements if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", PAGES)
def test_pictures_have_words(name: str) -> None:
    page = Page(PAGES[name])
    pictures = [attrs for tag, attrs in page.elements if tag == "svg"]
    assert all(attrs.get("aria-hidden") == "true" or attrs.get("role") == "img" for attrs in pictures)
    assert all(attrs.get("aria-labelledby") for attrs in pictures if attrs.get("role") == "img")


def test_the_words_of_the_pictures() -> None:
    page = PAGES["engineer"]
    assert "Docker: foundation: 2026-12-02 to 2026-12-07; applied: 2026-12-07 to 2026-12-09." in page
    assert "At the start 61.4; week 1: 61.4; " in page
    assert "week 7: 71.7. FIT needs 70." in page
    assert "Readiness 61.4 of 100 at the start of the plan, 71.7 at its end; FIT needs 70." in page
    assert (
        '<desc id="graph-1-desc">Docker comes before Kubernetes. Docker saves hours of Kubernetes.</desc>'
        in page
    )


@pytest.mark.parametrize("name", PEOPLE)
def test_everything_of_the_plan_is_there(name: str) -> None:
    roadmap, progress = PEOPLE[name]
    view = build(roadmap, progress, 3, TODAY)
    page = Page(PAGES[name])
    words = [
        view.title,
        view.target,
        view.flip,
        view.outlook,
        view.after,
        view.engine,
        *view.asked,
        *view.notes,
    ]
    words += [
        *view.strong,
        *(part for item in view.left_out for part in (item.name, item.reason, item.points)),
    ]
    for skill in view.skills:
        words += [skill.name, skill.why, skill.state, skill.levels, skill.hours, skill.shares, skill.weeks]
    for week in view.weeks:
        words += [f"Week {week.number}", week.first, week.last, week.goal, week.milestone]
        words += [week.readiness, week.hours] if week.tasks else []
    for task in view.tasks:
        words += [task.title, task.check, task.evidence, task.said]
        words += [task.resource.title] if task.resource else []
    missing = [word for word in words if " ".join(word.split()) not in page.text]
    assert missing == []
    links = {task.resource.url for task in view.tasks if task.resource and task.resource.link}
    assert links == {href for href in page.values("href") if not href.startswith("#")}


def week_of(name: str, number: int) -> str:
    return re.split(r"<article ", PAGES[name])[number].split("</article>")[0]


def test_boxes_say_what_is_done() -> None:
    first, second, *_ = (week_of("engineer", number) for number in (1, 2))
    assert (
        first.count('<span class="box done" aria-hidden="true"></span><span class="unseen">Done: </span>')
        == 2
    )
    assert '<span class="box started" aria-hidden="true"></span><span class="unseen">Begun: </span>' in second
    assert '<span class="box skipped" aria-hidden="true"></span><span class="unseen">Skipped: </span>' in (
        week_of("engineer", 6)
    )
    assert '<span class="box todo" aria-hidden="true"></span><span class="unseen">To do: </span>' in (
        week_of("engineer", 3)
    )


def test_a_check_stands_where_its_task_ends() -> None:
    check = "You can start it on another computer"
    assert "goes on in week 2" in week_of("engineer", 1)
    assert check not in week_of("engineer", 1)
    assert check in week_of("engineer", 2)
    assert "the rest of 4\N{NO-BREAK SPACE}h" in week_of("engineer", 2)


def test_the_weeks_that_matter_are_marked() -> None:
    marks = {
        number: re.findall(r'class="chip[^>]*>([^<]*)<', week_of("engineer", number))
        for number in range(1, 8)
    }
    assert marks == {1: [], 2: ["this week"], 3: [], 4: [], 5: [], 6: ["turns FIT"], 7: []}
    late = replace(PEOPLE["nurse"][0].settings, deadline="2026-12-12")
    page = page_of(replace(PEOPLE["nurse"][0], settings=late), None)
    assert page.count('<span class="chip fair">deadline</span>') == 1


def test_without_sessions_it_says_so() -> None:
    page = Page(PAGES["nothing left"])
    assert "There is nothing left to do in this plan." in page.text
    assert "Behind you" in page.text
    assert "lanes-1-title" not in page.values("id")
    assert "There is nothing left" not in PAGES["engineer"]


def test_no_graph_where_every_skill_stands_alone() -> None:
    assert "What comes before what" not in PAGES["nurse"]
    assert "What comes before what" in PAGES["engineer"]


def test_hostile_text_is_text() -> None:
    source = PAGES["hostile"]
    page = Page(source)
    for words in HOSTILE[:5]:
        assert " ".join(words.split()) in page.text
    assert "javascript:alert(4)" in page.text
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", source)


def test_hostile_words_in_pictures_are_text() -> None:
    roadmap, progress = PEOPLE["hostile"]
    names = HOSTILE[:3]
    pictures = re.findall(
        '<svg class="wide".*?</svg>|<svg viewBox[^>]*role="img".*?</svg>', PAGES["hostile"], re.S
    )
    drawn = Page("".join(pictures))
    assert all(name in drawn.text for name in names)
    assert {tag for tag, _ in drawn.elements} <= {
        "svg", "title", "desc", "defs", "pattern", "path", "rect", "text", "tspan", "g", "polygon", "polyline", "circle"
    }  # fmt: skip
    assert roadmap.skills[0].name == names[0]
    assert progress is None


@pytest.mark.parametrize("name", ["engineer", "hostile", "forty"])
def test_the_same_bytes_twice(name: str) -> None:
    assert page_of(*SAMPLES[name]) == PAGES[name]


def test_another_day_is_another_page() -> None:
    assert render_roadmap(*PEOPLE["engineer"], "html", number=3, today="2026-12-15") != PAGES["engineer"]


def test_a_mistake_in_a_template_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(paths.templates_dir(), tmp_path / "templates")
    (tmp_path / "templates" / "roadmap_weeks.html.j2").write_text("{{ view.no_such_field }}")
    monkeypatch.setattr(paths, "templates_dir", lambda: tmp_path / "templates")
    with pytest.raises(UndefinedError, match="no_such_field"):
        page_of(*PEOPLE["nurse"])
