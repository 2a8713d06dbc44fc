"""Made-up resumes as texts, one a layout, and what they should give."""

from __future__ import annotations

from careercraft.model.document import Document, Text
from careercraft.model.resume import DateRange, Resume, Work
from careercraft.parse import parse_resume
from careercraft.read import read_text


def read(text: str, name: str = "resume.txt") -> Document:
    return read_text(text, name, "markdown" if name.endswith(".md") else "text")


def parse(text: str, name: str = "resume.txt") -> Resume:
    return parse_resume(read(text, name))


def value(text: Text | None) -> str | None:
    return text.value if text else None


def period(dates: DateRange | None) -> str | None:
    if dates is None:
        return None
    start = f"{dates.start.year}-{dates.start.month or 0:02d}" if dates.start else ""
    end = "now" if dates.current else f"{dates.end.year}-{dates.end.month or 0:02d}" if dates.end else ""
    return f"{start}/{end}"


def facts(work: Work) -> tuple[str | None, str | None, str | None]:
    return value(work.title), value(work.employer), period(work.dates)


def in_work(*lines: str) -> list[tuple[str | None, str | None, str | None]]:
    """Title, employer and dates of the entries under a work heading."""
    return [
        facts(work)
        for work in parse("\n".join(["Ada Brown", "ada@example.org", "", "EXPERIENCE", *lines])).work
    ]
