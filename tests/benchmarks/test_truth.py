"""What a template prints is told from its rendering alone, and the truth holds no more than that."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.corpus.tracer import Printed, printed
from benchmarks.corpus.truth import truth_of
from benchmarks.corpus.years import total_years

RESUME: dict[str, Any] = {
    "basics": {
        "name": "Ada Example", "label": "Cook", "email": "ada@example.org", "phone": "+44 20 7946 0000",
        "location": {"city": "Leeds"},
    },
    "work": [
        {"name": "Old Inn", "position": "Cook", "location": "Leeds", "startDate": "2019-03-04"},
        {"name": "Old Inn", "position": "Kitchen Intern", "employment": "internship",
         "startDate": "2016-02", "endDate": "2017-10"},
    ],
    "education": [{"institution": "City College", "area": "Cooking", "studyType": "Diploma", "endDate": "2015"}],
    "skills": [{"name": "Kitchen", "level": "Expert", "keywords": ["Knives", "Sauces"]}],
    "volunteer": [], "projects": [], "certificates": [], "awards": [], "publications": [], "languages": [],
    "interests": [], "references": [],
}  # fmt: skip
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def month(iso: str) -> str:
    return f"{MONTHS[int(iso[5:7]) - 1]} {iso[:4]}"


def show(resume: dict[str, Any], end: str = " – now") -> str:
    """Months for work, years for schools, no place, no group names, the intern's employer left out."""
    first, second = resume["work"]
    school = resume["education"][0]
    return "\n".join(
        [
            resume["basics"]["name"].upper(),
            resume["basics"]["email"],
            f"{first['position']}, {first['name']}: {month(first['startDate'])}{end}",
            f"{second['position']}: {month(second['startDate'])} – {month(second['endDate'])}",
            f"{school['institution']} ({school['endDate'][:4]})",
            " ".join(resume["skills"][0]["keywords"]),
        ]
    )


def found(**other: Any) -> dict[str, Any]:
    return truth_of(RESUME, printed(RESUME, lambda resume: show(resume, **other)))


def test_only_what_shows_is_true() -> None:
    truth = found()
    assert (truth["name"], truth["email"], truth["phone"]) == ("Ada Example", "ada@example.org", None)
    assert (truth["headline"], truth["location"]) == (None, None)
    assert truth["skills"] == ["Knives", "Sauces"]
    assert truth["education"] == [
        {"institution": "City College", "degree": None, "area": None, "dates": "2015"}
    ]
    # "Old Inn" shows once: a template may print one employer above two of its jobs.
    assert [(entry["title"], entry["employer"], entry["location"]) for entry in truth["work"]] == [
        ("Cook", "Old Inn", None),
        ("Kitchen Intern", "Old Inn", None),
    ]


def test_dates_have_the_precision_that_shows() -> None:
    assert [entry["dates"] for entry in found()["work"]] == ["2019-03..", "2016-02..2017-10"]


def test_a_start_without_a_sign_that_it_goes_on_is_a_lone_date() -> None:
    assert found(end="")["work"][0]["dates"] == "2019-03"


def test_a_word_that_is_also_elsewhere_does_not_count() -> None:
    """ "Leeds" stands in the name, but the place isn't printed."""
    resume = {**RESUME, "basics": {**RESUME["basics"], "name": "Leeds Example"}}
    assert truth_of(resume, printed(resume, show))["location"] is None


@pytest.mark.parametrize(
    ("form", "precision"),
    [
        (lambda iso: iso[:4], "year"),
        (lambda iso: iso[:7], "month"),
        (lambda iso: f"{iso[5:7]}/{iso[:4]}", "month"),
        (lambda iso: month(iso), "month"),
        (lambda iso: iso, "day"),
        (lambda iso: f"{MONTHS[int(iso[5:7]) - 1]} {iso[8:]}, {iso[:4]}", "day"),
        (lambda iso: "", None),
    ],
)
def test_precision_is_found_in_any_form(form: Any, precision: str | None) -> None:
    resume = {"work": [{"startDate": "2019-03-04"}]}
    shown = printed(resume, lambda given: form(given["work"][0]["startDate"]))
    assert shown.dates.get(("work", 0, "startDate")) == precision


def test_the_months_of_an_end_are_not_taken_for_those_of_the_start() -> None:
    resume = {"work": [{"startDate": "2018-03", "endDate": "2019-03"}]}
    shown = printed(
        resume, lambda given: f"{given['work'][0]['startDate'][:4]}-{month(given['work'][0]['endDate'])}"
    )
    assert shown.dates == {("work", 0, "startDate"): "year", ("work", 0, "endDate"): "month"}


def test_a_duration_beside_years_makes_no_months_of_them() -> None:
    """ "2016 – 2017 (20 months)" changes with the month of the end."""

    def shown(resume: dict[str, Any]) -> str:
        job = resume["work"][1]
        months = int(job["endDate"][5:7]) - int(job["startDate"][5:7])
        return f"{job['position']} {job['startDate'][:4]} – {job['endDate'][:4]} ({months} m)"

    assert [job["dates"] for job in truth_of(RESUME, printed(RESUME, shown))["work"]] == ["2016..2017"]


def test_a_site_that_stands_in_the_mail_address_alone_is_not_shown() -> None:
    resume = {**RESUME, "basics": {**RESUME["basics"], "url": "https://www.example.org"}}
    alone = truth_of(resume, printed(resume, show))
    assert (alone["links"], alone["links_also"]) == ([], ["https://www.example.org"])
    beside = truth_of(resume, printed(resume, lambda given: f"{show(given)}\n{given['basics']['url']}"))
    assert beside["links"] == ["https://www.example.org"]


def test_addresses_are_looked_for_as_they_are() -> None:
    shown = Printed(text="Tel. +44 20\n7946 0000", tokens=frozenset())
    assert shown.literally("+44 20 7946 0000")
    assert not shown.literally("+44 20 7946 0001")
    assert not shown.literally("")


@pytest.mark.parametrize(
    ("periods", "years"),
    [
        (["2020-01..2020-03"], 0.25),
        (["2019..2023"], 4.0),
        (["2019"], 1.0),
        (["2019-05"], 0.08),
        (["2019..2019"], 1.0),
        (["2025-11.."], 1.08),
        (["2026..2030"], 0.92),
        (["2018-01-15..2019-12-31", "2019-01..2020-06"], 2.5),
        (["2019-07..2020"], 1.0),
        ([None], None),
        ([], None),
    ],
)
def test_years_are_counted_by_the_written_rules(periods: list[str | None], years: float | None) -> None:
    assert total_years(periods) == years


def test_internships_are_no_part_of_the_years() -> None:
    assert found()["total_years"] == total_years(["2019-03.."])
