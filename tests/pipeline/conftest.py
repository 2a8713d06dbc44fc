"""The shared parts as fixtures; loaded once a run, see parts.py."""

from __future__ import annotations

import pytest

from careercraft.api import Workbench
from careercraft.match.linker import Linker
from careercraft.taxonomy import Taxonomy
from tests.match import parts


@pytest.fixture(scope="session")
def bench() -> Workbench:
    return parts.built_in()


@pytest.fixture(scope="session")
def linker(bench: Workbench) -> Linker:
    """The built-in taxonomy and the real encoder."""
    return bench.linker


@pytest.fixture(scope="session")
def taxonomy(bench: Workbench) -> Taxonomy:
    return bench.taxonomy
