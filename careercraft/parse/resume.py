"""A document to a resume: sections, then one parser a section, and nothing lost.

Pure: no clock, no network. What fits no field is kept in `other`.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from careercraft.model.document import Document, Span, Text
from careercraft.model.resume import (
    Certification,
    Education,
    LanguageItem,
    Project,
    Resume,
    SkillGroup,
    Work,
)
from careercraft.parse.contact import Contact, parse_contact
from careercraft.parse.degrees import find_degrees
from careercraft.parse.education import education_of, parse_education
from careercraft.parse.items import parse_certifications, parse_items, parse_projects
from careercraft.parse.languages import parse_languages, speaks
from careercraft.parse.piece import merged_text
from careercraft.parse.resume_problems import resume_problems
from careercraft.parse.rows import Row, is_sentence, make_rows
from careercraft.parse.sections import Part, split_sections
from careercraft.parse.skills_list import parse_skills
from careercraft.parse.work import parse_work

_PROSE_WORDS = 12
_ACADEMIC = frozenset({"associate", "bachelor", "master", "doctorate"})


class _Draft(Struct, kw_only=True):
    """The resume while its sections are read."""

    header: list[Row]
    summary: list[Text]
    work: list[Work]
    education: list[Education]
    projects: list[Project]
    certifications: list[Certification]
    skills: list[SkillGroup]
    languages: list[LanguageItem]
    volunteer: list[Work]
    publications: list[Text]
    awards: list[Text]
    references: list[Text]
    interests: list[Text]
    other: list[Text]


def parse_resume(document: Document) -> Resume:
    """The resume that `document` holds. Never raises on odd content: what is unclear becomes `problems`."""
    if document.format == "json_resume":
        from careercraft.parse.json_resume import from_json_resume

        return from_json_resume(document)
    parts = split_sections(document)
    draft = _Draft(**{name: [] for name in _Draft.__struct_fields__})
    for part in parts:
        _read_part(draft, document, part)
    contact = parse_contact(document, draft.header)
    resume = _resume(draft, contact, parts)
    return replace(resume, problems=resume_problems(document, resume))


def _read_part(draft: _Draft, document: Document, part: Part) -> None:
    kind = part.kind
    if kind in ("work", "volunteer"):
        entries, texts = parse_work(document, part)
        (draft.work if kind == "work" else draft.volunteer).extend(entries)
        draft.other += texts
    elif kind == "education":
        schools, texts = parse_education(document, part)
        draft.education += schools
        draft.other += texts
    elif kind == "skills":
        groups, texts = parse_skills(document, part)
        draft.skills += groups
        draft.other += texts
    elif kind == "projects":
        draft.projects += parse_projects(document, part)
    else:
        _read_plain(draft, document, part)


def _read_plain(draft: _Draft, document: Document, part: Part) -> None:
    rows = make_rows(document, part.lines, part.lead)
    kind = part.kind
    if kind == "header":
        draft.header += rows
    elif kind == "languages":
        _read_languages(draft, document, part, rows)
    elif kind == "certifications":
        _read_certifications(draft, rows)
    elif kind == "summary":
        draft.summary += parse_items(rows)
    else:
        target: list[Text] = getattr(draft, kind)
        target += parse_items(rows, split=kind == "interests")


def _read_certifications(draft: _Draft, rows: Sequence[Row]) -> None:
    """Certifications; a degree that stands among them is education."""
    degrees = [row for row in rows if any(degree.level in _ACADEMIC for degree in find_degrees(row.text))]
    schools, texts = education_of(degrees)
    draft.education += schools
    draft.other += texts
    draft.certifications += parse_certifications([row for row in rows if row not in degrees])


def _read_languages(draft: _Draft, document: Document, part: Part, rows: Sequence[Row]) -> None:
    """Spoken languages; a heading "Languages" over programming languages is a skills group."""
    if any(speaks(row.text) for row in rows):
        found, rest = parse_languages(rows)
        draft.languages += found
        draft.other += [merged_text(row.pieces) for row in rest]
        return
    groups, texts = parse_skills(document, part)
    heading = part.section.heading
    draft.skills += [group if group.name or not heading else replace(group, name=heading) for group in groups]
    draft.other += texts


def _resume(draft: _Draft, contact: Contact, parts: Sequence[Part]) -> Resume:
    prose = [row for row in contact.rest if is_sentence(row.text) and len(row.text.split()) >= _PROSE_WORDS]
    summary = draft.summary or [merged_text(row.pieces) for row in prose]
    left = [row for row in contact.rest if draft.summary or row not in prose]
    place = contact.place
    return Resume(
        name=contact.name,
        headline=contact.headline.to_text() if contact.headline else None,
        email=contact.email,
        phones=tuple(contact.phones),
        links=tuple(contact.links),
        location=contact.location.to_text() if contact.location else None,
        city=place.city if place else None,
        region=place.region if place else None,
        country=place.country if place else None,
        summary=_one(summary),
        work=tuple(draft.work),
        education=tuple(draft.education),
        projects=tuple(draft.projects),
        certifications=tuple(draft.certifications),
        skills=tuple(draft.skills),
        languages=tuple(draft.languages),
        publications=tuple(draft.publications),
        awards=tuple(draft.awards),
        volunteer=tuple(draft.volunteer),
        references=tuple(draft.references),
        interests=tuple(draft.interests),
        other=(*(merged_text(row.pieces) for row in left), *draft.other),
        sections=tuple(part.section for part in parts if part.section.span.end > part.section.span.start),
    )


def _one(texts: Sequence[Text]) -> Text | None:
    if not texts:
        return None
    first, last = texts[0].span, texts[-1].span
    return Text("\n".join(text.value for text in texts), Span(first.start, last.end, first.page))
