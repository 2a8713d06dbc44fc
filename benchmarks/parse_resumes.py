"""How right the resume parser is on the development data: rendercv, AltaCV, LiveCareer and RJDB.

`run(data)` returns one flat table of figures; all are shares between 0 and 1 unless they say otherwise.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from careercraft.errors import InputError
from careercraft.model.document import Document
from careercraft.model.resume import DateRange, Resume
from careercraft.parse import parse_resume
from careercraft.parse.dates import parse_date
from careercraft.parse.experience import total_years, years_of
from careercraft.read import read_path, read_text

TODAY = date(2026, 11, 20)
_MOST_WORDS = 6
# Told by plain words on a line of their own, apart from the parser's own table of headings.
_WORK = re.compile(
    r"^\W*(?:\w+ )?(?:experience|work history|employment history)\W*$", re.IGNORECASE | re.MULTILINE
)
_EDUCATION = re.compile(r"^\W*education(?: and training)?\W*$", re.IGNORECASE | re.MULTILINE)


def run(data: Path) -> dict[str, float]:
    """Figures by name, `corpus.field`."""
    figures: dict[str, float] = {}
    for name, corpus in (
        ("rendercv", rendercv),
        ("altacv", altacv),
        ("livecareer", livecareer),
        ("rjdb", rjdb),
    ):
        figures |= {f"{name}.{key}": round(value, 4) for key, value in corpus(data).items()}
    return figures


def rendercv(data: Path) -> dict[str, float]:
    """Each theme's PDF against its YAML: name, email, employers, titles, dates, schools, total years."""
    rows = []
    for path in sorted((data / "resumes" / "rendercv").glob("*.pdf")):
        truth = yaml.safe_load(path.with_suffix(".yaml").read_text(encoding="utf-8"))["cv"]
        rows.append(_rendercv_row(truth, parse_resume(read_path(path))))
    return _means(rows)


def _rendercv_row(truth: dict[str, Any], resume: Resume) -> dict[str, float]:
    jobs = truth["sections"]["experience"]
    schools = truth["sections"]["education"]
    return {
        "name": float(_value(resume.name) == truth["name"]),
        "email": float(_value(resume.email) == truth["email"]),
        "employers": float([_value(w.employer) for w in resume.work] == [job["company"] for job in jobs]),
        "titles": float([_value(w.title) for w in resume.work] == [job["position"] for job in jobs]),
        "dates": float([_months(w.dates) for w in resume.work] == [_truth_months(job) for job in jobs]),
        "institutions": float(
            [_value(e.institution) for e in resume.education] == [s["institution"] for s in schools]
        ),
        "areas": float([_value(e.area) for e in resume.education] == [school["area"] for school in schools]),
        "total_years": float(_total_near(resume, jobs)),
    }


def _total_near(resume: Resume, jobs: list[dict[str, Any]]) -> bool:
    """Within 0.2 of the union of the paid periods as the truth states them; the same internships left out."""
    paid = [job for job in jobs if "intern" not in job["position"].lower()]
    covered = {month for job in paid for month in _covered(job)}
    total = total_years(resume.work, TODAY)
    return total is not None and abs(total - len(covered) / 12) <= 0.2


def _covered(job: dict[str, Any]) -> range:
    start, end = (parse_date(str(job[key])) for key in ("start_date", "end_date"))
    assert start is not None
    last = end.year * 12 + (end.month or 12) if end else TODAY.year * 12 + TODAY.month
    return range(start.year * 12 + (start.month or 1) - 1, last)


def _truth_months(job: dict[str, Any]) -> tuple[str, str]:
    return str(job["start_date"]), str(job["end_date"])


def _months(dates: DateRange | None) -> tuple[str, str] | None:
    if dates is None or dates.start is None:
        return None
    start = f"{dates.start.year}-{dates.start.month or 0:02d}"
    end = "present" if dates.end is None else f"{dates.end.year}-{dates.end.month or 0:02d}"
    return start, end


def altacv(data: Path) -> dict[str, float]:
    """The two-column PDF: employers, titles and degrees of its source found under work and education."""
    resume = parse_resume(read_path(data / "resumes" / "altacv" / "mmayer.pdf"))
    source = (data / "resumes" / "altacv" / "mmayer.tex").read_text(encoding="utf-8")
    events = [line for line in source.splitlines() if line.startswith("\\cvevent{")]
    named = {*map(_value, (w.title for w in resume.work)), *map(_value, (e.degree for e in resume.education))}
    placed = {
        *map(_value, (w.employer for w in resume.work)),
        *map(_value, (e.institution for e in resume.education)),
    }
    heads = [
        tuple(part.strip("{}").replace("\\&", "&").replace("\\ ", " ") for part in line[8:].split("}{")[:2])
        for line in events
    ]
    return {
        "titles_and_degrees": sum(_has(named, head[0]) for head in heads) / max(1, len(heads)),
        "employers_and_schools": sum(_has(placed, head[1]) for head in heads) / max(1, len(heads)),
    }


def _has(found: set[str | None], wanted: str) -> bool:
    return any(value and (value in wanted or wanted in value) for value in found)


def livecareer(data: Path) -> dict[str, float]:
    """No failure; work and education found where the text holds them; no skill of more than six words."""
    rows = []
    for path in sorted((data / "resumes" / "livecareer").glob("*/*.pdf")):
        document = read_path(path)
        resume = parse_resume(document)
        rows.append(
            {
                "work_found": float(bool(resume.work)) if _WORK.search(document.text) else None,
                "education_found": float(bool(resume.education))
                if _EDUCATION.search(document.text)
                else None,
                "work_titled": _share(w.title for w in resume.work),
                "work_dated": _share(w.dates for w in resume.work),
                "long_skills": float(
                    sum(len(i.text.value.split()) > _MOST_WORDS for g in resume.skills for i in g.items)
                ),
            }
        )
    return _means(rows)


def rjdb(data: Path) -> dict[str, float]:
    """The resumes that match: as many dated entries as the truth, each within a year of its length."""
    rows = []
    for truth, document in _rjdb_documents(data):
        resume = parse_resume(document)
        wanted = sorted(float(years) for years in truth["Experiences-years"][2])
        found = sorted(years_of(entry, TODAY) or 0.0 for entry in resume.work)
        near = len(wanted) == len(found) and all(abs(a - b) <= 1 for a, b in zip(wanted, found, strict=True))
        rows.append(
            {
                "name": float(resume.name is not None),
                "email": float(resume.email is not None),
                "entries_and_years": float(near),
            }
        )
    return _means(rows)


def _rjdb_documents(data: Path) -> Iterator[tuple[dict[str, Any], Document]]:
    lines = (data / "gaps" / "rjdb_dev.jsonl").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        row = json.loads(line)
        try:
            yield row, read_text(row["Resume-matched"], f"row {number}", "markdown")
        except InputError:
            continue  # a few rows are empty


def _means(rows: list[dict[str, Any]]) -> dict[str, float]:
    names = list(rows[0]) if rows else []
    values = {name: [row[name] for row in rows if row[name] is not None] for name in names}
    return {name: sum(known) / len(known) if known else 0.0 for name, known in values.items()}


def _share(values: Any) -> float | None:
    listed = [value is not None for value in values]
    return sum(listed) / len(listed) if listed else None


def _value(text: Any) -> str | None:
    return text.value if text is not None else None
