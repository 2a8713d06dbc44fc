"""A document to a resume: sections, then one parser a section, and nothing lost.

Pure: no clock, no network. What fits no field is kept in `other`.
"""

from __future__ import annotations

import re
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
from careercraft.parse.contact import parse_contact
from careercraft.parse.contact_fields import Contact
from careercraft.parse.contact_labels import TITLE_LABELS
from careercraft.parse.degrees import find_degrees
from careercraft.parse.education import education_of, parse_education
from careercraft.parse.emails import holds_address
from careercraft.parse.headings import normalize
from careercraft.parse.headless import with_headless
from careercraft.parse.items import grouped_items, parse_certifications, parse_items, parse_projects
from careercraft.parse.languages import parse_languages, speaks
from careercraft.parse.piece import Piece, merged_text
from careercraft.parse.resume_problems import resume_problems
from careercraft.parse.row_kinds import is_sentence
from careercraft.parse.rows import Row, make_rows
from careercraft.parse.sections import Part, split_sections
from careercraft.parse.skill_sections import skill_sections
from careercraft.parse.skills_list import named_group, parse_skills
from careercraft.parse.stray_contact import gather_contact
from careercraft.parse.work import parse_work

_PROSE_WORDS = 12
_ON_REQUEST = re.compile(
    r"\b(?:on|upon) request\b|sur demande|auf anfrage|a petición|a pedido|su richiesta|op aanvraag",
    re.IGNORECASE,
)
_OF_FIELD = re.compile(r"\s+(?:of|in|degree|en|in|di|de)\s", re.IGNORECASE)
_GROUPED = frozenset({"publications", "awards", "references"})
_ACADEMIC = frozenset({"associate", "bachelor", "master", "doctorate"})


class _Draft(Struct, kw_only=True):
    """The resume while its sections are read."""

    header: list[Row] = []
    headline: Piece | None = None
    """The position that a section of its own asks for."""
    summary: list[Text] = []
    work: list[Work] = []
    education: list[Education] = []
    projects: list[Project] = []
    certifications: list[Certification] = []
    skills: list[SkillGroup] = []
    languages: list[LanguageItem] = []
    volunteer: list[Work] = []
    publications: list[Text] = []
    awards: list[Text] = []
    references: list[Text] = []
    interests: list[Text] = []
    other: list[Text] = []
    order: float = 0.0
    """See `parse_work`."""


def parse_resume(document: Document) -> Resume:
    """The resume that `document` holds. Never raises on odd content: what is unclear becomes `problems`."""
    if document.format in ("json_resume", "linkedin"):
        from careercraft.parse.json_resume import from_json_resume

        return from_json_resume(document)
    parts = gather_contact(document, with_headless(document, split_sections(document)))
    groups = skill_sections(document, parts)
    draft = _Draft()
    for part in sorted(parts, key=lambda part: part.kind != "work"):  # the jobs show how entries are written
        if part.section.span.start in groups:
            draft.skills += named_group(part, make_rows(document, part.lines, part.lead))
        else:
            _read_part(draft, document, part)
    contact = parse_contact(document, draft.header)
    resume = _resume(draft, contact, parts)
    return replace(resume, problems=resume_problems(document, resume))


def _read_part(draft: _Draft, document: Document, part: Part) -> None:
    kind = part.kind
    if kind in ("work", "volunteer"):
        entries, texts, draft.order = parse_work(document, part, draft.order)
        (draft.work if kind == "work" else draft.volunteer).extend(entries)
        draft.other += texts
    elif kind == "education":
        schools, texts = parse_education(document, part)
        draft.education += schools
        draft.other += texts
    elif kind == "skills":
        groups, texts, spoken = parse_skills(document, part)
        draft.skills += groups
        draft.other += texts
        draft.languages += spoken
    elif kind == "projects":
        draft.projects += parse_projects(document, part)
    else:
        _read_plain(draft, document, part)


