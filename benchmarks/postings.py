"""Postings labeled by reading: what the parse gets right, and what it rightly leaves open.

`python -m benchmarks.postings --data ../shared/data` prints the misses of the first set, with `--set second` or
another name those of that one; the unseen set is only counted, so that nothing is fitted to it. The rules of the
labels stand at the head of `postings_labels.json`.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from careercraft.model.job import EducationAsk, ExperienceAsk, Importance, Job
from careercraft.model.resume import DEGREE_ORDER
from careercraft.model.skill import Role
from careercraft.parse.job import parse_job
from careercraft.parse.place_names import REGIONS
from careercraft.read import read_text
from careercraft.taxonomy import load_taxonomy

LABELS = Path(__file__).with_name("postings_labels.json")
SETS = {
    "labeled": "postings",
    "second": "postings_second",
    "third": "postings_third",
    "fresh": "postings_fresh",
    "unseen": "postings_unseen",
}
"""What the figures of each set of labels are named."""
SHOWN = ("labeled", "second", "third", "fresh")
"""Sets whose misses may be printed."""
FIELDS = ("level", "role", "location", "work_mode", "salary", "years", "degree")
_STRENGTH: dict[Importance, int] = {"must": 0, "preferred": 1, "nice": 2}

Label = dict[str, list[Any]]
"""By field the answers that are right; a field left out is not stated."""


class Miss(NamedTuple):
    """One wrong answer."""

    row: str
    """The key of the labels: sha256 of the row, in hex."""
    field: str
    wanted: list[Any]
    got: Any
    quote: str | None
    """The words that the parser took it from."""


class _Answer(NamedTuple):
    value: Any
    quote: str | None


def run(data: Path) -> dict[str, Any]:
    """By field `stated`: the share right of those stated; `not_stated`: of those not; `of`: how many of each."""
    labels = read_labels()
    texts = read_texts(data, {row: label for rows in labels.values() for row, label in rows.items()})
    return {
        name: shares
        for key, prefix in SETS.items()
        for name, shares in figures(prefix, labels[key], texts).items()
    }


def misses(data: Path, shown: str = "labeled") -> list[Miss]:
    """What is wrong in one of the `SHOWN` sets; any other is a ValueError."""
    if shown not in SHOWN:
        raise ValueError(f"misses of {shown} are not shown")
    labels = read_labels()[shown]
    texts = read_texts(data, labels)
    return [
        Miss(row, field, label.get(field, [None]), answer.value, answer.quote)
        for row, label in sorted(labels.items())
        for field, answer in answers(parse(texts[row])).items()
        if not is_right(field, label.get(field, [None]), answer.value)
    ]


def read_labels(path: Path = LABELS) -> dict[str, dict[str, Label]]:
    """Labels by row of each of the `SETS`."""
    sets = json.loads(path.read_text(encoding="utf-8"))
    return {name: sets[name] for name in SETS}


def read_texts(data: Path, rows: Mapping[str, object]) -> dict[str, str]:
    """The postings of the rows, title first, as copied from the board; a row that isn't there is a ValueError."""
    with (data / "jobs" / "glassdoor_data_jobs.csv").open(encoding="utf-8", newline="") as file:
        found = {
            row_key(line["Job Title"], line["Job Description"]): as_posting(line)
            for line in csv.DictReader(file)
        }
    if missing := sorted(set(rows) - set(found)):
        raise ValueError(f"{len(missing)} labeled postings aren't in the data, first {missing[0]}")
    return {row: found[row] for row in rows}


def row_key(title: str, description: str) -> str:
    return hashlib.sha256(f"{title}\n{description}".encode()).hexdigest()


def as_posting(line: Mapping[str, str]) -> str:
    """Without the board's columns of place, pay and company."""
    return f"{line['Job Title']}\n\n{line['Job Description']}"


def parse(text: str) -> Job:
    """With the shipped catalogue of roles."""
    return parse_job(read_text(text, "job.txt"), _roles())


@lru_cache(maxsize=1)
def _roles() -> Mapping[str, Role]:
    return load_taxonomy().roles


def figures(name: str, labels: Mapping[str, Label], texts: Mapping[str, str]) -> dict[str, Any]:
    """One entry a field, `all` over the fields, and `or_equivalent` of those whose degree is right."""
    parsed = [(label, answers(parse(texts[row]))) for row, label in labels.items()]
    outcomes = {field: [_outcome(field, label, found) for label, found in parsed] for field in FIELDS}
    every = [outcome for field in FIELDS for outcome in outcomes[field]]
    terms = [
        is_right("or_equivalent", label["degree"], found["degree"].value)
        for label, found in parsed
        if _outcome("degree", label, found) == (True, True) and found["degree"].value
    ]
    return {
        **{f"{name}.{field}": _shares(outcomes[field]) for field in FIELDS},
        f"{name}.or_equivalent": {"right": _share(terms), "of": len(terms)},
        f"{name}.all": _shares(every),
    }


