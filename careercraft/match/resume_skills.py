"""Resume -> the skills it shows: where each stands, whether it was used, for how long."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import structs

from careercraft.match.linker import Linker
from careercraft.match.reading import Reading
from careercraft.match.shown import Places
from careercraft.match.soft_deeds import with_deeds
from careercraft.match.wishes import is_wish
from careercraft.model.document import Document, Span
from careercraft.model.match import Mention, SkillUse
from careercraft.model.resume import Proficiency, Resume, SkillItem, Work
from careercraft.parse.experience import total_years
from careercraft.read.language import ENGLISH


def resume_mentions(
    resume: Resume, document: Document, mentions: Sequence[Mention], linker: Linker
) -> tuple[Mention, ...]:
    """The surface hits but those in a name, an address or a wish, and in English those items of the skills lists that
    misspell a name (another language's words are no misspellings) and the deeds that show soft skills."""
    listed = [item for group in resume.skills for item in group.items]
    told = Reading(resume, document).told(_in_one_item(mentions, listed, document, linker))
    mentions = [hit for hit in told if not is_wish(document.text, hit.span.start)]
    english = document.language in ENGLISH
    items = listed if english else []
    found = [
        hit
        for item in items
        if not _any_inside(mentions, item.text.span) and (hit := _misspelled(item, linker))
    ]
    found += with_deeds(mentions, resume, document, linker.taxonomy) if english else mentions
    return tuple(sorted(found, key=lambda hit: (hit.span.start, hit.span.end, hit.skill_id)))


def _in_one_item(
    mentions: Sequence[Mention], items: Sequence[SkillItem], document: Document, linker: Linker
) -> list[Mention]:
    """No name runs over two items of a list, though nothing but a line's end may part them: of "SQL" above "window
    functions" each is looked up alone."""
    kept: list[Mention] = []
    for hit in mentions:
        spans = [item.text.span for item in items] if "\n" in document.quote(hit.span) else []
        touched = [span for span in spans if span.start < hit.span.end and hit.span.start < span.end]
        if len(touched) < 2:
            kept.append(hit)
            continue
        for span in touched:
            kept += [_moved(found, span) for found in linker.surface.find(document.quote(span))]
    return list(dict.fromkeys(kept))


def _moved(hit: Mention, span: Span) -> Mention:
    """A hit in the words of a span, at its place in the document."""
    return structs.replace(hit, span=Span(span.start + hit.span.start, span.start + hit.span.end, span.page))


def skill_uses(resume: Resume, mentions: Sequence[Mention], today: date) -> dict[str, SkillUse]:
    """By skill id, ids in order."""
    by_skill: dict[str, list[Mention]] = {}
    for hit in mentions:
        by_skill.setdefault(hit.skill_id, []).append(hit)
    places = Places(resume, today)
    return {
        skill_id: _use(skill_id, by_skill[skill_id], resume, places, today) for skill_id in sorted(by_skill)
    }


def _use(skill_id: str, hits: list[Mention], resume: Resume, places: Places, today: date) -> SkillUse:
    return SkillUse(
        skill_id=skill_id,
        mentions=tuple(sorted(hits, key=lambda hit: (_proof(resume, hit, places), hit.span.start))),
        shown=places.shown(
            [hit.span for hit in hits if hit.deed is not False],
            named=any(hit.deed is False for hit in hits),
        ),
        years=_years(resume, hits, today),
        level=_level(resume, hits),
    )


def _proof(resume: Resume, hit: Mention, places: Places) -> int:
    """Order of evidence: a certificate's own line, then deeds, then lists."""
    if any(item.name.span.start <= hit.span.start < item.name.span.end for item in resume.certifications):
        return 0
    return 1 if hit.deed is not False and places.is_used(hit.span) else 2


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
