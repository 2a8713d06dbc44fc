"""What makes a parsed resume less certain, said to its owner in one line each."""

from __future__ import annotations

import re
from itertools import islice

from careercraft.model.document import Document, Problem
from careercraft.model.resume import Resume
from careercraft.parse.posting_signs import posting_signs
from careercraft.parse.uncovered import language_problem

_POSTING = 4.0
"""Least `posting_signs` of a posting when nothing speaks for a resume (see docs/parsing.md)."""
_PER_POSITION = 2.0
_PLAINLY_RESUME = 6.0
"""From here on the posting's signs aren't looked for, which saves a plain resume their time."""
_OWN_WORDS = re.compile(r"\b(?:I|I['’](?:m|ve|ll)|my|myself)\b")
_LEAST_WORDS = 25


def resume_problems(document: Document, resume: Resume) -> tuple[Problem, ...]:
    """Problems in a fixed order; one of severity `error` means that this is hardly a resume."""
    words = len(document.text.split())
    found = [
        (
            _too_short(words, resume),
            "too_short", f"holds only {words} word{'s' * (words != 1)}, too little for a resume", "error",
        ),
        (
            _looks_like_job(document, resume),
            "looks_like_job", "this reads like a job posting, not like a resume", "error",
        ),
        (resume.name is None, "no_name", "no name found at the top", "info"),
        (resume.email is None, "no_email", "no email address found", "info"),
        (not _has_work_section(resume), "no_work_section", "no section with work experience found", "warning"),
        (
            bool(resume.work) and all(entry.dates is None for entry in resume.work),
            "no_dates", "the work entries have no dates, so years of experience are unknown", "warning",
        ),
        (not resume.education, "no_education", "no education found", "info"),
        (not resume.skills, "no_skills_section", "no section that lists skills found", "info"),
    ]  # fmt: skip
    told = tuple(
        Problem(code=code, message=message, severity=severity)  # type: ignore[arg-type]
        for applies, code, message, severity in found
        if applies
    )
    uncovered = language_problem(document)
    return (*told, uncovered) if uncovered else told


def _has_work_section(resume: Resume) -> bool:
    return bool(resume.work) or any(section.kind == "work" for section in resume.sections)


def _looks_like_job(document: Document, resume: Resume) -> bool:
    """More speaks for a posting than dated positions, a person's name and words in the first person for a resume."""
    against = _resume_signs(document, resume)
    return against < _PLAINLY_RESUME and posting_signs(document.text) >= _POSTING + against


def _resume_signs(document: Document, resume: Resume) -> float:
    positions = sum(1 for entry in resume.work if entry.dates and entry.dates.start)
    signs = _PER_POSITION * min(positions, 3)
    signs += 2.0 * (resume.email is not None and resume.name is not None)
    signs += 1.0 * any(entry.dates for entry in resume.education)
    return signs + 2.0 * (sum(1 for _ in islice(_OWN_WORDS.finditer(document.text), 2)) == 2)


def _too_short(words: int, resume: Resume) -> bool:
    """A few words without anything that a resume consists of: a note, a lone address of a page."""
    holds = resume.work or resume.education or resume.skills or resume.email or resume.phones
    return words < _LEAST_WORDS and not holds
