"""LinkedIn's data export: a folder or a ZIP of CSV files as one resume."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from careercraft.errors import InputError
from careercraft.model.document import Document
from careercraft.parse import parse_resume
from careercraft.read import Limits, is_linkedin_export, read_path
from tests.conftest import EXAMPLES, RunCli

FILES = {
    "Profile.csv": (
        "First Name,Last Name,Birth Date,Headline,Summary,Geo Location,Websites\n"
        'Ilse,Brandvold,"Mar 3, 1988",Data Platform Engineer,"I build data platforms.\n\nBefore that: weather.",'
        '"Bergen, Vestland, Norway","[PORTFOLIO:https://ilse.example.org,OTHER:https://b.example/x]"\n'
    ),
    "Positions.csv": (
        "Company Name,Title,Description,Location,Started On,Finished On\n"
        'Fjordkraft,Data Platform Engineer,"Own the lakehouse.\n• Moved 40 jobs to Airflow\n• Cut the run by half",'
        "Bergen,Mar 2020,\n"
        'Met Office,Programmer,Forecasts in Fortran,"Tromsø, Norway",Aug 2014,Feb 2020\n'
    ),
    "Education.csv": (
        "School Name,Start Date,End Date,Notes,Degree Name,Activities\n"
        'University of Bergen,2009,2014,,"Master of Science - MS, Meteorology",\n'
    ),
    "Skills.csv": "\ufeffName\nPython\nApache Airflow\n",
    "Languages.csv": "Name,Proficiency\nNorwegian,Native or bilingual proficiency\nGerman,Elementary proficiency\n",
    "Certifications.csv": (
        "Name,Url,Authority,Started On,Finished On,License Number\n"
        "AWS Data Engineer,,Amazon Web Services,May 2023,May 2026,A-1\nFirst Aid,,Red Cross,Jan 2021,,\n"
    ),
    "Projects.csv": "Title,Description,Url,Started On,Finished On\nsnowcast,A snow model in Rust,,Jan 2019,Feb 2019\n",
    "Honors.csv": 'Title,Description,Issued On\nBest Talk,"For ""Grids""",Jun 2018\n',
    "Publications.csv": 'Name,Published On,Description,Publisher,Url\nWind,"Mar 15, 2017",,Journal of Weather,\n',
    "Volunteering.csv": (
        "Company Name,Role,Cause,Started On,Finished On,Description\nCode Club,Mentor,,Sep 2016,Dec 2018,\n"
    ),
    "Courses.csv": "Name,Number\nMachine Learning,ML-1\n",
    "Email Addresses.csv": (
        "Email Address,Confirmed,Primary,Updated On\nold@example.org,Yes,No,x\nilse@example.org,Yes,Yes,x\n"
    ),
    "PhoneNumbers.csv": "Extension,Number,Type\n,+47 55 58 00 00,Mobile\n",
    "Recommendations_Received.csv": (
        'Notes:\n"When exporting, some may be missing.\nSee help."\n\n'
        "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
        'Per,Aas,Fjordkraft,CTO,"Calm, and writes things down.",x,VISIBLE\nA,B,C,D,not shown,x,HIDDEN\n'
    ),
    "messages.csv": "FROM,CONTENT\nPer,private words\n",
}


def folder(place: Path, files: dict[str, str] = FILES) -> Path:
    export = place / "Basic_LinkedInDataExport"
    export.mkdir()
    for name, text in files.items():
        (export / name).write_text(text, encoding="utf-8")
    return export


@pytest.fixture
def document(tmp_path: Path) -> Document:
    return read_path(folder(tmp_path))


def test_text_of_the_export(document: Document) -> None:
    assert (document.name, document.format) == ("Basic_LinkedInDataExport", "linkedin")
    assert document.text.startswith(
        "Ilse Brandvold\nData Platform Engineer\nilse@example.org | +47 55 58 00 00 | Bergen, Vestland, Norway\n"
    )
    assert (
        "Mar 2020 – present\nOwn the lakehouse.\n• Moved 40 jobs to Airflow\n• Cut the run by half"
        in document.text
    )
    for word in ("private", "1988", "not shown", "When exporting"):
        assert word not in document.text


