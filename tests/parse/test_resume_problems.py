"""What is said of a file that is no resume, or hardly one."""

from __future__ import annotations

import pytest

from tests.parse.resumes import parse

POSTINGS = {
    "headings": """
        Electrician II

        ABOUT US
        Brightline Electric keeps the lights on in three counties.

        ESSENTIAL FUNCTIONS
        - Install and repair wiring
        - Read blueprints

        QUALIFICATIONS
        - Journeyman license
        - Ability to lift 50 lbs

        BENEFITS
        - Paid holidays
    """,
    "prose": """
        Brightline Electric is hiring an electrician in Leeds. You will install and repair wiring in homes, and you
        have a valid license. At least 3 years of practice are required. We are an equal opportunity employer.
        Send your application to jobs@brightline.example.
    """,
    "german": """
        Elektriker (m/w/d)

        Wir suchen einen Elektriker für unser Team in Bremen.

        Ihre Aufgaben
        - Leitungen verlegen

        Ihr Profil
        - Abgeschlossene Ausbildung
    """,
}
RESUMES = {
    "duties under a position": """
        Jane Public
        jane@example.org

        EXPERIENCE
        Electrician, Brightline Electric, 2018 - 2020
        Responsibilities:
        - Install and repair wiring
        Requirements: journeyman license
        QUALIFICATIONS
        - Ability to lift 50 lbs
    """,
    "without dates or email": """
        Jane Public

        QUALIFICATIONS
        - Ability to lift 50 lbs
        - Journeyman license

        EXPERIENCE
        Electrician, Brightline Electric
        - Installed and repaired wiring for your neighbors
    """,
    "a letter's words": """
        Jane Public

        SUMMARY
        I am looking for a company where my experience helps your team. You will find me ready to join your mission.

        EXPERIENCE
        Electrician, Brightline Electric
    """,
}


def codes(text: str) -> list[str]:
    return [problem.code for problem in parse("\n".join(line.strip() for line in text.splitlines())).problems]


@pytest.mark.parametrize("name", sorted(POSTINGS))
def test_a_posting_is_no_resume(name: str) -> None:
    assert "looks_like_job" in codes(POSTINGS[name])


@pytest.mark.parametrize("name", sorted(RESUMES))
def test_a_resume_is_no_posting(name: str) -> None:
    assert "looks_like_job" not in codes(RESUMES[name])


@pytest.mark.parametrize(
    ("text", "words"), [("hello big world", "3 words"), ("https://example.org/careers/123", "1 word,")]
)
def test_a_few_words_are_no_resume(text: str, words: str) -> None:
    (problem,) = [problem for problem in parse(text).problems if problem.code == "too_short"]
    assert problem.severity == "error"
    assert words in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "Jane Public\n\nSkills\nSQL\n",
        "Jane Public\njane@example.org\n",
        "Jane Public\n\nEducation\nBSc, Lund University\n",
        "word " * 25,
    ],
)
def test_little_is_enough_where_it_says_something(text: str) -> None:
    assert "too_short" not in codes(text)
