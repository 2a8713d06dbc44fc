"""The walk from documents to an analysis: pure, the same every time, in known stages, refusing the wrong documents."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec import structs

from careercraft.api import Workbench
from careercraft.encoder.load import load_encoder
from careercraft.errors import InputError
from careercraft.match.linker import Linker
from careercraft.model.analysis import Analysis
from careercraft.model.score import PART_KEYS
from careercraft.pipeline import (
    Stage,
    Understanding,
    judge,
    make_engine,
    understand,
    understand_job,
    understand_resume,
)
from careercraft.read import read_text
from careercraft.render.json import decode, encode
from careercraft.score.verify import verify
from careercraft.settings import Settings, Weights, Wishes
from tests.match.parts import TODAY, built_in, posting, resume

RESUMES = {
    "developer": resume(
        work="Built Python services on PostgreSQL\nMentored two juniors", skills="Docker, Kuberentes, Git",
        education="BSc Computer Science, Example University, 2016 - 2020",
    ),
    "nurse": resume(
        work="Cared for twelve patients a shift\nGave medication and kept the records", title="Registered Nurse",
        skills="Patient care, BLS", education="BSc Nursing, Example University, 2014 - 2018",
    ),
}  # fmt: skip
JOBS = {
    "developer": posting(
        "5+ years of experience with Python\nKubernetes or Docker\nMySQL\nMentoring", nice="Terraform",
        more="Location: Berlin, Germany\nSalary: 60,000 - 70,000 EUR a year\n",
    ),
    "nurse": posting(
        "Patient care\nBLS certification\nWound care\nBachelor's degree in Nursing", title="Registered Nurse",
    ),
}  # fmt: skip


def run(
    who: str = "developer",
    job: str = "developer",
    linker: Linker | None = None,
    settings: Settings | None = None,
    today: date = TODAY,
    resume_text: str | None = None,
    job_text: str | None = None,
    version: str = "1",
    created: str = "2026-11-20T00:00:00Z",
) -> Analysis:
    linker = linker or built_in().linker
    settings = settings or Settings()
    documents = (
        read_text(resume_text or RESUMES[who], "resume.txt"), read_text(job_text or JOBS[job], "job.txt"),
    )  # fmt: skip
    engine = make_engine(version, "taxonomy", "encoder", settings, today)
    return judge(understand(*documents, linker), linker, settings, today, engine, created)


@pytest.fixture
def sealed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No connection and no written file, on pain of failure."""
    built_in()

    def refused(*_: object, **__: object) -> Any:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "socket", refused)
    monkeypatch.setattr(socket, "create_connection", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    active = [True]

    def guard(event: str, details: tuple[Any, ...]) -> None:
        writes = event == "open" and isinstance(details[1], str) and set(details[1]) & set("wax+")
        if (
            active
            and active[0]
            and (writes or event in {"os.remove", "os.rename", "os.mkdir", "sqlite3.connect"})
        ):
            raise AssertionError(f"{event} {details[:2]}")

    sys.addaudithook(guard)  # it can't be taken away again, only be switched off
    yield
    active[0] = False


@pytest.mark.usefixtures("sealed")
def test_it_writes_nothing_and_asks_nobody() -> None:
    assert run().scores
    assert run("nurse", "nurse").scores


def test_the_seal_can_break(tmp_path: Path, sealed: None) -> None:
    with pytest.raises(AssertionError, match="connection"):
        socket.create_connection(("127.0.0.1", 9))
    with pytest.raises(AssertionError, match="open"):
        (tmp_path / "a.txt").write_text("a")


def test_the_same_input_gives_the_same_bytes() -> None:
    assert encode(run()) == encode(run())


def test_created_is_all_that_may_differ() -> None:
    first, second = run(created="a"), run(created="b")
    assert first != second
    assert structs.replace(second, created="a") == first


def test_one_thread_and_two_give_the_same_bytes(linker: Linker) -> None:
    reports = []
    for threads in (1, 2):
        encoder = load_encoder("default", threads)
        own = Linker(linker.taxonomy, lambda encoder=encoder: encoder, lambda: linker.vectors)  # type: ignore[misc]
        reports.append(encode(run("nurse", "nurse", own)) + encode(run("nurse", "developer", own)))
    assert reports[0] == reports[1]


def test_neither_the_order_of_a_batch_nor_its_parallel_runs_change_a_byte(linker: Linker) -> None:
    pairs = [(who, job) for who in RESUMES for job in JOBS]
    alone = {pair: encode(run(*pair)) for pair in pairs}

    def fresh() -> Linker:
        return Linker(linker.taxonomy, lambda: linker.encoder, lambda: linker.vectors)

    for order in (pairs, pairs[::-1]):
        shared = fresh()
        assert {pair: encode(run(*pair, shared)) for pair in order} == alone
    shared = fresh()
    with ThreadPoolExecutor(2) as pool:
        results = pool.map(lambda pair: encode(run(*pair, shared)), pairs)
        assert dict(zip(pairs, results, strict=True)) == alone


def test_a_side_can_be_used_again(bench: Workbench) -> None:
    """As a batch does: the posting is understood once."""
    linker, settings = bench.linker, Settings()
    engine = make_engine("1", "taxonomy", "encoder", settings, TODAY)
    job = understand_job(read_text(JOBS["developer"], "job.txt"), linker)
    for who, text in RESUMES.items():
        side = understand_resume(read_text(text, "resume.txt"), linker)
        again = judge(
            Understanding(resume=side, job=job), linker, settings, TODAY, engine, "2026-11-20T00:00:00Z"
        )
        assert encode(again) == encode(run(who))


def test_stages_come_in_order_with_their_figures(linker: Linker) -> None:
    seen: list[Stage] = []
    settings = Settings()
    documents = (
        read_text(text, f"{name}.txt")
        for name, text in (("resume", RESUMES["developer"]), ("job", JOBS["developer"]))
    )
    understood = understand(*documents, linker, seen.append)
    engine = make_engine("1", "", "", settings, TODAY)
    analysis = judge(understood, linker, settings, TODAY, engine, "", seen.append)
    assert [(stage.name, stage.facts.get("side")) for stage in seen] == [
        ("read", "resume"), ("parse", "resume"), ("link", "resume"), ("read", "job"), ("parse", "job"), ("link", "job"),
        ("match", None), ("score", None), ("advise", None),
    ]  # fmt: skip
    facts = {stage.name: stage.facts for stage in seen[6:]}
    assert facts["match"] == {
        name: len(getattr(analysis.skills, name)) for name in ("matched", "partial", "missing")
    }
    assert facts["score"] == {score.key: score.value for score in analysis.scores}
    assert facts["advise"] == {"gaps": len(analysis.gaps)}


def test_a_listener_changes_nothing(linker: Linker) -> None:
    documents = (read_text(RESUMES["developer"], "resume.txt"), read_text(JOBS["developer"], "job.txt"))
    assert understand(*documents, linker, lambda stage: None) == understand(*documents, linker)


PLAIN_POSTING = """Line Cook
Example Hotel, Chicago, IL

About the job
We are looking for a line cook who will join our team of twelve. You will work the grill and the saute station.

Responsibilities
- Prepare dishes to the recipes of the head chef
- Keep your station clean

Requirements
- 2+ years of experience in a restaurant kitchen
- Knife skills and food safety

What we offer
Health insurance, paid time off and free meals. Apply now with your resume. We are an equal opportunity employer.
"""


@pytest.mark.parametrize(
    ("as_resume", "as_job", "name"),
    [
        (PLAIN_POSTING, PLAIN_POSTING, "resume"),
        (RESUMES["developer"], RESUMES["developer"], "job"),
        (PLAIN_POSTING, RESUMES["developer"], "resume"),
    ],
)
def test_sides_the_wrong_way_round_are_refused(as_resume: str, as_job: str, name: str) -> None:
    with pytest.raises(InputError, match=name) as error:
        run(resume_text=as_resume, job_text=as_job)
    assert "careercraft analyze RESUME JOB" in error.value.hint


def test_a_posting_of_three_words_is_refused() -> None:
    with pytest.raises(InputError, match="job") as error:
        run(job_text="Cook wanted now")
    assert "--role" in error.value.hint


# The id.


def test_the_id_changes_with_every_input() -> None:
    ids = {
        "plain": run().id,
        "resume": run(resume_text=RESUMES["developer"] + "\nMore\n").id,
        "job": run(job_text=JOBS["developer"] + "\nMore\n").id,
        "day": run(today=date(2026, 11, 21)).id,
        "engine": run(version="2").id,
        "threshold": run(settings=Settings(threshold=71.0)).id,
        "weights": run(settings=Settings(weights=Weights(culture_fit=0.9))).id,
        "wishes": run(settings=Settings(wishes=Wishes(salary=50000.0, currency="EUR"))).id,
        "spaces": run(resume_text=RESUMES["developer"].replace("\n", "\r\n")).id,
    }
    assert len(set(ids.values())) == len(ids)


def test_the_id_changes_with_nothing_else() -> None:
    plain = run().id
    assert plain == run(created="another day").id
    assert plain == run(settings=Settings(history=False, threads=1, history_file="/elsewhere")).id
    linker = built_in().linker
    engine = make_engine("1", "taxonomy", "encoder", Settings(), TODAY)
    renamed = understand(
        read_text(RESUMES["developer"], "other.txt"), read_text(JOBS["developer"], "names.txt"), linker
    )
    assert judge(renamed, linker, Settings(), TODAY, engine, "").id == plain
    assert len(plain) == 32


# The analysis as JSON.

NULLS = {("scores", "value"), ("skills", "id")}
"""Where the contract says that a value may be null."""


def nulls(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    if value is None:
        yield path
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from nulls(item, (*path, key))
    elif isinstance(value, list):
        for item in value:
            yield from nulls(item, path)


PAIRS = [("developer", "developer"), ("nurse", "nurse"), ("nurse", "developer")]


@pytest.mark.parametrize("pair", PAIRS)
def test_nulls_stand_only_where_the_contract_says(pair: tuple[str, str]) -> None:
    report = msgspec.json.decode(encode(run(*pair)))
    found = {(path[0], path[-1]) for path in nulls(report)}
    assert found <= NULLS
    assert ("scores", "value") in found


def test_a_null_elsewhere_would_be_seen() -> None:
    assert list(nulls({"a": [{"b": None}], "c": 1})) == [("a", "b")]


@pytest.mark.parametrize("pair", PAIRS)
def test_it_decodes_to_what_it_was(pair: tuple[str, str]) -> None:
    analysis = run(*pair)
    again = decode(encode(analysis))
    assert again == analysis
    assert encode(again) == encode(analysis)


@pytest.mark.parametrize("pair", PAIRS)
def test_it_verifies(pair: tuple[str, str]) -> None:
    analysis = run(*pair)
    assert verify(analysis) == []
    assert [score.key for score in analysis.scores] == [*PART_KEYS, "readiness", "confidence"]


def test_the_fitting_resume_scores_higher() -> None:
    readiness = {(who, job): run(who, job).verdict.readiness for who in RESUMES for job in JOBS}
    assert readiness["developer", "developer"] > readiness["nurse", "developer"] + 20
    assert readiness["nurse", "nurse"] > readiness["developer", "nurse"] + 20


def test_a_role_and_a_wish_stand_in_for_a_posting(bench: Workbench) -> None:
    side = bench.resume(read_text(RESUMES["nurse"], "resume.txt"))
    by_role = bench.analyze(side, bench.role_job("registered-nurse"))
    by_wish = bench.analyze(side, bench.described_job("I want to work as a registered nurse"))
    assert by_role.skills.matched
    assert [entry.id for entry in by_wish.skills.matched] == [entry.id for entry in by_role.skills.matched]
    assert by_role.verdict.readiness == by_wish.verdict.readiness
    assert by_role.id != by_wish.id
    assert verify(by_role) == verify(by_wish) == []
