"""Over whole documents: true evidence never costs, words without it never pay."""

from __future__ import annotations

from itertools import pairwise

import pytest

from careercraft.model.analysis import Analysis
from careercraft.taxonomy import Taxonomy
from tests.match.parts import resume
from tests.pipeline.test_pipeline import JOBS, run

BULLETS = ["Built services for nine teams", "Kept the records of forty clients"]


def of(bullets: list[str], job: str = "developer", **more: str) -> Analysis:
    return run(job=job, resume_text=resume(work="\n".join(bullets), **more))


def scores(analysis: Analysis) -> dict[str, float]:
    return {
        score.key: score.value
        for score in analysis.scores
        if score.value is not None and score.key != "confidence"
    }


@pytest.mark.parametrize("job", JOBS)
def test_a_deed_with_a_skill_that_is_asked_lowers_no_score(job: str, taxonomy: Taxonomy) -> None:
    before = of(BULLETS, job)
    missing = [entry for entry in before.skills.missing if entry.id is not None]
    assert missing
    for entry in missing:
        assert entry.id is not None
        after = of([*BULLETS, f"Used {taxonomy.skills[entry.id].name}, every day"], job)
        assert entry.id in {found.id for found in after.skills.matched}
        old, new = scores(before), scores(after)
        assert {key: (old[key], new[key]) for key in old if new[key] < old[key]} == {}
        assert new["readiness"] > old["readiness"]


def test_more_years_lower_nothing() -> None:
    bullets = ["Built Python services with Docker"]
    years = [scores(of(bullets, dates=f"Jan {start} - Dec 2025")) for start in (2025, 2023, 2020, 2015)]
    for less, more in pairwise(years):
        assert {key: (less[key], more[key]) for key in less if more[key] < less[key]} == {}
    assert years[-1]["experience_match"] >= years[0]["experience_match"]


def test_the_same_word_again_earns_nothing() -> None:
    once = of(["Built Python services", "Kept records"])
    often = of(["Built Python services", "Kept records " + "Python " * 30])
    assert often.verdict.readiness == once.verdict.readiness


def test_unrelated_text_moves_readiness_by_less_than_a_point() -> None:
    padding = [
        f"Watered the {plant} in the yard before noon"
        for plant in ("roses", "tulips", "ferns", "herbs", "oaks")
    ]
    plain = of(["Built Python services with Docker", *BULLETS])
    padded = of(["Built Python services with Docker", *BULLETS, *padding * 3])
    assert abs(padded.verdict.readiness - plain.verdict.readiness) < 1


def test_order_of_the_bullets_is_no_matter() -> None:
    bullets = ["Built Python services", "Ran Docker on nine hosts", *BULLETS]
    assert scores(of(bullets)) == scores(of(bullets[::-1]))


def test_a_name_is_no_reason() -> None:
    text = resume(work="Built Python services with Docker")
    other = text.replace("Jane Doe", "Mohammed Al-Farsi").replace("jane.doe", "m.alfarsi")
    assert scores(run(resume_text=text)) == scores(run(resume_text=other))
