"""Where a posting says that the work is: in titles, in sentences, behind labels, and from where one may work."""

from __future__ import annotations

import pytest

from careercraft.model.job import Job
from careercraft.parse import parse_job
from careercraft.parse.job_title_place import place_in_title, remote_place
from careercraft.read import read_text

POSTING = """{title}

{line}

Requirements
- 3 years of experience with spreadsheets
- Good written communication
"""
Site = tuple[str | None, str | None, str | None]


def job(line: str, title: str = "Analyst") -> Job:
    return parse_job(read_text(POSTING.format(title=title, line=line), "job.txt"))


def site(found: Job) -> Site:
    return found.city, found.region, found.country


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("LMS Administrator - Waltham - MA", ("Waltham", "MA", "US")),
        ("Manufacturing Engineer - Greenville SC", ("Greenville", "SC", "US")),
        ("QUALITY TECHNICIAN - TULSA, OK", ("Tulsa", "OK", "US")),
        ("Koch (m/w/d) in Leipzig", ("Leipzig", None, "DE")),
        ("Designer (Remote - Canada)", (None, None, "CA")),
        ("Desarrollador (100% remoto desde España)", (None, None, "ES")),
        ("Backend Engineer - Remote, Germany", (None, None, "DE")),
        ("Account Manager, Remote - Texas", (None, "TX", "US")),
        ("Teacher, Reading", (None, None, None)),
        ("Remote Support Agent", (None, None, None)),
    ],
)
def test_site_in_the_title(title: str, expected: Site) -> None:
    assert site(job("We draw maps.", title)) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "This position can be filled in either GAITHERSBURG MARYLAND OR WALTHAM, MASSACHUSETTS",
            ("Gaithersburg", "MD", "US"),
        ),
        ("Our Tampa, Florida office is hiring.", ("Tampa", "FL", "US")),
        ("Location: Texas, USA", (None, "TX", "US")),
        ("Nearest Major Market: Portland Oregon", ("Portland", "OR", "US")),
        ("Für unser Haus in Göttingen suchen wir Verstärkung.", ("Göttingen", None, "DE")),
        ("Am Standort Kassel bieten wir eine Stelle.", ("Kassel", None, "DE")),
        ("Fully remote, but you must live in Ontario.", (None, "ON", "CA")),
        ("Our customers are in Paris and Oslo.", (None, None, None)),
        ("Smart working, sede di Torino", ("Torino", None, "IT")),
        ("Poste à pourvoir à Nantes (44).", ("Nantes", None, "FR")),
        ("El puesto se ubica en Zaragoza, España.", ("Zaragoza", None, "ES")),
        ("Vaga presencial em Curitiba, PR.", ("Curitiba", "PR", "BR")),
        ("Je werkt vanuit ons kantoor in Rotterdam.", ("Rotterdam", None, "NL")),
        ("This is a remote position open to residents of Colorado.", (None, "CO", "US")),
        ("Our story begins at a clinic based out of Pompano Beach, Florida.", (None, None, None)),
    ],
)
def test_site_in_a_sentence(line: str, expected: Site) -> None:
    assert site(job(line)) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Einsatzort: Freiburg im Breisgau", ("Freiburg", None, "DE")),
        ("Standort: Hamburg oder remote innerhalb Deutschlands", ("Hamburg", None, "DE")),
        ("Arbeitsort: Köln-Ehrenfeld", ("Köln", None, "DE")),
        ("Where: Hybrid, 2 days a week in Leeds", ("Leeds", None, "GB")),
        ("Location: Anywhere in the United States", (None, None, "US")),
        ("Location: Remote, USA", (None, None, "US")),
    ],
)
def test_labelled_site(line: str, expected: Site) -> None:
    assert site(job(line)) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Berlin-Mitte, 20 Stunden pro Woche", ("Berlin", None, "DE")),
        ("Annecy (74) – Temps partiel 25h/semaine", ("Annecy", None, "FR")),
        ("Reading, 20 hours a week", (None, None, None)),
        ("Annecy, our old cat, greets the guests", (None, None, None)),
    ],
)
def test_town_before_terms(line: str, expected: Site) -> None:
    assert site(job(line)) == expected


def test_the_nearest_market_yields_to_the_site() -> None:
    assert site(job("This role can be located in Chicago, IL.\n\nNearest Major Market: New Jersey")) == (
        "Chicago",
        "IL",
        "US",
    )


@pytest.mark.parametrize(
    ("boilerplate", "country"), [("We offer a 401(k).", None), ("We offer a pension.", "GB")]
)
def test_a_name_that_both_shores_have(boilerplate: str, country: str | None) -> None:
    found = job(f"Location: Cambridge\n\n{boilerplate}")
    assert site(found) == ("Cambridge", None, country)


def test_parts_of_a_title() -> None:
    assert place_in_title("Clerk - Quality Assurance") is None
    assert remote_place("Remote Sensing - Java") is None
