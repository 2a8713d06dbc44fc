"""`careercraft verify`: recompute a saved report from what it holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careercraft.cli import console

if TYPE_CHECKING:
    from careercraft.api import Workbench
    from careercraft.model.analysis import Analysis
    from careercraft.score.verify_advice import Mismatch


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
        console.say("note: a brief report holds no documents, so its quotes and prose can't be checked")
    elif id_of(analysis) != analysis.id:
        found.append(Mismatch("id", "doesn't follow from the documents and the engine"))
    found += _of_a_model(analysis)
    for mismatch in found:
        console.out(f"{mismatch.where}: {console.printable(mismatch.message)}\n")
    if found:
        console.say(f"{len(found)} mismatch(es)")
        raise SystemExit(console.ExitCode.GATE)
    brief = isinstance(analysis.documents, msgspec.UnsetType)
    quotes = "" if brief else f" and {sum(1 for _ in evidence_of(analysis))} quotes"
    console.out(f"ok: {len(analysis.scores)} scores, the verdict{quotes} hold\n")


def _of_a_model(analysis: Analysis) -> list[Mismatch]:
    """A model's sentences and proposals, checked as they were before anybody saw them. That takes no model, but the
    same program and taxonomy."""
    from msgspec import UnsetType

    from careercraft import __version__
    from careercraft.api import Workbench
    from careercraft.llm.recheck import recheck
    from careercraft.score.prose_check import ProseChecker
    from careercraft.score.verify_advice import Mismatch
    from careercraft.settings import load_settings

    if isinstance(analysis.narrative, UnsetType) and isinstance(analysis.proposals, UnsetType):
        return []
    if isinstance(analysis.documents, UnsetType):
        return []
    bench, engine = Workbench(load_settings().settings, corrections={}), analysis.engine
    if (engine.version, engine.taxonomy) != (__version__, bench.taxonomy.hash):
        console.say(
            "note: the report is of another version or taxonomy, so what its model says can't be checked again"
        )
        return []
    found = _proposed(analysis, bench)
    if not isinstance(analysis.narrative, UnsetType):
        judge = ProseChecker(analysis, bench.linker).judge
        found += [Mismatch("narrative", wrong) for wrong in recheck(analysis.narrative, judge)]
    return found


def _proposed(analysis: Analysis, bench: Workbench) -> list[Mismatch]:
    """A model's proposals whose quotes don't bear them out."""
    from msgspec import UnsetType

    from careercraft.match.proposed_again import still_holds
    from careercraft.score.verify_advice import Mismatch

    if isinstance(analysis.proposals, UnsetType) or isinstance(analysis.documents, UnsetType):
        return []
    found = []
    for index, item in enumerate(analysis.proposals.kept):
        side = analysis.documents.resume if item.quote.document == "resume" else analysis.documents.job
        if not still_holds(item, side.text, side.language, bench.linker):
            found.append(Mismatch(f"proposals.kept[{index}]", f"its quote doesn't bear out {item.name}"))
    return found


def _read(path: Path) -> bytes:
    from careercraft.errors import InputError

    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            f"{path} can't be read: {error.strerror}", "give a report written with --format json"
        ) from error
