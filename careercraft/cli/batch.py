"""`careercraft batch`: many resumes, many postings, one JSON line a pair."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careercraft.cli import console
from careercraft.cli.analyze_llm import LlmEvidence, check_llm
from careercraft.cli.batch_gate import Gate
from careercraft.cli.llm_flags import LlmBaseUrl, LlmModel, MaxCost, NoLlmCache, Redact, Yes, llm_settings
from careercraft.cli.options import (
    Encoder,
    NoCorrections,
    Ocr,
    Output,
    Quiet,
    Taxonomy,
    Today,
    settings_from,
)
from careercraft.cli.vectors import watch_vectors
from careercraft.cli.wished import Location, Rate, Relocate, Remote, Salary, WorkAuthorization, wish_flags

if TYPE_CHECKING:
    from collections.abc import Callable

    from careercraft.cli.batch_file import BatchFile, PastLine
    from careercraft.cli.batch_llm import BatchAdviser
    from careercraft.cli.batch_work import Line
    from careercraft.cli.pairs import Pair
    from careercraft.settings import Settings

_FEW = 6
"""Pairs up to which starting processes costs more than it gains."""


def batch(
    resumes: Annotated[
        list[str] | None, typer.Argument(metavar="[RESUME]...", help="Files, folders or quoted globs.")
    ] = None,
    job: Annotated[
        list[str] | None, typer.Option("--job", help="A posting: file, folder or quoted glob. Repeatable.")
    ] = None,
    pairs: Annotated[
        str | None, typer.Option(help="A JSONL or CSV file of pairs, or - for standard input.")
    ] = None,
    output: Output = None,
    resume_run: Annotated[
        bool, typer.Option("--continue", help="With -o: go on where an interrupted batch stopped.")
    ] = False,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", help="Processes; 0 for one a core.", min=0, max=256)
    ] = 0,
    brief: Annotated[bool, typer.Option("--brief", help="Leave out documents, resume and job.")] = False,
    history: Annotated[bool, typer.Option("--history", help="Keep each analysis in the history.")] = False,
    fail_under: Annotated[
        float | None, typer.Option(help="Exit with 1 when any readiness is under this.", min=0, max=100)
    ] = None,
    require_fit: Annotated[
        bool, typer.Option("--require-fit", help="Exit with 1 unless every verdict is FIT.")
    ] = False,
    location: Location = None,
    salary: Salary = None,
    rate: Rate = None,
    remote: Remote = None,
    relocate: Relocate = None,
    work_authorization: WorkAuthorization = None,
    no_corrections: NoCorrections = False,
    ocr: Ocr = False,
    taxonomy: Taxonomy = None,
    today: Today = None,
    encoder: Encoder = None,
    quiet: Quiet = False,
    llm: LlmModel = None,
    llm_base_url: LlmBaseUrl = None,
    llm_evidence: LlmEvidence = None,
    redact: Redact = None,
    max_cost: MaxCost = None,
    yes: Yes = False,
    no_llm_cache: NoLlmCache = False,
) -> None:
    """Analyze many pairs: one JSON line each, in the order given; a failed pair stops nothing."""
    from careercraft.errors import UsageError

    if resume_run and output is None:
        raise UsageError("--continue needs the file to go on with", "give it with -o")
    if history and brief:
        raise UsageError("--history keeps whole analyses", "leave --brief out")
    wishes = wish_flags(
        location=location,
        salary=salary,
        rate=rate,
        remote=remote,
        relocate=relocate,
        work_authorization=work_authorization,
    )
    flags = wishes | llm_settings(llm, llm_base_url, redact, max_cost, no_llm_cache, llm_evidence)
    settings = settings_from(
        today=today, encoder=encoder, ocr=ocr, no_corrections=no_corrections, taxonomy=taxonomy, **flags
    )
    has_model = check_llm(settings.llm, flags)
    wanted = _pairs(resumes or [], job or [], pairs, settings.read.ocr)
    if resume_run:
        _check_names(wanted)
    gate = Gate(fail_under, require_fit)
    check = _same_batch(wanted, settings, brief)
    adviser = _adviser(settings, yes) if has_model else None
    with (
        _told(adviser, quiet),
        _sink(output, resume_run, check) as (write, past),
        _keeper(history, settings.history_file) as keep,
    ):
        todo = [pair for pair in wanted if pair.name not in past]
        for old in past.values():
            gate.see(old.outcome())
        lines = _lines(todo, settings, brief, jobs, quiet, adviser)
        with _progress(len(todo), quiet) as step:
            for line in lines:
                write(line.data)
                keep(line)
                gate.see(line)
                step()
    if not quiet:
        console.say(gate.summary(len(wanted) - len(todo)))
    if gate.code():
        raise SystemExit(gate.code())


def _pairs(resumes: list[str], jobs: list[str], pairs: str | None, pictures: bool) -> list[Pair]:
    from careercraft.cli.pairs import from_arguments, from_file
    from careercraft.errors import InputError, UsageError

    if pairs is None:
        found = from_arguments(resumes, jobs, pictures)
    elif resumes or jobs:
        raise UsageError("--pairs names both sides already", "leave out the resumes and --job")
    elif pairs == "-":
        found = from_file("standard input", console.read_stdin(), Path())
    else:
        path = Path(pairs)
        try:
            found = from_file(path.name, path.read_bytes(), path.parent)
        except OSError as error:
            raise InputError(f"{path} can't be read: {error.strerror}", "give a JSONL or CSV file") from error
    return found


def _check_names(pairs: list[Pair]) -> None:
    """To go on, each line must tell which pair it is of."""
    from careercraft.errors import UsageError

    names = [pair.name for pair in pairs]
    double = next((name for name in names if names.count(name) > 1), None)
    if double is not None:
        raise UsageError(f"the pair {double!r} stands twice", "give each pair a name of its own")


def _adviser(settings: Settings, yes: bool) -> BatchAdviser:
    from careercraft.cli.batch_llm import BatchAdviser

    found = BatchAdviser(settings.llm, yes)
    found.settle()
    return found


@contextmanager
def _told(adviser: BatchAdviser | None, quiet: bool) -> Iterator[None]:
    """What a model cost is told also of a batch that was interrupted."""
    try:
        yield
    finally:
        if adviser:
            adviser.end(quiet)


def _lines(
    pairs: list[Pair],
    settings: Settings,
    brief: bool,
    processes: int,
    quiet: bool,
    adviser: BatchAdviser | None,
) -> Iterator[Line]:
    from msgspec import structs

    from careercraft.api import Workbench
    from careercraft.cli.batch_work import Shared, run_here, run_pool

    bench = Workbench(settings)  # a broken taxonomy or day stops the batch here, once
    bench.taxonomy  # noqa: B018
    if settings.taxonomy:  # once, and not in every process
        watch_vectors(bench, quiet)
        bench.vectors  # noqa: B018
    shared = Shared(settings, bench.today, bench.corrections, brief)
    if adviser:
        if processes > 1 and not quiet:
            console.say("note: with a model the pairs go one after another, in one process")
        return run_here(pairs, shared, adviser)
    count = min(processes or _cores(), len(pairs))
    if count <= 1 or (not processes and len(pairs) <= _FEW):
        return run_here(pairs, shared)
    if not settings.threads:  # the processes share the cores; each gets its part
        settings = structs.replace(settings, threads=max(1, _cores() // count))
    return run_pool(pairs, structs.replace(shared, settings=settings), count)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _same_batch(wanted: list[Pair], settings: Settings, brief: bool) -> Callable[[BatchFile], None]:
    def check(file: BatchFile) -> None:
        from careercraft.api import Workbench

        file.check({pair.name for pair in wanted}, Workbench(settings).engine, brief)

    return check


@contextmanager
def _sink(
    output: Path | None, resume_run: bool, check: Callable[[BatchFile], None]
) -> Iterator[tuple[Callable[[bytes], None], dict[str | int, PastLine]]]:
    """Where lines go, and the pairs that stand there already."""
    if output is None:
        yield console.out, {}
        return
    from careercraft.cli.batch_file import BatchFile

    with BatchFile(output, resume_run) as file:
        if file.past:
            check(file)
        try:
            yield file.write, file.past
        except KeyboardInterrupt:
            hint = f"the lines so far stand in {output}; the same command with --continue goes on"
            raise console.Interrupted(hint) from None


@contextmanager
def _keeper(history: bool, history_file: str) -> Iterator[Callable[[Line], None]]:
    if not history:
        yield lambda line: None
        return
    from careercraft.render.json import decode
    from careercraft.store import open_history

    with open_history(history_file) as kept:

        def keep(line: Line) -> None:
            if line.label:
                kept.add(decode(line.data))

        yield keep


@contextmanager
def _progress(total: int, quiet: bool) -> Iterator[Callable[[], None]]:
    """A bar with the time left on a terminal, nothing elsewhere."""
    if quiet or not console.is_terminal("stderr"):
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda: bar.advance(task)
