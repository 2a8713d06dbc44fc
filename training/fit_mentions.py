"""Fits what `careercraft.match.links` needs: when do words name or mean a skill, and how likely is that?

    python -m training.fit_mentions --data DIR

`DIR/linking/skillspan_train.jsonl` (SkillSpan: postings with marked spans of knowledge and skills) is all that is read.
Written is `careercraft/match/data/mentions.json`; fit it again after a change of the encoder or of the taxonomy. Two
logistic regressions, one on top of the other, in folds over whole postings:

1. the **head**: does a word belong to a marked span of knowledge? From the mean of its token vectors, its line's
   sentence vector and the mean of the sentence vectors nearby (these two by their first 48 principal components);
2. the **tables**: is a hit of the taxonomy right? From the features of `careercraft.match.cues`, with the head's
   scores from folds that didn't see the posting.

A hit is right when it overlaps a span of knowledge, for soft skills any marked span; one of the other kinds on a span
of skills is neither right nor wrong. The threshold is the one with the best F1 over the folds. Tables are fitted twice:
for postings, and line by line for texts of a few lines (`training/mention_rows.py`).
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from benchmarks.skillspan import Posting, calibration, f1, overlaps, read_postings, span_counts
from careercraft.api import Workbench
from careercraft.match.fitted import FILE, Fitted, Table, packed
from careercraft.match.linker import Linker
from careercraft.settings import load_settings
from training.mention_rows import Encoded, Head, Judged, Matrix, Vector, encoded, judged, misspelled

FOLDS = 4
COMPONENTS = 48
HEAD_PENALTY, TABLE_PENALTY = 150.0, 30.0
KEPT_SHARE = 0.4
"""Of the words outside all spans, which are most; those that stay weigh more."""
_STEPS = 8
_THRESHOLDS = tuple(round(0.2 + 0.02 * step, 2) for step in range(21))
_TABLES: tuple[Table, ...] = ("named", "misspelled", "meant")


def logistic(
    rows: NDArray[Any], right: Vector, penalty: float, weights: Vector | None = None
) -> tuple[Vector, float]:
    """Weights and bias by Newton's method, ridge on the standardized columns."""
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    scaled = np.concatenate([(rows - mean) / spread, np.ones((len(rows), 1), dtype=rows.dtype)], axis=1)
    each = np.ones(len(rows)) if weights is None else weights
    ridge = np.full(scaled.shape[1], penalty)
    ridge[-1] = 1e-9
    found = np.zeros(scaled.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip((scaled @ found.astype(rows.dtype)).astype(float), -30, 30)))
        slope = (scaled.T @ (each * (right - chance)).astype(rows.dtype)).astype(float) - ridge * found
        curve = (each * chance * (1 - chance) + 1e-6).astype(rows.dtype)
        step = np.linalg.solve((scaled.T @ (scaled * curve[:, None])).astype(float) + np.diag(ridge), slope)
        found += step
        if abs(step).max() < 1e-4:
            break
    plain = found[:-1] / spread
    return plain, float(found[-1] - (plain * mean).sum())


def fit_head(postings: Sequence[Posting], texts: Sequence[Encoded], seed: int) -> Head:
    right = np.array(
        [
            overlaps(word, posting.knowledge)
            for posting, found in zip(postings, texts, strict=True)
            for words in found.words
            for word in words
        ],
        dtype=float,
    )
    kept = (right > 0) | (np.random.default_rng(seed).random(len(right)) < KEPT_SHARE)
    basis = components(np.concatenate([found.sentences for found in texts]))
    rows = np.concatenate(
        [
            np.concatenate(
                [found.vectors, (found.sentences @ basis)[found.rows], (found.near @ basis)[found.rows]], 1
            )
            for found in texts
        ]
    )[kept].astype(np.float32)
    weights = np.where(right[kept] > 0, 1.0, 1 / KEPT_SHARE)
    found, bias = logistic(rows, right[kept], HEAD_PENALTY, weights)
    size = texts[0].vectors.shape[1]
    line, near = found[size : size + COMPONENTS], found[size + COMPONENTS :]
    mean = np.concatenate([text.near for text in texts]).mean(axis=0)
    return Head(found[:size], basis @ line, basis @ near, bias, bias + float(mean @ basis @ near))


def components(vectors: Matrix) -> Matrix:
    """(dimension, COMPONENTS): the directions in which the vectors differ most."""
    centered = vectors - vectors.mean(axis=0)
    _, directions = np.linalg.eigh(centered.T @ centered)
    return np.asarray(directions[:, ::-1][:, :COMPONENTS], dtype=np.float32)


def fit_table(rows: Sequence[Judged], names: Sequence[str]) -> dict[str, float]:
    rows = [row for row in rows if row.right is not None]
    matrix = np.array([[row.features.get(name, 0.0) for name in names] for row in rows])
    weights, bias = logistic(matrix, np.array([bool(row.right) for row in rows], dtype=float), TABLE_PENALTY)
    found = {
        name: round(float(weight), 4)
        for name, weight in zip(names, weights, strict=True)
        if abs(weight) >= 5e-5
    }
    return {"bias": round(bias, 4), **found}


