"""`python -m tests.render.regold` writes the golden files and the JSON Schemas anew. Read the diff before you
commit it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from careercraft.model.analysis import Analysis
from careercraft.model.plan import Roadmap
from careercraft.model.progress import Progress
from careercraft.render import render, schema
from careercraft.render.roadmap import render_roadmap
from tests.render.sample import all_samples
from tests.render.sample_roadmap import all_roadmaps

GOLDEN = Path(__file__).parent / "golden"
SCHEMAS = Path(__file__).parents[2] / "docs" / "schema"


def outputs(analysis: Analysis) -> dict[str, str]:
    """What is held fixed of one analysis, by the ending of its file."""
    return {
        "txt": render(analysis, "terminal"),
        "color.txt": render(analysis, "terminal", width=100, color=True),
        "full.txt": render(analysis, "terminal", full=True),
        "ascii.txt": render(analysis, "terminal", encoding="ascii"),
        "md": render(analysis, "markdown"),
        "html": render(analysis, "html"),
        "json": render(analysis, "json"),
    }


def roadmap_outputs(roadmap: Roadmap, progress: Progress | None) -> dict[str, str]:
    """What is held fixed of one plan. Its calendar has no time zone: the rules of zones change from year to year."""

    def shown(format: str, **more: Any) -> str:
        return render_roadmap(roadmap, progress, format, number=3, today="2026-12-13", **more)

    return {
        "txt": shown("terminal"),
        "color.txt": shown("terminal", width=100, color=True),
        "full.txt": shown("terminal", full=True),
        "ascii.txt": shown("terminal", encoding="ascii"),
        "md": shown("markdown"),
        "csv": shown("csv"),
        "ics": shown("ics"),
    }


def write_roadmaps() -> None:
    for name, (roadmap, progress) in all_roadmaps().items():
        for ending, text in roadmap_outputs(roadmap, progress).items():
            (GOLDEN / f"roadmap_{name}.{ending}").write_bytes(text.encode())


def main() -> None:
    GOLDEN.mkdir(exist_ok=True)
    write_roadmaps()
    for name, analysis in all_samples().items():
        for ending, text in outputs(analysis).items():
            (GOLDEN / f"{name}.{ending}").write_bytes(text.encode())
    SCHEMAS.mkdir(parents=True, exist_ok=True)
    schema.write(SCHEMAS)


if __name__ == "__main__":
    main()
