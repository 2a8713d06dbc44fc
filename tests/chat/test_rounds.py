"""What a turn makes of what a model calls and says, with a model that answers from a queue: no server is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace as replace_desk
from typing import Any

import msgspec
import pytest
from msgspec import UNSET
from msgspec.structs import replace

from careercraft.chat.intent_follow import Context
from careercraft.chat.messages import cut
from careercraft.chat.papers import Papers
from careercraft.chat.reading import Reading
from careercraft.chat.scene import Desk
from careercraft.chat.tools import call
from careercraft.chat.turn import Turn
from careercraft.chat.turns import Adviser
from careercraft.errors import ProviderError
from careercraft.llm.faults import TooLong
from careercraft.llm.scripted import Heard, ScriptedModel
from careercraft.llm.tokens import count_messages, count_tokens
from careercraft.model.analysis import Analysis
from careercraft.model.chat import ChatMessage, ModelTraits, Reply, ToolCall, Usage
from tests.chat.desks import analysis, desk

LARGE = ModelTraits(name="scripted", context_tokens=32_000, schema=True, tools=True, local=True)
PLAIN = replace(LARGE, context_tokens=8_000, tools=False)
TIGHT = replace(LARGE, context_tokens=8_000)
MISSING = "Apache Airflow is missing."
BEFORE = [Turn(question=f"And {at}? {'please ' * 200}", text=MISSING) for at in range(9)]


def calls(name: str, times: int = 1, said: str = "", **arguments: Any) -> Reply:
    made = tuple(ToolCall(id=f"c{at}", name=name, arguments=arguments) for at in range(times))
    return Reply(text=said, finish="tools", tool_calls=made)


def asked(
    *replies: Any,
    question: str = "What is missing?",
    traits: ModelTraits = LARGE,
    at: Desk | None = None,
    before: Sequence[Turn] = (),
) -> tuple[Turn, list[Heard]]:
    """The turn, and what the model was told for it."""
    model = ScriptedModel(replies, traits)
    return Adviser(at or desk("unfit")).by_model(model, question, Context(), before), model.heard


def long_desk(times: int = 1) -> Desk:
    """With a resume that no small context holds."""
    found = analysis("unfit")
    assert found.documents
    lines = "Ran the night shift at Pinecrest and wrote the handbook for the engineers there. " * 60
    more = "\n\n".join(f"PROJECTS\n{lines}" for _ in range(times))
    resume = replace(found.documents.resume, text=f"{found.documents.resume.text}\n\n{more}\n")
    return replace_desk(
        desk("unfit"), analysis=replace(found, documents=replace(found.documents, resume=resume))
    )


def test_of_many_calls_at_once_the_first_ones_are_made() -> None:
    turn, heard = asked(calls("gaps", times=9), MISSING)
    assert [message.role for message in heard[1].messages].count("tool") == 6
    assert len(heard[1].messages[-7].tool_calls) == 6
    assert len(turn.tools) == 6


def test_below_an_answer_that_cites_nothing_stand_three_sources() -> None:
    turn, _ = asked(calls("gaps"), MISSING)
    assert [source.number for source in turn.sources] == [1, 2, 3]


def test_a_quote_is_numbered_behind_the_sources_that_were_given() -> None:
    said = (
        "You built 14 ingestion jobs in Python, rebuilt the reporting layer as 120 dbt models with tests, "
        "designed star schemas for claims and membership, and wrote the data quality checks that caught a duplicate."
    )
    turn, heard = asked(calls("gaps"), said)
    given = heard[1].messages[-1].content.count("(posting")
    assert [source.number for source in turn.sources] == [given + 1, given + 2, given + 3]
    assert given > 3
    found = desk("unfit").analysis.documents
    assert found
    assert {(source.document, source.name) for source in turn.sources} == {("resume", found.resume.name)}


def test_what_is_said_before_a_call_is_a_paragraph_of_its_own() -> None:
    turn, _ = asked(calls("gaps", said="Python is a strength."), MISSING)
    assert turn.text.startswith(f"Python is a strength.\n\n{MISSING}")


@pytest.mark.parametrize("said", ["You are FIT for this job.", "You are FIT. You are FIT."])
def test_an_answer_of_which_nothing_can_be_shown_is_no_failure(said: str) -> None:
    turn, _ = asked(said)
    assert (turn.text, turn.error, turn.stopped, turn.sources) == ("", None, "", ())
    assert turn.instead.startswith("The answer by rules:")


def test_an_answer_that_is_cut_at_its_length_needs_no_other_one() -> None:
    turn, _ = asked(Reply(text="Apache Airflow is missing. Terraform is missing. And", finish="length"))
    assert (turn.stopped, turn.instead) == ("cut", "")


def test_where_nothing_was_written_no_source_stands() -> None:
    turn, _ = asked(ProviderError("down"), traits=PLAIN, question="Why am I unfit?")
    assert (turn.text, turn.sources, turn.stopped, turn.usage) == ("", (), "failed", None)


def test_a_report_without_documents_is_talked_about_all_the_same() -> None:
    brief = replace_desk(desk("unfit"), analysis=replace(analysis("unfit"), documents=UNSET))
    turn, heard = asked(MISSING, at=brief)
    assert turn.text.startswith(MISSING)
    assert (turn.error, "read_document" in [tool.name for tool in heard[0].tools]) == (None, False)
    assert "too long to stand here" not in heard[0].text


def test_each_of_two_questions_is_told_by_its_name() -> None:
    turn, _ = asked(MISSING, question="Why am I unfit and how long does it take?", traits=PLAIN)
    assert turn.tools == ("why", "how_long")


def test_results_of_functions_leave_room_for_the_answer() -> None:
    """However often it calls the longest ones."""
    rounds = [calls("roadmap", full=True)] * 5
    _, heard = asked(*rounds, traits=TIGHT, at=long_desk(), before=BEFORE)
    assert len(heard) == 5
    check_room(heard, TIGHT)


def check_room(heard: Sequence[Heard], traits: ModelTraits) -> None:
    for one in heard:
        tools = count_tokens(msgspec.json.encode(list(one.tools)).decode())
        told = count_messages(message.content for message in one.messages)
        assert told + tools + (one.most_tokens or 0) <= traits.context_tokens


@pytest.mark.parametrize("context", [5_000, 9_000, 12_000])
def test_documents_leave_room_for_the_talk_before(context: int) -> None:
    traits = replace(PLAIN, context_tokens=context)
    turn, heard = asked(MISSING, traits=traits, before=BEFORE)
    assert turn.error is None
    check_room(heard, traits)


@pytest.mark.parametrize("tokens", [40, 60, 90, 200])
def test_what_is_cut_is_no_longer_than_it_may_be(tokens: int) -> None:
    text = "\n".join(f"- {word * 12}" for word in ("Airflow is missing; ", "Spark is missing; ", "dbt. "))
    assert count_tokens(text) > 90
    assert count_tokens(cut(text, tokens)) <= tokens
    assert cut(text, 2_000) == text


def test_what_a_model_wrote_before_it_failed_is_what_it_said() -> None:
    before = Turn(question="Why?", text=MISSING, by="model", stopped="failed", instead="By rules: Terraform.")
    _, heard = asked("Yes.", before=[before])
    said = [message.content for message in heard[0].messages if message.role == "assistant"]
    assert said == [MISSING]


def test_a_context_that_holds_no_list_of_functions_is_told_what_was_found() -> None:
    _, heard = asked(MISSING, traits=replace(LARGE, context_tokens=5_000))
    assert [one.tools for one in heard] == [()]
    assert "Found on this question:" in heard[0].text


def test_a_greeting_needs_no_function() -> None:
    turn, heard = asked("Good morning to you.", question="hello", traits=PLAIN)
    assert (len(heard), turn.error) == (1, None)


def test_a_model_that_is_down_when_it_is_to_choose_a_function_is_asked_once() -> None:
    question = "Which colleague of mine could pair with me on weekends?"
    turn, heard = asked(ProviderError("down"), MISSING, question=question, traits=PLAIN)
    assert (turn.stopped, len(heard)) == ("failed", 1)


def test_a_file_that_the_person_names_a_model_may_compare_with() -> None:
    read: list[str] = []

    def posting(name: str) -> Analysis:
        read.append(name)
        return analysis("swapped")

    def compared(question: str) -> tuple[Turn, list[Heard]]:
        call = calls("compare", runs=["./other-job.txt"])
        return asked(call, MISSING, question=question, at=desk("unfit", from_posting=posting))

    assert compared("compare it with my other job")[0].tools == ()
    assert read == []
    assert compared("compare it with ./other-job.txt")[0].tools == ("compare",)
    assert set(read) == {"./other-job.txt"}


def test_a_model_that_reads_by_itself_is_not_told_what_the_question_names() -> None:
    _, heard = asked(MISSING, question="What do they offer?", traits=TIGHT, at=long_desk())
    assert heard[0].tools[-1].name == "read_document"
    assert "Of the posting:" not in heard[0].text


def test_how_much_was_forgotten_is_told_once() -> None:
    """Also where the messages are made twice: with another function, and once the model's context is known."""
    turn, _ = asked(MISSING, traits=TIGHT, at=long_desk(), before=BEFORE)
    assert len([note for note in turn.notes if "earlier turns" in note]) == 1

    def shorter(heard: Heard) -> ProviderError:
        model.traits = replace(LARGE, context_tokens=6_500)
        return TooLong("too long")

    model = ScriptedModel([shorter, MISSING], replace(LARGE, context_tokens=8_000))
    again = Adviser(long_desk()).by_model(model, "What is missing?", Context(), BEFORE)
    assert again.error is None
    assert len([note for note in again.notes if "earlier turns" in note]) == 1


