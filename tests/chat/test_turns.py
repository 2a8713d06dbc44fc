"""Turns by a model: real litellm over HTTP to a scripted server that answers, fails, stalls and lies."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace as replace_desk
from typing import Any

import pytest
from msgspec.structs import replace

from careercraft.chat.intent_follow import Context
from careercraft.chat.scene import Desk
from careercraft.chat.turn import Turn
from careercraft.chat.turns import Adviser
from careercraft.llm import traits
from careercraft.llm.budget import MARK
from careercraft.llm.client import LiteLLMModel
from careercraft.llm.tokens import count_messages
from tests.chat.desks import analysis, desk
from tests.llm.conftest import make, no_keys, server, waits
from tests.llm.server import Request, ScriptedServer, Step, answer, by, huge, status, stream, tool_call

__all__ = ["make", "no_keys", "server", "waits"]

Make = Callable[..., LiteLLMModel]
LARGE = {"context_tokens": 32_000}
"""Of a model that calls functions."""
SMALL = {"context_tokens": 2_000, "tools": False}
WHY = "Why am I unfit?"
OPEN = "Which colleague of mine could pair with me on weekends?"
"""What the rules don't understand."""


def says(*pieces: str, **more: Any) -> Step:
    return stream(pieces, **more)


def calls(name: str, **arguments: Any) -> Step:
    return answer("", tool_calls=[tool_call(name, arguments)])


class Talk:
    """One model about the data engineer who is UNFIT, and what was shown."""

    def __init__(self, model: LiteLLMModel) -> None:
        self.model = model
        self.adviser = Adviser(desk("unfit"))
        self.shown: list[str] = []
        self.steps: list[str] = []

    def ask(self, question: str, before: tuple[Turn, ...] = (), context: Context | None = None) -> Turn:
        return self.adviser.by_model(
            self.model, question, context or Context(), before, self.shown.append, self.steps.append
        )


@pytest.fixture
def talk(make: Make) -> Callable[..., Talk]:
    """`tools=False`, `schema=False`: what was found out about the model before."""

    def made(tools: bool = True, schema: bool = True, **options: Any) -> Talk:
        traits.remember(make(**options).options, tools=tools, schema=schema)
        return Talk(make(**options))

    return made


def contents(body: dict[str, Any]) -> list[str]:
    return [str(message.get("content") or "") for message in body["messages"]]


def test_it_calls_functions_and_answers_from_what_they_give(
    talk: Callable[..., Talk], server: ScriptedServer
) -> None:
    server.then(
        calls("gaps"), says("Apache Airflow is missing [1]", ": 35 hours. ", "Terraform is missing too [3].")
    )
    talking = talk(**LARGE)
    turn = talking.ask("What is missing?")
    first, second = server.chats
    assert {tool["function"]["name"] for tool in first.body["tools"]} >= {"gaps", "what_if", "explain_score"}
    result = next(message for message in second.messages if message["role"] == "tool")
    assert "Apache Airflow: +3.7 points, 35 h" in result["content"]
    assert result["content"].startswith("=== DATA ")
    assert turn.by == "model"
    assert turn.tools == ("gaps",)
    assert talking.steps == ["gaps"]
    assert "".join(talking.shown) == "Apache Airflow is missing [1]: 35 hours. Terraform is missing too [3]."
    assert [source.number for source in turn.sources] == [1, 3]
    assert turn.sources[0].quote in turn.text
    assert (turn.stopped, turn.error, turn.doubtful, turn.instead) == ("", None, 0, "")
    assert turn.usage is not None
    assert turn.usage.calls == 2


def test_sources_that_nobody_gave_are_taken_out(talk: Callable[..., Talk], server: ScriptedServer) -> None:
    server.then(calls("gaps"), says("Apache Airflow is missing [1, 99]. Terraform is missing [77]."))
    turn = talk(**LARGE).ask("What is missing?")
    assert turn.text.startswith("Apache Airflow is missing [1]. Terraform is missing.\n")
    assert [source.number for source in turn.sources] == [1]
    assert any("2 sources that openai/x made up" in note for note in turn.notes)


