"""Confidence: rows that a person can check, from tables that a count stands behind."""

from __future__ import annotations

import re
from typing import Any, get_args

import pytest
from hypothesis import given
from msgspec import structs

from careercraft.model.facts import ExperienceFacts, Facts, HardFact, YearsAsked
from careercraft.model.match import SkillEntry, Tier
from careercraft.model.score import Row
from careercraft.score import confidence
from careercraft.score.confidence import (
    ABOVE,
    BELOW,
    DISTANCE,
    ENOUGH,
    UNMET,
    Table,
    distance,
    points,
    sureness,
)
from careercraft.score.gaps import Scene
from tests.conftest import ROOT
from tests.score.builders import SCENES, SHARES, card_of, entry, fuzz, match_of, only, scene_of

PERMIT = HardFact(text="a work permit", evidence=())


def skills(shown: float, count: int = ENOUGH, **more: Any) -> list[SkillEntry]:
    """As many requirements, of which this share is shown in full."""
    return [entry(f"Skill {index}", float(index < shown * count), **more) for index in range(count)]


def scene(*entries: SkillEntry, facts: Facts | None = None) -> Scene:
    return scene_of(entries, facts, only(skills_match=1.0))


def rows(of: Scene) -> tuple[Row, ...]:
    return card_of(of).by_key()["confidence"].rows


def sure(of: Scene) -> float:
    return card_of(of).verdict.confidence


@fuzz
@given(SCENES)
def test_the_rows_are_those_of_a_hundred_points(scene: Scene) -> None:
    score = card_of(scene).by_key()["confidence"]
    assert [row.of for row in score.rows] == [50.0, 20.0, 10.0, 5.0, 5.0, 10.0]
    assert all(0 <= row.points <= row.of for row in score.rows)
    assert score.value == pytest.approx(sum(row.points for row in score.rows), abs=0.051)


@pytest.mark.parametrize("table", [ABOVE, BELOW])
def test_a_table_never_falls_and_ends_with_all_points(table: Table) -> None:
    assert list(table) == sorted(table)
    assert [earned for _, earned in table] == sorted(earned for _, earned in table)
    assert table[0][0] == 0
    assert table[-1][1] == DISTANCE


def test_points_lie_on_the_lines_of_the_table() -> None:
    table = ((0, 10), (10, 30), (20, 70))
    assert [points(table, away) for away in (0, 5, 10, 15, 20, 90)] == [10, 20, 30, 50, 70, 70]


@fuzz
@given(SCENES, SHARES)
def test_confidence_grows_with_the_distance_of_a_verdict(scene: Scene, part: float) -> None:
    """The threshold goes away from the readiness, on the side where it is."""
    verdict = card_of(scene).verdict
    ready = verdict.readiness
    start, away = (ready, ready - 30) if verdict.label == "FIT" else (ready + 0.1, ready + 30)
    nearer, farther = (start + (away - start) * share for share in (part, (1 + part) / 2))
    assert sure(scene._replace(threshold=nearer)) <= sure(scene._replace(threshold=farther))


@fuzz
@given(SCENES)
def test_confidence_moves_no_readiness(scene: Scene) -> None:
    card = card_of(scene)
    worse = scene._replace(facts=structs.replace(scene.facts, resume_quality=0.0, job_quality=0.0))
    other = card_of(worse)
    assert other.verdict.confidence <= card.verdict.confidence
    assert structs.replace(other.verdict, confidence=0.0) == structs.replace(card.verdict, confidence=0.0)


def test_a_narrow_verdict_is_less_sure_than_a_clear_one() -> None:
    assert sure(scene(*skills(0.75))) < sure(scene(*skills(1.0)))
    assert sure(scene(*skills(0.625))) < sure(scene(*skills(0.0)))


def test_an_unmet_mandatory_requirement_makes_unfit_sure_however_high_the_readiness() -> None:
    card = card_of(scene(*skills(1.0), entry("Forklift License", importance="nice", hard=True)))
    row = card.by_key()["confidence"].rows[0]
    assert card.verdict.label == "UNFIT"
    assert card.verdict.readiness > 90
    assert row.label == "Mandatory and not shown: Forklift License"
    assert row.points == pytest.approx(points(BELOW, UNMET))
    assert card.by_key()["confidence"].rows[1].points == 20
    assert card.verdict.confidence > 80
    assert distance(95, 70, unmet=True) == UNMET
    assert distance(30, 70, unmet=True) == 40
    assert distance(95, 70, unmet=False) == distance(45, 70, unmet=False) == 25


def test_many_unmet_ones_are_counted() -> None:
    entries = [entry(f"License {index}", hard=True) for index in range(5)]
    assert (
        rows(scene(*entries))[0].label
        == "Mandatory and not shown: License 0, License 1, License 2 and 2 more"
    )


def test_an_open_mandatory_question_makes_a_fit_less_sure_and_an_unfit_no_less() -> None:
    open_ones, settled = Facts(hard=(PERMIT,)), Facts(hard=(structs.replace(PERMIT, met=True),))
    fit, unfit = skills(1.0), skills(0.0)
    row = rows(scene(*fit, facts=open_ones))[2]
    assert row.label == "How much was known; mandatory and open: a work permit"
    assert row.points == 0
    assert sure(scene(*fit, facts=open_ones)) < sure(scene(*fit, facts=settled))
    assert sure(scene(*unfit, facts=open_ones)) == sure(scene(*unfit, facts=settled))


