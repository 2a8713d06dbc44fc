"""What a resume shows of a skill: where, whether used, for how long, at which level."""

from __future__ import annotations

from datetime import date

import pytest

from careercraft.match.linker import Linker
from tests.match.parts import resume, resume_side, uses


def test_a_deed_is_a_use_and_a_list_is_none(names_only: Linker) -> None:
    text = resume(summary="Likes Java", work="Wrote services in Java", skills="Kotlin")
    found = uses(text, names_only)
    assert found["java"].shown.ways() == ("listed", "used", "recent")
    assert found["kotlin"].shown.ways() == ("listed",)
    assert text[: found["java"].mentions[0].span.start].endswith("services in ")  # the deed comes first


def test_a_second_position_is_a_repeat_and_an_old_one_is_not_recent(names_only: Linker) -> None:
    first = "Developer, Acme Corp\n{}\n- Java\n"
    second = "\nDeveloper, Beta Ltd\nJan 2010 - Dec 2012\n- Java and Kotlin\n"
    text = f"Jane Doe\njane@example.com\n\nExperience\n\n{first}{second}"
    found = uses(text.format("Jan 2014 - Dec 2016"), names_only)
    assert found["java"].shown.ways() == ("used", "repeated")
    assert found["kotlin"].shown.ways() == ("used",)
    found = uses(text.format("Jan 2014 - Present"), names_only)
    assert found["java"].shown.ways() == ("used", "repeated", "recent")


def test_years_are_those_of_the_positions_that_show_it(names_only: Linker) -> None:
    text = resume(work="Wrote services in Java", skills="Kotlin", dates="Jan 2022 - Dec 2023")
    found = uses(text, names_only)
    assert found["java"].years == pytest.approx(2.0, abs=0.01)
    assert found["kotlin"].years is None


def test_overlapping_positions_count_once(names_only: Linker) -> None:
    text = (
        "Jane Doe\njane@example.com\n\nExperience\n\nDeveloper, Acme Corp\nJan 2020 - Dec 2021\n- Java\n\n"
        "Developer, Beta Ltd\nJan 2021 - Dec 2022\n- Java\n"
    )
    assert uses(text, names_only)["java"].years == pytest.approx(3.0, abs=0.01)


def test_present_means_the_day_given(names_only: Linker) -> None:
    text = resume(work="Java", dates="Jan 2022 - Present")
    early, late = (uses(text, names_only, date(year, 1, 31))["java"].years for year in (2023, 2026))
    assert early == pytest.approx(1.08, abs=0.02)
    assert late == pytest.approx(4.08, abs=0.02)


def test_years_and_level_beside_an_item(names_only: Linker) -> None:
    found = uses(resume(work="Wrote Kotlin", skills="Java (4 years), Kotlin (advanced)"), names_only)
    assert found["java"].years == 4.0
    assert found["kotlin"].level == "advanced"


def test_undated_positions_leave_the_years_open(names_only: Linker) -> None:
    text = (
        "Jane Doe\njane@example.com\n\nExperience\n\nDeveloper, Acme Corp\n- Wrote Java\n\nSkills\nKotlin\n"
    )
    assert uses(text, names_only)["java"].years is None


def test_ids_come_in_order(names_only: Linker) -> None:
    found = uses(resume(skills="Kotlin, Java, JavaScript"), names_only)
    assert list(found) == ["java", "javascript", "kotlin"]


def test_an_employer_in_brackets_may_be_what_it_was_about(linker: Linker) -> None:
    def named(head: str) -> bool:
        text = f"Jane Doe\njane@example.com\n\nExperience\n\n{head}\nJan 2020 - Dec 2022\n- Kept the servers running\n"
        return "oracle-database" in {hit.skill_id for hit in resume_side(text, linker).mentions}

    assert named("Senior Administrator\n(Oracle)")
    assert not named("Administrator, Oracle")
