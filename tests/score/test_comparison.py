"""Postings side by side: the order is total, and what closing a common gap does is what the scorer says."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET, structs

from careercraft.model.advice import Gap
from careercraft.model.analysis import SCHEMA, Analysis, AnalyzedDocument, Documents, Engine
from careercraft.model.comparison import CommonGap, UnreadPosting
from careercraft.model.facts import Facts
from careercraft.score.changes import replaced
from careercraft.score.comparison import common_gaps, compare_postings, missing_musts, place
from careercraft.score.gaps import Scene
from tests.score.builders import card_of, entry, entry_lists, fuzz, only, scene_of

SKILLS_ONLY = only(skills_match=1.0)
THRESHOLD = 70.0


def analysis_of(scene: Scene, name: str = "job.txt", gaps: tuple[Gap, ...] = ()) -> Analysis:
    """Only what a comparison looks at."""
    card = card_of(scene)
    engine = Engine(
        version="1", taxonomy="t", encoder="e", settings="s", today="2026-11-20", threshold=scene.threshold,
        weights=dict(scene.weights),
    )  # fmt: skip
    sides = [
        AnalyzedDocument(
            name=side,
            text="",
            hash=side,
            format="text",
            language="en",
            hidden=(),
            problems=(),
        )
        for side in ("resume.txt", name)
    ]
    empty: dict[str, Any] = dict.fromkeys(
        ("strengths", "recommendations", "next_steps", "priority_improvements", "learning_resources",
         "counterfactuals"), (),
    )  # fmt: skip
    return Analysis(
        schema=SCHEMA, id=name, created="", verdict=card.verdict, scores=card.scores, skills=scene.skills,
        gaps=gaps, facts=scene.facts, engine=engine, documents=Documents(resume=sides[0], job=sides[1]), **empty,
    )  # fmt: skip


def posting(name: str, *entries: Any) -> Analysis:
    return analysis_of(scene_of(entries, weights=SKILLS_ONLY, threshold=THRESHOLD), name)


def by_name(gaps: tuple[CommonGap, ...]) -> dict[str, CommonGap]:
    return {gap.name: gap for gap in gaps}


def test_the_order_is_fit_then_readiness_then_names() -> None:
    fit = posting("c.txt", entry("Python", 1.0))
    better = posting("b.txt", entry("Python", 1.0), entry("Rust", at=10))
    unmet = posting(
        "a.txt", *(entry(f"Skill {i}", 1.0, at=10 * i) for i in range(9)), entry("Permit", hard=True, at=99)
    )
    equal = posting("d.txt", entry("Python", 1.0), entry("Rust", at=10))
    assert unmet.verdict.readiness > fit.verdict.threshold
    files = [item.documents.job.name for item in sorted([equal, unmet, better, fit], key=place)]  # type: ignore[union-attr]
    assert files == ["c.txt", "a.txt", "b.txt", "d.txt"]


def test_a_common_gap_counts_its_postings_and_what_it_turns() -> None:
    postings = [
        # 66.7: Docker would do.
        posting("a.txt", entry("Python", 1.0), entry("SQL", 1.0, at=10), entry("Docker", at=20)),
        # FIT already.
        posting("b.txt", entry("Python", 1.0), entry("Docker", 0.5, "nice", at=20, tier="related", via="Podman")),
        posting("c.txt", entry("Python", 1.0), *(entry(f"X {i}", at=30 + i) for i in range(5)), entry("Docker", at=50)),
        posting("d.txt", entry("Python", 1.0), entry("Rust", at=10)),
    ]  # fmt: skip
    found = compare_postings("resume.txt", "Ana", THRESHOLD, postings, ())
    ranks = {item.file: item.rank for item in found.postings}
    docker = by_name(found.common_gaps)["Docker"]
    assert docker.id == "docker"
    assert set(docker.missing_in) == {ranks["a.txt"], ranks["c.txt"]}
    assert docker.partial_in == (ranks["b.txt"],)
    assert set(docker.must_in) == {ranks["a.txt"], ranks["c.txt"]}
    assert docker.makes_fit == (ranks["a.txt"],)
    assert set(by_name(found.common_gaps)) == {"Docker"}  # Rust and the others stand in one posting each
    assert found.engine == postings[0].engine


def test_what_makes_most_fit_comes_first_then_what_stands_in_most() -> None:
    postings = [
        posting(f"{i}.txt", entry("Python", 1.0), entry("SQL", 1.0, at=5), *extra)
        for i, extra in enumerate(
            [
                [entry("Docker", at=20)],
                [entry("Docker", at=20)],
                [entry("Rust", at=30), entry("Go", at=31), entry("A", at=40), entry("B", at=41)],
                [entry("Rust", at=30), entry("Go", at=31), entry("C", at=40), entry("D", at=41)],
                [entry("Rust", at=30), entry("Perl", at=32), entry("E", at=40), entry("F", at=41)],
            ]
        )
    ]
    assert [gap.name for gap in common_gaps(sorted(postings, key=place))] == ["Docker", "Rust", "Go"]


def test_what_no_entry_covers_is_common_by_its_words() -> None:
    postings = [
        posting("a.txt", entry("Python", 1.0), entry("Old drawings", covered=False, at=10)),
        posting("b.txt", entry("Python", 1.0), entry("old drawings", covered=False, at=10)),
    ]
    (gap,) = compare_postings("r", None, THRESHOLD, postings, ()).common_gaps
    assert (gap.id, len(gap.missing_in)) == (None, 2)


def test_hours_are_those_of_the_gaps() -> None:
    def gap(hours: float) -> Gap:
        return Gap(
            id="docker", name="Docker", severity="major", priority=1, points=1.0, hours=hours, reason="",
            evidence=(),
        )  # fmt: skip

    scene = scene_of([entry("Python", 1.0), entry("Docker", at=20)], weights=SKILLS_ONLY)
    postings = [analysis_of(scene, "a", (gap(20.0),)), analysis_of(scene, "b", (gap(60.0),))]
    assert common_gaps(postings)[0].hours == 60.0
    assert common_gaps([analysis_of(scene, "a"), analysis_of(scene, "b")])[0].hours is UNSET


def test_missing_musts_come_by_points() -> None:
    gaps = tuple(
        Gap(name=name, severity="major", priority=1, points=points, reason="", evidence=())
        for name, points in (("Docker", 1.0), ("Rust", 4.0))
    )
    scene = scene_of(
        [entry("Docker"), entry("Rust", at=10), entry("Go", 0.0, "nice", at=20)], weights=SKILLS_ONLY
    )
    assert missing_musts(structs.replace(analysis_of(scene), gaps=gaps)) == ("Rust", "Docker")


def test_nothing_read_is_an_empty_comparison() -> None:
    unread = UnreadPosting(file="a.pdf", code="input", message="no text", hint="")
    found = compare_postings("resume.txt", None, THRESHOLD, (), (unread,))
    assert (found.postings, found.common_gaps, found.engine, found.unread) == ((), (), None, (unread,))


@fuzz
@given(st.lists(entry_lists(most=5, hard=True), min_size=2, max_size=4))
def test_common_gaps_are_what_the_scorer_says(lists: list[Any]) -> None:
    """Brute force: each open requirement of a skill met as if it were shown in full and nothing else."""
    postings = [
        analysis_of(scene_of(entries, Facts(), SKILLS_ONLY, THRESHOLD), f"{index}.txt")
        for index, entries in enumerate(lists)
    ]
    ranked = sorted(postings, key=place)
    for gap in common_gaps(ranked):
        assert len({*gap.missing_in, *gap.partial_in}) > 1
        for rank in {*gap.missing_in, *gap.partial_in}:
            analysis = ranked[rank - 1]
            named = [
                item
                for item in (*analysis.skills.missing, *analysis.skills.partial)
                if item.id == gap.id and (gap.id is not None or item.name == gap.name)
            ]
            assert named
            met = {id(item): structs.replace(item, strength=1.0) for item in named}
            then = card_of(
                Scene(replaced(analysis.skills, met), analysis.facts, SKILLS_ONLY, THRESHOLD)
            ).verdict.label
            turns = then == "FIT" and analysis.verdict.label == "UNFIT"
            assert (rank in gap.makes_fit) == turns
