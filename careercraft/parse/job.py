"""`parse_job`: a posting's Document -> Job. Pure; every fact carries its span."""

from __future__ import annotations

import re
from collections.abc import Mapping

from careercraft.model.document import Document, Text
from careercraft.model.job import Job, Statement, StatementKind
from careercraft.model.skill import Role
from careercraft.parse.job_company import read_company, read_employment
from careercraft.parse.job_credentials import read_credentials
from careercraft.parse.job_cue import Cue
from careercraft.parse.job_education import read_education, without_ladder
from careercraft.parse.job_experience import read_experience
from careercraft.parse.job_guard import find_problems
from careercraft.parse.job_kinds import AUTHORIZATION, CLEARANCE
from careercraft.parse.job_languages import read_languages
from careercraft.parse.job_mode import read_work_mode
from careercraft.parse.job_moves import read_relocation, read_sponsorship, read_travel
from careercraft.parse.job_pay import read_bonus, read_pay_note
from careercraft.parse.job_payload import PayloadFacts, read_payload
from careercraft.parse.job_pieces import read_pieces
from careercraft.parse.job_place import read_location
from careercraft.parse.job_place_prose import Location
from careercraft.parse.job_salary import read_salary
from careercraft.parse.job_sections import Outline, read_outline
from careercraft.parse.job_seniority import read_level
from careercraft.parse.job_statements import read_statements
from careercraft.parse.job_terms import read_contract, read_hours
from careercraft.parse.job_title import read_title
from careercraft.parse.title_role import role_of_title

_MUST = re.compile(r"\b(?:must|required?|need\sto|have\sto)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]?")
_BESIDE = 300
"""Code points behind a labelled fact in which its neighbors stand."""


def parse_job(document: Document, roles: Mapping[str, Role] | None = None) -> Job:
    """Reads a posting. `roles` is the catalogue in which the title's role is looked up.

    Never raises for odd input: what isn't stated is None or empty, and `problems` says what to distrust. A problem
    with severity `error` (`looks_like_resume`, `too_short`) means that the result shouldn't be scored.
    """
    outline = read_outline(document)
    stated = read_payload(document)
    title = stated.title or read_title(outline)
    statements = read_statements(outline, _fact_lines(outline, title), title)
    asks = without_ladder(statements)
    pieces = read_pieces(outline, statements)
    location = _location(stated, outline)
    mode = read_work_mode(outline)
    return Job(
        title=title,
        level=read_level(title, outline),
        role=role_of_title(title.value, roles, document.language) if title and roles else None,
        company=stated.company or read_company(outline),
        location=location.text if location else None,
        city=location.city if location else None,
        region=location.region if location else None,
        country=location.country if location else None,
        work_mode=mode[0] if mode else ("remote" if stated.remote else None),
        work_mode_text=mode[1] if mode else stated.remote,
        employment=stated.employment or read_employment(outline),
        salary=stated.salary or read_salary(outline),
        education=read_education(asks),
        experience=read_experience(asks),
        statements=statements,
        work_authorization=_first_matching(AUTHORIZATION, statements, outline),
        clearance=_first_matching(CLEARANCE, statements, outline),
        values=_texts(statements, "value"),
        benefits=_texts(statements, "benefit"),
        problems=find_problems(document, outline, statements),
        contract=read_contract(pieces),
        hours=read_hours(pieces),
        travel=read_travel(pieces),
        relocation=read_relocation(pieces),
        languages=read_languages(pieces),
        credentials=read_credentials(pieces),
        sponsorship=read_sponsorship(pieces),
        bonus=read_bonus(pieces),
        pay_note=read_pay_note(pieces),
    )


def _location(stated: PayloadFacts, outline: Outline) -> Location | None:
    if stated.location:
        return Location(stated.location, stated.city, stated.region, stated.country)
    return read_location(outline)


def _fact_lines(outline: Outline, title: Text | None) -> frozenset[tuple[int, int]]:
    """Lines that are no statements: those that hold nothing but the title."""
    lines = {(fact.start, fact.end) for fact in outline.facts}
    if title:
        lines |= {
            (unit.start, unit.end)
            for unit in outline.units
            if unit.start <= title.span.start < unit.end and unit.end - unit.start < 120
        }
    return frozenset(lines)


def _texts(statements: tuple[Statement, ...], kind: StatementKind) -> tuple[Text, ...]:
    return tuple(statement.text for statement in statements if statement.kind == kind)


def _first_matching(pattern: Cue, statements: tuple[Statement, ...], outline: Outline) -> Text | None:
    """The first must that says it, or what stands under a heading of that name."""
    for statement in statements:
        if (
            statement.kind == "requirement"
            and statement.importance == "must"
            and pattern.search(statement.text.value)
        ):
            return statement.text
    return _under_heading(pattern, statements, outline) or _beside_facts(pattern, outline)


def _beside_facts(pattern: Cue, outline: Outline) -> Text | None:
    """A demand that stands among the facts at the top: "Location: Denver, CO" with "You must be authorized to work in
    the United States." right below."""
    for fact in outline.facts:
        behind = outline.flat[fact.end : fact.end + _BESIDE]
        for sentence in _SENTENCE.finditer(behind):
            if _MUST.search(sentence[0]) and pattern.search(sentence[0]):
                start = fact.end + sentence.start() + len(sentence[0]) - len(sentence[0].lstrip(" \n*-•"))
                return outline.text(start, fact.end + sentence.end(), fact.page)
    return None


def _under_heading(pattern: Cue, statements: tuple[Statement, ...], outline: Outline) -> Text | None:
    """What stands under a heading that says it: "Work authorization: United States (Required)"."""
    for unit, _ in outline.headings:
        if pattern.search(outline.flat[unit.start : unit.end]):
            return next((one.text for one in statements if 0 <= one.text.span.start - unit.end < 20), None)
    return None
