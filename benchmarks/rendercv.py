"""The rendercv resumes: name, email, employers and total years of each PDF against the YAML it was made from."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from careercraft.model.document import Span
from careercraft.model.resume import DateRange, PartialDate, Work
from careercraft.parse import parse_resume
from careercraft.parse.experience import total_years
from careercraft.read import read_path

_TODAY = date(2026, 11, 20)
_YEARS_TOLERANCE = 0.2


def rendercv_figures(data: Path) -> dict[str, Any]:
    pdfs = sorted((data / "resumes" / "rendercv").glob("*.pdf"))
    checks = [_check(pdf) for pdf in pdfs]
    return {
        f"rendercv.{field}": f"{sum(check[field] for check in checks)}/{len(checks)}"
        for field in ("name", "email", "employers", "years")
    }


def _check(pdf: Path) -> dict[str, bool]:
    truth = yaml.safe_load(pdf.with_suffix(".yaml").read_text())["cv"]
    resume = parse_resume(read_path(pdf))
    jobs = _experience(truth)
    found = {_plain(work.employer.value) for work in resume.work if work.employer}
    years = total_years(resume.work, _TODAY, internships=True) or 0.0
    return {
        "name": resume.name is not None and _plain(resume.name.value) == _plain(truth["name"]),
        "email": resume.email is not None and resume.email.value == truth["email"],
        "employers": found == {_plain(job["company"]) for job in jobs},
        "years": abs(years - (total_years([_work(job) for job in jobs], _TODAY) or 0.0)) <= _YEARS_TOLERANCE,
    }


def _experience(cv: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        entry for name, entries in cv["sections"].items() if "experience" in name.lower() for entry in entries
    ]


def _work(job: dict[str, Any]) -> Work:
    span = Span(0, 0)
    end = str(job.get("end_date", "present"))
    return Work(
        dates=DateRange(
            start=_date(str(job["start_date"])),
            end=None if end == "present" else _date(end),
            current=end == "present",
            span=span,
        ),
        span=span,
    )


def _date(text: str) -> PartialDate:
    return PartialDate(*(int(part) for part in text.split("-")))


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()
