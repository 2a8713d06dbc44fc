"""Typed facts in a few words, for tests of what is computed from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import hypothesis
import msgspec
from hypothesis import strategies as st

from careercraft.match import credit
from careercraft.model.facts import (
    CultureValue,
    EducationFacts,
    ExperienceFacts,
    Facts,
    HardFact,
    LocationFacts,
    RelevantWork,
    SalaryFacts,
    YearsAsked,
)
from careercraft.model.job import SENIORITY_ORDER, Importance
from careercraft.model.match import Evidence, SkillEntry, SkillMatch
from careercraft.model.resume import DEGREE_ORDER
from careercraft.model.score import PART_KEYS, Scorecard
from careercraft.model.skill import Hours, Skill
from careercraft.score.card import scorecard
from careercraft.score.gaps import Scene
from careercraft.settings import Weights

WEIGHTS: dict[str, float] = msgspec.to_builtins(Weights())
IMPORTANCES: tuple[Importance, ...] = ("must", "preferred", "nice")
KINDS = ("technical", "soft", "domain", "language", "certification", "other")
fuzz = hypothesis.settings(deadline=None, derandomize=True, database=None, max_examples=60)
"""The same examples in every run, however slow the machine."""


def only(**weights: float) -> dict[str, float]:
    """These weights, 0 for the others."""
    return {key: weights.get(key, 0.0) for key in PART_KEYS}


def slug(name: str) -> str:
    return name.lower().replace(" ", "-")


def entry(
    name: str,
    strength: float = 0.0,
    importance: Importance = "must",
    kind: str = "technical",
    covered: bool = True,
    at: int = 0,
    **more: Any,
) -> SkillEntry:
    """One requirement; `at` is its place in the posting. What counts has evidence in the resume."""
    if strength and "tier" not in more:
        more["tier"] = "exact"
    shown = (Evidence(document="resume", quote=name, start=at, end=at + len(name)),) if strength else ()
    return SkillEntry(
        id=slug(name) if covered else None,
        name=name,
        kind=kind,
        strength=strength,
        importance=importance,
        job_evidence=(Evidence(document="job", quote=name, start=at, end=at + len(name)),),
        resume_evidence=shown,
        **{"source": "document", **more},
    )


def match_of(entries: Iterable[SkillEntry]) -> SkillMatch:
    lists: dict[str, list[SkillEntry]] = {"matched": [], "partial": [], "missing": []}
    for item in entries:
        lists[credit.outcome(item.strength)].append(item)
    return SkillMatch(**{name: tuple(items) for name, items in lists.items()})


def scene_of(
    entries: Iterable[SkillEntry],
    facts: Facts | None = None,
    weights: Mapping[str, float] = WEIGHTS,
    threshold: float = 70.0,
) -> Scene:
    return Scene(match_of(entries), facts or Facts(), weights, threshold)


def card_of(scene: Scene) -> Scorecard:
    return scorecard(scene.skills, scene.facts, scene.weights, scene.threshold)


def taxonomy_of(hours: Mapping[str, float]) -> dict[str, Skill]:
    """Skills by name whose intermediate level takes so many hours."""
    return {
        slug(name): Skill(
            id=slug(name), name=name, kind="technical", hours=Hours(value / 2, value, value * 2, value * 4)
        )
        for name, value in hours.items()
    }


SHARES = st.integers(0, 100).map(lambda value: value / 100)
STRENGTHS = st.sampled_from([0.0, 0.0, credit.PARTIAL, 0.5, 0.6, credit.MATCHED, 0.9, 1.0])


@st.composite
def entry_lists(draw: st.DrawFn, most: int = 8, hard: bool = True) -> list[SkillEntry]:
    return [
        entry(
            f"Skill {index}",
            draw(STRENGTHS),
            draw(st.sampled_from(IMPORTANCES)),
            draw(st.sampled_from(KINDS)),
            covered=draw(st.integers(0, 4)) > 0,
            at=100 * index,
            hard=hard and draw(st.integers(0, 5)) == 0,
        )
        for index in range(draw(st.integers(0, most)))
    ]


def _work(relevance: float) -> RelevantWork:
    return RelevantWork(label="Cook", years=2.0, relevance=relevance, evidence=())


def _ask(years: float, found: float | None, importance: Importance) -> YearsAsked:
    return YearsAsked(label="relevant work", years=years, found=found, importance=importance, evidence=())


ASKS = st.builds(
    _ask, st.sampled_from([0.0, 1.0, 2.5, 5.0]), st.none() | st.sampled_from([0.0, 1.0, 3.0, 9.0]),
    st.sampled_from(IMPORTANCES),
)  # fmt: skip
EXPERIENCES = st.builds(
    ExperienceFacts,
    total_years=st.none() | st.just(9.0), relevant_years=st.none() | st.just(3.0),
    asked=st.lists(ASKS, max_size=3).map(tuple),
    work=st.lists(SHARES.map(_work), max_size=2).map(tuple),
    job_level=st.none() | st.sampled_from(SENIORITY_ORDER), resume_level=st.none() | st.sampled_from(SENIORITY_ORDER),
)  # fmt: skip
EDUCATIONS = st.builds(
    EducationFacts,
    asked_level=st.none() | st.sampled_from(DEGREE_ORDER), asked_fields=st.just(("physics",)),
    or_equivalent=st.booleans(), found_level=st.none() | st.sampled_from(DEGREE_ORDER),
    found_known=st.booleans(), field_match=st.none() | SHARES,
    experience_years=st.none() | st.sampled_from([0.0, 3.0, 12.0]),
)  # fmt: skip
LOCATIONS = st.builds(
    LocationFacts,
    mode=st.none() | st.sampled_from(["onsite", "hybrid", "remote"]), job_place=st.none() | st.just("Berlin"),
    resume_place=st.none() | st.just("Berlin"), nearness=st.none() | st.sampled_from([0.0, 0.4, 0.7, 1.0]),
    wants_remote=st.none() | st.booleans(), km=st.none() | st.sampled_from([0, 30, 90, 400]),
    office_days=st.none() | st.sampled_from([0.2, 2.0, 5.0]), in_reach=st.none() | st.booleans(),
    relocation=st.none() | st.sampled_from(["offered", "required", "not_offered"]),
    will_relocate=st.none() | st.booleans(), authorized=st.none() | st.booleans(),
)  # fmt: skip
SALARIES = st.builds(
    SalaryFacts,
    minimum=st.none() | st.just(40000.0), maximum=st.none() | st.sampled_from([45000.0, 60000.0]),
    currency=st.none() | st.just("EUR"), wish=st.none() | st.sampled_from([40000.0, 55000.0, 90000.0]),
    rate=st.none() | st.just(1.2), hours=st.none() | st.just(20.0), on_target=st.booleans(),
)  # fmt: skip
CULTURES = st.lists(
    st.builds(
        CultureValue, label=st.just("Teamwork"), shown=st.just(0.0) | SHARES, evidence=st.just(()),
        opposed=st.booleans(), wished=st.booleans(),
    ),
    max_size=6,
).map(tuple)  # fmt: skip
HARD_FACTS = st.lists(
    st.sampled_from([None, None, True, False]).map(
        lambda met: HardFact(text="a permit", met=met, evidence=())
    ),
    max_size=1,
).map(tuple)
FACTS = st.builds(
    Facts,
    experience=EXPERIENCES, education=EDUCATIONS, location=LOCATIONS, salary=SALARIES, culture=CULTURES,
    hard=HARD_FACTS, resume_quality=SHARES, job_quality=SHARES,
)  # fmt: skip
WEIGHT_SETS = st.one_of(
    st.just(WEIGHTS),
    st.fixed_dictionaries({key: st.sampled_from([0.0, 0.05, 0.3, 2.0]) for key in PART_KEYS}),
)
THRESHOLDS = st.sampled_from([0.0, 33.3, 50.0, 70.0, 100.0])
SCENES = st.builds(scene_of, entry_lists(), FACTS, WEIGHT_SETS, THRESHOLDS)
