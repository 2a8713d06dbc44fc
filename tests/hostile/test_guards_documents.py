"""Each guard around a model's proposals holds something off that nothing else would: without it, its case fails."""

from __future__ import annotations

import ast
import inspect
from functools import partial
from typing import get_args

import pytest

from careercraft.api import Workbench
from careercraft.match import proposed, proposed_check, proposed_context, proposed_job
from careercraft.model.proposed import DropReason
from tests.hostile.documents import BY_ID
from tests.hostile.guards_documents import GUARDS, Guard
from tests.hostile.stage import check_wired
from tests.llm.server import ScriptedServer


@pytest.mark.parametrize("name", GUARDS)
def test_without_a_guard_its_case_fails(
    name: str, bench: Workbench, hostile_server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    guard = GUARDS[name]
    monkeypatch.setattr(guard.target, guard.off)
    with pytest.raises(AssertionError):
        guard.run(bench, partial(check_wired, server=hostile_server))


OWN_CHECKS = {
    name: guard for name, guard in GUARDS.items() if guard.check is not Guard.__struct_defaults__[1]
}


@pytest.mark.parametrize("name", OWN_CHECKS)
def test_with_it_a_check_of_its_own_passes(name: str, bench: Workbench) -> None:
    """The others are the cases of `test_documents`."""
    GUARDS[name].check(BY_ID[GUARDS[name].case], bench)


def test_cases_and_guards_name_each_other() -> None:
    leaned_on = {name for case in BY_ID.values() for name in case.guards}
    assert leaned_on == GUARDS.keys()
    assert [name for name, guard in GUARDS.items() if name not in BY_ID[guard.case].guards] == []


def test_every_place_that_throws_a_claim_away_is_a_guard() -> None:
    """A new one without a case fails here."""
    named = {place for guard in GUARDS.values() for place in guard.drops}
    assert _drops() == named
    assert {place.partition(": ")[2] for place in named} == set(get_args(DropReason))


def test_every_look_at_the_words_around_is_a_guard() -> None:
    looks = {
        f"{proposed_context.__name__}.{name}"
        for name, found in vars(proposed_context).items()
        if inspect.isfunction(found) and found.__module__ == proposed_context.__name__
        if found.__annotations__["return"] == "bool"
    }
    assert looks
    assert looks <= {guard.target for guard in GUARDS.values()}


def _drops() -> set[str]:
    """As "method: reason", from the source: reasons that are raised, or given back for it."""
    found = set()
    for module in (proposed, proposed_check, proposed_job):
        for function in ast.walk(ast.parse(inspect.getsource(module))):
            if not isinstance(function, ast.FunctionDef):
                continue
            words = {
                str(node.value)
                for part in ast.walk(function)
                if isinstance(part, ast.Return | ast.Raise)
                for node in ast.walk(part)
                if isinstance(node, ast.Constant) and node.value in get_args(DropReason)
            }
            found |= {f"{function.name}: {word}" for word in words}
    return found
