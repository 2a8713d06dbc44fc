"""Experience, education and what else the scores rest on: from both documents to typed facts with evidence."""

from __future__ import annotations

from datetime import date

import pytest

from careercraft.match.linker import Linker
from careercraft.match.place import SAME_CITY, SAME_COUNTRY
from careercraft.model.facts import Facts
from careercraft.pipeline import Understanding, judge, make_engine
from careercraft.settings import Settings, Wishes
from tests.match.parts import TODAY, job_side, posting, resume, resume_side


def facts(
    resume_text: str, job_text: str, linker: Linker, wishes: Wishes | None = None, today: date = TODAY
) -> Facts:
    """As the pipeline gathers them."""
    understood = Understanding(resume=resume_side(resume_text, linker), job=job_side(job_text, linker))
    settings = Settings(wishes=wishes or Wishes())
    engine = make_engine("0", "", "", settings, today)
    return judge(understood, linker, settings, today, engine, "").facts


JOB = posting("4+ years of experience\nPython\nDocker", title="Senior Software Engineer")


def test_years_of_the_same_kind_of_work_count(linker: Linker) -> None:
    text = (
        "Jane Doe\njane@example.com\n\nExperience\n\nSoftware Engineer, Acme Corp\nJan 2023 - Dec 2024\n- Python\n\n"
        "Line Cook, The Green Door\nJan 2018 - Dec 2022\n- Cooked for 200 guests\n"
    )
    found = facts(text, JOB, linker).experience
    assert found.total_years == pytest.approx(7.0)
    assert found.relevant_years == pytest.approx(2.0)
    assert [(ask.years, ask.found) for ask in found.asked] == [(4.0, 2.0)]
    cook, engineer = sorted(found.work, key=lambda work: work.relevance)
    assert engineer.label.startswith("Software Engineer")
    assert engineer.relevance == 1.0
    assert cook.relevance < 0.5


def test_shared_skills_make_another_title_relevant(linker: Linker) -> None:
    text = resume(work="Python and Docker\nGit, SQL", title="Wizard", dates="Jan 2023 - Dec 2024")
    job = posting("4 years of experience\nPython\nDocker\nGit\nSQL")
    found = facts(text, job, linker).experience
    assert found.relevant_years == pytest.approx(2.0)
    assert 0.5 <= found.work[0].relevance < 1.0


def jobs(*entries: tuple[str, str, str]) -> str:
    """(title, dates, bullet) of each position."""
    parts = [f"{title}, Acme Corp\n{dates}\n- {bullet}\n" for title, dates, bullet in entries]
    return "Jane Doe\njane@example.com\n\nExperience\n\n" + "\n".join(parts)


def test_a_position_that_is_near_counts_in_part(linker: Linker) -> None:
    job = posting("4 years of experience\nPython\nDocker\nTerraform\nPostgreSQL")
    years = []
    for shown in (
        "Python",
        "Python and Docker",
        "Python, Docker and Terraform",
        "Python, Docker, Terraform, PostgreSQL",
    ):
        found = facts(jobs(("Wizard", "Jan 2021 - Dec 2024", shown)), job, linker).experience
        years.append(found.asked[0].found or 0.0)
    assert years[0] == years[1] == 0.0
    assert 0.0 < years[2] < years[3] == 4.0


def test_what_counts_in_part_adds_no_year_twice(linker: Linker) -> None:
    """A near position beside a relevant one at the same time adds nothing."""
    job = posting("4 years of experience\nPython\nDocker\nTerraform\nPostgreSQL", title="Software Engineer")
    main = ("Software Engineer", "Jan 2023 - Dec 2024", "Python")
    beside = ("Wizard", "Jan 2023 - Dec 2024", "Python, Docker and Terraform")
    before = ("Wizard", "Jan 2021 - Dec 2022", "Python, Docker and Terraform")
    years = [
        facts(jobs(main, *more), job, linker).experience.asked[0].found for more in ((), (beside,), (before,))
    ]
    assert years[0] == years[1] == 2.0
    assert 2.0 < (years[2] or 0.0) < 4.0


