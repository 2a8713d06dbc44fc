"""`careercraft analyze`: the main job."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from careercraft.cli import console
from careercraft.cli.aims import Aims
from careercraft.cli.analyze_llm import Adviser, Column, LlmEvidence, adviser_for
from careercraft.cli.analyze_roadmap import RoadmapFlag, check_roadmap, follow_up
from careercraft.cli.compare import Compare, check_compare, compare, end, write_comparison
from careercraft.cli.explain import Explain, check_explain, write_explained
from careercraft.cli.keeping import history, tolerant_corrections
from careercraft.cli.llm_flags import LlmBaseUrl, LlmModel, MaxCost, NoLlmCache, Redact, Yes, llm_settings
from careercraft.cli.options import (
    Encoder,
    Full,
    NoCorrections,
    Ocr,
    Output,
    Quiet,
    ReportFormat,
    Taxonomy,
    Today,
    settings_from,
)
from careercraft.cli.output import format_for, screen, write_report
from careercraft.cli.profile_used import UsedName, UseProfile, note_profile, profile_used
from careercraft.cli.progress import StageLine
from careercraft.cli.stream import last_line, write_note, write_prose, write_stage
from careercraft.cli.vectors import watch_vectors
from careercraft.cli.what_if import WhatIf, check_what_if, with_what_if
from careercraft.cli.wished import Location, Rate, Relocate, Remote, Salary, WorkAuthorization, wish_flags

if TYPE_CHECKING:
    from pathlib import Path

    from careercraft.api import Workbench
    from careercraft.model.analysis import Analysis
    from careercraft.model.profile import Profile
    from careercraft.pipeline import Listener


def analyze(
    resume: Annotated[
        str | None,
        typer.Argument(
            help="The resume: PDF, DOCX, ODT, RTF, text, Markdown, HTML, JSON Resume, a LinkedIn export, "
            "or - for standard input. --profile can stand in its place.",
            show_default=False,
        ),
    ] = None,
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
        typer.Option(
            "--format", "-f", help="How to write it; else by the ending of -o. csv: with --compare."
        ),
    ] = None,
    output: Output = None,
    full: Full = False,
    explain: Explain = None,
    what_if: WhatIf = None,
    compare_with: Compare = None,
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
    profile: UseProfile = False,
    profile_name: UsedName = None,
    roadmap: RoadmapFlag = None,
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
    """Hold a resume against a posting: the verdict, eleven scores, the gap and the way out."""
    from careercraft.api import Workbench

    own = profile_used(profile, profile_name)
    aims = Aims.given((resume, job), role, describe, tuple(compare_with or ()), own)
    written = _format(format, output, aims, stream, explain, what_if)
    wishes = wish_flags(
        location=location,
        salary=salary,
        rate=rate,
        remote=remote,
        relocate=relocate,
        work_authorization=work_authorization,
    )
    read: dict[str, Any] = {
        "encoder": encoder,
        "ocr": ocr,
        "no_corrections": no_corrections,
        "taxonomy": taxonomy,
    }
    asked = llm_settings(llm, llm_base_url, redact, max_cost, no_llm_cache, llm_evidence)
    settings = settings_from(today=today, profile=own, **read, **wishes, **asked)
    adviser = adviser_for(settings.llm, asked, yes=yes, compared=aims.compare, quiet=quiet)
    keep = settings.history and not no_history and not what_if
    check_roadmap(roadmap, keep, bool(aims.compare))
    bench = Workbench(settings, corrections=None if keep else tolerant_corrections(settings))
    bench.warm_up()
    watch_vectors(bench, quiet)
    if aims.compare:
        with history(keep, settings.history_file) as remember, StageLine(quiet) as line:
            comparison, analyses = compare(bench, aims, remember, line)
        write_comparison(comparison, written, output, full)
        _note(bench, analyses, own, quiet)
        end(comparison, fail_under, require_fit)
        return
    ways = _Ways(stream, explain, written, output, full, quiet)
    with history(keep, settings.history_file) as remember:
        remember(analysis := _one(bench, aims, what_if, adviser, ways))
    _note(bench, [analysis], own, quiet)
    if keep:
        follow_up(bench, analysis, roadmap, quiet)
    _end(analysis, adviser, quiet, fail_under, require_fit)


class _Ways(NamedTuple):
    """How one analysis is written."""

    stream: bool
    explain: list[str] | None
    format: ReportFormat
    output: Path | None
    full: bool
    quiet: bool

    @property
    def live(self) -> bool:
        """Whether a model's prose can follow the report while it is written."""
        return self.format is ReportFormat.terminal and self.output is None and not self.explain