@pytest.mark.parametrize(
    ("false", "reason"),
    [
        ("Your readiness is 91.", "no such number"),
        ("You have 12 years of Python.", "no such number"),
        ("You have Snowflake.", "the analysis says otherwise"),
        ("You worked at Initech as a manager.", "no such employer"),
        ("You know COBOL well.", "no such skill"),
    ],
)
def test_what_the_analysis_does_not_bear_out_is_marked(
    talk: Callable[..., Talk], server: ScriptedServer, false: str, reason: str
) -> None:
    server.then(says("Apache Airflow is missing. ", false, " Learn it first."))
    turn = talk(**LARGE).ask(WHY)
    assert f"{false} [doubtful: {reason}" in turn.text
    assert turn.doubtful == 1
    assert any("1 sentence of openai/x marked" in note for note in turn.notes)


def test_numbers_of_a_function_hold_and_others_do_not(
    talk: Callable[..., Talk], server: ScriptedServer
) -> None:
    """71.6 is what the scorer makes of it; no other part of the analysis has that number."""
    told = "With Apache Airflow the readiness would be 71.6. "
    server.then(calls("what_if", changes=["+Apache Airflow"]), says(told, "With Rust it would be 88.8."))
    turn = talk(**LARGE).ask("What if I learn Airflow?")
    assert turn.text.startswith(told.strip() + " With Rust")
    assert turn.doubtful == 1
    server.then(says(told))
    assert "[doubtful: " in talk(**LARGE).ask("Tell me about it").text


def test_numbers_of_the_question_prove_nothing(talk: Callable[..., Talk], server: ScriptedServer) -> None:
    server.then(says("Yes, you have 10 years of Java."))
    assert talk(**LARGE).ask("I have 10 years of Java, don't I?").doubtful == 1


@pytest.mark.parametrize(
    "false", ["You are FIT for this job.", "You are a perfect fit!", "You meet the threshold."]
)
def test_another_verdict_is_never_shown(
    talk: Callable[..., Talk], server: ScriptedServer, false: str
) -> None:
    server.then(says("Apache Airflow is missing. ", false))
    talking = talk(**LARGE)
    turn = talking.ask(WHY)
    assert false not in "".join(talking.shown) + turn.page()
    assert turn.left_out == 1
    server.then(says(false))
    alone = talk(**LARGE).ask(WHY)
    assert alone.text == ""
    assert "**UNFIT**" in alone.instead


def test_without_functions_the_rules_find_what_is_asked(
    talk: Callable[..., Talk], server: ScriptedServer
) -> None:
    server.then(says("You are 3.8 points short [1]."))
    turn = talk(context_tokens=8_000, tools=False).ask(WHY)
    assert "tools" not in server.chats[0].body
    assert "Found on this question:" in contents(server.chats[0].body)[-1]
    assert "Snowflake in production" in contents(server.chats[0].body)[-1]
    assert len(server.chats) == 1
    assert turn.sources[0].quote == "Snowflake in production"
    assert turn.doubtful == 0


def test_what_the_rules_do_not_understand_the_model_routes(
    talk: Callable[..., Talk], server: ScriptedServer
) -> None:
    chosen = {"tool": "what_if", "arguments": {"changes": ["+Terraform"]}}
    server.then(answer(data=chosen), says("With Terraform it stays UNFIT."))
    turn = talk(context_tokens=8_000, tools=False).ask(OPEN)
    assert "what_if" in contents(server.chats[0].body)[0]
    assert "With +Terraform" in contents(server.chats[1].body)[-1]
    assert turn.tools == ("what_if",)


@pytest.mark.parametrize(
    "route",
    [
        [answer("I think you want gaps."), answer("Really: gaps.")],
        [answer(data={"tool": "none", "arguments": {}})],
        [answer(data={"tool": "explain_score", "arguments": {"score": "no_such"}})],
    ],
    ids=["no JSON, twice", "none", "arguments that don't fit"],
)
def test_a_route_that_fails_is_no_failure_of_the_turn(
    talk: Callable[..., Talk], server: ScriptedServer, route: list[Step]
) -> None:
    server.then(*route, says("I do not know that."))
    turn = talk(context_tokens=8_000, tools=False, schema=False).ask(OPEN)
    assert turn.text == "I do not know that.\n"
    assert turn.tools == ()
    assert server.unscripted == 0


def test_a_server_that_knows_no_functions_is_asked_without(
    talk: Callable[..., Talk], server: ScriptedServer
) -> None:
    server.then(status(400, "this model does not support tools"), says("You are 3.8 points short."))
    turn = talk(**LARGE).ask(WHY)
    assert turn.text.startswith("You are 3.8 points short.")
    assert "tools" not in server.chats[-1].body
    assert turn.error is None