def _outcome(field: str, label: Label, found: Mapping[str, _Answer]) -> tuple[bool, bool]:
    """(stated, right); the first answer of the label says whether the posting states it."""
    accepted = label.get(field, [None])
    return accepted[0] is not None, is_right(field, accepted, found[field].value)


def _shares(outcomes: list[tuple[bool, bool]]) -> dict[str, Any]:
    stated = [right for is_stated, right in outcomes if is_stated]
    others = [right for is_stated, right in outcomes if not is_stated]
    return {"stated": _share(stated), "not_stated": _share(others), "of": [len(stated), len(others)]}


def _share(outcomes: list[bool]) -> float | None:
    """None of nothing: it isn't known."""
    return round(sum(outcomes) / len(outcomes), 4) if outcomes else None


def answers(job: Job) -> dict[str, _Answer]:
    """The parse in the terms of the labels, None where it says nothing."""
    title = job.title.value if job.title else None
    mode = job.work_mode_text.value if job.work_mode_text else None
    return {
        "level": _Answer(job.level, title),
        "role": _Answer(job.role, title),
        "location": _location(job),
        "work_mode": _Answer(job.work_mode, mode),
        "salary": _salary(job),
        "years": _years(job),
        "degree": _degree(job),
    }


def _location(job: Job) -> _Answer:
    parts = {"city": job.city, "region": job.region, "country": job.country}
    known = {part: value for part, value in parts.items() if value}
    return _Answer(known or None, job.location.value if job.location else None)


def _salary(job: Job) -> _Answer:
    pay = job.salary
    if pay is None:
        return _Answer(None, None)
    stated = {name: getattr(pay, name) for name in ("minimum", "maximum", "currency", "period")}
    return _Answer(stated, pay.text.value)


def _years(job: Job) -> _Answer:
    """The headline: of the strongest asks the first in the text."""
    ask = min(job.experience, key=_headline, default=None)
    return _Answer(ask.years, ask.text.value) if ask else _Answer(None, None)


def _headline(ask: ExperienceAsk) -> tuple[int, int]:
    return _STRENGTH[ask.importance], ask.text.span.start


def _degree(job: Job) -> _Answer:
    """The lowest of the strongest asks, as the match takes it."""
    ask = min(job.education, key=_least, default=None)
    if ask is None:
        return _Answer(None, None)
    return _Answer({"level": ask.level, "or_equivalent": ask.or_equivalent}, ask.text.value)


def _least(ask: EducationAsk) -> tuple[int, int]:
    return _STRENGTH[ask.importance], DEGREE_ORDER.index(ask.level)


def is_right(field: str, accepted: list[Any], got: Any) -> bool:
    """Whether one of the accepted answers is the one given."""
    if got is None:
        return None in accepted
    same = _SAME.get(field, lambda wanted, value: bool(wanted == value))
    return any(same(wanted, got) for wanted in accepted if wanted is not None)


def _same_site(wanted: dict[str, Any], got: dict[str, str]) -> bool:
    """Every part that the posting names is given, and no part given is another one."""
    named = all(part in got for part in wanted["stated"])
    return named and all(_agrees(part, wanted.get(part), value) for part, value in got.items())


def _agrees(part: str, wanted: str | list[str] | None, got: str) -> bool:
    names = [wanted] if isinstance(wanted, str) else wanted or []
    return _place_key(part, got) in {_place_key(part, name) for name in names}


def _place_key(part: str, name: str) -> str:
    """Case, accents and "Saint" apart; a region by its code where it has one."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    if part == "region" and (known := REGIONS.get(plain)):
        return str(known[0]).casefold()
    return " ".join("st" if word in ("saint", "st.") else word for word in plain.split())


def _same_pay(wanted: dict[str, Any], got: dict[str, Any]) -> bool:
    currencies = wanted["currency"] if isinstance(wanted["currency"], list) else [wanted["currency"]]
    return got["currency"] in currencies and all(
        wanted[name] == got[name] for name in ("minimum", "maximum", "period")
    )


_SAME: dict[str, Callable[[Any, Any], bool]] = {
    "location": _same_site,
    "salary": _same_pay,
    "degree": lambda wanted, got: bool(wanted["level"] == got["level"]),
    "or_equivalent": lambda wanted, got: bool(wanted["or_equivalent"] == got["or_equivalent"]),
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.postings")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--set", choices=SHOWN, default=SHOWN[0])
    arguments = parser.parse_args()
    for miss in misses(arguments.data, arguments.set):
        print(f"{miss.row[:8]}  {miss.field:9}  wanted {miss.wanted}  got {miss.got}  from {miss.quote!r}")


if __name__ == "__main__":
    main()
