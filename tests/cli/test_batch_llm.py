"""`batch --llm MODEL`: the model's part of each line, and what its failures cost."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from careercraft.cli.batch_llm import BatchAdviser
from careercraft.llm import proposals
from careercraft.llm.consent import Asked, Consent
from careercraft.model.chat import ChatModel
from careercraft.model.match import Side
from careercraft.model.setting_groups import Llm
from tests.cli.llm_desk import JOB, RESUME, Analyze, told
from tests.conftest import DAY, Ran
from tests.llm.server import Request, ScriptedServer, Step, by, status
from tests.render.sample import all_samples

Batch = Callable[..., Ran]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three resumes; the posting stands beside the folder."""
    found = tmp_path / "resumes"
    found.mkdir()
    for name in ("ann", "bob", "cleo"):
        words = RESUME.replace("Jordan Miller", f"{name.title()} Miller").replace("jordan@", f"{name}@")
        (found / f"{name}.txt").write_text(words, encoding="utf-8")
    (tmp_path / "job.txt").write_text(JOB, encoding="utf-8")
    return found


@pytest.fixture
def batch(here: Analyze, folder: Path) -> Batch:
    return lambda *more: here("batch", folder, "--job", folder.parent / "job.txt", "--today", DAY, *more)


def lines_of(ran: Ran) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ran.stdout.splitlines()]


def told_of(name: str, step: Step) -> Step:
    """The model as ever, but of one person."""

    def choose(request: Request) -> Step:
        return step if f"{name} Miller" in request.text else told()

    return by(choose)


def test_every_line_has_its_part_and_the_end_says_what_it_cost(batch: Batch, model: tuple[str, ...]) -> None:
    ran = batch(*model)
    assert ran.rc == 0, ran.error
    lines = lines_of(ran)
    assert len(lines) == 3
    for line in lines:
        assert line["verdict"]["label"] == "UNFIT"
        assert [item["name"] for item in line["proposals"]["kept"]] == [
            "Titanium",
            "Conflict Resolution",
            "Grafana",
        ]
        assert line["narrative"]["model"] == "openai/x"
        assert line["usage"]["calls"] == 3
    # the posting is the same in all pairs, and so are the facts of which the prose tells
    assert "openai/x: 5 calls, 55 tokens in, 35 out, $0.00; 4 from the cache" in ran.error
    assert "3 pairs: 0 FIT, 3 UNFIT, 0 failed" in ran.error


def test_used_it_moves_the_numbers_of_each(batch: Batch, model: tuple[str, ...]) -> None:
    ran = batch(*model, "--llm-evidence", "use", "--brief")
    assert {line["verdict"]["label"] for line in lines_of(ran)} == {"FIT"}
    assert all(line["proposals"]["counted"] for line in lines_of(ran))


def test_a_failure_costs_its_own_line_the_model_s_part_alone(
    batch: Batch, model: tuple[str, ...], server: ScriptedServer
) -> None:
    without = lines_of(batch())
    server.always = told_of("Bob", status(401, "Incorrect API key provided"))
    ran = batch(*model)
    assert ran.rc == 4
    ann, bob, cleo = lines_of(ran)
    assert "narrative" in ann
    assert "narrative" in cleo
    assert not {"narrative", "proposals", "usage"} & bob.keys()
    assert {**bob, "created": ""} == {**without[1], "created": ""}
    assert ran.error.count("error: ") == 1
    assert "hint: " in ran.error
    assert "1 pair stands without openai/x" in ran.error


def test_a_model_that_never_answers_is_not_asked_for_ever(
    batch: Batch, model: tuple[str, ...], server: ScriptedServer, folder: Path
) -> None:
    (folder / "dora.txt").write_text(RESUME, encoding="utf-8")
    (folder / "emil.txt").write_text(RESUME, encoding="utf-8")
    server.always = status(401, "Incorrect API key provided")
    ran = batch(*model)
    assert ran.rc == 4
    assert len(lines_of(ran)) == 5
    assert len(server.chats) == 3
    assert "5 pairs stand without openai/x" in ran.error
    assert "wasn't asked any more after 3 pairs" in ran.error


