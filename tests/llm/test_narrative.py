"""Prose that comes in pieces, and of which nobody sees a sentence before it is checked."""

from __future__ import annotations

import json
import random

import pytest
from msgspec import structs
from msgspec.structs import replace

from careercraft.errors import ProviderError
from careercraft.llm.fact_sheet import fact_sheet
from careercraft.llm.faults import TooLong
from careercraft.llm.narrative import LONGEST, Judgement, Reader, tell
from careercraft.llm.recheck import recheck
from careercraft.llm.scripted import _TRAITS, ScriptedModel
from careercraft.llm.tokens import count_tokens
from careercraft.model.chat import Reply
from tests.render.sample import all_samples

SAMPLES = {name: analysis for name, analysis in all_samples().items() if not name.startswith("hostile")}
ANALYSIS = SAMPLES["engineer"] if "engineer" in SAMPLES else next(iter(SAMPLES.values()))
PROSE = """## Summary
It is a good one. It is a lie. It may
be so.

## Strengths and gaps
A lie again.

## Suggestions for bullets
- First a lie. Then the rest.
- Another e.g. with an abbreviation. Done
"""
CHECKED = """## Summary
It is a good one. It may be so.

## Suggestions for bullets
- Then the rest.
- Another e.g. with an abbreviation. Done"""


def judge(sentence: str) -> Judgement:
    if "lie" in sentence:
        return "refused", "number"
    return ("doubtful", "who knows") if "may be" in " ".join(sentence.split()) else ("holds", "")


def read(text: str, size: int) -> tuple[Reader, list[str]]:
    shown: list[str] = []
    reader = Reader(judge, shown.append)
    for at in range(0, len(text), size):
        reader.feed(text[at : at + size])
    reader.end()
    return reader, shown


@pytest.mark.parametrize("size", [1, 2, 7, 64, 10_000])
def test_pieces_of_any_size_make_the_same_text(size: int) -> None:
    reader, shown = read(PROSE, size)
    assert reader.text == CHECKED
    assert dict(reader.dropped) == {"number": 3}
    assert [(flag.quote, flag.reason) for flag in reader.flags] == [("It may be so.", "who knows")]
    assert "lie" not in "".join(shown)
    assert "[doubtful: who knows]" in "".join(shown)


def test_sentences_are_shown_while_the_rest_is_still_to_come() -> None:
    shown: list[str] = []
    reader = Reader(judge, shown.append)
    reader.feed("It is a good one. It is a li")
    assert "".join(shown) == "It is a good one."
    reader.feed("e. And")
    assert "".join(shown) == "It is a good one."


def test_a_line_break_parts_no_sentence() -> None:
    heard: list[str] = []
    reader = Reader(lambda sentence: (heard.append(sentence), ("holds", ""))[1], lambda words: None)
    reader.feed("You are a perfect\nfit for it.\n- One item\n- Another\n\nEnd")
    reader.end()
    assert [" ".join(sentence.split()) for sentence in heard] == [
        "You are a perfect fit for it.",
        "- One item",
        "- Another",
        "End",
    ]


def test_a_heading_of_its_own_is_judged() -> None:
    reader, _ = read("## A lie\n\nIt is a good one.", 5)
    assert reader.text == "It is a good one."
    assert dict(reader.dropped) == {"number": 1}


