"""Contract, hours, shifts, travel, relocation and sponsorship, in seven languages."""

from __future__ import annotations

import pytest

from careercraft.model.job import Job
from careercraft.parse.job import parse_job
from careercraft.read import read_text


def parse(line: str) -> Job:
    text = f"Clerk\n\nRequirements\n- Experience with spreadsheets\n- {line}\n- Patience with people\n"
    return parse_job(read_text(text, "job.txt"))


@pytest.mark.parametrize(
    ("line", "contract"),
    [
        ("Job type: Contract", ("contract", None, None)),
        ("This is a permanent position.", ("permanent", None, None)),
        ("Contract: 12 months fixed-term", ("fixed_term", 12, None)),
        ("Maternity cover until March 2027", ("fixed_term", None, "2027-03")),
        ("Seasonal position until 31 October 2026", ("seasonal", None, "2026-10-31")),
        ("6-month contract with possibility of extension", ("contract", 6, None)),
        ("Freelance, 3 days a week", ("freelance", None, None)),
        ("Befristet auf 2 Jahre", ("fixed_term", 24, None)),
        ("Befristet bis zum 31.12.2027", ("fixed_term", None, "2027-12-31")),
        ("Unbefristete Festanstellung", ("permanent", None, None)),
        ("Contrat : CDD de 6 mois", ("fixed_term", 6, None)),
        ("CDI à temps plein", ("permanent", None, None)),
        ("Marketing Manager (12-month FTC)", ("fixed_term", 12, None)),
        ("Contrato indefinido", ("permanent", None, None)),
        ("Contrato temporal de 6 meses", ("temporary", 6, None)),
        ("Contrato CLT", ("permanent", None, None)),
        ("Contratto a tempo determinato di 12 mesi", ("fixed_term", 12, None)),
        ("Vast contract", ("permanent", None, None)),
        ("Contract, 9 months", ("contract", 9, None)),
        ("$34.75 an hour plus per diem of $120 a day", None),
        ("Contract negotiation with suppliers", None),
        ("Experience with temporary works", None),
    ],
)
def test_contract(line: str, contract: tuple[str, float | None, str | None] | None) -> None:
    found = parse(line).contract
    assert (found and (found.kind, found.months, found.until)) == contract


@pytest.mark.parametrize(
    ("line", "hours"),
    [
        ("Part-time, 20-25 hours per week", ("part", 20, 25, None, None)),
        ("Full-time or part-time", ("either", None, None, None, None)),
        ("Unbefristet, Vollzeit (40 Std./Woche)", ("full", 40, 40, None, None)),
        ("Teilzeit 60 %", ("part", None, None, 60, 60)),
        ("Pensum 80-100%", (None, None, None, 80, 100)),
        ("0.8 FTE", (None, None, None, 80, 80)),
        ("Temps plein, 35h par semaine", ("full", 35, 35, None, None)),
        ("Jornada completa", ("full", None, None, None, None)),
        ("Período integral", ("full", None, None, None, None)),
        ("Part-time 20 ore settimanali", ("part", 20, 20, None, None)),
        ("32-40 uur per week", (None, 32, 40, None, None)),
        ("Vollzeit, 38,5 Wochenstunden", ("full", 38.5, 38.5, None, None)),
        ("Up to 25% travel required", None),
        ("Part-time or internship experience is a must", None),
    ],
)
def test_hours(line: str, hours: tuple[object, ...] | None) -> None:
    found = parse(line).hours
    shown = found and (found.time, found.minimum, found.maximum, found.percent, found.max_percent)
    assert shown == hours


def test_share_in_a_title() -> None:
    found = parse_job(
        read_text("Pflegefachkraft (m/w/d) 60–100 %\n\nDein Profil\n- Geduld\n", "job.txt")
    ).hours
    assert found is not None
    assert (found.percent, found.max_percent) == (60, 100)


@pytest.mark.parametrize(
    ("line", "shifts"),
    [
        ("Must be able to work night shifts", "work night shifts"),
        ("On-call rotation every 6 weeks", "On-call rotation"),
        ("Bereit zum Schichtdienst", "Schichtdienst"),
        ("Travail en 3x8", "3x8"),
        ("Turnos rotativos de lunes a domingo", "Turnos rotativos"),
        ("Bereid tot ploegendienst", "ploegendienst"),
    ],
)
def test_shifts(line: str, shifts: str) -> None:
    found = parse(line).hours
    assert found is not None
    assert found.shifts is not None
    assert found.shifts.value == shifts


@pytest.mark.parametrize(
    ("line", "percent"),
    [
        ("Up to 25% travel required", 25),
        ("Travel: 10-20%", 20),
        ("Willingness to adjust to the schedule (85+% travel)", 85),
        ("Travel as necessary to meet the needs of the position", None),
        ("Occasional travel to our Munich office (5-10%)", 10),
        ("No travel required", 0),
        ("Must be willing to travel domestically", None),
        ("Reisebereitschaft (bis zu 30 %)", 30),
        ("Déplacements fréquents à prévoir", None),
        ("Disponibilidad para viajar", None),
        ("Disponibilità a trasferte", None),
    ],
)
def test_travel(line: str, percent: float | None) -> None:
    found = parse(line).travel
    assert found is not None
    assert found.percent == percent


@pytest.mark.parametrize(
    "line",
    [
        "Experience in the travel industry",
        "Knowledge of travel booking tools",
        "Determine how far people will travel to restaurants",
        "Willing to learn and excited about data and travel",
    ],
)
def test_no_travel(line: str) -> None:
    assert parse(line).travel is None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Relocation assistance is available", "offered"),
        ("We are unable to offer relocation", "not_offered"),
        ("Relocation: No", "not_offered"),
        ("Candidates must be willing to relocate to Ohio", "required"),
        ("Umzugsbereitschaft erforderlich", "required"),
        ("Our office has relocated to Bonn", None),
    ],
)
def test_relocation(line: str, kind: str | None) -> None:
    found = parse(line).relocation
    assert (found and found.kind) == kind


@pytest.mark.parametrize(
    ("line", "sponsorship"),
    [
        ("We do not sponsor visas", "not_offered"),
        ("Visa sponsorship available", "offered"),
        ("Must be authorized to work in the US without sponsorship now or in the future", "not_offered"),
        ("You find sponsors for our festival", None),
    ],
)
def test_sponsorship(line: str, sponsorship: str | None) -> None:
    assert parse(line).sponsorship == sponsorship


def test_every_text_stands_in_the_posting() -> None:
    text = (
        "Clerk\n\nRequirements\n- Befristet auf 2 Jahre, Teilzeit 60 %\n- Schichtdienst\n- Up to 25% travel required\n"
        "- Relocation assistance is available\n- Fluent German\n- Valid driver's license required\n"
    )
    job = parse_job(read_text(text, "job.txt"))
    assert job.contract
    assert job.hours
    assert job.hours.shifts
    assert job.travel
    assert job.relocation
    texts = [job.contract.text, job.hours.text, job.hours.shifts, job.travel.text, job.relocation.text]
    texts += [ask.text for ask in job.languages] + [ask.text for ask in job.credentials]
    assert len(texts) == 7
    assert all(text[one.span.start : one.span.end] == one.value for one in texts)
