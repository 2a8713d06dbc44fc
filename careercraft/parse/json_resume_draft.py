"""The JSON Resume that a person is given to put right: it holds every word that was found."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from careercraft.model.document import Document
from careercraft.model.resume import Resume
from careercraft.parse.json_resume_out import json_resume_spans, to_json_resume
from careercraft.parse.resume import parse_resume

Item = dict[str, Any]
_WORD = re.compile(r"[^\W\d_]{2,}")
_LEAST_WORDS = 5
"""Of what no field took. Less is what a layout puts between fields: a place, "to", a column's label."""


def full_json_resume(resume: Resume, left_over: tuple[str, ...] = ()) -> Item:
    """As `to_json_resume`; what fits no field stands in `basics.other`."""
    found = to_json_resume(resume)
    others = [*(text.value for text in resume.other), *left_over]
    if others:
        found["basics"] = {**found.get("basics", {}), "other": others}
    return found


def draft_of(document: Document) -> str:
    """All that was found in the document, or its own JSON Resume where it has one, as indented text."""
    own = document.payload if document.format in {"json_resume", "linkedin"} else None
    return json.dumps(own or _draft(document), ensure_ascii=False, indent=2) + "\n"


def _draft(document: Document) -> Item:
    resume = parse_resume(document)
    found = full_json_resume(resume, tuple(_left_over(document, resume)))
    if "skills" in found:
        found["skills"] = list(_gathered(found["skills"]))
    return found


def _gathered(skills: list[Item]) -> Iterator[Item]:
    """Neighbors that are only names as one group: one line to a reader, so that no name runs on into the next."""
    for bare, entries in groupby(skills, lambda entry: entry.keys() == {"name"}):
        if bare:
            yield {"keywords": [entry["name"] for entry in entries]}
        else:
            yield from entries


def _left_over(document: Document, resume: Resume) -> Iterator[str]:
    """Stretches of a line that stand in no value and no heading, where they are more than a few words."""
    taken = bytearray(len(document.text))
    headings = (section.heading for section in resume.sections)
    spans = [
        *json_resume_spans(resume).values(),
        *(text.span for text in (*resume.other, *headings) if text is not None),
    ]
    for span in spans:
        taken[span.start : span.end] = b"\1" * (span.end - span.start)
    for line in document.lines:
        for free, places in groupby(range(line.span.start, line.span.end), lambda place: not taken[place]):
            stretch = "".join(document.text[place] for place in places).strip() if free else ""
            if len(_WORD.findall(stretch)) >= _LEAST_WORDS:
                yield stretch
