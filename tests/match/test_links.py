"""The linker over a whole text: three tiers, no overlaps, and probabilities that follow the context."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercraft.match.fitted import fitted
from careercraft.match.linker import Linker
from careercraft.match.passages import UNREAD, line_spans, unread_lines
from careercraft.model.match import Mention
from careercraft.model.ports import Encoder, SkillVectors
from tests.match.parts import built_in, fuzz, tiny_taxonomy

POSTING = """Senior Java Developer
About us
We are a leading healthcare company and offer health insurance and a canteen.
Requirements
- Strong experience with Java, Kuberentes and PostgreSQL
- Good understanding of message brokers
Benefits
Equal opportunities for everybody, and a good life insurance.
"""


class _Other:
    """Fails the test when it is asked for vectors."""

    fingerprint = "another"


def linked(linker: Linker, text: str, encode: bool = True) -> dict[str, Mention]:
    return {text[hit.span.start : hit.span.end]: hit for hit in linker.link(text, encode)}


def probability(hits: dict[str, Mention], words: str) -> float:
    found = hits[words].probability
    assert found is not None
    return found


def test_all_tiers_without_overlaps_in_the_order_of_the_text(linker: Linker) -> None:
    hits = linker.link(POSTING)
    tiers = {POSTING[hit.span.start : hit.span.end]: hit.tier for hit in hits}
    assert tiers["PostgreSQL"] == "exact"
    assert tiers["Kuberentes"] == "fuzzy"
    assert [hit.span.start for hit in hits] == sorted(hit.span.start for hit in hits)
    assert all(a.span.end <= b.span.start for a, b in pairwise(hits))
    assert all(hit.probability is not None and 0 <= hit.probability <= 1 for hit in hits)


def test_a_demand_is_likelier_than_the_praise_of_the_employer(linker: Linker) -> None:
    hits = linked(linker, POSTING)
    assert probability(hits, "PostgreSQL") > 0.7
    assert probability(hits, "Java") > 0.7
    assert probability(hits, "healthcare") < fitted().kept


def test_without_the_encoder_only_names_are_found(linker: Linker) -> None:
    hits = linked(linker, POSTING, encode=False)
    assert {hit.tier for hit in hits.values()} <= {"exact", "alias", "fuzzy"}
    assert probability(hits, "PostgreSQL") > probability(hits, "healthcare")


def test_another_encoder_than_the_fitted_one_is_not_asked() -> None:
    other: Encoder = _Other()  # type: ignore[assignment]
    linker = Linker(tiny_taxonomy(), lambda: other, lambda: SkillVectors((), None))  # type: ignore[arg-type]
    assert [hit.tier for hit in linker.link("Experience with Java")] == ["exact"]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("machine learning engineer", []),
        ("We look for machine learning engineers.", []),
        ("Python / Java developers", []),
        ("knowledge of machine learning", ["machine learning"]),
        ("Google Cloud", ["Google Cloud"]),
    ],
)
def test_a_job_title_is_no_skill(linker: Linker, text: str, quotes: list[str]) -> None:
    named = [hit for hit in linker.link(text) if hit.tier != "semantic"]
    assert [text[hit.span.start : hit.span.end] for hit in named] == quotes


def test_what_is_negated_is_not_there(linker: Linker) -> None:
    hits = linked(linker, "You need neither Java nor Kotlin, but PostgreSQL.")
    assert "PostgreSQL" in hits
    assert not {"Java", "Kotlin"} & hits.keys()


@pytest.mark.parametrize("text", ["", "   \n\n ", "…", "1234 !!"])
def test_nothing_in_nothing(linker: Linker, text: str) -> None:
    assert linker.link(text) == ()


def test_the_same_text_gives_the_same_hits(linker: Linker) -> None:
    assert linker.link(POSTING) == linker.link(POSTING)


@fuzz
@given(st.text(alphabet="ab .;\n•", max_size=3000))
def test_lines_hold_every_word_once(text: str) -> None:
    spans = line_spans(text)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    assert all(end - start <= 700 for start, end in spans)
    assert all(word.score == UNREAD for line in unread_lines(text) for word in line.words)


@fuzz
@given(st.text(max_size=80))
def test_any_text_is_taken(text: str) -> None:
    hits = built_in().linker.link(text, encode=False)
    assert all(0 <= hit.span.start < hit.span.end <= len(text) for hit in hits)
