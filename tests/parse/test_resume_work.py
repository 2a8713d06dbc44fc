"""Work entries in the layouts that resumes use."""

from __future__ import annotations

import pytest

from tests.parse.resumes import in_work, parse, value

CHEF = ("Chef", "Harbor Grill LLC", "2018-03/now")
COOK = ("Line Cook", "Blue Door Bistro", "2015-06/2018-02")


@pytest.mark.parametrize(
    "lines",
    [
        (
            "Chef, Harbor Grill LLC, Boston, MA    March 2018 – present", "- Ran a team of nine",
            "Line Cook, Blue Door Bistro, Salem, MA    June 2015 – Feb 2018", "- Cooked",
        ),
        (
            "Chef    March 2018 – present", "Harbor Grill LLC, Boston, MA", "- Ran a team of nine", "",
            "Line Cook    June 2015 – Feb 2018", "Blue Door Bistro, Salem, MA", "- Cooked",
        ),
        (
            "Harbor Grill LLC    Boston, MA", "Chef    March 2018 – present", "- Ran a team of nine", "",
            "Blue Door Bistro    Salem, MA", "Line Cook    June 2015 – Feb 2018", "- Cooked",
        ),
        (
            "Chef | Harbor Grill LLC | 03/2018 - Present", "- Ran a team of nine",
            "Line Cook | Blue Door Bistro | 06/2015 - 02/2018", "- Cooked",
        ),
        (
            "Chef at Harbor Grill LLC, 03/2018 to now", "Ran a team of nine people in a busy kitchen.", "",
            "Line Cook at Blue Door Bistro, 06/2015 to 02/2018", "Cooked for two hundred guests a night.",
        ),
        (
            "03/2018 – present    Chef, Harbor Grill LLC, Boston, MA", "• Ran a team of nine",
            "06/2015 – 02/2018    Line Cook, Blue Door Bistro, Salem, MA", "• Cooked",
        ),
        (
            "March 2018 - Current", "Harbor Grill LLC － Boston , MA", "Chef", "• Ran a team of nine",
            "June 2015 - February 2018", "Blue Door Bistro － Salem , MA", "Line Cook", "• Cooked",
        ),
        (
            "Harbor Grill LLC", "Chef", "March 2018 – present", "- Ran a team of nine", "",
            "Blue Door Bistro", "Line Cook", "June 2015 – February 2018", "- Cooked",
        ),
        (
            "Position: Chef", "Company: Harbor Grill LLC", "Duration: March 2018 - present", "- Ran a team", "",
            "Position: Line Cook", "Company: Blue Door Bistro", "Duration: June 2015 - February 2018", "- Cooked",
        ),
    ],
)  # fmt: skip
def test_the_same_two_jobs_in_many_layouts(lines: tuple[str, ...]) -> None:
    assert in_work(*lines) == [CHEF, COOK]


def test_numbered_list_items_are_entries() -> None:
    found = in_work("1. Junior Systems Admin (2019 - 2023)", "2. Desktop Analyst - Mac team (2014 - 2019)")
    assert [entry[2] for entry in found] == ["2019-00/2023-00", "2014-00/2019-00"]
    assert found[0][0] == "Junior Systems Admin"


def test_dated_bullets_of_a_dated_entry_are_no_entries() -> None:
    found = in_work(
        "Chef, Harbor Grill LLC    2018 – 2020", "- Raised profit by 20% from 2018 to 2020", "- Cooked"
    )
    assert [entry[0] for entry in found] == ["Chef"]


def test_several_positions_under_one_employer() -> None:
    found = in_work(
        "Seton Medical Center, Austin, TX",
        "Charge Nurse    June 2019 - Present", "- Supervised fourteen nurses",
        "Staff Nurse    Jan 2016 - May 2019", "- Cared for five patients",
    )  # fmt: skip
    assert found == [
        ("Charge Nurse", "Seton Medical Center", "2019-06/now"),
        ("Staff Nurse", "Seton Medical Center", "2016-01/2019-05"),
    ]


def test_sentences_that_tell_of_jobs() -> None:
    found = in_work(
        "Worked as a Survey Researcher between 2013 and 2016, measuring roads.",
        "2008 - 2013: Worked as a Hydrologic Technician, conducted field work.",
    )
    assert [(title, dates) for title, _, dates in found] == [
        ("Survey Researcher", "2013-00/2016-00"),
        ("Hydrologic Technician", "2008-00/2013-00"),
    ]


