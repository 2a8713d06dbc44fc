"""A taxonomy of the size of all of ESCO, made up: what loading it and linking with it cost.

- `big_load_s`: from its compiled file to a taxonomy that can be asked, median of five.
- `big_link_s`: the first text of two pages linked by names, with all that is made for it.
"""

from __future__ import annotations

import os
import random
import statistics
import tempfile
import time
from unittest import mock

from careercraft.match.surface import SurfaceMatcher
from careercraft.model.skill import Skill
from careercraft.taxonomy import stored
from careercraft.taxonomy.hours import hours_of
from careercraft.taxonomy.named import load_named

SKILLS = 13_939
ALIASES = 7
"""A skill; some 100,000 in all."""
_WORDS = 4_000
_TEXT_WORDS = 1_000
_RUNS = 5


def run() -> dict[str, float]:
    chance = random.Random(13)
    words = ["".join(chance.choices("abcdefghilmnoprstu", k=chance.randint(3, 10))) for _ in range(_WORDS)]
    with tempfile.TemporaryDirectory() as home, mock.patch.dict(os.environ, {"CAREERCRAFT_HOME": home}):
        stored.keep(
            "big", "labels", "made up", "2026-01-01", stored.compile_imported(_skills(chance, words), ())
        )
        load = statistics.median(_spent_loading() for _ in range(_RUNS))
        matcher = SurfaceMatcher(load_named("big"))
        text = " ".join(chance.choices(words, k=_TEXT_WORDS))
        start = time.perf_counter()
        matcher.find(text)
        return {"big_load_s": round(load, 3), "big_link_s": round(time.perf_counter() - start, 3)}


def _skills(chance: random.Random, words: list[str]) -> tuple[Skill, ...]:
    def name() -> str:
        return " ".join(chance.choices(words, k=chance.randint(1, 5)))

    return tuple(
        Skill(
            id=f"s{number}", name=name(), kind="technical", hours=hours_of("technical"),
            aliases=tuple(name() for _ in range(ALIASES)), description=" ".join(chance.choices(words, k=30)),
        )
        for number in range(SKILLS)
    )  # fmt: skip


def _spent_loading() -> float:
    start = time.perf_counter()
    load_named("big")
    return time.perf_counter() - start