def _read_plain(draft: _Draft, document: Document, part: Part) -> None:
    rows = make_rows(document, part.lines, part.lead)
    kind = part.kind
    if kind == "header":
        draft.header += rows
        draft.headline = draft.headline or _sought(part, rows)
    elif kind == "languages":
        _read_languages(draft, document, part, rows)
    elif kind == "certifications":
        _read_certifications(draft, rows)
    elif kind == "summary":
        address, prose = _without_address(rows)
        draft.header += address
        draft.summary += parse_items(prose)
    else:
        target: list[Text] = getattr(draft, kind)
        target += (
            grouped_items(_named(rows), people=kind == "references")
            if kind in _GROUPED
            else parse_items(rows, split=kind == "interests")
        )


def _sought(part: Part, rows: Sequence[Row]) -> Piece | None:
    """What stands under "Job applied for" or "Poste visé"."""
    heading = part.section.heading
    asked = heading is not None and normalize(heading.value) in TITLE_LABELS
    return rows[0].pieces[0].trim() if asked and rows and not is_sentence(rows[0].text) else None


def _named(rows: Sequence[Row]) -> list[Row]:
    """Without "Available upon request", which is no reference."""
    return [row for row in rows if len(row.text.split()) > _PROSE_WORDS or not _ON_REQUEST.search(row.text)]


def _without_address(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """(the lines of address that some templates print under "About", the rest)."""
    if not any(holds_address(row.text) for row in rows):
        return [], list(rows)
    address = [row for row in rows if not is_sentence(row.text) and len(row.text.split()) <= _PROSE_WORDS]
    return address, [row for row in rows if row not in address]


def _read_certifications(draft: _Draft, rows: Sequence[Row]) -> None:
    """Certifications; a degree that stands among them is education."""
    degrees = [row for row in rows if _is_degree(row.text)]
    schools, texts = education_of(degrees)
    draft.education += schools
    draft.other += texts
    draft.certifications += parse_certifications([row for row in rows if row not in degrees])


def _is_degree(text: str) -> bool:
    """ "Master of Science, Lund University", but neither "Professional Scrum Master" nor "Master Electrician"."""
    first = next(iter(find_degrees(text)), None)
    if first is None or first.level not in _ACADEMIC or first.start > 0:
        return False
    name = text[first.start : first.end]
    return (
        " " in name or not name.isalpha() or not name[1:].islower() or bool(_OF_FIELD.match(text, first.end))
    )


def _read_languages(draft: _Draft, document: Document, part: Part, rows: Sequence[Row]) -> None:
    """Spoken languages; a heading "Languages" over programming languages is a skills group."""
    if any(speaks(row.text) for row in rows):
        found, rest = parse_languages(rows)
        draft.languages += found
        draft.other += [merged_text(row.pieces) for row in rest]
        return
    groups, texts, _ = parse_skills(document, part)
    heading = part.section.heading
    draft.skills += [group if group.name or not heading else replace(group, name=heading) for group in groups]
    draft.other += texts


def _resume(draft: _Draft, contact: Contact, parts: Sequence[Part]) -> Resume:
    prose = [row for row in contact.rest if is_sentence(row.text) and len(row.text.split()) >= _PROSE_WORDS]
    summary = draft.summary or [merged_text(row.pieces) for row in prose]
    left = [row for row in contact.rest if draft.summary or row not in prose]
    place = contact.place
    headline = contact.headline or draft.headline
    return Resume(
        name=contact.name,
        headline=headline.to_text() if headline else None,
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
        languages=tuple(draft.languages or contact.languages),
        publications=tuple(draft.publications),
        awards=tuple(draft.awards),
        volunteer=tuple(draft.volunteer),
        references=tuple(draft.references),
        interests=tuple(draft.interests),
        other=(
            *(merged_text(row.pieces) for row in left),
            *sorted(draft.other, key=lambda text: text.span.start),
        ),
        sections=tuple(part.section for part in parts if part.section.span.end > part.section.span.start),
    )


def _one(texts: Sequence[Text]) -> Text | None:
    if not texts:
        return None
    first, last = texts[0].span, texts[-1].span
    return Text("\n".join(text.value for text in texts), Span(first.start, last.end, first.page))
