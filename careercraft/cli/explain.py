"""`--explain SCORE`: one score in place of the whole report. Of `analyze` and of `history show`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careercraft.cli.output import screen, write_text

if TYPE_CHECKING:
    from careercraft.model.analysis import Analysis

Explain = Annotated[
    list[str] | None,
    typer.Option(
        "--explain",
        metavar="SCORE",
        help="In place of the report: this score with all its rows and evidence, such as skills_match. Repeatable.",
        show_default=False,
    ),
]


def check_explain(names: list[str] | None, format: str, stream: bool = False) -> None:
    """Before any work is done. Raises UsageError for a score or format that there isn't."""
    from careercraft.errors import UsageError
    from careercraft.render.explain import FORMATS, parse_keys

    if not names:
        return
    parse_keys(names)
    if stream:
        raise UsageError("--stream writes the whole analysis", "leave --explain out")
    if format not in FORMATS:
        raise UsageError(f"--explain writes no {format}", f"one of {', '.join(FORMATS)}")


def write_explained(analysis: Analysis, names: list[str], format: str, output: Path | None) -> None:
    """To `output`, or to standard output as wide as the terminal is."""
    from careercraft.render.explain import parse_keys, render

    shown = screen() if output is None else {}
    write_text(render(analysis, parse_keys(names), format, **shown), output)
