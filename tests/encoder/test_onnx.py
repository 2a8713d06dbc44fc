"""What only the embedded encoder promises: its files, its agreement with the original, and what it loads."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from careercraft.encoder.load import load_encoder
from careercraft.encoder.onnx import DATA, OnnxEncoder
from careercraft.errors import ConfigError
from careercraft.model.ports import Encoder
from tests.encoder.conftest import local_model
from tests.encoder.texts import TEXTS

PUBLISHED_SHA256 = "d87dd7f58ca60db71ba95a2785ce9ae67c22d35427191c46813188e94aec9495"
"""Of the embedded form of the published weights, before tuning."""


def test_model_json_describes_the_files_beside_it() -> None:
    about = json.loads((DATA / "model.json").read_text())
    for key, name in (("model_sha256", "model.onnx"), ("tokenizer_sha256", "tokenizer.json")):
        assert hashlib.sha256((DATA / name).read_bytes()).hexdigest() == about[key]
    assert about["license"] == "Apache-2.0"


def test_default_and_none_are_the_embedded_encoder(embedded: Encoder) -> None:
    assert load_encoder("default").fingerprint == load_encoder(None).fingerprint == embedded.fingerprint
    assert embedded.name == "all-MiniLM-L6-v2, tuned for skills"


def test_another_model_file_has_another_fingerprint(tmp_path: Path, embedded: Encoder) -> None:
    folder = Path(shutil.copytree(DATA, tmp_path / "model"))
    about = json.loads((folder / "model.json").read_text())
    (folder / "model.json").write_text(json.dumps(about | {"model_sha256": "0" * 64}))
    assert OnnxEncoder(folder).fingerprint != embedded.fingerprint


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json", "model.json"])
@pytest.mark.parametrize("content", [None, b"", b"version https://git-lfs.github.com/spec/v1\n"])
def test_missing_or_broken_file_is_a_config_error(tmp_path: Path, name: str, content: bytes | None) -> None:
    folder = Path(shutil.copytree(DATA, tmp_path / "model"))
    (folder / name).unlink()
    if content is not None:
        (folder / name).write_bytes(content)
    with pytest.raises(ConfigError, match="embedded encoder") as caught:
        OnnxEncoder(folder)
    assert "reinstall" in caught.value.hint


def test_neighbors_in_meaning_are_neighbors(embedded: Encoder) -> None:
    k8s, docker, nursing = embedded.encode(["container orchestration", "Kubernetes", "wound care"])
    assert k8s @ docker > k8s @ nursing + 0.2


def test_packages_load_only_when_an_encoder_is_made() -> None:
    script = (
        "import sys, careercraft.encoder, careercraft.encoder.load as load\n"
        "heavy = {'onnxruntime', 'tokenizers', 'numpy', 'torch', 'sentence_transformers'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
        "load.load_encoder()\n"
        "assert heavy & set(sys.modules) == {'onnxruntime', 'tokenizers', 'numpy'}\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)


def test_standard_error_stays_empty() -> None:
    script = "from careercraft.encoder.load import load_encoder; load_encoder().encode(['a', 'b c d'])"
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, timeout=60)
    assert (done.stdout, done.stderr) == (b"", b"")


@pytest.mark.transformers
def test_a_rebuilt_model_agrees_with_the_original_side_by_side(rebuilt: Path) -> None:
    """As the golden file says of the tuned one, but computed now, and for phrases taken from token vectors too."""
    model, embedded = load_encoder(str(local_model())), OnnxEncoder(rebuilt)
    assert (embedded.encode(TEXTS) * model.encode(TEXTS)).sum(axis=1).min() >= 0.998
    for ours, theirs in zip(embedded.encode_tokens(TEXTS), model.encode_tokens(TEXTS), strict=True):
        assert ours.offsets == theirs.offsets
        if ours.offsets:
            a, b = ours.vectors.mean(axis=0), theirs.vectors.mean(axis=0)
            assert a @ b / np.linalg.norm(a) / np.linalg.norm(b) >= 0.998


@pytest.mark.transformers
def test_the_script_builds_the_same_bytes_everywhere(rebuilt: Path) -> None:
    assert hashlib.sha256((rebuilt / "model.onnx").read_bytes()).hexdigest() == PUBLISHED_SHA256
    assert (rebuilt / "tokenizer.json").read_bytes() == (DATA / "tokenizer.json").read_bytes()


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published model's embedded form; the tuned one's weights aren't at hand."""
    local_model()
    if find_spec("onnx") is None or find_spec("safetensors") is None:
        pytest.skip("building needs: pip install onnx safetensors")
    folder = tmp_path_factory.mktemp("encoder")
    command = [sys.executable, "-m", "tools.build_encoder", "--output", str(folder)]
    subprocess.run(command, check=True, timeout=120)
    return folder