def test_functions_that_do_not_exist_or_do_not_fit_are_told_to_the_model(
    talk: Callable[..., Talk], server: ScriptedServer
) -> None:
    wrong = [tool_call("rm_rf", {"path": "/"}, "a"), tool_call("explain_score", {"score": "no_such"}, "b")]
    server.then(answer("", tool_calls=wrong), says("I do not know that."))
    turn = talk(**LARGE).ask(OPEN)
    told = [message["content"] for message in server.chats[1].messages if message["role"] == "tool"]
    assert len(told) == 2
    assert all("That didn't work" in text for text in told)
    assert turn.tools == ()


def test_a_model_that_only_calls_functions_is_stopped(
    talk: Callable[..., Talk], server: ScriptedServer
) -> None:
    server.always = calls("gaps")
    turn = talk(**LARGE).ask("What is missing?")
    assert turn.stopped == "failed"
    assert turn.error is not None
    assert "keeps calling functions" in turn.error.message
    assert len(server.chats) < 8
    assert "Apache Airflow" in turn.instead


def test_a_small_context_holds_every_request(talk: Callable[..., Talk], server: ScriptedServer) -> None:
    """2,000 tokens: the facts, what was found and the talk before have to share them, and what is left out is told."""
    server.always = by(
        lambda asked: (
            answer(data={"tool": "gaps", "arguments": {}})
            if "choose the one function" in asked.text
            else answer("Apache Airflow is missing. " * 40)
        )
    )
    talking = talk(**SMALL)
    turns: tuple[Turn, ...] = ()
    for question in (WHY, "What is missing?", "Explain skills match", "How long does it take?", OPEN):
        turns = (*turns, talking.ask(question, turns, turns[-1].context if turns else Context()))
    assert [turn.error for turn in turns] == [None] * 5
    for request in server.chats:
        written = int(request.body.get("max_tokens") or request.body["max_completion_tokens"])
        assert count_messages(contents(request.body)) + written <= 2_000
        assert "tools" not in request.body
    assert any("its context is too short" in note for turn in turns for note in turn.notes)


def test_of_a_slow_model_each_sentence_is_shown_while_the_next_is_written(
    talk: Callable[..., Talk], server: ScriptedServer
) -> None:
    """A small local one: 2,048 tokens, no functions, a word at a time. The server goes on only once it was shown."""
    shown = threading.Event()
    waited: list[bool] = []

    def words() -> Iterator[str]:
        yield from ("Apache ", "Airflow ", "is ", "missing. ", "Then")
        waited.append(shown.wait(20))
        yield " Terraform is missing."

    server.then(stream(words()))
    talking = talk(context_tokens=2_048, tools=False)
    talking.adviser.by_model(talking.model, WHY, Context(), (), lambda said: shown.set())
    assert waited == [True]


def test_a_large_context_gets_the_talk_before(talk: Callable[..., Talk], server: ScriptedServer) -> None:
    server.then(says("Apache Airflow is missing."), says("About 35 hours."))
    talking = talk(**LARGE)
    first = talking.ask("What is missing?")
    talking.ask("And how long is that?", (first,), first.context)
    said = [(message["role"], message["content"]) for message in server.chats[1].messages]
    assert ("user", "What is missing?") in said
    assert ("assistant", "Apache Airflow is missing.") in said


def test_a_question_too_long_for_the_model_is_told(talk: Callable[..., Talk], server: ScriptedServer) -> None:
    turn = talk(**SMALL).ask("why? " * 2_000)
    assert turn.error is not None
    assert "too long" in turn.error.message
    assert server.chats == []
    assert turn.instead


@pytest.mark.parametrize("ends", ["drop", "stop", "garbage"])
def test_what_was_written_before_a_failure_is_kept(
    talk: Callable[..., Talk], server: ScriptedServer, ends: str
) -> None:
    server.then(says("Apache Airflow is missing. ", "And then", ends=ends))
    talking = talk(**LARGE, tries=1)
    turn = talking.ask(WHY)
    assert turn.text.startswith("Apache Airflow is missing. And then")
    assert turn.stopped == "failed"
    assert turn.error is not None
    assert (turn.error.code, bool(turn.error.hint)) == ("provider", True)
    assert "**UNFIT**" in turn.instead
    server.then(says("Here I am again."))
    assert talking.ask(WHY, (turn,), turn.context).text == "Here I am again.\n"


def test_a_stream_that_stalls_ends_the_turn(talk: Callable[..., Talk], server: ScriptedServer) -> None:
    server.then(says("Apache Airflow is missing. ", ends="stall"))
    turn = talk(**LARGE, idle_seconds=0.4, tries=1).ask(WHY)
    assert turn.text.startswith("Apache Airflow is missing.")
    assert turn.error is not None
    assert turn.instead


