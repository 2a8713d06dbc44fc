"""Names of degrees and schools in many countries, and the orders in which they are printed."""

from __future__ import annotations

import re
from itertools import product

import pytest

from careercraft.parse.evidence import school_evidence
from tests.parse.resumes import parse, value


def studies(*lines: str) -> list[tuple[str | None, str | None, str | None]]:
    """Degree, field of study and school of each entry."""
    text = "\n".join(["Ada Brown", "ada@example.org", "", "EDUCATION", *lines])
    return [(value(e.degree), value(e.area), value(e.institution)) for e in parse(text).education]


@pytest.mark.parametrize(
    ("text", "degree", "area"),
    [
        ("Laurea Magistrale in Architettura", "Laurea Magistrale", "Architettura"),
        ("Laurea Magistrale a ciclo unico in Legge", "Laurea Magistrale a ciclo unico", "Legge"),
        ("Mestrado Integrado em Engenharia Civil", "Mestrado Integrado", "Engenharia Civil"),
        ("HBO-bachelor Verpleegkunde", "HBO-bachelor", "Verpleegkunde"),
        ("Propedeuse Rechten", "Propedeuse", "Rechten"),
        ("MBO niveau 4 Verpleegkunde", "MBO niveau 4", "Verpleegkunde"),
        ("Bac pro Commerce", "Bac pro", "Commerce"),
        ("Licence professionnelle Logistique", "Licence professionnelle", "Logistique"),
        ("Diplôme d'État d'infirmier", "Diplôme d'État d'infirmier", None),
        ("Grado en Derecho", "Grado", "Derecho"),
        ("Ciclo formativo de grado superior en Cocina", "Ciclo formativo de grado superior", "Cocina"),
        ("HNC Electrical Engineering", "HNC", "Electrical Engineering"),
        ("NVQ Level 3 in Health and Social Care", "NVQ Level 3", "Health and Social Care"),
        ("City & Guilds Level 3 Diploma in Plumbing", "City & Guilds Level 3 Diploma", "Plumbing"),
        ("Certificate of Competency", "Certificate of Competency", None),
        ("Gesellenbrief als Tischlerin", "Gesellenbrief als Tischlerin", None),
        ("Meisterprüfung im Tischlerhandwerk", "Meisterprüfung", "Tischlerhandwerk"),
        ("Ausbildung zum Kfz-Mechatroniker", "Ausbildung zum Kfz-Mechatroniker", None),
        ("Berufslehre als Koch EFZ", "Berufslehre als Koch EFZ", None),
        ("Dipl.-Ing. (FH) Maschinenbau", "Dipl.-Ing. (FH)", "Maschinenbau"),
        ("Mag. phil. Germanistik", "Mag. phil", "Germanistik"),
        ("Doktor der Naturwissenschaften", "Doktor der Naturwissenschaften", None),
        ("MA (Hons) English", "MA (Hons)", "English"),
        ("MChem Chemistry", "MChem", "Chemistry"),
        ("PGDip Journalism", "PGDip", "Journalism"),
        ("Master of Social Science in Social Policy", "Master of Social Science", "Social Policy"),
        ("Bachelor of Hospitality Services in Tourism", "Bachelor of Hospitality Services", "Tourism"),
        ("A-levels: Mathematics, Physics, Art", "A-levels", "Mathematics, Physics, Art"),
        ("BA French, German and Spanish", "BA", "French, German and Spanish"),
        ("Politics, Philosophy and Economics, BA", "BA", "Politics, Philosophy and Economics"),
        ("Mechanical Engineering, MEng, First Class Honours", "MEng", "Mechanical Engineering"),
    ],
)
def test_degrees_of_many_countries(text: str, degree: str, area: str | None) -> None:
    assert studies(text, "Zorblatt University, Springfield", "2010 - 2014") == [
        (degree, area, "Zorblatt University")
    ]


@pytest.mark.parametrize(
    "name",
    [
        "Politecnico di Milano",
        "Liceo Classico Parini",
        "Hogeschool Rotterdam",
        "ROC van Amsterdam",
        "Lycée Jean Drouant",
        "IUT de Grenoble",
        "Käthe-Kollwitz-Schule",
        "Staatliche Fachschule Kiel",
        "Faculdade de Letras",
        "TAFE NSW",
        "Warsash Maritime Academy",
        "Yrkeshögskolan Göteborg",
    ],
)
def test_schools(name: str) -> None:
    assert school_evidence(name)


@pytest.mark.parametrize("name", ["Greta Lund", "Baltic Crossing Lines", "Schuler Pressen"])
def test_what_is_no_school(name: str) -> None:
    assert not school_evidence(name)


_STUDIES = (
    ("Laurea Magistrale", "Architettura", "Politecnico di Milano"),
    ("Higher Secondary Certificate", "Science", "Kerala Technical Higher Secondary School"),
    ("Master of Social Science", "Social Policy", "University of Cape Town"),
    ("BTS", "Hôtellerie", "Lycée Jean Drouant"),
)
_ORDERS = (
    "{d} in {f}, {s}, 2010 - 2014",
    "{d} {f} | {s} | 2010 - 2014",
    "{s} — {d}, {f} (2010 - 2014)",
    "{f}, {d}, {s}\n2010 - 2014",
    "{s}\n{d} {f}\n2010 - 2014",
    "2010 - 2014\n{s}\n{d}\n{f}",
    "{d} {f} at {s}  2010 - 2014",
    "{s} 2010 - 2014\n{f}\n{d}",
    "{f} ({d})\n{s}\n2010 - 2014",
)


@pytest.mark.parametrize(("study", "order"), list(product(_STUDIES, _ORDERS)))
def test_every_order(study: tuple[str, str, str], order: str) -> None:
    degree, area, school = study
    lines = order.format(d=degree, f=area, s=school).split("\n")
    other = re.sub("2010", "2006", re.sub("2014", "2009", order)).format(
        d="BSc", f="Physics", s="Lund University"
    )
    assert studies(*lines, "", *other.split("\n")) == [study, ("BSc", "Physics", "Lund University")]


def test_a_school_whose_name_holds_a_kind_of_schooling() -> None:
    assert studies("Secondary School Certificate", "Springfield Secondary School", "2010 - 2012") == [
        ("Secondary School Certificate", None, "Springfield Secondary School")
    ]


@pytest.mark.parametrize("grade", ["110/110", "92/100", "2:1"])
def test_a_grade_in_brackets(grade: str) -> None:
    text = f"Ada Brown\nada@example.org\n\nEDUCATION\nBA Law ({grade})\nLund University\n2010 - 2014"
    assert [value(entry.grade) for entry in parse(text).education] == [grade]
