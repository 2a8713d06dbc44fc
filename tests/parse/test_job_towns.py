"""Places that only the words around them, or a steps-like notation, show to be places; levels of managers."""

from __future__ import annotations

import pytest

from careercraft.model.job import Job
from careercraft.parse import parse_job
from careercraft.parse.job_seniority import level_of
from careercraft.parse.places import find_places, town_country
from careercraft.read import read_text

POSTING = """Data Engineer

{line}

Requirements
- 3 years of experience with SQL
- Knowledge of data warehouses
"""


def job(line: str) -> Job:
    return parse_job(read_text(POSTING.format(line=line), "job.txt"))


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Site Name: USA - Massachusetts - Cambridge", ("Cambridge", "MA", "US")),
        ("Location: Germany / Bavaria / Kaufbeuren", ("Kaufbeuren", "Bavaria", "DE")),
        ("You will be primarily based in Quillmarsh with our team.", ("Quillmarsh", None, None)),
        (
            "This position is located in Gaithersburg and reports to the director.",
            ("Gaithersburg", "MD", "US"),
        ),
        ("The work is done in our Gaithersburg office near the station.", ("Gaithersburg", "MD", "US")),
        ("Location:ÂWaltham, MA", ("Waltham", "MA", "US")),
        (
            "Join the group located in South San Francisco. It grows fast.",
            ("South San Francisco", "CA", "US"),
        ),
        ("Grow with the team in our Worcester Headquarters.", ("Worcester", "MA", "US")),
        ("Location: Flexible though San Francisco, CA preferred.", ("San Francisco", "CA", "US")),
        ("Job Location: US-Denver-CO-DENVER", ("Denver", "CO", "US")),
        ("Location: Millville All Services", ("Millville", "NJ", "US")),
        ("Nearest Major Market: Owensboro", ("Owensboro", "KY", "US")),
        ("The position is located at Wright-Patterson AFB.", ("Wright-Patterson AFB", None, None)),
        ("Primary Location: NE > OMAHA > MAIN CAMPUS", ("Omaha", "NE", "US")),
        ("Location: Mutual Life-Cincinnati-OHCN2", ("Cincinnati", "OH", "US")),
        ("Location: Winston-Salem", ("Winston-Salem", "NC", "US")),
        ("Location Beavercreek, OH", ("Beavercreek", "OH", "US")),
        ("We want an analyst to join our team in San Francisco.", ("San Francisco", "CA", "US")),
        ("We grow the data practice here in Atlanta.", ("Atlanta", "GA", "US")),
        # Words with capitals that follow the same words, and are no places.
        ("You will be based in HQ most of the week.", (None, None, None)),
        ("You will be located in Building Four of the plant.", (None, None, None)),
        ("The company has its story: the founders met in Gaithersburg as students.", (None, None, None)),
    ],
)
def test_towns(line: str, place: tuple[str | None, str | None, str | None]) -> None:
    found = job(line)
    assert (found.city, found.region, found.country) == place


def test_a_name_of_several_states_has_none() -> None:
    assert town_country("Gaithersburg") == ("MD", "US")
    assert town_country("Bloomington") == (None, "US")
    assert town_country("Cottbus") == (None, "DE")
    assert town_country("Quillmarsh") is None


def test_towns_of_europe_are_found_where_a_place_is_expected() -> None:
    assert [place.city for place in find_places("Planungsbüro Öz, Cottbus", towns=True)] == ["Cottbus"]
    assert [place.city for place in find_places("44300 Lorient", towns=True)] == ["Lorient"]
    assert find_places("Planungsbüro Öz, Cottbus") == []


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Data Analytics Manager", "lead"),
        ("Restaurant Manager, Evenings", "lead"),
        ("Senior Project Manager", "senior"),
        ("Project Manager", None),
        ("Customer Success Manager", None),
        ("Assistant Manager", None),
        ("Management Accountant", None),
    ],
)
def test_managers(title: str, level: str | None) -> None:
    assert level_of(title) == level


@pytest.mark.parametrize(
    ("title", "city"),
    [
        ("Sr. Account Executive - NYC", "NYC"),
        ("Data Engineer - Consultant (Charlotte Based)", "Charlotte"),
        ("Risk Analyst (SQL) - Milwaukee or", "Milwaukee"),
        ("Pflegefachkraft (m/w/d) – Klinikum Seeblick, Konstanz", "Konstanz"),
        ("Literacy Teacher, Reading", None),
        ("Developer - Mobile", None),
        ("Data Engineer - Platform", None),
        ("Milwaukee Analyst", None),
    ],
)
def test_city_in_the_title(title: str, city: str | None) -> None:
    posting = POSTING.format(line="").replace("Data Engineer", title, 1)
    assert parse_job(read_text(posting, "job.txt")).city == city


def test_days_are_no_pay() -> None:
    assert (
        job("What we offer\n\nCompetitive base salary\n20 days paid vacation\nStock options").salary is None
    )
    found = job("What we offer\n\nBase salary\n$20 an hour\n20 days paid vacation").salary
    assert found is not None
    assert (found.minimum, found.period) == (20, "hour")
