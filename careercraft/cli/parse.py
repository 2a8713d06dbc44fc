"""`careercraft parse`: what is understood of a document."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from careercraft.cli import console
from careercraft.cli.options import settings_from

if TYPE_CHECKING:
    from careercraft.api import Workbench
    from careercraft.errors import CareerCraftError
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
    files: Annotated[list[str], typer.Argument(help="Documents, or - for standard input.")],
    kind: Annotated[Kind, typer.Option("--as", help="What the files are.")] = Kind.resume,
    format: Annotated[
        ParseFormat, typer.Option("--format", "-f", help="json writes one line a file.")
    ] = ParseFormat.terminal,
) -> None:
    """Show what was understood of resumes or postings, with places in the text and problems."""
    from careercraft.api import Workbench
    from careercraft.errors import CareerCraftError, UsageError

    if format is ParseFormat.jsonresume and kind is Kind.job:
        raise UsageError("a posting can't be written as JSON Resume", "use --format json")
    bench = Workbench(settings_from())
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


def _one(bench: Workbench, file: str, kind: Kind, format: ParseFormat) -> bytes:
    import msgspec

    from careercraft.model.job import Job
    from careercraft.model.resume import Resume
    from careercraft.parse import parse_job, parse_resume
    from careercraft.parse.json_resume_out import to_json_resume

    document = bench.read(console.read_stdin()) if file == "-" else bench.read(file)
    found: Resume | Job = parse_resume(document) if kind is Kind.resume else parse_job(document)
    problems = (*document.problems, *found.problems)
    if format is ParseFormat.jsonresume and isinstance(found, Resume):
        return msgspec.json.format(msgspec.json.encode(to_json_resume(found)), indent=2) + b"\n"
    if format is ParseFormat.json:
        facts = _resume_facts(found, bench) if isinstance(found, Resume) else {"job": found}
        line = {"file": file, **facts, "text": document.text, "problems": problems, "hidden": document.hidden}
        return msgspec.json.encode(line) + b"\n"
    from careercraft.render.parsed import parsed_text

    return parsed_text(file, document, found, problems).encode("utf-8", "replace")


def _resume_facts(resume: Resume, bench: Workbench) -> dict[str, Any]:
    """The resume as JSON Resume, where each of its values stands, and the years it adds up to."""
    from careercraft.parse.experience import internship_years, total_years
    from careercraft.parse.json_resume_out import json_resume_spans, to_json_resume

    years = {
        "total_years": total_years(resume.work, bench.today, internships=True),
        "internship_years": internship_years(resume.work, bench.today),
    }
    return {
        "resume": to_json_resume(resume),
        "spans": json_resume_spans(resume),
        "experience": {name: value for name, value in years.items() if value is not None},
    }


def _failed(file: str, error: CareerCraftError, format: ParseFormat) -> bytes:
    """A line of its own for programs; for people the usual words on standard error."""
    import msgspec

    if format is ParseFormat.json:
        described: dict[str, Any] = {"code": error.code, "message": error.message, "hint": error.hint}
        return msgspec.json.encode({"file": file, "error": described}) + b"\n"
    console.fail(error)
    return b""
