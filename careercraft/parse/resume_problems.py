"""What makes a parsed resume less certain, said to its owner in one line each."""

from __future__ import annotations

import re

from careercraft.model.document import Document, Problem
from careercraft.model.resume import Resume

_ASKS = re.compile(
    r"""
    \bwe(?:['’]re|\s+are)\s+(?:looking|seeking|hiring|searching) | \byou\s+will\b | \byou['’]ll\b
    | \bthe\s+(?:ideal|successful)\s+candidate | \b(?:job\s+)?(?:requirements|responsibilities)\s*:
    | \bequal\s+opportunity\s+employer | \bwhat\s+(?:you['’]ll|you\s+will|we)\b | \bapply\s+(?:now|today)\b
    | \bnice\s+to\s+have\b | \b(?:minimum|required|preferred)\s+qualifications
    | \babout\s+(?:us|the\s+(?:role|job|team|company))\b | \byears?\s+of\s+experience\s+(?:required|preferred)
    | \bjob\s+(?:title|summary|description)\b | \bwir\s+suchen\b | \bihr\s+profil\b | \bnous\s+recherchons\b
    | \bprofil\s+recherché\b | \bbuscamos\b | \bprocuramos\b | \bcerchiamo\b | \bwij\s+zoeken\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ENOUGH_ASKS = 2


def resume_problems(document: Document, resume: Resume) -> tuple[Problem, ...]:
    """Problems in a fixed order; one of severity `error` means that this is hardly a resume."""
    found = [
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
    return tuple(
        Problem(code=code, message=message, severity=severity)  # type: ignore[arg-type]
        for applies, code, message, severity in found
        if applies
    )


def _has_work_section(resume: Resume) -> bool:
    return bool(resume.work) or any(section.kind == "work" for section in resume.sections)


def _looks_like_job(document: Document, resume: Resume) -> bool:
    if resume.email is not None and (resume.work or resume.education) and resume.name is not None:
        return False
    if any(entry.dates and entry.dates.start for entry in resume.work):
        return False
    asks = {match[0].lower() for match in _ASKS.finditer(document.text)}
    return len(asks) >= _ENOUGH_ASKS
