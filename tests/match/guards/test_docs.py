"""The guards' page says the limits that the code has."""

from __future__ import annotations

from pathlib import Path

from careercraft.match.guards import injection, pasted, repeated, stuffed

PAGE = (Path(__file__).parents[3] / "docs" / "guards.md").read_text(encoding="utf-8")


def test_the_limits_stand_in_the_page() -> None:
    windows = [f"{size} {'words ' if size == 12 else ''}of which {most}" for size, most in repeated._WINDOWS]
    for words in (
        f"From {stuffed.MOST_SKILLS} skills or {stuffed.MOST_ITEMS} items on",
        f"of which {stuffed._BIG} items or more",
        f"behind the first {stuffed._KEPT} such items",
        f"{stuffed._OWN_UNIT} items and more in one place",
        f"its first {stuffed._FIRST}",
        f"From {pasted.LEAST_WORDS} words on",
        f"more than {injection._MOST_REST:,} characters",
        "eight words that stand ten times",
        *windows,
    ):
        assert words in PAGE
    assert (repeated._CHAIN, repeated._CHAINS) == (8, 10)
