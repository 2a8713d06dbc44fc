"""Analyses to keep: the render tests' made-up ones, which need no engine."""

from __future__ import annotations

import msgspec
import pytest

from careercraft.model.analysis import Analysis
from tests.render.sample import all_samples


@pytest.fixture
def analysis() -> Analysis:
    return next(iter(all_samples().values()))


def with_id(analysis: Analysis, id: str) -> Analysis:
    return msgspec.structs.replace(analysis, id=id)
