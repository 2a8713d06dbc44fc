"""Degrees, their levels and fields."""

from __future__ import annotations

import pytest

from careercraft.parse.degrees import OR_EQUIVALENT, field_after, fields_of_study, find_degrees, highest


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("BSc in Physics", "bachelor"),
        ("B.S. Computer Science", "bachelor"),
        ("Bachelor of Science in Nursing", "bachelor"),
        ("Bachelor’s degree", "bachelor"),
        ("M.Tech, Computer Science", "master"),
        ("MBA", "master"),
        ("Master of Arts", "master"),
        ("PhD in Computer Science", "doctorate"),
        ("Doctor of Philosophy", "doctorate"),
        ("Associate of Applied Science", "associate"),
        ("High School Diploma", "high_school"),
        ("GED", "high_school"),
        ("Certificate in Welding", "certificate"),
        ("Licence en informatique", "bachelor"),
        ("Dipl.-Ing. Maschinenbau", "master"),
        ("Abitur", "high_school"),
        ("Laurea triennale in Economia", "bachelor"),
    ],
)
def test_levels(text: str, level: str) -> None:
    assert [degree.level for degree in find_degrees(text)] == [level]


@pytest.mark.parametrize(
    "text",
    ["proficient in MS Office", "Boston, MA", "an associate at a law firm", "as of today", "I hold it"],
)
def test_words_that_are_no_degrees(text: str) -> None:
    assert find_degrees(text) == []


def test_fields_of_a_posting_leave_fillers_out() -> None:
    text = "Bachelor's degree in Computer Science, Statistics or a related field"
    (degree,) = find_degrees(text)
    assert fields_of_study(text, degree) == ("Computer Science", "Statistics")


def test_or_equivalent_is_seen_and_is_no_field() -> None:
    text = "High school diploma or equivalent"
    (degree,) = find_degrees(text)
    assert OR_EQUIVALENT.search(text)
    assert field_after(text, degree) is None
    assert not OR_EQUIVALENT.search("degree in equivalent circuits")


def test_highest() -> None:
    assert highest(["bachelor", "doctorate", "master"]) == "doctorate"
    assert highest([]) is None
