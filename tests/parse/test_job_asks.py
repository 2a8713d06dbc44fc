"""Years of experience, degrees, authorization and clearance, values and benefits of a posting."""

from __future__ import annotations

import pytest

from careercraft.model.job import Job
from careercraft.parse.job import parse_job
from careercraft.read import read_text


def parse(*items: str, heading: str = "Requirements") -> Job:
    listed = "\n".join(f"- {item}" for item in items)
    return parse_job(
        read_text(f"Nurse\n\n{heading}\n{listed}\n- Patience with people in a hurry\n", "job.txt")
    )


@pytest.mark.parametrize(
    ("item", "years", "title"),
    [
        ("5+ years of experience in data engineering", 5, "data engineering"),
        ("At least 4 years working as a Junior Systems Admin", 4, "Junior Systems Admin"),
        ("Has previous experience as an SOC Analyst for 5 years", 5, "SOC Analyst"),
        ("Minimum three (3) years as a Welder", 3, "Welder"),
        ("5 years in a Tire Repairer role is necessary", 5, "Tire Repairer"),
        ("5 years of senior DBA experience", 5, "senior DBA"),
        ("Around 4 years of relevant experience as an Android Developer", 4, "Android Developer"),
        ("Network Architect - 1 year", 1, "Network Architect"),
        ("No less than 4 years as a Welder", 4, "Welder"),
        ("Minimum 5 years' professional experience", 5, None),
        ("Mindestens 3 Jahre Berufserfahrung in der Pflege", 3, "Pflege"),
        ("2 ans d'expérience en gériatrie", 2, "gériatrie"),
        ("5 yrs. exp. w/ WMS", 5, "WMS"),
        ("At least 23 years of age with 2 years of experience driving", 2, "driving"),
        ("2 years of experience as a driver within the last 3 years", 2, "driver"),
        ("Mínimo 5 años de experiencia en contabilidad", 5, "contabilidad"),
    ],
)
def test_experience(item: str, years: float, title: str | None) -> None:
    (ask,) = parse(item).experience
    assert (ask.years, ask.title, ask.importance) == (years, title, "must")


def test_experience_range_and_importance() -> None:
    (ask,) = parse("2-4 years of sales experience preferred").experience
    assert (ask.years, ask.max_years, ask.importance) == (2, 4, "preferred")


def test_two_asks_of_one_statement() -> None:
    asks = parse("At least 5 years of experience as an Orthodontist, and 2 years as a Writer").experience
    assert [(ask.years, ask.title) for ask in asks] == [(5, "Orthodontist"), (2, "Writer")]


def test_ladder_of_degrees_asks_its_first_rung() -> None:
    job = parse(
        "Bachelor's degree and 4 years of experience",
        "Master's degree and 2 years of experience",
        "PhD and 1 year of experience",
    )
    assert [(ask.years) for ask in job.experience] == [4]
    assert [ask.level for ask in job.education] == ["bachelor"]


@pytest.mark.parametrize(
    "item",
    [
        "12 months contract",
        "Ready for a 6-12+ month project with a client",
        "Must be 18 years of age",
        "Must be at least 23 years old",
        "Minimum age of 21 years",
        "No more than 2 moving violations in 3 years",
        "No DUI within the last 3 years",
        "Clean driving record for 3 years required",
        "Stays calm",
        "Bachelor's degree or 4 additional years of experience",
        "Culinary degree or 2 years of kitchen experience",
    ],
)
def test_no_experience_asked(item: str) -> None:
    assert parse(item).experience == ()


