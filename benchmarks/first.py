"""Is the main job right? Pairs that differ in what they show, linking by windows, and parsed PDFs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks.linking import windows_figures
from benchmarks.pairs import pair_figures
from benchmarks.rendercv import rendercv_figures


def run(data: Path) -> dict[str, Any]:
    return {**pair_figures(data), **windows_figures(data), **rendercv_figures(data)}
