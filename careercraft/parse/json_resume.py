"""JSON Resume (jsonresume.org, schema 1.0.0) to a `Resume`, and back.

The reader has rendered the values into `Document.text`; `Document.fields` says where each one stands.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast, get_args

from msgspec.structs import replace

from careercraft.model.document import Document, Span, Text
from careercraft.model.resume import (
    DEGREE_ORDER,
    Certification,
    DateRange,
    DegreeLevel,
    Education,
    Employment,
    LanguageItem,
    Project,
    Resume,
    Section,
    SectionKind,
    SkillGroup,
    SkillItem,
    Work,
)
from careercraft.parse.dates import parse_date
from careercraft.parse.employment import employment_of
from careercraft.parse.json_resume_out import stated_level, to_json_resume
from careercraft.parse.languages import spoken
from careercraft.parse.piece import tidy
from careercraft.parse.places import country_code, find_place
from careercraft.parse.resume_problems import resume_problems
from careercraft.parse.skill_items import level_of

__all__ = ["from_json_resume", "to_json_resume"]

_SECTIONS: tuple[tuple[str, SectionKind], ...] = (
    ("work", "work"), ("volunteer", "volunteer"), ("education", "education"), ("skills", "skills"),
    ("projects", "projects"), ("certificates", "certifications"), ("awards", "awards"),
    ("publications", "publications"), ("languages", "languages"), ("interests", "interests"),
    ("references", "references"),
)  # fmt: skip
_CURRENT = frozenset({"present", "current", "now", "today", "ongoing"})


def from_json_resume(document: Document) -> Resume:
    """The resume that a document of format `json_resume` holds; every value with its place in the text."""
    reader = _Reader(document)
    location = reader.location()
    place = find_place(location.value) if location else None
    country = reader.raw("basics.location.countryCode")
    resume = Resume(
        name=reader.text("basics.name"),
        headline=reader.text("basics.label"),
        email=reader.text("basics.email"),
        phones=reader.several("basics.phone"),
        links=(*reader.several("basics.url"), *reader.every("basics.profiles", "url")),
        location=location,
        city=reader.raw("basics.location.city") or (place.city if place else None),
        region=reader.raw("basics.location.region") or (place.region if place else None),
        country=(country_code(country) if country else None) or (place.country if place else None),
        summary=reader.text("basics.summary"),
        work=tuple(reader.work(path) for path in reader.items("work")),
        volunteer=tuple(
            replace(reader.work(path), employment="volunteer") for path in reader.items("volunteer")
        ),
        education=tuple(reader.education(path) for path in reader.items("education")),
        projects=tuple(reader.project(path) for path in reader.items("projects")),
        certifications=tuple(
            item for path in reader.items("certificates") if (item := reader.certification(path))
        ),
        skills=_joined_groups(group for path in reader.items("skills") if (group := reader.skills(path))),
        languages=tuple(spoken for path in reader.items("languages") if (spoken := reader.language(path))),
        publications=reader.every("publications", "name", "summary"),
        awards=reader.every("awards", "title", "summary"),
        references=reader.every("references", "name", "reference"),
        interests=reader.every("interests", "name", "keywords"),
        sections=reader.sections(),
    )
    resume = replace(resume, other=reader.unread())
    return replace(resume, problems=resume_problems(document, resume))


class _Reader:
    """Looks values up by their path and keeps count of what was read."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.payload: dict[str, Any] = document.payload or {}
        self.used: set[str] = set()

    def text(self, path: str) -> Text | None:
        span = self.document.fields.get(path)
        if span is None:
            return None
        self.used.add(path)
        return Text(tidy(self.document.quote(span)), span)

    def several(self, path: str) -> tuple[Text, ...]:
        found = self.text(path)
        return (found,) if found else ()

    def raw(self, path: str) -> str | None:
        found = self.text(path)
        return found.value if found else None

    def items(self, key: str) -> list[str]:
        """Paths of the entries under `key`, also of nested keys such as `basics.profiles`."""
        value: Any = self.payload
        for part in key.split("."):
            value = value.get(part) if isinstance(value, dict) else None
        return [f"{key}[{index}]" for index in range(len(value))] if isinstance(value, list) else []

    def listed(self, path: str) -> tuple[Text, ...]:
        """All values of a list at `path`, or the single value there."""
        found, index = [], 0
        while (item := self.text(f"{path}[{index}]")) is not None:
            found.append(item)
            index += 1
        return tuple(found) or self.several(path)

    def every(self, key: str, *names: str) -> tuple[Text, ...]:
        """The named values of all entries under `key`; an entry may be a plain string."""
        return tuple(
            text
            for path in self.items(key)
            for text in (
                *self.several(path),
                *(text for name in names for text in self.listed(f"{path}.{name}")),
            )
        )

    def location(self) -> Text | None:
        plain = self.text("basics.location")
        parts = [
            part
            for name in ("city", "region", "countryCode")
            if (part := self.text(f"basics.location.{name}"))
        ]
        if plain or not parts:
            return plain
        span = Span(parts[0].span.start, parts[-1].span.end, parts[0].span.page)
        return Text(", ".join(part.value for part in parts), span)

    def dates(self, path: str) -> DateRange | None:
        names = ("startDate", "endDate", "date", "releaseDate")
        found = {name: text for name in names if (text := self.text(f"{path}.{name}"))}
        if not found:
            return None
        start = parse_date(found["startDate"].value) if "startDate" in found else None
        last = found.get("endDate") or found.get("date") or found.get("releaseDate")
        end = parse_date(last.value) if last else None
        current = start is not None and (last is None or last.value.strip().lower() in _CURRENT)
        if start is None and end is None:
            return None
        spans = sorted(text.span.start for text in found.values())
        ends = max(text.span.end for text in found.values())
        return DateRange(start=start, end=end, current=current, span=Span(spans[0], ends))

    def work(self, path: str) -> Work:
        title = self.text(f"{path}.position")
        employer = (
            self.text(f"{path}.name") or self.text(f"{path}.organization") or self.text(f"{path}.company")
        )
        bullets = (
            *self.several(f"{path}.summary"),
            *self.several(f"{path}.description"),
            *self.listed(f"{path}.highlights"),
        )
        return Work(
            title=title,
            employer=employer,
            location=self.text(f"{path}.location"),
            dates=self.dates(path),
            employment=self.employment(path) or (employment_of(title.value) if title else None),
            bullets=bullets,
            span=self.span(path),
            share=self.number(f"{path}.share"),
        )

    def employment(self, path: str) -> Employment | None:
        """`employment` is our own key, beside the schema's."""
        stated = self.raw(f"{path}.employment")
        return cast("Employment", stated) if stated in get_args(Employment) else None

    def number(self, path: str) -> float | None:
        stated = self.raw(path)
        try:
            return float(stated) if stated else None
        except ValueError:
            return None

    def education(self, path: str) -> Education:
        degree = self.text(f"{path}.studyType")
        return Education(
            institution=self.text(f"{path}.institution"),
            degree=degree,
            level=self.degree_level(path) or stated_level(degree),
            area=self.text(f"{path}.area"),
            dates=self.dates(path),
            grade=self.text(f"{path}.score") or self.text(f"{path}.gpa"),
            span=self.span(path),
        )

    def degree_level(self, path: str) -> DegreeLevel | None:
        stated = self.raw(f"{path}.level")
        return next((level for level in DEGREE_ORDER if level == stated), None)

    def project(self, path: str) -> Project:
        bullets = (
            *self.several(f"{path}.description"),
            *self.several(f"{path}.summary"),
            *self.listed(f"{path}.highlights"),
        )
        words = self.listed(f"{path}.keywords")
        return Project(
            name=self.text(f"{path}.name"),
            dates=self.dates(path),
            bullets=bullets,
            span=self.span(path),
            technologies=words,
        )

    def certification(self, path: str) -> Certification | None:
        name = self.text(f"{path}.name") or self.text(path)
        return (
            Certification(name=name, issuer=self.text(f"{path}.issuer"), dates=self.dates(path))
            if name
            else None
        )

    def skills(self, path: str) -> SkillGroup | None:
        """A skill with keywords is a group; one without is an item, its level its own."""
        name, stated = self.text(f"{path}.name") or self.text(path), self.text(f"{path}.level")
        level, years = level_of(stated.value) if stated else None, self.number(f"{path}.years")
        words = self.listed(f"{path}.keywords") or ((name,) if name else ())
        items = tuple(SkillItem(text=word, level=level, years=years) for word in words)
        return SkillGroup(name=name if words != (name,) else None, items=items) if items else None

    def language(self, path: str) -> LanguageItem | None:
        name = self.text(f"{path}.language") or self.text(f"{path}.name") or self.text(path)
        return spoken(name, self.text(f"{path}.fluency")) if name else None

    def span(self, path: str) -> Span:
        """From the first to the last value under `path`."""
        spans = [
            span for key, span in self.document.fields.items() if key.startswith((f"{path}.", f"{path}["))
        ]
        if not spans:
            return self.document.fields.get(path, Span(0, 0))
        return Span(min(span.start for span in spans), max(span.end for span in spans))

    def sections(self) -> tuple[Section, ...]:
        found = [
            Section(kind=kind, span=self.span(key))
            for key, kind in _SECTIONS
            if any(path.startswith(f"{key}[") for path in self.document.fields)
        ]
        return tuple(sorted(found, key=lambda section: section.span.start))

    def unread(self) -> tuple[Text, ...]:
        """Values that no field took, so that nothing is lost."""
        paths = [path for path in self.document.fields if path not in self.used]
        texts = [text for path in paths if (text := self.text(path))]
        return tuple(sorted(texts, key=lambda text: (text.span.start, text.span.end)))


def _joined_groups(groups: Iterable[SkillGroup]) -> tuple[SkillGroup, ...]:
    """Groups of one name that follow one another are one group, whose items differ in level."""
    joined: list[SkillGroup] = []
    for group in groups:
        last = joined[-1] if joined else None
        if last and last.name and group.name and last.name.value == group.name.value:
            joined[-1] = SkillGroup(name=last.name, items=(*last.items, *group.items))
        else:
            joined.append(group)
    return tuple(joined)
