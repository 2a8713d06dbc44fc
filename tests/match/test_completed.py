"""A resume completed by a profile: the file's words stay where they were, and the profile's can be told from them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import HealthCheck, given, settings
from msgspec import Struct

from careercraft.match.completed import completed, part_of, told
from careercraft.match.linker import Linker
from careercraft.match.sides import ResumeSide, resume_side
from careercraft.model.document import Document, Span, Text
from careercraft.model.profile import Profile
from careercraft.read import Limits, read_bytes
from tests.cli import texts
from tests.parse.json_resumes import json_resumes

MORE = {
    "work": [
        {
            "position": "Kitchen Hand",
            "name": "Sole",
            "startDate": "2012",
            "highlights": ["Docker at the harbor"],
        }
    ],
    "certificates": [{"name": "Food hygiene", "date": "2014"}],
    "skills": [{"name": "Terraform", "level": "expert"}],
}


def profile(payload: dict[str, Any]) -> Profile:
    text = json.dumps(payload)
    return Profile(name="default", version=1, revision=1, created="", change="", text=text)


def side_of(text: str, linker: Linker) -> ResumeSide:
    return resume_side(read_bytes(text.encode(), "resume.txt", Limits()), linker)


def spans(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from spans(getattr(value, name))


def quotes(value: Any, document: Document) -> list[str]:
    return [document.quote(span) for span in spans(value)]


def words_of(value: Any) -> str:
    """All texts in it."""
    if isinstance(value, dict | list):
        return " ".join(map(words_of, value.values() if isinstance(value, dict) else value))
    return value if isinstance(value, str) else ""


def test_every_value_stands_where_it_says(names_only: Linker) -> None:
    base = side_of(texts.RESUME, names_only)
    both = completed(base, profile(MORE), names_only, Limits())
    start = both.document.profile_from
    assert start is not None
    assert both.document.text[:start] == base.document.text + "\n\n"
    assert both.document.lines[: len(base.document.lines)] == base.document.lines
    assert [both.document.quote(line.span) for line in both.document.lines][
        len(base.document.lines)
    ] == "From your profile"
    last = both.resume.work[-1]
    assert last.title == Text("Kitchen Hand", last.title.span if last.title else Span(0, 0))
    for name in ("work", "certifications", "skills"):
        mine, theirs = (len(getattr(side.resume, name)) for side in (both, base))
        added = getattr(both.resume, name)[theirs:]
        assert mine == theirs + 1
        assert all(span.start > start and span.end <= len(both.document.text) for span in spans(added))
    assert quotes(both.resume.work[: len(base.resume.work)], both.document) == quotes(
        base.resume.work, base.document
    )
    assert both.resume.certifications[-1].name.value == "Food hygiene"
    assert both.document.quote(both.resume.certifications[-1].name.span) == "Food hygiene"
    assert both.parts is not None
    assert (both.document.hash, both.document.profile) == (base.document.hash, both.parts[1].document.profile)


@given(json_resumes())
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_profile_can_complete_a_resume(names_only: Linker, payload: dict[str, Any]) -> None:
    base = side_of(texts.RESUME, names_only)
    both = completed(base, profile(payload), names_only, Limits())
    if both is base:
        part = part_of(base, payload, names_only)
        assert not part or not any(map(str.isalpha, words_of(part)))
        return
    assert both.document.text.startswith(f"{base.document.text}\n\nFrom your profile\n\n")
    text = both.document.text
    assert all(0 <= span.start <= span.end <= len(text) for span in spans(both.resume))
    assert both.resume.work[: len(base.resume.work)] == base.resume.work
    assert both.mentions[: len(base.mentions)] == base.mentions
    assert completed(base, profile(payload), names_only, Limits()).document == both.document


def test_a_resume_completed_by_itself_is_the_same(names_only: Linker) -> None:
    from careercraft.parse.json_resume_out import to_json_resume

    base = side_of(texts.RESUME, names_only)
    assert completed(base, profile(to_json_resume(base.resume)), names_only, Limits()) is base


def test_the_place_counts_where_the_resume_names_none(names_only: Linker) -> None:
    here = {"basics": {"location": {"city": "Oslo", "countryCode": "NO"}}}
    there = side_of(texts.OTHER_RESUME, names_only)
    assert there.resume.location is None
    assert completed(there, profile(here), names_only, Limits()).resume.city == "Oslo"
    base = side_of(texts.RESUME, names_only)
    assert completed(base, profile(here), names_only, Limits()) is base


def test_what_came_in_is_counted_in_words() -> None:
    assert told(MORE).startswith(
        "your profile completes the resume by 1 position, 1 certificate and 1 skill; these are your own words"
    )
    two: dict[str, Any] = {"education": [{}, {}], "basics": {"location": "Oslo"}}
    assert "by 2 entries of your education and your place;" in told(two)
