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