@pytest.mark.parametrize(
    "step",
    [
        status(401, "no such key"),
        status(500, "down"),
        answer(""),
        answer("", refusal="I can't."),
        status(402, "pay"),
    ],
    ids=["key", "down", "empty", "refusal", "quota"],
)
def test_every_failure_is_told_with_the_answer_by_rules(
    talk: Callable[..., Talk], server: ScriptedServer, step: Step
) -> None:
    server.always = step
    turn = talk(**LARGE, tries=1).ask(WHY)
    assert turn.stopped == "failed"
    assert turn.error is not None
    assert turn.error.message
    assert turn.instead.startswith("The answer by rules:")
    assert "**UNFIT**" in turn.instead


def test_an_endless_answer_ends(talk: Callable[..., Talk], server: ScriptedServer) -> None:
    server.always = huge(10_000_000)
    turn = talk(**LARGE, tries=1).ask(WHY)
    assert len(turn.text) < 20_000
    assert "**UNFIT**" in turn.instead


def test_an_answer_cut_at_its_length_says_so(talk: Callable[..., Talk], server: ScriptedServer) -> None:
    server.then(says("Apache Airflow is", finish="length"))
    turn = talk(**LARGE).ask(WHY)
    assert turn.stopped == "cut"
    assert any("broke off" in note for note in turn.notes)


def test_ctrl_c_ends_the_turn_and_keeps_what_was_written(make: Make, server: ScriptedServer) -> None:
    server.always = says(
        "Apache Airflow is missing. ", "Terraform is missing. ", *["More. "] * 50, delay=0.01
    )

    def stop(words: str) -> None:
        if "Terraform" in words:
            raise KeyboardInterrupt

    turn = Adviser(desk("unfit")).by_model(make(**LARGE), WHY, Context(), (), stop)
    assert turn.stopped == "interrupted"
    assert turn.text.startswith("Apache Airflow is missing. Terraform is missing.")
    assert "More." not in turn.text


def test_escapes_never_reach_the_screen(talk: Callable[..., Talk], server: ScriptedServer) -> None:
    server.then(says("Apache \x1b[31mAirf", "low\x1b]0;owned\x07 is mis\u202esing\x9b2J."))
    talking = talk(**LARGE)
    turn = talking.ask(WHY)
    for text in ("".join(talking.shown), turn.text):
        assert "\x1b" not in text
        assert "owned" not in text
        assert all(char.isprintable() or char == "\n" for char in text)


def test_what_strangers_wrote_stands_between_fences(
    talk: Callable[..., Talk], server: ScriptedServer
) -> None:
    server.then(says("Hello."))
    talk(context_tokens=8_000, tools=False).ask(WHY)
    system, user = contents(server.chats[0].body)
    fence = next(line for line in user.splitlines() if line.startswith("=== DATA"))
    before, inside, behind = user.split(f"\n{fence}\n")
    assert "Snowflake in production" in inside
    assert "Snowflake in production" not in system + before + behind
    assert behind.strip() == f"The question: {WHY}"


PAPERS = [
    ("your resume", "You built 120 dbt models with tests.", "Rebuilt the reporting layer as 120 dbt models"),
    ("the posting", "They offer five weeks of paid time off and a 401(k) with 4% match.", "401(k)"),
]
LONG = "Ran the night shift at Pinecrest and wrote the handbook for the on-call engineers there. "


def long_desk(sections: int = 6, lines: int = 40) -> Desk:
    """The data engineer, with a resume of many pages."""
    found = analysis("unfit")
    assert found.documents
    more = "\n\n".join(f"PROJECTS\n{LONG * lines}" for _ in range(sections))
    resume = replace(found.documents.resume, text=f"{found.documents.resume.text}\n\n{more}\n")
    return replace_desk(
        desk("unfit"), analysis=replace(found, documents=replace(found.documents, resume=resume))
    )


@pytest.mark.parametrize(("of", "said", "line"), PAPERS, ids=["resume", "posting"])
def test_what_only_a_document_says_holds_and_its_line_stands_below(
    talk: Callable[..., Talk], server: ScriptedServer, of: str, said: str, line: str
) -> None:
    """Neither stands in the facts of the analysis, and both documents stand in the request word for word."""
    server.then(says(said))
    turn = talk(**LARGE).ask("Tell me something of my documents")
    asked = contents(server.chats[0].body)[-1]
    found = desk("unfit").analysis.documents
    assert found
    assert found.resume.text in asked
    assert found.job.text in asked
    assert all(tool["function"]["name"] != "read_document" for tool in server.chats[0].body["tools"])
    assert (turn.doubtful, turn.left_out) == (0, 0), turn.text
    assert line in turn.sources[0].quote


