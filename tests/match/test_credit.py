"""Every constant of the credit has its effect, and no other. Numbers are read from the code."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from careercraft.match import credit
from careercraft.model.document import Span
from careercraft.model.match import Mention, Requirement, Shown, SkillUse
from careercraft.model.resume import PROFICIENCY_ORDER, Proficiency
from tests.match.parts import fuzz

HIT = Mention(skill_id="java", span=Span(0, 4), tier="exact", score=1.0)


LISTED = Shown(listed=True)
USED = Shown(entries=1)
FULL = Shown(listed=True, entries=2, recent=True)


def use(shown: Shown = FULL, years: float | None = None, level: Proficiency | None = None) -> SkillUse:
    return SkillUse(skill_id="java", mentions=(HIT,), shown=shown, years=years, level=level)


def wanted(
    years: float | None = None, level: Proficiency | None = None, kind: str = "technical"
) -> Requirement:
    return Requirement(
        name="Java", kind=kind, importance="must", options=("java",), mention="Java", spans=(Span(0, 4),),
        years=years, level=level,
    )  # fmt: skip


def test_each_kind_of_evidence_adds_its_share() -> None:
    steps = [
        (LISTED, credit.NAMED),
        (USED, credit.NAMED + credit.USE),
        (Shown(listed=True, entries=1), credit.NAMED + credit.USE + credit.BOTH),
        (Shown(entries=2), credit.NAMED + credit.USE + credit.REPEATED),
        (Shown(entries=1, recent=True), credit.NAMED + credit.USE + credit.RECENT),
        (FULL, 1.0),
    ]
    for shown, earned in steps:
        assert credit.direct(use(shown), wanted()) == pytest.approx(earned)
    assert min(credit.USE, credit.BOTH, credit.REPEATED, credit.RECENT) > 0


@pytest.mark.parametrize("kind", ["certification", "language"])
def test_what_one_has_needs_no_deed(kind: str) -> None:
    assert credit.direct(use(LISTED), wanted(kind=kind)) == 1.0


def test_a_soft_skill_is_shown_by_deeds() -> None:
    assert credit.outcome(credit.direct(use(LISTED), wanted(kind="soft"))) == "partial"
    assert credit.direct(use(USED), wanted(kind="soft")) == 1.0


def test_years_count_in_proportion() -> None:
    half = (1 + credit.UNDATED_SHARE) / 2
    assert credit.direct(use(years=2.0), wanted(years=4.0)) == pytest.approx(half)
    assert credit.direct(use(years=9.0), wanted(years=4.0)) == 1.0
    assert credit.direct(use(years=9.0), wanted()) == 1.0
    assert credit.direct(use(), wanted(years=4.0)) == credit.UNDATED_SHARE < credit.MATCHED


@fuzz
@given(st.floats(0, 40), st.floats(0.5, 20))
def test_leaving_the_dates_out_never_pays(found: float, asked: float) -> None:
    dated = credit.direct(use(years=found), wanted(years=asked))
    assert credit.direct(use(years=None), wanted(years=asked)) <= dated


def test_each_missing_level_costs_a_step() -> None:
    shares = [credit.direct(use(level=level), wanted(level="expert")) for level in PROFICIENCY_ORDER]
    assert shares == pytest.approx(
        [max(credit.PARTIAL, 1 - step * credit.LEVEL_STEP) for step in (3, 2, 1, 0)]
    )
    assert credit.direct(use(level="expert"), wanted(level="beginner")) == 1.0
    assert credit.direct(use(), wanted(level="expert")) == 1.0


def test_a_named_skill_is_never_missing() -> None:
    weakest = credit.direct(use(LISTED, years=0.1, level="beginner"), wanted(years=20.0, level="expert"))
    assert credit.outcome(weakest) == "partial"


def test_the_requirements_own_words_earn_what_a_name_does() -> None:
    for shown in (LISTED, USED, FULL):
        assert credit.stated(shown, wanted()) == credit.direct(use(shown), wanted())
        assert credit.stated(shown, wanted(years=3.0)) == credit.direct(use(shown), wanted(years=3.0))


def test_implied_falls_with_the_steps_and_minds_the_evidence_and_the_years() -> None:
    values = [credit.implied(step, use(), wanted()) for step in (1, 2, 3, 9)]
    assert values == sorted(values, reverse=True)
    assert (values[0], values[-1]) == (credit.IMPLIED[0], credit.IMPLIED[-1])
    assert values[0] < 1.0
    assert credit.implied(1, use(LISTED), wanted()) == pytest.approx(
        credit.IMPLIED[0] * credit.NAMED, abs=0.001
    )
    half = (1 + credit.UNDATED_SHARE) / 2
    assert credit.implied(1, use(years=1.0), wanted(years=2.0)) == pytest.approx(credit.IMPLIED[0] * half)
    assert credit.outcome(credit.implied(1, use(years=0.1), wanted(years=9.0))) == "partial"


def test_a_related_skill_is_never_the_thing_itself() -> None:
    assert credit.related(0.5) == pytest.approx(0.5 * credit.RELATED_CEILING)
    assert credit.related(1.0) == credit.related(7.0) == credit.RELATED_CEILING
    assert credit.outcome(credit.RELATED_CEILING) == "partial"


def test_similarity_earns_nothing_under_the_floor_and_a_line_over_it() -> None:
    low, high = credit.SEMANTIC_FLOOR, credit.SEMANTIC_TOP
    assert credit.semantic(low - 0.001, USED, wanted()) == 0.0
    assert credit.semantic(low, USED, wanted()) == credit.PARTIAL
    assert credit.semantic((low + high) / 2, USED, wanted()) == pytest.approx(
        (credit.PARTIAL + credit.SEMANTIC_CEILING) / 2, abs=0.001
    )
    assert (
        credit.semantic(high, USED, wanted())
        == credit.semantic(1.0, USED, wanted())
        == credit.SEMANTIC_CEILING
    )


@pytest.mark.parametrize("kind", ["technical", "soft", "domain", "other", "certification"])
@pytest.mark.parametrize("years", [None, 5.0])
def test_meaning_a_skill_never_earns_more_than_naming_it_there(kind: str, years: float | None) -> None:
    for shown in (LISTED, USED):
        asked = wanted(years=years, kind=kind)
        assert credit.semantic(1.0, shown, asked) <= credit.direct(use(shown), asked)


def test_outcomes_change_at_the_constants() -> None:
    assert [credit.outcome(value) for value in (0.0, credit.PARTIAL - 0.001, credit.PARTIAL,
                                                credit.MATCHED - 0.001, credit.MATCHED, 1.0)] == [
        "missing", "missing", "partial", "partial", "matched", "matched",
    ]  # fmt: skip


LEVELS = st.none() | st.sampled_from(PROFICIENCY_ORDER)
YEARS = st.none() | st.floats(0, 40)
SHOWN = st.builds(Shown, listed=st.booleans(), entries=st.integers(0, 3), recent=st.just(False))


@fuzz
@given(SHOWN, YEARS, LEVELS, YEARS, LEVELS, st.floats(0, 5))
def test_more_of_it_never_earns_less(
    shown: Shown,
    years: float | None,
    level: Proficiency | None,
    asked: float | None,
    need: Proficiency | None,
    more: float,
) -> None:
    requirement = wanted(years=asked, level=need)
    before = credit.direct(use(shown, years, level), requirement)
    assert credit.PARTIAL <= before <= 1
    for better in (
        structs.replace(shown, listed=True),
        structs.replace(shown, entries=shown.entries + 1),
        structs.replace(shown, entries=shown.entries + 1, recent=True),
    ):
        assert credit.direct(use(better, years, level), requirement) >= before
    if years is not None:
        assert credit.direct(use(shown, years + more, level), requirement) >= before
    if level is not None:
        assert credit.direct(use(shown, years, "expert"), requirement) >= before


@fuzz
@given(st.floats(-1, 1), st.floats(0, 1))
def test_nearer_never_earns_less(similarity: float, more: float) -> None:
    nearer = credit.semantic(min(1.0, similarity + more), USED, wanted())
    assert nearer >= credit.semantic(similarity, USED, wanted())
    assert credit.related(min(1.0, abs(similarity) + more)) >= credit.related(abs(similarity))


def test_meaning_a_skill_is_met_in_part_at_least_whatever_the_years() -> None:
    assert credit.semantic(credit.SEMANTIC_FLOOR, LISTED, wanted(years=9.0)) == credit.PARTIAL


def test_shared_words_weigh_more_in_a_phrase_of_three_words_and_more() -> None:
    few, many = credit.SHARED_WORDS
    assert few < many
    found = [credit.likeness(0.4, 0.5, words) for words in (1, 2, 3, 9)]
    assert found == pytest.approx([0.4 + few / 2, 0.4 + few / 2, 0.4 + many / 2, 0.4 + many / 2])
