"""What is understood of resumes and postings: precision, recall and F1 by corpus and field, and the bars."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks import parse_resumes
from benchmarks.corpus import report
from benchmarks.corpus.__main__ import DEFAULT
from benchmarks.corpus.scored import Choice, Scored, built
from benchmarks.rendercv import rendercv


def add_arguments(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("parse")
    group.add_argument(
        "--corpus", type=Path, default=DEFAULT, help="what `python -m benchmarks.corpus --out DIR` made"
    )
    group.add_argument("--held-out", type=Path, help="what `python -m benchmarks.corpus --held-out` made")
    group.add_argument("--engine", choices=("pdfium", "pdfminer"), default="pdfium")
    group.add_argument("--misses", action="store_true", help="print each wrong value instead of tables")
    group.add_argument(
        "--only", metavar="GLOB", help="resumes whose corpus/file or file matches: 'own/*.even.pdf'"
    )
    group.add_argument("--field", metavar="GLOB", default="*", help="with --misses: 'work.*'")


def run(data: Path, arguments: argparse.Namespace) -> dict[str, Any]:
    """Prints as it goes; the figures are those of `--json`."""
    documents = list(_documents(data, arguments, Choice(arguments.engine, arguments.only)))
    if arguments.misses:
        _say(report.misses(documents, arguments.field))
    else:
        _say(report.tables(documents))
    figures = report.as_json(documents)
    if arguments.only or arguments.misses:
        return figures
    from benchmarks import parse_jobs, postings  # a look at resumes needs neither

    others = {"rjdb_resumes": parse_resumes.rjdb(data), **parse_jobs.run(data), **postings.run(data)}
    _say(report.plain_table(others))
    return {**figures, **others}


def _documents(data: Path, arguments: argparse.Namespace, choice: Choice) -> Iterator[Scored]:
    folders = {"own": arguments.corpus}
    if arguments.held_out:
        kept = arguments.held_out
        folders |= {"held-out-people": kept / "people", "held-out-themes": kept / "themes"}
    for name, folder in folders.items():
        if any(folder.glob("*.truth.json")):
            yield from built(name, folder, choice)
        else:
            print(
                f"no documents in {folder}: `python -m benchmarks.corpus` makes them; the rest follows",
                file=sys.stderr,
            )
    yield from rendercv(data, choice)
    yield from parse_resumes.altacv(data, choice)
    yield from parse_resumes.livecareer(data, choice)


def _say(lines: Iterator[str]) -> None:
    for line in lines:
        print(line)
