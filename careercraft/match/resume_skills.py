"""Resume -> the skills it shows: where each stands, whether it was used, for how long."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from careercraft.match.linker import Linker
from careercraft.match.wishes import is_wish
from careercraft.model.document import Document, Span
from careercraft.model.match import Mention, SkillUse
from careercraft.model.resume import Proficiency, Project, Resume, SkillItem, Work
from careercraft.parse.experience import total_years
from careercraft.read.language import ENGLISH


def resume_mentions(
    resume: Resume, document: Document, mentions: Sequence[Mention], linker: Linker
) -> tuple[Mention, ...]:
    """The surface hits but those in a wish, and those items of the skills lists that misspell a name (in English:
    another language's words are no misspellings)."""
    mentions = [hit for hit in mentions if not is_wish(document.text, hit.span.start)]
    english = document.language in ENGLISH
    items = [item for group in resume.skills for item in group.items if english]
    found = [
        hit
        for item in items
        if not _any_inside(mentions, item.text.span) and (hit := _misspelled(item, linker))
    ]
    return tuple(sorted([*mentions, *found], key=lambda hit: (hit.span.start, hit.span.end, hit.skill_id)))


def skill_uses(resume: Resume, mentions: Sequence[Mention], today: date) -> dict[str, SkillUse]:
    """By skill id, ids in order."""
    by_skill: dict[str, list[Mention]] = {}
    for hit in mentions:
        by_skill.setdefault(hit.skill_id, []).append(hit)
    places = used_places(resume)
    return {
        skill_id: _use(skill_id, by_skill[skill_id], resume, places, today) for skill_id in sorted(by_skill)
    }


def is_used(span: Span, places: Sequence[Span]) -> bool:
    return any(place.start <= span.start < place.end for place in places)


def used_places(resume: Resume) -> list[Span]:
    entries: list[Work | Project] = [*resume.work, *resume.projects, *resume.volunteer]
    return [entry.span for entry in entries]


def _use(skill_id: str, hits: list[Mention], resume: Resume, places: list[Span], today: date) -> SkillUse:
    return SkillUse(
        skill_id=skill_id,
        mentions=tuple(sorted(hits, key=lambda hit: (_proof(resume, hit, places), hit.span.start))),
        used=any(is_used(hit.span, places) for hit in hits),
        years=_years(resume, hits, today),
        level=_level(resume, hits),
    )


def _proof(resume: Resume, hit: Mention, places: list[Span]) -> int:
    """Order of evidence: a certificate's own line, then deeds, then lists."""
    if any(item.name.span.start <= hit.span.start < item.name.span.end for item in resume.certifications):
        return 0
    return 1 if is_used(hit.span, places) else 2


def _years(resume: Resume, hits: Sequence[Mention], today: date) -> float | None:
    """Stated beside the skill, or the union of the positions that show it."""
    stated = [item.years for item in _items_of(resume, hits) if item.years is not None]
    if stated:
        return max(stated)
    shown: list[Work] = [work for work in resume.work if _any_inside(hits, work.span)]
    return total_years(shown, today, internships=True) if shown else None


def _level(resume: Resume, hits: Sequence[Mention]) -> Proficiency | None:
    return next((item.level for item in _items_of(resume, hits) if item.level), None)


def _items_of(resume: Resume, hits: Sequence[Mention]) -> list[SkillItem]:
    return [item for group in resume.skills for item in group.items if _any_inside(hits, item.text.span)]


def _any_inside(hits: Sequence[Mention], span: Span) -> bool:
    return any(span.start <= hit.span.start < span.end for hit in hits)


def _misspelled(item: SkillItem, linker: Linker) -> Mention | None:
    near = linker.misspelled(item.text.value)
    if near is None:
        return None
    return Mention(skill_id=near[0], span=item.text.span, tier="fuzzy", score=round(near[1], 3))
