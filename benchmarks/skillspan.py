"""SkillSpan: postings whose readers marked spans of knowledge ("Java", "machine learning") and of skills ("work in a
team"), and how well the linker's hits meet the knowledge.

A knowledge span is met when a hit overlaps it, and a hit is right when it overlaps one (relaxed F1). A hit on a span of
skills alone is neither right nor wrong. Soft skills don't take part, since they are no knowledge. The sentences of a
posting are joined as its lines, because the linker looks at the lines around.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from benchmarks.intervals import ratio_interval
from careercraft.match.fitted import fitted
from careercraft.match.linker import Linker
from careercraft.model.match import Mention

Spans = list[tuple[int, int]]
Counts = tuple[int, int, int, int]
"""Knowledge spans, those met, hits, right ones."""
_BINS = 10


class Posting(NamedTuple):
    source: str
    text: str
    knowledge: Spans
    skill: Spans


def read_postings(file: Path) -> list[Posting]:
    rows = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    parts = groupby(rows, key=lambda row: (row.get("source", ""), row.get("idx")))
    return [posting_of(list(part), source) for (source, _), part in parts]


def posting_of(rows: Sequence[dict[str, Any]], source: str = "") -> Posting:
    """Rows of tokens with BIO tags, a line each."""
    lines, start = [], 0
    knowledge: Spans = []
    skill: Spans = []
    for row in rows:
        places = _places(row["tokens"], start)
        knowledge += spans_of(row["tags_knowledge"], places)
        skill += spans_of(row["tags_skill"], places)
        lines.append(" ".join(row["tokens"]))
        start += len(lines[-1]) + 1
    return Posting(source, "\n".join(lines), knowledge, skill)


def _places(tokens: Iterable[str], start: int) -> Spans:
    places = []
    for token in tokens:
        places.append((start, start + len(token)))
        start += len(token) + 1
    return places


def spans_of(tags: Sequence[str], places: Spans) -> Spans:
    spans: Spans = []
    for tag, (start, end) in zip(tags, places, strict=True):
        if tag.startswith("B"):
            spans.append((start, end))
        elif tag.startswith("I") and spans:
            spans[-1] = (spans[-1][0], end)
    return spans


def overlaps(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def is_right(span: tuple[int, int], posting: Posting) -> bool | None:
    """None when only a span of skills is there."""
    if overlaps(span, posting.knowledge):
        return True
    return None if overlaps(span, posting.skill) else False


def span_counts(posting: Posting, hits: Spans) -> Counts:
    judged = [is_right(hit, posting) for hit in hits]
    met = sum(overlaps(span, hits) for span in posting.knowledge)
    return len(posting.knowledge), met, sum(right is not None for right in judged), judged.count(True)


def f1(counts: Sequence[Counts]) -> float:
    wanted, met, reported, right = np.sum(counts, axis=0).tolist()
    precision, recall = right / max(1, reported), met / max(1, wanted)
    return round(2 * precision * recall / max(1e-9, precision + recall), 3)


def figures(file: Path, linker: Linker) -> dict[str, Any]:
    """F1 of the hits that are probable enough, with its parts; of all names, as probable or not; calibration."""
    postings = read_postings(file)
    found = [_knowledge(linker.link(posting.text), linker) for posting in postings]
    likely = [[hit for hit in hits if (hit.probability or 0) >= fitted().kept] for hits in found]
    counts = [span_counts(*pair) for pair in zip(postings, map(_spans, likely), strict=True)]
    every = [[hit for hit in hits if hit.tier != "semantic"] for hits in found]
    named = [span_counts(*pair) for pair in zip(postings, map(_spans, every), strict=True)]
    wanted, met, reported, right = np.sum(counts, axis=0).tolist()
    sources = sorted({posting.source for posting in postings})
    return {
        "postings": len(postings),
        "spans": wanted,
        "knowledge_precision": round(right / max(1, reported), 3),
        "knowledge_recall": round(met / max(1, wanted), 3),
        "knowledge_f1": f1(counts),
        "knowledge_f1_interval": ratio_interval(counts, f1),
        **{f"{source}_f1": f1(_of(source, postings, counts)) for source in sources},
        "all_names_f1": f1(named),
        **calibration(_judged(postings, found)),
    }


def _knowledge(hits: Iterable[Mention], linker: Linker) -> list[Mention]:
    return [hit for hit in hits if linker.taxonomy.skills[hit.skill_id].kind != "soft"]


def _spans(hits: Iterable[Mention]) -> Spans:
    return [(hit.span.start, hit.span.end) for hit in hits]


def _of(source: str, postings: Sequence[Posting], counts: Sequence[Counts]) -> list[Counts]:
    return [count for posting, count in zip(postings, counts, strict=True) if posting.source == source]


def _judged(postings: Sequence[Posting], found: Sequence[Sequence[Mention]]) -> list[tuple[float, bool]]:
    pairs = []
    for posting, hits in zip(postings, found, strict=True):
        for hit in hits:
            right = is_right((hit.span.start, hit.span.end), posting)
            if right is not None:
                pairs.append((hit.probability or 0.0, right))
    return pairs


def calibration(pairs: Sequence[tuple[float, bool]]) -> dict[str, Any]:
    """The expected calibration error (mean gap between probability and share of right ones over ten bins of equal
    width, weighed by their hits), and the bins as "probability: share right (hits)"."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(_BINS)]
    for chance, right in pairs:
        bins[min(int(chance * _BINS), _BINS - 1)].append((chance, right))
    rows = [(*np.mean(found, axis=0).tolist(), len(found)) for found in bins if found]
    error = sum(abs(chance - share) * count for chance, share, count in rows) / max(1, len(pairs))
    return {
        "calibration_error": round(error, 3),
        "reliability": [f"{chance:.2f}: {share:.2f} ({count})" for chance, share, count in rows],
    }
