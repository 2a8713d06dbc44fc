"""Jobs and degrees without headings, and several on one line."""

from __future__ import annotations

import pytest

from careercraft.model.resume import Resume
from tests.parse.resumes import parse as parsed

TOP = "Ana Ruiz\nana@example.com\n\n"
DEGREE = "Bachelor of Science in Nursing, Lund University\n\n"
SKILLS = "Wound care; triage; patient education; Excel.\n\n"


def jobs(resume: Resume) -> list[tuple[str | None, int | None, int | None]]:
    return [
        (
            work.title.value if work.title else None,
            work.dates.start.year if work.dates and work.dates.start else None,
            work.dates.end.year if work.dates and work.dates.end else None,
        )
        for work in resume.work
    ]


NURSE = [("Staff Nurse", 2018, 2022), ("Care Assistant", 2014, 2018)]


@pytest.mark.parametrize(
    "told",
    [
        "Staff Nurse (2018 - 2022); Care Assistant (2014 - 2018).",
        "Staff Nurse (2018 - 2022). Care Assistant (2014 - 2018).",
        "Staff Nurse (2018 - 2022): Ran the night shift of the ward.\nCare Assistant (2014 - 2018): Helped at meals.",
        "Worked as a Staff Nurse from 2018 to 2022; served as a Care Assistant between 2014 and 2018.",
        "Staff Nurse\n2018 - 2022\nRan the night shift of the ward.\n\nCare Assistant\n2014 - 2018\nHelped at meals.",
    ],
)
def test_jobs_under_no_heading(told: str) -> None:
    resume = parsed(f"{TOP}{DEGREE}{SKILLS}{told}\n")
    assert jobs(resume) == NURSE
    assert [school.level for school in resume.education] == ["bachelor"]
    assert "triage" in [item.text.value for group in resume.skills for item in group.items]
    assert resume.name is not None
    assert resume.name.value == "Ana Ruiz"


def test_several_jobs_on_a_line_under_a_heading() -> None:
    resume = parsed(f"{TOP}Experience\nStaff Nurse (2018 - 2022); Care Assistant (2014 - 2018).\n")
    assert jobs(resume) == NURSE


@pytest.mark.parametrize(
    "told",
    [
        "I studied from 2014 to 2018 and liked it; I travelled from 2018 to 2020.",
        "Bachelor of Arts in History (2014 - 2018); Master of Arts in History (2018 - 2020).",
    ],
)
def test_periods_without_a_job_are_none(told: str) -> None:
    assert jobs(parsed(f"{TOP}{SKILLS}{told}\n")) == []


def test_where_a_heading_names_the_jobs_the_header_holds_none() -> None:
    text = "Ana Ruiz\nNurse (since 2018)\nana@example.com\n\nExperience\nCare Assistant (2014 - 2018)\n- Helped\n"
    assert [title for title, *_ in jobs(parsed(text))] == ["Care Assistant"]


@pytest.mark.parametrize(
    "told",
    [
        "2018 - 2022 at Dice as an Allrounder: Kept the ward.\n2014 - 2018 at Inn as a Runaround: Helped.",
    ],
)
def test_jobs_whose_titles_are_no_known_words_are_told_by_as(told: str) -> None:
    """ "As an …" and a period tell a job, whatever the title."""
    assert jobs(parsed(f"{TOP}{SKILLS}{told}\n")) == [("Allrounder", 2018, 2022), ("Runaround", 2014, 2018)]


def test_one_job_and_what_follows_it_on_a_line_is_not_cut() -> None:
    resume = parsed(f"{TOP}Experience\nStaff Nurse (2018 - 2022); night shifts; wound care.\n")
    assert jobs(resume) == [("Staff Nurse", 2018, 2022)]
    assert [bullet.value for bullet in resume.work[0].bullets] == ["night shifts; wound care."]


def test_a_list_under_a_job_belongs_to_it() -> None:
    resume = parsed(f"{TOP}Staff Nurse (2018 - 2022)\nWound care; triage; patient education; Excel.\n")
    assert [bullet.value for bullet in resume.work[0].bullets] == [
        "Wound care; triage; patient education; Excel."
    ]
    assert resume.skills == ()


@pytest.mark.parametrize("first", ["Driving", "Care of old people at home"])
def test_a_list_of_four_items_above_the_jobs_is_skills(first: str) -> None:
    told = "Staff Nurse (2018 - 2022). Care Assistant (2014 - 2018)."
    resume = parsed(f"{TOP}{first}; triage; patient education; Excel.\n\n{told}\n")
    assert jobs(resume) == NURSE
    assert [item.text.value for group in resume.skills for item in group.items][:2] == [first, "triage"]


def test_the_title_and_the_employer_above_a_lone_period() -> None:
    told = "Staff Nurse\nMercy Hospital\n2018 - 2022\nRan nights.\n\nCare Assistant\nOak Home\n2014 - 2018\nHelped."
    resume = parsed(f"{TOP}{SKILLS}{told}\n")
    assert jobs(resume) == NURSE
    assert [work.employer and work.employer.value for work in resume.work] == ["Mercy Hospital", "Oak Home"]


def test_no_line_of_another_paragraph_is_a_title() -> None:
    told = "A line of its own\n\nStaff Nurse\n2018 - 2022\nRan the night shift of the ward."
    assert jobs(parsed(f"{TOP}{SKILLS}{told}\n")) == [("Staff Nurse", 2018, 2022)]


def test_a_title_before_its_dates_goes_before_what_the_words_tell() -> None:
    told = (
        "File Clerk (2017 - 2020): Sorted the mail of nine teams as a result of a new plan.\n"
        "Cook (2014 - 2017): Cooked for guests as part of a team of nine."
    )
    assert jobs(parsed(f"{TOP}Experience\n{told}\n")) == [("File Clerk", 2017, 2020), ("Cook", 2014, 2017)]


def test_a_deed_before_its_dates_is_no_title() -> None:
    told = "Managed teams 2017 - 2020 as a Store Manager of a shop in the town of York."
    assert jobs(parsed(f"{TOP}Experience\n{told}\n")) == [("Store Manager of a shop", 2017, 2020)]


def test_a_birth_date_is_no_job_and_hides_none() -> None:
    told = (
        "I worked as a Staff Nurse from 2018 to 2022 at Mercy and liked the night shifts of the ward there."
    )
    plain = jobs(parsed(f"{TOP}{SKILLS}{told}\n"))
    assert len(plain) == 1
    assert jobs(parsed(f"Ana Ruiz\nana@example.com\nDOB 1984-07-30\n\n{SKILLS}{told}\n")) == plain