def test_years_asked_in_two_kinds_of_work_are_shared_out(linker: Linker) -> None:
    job = posting(
        "4 years of experience as a Java developer\n2 years of experience as an application developer",
        title="Java Developer",
    )
    text = jobs(
        ("Java Developer", "Jan 2022 - Dec 2024", "Wrote Java"),
        ("Application Developer", "Jan 2019 - Dec 2021", "Wrote forms"),
    )
    assert [ask.found for ask in facts(text, job, linker).experience.asked] == [3.0, 3.0]


def test_the_years_of_a_title_are_experience_and_those_of_a_skill_are_not(linker: Linker) -> None:
    job = posting(
        "4 years of experience as a Python developer\n3 years of experience with SQL", title="Analyst"
    )
    asked = facts(jobs(("Cook", "Jan 2022 - Dec 2024", "Cooked")), job, linker).experience.asked
    assert [ask.label for ask in asked] == ["Python developer"]


def test_undated_work_is_unknown_and_no_work_is_none(linker: Linker) -> None:
    undated = "Jane Doe\njane@example.com\n\nExperience\n\nSoftware Engineer, Acme Corp\n- Wrote Python\n"
    found = facts(undated, JOB, linker).experience
    assert (found.total_years, found.relevant_years) == (None, None)
    assert [ask.found for ask in found.asked] == [None]
    none = facts(resume(skills="Python"), JOB, linker).experience
    assert [ask.found for ask in none.asked] == [0.0]
    assert none.relevant_years == 0.0


def test_levels_come_from_the_titles(linker: Linker) -> None:
    found = facts(resume(work="Python", title="Junior Software Engineer"), JOB, linker).experience
    assert (found.resume_level, found.job_level) == ("junior", "senior")
    assert "Junior" in found.level_evidence[0].quote


def test_today_is_where_present_ends(linker: Linker) -> None:
    text = resume(work="Python", title="Software Engineer", dates="Jan 2022 - Present")
    years = [
        facts(text, JOB, linker, today=date(year, 12, 31)).experience.total_years for year in (2023, 2025)
    ]
    assert years == [2.0, 4.0]


DEGREE = posting("Python\nBachelor's degree in Computer Science or equivalent experience\nGit")


def test_a_degree_and_its_field(linker: Linker) -> None:
    text = resume(work="Python", education="BSc Computer Science, Example University, 2016 - 2020")
    found = facts(text, DEGREE, linker).education
    assert (found.asked_level, found.found_level, found.field_match) == ("bachelor", "bachelor", 1.0)
    assert found.or_equivalent
    assert found.found_known
    assert "Computer Science" in found.found_evidence[0].quote


def test_another_field_is_further_away(linker: Linker) -> None:
    near, far = (
        facts(resume(work="Python", education=f"BSc {field}, Example University, 2020"), DEGREE, linker)
        for field in ("Informatics", "Theology")
    )
    assert near.education.field_match is not None
    assert far.education.field_match is not None
    assert 1.0 >= near.education.field_match > far.education.field_match


def test_the_highest_degree_counts(linker: Linker) -> None:
    text = resume(
        work="Python",
        education="BSc Physics, Example University, 2012 - 2015\n\nMSc Physics, Example University, 2015 - 2017",
    )
    assert facts(text, DEGREE, linker).education.found_level == "master"


def test_silence_is_unknown(linker: Linker) -> None:
    found = facts(resume(work="Python"), posting("Python\nGit"), linker)
    assert found.education.asked_level is None
    assert not found.education.found_known
    assert found.location.nearness is None
    assert found.location.mode is None
    assert found.salary.maximum is None
    assert found.culture == ()
    assert found.hard == ()


