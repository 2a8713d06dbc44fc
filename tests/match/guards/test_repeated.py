"""The same words over and over; never a list, a table or a style of writing."""

from __future__ import annotations

import pytest

from careercraft.match.guards.repeated import repeated
from careercraft.match.guards.trim import trimmed
from careercraft.read import read_text

HONEST = "Jane Doe\n\nSkills\n- Python\n- Windows\n\nWork\n- Built roofs in nine towns\n"
MANY = tuple(
    f"{first} {last}"
    for first in ("data", "cloud", "risk")
    for last in ("design", "review", "audit", "sales")
)


def left(text: str) -> str:
    document = read_text(text, "resume.txt")
    return trimmed(document, [(one.start, one.end) for one in repeated(document)]).text.strip()


@pytest.mark.parametrize(
    "words",
    [
        "Kubernetes " * 30,
        "Kubernetes, " * 12,
        "project management, " * 15,
        "project management\n" * 15,
        "- Kubernetes\n" * 15,
        "Kubernetes Docker Terraform " * 12,
        ", ".join(MANY * 30),
    ],
)
def test_a_repetition_goes_and_the_rest_stays(words: str) -> None:
    assert left(f"{HONEST}\n{words}") == HONEST.strip()


def test_an_item_of_a_list_stays() -> None:
    assert left(f"Skills\n- Python\n- Windows\n{'Windows ' * 30}") == "Skills\n- Python\n- Windows"


@pytest.mark.parametrize(
    "honest",
    [
        "HP-UX, HP, Packard Bell, HP, HP-UX, HP",
        "Sybase SQL Anywhere 5, Sybase SQL Anywhere 7, Sybase SQL Anywhere 9, Oracle 8, Oracle 9",
        "\n".join(
            f"Clerk, Company Name, City, State\nJan {year} to Jan {year + 1}" for year in range(2001, 2005)
        ),
        "BS with 2 years of experience, MS with 1 year of experience or PhD with 0 years of experience",
        "2019 2020 2021 2022 2023 2019 2020 2021 2022 2023 2019 2020",
        "\n".join(
            f"{name} Safety 2016 J. J. Keller & Associates, City, State"
            for name in ["Welding", "Roof", "Fire", "Road"]
        ),
    ],
)
def test_honest_texts_stay(honest: str) -> None:
    assert not repeated(read_text(honest, "resume.txt"))
