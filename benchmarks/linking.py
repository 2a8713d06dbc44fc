"""ESCO labels for sentences and spans of postings, by the best window of token vectors (Decorte et al. 2022).

RP@5 (R-precision at 5) and MRR per sentence over its set of labels; accuracy@1 per span. Labels LABEL NOT PRESENT
and UNDERSPECIFIED are dropped, as their authors do.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np

from careercraft.encoder.load import load_encoder
from careercraft.match.semantic import rank

_DROPPED = {"LABEL NOT PRESENT", "UNDERSPECIFIED", ""}


def windows_figures(data: Path) -> dict[str, Any]:
    encoder = load_encoder()
    labels = [line for line in (data / "linking" / "esco_skill_labels.txt").read_text().splitlines() if line]
    place = {label.lower(): i for i, label in enumerate(labels)}
    vectors = encoder.encode(labels)
    figures: dict[str, Any] = {}
    for name in ("tech", "house"):
        sentences, spans = _read(data / "linking" / f"{name}_validation_annotations.csv", place)
        texts = sorted({*sentences, *(span for span, _ in spans)})
        tokens = dict(zip(texts, encoder.encode_tokens(texts), strict=True))
        ranks = {text: np.argsort(-rank(tokens[text], vectors), kind="stable") for text in sentences}
        figures[f"linking.{name}_rp5"] = round(
            100 * float(np.mean([_rp(ranks[t], gold) for t, gold in sentences.items()])), 1
        )
        figures[f"linking.{name}_mrr"] = round(
            float(np.mean([_mrr(ranks[t], gold) for t, gold in sentences.items()])), 3
        )
        right = [vectors @ tokens[span].sentence for span, _ in spans]
        figures[f"linking.{name}_span_accuracy"] = round(
            100
            * float(
                np.mean(
                    [int(scores.argmax()) == gold for scores, (_, gold) in zip(right, spans, strict=True)]
                )
            ),
            1,
        )
    return figures


def _read(path: Path, place: dict[str, int]) -> tuple[dict[str, set[int]], list[tuple[str, int]]]:
    sentences: dict[str, set[int]] = defaultdict(set)
    spans = []
    with path.open(newline="") as file:
        for row in csv.DictReader(file):
            gold = place.get(row["label"].lower())
            if row["label"] in _DROPPED or gold is None:
                continue
            sentences[row["sentence"]].add(gold)
            spans.append((row["sub_span"] or row["span"], gold))
    return dict(sentences), spans


def _rp(order: Any, gold: set[int], k: int = 5) -> float:
    """R-precision at k: hits among the first k over the most there can be."""
    return len(gold & set(order[:k].tolist())) / min(k, len(gold))


def _mrr(order: Any, gold: set[int]) -> float:
    ranks = np.flatnonzero(np.isin(order, list(gold)))
    return 1.0 / (1 + int(ranks[0])) if len(ranks) else 0.0
