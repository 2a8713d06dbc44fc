"""Whose plan it is, what it leads to, and when two plans are the same."""

from __future__ import annotations

from msgspec import structs

from careercraft.model.plan import PlanEngine
from careercraft.plan.identity import person, person_of, roadmap_id, target_of
from tests.plan.worlds import analysis_of, settings_of, taxonomy_of


def test_a_plan_is_the_same_for_the_same_analysis_settings_and_program() -> None:
    engine = PlanEngine(version="1", taxonomy="0" * 64)
    same = roadmap_id("a" * 32, settings_of(), engine)
    assert same == roadmap_id("a" * 32, settings_of(), PlanEngine(version="1", taxonomy="0" * 64))
    others = {
        roadmap_id("b" * 32, settings_of(), engine),
        roadmap_id("a" * 32, settings_of(style="breadth"), engine),
        roadmap_id("a" * 32, settings_of(), PlanEngine(version="2", taxonomy="0" * 64)),
        roadmap_id("a" * 32, settings_of(), PlanEngine(version="1", taxonomy="1" * 64)),
    }
    assert len(others | {same}) == 5


def test_a_posting_is_known_by_its_bytes_and_a_role_by_its_name() -> None:
    analysis = analysis_of(taxonomy_of([]), [])
    job = analysis.documents.job  # type: ignore[union-attr]
    renamed = structs.replace(job, name="copy.txt")
    role = structs.replace(job, name="role nurse", hash="other")
    keys = [
        target_of(structs.replace(analysis, documents=structs.replace(analysis.documents, job=one))).key  # type: ignore[type-var]
        for one in (job, renamed, structs.replace(job, hash="other"), role)
    ]
    assert keys == [f"posting:{job.hash}", f"posting:{job.hash}", "posting:other", "role:nurse"]


def test_a_resume_without_name_or_address_is_known_by_its_file() -> None:
    analysis = analysis_of(taxonomy_of([]), [])
    file = analysis.documents.resume.hash  # type: ignore[union-attr]
    for basics in (None, {}, {"email": None, "name": "  "}):
        assert person_of(structs.replace(analysis, resume={"basics": basics})) == person("", "", file)
