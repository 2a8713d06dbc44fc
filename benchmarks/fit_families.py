"""LiveCareer's resumes against one posting for each family, put together from O*NET's tables by this script.

A resume's own family should be among the first three by readiness; equal ones rank by the others first.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.fit_bench import FitBench, readiness, share_bar
from benchmarks.fit_onet import table
from careercraft.errors import InputError

_TOP, _LEAST = 3, 0.75
_DUTIES, _DEEDS, _TECHNOLOGIES = 9, 5, 6
"""Of a posting: tasks, activities asked for, technologies asked for."""
_DEGREES = {
    "1": "", "2": "High school diploma or equivalent",
    "3": "Associate degree or vocational training", "4": "Bachelor's degree", "5": "Master's degree",
}  # fmt: skip
"""By job zone: https://www.onetonline.org/help/online/zones."""


class Family(NamedTuple):
    title: str
    codes: tuple[str, ...]
    """O*NET-SOC, of which the posting takes turns."""


FAMILIES: dict[str, Family] = {
    "ACCOUNTANT": Family("Accountant", ("13-2011.00",)),
    "ADVOCATE": Family("Advocate", ("21-1093.00", "29-2099.08")),
    "AGRICULTURE": Family("Agricultural Specialist", ("19-4012.00", "11-9013.00", "19-1031.00")),
    "APPAREL": Family("Apparel Specialist", ("27-1022.00", "13-1022.00", "41-2031.00")),
    "ARTS": Family("Arts Specialist", ("27-1013.00", "25-1121.00", "27-2012.00")),
    "AUTOMOBILE": Family("Automobile Specialist", ("49-3023.00", "41-2022.00", "13-1032.00")),
    "AVIATION": Family("Aviation Specialist", ("49-3011.00", "53-2012.00", "53-2022.00")),
    "BANKING": Family("Banking Officer", ("13-2072.00", "43-3071.00", "11-3031.00")),
    "BPO": Family("BPO Associate", ("43-4051.00", "43-1011.00")),
    "BUSINESS-DEVELOPMENT": Family("Business Development Manager", ("11-2021.00", "11-2022.00")),
    "CHEF": Family("Chef", ("35-1011.00",)),
    "CONSTRUCTION": Family("Construction Manager", ("11-9021.00", "47-1011.00", "47-2061.00")),
    "CONSULTANT": Family("Consultant", ("13-1111.00",)),
    "DESIGNER": Family("Designer", ("27-1024.00", "27-1022.00", "27-1025.00")),
    "DIGITAL-MEDIA": Family("Digital Media Specialist", ("13-1161.01", "27-3043.00", "15-1255.00")),
    "ENGINEERING": Family("Engineer", ("17-2141.00", "17-2051.00", "17-2112.00")),
    "FINANCE": Family("Financial Analyst", ("13-2051.00", "11-3031.00")),
    "FITNESS": Family("Fitness Trainer", ("39-9031.00", "11-9179.01")),
    "HEALTHCARE": Family("Healthcare Specialist", ("11-9111.00", "29-1141.00", "31-9092.00")),
    "HR": Family("Human Resources Specialist", ("13-1071.00", "11-3121.00")),
    "INFORMATION-TECHNOLOGY": Family(
        "Information Technology Specialist", ("15-1232.00", "15-1244.00", "11-3021.00")
    ),
    "PUBLIC-RELATIONS": Family("Public Relations Specialist", ("27-3031.00", "11-2032.00")),
    "SALES": Family("Sales Representative", ("41-4012.00", "41-1011.00", "11-2022.00")),
    "TEACHER": Family("Teacher", ("25-2021.00", "25-2031.00")),
}
"""Occupations that the name of a family means, written down before any resume was ranked."""


class Placed(NamedTuple):
    """A resume among the postings."""

    file: str
    family: str
    rank: int
    """From 1."""
    first: tuple[tuple[str, float], ...]
    """The families that came first, with their readiness."""
    own: float


def run(
    bench: FitBench, data: Path, arguments: argparse.Namespace
) -> tuple[dict[str, Any], list[Any], Iterable[str]]:
    jobs = {family: bench.job_of(text) for family, text in postings(data).items()}
    placed, failed, alarms = [], [], []
    for path in sorted((data / "resumes" / "livecareer").rglob("*.pdf")):
        family = path.parent.name
        try:
            side = bench.resume(bench.read(path))
            found = {name: bench.analyze(side, job) for name, job in jobs.items()}
        except InputError:
            failed.append(path.name)
            continue
        placed.append(place(path.name, family, {name: readiness(found[name]) for name in found}))
        alarms += [path.name] if any(analysis.guards for analysis in found.values()) else []
    ranks = [resume.rank for resume in placed] + [len(jobs)] * len(failed)
    bar = share_bar("families.top_3", [rank <= _TOP for rank in ranks], _LEAST)
    figures = {
        "resumes": len(ranks), "failed": failed, "top_1": round(sum(rank == 1 for rank in ranks) / len(ranks), 4),
        "top_3": bar["value"], "mrr": round(sum(1 / rank for rank in ranks) / len(ranks), 4),
        "false_alarms": alarms, "by_family": by_family(placed), "taken_for": taken_for(placed),
    }  # fmt: skip
    return figures, [bar], _misses(placed)