def test_with_its_answers_on_disk_a_batch_gives_the_same_bytes(
    batch: Batch, model: tuple[str, ...], server: ScriptedServer
) -> None:
    assert batch(*model).rc == 0
    server.always = status(500, "nobody is at home")
    runs = [lines_of(batch(*model)) for _ in range(2)]
    for line in (*runs[0], *runs[1]):
        line.pop("created")
        assert line["usage"]["cached"] == 3
    assert json.dumps(runs[0]) == json.dumps(runs[1])


def test_one_limit_on_the_cost_holds_for_all_pairs(
    batch: Batch, model: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAREERCRAFT_LLM_INPUT_PRICE", "1")  # US dollars a million tokens
    monkeypatch.setenv("CAREERCRAFT_LLM_OUTPUT_PRICE", "1000")
    # An answer in a form may cost 1.5 dollars, and costs 0.007: the first pair's two are within the limit, no other's.
    ran = batch(*model, "--no-llm-cache", "--brief", "--max-cost", "1.52")
    assert ran.rc == 4
    ann, bob, cleo = lines_of(ran)
    assert ann["proposals"]["kept"]
    assert "proposals" not in bob
    assert "proposals" not in cleo
    assert "the cost limit of $1.52 is reached" in ran.error


def test_a_model_of_the_settings_is_asked_and_off_holds_for_one_run(
    batch: Batch, server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAREERCRAFT_LLM_BASE_URL", server.url)
    monkeypatch.setenv("CAREERCRAFT_LLM_MODEL", "openai/x")
    assert all("narrative" in line for line in lines_of(batch()))
    asked = len(server.chats)
    assert not any("narrative" in line for line in lines_of(batch("--llm", "off")))
    assert len(server.chats) == asked


def test_what_was_written_is_not_asked_for_again(
    batch: Batch, model: tuple[str, ...], server: ScriptedServer, tmp_path: Path
) -> None:
    file = tmp_path / "out.jsonl"
    assert batch(*model, "-o", file).rc == 0
    whole = file.read_bytes()
    file.write_bytes(b"".join(whole.splitlines(keepends=True)[:2]))
    asked = len(server.chats)
    ran = batch(*model, "-o", file, "--continue", "--no-llm-cache")
    assert ran.rc == 0
    assert len(server.chats) == asked + 3
    assert len(file.read_bytes().splitlines()) == 3


def test_pairs_go_one_after_another(batch: Batch, model: tuple[str, ...]) -> None:
    ran = batch(*model, "-j", "4", "--brief")
    assert ran.rc == 0
    assert "one after another" in ran.error


def test_the_history_keeps_the_model_s_part(batch: Batch, here: Analyze, model: tuple[str, ...]) -> None:
    assert batch(*model, "--history").rc == 0
    kept = json.loads(here("history", "show", "1", "-f", "json").stdout)
    assert kept["narrative"]["model"] == "openai/x"


def test_a_flag_that_needs_a_model(batch: Batch) -> None:
    ran = batch("--llm-evidence", "use")
    assert ran.rc == 2
    assert "needs a model" in ran.error


def test_a_batch_that_is_interrupted_while_a_model_is_asked_goes_on_later(
    batch: Batch, model: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "out.jsonl"

    answers = proposals.ask

    def ask(model: ChatModel, side: Side, text: str, *more: Any) -> proposals.Asked:
        if "Bob Miller" in text:
            raise KeyboardInterrupt
        return answers(model, side, text, *more)

    monkeypatch.setattr(proposals, "ask", ask)
    ran = batch(*model, "-o", file)
    assert ran.rc == 130
    assert "--continue goes on" in ran.error
    assert "openai/x: 3 calls, " in ran.error
    (line,) = file.read_bytes().splitlines()
    assert b"ann.txt" in line


def test_who_does_not_agree_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def no(question: Asked) -> bool:
        asked.append(question.host)
        return False

    consent = Consent(ask=no)
    monkeypatch.setattr("careercraft.cli.llm_flags.consent_for", lambda settings, yes: consent)
    adviser = BatchAdviser(Llm(model="openai/x", base_url="https://models.example/v1"), False)
    adviser.settle()
    analysis = all_samples()["engineer"]
    for _ in range(4):
        assert adviser.advised(None, None, None, analysis) == (analysis, False)  # type: ignore[arg-type]
    assert asked == ["models.example"]
    assert adviser.failed == 4
