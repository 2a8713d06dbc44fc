"""`python -m tests.render.regold` writes the golden files and the JSON Schemas anew. Read the diff before you
commit it."""

from __future__ import annotations

from pathlib import Path

from careercraft.model.analysis import Analysis
from careercraft.render import render, schema
from tests.render.sample import all_samples

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


def main() -> None:
    GOLDEN.mkdir(exist_ok=True)
    for name, analysis in all_samples().items():
        for ending, text in outputs(analysis).items():
            (GOLDEN / f"{name}.{ending}").write_bytes(text.encode())
    SCHEMAS.mkdir(parents=True, exist_ok=True)
    schema.write(SCHEMAS)


if __name__ == "__main__":
    main()
