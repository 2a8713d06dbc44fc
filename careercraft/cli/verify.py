"""`careercraft verify`: recompute a saved report from what it holds."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from careercraft.cli import console


def verify(
    report: Annotated[
        str, typer.Argument(help="A report written with --format json, or - for standard input.")
    ],
) -> None:
    """Recompute the numbers of a saved report and check that each quote stands where it says."""
    import msgspec

    from careercraft.render.json import decode
    from careercraft.score.identity import id_of
    from careercraft.score.verify import Mismatch, evidence_of
    from careercraft.score.verify import verify as check

    analysis = decode(console.read_stdin() if report == "-" else _read(Path(report)))
    found = check(analysis)
    if isinstance(analysis.documents, msgspec.UnsetType):
        console.say("note: a brief report holds no documents, so its quotes can't be checked")
    elif id_of(analysis) != analysis.id:
        found.append(Mismatch("id", "doesn't follow from the documents and the engine"))
    for mismatch in found:
        console.out(f"{mismatch.where}: {console.printable(mismatch.message)}\n")
    if found:
        console.say(f"{len(found)} mismatch(es)")
        raise SystemExit(console.ExitCode.GATE)
    brief = isinstance(analysis.documents, msgspec.UnsetType)
    quotes = "" if brief else f" and {sum(1 for _ in evidence_of(analysis))} quotes"
    console.out(f"ok: {len(analysis.scores)} scores, the verdict{quotes} hold\n")


def _read(path: Path) -> bytes:
    from careercraft.errors import InputError

    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            f"{path} can't be read: {error.strerror}", "give a report written with --format json"
        ) from error