def test_each_value_has_its_place(document: Document) -> None:
    fields = document.fields
    assert document.quote(fields["work[1].name"]) == "Met Office"
    assert document.quote(fields["work[0].highlights[1]"]) == "Cut the run by half"
    assert document.quote(fields["education[0].courses[0]"]) == "Machine Learning"
    assert document.quote(fields["basics.profiles[1].url"]) == "https://b.example/x"


def test_resume_of_the_export(document: Document) -> None:
    resume = parse_resume(document)
    assert resume.name
    assert resume.name.value == "Ilse Brandvold"
    assert [
        (work.title.value, work.employer.value) for work in resume.work if work.title and work.employer
    ] == [
        ("Data Platform Engineer", "Fjordkraft"),
        ("Programmer", "Met Office"),
    ]
    first, second = (work.dates for work in resume.work)
    assert first
    assert first.current
    assert second
    assert second.end
    assert (second.end.year, second.end.month) == (2020, 2)
    (school,) = resume.education
    assert (school.level, school.area.value if school.area else "") == ("master", "Meteorology")
    assert [item.level for item in resume.languages] == ["native", "basic"]
    assert [item.name.value for item in resume.certifications] == ["AWS Data Engineer", "First Aid"]
    assert resume.email
    assert resume.email.value == "ilse@example.org"


def test_the_archive_reads_like_the_folder(tmp_path: Path, document: Document) -> None:
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in FILES.items():
            archive.writestr(f"Export/{name}", text)
    assert read_path(path).text == document.text


def test_only_what_is_read_makes_the_hash(tmp_path: Path, document: Document) -> None:
    export = tmp_path / "Basic_LinkedInDataExport"
    (export / "messages.csv").write_text("other\n")
    assert read_path(export).hash == document.hash
    (export / "Skills.csv").write_text("Name\nRust\n")
    assert read_path(export).hash != document.hash


def test_missing_files_and_columns(tmp_path: Path) -> None:
    export = folder(
        tmp_path, {"positions.csv": "Title\nNurse\n\n", "Skills.csv": "", "Honors.csv": "a,b\n1,2\n"}
    )
    assert read_path(export).text == "Work Experience\n\nNurse"


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"Profile.csv": ""}, "without a profile in it"),
        ({"Profile.csv": "First Name\n"}, "without a profile in it"),
        ({"Profile.csv": "First Name\n" + "x" * 200_000}, "is not valid CSV"),
        ({"notes.txt": "x"}, "is a folder, not a file"),
        ({}, "is a folder, not a file"),
    ],
)
def test_folders_that_are_none(tmp_path: Path, files: dict[str, str], words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        read_path(folder(tmp_path, files))
    assert "Basic_LinkedInDataExport" in caught.value.message


def test_limits(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="too large"):
        read_path(folder(tmp_path), Limits(max_bytes=1000))


def test_broken_archive(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Profile.csv", FILES["Profile.csv"] * 20)
    path.write_bytes(path.read_bytes()[:400])
    with pytest.raises(InputError, match=r"export\.zip is damaged"):
        read_path(path)


def test_which_folders_are_exports(tmp_path: Path) -> None:
    assert is_linkedin_export(folder(tmp_path))
    assert not is_linkedin_export(tmp_path)
    assert not is_linkedin_export(tmp_path / "missing")
    assert not is_linkedin_export(tmp_path / "Basic_LinkedInDataExport" / "Profile.csv")


def test_commands_take_the_folder(tmp_path: Path, run_cli: RunCli) -> None:
    export = folder(tmp_path)
    parsed = run_cli("parse", export, "--format", "jsonresume")
    assert parsed.rc == 0, parsed.error
    assert b'"Ilse Brandvold"' in parsed.stdout
    analyzed = run_cli("analyze", export, EXAMPLES / "job.txt", "--no-history", "--format", "json")
    assert analyzed.rc == 0, analyzed.error