def place(file: str, family: str, scores: Mapping[str, float]) -> Placed:
    """Ties are lost."""
    order = sorted(scores.items(), key=lambda item: (-item[1], item[0] == family, item[0]))
    rank = 1 + [name for name, _ in order].index(family)
    return Placed(file, family, rank, tuple(order[:_TOP]), scores[family])


def by_family(placed: Iterable[Placed]) -> dict[str, str]:
    """Ranks of each family's resumes, worst families first."""
    ranks: dict[str, list[int]] = defaultdict(list)
    for resume in placed:
        ranks[resume.family].append(resume.rank)
    worst = sorted(ranks.items(), key=lambda item: (-sum(item[1]) / len(item[1]), item[0]))
    return {name: " ".join(map(str, sorted(found))) for name, found in worst}


def taken_for(placed: Iterable[Placed]) -> dict[str, int]:
    """Families that stand before the right one, with how often."""
    before = Counter(name for resume in placed if resume.rank > _TOP for name, _ in resume.first)
    return dict(sorted(before.items(), key=lambda item: (-item[1], item[0])))


def _misses(placed: Iterable[Placed]) -> Iterator[str]:
    for resume in placed:
        if resume.rank > _TOP:
            first = ", ".join(f"{name} {value}" for name, value in resume.first)
            yield f"{resume.family}/{resume.file}: rank {resume.rank} with {resume.own}; first {first}"


def postings(data: Path) -> dict[str, str]:
    """By family: title, what it is, duties, what is asked."""
    about = {row["O*NET-SOC Code"]: row["Description"] for row in table(data, "occupation_data")}
    zones = {row["O*NET-SOC Code"]: row["Job Zone"] for row in table(data, "job_zones")}
    tasks, deeds, technologies = _tasks(data), _deeds(data), _technologies(data)
    found = {}
    for name, (title, codes) in FAMILIES.items():
        duties = _in_turn([tasks[code] for code in codes], _DUTIES)
        known = {task for task, _ in duties}
        asked = [
            _DEGREES[zones.get(codes[0], "1")],
            *(
                f"Able to {_lower(deed)}"
                for deed in _in_turn([_of(deeds, code, known) for code in codes], _DEEDS)
            ),
            *(
                f"Experience with {name}"
                for name in _in_turn([technologies[code] for code in codes], _TECHNOLOGIES)
            ),
        ]
        found[name] = "\n".join(
            [
                title, "", about[codes[0]], "",
                "Responsibilities:", *(f"- {words}" for _, words in duties), "",
                "Requirements:", *(f"- {line}" for line in asked if line), "",
            ]
        )  # fmt: skip
    return found


def _tasks(data: Path) -> dict[str, list[tuple[str, str]]]:
    """By occupation its core tasks (id, sentence), the most answered for first."""
    found: dict[str, list[Any]] = defaultdict(list)
    for row in table(data, "task_statements"):
        order = (row["Task Type"] != "Core", -float(row["Incumbents Responding"] or 0))
        found[row["O*NET-SOC Code"]].append((order, row["Task ID"], row["Task"]))
    return {code: [(key, words) for _, key, words in sorted(rows)] for code, rows in found.items()}


def _deeds(data: Path) -> dict[str, list[tuple[str, str]]]:
    """By occupation (task id, detailed work activity)."""
    found = defaultdict(list)
    for row in table(data, "tasks_to_dwas"):
        found[row["O*NET-SOC Code"]].append((row["Task ID"], row["DWA Title"].rstrip(".")))
    return found


def _of(deeds: Mapping[str, list[tuple[str, str]]], code: str, known: set[str]) -> list[str]:
    """Activities of an occupation, those of the posting's own duties first."""
    ordered = sorted(deeds[code], key=lambda pair: pair[0] not in known)
    return list(dict.fromkeys(words for _, words in ordered))


def _technologies(data: Path) -> dict[str, list[str]]:
    """By occupation, in demand before hot before others, of equal ones that of the fewest occupations first."""
    rows = table(data, "technology_skills")
    spread = Counter(row["Example"] for row in rows)
    found: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        order = (row["In Demand"] != "Y", row["Hot Technology"] != "Y", spread[row["Example"]])
        found[row["O*NET-SOC Code"]].append((order, row["Example"]))
    return defaultdict(list, {code: [name for _, name in sorted(names)] for code, names in found.items()})


def _in_turn(lists: list[list[Any]], most: int) -> list[Any]:
    """The first of each, then the second of each, without repetition."""
    longest = max(map(len, lists), default=0)
    turns = [items[place] for place in range(longest) for items in lists if place < len(items)]
    return list(dict.fromkeys(turns))[:most]


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
