"""Titles, employers and towns that no word tells: the other entries of the section show where they stand."""

from __future__ import annotations

import pytest

from careercraft.model.resume import PartialDate, Resume
from tests.parse.resumes import parse, value
from tests.parse.styled import TOP, Set, heading
from tests.parse.styled import parse as parse_styled


def work(*lines: str) -> Resume:
    return parse("\n".join(["Ada Brown", "ada@example.org", "", "EXPERIENCE", *lines]))


def named(resume: Resume) -> list[tuple[str | None, str | None, str | None]]:
    return [(value(entry.title), value(entry.employer), value(entry.location)) for entry in resume.work]


def test_a_town_that_no_table_knows_under_the_dates() -> None:
    lines: list[Set | str] = [*TOP, heading("Work Experience")]
    for title, employer, dates, town in (
        ("Baker", "Cobbler & Crumb", "May 2018 - Present", "Leeds"),
        ("Shop Assistant", "Fernway Foods", "Feb 2011 - May 2018", "Ulvermarsh"),
        ("Waiter", "The Blue Door", "Sep 2007 - Dec 2010", "Nether Pellow"),
    ):
        lines += [
            Set(f"{title} at {employer}  {dates}", size=1.2, bold=True),
            town,
            f"• Told of {title.lower()}s",
        ]
    resume = parse_styled(*lines)
    assert [value(entry.location) for entry in resume.work] == ["Leeds", "Ulvermarsh", "Nether Pellow"]


def test_a_line_under_the_dates_is_text_where_the_others_show_no_place() -> None:
    lines: list[Set | str] = [*TOP, heading("Work Experience")]
    for title, text in (("Baker", "Sourdough"), ("Shop Assistant", "Cheese"), ("Waiter", "Banquets")):
        lines += [Set(f"{title} at Fernway Foods  May 2018 - Present", size=1.2, bold=True), text, "• More"]
    assert [entry.location for entry in parse_styled(*lines).work] == [None, None, None]


def test_a_town_behind_the_employer() -> None:
    resume = work(
        "Armorelle, Vannes\t09/2019 – Present", "Account Manager", "- Sold policies", "",
        "Cabinet Kerdun, Lorient\t01/2014 – 08/2018", "Claims Adjuster", "- Read claims", "",
        "La Godille, Ploumenac\t06/2007 – 09/2007", "Cashier", "- Sold fish",
    )  # fmt: skip
    assert named(resume) == [
        ("Account Manager", "Armorelle", "Vannes"),
        ("Claims Adjuster", "Cabinet Kerdun", "Lorient"),
        ("Cashier", "La Godille", "Ploumenac"),
    ]


@pytest.mark.parametrize("place", ["Leeds (Remote)", "Leeds (hybrid)"])
def test_a_town_with_a_way_of_working(place: str) -> None:
    resume = work("Data Analyst    Jan 2020 – Present", f"Zentrik Ltd | {place}", "- Wrote reports")
    assert named(resume) == [("Data Analyst", "Zentrik Ltd", place)]


def test_a_kind_of_employment_is_the_title_where_nothing_else_is() -> None:
    resume = work("Saisonnier | La Marée Haute | Juin 2007 – Septembre 2007", "- Tri et mise en glace")
    assert (named(resume), resume.work[0].employment) == (
        [("Saisonnier", "La Marée Haute", None)],
        "contract",
    )
    resume = work("Serveur | Saisonnier | La Marée Haute | Juin 2007 – Septembre 2007", "- Service en salle")
    assert named(resume) == [("Serveur", "La Marée Haute", None)]


def test_a_name_that_recurs_is_the_employer() -> None:
    resume = work(
        "Team Leader, Voice, Ringdale", "Oct 2022 – Present", "- Led 18 agents", "",
        "Subject Expert, Ringdale", "Jan 2020 – Oct 2022", "- Answered hard calls", "",
    )  # fmt: skip
    assert [value(entry.employer) for entry in resume.work] == ["Ringdale", "Ringdale"]
    assert value(resume.work[0].title) == "Team Leader, Voice"


def test_an_employer_with_a_comma() -> None:
    resume = work(
        "Resident Engineer, Ministry of Works, Fenland State", "Oct 2013 – Oct 2014", "- Drew bridges"
    )
    assert named(resume) == [("Resident Engineer", "Ministry of Works, Fenland State", None)]


def test_a_title_whose_noun_stands_first() -> None:
    resume = work(
        "Diretora clínica, Cooperativa Agrícola do Sobral", "Oct 2013 – Oct 2014", "- Tratou animais"
    )
    assert named(resume) == [("Diretora clínica", "Cooperativa Agrícola do Sobral", None)]


def test_a_number_at_the_end_of_a_title_is_no_day() -> None:
    resume = work("Captain, Engine 4      Jun 2020 – Present", "Harlow Fire Rescue", "- Led a crew")
    dates = resume.work[0].dates
    assert value(resume.work[0].title) == "Captain, Engine 4"
    assert dates is not None
    assert dates.start == PartialDate(2020, 6)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Lecturer in Physical Geography - University of Elmet Vale (Cardiff,", "United Kingdom)"),
        ("Lecturer in Physical Geography - University of Elmet Vale (Cardiff, United", "Kingdom)"),
        ("Lecturer in Physical Geography · University of Elmet Vale · Cardiff, United", "Kingdom"),
    ],
)
def test_a_place_broken_over_two_lines(first: str, second: str) -> None:
    job = ["Sep 2019 – Present", Set(first, block=100), Set(second, block=100), "• Taught maps"]
    resume = parse_styled(*TOP, heading("Work Experience"), *job)
    assert named(resume) == [
        ("Lecturer in Physical Geography", "University of Elmet Vale", "Cardiff, United Kingdom")
    ]


def test_a_brand_in_small_letters_behind_a_bar() -> None:
    resume = work("Senior Stylist | rush & curl | Feb 2020 – Present", "- Cut hair")
    assert named(resume) == [("Senior Stylist", "rush & curl", None)]