@pytest.mark.parametrize(
    ("item", "level", "fields", "equivalent", "importance"),
    [
        (
            "Bachelor's degree in Statistics or Economics",
            "bachelor",
            ("Statistics", "Economics"),
            False,
            "must",
        ),
        ("BS in Computer Science or equivalent experience", "bachelor", ("Computer Science",), True, "must"),
        ("Bachelor's or Master's degree in Physics", "bachelor", ("Physics",), False, "must"),
        ("PhD in Chemistry preferred", "doctorate", ("Chemistry",), False, "preferred"),
        ("Undergrad degree in Finance", "bachelor", ("Finance",), False, "must"),
        ("Superior completo em Letras", "bachelor", ("Letras",), False, "must"),
        ("Hbo- of wo-diploma", "bachelor", (), False, "must"),
        ("High school diploma or GED", "high_school", (), False, "must"),
        ("Bachelor's or higher in Math", "bachelor", ("Math",), False, "must"),
    ],
)
def test_education(item: str, level: str, fields: tuple[str, ...], equivalent: bool, importance: str) -> None:
    (ask,) = parse(item).education
    assert (ask.level, ask.fields, ask.or_equivalent, ask.importance) == (
        level,
        fields,
        equivalent,
        importance,
    )


@pytest.mark.parametrize(
    ("item", "years"),
    [
        ("PhD + 2 years or Masters plus 5 years of experience in Statistics", 5),
        ("4 years of experience with a bachelor's degree or 2 years of experience with a master's degree", 4),
        ("BS with 7 years of experience, MS with 5 years of experience, or PhD with 3 years", 7),
    ],
)
def test_the_lowest_rung_of_a_ladder_in_one_sentence(item: str, years: float) -> None:
    assert [ask.years for ask in parse(item).experience] == [years]


def test_two_degrees_of_two_strengths() -> None:
    asks = parse("Associate degree in Nursing; BSN preferred").education
    assert [(ask.level, ask.importance) for ask in asks] == [("associate", "must"), ("bachelor", "preferred")]


def test_years_beside_a_degree_are_asked_too() -> None:
    (ask,) = parse("Bachelor's degree and 4 additional years of experience").experience
    assert ask.years == 4


def test_years_in_place_of_a_degree_leave_other_years() -> None:
    job = parse("Bachelor's degree or 6 years related experience; 2 years of audit experience")
    assert [(ask.years, ask.title) for ask in job.experience] == [(2, "audit")]


@pytest.mark.parametrize(
    ("item", "level", "fields", "equivalent", "importance"),
    [
        ("Culinary degree or equivalent", "certificate", ("Culinary",), True, "must"),
        ("Degree in Physics or Chemistry", "bachelor", ("Physics", "Chemistry"), False, "must"),
        ("Bachelor's degree or 4 additional years of experience", "bachelor", (), True, "must"),
        ("Business degree preferred", "certificate", ("Business",), False, "preferred"),
    ],
)
def test_degree_without_a_level(
    item: str, level: str, fields: tuple[str, ...], equivalent: bool, importance: str
) -> None:
    (ask,) = parse(item).education
    assert (ask.level, ask.fields, ask.or_equivalent, ask.importance) == (
        level,
        fields,
        equivalent,
        importance,
    )


@pytest.mark.parametrize("item", ["A high degree of accuracy", "360 degree feedback", "A relevant degree"])
def test_no_degree(item: str) -> None:
    assert parse(item).education == ()


def test_preferred_degree_beside_a_required_certificate() -> None:
    job = parse("Bachelor's degree in accounting; CPA required, MBA preferred")
    assert [(ask.level, ask.importance) for ask in job.education] == [
        ("bachelor", "must"),
        ("master", "preferred"),
    ]


def test_verb_master_is_no_degree() -> None:
    assert parse("Willingness to master new software").education == ()


def test_authorization_and_clearance() -> None:
    job = parse("Must be authorized to work in the US", "Active Secret clearance required")
    assert job.work_authorization is not None
    assert job.work_authorization.value == "Must be authorized to work in the US"
    assert job.clearance is not None
    assert job.clearance.value == "Active Secret clearance required"


def test_equal_opportunity_is_no_authorization() -> None:
    job = parse("All applicants are considered without regard to race, citizenship or visa status")
    assert job.work_authorization is None


def test_values_and_benefits_only_where_stated() -> None:
    job = parse_job(
        read_text(
            "Cook\n\nOur values\n- Candor\n\nBenefits\n- Free meals\n\nRequirements\n- Knife skills\n",
            "job.txt",
        )
    )
    assert [text.value for text in job.values] == ["Candor"]
    assert [text.value for text in job.benefits] == ["Free meals"]
    assert parse("Knife skills").values == ()
