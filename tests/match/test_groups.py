"""Neighboring skills as alternatives or as several requirements."""

from __future__ import annotations

import pytest

from careercraft.match.groups import group_alternatives
from careercraft.match.linker import Linker


def groups(linker: Linker, text: str) -> list[list[str]]:
    hits = linker.surface.find(text)
    return [[hit.skill_id for hit in group] for group in group_alternatives(text, 0, hits)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Java or Kotlin", [["java", "kotlin"]]),
        ("Java, Kotlin, or Scala", [["java", "kotlin", "scala"]]),
        ("Java and/or Kotlin", [["java", "kotlin"]]),
        ("Java, Kotlin and Scala", [["java"], ["kotlin"], ["scala"]]),
        ("Java & Kotlin", [["java"], ["kotlin"]]),
        ("Java, Kotlin", [["java"], ["kotlin"]]),
        ("one of AWS, Azure, Terraform", [["aws", "azure", "terraform"]]),
        ("at least one of AWS and Azure", [["aws", "azure"]]),
        ("either Docker or Kubernetes", [["docker", "kubernetes"]]),
        ("SQL. Docker or Kubernetes", [["sql"], ["docker", "kubernetes"]]),
        ("Java for services, Docker or Kubernetes for the rest", [["java"], ["docker", "kubernetes"]]),
        (
            "relational databases such as PostgreSQL or MySQL",
            [["relational-databases", "postgresql", "mysql"]],
        ),
        ("statistical software (e.g., R, SAS, Stata)", [["statistical-software", "r", "sas", "stata"]]),
        ("Java (or Kotlin)", [["java", "kotlin"]]),
        ("Java or a similar language; Docker", [["java"], ["docker"]]),
        ("Java or a comparable language such as Kotlin or Scala", [["java", "kotlin", "scala"]]),
        ("Docker or a similar tool, Kubernetes", [["docker"], ["kubernetes"]]),
        ("Java\nor Kotlin", [["java", "kotlin"]]),
    ],
)
def test_groups(linker: Linker, text: str, expected: list[list[str]]) -> None:
    assert groups(linker, text) == expected


def test_one_of_reaches_no_further_than_its_sentence(linker: Linker) -> None:
    assert groups(linker, "One of our teams. Java, Kotlin") == [["java"], ["kotlin"]]
