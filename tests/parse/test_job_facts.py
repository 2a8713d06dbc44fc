"""Title, level, company, place, work mode, employment and salary."""

from __future__ import annotations

import pytest

from careercraft.model.job import Job
from careercraft.parse.job import parse_job
from careercraft.parse.job_seniority import level_of
from careercraft.read import read_text

BODY = "\n\nRequirements\n- Experience with spreadsheets\n- Patience with people\n"


def parse(text: str) -> Job:
    return parse_job(read_text(text + BODY, "job.txt"))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Registered Nurse – Emergency | Tucson, AZ", "Registered Nurse – Emergency"),
        ("Job title\nBaker", "Baker"),
        ("Job title Wood Model Maker", "Wood Model Maker"),
        ("Position: Warehouse Lead", "Warehouse Lead"),
        ("Softwareentwickler (m/w/d) Backend", "Softwareentwickler (m/w/d) Backend"),
        ("About us\nWe make bread.\n\nWe are looking for a Pastry Chef to join us.", "Pastry Chef"),
        ("We are seeking an experienced survey researcher to handle field work.", "survey researcher"),
        ("The Research Scientist will plan and run trials.", "Research Scientist"),
        ("Advocate\n\nWe help families through the courts.", "Advocate"),
        ("Line Cook wanted for a busy restaurant in Newport, RI. You will run the grill.", "Line Cook"),
        ("Free Food\n\nWe are a company of fifty.", None),
    ],
)
def test_title(text: str, title: str | None) -> None:
    found = parse(text).title
    assert (found.value if found else None) == title


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Senior Data Engineer", "senior"),
        ("Sr. Accountant", "senior"),
        ("Software Engineer III", "senior"),
        ("Data Engineer II", "mid"),
        ("Data Analyst I", "junior"),
        ("Junior Cook", "junior"),
        ("Marketing Intern", "intern"),
        ("Werkstudent Vertrieb", "intern"),
        ("Principal Engineer", "lead"),
        ("Head of Finance", "lead"),
        ("Director, Clinical Data", "lead"),
        ("Manager, Data Science", "lead"),
        ("Manager of Data Science", "lead"),
        ("Sr. Manager, Marketing", "lead"),
        ("Account Manager, East", None),
        ("Senior Project Manager", "senior"),
        ("Data Professional", None),
        ("Data Engineer", None),
        ("Internal Auditor", None),
        ("Lead Generation Specialist", None),
    ],
)
def test_level(title: str, level: str | None) -> None:
    assert level_of(title) == level


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Driver\nCompany: Redline Freight", "Redline Freight"),
        ("Designer\n\nAbout Lumen Labs\nWe light museums.", "Lumen Labs"),
        ("Developer\nNordlicht Energie GmbH, Hamburg", "Nordlicht Energie GmbH"),
        ("Nurse at Mercy Clinic, Denver, CO", "Mercy Clinic"),
        ("Northwind Health is looking for a Data Engineer.", "Northwind Health"),
        ("We are looking for a Data Engineer.", None),
        ("About the role\nThis role is part of a team.", None),
    ],
)
def test_company(text: str, company: str | None) -> None:
    found = parse(text).company
    assert (found.value if found else None) == company


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Nurse\nLocation: Tucson, AZ", ("Tucson", "AZ", "US")),
        ("Nurse\nBoston, MA • Full-time", ("Boston", "MA", "US")),
        ("Nurse\nStandort: Hamburg", ("Hamburg", None, "DE")),
        ("Nurse\nThe position is based in Lyon, France.", ("Lyon", None, "FR")),
        ("Nurse\nWe need a degree in CS, IS or similar.", (None, None, None)),
        ("Nurse\nOur customers love us.", (None, None, None)),
    ],
)
def test_place(text: str, place: tuple[str | None, str | None, str | None]) -> None:
    job = parse(text)
    assert (job.city, job.region, job.country) == place


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Nurse\nLocation: Remote (US)", "remote"),
        ("Nurse\nThis is a fully remote position.", "remote"),
        ("Nurse | Remote", "remote"),
        ("Nurse\nLocation: Boston or remote", "remote"),
        ("Infermiere\nSmart working 3 giorni a settimana", "hybrid"),
        ("Nurse\nThis role is in the office from Monday to Thursday, Fridays from home.", "hybrid"),
        ("Nurse\nLocation: Berlin (hybrid)", "hybrid"),
        ("Nurse\nThree days a week in the office.", "hybrid"),
        ("Nurse\nWork from home options are possible.", "hybrid"),
        ("Nurse\nThis is not a remote role.", "onsite"),
        ("Nurse\nThis is an on-site position in Reno.", "onsite"),
        ("Nurse\nYou'll be in the office three days a week.", "hybrid"),
        ("Nurse\nWe work in the office 2-3 days per week.", "hybrid"),
        ("Nurse\n60% in office, 40% remote", "hybrid"),
        ("Nurse\nLocation: Anywhere in Europe", "remote"),
        ("Nurse\nUS Remote", "remote"),
        ("Nurse\nThis position can be located anywhere in the U.S. or Europe.", "remote"),
        ("Nurse\nLocation: Virtual", "remote"),
        ("Nurse\nIs required to work normal office hours in the Camarillo, CA headquarters.", "onsite"),
        ("Nurse\nVirtual machines and virtual meetings.", None),
        ("Nurse\nRemote OK", "remote"),
        ("Nurse\nWe're open to remote candidates.", "remote"),
        ("Nurse\nThe position can be remote.", "remote"),
        ("Nurse\nLocation: Remote or Boston", "remote"),
        ("Nurse\nTelecommuting is not permitted.", "onsite"),
        ("Nurse\nThe work will be performed onsite.", "onsite"),
        ("Nurse\nPartial remote", "hybrid"),
        ("Nurse\nSplit your time between home and the office.", "hybrid"),
        ("Nurse\n\nPerks\n- Health plan\n- Work from home flexibility on occasion\n- Free snacks", "hybrid"),
        ("Nurse\n\nPerks\n- Health plan\n- Work from home\n- Free snacks", None),
        ("Nurse\nWorks with a fully distributed system.", None),
        ("Nurse\nHome based", "remote"),
        ("Nurse\nWork Location: In person", "onsite"),
        ("Nurse\nThe role is office-based.", "onsite"),
        ("Nurse\nThis role requires you to be in the office every day.", "onsite"),
        ("Nurse\nThe home based care program and its office-based staff.", None),
        ("Nurse\nExperience in remote sensing and hybrid cloud.", None),
        ("Nurse\nWe have an on-site gym and you support remote offices.", None),
        ("Nurse\nOur kitchen is open all day.", None),
    ],
)
def test_work_mode(text: str, mode: str | None) -> None:
    job = parse(text)
    assert job.work_mode == mode
    assert (job.work_mode_text is None) == (mode is None)


