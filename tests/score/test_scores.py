"""What holds for every score: its rows add up, what isn't known is not stated, nothing leaves 0 to 100."""

from __future__ import annotations

import pytest
from hypothesis import given
from msgspec import structs

from careercraft.model.facts import (
    CultureValue,
    EducationFacts,
    ExperienceFacts,
    Facts,
    LocationFacts,
    RelevantWork,
    SalaryFacts,
    YearsAsked,
)
from careercraft.model.job import SENIORITY_ORDER, Seniority
from careercraft.model.match import SkillMatch
from careercraft.model.resume import DEGREE_ORDER
from careercraft.model.score import PART_KEYS, Row, Score
from careercraft.score.education import STUDY_YEARS, level_share
from careercraft.score.experience import experience_score, share
from careercraft.score.gaps import Scene
from careercraft.score.rows import Part, make_rows, scored, total
from careercraft.score.skills import FULL_PART, IMPORTANCE_WEIGHT, UNCOVERED_SHARE, coverage
from tests.score.builders import SCENES, WEIGHTS, card_of, entry, fuzz, match_of, scene_of


def score(key: str, scene: Scene) -> Score:
    return card_of(scene).by_key()[key]


def values(facts: Facts) -> dict[str, float | None]:
    return {key: item.value for key, item in card_of(scene_of([], facts)).by_key().items()}


@fuzz
@given(SCENES)
def test_rows_add_up_to_the_value(scene: Scene) -> None:
    card = card_of(scene)
    assert [item.key for item in card.scores] == [*PART_KEYS, "readiness", "confidence"]
    for item in card.scores:
        assert (item.value is None) == (item.status == "not_stated") == (not item.rows)
        assert item.summary
        if item.value is None:
            continue
        assert 0 <= item.value <= 100
        assert item.value == round(item.value, 1)
        assert sum(row.points for row in item.rows) == pytest.approx(
            item.value, abs=0.05 + 0.001 * len(item.rows)
        )
        assert sum(row.of for row in item.rows) == pytest.approx(100, abs=0.001 * len(item.rows))
        assert all(0 <= row.points <= row.of + 1e-9 for row in item.rows)


@fuzz
@given(SCENES)
def test_the_same_facts_give_the_same_card(scene: Scene) -> None:
    assert card_of(scene) == card_of(Scene(scene.skills, scene.facts, dict(scene.weights), scene.threshold))


def test_of_nothing_only_the_confidence_is_known() -> None:
    card = card_of(scene_of([]))
    assert [item.key for item in card.scores if item.value is not None] == ["confidence"]
    assert card.verdict.interval == (0.0, 100.0)


def test_parts_without_weight_have_no_row() -> None:
    assert scored("readiness", [Part("a", 1.0, 0.0)], 0.0, "", "silent").status == "not_stated"
    rows = make_rows([Part("a", 1.0, 1.0), Part("b", 0.5, 3.0)])
    assert [(row.points, row.of) for row in rows] == [(25.0, 25.0), (37.5, 75.0)]


# What the posting doesn't ask for and what the resume doesn't say are not stated, never 0.


@pytest.mark.parametrize(
    ("key", "silent", "stated"),
    [
        ("experience_match", Facts(), Facts(experience=ExperienceFacts(job_level="mid", resume_level="mid"))),
        (
            "experience_match",
            Facts(experience=ExperienceFacts(job_level="mid", asked=(
                YearsAsked(label="work", years=2.0, found=None, importance="must", evidence=()),))),
            Facts(experience=ExperienceFacts(asked=(
                YearsAsked(label="work", years=2.0, found=0.0, importance="must", evidence=()),))),
        ),
        (
            "education_match",
            Facts(education=EducationFacts(asked_level="bachelor", found_known=True)),
            Facts(education=EducationFacts(asked_level="bachelor", found_level="high_school")),
        ),
        (
            "education_match",
            Facts(education=EducationFacts(found_level="doctorate")),
            Facts(education=EducationFacts(asked_level="bachelor", or_equivalent=True, experience_years=0.0)),
        ),
        (
            "location_match",
            Facts(location=LocationFacts(mode="onsite", job_place="Berlin")),
            Facts(location=LocationFacts(mode="onsite", job_place="Berlin", nearness=0.0)),
        ),
        (
            "location_match",
            Facts(location=LocationFacts(wants_remote=True)),
            Facts(location=LocationFacts(mode="remote")),
        ),
        (
            "salary_match",
            Facts(salary=SalaryFacts(maximum=50000.0, currency="EUR")),
            Facts(salary=SalaryFacts(maximum=50000.0, wish=500000.0)),
        ),
        ("salary_match", Facts(salary=SalaryFacts(wish=50000.0)), Facts(salary=SalaryFacts(minimum=1.0, wish=50000.0))),
        (
            "culture_fit",
            Facts(culture=(CultureValue(label="Trust", shown=0.0, evidence=()),)),
            Facts(culture=(CultureValue(label="Trust", shown=0.2, evidence=()),)),
        ),
    ],
)  # fmt: skip
def test_unknown_is_not_stated(key: str, silent: Facts, stated: Facts) -> None:
    assert values(silent)[key] is None
    assert values(stated)[key] is not None


def test_silence_is_explained() -> None:
    facts = Facts(
        education=EducationFacts(asked_level="bachelor", found_known=True),
        salary=SalaryFacts(maximum=50000.0, currency="EUR"),
    )
    found = card_of(scene_of([], facts)).by_key()
    assert found["education_match"].summary == "the resume names no degree"
    assert found["salary_match"].summary.startswith("no wish in EUR given")
    assert found["location_match"].summary == "the posting names no place"


# Skills.


