"""However a posting is laid out, the same asks come out with the same strength."""

from __future__ import annotations

import pytest

from careercraft.model.document import Document
from careercraft.model.job import Job
from careercraft.parse.job import parse_job
from careercraft.read import read_text

ASKS = [
    ("5+ years of experience in data engineering", "must"),
    ("Python and SQL", "must"),
    ("Airflow", "nice"),
    ("dbt", "nice"),
]
DUTIES = ["Build pipelines", "Own data quality"]

LINES = {
    "bullets": """Data Engineer

    Requirements
    • 5+ years of experience in data engineering
    • Python and SQL

    Nice to have
    • Airflow
    • dbt

    Responsibilities
    • Build pipelines
    • Own data quality
    """,
    "numbers and capitals": """DATA ENGINEER

REQUIREMENTS
1. 5+ years of experience in data engineering
2. Python and SQL

NICE TO HAVE
1. Airflow
2. dbt

RESPONSIBILITIES
1. Build pipelines
2. Own data quality
""",
    "colons and stars": """Data Engineer
What you bring:
* 5+ years of experience in data engineering
* Python and SQL
Bonus points:
* Airflow
* dbt
What you'll do:
* Build pipelines
* Own data quality
""",
    "no bullets": """Data Engineer

Minimum Qualifications
5+ years of experience in data engineering
Python and SQL

Nice to have
Airflow
dbt

Key Responsibilities
Build pipelines
Own data quality
""",
    "pasted on one line": (
        "Data Engineer Requirements: - 5+ years of experience in data engineering - Python and SQL "
        "Nice to have: - Airflow - dbt Responsibilities: - Build pipelines - Own data quality"
    ),
    "pasted with Markdown signs": (
        "## Job title Data Engineer ## Required Skills 1. 5+ years of experience in data engineering 2. Python and SQL "
        "## Nice to have 1. Airflow 2. dbt ## Responsibilities 1. Build pipelines 2. Own data quality"
    ),
}


def parse(text: str, name: str = "job.txt") -> Job:
    return parse_job(read_text(text, name))


def of_kind(job: Job, kind: str) -> list[str]:
    return [statement.text.value for statement in job.statements if statement.kind == kind]


@pytest.mark.parametrize("layout", LINES)
def test_same_asks_from_every_layout(layout: str) -> None:
    job = parse(LINES[layout])
    found = [(one.text.value, one.importance) for one in job.statements if one.kind == "requirement"]
    assert found == ASKS
    assert of_kind(job, "duty") == DUTIES


@pytest.mark.parametrize("layout", LINES)
def test_title_from_every_layout(layout: str) -> None:
    title = parse(LINES[layout]).title
    assert title is not None
    assert title.value.casefold() == "data engineer"


def test_markdown_headings() -> None:
    document = read_text(
        "# Baker\n\n## What you'll bring\n\n- Sourdough\n\n## Bonus\n\n- Pastry\n", "job.md", "markdown"
    )
    assert [
        (one.text.value, one.importance)
        for one in parse_job(document).statements
        if one.kind == "requirement"
    ] == [
        ("Sourdough", "must"),
        ("Pastry", "nice"),
    ]


def test_wrapped_lines_are_one_statement() -> None:
    job = parse(
        "Requirements\n\n"
        "- Experience in planning and running clinical trials of phase two and three in\n"
        "  several countries at the same time, with local partners and with central labs\n"
        "- Fluent English, since all of our documents are written and reviewed in English\n"
    )
    assert of_kind(job, "requirement") == [
        "Experience in planning and running clinical trials of phase two and three in several countries at the same "
        "time, with local partners and with central labs",
        "Fluent English, since all of our documents are written and reviewed in English",
    ]


def test_lost_line_breaks_between_items() -> None:
    job = parse(
        "Requirements\n\nAdvanced degree in statistics or a similar field Extensive experience as a biostatistician "
        "Proficiency in R or Python for daily work Strong knowledge of survival analysis and of mixed models"
    )
    assert of_kind(job, "requirement") == [
        "Advanced degree in statistics or a similar field",
        "Extensive experience as a biostatistician",
        "Proficiency in R or Python for daily work",
        "Strong knowledge of survival analysis and of mixed models",
    ]


PARAGRAPH = (
    "We are hiring a Line Cook for our kitchen in Portland, OR. You will prep, cook and plate dishes during service. "
    "You must have a valid food handler card and at least 1 year of experience in a commercial kitchen. "
    "Experience with sous-vide is a plus. We offer free meals and health insurance. "
    "All qualified applicants will receive consideration without regard to race or gender."
)


def test_one_paragraph() -> None:
    job = parse(PARAGRAPH)
    assert [(one.kind, one.importance) for one in job.statements] == [
        ("about", "nice"),
        ("duty", "preferred"),
        ("requirement", "must"),
        ("requirement", "nice"),
        ("benefit", "nice"),
        ("meta", "nice"),
    ]


def test_list_rewritten_as_prose() -> None:
    job = parse(
        "Junior Administrator. Analysis: Ability to analyze system errors. Networking: TCP/IP and LAN. "
        "Mastered shift planning. At least 4 years as a Junior Administrator. Running system checkups."
    )
    assert "Networking: TCP/IP and LAN." in of_kind(job, "requirement")
    assert "Mastered shift planning." in of_kind(job, "requirement")
    assert of_kind(job, "duty") == ["Running system checkups."]


def spans_hold(document: Document, job: Job) -> bool:
    texts = [one.text for one in job.statements] + [one.label for one in job.statements if one.label]
    texts += [
        text for text in (job.title, job.company, job.location, job.employment, job.work_mode_text) if text
    ]
    texts += [job.salary.text] if job.salary else []
    texts += [one.text for one in job.education] + [one.text for one in job.experience]
    return all("".join(document.quote(text.span).split()) == "".join(text.value.split()) for text in texts)


@pytest.mark.parametrize("text", [*LINES.values(), PARAGRAPH])
def test_each_text_stands_at_its_span(text: str) -> None:
    document = read_text(text, "job.txt")
    assert spans_hold(document, parse_job(document))


def test_span_check_can_fail() -> None:
    document = read_text(LINES["bullets"], "job.txt")
    other = read_text("x" + LINES["bullets"], "job.txt")
    assert not spans_hold(other, parse_job(document))


@pytest.mark.parametrize(
    "text", ["•", "-\n-\n-", ":", "a", "##", "1. 2. 3.", "\u00a0x\u00a0", "🙂 🙂", "()", "Requirements"]
)
def test_odd_texts_raise_nothing(text: str) -> None:
    assert any(problem.code == "too_short" for problem in parse(text).problems)