def test_what_never_ends_is_not_read_to_its_end() -> None:
    reader, _ = read("Good words here. " * (LONGEST // 10), 1000)
    assert len(reader.text) <= LONGEST
    assert reader.dropped["too_long"] == 1
    reader, _ = read("word " * 1_000, 100)
    assert (reader.text, dict(reader.dropped)) == ("", {"too_long": 1})


def test_the_narrative_names_model_and_prompt() -> None:
    model = ScriptedModel([PROSE])
    found = tell(model, ANALYSIS, judge)
    assert found.stopped is None
    assert (found.narrative.model, found.narrative.prompt) == ("scripted", "narrative 2")
    assert (found.narrative.text, found.narrative.dropped, found.narrative.cut) == (
        CHECKED,
        {"number": 3},
        False,
    )
    assert str(ANALYSIS.verdict.readiness) in model.heard[0].text


def test_prompt_and_prose_fit_into_a_short_context() -> None:
    """Some servers refuse a call whose prompt and answer could pass the context."""
    model = ScriptedModel(["It is a good one."], traits=replace(_TRAITS, context_tokens=2_048))
    tell(model, ANALYSIS, judge)
    (heard,) = model.heard
    assert heard.most_tokens is not None
    assert heard.most_tokens >= 600
    assert count_tokens(heard.text) + heard.most_tokens <= 2_048


def test_where_the_server_names_its_limit_less_is_sent() -> None:
    def refuse(heard: object) -> ProviderError:
        model.traits = replace(_TRAITS, context_tokens=2_048)
        return TooLong("the text is too long", "")

    model = ScriptedModel([refuse, "It is a good one."])
    assert tell(model, ANALYSIS, judge).narrative.text == "It is a good one."
    first, second = model.heard
    assert count_tokens(second.text) < count_tokens(first.text) < 8_192


def test_instructions_said_again_are_no_prose() -> None:
    model = ScriptedModel(["Summary: the verdict, the readiness, what it mostly rests on. It is a good one."])
    narrative = tell(model, ANALYSIS, judge).narrative
    assert narrative.text == "It is a good one."
    assert narrative.dropped == {"echo": 1}


def test_an_answer_cut_by_its_limit_says_so() -> None:
    assert tell(ScriptedModel([Reply(text="Good so far", finish="length")]), ANALYSIS, judge).narrative.cut


@pytest.mark.parametrize(
    "reply", [Reply(text=""), Reply(text="I can't.", finish="refusal"), ProviderError("down")]
)
def test_nothing_at_all_is_a_failure(reply: object) -> None:
    with pytest.raises(ProviderError):
        tell(ScriptedModel([reply]), ANALYSIS, judge)


@pytest.mark.parametrize("error", [ProviderError("gone"), KeyboardInterrupt()])
def test_what_came_before_a_failure_is_kept(error: BaseException) -> None:
    class Breaking(ScriptedModel):
        def reply(self, messages, *, on_text=None, **more):  # type: ignore[no-untyped-def]
            on_text("It is a good one. It is a li")
            raise error

    found = tell(Breaking(), ANALYSIS, judge)
    assert found.stopped is error
    assert (found.narrative.text, found.narrative.cut) == ("It is a good one.", True)


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_a_fact_sheet_is_json_with_the_verdict(name: str) -> None:
    sheet = json.loads(fact_sheet(SAMPLES[name], 3_000))
    assert sheet["verdict"]["label"] == SAMPLES[name].verdict.label
    assert fact_sheet(SAMPLES[name], 3_000) == fact_sheet(SAMPLES[name], 3_000)


def test_a_fact_sheet_shrinks_and_says_so() -> None:
    whole, short = fact_sheet(ANALYSIS, 100_000), fact_sheet(ANALYSIS, 10)
    assert count_tokens(short) < count_tokens(whole)
    left = {name: value for name, value in json.loads(short).items() if name.endswith("_not_listed_here")}
    for name in ("missing", "partial", "matched"):
        assert left.get(f"{name}_not_listed_here", 0) == max(0, len(getattr(ANALYSIS.skills, name)) - 1)


@pytest.mark.parametrize("seed", range(60))
def test_what_is_kept_comes_through_the_checker_once_more(seed: int) -> None:
    """However odd it is: that is what `careercraft verify` does with it."""
    chance = random.Random(seed)
    words = [
        "It is good",
        "A lie here",
        "It may be so",
        "1. First",
        "- item",
        "- a lie",
        "* may be",
        "## A lie",
        "Two:",
    ]
    ends = [". ", ".\n", "\n\n", "\n- ", ": ", "!\n1. "]
    prose = "".join(chance.choice(words) + chance.choice(ends) for _ in range(9)) + "It is a good one."
    narrative = tell(ScriptedModel([prose]), ANALYSIS, judge).narrative
    assert "lie" not in narrative.text
    assert list(recheck(narrative, judge)) == []


def test_a_sentence_slipped_in_later_is_found() -> None:
    narrative = tell(ScriptedModel([PROSE]), ANALYSIS, judge).narrative
    (wrong,) = recheck(structs.replace(narrative, text=f"{narrative.text}\n\nOne more lie."), judge)
    assert (
        wrong == "“One more lie.” doesn't hold: it is a sentence with a number that the analysis doesn't have"
    )
    (wrong,) = recheck(structs.replace(narrative, flags=()), judge)
    assert wrong == "“It may be so.” is doubtful (who knows), and isn't marked as such"
    long = structs.replace(narrative, text="Good words here. " * LONGEST, flags=())
    assert "more words than a model's prose may have" in [*recheck(long, judge)][-1]
