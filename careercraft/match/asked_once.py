"""What is asked twice becomes one requirement: as strong as its strongest mention, in the words of the statement
that asks for little else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import structs

from careercraft.model.job import Importance, Statement
from careercraft.model.match import Requirement
from careercraft.taxonomy.surface import fold

_RANK: dict[Importance, int] = {"must": 0, "preferred": 1, "nice": 2}
BETWEEN = " · "
"""Stands between the names by which one skill is asked for."""
_MOST_NAMES = 3
_STEM = 4
"""Letters by which words are held to be the same: "physically fit" and "physical fitness"."""


def merge(found: Iterable[Requirement], statements: Sequence[Statement]) -> tuple[Requirement, ...]:
    """One requirement a set of options (or uncovered phrase), in the order of the posting."""
    groups: dict[object, list[Requirement]] = {}
    for item in sorted(found, key=lambda item: (item.spans[0].start, item.spans[0].end)):
        groups.setdefault(frozenset(item.options) or fold(item.mention), []).append(item)
    return tuple(_merged(group, statements) for group in groups.values())


def _merged(group: list[Requirement], statements: Sequence[Statement]) -> Requirement:
    by_strength = sorted(group, key=lambda item: _RANK[item.importance])
    years = [item.years for item in group if item.years is not None]
    return structs.replace(
        by_strength[0],
        mention=_names(by_strength, statements),
        spans=tuple(dict.fromkeys(span for item in by_strength for span in item.spans)),
        years=max(years, default=None),
        level=next((item.level for item in by_strength if item.level), None),
        hard=any(item.hard for item in group),
    )


def _names(group: list[Requirement], statements: Sequence[Statement]) -> str:
    """The words of the shortest statement, and other words that have nothing in common with them: a skill may be
    asked by two names ("Quality Assurance · QA", "Apex · Visualforce")."""
    kept: list[str] = []
    seen: set[str] = set()
    for item in sorted(group, key=lambda item: (_RANK[item.importance], _room(item, statements))):
        stems = {word[:_STEM] for word in fold(item.mention).split()}
        if seen.isdisjoint(stems) and len(kept) < _MOST_NAMES:
            kept.append(item.mention)
        seen |= stems
    return BETWEEN.join(kept)


def _room(item: Requirement, statements: Sequence[Statement]) -> int:
    """Length of the statement that the requirement stands in."""
    start = item.spans[0].start
    spans = (statement.text.span for statement in statements)
    return next((span.end - span.start for span in spans if span.start <= start < span.end), 0)
