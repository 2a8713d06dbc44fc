"""A small set that is enough, and as many as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from careercraft.plan.choice import as_many, fewest

HOURS = {"a": 10.0, "b": 6.0, "c": 3.0, "license": 20.0}


def hours(*names: str) -> float:
    return sum(HOURS[name] for name in names)


@pytest.mark.parametrize(("needed", "found"), [
    ({"b"}, ["b"]),  # a came before it, and goes again
    ({"a", "c"}, ["a", "c"]),
    (set(), []),
    ({"nothing there"}, None),
])  # fmt: skip
def test_what_is_not_needed_goes(needed: set[str], found: list[str] | None) -> None:
    assert fewest((), ["a", "b", "c"], lambda chosen: needed <= set(chosen), hours) == found


def test_of_two_that_would_do_the_longer_one_goes() -> None:
    def enough(chosen: Sequence[str]) -> bool:
        return "c" in chosen and bool({"a", "b"} & set(chosen))

    assert fewest((), ["a", "b", "c"], enough, hours) == ["b", "c"]


def test_what_comes_first_is_there_before_the_rest_is_asked() -> None:
    tried: list[Sequence[str]] = []

    def enough(chosen: Sequence[str]) -> bool:
        tried.append(tuple(chosen))
        return {"license", "a"} <= set(chosen)

    assert fewest(["license"], ["a", "license", "b"], enough, hours) == ["license", "a"]
    assert tried[:2] == [("license",), ("license", "a")]


@pytest.mark.parametrize(("room", "found"), [
    (9.0, ["b", "c"]),  # a is too long, what comes after it isn't
    (19.0, ["a", "b", "c"]),
    (29.0, ["license", "b", "c"]),  # a found no room beside it
    (2.0, []),
])  # fmt: skip
def test_as_many_as_there_is_room_for(room: float, found: list[str]) -> None:
    assert as_many(["license"], ["a", "b", "c"], lambda kept: hours(*kept) <= room) == found