def test_what_is_not_known_counts() -> None:
    known = scene_of(skills(1.0), weights=only(skills_match=0.6))
    unknown = scene_of(skills(1.0), weights=only(skills_match=0.6, experience_match=0.4))
    assert [rows(known)[2].points, rows(unknown)[2].points] == pytest.approx([10.0, 6.0])


def test_an_unfit_of_many_missing_requirements_is_surer_than_one_of_years_alone() -> None:
    """Both 20 points under the threshold: half of the skills with all of the years, and the other way round."""
    weights = only(skills_match=0.5, experience_match=0.5)

    def pair(shown: float, years: float) -> Scene:
        ask = YearsAsked(label="work", years=10.0, found=years, importance="must", evidence=())
        return scene_of(
            skills(shown), Facts(experience=ExperienceFacts(relevant_years=years, asked=(ask,))), weights
        )

    by_skills, by_years = pair(0.0, 10.0), pair(1.0, 0.0)
    assert card_of(by_skills).verdict.readiness == card_of(by_years).verdict.readiness
    labels = [(row.label, row.points) for row in (rows(by_skills)[1], rows(by_years)[1])]
    assert labels == [
        ("Requirements that speak for it: 100 %", 20.0),
        ("Requirements that speak for it: 0 %", 0.0),
    ]


def test_a_fit_of_most_requirements_is_surer() -> None:
    of = {
        shown: rows(scene(*skills(shown))._replace(threshold=10.0))[1].points for shown in (0.25, 0.5, 0.75)
    }
    assert of == pytest.approx({0.25: 2.5, 0.5: 15.0, 0.75: 20.0})


def test_few_requirements_make_less_sure() -> None:
    short, long = scene(*skills(1.0, 2)), scene(*skills(1.0, ENOUGH + 3))
    assert [row.label for row in (rows(short)[3], rows(long)[3])] == [
        "Requirements found: 2",
        "Requirements found: 11",
    ]
    assert [rows(short)[3].points, rows(long)[3].points] == pytest.approx([5 * 2 / ENOUGH, 5.0])


def test_of_nothing_known_nothing_is_sure() -> None:
    assert rows(scene())[0].points == 0
    assert sure(scene()) <= 10


def test_the_summary_says_what_the_number_means_and_what_is_weakest() -> None:
    score = card_of(scene(*skills(1.0, 2))).by_key()["confidence"]
    assert score.value == 96.2
    assert score.summary == "such a verdict stays in about 96 of 100 cases; weakest: requirements found: 2"


def test_sureness_follows_the_tiers() -> None:
    tiers = ["semantic", "related", "implied", "exact"]
    values = [sureness(match_of([entry("A", 1.0, tier=tier), entry("B")])) for tier in tiers]
    assert values == sorted(values)
    assert len(set(values)) == len(values)


def test_what_was_not_found_rests_on_no_match() -> None:
    assert sureness(match_of([entry("A"), entry("B", 1.0)])) == 1.0
    assert sureness(match_of([])) == 0.0


def test_every_tier_has_a_sureness() -> None:
    assert confidence._SURENESS.keys() == set(get_args(Tier))


def test_the_page_has_the_tables() -> None:
    page = (ROOT / "docs" / "scoring.md").read_text(encoding="utf-8")
    assert {
        name: tuple((float(away), float(earned)) for away, earned in zip(*found, strict=True))
        for name, found in tables_of(page).items()
    } == {"FIT": ABOVE, "UNFIT": BELOW}


def tables_of(page: str) -> dict[str, list[list[str]]]:
    """By label the distances and what they earn, from the rows of the page's tables."""
    lines = re.findall(
        r"^\| Points (?:over|under) \|(.*)\|\n\|[-| ]+\|\n\| (FIT|UNFIT) \|(.*)\|$", page, re.MULTILINE
    )
    return {name: [re.findall(r"\d+", cells) for cells in (head, row)] for head, name, row in lines}


def test_a_table_of_the_page_is_read() -> None:
    page = "| Points over | 0 | 5 |\n|---|---|---|\n| FIT | 40 | 70 |\n"
    assert tables_of(page) == {"FIT": [["0", "5"], ["40", "70"]]}


def test_an_open_question_costs_nothing_where_a_mandatory_requirement_is_unmet() -> None:
    """The verdict is UNFIT whatever the answer."""
    refused = HardFact(text="a clearance", met=False, evidence=())
    (row,) = [
        row
        for row in rows(scene(*skills(1.0), facts=Facts(hard=(PERMIT, refused))))
        if row.label.startswith("How much was known")
    ]
    assert row.label == "How much was known"
    (open_row,) = [
        row
        for row in rows(scene(*skills(1.0), facts=Facts(hard=(PERMIT,))))
        if row.label.startswith("How much was known")
    ]
    assert open_row.label == "How much was known; mandatory and open: a work permit"
    assert open_row.points < row.points


def test_what_is_plainly_unmet_decides_though_nothing_else_is_known() -> None:
    refused = HardFact(text="a clearance", met=False, evidence=())
    assert rows(scene(facts=Facts(hard=(refused,))))[0].points > 0
    assert rows(scene())[0].points == 0
