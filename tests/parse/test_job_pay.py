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
        ("CAD $72,000-$85,000 a year", (72000, 85000, "CAD", "year")),
        ("Sueldo mensual de $18,000 a $22,000 MXN", (18000, 22000, "MXN", "month")),
        ("OTE $150,000 ($90,000 base + commission)", (90000, 90000, "USD", "year")),
        (
            "Minimum: $58,000  Midpoint: $72,000  Maximum: $86,000 (salary grade 12)",
            (58000, 86000, "USD", "year"),
        ),
        ("Mindestgehalt von EUR 2.890,00 brutto pro Monat", (2890, None, "EUR", "month")),
        ("Package : 45K€ fixe + 10K€ variable", (45000, 45000, "EUR", "year")),
        ("Retribución: hasta 35K + variable", (None, 35000, None, "year")),
        ("Faixa salarial: R$ 8.000 - R$ 10.000 (CLT)", (8000, 10000, "BRL", "month")),
        ("Je verdient maximaal € 4.500 bruto per maand", (None, 4500, "EUR", "month")),
        ("Pay range $20 to $24, paid weekly", (20, 24, "USD", "hour")),
        ("£24,054 rising to £26,038 per year", (24054, 26038, "GBP", "year")),
        ("Salary: Grade 7, £36,924 - £44,263 per annum", (36924, 44263, "GBP", "year")),
        ("up to £35,000 + bonus + pension", (None, 35000, "GBP", "year")),
        ("Salary: R35,000 - R45,000 per month", (35000, 45000, "ZAR", "month")),
        ("Remuneración: $1.200.000 - $1.500.000 CLP mensual", (1200000, 1500000, "CLP", "month")),
        ("Pretensão salarial até R$ 7 mil", (None, 7000, "BRL", "month")),
        ("Rango salarial entre 22K y 26K", (22000, 26000, None, "year")),
        ("RAL indicativa: 35/40k", (35000, 40000, None, "year")),
        ("Paga oraria 9,80 euro", (9.8, 9.8, "EUR", "hour")),
        ("Ausbildungsvergütung: 1. Jahr 1.150 €, 2. Jahr 1.220 €", (1150, 1150, "EUR", "month")),
        ("The starting wage is $18.25 and goes up to $21.75", (18.25, 21.75, "USD", "hour")),
        ("Rate: £300-£350 p/d", (300, 350, "GBP", "day")),
        ("PHP 35,000–45,000 per month", (35000, 45000, "PHP", "month")),
        ("Jahresfixum von 50.000 € plus Provision", (50000, 50000, "EUR", "year")),
        ("Salario mensual: S/ 2,500 - S/ 3,000", (2500, 3000, "PEN", "month")),
        ("Salario según valía, 30-35.000€", (30000, 35000, "EUR", "year")),
        ("RAL compresa tra i 30.000€ e i 36.000€", (30000, 36000, "EUR", "year")),
        ("Salaris: minimaal €2.500 en maximaal €3.200 p/m", (2500, 3200, "EUR", "month")),
        ("120-150k", None),
        ("Our average order value is $120 to $180.", None),
        ("A $5 donation per month feeds a child.", None),
        ("Estimated pay: $50 – $70 per visit", None),
        ("Referral program: earn $500 for each friend", None),
        ("You handle $2,500 transactions per day.", None),
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
