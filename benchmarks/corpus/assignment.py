"""The best one-to-one assignment, by the Hungarian method with potentials (Kuhn 1955, Munkres 1957), O(n³)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")


def assign(
    wanted: Sequence[A], found: Sequence[B], likeness: Callable[[A, B], float], least: float
) -> list[tuple[int, int]]:
    """Pairs of positions with the greatest sum of `likeness` (0..1); pairs under `least` are no pairs.

    Of equal sums the one that keeps the order of both lists is taken, so that the result is always the same.
    """
    size = max(len(wanted), len(found))
    cost = [[0.0] * size for _ in range(size)]
    for row, one in enumerate(wanted):
        for column, other in enumerate(found):
            alike = likeness(one, other)
            # Squares of the distance make crossing pairs dearer than straight ones.
            cost[row][column] = -alike + 1e-9 * (row - column) ** 2 if alike >= least else 0.0
    return [
        (row, column)
        for row, column in enumerate(_cheapest(cost))
        if row < len(wanted) and column < len(found) and cost[row][column] < 0
    ]


def _cheapest(cost: list[list[float]]) -> list[int]:
    """The column of each row in the cheapest assignment of a square matrix."""
    size = len(cost)
    of_row, of_column = [0.0] * (size + 1), [0.0] * (size + 1)
    row_at = [0] * (size + 1)  # from 1; 0 is the row that is being placed
    for row in range(1, size + 1):
        row_at[0] = row
        for column, before in reversed(_path(cost, row_at, of_row, of_column)):
            row_at[column] = row_at[before]
    columns = [0] * size
    for column in range(1, size + 1):
        columns[row_at[column] - 1] = column - 1
    return columns


def _path(
    cost: list[list[float]], row_at: list[int], of_row: list[float], of_column: list[float]
) -> list[tuple[int, int]]:
    """The shortest augmenting path as steps (column, column before it); moves the potentials."""
    size = len(cost)
    least = [float("inf")] * (size + 1)
    before, used = [0] * (size + 1), [False] * (size + 1)
    column = 0
    while row_at[column] != 0:
        used[column] = True
        row = row_at[column]
        for other in range(1, size + 1):
            slack = cost[row - 1][other - 1] - of_row[row] - of_column[other]
            if not used[other] and slack < least[other]:
                least[other], before[other] = slack, column
        column = min((other for other in range(1, size + 1) if not used[other]), key=least.__getitem__)
        step = least[column]
        for other in range(size + 1):
            if used[other]:
                of_row[row_at[other]] += step
                of_column[other] -= step
            else:
                least[other] -= step
    steps = []
    while column:
        steps.append((column, before[column]))
        column = before[column]
    return list(reversed(steps))
