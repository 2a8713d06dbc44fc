"""What a model is asked of the documents, and what is made of its answers."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import jsonschema
import pytest
from msgspec import structs

from careercraft.errors import ProviderError
from careercraft.llm import structured
from careercraft.llm.faults import TooLong
from careercraft.llm.proposals import ask, pieces, read_claims, schema
from careercraft.llm.scripted import ScriptedModel
from careercraft.llm.tokens import count_tokens
from careercraft.model.chat import ModelTraits
from careercraft.model.proposed import Claim

EMPTY = {"skills": [], "soft_skills": [], "years": []}
TRAITS = ModelTraits(name="tiny", context_tokens=2_000, schema=True, tools=False, local=True)


def test_claims_of_a_resume() -> None:
    answer = {
        "skills": [{"skill": " Kafka ", "quote": "ran Kafka"}],
        "soft_skills": [{"skill": "Mentoring", "quote": "coached two"}],
        "years": [{"skill": "SQL", "years": 5, "quote": "five years of SQL"}],
    }
    model = ScriptedModel([answer])
    found = ask(model, "resume", "I ran Kafka and coached two.", ["Python"])
    assert found.claims == (
        Claim(kind="skill", name="Kafka", quote="ran Kafka"),
        Claim(kind="soft_skill", name="Mentoring", quote="coached two"),
        Claim(kind="years", name="SQL", years=5, quote="five years of SQL"),
    )
    assert (found.malformed, found.prompt, found.parts) == (0, "propose_resume 2", 1)
    (heard,) = model.heard
    assert "I ran Kafka and coached two." in heard.text
    assert "leave these out: Python" in heard.text
    assert heard.schema == schema("resume")


def test_claims_of_a_posting() -> None:
    answer = {
        "requirements": [{"skill": "Go", "quote": "we write Go"}],
        "years": [{"years": 3, "quote": "3 years"}],
    }
    found = ask(ScriptedModel([answer]), "job", "we write Go", [])
    assert [(claim.kind, claim.name, claim.years) for claim in found.claims] == [
        ("requirement", "Go", None),
        ("years_asked", "", 3.0),
    ]


@pytest.mark.parametrize("side", ["resume", "job"])
def test_the_schema_is_strict_and_what_it_allows_is_read(side: Any) -> None:
    found = schema(side)
    jsonschema.Draft202012Validator.check_schema(found)
    item = {"skill": "x", "quote": "y", "years": 2}
    groups = found["properties"]
    answer = {
        name: [{key: item[key] for key in group["items"]["properties"]}] for name, group in groups.items()
    }
    jsonschema.validate(answer, found)
    claims, malformed = read_claims(answer, side)
    assert (len(claims), malformed) == (len(groups), 0)
    for group in groups.values():
        assert group["items"]["additionalProperties"] is False


@pytest.mark.parametrize(
    "item",
    [
        "Kafka", 7, None, [], {}, {"skill": "Kafka"}, {"quote": "ran Kafka"}, {"skill": "", "quote": "ran"},
        {"skill": 3, "quote": "ran"}, {"skill": "Kafka", "quote": None}, {"skill": "Kafka", "quote": ["ran"]},
        {"skill": "Kafka", "quote": "ran", "years": "five"}, {"skill": "Kafka", "quote": "ran", "years": True},
    ],
)  # fmt: skip
def test_what_is_no_claim_is_counted(item: object) -> None:
    good = {"skill": "SQL", "quote": "ran SQL"}
    claims, malformed = read_claims({"skills": [item, good]}, "resume")
    assert [claim.name for claim in claims] == ["SQL"]
    assert malformed == 1


@pytest.mark.parametrize("answer", [None, "", [], 3, {"skills": "Kafka"}, {"other": []}])
def test_an_answer_of_any_shape_is_harmless(answer: object) -> None:
    assert read_claims(answer, "resume") == ([], 0)


def test_items_beyond_all_measure_are_counted_and_not_read() -> None:
    claims, malformed = read_claims({"skills": [{"skill": "SQL", "quote": "SQL"}] * 403}, "resume")
    assert (len(claims), malformed) == (400, 3)


def test_years_without_a_number_are_no_claim() -> None:
    assert read_claims({"years": [{"skill": "SQL", "quote": "SQL"}]}, "resume") == ([], 1)
    assert read_claims({"years": [{"quote": "many years"}]}, "job") == ([], 1)


def test_nothing_of_a_long_document_is_cut() -> None:
    text = "\n\n".join(f"Paragraph {number}: " + "parcels and scans " * 40 for number in range(60))
    model = ScriptedModel([EMPTY] * 99, traits=TRAITS)
    heard: list[tuple[int, int]] = []
    found = ask(model, "resume", text, [], lambda part, parts: heard.append((part, parts)))
    assert found.parts > 5
    assert heard == [(number, found.parts) for number in range(1, found.parts + 1)]
    said = "\n".join(item.text for item in model.heard)
    assert all(f"Paragraph {number}: " in said for number in range(60))
    for item in model.heard:
        in_words = structured.asked_for(list(item.messages), schema("resume"))
        asked = sum(count_tokens(message.content) for message in in_words)
        assert asked + (item.most_tokens or 0) <= TRAITS.context_tokens


@pytest.mark.parametrize("tokens", [1, 7, 50, 100_000])
def test_pieces_hold_the_whole_text(tokens: int) -> None:
    text = "One line.\nAnother, longer line of words.\n\nA paragraph\twith tabs. "
    text += "".join(map(str, range(100, 200))) + " end"
    parts = list(pieces(text, tokens))
    reached = 0
    for part in parts:
        gap = len(text[reached:]) - len(text[reached:].lstrip())
        start = text.rfind(part, 0, reached + gap + len(part))
        assert start >= 0, part
        reached = max(reached, start + len(part))
    assert reached == len(text)
    assert all(parts)
    if tokens >= 50:
        assert all(count_tokens(part) <= tokens for part in parts)


def test_a_quote_over_the_border_of_two_pieces_stands_in_one_of_them() -> None:
    lines = [f"Line {number} tells of parcels, of scans and of depot {number}." for number in range(130)]
    text = "\n".join(lines)
    parts = list(pieces(text, 800))
    assert len(parts) == 3
    for one, other in pairwise(lines):
        assert any(f"{one}\n{other}" in part for part in parts), one


def test_what_two_pieces_share_is_claimed_once() -> None:
    text = "\n".join(
        f"Line {number} tells of parcels, of scans and of depot {number}." for number in range(130)
    )
    answer = {**EMPTY, "skills": [{"skill": "Kafka", "quote": "ran Kafka"}] * 2}
    model = ScriptedModel([answer] * 9, traits=structs.replace(TRAITS, context_tokens=2_800))
    found = ask(model, "resume", text, [])
    assert found.parts > 1
    assert len(found.claims) == 2  # one answer that says it twice is told so


def test_many_known_skills_leave_room_in_a_short_context() -> None:
    model = ScriptedModel([EMPTY] * 9, traits=structs.replace(TRAITS, context_tokens=2_000))
    ask(model, "resume", "I ran Kafka.", [f"Skill number {number}" for number in range(500)])
    assert "Skill number 79" in model.heard[0].text
    assert "Skill number 80" not in model.heard[0].text


def test_where_the_server_names_its_limit_the_pieces_get_smaller() -> None:
    def refuse(heard: object) -> ProviderError:
        model.traits = TRAITS
        return TooLong("the text is too long", "")

    model = ScriptedModel([refuse, *[EMPTY] * 99])
    found = ask(model, "resume", "parcels and scans\n" * 400, [])
    assert found.parts > 1
    assert count_tokens(model.heard[1].text) < count_tokens(model.heard[0].text)


def test_a_failure_passes() -> None:
    with pytest.raises(ProviderError, match="down"):
        ask(ScriptedModel([ProviderError("down")]), "resume", "words", [])
