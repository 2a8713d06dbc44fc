"""A person's profile as the document of a resume, and as the part of one that stands in no file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from msgspec import structs

from careercraft.model.document import Document, Line, Problem, Span
from careercraft.model.profile import DEFAULT, Profile
from careercraft.read.limits import Limits
from careercraft.read.reader import read_text

HEADING = "From your profile"
_ALONE = Problem(code="profile", message="your profile stands in place of a resume file", severity="info")


def profile_document(profile: Profile, limits: Limits) -> Document:
    """Its text under its own hash. Raises InputError where there is nothing in it to read."""
    document = read_text(profile.text, profile_name(profile), "json_resume", limits)
    return structs.replace(document, profile=hash_of(profile), problems=(_ALONE, *document.problems))


def part_document(profile: Profile, part: Mapping[str, Any], limits: Limits) -> Document:
    """Of some of its entries."""
    text = json.dumps(part, ensure_ascii=False)
    return structs.replace(
        read_text(text, profile_name(profile), "json_resume", limits), profile=hash_of(profile)
    )


def with_part(document: Document, part: Document) -> tuple[Document, int]:
    """The document with the part's text under a heading behind its own, and how far the part has moved.

    What was read stays where it was, so that its words and the profile's can be told apart by their place alone.
    """
    start = len(document.text) + 2
    moved = start + len(HEADING) + 2
    block = max((line.block for line in document.lines), default=0) + 1
    heading = Line(span=Span(start, start + len(HEADING)), heading=1, bold=True, block=block)
    lines = (
        structs.replace(
            line,
            span=Span(line.span.start + moved, line.span.end + moved),
            block=line.block + block + 1,
        )
        for line in part.lines
    )
    joined = structs.replace(
        document,
        text=f"{document.text}\n\n{HEADING}\n\n{part.text}",
        lines=(*document.lines, heading, *lines),
        profile=part.profile,
        profile_from=start,
    )
    return joined, moved


def profile_name(profile: Profile) -> str:
    return "profile" if profile.name == DEFAULT else f"profile {profile.name}"


def hash_of(profile: Profile) -> str:
    """sha256 of its JSON Resume."""
    return hashlib.sha256(profile.text.encode()).hexdigest()
