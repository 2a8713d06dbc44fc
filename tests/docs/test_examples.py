"""The examples are what a first user sees: they are built from their sources and understood right."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from docx import Document

from careercraft import parse_job, parse_resume
from careercraft.api import Workbench
from careercraft.model.job import Job
from careercraft.parse.json_resume_out import to_json_resume
from careercraft.settings import load_settings
from tests.conftest import DAY, EXAMPLES
from tools import build_examples


def resume(name: str) -> dict[str, Any]:
    """As JSON Resume, which is how the report holds it."""
    return to_json_resume(parse_resume(EXAMPLES / name))


def employers(found: dict[str, Any]) -> list[str]:
    return [entry["name"] for entry in found["work"]]


def test_the_pdf_is_understood() -> None:
    found = resume("resume.pdf")
    assert found["basics"]["name"] == "Maya Okafor"
    assert found["basics"]["email"] == "maya.okafor@example.com"
    assert found["basics"]["location"]["city"] == "Tacoma"
    assert employers(found) == ["Pinecrest Benefits", "Harbor Shuttle Authority"]
    assert [entry["startDate"] for entry in found["work"]] == ["2024-03", "2019-07"]
    assert [len(entry["highlights"]) for entry in found["work"]] == [6, 3]
    assert [entry["institution"] for entry in found["education"]] == ["Olympic Coast University"]


def test_the_docx_is_understood() -> None:
    found = resume("nurse.docx")
    assert found["basics"]["name"].startswith("Daniel Reyes")
    assert employers(found) == ["Olentangy Valley Medical Center", "St. Brigid Hospital"]
    assert [len(entry["highlights"]) for entry in found["work"]] == [5, 3]
    assert len(found["certificates"]) == 4
    assert [entry["institution"] for entry in found["education"]] == ["Wright Hill University"]


def test_the_json_resume_comes_out_as_it_went_in() -> None:
    given = msgspec.json.decode((EXAMPLES / "electrician.json").read_bytes())
    found = resume("electrician.json")
    for section in ("work", "education", "certificates"):
        assert len(found[section]) == len(given[section])
    assert employers(found) == employers(given)
    assert found["basics"]["name"] == given["basics"]["name"]


@pytest.mark.parametrize(
    ("name", "title", "company", "city"),
    [
        ("job.txt", "Data Engineer", "Harborline Health", "Seattle"),
        ("nurse-job.md", "Registered Nurse", "Scioto Heart Hospital", "Columbus"),
        ("electrician-job.html", "Industrial Maintenance Electrician", "Platte Valley Foods", "Brighton"),
    ],
)
def test_the_postings_are_understood(name: str, title: str, company: str, city: str) -> None:
    found: Job = parse_job(EXAMPLES / name)
    assert found.title is not None
    assert found.title.value.startswith(title)
    assert found.company is not None
    assert found.company.value == company
    assert found.city == city
    assert found.salary is not None


def test_the_web_page_is_read_without_its_frame() -> None:
    found = parse_job(EXAMPLES / "electrician-job.html")
    asked = " ".join(statement.text.value for statement in found.statements)
    assert "arc flash" in asked
    for noise in ("cookies", "Forklift", "Sign in", "Privacy"):
        assert noise not in asked


def test_each_resume_fits_its_own_posting_best() -> None:
    bench = Workbench(load_settings().settings, date.fromisoformat(DAY))
    pairs = {
        "resume.pdf": "job.txt",
        "nurse.docx": "nurse-job.md",
        "electrician.json": "electrician-job.html",
    }
    jobs = {name: bench.job(bench.read(EXAMPLES / name)) for name in pairs.values()}
    for name, own in pairs.items():
        side = bench.resume(bench.read(EXAMPLES / name))
        readiness = {other: bench.analyze(side, job).verdict.readiness for other, job in jobs.items()}
        assert max(readiness, key=lambda other: readiness[other]) == own, readiness


def test_the_docx_is_what_its_source_says(tmp_path: Path) -> None:
    build_examples.write_docx(EXAMPLES / "src" / "nurse.json", tmp_path / "nurse.docx")
    assert _words(tmp_path / "nurse.docx") == _words(EXAMPLES / "nurse.docx"), (
        "run: python tools/build_examples.py docx"
    )


def _words(path: Path) -> list[str]:
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*(paragraph.text for paragraph in document.paragraphs), *cells]


def test_examples_are_small() -> None:
    assert sum(file.stat().st_size for file in EXAMPLES.rglob("*") if file.is_file()) < 150_000
