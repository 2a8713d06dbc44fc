"""O*NET's tables as texts: task sentences of foreign trades, and one posting for each family of resumes."""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from benchmarks.fit_years import stems

_SEED = 7
_TASKS = 40
"""Sentences drawn for one row."""


def table(data: Path, name: str) -> list[dict[str, str]]:
    with (data / "onet" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def major_group(code: str) -> str:
    """11 of 11-1011.00."""
    return code.partition("-")[0]


def foreign_tasks(data: Path) -> Callable[[list[str]], list[str]]:
    """Titles to task sentences of occupations of all major groups but theirs.

    The groups of a title are those of the occupations of which a title, alternate ones among them, is made of the same
    words, else of those that share its last word: too many rather than too few.
    """
    groups: dict[frozenset[str], set[str]] = defaultdict(set)
    heads: dict[str, set[str]] = defaultdict(set)
    for row in table(data, "alternate_titles"):
        for title in (row["Title"], row["Alternate Title"]):
            group = major_group(row["O*NET-SOC Code"])
            groups[stems(title)].add(group)
            for word in stems(title.split()[-1]):
                heads[word].add(group)
    by_group: dict[str, list[str]] = defaultdict(list)
    for row in table(data, "task_statements"):
        by_group[major_group(row["O*NET-SOC Code"])].append(row["Task"])

    def tasks(titles: list[str]) -> list[str]:
        own = set().union(*(_groups(title, groups, heads) for title in titles))
        foreign = sorted(set(by_group) - own) or sorted(by_group)
        draw = random.Random(f"{_SEED} {' '.join(titles)}")
        return [draw.choice(by_group[draw.choice(foreign)]) for _ in range(_TASKS)]

    return tasks


def _groups(title: str, groups: dict[frozenset[str], set[str]], heads: dict[str, set[str]]) -> set[str]:
    words = stems(title)
    if words in groups:
        return groups[words]
    near: Iterable[Any] = (heads[word] for word in sorted(words) if word in heads)
    return set().union(*near)
