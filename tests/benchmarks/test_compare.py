"""What counts as right, and the figures made of it."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from benchmarks.corpus.assignment import assign
from benchmarks.corpus.compare import compare
from benchmarks.corpus.outcome import Outcome, figure, plain

EMPTY: dict[str, Any] = {
    "name": None, "email": None, "phone": None, "headline": None, "location": None, "location_words": "",
    "links": [], "links_also": [], "work": [], "education": [], "volunteer": [], "projects": [],
    "certifications": [], "languages": [], "skills": [], "awards": [], "publications": [],
    "references": 0, "total_years": None,
}  # fmt: skip


def wrong(truth: dict[str, Any], facts: dict[str, Any]) -> list[tuple[str, str | None, str | None]]:
    outcomes = compare({**EMPTY, **truth}, {**EMPTY, **facts})
    return [(one.field, one.wanted, one.got) for one in outcomes if not one.right]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Declan O’Brien", "declan o'brien"),
        ("2019 – 2020", "2019 - 2020"),
        ("  Site   lead, ", "Site lead"),
        ("STRASSE", "Straße"),
        ("„Ja“", '"ja"'),
    ],
)
def test_plain_makes_no_difference_of_what_templates_change(one: str, other: str) -> None:
    assert plain(one) == plain(other)


@pytest.mark.parametrize(
    ("one", "other"), [("C++", "C"), ("Zoë", "Zoe"), ("A B", "AB"), ("Java", "JavaScript")]
)
def test_plain_keeps_other_words_apart(one: str, other: str) -> None:
    assert plain(one) != plain(other)


def test_assignment_is_the_best_of_all() -> None:
    table = [[0.9, 0.8, 0.1], [0.8, 0.2, 0.3], [0.4, 0.6, 0.5]]
    best = max(
        sum(table[row][column] for row, column in enumerate(order)) for order in permutations(range(3))
    )
    pairs = assign(range(3), range(3), lambda row, column: table[row][column], least=0.05)
    assert sum(table[row][column] for row, column in pairs) == pytest.approx(best)
    assert best > 0.9 + 0.3 + 0.6  # taking the greatest first is not the best


def test_assignment_leaves_out_what_is_unlike_and_keeps_the_order_of_equals() -> None:
    assert assign("ab", "xaa", lambda one, other: float(one == other), least=0.5) == [(0, 1)]
    assert assign("aa", "aa", lambda one, other: float(one == other), least=0.5) == [(0, 0), (1, 1)]
    assert assign("", "a", lambda one, other: 1.0, least=0.5) == []


def test_figures_count_missed_extra_and_other_values() -> None:
    rows = [
        Outcome("f", "a", "a", True),
        Outcome("f", "b", "x", False),
        Outcome("f", "c", None, False),
        Outcome("f", None, "y", False),
        Outcome("f", None, "z", False),
    ]
    one = figure(rows)
    assert (one.precision, one.recall, one.f1, one.wanted) == (0.25, 0.3333, 0.2857, 3)
    assert figure([]).f1 == 1


def test_single_values() -> None:
    truth = {"name": "Łukasz Wójcik", "email": "l@example.org", "phone": "+44 (0)20 7946 0182"}
    assert wrong(truth, {**truth, "phone": "+442079460182"}) == []
    assert wrong(truth, {**truth, "name": "Łukasz"}) == [("name", "Łukasz Wójcik", "Łukasz")]
    assert wrong(truth, {**truth, "email": None}) == [("email", "l@example.org", None)]
    assert wrong({}, {"headline": "Chef"}) == [("headline", None, "Chef")]


def test_location_needs_the_town_and_nothing_from_elsewhere() -> None:
    truth = {"location": "Cork", "location_words": "14 Terrace Cork Munster IE Ireland"}
    assert wrong(truth, {"location": "Cork, Ireland"}) == []
    assert wrong(truth, {"location": "Munster"}) == [("location", "Cork", "Munster")]
    assert wrong(truth, {"location": "Cork, Leeds"}) == [("location", "Cork", "Cork, Leeds")]


def job(title: str, employer: str, dates: str) -> dict[str, str | None]:
    return {"title": title, "employer": employer, "dates": dates, "location": None}


def test_entries_are_compared_in_pairs_whatever_their_order() -> None:
    cook, waiter = job("Cook", "Old Inn", "2019..2020"), job("Waiter", "Old Inn", "2017..2018")
    assert wrong({"work": [cook, waiter]}, {"work": [waiter, cook]}) == []
    late = {**cook, "dates": "2019.."}
    assert wrong({"work": [cook, waiter]}, {"work": [late, waiter]}) == [
        ("work.dates", "2019..2020", "2019..")
    ]


def test_a_missed_entry_and_one_too_many_count_in_each_field() -> None:
    cook = job("Cook", "Old Inn", "2019..2020")
    assert [row[0] for row in wrong({"work": [cook]}, {})] == ["work.title", "work.employer", "work.dates"]
    assert wrong({}, {"work": [job("Summary", "", "")]}) == [("work.title", None, "Summary")]


def test_titles_swapped_with_employers_are_wrong() -> None:
    swapped = job("Old Inn", "Cook", "2019..2020")
    fields = [row[0] for row in wrong({"work": [job("Cook", "Old Inn", "2019..2020")]}, {"work": [swapped]})]
    assert fields.count("work.title") >= 1
    assert fields.count("work.employer") >= 1


def test_a_title_may_lose_its_kind_of_employment_and_nothing_else() -> None:
    truth = {"work": [job("Nurse (part-time)", "Hospice", "2019")]}
    assert wrong(truth, {"work": [job("Nurse", "Hospice", "2019")]}) == []
    other = {"work": [job("Nurse (night)", "Hospice", "2019")]}
    assert wrong(other, {"work": [job("Nurse", "Hospice", "2019")]}) == [
        ("work.title", "Nurse (night)", "Nurse")
    ]


def school(degree: str) -> dict[str, str | None]:
    return {"institution": "Trent University", "degree": degree, "area": None, "dates": None}


def test_degrees_are_the_same_words_however_joined() -> None:
    truth = {"education": [school("Bachelor of Arts History")]}
    assert wrong(truth, {"education": [school("History, Bachelor of Arts")]}) == []
    assert wrong(truth, {"education": [school("Bachelor of Arts")]}) != []
    assert wrong(truth, {"education": [school("Bachelor of Arts in History Trent")]}) != []


def test_skills_are_counted_one_by_one() -> None:
    truth = {"skills": ["Python", "Go", "CI/CD"]}
    assert wrong(truth, {"skills": ["go", "CI/CD", "python"]}) == []
    assert wrong(truth, {"skills": ["Python", "Go", "CI"]})[0][0] == "skills"
    assert wrong(truth, {"skills": ["Python", "Go", "CI/CD", "Go"]}) == [("skills", None, "Go")]


def test_publications_may_hold_more_than_their_title() -> None:
    truth = {"publications": ["How Ice Sounds"]}
    assert wrong(truth, {"publications": ["How Ice Sounds, Polarbok, 2017"]}) == []
    assert wrong(truth, {"publications": ["How Ice"]}) == [("publications", "How Ice Sounds", "How Ice")]


def test_links_of_profiles_may_be_told_by_address_or_not_at_all() -> None:
    truth = {"links": ["https://me.example.org"], "links_also": ["https://github.com/me", "me"]}
    assert wrong(truth, {"links": ["me.example.org/", "github.com/me"]}) == []
    assert wrong(truth, {"links": ["http://me.example.org", "@me"]}) == []
    assert wrong(truth, {"links": ["github.com/me"]}) == [("links", "me.example.org", None)]


def test_total_years_within_a_fifth() -> None:
    assert wrong({"total_years": 4.0}, {"total_years": 4.2}) == []
    assert wrong({"total_years": 4.0}, {"total_years": 4.25}) == [("total_years", "4.0", "4.25")]
    assert wrong({"total_years": None}, {"total_years": 1.0}) == [("total_years", None, "1.0")]
