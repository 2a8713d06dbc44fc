"""The files in careercraft/generated are what the data beside them makes; else this says how to rebuild them."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

from careercraft import paths
from careercraft.chat import intent_nearest
from careercraft.encoder.cache import read_vectors, vectors_key
from careercraft.encoder.load import load_encoder
from careercraft.match.labels import skill_labels
from careercraft.match.vocabulary import WORDS_FILE
from careercraft.taxonomy import Taxonomy
from careercraft.taxonomy.index import Compiled
from careercraft.taxonomy.load import SHIPPED, compile_sources, hash_sources
from careercraft.workbench_parts import VECTORS_FILE
from tests.conftest import ROOT

REBUILD = "is stale: run `python tools/build_generated.py`"
GENERATED = paths.generated_dir()


@pytest.fixture(scope="module")
def compiled() -> Compiled:
    skills, roles = paths.taxonomy_dir(), paths.roles_dir()
    return compile_sources(skills, roles, hash_sources(skills, roles))


def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_generated", ROOT / "tools" / "build_generated.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_taxonomy(compiled: Compiled) -> None:
    assert (GENERATED / SHIPPED).read_bytes() == msgspec.msgpack.encode(compiled), f"{SHIPPED} {REBUILD}"


def test_the_vectors(compiled: Compiled) -> None:
    holds_vectors_of(skill_labels(Taxonomy(compiled))[1], VECTORS_FILE)


def test_the_vectors_of_the_questions() -> None:
    holds_vectors_of(intent_nearest.spoken_phrasings(), intent_nearest.VECTORS_FILE)


def holds_vectors_of(texts: Sequence[str], name: str) -> None:
    """They are for these texts and this encoder, and a few of them are checked against it."""
    encoder = load_encoder()
    vectors = read_vectors(GENERATED / name, vectors_key(encoder, texts))
    assert vectors is not None, f"{name} {REBUILD}"
    assert vectors.shape == (len(texts), encoder.dimension)
    picked = range(0, len(texts), max(1, len(texts) // 50))
    again = encoder.encode([texts[index] for index in picked])
    assert abs(again - vectors[list(picked)]).max() < 1e-4  # another processor may round otherwise


def test_the_words() -> None:
    words = "\n".join(builder().vocabulary_words()) + "\n"
    assert (GENERATED / WORDS_FILE).read_text(encoding="utf-8") == words, f"{WORDS_FILE} {REBUILD}"


def test_nothing_else_lies_there() -> None:
    found = {
        path.name for path in GENERATED.iterdir() if path.suffix not in {".py", ".pyc"} and path.is_file()
    }
    assert found == {SHIPPED, VECTORS_FILE, intent_nearest.VECTORS_FILE, WORDS_FILE}


def test_a_stale_file_would_show(compiled: Compiled, tmp_path: Path) -> None:
    """One name changed: other bytes, and another key."""
    first, *others = compiled.skills
    changed = msgspec.structs.replace(
        compiled, skills=(msgspec.structs.replace(first, name=first.name + "x"), *others)
    )
    assert msgspec.msgpack.encode(changed) != (GENERATED / SHIPPED).read_bytes()
    encoder = load_encoder()
    key = vectors_key(encoder, skill_labels(Taxonomy(changed))[1])
    assert read_vectors(GENERATED / VECTORS_FILE, key) is None
