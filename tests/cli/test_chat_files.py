"""`careercraft chat` with the files of the analysis at hand: what is taken away, other places, other postings."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from careercraft.chat.scene import Desk
from careercraft.cli import roles_match
from careercraft.cli.chat_desk import desk_for
from careercraft.errors import InputError, UsageError
from careercraft.settings import load_settings
from careercraft.store import open_history
from tests.chat.desks import analysis
from tests.cli.conftest import CallCli
from tests.conftest import DAY, EXAMPLES

pytestmark = pytest.mark.usefixtures("_one_workbench")
_OTHER = "Senior Data Analyst\nFairfield Foods, Portland, OR\n\nRequirements\n- 3 years of SQL\n- Python, Tableau\n"


@pytest.fixture(autouse=True)
def folder(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """With the files of run 1, the data engineer who is UNFIT, and another posting."""
    monkeypatch.setenv("CAREERCRAFT_TODAY", DAY)
    here = tmp_path / "applications"
    here.mkdir()
    for name in ("resume.pdf", "job.txt"):
        shutil.copy(EXAMPLES / name, here)
    (here / "other job.txt").write_text(_OTHER)
    monkeypatch.chdir(here)
    with open_history() as history:
        history.add(analysis("unfit"))
    return here


def desk() -> Desk:
    return desk_for(load_settings().settings, "latest")


def answered(call_cli: CallCli, *lines: str) -> list[dict[str, Any]]:
    done = call_cli("chat", "--json", stdin="\n".join(lines).encode())
    assert done.rc == 0, done.error
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_what_needs_the_files_is_answered_with_figures(call_cli: CallCli) -> None:
    """And the figures are those of `analyze --what-if`."""
    lost, moved, both, later = answered(
        call_cli,
        "what if I lost Python",
        "what if I move to Berlin",
        "/what-if -Python, +location:Berlin",
        "what if I had two fewer years of experience",
    )
    options = ("--today", DAY, "--format", "json", "--no-history")
    told = call_cli("analyze", "resume.pdf", "job.txt", "--what-if", "-Python", *options)
    wanted = json.loads(told.stdout)["what_if"]["verdict"]["readiness"]
    assert lost["data"]["changes"] == ["-Python"]
    assert lost["data"]["after"]["readiness"] == wanted
    assert lost["data"]["requirements"] == [{"name": "Python", "before": "matched", "after": "missing"}]
    assert moved["data"]["after"]["readiness"] < 66.2
    assert both["data"]["after"]["readiness"] < min(wanted, moved["data"]["after"]["readiness"])
    assert later["data"]["after"]["readiness"] < 66.2


def test_a_posting_in_a_file_is_compared_and_not_kept(call_cli: CallCli) -> None:
    asked, command = answered(call_cli, "am I better off with 'other job.txt'?", "/compare 'other job.txt'")
    for turn in (asked, command):
        assert turn["text"].startswith("You are better off with Senior Data Analyst at Fairfield Foods:")
        assert [one["label"] for one in turn["data"]["postings"]] == ["FIT", "UNFIT"]
    with open_history() as history:
        assert len(history.runs()) == 1


def test_a_posting_of_the_history_is_found_by_its_title(call_cli: CallCli) -> None:
    with open_history() as history:
        history.add(analysis("swapped"))
        history.add(analysis("unfit"))
    (turn,) = answered(call_cli, "am I better off with the electrician job?")
    assert len(turn["data"]["postings"]) == 2
    assert "Electrician" in turn["text"]


def test_other_roles_are_ranked_with_the_file(call_cli: CallCli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a catalogue of six, since all take seconds."""
    wanted = {"data-engineer", "welder", "chef", "data-analyst", "electrician", "urban-planner"}
    monkeypatch.setattr(
        roles_match, "chosen", lambda roles, family: [role for role in roles if role.id in wanted]
    )
    (turn,) = answered(call_cli, "what other jobs would fit me?")
    assert turn["intent"] == "other_roles"
    assert turn["data"]["roles"][0]["id"] == "data-engineer"
    assert len(turn["data"]["roles"]) == 5


def test_files_one_folder_down_are_found(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    assert desk().from_files is not None
    assert desk().from_files(["-Python"]).verdict.readiness == pytest.approx(62.4)  # type: ignore[misc]


@pytest.mark.parametrize(
    ("change", "said", "hint"),
    [
        ("gone", "resume.pdf is not in this folder", "start the chat in the folder of your files"),
        (
            "other",
            "resume.pdf is another one than at the analysis",
            "run `careercraft analyze resume.pdf job.txt",
        ),
    ],
)
def test_files_that_are_gone_or_changed_are_told(folder: Path, change: str, said: str, hint: str) -> None:
    file = folder / "resume.pdf"
    if change == "gone":
        file.unlink()
    else:
        file.write_bytes(file.read_bytes() + b"\n")
    with pytest.raises(UsageError) as error:
        desk().from_files(["-Python"])  # type: ignore[misc]
    assert said in error.value.message
    assert hint in error.value.hint
    assert '--what-if "-Python"`' in error.value.hint


def test_a_file_that_is_gone_is_told_in_the_answer(folder: Path, call_cli: CallCli) -> None:
    (folder / "job.txt").unlink()
    (turn,) = answered(call_cli, "what if I lost Python")
    assert "job.txt is not in this folder" in turn["text"]
    assert '`careercraft analyze resume.pdf job.txt --what-if "-Python"`' in turn["text"]


def test_a_posting_that_is_not_there_is_told() -> None:
    with pytest.raises(InputError, match=r"nowhere\.txt does not exist"):
        desk().from_posting("nowhere.txt")  # type: ignore[misc]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("taxonomy", "0" * 64, "another taxonomy"),
        ("settings", "0" * 64, "other settings or wishes"),
    ],
)
def test_other_settings_than_at_the_analysis_are_told(field: str, value: str, said: str) -> None:
    whole = analysis("unfit")
    with open_history() as history:
        history.add(structs.replace(whole, engine=structs.replace(whole.engine, **{field: value})))
    with pytest.raises(UsageError, match=said):
        desk().from_files(["+location:Berlin"])  # type: ignore[misc]


def test_a_profile_that_had_a_part_is_told() -> None:
    with open_history() as history:
        history.add(structs.replace(analysis("unfit"), profile="0" * 64))
    with pytest.raises(UsageError, match="your profile had a part"):
        desk().from_files(["-Python"])  # type: ignore[misc]


def test_a_role_needs_no_file_of_the_posting(call_cli: CallCli) -> None:
    assert call_cli("analyze", "resume.pdf", "--role", "data-engineer", "--today", DAY).rc == 0
    (turn,) = answered(call_cli, "what if I lost Python")
    assert turn["data"]["after"]["readiness"] < turn["data"]["before"]["readiness"]


def test_nothing_is_read_before_a_question_needs_it(folder: Path, call_cli: CallCli) -> None:
    for name in ("resume.pdf", "job.txt"):
        (folder / name).unlink()
    (turn,) = answered(call_cli, "why am I unfit")
    assert turn["intent"] == "why"