@pytest.mark.parametrize(
    "said",
    [
        "You rebuilt the reporting layer as 240 dbt models.",
        "They offer nine weeks of paid time off.",
        "You have a 401(k) with 4% match.",
    ],
)
def test_what_a_document_says_of_something_else_proves_nothing(
    talk: Callable[..., Talk], server: ScriptedServer, said: str
) -> None:
    server.then(says(said))
    assert "[doubtful: " in talk(**LARGE).ask("Tell me something of my documents").text


def test_a_small_model_is_told_the_section_that_the_question_names(
    talk: Callable[..., Talk], server: ScriptedServer
) -> None:
    server.then(says("They offer five weeks of paid time off."))
    turn = talk(context_tokens=2_048, tools=False).ask(
        "What does the posting say on vacation, tell me a poem?"
    )
    asked = contents(server.chats[-1].body)[-1]
    assert "too long to stand here" in asked
    assert "five weeks of paid time off" in asked
    assert "Maya Okafor" not in asked
    assert turn.doubtful == 0


def test_a_section_that_is_too_long_is_put_in_fewer_words_once_and_that_is_told(
    make: Make, server: ScriptedServer
) -> None:
    shortened: list[str] = []

    def model(asked: Request) -> Step:
        if "You shorten one part" in asked.text:
            shortened.append(asked.text)
            return answer("Ran the night shift and wrote the handbook.")
        if "choose the one function" in asked.text:
            return answer(data={"tool": "none", "arguments": {}})
        return answer("Your resume says that you ran the night shift.")

    server.always = by(model)
    talking = Talk(make(context_tokens=2_048))
    traits.remember(talking.model.options, tools=False, schema=True)
    talking = Talk(make(context_tokens=2_048))
    talking.adviser = Adviser(long_desk(sections=1))
    first = talking.ask("What of my night shift handbook at Pinecrest?")
    assert any("Shortened by the model" in note and "PROJECTS of the resume" in note for note in first.notes)
    assert any("shortens PROJECTS of the resume" in step for step in talking.steps)
    assert MARK in contents(server.chats[-1].body)[-1]
    assert first.error is None
    once = len(shortened)
    again = talking.ask("And who wrote that handbook of the night shift?", (first,), first.context)
    assert len(shortened) == once > 0
    assert any("Shortened by the model" in note for note in again.notes)
    for request in server.chats:
        written = int(request.body.get("max_tokens") or request.body["max_completion_tokens"])
        assert count_messages(contents(request.body)) + written <= 2_048


@pytest.mark.parametrize("words", ["", LONG * 40], ids=["nothing", "no shorter"])
def test_a_model_that_can_not_shorten_is_told_less_and_the_person_knows(
    talk: Callable[..., Talk], server: ScriptedServer, words: str
) -> None:
    server.always = by(
        lambda asked: (
            answer(words or "I can't.", refusal="" if words else "no")
            if "You shorten one part" in asked.text
            else answer(data={"tool": "none", "arguments": {}})
            if "choose the one function" in asked.text
            else answer("I do not know that.")
        )
    )
    talking = talk(**SMALL)
    talking.adviser = Adviser(long_desk(sections=1))
    turn = talking.ask("What of my night shift handbook at Pinecrest?")
    assert turn.text.startswith("I do not know that.")
    assert turn.error is None
    assert any("was not told of PROJECTS of the resume" in note for note in turn.notes)


def test_a_model_with_functions_reads_what_it_has_no_room_for(
    talk: Callable[..., Talk], server: ScriptedServer
) -> None:
    server.then(
        calls("read_document", document="posting", section="What we offer"),
        says("They offer five weeks of paid time off."),
    )
    talking = talk(context_tokens=12_000)
    talking.adviser = Adviser(long_desk())
    turn = talking.ask("Tell me something of my documents")
    names = [tool["function"]["name"] for tool in server.chats[0].body["tools"]]
    assert names[-1] == "read_document"
    result = next(message for message in server.chats[1].messages if message["role"] == "tool")
    assert "Medical, dental and vision insurance, 401(k) with 4% match" in result["content"]
    assert result["content"].startswith("=== DATA ")
    assert (turn.tools, turn.doubtful) == (("read_document",), 0)