def test_a_wish_for_a_place_replaces_the_resumes(linker: Linker) -> None:
    text = "Jane Doe\nSeattle, WA\njane@example.com\n\nSkills\nPython\n"
    job = "Software Engineer\nAcme Corp\nLocation: Boston, MA\n\nRequirements\n- Python\n- Git\n- SQL\n"
    away = facts(text, job, linker).location
    assert away.nearness == SAME_COUNTRY
    assert away.found_evidence[0].quote == "Seattle, WA"
    moved = facts(text, job, linker, Wishes(location="Boston, MA")).location
    assert (moved.nearness, moved.resume_place, moved.found_evidence) == (SAME_CITY, "Boston, MA", ())


def test_quality_says_how_much_was_there(linker: Linker) -> None:
    full = facts(resume(work="Python", education="BSc Physics, Example University, 2020"), JOB, linker)
    bare = facts("Jane\n\nSkills\nPython, Docker, Git and much more of the same\n", JOB, linker)
    assert 0 <= bare.resume_quality < full.resume_quality <= 1
    assert 0 < full.job_quality <= 1


ENGINEERS = (
    "Jane Doe\njane@example.com\n\nExperience\n\nBackend Engineer, Acme Corp\nJan 2023 - Dec 2024\n- Wrote Go\n\n"
    "Software Engineer, Example Inc\nJan 2018 - Dec 2022\n- Wrote Java\n"
)


def test_a_position_counts_for_the_kind_of_work_that_it_is_most_like(linker: Linker) -> None:
    job = posting("3 years of experience as a software engineer\n2 years of experience as a backend engineer")
    asked = facts(ENGINEERS, job, linker).experience.asked
    assert [(ask.label, ask.found) for ask in asked] == [
        ("software engineer", 5.0),
        ("backend engineer", 2.0),
    ]


def test_a_position_like_two_kinds_alike_counts_for_both(linker: Linker) -> None:
    job = posting("3 years of experience as a nurse", "5 years of experience as a nurse", title="Nurse")
    text = resume(work="Cared", title="Nurse", dates="Jan 2023 - Dec 2024")
    assert [ask.found for ask in facts(text, job, linker).experience.asked] == [2.0, 2.0]


def test_skills_of_all_trades_make_no_two_jobs_alike(linker: Linker) -> None:
    common = "Excel\nBudgeting\nScheduling\nReporting"
    found = facts(resume(work=common, title="Crane Operator"), posting(common, title="Nurse"), linker)
    assert found.experience.work[0].relevance == 0.0


def test_half_of_the_skills_that_tell_earn_half_of_their_part(linker: Linker) -> None:
    job = posting("Python\nDocker", title="Nurse")
    found = facts(resume(work="Python, Docker", title="Crane Operator"), job, linker)
    assert found.experience.work[0].relevance == 0.3


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("Java\n3 years of experience as a Java developer", ["Java developer"]),  # of a title
        ("Java\n3 years of Java", []),  # of a skill
        ("Food safety\n3 years of food safety", ["food safety"]),  # no technical one
    ],
)
def test_years_of_a_title_are_experience_and_years_of_a_skill_are_not(
    linker: Linker, line: str, labels: list[str]
) -> None:
    found = facts(resume(work="Java, food safety"), posting(line, title="Team Lead"), linker)
    assert [ask.label for ask in found.experience.asked] == labels


def test_title_and_skills_leave_less_to_doubt_together(linker: Linker) -> None:
    """1 - (1 - title)(1 - skills), not the better of the two."""

    def relevance(work: str) -> float:
        job = posting("Python\nDocker", title="Pediatric Nurse")
        return facts(resume(work=work, title="Nurse"), job, linker).experience.work[0].relevance

    title = relevance("Cared for children")
    assert 0.0 < title < 1.0
    assert relevance("Python, Docker") == pytest.approx(1 - (1 - title) * (1 - 0.3), abs=0.011)


def test_years_asked_in_a_skill_that_is_no_technical_one_count_where_it_is_shown(linker: Linker) -> None:
    text = resume(work="Food safety", title="Crane Operator", dates="Jan 2023 - Dec 2024")
    asked = facts(text, posting("3 years of food safety", title="Team Lead"), linker).experience.asked
    assert [(ask.label, ask.found) for ask in asked] == [("food safety", 2.0)]
