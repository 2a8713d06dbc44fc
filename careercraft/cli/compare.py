"""`analyze RESUME --compare JOB`: several postings for one resume, side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careercraft.cli import console
from careercraft.cli.output import screen, write_text

if TYPE_CHECKING:
    from careercraft.api import Workbench
    from careercraft.cli.aims import Aims
    from careercraft.errors import InputError
    from careercraft.model.analysis import Analysis
    from careercraft.model.comparison import Comparison, UnreadPosting
    from careercraft.pipeline import JobSide, Listener

Compare = Annotated[
    list[str] | None,
    typer.Option(
        "--compare",
        metavar="JOB",
        help="Rank several postings for the resume, side by side: a file, a folder or a quoted glob. Repeatable.",
        show_default=False,
    ),
]
Target = tuple[str, Callable[[], "JobSide"]]


def check_compare(names: Sequence[str], *, stream: bool, explain: Sequence[str] | None) -> None:
    """What ranks postings can't show one of them. Raises UsageError."""
    from careercraft.errors import UsageError

    for name, given in (("--stream", stream), ("--explain", bool(explain))):
        if names and given:
            raise UsageError(f"{name} shows one posting, --compare ranks several", "leave one of both out")


def compare(
    bench: Workbench, aims: Aims, remember: Callable[[Analysis], object], listen: Listener
) -> tuple[Comparison, list[Analysis]]:
    """The resume is understood once; a posting that can't be read is a line of its own. `remember` gets each analysis
    as it is made."""
    from careercraft.errors import InputError
    from careercraft.score.comparison import compare_postings

    side = aims.resume_side(bench, listen)
    analyses: list[Analysis] = []
    unread: list[UnreadPosting] = []
    refused: list[InputError] = []
    for name, understand in _targets(bench, aims, listen):
        job = None
        try:
            job = understand()
            analysis = bench.analyze(side, job, listen)
        except InputError as error:
            refused += [error] if job else []
            unread.append(_unread(name, error))
            continue
        remember(analysis)
        analyses.append(analysis)
    if refused and not analyses:
        raise refused[0]  # the postings can be read: it is the resume that can't be held against them
    found = compare_postings(
        side.document.name,
        side.resume.name.value if side.resume.name else None,
        bench.settings.threshold,
        analyses,
        unread,
    )
    return found, analyses


def _targets(bench: Workbench, aims: Aims, listen: Listener) -> Iterator[Target]:
    """What to compare with and how to understand it, each file once; one that isn't there fails by itself."""
    from careercraft.api import target

    if aims.role is not None:
        yield aims.role, lambda: target(bench, None, aims.role, None, listen)
    if aims.describe is not None:
        yield "--describe", lambda: target(bench, None, None, aims.describe, listen)
    named = [aims.job] if aims.job is not None else []
    seen: set[str] = set()
    for argument in (*named, *aims.compare):
        for path, read in _files(bench, argument):
            if path not in seen:
                seen.add(path)
                yield path, lambda read=read: bench.job(bench.read(read()), listen)  # type: ignore[misc]


def _files(bench: Workbench, argument: str) -> Iterator[tuple[str, Callable[[], str | bytes]]]:
    """The files of an argument; where it holds none, the error comes when it is read, as it does for a missing file."""
    from careercraft.cli.pairs import expand
    from careercraft.errors import InputError

    if argument == "-":
        yield "-", console.read_stdin
        return
    try:
        for path in expand(argument, bench.settings.read.ocr):
            yield path, lambda path=path: path  # type: ignore[misc]
    except InputError as error:
        yield argument, lambda error=error: _fail(error)  # type: ignore[misc]


def _fail(error: InputError) -> str:
    raise error


def _unread(name: str, error: InputError) -> UnreadPosting:
    from careercraft.cli.pairs import readable
    from careercraft.model.comparison import UnreadPosting

    return UnreadPosting(
        file=readable(name), code=error.code, message=readable(error.message), hint=error.hint
    )


def write_comparison(comparison: Comparison, format: str, output: Path | None, full: bool) -> None:
    """A file gets every list whole."""
    from careercraft.render.compare import render

    shown = {**screen(), "full": full} if output is None else {"full": True}
    write_text(render(comparison, format, **shown), output)


def end(comparison: Comparison, fail_under: float | None, require_fit: bool) -> None:
    """The gates are met when one of the postings meets them. A posting that wasn't read weighs more."""
    postings = comparison.postings
    failed = []
    if fail_under is not None and all(posting.readiness < fail_under for posting in postings):
        failed.append(f"no readiness reaches {fail_under:g}")
    if require_fit and all(posting.label != "FIT" for posting in postings):
        failed.append("no posting is FIT")
    if failed:
        console.say(f"gate failed: {'; '.join(failed)}")
    if comparison.unread:
        count = len(comparison.unread)
        console.say(f"{count} posting{'' if count == 1 else 's'} could not be read")
        raise SystemExit(console.ExitCode.INPUT)
    if failed:
        raise SystemExit(console.ExitCode.GATE)
