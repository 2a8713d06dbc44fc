"""`careercraft parse`: what is understood of a document."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from careercraft.cli import console
from careercraft.cli.options import NoCorrections, Ocr, Taxonomy, settings_from

if TYPE_CHECKING:
    from careercraft.api import Workbench
    from careercraft.errors import CareerCraftError
    from careercraft.model.document import Document
    from careercraft.model.resume import Resume


class Kind(StrEnum):
    """What the files are."""

    resume = "resume"
    job = "job"


class ParseFormat(StrEnum):
    """How to write what was understood."""

    terminal = "terminal"
    json = "json"
    jsonresume = "jsonresume"


def parse(
    files: Annotated[list[str], typer.Argument(help="Documents, the folder of a LinkedIn export, or -.")],
    kind: Annotated[Kind, typer.Option("--as", help="What the files are.")] = Kind.resume,
    format: Annotated[
        ParseFormat, typer.Option("--format", "-f", help="json writes one line a file.")
    ] = ParseFormat.terminal,
    edit: Annotated[
        bool,
        typer.Option("--edit", help="Put right what was read, as JSON Resume in your $EDITOR; it is kept."),
    ] = False,
    corrections: Annotated[
        str | None,
        typer.Option(
            metavar="FILE", help="Keep this JSON Resume, or -, as what the file says.", show_default=False
        ),
    ] = None,
    forget: Annotated[bool, typer.Option("--forget", help="Delete your corrections of the file.")] = False,
    no_corrections: NoCorrections = False,
    ocr: Ocr = False,
    taxonomy: Taxonomy = None,
) -> None:
    """Show what was understood of resumes or postings, with places in the text and problems.

    A misread resume can be put right: later analyses of the same file use your corrections and say so.
    """
    from careercraft.api import Workbench
    from careercraft.errors import CareerCraftError, UsageError

    if format is ParseFormat.jsonresume and kind is Kind.job:
        raise UsageError("a posting can't be written as JSON Resume", "use --format json")
    bench = Workbench(settings_from(ocr=ocr, no_corrections=no_corrections, taxonomy=taxonomy))
    if edit or corrections is not None or forget:
        _put_right(bench, files, kind, edit, corrections, forget)
    worst = console.ExitCode.DONE
    for file in files:
        try:
            text = _one(bench, file, kind, format)
        except CareerCraftError as error:
            worst = max(worst, console.exit_code(error))
            text = _failed(file, error, format)
        console.out(text)
    if worst:
        raise SystemExit(worst)


def _put_right(
    bench: Workbench, files: list[str], kind: Kind, edit: bool, corrections: str | None, forget: bool
) -> None:
    from careercraft.cli import corrections as work
    from careercraft.errors import UsageError

    if edit + forget + (corrections is not None) > 1:
        raise UsageError("--edit, --corrections and --forget exclude each other", "leave all but one out")
    if len(files) != 1 or files[0] == "-" or kind is Kind.job:
        raise UsageError("corrections belong to one resume file", "careercraft parse resume.pdf --edit")
    if not bench.settings.corrections and not forget:
        raise UsageError(
            "corrections are turned off", "leave --no-corrections out, or set `corrections: true`"
        )
    if edit:
        work.edit(bench, files[0])
    elif corrections is not None:
        work.take(bench, files[0], corrections)
    else:
        work.forget(bench, files[0])


def _one(bench: Workbench, file: str, kind: Kind, format: ParseFormat) -> bytes:
    import msgspec

    from careercraft.model.job import Job
    from careercraft.model.resume import Resume
    from careercraft.parse import parse_job, parse_resume
    from careercraft.parse.json_resume_draft import full_json_resume

    document = _read(bench, file, kind)
    found: Resume | Job = (
        parse_resume(document) if kind is Kind.resume else parse_job(document, bench.taxonomy.roles)
    )
    problems = (*document.problems, *found.problems)
    if format is ParseFormat.jsonresume and isinstance(found, Resume):
        return msgspec.json.format(msgspec.json.encode(full_json_resume(found)), indent=2) + b"\n"
    if format is ParseFormat.json:
        facts = _resume_facts(found, bench) if isinstance(found, Resume) else {"job": found}
        line = {"file": file, **facts, "text": document.text, "problems": problems, "hidden": document.hidden}
        if document.correction is not None:
            line["correction"] = document.correction
        return msgspec.json.encode(line) + b"\n"
    from careercraft.parse.experience import experience_of
    from careercraft.render.parsed import parsed_text

    years = experience_of(found.work, bench.today) if isinstance(found, Resume) else None
    return parsed_text(file, document, found, problems, years).encode("utf-8", "replace")


def _read(bench: Workbench, file: str, kind: Kind) -> Document:
    from careercraft.cli.corrections import note_correction

    source = console.read_stdin() if file == "-" else file
    if kind is Kind.job:
        return bench.read(source)
    document = bench.read_resume(source)
    if document.correction is not None:
        note_correction(bench, document.hash, document.name)
    return document


def _resume_facts(resume: Resume, bench: Workbench) -> dict[str, Any]:
    """The resume as JSON Resume, where each of its values stands, and the years it adds up to."""
    from careercraft.parse.experience import experience_of
    from careercraft.parse.json_resume_out import json_resume_spans, to_json_resume
    from careercraft.render.parsed import experience_facts

    return {
        "resume": to_json_resume(resume),
        "spans": json_resume_spans(resume),
        "experience": experience_facts(experience_of(resume.work, bench.today)),
    }


def _failed(file: str, error: CareerCraftError, format: ParseFormat) -> bytes:
    """A line of its own for programs; for people the usual words on standard error."""
    import msgspec

    if format is ParseFormat.json:
        described: dict[str, Any] = {"code": error.code, "message": error.message, "hint": error.hint}
        return msgspec.json.encode({"file": file, "error": described}) + b"\n"
    console.fail(error)
    return b""