def test_a_title_with_dashes_stays_whole() -> None:
    found = in_work("- Coating - painting - and spraying machine setters (2011 - 2014)")
    assert found[0][0] == "Coating - painting - and spraying machine setters"


def test_entries_without_dates() -> None:
    found = in_work(
        "Provisioning Analyst, Apex Corp",
        "- Analyzed spares",
        "",
        "Warehouse Clerk, Home Goods Inc",
        "- Packed",
    )
    assert [entry[:2] for entry in found] == [
        ("Provisioning Analyst", "Apex Corp"),
        ("Warehouse Clerk", "Home Goods Inc"),
    ]


def test_internships_and_part_time_are_marked() -> None:
    resume = parse(
        "Ada Brown\n\nExperience\nResearch Intern, Acme Labs, May 2020 - Aug 2020\n- A\n"
        "Barista (part-time), Corner Cafe, 2018 - 2019\n- B\n\nVolunteering\nMentor, Code Club, 2019 - 2021\n"
    )
    assert [work.employment for work in resume.work] == ["internship", "part_time"]
    assert [work.employment for work in resume.volunteer] == ["volunteer"]


def test_wrapped_bullets_are_joined() -> None:
    (work,) = parse(
        "Ada Brown\n\nExperience\nNurse, City Hospital, 2018 - 2020\n"
        "- Trained twelve new colleagues in the handling of\n  infusion pumps\n- Led rounds\n"
    ).work
    assert [bullet.value for bullet in work.bullets] == [
        "Trained twelve new colleagues in the handling of infusion pumps",
        "Led rounds",
    ]


def test_a_place_with_remote_work() -> None:
    (work,) = parse("Ada Brown\n\nExperience\nDesigner | Studio Nine | Remote | 2020 - 2022\n- Drew\n").work
    assert value(work.location) == "Remote"
    assert value(work.employer) == "Studio Nine"


def test_two_titles_with_a_slash_are_one() -> None:
    found = in_work(
        "Staff Nurse / Charge Nurse    06/2022 – present", "Olentangy Medical Center, Columbus, OH", "- Care"
    )
    assert found == [("Staff Nurse / Charge Nurse", "Olentangy Medical Center", "2022-06/now")]


def test_an_empty_line_before_every_paragraph_parts_nothing() -> None:
    found = in_work(
        "", "Chef    2018 – 2020", "", "Harbor Grill", "", "Cook    2015 – 2018", "", "Blue Door", ""
    )
    assert [entry[:2] for entry in found] == [("Chef", "Harbor Grill"), ("Cook", "Blue Door")]


def test_silent_words_follow_the_order_of_the_other_entries() -> None:
    found = in_work(
        "Harbor Grill LLC, Chef, 2018 – 2020",
        "- Ran a team",
        "Blue Door, Wok Wizard, 2015 – 2018",
        "- Cooked",
    )
    assert found[1][:2] == ("Wok Wizard", "Blue Door")


SPOON_LINES = ("Line Cook", "The Copper Spoon", "June 2016 to April 2021")
HARBOR_LINES = ("Prep Cook", "Harbor House", "May 2014 to June 2016")
SPOON = ("Line Cook", "The Copper Spoon", "2016-06/2021-04")
HARBOR = ("Prep Cook", "Harbor House", "2014-05/2016-06")


@pytest.mark.parametrize(
    "told",
    [
        ["Grill and sauté stations. Made fresh pasta every day."],
        ["Grill and sauté stations.", "Made fresh pasta every day."],
        ["Ran the pass on a Friday."],
        ["Grill and sauté stations", "Fresh pasta every day"],
        ["The grill, the sauté station and all the stocks."],
    ],
)
def test_prose_under_an_entry_is_no_title(told: list[str]) -> None:
    assert in_work(*SPOON_LINES, *told) == [SPOON]
    assert in_work(*SPOON_LINES, *told, *HARBOR_LINES, "Cold station. Inventory.") == [SPOON, HARBOR]
    assert in_work(*SPOON_LINES, *told, "", *HARBOR_LINES, "Cold station. Inventory.") == [SPOON, HARBOR]


def test_prose_after_dates_that_stand_first() -> None:
    assert in_work(
        SPOON_LINES[2],
        *SPOON_LINES[:2],
        "Grill and sauté stations. Made fresh pasta.",
        HARBOR_LINES[2],
        *HARBOR_LINES[:2],
        "Cold station.",
    ) == [SPOON, HARBOR]


def test_an_entry_told_in_one_line() -> None:
    line = " / ".join(SPOON_LINES) + " / Grill and sauté stations. Made fresh pasta every day."
    assert in_work(line) == [SPOON]