@pytest.mark.parametrize(
    ("text", "salary"),
    [
        ("Salary: $82,000 - $129,000", (82000, 129000, "USD", "year")),
        ("Pay: $38.50–$54.00 per hour", (38.5, 54, "USD", "hour")),
        ("The base salary is 120-150k USD.", (120000, 150000, "USD", "year")),
        ("Pay: up to $85,000 per year", (None, 85000, "USD", "year")),
        ("Salary: from £40,000", (40000, None, "GBP", "year")),
        ("Gehalt: 55.000 € bis 68.000 € brutto pro Jahr", (55000, 68000, "EUR", "year")),
        ("Rémunération : 2 400 à 2 800 € brut par mois", (2400, 2800, "EUR", "month")),
        ("Salaris: €3.200 - €4.100 per maand", (3200, 4100, "EUR", "month")),
        ("CHF 95'000 - 110'000 per year", (95000, 110000, "CHF", "year")),
        ("€70k–€85k", (70000, 85000, "EUR", "year")),
        ("We pay a competitive salary and match your 401k.", None),
        ("We raised $20M and serve a $61 billion market.", None),
        ("You get a $2,000 learning budget and a $5,000 sign-on bonus.", None),
    ],
)
def test_salary(text: str, salary: tuple[float | None, float | None, str, str] | None) -> None:
    found = parse("Nurse\n" + text).salary
    assert (found and (found.minimum, found.maximum, found.currency, found.period)) == salary


