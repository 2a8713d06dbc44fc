"""A `Resume` as JSON Resume (jsonresume.org, schema 1.0.0): dates in ISO form with the precision known."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from careercraft.model.document import Span, Text
from careercraft.model.resume import (
    DateRange,
    DegreeLevel,
    Education,
    PartialDate,
    Project,
    Resume,
    SkillGroup,
    Work,
)
from careercraft.parse.degrees import find_degrees, highest
from careercraft.parse.employment import employment_of

Item = dict[str, Any]


def to_json_resume(resume: Resume) -> Item:
    """Only what is known stands in the result; empty lists and objects are left out."""
    plain: Item = _plain(_tree(resume))
    return plain


def json_resume_spans(resume: Resume) -> dict[str, Span]:
    """Where each value of `to_json_resume` stands in the document, by its path: `work[0].position`. Both dates of
    an entry have the span of its period."""
    return dict(_spans(_tree(resume), ""))


def _tree(resume: Resume) -> Item:
    """The JSON Resume with `Text` in place of the values that stand in the document."""
    return _clean(
        {
            "basics": _basics(resume),
            "work": [_work(entry, "name") for entry in resume.work],
            "volunteer": [_work(entry, "organization") for entry in resume.volunteer],
            "education": [_education(entry) for entry in resume.education],
            "awards": [{"title": text} for text in resume.awards],
            "certificates": [
                {"name": item.name, "issuer": item.issuer, **_certified(item.dates)}
                for item in resume.certifications
            ],
            "publications": [{"name": text} for text in resume.publications],
            "skills": [entry for group in resume.skills for entry in _skills(group)],
            "languages": [{"language": item.name, "fluency": item.fluency} for item in resume.languages],
            "interests": [{"name": text} for text in resume.interests],
            "references": [{"reference": text} for text in resume.references],
            "projects": [_project(entry) for entry in resume.projects],
        }
    )


def iso_date(date: PartialDate) -> str:
    """YYYY, YYYY-MM or YYYY-MM-DD, as precise as the date is."""
    parts = [f"{date.year:04d}", *(f"{part:02d}" for part in (date.month, date.day) if part is not None)]
    return "-".join(parts[:2] if date.month is None else parts)


def _basics(resume: Resume) -> Item:
    return {
        "name": resume.name,
        "label": resume.headline,
        "email": resume.email,
        "phone": resume.phones[0] if resume.phones else None,
        "url": resume.links[0] if resume.links else None,
        "summary": resume.summary,
        "location": {"city": resume.city, "region": resume.region, "countryCode": resume.country}
        if resume.city or resume.region or resume.country
        else {"address": resume.location},
        "profiles": [{"url": link} for link in resume.links[1:]],
    }


def _work(entry: Work, employer: str) -> Item:
    return {
        employer: entry.employer,
        "position": entry.title,
        "location": entry.location,
        **_dates(entry.dates),
        "employment": _untold(entry),
        "share": entry.share,
        "highlights": list(entry.bullets),
    }


def _education(entry: Education) -> Item:
    return {
        "institution": entry.institution,
        "area": entry.area,
        "studyType": entry.degree,
        **_dates(entry.dates),
        "score": entry.grade,
        "level": None if entry.level == stated_level(entry.degree) else entry.level,
    }


def _untold(entry: Work) -> str | None:
    """The kind of employment where the title doesn't say it, so that it isn't lost."""
    told = employment_of(entry.title.value) if entry.title else None
    return None if entry.employment in (told, "volunteer") else entry.employment


def stated_level(degree: Text | None) -> DegreeLevel | None:
    """The level that the degree's own words say."""
    return highest([found.level for found in find_degrees(degree.value)]) if degree else None


def _certified(dates: DateRange | None) -> Item:
    """`date` is when it was earned; one that is valid for a time has both ends."""
    return _dates(dates) if dates and dates.start else {"date": _end(dates)}


def _project(entry: Project) -> Item:
    return {
        "name": entry.name,
        **_dates(entry.dates),
        "highlights": list(entry.bullets),
        "keywords": list(entry.technologies),
    }


def _skills(group: SkillGroup) -> list[Item]:
    """A named group with its keywords, cut where the level or the years change, so that each has its own; items of
    a nameless group stand alone."""
    if group.name is None:
        return [{"name": item.text, "level": item.level, "years": item.years} for item in group.items]
    runs = groupby(group.items, key=lambda item: (item.level, item.years))
    return [
        {"name": group.name, "level": level, "years": years, "keywords": [item.text for item in run]}
        for (level, years), run in runs
    ]


def _dates(dates: DateRange | None) -> Item:
    start = Text(iso_date(dates.start), dates.span) if dates and dates.start else None
    return {"startDate": start, "endDate": _end(dates)}


def _end(dates: DateRange | None) -> Text | None:
    return Text(iso_date(dates.end), dates.span) if dates and dates.end else None


def _plain(node: Any) -> Any:
    if isinstance(node, Text):
        return node.value
    if isinstance(node, dict):
        return {key: _plain(value) for key, value in node.items()}
    return [_plain(value) for value in node] if isinstance(node, list) else node


def _spans(node: Any, path: str) -> Iterator[tuple[str, Span]]:
    if isinstance(node, Text):
        yield path, node.span
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from _spans(value, f"{path}.{key}" if path else key)
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _spans(value, f"{path}[{index}]")


def _clean(item: Item) -> Item:
    """Without absent values, in dicts and in the dicts of lists."""
    cleaned: Item = {}
    for key, value in item.items():
        if isinstance(value, dict):
            value = _clean(value)
        elif isinstance(value, list):
            value = [_clean(child) if isinstance(child, dict) else child for child in value]
            value = [child for child in value if child]
        if value not in (None, "", [], {}):
            cleaned[key] = value
    return cleaned
