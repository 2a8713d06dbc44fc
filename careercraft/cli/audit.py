"""`careercraft audit`: swap in a person's own resume what must not move a score, and see whether it does."""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careercraft.cli import console
from careercraft.cli.aims import Aims
from careercraft.cli.options import Encoder, Ocr, Output, Quiet, Taxonomy, Today, settings_from
from careercraft.cli.output import screen, write_text

if TYPE_CHECKING:
    from careercraft.api import Workbench
    from careercraft.audit.run import Audit


class TableFormat(StrEnum):
    """How the table is written."""

    terminal = "terminal"
    markdown = "markdown"
    json = "json"


def audit(
    resume: Annotated[str, typer.Argument(help="The resume, as for `analyze`, or - for standard input.")],
    job: Annotated[
        str | None, typer.Argument(help="The posting: the same formats, or -.", show_default=False)
    ] = None,
    role: Annotated[
        str | None, typer.Option(help="A role of the catalogue in place of a posting (see `roles list`).")
    ] = None,
    format: Annotated[
        TableFormat, typer.Option("--format", "-f", help="How to write the table.")
    ] = TableFormat.terminal,
    output: Output = None,
    ocr: Ocr = False,
    taxonomy: Taxonomy = None,
    today: Today = None,
    encoder: Encoder = None,
    quiet: Quiet = False,
) -> None:
    """Swap name, gender, age, address, dates, layout and spelling in your resume: no score may move.

    Exits with 1 when one has.
    """
    from careercraft.api import Workbench

    aims = Aims(resume=resume, job=job, role=role, describe=None)
    aims.check()
    settings = settings_from(today=today, encoder=encoder, ocr=ocr, no_corrections=True, taxonomy=taxonomy)
    bench = Workbench(settings, corrections={})
    bench.warm_up()
    found = _audit(bench, aims, _Count(quiet))
    write_text(_written(found, format), output)
    if found.moved:
        console.say(f"gate failed: {found.moved} of {len(found.outcomes)} swaps moved a score")
        raise SystemExit(console.ExitCode.GATE)


def _audit(bench: Workbench, aims: Aims, tell: Callable[[int, int], None]) -> Audit:
    from careercraft.api import target
    from careercraft.audit import audit as run
    from careercraft.audit.swap import Paper

    source = aims.resume_source()
    document = bench.read(source)
    side = target(bench, aims.job_source(), aims.role, None)
    data = source if isinstance(source, bytes) else _bytes(Path(source))
    original = None if data is None else Paper(data, document.name)
    return run(bench, document, original, side, tell)


def _bytes(path: Path) -> bytes | None:
    """None for a folder, as a LinkedIn export may be."""
    return None if path.is_dir() else path.read_bytes()


def _written(found: Audit, format: TableFormat) -> str:
    from careercraft.audit import table

    if format is TableFormat.json:
        return table.as_json(found).decode()
    if format is TableFormat.markdown:
        return table.as_markdown(found)
    return table.as_text(found, screen()["width"])


class _Count:
    """How far it is, on standard error where that is a terminal."""

    def __init__(self, quiet: bool) -> None:
        self._shown = not quiet and console.is_terminal("stderr")

    def __call__(self, done: int, of: int) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K" + (f"{done} of {of} swaps" if done < of else ""))
            sys.stderr.flush()