def feature_names(rows: Sequence[Judged], encoded: bool) -> list[str]:
    """Those that ten hits have at least; without the encoder none of its scores."""
    counts: dict[str, int] = {}
    for row in rows:
        for name, value in row.features.items():
            counts[name] = counts.get(name, 0) + (value != 0)
    scores = (
        "own_",
        "left_",
        "right_",
        "others_",
        "line_mean",
        "before_best",
        "before_mean",
        "just_",
        "after_best",
        "after_mean",
    )
    return sorted(
        name for name, count in counts.items() if count >= 10 and (encoded or not name.startswith(scores))
    )


def tables_of(rows: Sequence[Judged]) -> dict[Table, dict[str, float]]:
    groups = {table: [row for row in rows if row.table == table] for table in _TABLES}
    plain = groups["named"] + groups["misspelled"]
    tables = {table: fit_table(part, feature_names(part, True)) for table, part in groups.items()}
    return {**tables, "plain": fit_table(plain, feature_names(plain, False))}


def best_threshold(
    postings: Sequence[Posting], found: Sequence[Sequence[tuple[Judged, float]]]
) -> tuple[float, float]:
    scores = [(span_f1(postings, found, least), -least) for least in _THRESHOLDS]
    f1, least = max(scores)
    return -least, f1


def span_f1(
    postings: Sequence[Posting], found: Sequence[Sequence[tuple[Judged, float]]], least: float
) -> float:
    counts = []
    for posting, rows in zip(postings, found, strict=True):
        hits = [row.hit[:2] for row, chance in rows if chance >= least and row.hit.skill.kind != "soft"]
        counts.append(span_counts(posting, hits))
    return f1(counts)


class Rows(NamedTuple):
    """Of one posting, with the head of a fold that didn't see it."""

    whole: list[Judged]
    alone: list[Judged]
    errors: list[Judged]
    """The misspelled names of its copy with errors."""
    errors_alone: list[Judged]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=4)
    options = parser.parse_args()
    linker = Workbench(load_settings().settings).linker
    postings = read_postings(options.data / "linking" / "skillspan_train.jsonl")
    texts = [encoded(posting, linker) for posting in postings]
    print(f"{len(postings)} postings encoded", flush=True)
    rows = rows_in_folds(postings, texts, linker, options.seed)
    kept = report_folds(postings, rows)
    head = fit_head(postings, texts, options.seed)
    vectors = {
        name: packed(vector.tolist()) for name, vector in zip(("word", "line", "near"), head[:3], strict=True)
    }
    tables = (
        tables_of([row for part in rows for row in part.whole + part.errors]),
        tables_of([row for part in rows for row in part.alone + part.errors_alone]),
    )
    fitted = Fitted(
        linker.encoder.fingerprint, vectors, round(head.bias, 4), round(head.alone, 4), *tables, kept
    )
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_bytes(msgspec.json.format(msgspec.json.encode(fitted), indent=1) + b"\n")


def rows_in_folds(
    postings: Sequence[Posting], texts: Sequence[Encoded], linker: Linker, seed: int
) -> list[Rows]:
    found: dict[int, Rows] = {}
    for fold in range(FOLDS):
        seen = [at for at in range(len(postings)) if at % FOLDS != fold]
        head = fit_head([postings[at] for at in seen], [texts[at] for at in seen], seed)
        for at in range(fold, len(postings), FOLDS):
            copy = misspelled(postings[at], linker, seed + at)
            errors = _both(copy, encoded(copy, linker), head, linker)
            found[at] = Rows(*_both(postings[at], texts[at], head, linker), *map(_errors, errors))
        print(f"fold {fold + 1} of {FOLDS}: head", flush=True)
    return [found[at] for at in range(len(postings))]


def _both(posting: Posting, text: Encoded, head: Head, linker: Linker) -> tuple[list[Judged], list[Judged]]:
    return judged(posting, head.lines(text), linker, False), judged(
        posting, head.lines(text, True), linker, True
    )


def _errors(rows: Sequence[Judged]) -> list[Judged]:
    return [row for row in rows if row.table == "misspelled"]


def report_folds(postings: Sequence[Posting], rows: Sequence[Rows]) -> float:
    """Prints F1 and calibration over the folds; returns the best threshold for whole postings."""
    whole = chances([part.whole for part in rows], [part.errors for part in rows])
    alone = chances([part.alone for part in rows], [part.errors_alone for part in rows])
    kept, best = best_threshold(postings, whole)
    print(f"F1 in folds {best} from probability {kept} on; all hits {span_f1(postings, whole, 0.0)}")
    print(f"line by line {span_f1(postings, alone, kept)}")
    for found in (whole, alone):
        print(
            calibration(
                [(chance, row.right) for part in found for row, chance in part if row.right is not None]
            )
        )
    return kept


def chances(rows: Sequence[list[Judged]], errors: Sequence[list[Judged]]) -> list[list[tuple[Judged, float]]]:
    """The hits as they are, with probabilities from the other folds."""
    found: list[list[tuple[Judged, float]]] = [[] for _ in rows]
    for fold in range(FOLDS):
        seen = [at for at in range(len(rows)) if at % FOLDS != fold]
        fitted = Fitted(
            "", {}, 0.0, 0.0, tables_of([row for at in seen for row in rows[at] + errors[at]]), {}, 0.0
        )
        for at in range(fold, len(rows), FOLDS):
            found[at] = [(row, fitted.probability(row.table, row.features)) for row in rows[at]]
    return found


if __name__ == "__main__":
    main()
