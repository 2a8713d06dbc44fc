"""Most readiness an hour comes first, with all that has to come before it reckoned in; related skills share hours."""

from __future__ import annotations

from collections.abc import Mapping

from careercraft.plan.needs import Need, Needs
from careercraft.plan.order import by_rate, with_shared_hours
from tests.plan.worlds import skill


def needs(
    values: Mapping[str, tuple[float, float]], before: Mapping[str, tuple[str, ...]] | None = None
) -> Needs:
    """By id: points and hours; those without points are prerequisites."""
    return Needs(
        {
            one: Need(skill(one), "intermediate", None, hours, False, points, "must" if points else None)
            for one, (points, hours) in values.items()
        },
        {one: (before or {}).get(one, ()) for one in values},
    )


def test_small_rates_are_told_apart() -> None:
    found = needs({"long": (60.0, 300.0), "short": (20.0, 60.0)})
    assert by_rate(found, found.by_id) == ["short", "long"]


def test_at_the_same_rate_more_points_come_first_then_names_decide() -> None:
    found = needs({"b": (2.0, 4.0), "a": (2.0, 4.0), "much": (4.0, 8.0)})
    assert by_rate(found, found.by_id) == ["much", "a", "b"]


def test_what_comes_before_it_makes_a_skill_later() -> None:
    """Alone it would bring 2 points an hour; with what it needs it is half a point."""
    values = {"steep": (20.0, 10.0), "flat": (10.0, 10.0), "ground": (0.0, 30.0)}
    found = needs(values, {"steep": ("ground",)})
    assert by_rate(found, ["steep", "flat"]) == ["flat", "ground", "steep"]


def test_what_is_there_already_is_not_reckoned_again() -> None:
    """Both need the ground: after the first of them the other is 2 points an hour, and comes before the flat one."""
    values = {"first": (60.0, 10.0), "second": (20.0, 10.0), "flat": (14.0, 10.0), "ground": (0.0, 20.0)}
    found = needs(values, {"first": ("ground",), "second": ("ground",)})
    assert by_rate(found, ["first", "second", "flat"]) == ["ground", "first", "second", "flat"]


def test_only_what_is_chosen_is_placed() -> None:
    found = needs({"a": (2.0, 4.0), "b": (3.0, 4.0)})
    assert by_rate(found, ["a"]) == ["a"]


def placed(
    hours: Mapping[str, float], shares: Mapping[str, Mapping[str, float]]
) -> list[tuple[str, float, str | None]]:
    found = needs({one: (1.0, value) for one, value in hours.items()})
    order = with_shared_hours(hours, found.by_id, lambda one: shares.get(one, {}))
    return [(one.need.skill.id, one.hours, one.shares_with) for one in order]


def test_what_saves_most_counts_and_of_equals_the_earlier() -> None:
    hours = {"a": 20.0, "b": 20.0, "c": 20.0}
    same = placed(hours, {"a": {"c": 0.5}, "b": {"c": 0.5}})
    assert same[2] == ("c", 10.0, "a")
    assert placed(hours, {"a": {"c": 0.2}, "b": {"c": 0.5}})[2] == ("c", 10.0, "b")


def test_a_skill_saves_by_all_that_is_known_of_it_then() -> None:
    """Of b 10 hours are learned with it and 10 came with a: whoever has it saves the whole share of c."""
    found = placed({"a": 20.0, "b": 20.0, "c": 20.0}, {"a": {"b": 0.5}, "b": {"c": 0.5}})
    assert found[1:] == [("b", 10.0, "a"), ("c", 10.0, "b")]


def test_less_than_a_quarter_of_an_hour_is_not_shared() -> None:
    assert placed({"a": 2.0, "b": 2.0}, {"a": {"b": 0.05}})[1] == ("b", 2.0, None)
