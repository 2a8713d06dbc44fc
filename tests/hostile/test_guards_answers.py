"""Switching any one guard of the prose off lets a lie through: none of them is there in vain."""

from __future__ import annotations

import pytest

from careercraft.score import prose_check
from tests.hostile.answers import CASES
from tests.hostile.guards_answers import CHECKER, GUARDS
from tests.hostile.talk import check


@pytest.mark.parametrize("name", GUARDS)
def test_each_guard_alone_stands_before_its_lie(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    guard = GUARDS[name]
    check(guard.case(name))
    guard.off(monkeypatch)
    with pytest.raises(AssertionError, match="stands there unmarked"):
        check(guard.case(name))


def test_every_guard_of_the_checker_has_its_case() -> None:
    assert set(CHECKER) == set(prose_check.GUARDS)
    assert set(prose_check.GUARDS) <= {name for case in CASES for name in case.guards}
