"""`careercraft history`: the analyses kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from careercraft.cli import console
from careercraft.cli.explain import Explain, check_explain, write_explained
from careercraft.cli.options import Full, ListFormat, Listing, Output, ReportFormat, settings_from
from careercraft.cli.output import format_for, write_lines, write_report

if TYPE_CHECKING:
    from careercraft.store.diff import Difference
    from careercraft.store.history import History

app = typer.Typer(help="The analyses kept on this machine.", no_args_is_help=True)
Key = Annotated[
    str, typer.Argument(metavar="RUN", help="A run's number, an analysis' id or its beginning, or `latest`.")
]


def _open() -> History:
    from careercraft.store import open_history

    return open_history(settings_from().history_file)


@app.command("list")
def list_runs(
    limit: Annotated[int, typer.Option(help="Most runs to show; 0 for all.", min=0)] = 20,
    format: Listing = ListFormat.terminal,
) -> None:
    """List the runs, newest first."""
    from careercraft.render.tables import columns

    with _open() as history:
        runs = history.runs(limit or None)
    if format is ListFormat.json:
        write_lines(runs)
        return
    rows = [
        (
            str(run.run),
            run.created.replace("T", " ").rstrip("Z"),
            run.label,
            f"{run.readiness:.1f}",
            run.resume_name,
            run.job_title or run.job_name,
        )
        for run in runs
    ]
    console.out(columns(rows))
    if not rows:
        console.say("the history is empty; `careercraft analyze` fills it")


@app.command("show")
def show(
    key: Key,
    format: Annotated[
        ReportFormat, typer.Option("--format", "-f", help="How to write the report.")
    ] = ReportFormat.terminal,
    full: Full = False,
    explain: Explain = None,
) -> None:
    """Show one analysis as it was."""
    check_explain(explain, format_for(format, None))
    with _open() as history:
        _, analysis = history.get(key)
    if explain:
        write_explained(analysis, explain, format, None)
    else:
        write_report(analysis, format, None, full)


@app.command("diff")
def diff(
    before: Annotated[
        str | None,
        typer.Argument(
            metavar="RUN", help="The earlier one; else the run before the latest.", show_default=False
        ),
    ] = None,
    after: Annotated[str, typer.Argument(metavar="RUN", help="The later one.")] = "latest",
    format: Listing = ListFormat.terminal,
) -> None:
    """Say what changed between two runs, and through which side."""
    import msgspec

    from careercraft.store.diff import compare_runs

    with _open() as history:
        (first, old), (second, new) = history.get(before or _last_but_one(history)), history.get(after)
    difference = compare_runs(old, new)
    if format is ListFormat.json:
        console.out(msgspec.json.encode(difference) + b"\n")
        return
    console.out(_difference(first, second, difference))


def _last_but_one(history: History) -> str:
    """Raises UsageError where there are fewer than two."""
    from careercraft.errors import UsageError

    runs = history.runs(2)
    if len(runs) < 2:
        raise UsageError(
            "there are no two runs to compare",
            "analyze again, then careercraft history diff shows what changed",
        )
    return str(runs[1].run)


def _difference(first: int, second: int, difference: Difference) -> str:
    from careercraft.render.tables import columns

    causes = ", ".join(difference.causes) or "nothing: the same inputs, day and engine"
    rows = [
        ("verdict", difference.verdict_before, difference.verdict_after),
        *((change.key, _value(change.before), _value(change.after)) for change in difference.scores),
        *((change.name, change.before, change.after) for change in difference.skills),
    ]
    return f"run {first} to run {second}; differs in: {causes}\n\n" + columns(rows)


def _value(value: float | None) -> str:
    return "not stated" if value is None else f"{value:.1f}"


@app.command("export")
def export(
    keys: Annotated[
        list[str] | None, typer.Argument(metavar="[RUN]...", help="All runs when none is given.")
    ] = None,
    output: Output = None,
) -> None:
    """Write analyses as JSON lines, oldest first."""
    from careercraft.render.json import encode_line

    with _open() as history:
        wanted = keys or [str(run.run) for run in reversed(history.runs())]
        lines = [encode_line(history.get(key)[1], None, brief=False) for key in wanted]
    if output is not None:
        console.write_file(output, b"".join(lines))
    else:
        console.out(b"".join(lines))


@app.command("delete")
def delete(keys: Annotated[list[str], typer.Argument(metavar="RUN...", help="Runs to delete.")]) -> None:
    """Delete runs for good."""
    with _open() as history:
        for run in [history.get(key)[0] for key in keys]:
            history.delete(run)
            console.say(f"deleted run {run}")


@app.command("purge")
def purge(
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't ask.")] = False,
    keep_corrections: Annotated[
        bool, typer.Option("--keep-corrections", help="Delete the analyses only, not what you put right.")
    ] = False,
    roadmaps: Annotated[
        bool, typer.Option("--roadmaps", help="Delete your roadmaps and their progress too.")
    ] = False,
) -> None:
    """Delete every analysis kept, conversations, models' answers and your corrections of resumes, from the disk too."""
    from careercraft.cli.drafts import drop_drafts
    from careercraft.llm import cache

    parts = [
        "every analysis kept",
        "every conversation about one",
        "every answer of a language model",
        *([] if keep_corrections else ["all your corrections of resumes"]),
        *(["all your roadmaps"] if roadmaps else []),
    ]
    what = " and ".join(parts)
    console.confirm(yes, f"purge deletes {what}", f"Delete {what}?")
    with _open() as history:
        purged = history.purge(keep_corrections, roadmaps=roadmaps)
    answers = cache.clear()
    if not keep_corrections:
        drop_drafts()
    gone = [f"{purged.runs} run(s)"]
    gone += [f"{purged.chats} conversation(s)"] if purged.chats else []
    gone += [f"{answers} answer(s) of a model"] if answers else []
    gone += [f"{purged.corrections} correction(s)"] if purged.corrections else []
    gone += [f"{purged.roadmaps} roadmap(s)"] if purged.roadmaps else []
    console.say(f"deleted {' and '.join(gone)}")
    if purged.roadmaps_kept:
        console.say(f"{purged.roadmaps_kept} roadmap(s) stay; `history purge --roadmaps` deletes them too")
    if purged.profiles_kept:
        console.say(f"{purged.profiles_kept} profile(s) stay; `careercraft profile delete` deletes one")
