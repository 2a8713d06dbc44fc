"""Resumes that others wrote: AltaCV, LiveCareer and RJDB, each as far as its truth is known."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.corpus.compare import compare
from benchmarks.corpus.facts import facts_of
from benchmarks.corpus.outcome import Outcome
from benchmarks.corpus.scored import Choice, Scored
from benchmarks.corpus.truth import Facts
from careercraft.errors import InputError
from careercraft.model.document import Document
from careercraft.model.resume import Resume
from careercraft.parse import parse_resume
from careercraft.parse.experience import years_of
from careercraft.read import read_path, read_text

TODAY = date(2026, 11, 20)
_MOST_WORDS = 6
# Told by plain words on a line of their own, apart from the parser's own table of headings.
_WORK = re.compile(
    r"^\W*(?:\w+ )?(?:experience|work history|employment history)\W*$", re.IGNORECASE | re.MULTILINE
)
_EDUCATION = re.compile(r"^\W*education(?: and training)?\W*$", re.IGNORECASE | re.MULTILINE)
_COMMAND = re.compile(r"\\cv(section|event)((?:\{(?:[^{}]|\{[^{}]*\})*\})+)")
_ARGUMENT = re.compile(r"\{((?:[^{}]|\{[^{}]*\})*)\}")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def altacv(data: Path, choice: Choice) -> Iterator[Scored]:
    """Every event of the source in the section where the source has it, with its title, place and dates."""
    folder = data / "resumes" / "altacv"
    for path in sorted(folder.glob("*.pdf")):
        if choice.takes("altacv", path):
            resume, failure = choice.parse(path)
            truth = _events(path.with_suffix(".tex").read_text(encoding="utf-8"))
            outcomes = [*filter(None, (failure,)), *compare(truth, facts_of(resume))]
            yield Scored("altacv", path.name, "altacv", tuple(outcomes))


def _events(source: str) -> Facts:
    lines = "\n".join(line for line in source.splitlines() if not line.startswith("%"))
    facts: Facts = {"work": [], "education": []}
    section = ""
    for command, arguments in _COMMAND.findall(lines):
        values = [_untex(value) for value in _ARGUMENT.findall(arguments)]
        if command == "section":
            section = values[0]
        elif section == "Experience":
            facts["work"].append(
                {"title": values[0], "employer": values[1], "dates": _dates(values[2]), "location": values[3]}
            )
        elif section == "Education":
            area = values[0].partition(" in ")[2]
            facts["education"].append(
                {"degree": values[0], "area": area, "institution": values[1], "dates": _dates(values[2])}
            )
    return facts


def _untex(text: str) -> str:
    return text.replace("\\&", "&").replace("\\ ", " ").strip()


def _dates(text: str) -> str:
    """Of "Oct 2001 -- July 2005"; an end that is no date is open."""
    return "..".join(map(_date, text.split("--")))


def _date(text: str) -> str:
    *month, year = text.split()
    if not year.isdigit():
        return ""
    return f"{year}-{_MONTHS.index(month[-1][:3].lower()) + 1:02d}" if month else year


def livecareer(data: Path, choice: Choice) -> Iterator[Scored]:
    """No failure; work and education where the text holds their heading; no skill of more than six words."""
    folder = data / "resumes" / "livecareer"
    for path in sorted(folder.glob("*/*.pdf")):
        if choice.takes("livecareer", path):
            resume, failure = choice.parse(path)
            name = f"{path.parent.name}/{path.name}"
            outcomes = (failure,) if failure else tuple(_found(read_path(path, engine=choice.engine), resume))
            yield Scored("livecareer", name, "livecareer", outcomes)


def _found(document: Document, resume: Resume) -> Iterator[Outcome]:
    yield Outcome("readable", "a document", document.name, True)
    if _WORK.search(document.text):
        yield _there("work found", "work", bool(resume.work))
    if _EDUCATION.search(document.text):
        yield _there("education found", "education", bool(resume.education))
    for entry in resume.work:
        yield _there("work titled", "a title", entry.title is not None)
        yield _there("work dated", "dates", entry.dates is not None)
    for item in (item for group in resume.skills for item in group.items):
        words = item.text.value
        yield Outcome("short skills", words, words, len(words.split()) <= _MOST_WORDS)


def _there(field: str, wanted: str, found: bool) -> Outcome:
    """Nothing is an answer too: so F1 is the share of those that have it."""
    return Outcome(field, wanted, wanted if found else "nothing", found)


def rjdb(data: Path) -> dict[str, float]:
    """The resumes that match: as many dated entries as the truth, each within a year of its length."""
    rows = []
    for truth, document in _rjdb_documents(data):
        resume = parse_resume(document)
        wanted = sorted(float(years) for years in truth["Experiences-years"][2])
        found = sorted(years_of(entry, TODAY) or 0.0 for entry in resume.work)
        near = len(wanted) == len(found) and all(abs(a - b) <= 1 for a, b in zip(wanted, found, strict=True))
        rows.append((resume.name is not None, resume.email is not None, near))
    shares = (round(sum(column) / len(rows), 4) for column in zip(*rows, strict=True))
    return dict(zip(("name", "email", "entries_and_years"), shares, strict=True))


def _rjdb_documents(data: Path) -> Iterator[tuple[dict[str, Any], Document]]:
    lines = (data / "gaps" / "rjdb_dev.jsonl").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        row = json.loads(line)
        try:
            yield row, read_text(row["Resume-matched"], f"row {number}", "markdown")
        except InputError:
            continue  # a few rows are empty