class Unheard(ScriptedModel):
    """Gives its answer at once, and from the disk."""

    def reply(self, messages: Sequence[ChatMessage], **more: Any) -> Reply:
        return super().reply(messages, **(more | {"on_text": None}))

    @property
    def spent(self) -> Usage:
        return Usage(cached=len(self.heard))


def test_an_answer_that_does_not_come_in_pieces_is_shown_too() -> None:
    shown: list[str] = []
    model = Unheard([MISSING], LARGE)
    turn = Adviser(desk("unfit")).by_model(model, "What is missing?", Context(), (), shown.append)
    assert "".join(shown) == MISSING
    assert turn.usage == Usage(cached=1)


@pytest.mark.parametrize("given", [None, [1], {"document": "resume", "section": 3}])
def test_whatever_is_asked_of_a_document_is_no_failure(given: Any) -> None:
    notes: list[str] = []
    reading = Reading(Papers(analysis("unfit")), ScriptedModel(), notes.append, notes.append)
    found = call([reading.tool()], "read_document", given)
    assert (found.ok, found.sources) == (False, ())
    assert "document is one of resume, posting" in found.text()


def test_a_section_that_is_read_twice_was_shortened_once() -> None:
    read = calls("read_document", document="resume", section="projects")
    turn, _ = asked(read, "Ran the night shift.", read, MISSING, traits=TIGHT, at=long_desk())
    assert turn.tools == ("read_document", "read_document")
    assert len([note for note in turn.notes if "Shortened by the model" in note]) == 1