def _one(
    bench: Workbench, aims: Aims, what_if: Sequence[str] | None, adviser: Adviser | None, ways: _Ways
) -> Analysis:
    """Analyzed and written. What a model adds comes after what needs none."""
    if ways.stream:
        analysis = _analyze(bench, aims, write_stage, what_if, adviser, write_note)
        analysis = adviser.told(bench, analysis, write_prose) if adviser else analysis
        console.out(last_line(analysis))
        return analysis
    with StageLine(ways.quiet) as line:
        analysis = _analyze(bench, aims, line, what_if, adviser, line.say)
        if adviser and not ways.live:
            line.say(f"{adviser.name} writes")
            analysis = adviser.told(bench, analysis, lambda words: None)
    _write(analysis, ways.explain, ways.format, ways.output, ways.full)
    return _with_prose(bench, analysis, adviser) if adviser and ways.live else analysis


def _with_prose(bench: Workbench, analysis: Analysis, adviser: Adviser) -> Analysis:
    """Under the report, sentence by sentence."""
    column = Column(console.out, screen()["width"])
    begun = False

    def show(words: str) -> None:
        nonlocal begun
        if not begun:
            column(f"\nIn the words of {adviser.name}; no number here comes from these words.\n\n")
            begun = True
        column(words)

    analysis = adviser.told(bench, analysis, show)
    column.end()
    return analysis


def _write(
    analysis: Analysis, explain: list[str] | None, written: ReportFormat, output: Path | None, full: bool
) -> None:
    if explain:
        write_explained(analysis, explain, written, output)
    else:
        write_report(analysis, written, output, full)


def _format(
    format: ReportFormat | None,
    output: Path | None,
    aims: Aims,
    stream: bool,
    explain: list[str] | None,
    what_if: list[str] | None,
) -> ReportFormat:
    """What to write. Raises UsageError where flags don't go together."""
    from careercraft.errors import UsageError

    if stream and format not in {None, ReportFormat.json}:
        raise UsageError(f"--stream writes JSON lines, not {format}", "leave one of both out")
    written = format_for(format, output, several=bool(aims.compare))
    check_explain(explain, written, stream)
    check_compare(aims.compare, stream=stream, explain=explain)
    check_what_if(what_if, aims.compare)
    return written


def _analyze(
    bench: Workbench,
    aims: Aims,
    listen: Listener,
    what_if: Sequence[str] | None,
    adviser: Adviser | None = None,
    say: Callable[[str], None] = lambda words: None,
) -> Analysis:
    from careercraft.api import target

    side = aims.resume_side(bench, listen)
    other = target(bench, aims.job_source(), aims.role, aims.describe, listen)
    analysis = bench.analyze(side, other, listen)
    if adviser:
        analysis = adviser.proposed(bench, side, other, analysis, say)
    return with_what_if(bench, side, other, analysis, what_if) if what_if else analysis


def _note(bench: Workbench, analyses: Sequence[Analysis], own: Profile | None, quiet: bool) -> None:
    """The resume is the same in all of them."""
    from careercraft.cli.corrections import note_kept

    if quiet:
        return
    for analysis in analyses[:1]:
        note_kept(bench, analysis)
    note_profile(own, analyses)


def _end(
    analysis: Analysis, adviser: Adviser | None, quiet: bool, fail_under: float | None, require_fit: bool
) -> None:
    """Raises SystemExit where a model or a gate failed; the model goes first."""
    if adviser:
        adviser.end(analysis, quiet)
    verdict = analysis.verdict
    failed = []
    if fail_under is not None and verdict.readiness < fail_under:
        failed.append(f"readiness {verdict.readiness:.1f} is under {fail_under:g}")
    if require_fit and verdict.label != "FIT":
        failed.append("the verdict is UNFIT")
    if failed:
        console.say(f"gate failed: {'; '.join(failed)}")
        raise SystemExit(console.ExitCode.GATE)