@pytest.mark.parametrize(
    "arguments",
    [
        {},
        {"document": "diary"},
        {"document": "resume", "section": "Crimes"},
        {"document": ["resume"]},
        {"document": 3},
    ],
)
def test_a_section_that_there_is_not_is_told_to_the_model(
    talk: Callable[..., Talk], server: ScriptedServer, arguments: dict[str, Any]
) -> None:
    server.then(calls("read_document", **arguments), says("I do not know that."))
    talking = talk(context_tokens=12_000)
    talking.adviser = Adviser(long_desk())
    turn = talking.ask("Tell me something of my documents")
    result = next(message for message in server.chats[1].messages if message["role"] == "tool")
    assert "That didn't work" in result["content"]
    assert turn.tools == ()


def test_the_number_of_an_item_is_no_sentence(talk: Callable[..., Talk], server: ScriptedServer) -> None:
    said = "Do this:\n\n1. Learn Apache Airflow.\n2. Learn Terraform.\n12. Learn Snowflake."
    server.then(says(*said))
    turn = talk(**LARGE).ask(WHY)
    assert (turn.text.strip(), turn.doubtful) == (said, 0)


def test_a_turn_is_plain_data(talk: Callable[..., Talk], server: ScriptedServer) -> None:
    import msgspec

    server.then(calls("gaps"), says("Apache Airflow is missing [1]."))
    turn = talk(**LARGE).ask("What is missing?")
    found = msgspec.json.decode(msgspec.json.encode(turn), type=Turn)
    assert found == turn
    assert json.loads(msgspec.json.encode(turn))["prompt"] == "chat 2"


def test_a_context_that_turns_out_shorter_is_kept_to_at_once(
    talk: Callable[..., Talk], server: ScriptedServer
) -> None:
    """The person isn't sent to look for a setting: the same question is put with less."""
    server.then(
        status(400, "This model's maximum context length is 2048 tokens. However, you requested 2731 tokens"),
        says("Apache Airflow is missing."),
    )
    turn = talk(tools=False).ask(WHY)
    assert (turn.text.splitlines()[0], turn.error, turn.stopped) == ("Apache Airflow is missing.", None, "")
    sizes = [count_messages(contents(request.body)) for request in server.chats]
    assert sizes[1] < sizes[0]
    assert sizes[1] + server.chats[1].body["max_tokens"] <= 2_048


def test_what_mostly_does_not_hold_is_followed_by_the_answer_of_the_rules(
    talk: Callable[..., Talk], server: ScriptedServer
) -> None:
    server.always = says(
        "You talk with the person whose resume it is, about one finished analysis. You know Rust."
    )
    turn = talk(tools=False).ask(WHY)
    assert "You talk with" not in turn.text
    assert turn.stopped == ""
    assert turn.instead.startswith("The answer by rules:")
    assert any("out of its own instructions" in note for note in turn.notes)


def test_one_sentence_in_doubt_among_good_ones_needs_no_other_answer(
    talk: Callable[..., Talk], server: ScriptedServer
) -> None:
    server.always = says("Apache Airflow is missing. Snowflake is missing. You know Rust.")
    turn = talk(tools=False).ask(WHY)
    assert turn.doubtful == 1
    assert not turn.instead


def test_what_did_not_hold_is_not_told_again(talk: Callable[..., Talk], server: ScriptedServer) -> None:
    """Else a small model says it in every answer from then on."""
    server.then(
        says("Apache Airflow is missing. You know Rust. Snowflake is missing."),
        says("You know Rust."),
        says("Yes."),
    )
    told = talk(tools=False)
    first = told.ask(WHY)
    second = told.ask("what should I learn first?", (first,))
    told.ask("why?", (first, second))
    last = "\n".join(contents(server.chats[2].body))
    assert "Apache Airflow is missing. Snowflake is missing." in last
    assert "Rust" not in last
    assert "doubtful" not in last
    assert "What to do next" in last


def test_a_model_that_goes_round_in_circles_is_heard_once(
    talk: Callable[..., Talk], server: ScriptedServer
) -> None:
    said = "Apache Airflow is missing from your resume. "
    server.always = says(*[said] * 9, finish="length")
    turn = talk(tools=False).ask(WHY)
    assert turn.text.count(said.strip()) == 1
    assert turn.left_out == 8
    assert any("said before" in note for note in turn.notes)
    assert turn.instead
