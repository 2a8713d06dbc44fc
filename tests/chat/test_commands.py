"""Every slash command on an analysis, without a model."""

from __future__ import annotations

from typing import Any

import pytest

from careercraft.chat.answers import answer
from careercraft.chat.commands import COMMANDS, help_page, is_command, parse_line, run_command, sources_page
from careercraft.chat.intent_follow import Context
from careercraft.chat.turn import Turn
from careercraft.errors import UsageError
from careercraft.model.analysis import Analysis
from tests.chat.desks import analysis, desk, history


def run(line: str, **more: Any) -> Turn:
    return run_command(desk("unfit", **more), parse_line(line), Context())


@pytest.mark.parametrize(
    ("line", "tool", "told"),
    [
        ("/gaps", "gaps", "Apache Airflow: +3.7 points, 35 h"),
        ("/gaps all", "gaps", "HL7 and FHIR"),
        ("/explain skills_match", "explain_score", "**Skills match 56.5**"),
        ("/explain skills", "explain_score", "**Skills match 56.5**"),
        ("/explain experience score", "explain_score", "**Experience match"),
        ("/why readiness", "explain_score", "**Readiness 66.2**"),
        ("/what-if Apache Airflow", "what_if", "readiness 71.6"),
        ("/what-if +Airflow, Snowflake and Terraform", "what_if", "and +Terraform, together: **FIT**"),
        ("/what-if +Airflow +Snowflake", "what_if", "With +Airflow and +Snowflake"),
        ("/roadmap", "roadmap", "at 8 h a week"),
        ("/roadmap 6h", "roadmap", "at 6 h a week"),
        ("/GAPS", "gaps", "Apache Airflow"),
    ],
)
def test_commands_on_the_analysis(line: str, tool: str, told: str) -> None:
    turn = run(line)
    assert (turn.by, turn.tools, turn.error) == ("command", (tool,), None)
    assert told in turn.text
    assert turn.data


def test_compare_takes_runs_of_the_history() -> None:
    kept = history("unfit", "swapped")
    turn = run("/compare 2", run=1, runs=kept.runs, kept=kept.kept)
    assert "Electrician" in turn.text
    assert "no run '9'" in run("/compare 9", run=1, runs=kept.runs, kept=kept.kept).text
    assert "Electrician" in run("/compare Electrician", run=1, runs=kept.runs, kept=kept.kept).text


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("/compare ./b.txt", ["./b.txt"]),
        ("/compare 'my job.txt' b.pdf", ["my job.txt", "b.pdf"]),
        ("/compare b.txt, c.html", ["b.txt", "c.html"]),
    ],
)
def test_compare_takes_files(line: str, read: list[str]) -> None:
    names: list[str] = []

    def posting(name: str) -> Analysis:
        names.append(name)
        return analysis("swapped")

    turn = run(line, from_posting=posting)
    assert names == read
    assert "You are better off with" in turn.text


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("/explain", "Which score?"),
        ("/what-if", "What should be different?"),
        ("/what-if , +", "What should be different?"),
        ("/roadmap soon", "no number of hours"),
    ],
)
def test_what_a_command_lacks_is_told(line: str, told: str) -> None:
    turn = run(line)
    assert told in turn.text
    assert turn.error is not None


@pytest.mark.parametrize(
    "line", ["/explain happiness", "/what-if +Nosuchskillia", "/roadmap 9000", "/compare x"]
)
def test_what_can_not_be_had_is_told_and_never_raised(line: str) -> None:
    assert run(line).text.startswith("That didn't work: ")


def test_each_number_of_a_command_cites_its_words() -> None:
    turn = run("/gaps")
    assert "[1]" in turn.text.split("\n\n")[1]
    assert turn.sources[0].quote.startswith("Experience with Airflow")
    assert turn.sources[0].line() in turn.text


def test_talk_goes_on_from_a_command() -> None:
    """ "The second one" is the second of what the command listed."""
    turn = run("/gaps")
    assert "Snowflake" in answer(desk("unfit"), "what about the second one?", turn.context).text
    assert "readiness 71.6" in run("/what-if Apache Airflow").text


@pytest.mark.parametrize(
    ("line", "near"),
    [("/gap", "/gaps"), ("/explian", "/explain"), ("/compar", "/compare"), ("/rodmap", "/roadmap")],
)
def test_an_unknown_command_names_the_nearest(line: str, near: str) -> None:
    with pytest.raises(UsageError) as error:
        parse_line(line)
    assert f"did you mean {near}?" in error.value.hint
    with pytest.raises(UsageError, match="/xyzzy"):
        parse_line("/xyzzy now")


@pytest.mark.parametrize("line", ["why?", "/home/ana/resume.pdf", "/ 3", "3/4 of it", "", "/2"])
def test_what_is_no_command(line: str) -> None:
    assert not is_command(line)


@pytest.mark.parametrize(
    ("line", "name"), [("/exit", "quit"), ("/q", "quit"), ("/?", "help"), ("  /gaps  ", "gaps")]
)
def test_other_names(line: str, name: str) -> None:
    assert is_command(line)
    assert parse_line(line).command.name == name


def test_help_names_every_command() -> None:
    names = [command.name for command in COMMANDS]
    assert all(f"`/{name}" in help_page() for name in names)
    wanted = "gaps explain what-if roadmap compare sources save model cost quit help"
    assert set(wanted.split()) == set(names)


def test_sources_are_those_of_the_last_answer_that_has_any() -> None:
    cited, bare = run("/gaps"), Turn(question="thanks", text="You are welcome.")
    page = sources_page([cited, bare])
    assert "“/gaps” was answered from:" in page
    assert "(posting) of job.txt" in page
    assert "No answer" in sources_page([bare])
