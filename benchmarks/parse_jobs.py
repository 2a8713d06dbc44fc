"""How well postings are read, measured on real and on synthetic ones: `run(data)` gives the figures.

Nobody labelled these postings, so each figure compares the parse with something the text or the corpus shows
plainly: a stated range, the items of a list, the title in the corpus' own column.
"""

from __future__ import annotations

import csv
import json
import re
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from careercraft.model.job import Job
from careercraft.parse.job import parse_job
from careercraft.read import read_text

_RANGE = re.compile(
    r"[$£€]\s?\d[\d,.]*\s?[kK]?\s?(?:-|–|to)\s?[$£€]?\s?\d[\d,.]*(?!\s?(?:[mM]illion|[mMbB]\b|/month))"
)
_PAY = re.compile(r"salary|compensation|\bpay\b|per hour|per year|annual", re.IGNORECASE)
_YEARS = re.compile(r"\d\+? ?(?:years|yrs)[^.\n]{0,40}experience", re.IGNORECASE)
_DEGREE = re.compile(r"(?:bachelor|master)['’]?s? degree|\bph\.?d\b|\bmba\b", re.IGNORECASE)
_BOILERPLATE = re.compile(
    r"equal (?:employment )?opportunity|regardless of race|without regard to|sexual orientation",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\A\s*(?:[-*•–]|\d+[.)])\s*(?=\S)")
_LABELLED = re.compile(r"[A-Z][^:.]{2,40}: \S")
_HEADINGS = ("job title", "job summary", "required skills", "required experience", "responsibilities")


def run(data: Path) -> dict[str, Any]:
    """`data` is the folder of development data. Shares are 0..1; times are milliseconds of one thread."""
    return {
        "board": board(data / "jobs" / "glassdoor_data_jobs.csv"),
        "rjdb": rjdb(data / "gaps" / "rjdb_dev.jsonl"),
    }


def board(path: Path) -> dict[str, float]:
    """Postings of a job board; they come without bullets and often without their title."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    texts = [row["Job Description"] for row in rows]
    started = time.process_time()
    jobs = [parse(text) for text in texts]
    spent = time.process_time() - started
    pairs = list(zip(texts, jobs, strict=True))
    titled = [(row["Job Title"], job) for row, job in zip(rows, jobs, strict=True) if _shows_title(row)]
    asked = [one.text.value for job in jobs for one in job.statements if one.kind == "requirement"]
    return {
        "postings": len(rows),
        "three_requirements": share(
            sum(one.kind == "requirement" for one in job.statements) >= 3 for job in jobs
        ),
        "title_found": share(job.title is not None for job in jobs),
        "title_right_where_shown": share(_same_title(title, job) for title, job in titled),
        "salary_where_stated": share(job.salary is not None for text, job in pairs if _states_salary(text)),
        "years_where_stated": share(bool(job.experience) for text, job in pairs if _YEARS.search(text)),
        "degree_where_stated": share(bool(job.education) for text, job in pairs if _DEGREE.search(text)),
        "boilerplate_among_requirements": share(bool(_BOILERPLATE.search(text)) for text in asked),
        "errors": share(any(problem.severity == "error" for problem in job.problems) for job in jobs),
        "ms_per_posting": round(1000 * spent / len(rows), 1),
    }


def rjdb(path: Path) -> dict[str, float]:
    """Synthetic postings with clear lists, as they are and rewritten as prose without headings."""
    texts = [json.loads(line)["Job-Description"] for line in path.read_text(encoding="utf-8").splitlines()]
    skills = [_items(text, "required skills") for text in texts]
    years = [
        [item for item in _items(text, "required experience") if re.search("year", item)] for text in texts
    ]
    jobs = [parse(text) for text in texts]
    prose = [parse(as_prose(text)) for text in texts]
    labelled = [
        (item, job)
        for items, job in zip(skills, jobs, strict=True)
        for item in items
        if _LABELLED.match(item)
    ]
    return {
        "postings": len(texts),
        "title_found": share(job.title is not None for job in jobs),
        "items_equal": share(
            all(_asked(item, job) for item in items) for items, job in zip(skills, jobs, strict=True)
        ),
        "items_as_statements": share(
            _asked(item, job) for items, job in zip(skills, jobs, strict=True) for item in items
        ),
        "items_in_prose": share(
            _covered(item, job) for items, job in zip(skills, prose, strict=True) for item in items
        ),
        "labels": share(_has_label(item, job) for item, job in labelled),
        "years_found": share(
            _years_asked(item, job) for items, job in zip(years, jobs, strict=True) for item in items
        ),
        "years_in_prose": share(
            _years_asked(item, job) for items, job in zip(years, prose, strict=True) for item in items
        ),
        "years_with_title": share(ask.title is not None for job in jobs for ask in job.experience),
    }


def parse(text: str) -> Job:
    return parse_job(read_text(text, "job.txt"))


def share(outcomes: Iterable[bool]) -> float:
    """The part that is true, 0 of none."""
    counted = list(outcomes)
    return round(sum(counted) / len(counted), 4) if counted else 0.0


def as_prose(text: str) -> str:
    """Without headings, each list item a sentence of one paragraph."""
    lines = [line for heading, line in _sections(text) if heading]
    return " ".join(line if line[-1] in ".!?" else f"{line}." for line in lines)


def _sections(text: str) -> Iterator[tuple[str, str]]:
    """(heading, line without its bullet) of every line with words."""
    heading = ""
    for raw in text.splitlines():
        name = raw.strip(" #*:\t").casefold()
        if name in _HEADINGS:
            heading = name
        elif raw.strip():
            yield heading, _ITEM.sub("", raw.strip(), count=1)


def _items(text: str, heading: str) -> list[str]:
    """The list items under a heading; lines that only announce them are none."""
    return [
        line
        for found, line in _sections(text)
        if found == heading and not line.endswith(":") and len(line) > 3
    ]


def _key(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold()).strip()


def _asked(item: str, job: Job) -> bool:
    return any(one.kind == "requirement" and _key(one.text.value) == _key(item) for one in job.statements)


def _covered(item: str, job: Job) -> bool:
    return any(one.kind == "requirement" and _key(item) in _key(one.text.value) for one in job.statements)


def _has_label(item: str, job: Job) -> bool:
    wanted = _key(item.partition(":")[0])
    return any(one.label is not None and _key(one.label.value) == wanted for one in job.statements)


def _years_asked(item: str, job: Job) -> bool:
    return any(
        _key(item) in _key(ask.text.value) or _key(ask.text.value) in _key(item) for ask in job.experience
    )


def _shows_title(row: dict[str, str]) -> bool:
    """Whether the title of the corpus stands among the first lines of the text."""
    return row["Job Title"].casefold() in " ".join(row["Job Description"][:200].split()).casefold()


def _same_title(title: str, job: Job) -> bool:
    found = job.title.value.casefold() if job.title else ""
    return bool(found) and (found in title.casefold() or title.casefold() in found)


def _states_salary(text: str) -> bool:
    """A range of money with a word of pay within 60 characters."""
    return any(
        _PAY.search(text[max(0, match.start() - 60) : match.end() + 60]) for match in _RANGE.finditer(text)
    )
