"""Is the main job right? Pairs that differ in what they show, linking, and parsed PDFs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks.linking import sentence_figures
from benchmarks.pairs import pair_figures
from benchmarks.rendercv import rendercv_figures


def run(data: Path) -> dict[str, Any]:
    return {**pair_figures(data), "linking": sentence_figures(data), **rendercv_figures(data)}
