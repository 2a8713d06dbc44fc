"""What a question is taken for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from careercraft.chat import intents
from careercraft.chat.answers import INTENTS
from careercraft.chat.intent_follow import Asked, Context
from careercraft.chat.intent_parts import parts_of
from careercraft.chat.intent_table import read_table, table
from careercraft.chat.intents import classify, understand
from careercraft.chat.scene import Item
from careercraft.errors import ConfigError
from tests.chat import desks

FOLDER = Path(__file__).parent
_BEYOND = {"empty", "language", "no_such"}
"""No intents of the table: what is said where none can hold."""
HELD_OUT_RIGHT, HELD_OUT_HELPED, HELD_OUT_WRONG = 59, 67, 3
"""Of the 81 that nothing was written for: understood; those and asked back with the right one named; taken for
something else without a word on it."""


def asked(question: str, context: Context | None = None, name: str = "unfit") -> Asked:
    return understand(question, desks.desk(name), context or Context())


def pairs(file: str) -> list[tuple[str, str]]:
    lines = (FOLDER / file).read_text(encoding="utf-8").splitlines()
    found = [line.split(" | ", 1) for line in lines if line and not line.startswith("#")]
    return [(intent, question) for intent, question in found]


def taken(file: str) -> dict[str, list[str]]:
    """The questions of a list by what came of them: right, offered (asked back, the right one among what is named),
    unknown, hedged (wrong, and the answer says what the question was taken for), wrong."""
    found: dict[str, list[str]] = {name: [] for name in ("right", "offered", "unknown", "hedged", "wrong")}
    for meant, question in pairs(file):
        found[_outcome(meant, parts_of(question, desks.desk("unfit"), Context()).asked)].append(question)
    return found


def _outcome(meant: str, asked: Sequence[Asked]) -> str:
    """`meant`: "a/b" for either, "a+b" for both."""
    names = [one.intent for one in asked]
    wanted = [part.split("/") for part in meant.split("+")]
    if len(wanted) > 1:
        if len(names) == len(wanted) and all(set(names) & set(part) for part in wanted):
            return "right"
    elif all(name in wanted[0] for name in names):
        return "right"
    if names == ["unknown"]:
        return "offered" if set(asked[0].nearest) & set(wanted[0]) else "unknown"
    return "wrong" if all(one.sure for one in asked) else "hedged"


@pytest.mark.parametrize(
    ("file", "least", "right"), [("questions.txt", 150, 0.97), ("questions_third.txt", 150, 0.96)]
)
def test_questions_are_understood(file: str, least: int, right: float) -> None:
    """Those that the table was mended with: what it knew it still knows."""
    found = taken(file)
    count = sum(map(len, found.values()))
    assert len(found["right"]) / count >= right, found
    assert len(found["wrong"]) / count <= 0.01, found["wrong"]
    assert count >= least
    assert len({question for _, question in pairs(file)}) == count


def test_questions_that_nothing_was_written_for() -> None:
    """As they were measured once; fewer is a step back."""
    found = taken("questions_held_out2.txt")
    assert len(found["right"]) >= HELD_OUT_RIGHT, found
    assert len(found["right"]) + len(found["offered"]) >= HELD_OUT_HELPED, found
    assert len(found["wrong"]) <= HELD_OUT_WRONG, found["wrong"]
    assert sum(map(len, found.values())) >= 60


def test_the_first_unseen_questions_are_still_understood() -> None:
    found = taken("questions_held_out.txt")
    assert len(found["right"]) >= 57, found
    assert found["wrong"] == []


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
        ("teach me welding", ("Welding",)),
        ("courses for welding", ("Welding",)),
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


def intents_of(message: str, context: Context | None = None) -> list[str]:
    return [one.intent for one in parts_of(message, desks.desk("unfit"), context or Context()).asked]


@pytest.mark.parametrize(
    ("message", "intents"),
    [
        ("why am I unfit and what should I do first?", ["why", "first"]),
        ("what does it pay, and is it remote?", ["salary", "location"]),
        ("what are my strengths and weaknesses", ["strengths", "gaps"]),
        ("which courses for Terraform, and how long does it take?", ["resources", "how_long"]),
        ("what if I learn Docker and Kubernetes", ["what_if"]),
        ("am I fit? am I fit?", ["verdict"]),
        ("Hello! My sister says hi. What is missing? Thanks.", ["gaps"]),
        ("I have two kids and little time. " * 60 + "How long would all of this take me?", ["how_long"]),
        (
            "how long will it take?\nwhat does it pay?\nis it remote?\nmy strengths?",
            ["how_long", "salary", "location"],
        ),
        ("why am I unfit? do fish sleep?", ["why"]),
    ],
)
def test_a_message_is_the_questions_in_it(message: str, intents: list[str]) -> None:
    assert intents_of(message) == intents


def test_what_a_message_asks_besides_is_told() -> None:
    desk = desks.desk("unfit")
    assert parts_of("why am I unfit? do fish sleep?", desk, Context()).left == ("do fish sleep?",)
    four = "how long will it take? what does it pay? is it remote? what are my strengths?"
    assert parts_of(four, desk, Context()).left == ("what are my strengths?",)


def test_it_in_a_second_question_is_what_the_first_one_named() -> None:
    found = parts_of(
        "which courses for Terraform, and how long does it take?", desks.desk("unfit"), Context()
    )
    assert [one.slots.skills for one in found.asked] == [("Terraform",), ("Terraform",)]


@pytest.mark.parametrize(
    ("question", "files"),
    [
        ("am I better off with ./other-job.txt", ("./other-job.txt",)),
        ("compare with 'my other job.pdf'", ("my other job.pdf",)),
        ("compare it to ~/jobs/a.html and b.docx", ("~/jobs/a.html", "b.docx")),
        ("what is wrong with my resume.pdf", ()),
        ("how does job.txt read", ()),
    ],
)
def test_files_in_a_question(question: str, files: tuple[str, ...]) -> None:
    found = asked(question)
    assert found.slots.files == files
    assert not files or found.intent == "compare"


def test_what_could_be_two_things_is_asked_back_and_can_be_picked() -> None:
    found = asked("in which order should I close the gaps")
    assert (found.intent, found.nearest[:2]) == ("unknown", ("gaps", "first"))
    items = tuple(Item(kind="intent", key=name) for name in found.nearest)
    assert asked("the second one", Context(intent="verdict", items=items)).intent == "first"


def test_without_an_encoder_words_decide(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(text: str, linker: object) -> dict[str, float]:
        raise ConfigError("no encoder")

    monkeypatch.setattr(intents, "nearness", broken)
    assert asked("why did they turn me down, please explain the verdict").intent == "why"
    assert asked("zebra stripes at dawn").intent == "unknown"


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
