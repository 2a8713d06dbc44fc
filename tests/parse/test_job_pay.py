"""Pay in its many shapes, and what is said of it without an amount."""

from __future__ import annotations

import pytest

from careercraft.model.job import Job
from careercraft.parse.job import parse_job
from careercraft.read import read_text

BODY = "\n\nRequirements\n- Experience with spreadsheets\n- Patience with people\n"


def parse(text: str) -> Job:
    return parse_job(read_text(f"Clerk\n\n{text}{BODY}", "job.txt"))


@pytest.mark.parametrize(
    ("line", "salary"),
    [
        ("Gehalt: ab 45.000 € p.a.", (45000, None, "EUR", "year")),
        ("Jahresgehalt 60-70 T€", (60000, 70000, "EUR", "year")),
        ("Stundenlohn: 15,50 €", (15.5, 15.5, "EUR", "hour")),
        ("12,41 €/Std.", (12.41, 12.41, "EUR", "hour")),
        ("CHF 4'500.- bis 5'200.- pro Monat", (4500, 5200, "CHF", "month")),
        ("Salaire : 38 à 45 k€ brut annuel", (38000, 45000, "EUR", "year")),
        ("Salario: 24.000 - 28.000 € brutos/año", (24000, 28000, "EUR", "year")),
        ("RAL 30.000 - 35.000 euro", (30000, 35000, "EUR", "year")),
        ("Salário: R$ 4.500 a R$ 6.000", (4500, 6000, "BRL", "month")),
        ("€ 55.000,- per jaar", (55000, 55000, "EUR", "year")),
        ("Pay: 12-15 LPA", (1200000, 1500000, "INR", "year")),
        ("CTC: 8 - 12 lakhs per annum", (800000, 1200000, "INR", "year")),
        ("₹ 6,00,000 - 8,00,000 P.A.", (600000, 800000, "INR", "year")),
        ("£250 per day", (250, 250, "GBP", "day")),
        ("Target Pay 45-70 per hour, 90-130k annual", (45, 70, None, "hour")),
        ("Compensation: 165,000-185,000", (165000, 185000, None, "year")),
        ("Minimum salary: $40,000\nMaximum salary: $50,000", (40000, 50000, "USD", "year")),
        ("Pay Type\nHourly\nMin Hiring Rate\n$18.35\nMax Hiring Rate\n$22.93", (18.35, 22.93, "USD", "hour")),
        ("120-150k", None),
        ("You manage a budget of $500,000.", None),
        ("Annual revenue of $20,000,000", None),
    ],
)
def test_salary(line: str, salary: tuple[float | None, float | None, str | None, str] | None) -> None:
    found = parse(line).salary
    assert (found and (found.minimum, found.maximum, found.currency, found.period)) == salary


@pytest.mark.parametrize(
    ("line", "payments"),
    [
        ("3.200 € brutto pro Monat bei 14 Monatsgehältern", 14),
        ("Salaire 2 400 € brut par mois sur 13 mois", 13),
        ("Salario: 24.000 € brutos/año en 14 pagas", 14),
        ("RAL 30.000 euro, 14 mensilità", 14),
        ("3.200 € brutto pro Monat", None),
    ],
)
def test_monthly_salaries_a_year(line: str, payments: int | None) -> None:
    salary = parse(line).salary
    assert salary is not None
    assert salary.payments == payments


@pytest.mark.parametrize(
    ("line", "on_target", "pro_rata"),
    [
        ("OTE £60k-£70k", True, False),
        ("Base salary $90,000, OTE $140,000", False, False),
        ("£30k pro rata", False, True),
        ("Salary: £30,000", False, False),
    ],
)
def test_on_target_and_pro_rata(line: str, on_target: bool, pro_rata: bool) -> None:
    salary = parse(line).salary
    assert salary is not None
    assert (salary.on_target, salary.pro_rata) == (on_target, pro_rata)


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("We offer a competitive salary.", "competitive salary"),
        ("Salary: competitive", "Salary: competitive"),
        ("Vergütung nach TVöD E9b", "TVöD E9b"),
        ("Attraktive Vergütung und 30 Tage Urlaub", "Attraktive Vergütung"),
        ("Rémunération selon profil", "Rémunération selon profil"),
        ("Salario a convenir", "Salario a convenir"),
        ("Retribuzione commisurata all'esperienza", "Retribuzione commisurata all'esperienza"),
        ("Marktconform salaris", "Marktconform salaris"),
        ("We work in a competitive market.", None),
    ],
)
def test_pay_without_an_amount(line: str, note: str | None) -> None:
    job = parse(line)
    assert job.salary is None
    found = job.pay_note.value if job.pay_note else None
    assert (found and note and found in note) or found == note


@pytest.mark.parametrize(
    ("line", "bonus"),
    [
        ("Benefits: 10% annual bonus and dental care", "10% annual bonus"),
        ("We offer uncapped commission.", "uncapped commission"),
        ("Pay: $50,000 plus bonus", "bonus"),
        ("Wir bieten Weihnachtsgeld.", "Weihnachtsgeld"),
        ("Bonus points if you know Rust.", None),
        ("We like people.", None),
    ],
)
def test_bonus(line: str, bonus: str | None) -> None:
    found = parse(line).bonus
    assert (found.value if found else None) == bonus
