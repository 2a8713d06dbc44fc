"""Geometry of what comes before what: skills as boxes, prerequisites as arrows, shared hours as dotted lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from careercraft.render import wording
from careercraft.render.roadmap.layers import Edge, Node, columns, heights, layer_of, neighbors, route
from careercraft.render.roadmap.lettering import wrapped
from careercraft.render.roadmap.view import PlannedSkillView, RoadmapView

_BOX, _BESIDE, _GAP, _EDGE = 156, 44, 12, 3
_BROAD = 1200
"""Up to here a picture is shrunk to the page's width; a wider one is scrolled."""
_NAME, _SMALL, _LINE, _INSET = 12.5, 11.0, 15, 10
_HEAD = 7
"""Length of an arrow's head."""


class Line(Struct, frozen=True):
    text: str
    y: float
    small: bool


class Box(Struct, frozen=True, kw_only=True):
    name: str
    x: int
    y: float
    text: int
    """x of its words."""
    lines: tuple[Line, ...]
    asked: bool
    """Whether the posting asks for it; otherwise others need it."""
    done: bool


class Arrow(Struct, frozen=True, kw_only=True):
    path: str
    head: str
    """Empty where the first needn't come first."""
    shares: bool
    """Whether the first saves hours of the second."""
    said: str


class Picture(Struct, frozen=True, kw_only=True):
    """Skills that hang together."""

    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    box_width: int
    box_height: int
    width: int
    height: int
    broad: bool
    """Too wide to be shrunk to the page."""
    title: str
    description: str


def graph(view: RoadmapView) -> tuple[Picture, ...]:
    """One picture for each group of skills that need each other or share hours; none where each stands alone."""
    skills = view.skills
    place = {skill.id: index for index, skill in enumerate(skills)}
    needs = _needs(skills, place)
    shares = {
        (place[skill.shares_with], index)
        for index, skill in enumerate(skills)
        if place.get(skill.shares_with, index) < index
    }
    return tuple(
        _picture([skills[index] for index in group], own_needs, own_shares)
        for group, own_needs, own_shares in _groups(len(skills), needs, sorted(shares))
    )


def _needs(skills: Sequence[PlannedSkillView], place: Mapping[str, int]) -> list[Edge]:
    """Prerequisites in the plan, without those that follow from others."""
    direct = [
        {place[id] for id in skill.after if place.get(id, index) < index}
        for index, skill in enumerate(skills)
    ]
    all_before: list[set[int]] = []
    for own in direct:
        all_before.append(own.union(*(all_before[other] for other in own)))
    return [
        (first, second)
        for second, own in enumerate(direct)
        for first in sorted(own)
        if not any(first in all_before[other] for other in own)
    ]


def _groups(
    count: int, needs: Sequence[Edge], shares: Sequence[Edge]
) -> Iterator[tuple[list[int], list[Edge], list[Edge]]]:
    """Nodes that hang together, in order, with their edges by the nodes' places in the group."""
    group = list(range(count))
    for first, second in (*needs, *shares):
        kept, gone = sorted((group[first], group[second]))
        group = [kept if other == gone else other for other in group]
    for key in sorted(set(group)):
        members = [node for node in range(count) if group[node] == key]
        if len(members) > 1:
            yield members, _within(members, needs), _within(members, shares)


def _within(members: Sequence[int], edges: Sequence[Edge]) -> list[Edge]:
    inner = {node: at for at, node in enumerate(members)}
    return [(inner[first], inner[second]) for first, second in edges if first in inner]


def _picture(skills: Sequence[PlannedSkillView], needs: list[Edge], shares: list[Edge]) -> Picture:
    edges = list(dict.fromkeys([*needs, *shares]))
    layers = layer_of(len(skills), edges)
    found = columns(len(skills), edges, layers)
    words = [_words(skill) for skill in skills]
    height = _INSET + 2 + _LINE * max(map(len, words))
    middle = heights(found, neighbors(edges, layers), height / 2, _GAP)
    left = [_EDGE + layer * (_BOX + _BESIDE) for layer in range(len(found))]
    boxes = tuple(
        _box(skill, words[at], left[layers[at]], _EDGE + middle[at] - height / 2, height)
        for at, skill in enumerate(skills)
    )
    names = [box.name for box in boxes]
    bottom = max(y + (height / 2 if isinstance(node, int) else 0) for node, y in middle.items())
    said = [((a, b), f"{names[a]} comes before {names[b]}") for a, b in needs]
    shared = [((a, b), f"{names[a]} saves hours of {names[b]}") for a, b in shares]
    return Picture(
        boxes=boxes,
        arrows=tuple(
            _arrow(
                route(edge, layers),
                layers,
                middle,
                left,
                said=[text for own, text in (*said, *shared) if own == edge],
                first=edge in needs,
                shares=edge in shares,
            )
            for edge in edges
        ),
        box_width=_BOX,
        box_height=height,
        width=left[-1] + _BOX + _EDGE,
        height=round(bottom) + 2 * _EDGE + 1,
        broad=left[-1] + _BOX > _BROAD,
        title=f"What comes before what: {wording.listed(names)}",
        description=f"{'. '.join(text for _, text in (*said, *shared))}.",
    )


def _words(skill: PlannedSkillView) -> list[tuple[str, bool]]:
    name = f"{'✓ ' * (skill.status == 'done')}{skill.name}"
    lines = wrapped(name, _BOX - 2 * _INSET, _NAME, most=2, bold=True)
    small = f"to {skill.level} · {skill.hours}"
    return [*((line, False) for line in lines), (small, True)]


def _box(skill: PlannedSkillView, words: list[tuple[str, bool]], x: int, y: float, height: int) -> Box:
    top = y + (height - _LINE * len(words)) / 2 - 4
    return Box(
        name=skill.name,
        x=x,
        y=round(y, 1),
        text=x + _INSET,
        lines=tuple(
            Line(text, round(top + _LINE * number, 1), small) for number, (text, small) in enumerate(words, 1)
        ),
        asked=skill.gap,
        done=skill.status == "done",
    )


def _arrow(
    nodes: Sequence[Node],
    layers: Sequence[int],
    middle: Mapping[Node, float],
    left: Sequence[int],
    *,
    said: Sequence[str],
    first: bool,
    shares: bool,
) -> Arrow:
    """Out of the first box's right side, level through each layer that it passes, into the second's left side."""
    short = _HEAD - 1 if first else 0
    begin, *_ = found = _points(nodes, layers, middle, left)
    path = f"M{begin[0]} {begin[1]:g}"
    for (x, y), (to, down) in pairwise(found):
        end = to - short if (to, down) == found[-1] else to
        bend = x + _BESIDE / 2
        path += f"C{bend:g} {y:g} {bend:g} {down:g} {end} {down:g}" if to - x == _BESIDE else f"H{to}"
    x, y = found[-1]
    head = f"M{x} {y:g}l-{_HEAD} -4v8z" if first else ""
    return Arrow(path=path, head=head, shares=shares, said="; ".join(said))


def _points(
    nodes: Sequence[Node], layers: Sequence[int], middle: Mapping[Node, float], left: Sequence[int]
) -> list[tuple[int, float]]:
    """Where it leaves and enters each layer."""
    points = []
    for at, node in enumerate(nodes):
        layer = layers[node] if isinstance(node, int) else node[2]
        x, y = left[layer], _EDGE + middle[node]
        points += [(x, y)] * (at > 0) + [(x + _BOX, y)] * (at < len(nodes) - 1)
    return points
