"""Finish a tuned model: blend it with its base, and write it as the embedded encoder's files.

    python -m training.convert --base FOLDER --tuned FOLDER --share 0.8 --output FOLDER

Blending is the plain mean of all weights, `share` of the tuned ones (Wortsman et al. 2022, "Robust fine-tuning of
zero-shot models"): it keeps more of the base's general similarity than stopping early. The files are those of
tools/build_encoder.py, made by its functions.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path

from safetensors.numpy import load_file, save_file

from tools import build_encoder
from tools.build_encoder import Weights

PREFIXES = ("auto_model.", "model.", "bert.")
"""What libraries put before the published names of weights."""


def read_weights(folder: Path) -> Weights:
    """By their published names, whichever library saved them."""
    return {_plain(name): values for name, values in load_file(folder / "model.safetensors").items()}


def blend(base: Weights, tuned: Weights, share: float) -> Weights:
    """`share` of the tuned weights and the rest of the base's. Raises KeyError where the tuned lack one."""
    return {
        name: ((1 - share) * values + share * tuned[name]).astype(values.dtype)
        if values.dtype.kind == "f"
        else values
        for name, values in base.items()
    }


def write(base: Path, weights: Weights, share: float, output: Path) -> None:
    """`output`/blend: a sentence-transformers folder; `output`/encoder: the embedded encoder's three files."""
    shutil.copytree(base, output / "blend", dirs_exist_ok=True)
    path = output / "blend" / "model.safetensors"
    save_file(weights, path, metadata={"format": "pt"})
    model = build_encoder.build_model(weights).SerializeToString(deterministic=True)
    tokenizer = build_encoder.plain_tokenizer(base / "tokenizer.json")
    about = build_encoder.description(model, tokenizer) | {
        "name": "all-MiniLM-L6-v2, tuned for skills",
        "source": f"sentence-transformers/all-MiniLM-L6-v2, tuned by training/train.py, {share:g} of the tuned weights",
        "weights_sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
    }
    (output / "encoder").mkdir(parents=True, exist_ok=True)
    files = {"model.onnx": model, "tokenizer.json": tokenizer}
    files["model.json"] = (json.dumps(about, indent=2) + "\n").encode()
    for name, content in files.items():
        (output / "encoder" / name).write_bytes(content)


def _plain(name: str) -> str:
    for prefix in PREFIXES:
        name = name.removeprefix(prefix)
    return name


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--tuned", type=Path, required=True)
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    weights = blend(read_weights(options.base), read_weights(options.tuned), options.share)
    write(options.base, weights, options.share, options.output)


if __name__ == "__main__":
    main()
