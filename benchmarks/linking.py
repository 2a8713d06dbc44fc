"""Linking of free text to skills, against the bars of issue 4, each with a 95 % interval.

- `tech`, `house`: ESCO labels for sentences and spans of postings (Decorte et al. 2022). RP@5 (R-precision at 5) and
  MRR per sentence over its set of labels, accuracy@1 per span. LABEL NOT PRESENT and UNDERSPECIFIED are dropped, as
  their authors do. Beside ours the plain encoder: whole sentence against label, and the paired difference to it.
- `skillspan.knowledge_f1`: knowledge spans of SkillSpan's development set that a hit of the built-in taxonomy overlaps,
  and hits that overlap one (relaxed F1), of the hits that the linker finds probable enough, without soft skills; see
  `benchmarks/skillspan.py`. Probability and threshold were fitted on the training set (`training/fit_mentions.py`).
- `synonyms`: share of the renamed tags, weighed by their renames, that lead to the skill of the tag they were renamed
  to, by name, alias, spelling or the name in them, among those whose target names a skill.

Intervals are percentiles of 1,000 bootstrap samples of sentences (spans, tags) with a fixed seed.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks import skillspan
from benchmarks.intervals import difference, interval, ratio_interval
from careercraft.api import Workbench
from careercraft.encoder.load import load_encoder
from careercraft.match.bridge import Bridge
from careercraft.match.linker import Linker
from careercraft.match.ranking import Ranker
from careercraft.model.ports import SkillVectors
from careercraft.settings import Settings
from careercraft.taxonomy import Taxonomy, load_taxonomy
from careercraft.taxonomy.importers.labels import read_labels
from careercraft.taxonomy.index import Compiled, compile_surfaces

_DROPPED = {"LABEL NOT PRESENT", "UNDERSPECIFIED", ""}
_K = 5
BARS: dict[str, float] = {
    "tech.rp5": 70, "tech.mrr": 0.69, "tech.span_accuracy": 70,
    "house.rp5": 62, "house.mrr": 0.59, "house.span_accuracy": 70,
    "skillspan.knowledge_f1": 0.70, "synonyms.weighted": 0.90,
}  # fmt: skip


def run(data: Path) -> dict[str, Any]:
    figures = {**sentence_figures(data), **_built_in_figures(data)}
    bars = _bars(figures)
    for row in bars:
        print(f"{'met   ' if row['met'] else 'MISSED'}  {row['figure']}: {row['value']} (bar {row['bar']:g})")
    return {**figures, "bars": bars}


def sentence_figures(data: Path) -> dict[str, Any]:
    """What a ranking of all ESCO labels gives for sentences and spans."""
    folder = data / "linking"
    linker = labels_linker(folder / "esco_skill_labels.txt")
    place = {skill.name.lower(): row for row, skill in enumerate(linker.taxonomy.entries)}
    return {name: _set_figures(linker, folder, name, place) for name in ("tech", "house")}


def labels_linker(file: Path) -> Linker:
    """A linker over a file of labels, a line each, as `careercraft taxonomy import labels` reads it."""
    skills = read_labels(file).skills
    encoder = load_encoder()
    vectors = SkillVectors(
        tuple(skill.id for skill in skills), encoder.encode([skill.name for skill in skills])
    )
    taxonomy = Taxonomy(Compiled(0, "labels", skills, (), compile_surfaces(skills)))
    return Linker(taxonomy, lambda: encoder, lambda: vectors)


def _set_figures(linker: Linker, folder: Path, name: str, place: dict[str, int]) -> dict[str, Any]:
    sentences, spans = read_annotations(folder / f"{name}_validation_annotations.csv", place)
    ranker = Ranker(linker, Bridge(load_taxonomy(), linker.taxonomy))
    texts = sorted({*sentences, *(span for span, _ in spans)})
    tokens = dict(zip(texts, linker.encoder.encode_tokens(texts), strict=True))
    labels = linker.vectors.matrix
    ours = {text: _order(ranker.scores(text, tokens[text])) for text in texts}
    plain = {text: _order(labels @ tokens[text].sentence) for text in texts}
    figures: dict[str, Any] = {"sentences": len(sentences), "spans": len(spans)}
    for key, orders in (("", ours), ("plain_", plain)):
        figures |= {
            f"{key}{metric}": values
            for metric, values in {
                "rp5": [100 * rp(orders[text], gold) for text, gold in sentences.items()],
                "mrr": [mrr(orders[text], gold) for text, gold in sentences.items()],
                "span_accuracy": [100.0 * (orders[span][0] == gold) for span, gold in spans],
            }.items()
        }
    return _summed(figures)


def _summed(figures: dict[str, Any]) -> dict[str, Any]:
    """Means for the values of single sentences, with intervals, and paired differences to the plain encoder."""
    found: dict[str, Any] = {key: value for key, value in figures.items() if isinstance(value, int)}
    for key in ("rp5", "mrr", "span_accuracy"):
        digits = 3 if key == "mrr" else 1
        ours, plain = figures[key], figures[f"plain_{key}"]
        found[key] = round(float(np.mean(ours)), digits)
        found[f"{key}_interval"] = interval(ours, digits)
        found[f"plain_{key}"] = round(float(np.mean(plain)), digits)
        found[f"{key}_over_plain"] = difference(ours, plain, digits)
    return found


def read_annotations(path: Path, place: dict[str, int]) -> tuple[dict[str, set[int]], list[tuple[str, int]]]:
    """Sentences with the rows of their labels, and spans with the row of theirs."""
    sentences: dict[str, set[int]] = defaultdict(set)
    spans = []
    with path.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            gold = place.get(row["label"].lower())
            if row["label"] in _DROPPED or gold is None:
                continue
            sentences[row["sentence"]].add(gold)
            spans.append((row["sub_span"] or row["span"], gold))
    return dict(sentences), spans


def rp(order: Any, gold: set[int], k: int = _K) -> float:
    """R-precision at k: hits among the first k over the most there can be."""
    return len(gold & set(order[:k].tolist())) / min(k, len(gold))


def mrr(order: Any, gold: set[int]) -> float:
    ranks = np.flatnonzero(np.isin(order, list(gold)))
    return 1.0 / (1 + int(ranks[0])) if len(ranks) else 0.0


def _order(scores: Any) -> Any:
    return np.argsort(-scores, kind="stable")


def _built_in_figures(data: Path) -> dict[str, Any]:
    linker = Workbench(Settings()).linker
    return {"skillspan": _skillspan(data / "linking", linker), "synonyms": _synonyms(data, linker)}


def _skillspan(folder: Path, linker: Linker) -> dict[str, Any]:
    """On the part that nothing was fitted on: the test set where there is one, else the development set."""
    test, dev = folder / "skillspan_test.jsonl", folder / "skillspan_dev.jsonl"
    return skillspan.figures(test if test.exists() else dev, linker)


def _synonyms(data: Path, linker: Linker) -> dict[str, Any]:
    with (data / "linking" / "tag_synonyms_dev.csv").open(newline="", encoding="utf-8") as file:
        rows = [
            (row["SourceTagName"], row["TargetTagName"], int(row["AutoRenameCount"]))
            for row in csv.DictReader(file)
        ]
    known = [(alias, target, weight) for alias, name, weight in rows if (target := linker.named(name))]
    counts = [(weight * (linked(alias, linker) == target), weight) for alias, target, weight in known]
    return {
        "tags": len(rows),
        "known_targets": len(known),
        "weighted": weighted(counts),
        "weighted_interval": ratio_interval(counts, weighted),
        "unweighted": round(float(np.mean([right > 0 for right, weight in counts if weight])), 3),
    }


def linked(phrase: str, linker: Linker) -> str | None:
    """The skill that a phrase names or misspells, else the longest name in it ("css-columns")."""
    found = linker.named(phrase) or (linker.misspelled(phrase) or (None,))[0]
    if found:
        return found
    inside = [(mention.span.start - mention.span.end, mention) for mention in linker.surface.find(phrase)]
    return min(inside, key=lambda pair: pair[0])[1].skill_id if inside else None


def weighted(counts: Sequence[tuple[int, int]]) -> float:
    right, all_ = np.sum(counts, axis=0).tolist()
    return round(right / max(1, all_), 3)


def _bars(figures: dict[str, Any]) -> list[dict[str, Any]]:
    found = []
    for name, bar in BARS.items():
        group, key = name.split(".")
        value = figures[group][key]
        found.append({"figure": name, "value": value, "bar": bar, "met": value >= bar})
    return found
