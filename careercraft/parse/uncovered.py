"""A language whose headings, dates and months aren't in the tables: said, so that a poor parse doesn't look like a poor
document."""

from __future__ import annotations

from careercraft.model.document import Document, Problem
from careercraft.read.language import COVERED


def language_problem(document: Document) -> Problem | None:
    """None for the languages that are read, for a text too short to tell, and for structured data, which has no
    headings."""
    if document.language in COVERED or document.language == "und" or document.payload is not None:
        return None
    note = (
        f"the headings and dates of its language ({document.language}) aren't known here: "
        "much of it is likely to be missed; a translation into English will do better"
    )
    return Problem(code="uncovered_language", message=note)
