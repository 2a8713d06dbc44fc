"""What `skills link` costs over plain encoding of the same lines, by the same encoder in the same run.

- `link_ratio`: the five best of the built-in taxonomy for 2,000 lines of postings, tables made anew.
- `link_big_ratio`: of 13,896 ESCO labels with seven made-up aliases each, words of other labels.
- `names_ratio`: the surface and fuzzy tiers alone, with the built-in taxonomy.

Vectors of the names are made before; each figure is the median of three runs of both sides in turns.
"""

from __future__ import annotations

import json
import random
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import structs

from careercraft.api import Workbench
from careercraft.match.bridge import Bridge
from careercraft.match.linker import Linker
from careercraft.match.ranking import Ranker
from careercraft.model.ports import Encoder, SkillVectors
from careercraft.settings import Settings
from careercraft.taxonomy import Taxonomy, load_taxonomy
from careercraft.taxonomy.importers.labels import read_labels
from careercraft.taxonomy.index import Compiled, compile_surfaces

LINES = 2_000
_ALIASES = 7
_TOP = 5
_RUNS = 3


def run(data: Path) -> dict[str, float]:
    lines = _lines(data / "linking" / "skillspan_train.jsonl")
    bench = Workbench(Settings())
    built_in, encoder = bench.linker, bench.encoder
    big = _big(data / "linking" / "esco_skill_labels.txt", encoder)
    encoder.encode(lines[:100])
    sides: dict[str, Callable[[], object]] = {
        "link": lambda: list(Ranker(built_in).rank(lines, _TOP)),
        "link_big": lambda: list(Ranker(big, Bridge(load_taxonomy(), big.taxonomy)).rank(lines, _TOP)),
        "names": lambda: [_names(built_in, line) for line in lines],
    }
    return {f"{name}_ratio": _ratio(side, lambda: encoder.encode(lines)) for name, side in sides.items()}


def _ratio(ours: Callable[[], object], theirs: Callable[[], object]) -> float:
    ours()
    return round(statistics.median(_spent(ours) / _spent(theirs) for _ in range(_RUNS)), 3)


def _spent(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def _names(linker: Linker, line: str) -> list[object]:
    mentions = linker.surface.find(line)
    taken = [(mention.span.start, mention.span.end) for mention in mentions]
    return [*mentions, *linker.fuzzy.find_in(line, taken)]


def _lines(file: Path) -> Sequence[str]:
    rows = file.read_text(encoding="utf-8").splitlines()[:LINES]
    return [" ".join(json.loads(row)["tokens"]) for row in rows]


def _big(file: Path, encoder: Encoder) -> Linker:
    chance = random.Random(13)
    skills = read_labels(file).skills
    words = [word for skill in skills for word in skill.name.split()]

    def alias(name: str) -> str:
        return " ".join(chance.choices(words, k=len(name.split())))

    skills = tuple(
        structs.replace(skill, aliases=tuple(alias(skill.name) for _ in range(_ALIASES))) for skill in skills
    )
    taxonomy = Taxonomy(Compiled(0, "big", skills, (), compile_surfaces(skills)))
    vectors = SkillVectors(
        tuple(skill.id for skill in skills), encoder.encode([skill.name for skill in skills])
    )
    return Linker(taxonomy, lambda: encoder, lambda: vectors)
