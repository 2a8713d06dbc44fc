"""Layered drawing of a small directed graph: columns from left to right, few crossings, short edges.

The steps of Sugiyama, Tagawa and Toda (1981): layers by the longest path, a waypoint wherever an edge passes a
layer, orders by the mean of the neighbors, and heights by least squares under the least distances (isotonic
regression). Ties are broken by the given order, so the same graph gives the same drawing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

_SWEEPS = 6

Edge = tuple[int, int]
Waypoint = tuple[int, int, int]
"""Edge and layer: where the edge passes it."""
Node = int | Waypoint


def layer_of(count: int, edges: Sequence[Edge]) -> list[int]:
    """Of each node; every edge leads to a later one. Nodes without a way in move up to what they lead to."""
    layers = [0] * count
    for first, second in sorted(edges, key=lambda edge: edge[1]):
        layers[second] = max(layers[second], layers[first] + 1)
    entered = {second for _, second in edges}
    for node in range(count):
        left = [layers[second] for first, second in edges if first == node]
        if node not in entered and left:
            layers[node] = min(left) - 1
    return layers


def route(edge: Edge, layers: Sequence[int]) -> list[Node]:
    """From its first node over its waypoints to its second."""
    first, second = edge
    return [first, *((first, second, at) for at in range(layers[first] + 1, layers[second])), second]


def columns(count: int, edges: Sequence[Edge], layers: Sequence[int]) -> list[list[Node]]:
    """The nodes and waypoints of each layer from top to bottom, with as few crossings as the sweeps find."""
    found: list[list[Node]] = [[] for _ in range(max(layers) + 1)]
    for node in range(count):
        found[layers[node]].append(node)
    for edge in edges:
        for point in route(edge, layers)[1:-1]:
            found[_layer(point, layers)].append(point)
    before, after = neighbors(edges, layers)
    best, fewest = found, crossings(found, after)
    for sweep in range(_SWEEPS):
        found = _swept(found, before if sweep % 2 == 0 else after, reverse=sweep % 2 == 1)
        now = crossings(found, after)
        if now < fewest:
            best, fewest = found, now
    return best


def _layer(node: Node, layers: Sequence[int]) -> int:
    return layers[node] if isinstance(node, int) else node[2]


def neighbors(
    edges: Sequence[Edge], layers: Sequence[int]
) -> tuple[dict[Node, list[Node]], dict[Node, list[Node]]]:
    """Of each node and waypoint: those one layer before, and those one layer after."""
    before: dict[Node, list[Node]] = {}
    after: dict[Node, list[Node]] = {}
    for edge in edges:
        for first, second in pairwise(route(edge, layers)):
            after.setdefault(first, []).append(second)
            before.setdefault(second, []).append(first)
    return before, after


def _swept(found: list[list[Node]], beside: Mapping[Node, list[Node]], *, reverse: bool) -> list[list[Node]]:
    swept = [list(column) for column in found]
    order = list(range(len(swept)))
    for at in reversed(order) if reverse else order:
        place = {node: index for column in swept for index, node in enumerate(column)}
        column = swept[at]
        mean = {
            node: sum(place[other] for other in beside[node]) / len(beside[node])
            if beside.get(node)
            else float(place[node])
            for node in column
        }
        swept[at] = sorted(column, key=lambda node: (mean[node], place[node]))
    return swept


def crossings(found: Sequence[Sequence[Node]], after: Mapping[Node, list[Node]]) -> int:
    """Pairs of edges between two layers that cross."""
    total = 0
    for column, following in pairwise(found):
        place = {node: index for index, node in enumerate(following)}
        ends = [(index, place[other]) for index, node in enumerate(column) for other in after.get(node, ())]
        total += sum(
            (a < c and b > d) or (a > c and b < d) for i, (a, b) in enumerate(ends) for c, d in ends[:i]
        )
    return total


def heights(
    found: Sequence[Sequence[Node]],
    beside: tuple[Mapping[Node, list[Node]], Mapping[Node, list[Node]]],
    half: float,
    gap: float,
) -> dict[Node, float]:
    """The middle of each node, from 0 down; `half` a box's height, `gap` between two boxes. Waypoints need no room
    but the gap."""

    def need(node: Node) -> float:
        return half if isinstance(node, int) else 0.0

    middle: dict[Node, float] = {}
    for column in found:
        y = 0.0
        for node in column:
            middle[node] = y + need(node)
            y += 2 * need(node) + gap
    for sweep in range(_SWEEPS):
        order = list(found) if sweep % 2 == 0 else list(found)[::-1]
        for column in order:
            wanted = [_mean(node, beside[sweep % 2], middle) for node in column]
            apart = [need(a) + need(b) + gap for a, b in pairwise(column)]
            middle.update(zip(column, spread(wanted, apart), strict=True))
    top = min(y - need(node) for node, y in middle.items())
    return {node: round(y - top, 1) for node, y in middle.items()}


def _mean(node: Node, beside: Mapping[Node, list[Node]], middle: Mapping[Node, float]) -> float:
    others = beside.get(node)
    return sum(middle[other] for other in others) / len(others) if others else middle[node]


def spread(wanted: Sequence[float], apart: Sequence[float]) -> list[float]:
    """The places nearest to the wanted ones (least squares), in this order and at least so far apart."""
    offsets = [0.0]
    for distance in apart:
        offsets.append(offsets[-1] + distance)
    pools: list[tuple[float, int]] = []
    for place, offset in zip(wanted, offsets, strict=False):
        value, size = place - offset, 1
        while pools and pools[-1][0] > value:
            other, count = pools.pop()
            value, size = (other * count + value * size) / (count + size), count + size
        pools.append((value, size))
    flat = [value for value, size in pools for _ in range(size)]
    return [value + offset for value, offset in zip(flat, offsets, strict=False)]
