"""Every constant of the credit has its effect, and no other. Numbers are read from the code."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercraft.match import credit
from careercraft.model.document import Span
from careercraft.model.match import Mention, Requirement, SkillUse
from careercraft.model.resume import PROFICIENCY_ORDER, Proficiency
from tests.match.parts import fuzz

HIT = Mention(skill_id="java", span=Span(0, 4), tier="exact", score=1.0)


def use(used: bool = True, years: float | None = None, level: Proficiency | None = None) -> SkillUse:
    return SkillUse(skill_id="java", mentions=(HIT,), used=used, years=years, level=level)


def wanted(
    years: float | None = None, level: Proficiency | None = None, kind: str = "technical"
) -> Requirement:
    return Requirement(
        name="Java", kind=kind, importance="must", options=("java",), mention="Java", spans=(Span(0, 4),),
        years=years, level=level,
    )  # fmt: skip


def test_used_earns_all_and_listed_less() -> None:
    assert credit.direct(use(), wanted()) == credit.USED == 1.0
    assert credit.direct(use(used=False), wanted()) == credit.LISTED < credit.USED


@pytest.mark.parametrize("kind", ["certification", "language"])
def test_what_one_has_needs_no_deed(kind: str) -> None:
    assert credit.direct(use(used=False), wanted(kind=kind)) == credit.USED


def test_years_count_in_proportion() -> None:
    assert credit.direct(use(years=3.0), wanted(years=4.0)) == pytest.approx(0.75)
    assert credit.direct(use(years=9.0), wanted(years=4.0)) == 1.0
    assert credit.direct(use(years=9.0), wanted()) == 1.0
    assert credit.direct(use(), wanted(years=4.0)) == credit.UNDATED_SHARE < 1


def test_each_missing_level_costs_a_step() -> None:
    shares = [credit.direct(use(level=level), wanted(level="expert")) for level in PROFICIENCY_ORDER]
    assert shares == pytest.approx(
        [max(credit.PARTIAL, 1 - step * credit.LEVEL_STEP) for step in (3, 2, 1, 0)]
    )
    assert credit.direct(use(level="expert"), wanted(level="beginner")) == 1.0
    assert credit.direct(use(), wanted(level="expert")) == 1.0


def test_a_named_skill_is_never_missing() -> None:
    weakest = credit.direct(use(used=False, years=0.1, level="beginner"), wanted(years=20.0, level="expert"))
    assert credit.outcome(weakest) == "partial"


def test_the_requirements_own_words_earn_what_a_name_does() -> None:
    assert credit.stated(True) == credit.USED
    assert credit.stated(False) == credit.LISTED
    assert credit.stated(True, years=3.0) == pytest.approx(credit.USED * credit.UNDATED_SHARE)


def test_implied_falls_with_the_steps_and_minds_the_years() -> None:
    values = [credit.implied(step, use(), wanted()) for step in (1, 2, 3, 9)]
    assert values == sorted(values, reverse=True)
    assert (values[0], values[-1]) == (credit.IMPLIED[0], credit.IMPLIED[-1])
    assert values[0] < credit.USED
    assert credit.implied(1, use(years=1.0), wanted(years=2.0)) == pytest.approx(credit.IMPLIED[0] / 2)
    assert credit.outcome(credit.implied(1, use(years=0.1), wanted(years=9.0))) == "partial"


def test_a_related_skill_is_never_the_thing_itself() -> None:
    assert credit.related(0.5) == pytest.approx(0.5 * credit.RELATED_CEILING)
    assert credit.related(1.0) == credit.related(7.0) == credit.RELATED_CEILING
    assert credit.outcome(credit.RELATED_CEILING) == "partial"


def test_similarity_earns_nothing_under_the_floor_and_a_line_over_it() -> None:
    low, high = credit.SEMANTIC_FLOOR, credit.SEMANTIC_TOP
    assert credit.semantic(low - 0.001) == 0.0
    assert credit.semantic(low) == credit.PARTIAL
    assert credit.semantic((low + high) / 2) == pytest.approx(
        (credit.PARTIAL + credit.SEMANTIC_CEILING) / 2, abs=0.001
    )
    assert credit.semantic(high) == credit.semantic(1.0) == credit.SEMANTIC_CEILING < credit.LISTED


def test_outcomes_change_at_the_constants() -> None:
    assert [credit.outcome(value) for value in (0.0, credit.PARTIAL - 0.001, credit.PARTIAL,
                                                credit.MATCHED - 0.001, credit.MATCHED, 1.0)] == [
        "missing", "missing", "partial", "partial", "matched", "matched",
    ]  # fmt: skip


LEVELS = st.none() | st.sampled_from(PROFICIENCY_ORDER)
YEARS = st.none() | st.floats(0, 40)


@fuzz
@given(st.booleans(), YEARS, LEVELS, YEARS, LEVELS, st.floats(0, 5))
def test_more_of_it_never_earns_less(
    used: bool,
    years: float | None,
    level: Proficiency | None,
    asked: float | None,
    need: Proficiency | None,
    more: float,
) -> None:
    requirement = wanted(years=asked, level=need)
    before = credit.direct(use(used, years, level), requirement)
    assert credit.PARTIAL <= before <= 1
    assert credit.direct(use(True, years, level), requirement) >= before
    if years is not None:
        assert credit.direct(use(used, years + more, level), requirement) >= before
    if level is not None:
        assert credit.direct(use(used, years, "expert"), requirement) >= before


@fuzz
@given(st.floats(-1, 1), st.floats(0, 1))
def test_nearer_never_earns_less(similarity: float, more: float) -> None:
    assert credit.semantic(min(1.0, similarity + more)) >= credit.semantic(similarity)
    assert credit.related(min(1.0, abs(similarity) + more)) >= credit.related(abs(similarity))
