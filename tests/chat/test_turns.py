"""Turns by a model: real litellm over HTTP to a scripted server that answers, fails, stalls and lies."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from careercraft.chat.intent_follow import Context
from careercraft.chat.turn import Turn
from careercraft.chat.turns import Adviser
from careercraft.llm import traits
from careercraft.llm.client import LiteLLMModel
from careercraft.llm.tokens import count_messages
from tests.chat.desks import desk
from tests.llm.conftest import make, no_keys, server, waits
from tests.llm.server import ScriptedServer, Step, answer, by, huge, status, stream, tool_call

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
            else says("Apache Airflow is missing. " * 40)
        )
    )
    talking = talk(**SMALL)
    turns: tuple[Turn, ...] = ()
    for question in (WHY, "What is missing?", "Explain skills match", "How long does it take?", OPEN):
        turns = (*turns, talking.ask(question, turns, turns[-1].context if turns else Context()))
    assert all(turn.error is None for turn in turns)
    for request in server.chats:
        written = int(request.body.get("max_tokens") or request.body["max_completion_tokens"])
        assert count_messages(contents(request.body)) + written <= 2_000
        assert "tools" not in request.body
    assert any("its context is too short" in note for turn in turns for note in turn.notes)


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


def test_a_turn_is_plain_data(talk: Callable[..., Talk], server: ScriptedServer) -> None:
    import msgspec

    server.then(calls("gaps"), says("Apache Airflow is missing [1]."))
    turn = talk(**LARGE).ask("What is missing?")
    found = msgspec.json.decode(msgspec.json.encode(turn), type=Turn)
    assert found == turn
    assert json.loads(msgspec.json.encode(turn))["prompt"] == "chat 1"
