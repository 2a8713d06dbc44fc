"""What a model is worth for linking, and what it kept of general similarity.

    python -m training.evaluate --data DIR --base FOLDER MODEL ...

A model is a sentence-transformers folder or a folder of the embedded encoder (with model.onnx). Printed as JSON: RP@5
and MRR per sentence (best window, with half the whole sentence, with spelling too), accuracy at 1 per span, all on the
validation sets of Decorte et al. 2022; the difference to the base with a paired 95 % bootstrap interval; Spearman's
correlation with the base over sentences about anything (training/general.py).
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from careercraft.encoder.load import load_encoder
from careercraft.encoder.onnx import OnnxEncoder
from careercraft.match.lexical import Coverage
from careercraft.match.semantic import DECIMALS, WindowSums
from careercraft.model.ports import Encoder, TokenVectors
from training.general import similarities, spearman

SETS = ("tech", "house")
MIXES = {"windows": (0.0, 0.0), "half": (0.5, 0.0), "spelled": (0.5, 0.3)}
"""Shares of the whole sentence and of spelling, next to 1 of the best window; the last is the product's mix."""
DROPPED = {"LABEL NOT PRESENT", "UNDERSPECIFIED", ""}
RESAMPLES = 2000
SEED = 4

Values = NDArray[np.float64]
Floats = NDArray[np.float32]


class Examples(NamedTuple):
    """One validation set; labels as indexes."""

    sentences: dict[str, set[int]]
    spans: list[tuple[str, int]]


def read_labels(data: Path) -> list[str]:
    text = (data / "linking" / "esco_skill_labels.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line]


def read_examples(path: Path, labels: Iterable[str]) -> Examples:
    """The sentences with their sets of labels and the spans, those without a label left out."""
    place = {label.lower(): index for index, label in enumerate(labels)}
    sentences: dict[str, set[int]] = defaultdict(set)
    spans = []
    with path.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            gold = place.get(row["label"].lower())
            if row["label"] not in DROPPED and gold is not None:
                sentences[row["sentence"]].add(gold)
                spans.append((row["sub_span"] or row["span"], gold))
    return Examples(dict(sentences), spans)


def r_precision(order: NDArray[np.intp], gold: set[int], k: int = 5) -> float:
    """Hits among the first k over the most there can be."""
    return len(gold & set(order[:k].tolist())) / min(k, len(gold))


def reciprocal_rank(order: NDArray[np.intp], gold: set[int]) -> float:
    """One over the rank of the first hit."""
    return 1.0 / (1 + int(np.flatnonzero(np.isin(order, sorted(gold)))[0]))


class View(NamedTuple):
    """How near each label is to one sentence; (labels,) each."""

    window: Floats
    whole: Floats
    spelled: Floats


def see(text: str, tokens: TokenVectors, labels: Floats, spelling: Coverage) -> View:
    return View(WindowSums(tokens).best(labels), labels @ tokens.sentence, spelling.scores(text))


def order(view: View, whole: float, spelled: float) -> NDArray[np.intp]:
    """The labels, best first, as the product ranks them."""
    scores = np.round(view.window + whole * view.whole + spelled * view.spelled, DECIMALS)
    return np.argsort(-scores, kind="stable")


def measure(encoder: Encoder, data: Path) -> dict[str, Values]:
    """Per measure one value a sentence or span."""
    labels = read_labels(data)
    vectors = encoder.encode(labels)
    spelling = Coverage(labels, list(range(len(labels))), len(labels))
    values: dict[str, Values] = {}
    for name in SETS:
        examples = read_examples(data / "linking" / f"{name}_validation_annotations.csv", labels)
        tokens = dict(zip(examples.sentences, encoder.encode_tokens(list(examples.sentences)), strict=True))
        views = [see(text, tokens[text], vectors, spelling) for text in examples.sentences]
        for kind, shares in MIXES.items():
            orders = [order(view, *shares) for view in views]
            both = list(zip(orders, examples.sentences.values(), strict=True))
            values[f"{name}.{kind}.rp5"] = np.array(
                [100 * r_precision(ranked, gold) for ranked, gold in both]
            )
            values[f"{name}.{kind}.mrr"] = np.array([reciprocal_rank(ranked, gold) for ranked, gold in both])
        best = (encoder.encode([span for span, _ in examples.spans]) @ vectors.T).argmax(axis=1)
        values[f"{name}.span_accuracy"] = 100.0 * (best == [gold for _, gold in examples.spans])
    return values


def interval(differences: Values, seed: int = SEED) -> tuple[float, float]:
    """95 % bootstrap interval of the mean of paired differences."""
    rng = np.random.default_rng(seed)
    picks = rng.integers(0, len(differences), (RESAMPLES, len(differences)))
    low, high = np.percentile(differences[picks].mean(axis=1), [2.5, 97.5])
    return float(low), float(high)


def open_encoder(folder: Path) -> Encoder:
    return OnnxEncoder(folder) if (folder / "model.onnx").exists() else load_encoder(str(folder))


def report(values: dict[str, Values], base: dict[str, Values]) -> dict[str, Any]:
    """Means; with the difference to the base and its interval."""
    rows: dict[str, Any] = {}
    for name, found in values.items():
        differences = found - base[name]
        figures = (float(found.mean()), float(differences.mean()), *interval(differences))
        rows[name] = [round(figure, 3) for figure in figures]
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with linking/")
    parser.add_argument("--base", type=Path, required=True, help="the model to compare with")
    parser.add_argument("models", type=Path, nargs="*")
    options = parser.parse_args()
    encoder = open_encoder(options.base)
    base, base_similarity = measure(encoder, options.data), similarities(encoder.encode)
    for folder in options.models or [options.base]:
        encoder = open_encoder(folder)
        rows = report(measure(encoder, options.data), base)
        rows["general_spearman"] = round(spearman(base_similarity, similarities(encoder.encode)), 3)
        print(json.dumps({"model": folder.name, **rows}), flush=True)


if __name__ == "__main__":
    main()
