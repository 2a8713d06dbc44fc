"""The role of the catalogue that a title names."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from careercraft.model.skill import Role
from careercraft.parse.job import parse_job
from careercraft.parse.role_job import role_posting
from careercraft.parse.title_role import role_of_title
from careercraft.read import read_text
from careercraft.taxonomy.load import load_taxonomy


@pytest.fixture(scope="module")
def roles() -> Mapping[str, Role]:
    return load_taxonomy().roles


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Data Analyst", "data-analyst"),
        ("Data Scientists", "data-scientist"),
        ("Sr. Data Engineer", "data-engineer"),
        ("Data Engineer II", "data-engineer"),
        ("Marketing Manager (m/w/d)", "marketing-manager"),
        ("Manager, Marketing", "marketing-manager"),
        ("Store Manager – Berlin", "store-manager"),
        ("Executive Chef at The Harbor", "head-chef"),
        ("Registered Nurse (RN) - ICU", "registered-nurse"),
        ("RN - Emergency | Night shift", "registered-nurse"),
        ("Certified Nursing Assistants", "nursing-assistant"),
        ("Warehouse Associate II", "warehouse-associate"),
        ("Data Scientist in Insurance", "data-scientist"),
        ("Software Developer", "software-engineer"),
        ("Frontend Developer (React)", "front-end-developer"),
        ("Medical Lab Scientist", "medical-laboratory-scientist"),
    ],
)
def test_whole_title(title: str, role: str, roles: Mapping[str, Role]) -> None:
    assert role_of_title(title, roles) == role


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Clinical Data Analyst", "data-analyst"),
        ("CDL A Truck Driver - Home Daily", "truck-driver"),
        ("Senior Tax Accountant", "accountant"),
        ("Process Engineer (Chemical)", "chemical-engineer"),
        ("Full Stack Software Developer", "software-engineer"),
        ("Sr Oracle 12c RAC DBA", "database-administrator"),
        ("Accountant CMA", "accountant"),
        ("Research Scientist, Immunology - Cancer Biology", "research-scientist-biology"),
    ],
)
def test_title_inside_a_longer_one(title: str, role: str, roles: Mapping[str, Role]) -> None:
    assert role_of_title(title, roles) == role


@pytest.mark.parametrize(
    "title",
    [
        "Scientist",
        "Scientist I",
        "Nurse",
        "Tower Crane Controller",  # controllers of finance and of air traffic are in the catalogue
        "Court Reporter",
        "Field Service Technician",  # several roles end so
        "Assistant Project Manager",
        "Data Analyst Recruitment Coordinator",
        "Research Scientist - Computer Vision",  # the catalogue's is one of the life sciences
        "Data Entry",
        "Night shift PT",
        "Lehrer",
        "Softwareentwickler",  # in an English posting
        "",
        "()",
    ],
)
def test_nothing_plainly_fits(title: str, roles: Mapping[str, Role]) -> None:
    assert role_of_title(title, roles) is None


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Softwareentwickler (m/w/d)", "software-engineer"),
        ("Java-Entwicklerin", "back-end-developer"),
        ("Pflegefachkraft (m/w/d) 60–100 %", "registered-nurse"),
        ("Koch (m/w/d)", "line-cook"),
        ("Infirmier diplômé d'État (H/F)", "registered-nurse"),
        ("Chef de projet", "project-manager"),
        ("Desarrollador Backend Java", "back-end-developer"),
        ("Analista de Dados Pleno", "data-analyst"),
        ("Contabile senior", "accountant"),
        ("Verpleegkundige", "registered-nurse"),
        ("Data Scientist", "data-scientist"),
        ("Lehrer", None),
        ("Manager, Koch Industries", None),
    ],
)
def test_title_in_another_language(title: str, role: str | None, roles: Mapping[str, Role]) -> None:
    assert role_of_title(title, roles, "de") == role


def test_role_of_a_posting(roles: Mapping[str, Role]) -> None:
    text = "Senior Data Analyst\n\nRequirements\n- SQL\n- Patience with people\n"
    job = parse_job(read_text(text, "job.txt"), roles)
    assert job.role == "data-analyst"
    assert all(not statement.skill_ids for statement in job.statements)


def test_no_role_without_a_catalogue() -> None:
    assert parse_job(read_text("Data Analyst\n\nRequirements\n- SQL\n", "job.txt")).role is None


def test_a_license_among_the_must_haves_is_mandatory() -> None:
    taxonomy = load_taxonomy()
    _, job = role_posting(taxonomy.role("registered-nurse"), taxonomy.skills)
    hard = {statement.text.value for statement in job.statements if statement.hard}
    asked = {skill.id for skill in taxonomy.role("registered-nurse").skills.must}
    assert hard == {
        taxonomy.skills[one].name for one in asked if taxonomy.skills[one].kind == "certification"
    }
    assert hard
    _, other = role_posting(taxonomy.role("data-engineer"), taxonomy.skills)
    assert not any(statement.hard for statement in other.statements)
