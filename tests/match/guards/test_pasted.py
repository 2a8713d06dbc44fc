"""Whole passages of the posting go, what both sides call the same stays."""

from __future__ import annotations

from careercraft.match.guards import pasted as module
from careercraft.match.guards.pasted import pasted
from careercraft.match.guards.trim import trimmed
from careercraft.read import read_text
from tests.pipeline.fooling import POSTING, text

HONEST = text()


def left(resume: str, job: str = POSTING) -> str:
    mine = read_text(resume, "resume.txt")
    found = pasted(mine, read_text(job, "job.txt"))
    return trimmed(mine, [(one.start, one.end) for one in found]).text


def test_shared_phrases_stay() -> None:
    shared = text(extra="Experience with Apache Spark, Snowflake and dbt\nData Engineer\nSQL and Python")
    assert left(shared) == read_text(shared, "resume.txt").text


def test_a_sentence_or_two_stay() -> None:
    copied = "Work with analysts and nurses to find out which figures they need and why they need them"
    assert copied in left(text(extra=copied))
    assert len(copied.split()) < module.LEAST_WORDS


def test_the_requirements_alone_go() -> None:
    part = POSTING.partition("Requirements\n")[2]
    assert left(text(extra=part)) == left(HONEST)


def test_a_line_that_the_resume_has_itself_stays_once() -> None:
    own = "- SQL and Python"
    assert left(text(extra=f"{own}\n\n{POSTING}")).count(own) == 1


def test_a_title_that_both_have_stays() -> None:
    job = POSTING.replace("Data Engineer\n", "Outdoor power equipment and other small engine mechanic\n", 1)
    own = "Outdoor power equipment and other small engine mechanic (2018 - 2022)"
    assert own in left(text(work=own, extra=job), job)


def test_some_changed_words_do_not_help() -> None:
    found = left(
        text(extra=POSTING.replace("Hands-on", "Long").replace("forty", "fifty").replace("Solid", "Deep"))
    )
    assert "Airflow" not in found
    assert "Terraform" not in found


def test_another_posting_is_not_its_matter() -> None:
    other = (
        "Cook\n\nRequirements\n- 2 years in a kitchen\n- You can bake bread and like to get up early for it"
    )
    assert left(text(extra=POSTING), other) == read_text(text(extra=POSTING), "resume.txt").text


def test_short_items_in_a_row_go() -> None:
    """Of few words each, and with one that is long enough to be found at all."""
    items = [
        "Own the nightly loads",
        "Python and SQL",
        "Airflow or Dagster",
        "Terraform and Docker",
        "Work well with nurses",
        "Write down what was decided and why it was decided",
    ]
    job = "Data Engineer\n\nRequirements\n" + "\n".join(f"- {item}" for item in items)
    lines = "\n".join(f"- {item}" for item in items)
    assert left(text(extra=lines), job) == left(HONEST, job)
    apart = "\n\n".join(f"{item} at Acme since {2000 + at}" for at, item in enumerate(items))
    assert "Airflow or Dagster at Acme" in left(text(extra=apart), job)
