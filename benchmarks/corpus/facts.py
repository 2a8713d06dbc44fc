"""A parsed resume in the shape of the truth."""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.corpus.truth import Facts
from benchmarks.corpus.years import TODAY
from careercraft.model.document import Text
from careercraft.model.resume import DateRange, Education, PartialDate, Resume, Work
from careercraft.parse.experience import total_years


def facts_of(resume: Resume) -> Facts:
    return {
        "name": _value(resume.name),
        "email": _value(resume.email),
        "phone": _value(resume.phones[0]) if resume.phones else None,
        "headline": _value(resume.headline),
        "location": _value(resume.location),
        "links": _values(resume.links),
        "work": [_position(entry) for entry in resume.work],
        "education": [_school(entry) for entry in resume.education],
        "volunteer": [_position(entry) for entry in resume.volunteer],
        "projects": [
            {"name": _value(entry.name), "dates": written(entry.dates)} for entry in resume.projects
        ],
        "certifications": [
            {"name": entry.name.value, "issuer": _value(entry.issuer), "dates": written(entry.dates)}
            for entry in resume.certifications
        ],
        "languages": [
            {"name": entry.name.value, "fluency": _value(entry.fluency)} for entry in resume.languages
        ],
        "skills": _skills(resume),
        "awards": _values(resume.awards),
        "publications": _values(resume.publications),
        "references": len(resume.references),
        "total_years": total_years(resume.work, TODAY),
    }


def written(dates: DateRange | None) -> str | None:
    """`2019-03..2020-11`, `2019..` or `2020-11`."""
    if dates is None or (dates.start is None and dates.end is None):
        return None
    if dates.start is None:
        return _point(dates.end)
    return f"{_point(dates.start)}..{'' if dates.current else _point(dates.end)}"


def _point(point: PartialDate | None) -> str:
    if point is None:
        return ""
    parts = [f"{point.year}", *(f"{part:02d}" for part in (point.month, point.day) if part)]
    return "-".join(parts)


def _position(entry: Work) -> Facts:
    return {
        "title": _value(entry.title),
        "employer": _value(entry.employer),
        "location": _value(entry.location),
        "dates": written(entry.dates),
    }


def _school(entry: Education) -> Facts:
    """The field of study is part of the degree, as in the truth; words that both hold count once."""
    parts = [text for text in (_value(entry.degree), _value(entry.area)) if text]
    return {
        "institution": _value(entry.institution),
        "degree": " ".join(parts) or None,
        "area": _value(entry.area),
        "dates": written(entry.dates),
    }


def _skills(resume: Resume) -> list[str]:
    return [
        text
        for group in resume.skills
        for text in (_value(group.name), *(item.text.value for item in group.items))
        if text
    ]


def _values(texts: Iterable[Text]) -> list[str]:
    return [text.value for text in texts]


def _value(text: Text | None) -> str | None:
    return text.value if text is not None else None
