"""The same jobs in many layouts: whichever way an entry is written, its title, employer and dates are found."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from careercraft.parse.dates import find_dates
from tests.parse.resumes import parse, period, value

Job = tuple[str, str, str, str, str, list[str]]
"""Title, employer, place, start, end, bullets."""

PEOPLE: dict[str, list[Job]] = {
    "chef": [
        (
            "Sous Chef",
            "Harbor Grill",
            "Boston, MA",
            "Mar 2018",
            "Present",
            ["Ran a team of nine in a busy kitchen", "Cut food waste by 12%"],
        ),
        (
            "Line Cook",
            "Blue Door Bistro",
            "Salem, MA",
            "Jun 2015",
            "Feb 2018",
            ["Cooked for two hundred guests a night"],
        ),
        ("Prep Cook", "Marigold", "Salem, MA", "May 2013", "May 2015", ["Prepared vegetables and stocks."]),
    ],
    "soft": [
        (
            "Software Engineer",
            "Stripe",
            "San Francisco, CA",
            "Jan 2021",
            "Present",
            ["Built payment services in Go", "Cut latency by 40%"],
        ),
        (
            "Backend Developer",
            "Zalando SE",
            "Berlin, Germany",
            "Aug 2018",
            "Dec 2020",
            ["Maintained Kafka pipelines"],
        ),
        (
            "Software Engineering Intern",
            "Klarna",
            "Stockholm, Sweden",
            "Jun 2017",
            "Aug 2017",
            ["Wrote tests"],
        ),
    ],
    "nurse": [
        (
            "Charge Nurse, ICU",
            "Seton Medical Center",
            "Austin, TX",
            "06/2019",
            "Present",
            ["Supervised fourteen nurses on night shifts"],
        ),
        (
            "Registered Nurse",
            "St. David's North Austin",
            "Austin, TX",
            "01/2016",
            "05/2019",
            ["Cared for five patients a shift", "Trained new staff"],
        ),
        (
            "Nursing Assistant",
            "Hillcrest Home Care",
            "Round Rock, TX",
            "09/2013",
            "12/2015",
            ["Helped residents"],
        ),
    ],
    "german": [
        (
            "Teamleiterin Logistik",
            "Müller Spedition GmbH",
            "Hamburg",
            "03/2019",
            "heute",
            ["Leitung eines Teams von 12 Personen"],
        ),
        (
            "Disponentin",
            "Kühne Transport AG",
            "Bremen",
            "10/2014",
            "02/2019",
            ["Disposition von 40 Fahrzeugen"],
        ),
        (
            "Auszubildende Speditionskauffrau",
            "Nordfracht KG",
            "Bremen",
            "08/2011",
            "09/2014",
            ["Ausbildung im Lager und Büro"],
        ),
    ],
    "french": [
        (
            "Responsable de rayon",
            "Carrefour",
            "Lyon",
            "septembre 2020",
            "aujourd'hui",
            ["Gestion d'une équipe de huit personnes"],
        ),
        ("Vendeuse", "Fnac", "Paris", "janvier 2018", "août 2020", ["Conseil aux clients"]),
        ("Caissière", "Monoprix", "Paris", "juin 2016", "décembre 2017", ["Encaissement"]),
    ],
    "spanish": [
        (
            "Profesora de Matemáticas",
            "IES Cervantes",
            "Madrid",
            "septiembre de 2017",
            "actualidad",
            ["Clases de 1.º a 4.º de ESO"],
        ),
        (
            "Profesora particular",
            "Academia Gauss",
            "Toledo",
            "octubre de 2014",
            "junio de 2017",
            ["Clases de refuerzo"],
        ),
        (
            "Monitora de comedor",
            "Colegio San José",
            "Toledo",
            "enero de 2012",
            "julio de 2014",
            ["Cuidado de niños"],
        ),
    ],
    "odd": [
        ("Wellbeing Lead", "The Good Company", "Leeds, UK", "2019", "Present", ["Set up a support line"]),
        ("Doula", "Self-employed", "York, UK", "2015", "2019", ["Supported 60 families"]),
        ("Night Porter", "Old Swan", "Harrogate, UK", "2012", "2015", ["Looked after guests"]),
    ],
    "city": [
        ("Planner II", "City of Tacoma", "Tacoma, WA", "2019", "Present", ["Reviewed permits"]),
        ("Assistant Planner", "Pierce County", "Tacoma, WA", "2015", "2019", ["Wrote staff reports"]),
        ("GIS Technician", "Esri", "Redlands, CA", "2012", "2015", ["Digitized parcels"]),
    ],
    "acad": [
        (
            "Postdoctoral Researcher",
            "Max Planck Institute for Biology",
            "Tübingen, Germany",
            "October 2019",
            "Present",
            ["Single-cell sequencing of zebrafish"],
        ),
        (
            "Research Assistant",
            "University of Leeds",
            "Leeds, UK",
            "October 2015",
            "September 2019",
            ["Ran assays"],
        ),
        (
            "Teaching Assistant",
            "University of Leeds",
            "Leeds, UK",
            "October 2014",
            "June 2015",
            ["Marked lab reports"],
        ),
    ],
}


def _period(start: str, end: str) -> str:
    return f"{start} – {end}"


def _listed(bullets: list[str]) -> list[str]:
    return [f"- {text}" for text in bullets]


LAYOUTS: dict[str, Callable[[str, str, str, str, str, list[str]], list[str]]] = {
    "t_e_c_date_right": lambda t, e, c, s, d, b: [f"{t}, {e}, {c}    {_period(s, d)}", *_listed(b)],
    "t_date__e_c": lambda t, e, c, s, d, b: [f"{t}    {_period(s, d)}", f"{e}, {c}", *_listed(b)],
    "e_c__t_date": lambda t, e, c, s, d, b: [f"{e}    {c}", f"{t}    {_period(s, d)}", *_listed(b), ""],
    "e_date__t_c": lambda t, e, c, s, d, b: [f"{e}    {_period(s, d)}", f"{t}    {c}", *_listed(b), ""],
    "t_c__e_date": lambda t, e, c, s, d, b: [f"{t}    {c}", f"{e}    {_period(s, d)}", *_listed(b), ""],
    "pipes": lambda t, e, c, s, d, b: [f"{t} | {e} | {c} | {_period(s, d)}", *_listed(b)],
    "pipes_e": lambda t, e, c, s, d, b: [f"{e} | {t} | {c} | {_period(s, d)}", *_listed(b), ""],
    "at": lambda t, e, c, s, d, b: [f"{t} at {e}, {c}", _period(s, d), *_listed(b), ""],
    "at_sym": lambda t, e, c, s, d, b: [f"{t} @ {e} ({f'{s}-{d}'})", *_listed(b), ""],
    "e_dash_t_paren": lambda t, e, c, s, d, b: [f"{e} — {t} ({_period(s, d)})", *_listed(b), ""],
    "t_dash_e_paren": lambda t, e, c, s, d, b: [f"{t} — {e}, {c} ({_period(s, d)})", *_listed(b), ""],
    "date_left": lambda t, e, c, s, d, b: [f"{_period(s, d)}    {t}, {e}, {c}", *_listed(b)],
    "date_left2": lambda t, e, c, s, d, b: [f"{_period(s, d)}    {t}", f"{e}, {c}", *_listed(b), ""],
    "date_left_e": lambda t, e, c, s, d, b: [f"{_period(s, d)}    {e}, {c}", t, *_listed(b), ""],
    "date_colon": lambda t, e, c, s, d, b: [f"{_period(s, d)}: {t}, {e}, {c}", *_listed(b)],
    "three_lines_te": lambda t, e, c, s, d, b: [t, e, f"{_period(s, d)}", *_listed(b), ""],
    "three_lines_et": lambda t, e, c, s, d, b: [e, t, f"{_period(s, d)} | {c}", *_listed(b), ""],
    "three_lines_td": lambda t, e, c, s, d, b: [t, f"{_period(s, d)}", f"{e} - {c}", *_listed(b), ""],
    "date_own_first": lambda t, e, c, s, d, b: [f"{_period(s, d)}", t, f"{e}, {c}", *_listed(b), ""],
    "date_own_first_nob": lambda t, e, c, s, d, b: [f"{_period(s, d)}", t, f"{e}, {c}", ""],
    "nobullets_t_e": lambda t, e, c, s, d, b: [f"{t}, {e}    {_period(s, d)}"],
    "e_comma_t": lambda t, e, c, s, d, b: [f"{e}, {c}", f"{t}, {_period(s, d)}", *_listed(b), ""],
    "dots": lambda t, e, c, s, d, b: [f"{t} · {e}", f"{_period(s, d)} · {c}", *_listed(b), ""],
    "linkedin": lambda t, e, c, s, d, b: [e, t, f"{_period(s, d)} (2 years 10 months)", c, *b, ""],
    "fourlines": lambda t, e, c, s, d, b: [t, e, c, _period(s, d), *_listed(b), ""],
    "slashes": lambda t, e, c, s, d, b: [f"{t} / {e} / {c} / {_period(s, d)}", *_listed(b)],
    "bulletdot": lambda t, e, c, s, d, b: [f"{t} • {e} • {c}    {_period(s, d)}", *_listed(b)],
    "summary_prose": lambda t, e, c, s, d, b: [
        f"{t}    {_period(s, d)}",
        e,
        ". ".join(x.rstrip(".") for x in b) + ".",
        "",
    ],
    "kendall_like": lambda t, e, c, s, d, b: [e, _period(s, d), t, *_listed(b), ""],
    "stack_like": lambda t, e, c, s, d, b: [
        f"{t}    {_period(s, d)}",
        e,
        "A company that makes things for people all over the world.",
        "Highlights",
        *_listed(b),
        "",
    ],
    "flat_like": lambda t, e, c, s, d, b: [
        f"{e}    {_period(s, d)}",
        t,
        "http://www.example.com",
        *_listed(b),
        "",
    ],
    "e_paren_c": lambda t, e, c, s, d, b: [f"{t}, {e} ({c}), {_period(s, d)}", *_listed(b), ""],
    "in_sentence": lambda t, e, c, s, d, b: [f"{t}, {e}", f"{c}, {_period(s, d)}", *_listed(b), ""],
}
KNOWN_FAILURES = {("t_c__e_date", "french"), ("stack_like", "french")}
"""Carrefour is also a city, and nothing beside it tells."""


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("person", PEOPLE)
def test_every_job_in_every_layout(layout: str, person: str, request: pytest.FixtureRequest) -> None:
    if (layout, person) in KNOWN_FAILURES:
        request.applymarker(pytest.mark.xfail(strict=True))
    jobs = PEOPLE[person]
    lines = [line for job in jobs for line in LAYOUTS[layout](*job)]
    top, rest = (
        ["Ada Brown", "ada@example.org", "", "EXPERIENCE"],
        ["", "EDUCATION", "BSc Physics, Leeds University, 2012"],
    )
    resume = parse("\n".join([*top, *lines, *rest]))
    wanted = [
        (title, employer, period(find_dates(_period(start, end))[0]))
        for title, employer, _, start, end, _ in jobs
    ]
    assert [(value(work.title), value(work.employer), period(work.dates)) for work in resume.work] == wanted
    assert [value(school.institution) for school in resume.education] == ["Leeds University"]


def _with(area: str, joiner: str) -> str:
    return f"{joiner}{area}" if area else ""


Study = tuple[str, str, str, str, str]
"""Degree, field, school, start, end."""

STUDIES: dict[str, list[Study]] = {
    "en": [
        ("BSc", "Computer Science", "University of Leeds", "2012", "2015"),
        ("A-levels", "Mathematics and Physics", "Harrogate Grammar School", "2010", "2012"),
    ],
    "us": [
        ("Bachelor of Science", "Nursing", "University of Texas at Austin", "2011", "2015"),
        ("Associate of Arts", "Biology", "Austin Community College", "2009", "2011"),
    ],
    "us2": [
        ("Ph.D.", "Chemistry", "MIT", "2015", "2020"),
        ("B.A.", "Chemistry", "Reed College", "2011", "2015"),
    ],
    "de": [
        ("Master of Science", "Maschinenbau", "RWTH Aachen", "10/2013", "09/2015"),
        ("Abitur", "", "Goethe-Gymnasium Düsseldorf", "2004", "2012"),
    ],
    "de2": [
        ("Ausbildung zur Bankkauffrau", "", "Sparkasse Köln", "08/2009", "07/2012"),
        ("Mittlere Reife", "", "Realschule Nord", "2003", "2009"),
    ],
    "fr": [
        ("Master", "Droit des affaires", "Université Paris II", "2012", "2014"),
        ("Licence", "Droit", "Université de Nantes", "2009", "2012"),
        ("Baccalauréat", "Littéraire", "Lycée Clemenceau", "2006", "2009"),
    ],
    "es": [
        ("Grado", "Administración de Empresas", "Universidad de Sevilla", "2010", "2014"),
        ("Bachillerato", "Ciencias Sociales", "IES Velázquez", "2008", "2010"),
    ],
    "it": [
        ("Laurea Magistrale", "Economia", "Università Bocconi", "2012", "2014"),
        ("Laurea Triennale", "Economia", "Università di Bologna", "2009", "2012"),
        ("Maturità scientifica", "", "Liceo Galilei", "2004", "2009"),
    ],
    "pt": [
        ("Mestrado", "Gestão", "Universidade do Porto", "2012", "2014"),
        ("Licenciatura", "Gestão", "Universidade do Minho", "2009", "2012"),
        ("Ensino Secundário", "", "Escola Secundária Camões", "2006", "2009"),
    ],
    "nl": [
        ("Bachelor", "Verpleegkunde", "Hogeschool Utrecht", "2012", "2016"),
        ("HAVO", "", "Scholengemeenschap Zuid", "2007", "2012"),
    ],
    "trade": [
        ("Certificate III", "Carpentry", "TAFE NSW", "2014", "2016"),
        ("High School Diploma", "", "Lincoln High School", "2008", "2012"),
    ],
}
STUDY_LAYOUTS: dict[str, Callable[[str, str, str, str, str], list[str]]] = {
    "d_in_a,s": lambda d, a, s, b, e: [f"{d}{_with(a, ' in ')}, {s}    {b} – {e}"],
    "d_a//s_date": lambda d, a, s, b, e: [f"{d}{_with(a, ', ')}", f"{s}    {b} – {e}", ""],
    "s_date//d_a": lambda d, a, s, b, e: [f"{s}    {b} – {e}", f"{d}{_with(a, ', ')}", ""],
    "s//d a//date": lambda d, a, s, b, e: [s, f"{d}{_with(a, ' ')}", f"{b} – {e}", ""],
    "date//d a//s": lambda d, a, s, b, e: [f"{b} – {e}", f"{d}{_with(a, ' ')}", s, ""],
    "date d a, s": lambda d, a, s, b, e: [f"{b} – {e}    {d}{_with(a, ' ')}, {s}"],
    "s — d a (date)": lambda d, a, s, b, e: [f"{s} — {d}{_with(a, ' ')} ({b} – {e})"],
    "s | d a | date": lambda d, a, s, b, e: [f"{s} | {d}{_with(a, ' in ')} | {b} – {e}"],
    "d a at s": lambda d, a, s, b, e: [f"{d}{_with(a, ' ')} at {s}    {b} – {e}"],
    "bul": lambda d, a, s, b, e: [f"- {d}{_with(a, ', ')} - {s}, {e}"],
    "d a, s, year": lambda d, a, s, b, e: [f"{d}{_with(a, ', ')}, {s}, {e}"],
    "s, year//d a": lambda d, a, s, b, e: [f"{s}, {e}", f"{d}{_with(a, ' in ')}"],
    "cells": lambda d, a, s, b, e: [f"{d}    {s}", f"{a or ''}    {b} – {e}" if a else f"{b} – {e}", ""],
}


@pytest.mark.parametrize("layout", STUDY_LAYOUTS)
@pytest.mark.parametrize("person", STUDIES)
def test_every_degree_in_every_layout(layout: str, person: str) -> None:
    studies = STUDIES[person]
    lines = [line for study in studies for line in STUDY_LAYOUTS[layout](*study)]
    top = [
        "Ada Brown",
        "ada@example.org",
        "",
        "EXPERIENCE",
        "Cook, Harbor Grill, 2018 - 2020",
        "",
        "EDUCATION",
    ]
    found = parse("\n".join([*top, *lines]) + "\n").education
    assert [(_words(value(x.degree), value(x.area)), value(x.institution)) for x in found] == [
        (_words(degree, area), school) for degree, area, school, _, _ in studies
    ]
    assert all(entry.dates is not None and entry.level is not None for entry in found)


def _words(*texts: str | None) -> set[str]:
    return {word for text in texts if text for word in text.replace(",", " ").lower().split()} - {"in"}
