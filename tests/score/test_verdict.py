"""Readiness, interval, borderline, hard requirements, the label and its reasons."""

from __future__ import annotations

import pytest
from hypothesis import given

from careercraft.model.facts import EducationFacts, ExperienceFacts, Facts, HardFact, LocationFacts
from careercraft.score.card import part_scores
from careercraft.score.gaps import Scene
from careercraft.score.readiness import unknown_parts
from tests.score.builders import SCENES, WEIGHTS, card_of, entry, fuzz, match_of, only, scene_of

KNOWN = Facts(
    experience=ExperienceFacts(job_level="mid", resume_level="mid"),
    location=LocationFacts(nearness=1.0),
)


def hard(met: bool | None) -> Facts:
    return Facts(hard=(HardFact(text="a permit", met=met, evidence=()),))


@fuzz
@given(SCENES)
def test_readiness_is_the_weighted_mean_of_what_is_known(scene: Scene) -> None:
    card = card_of(scene)
    known = [part for part in card.scores[:9] if part.value is not None and part.weight]
    weight = sum(part.weight for part in known)
    ready = card.by_key()["readiness"]
    if not known:
        assert ready.value is None
        assert card.verdict.readiness == 0.0
    else:
        mean = sum(part.weight * (part.value or 0.0) for part in known) / weight
        assert ready.value == pytest.approx(mean, abs=0.06)
        assert ready.value == card.verdict.readiness
    assert f"{len(known)} known parts" in ready.summary or not known


@fuzz
@given(SCENES)
def test_the_interval_is_readiness_with_the_unknown_either_way(scene: Scene) -> None:
    card = card_of(scene)
    low, high = card.verdict.interval
    parts = part_scores(scene.skills, scene.facts, scene.weights)
    unknown = sum(part.weight for part in unknown_parts(parts, scene.facts))
    known = sum(part.weight for part in parts if part.value is not None)
    if not known:
        assert (low, high) == (0.0, 100.0)
        return
    assert 0 <= low <= card.verdict.readiness <= high <= 100
    assert high - low == pytest.approx(100 * unknown / (known + unknown), abs=0.11)
    assert card.verdict.borderline == (low < scene.threshold <= high)


def test_an_unknown_part_moves_no_point_but_widens_the_interval() -> None:
    entries = [entry("A", 1.0), entry("B")]
    silent, stated = card_of(scene_of(entries)), card_of(scene_of(entries, KNOWN))
    assert silent.verdict.readiness == 50.0
    assert silent.verdict.interval[0] < 50.0 < silent.verdict.interval[1]
    assert (
        stated.verdict.interval[1] - stated.verdict.interval[0]
        < silent.verdict.interval[1] - silent.verdict.interval[0]
    )


def test_a_degree_that_is_not_asked_is_not_unknown() -> None:
    def unknown(education: EducationFacts) -> set[str]:
        facts = Facts(education=education)
        return {part.key for part in unknown_parts(part_scores(match_of([]), facts, WEIGHTS), facts)}

    assert "education_match" not in unknown(EducationFacts())
    assert "education_match" in unknown(EducationFacts(asked_level="bachelor"))
    assert "technical_skills" not in unknown(EducationFacts())


def test_a_role_of_the_catalogue_has_no_place_no_pay_and_no_culture() -> None:
    facts = Facts(catalogue_role=True)
    parts = part_scores(match_of([]), facts, WEIGHTS)
    assert {part.key for part in unknown_parts(parts, facts)} == {"experience_match"}


@pytest.mark.parametrize(
    ("threshold", "label"), [(50.0, "FIT"), (50.1, "UNFIT"), (49.9, "FIT"), (0.0, "FIT")]
)
def test_fit_is_at_or_over_the_threshold(threshold: float, label: str) -> None:
    scene = scene_of([entry("A", 1.0), entry("B")], weights=only(skills_match=1.0), threshold=threshold)
    assert card_of(scene).verdict.label == label


def test_borderline_straddles() -> None:
    def borderline(threshold: float) -> bool:
        return card_of(scene_of([entry("A", 1.0), entry("B")], threshold=threshold)).verdict.borderline

    low, high = card_of(scene_of([entry("A", 1.0), entry("B")])).verdict.interval
    assert [borderline(value) for value in (low, low + 0.1, high, high + 0.1)] == [False, True, True, False]


@pytest.mark.parametrize(
    ("strength", "covered", "met"),
    [
        (1.0, True, "yes"),
        (0.5, True, "unknown"),
        (0.0, True, "no"),
        (0.0, False, "unknown"),
        (1.0, False, "yes"),
    ],
)
def test_hard_skills(strength: float, covered: bool, met: str) -> None:
    scene = scene_of(
        [entry("A", strength, "nice", covered=covered, hard=True), entry("B", 1.0)], threshold=0.0
    )
    verdict = card_of(scene).verdict
    assert [(item.text, item.met) for item in verdict.hard_requirements] == [("A", met)]
    assert verdict.label == ("UNFIT" if met == "no" else "FIT")
    assert bool(verdict.hard_requirements[0].evidence)


@pytest.mark.parametrize(
    ("met", "words", "label"), [(True, "yes", "FIT"), (False, "no", "UNFIT"), (None, "unknown", "FIT")]
)
def test_permits(met: bool | None, words: str, label: str) -> None:
    verdict = card_of(scene_of([entry("A", 1.0)], hard(met))).verdict
    assert [item.met for item in verdict.hard_requirements] == [words]
    assert verdict.label == label


def test_a_soft_requirement_is_no_hard_one() -> None:
    assert card_of(scene_of([entry("A"), entry("B", 1.0)])).verdict.hard_requirements == ()


def test_reasons_name_what_decides() -> None:
    scene = scene_of(
        [entry("Alpha", 1.0), entry("Beta"), entry("Gamma", hard=True), entry("Delta", importance="nice")]
    )
    reasons = "; ".join(card_of(scene).verdict.reasons)
    assert "short of the threshold of 70" in reasons
    assert "mandatory and not shown: Gamma" in reasons
    assert "must-haves not found: Beta, Gamma" in reasons
    assert "must-haves shown: Alpha" in reasons
    assert "not known: experience match" in reasons
    assert "Delta" not in reasons
