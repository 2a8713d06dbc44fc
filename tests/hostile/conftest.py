"""One workbench for all cases."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from careercraft.api import Workbench
from careercraft.settings import load_settings
from tests.conftest import DAY
from tests.llm.server import ScriptedServer
from tests.match.parts import built_in

pytest.register_assert_rewrite("tests.hostile.stage", "tests.hostile.talk")


@pytest.fixture(scope="session")
def bench(no_settings_of_the_person: None) -> Iterator[Workbench]:
    found, shared = Workbench(load_settings({"today": DAY}).settings, corrections={}), built_in()
    found.parts = shared.parts  # nothing is loaded twice
    found.__dict__["linker"] = shared.linker
    yield found
    found.__dict__.clear()
    gc.collect()


@pytest.fixture(scope="session")
def hostile_server() -> Iterator[ScriptedServer]:
    with ScriptedServer() as running:
        yield running
