"""The skills, gaps and advice of an analysis for the view-model: half of `build`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from msgspec import UNSET, UnsetType

from careercraft.model.advice import Gap, LearningResource, Recommendation, Strength
from careercraft.model.match import Evidence, SkillEntry
from careercraft.render import view, wording
from careercraft.render.passages import Marks, anchor
from careercraft.render.wording import clean

_IMPORTANCE_ORDER = ("must", "preferred", "nice", "")


class Context(NamedTuple):
    marks: Marks
    gaps: Mapping[str, Gap]
    """By the id of the skill, or by its name where it has none."""
    proposed: frozenset[str]
    """Keys of the requirements in which a model has a part."""


def build_skills(entries: Iterable[SkillEntry], context: Context) -> tuple[view.SkillView, ...]:
    views = [_skill(entry, context) for entry in entries]
    return tuple(sorted(views, key=lambda skill: _IMPORTANCE_ORDER.index(skill.importance)))


def _skill(entry: SkillEntry, context: Context) -> view.SkillView:
    gap = context.gaps.get(gap_key(entry.id, entry.name))
    name, mention = clean(entry.name), clean(entry.mention or "")
    marked = f"{name} (model)" if entry.source == "model" else name
    via = clean(entry.via or "")
    return view.SkillView(
        name=marked,
        kind=clean(entry.kind),
        importance=entry.importance or "",
        mention="" if mention.casefold() == name.casefold() else mention,
        alternatives=wording.listed([clean(other) for other in entry.alternatives or ()], "or"),
        strength=entry.strength,
        share=wording.number(entry.strength, 2),
        how=found_how(entry),
        via=via,
        asked=_measure(entry.required_years, entry.required_level),
        found=_measure(entry.found_years, entry.found_level),
        found_years=_years(entry.found_years),
        statement=clean(entry.statement or ""),
        hard=entry.hard,
        points=format_points(gap.points) if gap else "",
        hours=format_hours(gap.hours) if gap else "",
        job_quotes=build_quotes(entry.job_evidence, context.marks),
        resume_quotes=build_quotes(entry.resume_evidence, context.marks),
    )


def found_how(entry: SkillEntry) -> str:
    """By which name, and where: "named in the resume; used in several positions, of late, and listed"."""
    if not isinstance(entry.tier, str):
        return ""
    name = wording.TIERS[entry.tier].format(via=clean(entry.via or "") or "other words")
    shown = wording.shown_in(entry.shown) if isinstance(entry.shown, tuple) else ""
    return f"{name}; {shown}" if shown else name


def gap_key(skill_id: str | UnsetType | None, name: str) -> str:
    return f"id {skill_id}" if skill_id else f"name {name}"


def build_gap(gap: Gap, context: Context) -> view.GapView:
    name = clean(gap.name)
    return view.GapView(
        name=f"{name} (model)" if gap_key(gap.id, gap.name) in context.proposed else name,
        severity=gap.severity,
        priority=str(gap.priority),
        points=format_points(gap.points),
        hours=format_hours(gap.hours),
        level=clean(gap.level or ""),
        reason=clean(gap.reason),
        quotes=build_quotes(gap.evidence, context.marks),
    )


def build_advice(item: Strength | Recommendation, marks: Marks) -> view.AdviceView:
    hours = UNSET if isinstance(item, Strength) else item.hours
    return view.AdviceView(
        text=clean(item.text),
        points=format_points(item.points),
        hours=format_hours(hours),
        quotes=build_quotes(item.evidence, marks),
    )


def build_resource(item: LearningResource) -> view.ResourceView:
    url = clean(item.url)
    return view.ResourceView(
        skill=clean(item.name),
        title=clean(item.title),
        url=url,
        link=url.startswith(("https://", "http://")) and not set(url) & set(" <>\"'`\\"),
        kind=clean(item.kind),
        free=item.free,
    )


def build_quotes(evidence: Iterable[Evidence], marks: Marks) -> tuple[view.QuoteView, ...]:
    """Without repeats: the same words on the same page prove nothing more."""
    seen: dict[tuple[str, str], view.QuoteView] = {}
    for item in evidence:
        quote = view.QuoteView(
            text=clean(item.quote),
            side=item.document,
            where=wording.OWN_WORDS if marks.is_own(item) else f"p. {item.page}" if item.page else "",
            anchor=anchor(marks, item),
        )
        if quote.text:
            seen.setdefault((quote.text.casefold(), quote.where), quote)
    return tuple(seen.values())


def format_points(points: float | UnsetType) -> str:
    return "" if points is UNSET else f"{points:+.1f}"


def format_hours(hours: float | UnsetType) -> str:
    return "" if hours is UNSET else f"{wording.number(hours)} h"


def _years(years: float | UnsetType) -> str:
    return "" if years is UNSET else wording.number(years)


def _measure(years: float | UnsetType, level: str | UnsetType) -> str:
    parts = ["" if years is UNSET else wording.counted(years, "year"), level or ""]
    return ", ".join(part for part in parts if part)
