"""The tools that the rules and a model share."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from careercraft.chat import tools
from careercraft.chat.answers import answer
from careercraft.chat.sources import Citations
from careercraft.chat.tools import NAMES, call, make_tools
from careercraft.llm.tokens import count_tokens
from careercraft.match.changes import parse_changes
from careercraft.match.removal import Held
from careercraft.model.analysis import Analysis
from careercraft.model.document import Document
from careercraft.render.explain import KEYS
from careercraft.score.what_if import tried
from tests.chat import desks
from tests.chat.numbers import allowed, numbers_in, written

ARGUMENTS: dict[str, dict[str, Any]] = {
    "explain_score": {"score": "experience_match"},
    "what_if": {"changes": ["+Terraform"]},
    "search_skills": {"words": "container"},
    "skill": {"skills": ["Python", "Docker"]},
    "resources": {"skills": ["Docker"], "free": True},
    "compare": {"runs": ["2"]},
    "facts": {"about": "salary"},
}
MOST_TOKENS = 1_800
"""Of all functions as a model is told of them: a small one has little room."""


def made(name: str = "unfit", **more: object) -> tuple[tools.Tool, ...]:
    past = desks.history("unfit", "swapped", "other")
    return make_tools(desks.desk(name, runs=past.runs, kept=past.kept, run=1, **more))


def test_what_the_issue_names_is_there() -> None:
    wanted = {"explain_score", "what_if", "search_skills", "roadmap", "compare", "interview"}
    assert wanted <= set(NAMES)
    assert len(set(NAMES)) == len(NAMES) == len(made())


@pytest.mark.parametrize("name", desks.NAMES)
@pytest.mark.parametrize("tool", NAMES)
def test_each_tool_works_on_each_analysis(tool: str, name: str) -> None:
    found = call(made(name), tool, ARGUMENTS.get(tool, {}))
    assert found.ok or tool == "compare"
    assert found.lines
    msgspec.json.encode(found.data)
    assert all(source.line() in found.text() for source in found.sources)


@pytest.mark.parametrize("tool", NAMES)
def test_numbers_of_a_tool_stand_in_the_analysis(tool: str) -> None:
    found = call(made(), tool, ARGUMENTS.get(tool, {}))
    new = written(found.data) if tool in ("what_if", "resources", "compare", "history") else set()
    others = written([desks.analysis("swapped"), desks.analysis("other")]) if tool == "compare" else set()
    scale = {"2", "3"} if tool in ("compare", "history") else set()
    assert numbers_in(found.text()) <= allowed(desks.desk("unfit")) | new | others | scale


@pytest.mark.parametrize("tool", NAMES)
def test_a_schema_is_what_is_taken(tool: str) -> None:
    found = next(one for one in made() if one.name == tool)
    schema = found.spec.parameters
    assert schema["type"] == "object"
    assert set(schema.get("required", ())) <= set(schema["properties"])
    takes = tools._KINDS[tool].takes
    given = {name: _example(part) for name, part in schema["properties"].items()}
    assert msgspec.convert(given, takes)
    assert found.description.endswith(".")
    assert len(found.description) < 100


def _example(part: dict[str, Any]) -> Any:
    plain = {"string": "readiness", "number": 8.0, "boolean": True, "array": ["x"]}
    return part["enum"][0] if "enum" in part else plain[part["type"]]


@pytest.mark.parametrize(
    ("tool", "arguments", "said"),
    [
        ("explain_score", {}, "score"),
        ("explain_score", {"score": "luck"}, "there is no score 'luck'"),
        ("explain_score", {"score": ["a"]}, "str"),
        ("explain_score", "skills_match", "object"),
        ("explain_score", None, "object"),
        ("what_if", {"changes": []}, "nothing is named"),
        ("what_if", {"changes": ["+florbnik"]}, "knows no skill"),
        ("what_if", {"changes": ["Terraform"]}, "neither + nor -"),
        ("what_if", {"changes": ["+Go"] * 21}, "too many"),
        ("what_if", {"changes": "+Go"}, "array"),
        ("what_if", {"changes": ["-Python"]}, "can't be tried here"),
        ("roadmap", {"hours_per_week": 1e9}, "nobody can keep that up"),
        ("roadmap", {"hours_per_week": "nan"}, "nothing gets done"),
        ("roadmap", {"hours_per_week": -3}, "nothing gets done"),
        ("compare", {"runs": ["77"]}, "no run"),
        ("compare", {"runs": ["1"]}, "the very analysis"),
        ("compare", {"runs": ["/etc/passwd.txt"]}, "only files that you name yourself"),
        ("facts", {"about": "luck"}, "no subject 'luck'"),
        ("facts", {}, "about"),
        ("no_such_tool", {}, "no tool"),
        ("\x1b[31m", {}, "no tool"),
    ],
)
def test_bad_arguments_are_told(tool: str, arguments: Any, said: str) -> None:
    found = call(made(), tool, arguments)
    assert not found.ok
    assert said in found.text()
    assert "\x1b" not in found.text()
    assert found.data["error"]


def test_all_functions_together_leave_a_small_model_room() -> None:
    specs = [tool.spec for tool in made()]
    assert count_tokens(msgspec.json.encode(specs).decode()) < MOST_TOKENS


@pytest.mark.parametrize("about", tools._FACTS)
def test_each_subject_has_facts(about: str) -> None:
    found = call(made(), "facts", {"about": about})
    assert found.ok
    assert numbers_in(found.text()) <= allowed(desks.desk("unfit"))


@pytest.mark.parametrize("key", KEYS)
def test_each_of_the_eleven_scores_can_be_explained(key: str) -> None:
    found = call(made(), "explain_score", {"score": key})
    assert found.data["scores"][0]["key"] == key
    assert "**" in found.lines[0]


def test_a_model_reads_no_file_that_the_person_does_not_name() -> None:
    read: list[str] = []

    def posting(name: str) -> Analysis:
        read.append(name)
        return desks.analysis("swapped")

    desk = desks.desk("unfit", from_posting=posting)
    given = {"runs": ["./other-job.txt"]}
    refused = call(make_tools(desk, said="compare with my other job"), "compare", given)
    assert (refused.ok, read) == (False, [])
    assert "only files that you name yourself are read" in refused.text()
    longer = make_tools(desk, said="compare it with /home/./other-job.txt or x./other-job.txt")
    assert not call(longer, "compare", given).ok
    assert call(make_tools(desk, said="compare it with ./other-job.txt"), "compare", given).ok
    assert read == ["./other-job.txt"]


def test_what_is_not_asked_for_is_ignored() -> None:
    assert call(made(), "verdict", {"set_readiness": 100}).text() == call(made(), "verdict", {}).text()


def test_long_and_dirty_words_are_cut_and_cleaned() -> None:
    found = call(made(), "search_skills", {"words": "\x1b[31m*docker*\n" + "x" * 10_000})
    assert found.ok
    assert "\x1b" not in found.text()
    assert len(found.text()) < 2000


def test_sources_are_numbered_through_a_turn() -> None:
    desk = desks.desk("unfit")
    cite = Citations(desk.analysis)
    shared = make_tools(desk, cite)
    first = call(shared, "verdict", {})
    again = call(shared, "verdict", {})
    more = call(shared, "strengths", {})
    assert [source.number for source in first.sources] == [1, 2, 3, 4, 5]
    assert again.sources == ()
    assert again.lines == first.lines
    assert more.sources[0].number == 6
    assert cite.all() == (*first.sources, *more.sources)


def test_what_if_is_what_the_scorer_makes_of_it() -> None:
    desk = desks.desk("unfit")
    nothing = Held({}, Document(text="", lines=(), name="-", hash="", format="text"))
    changes = parse_changes(["+Terraform", "+2y"], desk.linker(), desk.analysis.skills, (), nothing)
    wanted = tried(desk.scene, changes).verdict
    found = call(made(), "what_if", {"changes": ["+Terraform", "+2y"]}).data["after"]
    assert (found["label"], found["readiness"]) == (wanted.label, wanted.readiness)


def test_nothing_that_is_tried_stays() -> None:
    before = msgspec.json.encode(desks.analysis("unfit"))
    for tool in NAMES:
        call(made(), tool, ARGUMENTS.get(tool, {}))
    assert msgspec.json.encode(desks.analysis("unfit")) == before


def test_a_plan_that_is_followed_comes_first() -> None:
    desk = desks.desk("unfit")
    plan = desk.plan(5.0)
    found = call(made(followed=lambda: plan), "roadmap", {})
    assert found.lines[0] == "The plan that you follow:"
    assert found.data["hours_per_week"] == 5
    other = call(made(followed=lambda: plan), "roadmap", {"hours_per_week": 10})
    assert other.lines[0] == "A plan from today on:"


def test_the_rules_answer_with_the_tools_words() -> None:
    desk = desks.desk("unfit")
    assert answer(desk, "what's missing").data == call(make_tools(desk), "gaps", {}).data
    assert (
        answer(desk, "explain readiness score").data
        == call(make_tools(desk), "explain_score", {"score": "readiness"}).data
    )
