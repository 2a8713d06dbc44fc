"""A correction that changes nothing changes no score: what is given to edit holds all that was found."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from msgspec import structs

from careercraft.api import Workbench
from careercraft.errors import InputError
from careercraft.model.analysis import Analysis
from careercraft.model.correction import Correction
from careercraft.model.document import Document, HiddenText, Problem
from careercraft.parse import parse_resume
from careercraft.parse.json_resume_check import check_resume, check_syntax
from careercraft.parse.json_resume_draft import draft_of
from careercraft.read import Limits, read_bytes
from careercraft.read.corrected import hash_of, read_corrected, shown_name
from careercraft.settings import Limits as LimitSettings
from careercraft.settings import Settings
from tests.conftest import DAY, EXAMPLES, example_pairs

ODD = """
Ada Moss
Data Analyst
ada@example.org | Leeds, UK | github.com/adamoss | linkedin.com/in/adamoss

Summary
Analyst who likes tidy tables.

Experience
Data Analyst (part-time), Tidewater Transit
Jan 2019 - Present
- Built reports in SQL and Python
- Led weekly reviews with operations in Tableau
Intern, Harbor Ferries
Summer 2017
- Cleaned ticket data in Excel

Education
MSc Statistics, University of Leeds, 2016 - 2018

Skills
Tools: Python (5 years), SQL, Docker
Spoken: English (native), German (B2)

Odds and ends
Driving license; teaches Apache Airflow to beginners on Saturdays
"""


@cache
def bench() -> Workbench:
    return Workbench(Settings(), date.fromisoformat(DAY), {})


def corrected(document: Document, text: str) -> Document:
    correction = Correction(
        hash=document.hash, name=document.name, created="2026-11-20T09:00:00Z", resume=text
    )
    return read_corrected(correction, document.name, Limits(), document)


def outcome(analysis: Analysis) -> tuple[object, ...]:
    names = [
        [entry.name for entry in entries]
        for entries in (analysis.skills.matched, analysis.skills.partial, analysis.skills.missing)
    ]
    hard = [(item.text, item.met) for item in analysis.verdict.hard_requirements]
    verdict = structs.replace(analysis.verdict, hard_requirements=())
    return verdict, hard, {score.key: score.value for score in analysis.scores}, names


def documents() -> dict[str, Document]:
    found = {path.name: bench().read(path) for path, _ in example_pairs()}
    return found | {"odd.txt": read_bytes(ODD.encode(), "odd.txt")}


@pytest.mark.parametrize("name", sorted(documents()))
def test_an_untouched_correction_changes_no_score(name: str) -> None:
    document = documents()[name]
    text = draft_of(document)
    assert check_syntax(text, name) == ()
    put = corrected(document, text)
    check_resume(put, text)
    for _, job in example_pairs():
        side = bench().job(bench().read(job))
        before = bench().analyze(bench().resume(document), side)
        after = bench().analyze(bench().resume(put), side)
        assert outcome(after) == outcome(before)


def test_a_touched_one_does() -> None:
    document = documents()["odd.txt"]
    text = draft_of(document).replace("Apache Airflow", "knitting")
    side = bench().job(bench().read(EXAMPLES / "job.txt"))
    analyses = [bench().analyze(bench().resume(put), side) for put in (document, corrected(document, text))]
    assert outcome(analyses[0]) != outcome(analyses[1])


def test_what_fits_nowhere_is_not_lost() -> None:
    put = corrected(documents()["odd.txt"], draft_of(documents()["odd.txt"]))
    assert "teaches Apache Airflow to beginners" in put.text
    assert any("teaches Apache Airflow" in text.value for text in parse_resume(put).other)


def test_the_document_is_that_of_the_correction_under_the_name_of_the_file() -> None:
    document = documents()["resume.pdf"]
    put = corrected(document, draft_of(document))
    assert (put.name, put.hash, put.format, put.page_count) == ("resume.pdf", document.hash, "json_resume", 0)
    assert put.correction == read_bytes(draft_of(document).encode(), "x.json").hash
    assert put.problems[0].code == "corrected"
    for path, span in put.fields.items():
        assert put.quote(span).strip(), path


def test_hidden_text_stays_and_other_problems_go() -> None:
    document = structs.replace(
        documents()["resume.pdf"],
        hidden=(HiddenText(text="hire me", reason="tiny"),),
        problems=(Problem(code="hidden_text", message="x"), Problem(code="ocr", message="y")),
    )
    put = corrected(document, draft_of(document))
    assert put.hidden == document.hidden
    assert [problem.code for problem in put.problems] == ["corrected", "hidden_text"]


def test_a_correction_is_held_to_the_limits() -> None:
    document = documents()["resume.pdf"]
    correction = Correction(hash="h", name="x", created="", resume=draft_of(document))
    with pytest.raises(InputError):
        read_corrected(correction, "resume.pdf", Limits(max_chars=100), None)


def test_hash_of(tmp_path: Path) -> None:
    file = tmp_path / "cv.txt"
    file.write_bytes(ODD.encode())
    document = read_bytes(ODD.encode(), "cv.txt")
    assert (
        hash_of(file, Limits())
        == hash_of(str(file), Limits())
        == hash_of(ODD.encode(), Limits())
        == document.hash
    )
    assert hash_of(file, Limits(max_bytes=100)) == ""
    assert (
        hash_of(tmp_path, Limits())
        == hash_of(tmp_path / "absent", Limits())
        == hash_of("a\0b", Limits())
        == ""
    )


def test_a_name_in_no_encoding_is_written_with_escapes() -> None:
    assert shown_name(b"folder/cv\xff.pdf".decode("utf-8", "surrogateescape")) == "cv\\udcff.pdf"


def test_corrections_given_are_those_used(tmp_path: Path) -> None:
    """And a setting turns those of the history off."""
    file = tmp_path / "cv.txt"
    file.write_bytes(ODD.encode())
    document = bench().read(file)
    given = Correction(
        hash=document.hash, name="cv.txt", created="", resume=draft_of(document).replace("Ada", "Eve")
    )
    assert Workbench(Settings(), None, {document.hash: given}).read_resume(file).text.startswith("Eve Moss")
    keeping = Workbench(Settings())
    assert keeping.correct(file, given.resume) == ()
    assert keeping.read_resume(file).text.startswith("Eve Moss")
    assert not Workbench(Settings(corrections=False)).corrections
    assert keeping.forget(file)
    assert not keeping.forget(file)
    assert keeping.read_resume(file) == document


def test_a_correction_longer_than_the_limit_is_not_kept(tmp_path: Path) -> None:
    file = tmp_path / "cv.txt"
    file.write_bytes(b"Ada Moss, data analyst, Leeds")
    small = Workbench(Settings(limits=LimitSettings(max_chars=200)))
    with pytest.raises(InputError):
        small.correct(file, draft_of(bench().read(EXAMPLES / "resume.pdf")))
    assert not small.corrections
