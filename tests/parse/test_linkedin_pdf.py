"""LinkedIn's own PDF of a profile: a dark sidebar, grouped roles, lengths in brackets, links with their kind."""

from __future__ import annotations

from functools import cache

import pytest

from careercraft.model.resume import DateRange, Resume
from careercraft.parse import parse_resume
from careercraft.read import read_path
from tests.conftest import ROOT

FIXTURES = ROOT / "tests" / "read" / "fixtures"


@pytest.fixture(params=["pdfium", "pdfminer"])
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@cache
def resume(name: str, engine: str) -> Resume:
    return parse_resume(read_path(FIXTURES / name, engine=engine))  # type: ignore[arg-type]


def shown(dates: DateRange | None) -> str:
    if dates is None:
        return ""
    start, end = (f"{day.year}-{day.month or 0:02}" if day else "" for day in (dates.start, dates.end))
    return f"{start} {'now' if dates.current else end}"


def work_of(found: Resume) -> list[tuple[str, str, str, str]]:
    return [
        (
            work.title.value if work.title else "",
            work.employer.value if work.employer else "",
            work.location.value if work.location else "",
            shown(work.dates),
        )
        for work in found.work
    ]


def test_work_with_several_titles_at_one_employer(engine: str) -> None:
    assert work_of(resume("linkedin_profile.pdf", engine)) == [
        ("Senior Data Engineer", "Norrsken Energi", "Stockholm, Sweden", "2021-03 now"),
        ("Data Engineer", "Norrsken Energi", "Stockholm, Sweden", "2018-01 2021-03"),
        ("Business Intelligence Developer", "Vattenrike Analytics AB", "Uppsala, Sweden", "2015-08 2017-12"),
        ("Summer Intern", "Region Gävleborg", "Gävle, Sweden", "2014-06 2014-08"),
    ]


def test_bullets(engine: str) -> None:
    first, second, *_ = resume("linkedin_profile.pdf", engine).work
    assert [bullet.value for bullet in first.bullets] == [
        "Lead the streaming platform for two million meters.",
        "Replaced nightly batches by Kafka and Flink",
        "Halved the cloud bill by tiered storage",
        "Coach three younger engineers",
    ]
    assert second.bullets[0].value.endswith("that keep it honest.")


def test_head_and_contact(engine: str) -> None:
    found = resume("linkedin_profile.pdf", engine)
    assert found.name
    assert found.name.value == "Hanna Lind"
    assert found.headline
    assert found.headline.value == "Senior Data Engineer at Norrsken Energi | Kafka, Python, dbt"
    assert found.email
    assert found.email.value == "hanna.lind@example.org"
    assert (found.city, found.country) == ("Stockholm", "SE")
    links = {link.value for link in found.links}
    assert links == {"www.linkedin.com/in/hanna-lind-7b1", "hannalind.example"}
    assert found.other == ()
    assert found.summary
    assert found.summary.value.startswith("I move measurements")


def test_sidebar(engine: str) -> None:
    found = resume("linkedin_profile.pdf", engine)
    assert [skill.text.value for group in found.skills for skill in group.items] == [
        "Apache Kafka", "Data Modeling", "Python (Programming Language)",
    ]  # fmt: skip
    assert [(item.name.value, item.level) for item in found.languages] == [
        ("Swedish", "native"), ("English", "fluent"), ("German", "basic"),
    ]  # fmt: skip
    assert [item.name.value for item in found.certifications] == [
        "Confluent Certified Developer", "Professional Scrum Master I",
    ]  # fmt: skip
    assert [award.value for award in found.awards] == ["Hack for Health, second place"]
    assert [text.value for text in found.publications] == ["Streaming meter data without tears"]


def test_education(engine: str) -> None:
    found = resume("linkedin_profile.pdf", engine).education
    assert [
        (
            item.institution.value if item.institution else "",
            item.level,
            item.area.value if item.area else "",
            shown(item.dates),
        )
        for item in found
    ] == [
        ("KTH Royal Institute of Technology", "master", "Computer Science", "2013-00 2015-00"),
        ("Uppsala University", "bachelor", "Mathematics", "2010-00 2013-00"),
    ]


def test_in_german(engine: str) -> None:
    found = resume("linkedin_profil_de.pdf", engine)
    place = "Kassel, Hessen, Deutschland"
    assert work_of(found) == [
        ("Stationsleiter", "Klinikum Auetal", place, "2020-10 now"),
        ("Gesundheits- und Krankenpfleger", "Klinikum Auetal", place, "2016-04 2020-09"),
        ("Pflegehelfer", "Seniorenstift Lindenhof", "", "2012-00 2013-00"),
    ]
    assert [skill.text.value for group in found.skills for skill in group.items] == [
        "Wundversorgung", "Praxisanleitung", "Dokumentation",
    ]  # fmt: skip
    assert [item.name.value for item in found.certifications] == ["Praxisanleiter nach DKG"]
    assert len(found.education) == 1


def test_over_two_pages(engine: str) -> None:
    found = resume("linkedin_profile_long.pdf", engine)
    place = "United Kingdom"
    assert work_of(found) == [
        ("Head of Procurement", "Brightfield Foods plc", f"London, {place}", "2022-02 now"),
        ("Procurement Manager", "Harrow & Wick Logistics", f"Reading, {place}", "2018-05 2022-01"),
        ("Senior Buyer", "Harrow & Wick Logistics", f"Reading, {place}", "2015-09 2018-04"),
        ("Buyer", "Pallet Nation", f"Leeds, {place}", "2012-07 2015-08"),
        ("Graduate Trainee", "Oakmere Retail", f"Manchester, {place}", "2010-09 2012-06"),
    ]
    assert [phone.value for phone in found.phones] == ["+44 20 7946 0321"]
    assert [item.institution.value for item in found.education if item.institution] == [
        "University of Leeds", "Chartered Institute of Procurement and Supply",
    ]  # fmt: skip
    assert "Page" not in " ".join(text.value for text in found.other)
