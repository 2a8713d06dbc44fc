"""What would change the verdict, as people read it: what was tried, edits, and how much a FIT bears."""

from __future__ import annotations

import re

import pytest
from msgspec import structs
from rich.cells import cell_len

from careercraft.model.advice import Counterfactual, CounterfactualChange
from careercraft.model.analysis import Analysis
from careercraft.render import render
from careercraft.render.build import build
from careercraft.render.build_ways import way_out
from tests.render import sample_engineer, sample_nurse
from tests.render.sample_hostile import SCRIPT
from tests.render.sample_what_if import asked_what_if, with_margin
from tests.render.texts import markdown_page, visible

PEOPLE = ("terminal", "markdown", "html")
LEARN = CounterfactualChange(id="docker", name="Docker", points=4.1, hours=20.0)
EDIT = CounterfactualChange(name="the dates of Analyst", points=2.0, edit="Give the dates")


def way(*changes: CounterfactualChange, hours: float = 20.0) -> str:
    return way_out(Counterfactual(changes=changes, points=6.1, hours=hours, readiness=71.4))


def test_an_edit_takes_minutes_and_no_hours() -> None:
    assert way(LEARN) == "Docker would do it: +6.1 points, about 20 h, readiness 71.4."
    assert way(LEARN, EDIT) == (
        "Docker and the dates of Analyst (an edit) would do it: +6.1 points, about 20 h, readiness 71.4."
    )
    only = way(EDIT, hours=0.0)
    assert only == "the dates of Analyst (an edit) would do it: +6.1 points, some minutes, readiness 71.4."


def with_ways(*sets: tuple[CounterfactualChange, ...]) -> Analysis:
    ways = tuple(Counterfactual(changes=changes, points=6.1, hours=20.0, readiness=71.4) for changes in sets)
    return structs.replace(sample_engineer.build(), counterfactuals=ways)


@pytest.mark.parametrize("format", PEOPLE)
def test_each_change_of_a_set_has_its_own_points_and_hours(format: str) -> None:
    shown = visible(with_ways((LEARN,), (LEARN, EDIT)), format)
    assert "Docker (+4.1, 20 h)" in shown
    assert "the dates of Analyst (+2.0, some minutes): Give the dates." in shown
    alone = visible(with_ways((LEARN,)), format)
    assert "Docker would do it" in alone
    assert "Docker (" not in alone


def test_the_short_report_names_the_first_set_only() -> None:
    shown = " ".join(render(with_ways((LEARN, EDIT), (LEARN,)), "terminal").split())
    assert "Docker and the dates of Analyst (an edit) would do it" in shown
    assert "some minutes" not in shown
    assert "Or:" not in shown


def test_no_list_runs_into_another() -> None:
    page = markdown_page(render(with_ways((LEARN, EDIT), (EDIT, LEARN)), "markdown"))
    assert [tag for tag, _ in page.elements].count("blockquote") == 1
    quoted = (
        render(with_ways((LEARN, EDIT), (EDIT, LEARN)), "markdown").split("> **The way")[1].split("\n\n")[0]
    )
    assert quoted.count("> - ") == 4


@pytest.mark.parametrize("format", PEOPLE)
def test_what_was_tried_is_shown_beside_what_is(format: str) -> None:
    shown = visible(asked_what_if(), format)
    for text in (
        "What if",
        "+Airflow:2y",
        "UNFIT 61.3",
        "FIT 72.5",
        "58.6",
        "71.2",
        "missing 0",
        "in part 0.85",
    ):
        assert text in shown
    assert "Readiness 61.3" in " ".join(
        visible(asked_what_if(), "html").split()
    )  # the report itself is as it was
    assert SCRIPT not in render(asked_what_if(), "html")


@pytest.mark.parametrize("format", PEOPLE)
def test_a_change_that_moves_nothing_says_so(format: str) -> None:
    assert "nothing would move" in visible(asked_what_if(moves=False), format).lower()
    assert "What if" not in visible(sample_engineer.build(), format)


@pytest.mark.parametrize("width", [60, 80, 100])
def test_what_was_tried_keeps_the_width(width: int) -> None:
    lines = render(asked_what_if(), "terminal", width=width).splitlines()
    assert [line for line in lines if cell_len(line) > width] == []
    assert re.search(r"^  What if ", "\n".join(lines), re.MULTILINE)


@pytest.mark.parametrize("format", PEOPLE)
def test_a_fit_says_how_much_it_bears(format: str) -> None:
    assert "It stays FIT without any one of the requirements met." in visible(with_margin(), format)
    few = visible(with_margin("Nursing license", "ACLS"), format)
    assert "It would fall to UNFIT without Nursing license or ACLS." in few
    many = visible(with_margin(*(f"Skill {i}" for i in range(6))), format)
    assert "without Skill 0, Skill 1, Skill 2, Skill 3 or 2 more." in many
    assert "It would fall" not in visible(sample_nurse.build(), format)


@pytest.mark.parametrize("format", PEOPLE)
def test_what_the_person_says_is_no_quote_of_the_resume(format: str) -> None:
    analysis = sample_engineer.build()
    first, *others = analysis.skills.matched
    own = structs.replace(first, source="self", statement="two years at work", resume_evidence=())
    skills = structs.replace(analysis.skills, matched=(own, *others))
    changed = structs.replace(analysis, skills=skills)
    assert build(changed).matched[0].statement == "two years at work"
    shown = visible(changed, format)
    assert "two years at work" in shown
    assert "you say" in shown


def test_how_a_skill_is_shown_is_said() -> None:
    analysis = sample_engineer.build()
    first, *others = analysis.skills.matched
    used = structs.replace(first, shown=("listed", "used", "repeated", "recent"))
    skills = structs.replace(analysis.skills, matched=(used, *others))
    changed = structs.replace(analysis, skills=skills)
    for format in ("markdown", "html"):
        assert "used in several positions or projects, of late, and listed" in visible(changed, format)
    assert "only listed" not in visible(changed, "html")
    listed = structs.replace(
        changed, skills=structs.replace(skills, matched=(structs.replace(used, shown=("listed",)),))
    )
    assert "only listed" in visible(listed, "html")
