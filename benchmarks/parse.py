"""What is understood of resumes and postings, by corpus and field."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks import parse_jobs, parse_resumes


def run(data: Path) -> dict[str, Any]:
    return {**parse_resumes.run(data), **parse_jobs.run(data)}
