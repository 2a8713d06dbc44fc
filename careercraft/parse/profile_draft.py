"""The profile that a resume makes, and what in it a person should look at."""

from __future__ import annotations

import json
from collections.abc import Iterator

from careercraft.model.document import Document
from careercraft.model.resume import Resume
from careercraft.parse.json_resume_draft import draft_of
from careercraft.parse.profile_entries import entries
from careercraft.parse.profile_text import Item, doubts

_SHOWN = 3


def profile_draft(document: Document) -> Item:
    """Every word that was found; a JSON Resume stays as it is. Skills that stand in no group stand each alone."""
    payload: Item = json.loads(draft_of(document))
    if document.format in {"json_resume", "linkedin"} or "skills" not in payload:
        return payload
    skills: list[Item] = []
    for entry in payload["skills"]:
        alone = entry.keys() == {"keywords"}
        skills += [{"name": name} for name in entry["keywords"]] if alone else [entry]
    return {**payload, "skills": skills}


def unsure_of(document: Document, resume: Resume, payload: Item) -> tuple[str, ...]:
    """Sentences on what was not understood, or might be wrong."""
    problems = (problem for problem in (*document.problems, *resume.problems) if problem.severity != "info")
    return (*(problem.message for problem in problems), *doubts(payload), *_gaps(payload))


def _gaps(payload: Item) -> Iterator[str]:
    for number, entry in enumerate(entries(payload, "work"), start=1):
        if isinstance(entry, dict):
            lacks = [
                word
                for word, keys in (
                    ("title", ("position",)),
                    ("employer", ("name", "company")),
                    ("start", ("startDate",)),
                )
                if not any(entry.get(key) for key in keys)
            ]
            if lacks:
                yield f"position {number} has no {' and no '.join(lacks)}"
    basics = payload.get("basics")
    other = entries(basics, "other") if isinstance(basics, dict) else []
    if other:
        words = " / ".join(" ".join(str(text).split())[:60] for text in other[:_SHOWN])
        more = f" and {len(other) - _SHOWN} more" if len(other) > _SHOWN else ""
        count = "1 passage fits" if len(other) == 1 else f"{len(other)} passages fit"
        yield f"{count} no field and went to basics.other: {words}{more}"