def test_weights_of_requirements() -> None:
    assert IMPORTANCE_WEIGHT["must"] > IMPORTANCE_WEIGHT["preferred"] > IMPORTANCE_WEIGHT["nice"] > 0
    for importance, weight in IMPORTANCE_WEIGHT.items():
        rows = score("skills_match", scene_of([entry("A", 1.0), entry("B", 0.0, importance)])).rows
        assert rows[1].of == pytest.approx(100 * weight / (weight + IMPORTANCE_WEIGHT["must"]), abs=0.001)
    uncovered = score("skills_match", scene_of([entry("A", 1.0), entry("B", covered=False)])).value
    assert uncovered == pytest.approx(100 / (1 + UNCOVERED_SHARE), abs=0.05)


@pytest.mark.parametrize(
    ("key", "kinds"),
    [
        ("technical_skills", {"technical", "certification"}),
        ("soft_skills", {"soft"}),
        ("domain_knowledge", {"domain"}),
        ("skills_match", {"technical", "certification", "soft", "domain", "language", "other"}),
    ],
)  # fmt: skip
def test_each_score_counts_its_kinds(key: str, kinds: set[str]) -> None:
    everything = ("technical", "certification", "soft", "domain", "language", "other")
    rows = score(key, scene_of([entry(kind, kind=kind) for kind in everything])).rows
    assert {row.label for row in rows} == kinds


def test_a_kind_weighs_by_how_much_of_it_is_asked() -> None:
    shares = [coverage("soft_skills", match_of([entry(f"S{n}", kind="soft") for n in range(count)]))
              for count in (1, FULL_PART, FULL_PART + 4)]  # fmt: skip
    assert shares == [round(1 / FULL_PART, 3), 1.0, 1.0]
    assert coverage("skills_match", match_of([entry("A")])) == 1.0


def test_extra_skills_count_nothing() -> None:
    plain = scene_of([entry("A", 1.0), entry("B")])
    more = SkillMatch(matched=plain.skills.matched, missing=plain.skills.missing, extra=(entry("C", 1.0),))
    assert card_of(plain) == card_of(plain._replace(skills=more))


# Experience, education.


def test_years_over_what_is_asked_earn_no_more_and_none_asked_is_met() -> None:
    def ask(years: float, found: float) -> float:
        return share(YearsAsked(label="", years=years, found=found, importance="must", evidence=()))

    assert (ask(4, 2), ask(4, 4), ask(4, 40), ask(0, 0)) == (0.5, 1.0, 1.0, 1.0)


@pytest.mark.parametrize("held", [None, *DEGREE_ORDER])
@pytest.mark.parametrize("asked", DEGREE_ORDER)
def test_degrees(held: str | None, asked: str) -> None:
    facts = EducationFacts(asked_level=asked, found_level=held)  # type: ignore[arg-type]
    rank = DEGREE_ORDER.index(held) if held else -1  # type: ignore[arg-type]
    distance = DEGREE_ORDER.index(asked) - rank  # type: ignore[arg-type]
    expected = 1.0 if distance <= 0 else 0.0 if held is None else 0.5 if distance == 1 else 0.2
    assert level_share(facts) == expected
    # Experience may make up for what is missing, never take away.
    for years in (0.0, 1.0, 3.0, 100.0):
        helped = structs.replace(facts, or_equivalent=True, experience_years=years)
        assert level_share(helped) >= expected
    assert level_share(structs.replace(facts, or_equivalent=True, experience_years=100.0)) == 1.0
    assert level_share(structs.replace(facts, or_equivalent=False, experience_years=100.0)) == expected


def test_three_years_of_work_stand_for_one_of_study() -> None:
    facts = EducationFacts(asked_level="bachelor", or_equivalent=True, experience_years=6.0)
    assert level_share(facts) == pytest.approx(6.0 / (3 * STUDY_YEARS["bachelor"]))


def ranked(level: Seniority, relevance: float = 1.0) -> Facts:
    work = (RelevantWork(label="Cook", years=9.0, relevance=relevance, evidence=()),)
    return Facts(experience=ExperienceFacts(job_level="mid", resume_level=level, work=work))


def test_being_over_qualified_costs_nothing_and_is_said() -> None:
    levels = {level: values(ranked(level))["experience_match"] for level in SENIORITY_ORDER[1:]}
    assert levels["junior"] is not None
    assert levels["junior"] < 100
    assert levels["mid"] == levels["senior"] == levels["lead"] == 100
    said = {level: experience_score(ranked(level).experience, 1.0).rows[1].label for level in ("mid", "lead")}
    assert ["over it" in label for label in said.values()] == [False, True]


def test_a_rank_in_other_work_says_little() -> None:
    rows = [
        experience_score(ranked("lead", share).experience, 1.0).rows[1].points
        for share in (0.0, 0.25, 0.5, 1.0)
    ]
    assert rows[0] == 0
    assert 0 < rows[1] < rows[2] == rows[3]


def test_remote_work_is_near_everywhere() -> None:
    far = LocationFacts(mode="remote", nearness=0.0)
    assert values(Facts(location=far))["location_match"] == 100
    assert values(Facts(location=structs.replace(far, mode="onsite")))["location_match"] == 0


def test_default_weights_name_every_part() -> None:
    assert tuple(WEIGHTS) == PART_KEYS
    assert sum(WEIGHTS.values()) == pytest.approx(1)


def test_a_score_is_the_same_in_any_order_of_its_rows() -> None:
    """Added one after another, these round to 38.2 from one end and to 38.1 from the other."""
    points = [12.377, 15.362, 2.654, 2.664, 5.093]
    rows = [Row(label="", points=value, of=20.0, evidence=()) for value in points]
    assert total(rows) == total(rows[::-1]) == 38.1
