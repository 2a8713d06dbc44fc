"""Certificates: where the name ends and who certifies begins, and which lines are one item."""

from __future__ import annotations

import pytest

from careercraft.parse.people import is_name
from careercraft.parse.piece import tidy
from tests.parse.resumes import parse, value


def certificates(*lines: str) -> list[tuple[str, str | None, bool]]:
    text = "\n".join(["Ada Brown", "ada@example.org", "", "CERTIFICATES", *lines])
    return [(c.name.value, value(c.issuer), c.dates is not None) for c in parse(text).certifications]


@pytest.mark.parametrize(
    ("name", "issuer"),
    [
        ("High Voltage Safety", "Singapore Maritime Academy"),
        ("Registered Social Worker", "South African Council for Social Service"),
        ("Coordinatore della sicurezza", "Ordine degli Architetti di Roma"),
        ("Non-Medical Prescribing", "University of Huddersfield"),
        ("Paralegal Certificate", "Lane Community College"),
        ("Staplerschein", "DEKRA Akademie"),
        ("Standard First Aid", "Canadian Red Cross"),
        ("Mathematics, Primary, Part 2", "Ontario College of Teachers"),
    ],
)
def test_only_a_space_before_who_certifies(name: str, issuer: str) -> None:
    assert certificates(f"{name} {issuer}  May 2021") == [(name, issuer, True)]


@pytest.mark.parametrize(
    "name", ["American Red Cross First Aid", "Member of the Royal Society", "Safe Pass Plus"]
)
def test_no_body_begins_inside_the_name(name: str) -> None:
    assert certificates(f"{name}  May 2021") == [(name, None, True)]


def test_a_line_that_only_dates_ends_an_item() -> None:
    lines = [
        "Pump Safety, Swedish Transport Agency",
        "Issued on: Nov 30, 2017",
        "First Aid, Red Cross",
        "Issued on: 2019",
    ]
    assert certificates(*lines) == [
        ("Pump Safety", "Swedish Transport Agency", True),
        ("First Aid", "Red Cross", True),
    ]


def test_who_certifies_goes_on_in_the_next_line() -> None:
    lines = [
        "Certificate of Competency (STCW III/2), Maritime and Port Authority",
        "of Singapore",
        "Issued on: May 2021",
    ]
    name, issuer = "Certificate of Competency (STCW III/2)", "Maritime and Port Authority of Singapore"
    assert certificates(*lines) == [(name, issuer, True)]


@pytest.mark.parametrize("name", ["Linh Vu", "Minh Tu", "Greta Lund"])
def test_short_forms_of_schools_are_surnames(name: str) -> None:
    assert is_name(name)


def test_a_title_behind_the_name() -> None:
    found = parse(
        "Beatrice Dell'Acqua, Architetta\nbea@example.org\n\nEXPERIENCE\nArchitetta, Studio Lux, 2019"
    )
    assert value(found.name) == "Beatrice Dell'Acqua"


def test_a_hyphenated_name_broken_after_its_hyphen() -> None:
    text = "EDUCATION\nBSc Physics\nUniversity of Wisconsin–\nMilwaukee\n2010 - 2014"
    assert tidy("Menon-\nLindqvist") == "Menon-Lindqvist"
    [entry] = parse(f"Ada Brown\nada@example.org\n\n{text}").education
    assert value(entry.institution) == "University of Wisconsin–Milwaukee"


def test_an_end_in_brackets_belongs_to_the_name() -> None:
    text = "ATLS Provider (gültig bis 05/2027), Deutsche Gesellschaft für Chirurgie, 2023"
    (found,) = parse(f"Ada Brown\nada@example.org\n\nCERTIFICATES\n{text}").certifications
    assert found.name.value == "ATLS Provider (gültig bis 05/2027)"
    assert found.dates is not None
    assert found.dates.end is not None
    assert found.dates.end.year == 2023


def test_issued_when_and_by_whom_on_lines_of_their_own() -> None:
    assert certificates(
        "Advanced Life Support", "Issued Feb 2024", "Issued by Resuscitation Council UK",
        "Non-Medical Prescribing", "Issued Sep 2022", "Issued by University of Huddersfield",
    ) == [
        ("Advanced Life Support", "Resuscitation Council UK", True),
        ("Non-Medical Prescribing", "University of Huddersfield", True),
    ]  # fmt: skip