def test_employment() -> None:
    found = parse("Nurse\nEmployment type: Full-time").employment
    assert found is not None
    assert found.value == "Full-time"
    assert parse("Nurse\nOur kitchen is open.").employment is None


def test_not_stated_is_none() -> None:
    job = parse("Nurse")
    assert (job.salary, job.location, job.work_mode, job.company, job.clearance, job.work_authorization) == (
        None,
    ) * 6


@pytest.mark.parametrize(
    ("head", "company"),
    [
        ("Tank Driver\nDelta Tank Lines — West Memphis, AR", "Delta Tank Lines"),
        ("Delta Tank Lines — West Memphis\nTank Driver", "Delta Tank Lines"),
        ("Backend Engineer\nPaywell | Remote", "Paywell"),
        ("Front Desk Agent\nLakefront Hotel & Spa", "Lakefront Hotel & Spa"),
        ("Data Engineer\nAcme Corp", "Acme Corp"),
        ("Krankenpfleger\nUniversitätsklinikum Düsseldorf", "Universitätsklinikum Düsseldorf"),
        ("Accountant\nRemote - Canada", None),
        ("Accountant\nHuman Resources", None),
        ("Accountant\nFull-time", None),
        ("Accountant\nBoston, MA", None),
        ("Accountant\nJob Description", None),
        ("Accountant\nEntry Level", None),
        ("Accountant\nCompetitive Pay", None),
        ("Developer\nSpring Boot, AWS, Kubernetes", None),
        ("Developer\nPaywell, Inc.", "Paywell, Inc."),
    ],
)
def test_company_beside_the_title(head: str, company: str | None) -> None:
    found = parse(head).company
    assert (found.value if found else None) == company


def test_remote_within_a_country() -> None:
    job = parse("Accountant\nRemote - Canada")
    assert (job.work_mode, job.city, job.country) == ("remote", None, "CA")


def test_city_named_after_a_larger_one() -> None:
    job = parse("Analyst\n\nThe position is located in South San Francisco, CA.")
    assert job.city == "South San Francisco"


@pytest.mark.parametrize(
    ("line", "minimum", "maximum", "period"),
    [
        ("Drivers average $1,500 - $1,800 per week. $5,000 sign-on bonus.", 1500, 1800, "week"),
        ("Up to $90K DOE", None, 90_000, "year"),
        ("$32/hr", 32, 32, "hour"),
    ],
)
def test_salary_in_passing(line: str, minimum: float | None, maximum: float, period: str) -> None:
    salary = parse(f"Driver\n\n{line}").salary
    assert salary is not None
    assert (salary.minimum, salary.maximum, salary.period) == (minimum, maximum, period)


@pytest.mark.parametrize("line", ["$5,000 sign-on bonus per year", "We raised $90K for charity."])
def test_money_that_is_no_salary(line: str) -> None:
    assert parse(f"Driver\n\n{line}").salary is None


def test_a_demand_right_under_the_facts_is_read() -> None:
    demand = "You must be legally authorized to work in the United States; we sponsor no visas."
    found = parse(f"Data Analyst\nLocation: Denver, CO\n{demand}").work_authorization
    assert found is not None
    assert found.value.startswith("You must be legally authorized")
    assert parse("Data Analyst\nLocation: Denver, CO").work_authorization is None


def test_what_comes_beside_the_pay_and_a_state_at_the_end_of_a_sentence() -> None:
    found = parse("Line Cook in Newport, RI. You run the grill. $21-$25/hr, staff meal, 401k after a year.")
    assert found.salary is not None
    assert (found.salary.minimum, found.salary.maximum, found.salary.period) == (21.0, 25.0, "hour")
    assert (found.city, found.region) == ("Newport", "RI")
