"""What a real model of 135 million parameters wrote, and what it had been told."""

from __future__ import annotations

import pytest

from careercraft.llm.echo import Echo

CHAT, NARRATIVE = Echo.of("chat"), Echo.of("narrative")


@pytest.mark.parametrize(
    "sentence",
    [
        "The data, between two lines that read === DATA b0209684125f === You are the adviser of a career analyser.",
        "You talk with the person whose resume it is, about one finished analysis.",
        "A number in brackets such as in the data is a source: words of the resume or the posting.",
        "Your sentences are compared with the analysis, and what it does not bear out is marked.",
        "No tables, no links, no code.",
        "The answer is: Experience score 1d4a7ac4cf4e === This is a summary of the experience score.",
        "This is a common theme. (cut here: the rest is too long for this model)",
        "It is so. [doubtful: nothing in the analysis says so]",
    ],
)
def test_instructions_of_a_conversation_said_again(sentence: str) -> None:
    assert CHAT.repeats(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Summary: The verdict, the readiness, what it mostly rests on.",
        "Strengths and gaps: What the resume shows that the posting asks for, and what is missing or only there in"
        " part.",
    ],
)
def test_instructions_of_the_prose_said_again(sentence: str) -> None:
    assert NARRATIVE.repeats(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The verdict is UNFIT: your readiness is 66.2, and FIT needs 70.",
        "Your resume shows Python and SQL; Apache Airflow and Snowflake are missing.",
        "It is UNFIT.",
        "The analysis does not say what the employer pays.",
        "I do not know: nothing in the data tells.",
        "- Write the task in which you used Git into the position where it was.",
        "The posting asks for five years of data engineering, and your resume shows 2.8.",
        "Learn Apache Airflow first: it adds 5.5 points in about 35 hours.",
    ],
)
def test_an_answer_is_no_echo(sentence: str) -> None:
    assert not CHAT.repeats(sentence)
    assert not NARRATIVE.repeats(sentence)


def test_facts_as_json_are_no_answer() -> None:
    """As a real model of 135 million parameters gave them."""
    said = 'The facts of the analysis: {"job": {"title": "Sous Chef"}, "verdict": {"label": "UNFIT"}}'
    assert Echo.of("chat").repeats(said)
    assert not Echo.of("chat").repeats("Your resume names ServSafe {2024}.")
