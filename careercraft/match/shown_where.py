"""Where a resume shows the skills that it lists: the positions and projects that name them or tell of them."""

from __future__ import annotations

from collections.abc import Iterator

from careercraft.match.sides import ResumeSide
from careercraft.model.document import Span
from careercraft.model.resume import Project, Work


def shown_where(side: ResumeSide) -> dict[str, tuple[str, ...]]:
    """By the skill as it is listed, in the order of the lists; places in that of the resume. Those that nothing but the
    list shows are left out."""
    resume, hits = side.resume, side.mentions
    places = list(_places((*resume.work, *resume.volunteer, *resume.projects)))
    found: dict[str, tuple[str, ...]] = {}
    for item in (item for group in resume.skills for item in group.items):
        ids = {hit.skill_id for hit in hits if _inside(hit.span, item.text.span)}
        spans = [hit.span for hit in hits if hit.skill_id in ids]
        where = [name for name, place in places if any(_inside(span, place) for span in spans)]
        if where:
            found.setdefault(item.text.value, tuple(dict.fromkeys(where)))
    return found


def _places(entries: tuple[Work | Project, ...]) -> Iterator[tuple[str, Span]]:
    for entry in entries:
        texts = (entry.title, entry.employer) if isinstance(entry, Work) else (entry.name,)
        name = " at ".join(" ".join(text.value.split()) for text in texts if text)
        if name:
            yield name, entry.span


def _inside(span: Span, place: Span) -> bool:
    return place.start <= span.start < place.end
