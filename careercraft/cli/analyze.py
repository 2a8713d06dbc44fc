"""`careercraft analyze`: the main job."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careercraft.cli import console
from careercraft.cli.options import (
    Encoder,
    NoCorrections,
    Ocr,
    Output,
    Quiet,
    ReportFormat,
    Taxonomy,
    Today,
    settings_from,
)
from careercraft.cli.progress import StageLine
from careercraft.cli.vectors import watch_vectors

if TYPE_CHECKING:
    from careercraft.api import Workbench
    from careercraft.model.analysis import Analysis
    from careercraft.model.correction import Correction
    from careercraft.pipeline import Listener, Stage
    from careercraft.settings import Settings

_BY_ENDING = {
    ".md": ReportFormat.markdown, ".markdown": ReportFormat.markdown, ".html": ReportFormat.html,
    ".htm": ReportFormat.html, ".json": ReportFormat.json, ".txt": ReportFormat.terminal,
}  # fmt: skip


def analyze(
    resume: Annotated[
        str,
        typer.Argument(
            help="The resume: PDF, DOCX, ODT, RTF, text, Markdown, HTML, JSON Resume, a LinkedIn export, "
            "or - for standard input."
        ),
    ],
    job: Annotated[
        str | None, typer.Argument(help="The posting: the same formats, or -.", show_default=False)
    ] = None,
    role: Annotated[
        str | None, typer.Option(help="A role of the catalogue in place of a posting (see `roles list`).")
    ] = None,
    describe: Annotated[
        str | None, typer.Option(help="What you dream of doing, in a sentence, in place of a posting.")
    ] = None,
    format: Annotated[
        ReportFormat | None,
        typer.Option("--format", "-f", help="How to write the report; else by the ending of -o."),
    ] = None,
    output: Output = None,
    full: Annotated[
        bool, typer.Option("--full", help="On the terminal: every list whole, not about one screen.")
    ] = False,
    fail_under: Annotated[
        float | None, typer.Option(help="Exit with 1 when the readiness is under this.", min=0, max=100)
    ] = None,
    require_fit: Annotated[
        bool, typer.Option("--require-fit", help="Exit with 1 unless the verdict is FIT.")
    ] = False,
    no_history: Annotated[bool, typer.Option("--no-history", help="Keep nothing of this analysis.")] = False,
    stream: Annotated[
        bool, typer.Option("--stream", help="Write each stage as a JSON line; the last holds the analysis.")
    ] = False,
    no_corrections: NoCorrections = False,
    ocr: Ocr = False,
    taxonomy: Taxonomy = None,
    today: Today = None,
    encoder: Encoder = None,
    quiet: Quiet = False,
) -> None:
    """Hold a resume against a posting: the verdict, eleven scores, the gap and the way out."""
    from careercraft.api import Workbench

    _check(resume, job, role, describe, stream, format)
    settings = settings_from(
        today=today, encoder=encoder, ocr=ocr, no_corrections=no_corrections, taxonomy=taxonomy
    )
    keep = settings.history and not no_history
    bench = Workbench(settings, corrections=None if keep else _tolerant(settings))
    bench.warm_up()
    watch_vectors(bench, quiet)
    written = format or _by_ending(output)
    with _history(keep, settings.history_file) as remember:
        if stream:
            analysis = _analyze(bench, resume, job, role, describe, _write_stage)
            console.out(_last_line(analysis))
        else:
            with StageLine(quiet) as line:
                analysis = _analyze(bench, resume, job, role, describe, line)
            _write(analysis, written, output, full)
        remember(analysis)
    if not quiet:
        _note(bench, analysis)
    _gate(analysis, fail_under, require_fit)


def _check(
    resume: str,
    job: str | None,
    role: str | None,
    describe: str | None,
    stream: bool,
    format: ReportFormat | None,
) -> None:
    from careercraft.errors import UsageError

    if resume == job == "-":
        raise UsageError("only one side can come from standard input", "give a file for the other")
    if stream and format not in {None, ReportFormat.json}:
        raise UsageError(f"--stream writes JSON lines, not {format}", "leave one of both out")
    if sum(value is not None for value in (job, role, describe)) != 1:
        raise UsageError(
            "give one thing to compare with: a posting, --role or --describe",
            "careercraft analyze resume.pdf job.txt",
        )


def _analyze(
    bench: Workbench, resume: str, job: str | None, role: str | None, describe: str | None, listen: Listener
) -> Analysis:
    from careercraft.api import target

    read = bench.read_resume(console.read_stdin() if resume == "-" else resume)
    side = bench.resume(read, listen)
    other = target(bench, console.read_stdin() if job == "-" else job, role, describe, listen)
    return bench.analyze(side, other, listen)


def _tolerant(settings: Settings) -> Mapping[str, Correction]:
    """Who keeps no history needs no database that works; that no correction could be looked up is said."""
    from careercraft.api import Workbench
    from careercraft.errors import StorageError

    try:
        return Workbench(settings).corrections
    except StorageError as error:
        console.say(f"note: no corrections were looked up, since {error.message}")
        return {}


def _note(bench: Workbench, analysis: Analysis) -> None:
    from careercraft.cli.corrections import note_correction
    from careercraft.model.analysis import Documents

    if isinstance(analysis.documents, Documents) and isinstance(analysis.correction, str):
        resume = analysis.documents.resume
        note_correction(bench, resume.hash, resume.name)


def _write_stage(stage: Stage) -> None:
    import msgspec

    console.out(msgspec.json.encode({"event": "stage", "stage": stage.name, **stage.facts}) + b"\n")


def _last_line(analysis: Analysis) -> bytes:
    from careercraft.render.json import encode_line

    return (
        b'{"event":"analysis","analysis":' + encode_line(analysis, None, brief=False).rstrip(b"\n") + b"}\n"
    )


def _by_ending(output: Path | None) -> ReportFormat:
    from careercraft.errors import UsageError

    if output is None:
        return ReportFormat.terminal
    found = _BY_ENDING.get(output.suffix.lower())
    if found is None:
        raise UsageError(
            f"the ending of {output.name} tells no format", "use .html, .md, .json or .txt, or give --format"
        )
    return found


def _write(analysis: Analysis, format: ReportFormat, output: Path | None, full: bool) -> None:
    import sys

    from careercraft.render import render

    if output is not None:
        text = render(analysis, format.value, full=True)
        console.write_file(output, text.encode("utf-8", "replace"))
        return
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    width = _width()
    console.out(
        render(analysis, format.value, width=width, color=console.wants_color(), encoding=encoding, full=full)
    )


def _width() -> int:
    """At least what is readable, at most what lines are good for."""
    import shutil

    return min(100, max(60, shutil.get_terminal_size((80, 24)).columns))


@contextmanager
def _history(wanted: bool, file: str) -> Iterator[Callable[[Analysis], object]]:
    """Opened before the work, so that a database that can't be used is no surprise after the report."""
    if not wanted:
        yield lambda analysis: None
        return
    from careercraft.store import open_history

    with open_history(file) as history:
        yield history.add


def _gate(analysis: Analysis, fail_under: float | None, require_fit: bool) -> None:
    verdict = analysis.verdict
    failed = []
    if fail_under is not None and verdict.readiness < fail_under:
        failed.append(f"readiness {verdict.readiness:.1f} is under {fail_under:g}")
    if require_fit and verdict.label != "FIT":
        failed.append("the verdict is UNFIT")
    if failed:
        console.say(f"gate failed: {'; '.join(failed)}")
        raise SystemExit(console.ExitCode.GATE)
