"""What a question is taken for."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from careercraft.chat.answers import INTENTS
from careercraft.chat.intent_follow import Asked, Context
from careercraft.chat.intent_table import read_table, table
from careercraft.chat.intents import classify, understand
from careercraft.chat.scene import Item
from tests.chat import desks

FOLDER = Path(__file__).parent
_BEYOND = {"empty", "unknown", "language", "no_such"}
"""No intents of the table: what is said where none holds."""
HELD_OUT_MISSES = 6
"""Of the list that nothing was written for; one more is a step back."""


def asked(question: str, context: Context | None = None, name: str = "unfit") -> Asked:
    return understand(question, desks.desk(name), context or Context())


def pairs(file: str) -> list[tuple[str, str]]:
    lines = (FOLDER / file).read_text(encoding="utf-8").splitlines()
    found = [line.split(" | ", 1) for line in lines if line and not line.startswith("#")]
    return [(intent, question) for intent, question in found]


def test_questions_are_understood() -> None:
    found = pairs("questions.txt")
    taken = [(intent, question, asked(question).intent) for intent, question in found]
    assert {item for item in taken if item[0] != item[2]} == KNOWN_MISSES
    assert len(found) >= 150
    assert len({question for _, question in found}) == len(found)


KNOWN_MISSES = {
    ("strengths", "which of my skills impress them", "extra"),
    ("make_fit", "how far do I have to go to be qualified, and how", "verdict"),
    ("how_long", "how quickly can I close these gaps", "gaps"),
    ("unknown", "can you order me some coffee", "skill"),
}


def test_questions_that_nothing_was_written_for() -> None:
    found = pairs("questions_held_out.txt")
    wrong = [question for intent, question in found if asked(question).intent != intent]
    assert len(wrong) <= HELD_OUT_MISSES, wrong
    assert len(found) >= 60


def test_the_table_is_the_answerers() -> None:
    names = [intent.name for intent in table().intents]
    assert set(INTENTS) == {*names, *_BEYOND}
    assert len(INTENTS) == len(set(INTENTS))
    assert len(names) == len(set(names)) >= 15
    assert [name for name, count in _lines().items() if count < 8] == []


def _lines() -> Counter[str]:
    return Counter({intent.name: len(set(intent.lines)) for intent in table().intents})


def test_every_line_of_the_table_is_understood() -> None:
    names = {
        "<skill>": "Kubernetes",
        "<score>": "skills match",
        "<run>": "run 3",
        "<hours>": "10 hours a week",
    }
    wrong = []
    for intent in table().intents:
        for line in intent.phrasings:
            for slot, name in names.items():
                line = line.replace(slot, name)
            if (found := asked(line).intent) != intent.name:
                wrong.append((intent.name, line, found))
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("why am i unfit\n", "line 1: no [intent]"),
        ("[why]\nwhy\n# words\n[why]\nhow come\n", "line 4: [why] stands there twice"),
    ],
)
def test_a_mistake_in_the_table_is_told_by_its_line(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=r"line \d") as error:
        read_table(text)
    assert said in str(error.value)


def test_a_rule_holds_with_all_its_parts_and_not_behind_a_bar() -> None:
    found = read_table("[pay]\n= pay|salary + how much\n- pay back\n[time]\nhow long\n")
    pay = found.intents[0]
    assert pay.by_rule(["how", "much", "pay"]) > 0
    assert pay.by_rule(["much", "how", "pay"]) == 0  # a phrase stands in one piece
    assert pay.by_rule(["pay"]) == 0
    assert pay.by_rule(["how", "much", "pay", "back"]) == 0


def test_words_alone_decide_without_a_desk() -> None:
    assert classify("why am i unfit")[0] == "why"
    assert classify("zebra stripes at dawn")[0] == "unknown"


@pytest.mark.parametrize(
    ("question", "skills"),
    [
        ("what if I learn Kubernetes and Terraform", ("Kubernetes", "Terraform")),
        ("resources for kuberentes", ("Kubernetes",)),
        ("what if I learn go", ("Go",)),
        ("shall I go for it", ()),
        ("do I know R?", ("R",)),
        ("r u sure", ()),
        ("what if I learn IT", ("Information Systems",)),
        ("can I learn it", ()),
        ("how do I polish my CV", ()),
        ("be honest", ()),
        ("how important is dimensional modeling", ("Dimensional Modeling",)),
        ("is AWS enough", ("Amazon Web Services",)),
        ("what about Docker, docker and DOCKER", ("Docker",)),
    ],
)
def test_skills_in_a_question(question: str, skills: tuple[str, ...]) -> None:
    assert asked(question).slots.skills == skills


@pytest.mark.parametrize(
    ("question", "changes"),
    [
        ("what if I learn Kubernetes and Terraform", ("+Kubernetes", "+Terraform")),
        ("what if I had 2 years of Docker", ("+Docker:2y",)),
        ("what if I had two more years of experience", ("+2y",)),
        ("what if I had 3 fewer years of experience", ("-3y",)),
        ("what if I had a master's degree", ("+degree:master",)),
        ("what if I had a PhD", ("+degree:doctorate",)),
        ("what if I didn't have a degree", ("-degree",)),
        ("what if I lost Python", ("-Python",)),
        ("what if I knew Spark at expert level", ("+Apache Spark:expert",)),
        ("what if I move to Berlin", ("+location:Berlin",)),
        ("what if I worked from home", ("+remote",)),
    ],
)
def test_changes_in_a_question(question: str, changes: tuple[str, ...]) -> None:
    found = asked(question)
    assert (found.intent, found.changes) == ("what_if", changes)


def test_scores_runs_and_hours() -> None:
    assert asked("explain my experience score").slots.scores == ("experience_match",)
    assert asked("explain skills_match").slots.scores == ("skills_match",)
    assert asked("does my education match").slots.scores == ()
    assert asked("am I better off with run 3 or #12").slots.runs == ("3", "12")
    assert asked("am I better off with posting B").slots.other
    assert asked("how long at 7.5 hours a week").slots.hours == 7.5
    assert asked("plan with two hours a day").slots.hours == 14
    assert asked("free courses for Docker").slots.free


TALK = Context(
    intent="gaps",
    items=(
        Item(kind="skill", key="Snowflake"),
        Item(kind="skill", key="Terraform"),
        Item(kind="skill", key="dbt"),
    ),
    turns=1,
)


@pytest.mark.parametrize(
    ("question", "context", "intent", "skills"),
    [
        ("and Terraform?", Context(intent="resources", skills=("Docker",)), "resources", ("Terraform",)),
        ("what about Terraform", Context(intent="how_long"), "how_long", ("Terraform",)),
        ("Terraform?", Context(intent="why"), "skill", ("Terraform",)),
        ("why?", Context(intent="verdict"), "why", ()),
        ("why?", Context(), "why", ()),
        ("but why", Context(intent="skill", skills=("dbt",)), "skill", ("dbt",)),
        ("the second one", TALK, "skill", ("Terraform",)),
        ("number 3", TALK, "skill", ("dbt",)),
        ("tell me more about the last one", TALK, "skill", ("dbt",)),
        ("the fifth one", TALK, "no_such", ()),
        ("the second one", Context(intent="thanks"), "no_such", ()),
        ("10 hours a week", Context(intent="how_long"), "how_long", ()),
        ("and with 5 hours a week?", Context(intent="roadmap"), "roadmap", ()),
        ("more", Context(intent="gaps"), "gaps", ()),
        ("more", Context(), "no_such", ()),
        ("?", Context(intent="verdict"), "why", ()),
    ],
)
def test_follow_ups(question: str, context: Context, intent: str, skills: tuple[str, ...]) -> None:
    found = asked(question, context)
    assert (found.intent, found.slots.skills) == (intent, skills)


def test_a_what_if_goes_on() -> None:
    before = Context(intent="what_if", skills=("Snowflake",), changes=("+Snowflake",))
    assert asked("and Terraform?", before).changes == ("+Snowflake", "+Terraform")


def test_a_score_goes_on() -> None:
    before = Context(intent="explain_score", scores=("skills_match",))
    assert asked("and education?", before).slots.scores == ("education_match",)
    assert asked("why?", before).slots.scores == ("skills_match",)


def test_the_same_question_is_taken_for_the_same() -> None:
    for question in ("wat shud i lern frst", "anything on Airflow", "what speaks for me"):
        assert asked(question) == asked(question)
