"""A small set that is enough, and as many as there is room for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest

from careercraft.model.plan import Meets
from careercraft.plan.basis import basis_of
from careercraft.plan.choice import as_many, fewest, is_mandatory, that_fit
from careercraft.plan.needs import Need, Needs
from tests.plan.worlds import analysis_of, asked, planned, skill, taxonomy_of

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
    assert as_many(["b"], ["a", "b"], lambda kept: True) == ["b", "a"]  # each once


class Sums:
    """Hours of gaps as `sized` holds them; in the plan itself each takes `rounding` more."""

    def __init__(self, sized: dict[str, float], rounding: float = 0.0) -> None:
        self._sized, self._rounding = sized, rounding

    def hours(self, chosen: Sequence[str]) -> float:
        return self.hours_along(chosen) + self._rounding * len(chosen)

    def hours_along(self, order: Sequence[str]) -> float:
        return sum(self._sized[one] for one in order)

    def hours_apart(self, skills: Iterable[str]) -> float:
        return self.hours_along([*skills]) + 1.0


def needs_of(sized: dict[str, float], points: dict[str, float]) -> Needs:
    return Needs(
        {
            one: Need(skill(one), "intermediate", None, value, False, points[one], "must")
            for one, value in sized.items()
        },
        dict.fromkeys(sized, ()),
    )


@pytest.mark.parametrize(
    ("capacity", "rounding", "found"),
    [
        (19.0, 0.0, ["a", "b", "c"]),
        (18.75, 0.0, ["b", "c"]),  # by the hour c comes first, then b
        (13.0, 0.0, ["a", "c"]),  # the first that is wanted, and to the quarter what fits beside it
        (9.0, 0.25, ["c"]),  # what fits but for its rounding goes again, the last first
        (2.0, 0.0, []),
    ],
)
def test_a_plan_holds_what_fits_to_the_quarter(capacity: float, rounding: float, found: list[str]) -> None:
    sized = {one: HOURS[one] for one in ("a", "b", "c")}
    needs = needs_of(sized, {"a": 1.0, "b": 2.0, "c": 3.0})
    first = ["a"] if capacity == 13.0 else []
    assert that_fit(["a", "b", "c"], first, needs, capacity, Sums(sized, rounding)) == found


def test_what_does_not_fit_leaves_its_room_to_what_comes_after_it() -> None:
    """By the hour it goes large, middle, small; the large one alone is over the room, and both others fit into it."""
    sized = {"large": 14.0, "middle": 6.0, "small": 3.0}
    needs = needs_of(sized, {"large": 30.0, "middle": 2.0, "small": 0.5})
    assert that_fit([*sized], [], needs, 10.0, Sums(sized)) == ["middle", "small"]


def test_a_slow_pace_counts_in_what_fits() -> None:
    """At twice the hours the long must-have is over the seven weeks; the cheap nice-to-have behind it isn't."""
    skills = [skill("short", 5.0), skill("long", 20.0), skill("nice", 10.0)]
    entries = [
        asked(one, 0.0, "nice" if one.id == "nice" else "must", 100 * at) for at, one in enumerate(skills)
    ]
    plan = planned(taxonomy_of(skills), entries, pace=2.0, deadline="2027-01-18")
    assert [one.id for one in plan.skills] == ["short", "nice"]


def test_what_is_mandatory_is_so_while_nothing_of_it_is_there() -> None:
    ids = ("card", "partly", "wish")
    cards = [skill(one, kind="certification") for one in ids]
    entries = [
        asked(cards[0], hard=True),
        asked(cards[1], 0.5, at=100, hard=True, tier="related"),
        asked(cards[2], at=200),
    ]
    basis = basis_of(analysis_of(taxonomy_of(cards), entries))
    found = {
        entry.id: is_mandatory([Meets(entry=place, core=0.0, applied=0.0, proof=1.0)], basis)
        for place, entry in enumerate(basis.skills.required())
    }
    assert found == {"card": True, "partly": False, "wish": False}
