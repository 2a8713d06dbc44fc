"""How somebody was employed: part-time with its share, internships, contracts, and titles that only sound so."""

from __future__ import annotations

from datetime import date

import pytest

from careercraft.parse.employment import employment_of
from careercraft.parse.experience import experience_of
from tests.parse.resumes import parse, value

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("head", "title", "employment", "share"),
    [
        ("Teacher (50 %), City School", "Teacher (50 %)", "part_time", 0.5),
        ("Bank Nurse (part-time), City Hospital", "Bank Nurse (part-time)", "part_time", None),
        ("Barista    Corner Cafe    20 h/week", "Barista", "part_time", 0.5),
        ("Pflegefachfrau, Klinik Nord, Teilzeit 60 %", "Pflegefachfrau", "part_time", 0.6),
        ("Lecturer    0.4 FTE    Leeds University", "Lecturer", "part_time", 0.4),
        ("Werkstudentin, BMW AG", "Werkstudentin", "part_time", None),
        ("Praktikant, Siemens AG", "Praktikant", "internship", None),
        ("Becaria, Hotel Sol", "Becaria", "internship", None),
        ("Freelance Illustrator, Studio Nine", "Freelance Illustrator", "contract", None),
        ("Stage Manager, Old Theatre", "Stage Manager", None, None),
        ("Volunteer Coordinator, Red Cross", "Volunteer Coordinator", None, None),
        ("Contract Manager, Acme Inc", "Contract Manager", None, None),
    ],
)
def test_kind_and_share(head: str, title: str, employment: str | None, share: float | None) -> None:
    (work,) = parse(f"Ada Brown\nada@x.org\n\nExperience\n{head}, 2018 – 2020\n- Did things\n").work
    assert (value(work.title), work.employment, work.share) == (title, employment, share)


def test_somebody_of_their_own_is_the_employer() -> None:
    (work,) = parse(
        "Ada Brown\nada@x.org\n\nExperience\nDoula | Self-employed | York, UK | 2015 – 2019\n- Helped\n"
    ).work
    assert (value(work.employer), work.employment) == ("Self-employed", "contract")


@pytest.mark.parametrize(
    "title", ["Stage en marketing", "Tirocinante", "Estagiária", "Research Intern", "Co-op Student"]
)
def test_internships(title: str) -> None:
    assert employment_of(title) == "internship"


@pytest.mark.parametrize("title", ["Internal Auditor", "Stagehand", "Co-op Manager", "Externalities Analyst"])
def test_no_internships(title: str) -> None:
    assert employment_of(title) is None


def test_what_the_work_adds_up_to() -> None:
    resume = parse(
        "Ada Brown\nada@x.org\n\nExperience\nCook, Harbor Grill, Jan 2018 – Dec 2019\n- A\n"
        "Barista (part-time), Corner Cafe, Jan 2019 – Dec 2020\n- B\n"
        "Kitchen Intern, Blue Door, Jan 2016 – Jun 2016\n- C\n\n"
        "Education\nBSc Physics, Lund University, 2010 – 2015\n"
    )
    sums = experience_of(resume.work, TODAY)
    assert (sums.total_years, sums.internship_years, sums.part_time_years) == (3.5, 0.5, 2.0)
    assert sums.by_title == {"Cook": 2.0, "Barista (part-time)": 2.0, "Kitchen Intern": 0.5}
    assert [(gap.start.year, gap.start.month, gap.months) for gap in sums.gaps] == [(2016, 7, 18)]


def test_nothing_dated_gives_no_years() -> None:
    sums = experience_of(parse("Ada Brown\n\nExperience\nCook, Harbor Grill\n- A\n").work, TODAY)
    assert (sums.total_years, sums.by_title, sums.gaps) == (None, {}, ())
