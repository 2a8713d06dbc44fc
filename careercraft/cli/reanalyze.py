"""`careercraft reanalyze`: the pair of a kept analysis once more, with what the person adds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from careercraft.cli import console
from careercraft.cli.options import Full, NoCorrections, Output, Quiet, ReportFormat, Taxonomy, settings_from
from careercraft.cli.output import format_for, write_report

if TYPE_CHECKING:
    from careercraft.api import Workbench
    from careercraft.model.analysis import Analysis, AnalyzedDocument


def reanalyze(
    key: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A run's number, an analysis' id or its beginning, or `latest`.",
            show_default=False,
        ),
    ] = "latest",
    add: Annotated[
        list[str] | None,
        typer.Option(
            "--add",
            metavar="STATEMENT",
            help='A skill that the resume doesn\'t show, with its years or level: "Docker: 2 years at work". It counts '
            "as an item of a skills list does. Repeatable.",
            show_default=False,
        ),
    ] = None,
    note: Annotated[str, typer.Option(help="Kept with what you add, for yourself.", show_default=False)] = "",
    forget: Annotated[
        bool, typer.Option("--forget", help="Delete all that you added to this resume or put right in it.")
    ] = False,
    format: Annotated[
        ReportFormat | None,
        typer.Option("--format", "-f", help="How to write the report; else by the ending of -o."),
    ] = None,
    output: Output = None,
    full: Full = False,
    no_corrections: NoCorrections = False,
    taxonomy: Taxonomy = None,
    quiet: Quiet = False,
) -> None:
    """Analyze a pair of the history again with what you add, and keep it for that resume.

    Later analyses of the same resume file count it too and say so, until you take it back with --forget.
    """
    from careercraft.api import Workbench
    from careercraft.store import open_history

    texts = _checked(add or [], note, forget)
    written = format_for(format, output)
    settings = settings_from(no_corrections=no_corrections, taxonomy=taxonomy)
    with open_history(settings.history_file) as history:
        run, before = history.get(key)
    if forget:
        _forget(settings.history_file, _resume(before))
        return
    bench = Workbench(settings)
    bench.warm_up()
    after = _again(bench, before, texts, " ".join(note.split()), keep=not no_corrections)
    write_report(after, written, output, full)
    with open_history(settings.history_file) as history:
        number = history.add(after)
    if not quiet:
        _say(bench, run, number, before, after)
        if not no_corrections:
            console.say(
                f"kept for {_resume(after).name}; its later analyses count it (--forget takes it back)"
            )


def _checked(texts: list[str], note: str, forget: bool) -> list[str]:
    from careercraft.errors import UsageError

    how = 'careercraft reanalyze --add "Docker: 2 years at work"'
    if forget and (texts or note):
        raise UsageError("--forget takes back, --add adds", "leave one of both out")
    if not forget and not texts:
        raise UsageError("there is nothing to add", how)
    words = [" ".join(text.split()) for text in texts]
    if not all(words):
        raise UsageError("an empty --add says nothing", how)
    return list(dict.fromkeys(words))


def _resume(analysis: Analysis) -> AnalyzedDocument:
    from careercraft.model.analysis import Documents

    assert isinstance(analysis.documents, Documents)  # the history keeps whole analyses only
    return analysis.documents.resume


def _forget(file: str, resume: AnalyzedDocument) -> None:
    from careercraft.cli.corrections import drop_draft
    from careercraft.errors import UsageError
    from careercraft.store import open_corrections

    with open_corrections(file) as kept:
        if not kept.forget(resume.hash):
            raise UsageError(
                f"nothing of yours is kept for {resume.name}", "`careercraft doctor` counts what is"
            )
    drop_draft(resume.hash)
    console.say(f"deleted what you added to {resume.name} and put right in it; analyze it again")


def _again(bench: Workbench, before: Analysis, texts: list[str], note: str, keep: bool) -> Analysis:
    """With what was added to the file before, then with what is new, which is kept once it is understood."""
    from careercraft.clock import now
    from careercraft.model.correction import Addition
    from careercraft.pipeline import restate
    from careercraft.store import open_corrections

    resume, created = _resume(before), now()
    kept = bench.corrections.get(resume.hash)
    said = {item.text for item in before.self_stated}
    older = [
        item for item in (kept.additions if kept else ()) if item.text not in said and item.text not in texts
    ]
    new = [Addition(text=text, note=note, created=created) for text in texts]
    unsaid = [item for item in new if item.text not in said]
    analysis = restate(before, older, bench.linker, created) if older else before
    analysis = restate(analysis, unsaid, bench.linker, created, strict=True)
    if keep:
        with open_corrections(bench.settings.history_file) as corrections:
            corrections.add(resume.hash, resume.name, new)
    return analysis


def _say(bench: Workbench, run: int, number: int, before: Analysis, after: Analysis) -> None:
    if bench.taxonomy.hash != before.engine.taxonomy:
        console.say(
            f"note: run {run} was made with another taxonomy; analyze the files again for today's numbers"
        )
    old, new = before.verdict, after.verdict
    console.say(
        f"run {run} to run {number}: {old.label} {old.readiness:.1f} -> {new.label} {new.readiness:.1f}"
        f" (careercraft history diff {run} {number})"
    )
