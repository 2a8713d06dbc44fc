"""Small taxonomies, analyses and settings, drawn at random or made in a few words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from careercraft.model.analysis import SCHEMA, Analysis, AnalyzedDocument, Documents, Engine
from careercraft.model.facts import ExperienceFacts, Facts, YearsAsked
from careercraft.model.job import Job
from careercraft.model.match import SkillEntry, SkillMatch
from careercraft.model.plan import WEEKDAYS, Period, PlanSettings, Roadmap
from careercraft.model.skill import Hours, Resource, Skill
from careercraft.plan.build import build_roadmap
from careercraft.plan.settings import checked
from careercraft.score.advice import make_advice
from careercraft.score.steps import Scene
from careercraft.taxonomy import Taxonomy
from careercraft.taxonomy.index import Compiled
from tests.score.builders import WEIGHTS, entry, match_of

TODAY = date(2026, 12, 1)
CREATED = "2026-12-01T09:00:00Z"


def skill(skill_id: str, hours: float = 20.0, kind: str = "technical", **more: Any) -> Skill:
    """One whose intermediate level takes so many hours."""
    name = skill_id.replace("-", " ").title()
    levels = Hours(hours / 2, hours, hours * 2, hours * 4)
    return Skill(id=skill_id, name=name, kind=kind, hours=levels, **{"family": "software", **more})  # type: ignore[arg-type]


def taxonomy_of(skills: Iterable[Skill]) -> Taxonomy:
    skills = tuple(sorted(skills, key=lambda one: one.id))
    return Taxonomy(Compiled(version=0, source_hash="0" * 64, skills=skills, roles=(), surfaces=()))


def asked(
    one: Skill, strength: float = 0.0, importance: str = "must", at: int = 0, **more: Any
) -> SkillEntry:
    """A requirement for this skill."""
    found = entry(one.name, strength, importance, one.kind, at=at, **more)  # type: ignore[arg-type]
    return found


def analysis_of(
    taxonomy: Taxonomy,
    entries: Sequence[SkillEntry],
    extra: Sequence[SkillEntry] = (),
    facts: Facts | None = None,
    threshold: float = 70.0,
) -> Analysis:
    facts = facts or Facts()
    match = match_of(entries)
    match = SkillMatch(
        matched=match.matched, partial=match.partial, missing=match.missing, extra=tuple(extra)
    )
    scene = Scene(match, facts, WEIGHTS, threshold)
    card = scene.card()
    advice = make_advice(scene, taxonomy.skills)
    return Analysis(
        schema=SCHEMA,
        id="a" * 32,
        created=CREATED,
        verdict=card.verdict,
        scores=card.scores,
        skills=match,
        strengths=advice.strengths,
        gaps=advice.gaps,
        recommendations=(),
        next_steps=(),
        priority_improvements=(),
        learning_resources=(),
        counterfactuals=(),
        facts=facts,
        engine=Engine(
            version="0",
            taxonomy=taxonomy.hash,
            encoder="none",
            settings="0",
            today=TODAY.isoformat(),
            threshold=threshold,
            weights=WEIGHTS,
        ),
        documents=Documents(resume=_document("resume.txt"), job=_document("job.txt")),
        resume={"basics": {"name": "Ana Lopez", "email": "Ana@Example.org"}},
        job=Job(),
    )


def _document(name: str) -> AnalyzedDocument:
    return AnalyzedDocument(
        name=name, text="", hash=name * 8, format="text", language="en", hidden=(), problems=()
    )


def settings_of(**changes: Any) -> PlanSettings:
    usual: Mapping[str, Any] = {
        "hours_per_week": 8.0,
        "start": TODAY.isoformat(),
        "weekdays": ("tue", "thu", "sat"),
    }
    return checked(PlanSettings(**{**usual, **changes}), TODAY)[0]


def planned(taxonomy: Taxonomy, entries: Sequence[SkillEntry], **changes: Any) -> Roadmap:
    return build_roadmap(analysis_of(taxonomy, entries), taxonomy, settings_of(**changes), CREATED)


_HOURS = st.sampled_from([0.5, 1.0, 3.0, 6.0, 10.0, 17.0, 40.0, 90.0])
_KINDS = st.sampled_from(["technical", "technical", "domain", "soft", "language", "certification"])
_STRENGTHS = st.sampled_from([0.0, 0.0, 0.0, 0.35, 0.6, 0.75, 1.0])


@st.composite
def taxonomies(draw: st.DrawFn, most: int = 9) -> Taxonomy:
    """Prerequisites and implications lead to earlier skills only, so that there is no circle."""
    skills: list[Skill] = []
    for place in range(draw(st.integers(1, most))):
        ids = [one.id for one in skills]
        few = st.lists(st.sampled_from(ids), max_size=2, unique=True) if ids else st.just([])
        free = draw(st.booleans())
        url = f"https://example.org/{place}"
        books = (
            (Resource(title=f"Guide {place}", url=url, kind="docs", free=free),)
            if draw(st.booleans())
            else ()
        )
        new = skill(
            f"skill-{place}",
            draw(_HOURS),
            draw(_KINDS),
            prerequisites=tuple(draw(few)),
            implies=tuple(draw(few)) if draw(st.booleans()) else (),
            related={one: draw(st.sampled_from([0.2, 0.5, 0.9])) for one in draw(few)},
            resources=books,
        )
        skills.append(new)
    return taxonomy_of(skills)


@st.composite
def analyses(draw: st.DrawFn, taxonomy: Taxonomy) -> Analysis:
    entries: list[SkillEntry] = []
    extra: list[SkillEntry] = []
    for place, one in enumerate(taxonomy.entries):
        where = draw(st.sampled_from(["asked", "asked", "asked twice", "extra", "nowhere"]))
        for again in range({"asked": 1, "asked twice": 2}.get(where, 0)):
            strength = draw(_STRENGTHS)
            more: dict[str, Any] = {"tier": draw(st.sampled_from(["exact", "related"]))} if strength else {}
            if draw(st.integers(0, 4)) == 0:
                more["required_years"] = 3.0
            importance = draw(st.sampled_from(["must", "preferred", "nice"]))
            hard = draw(st.integers(0, 6)) == 0
            entries.append(asked(one, strength, importance, 200 * place + 100 * again, hard=hard, **more))
        if where == "extra":
            extra.append(asked(one, 0.9, at=200 * place))
    if draw(st.booleans()):
        entries.append(entry("Something odd", covered=False, at=9999))
    short = YearsAsked(label="relevant work", years=5.0, found=2.0, importance="must", evidence=())
    facts = Facts(experience=ExperienceFacts(asked=(short,))) if draw(st.booleans()) else Facts()
    return analysis_of(taxonomy, entries, extra, facts, draw(st.sampled_from([40.0, 70.0, 95.0])))


@st.composite
def plan_settings(draw: st.DrawFn, focus: Sequence[str] = ("all", "must", "fit")) -> PlanSettings:
    days = draw(st.lists(st.sampled_from(WEEKDAYS), min_size=1, unique=True))
    start = TODAY + timedelta(days=draw(st.integers(0, 10)))
    off = []
    for _ in range(draw(st.integers(0, 2))):
        first = start + timedelta(days=draw(st.integers(0, 60)))
        off.append(Period(first.isoformat(), (first + timedelta(days=draw(st.integers(0, 20)))).isoformat()))
    changes: dict[str, Any] = {}
    if draw(st.booleans()):
        changes["deadline"] = (start + timedelta(days=draw(st.integers(90, 200)))).isoformat()
    return settings_of(
        hours_per_week=draw(st.sampled_from([0.5, 1.0, 3.5, 7.25, 8.0, 13.0])),
        start=start.isoformat(),
        weekdays=tuple(days),
        holidays=tuple(off),
        focus=(draw(st.sampled_from(list(focus))),),
        style=draw(st.sampled_from(["depth", "breadth"])),
        budget=draw(st.sampled_from(["any", "free"])),
        pace=draw(st.sampled_from([1.0, 1.0, 1.3, 0.8])),
        **changes,
    )
