"""The rendercv resumes: five themes of one resume, whose truth is the YAML they were made from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from benchmarks.corpus.compare import compare
from benchmarks.corpus.facts import facts_of
from benchmarks.corpus.outcome import Outcome, plain
from benchmarks.corpus.scored import Choice, Scored
from benchmarks.corpus.truth import Facts
from benchmarks.corpus.years import total_years
from careercraft.parse import parse_resume
from careercraft.read import read_path

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_AGREED = ("name", "email", "work", "education", "projects", "skills")
_FIRST = {"name": "name", "email": "email", "work.employer": "employers", "total_years": "years"}


def rendercv(data: Path, choice: Choice) -> Iterator[Scored]:
    """Every theme against the YAML, and each theme's fields against those of the first."""
    pdfs = [path for path in _pdfs(data) if choice.takes("rendercv", path)]
    first: Facts = {}
    for path in pdfs:
        resume, failure = choice.parse(path)
        facts = facts_of(resume)
        first = first or facts
        outcomes = [*filter(None, (failure,)), *compare(_truth(path), facts), *_agreement(first, facts)]
        yield Scored("rendercv", path.name, path.stem, tuple(outcomes))


def rendercv_figures(data: Path) -> dict[str, str]:
    """For the suite `first`: on how many of the PDFs a field is wholly right."""
    checks = [_wrong(path) for path in _pdfs(data)]
    return {
        f"rendercv.{name}": f"{sum(field not in wrong for wrong in checks)}/{len(checks)}"
        for field, name in _FIRST.items()
    }


def _pdfs(data: Path) -> list[Path]:
    return sorted((data / "resumes" / "rendercv").glob("*.pdf"))


def _wrong(path: Path) -> set[str]:
    outcomes = compare(_truth(path), facts_of(parse_resume(read_path(path))))
    return {outcome.field for outcome in outcomes if not outcome.right}


def _truth(pdf: Path) -> Facts:
    cv = yaml.safe_load(pdf.with_suffix(".yaml").read_text(encoding="utf-8"))["cv"]
    sections = cv["sections"]
    jobs = sections["experience"]
    return {
        "name": cv["name"],
        "email": cv["email"],
        "location": cv["location"],
        "work": [
            {
                "title": job["position"],
                "employer": job["company"],
                "location": job["location"],
                "dates": _dates(job),
            }
            for job in jobs
        ],
        "education": [_school(entry) for entry in sections["education"]],
        "projects": [
            {"name": _LINK.sub(r"\1", entry["name"]), "dates": _dates(entry)}
            for entry in sections["projects"]
        ],
        "skills": [word for group in sections["skills"] for word in _words(group)],
        "publications": _published(sections),
        "awards": [re.sub(r"\s*\([^)]*\)$", "", entry["bullet"]) for entry in sections["selected_honors"]],
        "total_years": total_years(_dates(job) for job in jobs if "intern" not in job["position"].lower()),
    }


def _published(sections: dict[str, Any]) -> list[str]:
    """Our model keeps patents and talks with the publications."""
    return [
        *(entry["title"] for entry in sections["publications"]),
        *(entry["number"] for entry in sections["patents"]),
        *(entry["reversed_number"] for entry in sections["invited_talks"]),
    ]


def _school(entry: dict[str, Any]) -> Facts:
    return {
        "institution": entry["institution"],
        "degree": f"{entry['degree']} {entry['area']}",
        "area": entry["area"],
        "dates": _dates(entry),
    }


def _words(group: dict[str, str]) -> list[str]:
    return [group["label"], *group["details"].split(", ")]


def _dates(entry: dict[str, Any]) -> str | None:
    """A bare year is printed as its January."""
    start, end = entry.get("start_date"), entry.get("end_date")
    if start is None:
        single = str(entry.get("date") or "")
        return f"{single}-01" if len(single) == 4 else single or None
    return f"{start}..{'' if end in (None, 'present') else end}"


def _agreement(first: Facts, facts: Facts) -> Iterator[Outcome]:
    for key in _AGREED:
        one, other = _shape(first[key]), _shape(facts[key])
        yield Outcome("all themes agree", f"{key}: {one}", f"{key}: {other}", one == other)


def _shape(value: Any) -> Any:
    """For comparing: the case that a theme sets is no difference, and the order of skills neither."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return {key: _shape(inner) for key, inner in value.items()}
    if isinstance(value, Sequence):
        return [_shape(inner) for inner in value]
    return value
