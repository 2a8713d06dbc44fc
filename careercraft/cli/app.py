"""The command tree. Importing it loads typer and nothing of the engine."""

from __future__ import annotations

import gc
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from careercraft import __version__
from careercraft.cli import (
    analyze,
    audit,
    batch,
    chat,
    config,
    doctor,
    history,
    llm,
    parse,
    profile,
    reanalyze,
    roadmap,
    roles,
    skills,
    taxonomy,
    verify,
)
from careercraft.cli.console import guarded, unswallowed


class _Commands(TyperGroup):
    def invoke(self, ctx: Any) -> Any:  # the type of a context differs between versions of typer
        with unswallowed():
            return super().invoke(ctx)


app = typer.Typer(
    cls=_Commands,
    name="careercraft",
    help="Know your gap, close your gap: hold a resume against a posting, offline and with evidence.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"careercraft {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool,
        typer.Option("--version", "-V", help="Show the version and leave.", callback=_version, is_eager=True),
    ] = False,
) -> None:
    """Know your gap, close your gap: hold a resume against a posting, offline and with evidence."""


app.command("analyze")(analyze.analyze)
app.command("reanalyze")(reanalyze.reanalyze)
app.command("parse")(parse.parse)
app.command("batch")(batch.batch)
app.command("verify")(verify.verify)
app.command("audit")(audit.audit)
app.add_typer(skills.app, name="skills")
app.add_typer(roles.app, name="roles")
app.add_typer(taxonomy.app, name="taxonomy")
app.add_typer(roadmap.app, name="roadmap")
app.add_typer(profile.app, name="profile")
app.add_typer(history.app, name="history")
app.add_typer(chat.app, name="chat")
app.add_typer(llm.app, name="llm")
app.add_typer(config.app, name="config")
app.command("doctor")(doctor.doctor)


def main() -> None:
    """The console script: every failure ends in one line and a documented exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    # A run makes a million objects that live to its end and next to no garbage that holds itself; looking for that
    # every now and then costs a twentieth of a short run.
    gc.set_threshold(2_000_000, 5, 5)
    with guarded():
        app()
