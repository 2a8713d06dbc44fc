"""`--ocr` and folders of LinkedIn exports, wherever a command reads a file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from careercraft.cli.pairs import expand
from careercraft.errors import InputError
from careercraft.model.document import Document
from careercraft.read import read_path
from tests.cli.conftest import CallCli
from tests.cli.test_bad_input import refused
from tests.conftest import DAY, EXAMPLES

JOB = EXAMPLES / "job.txt"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(500)
Seen = list[dict[str, Any]]


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """The folder of a data export, beside an ordinary resume."""
    folder = tmp_path / "people" / "LinkedIn export"
    (folder / "Articles").mkdir(parents=True)
    (folder / "Articles" / "why.html").write_text("<p>Why I like tables</p>", encoding="utf-8")
    (folder / "Profile.csv").write_text(
        "First Name,Last Name,Headline,Summary,Geo Location\n"
        'Ana,Silva,Data Engineer,"Builds pipelines for a living.","Porto, Portugal"\n',
        encoding="utf-8",
    )
    (folder / "Positions.csv").write_text(
        "Company Name,Title,Description,Location,Started On,Finished On\n"
        "Acme,Data Engineer,Built pipelines in Python and Apache Airflow,Porto,Mar 2019,\n",
        encoding="utf-8",
    )
    (tmp_path / "people" / "resume.pdf").write_bytes((EXAMPLES / "resume.pdf").read_bytes())
    return folder


def test_a_linkedin_export_is_a_resume(call_cli: CallCli, export: Path) -> None:
    line = json.loads(call_cli("parse", export, "-f", "json").stdout)
    assert line["resume"]["basics"]["name"] == "Ana Silva"
    ran = call_cli("analyze", export, JOB, "--today", DAY, "-f", "json")
    assert ran.rc == 0, ran.error
    assert json.loads(ran.stdout)["documents"]["resume"]["format"] == "linkedin"


def test_a_folder_that_is_no_export_is_none(call_cli: CallCli, export: Path) -> None:
    refused(call_cli("analyze", export.parent, JOB), 3, "is a folder")


def test_a_batch_takes_an_export_as_one_document(export: Path) -> None:
    people = export.parent
    assert expand(str(people)) == [str(export), str(people / "resume.pdf")]
    assert expand(str(export)) == [str(export)]
    assert expand(str(people / "*")) == [str(export), str(people / "resume.pdf")]
    (export / "Profile.csv").unlink()
    (export / "Positions.csv").unlink()
    assert expand(str(people)) == [str(export / "Articles" / "why.html"), str(people / "resume.pdf")]


def test_pictures_of_a_folder_are_documents_where_ocr_is_on(tmp_path: Path) -> None:
    for name in ("a.png", "b.JPG", "c.odt", "d.gif.bak"):
        (tmp_path / name).write_bytes(b"x")
    assert expand(str(tmp_path)) == [str(tmp_path / "c.odt")]
    assert expand(str(tmp_path), pictures=True) == [
        str(tmp_path / name) for name in ("a.png", "b.JPG", "c.odt")
    ]
    (tmp_path / "c.odt").unlink()
    with pytest.raises(InputError, match="holds no document"):
        expand(str(tmp_path))


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Seen:
    """The options of every read; that of the resume ends there, which is all that these tests need."""
    found: Seen = []

    def read(path: str | Path, *arguments: Any, **options: Any) -> Document:
        found.append(options)
        if str(path) != str(JOB):
            raise InputError("as far as this test goes", "none")
        return read_path(path)

    monkeypatch.setattr("careercraft.api.read_path", read)
    return found


COMMANDS: dict[str, Callable[[Path], tuple[str | Path, ...]]] = {
    "parse": lambda file: ("parse", file),
    "analyze": lambda file: ("analyze", file, JOB, "--today", DAY),
    "batch": lambda file: ("batch", file, "--job", JOB, "--today", DAY, "-j", "1"),
    "skills extract": lambda file: ("skills", "extract", file),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_ocr_only_where_it_is_asked_for(
    call_cli: CallCli, seen: Seen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    arguments = COMMANDS[name](tmp_path / "scan.png")
    assert call_cli(*arguments).rc == 3
    assert not any(options.get("ocr") for options in seen)
    seen.clear()
    assert call_cli(*arguments, "--ocr").rc == 3
    assert [(options["ocr"], options["ocr_language"]) for options in seen] == [(True, "")] * len(seen)
    assert seen
    seen.clear()
    monkeypatch.setenv("CAREERCRAFT_READ_OCR", "true")
    monkeypatch.setenv("CAREERCRAFT_READ_OCR_LANGUAGE", "deu+eng")
    assert call_cli(*arguments).rc == 3
    assert {(options["ocr"], options["ocr_language"]) for options in seen} == {(True, "deu+eng")}


@pytest.mark.parametrize("flags", [(), ("--ocr",)])
def test_without_tesseract(
    call_cli: CallCli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flags: tuple[str, ...]
) -> None:
    """Plainly refused either way, with the next step."""
    from careercraft.read import tesseract

    monkeypatch.setattr(tesseract, "tesseract_version", lambda: None)
    (tmp_path / "scan.png").write_bytes(PICTURE)
    ran = call_cli("analyze", tmp_path / "scan.png", JOB, *flags)
    refused(ran, 3, "scan.png")
    assert ("install tesseract" if flags else "--ocr") in ran.error


def test_doctor_tells_of_tesseract(call_cli: CallCli, monkeypatch: pytest.MonkeyPatch) -> None:
    from careercraft.read import tesseract

    monkeypatch.setattr(tesseract, "tesseract_version", lambda: None)
    assert b"optional: install tesseract" in call_cli("doctor").stdout
    monkeypatch.setattr(tesseract, "tesseract_version", lambda: "5.3.0")
    monkeypatch.setattr(tesseract, "tesseract_languages", lambda: ("deu", "eng"))
    ran = call_cli("doctor")
    assert (ran.rc, b"5.3.0 (deu, eng)" in ran.stdout) == (0, True)
